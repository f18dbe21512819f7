"""What the mentions merged so far tell together: the union of their parties and places, the narrowest of their dates.
"""

from __future__ import annotations

from .mentions import words_of
from .traits import Party, Quantity, Traits

#: Of so many members the words are compared.
_SAMPLES = 10


class Cluster:
    """A growing happening. `start` and `end` are the narrowest told dates, else what the assumed ones have in common.
    """

    __slots__ = (
        "accord", "actor_countries", "actors", "anchors", "background", "coordinates", "documents", "end",
        "forbidden", "individuals", "members", "modes", "number", "people", "place_countries", "place_words",
        "places", "planned", "pledge", "quantities", "recipient_countries", "recipients", "regions", "rounds",
        "samples", "seats", "start", "state_visit", "summit", "told", "types",
    )  # fmt: skip

    def __init__(self, number: int) -> None:
        self.number = number
        self.members: list[Traits] = []
        self.types: set[str] = set()
        self.accord = False
        self.pledge = False
        self.modes: set[str] = set()
        self.rounds: set[int] = set()
        self.start: int | None = None
        self.end: int | None = None
        self.told = False
        self.background = True
        self.actors: set[Party] = set()
        self.recipients: set[Party] = set()
        self.actor_countries: set[str] = set()
        self.recipient_countries: set[str] = set()
        self.individuals: set[str] = set()
        self.people: dict[str, set[str]] = {}
        self.state_visit = True
        self.summit = False
        self.planned = False
        self.anchors: set[str] = set()
        self.documents: set[str] = set()
        self.places: set[str] = set()
        self.place_countries: set[str] = set()
        self.place_words: set[str] = set()
        self.seats: set[str] = set()
        self.regions = False
        self.coordinates: list[tuple[float, float]] = []
        self.quantities: dict[str, list[Quantity]] = {}
        #: members whose words are compared: the first, and the latest
        self.samples: list[Traits] = []
        #: positions of mentions that a person said are no part of this
        self.forbidden: set[int] = set()

    def add(self, t: Traits) -> None:
        """Take a mention in."""
        self.members.append(t)
        self.types.add(t.type)
        self.accord |= t.accord
        self.pledge |= t.pledge
        self._date(t)
        self.state_visit &= t.state_visit
        self.summit |= t.summit
        if not t.background or (t.planned and not self.documents):
            self.planned = t.planned
        self.anchors.add(t.anchor)
        self.documents.add(t.doc)
        if t.round is not None:
            self.rounds.add(t.round)
        if not any(t.words == other.words for other in self.samples):
            if len(self.samples) == _SAMPLES:
                del self.samples[1]
            self.samples.append(t)
        if t.mode is not None:
            self.modes.add(t.mode)
        for kind, quantity in t.quantities.items():
            known = self.quantities.setdefault(kind, [])
            if quantity not in known:
                known.append(quantity)
        if t.status == "negated" and len(self.members) > 1:
            return  # who denies it, or is said not to have done it, is no party to it
        self.actors |= t.actors
        self.recipients |= t.recipients
        self.actor_countries |= t.actor_countries
        self.recipient_countries |= t.recipient_countries
        self.individuals |= t.individuals
        for country, people in t.people.items():
            self.people[country] = self.people.get(country, set()) | people
        if t.place is not None:
            self.places.add(t.place)
            self.regions |= t.region
            if t.event.place is not None:
                self.place_words.update(words_of(t.event.place.text))
            if t.coordinates is not None and t.coordinates not in self.coordinates:
                self.coordinates.append(t.coordinates)
        if t.seat is not None:
            self.seats.add(t.seat)
        if t.country is not None:
            self.place_countries.add(t.country)

    def _date(self, t: Traits) -> None:
        self.background &= t.background
        if t.start is None or t.end is None:
            return
        if self.start is None or self.end is None or (t.told and not self.told):
            self.start, self.end, self.told = t.start, t.end, t.told
        elif t.told == self.told:
            start, end = max(self.start, t.start), min(self.end, t.end)
            if start <= end:
                self.start, self.end = start, end
