"""Sentences whose grammar hides a party or a whole event from a reader of single clauses: participles behind a comma,
relative clauses that report, speech with hidden and dual subjects, asides, complements far behind their verb.

Each line of ``constructions*.txt`` is a sentence and the events that must be read in it: type, countries of the
actors > countries of the recipients (* any). Those are all of its verbal events; ``-`` where there is none.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from waqai import Article, Coder

_CASES = [
    tuple(part.strip() for part in line.split("|"))
    for file in sorted(Path(__file__).parent.glob("constructions*.txt"))
    for line in file.read_text(encoding="utf-8").splitlines()
    if "|" in line and not line.startswith("#")
]


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def _countries(text: str) -> str:
    return ",".join(sorted(text.split(",")))


@pytest.mark.parametrize(("text", "expected"), _CASES, ids=range(len(_CASES)))
def test_construction(coder: Coder, text: str, expected: str) -> None:
    found = [
        (
            event.event_type,
            ",".join(sorted({a.country or "-" for a in event.actors})),
            ",".join(sorted({a.country or "-" for a in event.recipients})),
        )
        for event in coder.code_article(Article(id="a", text=text, date="2024-05-01")).events
    ]
    left = list(found)
    for want in [] if expected == "-" else expected.split(";"):
        event_type, _, parties = want.strip().partition(" ")
        actors, _, recipients = parties.partition(">")
        match = next(
            (
                event
                for event in left
                if event[0] == event_type
                and (actors == "*" or _countries(actors) == event[1])
                and (recipients in ("*", "") or _countries(recipients) == event[2])
            ),
            None,
        )
        assert match is not None, (want, found)
        left.remove(match)
    assert not left, found
