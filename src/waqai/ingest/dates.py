"""Publication dates as they stand in files: many notations in, one ISO day out.

The day is taken as written; a time zone does not move it. Times in the *text* of articles are another matter
(package `times`).
"""

from __future__ import annotations

import datetime
import re
from email.utils import parsedate
from typing import Any

#: Years that a news article can be of.
FIRST_YEAR, LAST_YEAR = 1800, 2100

_YMD = re.compile(r"(\d{4})([-/._])(\d{1,2})\2(\d{1,2})(?!\d)")
_DMY = re.compile(r"(\d{1,2})([-/._])(\d{1,2})\2(\d{4})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?=$|[T ]|\d{6}(?:\D|$))")
_IN_NAME = re.compile(
    r"(?<!\d)(?:(?P<y>(?:18|19|20)\d{2})(?P<s>[-_./]?)(?P<m>\d{2})(?P=s)(?P<d>\d{2})"
    r"|(?P<d2>\d{2})(?P<s2>[-_.])(?P<m2>\d{2})(?P=s2)(?P<y2>(?:18|19|20)\d{2}))(?!\d)"
)
_MONTHS = {m: i for i, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_NAMED = re.compile(
    r"(?:(?P<d>\d{1,2})\s+(?P<m>[A-Za-z]{3})[a-z]*|(?P<m2>[A-Za-z]{3})[a-z]*\s+(?P<d2>\d{1,2})),?\s+(?P<y>\d{4})"
)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_NONE = {"", "nan", "nat", "none", "null", "n/a", "-"}


def iso_day(value: Any) -> str | None:
    """The ISO 8601 day of `value`, None where it holds none (empty, NaN, None).

    Takes dates and datetimes, ISO 8601 with or without a time, ``2021/3/23``, ``23/03/2021`` (day first), ``20210323``,
    RFC 2822 (``Tue, 23 Mar 2021 ...``), ``23 March 2021``, seconds or milliseconds since 1970, and Arabic digits.
    Raises ValueError with a message for a person when it is no possible day.
    """
    if value is None:
        return None
    if isinstance(value, datetime.date):  # datetimes and pandas' timestamps, too
        if value != value:  # pandas' NaT
            return None
        return _day(value.year, value.month, value.day, str(value))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError(f"{_short(value)} is no date")
    if isinstance(value, float):
        if value != value:
            return None
        if not value.is_integer():
            return _epoch(value)
        value = int(value)
    if isinstance(value, int) and not 1_000_00_00 <= value <= 9999_12_31:
        return _epoch(value)
    text = str(value).translate(_DIGITS).strip().strip("\u200e\u200f\ufeff")
    if text.lower() in _NONE:
        return None
    if found := _YMD.match(text) or _COMPACT.match(text):
        year, month, day = (int(g) for g in found.groups() if g.isdigit())
        return _day(year, month, day, text)
    if found := _DMY.match(text):
        return _day(int(found[4]), int(found[3]), int(found[1]), text)
    if found := _NAMED.search(text):
        month = _MONTHS.get((found["m"] or found["m2"]).lower(), 0)
        return _day(int(found["y"]), month, int(found["d"] or found["d2"]), text)
    if mail := parsedate(text):
        return _day(*mail[:3], text)
    if text.isdigit() and len(text) in (9, 10, 13):
        return _epoch(int(text))
    raise ValueError(f"{_short(text)} is no date that can be read")


def date_in_name(name: str) -> str | None:
    """The day that stands in a file's name (``2021-03-23``, ``20210323``, ``23-03-2021``), None where there is none."""
    for found in _IN_NAME.finditer(name):
        year, month, day = (
            (found["y"], found["m"], found["d"]) if found["y"] else (found["y2"], found["m2"], found["d2"])
        )
        try:
            return _day(int(year), int(month), int(day), name)
        except ValueError:
            continue
    return None


def _day(year: int, month: int, day: int, text: str) -> str:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        hint = " (a Hijri year?)" if 1200 <= year < 1600 else ""
        raise ValueError(f"{_short(text)} is not of a year between {FIRST_YEAR} and {LAST_YEAR}{hint}")
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        raise ValueError(f"{_short(text)} is no day of the calendar") from None


def _epoch(value: float) -> str:
    seconds = value / 1000 if abs(value) >= 1e11 else value
    if abs(seconds) < 1e8:
        raise ValueError(f"{_short(value)} is no date")
    try:
        moment = datetime.datetime.fromtimestamp(seconds, datetime.UTC)
    except (OverflowError, OSError, ValueError):
        raise ValueError(f"{_short(value)} is no date") from None
    return _day(moment.year, moment.month, moment.day, str(value))


def _short(value: object) -> str:
    text = str(value)
    return repr(text if len(text) <= 40 else text[:37] + "...")
