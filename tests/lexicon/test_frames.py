"""Every example in the frame files, as a test of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from waqai.coder import Coder
from waqai.lexicon.check import Case, cases, run
from waqai.lexicon.compiler import DATA

CASES = list(cases(DATA))


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{Path(c.file).stem}-{c.frame}-{'not-' if c.silent else ''}{len(c.example['text'])}")
def test_example(coder: Coder, case: Case) -> None:
    problem = run(coder, case)
    assert problem is None, problem


def test_there_is_something_to_test() -> None:
    assert len(CASES) > 300
