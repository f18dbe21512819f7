"""What the words around an expression say: the tense of its clause, and which known happening is meant."""

from __future__ import annotations

from datetime import date
from typing import Final

from waqai.times.expression import Expression
from waqai.times.grammar import Sentence
from waqai.times.rules import Fact

_REACH: Final = 16  # tokens that the guess of the tense looks back
_NEAR: Final = 22  # tokens on either side in which a happening's words must stand
_CLOSERS: Final = frozenset({"التي", "الذي", "الذين", "اللذين", "اللتين", "اللذان"})
_BEFORE_NOUNS: Final = frozenset("في من علي الي مدينة بلدة عن بن جنوب شمال شرق غرب منطقة جزيرة قرية ضد مع عبد".split())
_FUTURE_VERB: Final = 4  # letters that سـ + imperfect has at least
_RECENT: Final = 30  # months back that a month without a day still names a happening


def guess_tense(sentence: Sentence, e: Expression) -> str | None:
    """``future`` when the words before the expression announce, ``past`` when they report, else None."""
    lists = sentence.lists
    if sentence.word(e.i - 1) in ("منذ", "مذ"):
        return "past"
    for i in range(e.i - 1, max(-1, e.i - _REACH), -1):
        word = sentence.word(i)
        if not word[0].isalpha():
            continue
        bare = word[1:] if word[0] in "وف" and len(word) > 3 else word
        if (_is_future(bare, lists["not_future"]) and sentence.word(i - 1) not in _BEFORE_NOUNS) or bare in lists[
            "future_words"
        ]:
            return "future"
        if bare in lists["announcing"]:
            return None if sentence.word(i - 1) in ("كان", "كانت", "لم", "وكان", "وكانت") else "future"
        if word in _CLOSERS or bare in lists["past_words"]:
            return "past"
    for i in range(e.j, min(sentence.n, e.j + 3)):  # headlines put the time first
        word = sentence.word(i)
        if _is_future(word, lists["not_future"]):
            return "future"
    return None


def _is_future(word: str, exceptions: frozenset[str]) -> bool:
    return (
        word[0] == "س"
        and len(word) >= _FUTURE_VERB
        and word[1] in "يت"
        and word not in exceptions
        and not word.endswith(("ة", "ات"))
    )


def happening(sentence: Sentence, e: Expression, facts: dict[int, list[Fact]], reference: date) -> Fact | None:
    """The dated happening that an expression with a guessed year means, if the words near it name one."""
    if e.month is None or e.hijri or e.kind not in ("day", "month"):
        return None
    candidates = [
        fact
        for fact in facts.get(e.month, ())
        if (e.day is None or fact.day == e.day) and date(fact.year, fact.month, fact.day) <= reference
    ]
    if not candidates:
        return None
    near = set()
    for i in range(max(0, e.i - _NEAR), min(sentence.n, e.j + _NEAR)):
        word = sentence.word(i)
        near.add(word)
        if word[0] in "وفبلك" and len(word) > 3:
            near.add(word[1:])
            if word.startswith("لل"):
                near.add("ال" + word[2:])
    if not near.isdisjoint(sentence.lists["anniversary"]):
        return None
    for fact in reversed(candidates):
        months = (reference.year - fact.year) * 12 + reference.month - fact.month
        if e.day is None and months > _RECENT:
            continue
        if all(not group.isdisjoint(near) for group in fact.groups):
            return fact
    before = sentence.word(e.i - 1)
    if e.day is None and not e.mod and before in ("هجمات", "احداث", "اعتداءات") and not sentence.clitic(e.i):
        return next((fact for fact in reversed(candidates) if fact.by_date), None)
    if e.day and not e.mod and before in sentence.lists["means_happening"]:
        for fact in reversed(candidates):
            if fact.by_date:
                return fact
    return None
