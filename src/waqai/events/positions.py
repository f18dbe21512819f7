"""Positions: whom somebody means who condemns, refuses, denies or welcomes what others did without naming them.

* ندد بالغارات, دان استهداف المدنيين من قبل الجيش: an event noun of the same sentence says whose it is;
* نددت المنظمة بالحكم, رفضت موسكو الاتهامات, رحب المجلس بالاتفاقية: a noun of the `takes_…` classes
  (``classes/anaphora.yml``), or ذلك alone, takes up what the article told before, and its doers are meant.

Those meant stand elsewhere: they are marked as implied in the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from waqai.actors.mentions import Mention
from waqai.events.parties import same
from waqai.events.reading import Reading, implied, spans, without
from waqai.grammar.clauses import Clause
from waqai.grammar.phrases import Phrase

if TYPE_CHECKING:
    from waqai.events.matcher import Fired

#: types in which somebody takes position on an event
_POSITIONS = frozenset(("ACCUSE", "REJECT", "PROTEST", "REQUEST"))
#: those whose object may be a noun that takes up what was told in an earlier sentence
_ON_EARLIER = frozenset(("ACCUSE", "REJECT", "SUPPORT", "PROTEST"))
#: those whose events are taken up again by a noun; verbal acts are not: another speaker may demand anew
TAKEN_UP = frozenset(("ASSAULT", "COERCE", "RETREAT", "MOBILIZE", "AID", "SANCTION", "PROTEST"))
_DEEDS = ("SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "RETREAT", "REJECT", "CONCEDE", "AID", "COOPERATE")
#: which types of event a class of nouns takes up, the likeliest first
_TAKES: dict[str, tuple[tuple[str, ...], ...]] = {
    "takes_verdict": (("SANCTION",), ("ACCUSE",)),
    "takes_charge": (("ACCUSE",), ("SANCTION",)),
    "takes_remark": (("ACCUSE", "THREATEN", "REQUEST", "REJECT"),),
    "takes_offer": (("REQUEST", "AGREE"),),
    "takes_accord": (("AGREE", "COOPERATE", "SUPPORT"), ("CONSULT",)),
    "takes_penalty": (("SANCTION",),),
    "takes_step": (_DEEDS,),
    "that": ((*(t for t in _DEEDS if t != "REJECT"), "AGREE", "CONSULT"), ("THREATEN", "REQUEST", "SUPPORT", "ACCUSE")),
}
#: how many sentences back an event is still in mind
_REACH = 4


class Earlier:
    """What an article told so far of which somebody may be meant, the newest first."""

    def __init__(self) -> None:
        self._told: list[tuple[int, Fired]] = []

    def note(self, sentence: int, events: Iterable[Fired]) -> None:
        """Keep the events of a sentence that name who did them."""
        self._told = [(at, event) for at, event in self._told if sentence - at <= _REACH]
        self._told += [(sentence, event) for event in events if any(m.country or m.sector for m in event.actors)]

    def within_reach(self, sentence: int) -> Iterator[Fired]:
        """Earlier events, the newest first."""
        return (event for at, event in reversed(self._told) if sentence - at <= _REACH)


def on_deed(event: Fired, others: Sequence[Fired]) -> Fired:
    """Whoever condemns an attack without naming the attacker means him, where `others` of the sentence name him."""
    if event.type not in _POSITIONS or event.trigger.kind == "noun":
        return event
    if event.recipients:
        return _doer_blamed(event, others)
    clause: Clause = event.trigger.clause
    for other in others:
        if (
            other is not event
            and other.actors
            and other.trigger.kind == "noun"
            and other.type in TAKEN_UP
            and other.trigger.clause is clause
            and other.trigger.unit.start > event.trigger.unit.start
            and _argument(other, clause)
        ):
            means = [m for m in implied(other.actors) if m.country]
            if means and not {m.country for m in means} & {m.country for m in event.actors}:
                return event._replace(recipients=means)
    return event


def on_earlier(event: Fired, told: Iterable[Fired], reading: Reading) -> Fired:
    """Whoever takes position on something told before, taken up by a definite noun, means who did it.

    `told` are the events of the article so far, the newest first.
    """
    if event.type not in _ON_EARLIER or event.recipients or not event.actors:
        return event
    taken = _taken_up(event, reading)
    before = [other for other in told if other.trigger is not event.trigger] if taken else []
    for name in taken:
        for types in _TAKES[name]:
            means = next((m for other in before if other.type in types and (m := _meant(event, other, name))), None)
            if means:
                return event._replace(recipients=implied(means))
    return event


def _meant(event: Fired, other: Fired, taken: str) -> list[Mention]:
    """Those of an earlier event who are meant by whoever takes position on it; empty where it cannot be the one."""
    if other.status == "negated" or _same_party(other.actors, event.actors):
        return []
    if taken == "takes_charge" and not _same_party(other.recipients, event.actors):
        return []  # others were accused
    doers = [*other.actors, *(other.recipients if taken == "takes_accord" else ())]
    means = [m for m in doers if (m.country or m.sector) and not m.thing]
    return [m for m in without(means, event.actors) if not any(same(m, a) for a in event.actors)]


def _taken_up(event: Fired, reading: Reading) -> list[str]:
    """The `takes_…` classes of the definite noun that a position is taken on, if it names nobody itself."""
    trigger, frame = event.trigger, event.frame
    slots = [*frame.roles.get("theme", ()), *frame.roles.get("recipient", ())]
    for slot in slots:
        for filler in trigger.fill(slot):
            if not isinstance(filler, Phrase) or filler.start < trigger.unit.start:
                continue
            head = filler.head
            if head.tag == "DEM" or (head.tag == "PP" and head.enc in ("ه", "ها") and trigger.kind == "verb"):
                return ["that"]  # رحبت السلطة بذلك, نددت إسرائيل به
            shown = any(unit.fn("dem") for unit in filler.units)
            if not (head.art or shown) or head.enc or any(m.country for m in reading.mentions(filler)):
                continue
            names = [name for name in _TAKES if name in head.classes]
            if names:
                return names
    return []


def _same_party(some: Sequence[Mention], others: Sequence[Mention]) -> bool:
    return any(same(one, other) or (one.ar and one.ar == other.ar) for one in some for other in others)


def _doer_blamed(event: Fired, others: Sequence[Fired]) -> Fired:
    """Whoever condemns what was done to somebody, or protests at it, blames those who did it: دان استهداف المدنيين من
    قبل الجيش.
    """
    if event.type not in ("ACCUSE", "PROTEST"):
        return event
    blamed = spans(event.recipients)
    for other in others:
        phrase = other.trigger.phrase
        if other is event or phrase is None or other.trigger.kind != "noun" or other.type not in ("ASSAULT", "COERCE"):
            continue
        if not _argument(other, event.trigger.clause) or not other.recipients or other.trigger.unit not in phrase.units:
            continue
        hit = spans(other.recipients) | {(phrase.start, m.end) for m in other.recipients}
        if blamed <= hit and event.trigger.unit.start < other.trigger.unit.start:
            means = [m for m in implied(other.actors) if m.country or m.sector]
            return event._replace(recipients=without(means, event.actors))
    return event


def _argument(event: Fired, clause: Clause) -> bool:
    """Whether an event noun is the object of a clause or stands behind one of its prepositions."""
    phrase = event.trigger.phrase
    return phrase is clause.object or any(phrase is part for held in clause.pps for part in held.all)


__all__ = ["Earlier", "on_deed", "on_earlier"]
