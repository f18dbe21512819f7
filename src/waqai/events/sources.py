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


_STATING = frozenset(("say", "announce", "claim", "deny"))
_JUDGING = frozenset(("judge",))
#: noun classes of what can be a source without being an actor
_SPEAKERS = frozenset(("people", "reported_speech", "spoken_source", "media_outlet", "saying"))
#: prepositions of time and cause
_WHEN = frozenset("بعد قبل خلال اثناء عقب اثر منذ غداة قبيل بعيد حتى بسبب نتيجة".split())


def source_of(
    trigger: Trigger, reading: Reading, of_clause: Mapping[int, Fired]
) -> tuple[list[Mention], Clause | None]:
    """The mentions of the source and the clause of saying; empty when the reporter tells it himself."""
    clause = trigger.clause
    if trigger.kind == "noun":
        if (
            _states(clause)
            and clause.unit is not None
            and clause.unit.start < trigger.unit.start
            and trigger.phrase is not clause.subject
            and not _aside(trigger, reading)
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
    if number == clause.number or phrase.start < trigger.unit.start:
        return True
    if phrase.end >= max((c.phrase.end for c in reading.parse.chunks if c.phrase is not None), default=0):
        return True
    own = next((c for c in reading.parse.clauses if c.number == number), clause)
    return own in clause.ancestors() or clause in own.ancestors()


def _speaker(reading: Reading, clause: Clause) -> list[Mention]:
    """Who speaks in a clause of saying: its subject, or whom it relays (نقلت الوكالة عن مسؤولين)."""
    if any(verb.lemma.split("/")[0] == "نقل" for verb in clause.verbs):
        for phrase in clause.pps:
            if phrase.prep == "عن":
                return reading.mentions(phrase) or _words(reading, phrase)
        if clause.object is not None and not clause.comps and not _happens(clause.object):
            return []  # ينقل المصابين إلى المستشفى
    found = reading.subject(clause)
    if not found and clause.subject is not None and (_plainly(clause) or _can_speak(clause.subject)):
        return _words(reading, clause.subject)
    return found


def _plainly(clause: Clause) -> bool:
    """A verb that only speakers do: قال, أعلن; not أشار or كشف, which things do too, nor a thought or a wish."""
    return any(_STATING & set(verb.kinds) and "shows" not in verb.kinds for verb in clause.verbs)


def _happens(phrase: Phrase) -> bool:
    return any(lex.frames or "masdar" in lex.classes for unit in phrase.units for lex in unit.lexes)


def _can_speak(phrase: Phrase) -> bool:
    """People, papers, or a name that nobody knows; not the number that shows something."""
    head = phrase.head
    return (
        not head.known
        or head.has("generics")
        or head.has("roles")
        or any(_SPEAKERS & set(lex.classes) for lex in head.lexes)
    )


def _words(reading: Reading, phrase: Phrase) -> list[Mention]:
    """A source that is no known actor (شهود عيان, البيان): its words."""
    if phrase.head.tag != "N":
        return []
    return [reading.resolver.thing(phrase)]


def _says(clause: Clause) -> bool:
    if clause.kind == "hal":
        return clause.unit is not None and "speech" in clause.unit.classes
    return any("speech" in verb.kinds for verb in clause.verbs)


def _states(clause: Clause) -> bool:
    """Whether the clause says that its noun is so (أعلن مقتل جندي); who regrets, condemns or fears a thing does not
    tell of it: it is known (أعرب عن أسفه للهجوم, انتقد اعتقال الصحافي).
    """
    return _says(clause) and (
        not clause.verbs or any(_STATING & set(verb.kinds) and not _JUDGING & set(verb.kinds) for verb in clause.verbs)
    )


def _aside(trigger: Trigger, reading: Reading) -> bool:
    """Whether the noun only says when or why something was said: حذر الوزير بعد الهجوم من الفوضى."""
    phrase = trigger.phrase
    if phrase is None:
        return False
    first = reading.parse.chunks[reading.position.get(id(phrase), 0)].phrase or phrase
    return first.prep in _WHEN or phrase.prep in _WHEN


def _is_subject_part(trigger: Trigger, clause: Clause) -> bool:
    return clause.subject is not None and any(trigger.phrase is part for part in clause.subject.all)
