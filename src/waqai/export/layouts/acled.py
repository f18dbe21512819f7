"""The 31 columns of ACLED: violence, protest and strategic developments, one row for each event.

The sorting into ACLED's types is by PLOVER mode and the sectors of the parties. What ACLED does not count (talks,
statements, sanctions ...) and violence of which neither the means nor the victim is told is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from waqai.export.cases import Case, amount, is_mutual, label
from waqai.export.codes import codes
from waqai.export.schema import Column, column
from waqai.records import Entity, Place

_REMOTE, _CIVILIANS, _BATTLES = "Explosions/Remote violence", "Violence against civilians", "Battles"
_PROTESTS, _RIOTS, _STRATEGIC = "Protests", "Riots", "Strategic developments"
_ASSAULT = {
    "aerial": (_REMOTE, "Air/drone strike"),
    "drone": (_REMOTE, "Air/drone strike"),
    "heavy-weapons": (_REMOTE, "Shelling/artillery/missile attack"),
    "explosives": (_REMOTE, "Remote explosive/landmine/IED"),
    "suicide-attack": (_REMOTE, "Suicide bomb"),
    "unconventional": (_REMOTE, "Chemical weapon"),
    "sexual": (_CIVILIANS, "Sexual violence"),
    "destroy": (_STRATEGIC, "Looting/property destruction"),
    "crowd-control": (_PROTESTS, "Excessive force against protesters"),
}
_OTHERS = {
    ("PROTEST", "riot"): (_RIOTS, "Violent demonstration"),
    ("PROTEST", "vandalize"): (_RIOTS, "Violent demonstration"),
    ("COERCE", "arrest"): (_STRATEGIC, "Arrests"),
    ("COERCE", "curfew"): (_STRATEGIC, "Other"),
    ("COERCE", "martial-law"): (_STRATEGIC, "Other"),
    ("RETREAT", "ceasefire"): (_STRATEGIC, "Agreement"),
    ("RETREAT", "withdraw"): (_STRATEGIC, "Other"),
    ("RETREAT", "disarm"): (_STRATEGIC, "Other"),
}
_ARMED = frozenset({"MIL", "REB", "PRM", "COP", "SPY", "UAF"})
_INTER = {
    **dict.fromkeys(("MIL", "COP", "GOV", "SPY", "JUD", "LEG"), "State forces"),
    "REB": "Rebel group",
    **dict.fromkeys(("PRM", "UAF", "PTY", "CRM"), "Political militia"),
    **dict.fromkeys(("AGR", "BUS", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "REL", "SOC"), "Civilians"),
}
_DISORDER = {
    **dict.fromkeys((_REMOTE, _CIVILIANS, _BATTLES), "Political violence"),
    _PROTESTS: "Demonstrations",
    _RIOTS: "Demonstrations",
    _STRATEGIC: "Strategic developments",
}
_PRECISION = {"day": 1, "week": 2}
_GEO = {"country": 3, "region": 3, "dateline": 3, "near": 2}


def kind(case: Case) -> tuple[str, str] | None:
    """ACLED's event type and sub-type; None for what its tables do not hold."""
    if case.event_type == "PROTEST":
        return _OTHERS.get(("PROTEST", case.event_mode or ""), (_PROTESTS, "Peaceful protest"))
    if case.event_type == "MOBILIZE":
        return _STRATEGIC, "Change to group/activity"
    if case.event_type != "ASSAULT":
        return _OTHERS.get((case.event_type, case.event_mode or ""))
    if known := _ASSAULT.get(case.event_mode or ""):
        return known
    if is_mutual(case) and len(case.actors) > 1:
        return _BATTLES, "Armed clash"
    armed = any(_sectors(party) & _ARMED for party in case.recipients)
    if case.event_mode == "abduct":
        return (_STRATEGIC, "Other") if armed else (_CIVILIANS, "Abduction/forced disappearance")
    if armed:
        return _BATTLES, "Armed clash"
    return (_CIVILIANS, "Attack") if any(_inter(p) == "Civilians" for p in case.recipients) else None


def _sectors(party: Entity) -> set[str]:
    return {s for s in (party.sector, *party.other_sectors) if s}


def _inter(party: Entity | None) -> str | None:
    return _INTER.get(party.sector or "") if party else None


def _sides(case: Case) -> tuple[Sequence[Entity], Sequence[Entity]]:
    if not case.recipients and len(case.actors) > 1 and is_mutual(case):
        return case.actors[:1], case.actors[1:]
    return case.actors, case.recipients


def _of(side: int, take: Callable[[Entity], Any]) -> Callable[[Case], Any]:
    def value(case: Case) -> Any:
        parties = _sides(case)[side]
        return take(parties[0]) if parties else None

    return value


def _named(party: Entity) -> str:
    country = codes(party.country).name
    name = label(party)
    return f"{name} ({country})" if country and country.lower() not in name.lower() else name


def _others(side: int) -> Callable[[Case], Any]:
    return lambda case: "; ".join(map(_named, _sides(case)[side][1:])) or None


def _interaction(case: Case) -> str | None:
    first, second = (_inter(side[0]) if side else None for side in _sides(case))
    return f"{first}-{second}" if first and second else f"{first} only" if first else None


def _kind(case: Case, part: int) -> str:
    found = kind(case)
    assert found is not None
    return found[part]


def _civilians(case: Case) -> str | None:
    hit = _kind(case, 0) == _CIVILIANS or (_kind(case, 0) == _REMOTE and _inter_of(case, 1) == "Civilians")
    return "Civilian targeting" if hit else None


def _inter_of(case: Case, side: int) -> str | None:
    parties = _sides(case)[side]
    return _inter(parties[0]) if parties else None


def _place(take: Callable[[Place], Any]) -> Callable[[Case], Any]:
    return lambda case: None if case.place is None else take(case.place)


def _sources(case: Case) -> str | None:
    return "; ".join(dict.fromkeys(m.publisher for m in case.mentions if m.publisher)) or None


def _crowd(case: Case) -> str | None:
    least, most = case.figure("protesters")
    if least is None and most is None:
        return None
    if least is None or most is None:
        size = f"at least {amount(least)}" if least is not None else f"at most {amount(most)}"
    else:
        size = str(amount(least)) if least == most else f"{amount(least)}-{amount(most)}"
    return f"crowd size={size}"


COLUMNS: tuple[Column, ...] = (
    column(
        "event_id_cnty",
        "string",
        lambda c: f"{(c.place and c.place.country) or 'XXX'}{c.id}",
        "Country of the place (XXX where unknown) and the record's id",
    ),
    column(
        "event_date",
        "string",
        lambda c: c.date.start if c.date else None,
        "First day of the event, ISO 8601; empty when unknown",
    ),
    column("year", "integer", lambda c: int(c.date.start[:4]) if c.date else None, "Its year"),
    column(
        "time_precision",
        "integer",
        lambda c: _PRECISION.get(c.date.precision, 3) if c.date else None,
        "1 the day is known, 2 the week, 3 only the month or less",
    ),
    column(
        "disorder_type",
        "string",
        lambda c: _DISORDER[_kind(c, 0)],
        "Political violence, Demonstrations or Strategic developments",
    ),
    column(
        "event_type", "string", lambda c: _kind(c, 0), "ACLED's type, from PLOVER type, mode and sectors (table below)"
    ),
    column("sub_event_type", "string", lambda c: _kind(c, 1), "ACLED's sub-type"),
    column("actor1", "string", _of(0, _named), "The first actor, with its country"),
    column("assoc_actor_1", "string", _others(0), "Further actors, joined with `; `"),
    column(
        "inter1",
        "string",
        _of(0, _inter),
        "Kind of actor 1, from its sector: State forces, Rebel group, Political militia, Civilians",
    ),
    column("actor2", "string", _of(1, _named), "The first recipient, or the other side of a fight"),
    column("assoc_actor_2", "string", _others(1), "Further ones"),
    column("inter2", "string", _of(1, _inter), "Kind of actor 2"),
    column("interaction", "string", _interaction, "Both kinds"),
    column("civilian_targeting", "string", _civilians, "`Civilian targeting` when civilians are attacked, else empty"),
    column(
        "iso", "integer", _place(lambda p: codes(p.country).numeric), "ISO 3166-1 numeric code of the place's country"
    ),
    column("region", "string", lambda c: None, "Always empty: ACLED's regions are its own"),
    column("country", "string", _place(lambda p: codes(p.country).name or None), "Country of the place, in English"),
    column("admin1", "string", _place(lambda p: p.admin1), "First-order division"),
    column("admin2", "string", lambda c: None, "Always empty: not recorded"),
    column("admin3", "string", lambda c: None, "Always empty: not recorded"),
    column("location", "string", _place(lambda p: p.name or p.text), "Name of the place"),
    column("latitude", "number", _place(lambda p: p.lat), "Degrees, WGS 84"),
    column("longitude", "number", _place(lambda p: p.lon), "Degrees, WGS 84"),
    column(
        "geo_precision",
        "integer",
        _place(lambda p: _GEO.get(p.precision or "", 1)),
        "1 the place itself, 2 near it, 3 region, country or dateline",
    ),
    column("source", "string", _sources, "Publishers, joined with `; `"),
    column("source_scale", "string", lambda c: None, "Always empty"),
    column("notes", "string", lambda c: c.best.sentence.text, "The sentence that tells most of it"),
    column(
        "fatalities",
        "integer",
        lambda c: _dead(c),
        "The least number of killed that is told; empty when none is (ACLED: 0)",
    ),
    column("tags", "string", _crowd, "`crowd size=...` where the number of protesters is told"),
    column("timestamp", "integer", lambda c: None, "Always empty: the same records give the same table"),
)


def _dead(case: Case) -> int | None:
    least, _ = case.figure("killed")
    return None if least is None else int(least)
