"""What the exporters see: a mention or a happening, in one form, and the pairs of parties in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from waqai.events.scale import QUADS, intensity
from waqai.export.codes import codes, is_country
from waqai.record.model import Figure, Happening
from waqai.records import Entity, Event, EventDate, Place, Quantity

#: Types whose actors do it with one another when nobody is named to whom.
_MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
#: Frames of two-sided fighting: their actors fight each other.
_FIGHTING = frozenset({"assault.clash", "assault.firefight"})


class Case(msgspec.Struct, frozen=True):
    """One event as it is exported. `mentions` are the records that tell it, the most telling first (never empty)."""

    id: str
    event_type: str
    event_mode: str | None
    status: str
    contexts: tuple[str, ...]
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    date: EventDate | None
    place: Place | None
    figures: tuple[Quantity | Figure, ...]
    confidence: float
    sources: int
    first_report: str | None
    mentions: tuple[Event, ...]

    @property
    def best(self) -> Event:
        """The mention that tells most."""
        return self.mentions[0]

    @property
    def quad_code(self) -> str:
        return QUADS[self.event_type]

    @property
    def intensity(self) -> float:
        return intensity(self.event_type, self.event_mode)

    def figure(self, kind: str) -> tuple[float | None, float | None]:
        """Least and most of the first number of this kind; None where open or not told."""
        for one in self.figures:
            if one.kind == kind:
                return one.min, one.max
        return None, None

    @property
    def told_as_done(self) -> bool:
        """Whether a table without a column of status may hold it: it happened, or it is the intent that is the event.

        AGREE covers what is planned (a planned meeting is AGREE), so it counts when future.
        """
        return self.status == "actual" or (self.status == "future" and self.event_type == "AGREE")


def of_mention(event: Event) -> Case:
    """A mention by itself."""
    return Case(
        event.event_id,
        event.event_type,
        event.event_mode,
        event.status,
        event.contexts,
        event.actors,
        event.recipients,
        event.date,
        event.place,
        event.quantities,
        event.confidence,
        1,
        event.pub_date,
        (event,),
    )


def of_happening(one: Happening, mentions: Mapping[str, Event]) -> Case:
    """A happening; `mentions` holds its mentions by id."""
    return Case(
        one.id,
        one.event_type,
        one.event_mode,
        one.status,
        one.contexts,
        one.actors,
        one.recipients,
        one.date,
        one.place,
        one.figures,
        one.confidence,
        one.sources,
        one.first_report,
        tuple(mentions[name] for name in one.events),
    )


class Dyad(msgspec.Struct, frozen=True):
    """An event between two parties: who, and to (or with) whom; either is None when nobody is named.

    `number` counts the dyads of a case from 0.
    """

    case: Case
    actor: Entity | None
    recipient: Entity | None
    number: int

    @property
    def key(self) -> str:
        """An id of its own: that of the case, with the number of the pair after a dot."""
        return f"{self.case.id}.{self.number}"


def dyads(cases: Iterable[Case]) -> Iterator[Dyad]:
    """Every actor with every recipient; those who meet, agree, cooperate or fight with one another, each pair once."""
    for case in cases:
        for number, (actor, recipient) in enumerate(_pairs(case)):
            yield Dyad(case, actor, recipient, number)


def _pairs(case: Case) -> list[tuple[Entity | None, Entity | None]]:
    actors, recipients = case.actors, case.recipients
    if not recipients and len(actors) > 1 and is_mutual(case):
        return [(one, other) for at, one in enumerate(actors) for other in actors[at + 1 :]]
    return [(actor, recipient) for actor in actors or (None,) for recipient in recipients or (None,)]


def is_mutual(case: Case) -> bool:
    """Whether actors do it with one another."""
    return case.event_type in _MUTUAL or (case.event_type == "ASSAULT" and case.best.frame in _FIGHTING)


def is_named(party: Entity) -> bool:
    """Whether it has a name of its own. The words of "Iraqi soldiers" are none, nor is Iraq's name for Iraqis."""
    return party.id is not None or (party.name is not None and party.name != codes(party.country).name)


def label(party: Entity) -> str:
    """A name to show: in Latin letters where known, else the Arabic one, else the words."""
    if not is_named(party):
        return party.text
    return party.name or party.name_ar or party.text


def party_key(party: Entity) -> str | None:
    """What parties are told apart by in a network; None for those who have neither name nor country.

    A name's id, else the name; for a state and those who are told only as "Iraqi soldiers": country and sector.
    """
    if is_country(party.country) and party.sector is None and (not is_named(party) or _is_state(party)):
        return party.country
    if is_named(party):
        return party.id or party.name
    return " ".join(code for code in (party.country, party.sector) if code) if party.country else None


def _is_state(party: Entity) -> bool:
    """A state itself, as the lexicon names it."""
    return party.name == codes(party.country).name


def party_name(party: Entity) -> str:
    """The name of what `party_key` tells apart: ``Antony Blinken``, ``Iraq``, ``Iraq (MIL)``."""
    if is_named(party):
        return label(party)
    country = codes(party.country).name or party.country or ""
    return f"{country} ({party.sector})" if party.sector else country


def amount(value: float | None) -> Any:
    """A number without a needless fraction."""
    return int(value) if value is not None and value == int(value) else value
