"""Headlines: whose minister, army or dead a headline means is often told by its lead alone (وزير الخارجية يلتقي نظيره
السعودي ... التقى وزير الخارجية العراقي ...).

Only what both tell in the same way is carried over: an event of the same type and status in the next two sentences,
whose parties contradict those of the headline nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from waqai.records import Entity, Event, Sentence

#: how many sentences a lead has
_LEAD = 2


def complete(events: Sequence[Event], sentences: Sequence[Sentence]) -> list[Event]:
    """The events of an article; those of its headline with the countries, and the parties, that the lead gives them.

    Parties that stand in the lead are marked as implied.
    """
    if not sentences or sentences[0].kind != "headline":
        return list(events)
    headline = sentences[0]
    ends = {sentence.start for sentence in sentences[1 : 1 + _LEAD]}
    lead = [event for event in events if event.sentence.start in ends]
    return [_completed(event, lead) if event.sentence.start == headline.start else event for event in events]


def _completed(event: Event, lead: Sequence[Event]) -> Event:
    for told in lead:
        if told.event_type != event.event_type or told.status != event.status:
            continue
        if event.event_mode and told.event_mode and told.event_mode != event.event_mode:
            continue
        actors, recipients = _filled(event.actors, told.actors), _filled(event.recipients, told.recipients)
        if not _contained(actors, told.actors) or not _contained(recipients, told.recipients):
            continue
        if not actors and recipients and _countries(recipients) == _countries(told.recipients):
            actors = _implied(told.actors)
        if not recipients and actors and _countries(actors) == _countries(told.actors):
            recipients = _implied(told.recipients)
        return msgspec.structs.replace(event, actors=actors, recipients=recipients)
    return event


def _filled(parties: Sequence[Entity], told: Sequence[Entity]) -> tuple[Entity, ...]:
    """Parties with the country of the only one of their sector among those `told`."""
    out = []
    for party in parties:
        found = {m.country for m in told if m.country and m.sector == party.sector} if party.country is None else set()
        # one whose country the headline gives is no other's
        found -= {m.country for m in parties if m is not party}
        out.append(msgspec.structs.replace(party, country=found.pop()) if len(found) == 1 else party)
    return tuple(out)


def _countries(parties: Sequence[Entity]) -> set[str]:
    return {m.country for m in parties if m.country}


def _contained(parties: Sequence[Entity], told: Sequence[Entity]) -> bool:
    return not told or _countries(parties) <= _countries(told)


def _implied(parties: Sequence[Entity]) -> tuple[Entity, ...]:
    return tuple(msgspec.structs.replace(party, implied=True) for party in parties)
