"""Event coreference: parties of an event that is taken up again without them (هذه الغارات, القصف, وقُتل ثلاثة).

A definite event noun, or the victims of an attack, told without a perpetrator take the parties of the event of the
same type that the article told of last; they are marked as implied in the record. So are those meant by whoever takes
position on an event without saying whose it is (`waqai.events.positions`).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from waqai.actors.mentions import INTERNATIONAL, Mention
from waqai.events.completion import complete
from waqai.events.matcher import Fired
from waqai.events.parties import authority, event_country
from waqai.events.positions import TAKEN_UP, Earlier, on_deed, on_earlier
from waqai.events.reading import Reading, implied, spans

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
        self._earlier = Earlier()

    def resolve(
        self, fired: Sequence[Fired], reading: Reading, sentence: int, named: Sequence[Fired] = ()
    ) -> list[Fired]:
        """The events of a sentence with the parties that earlier ones supply; they are kept in mind in turn. `named`
        are those that it only speaks of (ندد بالغارات): they say what a position is taken on.
        """
        out = [self._supplied(event, sentence) for event in fired]
        spoken_of = [*out, *(self._supplied(event, sentence) for event in named)]
        out = [_by_force(on_deed(event, spoken_of), reading) for event in out]
        out = [complete(self._on_earlier(event, out, sentence, reading), reading) for event in out]
        self._earlier.note(sentence, out)
        for event in out:
            if (
                event.type in TAKEN_UP
                and any(m.country or m.sector for m in event.actors)
                and event.status != "negated"
            ):
                self._last[event.type] = (sentence, event)
        return out

    def _on_earlier(self, event: Fired, beside: Sequence[Fired], sentence: int, reading: Reading) -> Fired:
        at = event.trigger.unit.start
        before = (other for other in reversed(beside) if other.trigger.unit.start < at)
        return on_earlier(event, chain(before, self._earlier.within_reach(sentence)), reading)

    def _supplied(self, event: Fired, sentence: int) -> Fired:
        if event.actors or event.type not in TAKEN_UP or event.status not in ("actual", "historical"):
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


__all__ = ["Told"]
