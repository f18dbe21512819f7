"""What the grammar finds: an expression of time before it is resolved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final


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
    hijri: bool = False  # of a century: before Christ
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


def way_of(mod: str) -> str:
    """Direction of an amount with this adjective."""
    return {"future": "future", "next": "future", "future2": "future", "present": "span"}.get(mod, "past")


def vague_reference(mod: str) -> str:
    """TIMEX3 reference for a vague stretch with this adjective."""
    return {"future": "FUTURE_REF", "next": "FUTURE_REF", "present": "PRESENT_REF", "future2": "FUTURE_REF"}.get(
        mod, "PAST_REF"
    )


def duration_value(amounts: Sequence[tuple[float, str]]) -> str:
    """TIMEX3 value of amounts of units: ``P3D``, ``PT30M``, ``P1Y6M``, ``P1DE``."""
    dated, timed = "", ""
    for value, unit in amounts:
        for n, code in _whole(value, unit):
            if code.startswith("T"):
                timed += f"{n}{code[1:]}"
            else:
                dated += f"{n}{code}"
    return "P" + dated + ("T" + timed if timed else "")


_PARTS: Final = {
    "Y": (12, "M"),
    "TH": (60, "TM"),
    "DE": (10, "Y"),
    "CE": (100, "Y"),
    "M": (2, "half"),
    "D": (24, "TH"),
    "W": (7, "D"),
}


def _whole(value: float, unit: str) -> list[tuple[str, str]]:
    """A number of units without fractions where a smaller unit expresses it."""
    whole, rest = int(value), value - int(value)
    out = [(str(whole), unit)] if whole else []
    if rest:
        times, smaller = _PARTS.get(unit, (1, ""))
        if smaller and smaller != "half" and (rest * times).is_integer():
            out.append((str(int(rest * times)), smaller))
        else:
            return [(f"{value:g}", unit)]
    return out or [("0", unit)]
