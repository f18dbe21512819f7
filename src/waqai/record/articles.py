"""What mentions owe to the article they stand in: their order, the countries it is about, whose date is whose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from waqai.text.fold import fold_word

from .traits import Traits

#: Words between two things of which one came after the other, or in reply to it.
_AFTER = frozenset("بعد عقب اثر منذ قبل ردا انتقاما غداة احتجاجا".split())
#: Words before a noun of something that is known already.
_BEFORE_KNOWN = _AFTER | frozenset("خلفية قضية ملف بسبب بشان حول ذكرى لبحث لمناقشة".split())
#: A toll is told on another day than the blow.
_BEFORE_TOLL = frozenset("حصيلة ضحايا قتلى".split())


def arrange(traits: Sequence[Traits]) -> None:
    """Number mentions that are in reading order, and their sentences within each document; settle borrowed dates."""
    line, start = 0, 0
    countries: Counter[str] = Counter()
    for at, t in enumerate(traits):
        previous = traits[at - 1] if at else t
        if t.doc != previous.doc:
            _set(traits[start:at], countries)
            line, start, countries = 0, at, Counter()
        elif t.sentence != previous.sentence:
            line += 1
        t.at, t.line = at, line
        countries.update(t.countries)
        if t.country:
            countries[t.country] += 1
        if t.told and t.background and (_presupposed(t) or _borrowed(t, traits, at)):
            t.assume()
    _set(traits[start:], countries)


def _set(document: Sequence[Traits], countries: Counter[str]) -> None:
    setting = tuple(sorted(countries, key=lambda c: (-countries[c], c))[:2])
    for t in document:
        t.setting = setting


def _presupposed(t: Traits) -> bool:
    """A noun behind بعد, ردا على, في قضية ...: the date in the sentence is that of what came after it."""
    if t.event.date is not None and (t.event.date.inferred or "").startswith("counted from"):
        return False  # وردت القوات بعد يومين بغارات: counted to the noun itself
    before = t.event.sentence.text[: max(0, t.event.anchor.start - t.event.sentence.start)]
    words = [fold_word(word).removeprefix("و") for word in before.split()[-4:]]
    if any(word in _BEFORE_TOLL for word in words[-2:]):
        return _dated_before(t) or not _dated_itself(t)
    known = any(word in _BEFORE_KNOWN for word in words[-2:]) or any(word in _AFTER for word in words)
    return known and _dated_before(t)


def _dated_before(t: Traits) -> bool:
    """Whether the words of the date stand before the anchor; behind it they are its own (بعد هجوم وقع أمس)."""
    date = t.event.date
    if date is None or date.text is None:
        return True
    return t.event.sentence.text.find(date.text) < t.event.anchor.start - t.event.sentence.start


def _dated_itself(t: Traits) -> bool:
    """Whether the date behind a noun is told of it: الهجوم الذي وقع الاثنين."""
    date = t.event.date
    text = t.event.sentence.text
    until = text.find(date.text) if date is not None and date.text is not None else -1
    between = text[t.event.anchor.end - t.event.sentence.start : max(0, until)]
    return any(word in ("الذي", "التي", "وقع", "وقعت") for word in between.split())


def _borrowed(t: Traits, traits: Sequence[Traits], at: int) -> bool:
    """A noun in a sentence whose date belongs to something else told before it (جلسة أمس لبحث الهجوم)."""
    for other in reversed(traits[max(0, at - 6) : at]):
        if other.doc != t.doc or other.sentence != t.sentence:
            return False
        if other.type != t.type and other.told and (other.start, other.end) == (t.start, t.end):
            return _dated_before(t)
    return False


def reply_between(left: Traits, right: Traits) -> bool:
    """Whether one sentence tells the one as coming after, or in reply to, the other."""
    first, last = sorted((left.event.anchor, right.event.anchor), key=lambda a: a.start)
    between = left.event.sentence.text[max(0, first.end - left.sentence) : max(0, last.start - left.sentence)]
    return any(fold_word(word) in _AFTER for word in between.split())
