"""How much the lexicon of actors holds: the numbers that the project promises, counted from the YAML."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from waqai.lexicon.compiler import DATA, read

ACTORS: list[dict[str, Any]] = [
    entry for path in sorted((DATA / "actors").rglob("*.yml")) for entry in read(path)[0] or [] if "id" in entry
]
KINDS = Counter(actor["kind"] for actor in ACTORS)
TERMS = [
    term
    for actor in ACTORS
    if actor["kind"] == "person"
    for term in actor.get("terms", [])
    if str(term.get("to", "9999")) >= "2000"
]
#: heads of state or government and ministers of foreign affairs, defence and the interior
HEADS = {"president", "prime_minister", "chancellor", "king", "emir", "sultan", "supreme_leader", "leader"}


def test_organisations_and_groups() -> None:
    assert KINDS["organisation"] >= 380
    assert KINDS["party"] + KINDS["movement"] + KINDS["armed_group"] >= 590


def test_terms_of_office_since_2000() -> None:
    assert len(TERMS) >= 3300
    countries = Counter(term["country"] for term in TERMS if len(term.get("country") or "") == 3)
    assert sum(number >= 5 for number in countries.values()) >= 90


def test_offices_by_country() -> None:
    roles: dict[str, set[str]] = defaultdict(set)
    for term in TERMS:
        roles[term.get("country") or ""].add(term["role"])
    heads = {country for country, held in roles.items() if held & HEADS}
    assert len(heads) >= 150
    assert len([c for c in heads if "foreign_minister" in roles[c]]) >= 78
    assert len([c for c in heads if "defence_minister" in roles[c]]) >= 45


def test_states_have_demonyms_and_capitals() -> None:
    """Left out on purpose: names whose adjective is an everyday word (مالي, قمري), and territories without one."""
    bare = {a["id"] for a in ACTORS if a["kind"] == "country" and not (a.get("demonyms") or a.get("demonym_plurals"))}
    sovereign = bare & {a["id"] for a in ACTORS if a["kind"] == "country" and a.get("seats")}
    assert sovereign <= set("CAF MLI COM GNQ VCT SLB GUF hist.ottoman_empire hist.austria_hungary YMD YAR".split())
