"""From expressions to days: TIMEX3 value, interval and precision, from the day of writing and what was told before.

The conventions of the values are those of TIMEX3 (ISO-TimeML) as docs/times.md gives them. Everything is computed from
the reference day, which is the dateline's when there is one near the publication date, and from a small memory of
the last day, month and year told (``23 منه``, ``في اليوم التالي``).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from waqai.records import Precision
from waqai.times import days
from waqai.times.expression import Expression, duration_value

#: Asked for the tense around an expression: past, future, present, or None when nothing tells.
Tense = Callable[[Expression], "str | None"]

UMM_AL_QURA: Final = "Umm al-Qura calendar"
_SHIFTS: Final = {
    "past": -1,
    "future": 1,
    "present": 0,
    "past2": -2,
    "future2": 2,
    "previous": -1,
    "last": -1,
    "next": 1,
}
_GREGORIAN: Final = 1600  # years from here on are not Hijri ones
_BELOW_DAY: Final = {"TH": 24, "TM": 1440, "TS": 86400}
_MONTHS: Final = {"M": 1.0, "Y": 12.0, "DE": 120.0, "CE": 1200.0}


class Value(NamedTuple):
    """A resolved expression."""

    type: str
    value: str
    first: date | None = None
    last: date | None = None
    precision: Precision | None = None
    inferred: str | None = None


class Resolver:
    """Resolves the expressions of one document in order."""

    def __init__(self, reference: date | None, holidays: list[dict[str, Any]], strong: bool) -> None:
        self.reference = reference
        self.holidays = holidays
        self.strong = strong  # tenses come from a grammar, not from a guess
        self.focus = reference  # the last day told as near: where a bare "afternoon" belongs
        self.day: date | None = None
        self.past_day: date | None = None  # the last day told that does not lie ahead
        self.aside = False  # the expression only bounds a stretch (بحلول, حتى): nothing is told of that day
        self.month: tuple[int, int] | None = None
        self.year: int | None = None
        self.sentence_year: int | None = None

    def start_sentence(self) -> None:
        """Forget what only holds within a sentence."""
        self.sentence_year = None

    def resolve(self, e: Expression, tense: Tense) -> Value | None:
        """The value of `e`, or None when it denotes no time after all (no such day)."""
        try:
            method: Callable[[Expression, Tense], Value | None] = getattr(self, "_" + e.kind)
            got = method(e, tense)
        except (OverflowError, ValueError):
            return None
        if got is not None and got.first is not None and got.last is not None and e.edge in ("first_day", "last_day"):
            day = got.first if e.edge == "first_day" else got.last
            got = Value("DATE", day.isoformat(), day, day, "day", got.inferred)
        if got is not None:
            self._remember(e, got)
        return got

    def _remember(self, e: Expression, got: Value) -> None:
        if got.first is None or got.type in ("DURATION", "SET") or self.aside:
            return
        if got.precision == "day":
            self.day = got.first
            if self.reference and got.first <= self.reference:
                self.past_day = got.first
            told = e.shift is not None or (e.weekday is not None and e.part != "NI")  # after a night comes its morning
            if told and self.reference and got.first <= self.reference:
                self.focus = got.first
        if got.precision in ("day", "month") and not e.hijri:
            self.month = (got.first.year, got.first.month)
        if got.precision in ("day", "month", "year", "season"):
            self.year = got.first.year
            if got.precision == "year" or e.year:
                self.sentence_year = (got.last or got.first).year

    # -- days ------------------------------------------------------------------------------------------------------

    def _day(self, e: Expression, tense: Tense) -> Value | None:
        if e.year is not None and e.year < 0 and e.month and e.day:
            return Value("DATE", f"BC{-e.year:04d}-{e.month:02d}-{e.day:02d}")
        if e.value == "every":
            return Value("SET", f"XXXX-{e.month:02d}-{e.day:02d}")
        if e.hijri and e.month:
            return self._hijri_day(e, tense)
        got: date | None
        if e.day is not None and (e.month is not None or e.month_mod):
            got = self._month_day(e, tense)
            if got is None:
                return self._open_day(e) if self.reference is None and not e.year else None
        elif e.mod in ("same", "next", "previous"):
            got = self.day
            if got is not None and self.reference and got > self.reference and tense(e) != "future":
                got = self.past_day or got
            if got is None:
                return Value("DATE", "PAST_REF")
            if e.mod != "same":
                got += timedelta(1 if e.mod == "next" else -1)
        elif self.reference is None:
            return self._open_day(e)
        elif e.shift is not None:
            got = self.reference + timedelta(e.shift)
            if e.weekday:
                # the weekday is surer than our day of publication, which may be one off
                off = (e.weekday - got.isoweekday() + 3) % 7 - 3
                if abs(off) <= 2:
                    got += timedelta(off)
        else:
            got = self._weekday(e, tense)
        return self._timed(e, got)

    def _timed(self, e: Expression, day: date) -> Value:
        value, kind = day.isoformat(), "DATE"
        if e.clock:
            value, kind = f"{value}T{e.clock}", "TIME"
        elif e.part:
            value, kind = f"{value}T{e.part}", "TIME"
        return Value(kind, value, day, day, "day")

    def _open_day(self, e: Expression) -> Value:
        """A day without a reference: what can be said without one."""
        part = f"T{e.clock or e.part}" if e.clock or e.part else ""
        kind = "TIME" if part else "DATE"
        if e.day is not None and e.month is not None:
            return Value(kind, f"XXXX-{e.month:02d}-{e.day:02d}{part}")
        if e.day is not None:
            return Value(kind, f"XXXX-XX-{e.day:02d}{part}")
        if e.shift is not None and not e.weekday:
            if part:
                return Value(kind, f"XXXX-XX-XX{part}")
            return Value(kind, "PAST_REF" if e.shift < 0 else "FUTURE_REF" if e.shift else "PRESENT_REF")
        return Value(kind, f"XXXX-WXX-{e.weekday}{part}")

    def _month_day(self, e: Expression, tense: Tense) -> date | None:
        day = e.day or 1
        if e.month is None:
            if e.month_mod == "same":
                year_month = self.month or (self.reference and (self.reference.year, self.reference.month))
                return days.make(*year_month, day) if year_month else None
            if self.reference is None:
                return None
            base = days.add_months(self.reference.replace(day=1), _SHIFTS.get(e.month_mod, 0))
            return days.make(base.year, base.month, day)
        year = self._explicit_year(e)
        if year is not None:
            return days.make(year, e.month, day)
        if self.reference is None:
            return None
        month = e.month
        options = [
            got for y in range(self.reference.year - 2, self.reference.year + 3) if (got := days.make(y, month, day))
        ]
        if e.weekday and not e.mod:  # "الجمعة 13 أكتوبر": only some years have it
            options = [got for got in options if got.isoweekday() == e.weekday] or options
        return _choose(options, self.reference, e.mod, tense(e), self.strong)

    def _explicit_year(self, e: Expression) -> int | None:
        if e.year is not None:
            if e.year < 0:
                raise ValueError("before Christ")
            return e.year
        if e.year_mod and self.reference:
            if e.year_mod == "same":
                return self.year or self.reference.year
            if e.year_mod in ("next", "previous"):
                return (self.year or self.reference.year) + _SHIFTS[e.year_mod]
            return self.reference.year + _SHIFTS.get(e.year_mod, 0)
        return None

    def _weekday(self, e: Expression, tense: Tense) -> date:
        assert self.reference is not None
        assert e.weekday is not None
        today = self.reference
        if e.week_mod:
            monday = today - timedelta(today.weekday()) + timedelta(7 * _SHIFTS.get(e.week_mod, 0))
            return monday + timedelta(e.weekday - 1)
        back = (today.isoweekday() - e.weekday) % 7
        ahead = (e.weekday - today.isoweekday()) % 7
        if e.mod in ("past", "previous", "last", "past2"):
            return today - timedelta((back or 7) + (7 if e.mod == "past2" else 0))
        if e.mod in ("future", "next", "future2"):
            return today + timedelta((ahead or 7) + (7 if e.mod == "future2" else 0))
        if tense(e) == "future":
            return today + timedelta(ahead)
        return today - timedelta(back)

    def _hijri_day(self, e: Expression, tense: Tense) -> Value | None:
        month, day = e.month or 1, e.day or 1
        year = e.year
        if year is None:
            if self.reference is None:
                return Value("DATE", "XXXX-XX-XX")
            now = days.to_hijri(self.reference)
            if now is None:
                return None
            options = [got for y in range(now[0] - 2, now[0] + 3) if (got := days.from_hijri(y, month, day))]
            if e.year_mod and e.year_mod in _SHIFTS:
                found = days.from_hijri(now[0] + _SHIFTS[e.year_mod], month, day)
            else:
                found = _choose(options, self.reference, e.mod, tense(e), self.strong)
        else:
            found = days.from_hijri(_hijri_year_of(year, month), month, day)
        if found is None:
            return None
        return self._timed(e, found)._replace(inferred=UMM_AL_QURA)

    def _part(self, e: Expression, tense: Tense) -> Value:
        if self.focus is None:
            return Value("TIME", f"XXXX-XX-XXT{e.part}")
        return Value("TIME", f"{self.focus.isoformat()}T{e.part}", self.focus, self.focus, "day")

    def _clock(self, e: Expression, tense: Tense) -> Value:
        if self.focus is None:
            return Value("TIME", f"T{e.clock}")
        return Value("TIME", f"{self.focus.isoformat()}T{e.clock}", self.focus, self.focus, "day")

    # -- months, years and longer ----------------------------------------------------------------------------------

    def _month(self, e: Expression, tense: Tense) -> Value | None:
        month = e.month or 1
        if e.hijri:
            return self._hijri_month(e, tense)
        if e.year is not None and e.year < 0:
            return Value("DATE", f"BC{-e.year:04d}-{month:02d}")
        year = self._explicit_year(e)
        if year is None:
            if self.reference is None:
                return Value("DATE", f"XXXX-{month:02d}")
            year = self._guess_month_year(month, e.mod, tense(e))
        if not 1 <= year <= 9998:
            return None
        first, last = _narrow_month(days.month_interval(year, month), e.edge)
        if e.nth:
            return self._week_of_month(year, month, e.nth)
        return Value("DATE", f"{year:04d}-{month:02d}", first, last, "month")

    def _guess_month_year(self, month: int, mod: str, tense: str | None) -> int:
        assert self.reference is not None
        now = self.reference.year * 12 + self.reference.month - 1
        back = (now - (month - 1)) % 12
        ahead = (month - 1 - now) % 12
        if mod in ("past", "previous", "last", "past2"):
            return (now - (back or 12) - (12 if mod == "past2" else 0)) // 12
        if mod in ("future", "next", "future2"):
            return (now + (ahead or 12) + (12 if mod == "future2" else 0)) // 12
        if mod == "present" or not back:
            return self.reference.year
        if tense == "future":
            return (now + ahead) // 12 if ahead <= 3 * back else (now - back) // 12
        factor = 7 if self.strong and tense == "past" else 5
        return (now - back) // 12 if back <= factor * ahead else (now + ahead) // 12

    def _week_of_month(self, year: int, month: int, nth: int) -> Value:
        first, last = days.month_interval(year, month)
        start = min(first + timedelta(7 * (nth - 1)), last - timedelta(6))
        middle = start + timedelta(3)
        return Value("DATE", days.week_value(middle), start, start + timedelta(6), "week")

    def _hijri_month(self, e: Expression, tense: Tense) -> Value | None:
        month = e.month or 1
        if e.year is not None:
            interval = days.hijri_month(_hijri_year_of(e.year, month), month)
        elif self.reference is None:
            return Value("DATE", "XXXX-XX")
        else:
            now = days.to_hijri(self.reference)
            if now is None:
                return None
            back = (now[1] - month) % 12
            ahead = (month - now[1]) % 12
            index = now[0] * 12 + now[1] - 1
            if e.mod in ("past", "previous", "last", "past2"):
                index -= back or 12
            elif e.mod in ("future", "next", "future2"):
                index += ahead or 12
            elif e.year_mod in _SHIFTS:
                index = (now[0] + _SHIFTS[e.year_mod]) * 12 + month - 1
            elif tense(e) == "future" or back > 4 * ahead:
                index += ahead
            else:
                index -= back
            interval = days.hijri_month(index // 12, month)
        if interval is None:
            return None
        first, last = interval
        value = f"{first.isoformat()}/{last.isoformat()}"
        narrowed = _narrow_month(interval, e.edge)
        return Value("DATE", value, *narrowed, "month", UMM_AL_QURA)

    def _year(self, e: Expression, tense: Tense) -> Value | None:
        year = e.year or 0
        if e.nth == 2:  # two digits
            century = 2000 if self.reference and year + 100 <= self.reference.year else 1900
            year = year % 100 + century
        if e.hijri:
            interval = days.hijri_year(year)
            if interval is None:
                return None
            inferred = UMM_AL_QURA if year in days.HIJRI_YEARS else "tabular Hijri calendar"
            value = f"{interval[0].isoformat()}/{interval[1].isoformat()}"
            return Value("DATE", value, *interval, "year", inferred)
        if year < 0:
            return Value("DATE", f"BC{-year:04d}")
        if not 1 <= year <= 9998:
            return None
        return Value("DATE", f"{year:04d}", *_narrow_year(days.year_interval(year), e.edge), "year")

    def _years(self, e: Expression, tense: Tense) -> Value:
        first, last = e.year or 1, e.year_to or e.year or 1
        return Value("DATE", f"{first}/{last}", *days.year_interval(first, last), "year")

    def _decade(self, e: Expression, tense: Tense) -> Value | None:
        if e.year_to:
            base = (e.year_to - 1) * 100 + e.nth
        elif self.reference is None:
            base = 1900 + e.nth
        elif e.mod:
            base = (self.reference.year // 100 + _SHIFTS.get(e.mod, 0)) * 100 + e.nth
        else:
            base = self.reference.year // 100 * 100 + e.nth
            if base > self.reference.year:
                base -= 100
        first, last = _narrow_decade(base, 10, e.edge)
        return Value("DATE", f"{base // 10}", date(first, 1, 1), date(last, 12, 31), "decade")

    def _century(self, e: Expression, tense: Tense) -> Value | None:
        if e.hijri:  # before Christ
            return Value("DATE", f"BC{e.nth - 1:02d}")
        if e.nth:
            base = (e.nth - 1) * 100
        elif self.reference is None:
            return Value("DATE", "XX")
        else:
            base = (self.reference.year // 100 + _SHIFTS.get(e.mod, 0)) * 100
        if base <= 0:
            return None
        first, last = _narrow_decade(base, 100, e.edge)
        return Value("DATE", f"{base // 100:02d}", date(first, 1, 1), date(last, 12, 31), "decade")

    def _season(self, e: Expression, tense: Tense) -> Value | None:
        year = self._explicit_year(e)
        if e.year and e.year_to:
            first, last = days.season_interval(e.year_to, e.season)
            return Value("DATE", f"{e.year}-{e.season}", first, last, "season")
        if year is None:
            if self.reference is None:
                return Value("DATE", f"XXXX-{e.season}")
            year = self.reference.year
            first, last = days.season_interval(year, e.season)
            if e.season == "WI" and self.reference.month >= 6 and e.mod in ("future", "present", "next"):
                year += 1  # the winter that begins in December is that of the next year
                first, last = days.season_interval(year, e.season)
            if e.mod in ("past", "previous") and last >= self.reference:
                year -= 1
            elif e.mod in ("future", "next") and first <= self.reference:
                year += 1
            elif not e.mod:  # أواخر الشتاء: the one that the tense allows
                told = tense(e)
                year += (told == "future" and last < self.reference) - (told == "past" and first > self.reference)
        first, last = days.season_interval(year, e.season)
        return Value("DATE", f"{year:04d}-{e.season}", first, last, "season")

    def _quarter(self, e: Expression, tense: Tense) -> Value | None:
        return self._share(e, 3, "Q")

    def _half(self, e: Expression, tense: Tense) -> Value | None:
        return self._share(e, 6, "H")

    def _share(self, e: Expression, months: int, letter: str) -> Value | None:
        year = self._explicit_year(e)
        if year is None:
            if self.reference is None or (months == 6 and not e.mod):
                return None
            year = self.reference.year
            end = days.add_months(date(year, 1, 1), months * e.nth)
            if (e.mod in ("past", "previous") and end > self.reference) or (
                not e.mod and date(year, 1 + months * (e.nth - 1), 1) > self.reference
            ):
                year -= 1
            elif e.mod in ("future", "next") and days.add_months(end, -months) <= self.reference:
                year += 1
        first = date(year, 1 + months * (e.nth - 1), 1)
        return Value(
            "DATE", f"{year:04d}-{letter}{e.nth}", first, days.add_months(first, months) - timedelta(1), "season"
        )

    def _shift(self, e: Expression, tense: Tense) -> Value | None:
        """The week, month, year ... before, at or after now, or the one told last."""
        today = self.reference
        if e.mod in ("same", "next", "previous") and self.day and e.unit == "W":
            today = self.day
        if today is None:
            if e.mod in ("past", "previous", "past2"):
                return Value("DATE", "PAST_REF")
            return Value("DATE", "PRESENT_REF" if e.mod in ("present", "same") else "FUTURE_REF")
        n = 0 if e.mod == "same" else _SHIFTS.get(e.mod, 0)
        if e.unit == "W":
            middle = today + timedelta(7 * n)
            return Value("DATE", days.week_value(middle), *days.week_interval(middle), "week")
        if e.unit == "M":
            year, month = today.year, today.month
            if e.mod in ("same", "next", "previous") and self.month:
                year, month = self.month
            moved = days.add_months(date(year, month, 1), n)
            if e.nth:
                return self._week_of_month(moved.year, moved.month, e.nth)
            interval = _narrow_month(days.month_interval(moved.year, moved.month), e.edge)
            return Value("DATE", f"{moved.year:04d}-{moved.month:02d}", *interval, "month")
        if e.unit == "Y":
            year = today.year
            if e.mod == "same" and self.year:
                year = self.year
            elif e.mod in ("next", "previous") and self.sentence_year:
                year = self.sentence_year
            elif e.mod == "new" and today.month > 6:
                n = 1
            year += n
            return Value("DATE", f"{year:04d}", *_narrow_year(days.year_interval(year), e.edge), "year")
        if e.unit == "DE":
            base = (today.year // 10 + n) * 10
            return Value("DATE", f"{base // 10}", *days.year_interval(base, base + 9), "decade")
        if e.unit == "D":
            moved = today + timedelta(n)
            return Value("DATE", moved.isoformat(), moved, moved, "day")
        return None

    def _weekend(self, e: Expression, tense: Tense) -> Value:
        if self.reference is None:
            return Value("DATE", "XXXX-WXX-WE")
        monday, sunday = days.week_interval(self.reference + timedelta(7 * _SHIFTS.get(e.mod, 0)))
        return Value("DATE", f"{days.week_value(monday)}-WE", monday + timedelta(4), sunday, "week")

    def _holiday(self, e: Expression, tense: Tense) -> Value | None:
        entry = self.holidays[e.holiday]
        reference = self.reference
        calendar = entry["calendar"]
        if calendar == "hijri":
            middle = None
            if e.year is not None and e.year < _GREGORIAN:
                found = _hijri_feast(e.year, entry)
            else:
                middle = date(e.year, 7, 1) if e.year else reference
                now = days.to_hijri(middle) if middle else None
                if now is None:
                    return None
                options = [d for y in range(now[0] - 2, now[0] + 3) if (d := _hijri_feast(y, entry))]
                if e.year:
                    options = [d for d in options if d.year == e.year]
                found = self._holiday_of(options, e, tense)
            inferred: str | None = UMM_AL_QURA
        else:
            base = e.year or (reference.year if reference else None)
            if base is None:
                return None
            years = [e.year] if e.year else range(base - 2, base + 3)
            if calendar == "easter":
                options = [days.easter(y) + timedelta(entry["offset"]) for y in years]
            else:
                options = [date(y, entry["month"], entry["day"]) for y in years]
            found, inferred = self._holiday_of(options, e, tense), None
        if found is None:
            return None
        last = found + timedelta(entry.get("days", 1) - 1)
        if e.day is not None:  # one of its days
            found = last = found + timedelta(e.day)
        return Value("DATE", found.isoformat(), found, last, "day", inferred)

    def _holiday_of(self, options: list[date], e: Expression, tense: Tense) -> date | None:
        if e.year and options:
            return options[0]
        if self.reference is None:
            return None
        year = self._explicit_year(e)
        if year is not None:
            return next((d for d in options if d.year == year), None)
        return _choose(options, self.reference, e.mod, tense(e), self.strong)

    # -- stretches -------------------------------------------------------------------------------------------------

    def _ref(self, e: Expression, tense: Tense) -> Value:
        if e.of_event:
            return Value("DATE", "PAST_REF")
        if e.value:
            return Value("DATE", e.value)
        if e.direction in ("since", "ago"):
            return Value("DATE", "PAST_REF")
        return Value("DATE", "FUTURE_REF" if tense(e) == "future" else "PAST_REF")

    def _set(self, e: Expression, tense: Tense) -> Value:
        return Value("SET", e.value)

    def _duration(self, e: Expression, tense: Tense) -> Value:
        value = duration_value(e.amounts)
        first = last = None
        if self.reference is not None:
            if e.direction in ("since", "past"):
                first, last = _moved(self.reference, e.amounts, -1), self.reference
            elif e.direction == "future":
                first, last = self.reference, _moved(self.reference, e.amounts, 1)
        return Value("DURATION", value, first, last, _precision(e.amounts) if first else None)

    def _ago(self, e: Expression, tense: Tense) -> Value:
        """An amount before or after now; after something told it is only a duration."""
        forward = e.direction == "ahead"
        if e.of_event or self.reference is None or (forward and tense(e) != "future"):
            e.i, e.skip = e.inner, 0
            return Value("DURATION", duration_value(e.amounts))
        moved = _moved(self.reference, e.amounts, 1 if forward else -1)
        precision = _precision(e.amounts)
        if precision == "day":
            return Value("DATE", moved.isoformat(), moved, moved, "day")
        if precision == "week":
            return Value("DATE", days.week_value(moved), *days.week_interval(moved), "week")
        if precision == "month":
            return Value("DATE", f"{moved:%Y-%m}", *days.month_interval(moved.year, moved.month), "month")
        if precision == "year":
            return Value("DATE", f"{moved.year:04d}", *days.year_interval(moved.year), "year")
        base = moved.year // 10 * 10
        return Value("DATE", f"{base // 10}", *days.year_interval(base, base + 9), "decade")


def _hijri_year_of(year: int, month: int) -> int:
    """The Hijri year of a month told with a year: رمضان 1445 as it is; رمضان 2024 is the one that began in 2024."""
    if year < _GREGORIAN:
        return year
    for hijri in range((year - 622) * 33 // 32 - 1, (year - 622) * 33 // 32 + 3):
        interval = days.hijri_month(hijri, month)
        if interval is not None and interval[0].year == year:
            return hijri
    return year


def _hijri_feast(year: int, entry: dict[str, Any]) -> date | None:
    """The day of a feast in a Hijri year: a fixed day, or the last of some weekday in its month (``weekday``)."""
    if "weekday" not in entry:
        return days.from_hijri(year, entry["month"], entry["day"])
    month = days.hijri_month(year, entry["month"])
    return month and month[1] - timedelta((month[1].isoweekday() - entry["weekday"]) % 7)


def _choose(options: list[date], today: date, mod: str, tense: str | None, strong: bool) -> date | None:
    """Which of the yearly returns of a day is meant: by its adjective, else the nearer one, weighed by the tense."""
    before = [d for d in options if d < today]
    after = [d for d in options if d > today]
    if mod in ("past", "previous", "last"):
        return before[-1] if before else None
    if mod == "past2":
        return before[-2] if len(before) > 1 else None
    if mod in ("future", "next"):
        return after[0] if after else None
    if mod == "future2":
        return after[1] if len(after) > 1 else None
    if mod == "present":
        same = [d for d in options if d.year == today.year]
        return same[0] if same else None
    if today in options:
        return today
    if not before or not after:
        return before[-1] if before else after[0] if after else None
    back, ahead = (today - before[-1]).days, (after[0] - today).days
    # How many times nearer the other side must be before it is taken against the tense; "strong" is a grammar's tense.
    if tense == "future":
        return after[0] if ahead <= (5.0 if strong else 1.5) * back else before[-1]
    weight = (5.0 if strong else 3.0) if tense == "past" else 2.0
    return before[-1] if back <= weight * ahead else after[0]


def _narrow_month(interval: days.Interval, edge: str) -> days.Interval:
    first, last = interval
    if edge == "start":
        return first, first + timedelta(9)
    if edge == "mid":
        return first + timedelta(10), first + timedelta(19)
    if edge == "end":
        return first + timedelta(20), last
    if edge == "half1":
        return first, first + timedelta(14)
    if edge == "half2":
        return first + timedelta(15), last
    return interval


def _narrow_year(interval: days.Interval, edge: str) -> days.Interval:
    year = interval[0].year
    if edge in ("start", "first"):
        return date(year, 1, 1), date(year, 3, 31)
    if edge == "mid":
        return date(year, 5, 1), date(year, 8, 31)
    if edge == "end":
        return date(year, 10, 1), date(year, 12, 31)
    return interval


def _narrow_decade(base: int, length: int, edge: str) -> tuple[int, int]:
    third = length * 3 // 10
    if edge in ("start", "first"):
        return base, base + third - 1
    if edge == "mid":
        return base + third, base + length - third - 1
    if edge == "end":
        return base + length - third, base + length - 1
    return base, base + length - 1


def _moved(day: date, amounts: list[tuple[float, str]], sign: int) -> date:
    for value, unit in amounts:
        if unit in _MONTHS:
            day = days.add_months(day, sign * round(value * _MONTHS[unit]))
        elif unit == "W":
            day += timedelta(sign * round(value * 7))
        elif unit == "D":
            day += timedelta(sign * round(value))
        else:
            day += timedelta(sign * int(value / _BELOW_DAY[unit]))
    return day


def _precision(amounts: list[tuple[float, str]]) -> Precision:
    value, unit = amounts[-1]
    if unit == "Y" and not float(value).is_integer():
        return "month"
    if unit in ("DE", "CE"):
        return "decade" if float(value).is_integer() else "year"
    return {"Y": "year", "M": "month", "W": "week"}.get(unit, "day")  # type: ignore[return-value]
