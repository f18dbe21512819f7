"""An event table (61 columns) and a mention table (16) in the manner of GDELT 2.0."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import msgspec

from waqai.export.cases import Dyad, label, party_key
from waqai.export.codes import codes, is_country
from waqai.export.layouts.cameo import QUADS, base, cameo, root
from waqai.export.schema import Column, column
from waqai.records import Entity, Event, Place

#: PLOVER sectors that CAMEO calls otherwise.
_TYPES = {"JRN": "MED", "MED": "HLH", "SOC": "CVL", "UNK": None}
#: A sentence that begins within so many characters of its article stands in the lead.
_LEAD = 300
#: Kinds of place that stand for a country or a part of it; all others are points.
_KINDS = {"country": 1, "region": 5}


class DyadMention(msgspec.Struct, frozen=True):
    """A mention of a dyad: a row of the mention table."""

    dyad: Dyad
    event: Event


def mentions(dyad: Dyad) -> Iterator[DyadMention]:
    """The mentions of a dyad."""
    return (DyadMention(dyad, event) for event in dyad.case.mentions)


def number(dyad: Dyad) -> int:
    """An integer id of the dyad: the first 60 bits of a SHA-256 of its key."""
    return int(hashlib.sha256(dyad.key.encode()).hexdigest()[:15], 16)


def _types(party: Entity) -> list[str]:
    return [kind for s in (party.sector, *party.other_sectors) if s and (kind := _TYPES.get(s, s))]


def _code(party: Entity) -> str | None:
    return "".join((party.country or "", *_types(party)[:3])) or None


def _party(n: int, get: Callable[[Dyad], Entity | None]) -> list[Column]:
    def of(name: str, take: Callable[[Entity], Any], description: str) -> Column:
        def value(dyad: Dyad) -> Any:
            party = get(dyad)
            return None if party is None else take(party)

        return column(f"Actor{n}{name}", "string", value, description)

    def nth(at: int) -> Callable[[Entity], Any]:
        return lambda p: kinds[at] if len(kinds := _types(p)) > at else None

    return [
        of("Code", _code, "Country and sectors in one"),
        of("Name", lambda p: label(p).upper(), "Name: in Latin capitals where known, else as written"),
        of(
            "CountryCode",
            lambda p: p.country if is_country(p.country) else None,
            "ISO 3166-1 alpha-3 (CAMEO's differ for a few countries)",
        ),
        of(
            "KnownGroupCode",
            lambda p: None if is_country(p.country) else p.country,
            "PLOVER's IGO, UNO, EUR, NGO, ISM, IMG or MNC",
        ),
        of("EthnicCode", lambda p: None, "Always empty"),
        of("Religion1Code", lambda p: None, "Always empty"),
        of("Religion2Code", lambda p: None, "Always empty"),
        of(
            "Type1Code",
            nth(0),
            "Primary sector, in CAMEO's code where that differs: JRN is MED, MED is HLH, SOC is CVL",
        ),
        of("Type2Code", nth(1), "Second sector"),
        of("Type3Code", nth(2), "Third sector"),
    ]


def _geo(who: str) -> list[Column]:
    """Where a party is: not recorded."""
    kinds: list[tuple[str, Any]] = [
        ("Type", "integer"), ("Fullname", "string"), ("CountryCode", "string"), ("ADM1Code", "string"),
        ("ADM2Code", "string"), ("Lat", "number"), ("Long", "number"), ("FeatureID", "string"),
    ]  # fmt: skip
    return [
        column(f"{who}Geo_{name}", kind, lambda d: None, "Always empty: waqai places events, not parties")
        for name, kind in kinds
    ]


def _place(take: Callable[[Place], Any]) -> Callable[[Dyad], Any]:
    return lambda d: None if d.case.place is None else take(d.case.place)


def _fullname(place: Place) -> str:
    """``Mosul, Nineveh, Iraq``."""
    country = codes(place.country).name
    parts = [place.name or place.text, place.admin1 or "", country]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _kind(place: Place) -> int:
    kind = _KINDS.get(place.precision or "", 4)
    return {4: 3, 5: 2}.get(kind, kind) if place.country == "USA" else kind


def _day(dyad: Dyad, length: int) -> int | None:
    date = dyad.case.date
    return int(date.start.replace("-", "")[:length]) if date else None


def _fraction(dyad: Dyad) -> float | None:
    """As GDELT has it: the year and the share of it that is over, by months of 30.4 days."""
    date = dyad.case.date
    if not date:
        return None
    year, month, day = map(int, date.start.split("-"))
    return round(year + (month * 30 + day) / 365, 4)


def _code_of(dyad: Dyad) -> str:
    return cameo(dyad.case.event_type, dyad.case.event_mode)


def _url(event: Event) -> str:
    return event.url or event.doc_id


EVENTS: tuple[Column, ...] = (
    column("GLOBALEVENTID", "integer", number, "An id of this row, made from the record's; below 2^60"),
    column("SQLDATE", "integer", lambda d: _day(d, 8), "First day of the event, YYYYMMDD; empty when unknown"),
    column("MonthYear", "integer", lambda d: _day(d, 6), "The same, YYYYMM"),
    column("Year", "integer", lambda d: _day(d, 4), "The same, YYYY"),
    column("FractionDate", "number", _fraction, "The same, as a fraction of the year: YYYY + (MM * 30 + DD) / 365"),
    *_party(1, lambda d: d.actor),
    *_party(2, lambda d: d.recipient),
    column(
        "IsRootEvent",
        "integer",
        lambda d: int(any(m.sentence.start < _LEAD for m in d.case.mentions)),
        "1 when told within the first 300 characters of an article, else 0",
    ),
    column("EventCode", "string", _code_of, "The CAMEO code nearest to PLOVER type and mode (table below)"),
    column("EventBaseCode", "string", lambda d: base(_code_of(d)), "Its first three digits"),
    column("EventRootCode", "string", lambda d: root(_code_of(d)), "Its first two digits"),
    column(
        "QuadClass",
        "integer",
        lambda d: QUADS[d.case.quad_code],
        "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict; of the PLOVER type",
    ),
    column("GoldsteinScale", "number", lambda d: d.case.intensity, "PLOVER's score, -10 to +10 (not Goldstein's)"),
    column("NumMentions", "integer", lambda d: len(d.case.mentions), "Mentions of it"),
    column(
        "NumSources",
        "integer",
        lambda d: d.case.sources,
        "Independent sources: near-copies and one publisher count once",
    ),
    column("NumArticles", "integer", lambda d: len({m.doc_id for m in d.case.mentions}), "Articles that mention it"),
    column("AvgTone", "number", lambda d: None, "Always empty: waqai measures no tone"),
    *_geo("Actor1"),
    *_geo("Actor2"),
    column(
        "ActionGeo_Type",
        "integer",
        _place(_kind),
        "1 country, 2 region of the USA, 3 place in the USA, 4 place elsewhere, 5 region elsewhere",
    ),
    column("ActionGeo_Fullname", "string", _place(_fullname), "Place, region, country"),
    column("ActionGeo_CountryCode", "string", _place(lambda p: codes(p.country).fips), "FIPS 10-4 code of the country"),
    column("ActionGeo_ADM1Code", "string", lambda d: None, "Always empty: the region stands in the full name"),
    column("ActionGeo_ADM2Code", "string", lambda d: None, "Always empty"),
    column("ActionGeo_Lat", "number", _place(lambda p: p.lat), "Degrees, WGS 84"),
    column("ActionGeo_Long", "number", _place(lambda p: p.lon), "Degrees, WGS 84"),
    column(
        "ActionGeo_FeatureID",
        "string",
        _place(lambda p: str(p.geonames_id) if p.geonames_id else None),
        "Id in GeoNames (GDELT: in GNS or GNIS)",
    ),
    column("DATEADDED", "integer", lambda d: _time(d.case.first_report), "Day of the first report, YYYYMMDD000000"),
    column(
        "SOURCEURL", "string", lambda d: _url(d.case.best), "URL of the most telling article; its id where it has none"
    ),
)


def _time(day: str | None) -> int | None:
    return int(day.replace("-", "")) * 1_000_000 if day else None


def _offset(one: DyadMention, party: Entity | None) -> int | None:
    """Where this mention names the party."""
    if party is None:
        return None
    for own in (*one.event.actors, *one.event.recipients):
        if own == party or (party_key(own) is not None and party_key(own) == party_key(party)):
            return own.start
    return None


def _source(one: DyadMention) -> str | None:
    return one.event.publisher or (urlsplit(one.event.url).netloc or None if one.event.url else None)


MENTIONS: tuple[Column, ...] = (
    column("GLOBALEVENTID", "integer", lambda m: number(m.dyad), "The row of the event table"),
    column("EventTimeDate", "integer", lambda m: _time(m.dyad.case.first_report), "DATEADDED of the event"),
    column(
        "MentionTimeDate",
        "integer",
        lambda m: _time(m.event.pub_date),
        "Day of publication of this article, YYYYMMDD000000",
    ),
    column("MentionType", "integer", lambda m: 1 if m.event.url else 2, "1 when the article has a URL, else 2"),
    column("MentionSourceName", "string", _source, "Publisher, else the host of the URL"),
    column("MentionIdentifier", "string", lambda m: _url(m.event), "URL of the article; its id where it has none"),
    column("SentenceID", "integer", lambda m: None, "Always empty: see ActionCharOffset"),
    column(
        "Actor1CharOffset",
        "integer",
        lambda m: _offset(m, m.dyad.actor),
        "Where the article names actor 1: code points from 0",
    ),
    column("Actor2CharOffset", "integer", lambda m: _offset(m, m.dyad.recipient), "Where the article names actor 2"),
    column("ActionCharOffset", "integer", lambda m: m.event.anchor.start, "Where the words of the event begin"),
    column("InRawText", "integer", lambda m: 1, "Always 1: found in the text as given"),
    column("Confidence", "integer", lambda m: round(m.event.confidence * 100), "waqai's confidence, in percent"),
    column("MentionDocLen", "integer", lambda m: None, "Always empty: records do not hold the article"),
    column("MentionDocTone", "number", lambda m: None, "Always empty"),
    column("MentionDocTranslationInfo", "string", lambda m: None, "Always empty: nothing is translated"),
    column("Extras", "string", lambda m: m.event.event_id, "`event_id` of the mention's record"),
)
