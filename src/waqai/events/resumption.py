"""Resumed subjects: a sentence that goes on telling of whom the last one told, and names only whom he met.

كما استقبل وزير الخارجية الألماني; ومن المقرر أن يلتقي وزير الدفاع. By itself such a sentence would have a passive or a
subject without an object; verbs of meeting always have both.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.actors.mentions import Mention
from waqai.events.reading import Reading, fits
from waqai.grammar.clauses import Clause

#: prepositions before the other party of a meeting
_PARTNER = frozenset(("مع", "ب"))


def resume(reading: Reading) -> None:
    """Take the only party behind a verb of meeting for its object where the doer of the last sentence, or that of the
    clause above, can be its hidden subject. Changes the clauses of `reading.parse` in place.
    """
    for clause in reading.parse.clauses:
        if _appeals(clause, reading) and clause.coord is not None:
            clause.object, clause.subject, clause.hidden = clause.subject, None, True
            reading.tell(clause, reading.subject(clause.coord))
            continue
        above = _of_above(clause, reading)
        if not _alone(clause, listed=bool(above)) or not _meets(clause, reading):
            continue
        doer = above or reading.doer
        if _goes_on(clause, doer, reading):
            clause.object = clause.object or clause.subject
            clause.subject, clause.voice, clause.hidden = None, "a", True
            reading.tell(clause, doer)


def _appeals(clause: Clause, reading: Reading) -> bool:
    """Whether a joined verb of appeal has as its only party the state, or one of its powers, to which the clause before
    was addressed: طالبت بغداد الجانب التركي بالانسحاب ودعت | أنقرة إلى الحوار. Who spoke goes on.
    """
    before, whom = clause.coord, clause.subject
    if before is None or whom is None or clause.object is not None or before.object is None or whom.members:
        return False
    if not any(verb.lemma.split("/")[0] in _APPEALS for verb in clause.verbs) or clause.unit is None:
        return False
    if not clause.unit.conj or whom.start < clause.unit.start or not (clause.comps or clause.pps):
        return False
    addressed = {m.country for m in reading.mentions(before.object) if m.country and not m.inferred}
    asked = {m.country for m in reading.mentions(whom) if m.country}
    speakers = {m.country for m in reading.subject(before)}
    return len(asked) == 1 and asked == addressed and asked.isdisjoint(speakers)


#: verbs of appeal, as the lexicon writes their lemmas
_APPEALS = frozenset("دعا طالب ناشد حث حض طلب اتهم حذر انتقد".split())


def _of_above(clause: Clause, reading: Reading) -> Sequence[Mention]:
    """The subject of the clause that a clause of time or place hangs on: زار الوزير بغداد حيث التقى | رئيس الوزراء."""
    above = clause.parent
    if above is None or above.subject is None or not clause.kind.startswith("sub"):
        return ()
    return [m for m in reading.subject(above) if m.coded and not m.thing]


def _alone(clause: Clause, *, listed: bool) -> bool:
    """Whether a verb has one party only, behind it, or several where they may be `listed` (حيث التقى الرئيس ورئيس
    الحكومة).
    """
    unit = clause.unit
    if unit is None or clause.kind in ("rel", "hal") or clause.pronoun or clause.subject_from is not None:
        return False
    held = clause.subject or clause.object
    if held is None or held.prep or (held.members and not listed) or held.start < unit.start:
        return False
    if clause.subject and clause.object:
        return False
    if clause.subject is not None and any(phrase.prep in _PARTNER for phrase in clause.pps):
        return False
    if clause.object is not None and any(phrase.agent for phrase in clause.pps):
        return False
    return all(phrase is held for phrase in clause.post if not phrase.prep)


def _meets(clause: Clause, reading: Reading) -> bool:
    """Whether a verb needs another to be met, received or visited."""
    frames = [reading.table.frames[number] for verb in clause.verbs for number in verb.frames]
    met = [
        frame
        for frame in frames
        if frame.type == "CONSULT"
        and any("object" in slots for role, slots in frame.roles.items() if role != "theme")
        and any("subject" in slots for slots in frame.roles.values())
    ]
    return bool(met) and met[0] is next(frame for frame in frames if frame.type in ("CONSULT", "REQUEST", "ACCUSE"))


def _goes_on(clause: Clause, doers: Sequence[Mention], reading: Reading) -> bool:
    """Whether who was told of, one person, fits the verb and is not whom it names."""
    if len(doers) != 1:
        return False
    doer = doers[0]
    reading_of_verb = clause.unit.reading if clause.unit else None
    if not doer.person or doer.plural or reading_of_verb is None:
        return False
    if not all(f[0] in "pi" and f[2:] in ("3ms", "3fs") for f in _active(reading_of_verb.features)):
        return False
    feminine = all(f[2:] == "3fs" for f in _active(reading_of_verb.features))
    if feminine != (doer.gender == "f") or not fits("ها" if feminine else "ه", doer):
        return False
    met = reading.mentions(clause.object or clause.subject)
    if clause.subject is not None and clause.unit is not None and not clause.unit.conj and clause.kind == "main":
        opener = clause.unit.start == reading.parse.units[0].start
        if opener:
            return False  # التقى الوزير: a new story
    return bool(met) and all(
        m.person and not (m.ar == doer.ar and m.country == doer.country and m.sector == doer.sector) for m in met
    )


def _active(features: tuple[str, ...]) -> list[str]:
    return [f for f in features if f[1] == "a" and f[2] == "3"]


__all__ = ["resume"]
