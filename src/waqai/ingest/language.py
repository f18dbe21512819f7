"""Is this text Arabic at all? A gate by letters and by the commonest function words, without a model.

Persian, Urdu, Kurdish and Pashto share most letters with Arabic and some words; a table of Arabic forms would find
verbs in them. They are told by function words that Arabic does not have, not by letters alone: Iraqi and Iranian
outlets write Arabic with ک, ی, گ and چ.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

#: Below this share of Arabic letters among all letters a text counts as not Arabic.
LEAST_SHARE = 0.1
#: Words looked at when telling the languages of the Arabic script apart.
SAMPLE = 4000

_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06fc\u0750-\u077f\ufb50-\ufdfb\ufe70-\ufefc]+")
_OTHERS = (
    ("Latin", re.compile("[A-Za-z\u00c0-\u024f]+")),
    ("Hebrew", re.compile("[\u05d0-\u05ea]+")),
    ("Cyrillic", re.compile("[\u0400-\u04ff]+")),
    ("Greek", re.compile("[\u0370-\u03ff]+")),
    ("Chinese, Japanese or Korean", re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")),
    ("Devanagari", re.compile("[\u0900-\u097f]+")),
)
_WORD = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06fc]+")
_SIGNS = re.compile("[\u064b-\u065f\u0670\u0640\u200c]")
_PLAIN = str.maketrans("کیہأإآ", "كيهااا")


@cache
def _function_words() -> dict[str, frozenset[str]]:
    """For each language its commonest function words, less those of two languages."""
    lines = Path(__file__).with_name("function_words.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(":") for line in lines if not line.startswith("#"))
    words = {language: frozenset(text.split()) for language, text in pairs}
    count = Counter(word for known in words.values() for word in known)
    return {language: frozenset(word for word in known if count[word] == 1) for language, known in words.items()}


def foreign(text: str) -> str | None:
    """Why `text` is not coded: a short note when it is (nearly) not Arabic, None when it is.

    Linear in the length of `text`. Mixed texts count as Arabic from a tenth of Arabic letters on; a text without any
    letter gives a note, too.
    """
    arabic = _count(_ARABIC, text)
    if arabic and arabic >= len(text) * LEAST_SHARE:  # as nearly always: no need to count the letters of others
        return _another_language(text)
    others = {name: _count(letters, text) for name, letters in _OTHERS}
    letters = arabic + sum(others.values())
    if letters == 0:
        return "no words: the text holds no letters" if text.strip() else "no text"
    if arabic < letters * LEAST_SHARE:
        script = max(others, key=lambda name: others[name])
        return f"not Arabic: the text is in {script} script"
    return _another_language(text)


def _another_language(text: str) -> str | None:
    language = _language(text)
    return None if language == "Arabic" else f"not Arabic: the text seems to be {language}"


def _count(letters: re.Pattern[str], text: str) -> int:
    return sum(map(len, letters.findall(text)))


def _language(text: str) -> str:
    """The language of a text in Arabic script; Arabic unless another is clearly ahead."""
    words = _WORD.findall(_SIGNS.sub("", text[: SAMPLE * 20]).translate(_PLAIN))[:SAMPLE]
    scores = {language: sum(map(known.__contains__, words)) for language, known in _function_words().items()}
    arabic = scores.pop("Arabic") + sum(word.startswith(("ال", "وال", "بال", "لل", "فال")) for word in words) / 2
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= 2 and scores[best] > 1.5 * arabic and scores[best] > 0.05 * len(words) else "Arabic"
