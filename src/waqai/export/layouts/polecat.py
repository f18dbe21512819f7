"""The 40 columns of POLECAT's weekly files, one row for each dyad."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from waqai.export.cases import Dyad, label
from waqai.export.codes import codes
from waqai.export.schema import Column, column
from waqai.records import Entity

#: Kinds of place -> what POLECAT's column names them by.
_CITY = frozenset({"city", "town", "village", "capital"})


def _of(name: str, kind: Any, get: Callable[[Dyad], Any], description: str) -> Column:
    return column(name, kind, get, description)


def _party(side: str, get: Callable[[Dyad], Entity | None]) -> list[Column]:
    who = "who did it" if side == "Actor" else "to whom, or with whom"

    def of(take: Callable[[Entity], Any]) -> Callable[[Dyad], Any]:
        def value(dyad: Dyad) -> Any:
            party = get(dyad)
            return None if party is None else take(party)

        return value

    return [
        _of(f"{side} Name", "string", of(label), f"Name of {who}: in Latin letters where known, else as written"),
        _of(
            f"{side} Country",
            "string",
            of(lambda p: p.country),
            "ISO 3166-1 alpha-3, or IGO, UNO, EUR, NGO, ISM, IMG, MNC",
        ),
        _of(
            f"{side} COW", "integer", of(lambda p: codes(p.country).cow), "Number of the state in the Correlates of War"
        ),
        _of(
            f"Primary {side} Sector", "string", of(lambda p: p.sector), "PLOVER sector; empty for a country as a whole"
        ),
        _of(
            f"{side} Sectors",
            "string",
            of(lambda p: "; ".join(s for s in (p.sector, *p.other_sectors) if s) or None),
            "All sectors, joined with `; `",
        ),
        _of(f"{side} Title", "string", of(lambda p: p.role), "Office or role, in English"),
        _of(f"{side} Name Raw", "string", of(lambda p: p.text), "The words of the article"),
        _of(
            f"Wikipedia {side} ID",
            "string",
            of(lambda p: p.id if p.id and p.id[:1] == "Q" else None),
            "Wikidata id (POLECAT: title of the Wikipedia page)",
        ),
    ]


def _place(take: Callable[[Any], Any]) -> Callable[[Dyad], Any]:
    return lambda d: None if d.case.place is None else take(d.case.place)


COLUMNS: tuple[Column, ...] = (
    _of("Event ID", "string", lambda d: d.case.id, "Id of the mention or happening; one for all its dyads"),
    _of(
        "Event Date",
        "string",
        lambda d: d.case.date.start if d.case.date else None,
        "First day of the event; empty when unknown",
    ),
    _of("Event Type", "string", lambda d: d.case.event_type, "PLOVER type"),
    _of("Event Mode", "string", lambda d: d.case.event_mode, "PLOVER mode of the type"),
    _of("Intensity", "number", lambda d: d.case.intensity, "PLOVER score, -10 to +10"),
    _of("Quad Code", "string", lambda d: d.case.quad_code, "V-COOP, M-COOP, V-CONF or M-CONF"),
    _of("Contexts", "string", lambda d: "; ".join(d.case.contexts) or None, "PLOVER contexts, joined with `; `"),
    *_party("Actor", lambda d: d.actor),
    *_party("Recipient", lambda d: d.recipient),
    _of("Placename", "string", _place(lambda p: p.name or p.text), "Name of the place: Latin where known"),
    _of("City", "string", _place(lambda p: p.name if p.precision in _CITY else None), "The place, where it is a city"),
    _of("District", "string", lambda d: None, "Always empty: not recorded"),
    _of("Province", "string", _place(lambda p: p.admin1), "First-order division"),
    _of("Country", "string", _place(lambda p: p.country), "ISO 3166-1 alpha-3 of the place"),
    _of("Latitude", "number", _place(lambda p: p.lat), "Degrees, WGS 84"),
    _of("Longitude", "number", _place(lambda p: p.lon), "Degrees, WGS 84"),
    _of("GeoNames ID", "integer", _place(lambda p: p.geonames_id), "Id of the place in GeoNames"),
    _of("Raw Placename", "string", _place(lambda p: p.text), "The words of the article"),
    _of(
        "Feature Type",
        "string",
        _place(lambda p: p.precision),
        "Kind of place, in waqai's words (POLECAT: GeoNames feature code)",
    ),
    _of("Source", "string", lambda d: d.case.best.publisher, "Publisher of the article (of the most telling one)"),
    _of("Publication Date", "string", lambda d: d.case.best.pub_date, "Day of publication of that article"),
    _of("Story People", "string", lambda d: None, "Always empty: records do not hold the whole article"),
    _of("Story Organizations", "string", lambda d: None, "Always empty, likewise"),
    _of("Story Locations", "string", lambda d: None, "Always empty, likewise"),
    _of("Language", "string", lambda d: "Arabic", "Always `Arabic`"),
    _of("Version", "string", lambda d: f"waqai {d.case.best.coder_version}", "The version of waqai"),
)
