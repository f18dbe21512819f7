"""Checks on the YAML of groups, roles, bodies and generics: what its readers rely on and a slip of the pen breaks."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from waqai.text.fold import fold_word

ACTORS = Path(__file__).parents[2] / "src" / "waqai" / "lexicon" / "data" / "actors"
SECTORS = set(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC".split()
)
INTERNATIONAL = set("IGO UNO EUR NGO ISM IMG MNC".split())
KEYS = {
    "id": "kind en ar aka short demonyms demonym_plurals codes others avoid ambiguous ambiguous_words wikidata",
    "role": "en m f plural sector person inherits needs_body needs_country needs_name title weak country avoid",
    "body": "en words plurals bare short sector instrument inherits needs_country lands weak country avoid",
    "generic": "en words plurals sector person inherits weak gender country avoid",
    "modifier": "en words feminine plurals before sector others",
}
NAMING = {
    "id": "ar aka",
    "role": "m f plural",
    "body": "words plurals bare",
    "generic": "words plurals",
    "modifier": "",
}
#: one word, two entries, on purpose: told apart by what follows (a body, a name) or by what was named before
SHARED = {"رئيس", "رئيسة", "رؤساء", "لواء", "الاسايش", "اسايش", "قوات الاسايش", "حزب العمال"}
#: words that are actors only with ال
DEFINITE = set("المحافظ الوالي النظام المقاومة الإمام العلامة العسكر المهيب الأخ الأخت".split()) | {"الأنظمة الحاكمة"}


class Entry(NamedTuple):
    """An entry of the YAML: its file, its kind (the key it starts with), its name and all of it."""

    file: str
    kind: str
    name: str
    data: dict[str, Any]

    def words(self, *fields: str) -> list[str]:
        """The Arabic words of some fields, as written."""
        values = [self.data.get(field, []) for field in fields]
        return [word for value in values for word in ([value] if isinstance(value, str) else value)]

    @property
    def forms(self) -> list[str]:
        """The words by which the entry is found in a text."""
        return self.words(*NAMING[self.kind].split())


def _load(folder: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted((ACTORS / folder).glob("*.yml")):
        for data in yaml.safe_load(path.read_text("utf8")):
            yield path.name, data


def _read() -> list[Entry]:
    out = []
    for folder in ("groups", "roles", "bodies", "generics"):
        for file, data in _load(folder):
            kind = next(key for key in KEYS if key in data)
            out.append(Entry(file, kind, data[kind], data))
    return out


ENTRIES = _read()
KINDS = [entry for entry in ENTRIES if entry.kind in ("role", "body", "generic")]
GROUPS = [entry for entry in ENTRIES if entry.kind == "id"]
COUNTRIES = {data["id"] for _, data in _load("countries") if data["kind"] == "country"}


def test_names_are_unique() -> None:
    counts = Counter((entry.kind, entry.name) for entry in ENTRIES)
    assert [name for name, n in counts.items() if n > 1] == []


@pytest.mark.parametrize("kind", sorted(KEYS))
def test_only_documented_keys(kind: str) -> None:
    known = {kind, *KEYS[kind].split()}
    assert [(e.name, set(e.data) - known) for e in ENTRIES if e.kind == kind and set(e.data) - known] == []


def test_sectors_and_countries_are_of_the_scheme() -> None:
    wrong = []
    for entry in ENTRIES:
        for code in [*entry.data.get("codes", []), entry.data]:
            if code.get("sector") not in SECTORS | {None}:
                wrong.append((entry.name, code["sector"]))
            if code.get("country") not in COUNTRIES | INTERNATIONAL | {None}:
                wrong.append((entry.name, code["country"]))
        wrong += [(entry.name, sector) for sector in entry.data.get("others", []) if sector not in SECTORS | {"IMG"}]
    assert wrong == []


def test_roles_bodies_and_generics_say_their_sector() -> None:
    assert [entry.name for entry in KINDS if "sector" not in entry.data] == []
    assert [entry.name for entry in KINDS if entry.kind != "body" and "person" not in entry.data] == []


def test_every_entry_has_words() -> None:
    assert [entry.name for entry in [*KINDS, *GROUPS] if not entry.forms] == []


def test_groups_have_codes_that_follow_one_another() -> None:
    wrong = []
    for entry in GROUPS:
        codes = entry.data["codes"]
        if not codes or any("to" not in a or a["to"] != b.get("from") for a, b in itertools.pairwise(codes)):
            wrong.append((entry.name, "gap"))
        days = [code[key] for code in codes for key in ("from", "to") if key in code]
        wrong += [(entry.name, day) for day in days if not re.fullmatch(r"\d{4}(-\d\d){0,2}", day)]
        if days != sorted(days):
            wrong.append((entry.name, "order"))
    assert wrong == []


def test_no_word_belongs_to_two_entries() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for entry in ENTRIES:
        for word in entry.forms:
            owners[fold_word(word)].add(f"{entry.kind} {entry.name}")
    assert {w: sorted(names) for w, names in owners.items() if len(names) > 1 and w not in SHARED} == {}


def test_no_group_has_a_name_of_a_country_or_organisation() -> None:
    taken = {}
    for folder in ("countries", "organisations"):
        for _, data in _load(folder):
            for word in [data["ar"], *data.get("aka", []), *data.get("seats", [])]:
                taken[fold_word(word)] = data["id"]
    assert [(e.name, w, taken[fold_word(w)]) for e in GROUPS for w in e.forms if fold_word(w) in taken] == []


def test_words_stand_once_in_their_field() -> None:
    wrong = []
    for entry in ENTRIES:
        for field in set(entry.data) - {"codes"}:
            if isinstance(entry.data[field], list):
                counts = Counter(map(fold_word, entry.words(field)))
                wrong += [(entry.name, field, word) for word, n in counts.items() if n > 1]
    assert wrong == []


def test_words_are_plain_arabic() -> None:
    """No vowel signs, Latin letters or stray spaces."""
    wrong = []
    for entry in ENTRIES:
        for word in [*entry.forms, *entry.words("short", "demonyms", "demonym_plurals", "avoid", "ambiguous_words")]:
            if not re.fullmatch(r"[ء-غف-ي0-9 .\-]+", word) or word != " ".join(word.split()):
                wrong.append((entry.name, word))
    assert wrong == []


def test_kinds_are_written_indefinite() -> None:
    """Without ال, which the program adds, save the few words that count only with it."""
    assert {word for entry in KINDS for word in entry.forms if word.startswith("ال")} == DEFINITE


def test_avoided_phrases_start_with_a_word_of_the_entry_and_are_no_actors() -> None:
    actors = {fold_word(word) for entry in ENTRIES for word in entry.forms}
    wrong = []
    for entry in ENTRIES:
        own = {fold_word(word).split()[0].removeprefix("ال") for word in [*entry.forms, *entry.words("short")]}
        for phrase in map(fold_word, entry.words("avoid")):
            first, *rest = phrase.split()
            if phrase in actors or first.removeprefix("ال") not in own or not rest:
                wrong.append((entry.name, phrase))
    assert wrong == []


def test_ambiguous_words_are_words_of_the_entry() -> None:
    wrong = []
    for entry in GROUPS:
        own = set(map(fold_word, [*entry.forms, *entry.words("short", "demonyms")]))
        wrong += [(entry.name, word) for word in entry.words("ambiguous_words") if fold_word(word) not in own]
        if bool(entry.data.get("ambiguous")) != bool(entry.words("ambiguous_words")):
            wrong.append((entry.name, "ambiguous"))
    assert wrong == []


def test_breadth() -> None:
    groups = [entry for entry in GROUPS if entry.data["kind"] in ("party", "armed_group", "movement")]
    assert len(groups) >= 280
    countries = Counter(code["country"] for entry in groups for code in entry.data["codes"])
    regional = "PSE LBN SYR IRQ YEM EGY SDN LBY TUN DZA MAR IRN TUR ISR AFG PAK SOM ETH MLI".split()
    assert [country for country in regional if countries[country] < 3] == []


@pytest.mark.parametrize(
    ("group", "day", "code"),
    [
        ("org.taliban", "2001-03-01", "AFG GOV"),
        ("org.taliban", "2010-06-01", "AFG REB"),
        ("org.taliban", "2022-01-01", "AFG GOV"),
        ("org.hts", "2018-01-01", "SYR REB"),
        ("org.hts", "2025-01-01", "SYR GOV"),
        ("org.splm", "2004-01-01", "SDN REB"),
        ("org.splm", "2008-01-01", "SDN PTY"),
        ("org.splm", "2013-01-01", "SSD PTY"),
        ("org.mb_egypt", "2005-01-01", "EGY OPP"),
        ("org.mb_egypt", "2013-01-01", "EGY PTY"),
        ("org.rsf", "2024-01-01", "SDN REB"),
        ("org.farc", "2002-01-01", "COL REB"),
    ],
)
def test_codes_as_of_the_day(group: str, day: str, code: str) -> None:
    entry = next(entry for entry in GROUPS if entry.name == group)
    valid = [c for c in entry.data["codes"] if c.get("from", "") <= day < c.get("to", "9999")]
    assert [f"{c['country']} {c['sector']}" for c in valid] == [code]


@pytest.mark.parametrize(
    ("word", "name", "sector"),
    [
        ("وزير خارجية", "foreign_minister", "GOV"),
        ("وزير شؤون خارجية", "foreign_minister", "GOV"),
        ("وزير دفاع", "defence_minister", "GOV"),
        ("وزارة دفاع", "defence_ministry", "MIL"),
        ("وزارة داخلية", "interior_ministry", "GOV"),
        ("شرطة", "police", "COP"),
        ("نائب عام", "prosecutor", "JUD"),
        ("نائبة", "member_of_parliament", "LEG"),
        ("سيناتور", "senator", "LEG"),
        ("مخابرات", "intelligence", "SPY"),
        ("مسلح", "gunmen", "UAF"),
        ("متمرد", "rebels", "REB"),
        ("متظاهر", "protesters", "CVL"),
        ("لاجئ", "refugees", "REF"),
        ("مستوطن", "settlers", "CVL"),
        ("قرصان", "pirates", "CRM"),
        ("عمال", "workers", "LAB"),
        ("شيخ قبيلة", "tribal_leader", "ELI"),
        ("بطريرك", "patriarch", "REL"),
        ("ميليشيا", "militia", "PRM"),
        ("مختطف", "hostages", "CVL"),
        ("مغاوير", "troops_other", "MIL"),
    ],
)
def test_sector_of_common_words(word: str, name: str, sector: str) -> None:
    assert [(entry.name, entry.data["sector"]) for entry in KINDS if word in entry.forms] == [(name, sector)]
