"""Event coreference: parties of an event that is taken up again without them (هذه الغارات, القصف, وقُتل ثلاثة).

Two inferences, both marked as implied in the record:

* a definite event noun, or the victims of an attack, told without a perpetrator take the parties of the event of the
  same type that the article told of last;
* who condemns, regrets or protests against an event without saying whose it is, means those who did it.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.actors.mentions import INTERNATIONAL, Mention
from waqai.events.matcher import Fired
from waqai.events.parties import authority, event_country
from waqai.events.reading import Reading, implied, spans, without
from waqai.grammar.clauses import Clause

#: types whose events are taken up again by a noun; verbal acts are not: another speaker may demand anew
_TAKEN_UP = frozenset(("ASSAULT", "COERCE", "RETREAT", "MOBILIZE", "AID", "SANCTION", "PROTEST"))
#: types in which somebody takes position on an event
_POSITIONS = frozenset(("ACCUSE", "REJECT", "PROTEST", "REQUEST"))
#: how many sentences back an event is still in mind
_REACH = 6


#: who arrests, and who tries
_ARRESTING = frozenset(("COP", "MIL", "SPY"))
_JUDGING = frozenset(("JUD",))
#: who must be meant where nobody is named: sector and names
_MEANT = {_JUDGING: ("JUD", "القضاء", "judiciary"), _ARRESTING: ("COP", "الشرطة", "police")}
_BODIES = frozenset(("body", "organisation", "generic"))
_TRIALS = ("accuse.trial", "accuse.try", "accuse.appear", "accuse.refer")
#: how many mentions back a force is still in mind
_FORCES_BACK = 60


class Told:
    """The events of an article so far that have parties, for those that are told without."""

    def __init__(self) -> None:
        self._last: dict[str, tuple[int, Fired]] = {}

    def resolve(
        self, fired: Sequence[Fired], reading: Reading, sentence: int, named: Sequence[Fired] = ()
    ) -> list[Fired]:
        """The events of a sentence with the parties that earlier ones supply; they are kept in mind in turn. `named`
        are those that it only speaks of (ندد بالغارات): they say what a position is taken on.
        """
        out = [self._supplied(event, sentence) for event in fired]
        spoken_of = [*out, *(self._supplied(event, sentence) for event in named)]
        out = [_by_force(_position(event, spoken_of, reading), reading) for event in out]
        for event in out:
            if (
                event.type in _TAKEN_UP
                and any(m.country or m.sector for m in event.actors)
                and event.status != "negated"
            ):
                self._last[event.type] = (sentence, event)
        return out

    def _supplied(self, event: Fired, sentence: int) -> Fired:
        if event.actors or event.type not in _TAKEN_UP or event.status not in ("actual", "historical"):
            return event
        at, earlier = self._last.get(event.type, (-_REACH - 1, event))
        if sentence - at > _REACH or at == sentence or not (_taken_up(event) or event.frame.casualty):
            return event
        if event.frame.casualty and sentence - at > 2:
            return event
        theirs, ours = _countries(earlier.recipients), _countries(event.recipients)
        if theirs and ours and not theirs & ours:
            return event
        if ours & _countries(earlier.actors):
            return event  # the victims are of those who attacked: another event
        recipients = event.recipients
        if not recipients and _taken_up(event):
            recipients = [m for m in implied(earlier.recipients) if m.country]
        # those killed in the raid told before were killed from the air
        mode = earlier.mode if event.frame.casualty and event.mode is None else event.mode
        return event._replace(actors=implied(earlier.actors), recipients=recipients, mode=mode)


def _by_force(event: Fired, reading: Reading) -> Fired:
    """An arrest of which nobody says who made it was made by the police that the article named last, else by the police
    that must be meant; Palestinians are arrested by theirs or by Israel's. Trials and sentences are those of a court.
    """
    if event.actors or event.status not in ("actual", "historical"):
        return event
    if event.type == "COERCE" and event.mode == "arrest":
        sectors = _ARRESTING
    elif (event.type == "ACCUSE" and event.frame.name.startswith(_TRIALS)) or event.mode == "convict":
        sectors = _JUDGING
    else:
        return event
    lands = _countries(event.recipients)
    if len(lands) != 1:
        return event
    if "PSE" in lands:
        lands = lands | {"ISR"}
    taken = spans(event.recipients)
    for mention in reversed(reading.resolver.history[-_FORCES_BACK:]):
        if mention.sector == "MIL" and mention.country != "ISR":
            continue  # an army is rather named for something else
        if mention.sector in sectors and mention.country in lands and mention.kind in _BODIES and not mention.thing:
            if (mention.start, mention.end) not in taken and not mention.weak:
                return event._replace(actors=implied([mention]))
    land = event_country(event.trigger, reading) or next(iter(sorted(lands)))
    around = reading.resolver.context(event.trigger.unit.start)
    if "PSE" in lands or land in INTERNATIONAL or (land not in lands and around != land) or around not in (None, land):
        return event  # a foreigner, or arrested abroad
    return event._replace(actors=[authority(event.trigger, land, *_MEANT[sectors])])


def _countries(mentions: Sequence[Mention]) -> set[str]:
    return {m.country for m in mentions if m.country}


def _taken_up(event: Fired) -> bool:
    """A definite noun without a genitive of its own: القصف, هذه الغارات, الهجوم الأخير."""
    trigger = event.trigger
    return trigger.kind == "noun" and trigger.unit.art and not trigger.unit.enc


def _position(event: Fired, others: Sequence[Fired], reading: Reading) -> Fired:
    """Whoever condemns an attack without naming the attacker means him."""
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
            and other.type in _TAKEN_UP
            and other.trigger.clause is clause
            and other.trigger.unit.start > event.trigger.unit.start
            and _argument(other, clause)
        ):
            means = [m for m in implied(other.actors) if m.country]
            if means and not _countries(means) & _countries(event.actors):
                return event._replace(recipients=means)
    return event


def _doer_blamed(event: Fired, others: Sequence[Fired]) -> Fired:
    """Whoever condemns what was done to somebody blames those who did it: دان استهداف المدنيين من قبل الجيش."""
    if event.type != "ACCUSE":
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


__all__ = ["Told"]
