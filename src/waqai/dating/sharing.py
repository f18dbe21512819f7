"""One date for the mentions of one event in an article."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import msgspec

from waqai.dating.days import STORY_DAYS, iso_day
from waqai.records import Event, EventDate, Place

#: states of events whose dates are shared between their mentions
_TIMED = frozenset(("actual", "historical", "future"))
#: types of events that are one happening told again when an article names them twice
_TOLD_AGAIN = frozenset(("ASSAULT", "COERCE", "CONSULT", "PROTEST", "RETREAT", "SANCTION", "MOBILIZE"))


def share_dates(events: Sequence[Event]) -> list[Event]:
    """Give a mention without a date of its own the date of another mention of the same event in the article.

    The same event: equal type, mode, and countries of actors and recipients; or, for a definite noun (الهجوم, الضربات),
    equal type and no countries that differ; told as having happened, with one date only among the mentions that
    have one. The record says that the date was inferred, and from which words.
    """
    dated = [e for e in events if e.status in _TIMED and e.date is not None and e.date.text is not None]
    told: dict[tuple[object, ...], list[Event]] = {}
    for event in dated:
        if event.date is not None:
            told.setdefault((event.status == "future", *_same_event(event)), []).append(event)
    out = []
    for event in events:
        if event.status in ("actual", "future") and event.date is None:
            ahead = event.status == "future"
            same = told.get((ahead, *_same_event(event)), []) if any(_parties(event)) else []
            opens = event.sentence.start == 0
            before = [d for d in same if opens or ahead or d.anchor.start < event.anchor.start or _retold(d, event)]
            dates = [d.date for d in before if d.date is not None and not _elsewhere(d.place, event.place)]
            again = event.event_type in _TOLD_AGAIN or (ahead and event.event_type == "AGREE")
            if not dates and again and (opens or _definite(event.anchor.text)):
                dates = [d.date for d in dated if d.date is not None and _told_again(d, event)]
            if len({(d.start, d.end) for d in dates}) == 1 and _fits(event, dates[0]):
                first = dates[0]
                why = f"another mention in the article: {first.text}"
                event = msgspec.structs.replace(event, date=msgspec.structs.replace(first, inferred=why))
        out.append(event)
    return out


def _retold(dated: Event, event: Event) -> bool:
    """Whether what is told below with its day can be what is told here without one: by the same frame;
    وأجرى محادثات ... ويلتقي اليوم are two meetings.
    """
    return dated.frame == event.frame


def _elsewhere(one: Place | None, other: Place | None) -> bool:
    """Whether two places have names that differ."""
    return one is not None and other is not None and (one.name or one.text) != (other.name or other.text)


def _fits(event: Event, date: EventDate) -> bool:
    """Whether an event without a date may have happened then: past or ahead as it is told; what opens an article is
    its news, not what happened long before.
    """
    if event.pub_date is None:
        return True
    if event.status == "future":
        return date.end >= event.pub_date
    published = iso_day(event.pub_date)
    if event.sentence.start == 0 and published is not None:
        return (published - datetime.timedelta(STORY_DAYS)).isoformat() <= date.start <= event.pub_date
    return date.start <= event.pub_date


def _definite(anchor: str) -> bool:
    return anchor.split()[0].lstrip("وفبلك").startswith(("ال", "ل"))


def _told_again(dated: Event, event: Event) -> bool:
    """Whether a definite noun can mean the dated event told before it, or a headline the one told at length below."""
    if dated.event_type != event.event_type or (dated.status == "future") != (event.status == "future"):
        return False
    if event.sentence.start == 0:
        if dated.sentence.start == 0 or dated.event_mode != event.event_mode:
            return False
    elif dated.anchor.start >= event.anchor.start:
        return False
    pairs = zip(_parties(dated), _parties(event), strict=True)
    return all(not a or not b or a & b for a, b in pairs)


def _parties(event: Event) -> tuple[frozenset[str | None], frozenset[str | None]]:
    return frozenset(e.country for e in event.actors if e.country), frozenset(
        e.country for e in event.recipients if e.country
    )


def _same_event(event: Event) -> tuple[object, ...]:
    return (event.event_type, event.event_mode, *_parties(event))
