"""Days that vague words may mean: قبل أيام, في الأسابيع الأخيرة, خلال السنوات المقبلة.

TIMEX3 gives these only PAST_REF or FUTURE_REF. For the date of an event the bounds matter: a plural without a number is
two to nine of its unit (أيام, the plural of paucity), and "the last" or "the coming" ones reach to the day of writing.
"""

from __future__ import annotations

import datetime
import re

from waqai.records import Precision, TimeMention

#: plural of a unit: days of one unit, and how exactly a date so told is known
_UNITS: tuple[tuple[str, int, Precision], ...] = (
    (r"ساعات|دقائق|لحظات|ثوان\w*", 0, "day"),
    (r"[اأ]يام", 1, "week"),
    (r"[اأ]سابيع", 7, "month"),
    (r"[اأ]شهر|شهور", 30, "season"),
    (r"سنوات|سنين|[اأ]عوام", 365, "decade"),
)
_WORDS = tuple(
    (re.compile(rf"(?:^|[\s\u0648\u0641\u0628])(?:ال|لل)?(?:{unit})(?![\u0621-\u064a])"), n, how)
    for unit, n, how in _UNITS
)
_LAST = re.compile(r"ماضي|[اأ]خير|سابق|فائت|منصرم|قليلة|قادم|مقبل|[اآ]تي|تالي")
_FEW, _MANY = 2, 9


def interval(time: TimeMention, written: datetime.date | None) -> TimeMention:
    """The mention with the days between which it lies, counted from the day of writing; else as it is."""
    if written is None or time.first is not None or time.value not in ("PAST_REF", "FUTURE_REF"):
        return time
    if time.text.lstrip("وف").startswith("بعد") and time.value == "PAST_REF":
        return time  # counted from something told
    for unit, days, precision in _WORDS:
        if unit.search(time.text):
            near = 0 if _LAST.search(time.text) else _FEW
            sign = -1 if time.value == "PAST_REF" else 1
            try:
                ends = sorted(written + datetime.timedelta(sign * days * n) for n in (near, _MANY))
            except OverflowError:
                return time
            first, last = (day.isoformat() for day in ends)
            why = None if days == 0 else f"{_FEW} to {_MANY} of the unit, counted from {written.isoformat()}"
            if days and near == 0:
                why = f"up to {_MANY} of the unit, counted from {written.isoformat()}"
            return TimeMention(time.text, time.start, time.end, time.type, time.value, first, last, precision, why)
    return time
