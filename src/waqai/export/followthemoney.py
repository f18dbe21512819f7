"""FollowTheMoney entities as JSON lines: events, the parties in them, and the articles that prove it.

Each event is an `Event`; a link (`UnknownLink`) says for each party whether it is actor or recipient; `proof` leads
to the `Article`. An entity is written once.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import IO, Any, NamedTuple

import msgspec

from waqai.export.cases import Case, is_named, label, party_key, party_name
from waqai.export.codes import codes
from waqai.records import Entity, Event

_PUBLIC = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
_ORGANISED = frozenset({"PTY", "REB", "PRM", "OPP", "UAF", "BUS", "LAB", "SOC", "EDU", "MED"})
_BODIES = frozenset({"IGO", "UNO", "EUR", "NGO", "IMG", "ISM", "MNC"})


class Property(NamedTuple):
    """A property that is written: schema, name, what it holds."""

    schema: str
    name: str
    description: str


_PARTIES = ("Person", "Organization", "PublicBody", "LegalEntity")
_PARTY = ", ".join(_PARTIES)
PROPERTIES: tuple[Property, ...] = (
    Property("Event", "name", "PLOVER type and mode, who, to whom, when: in English"),
    Property("Event", "summary", "The sentence that tells most of it"),
    Property("Event", "startDate", "First day of the event"),
    Property("Event", "endDate", "Last day of the event"),
    Property("Event", "country", "Country of the place, ISO 3166-1 alpha-2 in small letters (`xk`: Kosovo)"),
    Property("Event", "location", "Name of the place"),
    Property("Event", "involved", "Actors and recipients"),
    Property("Event", "keywords", "PLOVER type, mode and contexts"),
    Property("Event", "notes", "Status, confidence, and according to whom"),
    Property("Event", "recordId", "Id of the mention or happening"),
    Property("Event", "proof", "The articles that tell it"),
    Property("Event", "sourceUrl", "Their URLs"),
    Property("Event", "publisher", "Their publishers"),
    Property(_PARTY, "name", "Name: Latin, else Arabic; of unnamed people their country and sector, as `Iraq (MIL)`"),
    Property(_PARTY, "alias", "Arabic name"),
    Property(_PARTY, "country", "Country, as above"),
    Property(_PARTY, "wikidataId", "Wikidata id where known"),
    Property("Person", "position", "Office or role when first named"),
    Property("UnknownLink", "subject", "The party"),
    Property("UnknownLink", "object", "The event"),
    Property("UnknownLink", "role", "`actor` or `recipient`"),
    Property("UnknownLink", "proof", "The article"),
    Property("Article", "title", "Title of the article; its id where it has none"),
    Property("Article", "name", "The same"),
    Property("Article", "publishedAt", "Day of publication"),
    Property("Article", "publisher", "Publisher"),
    Property("Article", "sourceUrl", "URL"),
    Property("Article", "language", "`ara`"),
)


def identifier(*parts: str) -> str:
    """A stable id."""
    return (
        "waqai-" + hashlib.sha1("\x1f".join(parts).encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()
    )


def schema(party: Entity) -> str:
    """The FollowTheMoney schema of a party."""
    if is_named(party) and ((party.id or "").startswith("per.") or party.role):
        return "Person"
    if party.country in _BODIES or party.sector in _ORGANISED:
        return "Organization"
    if party.country and (party.sector is None or party.sector in _PUBLIC):
        return "PublicBody"
    return "Organization" if (party.id or "").startswith("org.") else "LegalEntity"


def entities(case: Case) -> Iterator[dict[str, Any]]:
    """The entities of an event, those that it refers to first."""
    articles: dict[str, Event] = {}
    for mention in case.mentions:
        articles.setdefault(identifier("article", mention.doc_id), mention)
    for name, mention in articles.items():
        yield _article(name, mention)
    event = identifier("event", case.id)
    links, involved = [], []
    for role, parties in (("actor", case.actors), ("recipient", case.recipients)):
        for party in parties:
            key = party_key(party)
            if key is None:
                continue
            name = identifier("party", key)
            yield _party(name, party)
            involved.append(name)
            link = identifier("link", case.id, role, key)
            links.append(
                _entity(link, "UnknownLink", subject=[name], object=[event], role=[role], proof=list(articles)[:1])
            )
    yield _event(event, case, list(articles), involved)
    yield from links


def _event(name: str, case: Case, articles: list[str], involved: list[str]) -> dict[str, Any]:
    best, date, place = case.best, case.date, case.place
    notes = f"status: {case.status}; confidence: {case.confidence:g}"
    if best.source:
        notes += f"; according to {best.source.name or best.source.text}"
    return _entity(
        name,
        "Event",
        name=[_title(case)],
        summary=[best.sentence.text],
        startDate=[date.start if date else None],
        endDate=[date.end if date else None],
        country=[_country(place.country) if place else None],
        location=[(place.name or place.text) if place else None],
        involved=list(dict.fromkeys(involved)),
        keywords=[case.event_type, case.event_mode, *case.contexts],
        notes=[notes],
        recordId=[case.id],
        proof=articles,
        sourceUrl=list(dict.fromkeys(m.url for m in case.mentions)),
        publisher=list(dict.fromkeys(m.publisher for m in case.mentions)),
    )


def _title(case: Case) -> str:
    """``ASSAULT aerial: Turkey > Iraq, 2020-06-11``."""
    sides = [", ".join(map(label, side)) for side in (case.actors, case.recipients)]
    what = f"{case.event_type} {case.event_mode or ''}".strip()
    who = " > ".join(side or "?" for side in sides) if sides[1] else sides[0]
    return f"{what}: {who}".removesuffix(": ") + (f", {case.date.start}" if case.date else "")


def _party(name: str, party: Entity) -> dict[str, Any]:
    kind = schema(party)
    more = {"position": [party.role]} if kind == "Person" else {}
    return _entity(
        name,
        kind,
        name=[party_name(party)],
        alias=[party.name_ar if is_named(party) and party.name_ar != label(party) else None],
        country=[_country(party.country)],
        wikidataId=[party.id if re.fullmatch(r"Q\d+", party.id or "") else None],
        **more,
    )


def _article(name: str, mention: Event) -> dict[str, Any]:
    title = mention.title or mention.doc_id
    return _entity(
        name,
        "Article",
        title=[title],
        name=[title],
        publishedAt=[mention.pub_date],
        publisher=[mention.publisher],
        sourceUrl=[mention.url],
        language=["ara"],
    )


def _country(code: str | None) -> str | None:
    return (codes(code).iso2 or "").lower() or None


def _entity(name: str, schema: str, /, **properties: Sequence[str | None]) -> dict[str, Any]:
    kept = {key: [value for value in values if value] for key, values in properties.items()}
    return {"id": name, "schema": schema, "properties": {key: values for key, values in kept.items() if values}}


class FollowTheMoney:
    """JSON lines of entities, each once: parties at the end, as the mention shows them that tells most of them."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._written: set[str] = set()
        self._parties: dict[str, dict[str, Any]] = {}

    def write(self, records: Sequence[Case]) -> None:
        for case in records:
            for entity in entities(case):
                name = entity["id"]
                if entity["schema"] in _PARTIES:
                    known = self._parties.get(name)
                    if known is None or len(entity["properties"]) > len(known["properties"]):
                        self._parties[name] = entity
                elif name not in self._written:
                    self._written.add(name)
                    self._put(entity)

    def _put(self, entity: dict[str, Any]) -> None:
        self._stream.write(msgspec.json.encode(entity) + b"\n")

    def end(self) -> None:
        for entity in self._parties.values():
            self._put(entity)
        self._stream.flush()

    def abandon(self) -> None:
        """Nothing is held that must be let go."""
