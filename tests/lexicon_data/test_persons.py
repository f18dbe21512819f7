"""The YAML of persons and names: well formed, dated without contradiction, free of ordinary words."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest
from reading import coder

from waqai.lexicon.compiler import DATA, read
from waqai.lexicon.schema import ActorEntry, Term
from waqai.text.fold import fold_word

ACTORS = DATA / "actors"
BEYOND_STATES = {"IGO", "UNO", "EUR", "NGO", "IMG"}
FIELDS = set(ActorEntry.__struct_fields__)
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-([0-2]\d|3[01]))?)?")
# Real overlaps: rivals or caretakers who held the office at once.
RIVALS = {
    ("per.hassan_al_sabaa", "per.ahmad_fatfat"),
    ("per.abdullah_ii_of_jordan", "per.rania_of_jordan"),
    ("per.laurent_gbagbo", "per.alassane_ouattara"),
    ("per.yahya_jammeh", "per.adama_barrow"),
    ("per.didier_ratsiraka", "per.marc_ravalomanana"),
    ("per.mikhail_gorbachev", "per.boris_yeltsin"),
    ("per.abdullah_al_thani", "per.fayez_al_sarraj"),
}
SOLE = {
    "president", "prime_minister", "chancellor", "king", "supreme_leader",
    "foreign_minister", "defence_minister", "interior_minister",
}  # fmt: skip


def entries(folder: Path) -> list[dict[str, Any]]:
    """All entries of the files of a folder."""
    return [entry for path in sorted(folder.rglob("*.yml")) for entry in read(path)[0] or []]


EVERYTHING = entries(ACTORS)
PERSONS = [msgspec.convert(entry, ActorEntry) for entry in entries(ACTORS / "persons")]
TERMS = [(person, term) for person in PERSONS for term in person.terms]
NAMES: list[str] = read(DATA / "words" / "names.yml")[0]["names"]
FUNCTION = {fold_word(word) for words in read(DATA / "words" / "function.yml")[0].values() for word in words}
NOUNS = {fold_word(word) for words in read(DATA / "words" / "nouns.yml")[0].values() for word in words}


def holds(term: Term, day: str) -> bool:
    """Whether the term covers the day; a bound given to the month or year covers all of it."""
    return (not term.start or term.start <= day) and (not term.to or day[: len(term.to)] <= term.to)


def test_fields_are_those_of_the_schema() -> None:
    assert {field for entry in entries(ACTORS / "persons") for field in entry} <= FIELDS


def test_ids_are_unique_and_kinds_right() -> None:
    ids = [person.id for person in PERSONS]
    assert len(ids) == len(set(ids))
    assert all(person.kind == "person" and person.id.startswith("per.") for person in PERSONS)
    assert {person.gender for person in PERSONS} == {"m", "f"}


def test_every_person_has_an_office_or_codes() -> None:
    assert not [person.id for person in PERSONS if not person.terms and not person.codes]


def test_roles_countries_and_organisations_exist() -> None:
    ids = {entry["id"] for entry in EVERYTHING if "id" in entry}
    roles = {entry["role"] for entry in EVERYTHING if "role" in entry}
    assert not {term.role for _, term in TERMS} - roles
    assert not {term.country for _, term in TERMS} - ids - BEYOND_STATES
    assert not {term.org for _, term in TERMS if term.org} - ids


def test_dates_are_iso_and_ordered() -> None:
    for person, term in TERMS:
        for bound in (term.start, term.to):
            assert bound is None or DATE.fullmatch(bound), (person.id, bound)
        if term.start and term.to:
            length = min(len(term.start), len(term.to))
            assert term.start[:length] <= term.to[:length], (person.id, term)
    for person in PERSONS:
        starts = [term.start or "" for term in person.terms]
        assert starts == sorted(starts), f"{person.id}: newest term last"


def test_sole_offices_do_not_overlap() -> None:
    held: dict[tuple[str, str | None, str | None], list[tuple[str, str, str]]] = defaultdict(list)
    for person, term in TERMS:
        if term.role in SOLE:
            held[term.role, term.country, term.org].append((term.start or "", term.to or "9999", person.id))
    clashes = []
    for office, terms in held.items():
        terms.sort()
        for (_, until, one), (since, _, other) in pairwise(terms):
            length = min(len(until), len(since))
            if until[:length] > since[:length] and (one, other) not in RIVALS:
                clashes.append((office, one, other))
    assert not clashes


@pytest.mark.parametrize(
    ("role", "country", "day", "holder"),
    [
        ("president", "USA", "2003-03-20", "per.george_w_bush"),
        ("foreign_minister", "USA", "2003-03-20", "per.colin_powell"),
        ("prime_minister", "ISR", "2002-04-01", "per.ariel_sharon"),
        ("foreign_minister", "FRA", "2003-02-14", "per.dominique_de_villepin"),
        ("prime_minister", "IRQ", "2006-06-07", "per.nouri_al_maliki"),
        ("president", "LBN", "2005-02-14", "per.emile_lahoud"),
        ("president", "EGY", "2012-12-01", "per.mohamed_morsi"),
        ("foreign_minister", "IRN", "2015-07-14", "per.mohammad_javad_zarif"),
        ("president", "SYR", "2025-06-01", "per.ahmed_al_sharaa"),
        ("foreign_minister", "SAU", "2024-01-01", "per.faisal_bin_farhan"),
        ("chancellor", "DEU", "2023-01-01", "per.olaf_scholz"),
        ("prime_minister", "PAK", "2007-01-01", "per.shaukat_aziz"),
    ],
)
def test_who_held_the_office(role: str, country: str, day: str, holder: str) -> None:
    assert [p.id for p, t in TERMS if (t.role, t.country, t.org) == (role, country, None) and holds(t, day)] == [holder]


def test_breadth() -> None:
    states = {term.country for _, term in TERMS} - BEYOND_STATES
    assert len(states) >= 60
    assert len(TERMS) >= 1500


def test_full_names_belong_to_one_person() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for person in PERSONS:
        for name in [person.ar, *person.aka]:
            owners[fold_word(name)].add(person.id)
    assert not {name: ids for name, ids in owners.items() if len(ids) > 1}


def test_single_words_that_are_names_are_no_ordinary_words() -> None:
    plain = FUNCTION | NOUNS
    for person in PERSONS:
        warned = {fold_word(word) for word in person.ambiguous_words}
        for name in [person.ar, *person.aka, *person.short]:
            folded = fold_word(name)
            assert folded not in plain or folded in warned, (person.id, name)


def test_names_have_no_double_and_no_function_word() -> None:
    assert len(NAMES) == len(set(NAMES)) >= 1500
    # kunya أم, Ban (Ki-moon), van and Mauritanian ولد are names all the same
    both = {fold_word(name) for name in ("أم", "بان", "ولد", "فان")}
    assert {fold_word(name) for name in NAMES} & FUNCTION <= both


def test_an_inflected_word_is_not_the_person_whose_name_its_stem_is() -> None:
    lexes = coder().table.lexes
    town = [lexes[number] for rest, number, _ in coder().table.phrases["مدينة"] if not rest]
    assert town
    assert not any(lex.names or lex.shorts for lex in town)
