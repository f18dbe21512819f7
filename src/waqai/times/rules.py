"""The compiled words of time, loaded once and looked up with their clitics."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from waqai.text.numbers import NUMBER_WORDS, ORDINAL_WORDS
from waqai.times.words import normal

_DATA: Final = Path(__file__).parent / "_data.json"
# Words seen once are kept; a text of many millions of different words must not fill the memory.
_MOST_WORDS: Final = 200_000


#: Classes that can open an expression, in the order in which their rules are tried; `grammar` has a rule for each.
OPENERS: Final = (
    "digits", "ordinal", "first_day", "number", "article",
    "night", "relday", "weekday", "unit", "part", "late", "hour_word",
    "month", "decade", "edge", "season", "season_def", "season_word", "quarter", "half", "holiday", "this",
    "same_before", "ref", "set", "every", "approximate", "several", "ago", "ahead", "last_first",
)  # fmt: skip


class Look(NamedTuple):
    """What a word can be: how many letters of proclitics precede, its classes, the phrases that it opens."""

    prefix: int
    clitic: str
    classes: dict[str, Any]
    phrases: list[list[Any]]
    openers: tuple[str, ...]  # its classes that can open an expression, in the order of their rules


class Fact(NamedTuple):
    """A dated happening: any word of every group must be near for it to be meant."""

    name: str
    year: int
    month: int
    day: int
    by_date: bool
    groups: tuple[frozenset[str], ...]


class Rules:
    """Tables of the language of time and the cached analysis of words."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.words: dict[str, dict[str, Any]] = data["words"]
        self.phrases: dict[str, list[list[Any]]] = data["phrases"]
        self.lists: dict[str, frozenset[str]] = {name: frozenset(forms) for name, forms in data["lists"].items()}
        self.holidays: list[dict[str, Any]] = data["holidays"]
        self.facts: dict[int, list[Fact]] = {}
        for entry in data["facts"]:
            year, month, day = (int(part) for part in entry["date"].split("-"))
            groups = tuple(frozenset(group) for group in entry["words"])
            self.facts.setdefault(month, []).append(Fact(entry["name"], year, month, day, entry["by_date"], groups))
        #: Names of news agencies with their spaces taken out, as a dateline may break them anywhere.
        self.agencies = frozenset(
            [word for word, classes in self.words.items() if "agencies" in classes]
            + [
                first + "".join(part for part in rest if part != ".")
                for first, entries in self.phrases.items()
                for rest, kind, _ in entries
                if kind == "agencies"
            ]
        )
        self.plain: set[str] = set()  # words known to have nothing to do with time
        self._looks: dict[str, Look] = {}

    def look(self, word: str) -> Look | None:
        """What the folded `word` may be, or None for an ordinary word."""
        if word in self.plain:
            return None
        got = self._looks.get(word)
        if got is None:
            if len(self.plain) + len(self._looks) > _MOST_WORDS:
                self.plain.clear()
                self._looks.clear()
            got = self._analyse(word)
            if got is None:
                self.plain.add(word)
            else:
                self._looks[word] = got
        return got

    def _analyse(self, word: str) -> Look | None:
        if word[0].isdecimal():
            return self._made(0, "", {"digits": 1}, [])
        closed: Look | None = None  # a reading that cannot open an expression: kept when nothing better comes
        for prefix, form in _candidates(normal(word)):
            for spelling in (form, form[:-1] + "ة") if form.endswith("ه") else (form,):
                classes = self.words.get(spelling)
                phrases = self.phrases.get(spelling)
                number = _number(spelling)
                if classes or phrases or number:
                    # "ل" of "للعام" stands before the article it has swallowed
                    got = self._made(prefix, word[:prefix], {**(classes or {}), **number}, phrases or [])
                    if got.openers:
                        return got
                    closed = closed or got
        return closed

    def _made(self, prefix: int, clitic: str, classes: dict[str, Any], phrases: list[list[Any]]) -> Look:
        kinds = {*classes, *(entry[1] for entry in phrases)}
        return Look(prefix, clitic, classes, phrases, tuple(kind for kind in OPENERS if kind in kinds))


def _number(form: str) -> dict[str, Any]:
    out: dict[str, Any] = {}
    article = form.startswith("ال") and form not in NUMBER_WORDS
    bare = form[2:] if article else form
    if bare in NUMBER_WORDS:
        out["number"] = article
    if bare in ORDINAL_WORDS and (article or bare not in NUMBER_WORDS):
        out["ordinal"] = article
    return out


def _candidates(word: str) -> list[tuple[int, str]]:
    """The word, then without one and two proclitics; the number tells how many letters were taken off."""
    out = [(0, word)]
    head = word[:1]
    if head and head in "وفبلك" and len(word) > 2:
        if word.startswith("لل"):
            out.append((1, "ال" + word[2:]))
        out.append((1, word[1:]))
        second = word[1:2]
        if head in "وف" and second and second in "بلك" and len(word) > 3:
            if word[1:3] == "لل":
                out.append((2, "ال" + word[3:]))
            out.append((2, word[2:]))
    return out


@lru_cache(maxsize=1)
def load() -> Rules:
    """The rules, read once from the generated file."""
    return Rules(json.loads(_DATA.read_text(encoding="utf-8")))
