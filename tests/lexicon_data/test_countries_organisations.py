"""The files of countries, peoples, organisations and media: complete, unique, no name that silences another."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from babel import Locale
from babel.core import get_global

import waqai.lexicon
from waqai.lexicon.schema import ActorEntry
from waqai.text.fold import fold_word

ACTORS = Path(waqai.lexicon.__file__).with_name("data") / "actors"
FOLDERS = ("countries", "organisations")
NAME_FIELDS = ("aka", "seats", "seats_gov")
KNOWN_FIELDS = {field.encode_name for field in msgspec.structs.fields(ActorEntry)}
INTERNATIONAL = {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}
SECTORS = set(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC NGO".split()
)
#: not states and no part of ISO 3166: codes of CLDR for groups, tests and reserved territories
NOT_ISO = set("AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ".split())

Entry = dict[str, Any]


def _entries(*folders: str) -> list[tuple[str, Entry]]:
    found: list[tuple[str, Entry]] = []
    for folder in folders:
        for path in sorted((ACTORS / folder).glob("*.yml")):
            found += [(path.name, entry) for entry in yaml.safe_load(path.read_text("utf8"))]
    return found


ENTRIES = _entries(*FOLDERS)
BY_ID = {entry["id"]: entry for _, entry in ENTRIES}


def _names(entry: Entry) -> list[str]:
    return [entry["ar"], *(name for field in NAME_FIELDS for name in entry.get(field, []))]


def _ambiguous(entry: Entry) -> set[str]:
    return {fold_word(word) for word in entry.get("ambiguous_words", [])}


def test_entries_fit_the_schema() -> None:
    for file, entry in ENTRIES:
        msgspec.convert(entry, ActorEntry)
        assert set(entry) <= KNOWN_FIELDS, (file, entry["id"], set(entry) - KNOWN_FIELDS)


def test_ids_are_unique() -> None:
    assert len(BY_ID) == len(ENTRIES)


def test_every_iso_territory_has_an_entry() -> None:
    codes: dict[str, set[str]] = defaultdict(set)  # several where an old one is kept: CD has COD and ZAR
    for alpha3, targets in get_global("territory_aliases").items():
        if len(alpha3) == 3 and alpha3.isalpha() and len(targets) == 1:
            codes[targets[0]].add(alpha3)
    territories = {code for code in map(str, Locale("ar").territories) if len(code) == 2 and code.isalpha()} - NOT_ISO
    assert len(territories) == 249
    missing = {code for code in territories if not codes[code] & set(BY_ID)}
    assert not missing
    found = {alpha3 for code in territories for alpha3 in codes[code] & set(BY_ID)}
    assert all(BY_ID[alpha3]["kind"] == "country" for alpha3 in found)
    assert BY_ID["XKX"]["en"] == "Kosovo"


FIXED_CODES = """
ESH MAR PRE; reg.abkhazia GEO PRE; reg.northern_cyprus CYP PRE; reg.somaliland SOM PRE; reg.transnistria MDA PRE;
reg.nagorno_karabakh AZE PRE; reg.chechnya RUS -; reg.gaza PSE -; org.un UNO -; org.nato IGO MIL; org.icc IGO JUD;
org.icj UNO JUD; org.stl UNO JUD; org.eu EUR -; org.las IGO -; ngo.hrw NGO -; med.afp FRA JRN
"""


@pytest.mark.parametrize("row", [row.strip() for row in FIXED_CODES.split(";")])
def test_codes_that_the_manual_fixes(row: str) -> None:
    code, country, sector = row.split()
    last = BY_ID[code]["codes"][-1]
    assert (last.get("country"), last.get("sector") or "-") == (country, sector)


def test_codes_are_known() -> None:
    countries = {entry["id"] for _, entry in ENTRIES if entry["kind"] == "country"}
    for file, entry in ENTRIES:
        for code in entry.get("codes", []):
            country = code.get("country")
            assert country is None or country in countries | INTERNATIONAL | {"VAT"}, (file, entry["id"], code)
            assert code.get("sector") is None or code["sector"] in SECTORS, (file, entry["id"], code)
        if entry["kind"] in ("organisation", "media", "company", "body"):
            assert entry.get("codes"), (file, entry["id"], "an organisation without a code says nothing")


def test_no_empty_words() -> None:
    for file, entry in ENTRIES:
        assert entry["en"].strip(), (file, entry["id"])
        assert entry["ar"].strip(), (file, entry["id"])
        for field in ("aka", "short", "demonyms", "demonym_plurals", "seats", "seats_gov", "avoid", "ambiguous_words"):
            words = entry.get(field, [])
            assert all(isinstance(word, str) and word.strip() == word and word for word in words), (
                file,
                entry["id"],
                field,
            )


def test_no_word_stands_twice_in_an_entry() -> None:
    """Hamza on alef and vowel signs are folded, so أسبانيا beside إسبانيا is the same word."""
    for file, entry in ENTRIES:
        names = [fold_word(name) for name in (entry["ar"], *entry.get("aka", []))]
        assert len(names) == len(set(names)), (file, entry["id"], sorted({n for n in names if names.count(n) > 1}))
        for field in ("demonyms", "seats", "avoid"):
            words = [fold_word(word) for word in entry.get(field, [])]
            assert len(words) == len(set(words)), (file, entry["id"], field)


@pytest.mark.parametrize("fields", [("ar", "aka", "seats", "seats_gov"), ("demonyms", "demonym_plurals")])
def test_a_word_of_two_entries_is_unmarked_in_its_usual_one_at_most(fields: tuple[str, ...]) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for _, entry in ENTRIES:
        for field in fields:
            for word in [entry["ar"]] if field == "ar" else entry.get(field, []):
                owners[fold_word(word)].add(entry["id"])
    shared = {word: ids for word, ids in owners.items() if len(ids) > 1}
    unmarked = {w: ids for w, ids in shared.items() if sum(w not in _ambiguous(BY_ID[i]) for i in ids) > 1}
    assert not unmarked


def test_ambiguous_words_are_words_of_their_entry() -> None:
    for file, entry in ENTRIES:
        own = {fold_word(w) for f in ("short", "demonyms", "demonym_plurals") for w in entry.get(f, [])} | {
            fold_word(n) for n in _names(entry)
        }
        assert _ambiguous(entry) <= own, (file, entry["id"], _ambiguous(entry) - own)
        assert bool(entry.get("ambiguous")) == bool(entry.get("ambiguous_words")), (file, entry["id"])


def test_avoided_phrases_silence_no_actor() -> None:
    """A phrase under `avoid` makes no actor at all, so it must not be the name of another entry."""
    names = {fold_word(name) for _, entry in ENTRIES for name in _names(entry)}
    for file, entry in ENTRIES:
        clash = {fold_word(phrase) for phrase in entry.get("avoid", [])} & names
        assert not clash, (file, entry["id"], clash)


def test_names_that_are_everyday_words_are_not_entered() -> None:
    """Found in real text: each of these is far more often something else."""
    everyday = "ترك أفاد إفتا ناسا كيف وال سريان غزي مقلي فلاني واج هاتي البدون السنة الوطن".split()
    own = {
        fold_word(w) for _, e in ENTRIES for w in [*_names(e), *e.get("demonyms", []), *e.get("demonym_plurals", [])]
    }
    assert not own & {fold_word(word) for word in everyday}


NAMES_IN_USE = """
USA: أميركا, أمريكا, الولايات المتحدة الأميركية, البيت الأبيض
RUS: الاتحاد الروسي, الكرملين
CIV: كوت ديفوار, ساحل العاج
MMR: بورما
SYR: سورية
LBY: الجماهيرية
PHL: الفيليبين
CZE: تشيكيا
FRA: قصر الإليزيه
LBN: بعبدا
PSE: رام الله
ISR: الكيان الصهيوني
org.nato: الناتو
org.unrwa: الأونروا
org.unifil: اليونيفيل
org.unsc: مجلس الأمن
org.igad: إيغاد
body.pentagon: البنتاغون
med.reuters: رويترز
ngo.hrw: هيومن رايتس ووتش
ngo.sohr: المرصد السوري لحقوق الإنسان
"""


@pytest.mark.parametrize("row", NAMES_IN_USE.strip().splitlines())
def test_names_in_use(row: str) -> None:
    code, names = row.split(": ")
    assert {fold_word(name) for name in names.split(", ")} <= {fold_word(own) for own in _names(BY_ID[code])}


def test_breadth() -> None:
    kinds: dict[str, int] = defaultdict(int)
    for _, entry in ENTRIES:
        kinds[entry["kind"]] += 1
    assert kinds["organisation"] >= 150
    assert kinds["country"] >= 250
    with_demonym = [e for _, e in ENTRIES if e["kind"] == "country" and e.get("demonyms")]
    assert len(with_demonym) >= 195
