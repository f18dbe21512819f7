"""Traits: what of a mention the merging compares, worked out once.

Dates are day numbers (`datetime.date.toordinal`). A date is *told* when the text says it, *assumed* when the coder
took the day of publication: then the event may be some days older, and the interval is widened by `ASSUMED` days into
the past.
"""

from __future__ import annotations

import datetime
from functools import lru_cache

from waqai.records import Entity, Event, EventDate
from waqai.text.fold import fold_word

from .model import Mention

#: Days before publication to which an event without a told date may belong.
ASSUMED = 3
#: Types whose actors and recipients are parties of one act.
MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
#: Heads of anaphoric nouns are definite; what the coder found behind them in the sentence is often not theirs.
_DEFINITE = ("ال", "بال", "وال", "لل", "فال", "كال", "هذا", "هذه")

Quantity = tuple[float, float]
OPEN = float("inf")


class Traits:
    """The comparable side of one mention."""

    __slots__ = (
        "actors", "at", "coordinates", "country", "definite", "doc", "end", "event", "group", "individuals", "mode",
        "near", "order", "parties", "place", "published", "publisher", "quantities", "recipients", "round", "sentence",
        "start", "status", "told", "type", "words",
    )  # fmt: skip

    def __init__(self, mention: Mention, at: int) -> None:
        event = mention.event
        self.at = at
        self.event = event
        self.doc = event.doc_id
        self.group = mention.group
        self.publisher = event.publisher
        self.type = event.event_type
        self.mode = event.event_mode
        self.status = event.status
        self.round = mention.round
        self.words = frozenset(mention.words)
        self.sentence = event.sentence.start
        self.definite = event.anchor.text.startswith(_DEFINITE)
        self.published = day_number(event.pub_date)
        self.start, self.end, self.told = _interval(event, self.published)
        self.actors = frozenset(filter(None, map(_party, event.actors)))
        self.recipients = frozenset(filter(None, map(_party, event.recipients)))
        if self.type in MUTUAL:
            self.parties = self.actors | self.recipients
        else:
            self.parties = self.actors
        self.individuals = frozenset(filter(None, map(identity, (*event.actors, *event.recipients))))
        place = event.place
        self.place: str | None = None
        self.country: str | None = None
        self.coordinates: tuple[float, float] | None = None
        self.near = False
        if place is not None:
            self.country = place.country
            self.near = place.precision == "near"
            if place.precision != "country":
                self.place = place.name or fold_word(place.text)
                if place.lat is not None and place.lon is not None:
                    self.coordinates = (place.lat, place.lon)
        self.quantities = _quantities(event)
        #: reading order of the mentions of a record: by publication, then document, then place in it
        self.order = (event.pub_date or "9", event.doc_id, event.anchor.start, event.event_type, event.event_id)

    @property
    def weight(self) -> int:
        """How much the mention says by itself, 0 to 6: the most telling are merged first."""
        return (
            2 * (self.told and self.start is not None)
            + bool(self.actors)
            + bool(self.recipients)
            + (self.place is not None)
            + (self.round is not None)
        )


Party = tuple[str, str | None]


def _party(entity: Entity) -> Party | None:
    """Country and sector; what has neither is no party to compare."""
    return (entity.country, entity.sector) if entity.country else None


def identity(entity: Entity) -> str | None:
    """Who exactly: the id of a person or body, or the folded name of a person the lexicon does not know."""
    if entity.sector is None:
        return None  # a state: its country says it all
    if entity.id:
        return entity.id
    if entity.role and entity.name_ar:
        return fold_word(entity.name_ar)
    return None


@lru_cache(maxsize=4096)
def day_number(date: str | None) -> int | None:
    """The day number of an ISO 8601 day, or None."""
    if not date:
        return None
    try:
        return datetime.date.fromisoformat(date[:10]).toordinal()
    except ValueError:
        return None


def _interval(event: Event, published: int | None) -> tuple[int | None, int | None, bool]:
    date = event.date
    if date is not None:
        start, end = day_number(date.start), day_number(date.end)
        if start is not None and end is not None:
            if is_told(date):
                return start, end, True
            return start - ASSUMED, end, False
    if published is not None and event.status in ("actual", "negated"):
        return published - 2 * ASSUMED, published, False
    return None, None, False


def is_told(date: EventDate) -> bool:
    """Whether the text says the date, or a dated fact of the lexicon does; else it is the day of publication."""
    return date.text is not None or date.inferred is not None


def _quantities(event: Event) -> dict[str, Quantity]:
    """The interval of each kind of count; of several of one kind the first."""
    found: dict[str, Quantity] = {}
    for q in event.quantities:
        if q.kind not in found and (q.min is not None or q.max is not None):
            found[q.kind] = (q.min if q.min is not None else 0.0, q.max if q.max is not None else OPEN)
    return found
