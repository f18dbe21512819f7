"""What the grammar finds: an expression of time before it is resolved."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Expression:
    """An unresolved expression over tokens ``[i, j)`` of a sentence; only the fields of its `kind` are set.

    `kind` is one of day, month, year, years, season, quarter, half, decade, century, shift (a unit counted from now),
    weekend, ref, set, duration, clock, holiday. `mod` is the adjective (past, future, present, past2, future2, last,
    previous, next, same); `edge` start, mid or end; `part` a TIMEX3 part of the day; `clock` HH:MM.
    """

    kind: str
    i: int
    j: int
    skip: int = 0  # letters of proclitics before the expression in token i
    year: int | None = None
    year_to: int | None = None
    month: int | None = None
    day: int | None = None
    hijri: bool = False
    weekday: int | None = None
    shift: int | None = None
    unit: str = ""
    mod: str = ""
    edge: str = ""
    part: str = ""
    clock: str = ""
    season: str = ""
    nth: int = 0  # quarter, half, week of the month, decade (199), century (19)
    amounts: list[tuple[float, str]] = field(default_factory=list)
    direction: str = ""  # ago, ahead, since, span; past, future with a modifier
    value: str = ""  # of references and sets
    year_mod: str = ""  # of "the year" inside: من العام الماضي
    month_mod: str = ""  # of "the month" inside: من الشهر المقبل
    week_mod: str = ""
    of_event: bool = False  # "three days before ...": counted from something told, not from now
    inner: int = -1  # where the amount begins in an "ago" or "ahead" expression
    dateline: bool = False
    approximate: bool = False
    holiday: int = -1
