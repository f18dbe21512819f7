"""Arithmetic of days: intervals of months, weeks and seasons, Hijri dates (Umm al-Qura), Easter.

An interval is a pair of dates, both included. Nothing here reads text.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

Interval = tuple[date, date]

#: First month of each TIMEX3 season of the northern hemisphere; winter begins in December of the year before.
SEASON_MONTH: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": -1}
#: Years AH that Umm al-Qura (hijridate) covers.
HIJRI_YEARS: Final = range(1343, 1501)
_EARLIEST: Final = 1
_LATEST: Final = 9998


def month_interval(year: int, month: int) -> Interval:
    """The days of a month."""
    return date(year, month, 1), add_months(date(year, month, 1), 1) - timedelta(1)


def year_interval(first: int, last: int | None = None) -> Interval:
    """The days of a year, or from one year through another."""
    return date(first, 1, 1), date(last or first, 12, 31)


def week_interval(day: date) -> Interval:
    """Monday to Sunday of the ISO week of `day`."""
    monday = day - timedelta(day.weekday())
    return monday, monday + timedelta(6)


def week_value(day: date) -> str:
    """TIMEX3 value of the ISO week of `day`."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def add_months(day: date, months: int) -> date:
    """`day` moved by whole months, held to the end of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    if not _EARLIEST <= year <= _LATEST:
        raise OverflowError(f"year {year} is out of range")
    for length in (day.day, 30, 29, 28):
        try:
            return date(year, month, length)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def season_interval(year: int, season: str) -> Interval:
    """March to May, June to August, September to November, or December of the year before to February."""
    first = add_months(date(year, 1, 1), SEASON_MONTH[season] - 1 + (1 if season == "WI" else 0))
    return first, add_months(first, 3) - timedelta(1)


def make(year: int, month: int, day: int) -> date | None:
    """The date, or None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def from_hijri(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a day of the Umm al-Qura calendar, None outside 1343 to 1500 AH or without such a day."""
    if year not in HIJRI_YEARS:
        return None
    from hijridate import Hijri

    try:
        got = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(got.year, got.month, got.day)


def to_hijri(day: date) -> tuple[int, int, int] | None:
    """Year, month and day of the Umm al-Qura calendar, or None outside its tables."""
    from hijridate import Gregorian

    try:
        got = Gregorian(day.year, day.month, day.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    return got.year, got.month, got.day


def hijri_month(year: int, month: int) -> Interval | None:
    """The days of a Hijri month."""
    first = from_hijri(year, month, 1)
    following = from_hijri(year + month // 12, month % 12 + 1, 1)
    return (first, following - timedelta(1)) if first and following else None


def hijri_year(year: int) -> Interval | None:
    """The days of a Hijri year; before the tables begin, by the mean length of its years (within a day or two)."""
    first, following = from_hijri(year, 1, 1), from_hijri(year + 1, 1, 1)
    if first and following:
        return first, following - timedelta(1)
    if not 1 <= year < HIJRI_YEARS.start:
        return None
    epoch = date(622, 7, 19)  # proleptic Gregorian
    mean = 354.36667
    return epoch + timedelta(round((year - 1) * mean)), epoch + timedelta(round(year * mean) - 1)


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)
