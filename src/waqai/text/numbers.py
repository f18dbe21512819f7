"""Arabic numbers, in words and digits, read from folded words.

Input are words as `waqai.text.fold` leaves them (alifs bare, no diacritics, ASCII digits). All agreement
forms are known: gender, case (``خمسون/خمسين``), construct (``مئتا/مئتي``), the two spellings of hundred
(``مئة/مائة``), hundreds written as one word or two, and conjunctions attached to the next word.

The tables are the closed class of numerals of the language, which is why they stand here and not in the
lexicon. The syntax follows the usual order: millions, thousands, hundreds, then units before tens.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_UNITS: Final[dict[str, int]] = {
    "واحد": 1, "واحدة": 1, "واحدا": 1,
    "اثنان": 2, "اثنين": 2, "اثنتان": 2, "اثنتين": 2, "اثنا": 2, "اثني": 2, "اثنتا": 2, "اثنتي": 2,
    "ثلاث": 3, "ثلاثة": 3, "اربع": 4, "اربعة": 4, "خمس": 5, "خمسة": 5, "ست": 6, "ستة": 6, "سبع": 7, "سبعة": 7,
    "ثمان": 8, "ثماني": 8, "ثمانية": 8, "تسع": 9, "تسعة": 9, "عشر": 10, "عشرة": 10,
}  # fmt: skip
_TEEN_HEADS: Final[dict[str, int]] = {
    "احد": 1, "احدى": 1, "احدي": 1, "اثنا": 2, "اثني": 2, "اثنتا": 2, "اثنتي": 2, "اثنى": 2, "اثنتى": 2,
    **{word: value for word, value in _UNITS.items() if 3 <= value <= 9},
}  # fmt: skip
_TENS_STEMS: Final = ("عشر", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_TENS: Final[dict[str, int]] = {
    stem + ending: 10 * n for n, stem in enumerate(_TENS_STEMS, 2) for ending in ("ون", "ين")
}
_UNITS_BEFORE_TENS: Final[dict[str, int]] = {
    **{word: value for word, value in _UNITS.items() if value < 10},
    "احد": 1, "احدى": 1, "احدي": 1,
}  # fmt: skip
_HUNDRED: Final = ("مئة", "مائة", "ماية", "مئه", "مائه", "مية")
_HUNDREDS: Final[dict[str, int]] = {
    **dict.fromkeys(_HUNDRED, 100),
    **{stem + ending: 200 for stem in ("مئ", "مائ") for ending in ("تان", "تين", "تا", "تي", "تى")},
    **{
        stem + hundred: 100 * n
        for n, stems in enumerate((("ثلاث",), ("اربع",), ("خمس",), ("ست",), ("سبع",), ("ثمان", "ثماني"), ("تسع",)), 3)
        for stem in stems
        for hundred in _HUNDRED
    },
}
# scale word -> (multiplier, whether the word alone already counts: one, two, or needs a number)
_SCALES: Final[dict[str, tuple[int, int]]] = {}
for _value, _single, _dual, _plural in (
    (10**3, ("الف", "الفا"), ("الفان", "الفين", "الفا", "الفي", "الفى"), ("الاف",)),
    (10**6, ("مليون", "مليونا"), ("مليونان", "مليونين", "مليونا", "مليوني", "مليونى"), ("ملايين", "مليونات")),
    (10**9, ("مليار", "مليارا", "بليون", "بليونا"), ("ملياران", "مليارين", "ملياري", "بليونان", "بليونين", "بليوني"),
     ("مليارات", "بلايين", "بليونات")),
    (10**12, ("تريليون", "تريليونا", "ترليون"), ("تريليونان", "تريليونين", "تريليوني"), ("تريليونات",)),
):  # fmt: skip
    for _word in _dual:
        _SCALES[_word] = (_value, 2)
    for _word in _single:
        _SCALES[_word] = (_value, 1)
    for _word in _plural:
        _SCALES[_word] = (_value, 0)
_AMBIGUOUS_DUALS: Final = frozenset({"الفا", "مليونا", "مليارا", "بليونا"})
_FRACTIONS: Final[dict[str, float]] = {
    "نصف": 0.5, "ربع": 0.25, "ثلث": 1 / 3, "ثلثين": 2 / 3, "ثلثا": 2 / 3, "ثلثي": 2 / 3, "خمس": 0.2, "عشر": 0.1,
}  # fmt: skip
_LEADING_FRACTIONS: Final = ("نصف", "ربع", "ثلث")
_DIGITS: Final = re.compile(r"\d+(?:[.,٫٬]\d+)*\Z")
_GROUPED: Final = re.compile(r"\d{1,3}(?:[,٬]\d{3})+(?:[.٫]\d+)?\Z")
# One proclitic group before the first word. ``لست`` (I am not) and the like are kept from becoming numbers below.
_PROCLITIC: Final = re.compile(r"(?:[وف]?[بلك]|[وف])(?=..)")
_NOT_NUMBERS: Final = frozenset({"لست", "فلست", "ولست"})

_ORDINAL_STEMS: Final[dict[str, int]] = {
    "اول": 1, "اولى": 1, "اولي": 1, "ثاني": 2, "ثانى": 2, "ثانية": 2, "ثان": 2, "ثالث": 3, "ثالثة": 3, "رابع": 4,
    "رابعة": 4, "خامس": 5, "خامسة": 5, "سادس": 6, "سادسة": 6, "سابع": 7, "سابعة": 7, "ثامن": 8, "ثامنة": 8,
    "تاسع": 9, "تاسعة": 9, "عاشر": 10, "عاشرة": 10,
}  # fmt: skip
_ORDINAL_HEADS: Final[dict[str, int]] = {**_ORDINAL_STEMS, "حادي": 1, "حادى": 1, "حادية": 1, "واحد": 1, "واحدة": 1}
_TEEN: Final = ("عشر", "عشرة")

#: Every word that can begin or make up a cardinal number, without proclitics or article.
NUMBER_WORDS: Final = frozenset({*_UNITS, *_TEEN_HEADS, *_TENS, *_HUNDREDS, *_SCALES, *_LEADING_FRACTIONS}) - {"احد"}
#: Every ordinal, without proclitics or article.
ORDINAL_WORDS: Final = frozenset({*_ORDINAL_HEADS, *_TENS})


def parse_digits(word: str) -> float | None:
    """The value of a word of digits (``2500``, ``2,500``, ``3.5``, ``2٬500``), or None.

    A comma before exactly three digits groups thousands, as the news agencies write; a full stop, or a comma before
    any other count of digits, is the decimal sign.
    """
    if not _DIGITS.match(word):
        return None
    if word.isdigit():
        return float(word)
    if _GROUPED.match(word):
        return float(word.replace(",", "").replace("٬", "").replace("٫", "."))
    plain = re.sub("[,٫]", ".", word)
    return float(plain) if plain.count(".") == 1 and "٬" not in plain else None


def parse_number(tokens: Sequence[str], i: int, *, definite: bool = False) -> tuple[float, int] | None:
    """Read the cardinal number that begins at ``tokens[i]``.

    `tokens` are folded words; the first may carry proclitics (``وخمسة``, ``لثلاثة``). Gives the value and how many
    tokens it took, or None. Scale words in the singular or dual count alone (``مليون`` 1e6, ``ألفي`` 2000), plurals
    only after a number (``ثلاثة آلاف``): vague ``آلاف`` is None. Fractions of a scale (``نصف مليون``, ``مليون ونصف
    المليون``) and of the number itself (``ثلاثة ونصف``) are added. `definite` also allows the article on every part
    (``الأربع والعشرين``), which is off by default because such forms are more often names (``مجموعة العشرين``).
    """
    reader = _Reader(tokens, definite)
    first = reader.word(i)
    if first is None or first in _NOT_NUMBERS:
        return None
    for word in _variants(first):
        got = reader.number(i, word)
        if got is not None:
            return got
    return None


def parse_ordinal(tokens: Sequence[str], i: int) -> tuple[int, int] | None:
    """Read the ordinal that begins at ``tokens[i]``, with or without the article: value and tokens used, or None.

    ``الأول`` 1, ``الثالث عشر`` 13, ``العشرين`` 20 (article required), ``الحادي والثلاثين`` 31.
    """
    if i >= len(tokens):
        return None
    for word in _variants(tokens[i]):
        bare, has_article = _strip_article(word)
        if has_article and bare in _TENS:
            return _TENS[bare], 1
        if has_article and bare in _HUNDRED:
            return 100, 1
        head = _ORDINAL_HEADS.get(bare)
        if head is None:
            continue
        following = tokens[i + 1] if i + 1 < len(tokens) else ""
        if following in _TEEN and head < 10:
            return head + 10, 2
        if following.startswith("وال") and following[3:] in _TENS and head < 10:
            return head + _TENS[following[3:]], 2
        if bare in _ORDINAL_STEMS:
            return head, 1
    return None


def _variants(word: str) -> list[str]:
    """The word itself and, if it may carry proclitics, what is left without them."""
    out = [word]
    if word.startswith("لل"):
        out.append("ال" + word[2:])
    elif word[:1] in ("و", "ف") and word[1:3] == "لل":
        out.append("ال" + word[3:])
    else:
        got = _PROCLITIC.match(word)
        if got:
            if got.end() == 2:
                out.append(word[1:])
            out.append(word[got.end() :])
    return out


def _strip_article(word: str) -> tuple[str, bool]:
    return (word[2:], True) if word.startswith("ال") and word not in _SCALES and len(word) > 3 else (word, False)


class _Reader:
    """One reading of a token sequence; small enough to make anew for every number."""

    __slots__ = ("definite", "tokens")

    def __init__(self, tokens: Sequence[str], definite: bool) -> None:
        self.tokens = tokens
        self.definite = definite

    def word(self, i: int) -> str | None:
        return self.tokens[i] if 0 <= i < len(self.tokens) else None

    def bare(self, word: str) -> str:
        if word.endswith("ى") and word not in ("احدى",):
            word = word[:-1] + "ي"
        return _strip_article(word)[0] if self.definite else word

    def joined(self, i: int) -> str | None:
        """The word at `i` without its conjunction, or None when it has none."""
        word = self.word(i)
        return self.bare(word[1:]) if word is not None and word.startswith("و") and len(word) > 2 else None

    def number(self, i: int, first: str) -> tuple[float, int] | None:
        first = self.bare(first)
        if first in _LEADING_FRACTIONS:
            scale = _SCALES.get(self._scale_word(i + 1))
            return (_FRACTIONS[first] * scale[0], 2) if scale and scale[1] == 1 else None
        total, at, last_scale, group_end = 0.0, i, 10**15, i
        word: str | None = first
        while word is not None:
            alone = _SCALES.get(word)
            if alone and alone[1] and alone[0] < last_scale:
                # "ألفا جندي" is the dual in construct; "ألفا وخمسمئة" and "عشرون ألفا" are one thousand, accusative
                dual = word in _AMBIGUOUS_DUALS and at == i and not (self.word(at + 1) or "و").startswith("و")
                total += alone[0] * (2 if dual else alone[1])
                last_scale, at = alone[0], at + 1
            else:
                group = self._group(at, word)
                if group is None:
                    break
                value, used = group
                scale = _SCALES.get(self._scale_word(at + used))
                if scale and scale[1] != 2 and scale[0] < last_scale:
                    total += value * scale[0]
                    last_scale, at = scale[0], at + used + 1
                else:
                    if last_scale == 1 or value >= last_scale:
                        break
                    total += value
                    last_scale, at = 1, at + used
            group_end = at
            word = self.joined(at)
            if (
                word is None
                and self.word(at) == "و"
                and last_scale > 1
                and parse_digits(self.word(at + 1) or "") is not None
            ):
                # a tokeniser parts "و200": only a smaller scale after it makes it one number
                scale = _SCALES.get(self._scale_word(at + 2))
                if scale and scale[1] != 2 and scale[0] < last_scale:
                    at, word = at + 1, self.word(at + 1)
            # After digits only a scaled group may follow: "5 وعشرون" are two numbers.
            if word is not None and last_scale == 1:
                break
        if group_end == i:
            return None
        fraction = self.joined(group_end)
        if fraction in ("نصف", "ربع", "ثلث"):
            unit = last_scale if last_scale < 10**15 else 1
            total += _FRACTIONS[fraction] * unit
            group_end += 1
            if unit > 1 and _SCALES.get(self._scale_word(group_end, True), (0, 0))[0] == unit:
                group_end += 1
        return total, group_end - i

    def _scale_word(self, i: int, definite: bool = False) -> str:
        word = self.word(i) or ""
        if (self.definite or definite) and word.startswith("ال") and word[2:] in _SCALES:
            return word[2:]
        return self.bare(word)

    def _group(self, i: int, word: str) -> tuple[float, int] | None:
        """A number below a thousand, or a word of digits."""
        digits = parse_digits(word)
        if digits is not None:
            return digits, 1
        if word in _HUNDREDS:
            rest = self.joined(i + 1)
            below = self._below_hundred(i + 1, rest) if rest is not None else None
            if below and self._ends_group(i + 1, below):
                return _HUNDREDS[word] + below[0], 1 + below[1]
            return float(_HUNDREDS[word]), 1
        following = self.word(i + 1) or ""
        if (3 <= _UNITS.get(word, 0) <= 9 and following in _HUNDRED) or (word in _UNITS and following == "مئات"):
            rest = self.joined(i + 2)
            below = self._below_hundred(i + 2, rest) if rest is not None else None
            if below:
                return _UNITS[word] * 100 + below[0], 2 + below[1]
            return _UNITS[word] * 100.0, 2
        return self._below_hundred(i, word)

    def _ends_group(self, i: int, below: tuple[float, int]) -> bool:
        """Whether the part below a hundred belongs to this group and not to the next ("مئة وألف")."""
        return _SCALES.get(self._scale_word(i + below[1]), (0, 0))[1] != 2

    def _below_hundred(self, i: int, word: str) -> tuple[float, int] | None:
        if parse_digits(word) is not None:
            return None
        following = self.word(i + 1) or ""
        if word in _TEEN_HEADS and (following in _TEEN or (self.definite and self.bare(following) in _TEEN)):
            return 10.0 + _TEEN_HEADS[word], 2
        if word in _TENS:
            return float(_TENS[word]), 1
        tens = self.joined(i + 1)
        if word in _UNITS_BEFORE_TENS and tens in _TENS:
            return float(_UNITS_BEFORE_TENS[word] + _TENS[tens]), 2
        if word in _UNITS:
            return float(_UNITS[word]), 1
        return None
