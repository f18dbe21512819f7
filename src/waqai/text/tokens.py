"""Tokens: words, numbers and marks of a sentence, by their bounds in the folded text."""

from __future__ import annotations

import re
from typing import NamedTuple

#: Arabic letters as they stand after folding, with the Persian and Urdu ones that occur in names.
LETTERS = "ء-غف-يٮ-ۓەۮۯۺ-ۿ"
_TOKEN = re.compile(
    rf"[{LETTERS}]+|\d+(?:[.,]\d+)*|[A-Za-z\u00c0-\u024f]+(?:['’.&-][A-Za-z\u00c0-\u024f]+)*|\.{{2,}}|[^\s]"
)


class Token(NamedTuple):
    """A token of folded text: `text` and its bounds there."""

    text: str
    start: int
    end: int


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of folded `text` between `start` and `end`; every character that is not space belongs to one."""
    return [
        Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, len(text) if end is None else end)
    ]
