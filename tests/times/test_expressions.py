"""The table of expressions: extents and values, each line a sentence of its own."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from waqai.times import tag

_MARK = re.compile(r"\[([^\]]*)\]\{([^}]*)\}")


class Case(NamedTuple):
    published: datetime.date | None
    text: str
    expected: list[tuple[int, str, str]]


def _cases() -> list[Case]:
    out: list[Case] = []
    published: datetime.date | None = None
    for line in (Path(__file__).parent / "expressions.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            day = line[1:].strip()
            published = None if day == "-" else datetime.date.fromisoformat(day)
        elif line and not line.startswith("#"):
            text, expected, at = "", [], 0
            for mark in _MARK.finditer(line):
                text += line[at : mark.start()]
                expected.append((len(text), mark[1], mark[2]))
                text += mark[1]
                at = mark.end()
            out.append(Case(published, text + line[at:], expected))
    return out


CASES = _cases()


def test_the_table_is_large_enough() -> None:
    assert sum(len(case.expected) for case in CASES) >= 300


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text)
def test_expression(case: Case) -> None:
    found = tag(case.text, case.published)
    assert [(m.start, m.text, m.value) for m in found] == case.expected


@pytest.mark.parametrize("case", CASES[::7], ids=lambda case: case.text)
def test_every_mention_is_whole(case: Case) -> None:
    for m in tag(case.text, case.published):
        assert case.text[m.start : m.end] == m.text
        assert (m.first is None) == (m.last is None) == (m.precision is None)
        if m.first is not None and m.last is not None:
            assert m.first <= m.last
        if re.fullmatch(r"\d{4}-\d\d-\d\d", m.value) and not m.inferred:
            assert m.first == m.value
