"""The locations of a sentence: a word of relation (في, قرب, على بعد 30 كلم شمال) and a place or a spot without a name
(سوق, حاجز), with the wider places told behind it.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from waqai.grammar.clauses import Parse
from waqai.grammar.units import Unit
from waqai.places.gazetteer import gazetteer
from waqai.places.location import DIRECTIONS, WIDE, Location, bare
from waqai.places.sites import Sites
from waqai.places.words import load, stem

_DISTANCE = re.compile(
    r"(?:على\s+)?(?:بعد|مسافة|يبعد|تبعد)\s+(?:نحو\s+|حوالي\s+|حوالى\s+|قرابة\s+)?"
    r"(\d[\d.,]*|[\u0621-\u064a]+(?:\s+و[\u0621-\u064a]+)?)"
    r"\s+([\u0621-\u064a]+)\s+(?:(?:الى\s+)?(?:ال)?[\u0621-\u064a]+(?:\s+[\u0621-\u064a]+)?\s+)?(?:(?:من|عن)\s+)?$"
)
#: between a place and the wider one that it is told to lie in: (385 كلم
_CLOSE = re.compile(r"[(-]?\s*(?:\d+\s+[\u0621-\u064a]+)?")
_FURTHEST = 1_000  # letters between an event and its location
_DEEPEST = 4  # wider places told behind a place
_MARKS = frozenset("()[]")
#: kinds of places that lie within a town
_PARTS = frozenset(("quarter", "street", "square", "camp", "site"))
_OF_OFFICE = ("السابق", "الحالي", "الجديد", "بالاعمال", "العام", "الخاص")
#: countries whose places may lie in each other's: القدس
_HOLY_LAND = {"PSE", "ISR"}
#: whom a place behind says where they serve, not where something happened: السفير الإيراني في العراق
_POSTED = frozenset(
    "سفير سفيرة قنصل قائم ممثل ممثلة ملحق مراسل مراسلة مندوب مبعوث".split()
)


class Locations:
    """Those of one sentence, in order; `number` tells which unit starts at an offset."""

    def __init__(self, units: Sequence[Unit], found: list[Location]) -> None:
        self.found = found
        self.number = {unit.start: k for k, unit in enumerate(units)}
        self._starts = [location.opened for location in found]

    def near(self, at: int) -> list[Location]:
        """Those near enough to an offset to matter, so that monstrous sentences stay cheap."""
        low = bisect.bisect_left(self._starts, at - _FURTHEST)
        return self.found[low : bisect.bisect_right(self._starts, at + _FURTHEST)]


class Locator:
    """Reads the locations of the sentences of one article, in the order of the text (folded, as the offsets count)."""

    def __init__(self, text: str, sites: Sites) -> None:
        self.text = text
        self.sites = sites

    def read(self, parse: Parse) -> Locations:
        """The locations of the next sentence."""
        units = parse.units
        starts = [chunk.start for chunk in parse.chunks]
        ends = [unit.end for unit in units]
        out: list[Location] = []
        i = 0
        while i < len(units):
            found = self._location(units, i)
            more = self._continues(out[-1], units, i) if found is None and out else 0
            if more:
                i += more
                continue
            if found is None:
                i += 1
                continue
            location, i = found
            k = bisect.bisect_right(starts, location.start)
            location.clause = parse.of_chunk[k - 1] if k else None
            if not location.descriptive:
                location.descriptive = self._describes(units, bisect.bisect_right(ends, location.start) - 1) or (
                    self._of_post(units, bisect.bisect_right(ends, location.opened) - 1)
                )
            before = out[-1] if out else None
            if before is not None and self._joined(before, location):
                last = before.last
                last.wider = location
                self._agree(last, location)
            else:
                out.append(location)
            if location.site is not None:
                self.sites.remember(location.site)
        return Locations(units, out)

    def _continues(self, before: Location, units: Sequence[Unit], i: int) -> int:
        """How many units behind a place say where it lies: طرابلس شمال لبنان (one word of the lexicon), الناصرية مركز
        محافظة ذي قار.
        """
        last, unit = before.last, units[i]
        if (
            last.site is None
            or before.depth >= _DEEPEST
            or unit.prep
            or unit.conj
            or self.text[last.end : unit.start] != " "
        ):
            return 0
        wider = Location(unit.start, unit.end, "in")
        if unit.text in ("مركز", "عاصمة") and not unit.art:
            used = self.sites.resolve(wider, units[i : phrase_end(units, i)], 0, None)
            wider.end = units[i + max(used, 1) - 1].end
        else:
            used = self.sites.known(wider, [unit], 0) if unit.has("places") else 0
        if not used or wider.site is None or not (wider.site.kind in WIDE or wider.site.kind == "district"):
            return 0
        last.wider = wider
        self._agree(last, wider)
        return used

    def _joined(self, before: Location, location: Location) -> bool:
        """Whether a location only says in which wider place the one before it lies."""
        if before.depth >= _DEEPEST:
            return False
        last = before.last
        gap = self.text[last.end : location.opened].strip()
        loose = last.spot and len(gap.split()) <= 3 and not re.search("[^\u0621-\u064a ]", gap)  # محطة للوقود في حي
        if (not _CLOSE.fullmatch(gap) and not loose) or location.relation in ("upon", "to", "from"):
            return False
        return last.site is None or location.site is None or last.site is not location.site

    @staticmethod
    def _agree(inner: Location, wider: Location) -> None:
        """Of several places of the inner name that in the wider place, or in its country: أريحا جنوب إدلب."""
        site, around = inner.site, wider.site
        country = around.country if around is not None else wider.country
        if site is None or not inner.name or not country or wider.relation in ("from", "to", "upon"):
            return
        region = around.name if around is not None and around.kind == "region" else around and around.admin1
        same = [x for x in gazetteer().find(inner.name, (country,)) if x.country == country]
        inside = [x for x in same if region and x.admin1 == region]
        if site.country != country and same:
            inner.site = (inside or same)[0]
        elif site.kind in _PARTS and around is not None and site.country and (
            site.country != country and {site.country, country} != _HOLY_LAND
        ):
            inner.site, inner.name, inner.spot = None, "", True  # حي الزيتون بالقاهرة: not that of Gaza
        elif inside and site.admin1 and site.admin1 != region and site.kind not in WIDE:
            inner.site = inside[0]

    def _describes(self, units: Sequence[Unit], number: int) -> bool:
        """A definite participle before it: الصادرة في لندن, المتمركزة قرب الحدود, المولود في غزة."""
        before = units[number] if number >= 0 else None
        if before is None or not before.art:
            return False
        word = before.text.lstrip("وفبلك")
        return (word.startswith("الم") and len(word) > 5 and before.tag == "N" and not before.has("frames")) or stem(
            word
        ).rstrip("ةينو") in ("قادم", "صادر", "واقع", "كائن", "عامل", "جار", "مقيم", "قائم")

    @staticmethod
    def _of_post(units: Sequence[Unit], number: int) -> bool:
        """Whether the place behind unit `number` is where somebody serves: السفير الإيراني | في العراق."""
        for k in range(number, max(-1, number - 4), -1):
            if stem(bare(units[k])) in _POSTED:
                return True
            if not units[k].has("demonyms") and units[k].text not in _OF_OFFICE:
                return False
        return False

    def _location(self, units: Sequence[Unit], i: int) -> tuple[Location, int] | None:
        """The location that starts at unit `i`, and the unit behind it."""
        opened = self._relation(units, i)
        if opened is None:
            return self._called(units, i)
        relation, k, start = opened
        if relation == "between":
            return None
        if i and relation == "in" and units[i].prep == "ب" and stem(bare(units[i - 1])) in load().bound:
            return None  # سفن مرتبطة بإسرائيل
        quantities = load().quantities
        while k < len(units) and (units[k].tag in ("DEM", "NUM", "Q") or bare(units[k]) in quantities):
            k += 1
            if k < len(units) and units[k].tag == "P" and bare(units[k]) == "من":
                k += 1
        if k >= len(units) or units[k].tag in ("V", "T", "P", "CMP", "REL", "PRO") or not units[k].text[0].isalpha():
            if k < len(units) and units[k].text in ("«", '"'):
                k += 1
            else:
                return None
        if k >= len(units):
            return None
        end = phrase_end(units, k)
        location = Location(start, units[end - 1].end, relation)
        if relation in ("in", "to", "from"):
            location.start = units[k].end - len(bare(units[k]))  # the words of the place alone: بغداد of في بغداد
        used = self.sites.resolve(location, units[k:end], 0, relation)
        if not used:
            return None
        location.end = max(units[k + used - 1].end, units[k].end)
        self._distance(location, units[k].start)
        if relation == "near" and location.site is None and location.country and self._about(start):
            return None  # اجتماع حول السودان
        return location, k + used

    def _about(self, start: int) -> bool:
        return self.text.startswith(("حول ", "وحول "), start)

    def _called(self, units: Sequence[Unit], i: int) -> tuple[Location, int] | None:
        """The town that a happening is called after: احتجاجات البصرة, معارك حلب."""
        if i + 1 >= len(units) or units[i].tag not in ("N", "VN") or units[i].art or units[i].enc:
            return None
        following = units[i + 1]
        if following.prep or following.conj or stem(bare(units[i])) not in load().called:
            return None
        location = Location(following.start, following.end, "in")
        noun = stem(bare(following))
        used = 0
        if noun in load().guides:
            used = self.sites.resolve(location, units[i + 1 : phrase_end(units, i + 1)], 0, None)
        elif not following.has("demonyms"):
            used = self.sites.known(location, units[i + 1 : i + 2], 0)
        if not used or location.site is None:
            return None
        location.end = units[i + used].end
        return location, i + 1 + used

    def _relation(self, units: Sequence[Unit], i: int) -> tuple[str, int, int] | None:
        """A word or phrase of relation at unit `i`: the relation, the unit behind it, and where it starts."""
        words = load()
        unit = units[i]
        if unit.tag in ("T", "V", "CMP"):
            return None
        if unit.prep and unit.tag != "P":
            rest = bare(unit)
            phrases = [unit.prep + rest]
            for k in (1, 2):
                if i + k < len(units):
                    phrases.append(f"{phrases[-1]} {units[i + k].text}")
            for k in range(len(phrases), 0, -1):
                if phrases[k - 1] in words.relations:
                    return words.relations[phrases[k - 1]], i + k, unit.start
            relation = words.relations.get(unit.prep)
            return (relation, i, unit.start) if relation else None
        first = unit.text[len(unit.conj) :] if unit.conj else unit.text
        if first.partition(" ")[0] not in words.openers:
            return None
        for k in range(min(4, len(units) - i), 0, -1):
            phrase = " ".join([first, *(u.text for u in units[i + 1 : i + k])])
            relation = words.relations.get(phrase)
            if relation is not None:
                if relation in ("in", "upon", "near", "to") and i + k < len(units):
                    following = self._relation(units, i + k)  # في محيط, في شمال, إلى الجنوب من
                    if following is not None and following[0] not in ("upon", "to", "from", "in"):
                        return following[0], following[1], unit.start
                return relation, i + k, unit.start + len(unit.conj)
        return None

    def _distance(self, location: Location, at: int) -> None:
        """على بعد 30 كلم شمال: the relation is the distance, and the words begin there."""
        match = _DISTANCE.search(self.text[max(0, at - 70) : at])
        if match is None or match.group(2) not in load().distances:
            return
        location.start = location.opened = min(location.start, max(0, at - 70) + match.start())
        direction = f" {location.relation}" if location.relation in DIRECTIONS else ""
        location.relation = f"{match.group(1)} {load().distances[match.group(2)]}{direction}"


def phrase_end(units: Sequence[Unit], k: int) -> int:
    """Where the noun phrase of a location ends."""
    end = k + 1
    while end < len(units) and end < k + 8:
        unit = units[end]
        if unit.conj or unit.prep or unit.tag not in ("N", "X", "NUM", "NAME", "VN", "«", "»", '"'):
            break
        if unit.tag == "NUM" and not unit.text.isdigit():
            break
        if unit.text in _MARKS or unit.has("frames") or unit.fn("speech"):
            break
        end += 1
    return end
