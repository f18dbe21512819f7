"""Agreement of two coders: percent agreement and Krippendorff's alpha.

Source: Klaus Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), Annenberg School for
Communication, University of Pennsylvania, and "Content Analysis" (4th ed., 2019), chapter 12. Its worked examples
are the tests.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

import msgspec

from .figures import SHARES, TESTS
from .match import Matching
from .read import Mention

NONE = "(none)"


class Agreement(msgspec.Struct, frozen=True):
    """Agreement on one field: share of units on which both agree, alpha, and the number of units.

    `alpha` is 1 for perfect agreement and 0 for what chance would give; None where the units hold only one
    value, for then chance alone agrees perfectly and nothing is shown.
    """

    field: str
    percent: float | None
    alpha: float | None
    units: int


def krippendorff_alpha(units: Iterable[Sequence[Hashable | None]]) -> float | None:
    """Krippendorff's alpha for nominal values.

    `units`: for each unit the value that each observer gave, None where an observer gave none; any number
    of observers. Units with fewer than two values are left out, as the source has it. Returns None where alpha is
    not defined: nothing to pair, or only one value in use.
    """
    # The coincidence matrix, of which nominal alpha needs only the diagonal and the margins.
    same = 0.0
    margins: Counter[Hashable] = Counter()
    for unit in units:
        values = Counter(v for v in unit if v is not None)
        m = values.total()
        if m < 2:
            continue
        margins.update(values)
        same += sum(n * (n - 1) for n in values.values()) / (m - 1)
    total = margins.total()
    chance = sum(n * (n - 1) for n in margins.values())
    expected = total * (total - 1) - chance
    if not expected:
        return None
    return 1 - (total - 1) * (total - same) / expected


def agreement(matching: Matching) -> list[Agreement]:
    """How far the two coders of a matching agree, first on what is an event of which type, then on each field.

    The units of `type` are all mentions of either coder: the matched, those that both coded on the same words with
    other types, and those that only one coded, to which the other gave "(none)". The units of the fields are
    the mentions that both coded with the same type. Optional annotations count like the others here: a coder who
    wrote one meant it.
    """
    rows = [_of("type", _typed(matching))]
    rows += [_of(field, _valued(matching, field)) for field in SHARES]
    return rows


def _of(field: str, units: list[tuple[Hashable, Hashable]]) -> Agreement:
    alpha = krippendorff_alpha(units)
    percent = sum(a == b for a, b in units) / len(units) if units else None
    return Agreement(
        field,
        None if percent is None else round(percent, 3),
        None if alpha is None else round(alpha, 3),
        len(units),
    )


def _typed(matching: Matching) -> list[tuple[Hashable, Hashable]]:
    units: list[tuple[Hashable, Hashable]] = [(p.gold.type, p.coded.type) for p in matching.pairs]
    units += [(p.gold.type, p.coded.type) for p in matching.confused]
    # By identity: two equal mentions are two units.
    seen = {id(m) for p in matching.confused for m in (p.gold, p.coded)}
    units += [(m.type, NONE) for m in matching.missed if id(m) not in seen]
    units += [(NONE, m.type) for m in matching.extra if id(m) not in seen]
    return units


def _valued(matching: Matching, field: str) -> list[tuple[Hashable, Hashable]]:
    units: list[tuple[Hashable, Hashable]] = []
    for pair in matching.pairs:
        first, second = _value(pair.gold, field), _value(pair.coded, field)
        # Two spellings of a source, or a day within a stated month, are one value.
        if first != second and field in {"source", "date"} and TESTS[field](pair.gold, pair.coded):
            second = first
        units.append((first, second))
    return units


def _value(mention: Mention, field: str) -> Hashable:
    if field == "actor":
        return " ".join(sorted(mention.actors)) or NONE
    if field == "recipient":
        return " ".join(sorted(mention.recipients)) or NONE
    if field == "sector":
        return " ".join(sorted(mention.sectors or ())) or NONE
    if field == "mode":
        return mention.mode or NONE
    if field == "status":
        return mention.status
    if field == "date":
        return f"{mention.first}/{mention.last}" if mention.first else NONE
    return " ".join(sorted(mention.source)) if mention.sourced else NONE
