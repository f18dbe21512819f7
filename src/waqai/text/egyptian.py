"""Egyptian spelling: papers that write every final ى as ي (علي مصر, إلي القاهرة, حتي الآن).

At look-up one spelling is found for the other, but function words are known by their exact letters, and علي is a name,
too. A text that has إلي and never إلى is written so; in it these words are put right. Lengths do not change, so that
offsets hold.
"""

from __future__ import annotations

import re

_LETTER = "\u0621-\u064a"
_SO_WRITTEN = re.compile(f"(?<![{_LETTER}])[وف]?الي(?![{_LETTER}])")
_PLAIN = re.compile(f"(?<![{_LETTER}])[وف]?الى(?![{_LETTER}])")
#: function words, and verbs whose form with ي would be a passive or a noun, without their last letter, folded
_STEMS = (
    "ال حت لد عل سو مت مد اخر احد كبر التق تلق اجر ابد الق انته ادع تول تبن اكتف اعط جر مض ابق تخل تصد تحد عان اد افض"
    " استدع انقض نع احص ار ات"
).split()
_WORDS = re.compile(f"(?<![{_LETTER}])([وف]?(?:{'|'.join(_STEMS)}))ي(?![{_LETTER}])")
#: before or behind these علي is a name, folded
_NAMED = re.compile(
    r"(?:محمد|احمد|حسن|حسين|بن|الامام|الشيخ|السيد|الدكتور|الرئيس|اللواء|العميد|ولي|آل|ال|مصطفى|عبد|امام) $"
)
_NAMES = re.compile(
    r" (?:عبد|بن|محمد|احمد|حسن|حسين|صالح|ناصر|سالم|خامنئي|لاريجاني|زيدان|مبارك|باباجان|اكبر|السيستاني|الدين|جمعة"
    r"|المصيلحي|كرتي|حيدر|مملوك)"
)


def with_maqsura(text: str) -> str:
    """A folded text with the final ي of function words put right where the text writes no other; else as it is."""
    if not _SO_WRITTEN.search(text) or _PLAIN.search(text):
        return text
    return _WORDS.sub(lambda found: _put_right(found, text), text)


def _put_right(found: re.Match[str], text: str) -> str:
    if found.group(1).endswith("عل"):
        start, end = found.span()
        if _NAMED.search(text[max(0, start - 12) : start]) or _NAMES.match(text[end : end + 12]):
            return found.group()
    return found.group(1) + "ى"


__all__ = ["with_maqsura"]
