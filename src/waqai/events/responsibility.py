"""Who claims an act, or denies it.

أعلنت الحركة مسؤوليتها عن الهجوم, نفى الجيش ضلوعه في القصف, نفت طهران أي صلة لها بالهجوم, نفت أن تكون لها صلة بالهجوم,
تبنت الجماعة الهجوم: the act is told (or denied) of the owner of the responsibility. That it is denied the verb says
(`waqai.events.status`).
"""

from __future__ import annotations

from waqai.actors.mentions import Mention
from waqai.events.reading import Reading, implied
from waqai.events.triggers import Trigger
from waqai.grammar.clauses import Clause
from waqai.grammar.phrases import Phrase
from waqai.grammar.units import Unit

#: lemmas of verbs of claiming, folded
_CLAIMING = frozenset(("تبنى/بني",))
_PREPS = frozenset(("ب", "في", "عن", "على"))


def responsible(trigger: Trigger, reading: Reading) -> list[Mention]:
    """Who is said to be responsible for the event noun of `trigger`, or to deny it; empty where nobody is."""
    phrase = trigger.phrase
    if phrase is None:
        return []
    position = reading.position.get(id(phrase), 0)
    clause = trigger.clause
    denier = _denier(clause, reading)
    if not position or phrase.prep not in _PREPS:
        return []
    chunks = reading.parse.chunks[max(0, position - 2) : position]
    before = [chunk.phrase for chunk in chunks if chunk.phrase is not None]
    noun = next((p for p in reversed(before) if _of_class(p.head, "responsibility")), None)
    if noun is None:
        return []
    if noun.head.enc:
        return denier or reading.owner(noun.head, clause)
    pronoun = _pronoun([*before, *clause.pps])
    if pronoun is None:
        return []
    return denier or reading.owner(pronoun, clause)


def disclaimed(trigger: Trigger, reading: Reading) -> bool:
    """Whether the event is denied by those who are said to be responsible for it."""
    return bool(responsible(trigger, reading)) and bool(_denier(trigger.clause, reading))


def claimant(trigger: Trigger, reading: Reading) -> list[Mention]:
    """Who claims the event noun of `trigger` as the object of its verb: تبنت الجماعة الهجوم."""
    clause, phrase = trigger.clause, trigger.phrase
    if phrase is None or clause.object is not phrase or clause.negation is not None:
        return []
    if not any(verb.lemma in _CLAIMING for verb in clause.verbs):
        return []
    return [m for m in reading.subject(clause) if m.coded]


def _denier(clause: Clause, reading: Reading) -> list[Mention]:
    """The subject of the verb of denial that a clause hangs on, or is."""
    for above in (clause, *clause.ancestors()):
        if any("deny" in verb.kinds for verb in above.verbs):
            return implied([m for m in reading.subject(above) if m.coded])
        if above.kind not in ("comp", "serial"):
            return []
    return []


def _pronoun(phrases: list[Phrase]) -> Unit | None:
    """The pronoun of لها in صلة لها ب, لها صلة ب."""
    return next((p.head for p in phrases if p.prep == "ل" and p.head.enc and not p.head.art), None)


def _of_class(unit: Unit, name: str) -> bool:
    return any(name in lex.classes for lex in unit.lexes)
