"""What a dossier is made from: coded articles, the happenings of their events, the groups of near-copies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from waqai.record.model import Happening
from waqai.records import Document, Event

from .findings import Findings
from .matter import Matter, on_topic, within

#: links that bring a happening into the matter of another
_JOINING = frozenset(("outcome", "answer", "delivery", "next_round"))


class Material(msgspec.Struct, frozen=True):
    """All that was read. `groups` gives for an article id the id of the earliest of its near-copies; `articles` is how
    many there were to choose from, where that is more than `documents`.
    """

    documents: tuple[Document, ...]
    happenings: tuple[Happening, ...]
    groups: dict[str, str]
    articles: int = 0


class Selection:
    """The part of the material that belongs to a matter, with look-ups.

    An article belongs to it when it tells a happening between the sides, or names both in two sentences each, and is on
    the topic. A happening belongs to it when

    - its parties are of both sides, or
    - a party or its place is of one side and the sentence that tells it names the other, or
    - it is an attack on an international force on the soil of a side, told in an article of the matter, or
    - it is linked to one of these (the outcome, the answer, the next round) and a side is party to it, or
    - it is an attack on the soil of a side at a named place, told in an article that names both sides often, or
    - it is an accusation or a condemnation told in the sentence of such an attack, or by or against a side in an
      article that names both sides often.
    """

    def __init__(self, material: Material, matter: Matter) -> None:
        self.matter = matter
        self.groups = material.groups
        self.read = max(material.articles, len(material.documents))
        self.all_documents = {d.article.id: d for d in material.documents}
        self.events: dict[str, Event] = {}
        for document in material.documents:
            for event in document.events:
                self.events[event.event_id] = event
        self._covers: dict[tuple[str, int], frozenset[str]] = {}
        topical = {
            d.article.id
            for d in material.documents
            if on_topic(matter, [d.article.title or "", *(s.text for s in d.sentences)])
        }
        chosen = {h.id for h in material.happenings if self._direct(h) and topical.intersection(h.articles)}
        about = {
            d.article.id for d in material.documents if d.article.id in topical and self._names_both_sides_often(d)
        }
        tellers = about | {a for h in material.happenings if h.id in chosen for a in h.articles if a in topical}
        for happening in material.happenings:
            if self._on_guests(happening) and tellers.intersection(happening.articles):
                chosen.add(happening.id)
        chosen |= self._linked(material.happenings, chosen)
        chosen |= self._on_the_ground(material.happenings, about)
        chosen |= self._said_of(material.happenings, chosen, about)
        self.happenings = [h for h in material.happenings if h.id in chosen and self._dated(h)]
        self.by_id = {h.id: h for h in self.happenings}
        used = {a for h in self.happenings for a in h.articles}
        used |= {a for a in about if self.told(self.all_documents[a].article.date)}
        self.documents = {d.article.id: d for d in material.documents if d.article.id in used}
        self.findings: Mapping[str, Findings] = {}
        self._telling = {
            (event.doc_id, event.sentence.start)
            for happening in self.happenings
            for event in map(self.events.get, happening.events)
            if event is not None
        }

    # -- what belongs ------------------------------------------------------------------------------------------

    def sides_of(self, countries: Iterable[str | None]) -> frozenset[int]:
        """Which sides some countries are of."""
        known = set(countries)
        return frozenset(i for i, side in enumerate(self.matter.sides) if known.intersection(side))

    def both(self, countries: Iterable[str | None]) -> bool:
        """Whether all sides are among some countries."""
        return len(self.sides_of(countries)) == len(self.matter.sides)

    def tells(self, article: str, start: int) -> bool:
        """Whether the sentence of an article that begins at `start` tells a happening of the matter."""
        return (article, start) in self._telling

    def named(self, document: Document, start: int, end: int) -> frozenset[str]:
        """The countries named by words that stand in a span of an article (a sentence)."""
        key = (document.article.id, start)
        if key not in self._covers:
            self._covers[key] = frozenset(
                m.country for m in document.mentions if m.country and not m.implied and start <= m.start < end
            )
        return self._covers[key]

    def _direct(self, happening: Happening) -> bool:
        if happening.event_type == "ASSAULT" and not happening.actors and not happening.recipients:
            return False
        for event_id in happening.events:
            event = self.events.get(event_id)
            if event is None:
                continue
            parties = {e.country for e in (*event.actors, *event.recipients)}
            if self.both(parties):
                return True
            if event.place is not None:
                parties.add(event.place.country)
            if not self.sides_of(parties):
                continue
            document = self.all_documents[event.doc_id]
            if self.both(parties | self.named(document, event.sentence.start, event.sentence.end)):
                return True
        return False

    def _on_guests(self, happening: Happening) -> bool:
        """An attack on an international force on the soil of a side, or what such a force gives up or sends there."""
        if happening.event_type in ("RETREAT", "MOBILIZE"):
            forces = any(e.country == "IGO" and e.sector == "MIL" for e in happening.actors)
            return forces and bool(self.sides_of(e.country for e in happening.recipients))
        if happening.event_type != "ASSAULT":
            return False
        struck = {e.country for e in happening.recipients if e.sector in (None, "MIL", "GOV")}
        soil = happening.place.country if happening.place else None
        return "IGO" in struck and bool(self.sides_of({soil}))

    def _linked(self, happenings: Sequence[Happening], chosen: set[str]) -> set[str]:
        out = set()
        for happening in happenings:
            for link in happening.links:
                for one, other in ((happening.id, link.target), (link.target, happening.id)):
                    if one in chosen and other not in chosen and link.kind in _JOINING:
                        out.add(other)
        by_id = {h.id: h for h in happenings}
        return {
            h for h in out if h in by_id and self.sides_of(e.country for e in (*by_id[h].actors, *by_id[h].recipients))
        }

    def _on_the_ground(self, happenings: Sequence[Happening], about: set[str]) -> set[str]:
        return {
            h.id
            for h in happenings
            if h.event_type == "ASSAULT"
            and h.recipients
            and about.intersection(h.articles)
            and (self._on_soil(h) if h.place is not None else self._on_officials(h))
        }

    def _on_soil(self, happening: Happening) -> bool:
        place = happening.place
        return place is not None and place.precision != "country" and bool(self.sides_of({place.country}))

    def _on_officials(self, happening: Happening) -> bool:
        """An attack on a side's embassy, troops or officials, told without a place."""
        struck = {e.country for e in happening.recipients if e.sector in (None, "GOV", "MIL")}
        return happening.status == "actual" and bool(self.sides_of(struck))

    def _said_of(self, happenings: Sequence[Happening], chosen: set[str], about: set[str]) -> set[str]:
        sentences = {
            (event.doc_id, event.sentence.start)
            for h in happenings
            if h.id in chosen and h.event_type == "ASSAULT"
            for event in map(self.events.get, h.events)
            if event is not None
        }
        out = set()
        for happening in happenings:
            if happening.event_type != "ACCUSE" or not happening.actors:
                continue
            both_named = happening.recipients and about.intersection(happening.articles)
            parties = {e.country for e in (*happening.actors, *happening.recipients)}
            told_with = any(
                (event.doc_id, event.sentence.start) in sentences
                for event in map(self.events.get, happening.events)
                if event is not None
            )
            if told_with or (both_named and self.sides_of(parties)):
                out.add(happening.id)
        return out

    def _names_both_sides_often(self, document: Document) -> bool:
        counts = [0] * len(self.matter.sides)
        for sentence in document.sentences:
            for side in self.sides_of(self.named(document, sentence.start, sentence.end)):
                counts[side] += 1
        return min(counts) >= 2

    def _dated(self, happening: Happening) -> bool:
        if happening.date is not None:
            return within(self.matter, happening.date.start, happening.date.end)
        return within(self.matter, happening.first_report, happening.last_report)

    def told(self, day: str | None) -> bool:
        """Whether something told on a day lies within the bounds."""
        return within(self.matter, day, day)
