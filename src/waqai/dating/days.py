"""Days of the calendar and dates of records, computed; and the expressions that they are read from."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import msgspec

from waqai.grammar.clauses import Clause
from waqai.records import EventDate, TimeMention

#: start and end of an expression in the folded text, and what it says
Mark = tuple[int, int, TimeMention]
#: days before the day of writing within which the day that an opening names is the story's
STORY_DAYS = 7


def month_of(day: datetime.date) -> EventDate:
    """The month that a report was written in, for what it announces without a date."""
    following = (day.replace(day=1) + datetime.timedelta(32)).replace(day=1)
    last = (following - datetime.timedelta(1)).isoformat()
    return EventDate(day.isoformat(), last, "month", None, "announced without a date: the month of the report")


def of_clause(clause: Clause, marks: Sequence[Mark]) -> list[Mark]:
    """The marks that stand in the clause itself."""
    spans = [(unit.start, unit.end) for unit in clause.times]
    return [m for m in marks if any(a <= m[0] < b or m[0] <= a < m[1] for a, b in spans)]


def date_of(time: TimeMention) -> EventDate:
    return EventDate(time.first or "", time.last or "", time.precision or "day", time.text, time.inferred)


def mark_date(mark: Mark | None) -> EventDate | None:
    return None if mark is None else date_of(mark[2])


def iso_day(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        return None


def moved_days(date: EventDate, days: int) -> EventDate:
    """The date so many days later."""
    ends = [(datetime.date.fromisoformat(day) + datetime.timedelta(days)).isoformat() for day in (date.start, date.end)]
    return msgspec.structs.replace(date, start=ends[0], end=ends[1])


def year_earlier(day: str) -> str:
    year, rest = int(day[:4]) - 1, day[4:]
    return f"{year:04d}{'-02-28' if rest == '-02-29' else rest}"
