"""Months, years, decades and centuries, and units counted from now (``الشهر الماضي``)."""

from __future__ import annotations

from typing import Any

from waqai.text.numbers import parse_number, parse_ordinal
from waqai.times.expression import Expression, vague_reference, way_of
from waqai.times.read_amounts import Amounts
from waqai.times.reader import DASH, YEARS

_COUNTING_ONE = range(11, 100)  # numbers that count an accusative singular: 1998 منزلا
_SHORT = 2  # letters of words that are no verb
_YEARS_LISTED = 30  # years in one enumeration; more is a table, no sentence


class Years(Amounts):
    """Rules for months, years and longer."""

    __slots__ = ()

    def rule_month(self, i: int) -> Expression | None:
        """A month, with its year or adjective."""
        got = self.month_name(i)
        if not got:
            return None
        month, hijri, level, k = got
        e = self.make("month", i, k, month=month, hijri=hijri)
        e.j = self.month_tail(e, k)
        anchored = bool(e.year or e.mod or e.year_mod)
        if not anchored and level:
            clitic = self.clitic(i)
            before = self.word(i - 1)
            if level == 2 or not (before in self.lists["prepositions_of_time"] or (clitic == "ل" and month == 9)):
                return None
            if clitic and clitic != "ل":
                return None
        if level == 2 and anchored and not e.year and self.clitic(i) not in ("", "ل", "و"):
            return None
        if not e.year and not e.mod and not e.year_mod and self.is_name(i, k):
            self.named = k
            return None
        if not e.year and not e.mod and e.hijri and not self.hijri_month_is_time(i, level):
            return None
        return e

    def hijri_month_is_time(self, i: int, level: int) -> bool:
        return level == 0 or self.word(i - 1) in self.lists["prepositions_of_time"] or self.clitic(i) == "ل"

    def rule_unit(self, i: int) -> list[Expression] | Expression | None:
        """What opens with a unit: ``الشهر الماضي``, ``عام 1999``, ``شهر رمضان``, ``الأيام المقبلة``, ``يومين``."""
        got = self.at(i, "unit")
        if not got:
            return None
        (unit, form, definite, _, night), k = got
        if form == "s" and definite:
            return self.definite_unit(i, unit, k)
        if form == "p" and definite:
            return self.definite_plural(i, unit, k)
        if form == "d" and definite:
            years = self.years_list(i, k) if unit == "Y" else None
            if years:
                return years
            mod = self.modifier(k)
            if mod:
                return self.amount_expression(i, mod[1], [(2.0, unit)], way_of(mod[0]))
            return None
        if form == "s":
            special = self.indefinite_unit(i, unit, k)
            if special:
                return special
        if form in "dp" and unit == "Y":
            years = self.years_list(i, k)
            if years:
                return years
        tens = self.at(k, "decade_of_years") if form == "p" and unit == "Y" else None
        if tens and not self.age_follows(tens[1]):
            return self.make("decade", i, tens[1], nth=tens[0])
        if form == "p" and unit == "Y" and self.at(k, "decade"):
            begin, self.begin = self.begin, k
            decade = self.rule_decade(k)
            self.begin = begin
            if decade:
                decade.i, decade.skip = i, self.skip_of(i)
                return decade
        if form in "dp" and unit == "M" and self.at(k, "month"):
            begin, self.begin = self.begin, k
            e = self.rule_month(k)
            self.begin = begin
            if e:
                e.i, e.skip = i, self.skip_of(i)
                return e
        if night and form == "s":
            return None
        return self.amount_rule(i)

    def definite_unit(self, i: int, unit: str, k: int) -> Expression | None:
        if unit == "CE":
            return self.century(i, k)
        if unit == "Y":
            for word in (
                "الدراسي",
                "الدراسية",
                "المالي",
                "المالية",
                "الجامعي",
                "الميلادي",
                "الميلادية",
                "الهجري",
                "الهجرية",
                "القضائي",
            ):
                if self.word(k) == word:
                    k += 1
                    break
        mod = self.modifier(k)
        if unit == "Y":
            years = self.year_range(k if not mod else mod[1])
            if years:
                return self.make("years", i, years[2], year=years[0], year_to=years[1])
            year = self.year_number(k)
            if year and not self.is_general(i):
                era, j = self.era(year[1])
                return self.make(
                    "year", i, j, year=-year[0] if era == "b" else year[0], hijri=self.is_hijri(year[0], era)
                )
        if mod:
            if unit == "Y" and self.is_general(i, mod[0]):
                return None
            if mod[0] == "new" and unit != "Y":
                return None
            if mod[0] == "last":
                return self.last_unit(i, unit, mod[1])
            if unit == "X":
                return self.make("ref", i, mod[1], value=vague_reference(mod[0]))
            if unit in ("TH", "TM", "TS"):
                if unit == "TH" and mod[0] in ("past", "future"):
                    return self.amount_expression(i, mod[1], [(1.0, unit)], way_of(mod[0]))
                return None
            if unit == "D" and mod[0] in ("next", "previous"):
                return self.make("day", i, mod[1], mod=mod[0])
            e = self.make("shift", i, mod[1], unit=unit, mod=mod[0])
            return e
        same = self.at(k, "same")
        if same:
            if unit == "D":
                return self.make("day", i, same[1], mod="same")
            return self.make("shift", i, same[1], unit=unit, mod="same") if unit in "WMY" else None
        if unit == "DE":
            return self.decade_of_century(i, k)
        if unit == "W":
            ordinal = self.looks[k] if k < self.n else None
            if (ordinal and ordinal.prefix == 0 and "ordinal" in ordinal.classes) or self.word(k) == "الاخير":
                return self.nth_week(i, k)
        return None

    def decade_of_century(self, i: int, k: int) -> Expression | None:
        """``العقد الأول من القرن الحالي``: the years 2000 to 2009."""
        last = self.word(k) == "الاخير"
        number = (10, 1) if last else parse_ordinal(self.words, k)
        if not number or not 1 <= number[0] <= 10:
            return None
        j = k + number[1] + 1
        unit = self.at(j, "unit") if self.word(j - 1) == "من" else None
        century = self.century(j, unit[1]) if unit and unit[0][:3] == ["CE", "s", True] else None
        if century is None or century.hijri or not (century.nth or century.mod in ("past", "present")):
            return None
        tens = 10 * (number[0] - 1)
        return self.make("decade", i, century.j, nth=tens, year_to=century.nth, mod=century.mod)

    def last_unit(self, i: int, unit: str, k: int) -> Expression | None:
        """``الأسبوع الأخير من يونيو``; ``العام الأخير`` is the one just past."""
        if unit == "X":
            return self.make("ref", i, k, value="PAST_REF")
        if unit == "DE":
            return self.decade_of_century(i, k - 1)
        if unit in ("M", "W") and self.word(k) == "من":
            begin, self.begin = self.begin, k + 1
            month = self.rule_month(k + 1) or self.month_unit(k + 1)
            self.begin = begin
            if month:
                month.i, month.skip, month.edge = i, self.skip_of(i), "end"
                return month
        return None

    def nth_week(self, i: int, k: int) -> Expression | None:
        number = parse_ordinal(self.words, k)
        nth, k = (number[0], k + number[1]) if number else (5, k + 1)
        if self.word(k) != "من" or nth > 5:
            return None
        begin, self.begin = self.begin, k + 1
        month = self.rule_month(k + 1) or self.month_unit(k + 1)
        self.begin = begin
        if month is None or (month.kind == "shift" and month.unit != "M"):
            return None
        month.i, month.skip, month.nth = i, self.skip_of(i), nth
        return month

    def month_unit(self, k: int) -> Expression | None:
        """``الشهر المقبل``, ``شهر يونيو``, ``هذا الشهر`` inside another expression."""
        this = self.at(k, "this")
        if this and self.is_unit(this[1], "M", "s"):
            return self.make("shift", k, this[1] + 1, unit="M", mod="present")
        unit = self.at(k, "unit")
        if not unit or unit[0][0] != "M" or unit[0][1] != "s":
            return None
        if unit[0][2]:
            return self.definite_unit(k, "M", unit[1])
        got = self.indefinite_unit(k, "M", unit[1])
        return got[0] if isinstance(got, list) else got

    def is_general(self, i: int, mod: str = "") -> bool:
        """Whether ``العام`` is the adjective "general" of the noun before it."""
        word = self.words[i]
        if word not in ("العام", "عام") or self.clitic(i):
            return False
        before = self.word(i - 1)
        if self.listed(i - 1, "general"):
            return True
        if before.endswith("ه") or not before.startswith("ال") or before.endswith(("ة", "ات")):
            return False
        if self.word(i + 1) == "الجاري":
            return False
        return mod in ("present", "previous", "next", "last", "new") and len(before) > 4 and self.looks[i - 1] is None

    def indefinite_unit(self, i: int, unit: str, k: int) -> Expression | list[Expression] | None:
        if unit == "Y":
            if self.is_general(i):
                return None
            years = self.year_range(k)
            if years:
                return self.make("years", i, years[2], year=years[0], year_to=years[1])
            word = self.word(k)
            year = self.year_number(k)
            if year:
                era, j = self.era(year[1])
                e = self.make("year", i, j, year=-year[0] if era == "b" else year[0], hijri=self.is_hijri(year[0], era))
                return [e, *self.more_years(j)]
            if word.isdecimal() and not self.quantity_follows(k):
                era, j = self.era(k + 1)
                if era and len(word) <= 4:
                    value = int(word)
                    return self.make("year", i, j, year=-value if era == "b" else value, hijri=era == "h")
                if len(word) == 2 and self.word(k + 1) not in ("/", "-", "%", ":"):
                    return self.make("year", i, k + 1, year=1900 + int(word), nth=2)
                if len(word) == 3 and self.words[i] in ("سنة", "عام"):
                    return self.make("year", i, k + 1, year=int(word))
            mod = self.at(k, "mod_verb")
            if mod:
                return self.make("shift", i, mod[1], unit="Y", mod="past")
            return None
        if unit == "M":
            begin, self.begin = self.begin, self.begin
            got = self.month_name(k)
            if got:
                e = self.make("month", i, got[3], month=got[0], hijri=got[1])
                e.j = self.month_tail(e, got[3])
                return [e]
            self.begin = begin
        return None

    def is_hijri(self, year: int, era: str) -> bool:
        """Whether a year is of the Hijri calendar: it says so, or it could be and the sentence has Hijri dates."""
        if era or not 1300 <= year <= 1500:
            return era == "h"
        return any(
            look is not None
            and (("hijri_era" in look.classes and look.prefix == 0) or look.classes.get("month", "  ")[1] == "h")
            for look in self.looks
        )

    def quantity_follows(self, k: int) -> bool:
        return self.word(k + 1) in ("في", "بالمئة", "%", "بالمائة") and self.word(k + 2) in ("المئة", "المائة")

    def years_list(self, i: int, k: int) -> list[Expression] | None:
        """``عامي 1998 و1999``."""
        year = self.year_number(k)
        if not year:
            return None
        return [self.make("year", i, year[1], year=year[0]), *self.more_years(year[1])]

    def more_years(self, j: int) -> list[Expression]:
        """Years that follow one by a conjunction or dash: ``1998 و1999``, ``1975-1990``."""
        out: list[Expression] = []
        while len(out) < _YEARS_LISTED:
            mark = self.word(j)
            if mark not in ("و", "،", "الي", "حتي", "او") and mark not in DASH:
                return out
            nxt = self.word(j + 1)
            if not (nxt.isdecimal() and len(nxt) == 4 and int(nxt) in YEARS) or self.listed(j + 2, "counted"):
                return out
            if mark == "،" and not out and self.word(j + 2) not in ("و", "،"):
                return out
            if self.at(j + 2, "month"):
                return out
            out.append(Expression("year", j + 1, j + 2, year=int(nxt)))
            j += 2
        return out

    def century(self, i: int, k: int) -> Expression | None:
        mod = self.modifier(k)
        if mod:
            return self.make("century", i, mod[1], mod=mod[0])
        if self.word(k) == "ال":
            k += 1
        word = self.word(k)
        number = (int(word), 1) if word.isdecimal() and len(word) <= 2 else parse_ordinal(self.words, k)
        if not number or not 1 <= number[0] <= (22 if word.isdecimal() or word[:2] == "ال" else 0):
            return None
        era, j = self.era(k + number[1])
        if era == "h":
            return None
        return self.make("century", i, j, nth=number[0], hijri=era == "b")

    def rule_decade(self, i: int) -> Expression | None:
        """``التسعينيات``, ``ستينات القرن الماضي``; not ages: ``في الثلاثينات من عمره``."""
        got = self.at(i, "decade")
        if not got:
            return None
        tens, k = got
        if self.age_follows(k):
            return None
        e = self.make("decade", i, k, nth=tens)
        j = k + 1 if self.word(k) == "من" else k
        unit = self.at(j, "unit")
        if unit and unit[0][0] == "CE" and unit[0][2]:
            century = self.century(j, unit[1])
            if century:
                e.j = century.j
                e.year_to = century.nth
                e.mod = century.mod
        elif not self.words[i][self.skip_of(i) :].startswith("ال") and not self.clitic(i).endswith("ل"):
            following = self.looks[k] if k < self.n else None
            if following is None or "decade" not in following.classes or following.clitic != "و":
                return None  # ستينات وسبعينات القرن الماضي
        return e

    def age_follows(self, k: int) -> bool:
        nxt = self.word(k + 1)
        return self.word(k) == "من" and (nxt.startswith(("عمر", "العمر", "اعمار", "السن")))

    def rule_year(self, i: int) -> list[Expression] | None:
        """A year without the word for year: after prepositions and dated nouns, in parentheses, in ranges."""
        word = self.word(i)
        if not (word.isdecimal() and len(word) == 4):
            return None
        year = int(word)
        era, k = self.era(i + 1)
        if era == "h" and 1 <= year <= 1500:
            return [self.make("year", i, k, year=year, hijri=True)]
        pair = self.year_range(i)
        before = self.word(i - 1)
        if before[:1] == "و" and before[1:] in self.lists["year_prepositions"]:
            before = before[1:]
        season = self.listed(i - 1, "dated_nouns")
        if pair and 1850 <= year <= 2100 and (self.word(i + 1) == "/" or season):
            return [self.make("years", i, pair[2], year=pair[0], year_to=pair[1])]
        if not 1700 <= year <= 2100:
            return None
        after = self.word(i + 1)
        if after in ("%", ":") or before in (":", ".", "$", "+", "#") or self.listed(i - 1, "numbered"):
            return None
        ranged = self.more_years(i + 1)
        if before == "(" and after == ")":
            return [self.make("year", i, i + 1, year=year)]
        if ranged and self.word(i + 1) in DASH and (before == "(" or self.word(ranged[-1].j) == ")"):
            return [self.make("year", i, i + 1, year=year), *ranged]
        if self.listed(i + 1, "counted"):
            return None
        if before in ("من", "بين", "ما") and not ranged and before != "من":
            return None
        preposition = before in self.lists["year_prepositions"] or (before in ("و", "ل", "ب") and False)
        if not (preposition or season):
            return None
        if (
            before in ("في", "من", "الي", "بعد", "قبل", "خلال", "حتي", "بحلول")
            and not ranged
            and not self.closes(i + 1, before)
        ):
            return None
        return [self.make("year", i, i + 1, year=year), *ranged]

    def closes(self, j: int, before: str) -> bool:
        """Whether what follows a bare year cannot be the thing that it counts."""
        word = self.word(j)
        if not word or not word[0].isalpha():
            return True
        counts = word.endswith(("ا", "ة", "ي")) or len(word) <= _SHORT or self.looks[j] is not None
        if before == "في" and int(self.word(j - 1)) % 100 in _COUNTING_ONE and not counts:
            return True  # في 1998 خطف مسلحون: what 1998 counts would be in the accusative
        if word.startswith(("ال", "وال", "بال", "لل")) or word in self.lists["function_words"]:
            return True
        if word[0] in "وفبل" and len(word) > 3:
            return True
        if before == "من":
            return False
        return (word.endswith("ت") and not word.endswith("ات")) or (word[0] in "ي" and len(word) > 3)

    def first_months(self, i: int, k: int) -> Expression | None:
        """``الأشهر الستة الأولى من العام``, ``الأشهر الثلاثة الأخيرة من 2020``: a half or a quarter of a year."""
        j = k + 1 if self.word(k) == "ال" else k
        number = parse_number(self.words, j, definite=True)
        if not number or number[0] not in (3, 6):
            return None
        j += number[1]
        last = self.word(j) in ("الاخيرة", "الاخيرين")
        if not (last or self.word(j) in ("الاولي", "الاول")) or self.word(j + 1) != "من":
            return None
        share = "quarter" if number[0] == 3 else "half"
        e = self.make(share, i, j + 1, nth=(4 if number[0] == 3 else 2) if last else 1)
        return e if self.year_of_share(e, j + 2) else None

    def year_of_share(self, e: Expression, j: int) -> bool:
        """The year of a half or quarter: ``2003``, ``عام 2003``, ``العام الماضي``, ``العام``; fills `e`."""
        phrase = self.year_phrase(j)
        year = self.year_number(j)
        unit = self.at(j, "unit")
        if phrase:
            set_year(e, *phrase)
        elif year and self.word(j).isdecimal() and not self.listed(year[1], "counted"):
            e.year, e.j = year
        elif unit and unit[0][:3] == ["Y", "s", True]:
            e.year_mod, e.j = "present", unit[1]
        else:
            return False
        return True

    def definite_plural(self, i: int, unit: str, k: int) -> Expression | list[Expression] | None:
        """``الأيام المقبلة``, ``السنوات العشر الماضية``, ``الساعات الـ24 الماضية``, ``الأشهر القليلة المقبلة``."""
        if unit == "Y":
            years = self.years_list(i, k)
            if years:
                return years
        first = self.first_months(i, k) if unit == "M" else None
        if first is not None:
            return first
        few = self.at(k, "few")
        if few:
            k = few[1]
        value = 0.0
        j = k + 1 if self.word(k) == "ال" else k
        look = self.looks[j] if j < self.n else None
        if look and look.prefix == 0 and ("digits" in look.classes or "number" in look.classes):
            number = parse_number(self.words, j, definite=True)
            if number:
                value, k = number[0], j + number[1]
        mod = self.modifier(k)
        if not mod:
            return None
        if mod[0] in ("present",):
            return self.make("ref", i, mod[1], value="PRESENT_REF")
        if value:
            return self.amount_expression(i, mod[1], [(value, unit)], way_of(mod[0]))
        if mod[0] == "previous" and unit not in ("D", "Y", "M", "W", "DE"):
            return None
        return self.make("ref", i, mod[1], value=vague_reference(mod[0]))


def set_year(e: Expression, which: str, value: Any, end: int) -> None:
    """Puts what `year_phrase` found, a number or a modifier, into `e`, which then ends at word `end`."""
    if which == "year":
        e.year = value
    else:
        e.year_mod = value
    e.j = end
