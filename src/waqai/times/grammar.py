"""The grammar of Arabic time expressions: tokens of one sentence -> unresolved expressions.

Recursive descent over classes of words (see `build` for where they come from). At each word that can open an
expression every rule for its classes is tried, and the longest reading wins. Rules return `Expression`s or None;
helpers return what they read and the token after it. Proclitics are allowed on the first word of an expression only,
since a conjunction or preposition inside begins another one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from waqai.times.expression import Expression
from waqai.times.read_periods import Periods
from waqai.times.rules import Look


class Sentence(Periods):
    """One sentence, ready to be read."""

    __slots__ = ()

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


def _rank(found: list[Expression]) -> tuple[int, int]:
    return found[-1].j, -len(found)


_Rule = Callable[[Sentence, int], "list[Expression] | Expression | None"]
_RULES: Final[dict[str, tuple[_Rule, ...]]] = {
    "digits": (
        Sentence.rule_days, Sentence.rule_day, Sentence.rule_clock, Sentence.rule_year, Sentence.amount_rule,
    ),
    "ordinal": (Sentence.rule_days, Sentence.rule_day, Sentence.rule_bare_hour),
    "first_day": (Sentence.rule_day,),
    "number": (Sentence.amount_rule, Sentence.rule_definite_number, Sentence.rule_day),
    "night": (Sentence.rule_night,),
    "article": (Sentence.rule_definite_number,),
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
    "season_word": (Sentence.rule_season, Sentence.rule_quarter),
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
