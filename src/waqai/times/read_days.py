"""Days: dates in words and digits, weekdays, ``أمس`` and ``اليوم السبت``, datelines, several days of one month."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from waqai.text.numbers import parse_ordinal
from waqai.times.expression import Expression
from waqai.times.reader import DASH, Reader

_FRIDAY: Final = 5
_DOTTED: Final = re.compile(r"(\d{1,4})\.(\d{1,2})\.(\d{1,4})\Z")


class Days(Reader):
    """Rules for days."""

    __slots__ = ()

    def date(self, j: int, licensed: bool = False) -> Expression | None:
        """A day of a month: ``15 تموز / يوليو 2000``, ``العاشر منه``, ``13 من الشهر المقبل``, ``15/7/2020``."""
        dotted = _DOTTED.match(self.word(j))
        if dotted:
            return self.numeric(j, [int(part) for part in dotted.groups()], j + 1)
        first = self.word(j)
        if first.isdecimal() and len(first) <= 4:
            numeric = self.slashed(j, licensed)
            if numeric:
                return numeric
        number = self.day_number(j)
        if not number:
            return None
        day, k, style = number
        followed = self.word(k) in ("من", "منه", "لشهر", "/") or self.at(k, "month") or self.is_unit(k, "M", "s")
        if style == "ordinal" and not followed:
            return None
        e = self.make("day", j, k, day=day)
        if self.word(k) == "منه":
            e.month_mod, e.j = "same", k + 1
            return e
        of = self.word(k) == "من" or style == "glued"
        if self.word(k) == "من":
            k += 1
        if self.word(k) == "لشهر":
            got = self.month_name(k + 1)
            if got:
                return self.finish_date(e, got)
        unit = self.at(k, "unit")
        if unit and unit[0][:2] == ["M", "s"]:
            if not unit[0][2]:
                got = self.month_name(unit[1])
                return self.finish_date(e, got) if got else None
            if of or (style == "digits" and (licensed or self.day_cue(j))):  # في 15 الشهر الجاري
                mod = self.modifier(unit[1])
                same = self.at(unit[1], "same")
                if mod:
                    e.month_mod, e.j = mod
                    return e
                if same:
                    e.month_mod, e.j = "same", same[1]
                    return e
            return None
        this = self.at(k, "this")
        if of and this and self.is_unit(this[1], "M", "s"):
            e.month_mod, e.j = "present", this[1] + 1
            return e
        got = self.month_name(k)
        if got:
            if style == "words" and not of and day <= 10:
                return None  # "خمسة يناير" is not said, "ثلاثة أيار" rarely; a count more often precedes
            return self.finish_date(e, got)
        mod = self.modifier(k)
        if (
            mod
            and mod[0] in ("past", "future", "present")
            and (of or (style == "digits" and (licensed or self.day_cue(j))))
        ):
            e.month_mod, e.j = mod
            return e
        return None

    def finish_date(self, e: Expression, month: tuple[int, bool, int, int]) -> Expression:
        e.month, e.hijri, _, k = month
        e.j = self.month_tail(e, k)
        if e.hijri:
            self.absorb_gregorian(e)
        return e

    def absorb_gregorian(self, e: Expression) -> None:
        """``17 شوال 1442 هـ الموافق لـ 29 ماي 2021 م``: one day, told twice; the Gregorian one decides."""
        corresponding = self.at(e.j, "corresponding")
        if not corresponding:
            return
        k = corresponding[1] + 1 if self.word(corresponding[1]) in ("ل", "في", "يوم") else corresponding[1]
        begin, self.begin = self.begin, k
        other = self.date(k, licensed=True)
        self.begin = begin
        if other is not None and other.month and not other.hijri:
            e.day, e.month, e.year, e.hijri = other.day, other.month, other.year, False
            e.mod, e.year_mod, e.j = other.mod, other.year_mod, self.era(other.j)[1]

    def day_cue(self, j: int) -> bool:
        """Whether what stands before a bare day number says that it is a day."""
        return self.word(j - 1) in ("في", "يوم", "منذ", "حتي", "بتاريخ", "من") or self.is_unit(j - 1, "D", "sd")

    def slashed(self, j: int, licensed: bool) -> Expression | None:
        """Numeric dates, spaces or not: D/M/Y, Y-M-D, and D/M where something says that it is a date."""
        parts, seps, k = [int(self.word(j))], [], j + 1
        while len(parts) < 3 and self.word(k) in DASH and self.word(k + 1).isdecimal() and len(self.word(k + 1)) <= 4:
            seps.append(self.word(k))
            parts.append(int(self.word(k + 1)))
            k += 2
        if len(parts) == 3 and len(set(seps)) == 1 and not (self.word(k) in DASH and self.word(k + 1).isdecimal()):
            return self.numeric(j, parts, k)
        if len(parts) < 2 or len(parts) == 3:
            return None
        day, month = parts[0], parts[1]
        if not (1 <= day <= 31 and 1 <= month <= 12):
            return None
        e = self.make("day", j, j + 3, day=day, month=month)
        mod = self.modifier(e.j)
        if mod and mod[0] in ("past", "future", "present"):
            e.mod, e.j = mod
            return e
        if self.is_dateline(j, e.j):
            e.dateline = True
            return e
        before = self.word(j - 1)
        if licensed or before in ("بتاريخ", "الموافق", "يوم", "تاريخ") or self.is_unit(j - 1, "D", "s"):
            return e
        return None

    def numeric(self, j: int, parts: Sequence[int], k: int) -> Expression | None:
        a, b, c = parts
        if a > 31:
            a, c = c, a
        elif c < 100:
            c += 1900 if c >= 50 else 2000
        if 1 <= a <= 31 and 13 <= b <= 31 and a <= 12:
            a, b = b, a  # month first, as some agencies' systems write it
        if not (1 <= a <= 31 and 1 <= b <= 12 and (c in range(1300, 1501) or c in range(1800, 2200))):
            return None
        era, k = self.era(k)
        return self.make("day", j, k, day=a, month=b, year=c, hijri=era == "h" or c < 1501)

    def is_dateline(self, i: int, j: int) -> bool:
        """Whether the date in ``[i, j)`` stands between a place that opens the sentence and an agency's name."""
        return 0 < i <= 9 and self.is_dateline_mark(j)

    def is_dateline_mark(self, j: int) -> bool:
        """Whether an agency's name in brackets or between strokes follows: ``(اف ب)``, ``/ شينخوا /``."""
        mark = self.word(j)
        if mark not in ("(", "/", "-", "–"):
            return False
        letters = ""
        for k in range(j + 1, min(j + 6, self.n)):
            if self.word(k) in (")", "/", "-", "–"):
                break
            if self.word(k) != ".":
                letters += self.word(k)
        return letters in self.rules.agencies or self.at(j + 1, "agencies") is not None

    def absorb_date(self, e: Expression, j: int) -> int:
        """A date after a weekday or ``اليوم``: fills `e`."""
        k = j
        parenthesis = self.word(k) == "("
        if self.word(k) in ("،", ",", "(", "-", "–"):
            k += 1
        corresponding = self.at(k, "corresponding")
        if corresponding:
            k = corresponding[1]
            if self.word(k) in ("ل", "في"):
                k += 1
        begin, self.begin = self.begin, k if corresponding else self.begin
        got = self.date(k, licensed=True)
        self.begin = begin
        if got is None or (got.month is None and not got.month_mod):
            return j
        if k > j and self.word(j) in ("،", ",", "-", "–") and not got.month:
            return j
        for name in ("day", "month", "year", "hijri", "mod", "year_mod", "month_mod"):
            value = getattr(got, name)
            if value:
                setattr(e, name, value)
        end = got.j
        return end + 1 if parenthesis and self.word(end) == ")" else end

    def weekday_tail(self, e: Expression, j: int) -> int:
        """What may follow a weekday: adjective, ``من الأسبوع الماضي``, a date."""
        mod = self.modifier(j)
        if mod:
            e.mod = mod[0]
            j = mod[1]
        elif self.word(j) == "من" and self.is_unit(j + 1, "W", "s"):
            week = self.modifier(j + 2)
            if week:
                e.week_mod = week[0]
                j = week[1]
        elif self.at(j, "this") and self.is_unit(j + 1, "W", "s"):
            e.week_mod, j = "present", j + 2
        return self.absorb_date(e, j)

    def day_head(self, j: int) -> Expression | None:
        """``أمس``, ``اليوم السبت``, ``غدا (الأحد)``, ``يوم الثلاثاء الماضي``, ``الاثنين 15 تموز``, or a date."""
        got = self.at(j, "relday")
        if got and (got[0] != 0 or self.is_today(j, got[1])):
            e = self.make("day", j, got[1], shift=got[0])
            self.absorb_weekday(e)
            e.j = self.absorb_date(e, e.j)
            return e
        k = j
        unit = self.at(j, "unit")
        if unit and unit[0][:3] == ["D", "s", True] and not unit[0][4]:
            mod = self.modifier(unit[1])
            if mod and mod[0] in ("next", "previous"):
                return self.make("day", j, mod[1], mod=mod[0])
            same = self.at(unit[1], "same")
            if same:
                return self.make("day", j, same[1], mod="same")
        if unit and unit[0][0] == "D" and unit[0][1] in "sd" and not unit[0][2] and not unit[0][4]:
            k = unit[1]
            bare = self.at(k, "weekday_bare")
            if bare and self.at(j - 1, "every") is None:
                e = self.make("day", j, bare[1], weekday=bare[0])
                e.j = self.weekday_tail(e, e.j)
                return e
            relative = self.at(k, "relday")
            if relative and relative[0] != 0:
                e = self.make("day", j, relative[1], shift=relative[0])
                weekday = self.at(e.j, "weekday")
                if weekday:
                    e.weekday, e.j = weekday
                return e
        weekday = self.at(k, "weekday")
        if weekday:
            if self.listed(weekday[1], "not_weekday_before"):
                return None
            if k == j and (self.listed(j - 1, "not_weekday_after")):
                return self.after_prayer(j, weekday)
            if k == j and weekday[0] == 1 and self.word(j - 1) == "بين" and not self.word(weekday[1]).startswith("و"):
                return None  # between the two
            e = self.make("day", j, weekday[1], weekday=weekday[0])
            e.j = self.weekday_tail(e, e.j)
            return e
        e2 = self.date(k, licensed=k > j)
        if e2 is not None:
            e2.i = j
            e2.skip = self.skip_of(j) if j == self.begin else 0
        return e2

    def after_prayer(self, j: int, weekday: tuple[int, int]) -> Expression | None:
        """``بعد صلاة الجمعة``: what is told with the prayer was on that day, at noon."""
        if self.word(j - 1) not in ("صلاة", "صلوات") or weekday[0] != _FRIDAY or self.clitic(j):
            return None
        if self.word(j - 2) not in ("بعد", "عقب", "اثر", "قبل", "قبيل", "بعيد", "خلال", "اثناء", "انتهاء", "ختام"):
            return None
        e = self.make("day", j - 1, weekday[1], weekday=_FRIDAY, part="MI")
        e.skip = 0
        mod = self.modifier(e.j)
        if mod:
            e.mod, e.j = mod
        return e

    def absorb_weekday(self, e: Expression) -> None:
        """The weekday after ``أمس`` and the like: ``أمس الجمعة``, ``أمس (الجمعة)``, ``أمس، الجمعة،``."""
        mark = self.word(e.j)
        inside = mark in ("(", "،", ",", "-") and self.at(e.j + 1, "weekday") is not None
        weekday = self.at(e.j + 1 if inside else e.j, "weekday")
        if not weekday:
            return
        closing = self.word(weekday[1])
        if inside and mark == "(":
            e.weekday, e.j = weekday[0], weekday[1] + (closing == ")")
        elif not inside or closing == mark or (mark != "-" and closing in ("،", ",", ".", "")):
            e.weekday, e.j = weekday

    def is_today(self, i: int, j: int) -> bool:
        """Whether ``اليوم`` is today and neither "the day" of something nor part of a name."""
        if j - i > 1:
            return True
        if self.listed(j, "not_today_before") or self.listed(i - 1, "not_today_after"):
            return False
        if self.listed(i - 2, "media") or (self.listed(i - 1, "media_names") and self.told_by(i, j)):
            return False
        ordinal = self.looks[j] if j < self.n else None
        if ordinal and ordinal.prefix == 0 and "ordinal" in ordinal.classes and ordinal.classes["ordinal"]:
            return parse_ordinal(self.words, j) is None
        if self.at(j, "mod"):
            return False
        return not (self.at(j, "same"))

    def told_by(self, i: int, j: int) -> bool:
        """Whether a name before اليوم is that of who tells: نقلت روسيا اليوم عن, بحسب روسيا اليوم."""
        return self.listed(i - 2, "telling") or self.word(j) == "عن"

    def rule_days(self, i: int) -> list[Expression] | None:
        """Several days of one month: ``من 12 إلى 29 تشرين الأول``, ``3 و4 أيار``, ``يومي السبت والأحد``."""
        k, begins = i, [i]
        unit = self.at(i, "unit")
        if unit and unit[0][0] == "D" and unit[0][1] in "dp" and not unit[0][2]:
            k = unit[1]
            weekday = self.at(k, "weekday")
            if weekday:
                e = self.make("day", i, weekday[1], weekday=weekday[0])
                e.j = self.weekday_tail(e, e.j)
                return [e]
        elif unit and unit[0][0] == "D" and unit[0][1] == "s" and not unit[0][2]:
            k = unit[1]
        items: list[tuple[int, int, int]] = []
        saved = self.begin
        try:
            for _ in range(8):
                self.begin = k
                number = self.day_number(k)
                if not number:
                    return None
                day, after, style = number
                full = self.date(k) if style != "digits" or not self.slashed_pair(k) else None
                if full is not None and full.mod != "" and full.month is None and not full.month_mod:
                    full = None
                if full is not None and items:
                    break
                if full is not None:
                    return None  # one date only: the rule for a day reads it
                items.append((begins[-1], after, day))
                connector = self.word(after)
                if connector in self.lists["range_words"] or connector in ("و", "-"):
                    k = after + 1
                elif connector.startswith("و") and after < self.n and self.day_number(after):
                    k = after
                else:
                    return None
                begins.append(k)
            else:
                return None
        finally:
            self.begin = saved
        if self.is_name(i, full.j) and not (full.year or full.mod):
            self.named = full.j
            return None
        out = []
        for begin, after, day in items:
            e = Expression("day", begin, after, self.skip_of(begin), day=day)
            e.month, e.hijri, e.year, e.mod, e.year_mod, e.month_mod = (
                full.month, full.hijri, full.year, full.mod, full.year_mod, full.month_mod,
            )  # fmt: skip
            out.append(e)
        full.skip = self.skip_of(full.i)
        return [*out, full]

    def slashed_pair(self, k: int) -> bool:
        """Whether digits at `k` open a numeric date with a year (which is no list)."""
        return (
            self.word(k + 1) in DASH
            and self.word(k + 2).isdecimal()
            and self.word(k + 3) in DASH
            and self.word(k + 4).isdecimal()
        )
