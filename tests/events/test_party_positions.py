"""Who did it to whom, wherever the parties stand: behind light verbs, in relative clauses, far off, in verbal nouns.

`parties.txt` has a sentence a line, with the type of an event that it tells, the countries of its actors and those of
its recipients, between bars.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from waqai import Article, Coder

CASES = [
    [part.strip() for part in line.split("|")]
    for line in Path(__file__).with_name("parties.txt").read_text(encoding="utf8").splitlines()
    if line and not line.startswith("#")
]


def _countries(text: str) -> set[str]:
    return set() if text == "-" else set(text.split(","))


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), CASES, ids=[case[0] for case in CASES])
def test_parties(coder: Coder, text: str, kind: str, actors: str, recipients: str) -> None:
    events = coder.code_article(Article(id="parties", text=text, date="2024-05-01")).events
    told = [
        ({e.country for e in event.actors if e.country}, {e.country for e in event.recipients if e.country})
        for event in events
        if event.event_type == kind
    ]
    assert (_countries(actors), _countries(recipients)) in told
