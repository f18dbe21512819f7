"""Every example in the frame files, as a test of its own.

``known_failures.txt`` lists the examples that are not read right yet, by their text; one that begins to pass must be
struck off there
(``python tests/lexicon/test_frames.py`` writes the list anew), so that the list only gets shorter.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from waqai.check import Case, cases, run
from waqai.coder import Coder
from waqai.lexicon.compiler import DATA

TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT"
).split()
LIST = Path(__file__).with_name("known_failures.txt")
CASES = list(cases(DATA))


def _name(case: Case) -> str:
    return f"{case.frame} | {'silent | ' if case.silent else ''}{case.example['text']}"


KNOWN = set(LIST.read_text("utf8").splitlines()) if LIST.exists() else set()


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=[pytest.mark.xfail(strict=True, reason="known failure")] if _name(case) in KNOWN else [])  # noqa: E501
        for case in CASES
    ],
    ids=lambda case: f"{Path(case.file).stem}-{case.frame}{'-not' if case.silent else ''}",
)
def test_example(coder: Coder, case: Case) -> None:
    problem = run(coder, case)
    assert problem is None, problem


def test_enough_examples_and_few_known_failures() -> None:
    assert len(CASES) > 1300
    assert len(KNOWN) < len(CASES) * 0.08
    assert {_name(case) for case in CASES} >= KNOWN, "a known failure that is no example any more"


def test_breadth() -> None:
    """Verb senses, event nouns and light-verb combinations of the frames: what political news takes, at the least."""
    files = sorted((DATA / "frames").glob("*.yml"))
    frames = [frame for file in files for frame in yaml.safe_load(file.read_text("utf8"))]
    senses = sum(len(frame.get("verbs", ())) for frame in frames)
    nouns = {noun for frame in frames for noun in frame.get("nouns", ())}
    light = {words for frame in frames for words in frame.get("light", ())}
    assert senses >= 1100
    assert len(nouns) >= 1400
    assert len(light) >= 1900
    assert {frame["type"] for frame in frames} >= set(TYPES)


if __name__ == "__main__":
    reader = Coder()
    failing = sorted(_name(case) for case in CASES if run(reader, case))
    LIST.write_text("\n".join(failing) + "\n", "utf8")
    print(f"{len(failing)} of {len(CASES)} examples are not read right yet")
