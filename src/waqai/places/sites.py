"""Which place or country a noun phrase means, in an article that has named others before.

A name of several places is that in a country that the article names; one that the lexicon does not have must be
of many people, or near. The gazetteer and the lexicon of actors know the names; nouns for settlements and spots guide
to them.
"""

from __future__ import annotations

import bisect
import functools
from collections import deque
from collections.abc import Sequence

import msgspec

from waqai.actors.mentions import Resolver, avoided
from waqai.grammar.units import Unit
from waqai.lexicon.table import Lex, Site
from waqai.places.gazetteer import gazetteer
from waqai.places.location import DIRECTIONS, Location, bare
from waqai.places.words import load, stem

#: what is guided to by a word for a settlement or region may be of any of these kinds
_SETTLED = frozenset("city town village district region settlement quarter camp site island".split())
#: nouns that mean a place told before: في المدينة, بالبلدة
_AGAIN = {
    "مدينة": frozenset(("city", "town")), "بلدة": frozenset(("town", "city", "village")),
    "قرية": frozenset(("village", "town", "settlement", "city")), "محافظة": frozenset(("region",)),
    "ولاية": frozenset(("region",)), "مخيم": frozenset(("camp",)), "جزيرة": frozenset(("island",)),
}  # fmt: skip
#: bare names that the lexicon does not know count as places from so many people on, abroad
_PEOPLE_NEAR, _PEOPLE_ABROAD = 1_000, 100_000
#: kinds of places that are called after the town that they serve
_OF_TOWNS = frozenset(("port", "airport"))
#: a city of so many people is not taken for a place that many times smaller
_PEOPLE_FAMOUS, _TIMES_LARGER = 1_000_000, 30
#: spots that say nothing when alone and definite: في الشارع, في البيت
_COMMON = frozenset("شارع بيت منزل طريق ساحة مقر مركز مكتب موقع جبهة أرض محور خط ملعب شوارع ارض".split())
#: of these the adjective says whose they are, not where: السفارة الأميركية, القاعدة التركية
_ABROAD = frozenset("سفارة قنصلية بعثة ملحقية قاعدة معسكر ثكنة مدرسة شركة سفينة".split())
#: words for a settlement or way that a spot may be called by
_OWN = frozenset("طريق شارع جسر حاجز مطار ساحة".split())
#: words for a direction, behind a noun that has no name: في منطقة جنوب العاصمة
DIRECTION_WORDS = frozenset(
    "شمال جنوب شرق غرب شمالي جنوبي شرقي غربي شمالى جنوبى شرقى غربى وسط قرب خارج".split()
)
_REMEMBERED = 100  # places and countries that are looked back to
_LONGEST = 4  # words of a name that is looked up


class Sites:
    """Finds the places of one article; `told` and `countries` are those found so far."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.told: deque[Site] = deque(maxlen=_REMEMBERED)  # places in the order of the text
        self.countries: set[str] = set()  # theirs
        self.here = 0  # the place in the text that is read

    def remember(self, site: Site) -> None:
        """Keep a place that the text named, for what is told behind it."""
        self.told.append(site)
        if site.country:
            self.countries.add(site.country)

    def resolve(self, location: Location, units: Sequence[Unit], k: int, relation: str | None) -> int:
        """Find the place of a noun phrase; the number of units used, 0 where it is no location."""
        words = load()
        head = units[k]
        noun = stem(bare(head))
        self.here = head.start
        if noun == "بلاد" and head.art and not head.enc and relation is not None:
            return k + 1 if self._homeland(location, head) else 0
        if noun in words.guides or noun in words.spots:
            whole = self.known(location, units, k)  # a name that begins so: مدينة الصدر, مطار بغداد
            if whole and (len(head.text.split()) > 1 or whole > 1):
                return whole
            if noun == "عاصمة" and not head.art and not head.enc:
                used = self._capital_of(location, units, k + 1)
                if used:
                    return used
            for at in range(k + 1, min(k + 4, len(units))):
                if units[at].text in ("«", '"', "»"):
                    continue
                if noun == "عاصمة" and units[at].art and units[at].has("demonyms"):
                    continue  # العاصمة السورية دمشق: not the state that is written so, too
                if units[at].text in DIRECTION_WORDS:
                    break  # منطقة | جنوب العاصمة
                used = self._named(location, units, at, words.guides.get(noun, ["spot"]))
                if used == 1 and _guides_on(units, at):
                    used = 0  # ريف مدينة | عفرين: not Medina
                if used and noun not in words.guides and not self._around(location):
                    location.site, location.name = None, ""  # تقاطع جوبا in Mogadishu is not in Juba
                    break
                if used:
                    return at + used
                if units[at].has("demonyms"):
                    continue  # العاصمة الليبية طرابلس
                if stem(bare(units[at])) not in words.guides and stem(bare(units[at])) not in words.spots:
                    break
            if whole and (head.art or k + 1 >= len(units)):
                return whole  # المحلة; but محلة مستديرة الحايك is a quarter
            location.site, location.country, location.name = None, None, ""
            if noun == "عاصمة" and self._capital(location, units[k : k + 2]):
                return k + 2 if k + 1 < len(units) and units[k + 1].has("demonyms") else k + 1
            if relation is None or (relation in ("to", "from", "upon") and noun not in words.guides):
                return 0
            if noun in _AGAIN and head.art and (k + 1 >= len(units) or not units[k + 1].art):
                again = next((x for x in reversed(self.told) if x.kind in _AGAIN[noun]), None)
                if again is not None:
                    location.site = again
                    return k + 1
            if noun in words.spots and (head.prep != "ب" or head.tag == "P"):
                location.spot = True
                location.vague = (bool(head.art) and noun in _COMMON) or (noun in words.guides and noun not in _OWN)
                end = self._spot_end(units, k)
                actors = (self.resolver.table.actors[n] for u in units[k:end] for x in u.lexes for n in x.demonyms)
                state = next((a for a in actors if a.kind == "country"), None)
                theirs = (head.art or noun in words.guides) and noun not in _ABROAD  # not مكتب شركة أميركية
                location.country = state.id if state is not None and theirs else None
                return end
            return 0
        if head.has("frames") or head.has("roles") or (head.has("generics") and not head.has("places")):
            return 0
        used = self.known(location, units, k)
        if used:
            return used
        if relation in ("in", "near", "outside") or relation in DIRECTIONS:
            return self._unknown(location, units, k)
        return 0

    def _capital(self, location: Location, units: Sequence[Unit]) -> bool:
        """العاصمة الليبية; or العاصمة alone, where only one country can be meant."""
        table = self.resolver.table
        if units[0].art and not (len(units) > 1 and units[1].has("demonyms")):
            again = next((x for x in reversed(self.told) if x.name in self._seats()), None)
            if again is not None:
                location.site, location.name = again, again.name
                return True
        adjective = units[1].lexes if len(units) > 1 and units[1].has("demonyms") else ()
        told = {table.actors[n].id for x in adjective for n in x.demonyms if table.actors[n].kind == "country"}
        named = told or {c for _, c, _ in self._near()} or set(self.resolver.countries[-20:])
        if len(named) > 1 and self.resolver.home:
            named = {self.resolver.home}
        if len(named) != 1 or not units[0].art:
            return False
        return self._seat(location, next(iter(named)))

    @staticmethod
    @functools.cache
    def _seats() -> frozenset[str]:
        """The Latin names of the capitals."""
        found = (gazetteer().find(name, (country,)) for country, name in sorted(load().capitals.items()))
        return frozenset(sites[0].name for sites in found if sites)

    def _capital_of(self, location: Location, units: Sequence[Unit], k: int) -> int:
        """عاصمة بيلاروسيا, عاصمة جورجيا تبليسي: the unit behind it, 0 where `k` names no state."""
        table = self.resolver.table
        if k >= len(units) or units[k].prep or units[k].conj:
            return 0
        states = [table.actors[n] for x in units[k].lexes for n in x.names if table.actors[n].kind == "country"]
        if not states or not self._seat(location, states[0].id):
            return 0
        again = Location(location.start, location.end, "in")
        told = k + 1 < len(units) and self.known(again, units, k + 1) and again.site is not None
        self.here = units[k].start
        return k + 2 if told and again.site is not None and again.site.name == _named_site(location) else k + 1

    @staticmethod
    def _seat(location: Location, country: str) -> bool:
        """The capital of a state, by the lexicon's name for it."""
        name = load().capitals.get(country)
        sites = gazetteer().find(name, (country,)) if name else []
        sites.sort(key=lambda x: x.country != country or x.kind != "city")
        if not sites or sites[0].country != country:
            return False
        location.site, location.name = sites[0], name or ""
        return True

    def _homeland(self, location: Location, unit: Unit) -> bool:
        """شمال البلاد: the only country named before, else that of the dateline."""
        told = {c for at, c, _ in self._near() if at < unit.start} or set(self.resolver.countries[-20:])
        country = next(iter(told)) if len(told) == 1 else self.resolver.home
        state = next((a for a in self.resolver.table.actors if a.kind == "country" and a.id == country), None)
        if state is None:
            return False
        location.country, location.kind = state.id, state.en
        return True

    def _around(self, location: Location) -> bool:
        """Whether the place lies in a country that the article names, or no other country is named."""
        site = location.site
        if site is None:
            return True
        named = self._named_countries(location)
        return not named or not site.country or site.country in named

    def _near(self) -> list[tuple[int, str, bool]]:
        """The countries of the sentence around the place that is read, with their offsets."""
        named = self.resolver.sentence
        i = bisect.bisect_left(named, (self.here, "", False))
        return named[max(0, i - _REMEMBERED) : i + _REMEMBERED]

    def _named_countries(self, but: Location | None = None) -> set[str]:
        """The countries named so far (`but` not in the words of one location), and that of the dateline."""
        resolver = self.resolver
        told = {c for at, c, _ in self._near() if but is None or not but.start <= at < but.end}
        named = told | set(resolver.countries[-60:])
        if resolver.home:
            named.add(resolver.home)
        named |= self.countries
        return named

    @staticmethod
    def _spot_end(units: Sequence[Unit], k: int) -> int:
        """The words of a spot: its noun with what belongs to it, at most four."""
        end = k + 1
        while end < min(len(units), k + 5) and units[end].text[0].isalpha():
            end += 1
        return end

    def known(self, location: Location, units: Sequence[Unit], k: int) -> int:
        """A place, country or region of the lexicon at unit `k`."""
        unit = units[k]
        self.here = unit.start
        if unit.enc or (avoided(unit) and not unit.has("places")):
            return 0
        lex = next((x for x in unit.lexes if x.places), None)
        if lex is not None and not any(x.roles or x.bodies for x in unit.lexes):
            location.site, location.name = (
                self._enriched(self._fitting(self.resolver.site(lex), lex, location), lex),
                lex.key,
            )
            return k + 1
        for lex in unit.lexes:
            for number in (*lex.names, *lex.seats):
                actor = self.resolver.table.actors[number]
                if actor.kind not in ("country", "region") or lex.key in actor.ambiguous:
                    continue
                country = next((code.country for code in actor.codes if code.country), None)
                if number in lex.seats or actor.kind == "region":
                    sites = gazetteer().find(lex.key, (country,) if country else ())
                    if number in lex.seats:
                        sites.sort(key=lambda x: x.country != country or x.kind != "city")  # not the district
                    if sites and sites[0].country == country:
                        location.site = sites[0]
                        return k + 1
                location.country, location.kind, location.part = country, actor.en, actor.kind == "region"
                return k + 1
        return 0

    def _named(self, location: Location, units: Sequence[Unit], k: int, kinds: Sequence[str]) -> int:
        """The name behind a guiding noun: number of units used from `k` on."""
        if units[k].prep or units[k].conj or not units[k].text[0].isalpha() or units[k].text in load().no_places:
            return 0
        for length in range(min(_LONGEST, len(units) - k), 0, -1):
            part = units[k : k + length]
            if any(u.prep or u.conj or u.tag == "T" for u in part[1:]):
                continue
            name = " ".join(u.text for u in part)
            site = self._pick(name, kinds, guided=True)
            if site is not None and (length > 1 or not part[0].has("demonyms")):
                location.site, location.name = _as_guided(site, kinds), name
                return length
        used = self.known(location, units, k)
        if used and location.site is not None:
            location.site = _as_guided(location.site, kinds)
        return used - k if used else 0

    def _unknown(self, location: Location, units: Sequence[Unit], k: int) -> int:
        """A name that the lexicon does not have, behind في and the like."""
        for length in range(min(_LONGEST, len(units) - k), 0, -1):
            part = units[k : k + length]
            if any(u.known for u in part) or any(u.prep or u.conj for u in part[1:]):
                continue
            name = " ".join([bare(part[0]), *(u.text for u in part[1:])])
            if name in load().no_places or len(name) < 3:
                continue
            site = self._pick(name, (), guided=False)
            if site is not None:
                location.site, location.name = site, name
                return k + length
        return 0

    def _pick(self, name: str, kinds: Sequence[str], *, guided: bool) -> Site | None:
        """The place of a name that fits the guiding noun and the countries of the article."""
        sites = gazetteer().find(name)
        if "spot" in kinds:  # a hospital, a junction: called after a place here
            near = [s for s in sites if s.country in self._named_countries() and s.kind in _SETTLED]
            return near[0] if near else None
        if kinds:
            allowed = set(kinds) | (_SETTLED if _SETTLED.intersection(kinds) else {"site"})
            towns = [s for s in sites if s.kind in ("city", "town")] if _OF_TOWNS.intersection(kinds) else []
            sites = [s for s in sites if s.kind in allowed] or towns  # ميناء الفجيرة: that town's
        if not sites:
            return None
        named = self._named_countries()
        here = [s for s in sites if s.country in named]
        if here:
            fitting = [s for s in here if s.kind in kinds] if kinds else []
            known = guided or here[0].population >= _PEOPLE_NEAR or not here[0].population
            if not fitting:
                famous = _famous(sites, here[0])
                if famous is not None:
                    return famous
            return (fitting or here)[0] if known else None
        if guided:
            only = len({s.country for s in sites}) == 1 and not named
            return sites[0] if only or sites[0].population >= _PEOPLE_ABROAD else None
        return sites[0] if sites[0].population >= _PEOPLE_ABROAD else None

    def _fitting(self, site: Site, lex: Lex, location: Location) -> Site:
        """Of several towns of a name, that in a country of the people told of, where the article names no other."""
        resolver = self.resolver
        known = set(resolver.known)
        if site.country in known:
            return site
        here = {c for at, c, _ in self._near() if at != self.here}
        told = known | set(resolver.armies) | here
        at_hand = site.country in told | self.countries | {resolver.home, *resolver.countries[-60:]}
        elsewhere = bool(known) and site.country not in self._named_countries(location)
        if not told or (at_hand and not elsewhere):
            return site
        named = gazetteer().find(lex.key)
        if elsewhere:
            others = [x for x in named if x.country in known and x.kind in _SETTLED]
            if others and not 0 < others[0].population < _PEOPLE_NEAR and _famous(named, others[0]) is None:
                return others[0]
        if at_hand:
            return site
        # adjectives and armies are also those of who strikes: only another large town counts
        cities = [x for x in named if x.country in told and x.population >= _PEOPLE_ABROAD and not _famous(named, x)]
        return next((x for x in cities if not _one_place(x, site)), site)

    @staticmethod
    def _enriched(site: Site, lex: Lex) -> Site:
        """A place of the lexicon's table with what only the gazetteer has: region, coordinates, identifier."""
        if site.admin1 and site.geonames:
            return site
        for found in gazetteer().find(lex.key, (site.country,)):
            own = (found.name, found.kind) == (site.name, site.kind)
            same = found.geonames == site.geonames if site.geonames else own
            if same and found.country == site.country:
                return msgspec.structs.replace(
                    site, admin1=site.admin1 or found.admin1, geonames=site.geonames or found.geonames,
                    lat=found.lat if site.lat is None else site.lat, lon=found.lon if site.lon is None else site.lon,
                    population=site.population or found.population,
                )  # fmt: skip
        return site


def _guides_on(units: Sequence[Unit], k: int) -> bool:
    """Whether a bare noun at `k` is not itself the name but leads on to it: ريف | مدينة عفرين."""
    if k + 1 >= len(units) or units[k].art or units[k].prep or stem(bare(units[k])) not in load().guides:
        return False
    following = units[k + 1]
    return following.text[0].isalpha() and not following.prep and not following.conj


def _named_site(location: Location) -> str:
    return location.site.name if location.site is not None else ""


def _as_guided(site: Site, kinds: Sequence[str]) -> Site:
    """A province that only the town it is called after is known of: ولاية قندهار."""
    if kinds and kinds[0] == "region" and site.kind in ("city", "town"):
        return msgspec.structs.replace(site, kind="region", geonames=None, population=0)
    return site


def _one_place(one: Site, other: Site) -> bool:
    """Whether two entries lie within a degree of each other, or it is not known that they do not."""
    if one.lat is None or other.lat is None or one.lon is None or other.lon is None:
        return True
    return abs(one.lat - other.lat) < 1 and abs(one.lon - other.lon) < 1


def _famous(sites: Sequence[Site], other: Site) -> Site | None:
    """A city of millions, where the other place of its name is a small town: Sydney, whoever else is told of."""
    largest = max(sites, key=lambda s: s.population)
    many = largest.population >= _PEOPLE_FAMOUS and other.kind in _SETTLED and other.kind not in ("district", "region")
    return largest if many and 0 < other.population * _TIMES_LARGER < largest.population else None
