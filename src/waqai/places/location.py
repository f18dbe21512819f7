"""Words of a sentence that say where: a place or a spot, the relation to it, the wider places told behind it."""

from __future__ import annotations

from waqai.grammar.clauses import Clause
from waqai.grammar.units import Unit
from waqai.lexicon.table import Site

#: kinds of places that a place of a town's kind lies in
WIDE = frozenset(("region", "country", "sea", "river", "mountain"))
DIRECTIONS = frozenset("north south east west northeast northwest southeast southwest".split())


class Location:
    """Words that say where: `start` and `end` in the folded text, the place if known, and the relation to it."""

    __slots__ = (
        "clause",
        "country",
        "descriptive",
        "end",
        "kind",
        "name",
        "opened",
        "part",
        "relation",
        "site",
        "spot",
        "start",
        "vague",
        "wider",
    )

    def __init__(self, start: int, end: int, relation: str) -> None:
        self.opened = start  # with the preposition that `start` leaves out
        self.start = start
        self.end = end
        self.relation = relation
        self.site: Site | None = None
        self.country: str | None = None
        self.kind = ""
        self.name = ""  # as asked of the gazetteer
        self.part = False  # a region that the lexicon of actors has, not the country
        self.spot = False
        self.vague = False  # a spot named by a word for a settlement alone: في المنطقة
        self.descriptive = False  # of a noun, not of what happened: الصحيفة الصادرة في لندن
        self.wider: Location | None = None
        self.clause: Clause | None = None

    @property
    def known(self) -> bool:
        """Whether a place or a country stands behind the words."""
        return self.site is not None or (self.country is not None and not self.spot)

    @property
    def last(self) -> Location:
        """The widest place told behind it, or itself."""
        at = self
        while at.wider is not None:
            at = at.wider
        return at

    @property
    def in_country(self) -> str | None:
        """The country it lies in, by its own words or those of a wider place."""
        at: Location | None = self
        while at is not None:
            country = at.site.country if at.site is not None else at.country
            if country:
                return country
            at = at.wider
        return None

    @property
    def depth(self) -> int:
        """How many wider places are told behind it."""
        at, count = self, 0
        while at.wider is not None:
            at, count = at.wider, count + 1
        return count

    @property
    def placed(self) -> bool:
        """Whether it or a wider place told behind it is known."""
        at: Location | None = self
        while at is not None and not at.known:
            at = at.wider
        return at is not None


def bare(unit: Unit) -> str:
    """The word without its conjunction and preposition."""
    text = unit.text[len(unit.conj) :] if unit.conj and unit.text.startswith(unit.conj) else unit.text
    if unit.prep and text.startswith(unit.prep) and len(text) > 2:
        rest = text[len(unit.prep) :]
        return "ا" + rest if unit.prep == "ل" and rest.startswith("ل") and unit.art else rest
    return text
