"""The grammar of Arabic time expressions: tokens of one sentence -> unresolved expressions.

Recursive descent over classes of words (see `build` for where they come from). At each word that can open an
expression every rule for its classes is tried, and the longest reading wins. Rules return `Expression`s or None;
helpers return what they read and the token after it. Proclitics are allowed on the first word of an expression only,
since a conjunction or preposition inside begins another one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from waqai.text.numbers import parse_number, parse_ordinal
from waqai.times.expression import Expression
from waqai.times.rules import Look, Rules
from waqai.times.words import normal

_PAIR_OPEN: Final = frozenset("/(-–")
_DASH: Final = frozenset("-–—/")
_YEARS: Final = range(1000, 2200)
_CLOCK: Final = re.compile(r"([01]?\d|2[0-4])[.,]([0-5]\d)\Z")
_DOTTED: Final = re.compile(r"(\d{1,4})\.(\d{1,2})\.(\d{1,4})\Z")
_BARE_CLITICS: Final = frozenset({"ل", "ب", "ف", "و", "ك", ""})
_PRESENT_MODS: Final = frozenset({"past", "future", "present", "previous", "next", "last", "past2", "future2"})


class Sentence:
    """One sentence, ready to be read: tokens in look-up spelling, their bounds and what they may be."""

    __slots__ = ("begin", "ends", "given", "lists", "looks", "n", "named", "rules", "starts", "words")

    def __init__(self, rules: Rules, tokens: Sequence[tuple[str, int, int]], given: Callable[[int], str]) -> None:
        self.rules = rules
        self.lists = rules.lists
        self.words = [normal(text) for text, _, _ in tokens]
        self.starts = [start for _, start, _ in tokens]
        self.ends = [end for _, _, end in tokens]
        self.looks: list[Look | None] = [rules.look(text) for text, _, _ in tokens]
        self.n = len(self.words)
        self.begin = 0
        self.named = 0  # tokens before this one belong to a name or a quantity
        self.given = given  # folded offset -> the character as given (آب keeps its madda there)

    # -- looking at words ------------------------------------------------------------------------------------------

    def word(self, i: int) -> str:
        return self.words[i] if 0 <= i < self.n else ""

    def at(self, i: int, kind: str) -> tuple[Any, int] | None:
        """Payload of class `kind` at token `i` and the token after it; phrases before single words."""
        if not 0 <= i < self.n:
            return None
        look = self.looks[i]
        if look is None or (look.prefix and i != self.begin):
            return None
        for rest, name, payload in look.phrases:
            if name == kind and self.words[i + 1 : i + 1 + len(rest)] == rest:
                return payload, i + 1 + len(rest)
        payload = look.classes.get(kind)
        return None if payload is None else (payload, i + 1)

    def listed(self, i: int, name: str) -> bool:
        """Whether token `i`, without a conjunction or preposition, is in the list `name`."""
        word = self.word(i)
        if not word:
            return False
        forms = self.lists[name]
        return word in forms or (len(word) > 3 and word[0] in "وفبلك" and word[1:] in forms)

    def skip_of(self, i: int) -> int:
        look = self.looks[i]
        return look.prefix if look else 0

    def clitic(self, i: int) -> str:
        look = self.looks[i] if 0 <= i < self.n else None
        return look.clitic if look else ""

    def make(self, kind: str, i: int, j: int, **fields: Any) -> Expression:
        return Expression(kind, i, j, self.skip_of(i) if i == self.begin else 0, **fields)

    # -- the scan --------------------------------------------------------------------------------------------------

    def read(self) -> list[Expression]:
        """All expressions of the sentence, in order and without overlap."""
        out: list[Expression] = []
        i = 0
        while i < self.n:
            look = self.looks[i]
            found = self.parse(i, look) if look is not None and i >= self.named else None
            if found:
                out.extend(found)
                i = found[-1].j
            else:
                i += 1
        return out

    def parse(self, i: int, look: Look) -> list[Expression] | None:
        """The longest reading that begins at token `i`."""
        self.begin = i
        best: list[Expression] | None = None
        for kind in look.openers:  # in the order of _RULES, so that equal readings are settled alike in every run
            for rule in _RULES[kind]:
                got = rule(self, i)
                found = [got] if isinstance(got, Expression) else got
                if found and (best is None or _rank(found) > _rank(best)):
                    best = found
        return best

    # -- small parts -----------------------------------------------------------------------------------------------

    def modifier(self, j: int) -> tuple[str, int] | None:
        """An adjective of time."""
        got = self.at(j, "mod")
        return got if got else None

    def year_number(self, j: int) -> tuple[int, int] | None:
        """A year of four digits or in words; a comma glued before it is an old typesetter's (``عام ,1957``)."""
        word = self.word(j)
        if word == "," and 0 < j < self.n - 1 and self.starts[j + 1] == self.ends[j]:
            j += 1
            word = self.word(j)
        if word.isdigit():
            if len(word) == 4 and int(word) in _YEARS:
                return int(word), j + 1
            return None
        got = parse_number(self.words, j)
        if got and got[0] in _YEARS and word[:1] != "و":
            return int(got[0]), j + got[1]
        return None

    def era(self, j: int) -> tuple[str, int]:
        """``h`` for Hijri, ``g`` for common era, ``b`` before Christ, or nothing; with or without parentheses."""
        for kind, code in (("hijri_era", "h"), ("before_christ", "b"), ("common_era", "g")):
            got = self.at(j, kind)
            if got:
                return code, got[1]
        return "", j

    def month_name(self, j: int) -> tuple[int, bool, int, int] | None:
        """A month with its paired name: number, whether Hijri, level of proof it needs, next token."""
        got = self.at(j, "month")
        if not got:
            return None
        (month, calendar, level), k = got
        if level == 2 and self.given(self.starts[j] + (self.skip_of(j) if j == self.begin else 0)) == "آ":
            level = 1
        mark = self.word(k)
        at = k + 1 if mark in _PAIR_OPEN and mark else k
        paired = self.at(at, "month")
        if paired and paired[0][:2] == [month, calendar]:
            k, level = paired[1], 0
            if mark == "(" and self.word(k) == ")":
                k += 1
        return month, calendar == "h", level, k

    def month_tail(self, e: Expression, j: int) -> int:
        """Year or adjective after a month; fills `e`, gives the next token."""
        year = self.year_number(j)
        if year and not (self.listed(year[1], "counted") and self.word(j).isdigit()):
            era, k = self.era(year[1])
            e.year = year[0]
            if era == "h":
                e.hijri = True
            return k
        if self.word(j) in ("،", ",") and (year := self.year_number(j + 1)) and e.day:
            nxt = self.word(year[1])
            if self.word(j + 1).isdigit() and (not nxt or not nxt[0].isalpha() or nxt[:1] in "وفبل"):
                e.year = year[0]
                return year[1]
        mod = self.modifier(j)
        if mod and mod[0] not in ("last",):
            e.mod = mod[0]
            return mod[1]
        k = j + 1 if self.word(j) in ("من", "في", "ل") else j
        if self.word(j) == "،" and self.word(j + 1) == "من":
            k = j + 2
        got = self.year_phrase(k)
        if got:
            kind, value, k2 = got
            if kind == "year":
                e.year = value
            else:
                e.year_mod = value
            return k2
        if k > j and self.at(k, "every") and self.is_unit(k + 1, "Y", "s"):
            e.value = "every"
            return k + 2
        return j

    def year_phrase(self, j: int) -> tuple[str, Any, int] | None:
        """``عام 2003``, ``العام الماضي``, ``هذا العام``, ``العام نفسه``: (year, number, next) or (mod, name, next)."""
        this = self.at(j, "this")
        if this and self.is_unit(this[1], "Y", "s"):
            return "mod", "present", this[1] + 1
        same = self.at(j, "same_before")
        if same and self.is_unit(same[1], "Y", "s"):
            return "mod", "same", same[1] + 1
        if not self.is_unit(j, "Y", "s"):
            return None
        year = self.year_number(j + 1)
        if year:
            return "year", year[0], self.era(year[1])[1]
        k = j + 1
        mod = self.modifier(k)
        if mod:
            return "mod", mod[0], mod[1]
        same = self.at(k, "same")
        if same:
            return "mod", "same", same[1]
        return None

    def is_unit(self, j: int, unit: str, forms: str) -> bool:
        got = self.at(j, "unit")
        return bool(got and got[1] == j + 1 and got[0][0] == unit and got[0][1] in forms)

    def day_number(self, j: int) -> tuple[int, int, str] | None:
        """A day of the month: digits, ordinal with article, or number words; value, next token, how written."""
        word = self.word(j)
        if word.isdigit():
            return (int(word), j + 1, "digits") if len(word) <= 2 and 1 <= int(word) <= 31 else None
        look = self.looks[j] if 0 <= j < self.n else None
        if look is None:
            return None
        if "ordinal" in look.classes:
            got = parse_ordinal(self.words, j)
            if got and got[0] <= 31 and look.classes["ordinal"]:
                if got[1] == 1 and got[0] < 10 and self.word(j + 1) in _GLUED_TEENS:
                    return got[0] + 10, j + 2, "glued"
                return got[0], j + got[1], "ordinal"
        if "first_day" in look.classes:
            return 1, j + 1, "ordinal"
        if "number" in look.classes and not look.classes["number"]:
            number = parse_number(self.words, j)
            if number and number[0] in range(1, 32):
                return int(number[0]), j + number[1], "words"
        return None

    # -- days ------------------------------------------------------------------------------------------------------

    def date(self, j: int, licensed: bool = False) -> Expression | None:
        """A day of a month: ``15 تموز / يوليو 2000``, ``العاشر منه``, ``13 من الشهر المقبل``, ``15/7/2020``."""
        dotted = _DOTTED.match(self.word(j))
        if dotted:
            return self.numeric(j, [int(part) for part in dotted.groups()], j + 1)
        first = self.word(j)
        if first.isdigit() and len(first) <= 4:
            numeric = self.slashed(j, licensed)
            if numeric:
                return numeric
        number = self.day_number(j)
        if not number:
            return None
        day, k, style = number
        if style == "ordinal" and self.word(k) not in ("من", "منه", "لشهر", "/") and not self.at(k, "month"):
            if not (self.is_unit(k, "M", "s")):
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
            if of:
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
        if mod and mod[0] in ("past", "future", "present") and (style == "digits" and (licensed or of or self.day_cue(j))):
            e.month_mod, e.j = mod
            return e
        return None

    def finish_date(self, e: Expression, month: tuple[int, bool, int, int]) -> Expression:
        e.month, e.hijri, _, k = month
        e.j = self.month_tail(e, k)
        return e

    def day_cue(self, j: int) -> bool:
        """Whether what stands before a bare day number says that it is a day."""
        return self.word(j - 1) in ("في", "يوم", "منذ", "حتي", "بتاريخ", "من") or self.is_unit(j - 1, "D", "sd")

    def slashed(self, j: int, licensed: bool) -> Expression | None:
        """Numeric dates, spaces or not: D/M/Y, Y-M-D, and D/M where something says that it is a date."""
        parts, seps, k = [int(self.word(j))], [], j + 1
        while len(parts) < 3 and self.word(k) in _DASH and self.word(k + 1).isdigit() and len(self.word(k + 1)) <= 4:
            seps.append(self.word(k))
            parts.append(int(self.word(k + 1)))
            k += 2
        if len(parts) == 3 and len(set(seps)) == 1 and not (self.word(k) in _DASH and self.word(k + 1).isdigit()):
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
        if got:
            e = self.make("day", j, got[1], shift=got[0])
            if got[0] == 0 and not self.is_today(j, got[1]):
                e = None
            else:
                k = e.j
                inside = self.word(k) in ("(", "،", ",", "-") and bool(self.at(k + 1, "weekday"))
                weekday = self.at(k + 1 if inside else k, "weekday")
                if weekday and (not inside or self.word(k) != "-" or self.word(weekday[1]) == "-"):
                    comma = inside and self.word(k) in ("،", ",")
                    if not comma or self.word(weekday[1]) in ("،", ",", ".", ""):
                        e.weekday, e.j = weekday
                        if inside and self.word(k) == "(" and self.word(e.j) == ")":
                            e.j += 1
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
                return None
            e = self.make("day", j, weekday[1], weekday=weekday[0])
            e.j = self.weekday_tail(e, e.j)
            return e
        e2 = self.date(k, licensed=k > j)
        if e2 is not None:
            e2.i = j
            e2.skip = self.skip_of(j) if j == self.begin else 0
        return e2

    def is_today(self, i: int, j: int) -> bool:
        """Whether ``اليوم`` is today and neither "the day" of something nor part of a name."""
        if j - i > 1:
            return True
        if self.listed(j, "not_today_before") or self.listed(i - 1, "not_today_after"):
            return False
        ordinal = self.looks[j] if j < self.n else None
        if ordinal and ordinal.prefix == 0 and "ordinal" in ordinal.classes and ordinal.classes["ordinal"]:
            return parse_ordinal(self.words, j) is None
        if self.at(j, "mod"):
            return False
        return not (self.at(j, "same"))

    def rule_day(self, i: int) -> list[Expression] | None:
        e = self.day_head(i)
        if e is None:
            return None
        if e.month and not e.year and not e.mod and not e.year_mod and e.shift is None and e.weekday is None:
            if self.is_name(i, e.j):
                self.named = e.j
                return None
        e.j = self.day_tail(e, e.j)
        return [e]

    def day_tail(self, e: Expression, j: int) -> int:
        """Part of the day or clock time after a day."""
        part = self.at(j, "part")
        if part and "a" in part[0][1]:
            if not self.at(part[1], "weekday") and not self.at(part[1], "relday"):
                e.part = part[0][0]
                return part[1]
        return self.clock_tail(e, j)

    def clock_tail(self, e: Expression, j: int) -> int:
        """A clock time after a day; fills `e`, gives the next token."""
        clock = self.clock_at(j)
        if not clock:
            return j
        begin, self.begin = self.begin, j
        whole = self.clocked(j, clock[2], clock[0], clock[1])
        self.begin = begin
        if whole is None or whole.kind != "clock":
            return j
        e.clock = whole.clock
        if e.part in ("EV", "AF") and e.clock < "12:00":
            e.clock = f"{int(e.clock[:2]) + 12:02d}{e.clock[2:]}"
        return whole.j

    def is_name(self, i: int, j: int) -> bool:
        """Whether day and month belong to a name: ثورة 14 تموز, أيلول الأسود."""
        before = i - 1
        if self.word(before) in _OPENING_QUOTES and self.word(j) in _CLOSING_QUOTES:
            return True
        if self.word(before) in ("ال", '"', "«", "'", "("):
            before -= 1
        clitic = self.clitic(i)
        if self.listed(j, "names_after_month"):
            return True
        return self.listed(before, "names_with_dates") and clitic in ("", "ال")

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
            e = Expression("day", begin, after, self.skip_of(begin) if begin in (i, k) or True else 0, day=day)
            e.month, e.hijri, e.year, e.mod, e.year_mod, e.month_mod = (
                full.month, full.hijri, full.year, full.mod, full.year_mod, full.month_mod,
            )  # fmt: skip
            out.append(e)
        full.skip = self.skip_of(full.i)
        return [*out, full]

    def slashed_pair(self, k: int) -> bool:
        """Whether digits at `k` open a numeric date with a year (which is no list)."""
        return (
            self.word(k + 1) in _DASH
            and self.word(k + 2).isdigit()
            and self.word(k + 3) in _DASH
            and self.word(k + 4).isdigit()
        )

    # -- parts of the day and the clock ----------------------------------------------------------------------------

    def rule_part(self, i: int) -> Expression | None:
        """``مساء الثلاثاء``, ``بعد ظهر اليوم``, ``ليل السبت الأحد``; alone: ``صباحا``, ``بعد الظهر``."""
        got = self.at(i, "part")
        if not got:
            return None
        (code, kinds), k = got
        if "c" in kinds or k - i > 1 or "d" in kinds:
            day = k
            if self.word(day) == "من" and "d" not in kinds:
                day += 1
            e = self.day_head(day) if "d" not in kinds or self.at(day, "relday") else None
            if e is not None and e.kind == "day" and (e.month is None or e.day):
                if e.weekday is not None and code == "NI":
                    e.j = self.second_weekday(e)
                e.i, e.skip, e.part = i, self.skip_of(i), code
                e.j = self.clock_tail(e, e.j)
                return e
        if "a" in kinds:
            if self.word(k) == "ونهارا" or self.word(i - 1) == "نهار":
                return None
            return self.make("part", i, k, part=code)
        if "d" in kinds and self.word(i - 1) in ("في", "خلال", "حتي", "منذ", "عند") and self.clitic(i) == "":
            nxt = self.word(k)
            if not nxt or not nxt[0].isalpha() or nxt[0] in "وبل":
                return self.make("part", i, k, part=code)
        return None

    def second_weekday(self, e: Expression) -> int:
        """The night between two days: ``ليل السبت - الأحد`` is the night of the first."""
        k = e.j + 1 if self.word(e.j) in _DASH or self.word(e.j) == "الي" else e.j
        following = self.at(k, "weekday")
        if following and e.weekday and following[0] == e.weekday % 7 + 1:
            return following[1]
        return e.j

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
        self.begin = begin
        if e is None:
            return None
        e.i, e.skip = i, self.skip_of(i)
        return e

    def rule_night(self, i: int) -> Expression | None:
        """``الليلة الماضية``, ``ليل أمس``."""
        got = self.at(i, "night")
        if not got:
            return None
        if got[0] == 0 and got[1] == i + 1:
            nxt = self.looks[got[1]] if got[1] < self.n else None
            if nxt and ("ordinal" in nxt.classes and nxt.classes["ordinal"]) or self.word(got[1]) == "الواحدة":
                return None
        e = self.make("day", i, got[1], shift=got[0], part="NI")
        weekday = self.at(e.j, "weekday")
        if weekday:
            e.weekday, e.j = weekday
            e.j = self.second_weekday(e)
        return e

    def clock_at(self, j: int) -> tuple[int, int, int] | None:
        """``الساعة 10:30``, ``09: 37``, ``الساعة الثالثة والنصف``, ``15,30 ت غ``: hour, minute, next token."""
        k = j
        hour_word = False
        if self.word(k) in ("في", "عند", "علي") and self.word(k + 1) == "الساعة":
            k += 1
        if self.word(k) == "الساعة":
            hour_word, k = True, k + 1
        bracket = self.word(k) == "("
        if bracket:
            k += 1
        hour = minute = -1
        word = self.word(k)
        joined = _CLOCK.match(word)
        if word.isdigit() and self.word(k + 1) == ":" and self.word(k + 2).isdigit() and len(word) <= 2:
            hour, minute, k = int(word), int(self.word(k + 2)), k + 3
            if self.word(k) == ":" and self.word(k + 1).isdigit():
                k += 2
        elif joined and (hour_word or self.zone(k + 1)):
            hour, minute, k = int(joined[1]), int(joined[2]), k + 1
        elif hour_word:
            number = self.hour(k)
            if not number:
                return None
            hour, minute, k = number
        else:
            return None
        if not (0 <= hour <= 24 and 0 <= minute < 60):
            return None
        if not hour_word and self.word(j - 1) in (":", "-") and self.word(j - 2).isdigit():
            return None
        if bracket and self.word(k) != ")":
            return (hour, minute, k) if self.zone(k) else None
        return hour, minute, k + 1 if bracket else k

    def rule_bare_hour(self, i: int) -> Expression | None:
        """``عند السادسة من صباح أمس``, ``الثالثة بعد الظهر``: an hour without the word, known by the part of the day."""
        word = self.words[i][self.skip_of(i) :]
        if not word.endswith("ة") and word not in ("الاولي", "الواحدة"):
            return None
        got = self.hour(i)
        if not got:
            return None
        hour, minute, k = got
        part = self.at(k, "part")
        of = self.word(k) == "من"
        if not (part and "a" in part[0][1] or of and self.at(k + 1, "part") and "c" in self.at(k + 1, "part")[0][1]):
            return None
        return self.clocked(i, k, hour, minute)

    def clocked(self, i: int, k: int, hour: int, minute: int) -> Expression | None:
        """A clock time with the part of the day and the day that follow."""
        if not (0 <= hour <= 24 and 0 <= minute < 60):
            return None
        part = self.at(k, "part")
        code, end = "", k
        if part and "a" in part[0][1] and not (self.at(part[1], "weekday") or self.at(part[1], "relday")):
            code, end = part[0][0], part[1]
        j = end + 1 if self.word(end) in ("من", "في") else end
        begin, self.begin = self.begin, j if j > end else self.begin
        day = self.rule_part(j) or self.day_head(j)
        self.begin = begin
        if day is not None and day.kind == "part" and j > end:
            code, end, day = day.part, day.j, None
        if day is not None and (day.kind != "day" or not (day.part or day.shift is not None or day.weekday)):
            day = None
        code = code or (day.part if day is not None else "")
        if code in ("EV", "AF") and hour < 12 or code == "NI" and 6 <= hour < 12:
            hour += 12
        elif code == "NI" and hour == 12:
            hour = 0
        clock = f"{hour % 24:02d}:{minute:02d}"
        if day is None:
            return self.make("clock", i, end, clock=clock)
        day.i, day.skip, day.clock = i, self.skip_of(i), clock
        return day

    def hour(self, k: int) -> tuple[int, int, int] | None:
        """Hour after ``الساعة``: digits or ordinal, with a fraction (``والنصف``) if there is one."""
        word = self.word(k)
        if word.isdigit() and len(word) <= 2:
            hour, k = int(word), k + 1
        else:
            if word == "الواحدة":
                hour, k = 1, k + 1
            else:
                got = parse_ordinal(self.words, k)
                if not got or got[0] > 24:
                    return None
                hour, k = got[0], k + got[1]
        minute = 0
        following = self.word(k)
        if following.startswith("و"):
            share = self.rules.words.get(following[1:], {}).get("minutes")
            if share:
                return hour, share, k + 1
            number = parse_number(self.words, k)
            if number and 0 < number[0] < 60 and self.word(k + number[1]) in ("دقيقة", "دقائق"):
                return hour, int(number[0]), k + number[1] + 1
        elif following == "الا" and self.rules.words.get(self.word(k + 1).rstrip("ا"), {}).get("minutes"):
            share = self.rules.words[self.word(k + 1).rstrip("ا")]["minutes"]
            return (hour - 1) % 24, 60 - share, k + 2
        return hour, minute, k

    def zone(self, k: int) -> bool:
        return self.listed(k, "clock_zones")

    def rule_clock(self, i: int) -> Expression | None:
        """A clock time, with the day after it if one follows: ``الساعة العاشرة من صباح اليوم``."""
        got = self.clock_at(i)
        return self.clocked(i, got[2], got[0], got[1]) if got else None

    # -- months and years ------------------------------------------------------------------------------------------

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
            if level == 2 or not (before in self.lists["prepositions_of_time"] or clitic == "ل" and month == 9):
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
        """Expressions that open with a unit: ``الشهر الماضي``, ``عام 1999``, ``شهر رمضان``, ``الأيام المقبلة``, ``يومين``."""
        got = self.at(i, "unit")
        if not got:
            return None
        (unit, form, definite, careful, night), k = got
        if form == "s" and definite:
            return self.definite_unit(i, unit, k)
        if form == "p" and definite:
            return self.definite_plural(i, unit, k)
        if form == "d" and definite:
            mod = self.modifier(k)
            if mod:
                return self.amount_expression(i, mod[1], [(2.0, unit)], _way(mod[0]))
            return None
        if form == "s":
            special = self.indefinite_unit(i, unit, k)
            if special:
                return special
        if form in "dp" and unit == "Y":
            years = self.years_list(i, k)
            if years:
                return years
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
            for word in ("الدراسي", "الدراسية", "المالي", "المالية", "الجامعي", "الميلادي", "الميلادية", "الهجري", "الهجرية", "القضائي"):
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
                return self.make("year", i, j, year=year[0], hijri=era == "h" or year[0] < 1500 and era != "g")
        if mod:
            if unit == "Y" and self.is_general(i, mod[0]):
                return None
            if mod[0] == "new" and unit != "Y":
                return None
            if mod[0] == "last":
                return self.last_unit(i, unit, mod[1])
            if unit == "X":
                return self.make("ref", i, mod[1], value=_vague(mod[0]))
            if unit in ("TH", "TM", "TS"):
                if unit == "TH" and mod[0] in ("past", "future"):
                    return self.amount_expression(i, mod[1], [(1.0, unit)], _way(mod[0]))
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
        if unit == "W":
            ordinal = self.looks[k] if k < self.n else None
            if ordinal and ordinal.prefix == 0 and "ordinal" in ordinal.classes or self.word(k) == "الاخير":
                return self.nth_week(i, k)
        return None

    def last_unit(self, i: int, unit: str, k: int) -> Expression | None:
        """``الأسبوع الأخير من يونيو``; ``العام الأخير`` is the one just past."""
        if unit == "X":
            return self.make("ref", i, k, value="PAST_REF")
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
        if month is None or month.kind == "shift" and month.unit != "M":
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
        return got if isinstance(got, Expression) else None

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
                hijri = era == "h" or year[0] < 1500 and era != "g"
                e = self.make("year", i, j, year=-year[0] if era == "b" else year[0], hijri=hijri and era != "b")
                return [e, *self.more_years(j)]
            if word.isdigit() and not self.quantity_follows(k):
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

    def quantity_follows(self, k: int) -> bool:
        return self.word(k + 1) in ("في", "بالمئة", "%", "بالمائة") and self.word(k + 2) in ("المئة", "المائة")

    def year_range(self, k: int) -> tuple[int, int, int] | None:
        """``2003/2004``, ``2003 - 2004``, ``89 / 90``: one period over two years."""
        a, mark, b = self.word(k), self.word(k + 1), self.word(k + 2)
        if mark not in _DASH or not a.isdigit() or not b.isdigit() or not mark:
            return None
        if len(a) == 4 and len(b) in (2, 4) and int(a) in _YEARS:
            first, last = int(a), int(b) if len(b) == 4 else int(a) // 100 * 100 + int(b)
        elif len(a) == 2 and len(b) in (2, 4) and len(b) == 4:
            last = int(b)
            first = last - 1 if (last - 1) % 100 == int(a) else 0
        elif len(a) == 2 and len(b) == 2 and int(b) == (int(a) + 1) % 100 and mark == "/":
            first = 1900 + int(a) if int(a) > 50 else 2000 + int(a)
            last = first + 1
        else:
            return None
        return (first, last, k + 3) if last == first + 1 else None

    def years_list(self, i: int, k: int) -> list[Expression] | None:
        """``عامي 1998 و1999``."""
        year = self.year_number(k)
        if not year:
            return None
        return [self.make("year", i, year[1], year=year[0]), *self.more_years(year[1])]

    def more_years(self, j: int) -> list[Expression]:
        """Years that follow one by a conjunction or dash: ``1998 و1999``, ``1975-1990``."""
        out: list[Expression] = []
        while True:
            mark = self.word(j)
            if mark not in ("و", "،", "الي", "حتي", "او") and mark not in _DASH:
                return out
            nxt = self.word(j + 1)
            if not (nxt.isdigit() and len(nxt) == 4 and int(nxt) in _YEARS) or self.listed(j + 2, "counted"):
                return out
            if mark == "،" and not out and self.word(j + 2) not in ("و", "،"):
                return out
            if self.at(j + 2, "month"):
                return out
            out.append(Expression("year", j + 1, j + 2, year=int(nxt)))
            j += 2

    def century(self, i: int, k: int) -> Expression | None:
        mod = self.modifier(k)
        if mod:
            return self.make("century", i, mod[1], mod=mod[0])
        if self.word(k) == "ال":
            k += 1
        word = self.word(k)
        if word.isdigit() and 1 <= int(word) <= 22:
            return self.make("century", i, k + 1, nth=int(word))
        number = parse_ordinal(self.words, k)
        if number and number[0] <= 22 and self.word(k)[:2] == "ال":
            e = self.make("century", i, k + number[1], nth=number[0])
            return e
        return None

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
            return None
        return e

    def age_follows(self, k: int) -> bool:
        nxt = self.word(k + 1)
        return self.word(k) == "من" and (nxt.startswith(("عمر", "العمر", "اعمار", "السن")))

    def rule_year(self, i: int) -> list[Expression] | None:
        """A year without the word for year: after prepositions and dated nouns, in parentheses, in ranges."""
        word = self.word(i)
        if not (word.isdigit() and len(word) == 4):
            return None
        year = int(word)
        pair = self.year_range(i)
        before = self.word(i - 1)
        if before[:1] == "و" and before[1:] in self.lists["year_prepositions"]:
            before = before[1:]
        season = self.listed(i - 1, "dated_nouns")
        if pair and 1850 <= year <= 2100:
            if self.word(i + 1) == "/" or self.listed(i - 1, "dated_nouns"):
                return [self.make("years", i, pair[2], year=pair[0], year_to=pair[1])]
        if not 1700 <= year <= 2100:
            return None
        after = self.word(i + 1)
        if after in ("%", ":") or before in (":", ".", "$", "+", "#") or self.listed(i - 1, "numbered"):
            return None
        ranged = self.more_years(i + 1)
        if before == "(" and after == ")":
            return [self.make("year", i, i + 1, year=year)]
        if ranged and self.word(i + 1) in _DASH and (before == "(" or self.word(ranged[-1].j) == ")"):
            return [self.make("year", i, i + 1, year=year), *ranged]
        if self.listed(i + 1, "counted"):
            return None
        if before in ("من", "بين", "ما") and not ranged and before != "من":
            return None
        preposition = before in self.lists["year_prepositions"] or before in ("و", "ل", "ب") and False
        if not (preposition or season):
            return None
        if before in ("في", "من", "الي", "بعد", "قبل", "خلال", "حتي", "بحلول") and not ranged and not self.closes(i + 1, before):
            return None
        return [self.make("year", i, i + 1, year=year), *ranged]

    def closes(self, j: int, before: str) -> bool:
        """Whether what follows a bare year cannot be the thing that it counts."""
        word = self.word(j)
        if not word or not word[0].isalpha():
            return True
        if word.startswith(("ال", "وال", "بال", "لل")) or word in _FUNCTION:
            return True
        if word[0] in "وفبل" and len(word) > 3:
            return True
        if before == "من":
            return False
        return word.endswith("ت") and not word.endswith("ات") or (word[0] in "ي" and len(word) > 3)

    # -- edges, seasons, quarters ----------------------------------------------------------------------------------

    def rule_edge(self, i: int) -> Expression | None:
        """``مطلع أيلول``, ``نهاية العام الجاري``, ``أواخر الثمانينات``, ``نهاية الأسبوع``, ``أول يوليو``."""
        got = self.at(i, "edge")
        if not got:
            return None
        edge, k = got
        j = k + 1 if self.word(k) in ("من",) else k
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
                if e is None and not (code == "Y" and self.looks[unit[1]] is not None if unit[1] < self.n else False):
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
        elif number and edge != "first" and self.word(j).isdigit() and not self.listed(number[1], "counted"):
            e = self.make("year", i, number[1], year=number[0])
        else:
            for rule in (self.rule_decade, self.rule_season, self.rule_holiday):
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
                if year[0] == "year":
                    e.year = year[1]
                else:
                    e.year_mod = year[1]
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
            if phrase[0] == "year":
                e.year = phrase[1]
            else:
                e.year_mod = phrase[1]
            e.j = phrase[2]
            return e
        return None

    def rule_quarter(self, i: int) -> Expression | None:
        """``الربع الأول من العام الجاري``, ``النصف الثاني من 2003``; of a month: its first or second half."""
        kind = "quarter" if self.at(i, "quarter") else "half"
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
        if phrase:
            if phrase[0] == "year":
                e.year = phrase[1]
            else:
                e.year_mod = phrase[1]
            e.j = phrase[2]
            pair = self.year_range(e.j)
            if pair:
                e.year, e.year_mod, e.j = pair[0], "", pair[2]
            return e
        if year and self.word(j).isdigit() and not self.listed(year[1], "counted"):
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
            e.year_mod, e.j = (mod if mod else ("present", adjective))
            return e
        return None

    def rule_holiday(self, i: int) -> Expression | None:
        got = self.at(i, "holiday")
        if not got:
            return None
        e = self.make("holiday", i, got[1], holiday=got[0])
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
            if phrase[0] == "year":
                e.year = phrase[1]
            else:
                e.year_mod = phrase[1]
            e.j = phrase[2]
        return e

    # -- this, same, fixed words -----------------------------------------------------------------------------------

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

    def rule_ref(self, i: int) -> Expression | None:
        got = self.at(i, "ref")
        if not got:
            return None
        if self.words[i].endswith("اخيرا") and (i == 0 or self.clitic(i) or self.word(i - 1) in (".", "،", ":", '"')):
            return None
        return self.make("ref", i, got[1], value=got[0])

    def rule_set(self, i: int) -> Expression | None:
        got = self.at(i, "set")
        if got:
            return self.make("set", i, got[1], value=got[0])
        return None

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
        if weekday and (day > k or self.at(day, "weekday_bare") and weekday[0] not in (1, 7)):
            return self.make("set", i, weekday[1], value=f"XXXX-WXX-{weekday[0]}")
        amount = self.amount(k, licensed=True)
        if amount is None or amount[0] is None:
            return None
        amounts, end, _ = amount
        if amounts[0][1] in ("TS", "X"):
            return None
        return self.make("set", i, end, value=duration_value(amounts))

    # -- amounts ---------------------------------------------------------------------------------------------------

    def amount(self, j: int, licensed: bool) -> tuple[list[tuple[float, str]] | None, int, bool] | None:
        """A number of units: (amounts, or None when vague; next token; whether approximate).

        `licensed`: words of time precede, so that a bare singular (``لمدة شهر``) or a vague plural (``منذ سنوات``) counts.
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
        if self.word(j) == "ال" and self.word(j + 1).isdigit():
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
        if code == "TS" and not self.word(j).isdigit() and value < 2:
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
            if not self.words[k - 1].endswith(("ين", "ان")) or careful and not licensed:
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
        one = self.at(k, "after_amount")
        exact = one is not None and self.word(k).startswith(("واحد", "كامل", "اضافي"))
        half = self.word(k) == "ونصف"
        if not (licensed or exact or half) or code in ("TS",) or code == "TM" and not (exact or licensed and approximate):
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
        return not word or not word[0].isalpha() or (word in _FUNCTION and word not in ("في", "مع", "بين", "او", "ال"))

    def half_unit(self, j: int) -> tuple[list[tuple[float, str]], int, bool] | None:
        """``نصف ساعة``, ``ربع قرن``, ``نصف العام``."""
        share = {"نصف": 0.5, "ربع": 0.25}.get(self.word(j)[self.skip_of(j) if j == self.begin else 0 :] if j < self.n else "")
        if not share:
            return None
        unit = self.at(j + 1, "unit")
        if not unit or unit[0][1] != "s" or unit[0][0] in ("D", "X", "TM", "TS", "M", "W") and share != 0.5:
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
        elif word.startswith("و") and len(word) > 3 or word == "و":
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
            if got and amounts[-1][1] in order and got[1] in order and order.index(got[1]) - order.index(amounts[-1][1]) in (1, 2):
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
            return self.amount_expression(i, mod[1], amounts, _way(mod[0]))
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

    def definite_plural(self, i: int, unit: str, k: int) -> Expression | list[Expression] | None:
        """``الأيام المقبلة``, ``السنوات العشر الماضية``, ``الساعات الـ24 الماضية``, ``الأشهر القليلة المقبلة``."""
        if unit == "Y":
            years = self.years_list(i, k)
            if years:
                return years
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
            return self.amount_expression(i, mod[1], [(value, unit)], _way(mod[0]))
        if mod[0] == "previous" and unit not in ("D", "Y", "M", "W", "DE"):
            return None
        return self.make("ref", i, mod[1], value=_vague(mod[0]))

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
        return self.amount_expression(i, mod[1], [(number[0], unit[0][0])], _way(mod[0]))

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
                if word == "(" and self.word(k) in ("،", ",", ")"):
                    return True
                return False
            if word in self.lists["age"] and not (word in _AGE_NOUNS and back > 2):
                return True
        return False


_AGE_NOUNS: Final = frozenset({"طفل", "طفلة", "فتاة", "فتي", "شاب", "شابة", "رجل", "صبي", "امراة", "تجاوز", "تجاوزت", "بالغ", "يبلغ", "تبلغ", "بالغة"})
_OPENING_QUOTES: Final = frozenset('"«\'')
_CLOSING_QUOTES: Final = frozenset('"»\'')
_GLUED_TEENS: Final = frozenset({"عشرمن"})
_FUNCTION: Final = frozenset(
    "في من علي عن الي ان انه انها كان كانت بعد قبل خلال حتي منذ مع او ثم قد لم لا ما هو هي هذا هذه الذي التي عند عندما اثر "
    "عقب ضد بين لدي اي كما حيث اذ اذا بل غير امام تحت فوق حول دون وهو وهي وقد وكان هناك بسبب بما مما كل ايضا".split()
)


def _rank(found: list[Expression]) -> tuple[int, int]:
    return found[-1].j, -len(found)


def _way(mod: str) -> str:
    """Direction of an amount with this adjective."""
    return {"future": "future", "next": "future", "future2": "future", "present": "span"}.get(mod, "past")


def _vague(mod: str) -> str:
    """TIMEX3 reference for a vague stretch with this adjective."""
    return {"future": "FUTURE_REF", "next": "FUTURE_REF", "present": "PRESENT_REF", "future2": "FUTURE_REF"}.get(mod, "PAST_REF")


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


_PARTS: Final = {"Y": (12, "M"), "TH": (60, "TM"), "DE": (10, "Y"), "CE": (100, "Y"), "M": (2, "half"), "D": (24, "TH"), "W": (7, "D")}


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


_Rule = Callable[[Sentence, int], "list[Expression] | Expression | None"]
_RULES: Final[dict[str, tuple[_Rule, ...]]] = {
    "digits": (
        Sentence.rule_days, Sentence.rule_day, Sentence.rule_clock, Sentence.rule_year, Sentence.amount_rule,
    ),
    "ordinal": (Sentence.rule_days, Sentence.rule_day, Sentence.rule_bare_hour),
    "first_day": (Sentence.rule_day,),
    "number": (Sentence.amount_rule, Sentence.rule_definite_number, Sentence.rule_day),
    "night": (Sentence.rule_night,),
    "relday": (Sentence.rule_day,),
    "weekday": (Sentence.rule_day,),
    "unit": (Sentence.rule_unit, Sentence.rule_day, Sentence.rule_days),
    "part": (Sentence.rule_part,),
    "late": (Sentence.rule_late,),
    "hour_word": (Sentence.rule_clock,),
    "month": (Sentence.rule_month,),
    "decade": (Sentence.rule_decade,),
    "edge": (Sentence.rule_edge,),
    "season": (Sentence.rule_season,),
    "season_def": (Sentence.rule_season,),
    "season_word": (Sentence.rule_season,),
    "quarter": (Sentence.rule_quarter, Sentence.amount_rule),
    "half": (Sentence.rule_quarter, Sentence.amount_rule),
    "holiday": (Sentence.rule_holiday,),
    "this": (Sentence.rule_this,),
    "same_before": (Sentence.rule_same,),
    "ref": (Sentence.rule_ref,),
    "set": (Sentence.rule_set,),
    "every": (Sentence.rule_every,),
    "approximate": (Sentence.amount_rule,),
    "several": (Sentence.amount_rule,),
    "ago": (Sentence.rule_ago,),
    "ahead": (Sentence.rule_ago,),
    "last_first": (Sentence.rule_last_first,),
}  # fmt: skip
