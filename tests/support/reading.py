"""Reading sentences in tests: one coder for the whole run, and short ways to what it found."""

from __future__ import annotations

import functools

from waqai.coder import Coder, ReadSentence
from waqai.records import Article, Document, Event

DAY = "2021-03-23"  # a Tuesday


@functools.cache
def coder() -> Coder:
    """The coder with the built-in lexicon, loaded once."""
    return Coder()


def code(text: str, date: str | None = DAY) -> Document:
    """Code one text as of a Tuesday in 2021."""
    return coder().code(text, date, id="test")


def events(text: str, date: str | None = DAY) -> tuple[Event, ...]:
    """The events of a text."""
    return code(text, date).events


def read(text: str, date: str | None = DAY) -> list[ReadSentence]:
    """The sentences of a text with their parses."""
    return coder().read(Article(id="test", text=text, date=date))
