"""The gazetteer: every place that the project knows, by its Arabic name.

`gazetteer.tsv` beside this file is made by `waqai.places.build` and ships in the wheel: a line for each name of a
place, sorted by the folded name, so that a name is found by bisection in the mapped file and nothing is loaded. The
lexicon's own table (`waqai.lexicon.table`) holds only those names that mean the place wherever they stand; the others
are asked for here, by words that already say that a place follows (مدينة, قضاء, في).
"""

from __future__ import annotations

import functools
import mmap
from collections.abc import Collection
from pathlib import Path

from waqai.lexicon.table import Site
from waqai.text.fold import fold_word

PATH = Path(__file__).with_name("gazetteer.tsv")
_SAME = str.maketrans({"ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "-": " ", "'": None, "ء": None})


def key_of(name: str) -> str:
    """The key of a name: folded, without hamzas, ى as ي and ة as ه, without the article of its words."""
    words = fold_word(name).translate(_SAME).split()
    return " ".join(w[2:] if w.startswith("ال") and len(w) > 4 else w for w in words)


class Gazetteer:
    """A sorted file of places. Lines: key, Arabic name, Latin name, kind, country, first-level region, latitude,
    longitude (degrees, WGS 84), population, GeoNames id; what is unknown is empty.
    """

    def __init__(self, path: Path = PATH) -> None:
        self.path = path
        with path.open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self.places = functools.lru_cache(maxsize=20_000)(self._places)

    def _places(self, key: str) -> tuple[tuple[str, Site], ...]:
        """The Arabic names and places of a key, in the order of the file."""
        data = self._data
        wanted = key.encode() + b"\t"
        low, high = 0, len(data)
        while low < high:  # the first line that is not before the wanted one
            middle = (low + high) // 2
            start = data.rfind(b"\n", 0, middle) + 1
            if data[start : start + len(wanted)] < wanted:
                end = data.find(b"\n", middle)
                low = end + 1 if end >= 0 else len(data)
            else:
                high = start
        found = []
        while data[low : low + len(wanted)] == wanted:
            end = data.find(b"\n", low)
            found.append(_site(data[low:end].decode()))
            low = end + 1
        return tuple(found)

    def find(self, name: str, countries: Collection[str] = ()) -> list[Site]:
        """The places of an Arabic name; those in `countries` (ISO alpha-3) first, then as the file ranks them: those
        written by hand, then by population. A name with its article comes before one without.
        """
        folded = fold_word(name)
        places = self.places(key_of(name))
        ranked = sorted(
            enumerate(places),
            key=lambda item: (item[1][1].country not in countries, fold_word(item[1][0]) != folded, item[0]),
        )
        return [site for _, (_, site) in ranked]


def _site(line: str) -> tuple[str, Site]:
    _, ar, name, kind, country, admin1, lat, lon, population, number = line.split("\t")
    return ar, Site(
        name, country, admin1 or None, float(lat) if lat else None, float(lon) if lon else None,
        int(number) if number else None, int(population or 0), kind,
    )  # fmt: skip


@functools.cache
def gazetteer() -> Gazetteer:
    """The built-in gazetteer, opened once. Raises FileNotFoundError where it was not built."""
    return Gazetteer()


def find(name: str, countries: Collection[str] = ()) -> list[Site]:
    """The places of an Arabic name in the built-in gazetteer, see `Gazetteer.find`."""
    return gazetteer().find(name, countries)
