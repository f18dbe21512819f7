"""Folding: one spelling for matching, with the way back to the text as given.

What is folded: hamza seats on alef (أ إ آ ٱ -> ا), Arabic-Indic and Persian digits -> ASCII, Persian kaf and
ya -> Arabic ones, presentation forms (U+FB50-FDFF, U+FE70-FEFF) -> letters. What is removed: vowel signs, tatweel,
zero-width and
bidirectional control characters. Kept apart, because they tell words apart and are folded at look-up only where no
word is found: final ى / ي and ة / ه.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence

_SAME = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ک": "ك", "ی": "ي", "ﯼ": "ي", "ە": "ه", "ہ": "ه",
    "٪": "%", "٫": ".", "٬": ",", "“": '"', "”": '"', "„": '"', "\u00a0": " ", "\u202f": " ", "\u2009": " ",
}  # fmt: skip
_SAME |= {chr(0x660 + d): str(d) for d in range(10)} | {chr(0x6F0 + d): str(d) for d in range(10)}
_REMOVED = (
    # vowel signs, Quranic marks, tatweel
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad\u061c"  # zero-width and bidi controls
)
_SIGNS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640]")
_REMOVE = re.compile(f"[{_REMOVED}]")
_SPECIAL = re.compile(f"[{_REMOVED}\ufb50-\ufdff\ufe70-\ufefc]")
#: a tatweel that stands alone is a dash (بيروت ـ ذكرت)
_DASH = re.compile("(?<=[^\\S\n])\u0640(?=\\s)")
_TABLE = str.maketrans(_SAME)
_WORD_TABLE = _TABLE | dict.fromkeys(map(ord, _REMOVE.findall("".join(map(chr, range(0x2070))) + "\ufeff")))
#: characters of a word that take more than one step: presentation forms, and the tatweel, which can be a dash
_RARE = re.compile("[\u0640\ufb50-\ufdff\ufe70-\ufefc]")


class Folded:
    """A folded text and the way back: `span(a, b)` gives the offsets in the given text of folded ``[a, b)``."""

    __slots__ = ("_origin", "given", "text")

    def __init__(self, given: str, text: str, origin: Sequence[int] | None) -> None:
        self.given = given
        self.text = text
        self._origin = origin

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the given text, vowel signs after the last letter included; ``start < end`` is required."""
        if self._origin is None:
            return start, end
        first, last = self._origin[start], self._origin[end - 1] + 1
        given = self.given
        while last < len(given) and _SIGNS.match(given[last]):
            last += 1
        return first, last

    @property
    def origin(self) -> Sequence[int]:
        """For each folded character, the index of the given character it came from."""
        return range(len(self.text)) if self._origin is None else self._origin


def fold(text: str) -> Folded:
    """Fold `text`; linear in its length, any string accepted."""
    given = text
    text = _DASH.sub("-", text)
    if not _SPECIAL.search(text):
        return Folded(given, text.translate(_TABLE), None)
    origin = array("L")
    parts: list[str] = []
    done = 0
    for found in _SPECIAL.finditer(text):
        i, char = found.start(), found.group()
        parts.append(text[done:i])
        origin.extend(range(done, i))
        done = i + 1
        if _REMOVE.match(char):
            continue
        for plain in unicodedata.normalize("NFKC", char):
            if not _REMOVE.match(plain):
                parts.append(plain)
                origin.append(i)
    parts.append(text[done:])
    origin.extend(range(done, len(text)))
    return Folded(given, "".join(parts).translate(_TABLE), origin)


def fold_word(word: str) -> str:
    """The folded spelling of one word or phrase, for building tables and for comparing."""
    return fold(word).text if _RARE.search(word) else word.translate(_WORD_TABLE)
