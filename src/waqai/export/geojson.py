"""GeoJSON (RFC 7946): one point for each event whose place has coordinates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO, Any

import msgspec

from waqai.export.cases import Case, amount, label
from waqai.export.schema import Column, column
from waqai.records import Entity


def _names(parties: Sequence[Entity]) -> list[str]:
    return [label(party) for party in parties]


def _countries(parties: Sequence[Entity]) -> list[str]:
    return list(dict.fromkeys(party.country for party in parties if party.country))


def _list(name: str, get: Any, description: str) -> Column:
    return Column(name, (name,), "string", 1, get, description)


def _figures(case: Case) -> list[str]:
    """``killed 2``, ``injured 20-30``, ``troops 2500+``."""
    out = []
    for one in case.figures:
        least, most = amount(one.min), amount(one.max)
        size = least if least == most else f"{'' if least is None else least}-{'' if most is None else most}"
        out.append(f"{one.kind} {size}" + (f" {one.unit}" if one.unit and one.unit != "person" else ""))
    return out


#: The properties of a feature.
COLUMNS: tuple[Column, ...] = (
    column("id", "string", lambda c: c.id, "Id of the mention or happening"),
    column("event_type", "string", lambda c: c.event_type, "PLOVER type"),
    column("event_mode", "string", lambda c: c.event_mode, "PLOVER mode of the type, or null"),
    column("quad_code", "string", lambda c: c.quad_code, "V-COOP, M-COOP, V-CONF or M-CONF"),
    column("intensity", "number", lambda c: c.intensity, "PLOVER score, -10 to +10"),
    column("status", "string", lambda c: c.status, "actual, future, hypothetical, negated or historical"),
    _list("contexts", lambda c: list(c.contexts), "PLOVER contexts"),
    _list("actors", lambda c: _names(c.actors), "Names of those who did it"),
    _list("actor_countries", lambda c: _countries(c.actors), "Their countries, each once"),
    _list("recipients", lambda c: _names(c.recipients), "Names of those to whom it was done"),
    _list("recipient_countries", lambda c: _countries(c.recipients), "Their countries, each once"),
    column("start", "string", lambda c: c.date.start if c.date else None, "First day, ISO 8601, or null"),
    column("end", "string", lambda c: c.date.end if c.date else None, "Last day, or null"),
    column("date_precision", "string", lambda c: c.date.precision if c.date else None, "day, week, month ..."),
    column("place", "string", lambda c: c.place.name or c.place.text, "Name of the place"),
    column("place_country", "string", lambda c: c.place.country, "ISO 3166-1 alpha-3 of its country"),
    column(
        "place_precision",
        "string",
        lambda c: c.place.precision,
        "Kind of place; the point of a country or region is only its middle",
    ),
    column("geonames_id", "integer", lambda c: c.place.geonames_id, "Id in GeoNames"),
    _list("figures", _figures, "Numbers told: kind, least-most, unit unless it is person"),
    column("confidence", "number", lambda c: c.confidence, "0 to 1"),
    column("sources", "integer", lambda c: c.sources, "Independent sources; 1 for a mention"),
    column("sentence", "string", lambda c: c.best.sentence.text, "The sentence that tells most of it"),
    column("publisher", "string", lambda c: c.best.publisher, "Publisher of its article"),
    column("url", "string", lambda c: c.best.url, "URL of its article"),
    column("doc_id", "string", lambda c: c.best.doc_id, "Id of its article"),
)


def located(case: Case) -> bool:
    """Whether the event has a point."""
    return case.place is not None and case.place.lat is not None and case.place.lon is not None


class GeoJson:
    """One FeatureCollection, a feature a line."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._before = b"\n"
        stream.write(b'{"type":"FeatureCollection","features":[')

    def write(self, records: Sequence[Case]) -> None:
        for case in records:
            assert case.place is not None
            feature = {
                "type": "Feature",
                "id": case.id,
                "geometry": {"type": "Point", "coordinates": [case.place.lon, case.place.lat]},
                "properties": {one.name: one.get(case) for one in COLUMNS},
            }
            self._stream.write(self._before + msgspec.json.encode(feature))
            self._before = b",\n"

    def end(self) -> None:
        self._stream.write(b"\n]}\n")
        self._stream.flush()

    def abandon(self) -> None:
        """Nothing is held."""
