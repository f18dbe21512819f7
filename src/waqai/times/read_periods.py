"""Parts of longer times (``مطلع``, ``نهاية``), seasons, quarters, holidays, "this" and "the same"."""

from __future__ import annotations

from waqai.text.numbers import parse_ordinal
from waqai.times.expression import Expression
from waqai.times.read_years import Years, set_year


class Periods(Years):
    """Rules for periods."""

    __slots__ = ()

    def rule_edge(self, i: int) -> Expression | None:
        """``مطلع أيلول``, ``نهاية العام الجاري``, ``أواخر الثمانينات``, ``نهاية الأسبوع``, ``أول يوليو``."""
        got = self.at(i, "edge")
        if not got:
            return None
        edge, k = got
        j = k + 1 if self.word(k) in ("من",) else k
        if self.word(k) in ("يوم", "ايام") and self.word(k - 1) in ("اول", "اخر"):
            return self.outer_day(i, k + 1, edge)
        e: Expression | None = None
        unit = self.at(j, "unit")
        this = self.at(j, "this")
        year_pair = self.year_range(j)
        number = self.year_number(j)
        month = self.month_name(j)
        if month and (month[2] < 2 or self.modifier(month[3]) or self.year_number(month[3])):
            e = self.make("month", i, month[3], month=month[0], hijri=month[1])
            e.j = self.month_tail(e, month[3])
            if edge == "first":
                e.kind, e.day, edge = "day", 1, ""
        elif unit and unit[0][1] == "s" and unit[0][2]:
            code = unit[0][0]
            if code in ("W", "M", "Y", "CE"):
                e = self.definite_unit(j, code, unit[1])
                if e is None and not (code == "Y" and self.year_continues(unit[1])):
                    e = self.make("shift", i, unit[1], unit=code, mod="present")
                if e is not None and code == "W" and edge == "end":
                    e.kind = "weekend"
                    edge = ""
            if e is not None and edge == "first":
                edge = "start"
        elif unit and unit[0][1] == "s" and unit[0][0] in ("Y", "M"):
            got2 = self.indefinite_unit(j, unit[0][0], unit[1])
            e = got2[0] if isinstance(got2, list) else got2
            if e is not None and edge == "first" and e.kind == "month":
                e.kind, e.day, edge = "day", 1, ""
        elif this:
            e = self.rule_this(j)
        elif year_pair:
            e = self.make("years", i, year_pair[2], year=year_pair[0], year_to=year_pair[1])
        elif number and edge != "first" and self.word(j).isdecimal() and not self.listed(number[1], "counted"):
            e = self.make("year", i, number[1], year=number[0])
        else:
            for rule in (self.rule_decade, self.rule_season, self.rule_holiday, self.bare_season):
                begin, self.begin = self.begin, j
                e = rule(j)
                self.begin = begin
                if e is not None:
                    break
            else:
                same = self.at(j, "same_before")
                e = self.rule_same(j) if same else None
        if e is None:
            return None
        if e.kind == "ref":
            return None
        e.i, e.skip = i, self.skip_of(i)
        if edge and not e.edge:
            e.edge = edge
        weekend = self.words[i - 1] if i else ""
        if e.kind == "weekend" and weekend in ("عطلة", "اجازة"):
            e.i, e.skip = i, self.skip_of(i)
        return e

    def outer_day(self, i: int, k: int, edge: str) -> Expression | None:
        """``آخر يوم من ديسمبر``, ``أول أيام العام الجديد``."""
        j = k + 1 if self.word(k) in ("من", "في") else k
        unit = self.at(j, "unit")
        begin, self.begin = self.begin, j
        got = self.rule_unit(j) if unit and unit[0][0] in ("M", "Y") and unit[0][1] == "s" else self.rule_month(j)
        self.begin = begin
        e = got[0] if isinstance(got, list) else got
        month = self.month_name(j)
        if e is None and month and month[2] < 2 and j > k:
            e = self.make("month", i, month[3], month=month[0], hijri=month[1])
            e.j = self.month_tail(e, month[3])
        if e is None and unit and unit[0][:3] in (["M", "s", True], ["Y", "s", True]):
            e = self.make("shift", i, unit[1], unit=unit[0][0], mod="present")
        if e is None or e.kind not in ("month", "year", "shift"):
            return None
        e.i, e.skip, e.edge = i, self.skip_of(i), "first_day" if edge == "first" else "last_day"
        return e

    def rule_season(self, i: int) -> Expression | None:
        """``الربيع المقبل``, ``صيف 2006``, ``صيف العام الماضي``, ``هذا الصيف``."""
        k = i
        if self.at(k, "season_word"):
            k += 1
        got = self.at(k, "season_def")
        if got:
            mod = self.modifier(got[1])
            if mod and mod[0] != "last":
                return self.make("season", i, mod[1], season=got[0], mod=mod[0])
            j = got[1] + 1 if self.word(got[1]) == "من" else got[1]
            year = self.year_phrase(j) if j > got[1] else None
            if year:
                e = self.make("season", i, year[2], season=got[0])
                set_year(e, *year)
                return e
            return None
        got = self.at(k, "season")
        if not got:
            return None
        e = self.make("season", i, got[1], season=got[0])
        pair = self.year_range(got[1])
        if pair:
            e.year, e.year_to, e.j = pair
            return e
        number = self.year_number(got[1])
        if number and not self.listed(number[1], "counted"):
            e.year, e.j = number
            return e
        phrase = self.year_phrase(got[1])
        if phrase:
            set_year(e, *phrase)
            return e
        return None

    def year_continues(self, k: int) -> bool:
        """Whether the word behind ``العام`` may be of it; a number that counts does not (``مطلع العام 198 شخصا``)"""
        look = self.looks[k] if k < self.n else None
        if look is None:
            return False
        if "digits" in look.classes:
            return len(self.word(k)) in (2, 4) and not self.listed(k + 1, "counted")
        return "number" not in look.classes or look.prefix > 0

    def bare_season(self, i: int) -> Expression | None:
        """``الربيع`` behind مطلع and the like, where it is no name (الربيع العربي)."""
        k = i + 1 if self.at(i, "season_word") else i
        got = self.at(k, "season_def")
        if not got or (self.word(got[1]).startswith("ال") and self.looks[got[1]] is None):
            return None
        return self.make("season", i, got[1], season=got[0])

    def rule_quarter(self, i: int) -> Expression | None:
        """``الربع الأول من العام الجاري``, ``النصف الثاني من 2003``; of a month: its first or second half."""
        kind = "half" if self.at(i, "half") else "quarter"
        chapter = self.at(i, "season_word") is not None  # الفصل الأول من العام; of a law it is a chapter
        if not self.words[i][self.skip_of(i) :].startswith("ال") and not self.clitic(i).endswith("ل"):
            return None
        number = parse_ordinal(self.words, i + 1)
        last = self.word(i + 1) in ("الاخير", "الاخيرة")
        if last:
            number = (4 if kind == "quarter" else 2, 1)
        if not number or number[0] > (4 if kind == "quarter" else 2):
            return None
        k = i + 1 + number[1]
        e = self.make(kind, i, k, nth=number[0])
        j = k + 1 if self.word(k) in ("من", "ل", "في", "لعام", "لسنة") else k
        if self.word(k) in ("لعام", "لسنة"):
            year_here = self.year_number(j)
            if year_here:
                e.year, e.j = year_here
                return e
            return None
        phrase = self.year_phrase(j)
        year = self.year_number(j)
        if chapter and not (j > k and (phrase or year or self.is_unit(j, "Y", "s"))):
            return None
        if phrase:
            set_year(e, *phrase)
            pair = self.year_range(e.j)
            if pair:
                e.year, e.year_mod, e.j = pair[0], "", pair[2]
            return e
        if year and self.word(j).isdecimal() and not self.listed(year[1], "counted"):
            e.year, e.j = year
            return e
        if kind == "half" and j > k:
            begin, self.begin = self.begin, j
            month = self.rule_month(j) or self.month_unit(j)
            self.begin = begin
            if month is not None and (month.kind == "month" or month.unit == "M"):
                month.i, month.skip = i, self.skip_of(i)
                month.edge = "half1" if number[0] == 1 else "half2"
                return month
        mod = self.modifier(k)
        if mod and kind == "quarter":
            e.mod, e.j = mod
            return e
        unit = self.at(j, "unit")
        if j > k and unit and unit[0][0] == "Y" and unit[0][2] and unit[0][1] == "s":
            adjective = unit[1] + 1 if self.word(unit[1]) in ("المالي", "المالية") else unit[1]
            mod = self.modifier(adjective)
            pair = self.year_range(mod[1] if mod else adjective)
            if pair:
                e.year, e.j = pair[0], pair[2]
                return e
            e.year_mod, e.j = mod if mod else ("present", adjective)
            return e
        return None

    def rule_holiday(self, i: int) -> Expression | None:
        got = self.at(i, "holiday")
        if not got or (self.word(got[1] - 1) == "الميلاد" and parse_ordinal(self.words, got[1])):
            return None  # عيد الميلاد السبعون للملكة
        e = self.make("holiday", i, got[1], holiday=got[0])
        day = _DAY_OF_FEAST.get(self.word(i - 2).lstrip("وف")) if i > 1 else None
        if day is not None and self.word(i - 1) in ("ايام", "يوم"):
            e.day, e.i = day, i - 2  # ثاني أيام عيد الأضحى
            e.skip = self.skip_of(i - 2)
        mod = self.modifier(e.j)
        if mod:
            e.mod, e.j = mod
            return e
        number = self.year_number(e.j)
        if number:
            e.year, e.j = number
            return e
        phrase = self.year_phrase(e.j)
        if phrase:
            set_year(e, *phrase)
        return e

    def rule_this(self, i: int) -> Expression | None:
        """``هذا العام``, ``هذا الأسبوع``, ``هذا الصيف``, ``هذه الأيام`` (a fixed reference)."""
        got = self.at(i, "this")
        if not got:
            return None
        k = got[1]
        weekday = self.at(k, "weekday")
        if weekday:
            return self.make("day", i, weekday[1], weekday=weekday[0])
        season = self.at(k, "season_def")
        if season:
            return self.make("season", i, season[1], season=season[0], mod="present")
        part = self.at(k, "part")
        if part and part[0][1] == "d":
            return self.make("day", i, part[1], shift=0, part=part[0][0])
        month = self.at(k, "month")
        unit = self.at(k, "unit")
        if not unit or unit[0][1] != "s" or not unit[0][2] or month:
            return None
        code = unit[0][0]
        if code in ("W", "M", "Y"):
            nxt = self.word(unit[1])
            if code == "Y" and nxt in ("المالي", "الدراسي"):
                return self.make("shift", i, unit[1] + 1, unit="Y", mod="present")
            return self.make("shift", i, unit[1], unit=code, mod="present")
        if code == "CE":
            return self.make("century", i, unit[1], mod="present")
        return None

    def rule_same(self, i: int) -> Expression | None:
        """``نفس اليوم``, ``ذلك العام``, ``ذات الشهر``."""
        got = self.at(i, "same_before")
        if not got:
            return None
        unit = self.at(got[1], "unit")
        if not unit or unit[0][1] != "s" or not unit[0][2] or unit[0][0] not in ("D", "W", "M", "Y"):
            return None
        if unit[0][0] == "D":
            return self.make("day", i, unit[1], mod="same")
        return self.make("shift", i, unit[1], unit=unit[0][0], mod="same")

    def rule_late(self, i: int) -> Expression | None:
        """``ساعة متأخرة من ليل السبت``."""
        got = self.at(i, "late")
        if not got:
            return None
        k = got[1]
        if self.word(k) in ("من", "في"):
            k += 1
        elif self.word(k)[:1] == "ل" and len(self.word(k)) > 3:
            return None
        begin, self.begin = self.begin, k
        e = self.rule_part(k)
        if e is None or e.kind != "day":
            day = self.day_head(k)
            e = day if day is not None and day.kind == "day" else None
            if e is None and k > got[1]:
                e = self.rule_this(k)
                unit = self.at(k, "unit")
                if e is None and unit and unit[0][1] == "s" and unit[0][0] in ("W", "M", "Y"):
                    year = self.rule_unit(k)
                    e = year[0] if isinstance(year, list) else year
                    e = e if e is not None and e.kind in ("shift", "month", "year") else None
        self.begin = begin
        if e is None:
            return None
        e.i, e.skip = i, self.skip_of(i)
        return e


#: the days of a feast, counted from its first
_DAY_OF_FEAST = {"اول": 0, "ثاني": 1, "ثالث": 2, "رابع": 3}
