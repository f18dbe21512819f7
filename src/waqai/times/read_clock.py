"""Parts of the day and clock times, and days with either."""

from __future__ import annotations

import re
from typing import Final

from waqai.text.numbers import parse_number, parse_ordinal
from waqai.times.expression import Expression
from waqai.times.read_days import Days
from waqai.times.reader import DASH

_CLOCK: Final = re.compile(r"([01]?\d|2[0-4])[.,]([0-5]\d)\Z")


class Clock(Days):
    """Rules for times of the day."""

    __slots__ = ()

    def rule_day(self, i: int) -> list[Expression] | None:
        """A day with what follows it of its hours."""
        e = self.day_head(i)
        if e is None:
            return None
        bare = e.month and not e.year and not e.mod and not e.year_mod and e.shift is None and e.weekday is None
        if bare and self.is_name(i, e.j):
            self.named = e.j
            return None
        e.j = self.day_tail(e, e.j)
        return [e]

    def day_tail(self, e: Expression, j: int) -> int:
        """Part of the day or clock time after a day."""
        part = self.at(j, "part")
        if part and "a" in part[0][1] and not self.at(part[1], "weekday") and not self.at(part[1], "relday"):
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
                    first, e.j = e.j, self.second_weekday(e)
                    if e.j > first and (self.word(i) == "بعد" or self.word(i - 1) in ("بعيد", "عقب")):
                        e.weekday = e.weekday % 7 + 1  # after midnight it is the second day
                e.i, e.skip, e.part = i, self.skip_of(i), code
                e.j = self.clock_tail(e, e.j)
                return e
        if "a" in kinds:
            if self.word(k) == "ونهارا" or self.word(k).startswith("نفس") or self.word(i - 1) == "نهار":
                return None
            return self.make("part", i, k, part=code)
        if "d" in kinds and self.word(i - 1) in ("في", "خلال", "حتي", "منذ", "عند") and self.clitic(i) == "":
            nxt = self.word(k)
            if not nxt or not nxt[0].isalpha() or nxt[0] in "وبل":
                return self.make("part", i, k, part=code)
        return None

    def second_weekday(self, e: Expression) -> int:
        """The night between two days: ``ليل السبت - الأحد``, ``ليلة السبت على الأحد`` is the night of the first."""
        k = e.j + 1 if self.word(e.j) in DASH or self.word(e.j) in ("الي", "علي") else e.j
        following = self.at(k, "weekday")
        if following and e.weekday and following[0] == e.weekday % 7 + 1:
            return following[1]
        return e.j

    def rule_night(self, i: int) -> Expression | None:
        """``الليلة الماضية``, ``ليل أمس``."""
        got = self.at(i, "night")
        if not got:
            return None
        if got[0] == 0 and got[1] == i + 1:
            nxt = self.looks[got[1]] if got[1] < self.n else None
            if (nxt and (nxt.classes.get("ordinal"))) or self.word(got[1]) == "الواحدة":
                return None
            between = self.night_between(i, got[1])
            if between is not None:
                return between
        e = self.make("day", i, got[1], shift=got[0], part="NI")
        weekday = self.at(e.j, "weekday")
        if weekday:
            e.weekday, e.j = weekday
            e.j = self.second_weekday(e)
        return e

    def night_between(self, i: int, k: int) -> Expression | None:
        """``الليلة (الفاصلة) بين الجمعة والسبت``: the night of the first day."""
        k += self.word(k) in ("الفاصلة", "الواقعة", "الممتدة")
        k += self.word(k) == "ما"
        weekday = self.at(k + 1, "weekday") if self.word(k) == "بين" else None
        if not weekday:
            return None
        e = self.make("day", i, weekday[1], weekday=weekday[0], part="NI")
        begin, self.begin = self.begin, e.j
        following = self.at(e.j, "weekday")
        self.begin = begin
        if not following or self.clitic(e.j) != "و" or following[0] != weekday[0] % 7 + 1:
            return None
        e.j = following[1]
        return e

    def clock_at(self, j: int) -> tuple[int, int, int] | None:
        """``الساعة 10:30``, ``09: 37``, ``الساعة الثالثة والنصف``, ``15,30 ت غ``: hour, minute, next token."""
        k = j
        hour_word = False
        if self.word(k) in ("في", "عند", "علي") and self.word(k + 1) == "الساعة":
            k += 1
        if self.word(k) == "الساعة":
            if self.at(k - 1, "this"):
                return None
            hour_word, k = True, k + 1
        bracket = self.word(k) == "("
        if bracket:
            k += 1
        hour = minute = -1
        word = self.word(k)
        joined = _CLOCK.match(word)
        after = self.word(k + 2)
        if word.isdecimal() and self.word(k + 1) == ":" and after.isdecimal() and len(word) <= 2 and len(after) <= 2:
            hour, minute, k = int(word), int(after), k + 3
            if self.word(k) == ":" and self.word(k + 1).isdecimal():
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
        if not hour_word and self.word(j - 1) in (":", "-") and self.word(j - 2).isdecimal():
            return None
        if bracket and self.word(k) != ")":
            return (hour, minute, k) if self.zone(k) else None
        return hour, minute, k + 1 if bracket else k

    def rule_bare_hour(self, i: int) -> Expression | None:
        """``عند السادسة من صباح أمس``, ``الثالثة بعد الظهر``: an hour known by the part of the day."""
        word = self.words[i][self.skip_of(i) :]
        if not word.endswith("ة") and word not in ("الاولي", "الواحدة"):
            return None
        got = self.hour(i)
        if not got:
            return None
        hour, minute, k = got
        part = self.at(k, "part")
        of = self.word(k) == "من"
        following = self.at(k + 1, "part") if of else None
        if not ((part and "a" in part[0][1]) or (following and "c" in following[0][1])):
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
        afternoon = {"MI": range(1, 5), "AF": range(12), "EV": range(12), "NI": range(6, 12)}
        if hour in afternoon.get(code, ()):
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
        if word.isdecimal() and len(word) <= 2:
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
