"""Amounts of time: durations, "three days ago", vague stretches, ages that are none; repeated and vague times."""

from __future__ import annotations

from typing import Any

from waqai.text.numbers import parse_number
from waqai.times.expression import Expression, duration_value, way_of
from waqai.times.read_clock import Clock


class Amounts(Clock):
    """Rules for amounts and for fixed words."""

    __slots__ = ()

    def rule_ref(self, i: int) -> Expression | None:
        got = self.at(i, "ref")
        if not got:
            return None
        if self.words[i].endswith("اخيرا") and (
            i == 0 or self.clitic(i) or self.word(i - 1) in (".", "،", ":", '"', "«")
        ):
            return None
        later = self.word(got[1] - 1) == "لاحق"
        return self.make("ref", i, got[1], value="" if later else got[0])

    def rule_set(self, i: int) -> Expression | None:
        got = self.at(i, "set")
        if got and not (got[1] > i + 1 and self.told_of_one(got[1])):
            return self.make("set", i, got[1], value=got[0])
        return None

    def told_of_one(self, k: int) -> bool:
        """Whether the words behind ``مرتين في الشهر`` say which month it was: ``الماضي``, ``نفسه``, ``2003``."""
        return bool(
            self.at(k, "mod") or self.at(k, "same") or self.year_number(k) or self.word(k).startswith(("ال", "ذات"))
        )

    def rule_every(self, i: int) -> Expression | None:
        """``كل يوم``, ``كل ثلاثة أشهر``, ``كل يوم جمعة``."""
        got = self.at(i, "every")
        if not got:
            return None
        fixed = self.at(i, "set")
        if fixed:
            return self.make("set", i, fixed[1], value=fixed[0])
        k = got[1]
        day = k + 1 if self.is_unit(k, "D", "s") else k
        weekday = self.at(day, "weekday_bare") or self.at(day, "weekday")
        if weekday and (day > k or (self.at(day, "weekday_bare") and weekday[0] not in (1, 7))):
            return self.make("set", i, weekday[1], value=f"XXXX-WXX-{weekday[0]}")
        amount = self.amount(k, licensed=True)
        if amount is None:
            return None
        amounts, end, _ = amount
        if amounts is None or amounts[0][1] in ("TS", "X"):
            return None
        return self.make("set", i, end, value=duration_value(amounts))

    def amount(self, j: int, licensed: bool) -> tuple[list[tuple[float, str]] | None, int, bool] | None:
        """A number of units: (amounts, or None when vague; next token; whether approximate).

        `licensed`: words of time precede, so that a bare singular (``لمدة شهر``) or vague plural counts.
        """
        approximate = self.at(j, "approximate")
        if approximate:
            j, licensed = approximate[1], licensed or self.word(j) not in ("نحو", "قرابة")
            if self.word(j) == "ال":
                j += 1
        several = self.at(j, "several")
        if several:
            unit = self.at(several[1], "unit")
            if unit and unit[0][1] == "p" and not unit[0][2]:
                return None, unit[1], False
            return None
        unit = self.at(j, "unit")
        if unit:
            return self.unit_alone(unit, licensed, bool(approximate))
        half = self.half_unit(j)
        if half:
            return half
        if self.word(j) == "ال" and self.word(j + 1).isdecimal():
            j += 1
        look = self.looks[j] if j < self.n else None
        if look is None or not ({"digits", "number"} & look.classes.keys()):
            return None
        if look.prefix and j != self.begin:
            return None
        number = parse_number(self.words, j, definite=bool(look.classes.get("number")))
        if not number:
            return None
        value, k = number[0], j + number[1]
        unit = self.at(k, "unit")
        if not unit or unit[0][1] == "d" or unit[0][0] == "X":
            return None
        code, form, definite = unit[0][:3]
        if definite and not look.classes.get("number") and form == "s":
            return None
        if code == "Y" and form == "s" and self.year_number(unit[1]):
            return None  # "665.1 عام 1998" is a figure and a year
        if value > 3000:
            self.named = unit[1]
            return None
        if code == "TS" and not self.word(j).isdecimal() and value < 2:
            return None
        k = unit[1]
        amounts = [(value, code)]
        k = self.more_amount(amounts, k)
        return amounts, k, bool(approximate)

    def unit_alone(
        self, unit: tuple[Any, int], licensed: bool, approximate: bool
    ) -> tuple[list[tuple[float, str]] | None, int, bool] | None:
        (code, form, definite, careful, _), k = unit
        if definite or code == "X":
            return None
        if careful and form == "p" and licensed and self.word(k).startswith("ال"):
            return None
        if form == "d":
            if not self.words[k - 1].endswith(("ين", "ان")) or (careful and not licensed):
                return None
            amounts = [(2.0, code)]
            return amounts, self.more_amount(amounts, k), approximate
        if form == "p":
            after = self.at(k, "several_after")
            verb = self.at(k, "mod_verb")
            if after:
                return None, after[1], approximate
            if verb:
                return None, verb[1], approximate
            return (None, k, approximate) if licensed else None
        if code == "Y" and (self.word(k).isdecimal() or self.year_number(k)):
            return None
        if (code == "D" and self.at(k, "weekday")) or (code == "M" and self.at(k, "month")):
            return None
        one = self.at(k, "after_amount")
        exact = one is not None and self.word(k).startswith(("واحد", "كامل", "اضافي"))
        half = self.word(k) == "ونصف"
        parts = [(1.0, code)]
        self.more_amount(parts, k)
        half = half or len(parts) > 1
        if (
            not (licensed or exact or half)
            or code in ("TS",)
            or (code == "TM" and not (exact or (licensed and approximate)))
        ):
            return None
        if self.words[k - 1].endswith("ا") and not (exact or half) and not licensed:
            return None
        if careful and not (exact or half or approximate) and self.begin == k - 1 and not self.stands_alone(k):
            return None
        amounts = [(1.0, code)]
        return amounts, self.more_amount(amounts, k), approximate

    def stands_alone(self, k: int) -> bool:
        """Whether no noun follows that would make ``عقد`` a contract or the holding of a meeting."""
        word = self.word(k)
        return (
            not word
            or not word[0].isalpha()
            or (word in self.lists["function_words"] and word not in ("في", "مع", "بين", "او", "ال"))
        )

    def half_unit(self, j: int) -> tuple[list[tuple[float, str]], int, bool] | None:
        """``نصف ساعة``, ``ربع قرن``, ``نصف العام``."""
        share = {"نصف": 0.5, "ربع": 0.25}.get(
            self.word(j)[self.skip_of(j) if j == self.begin else 0 :] if j < self.n else ""
        )
        if not share:
            return None
        unit = self.at(j + 1, "unit")
        if not unit or unit[0][1] != "s" or (unit[0][0] in ("D", "X", "TM", "TS", "M", "W") and share != 0.5):
            return None
        if unit[0][0] in ("D", "TM", "X"):
            return None
        return [(share, unit[0][0])], unit[1], False

    def more_amount(self, amounts: list[tuple[float, str]], k: int) -> int:
        """``ونصف``, ``وشهرين``, ``وستة أشهر``, and adjectives (``كاملة``, ``متتالية``) after an amount."""
        word = self.word(k)
        if word in ("ونصف", "وربع"):
            value, code = amounts[-1]
            amounts[-1] = (value + (0.5 if word == "ونصف" else 0.25), code)
            k += 1
            unit = self.at(k, "unit")
            if unit and unit[0][0] == code and unit[0][1] == "s":
                k = unit[1]
        elif (word.startswith("و") and len(word) > 3) or word == "و":
            begin, self.begin = self.begin, k
            at = k + 1 if word == "و" else k
            look = self.looks[at] if at < self.n else None
            got = None
            if look and ("unit" in look.classes or {"number", "digits"} & look.classes.keys()):
                unit = self.at(at, "unit")
                if unit and unit[0][1] == "d":
                    got = (2.0, unit[0][0], unit[1])
                elif not unit:
                    number = parse_number(self.words, at)
                    if number:
                        unit = self.at(at + number[1], "unit")
                        if unit and not unit[0][2] and unit[0][1] != "d":
                            got = (number[0], unit[0][0], unit[1])
            self.begin = begin
            order = ["CE", "DE", "Y", "M", "W", "D", "TH", "TM", "TS"]
            if (
                got
                and amounts[-1][1] in order
                and got[1] in order
                and order.index(got[1]) - order.index(amounts[-1][1]) in (1, 2)
            ):
                amounts.append((got[0], got[1]))
                k = got[2]
        after = self.at(k, "after_amount")
        while after and self.word(k) not in ("اخري", "فقط"):
            k = after[1]
            after = self.at(k, "after_amount")
        return k

    def license(self, i: int) -> str:
        """What before token `i` allows a bare unit: since, span, ahead, or nothing."""
        if self.clitic(i).endswith("ل") and not self.words[i].startswith("لل"):
            return "span"
        before = self.looks[i - 1] if i else None
        if before is None:
            return ""
        for kind, way in (("since", "since"), ("ahead", "ahead"), ("spanning", "span"), ("ago", "ago")):
            if kind in before.classes:
                return way
        return ""

    def amount_rule(self, i: int) -> Expression | None:
        """A duration, or a vague stretch of time."""
        way = self.license(i)
        if way == "ahead" and self.at(i - 2, "unit"):
            return None  # يوما بعد يوم
        got = self.amount(i, licensed=bool(way))
        if got is None:
            return None
        amounts, k, approximate = got
        if amounts is None:
            return self.make("ref", i, k, value="", direction=way)
        if self.is_age(i, k, amounts):
            return None
        mod = self.modifier(k)
        if mod and mod[0] != "next":
            return self.amount_expression(i, mod[1], amounts, way_of(mod[0]))
        if self.word(k) == "من" and self.word(k + 1).startswith(("عمر", "العمر", "السن")):
            return None
        e = self.amount_expression(i, k, amounts, "since" if way == "since" else "span" if way == "span" else "")
        e.approximate = approximate
        return e

    def amount_expression(self, i: int, j: int, amounts: list[tuple[float, str]], direction: str) -> Expression:
        return self.make("duration", i, j, amounts=amounts, direction=direction)

    def rule_last_first(self, i: int) -> Expression | None:
        """``آخر عشر سنوات``, ``آخر 24 ساعة``."""
        got = self.at(i, "last_first")
        if not got:
            return None
        begin, self.begin = self.begin, got[1]
        amount = self.amount(got[1], licensed=False)
        self.begin = begin
        if amount is None or amount[0] is None:
            return None
        return self.amount_expression(i, amount[1], amount[0], "past")

    def rule_ago(self, i: int) -> Expression | None:
        """``قبل ثلاثة أيام``, ``بعد أسبوعين``, ``قبل أيام``."""
        ago = self.at(i, "ago")
        ahead = self.at(i, "ahead")
        got = ago or ahead
        if not got:
            return None
        begin, self.begin = self.begin, got[1]
        amount = self.amount(got[1], licensed=True)
        age = amount is not None and amount[0] is not None and self.is_age(got[1], amount[1], amount[0])
        self.begin = begin
        if amount is None or age:
            return None
        amounts, k, approximate = amount
        direction = "ago" if ago else "ahead"
        of_event = self.word(k) in ("من", "علي") and self.word(k + 1) not in ("الان", "اليوم")
        if of_event and self.word(k) == "من" and ago and self.is_place(self.word(k + 1)):
            of_event = False
        if self.word(k) == "من" and self.word(k + 1) in ("الان", "اليوم"):
            k += 2
        if amounts is None:
            value = "PAST_REF" if ago else ""
            return self.make("ref", i, k, value=value, direction=direction, of_event=of_event)
        e = self.make("ago", i, k, amounts=amounts, direction=direction, of_event=of_event)
        e.inner, e.approximate = got[1], approximate
        return e

    def is_place(self, word: str) -> bool:
        """Whether `word`, with or without a pronoun, is a place that somebody is taken from."""
        places = self.lists["places_after_from"]
        return any(word == place or word in (place + "ه", place + "ها", place + "هم") for place in places)

    def rule_definite_number(self, i: int) -> Expression | None:
        """``الثلاث سنوات الماضية``, ``ال 24 ساعة المقبلة``, ``العشر سنوات الأخيرة``."""
        look = self.looks[i]
        k = i
        if self.word(i) in ("ال", "لل", "وال", "بال"):
            k = i + 1
        elif look is None or not look.classes.get("number"):
            return None
        number = parse_number(self.words, k, definite=True)
        if not number:
            return None
        unit = self.at(k + number[1], "unit")
        if not unit or unit[0][1] == "d":
            return None
        mod = self.modifier(unit[1])
        if not mod:
            return None
        return self.amount_expression(i, mod[1], [(number[0], unit[0][0])], way_of(mod[0]))

    def is_age(self, i: int, k: int, amounts: list[tuple[float, str]]) -> bool:
        """Whether a number of years or months is somebody's age."""
        if amounts[0][1] not in ("Y", "M"):
            return False
        if self.word(i - 1) in ("(", "،", ",") and self.word(k) in (")", "،", ","):
            return True
        if self.word(k) == "من" and self.word(k + 1).startswith(("عمر", "العمر", "اعمار", "السن")):
            return True
        if self.word(i - 1) in self.lists["age_adjacent"]:
            return True
        if any(self.word(k + d).startswith(("من العمر", "العمر", "عمره", "عمرها")) for d in (0, 1)):
            return True
        for back in range(1, 6):
            word = self.word(i - back)
            if not word or word in ("،", ".", "("):
                return word == "(" and self.word(k) in ("،", ",", ")")
            if word in self.lists["age"] or (back <= 2 and word in self.lists["age_near"]):
                return True
        return False
