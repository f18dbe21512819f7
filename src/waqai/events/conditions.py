"""Conditions of frames: what must, and must not, stand in a slot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from waqai.events.reading import Reading
from waqai.grammar.clauses import Clause
from waqai.grammar.phrases import Phrase
from waqai.grammar.units import Unit
from waqai.lexicon.table import Lex

Filler = Phrase | Clause
Get = Callable[[str], Sequence[Filler]]
_ARMED = frozenset(("MIL", "REB", "UAF", "COP", "PRM"))


def hold(tests: dict[str, list[str]], get: Get, reading: Reading) -> bool:
    """Whether every slot of `tests` passes one of its tests; `get` gives what fills a slot or role."""
    return all(any(_test(word, get(slot), reading) for word in words) for slot, words in tests.items())


def any_holds(tests: dict[str, list[str]], get: Get, reading: Reading) -> bool:
    """Whether some slot of `tests` passes one of its tests."""
    return any(_test(word, get(slot), reading) for slot, words in tests.items() for word in words)


def _test(test: str, fillers: Sequence[Filler], reading: Reading) -> bool:
    if test == "empty":
        return not fillers
    if test == "filled":
        return bool(fillers)
    if test == "clause":
        return any(isinstance(f, Clause) for f in fillers)
    for filler in fillers:
        if isinstance(filler, Clause):
            if _clause(test, filler, reading):
                return True
        elif _phrase(test, filler, reading):
            return True
    return False


def _phrase(test: str, phrase: Phrase, reading: Reading) -> bool:
    if test in ("actor", "person", "state", "armed"):
        mentions = [m for m in reading.mentions(phrase) if not m.thing]
        if test == "actor":
            return any(m.political for m in mentions)
        if test == "person":
            return any(m.person for m in mentions)
        if test == "state":
            return any(m.country and not m.person and m.kind in ("country", "seat", "body", "role") for m in mentions)
        return any(m.sector in _ARMED for m in mentions)
    units = list(heads(phrase))
    if test == "place":
        return any(u.named for u in units[:2])
    if test == "event":
        return any(u.has("frames") for u in units[:2])
    return _units(test, units, reading.table.lexes, reading.trigger)


def _clause(test: str, clause: Clause, reading: Reading) -> bool:
    if test in ("actor", "person", "state", "armed", "place"):
        return False
    for verb in clause.verbs:
        if test in verb.classes or test == verb.lemma:
            return True
    return any(
        _units(test, list(heads(p)), reading.table.lexes, reading.trigger)
        for p in (clause.object, clause.subject if clause.unit is None else None, *clause.pps[:2])
        if p is not None
    )


def _units(test: str, units: Iterable[Unit], lexes: Sequence[Lex], skip: Unit | None) -> bool:
    for unit in units:
        if unit is skip:
            continue
        for lex in unit.lexes:
            if test in lex.classes or test == lex.key:
                return True
        if unit.last > unit.first + 1 and unit.info is not None and unit.tag == "N" and not unit.named:
            for start in unit.info.starts:  # a compound is also what its first word is: خلية إرهابية is a cell
                for rest, number, _ in start.entries:
                    if not rest and test in lexes[number].classes:
                        return True
    return False


def heads(phrase: Phrase) -> Iterable[Unit]:
    """The head of a phrase and of those coordinated with it: the first three nouns, so that light heads and
    compounds are seen through.
    """
    for part in phrase.all:
        taken = 0
        for unit in part.units:
            if unit.tag == "N" and not unit.fn("quant"):
                yield unit
                taken += 1
                if taken == 3:
                    break
