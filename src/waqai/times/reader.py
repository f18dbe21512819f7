"""What every rule of the grammar needs: looking at words, and the small parts of expressions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from waqai.text.numbers import parse_number, parse_ordinal
from waqai.times.expression import Expression
from waqai.times.rules import Look, Rules
from waqai.times.words import normal

DASH: Final = frozenset("-–—/")
PAIR_OPEN: Final = frozenset("/(-–")
OPENING_QUOTES: Final = frozenset("\"«'")
CLOSING_QUOTES: Final = frozenset("\"»'")
#: ``الثالث عشرمن``: letters that do not join leave the space out.
GLUED_TEENS: Final = frozenset({"عشرمن"})
YEARS: Final = range(1000, 2200)


class Reader:
    """A sentence as the rules see it: tokens in look-up spelling, their bounds and what they may be."""

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
        if word.isdecimal():
            if len(word) == 4 and int(word) in YEARS:
                return int(word), j + 1
            return None
        got = parse_number(self.words, j)
        if got and got[0] in YEARS and word[:1] != "و":
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
        at = k + 1 if mark in PAIR_OPEN and mark else k
        paired = self.at(at, "month")
        if paired and (paired[0][:2] == [month, calendar] or (mark == "(" and self.word(paired[1]) == ")")):
            k, level = paired[1], 0
            if mark == "(":
                if self.word(k) == ")":
                    k += 1
                elif not self.closes_pair(k):
                    return month, calendar == "h", got[0][2], got[1]
        return month, calendar == "h", level, k

    def closes_pair(self, k: int) -> bool:
        """Whether the year or adjective stands inside the brackets of the paired name: ``(تشرين الثاني الماضي)``."""
        got = self.modifier(k) or self.year_number(k)
        return bool(got and self.word(got[1]) == ")")

    def past_bracket(self, j: int, k: int) -> int:
        """`k`, or the token after it when it closes the bracket that opened before the month ending at `j`."""
        opened = [i for i in (j - 2, j - 3) if self.word(i) == "("]
        if not opened or self.word(k) != ")" or self.word(j - 1) == ")":
            return k
        before = opened[0]
        return k + 1 if self.at(before - 1, "month") or self.at(before - 2, "month") else k

    def month_tail(self, e: Expression, j: int) -> int:
        """Year or adjective after a month; fills `e`, gives the next token."""
        year = self.year_number(j)
        if year and not (self.listed(year[1], "counted") and self.word(j).isdecimal()):
            era, k = self.era(year[1])
            e.year = year[0]
            if era == "h":
                e.hijri = True
            return self.past_bracket(j, k)
        if self.word(j) in ("،", ",") and (year := self.year_number(j + 1)) and e.day:
            nxt = self.word(year[1])
            if self.word(j + 1).isdecimal() and (not nxt or not nxt[0].isalpha() or nxt[:1] in "وفبل"):
                e.year = year[0]
                return year[1]
        mod = self.modifier(j)
        if mod and mod[0] not in ("last",):
            e.mod = mod[0]
            return self.past_bracket(j, mod[1])
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
            era, k = self.era(year[1])
            return "year", -year[0] if era == "b" else year[0], k
        bare = self.word(j + 1)
        if bare.isdecimal() and len(bare) <= 4:
            era, k = self.era(j + 2)
            if era in ("b", "g"):
                return "year", -int(bare) if era == "b" else int(bare), k
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
        if word.isdecimal():
            return (int(word), j + 1, "digits") if len(word) <= 2 and 1 <= int(word) <= 31 else None
        look = self.looks[j] if 0 <= j < self.n else None
        if look is None:
            return None
        if "ordinal" in look.classes:
            got = parse_ordinal(self.words, j)
            if got and got[0] <= 31 and look.classes["ordinal"]:
                if got[1] == 1 and got[0] < 10 and self.word(j + 1) in GLUED_TEENS:
                    return got[0] + 10, j + 2, "glued"
                return got[0], j + got[1], "ordinal"
        if "first_day" in look.classes:
            return 1, j + 1, "ordinal"
        if "number" in look.classes and not look.classes["number"]:
            number = parse_number(self.words, j)
            if number and number[0] in range(1, 32):
                return int(number[0]), j + number[1], "words"
        return None

    def year_range(self, k: int) -> tuple[int, int, int] | None:
        """``2003/2004``, ``2003 - 2004``, ``89 / 90``: one period over two years."""
        a, mark, b = self.word(k), self.word(k + 1), self.word(k + 2)
        if mark not in DASH or not a.isdecimal() or not b.isdecimal() or not mark:
            return None
        if len(a) == 4 and len(b) in (2, 4) and int(a) in YEARS:
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

    def is_name(self, i: int, j: int) -> bool:
        """Whether day and month belong to a name: ثورة 14 تموز, أيلول الأسود."""
        before = i - 1
        if self.word(before) in OPENING_QUOTES and self.word(j) in CLOSING_QUOTES:
            return True
        if self.word(before) in ("ال", '"', "«", "'", "("):
            before -= 1
        clitic = self.clitic(i)
        if self.listed(j, "names_after_month"):
            return True
        return self.listed(before, "names_with_dates") and clitic in ("", "ال")
