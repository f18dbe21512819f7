"""The tagger's own view of a text: its tokens, and the one spelling in which words are looked up."""

from __future__ import annotations

import re
from typing import Final

from waqai.text.tokens import LETTERS

_TOKEN: Final = re.compile(rf"[{LETTERS}]+|\d+(?:[.,]\d+)*|[A-Za-z]+|[^\s]")


def split(text: str, start: int = 0, end: int | None = None) -> list[tuple[str, int, int]]:
    """Tokens of folded text with their bounds: words, numbers (``2,500``, ``10.30``), single marks."""
    return [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, len(text) if end is None else end)]


def texts(text: str, start: int, end: int) -> list[str]:
    """The tokens alone; what the check for triggers reads."""
    return _TOKEN.findall(text, start, end)


def normal(word: str) -> str:
    """Folded word -> look-up spelling: final ى as ي (Egyptian and Levantine spelling meet)."""
    return word[:-1] + "ي" if word.endswith("ى") else word
