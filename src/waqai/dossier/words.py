"""The words of `words.yml`, folded and compiled for matching."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Any, NamedTuple

from waqai.text.fold import fold

_SOURCE = Path(__file__).with_name("words.yml")


class Words(NamedTuple):
    """Patterns match whole folded words, with a conjunction before them; sets hold folded words; acts gives for a frame
    of the lexicon what kind of act it tells.
    """

    topic_verbs: dict[str, re.Pattern[str]]
    hand: re.Pattern[str]
    receive: re.Pattern[str]
    allege: re.Pattern[str]
    acts: dict[str, str]
    sets: dict[str, frozenset[str]]


@functools.cache
def load() -> Words:
    """Read the file, once."""
    import yaml

    data: dict[str, Any] = yaml.safe_load(_SOURCE.read_text("utf8"))
    verbs = {"" if prep == "object" else key(prep): _verbs(stems) for prep, stems in data.pop("topic_verbs").items()}
    hand, receive = _verbs(data.pop("hand_verbs")), _verbs(data.pop("receive_verbs"))
    allege = _verbs(data.pop("allege_verbs"))
    acts = {frame: name for name, frames in data.pop("acts").items() for frame in frames}
    return Words(verbs, hand, receive, allege, acts, {name: frozenset(map(key, words)) for name, words in data.items()})


def key(word: str) -> str:
    """The spelling that words are compared in: folded, final ى as ي."""
    folded = fold(word).text
    return folded[:-1] + "ي" if folded.endswith("ى") else folded


def _verbs(stems: list[list[str]]) -> re.Pattern[str]:
    """Finite forms of verbs, third person, given by the stem of the past and of the present."""
    past = "|".join(sorted({re.escape(fold(stem[0]).text) for stem in stems}))
    present = "|".join(sorted({re.escape(fold(stem[1]).text) for stem in stems}))
    return re.compile(f"[وف]?(?:(?:{past})(?:ت|تا|ا|وا)?|(?P<future>س)?[يت](?:{present})(?:ان|ون|ا|وا)?)")
