"""Counts of one event that are added up: قتل جنديان وشرطي tells of three killed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from waqai.records import Event, Quantity

#: what may stand between two counts that belong together: an adjective or two, and و
_AND = re.compile(r"(?: \w+){0,2} ?،? و")
#: what is counted in people, told of different people where the counts are joined
_PEOPLE = frozenset("killed injured casualties missing arrested hostages expelled released tried displaced".split())


def totals(event: Event) -> Sequence[Quantity]:
    """The quantities of an event, those of people that the sentence joins by و as one with the words of both."""
    if len(event.quantities) < 2:
        return event.quantities
    out: list[Quantity] = []
    for quantity in event.quantities:
        if out and _joined(event, out[-1], quantity):
            out[-1] = _sum(event, out[-1], quantity)
        else:
            out.append(quantity)
    return out


def _joined(event: Event, one: Quantity, two: Quantity) -> bool:
    if one.kind != two.kind or one.kind not in _PEOPLE or two.start < one.end:
        return False
    first = event.sentence.start
    return _AND.fullmatch(event.sentence.text[one.end - first : two.start - first]) is not None


def _sum(event: Event, one: Quantity, two: Quantity) -> Quantity:
    low = None if one.min is None and two.min is None else (one.min or 0.0) + (two.min or 0.0)
    high = None if one.max is None or two.max is None else one.max + two.max
    first = event.sentence.start
    words = event.sentence.text[one.start - first : two.end - first]
    return Quantity(one.kind, low, high, one.unit if one.unit == two.unit else "person", words, one.start, two.end)
