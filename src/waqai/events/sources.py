"""Who says so: the speaker of the clause that an event stands in, an accuser, or a source named with بحسب and the
like.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from waqai.actors.mentions import Mention
from waqai.events.reading import Reading
from waqai.events.triggers import Trigger
from waqai.grammar.clauses import Clause
from waqai.grammar.phrases import Phrase

if TYPE_CHECKING:
    from waqai.events.matcher import Fired


def source_of(
    trigger: Trigger, reading: Reading, of_clause: Mapping[int, Fired]
) -> tuple[list[Mention], Clause | None]:
    """The mentions of the source and the clause of saying; empty when the reporter tells it himself."""
    clause = trigger.clause
    if trigger.kind == "noun":
        if (
            _says(clause)
            and clause.unit is not None
            and clause.unit.start < trigger.unit.start
            and trigger.phrase is not clause.subject
        ):
            found = _speaker(reading, clause)
            if found and trigger.phrase is not None and not _is_subject_part(trigger, clause):
                return found, clause
        fired = of_clause.get(clause.number)
        if (
            fired is not None
            and fired.frame.content in ("alleged", "denied")
            and fired.trigger.unit.start < trigger.unit.start
            and fired.actors
        ):
            return fired.actors, clause
    inner = clause
    while inner.parent is not None:
        host = inner.parent
        fired = of_clause.get(host.number)
        if (
            fired is not None
            and fired.frame.content in ("alleged", "denied")
            and inner.kind in ("comp", "serial")
            and fired.actors
        ):
            return fired.actors, host
        if (
            inner.kind in ("comp", "serial", "sub:time", "sub:cause", "rel", "hal", "sub:purpose")
            and _says(host)
            and inner.kind != "rel"
        ):
            found = _speaker(reading, host)
            if found:
                return found, host
        inner = host
    for phrase, number in reading.parse.attributions:
        if not _covers(phrase, number, trigger, reading):
            continue
        found = [m for m in reading.mentions(phrase) if m.coded or m.ar] or _words(reading, phrase)
        if found:
            return found, None
    root = clause
    while root.parent is not None:
        root = root.parent
    if root.quoted and reading.speaker:
        return reading.speaker, None
    return [], None


def _covers(phrase: Phrase, number: int, trigger: Trigger, reading: Reading) -> bool:
    """Whether an attribution is said of an event: one that closes or opens the sentence of all in it, one within of
    the clause that it interrupts and of what hangs on that: وهو ما تطلب، بحسب بيان الرئاسة، مراجعة العلاقات.
    """
    clause = trigger.clause
    last = max((c.phrase.end for c in reading.parse.chunks if c.phrase is not None), default=0)
    if phrase.end >= last or number == clause.number or phrase.start < trigger.unit.start:
        return True
    return any(above.number == number for above in clause.ancestors())


def _speaker(reading: Reading, clause: Clause) -> list[Mention]:
    """Who speaks in a clause of saying: its subject, or whom it relays (نقلت الوكالة عن مسؤولين)."""
    if any(verb.lemma.split("/")[0] == "نقل" for verb in clause.verbs):
        for phrase in clause.pps:
            if phrase.prep == "عن":
                return reading.mentions(phrase) or _words(reading, phrase)
    found = reading.subject(clause)
    if not found and clause.subject is not None:
        return _words(reading, clause.subject)
    return found


def _words(reading: Reading, phrase: Phrase) -> list[Mention]:
    """A source that is no known actor (شهود عيان, البيان): its words."""
    if phrase.head.tag != "N":
        return []
    return [reading.resolver.thing(phrase)]


def _says(clause: Clause) -> bool:
    if clause.kind == "hal":
        return clause.unit is not None and any("speech" in lex.classes for lex in clause.unit.lexes)
    return any("speech" in verb.kinds for verb in clause.verbs)


def _is_subject_part(trigger: Trigger, clause: Clause) -> bool:
    return clause.subject is not None and any(trigger.phrase is part for part in clause.subject.all)
