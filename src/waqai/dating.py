"""The date of an event: the time expression of its clause, of the clauses around it, else for a plain past report
the day of publication.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

import msgspec

from waqai.events.matcher import Fired
from waqai.events.reading import Reading
from waqai.records import Event, EventDate, Status, TimeMention

_YEAR = re.compile(
    r"(?<![0-9٠-٩])(?:1[0-9]|20|١[٠-٩]|٢٠)[0-9٠-٩]{2}(?![0-9٠-٩])|[اأ]لقرن|تسعين|ثمانين|سبعين|ستين|خمسين"
)
Mark = tuple[int, int, TimeMention]


def dates_of(
    fired: Fired, reading: Reading, marks: Sequence[Mark], published: datetime.date | None
) -> tuple[EventDate | None, Status]:
    """The date of an event and its status as the date corrects it: future when it lies ahead, historical more than
    a year back.
    """
    status: Status = fired.status  # type: ignore[assignment]
    mark = _nearest(fired, reading, marks)
    if mark is not None:
        time = mark[2]
        if (
            published is not None and status == "actual" and fired.trigger.clause.tense == "p" and time.first
            and time.first > published.isoformat() and time.type == "DATE" and not _YEAR.search(time.text)
            and time.precision in ("day", "month")
        ):
            # a past verb with a day that lies ahead: the year before is meant (في 7 أكتوبر شنت ..., told on 4 October)
            time = _year_before(time)
        date = EventDate(time.first or "", time.last or "", time.precision or "day", time.text, time.inferred)
        if published is None and status == "actual" and _YEAR.search(time.text):
            status = "historical"  # news writes the year only when it is not its own
        if published is not None and status == "actual":
            if time.last and time.last < (published - datetime.timedelta(days=365)).isoformat():
                status = "historical"
            elif time.first and time.first > published.isoformat() and fired.trigger.clause.tense != "p":
                status = "future"
        return date, status
    if status == "actual" and published is not None:
        day = published.isoformat()
        return EventDate(day, day, "day"), status
    return None, status


def _year_before(time: TimeMention) -> TimeMention:
    def earlier(day: str | None) -> str | None:
        if not day:
            return day
        year, rest = int(day[:4]) - 1, day[4:]
        return f"{year:04d}{'-02-28' if rest == '-02-29' else rest}"

    return msgspec.structs.replace(time, first=earlier(time.first), last=earlier(time.last))


def _nearest(fired: Fired, reading: Reading, marks: Sequence[Mark]) -> Mark | None:
    usable = [m for m in marks if m[2].first is not None and m[2].type in ("DATE", "TIME")]
    if not usable:
        return None
    trigger = fired.trigger
    clause = trigger.clause
    anchor = trigger.unit.start
    wanted = [clause, *([trigger.governor] if trigger.governor is not None and trigger.governor is not clause else [])]
    for holder in wanted:
        spans = [(unit.start, unit.end) for unit in holder.times]
        inside = [m for m in usable if any(a <= m[0] < b or m[0] <= a < m[1] for a, b in spans)]
        if inside:
            behind = [m for m in inside if m[0] > anchor]
            return min(behind or inside, key=lambda m: abs(m[0] - anchor))
    for above in clause.ancestors():
        if clause.kind == "rel":
            break
        spans = [(unit.start, unit.end) for unit in above.times]
        inside = [m for m in usable if any(a <= m[0] < b for a, b in spans)]
        if inside and above.unit is not None and not any("speech" in v.kinds for v in above.verbs):
            return inside[0]
    return None


def share_dates(events: Sequence[Event]) -> list[Event]:
    """Give a mention without a date of its own the date of another mention of the same event in the article.

    The same event: equal type, mode, and countries of actors and recipients, told as having happened, with one date
    only among the
    mentions that have one. The record says that the date was inferred, and from which words.
    """
    told: dict[tuple[object, ...], list[EventDate]] = {}
    for event in events:
        if event.status in ("actual", "historical") and event.date is not None and event.date.text is not None:
            told.setdefault(_same_event(event), []).append(event.date)
    out = []
    for event in events:
        dates = told.get(_same_event(event), [])
        if (
            event.status == "actual"
            and event.date is not None
            and event.date.text is None
            and len({(d.start, d.end) for d in dates}) == 1
            and any(_parties(event))
        ):
            first = dates[0]
            event = msgspec.structs.replace(
                event, date=msgspec.structs.replace(first, inferred=f"another mention in the article: {first.text}")
            )
        out.append(event)
    return out


def _parties(event: Event) -> tuple[frozenset[str | None], frozenset[str | None]]:
    return frozenset(e.country for e in event.actors if e.country), frozenset(
        e.country for e in event.recipients if e.country
    )


def _same_event(event: Event) -> tuple[object, ...]:
    return (event.event_type, event.event_mode, *_parties(event))
