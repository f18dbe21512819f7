"""The place of an event: where it happened, not where it was told.

`Placer` reads the locations of a sentence: a word of relation (في, قرب, على بعد 30 كلم شمال) and a place, or a spot
without a name (سوق, حاجز), with the wider places told behind it. An event takes the location of its own words, then of
its clause and of the clauses around; violence, protest and movement also that of the sentence, of another mention, of
the paragraph; the place of the dateline comes last and is marked.
"""

from __future__ import annotations

import bisect
import re
from collections import deque
from collections.abc import Callable, Sequence

import msgspec

from waqai.actors.mentions import Resolver, avoided
from waqai.events.matcher import Fired
from waqai.events.reading import Reading
from waqai.grammar.clauses import Clause
from waqai.grammar.units import Unit
from waqai.lexicon.table import Lex, Site
from waqai.places.gazetteer import gazetteer
from waqai.places.words import load, stem
from waqai.records import Event, Place, Span

#: types of what happens somewhere; the others are words, which the press places seldom and where it does not matter
_PHYSICAL = frozenset(("ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "AID"))
_MET = frozenset(("CONSULT", "COOPERATE"))
#: of these, a place that is done something to is the place: قصف المدينة, اقتحم البلدة
_TARGETED = frozenset(("ASSAULT", "COERCE", "MOBILIZE"))
#: what is guided to by a word for a settlement or region may be of any of these kinds
_SETTLED = frozenset("city town village district region settlement quarter camp site island".split())
#: nouns that mean a place told before: في المدينة, بالبلدة
_AGAIN = {
    "مدينة": frozenset(("city", "town")), "بلدة": frozenset(("town", "city", "village")),
    "قرية": frozenset(("village", "town", "settlement", "city")), "محافظة": frozenset(("region",)),
    "ولاية": frozenset(("region",)), "مخيم": frozenset(("camp",)), "جزيرة": frozenset(("island",)),
}  # fmt: skip
#: kinds of places that a place of a town's kind lies in
_WIDE = frozenset(("region", "country", "sea", "river", "mountain"))
#: bare names that the lexicon does not know count as places from so many people on, abroad
_PEOPLE_NEAR, _PEOPLE_ABROAD = 1_000, 100_000
#: spots that say nothing when alone and definite: في الشارع, في البيت
_COMMON = frozenset("شارع بيت منزل طريق ساحة مقر مركز مكتب موقع جبهة أرض محور خط ملعب شوارع ارض".split())
#: words for a settlement or way that a spot may be called by
_OWN = frozenset("طريق شارع جسر حاجز مطار ساحة".split())
_DIRECTIONS = frozenset("north south east west northeast northwest southeast southwest".split())
_DISTANCE = re.compile(
    r"(?:على\s+)?(?:بعد|مسافة|يبعد|تبعد)\s+(?:نحو\s+|حوالي\s+|حوالى\s+|قرابة\s+)?"
    r"(\d[\d.,]*|[\u0621-\u064a]+(?:\s+و[\u0621-\u064a]+)?)"
    r"\s+([\u0621-\u064a]+)\s+(?:(?:الى\s+)?(?:ال)?[\u0621-\u064a]+(?:\s+[\u0621-\u064a]+)?\s+)?(?:(?:من|عن)\s+)?$"
)
#: what turns from an event to its reason, which lies elsewhere
_REASON = re.compile(
    r"(?<!\S)(?:احتجاجا|ردا|تضامنا|تنديدا|استنكارا|بسبب|للمطالبة|على\s+خلفية|(?:بعد|منذ|عقب|قبل|اثر)\s+"
    r"(?:اندلاع|بدء|بداية|نهاية|انتهاء|سقوط|غزو|حرب|الحرب|احتلال|عودت\S+|وصول\S*))(?!\S)"
)
#: between a place and the wider one that it is told to lie in: (385 كلم
_CLOSE = re.compile(r"[(-]?\s*(?:\d+\s+[\u0621-\u064a]+)?")
_FAR = 120  # letters
_FURTHEST = 1_000  # letters between an event and its location
_REMEMBERED = 100  # places and countries that are looked back to
_DEEPEST = 4  # wider places told behind a place
_LONGEST = 4  # words of a name that is looked up
_MARKS = frozenset("()[]")


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


class Placer:
    """Places the events of one article, in the order of the text; `finish` gives the others theirs."""

    def __init__(self, text: str, span: Callable[[int, int], Span], resolver: Resolver) -> None:
        self.text = text
        self.span = span
        self.resolver = resolver
        self.dateline: Place | None = None
        self.locations: list[Location] | None = None
        self._starts: list[int] = []  # of the locations
        self._number: dict[int, int] = {}  # of the sentence's units, by their start
        self.line = -1
        self.paragraph: Place | None = None
        self.told: deque[Site] = deque(maxlen=_REMEMBERED)  # places in the order of the text
        self.countries: set[str] = set()  # theirs
        self._here = 0  # the place in the text that is read
        self._asked: list[tuple[Place | None, Place | None]] = []
        self._reading: Reading | None = None

    def begin(self, start: int, reading: Reading) -> None:
        """Start a sentence; its locations are only read when an event asks."""
        self._reading, self.locations = reading, None
        line = self.text.rfind("\n", 0, start)
        if line != self.line:
            self.line, self.paragraph = line, None

    def set_dateline(self, unit: Unit) -> None:
        """The place that the article was written in."""
        location = Location(unit.start, unit.end, "in")
        if self._resolve(location, [unit], 0, None):
            self.dateline = self._record(location)
            self.dateline = msgspec.structs.replace(self.dateline, precision="dateline")

    def place(self, fired: Fired) -> Place | None:
        """The place that the words of the event's sentence give."""
        assert self._reading is not None
        if self.locations is None:
            self.locations = self._read(self._reading)
            self._starts = [x.opened for x in self.locations]
        location = self._choose(fired, self._reading)
        if location is not None and location.vague and not location.placed:
            location = None  # في المنطقة, في المدينة, and nothing told says which
        found = self._record(location) if location is not None else None
        self._asked.append((found, self.paragraph))
        if found is not None and _happens(fired.type, fired.mode) and found.name is not None:
            if fired.status == "actual" and found.precision != "country":
                self.paragraph = found
        return found

    def finish(self, events: Sequence[Event]) -> list[Event]:
        """Give what happened and has no place that of another mention, of the paragraph, the story, the dateline."""
        out = []
        placed = [e for e in events if e.place is not None and e.place.name is not None]
        # a report that tells of events elsewhere was only written where its dateline says
        physical = {e.place.name for e in placed if e.place is not None and _happens(e.event_type, e.event_mode)}
        countries = {e.place.country for e in placed if e.place is not None and e.place.country}
        dateline = self.dateline if self.dateline is not None and physical <= {self.dateline.name} else None
        for event, (own, paragraph) in zip(events, self._asked, strict=True):
            if own is not None and own.name is None and own.country is None:
                spot = own
                if paragraph is not None:
                    spot = msgspec.structs.replace(own, country=paragraph.country, admin1=paragraph.admin1)
                elif len(countries) == 1:
                    spot = msgspec.structs.replace(own, country=next(iter(countries)))
                event = msgspec.structs.replace(event, place=spot)  # على الطريق, in the town just told
            if own is None and event.status == "actual" and _happens(event.event_type, event.event_mode):
                same = {e.place.name: e.place for e in placed if e.place is not None and _same(e, event)}
                near = event.date is None or event.date.precision == "day"
                place = next(iter(same.values())) if len(same) == 1 else paragraph if near else None
                if place is None and near and (event.date is None or event.date.text is None or not placed):
                    place = dateline
                if place is not None:
                    event = msgspec.structs.replace(event, place=place)
            out.append(event)
        return out

    def _reach(self, at: int) -> list[Location]:
        """The locations of the sentence that are near enough to matter, so that monstrous sentences stay cheap."""
        low = bisect.bisect_left(self._starts, at - _FURTHEST)
        return (self.locations or [])[low : bisect.bisect_right(self._starts, at + _FURTHEST)]

    # -- which location is the event's ---------------------------------------------------------------------------

    def _choose(self, fired: Fired, reading: Reading) -> Location | None:
        trigger = fired.trigger
        locations = self._reach(fired.trigger.unit.start)
        anchor = trigger.unit
        physical = _happens(fired.type, fired.mode)
        if fired.type in _TARGETED or fired.mode == "visit":
            target = self._target(fired, reading)
            if target is not None:
                return target
        usable = [
            x for x in locations
            if x.relation not in ("from", "to", "upon")
            or (x.relation == "upon" and fired.type in _TARGETED and x.start > anchor.start)
            or (x.relation in ("from", "to") and x.known and self._moved(x, fired))
        ]  # fmt: skip
        usable = [x for x in usable if x.start < anchor.end or not _REASON.search(self.text, anchor.end, x.start)]
        if fired.mode in ("arrest", "abduct") and not any(x.clause is trigger.clause for x in usable):
            taken = [
                x for x in locations
                if x.relation == "from" and x.clause is trigger.clause and x.start > anchor.start
                and x.site is not None and x.site.kind not in _WIDE
            ]  # fmt: skip
            if taken:
                return taken[0]  # اعتقلت أربعة شبان من بلدة ...
        if not usable or fired.mode == "phone":
            return None
        if not physical and fired.type not in _MET and fired.frame.type not in _MET:
            return self._said(fired, usable)
        starts = {p.start for p in trigger.pps}
        own = [x for x in usable if any(x.start <= s < x.end for s in starts) and not x.descriptive]
        behind = [x for x in own if x.start > anchor.start]
        if behind or own:
            return self._known_first(behind or own, usable, anchor.start)
        if trigger.kind == "noun" and trigger.phrase is not None:
            for clause in reading.relatives.get(id(trigger.phrase), ()):
                found = [x for x in usable if x.clause is clause and not x.descriptive]
                if found:
                    return found[0]
        for clause in self._clauses(fired):
            found = [x for x in usable if x.clause is clause and not x.descriptive]
            if found:
                after = [x for x in found if x.start > anchor.start]
                return self._known_first(after or found, found, anchor.start)
        if not physical:
            return None
        rest = [x for x in usable if x.placed and not self._of_speech(x)]
        after = [x for x in rest if x.start > anchor.start]
        ranked = sorted(after or rest, key=lambda x: (x.descriptive, abs(x.start - anchor.start)))
        return ranked[0] if ranked else None

    def _goes_on(self, spot: Location, place: Location) -> bool:
        """Whether the words go on from a spot to a place without a break: في قاعة محكمة ... في مدينة كويتا."""
        gap = self.text[spot.end : place.start]
        return 0 < len(gap) < _FAR and not re.search("[.،؛:]", gap)

    def _known_first(self, found: list[Location], others: list[Location], at: int) -> Location:
        """The nearest one; but rather a place that is known than a spot without a name, where both are told."""
        nearest = min(found, key=lambda x: abs(x.start - at))
        if not nearest.placed:
            known = [
                x for x in others
                if x.known and x.relation in ("in", "near")
                and (x.clause is nearest.clause or self._goes_on(nearest, x))
            ]  # fmt: skip
            if known:
                return min(known, key=lambda x: abs(x.start - at))
        return nearest

    @staticmethod
    def _moved(location: Location, fired: Fired) -> bool:
        """Whether the event is a movement to or from the location."""
        own = any(location.start <= p.start < location.end for p in (*fired.trigger.pps, *fired.trigger.clause.pps))
        if location.relation == "from":
            return own and fired.type == "RETREAT" and fired.mode in (None, "withdraw", "access")
        return own and (fired.type == "MOBILIZE" or (fired.type == "CONSULT" and fired.mode == "visit"))

    @staticmethod
    def _clauses(fired: Fired) -> list[Clause]:
        """The clause of the event and those around it, without those of speech."""
        trigger = fired.trigger
        out = [trigger.clause]
        if trigger.governor is not None and trigger.governor is not trigger.clause:
            out.append(trigger.governor)
        for clause in trigger.clause.ancestors():
            if any("speech" in verb.kinds for verb in clause.verbs):
                break
            out.append(clause)
        joined = trigger.clause.coord
        if joined is not None and not any("speech" in verb.kinds for verb in joined.verbs):
            out.append(joined)
        return out

    def _of_speech(self, location: Location) -> bool:
        """Whether the location says where something was said."""
        clause = location.clause
        if clause is None or not any("speech" in verb.kinds for verb in clause.verbs):
            return False
        content = clause.comps[0] if clause.comps else None
        return content is not None and content.opener_unit is not None and location.start < content.opener_unit.start

    def _said(self, fired: Fired, usable: list[Location]) -> Location | None:
        """Where something was said: behind a setting (في مؤتمر صحافي في بغداد) only."""
        clause = fired.trigger.governor or fired.trigger.clause
        for location in usable:
            if location.clause is clause and location.relation == "in" and location.known:
                before = self.text[max(0, location.start - 40) : location.start].split()
                pairs = {" ".join(before[-k:]) for k in (1, 2, 3)} | {" ".join(before[-2:-1])}
                if any(_without_ta(pair) in load().settings for pair in pairs):
                    return location
        return None

    def _target(self, fired: Fired, reading: Reading) -> Location | None:
        """The place that is done something to: the object of the verb, or the noun behind the event noun."""
        trigger = fired.trigger
        units: list[Unit] = []
        if trigger.kind == "noun" and trigger.phrase is not None:
            at = next((k for k, u in enumerate(trigger.phrase.units) if u is trigger.unit), None)
            units = trigger.phrase.units[at + 1 :] if at is not None else []
            if not units and fired.type == "ASSAULT" and trigger.clause.object is not trigger.phrase:
                hit = trigger.clause.object  # أمطرت المدينة بالصواريخ
                units = hit.units if hit is not None and not hit.prep and trigger.phrase.prep else []
        else:
            phrase = trigger.clause.object
            units = phrase.units if phrase is not None and not phrase.prep else []
        if not units:
            return None
        every = reading.parse.units
        at = self._number.get(units[0].start)
        if at is None:
            return None
        while at + 1 < len(every) and every[at].tag in ("NUM", "Q", "DEM"):
            at += 1
        units = list(every[at : self._end(every, at)])  # the parser cuts names in pieces
        if units[0].has("demonyms") or units[0].has("generics") or units[0].has("frames"):
            return None
        around = self._reach(units[0].start)
        told = next((x for x in around if x.start <= units[0].start < x.last.end), None)
        if told is not None:
            return told if told.start == units[0].start and told.relation == "in" and told.known else None
        location = Location(units[0].start, units[-1].end, "in")
        if self._resolve(location, units, 0, None) and location.site is not None:
            following = [x for x in around if location.end <= x.start <= location.end + 2]
            location.wider = following[0] if following else None
            return location
        return None

    # -- the locations of a sentence -----------------------------------------------------------------------------

    def _read(self, reading: Reading) -> list[Location]:
        units = reading.parse.units
        clause_at = [reading.parse.of_chunk[k] for k in range(len(reading.parse.chunks))]
        starts = [chunk.start for chunk in reading.parse.chunks]
        ends = [unit.end for unit in units]
        self._number = {unit.start: k for k, unit in enumerate(units)}
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
            location.clause = clause_at[k - 1] if k else None
            if not location.descriptive:
                location.descriptive = self._describes(units, bisect.bisect_right(ends, location.start) - 1)
            before = out[-1] if out else None
            if before is not None and self._joined(before, location):
                last = before.last
                last.wider = location
                self._agree(last, location)
            else:
                out.append(location)
            if location.site is not None:
                self.told.append(location.site)
                if location.site.country:
                    self.countries.add(location.site.country)
        return out

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
            used = self._resolve(wider, units[i : self._end(units, i)], 0, None)
            wider.end = units[i + max(used, 1) - 1].end
        else:
            used = self._known(wider, [unit], 0) if unit.has("places") else 0
        if not used or wider.site is None or not (wider.site.kind in _WIDE or wider.site.kind == "district"):
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
        elif inside and site.admin1 and site.admin1 != region and site.kind not in _WIDE:
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

    def _location(self, units: Sequence[Unit], i: int) -> tuple[Location, int] | None:
        """The location that starts at unit `i`, and the unit behind it."""
        opened = self._relation(units, i)
        if opened is None:
            return self._called(units, i)
        relation, k, start = opened
        if relation == "between":
            return None
        quantities = load().quantities
        while k < len(units) and (units[k].tag in ("DEM", "NUM", "Q") or _bare(units[k]) in quantities):
            k += 1
            if k < len(units) and units[k].tag == "P" and _bare(units[k]) == "من":
                k += 1
        if k >= len(units) or units[k].tag in ("V", "T", "P", "CMP", "REL", "PRO") or not units[k].text[0].isalpha():
            if k < len(units) and units[k].text in ("«", '"'):
                k += 1
            else:
                return None
        if k >= len(units):
            return None
        end = self._end(units, k)
        location = Location(start, units[end - 1].end, relation)
        if relation in ("in", "to", "from"):
            location.start = units[k].end - len(_bare(units[k]))  # the words of the place alone: بغداد of في بغداد
        used = self._resolve(location, units[k:end], 0, relation)
        if not used:
            return None
        location.end = max(units[k + used - 1].end, units[k].end)
        self._distance(location, units[k].start)
        return location, k + used

    def _called(self, units: Sequence[Unit], i: int) -> tuple[Location, int] | None:
        """The town that a happening is called after: احتجاجات البصرة, معارك حلب."""
        if i + 1 >= len(units) or units[i].tag not in ("N", "VN") or units[i].art or units[i].enc:
            return None
        following = units[i + 1]
        if following.prep or following.conj or stem(_bare(units[i])) not in load().called:
            return None
        location = Location(following.start, following.end, "in")
        noun = stem(_bare(following))
        used = 0
        if noun in load().guides:
            used = self._resolve(location, units[i + 1 : self._end(units, i + 1)], 0, None)
        elif not following.has("demonyms"):
            used = self._known(location, units[i + 1 : i + 2], 0)
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
            rest = _bare(unit)
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

    @staticmethod
    def _end(units: Sequence[Unit], k: int) -> int:
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

    def _resolve(self, location: Location, units: Sequence[Unit], k: int, relation: str | None) -> int:
        """Find the place of a noun phrase; the number of units used, 0 where it is no location."""
        words = load()
        head = units[k]
        noun = stem(_bare(head))
        self._here = head.start
        if noun == "بلاد" and head.art and not head.enc and relation is not None:
            return k + 1 if self._homeland(location, head) else 0
        if noun in words.guides or noun in words.spots:
            whole = self._known(location, units, k)  # a name that begins so: مدينة الصدر, مطار بغداد
            if whole and (len(head.text.split()) > 1 or whole > 1):
                return whole
            for at in range(k + 1, min(k + 4, len(units))):
                if units[at].text in ("«", '"', "»"):
                    continue
                used = self._named(location, units, at, words.guides.get(noun, ["spot"]))
                if used and noun not in words.guides and not self._around(location):
                    location.site, location.name = None, ""  # تقاطع جوبا in Mogadishu is not in Juba
                    break
                if used:
                    return at + used
                if units[at].has("demonyms"):
                    continue  # العاصمة الليبية طرابلس
                if stem(_bare(units[at])) not in words.guides and stem(_bare(units[at])) not in words.spots:
                    break
            if whole:
                return whole
            if relation is None or (relation in ("to", "from", "upon") and noun not in words.guides):
                return 0
            if noun == "عاصمة" and self._capital(location, units[k : k + 2]):
                return k + 2 if k + 1 < len(units) and units[k + 1].has("demonyms") else k + 1
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
                location.country = state.id if state is not None else None
                return end
            return 0
        if head.has("frames") or head.has("roles") or (head.has("generics") and not head.has("places")):
            return 0
        used = self._known(location, units, k)
        if used:
            return used
        if relation in ("in", "near", "outside") or relation in _DIRECTIONS:
            return self._unknown(location, units, k)
        return 0

    def _capital(self, location: Location, units: Sequence[Unit]) -> bool:
        """العاصمة الليبية; or العاصمة alone, where only one country can be meant."""
        table = self.resolver.table
        adjective = units[1].lexes if len(units) > 1 and units[1].has("demonyms") else ()
        told = {table.actors[n].id for x in adjective for n in x.demonyms if table.actors[n].kind == "country"}
        named = told or {c for _, c, _ in self._near()} or set(self.resolver.countries[-20:])
        if len(named) > 1 and self.resolver.home:
            named = {self.resolver.home}
        if len(named) != 1 or not units[0].art:
            return False
        country = next(iter(named))
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
        i = bisect.bisect_left(named, (self._here, "", False))
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

    def _known(self, location: Location, units: Sequence[Unit], k: int) -> int:
        """A place, country or region of the lexicon at unit `k`."""
        unit = units[k]
        self._here = unit.start
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
        used = self._known(location, units, k)
        if used and location.site is not None:
            location.site = _as_guided(location.site, kinds)
        return used - k if used else 0

    def _unknown(self, location: Location, units: Sequence[Unit], k: int) -> int:
        """A name that the lexicon does not have, behind في and the like."""
        for length in range(min(_LONGEST, len(units) - k), 0, -1):
            part = units[k : k + length]
            if any(u.known for u in part) or any(u.prep or u.conj for u in part[1:]):
                continue
            name = " ".join([_bare(part[0]), *(u.text for u in part[1:])])
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
            sites = [s for s in sites if s.kind in allowed]
        if not sites:
            return None
        named = self._named_countries()
        here = [s for s in sites if s.country in named]
        if here:
            fitting = [s for s in here if s.kind in kinds] if kinds else []
            known = guided or here[0].population >= _PEOPLE_NEAR or not here[0].population
            return (fitting or here)[0] if known else None
        if guided:
            only = len({s.country for s in sites}) == 1 and not named
            return sites[0] if only or sites[0].population >= _PEOPLE_ABROAD else None
        return sites[0] if sites[0].population >= _PEOPLE_ABROAD else None

    def _fitting(self, site: Site, lex: Lex, location: Location) -> Site:
        """Of several towns of a name, that in a country of the people told of, where the article names no other."""
        told = set(self.resolver.known)
        if not told or site.country in told | self._named_countries(location):
            return site
        others = [x for x in gazetteer().find(lex.key) if x.country in told and x.kind in _SETTLED]
        return others[0] if others and (others[0].population >= _PEOPLE_NEAR or not others[0].population) else site

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

    def _distance(self, location: Location, at: int) -> None:
        """على بعد 30 كلم شمال: the relation is the distance, and the words begin there."""
        match = _DISTANCE.search(self.text[max(0, at - 70) : at])
        if match is None or match.group(2) not in load().distances:
            return
        location.start = location.opened = min(location.start, max(0, at - 70) + match.start())
        direction = f" {location.relation}" if location.relation in _DIRECTIONS else ""
        location.relation = f"{match.group(1)} {load().distances[match.group(2)]}{direction}"

    # -- the record ----------------------------------------------------------------------------------------------

    def _record(self, location: Location) -> Place:
        """The place as the record has it."""
        last = location
        best: Location | None = location if location.known else None
        country = location.site.country if location.site is not None else location.country
        while last.wider is not None:
            last = last.wider
            if best is None and last.known:
                best = last
            if country is None:
                country = last.site.country if last.site is not None else last.country
        end = last.end
        if "(" in self.text[location.start : end] and self.text[end : end + 1] == ")":
            end += 1
        span = self.span(location.start, end)
        relation = None if location.relation in ("in", "upon", "to", "from") else location.relation
        site = best.site if best is not None else None
        if site is None:
            name = best.kind or None if best is not None else None
            precision = "region" if location.part else "country" if best is not None and not location.spot else "site"
            return Place(span.text, span.start, span.end, name, country or None, precision=precision, relation=relation)
        inside = relation is None or (relation in _DIRECTIONS and site.kind in _WIDE)
        precision = site.kind if inside else "near"
        return Place(
            span.text, span.start, span.end, site.name, site.country or country or None, site.admin1,
            site.lat, site.lon, site.geonames, precision, relation,
        )  # fmt: skip


def _as_guided(site: Site, kinds: Sequence[str]) -> Site:
    """A province that only the town it is called after is known of: ولاية قندهار."""
    if kinds and kinds[0] == "region" and site.kind in ("city", "town"):
        return msgspec.structs.replace(site, kind="region", geonames=None, population=0)
    return site


def _happens(event_type: str, mode: str | None) -> bool:
    """Whether events of the type happen somewhere: not words, not resignations."""
    return event_type in _PHYSICAL and mode != "resign"


def _bare(unit: Unit) -> str:
    """The word without its conjunction and preposition."""
    text = unit.text[len(unit.conj) :] if unit.conj and unit.text.startswith(unit.conj) else unit.text
    if unit.prep and text.startswith(unit.prep) and len(text) > 2:
        rest = text[len(unit.prep) :]
        return "ا" + rest if unit.prep == "ل" and rest.startswith("ل") and unit.art else rest
    return text


def _without_ta(phrase: str) -> str:
    """A setting as the list has it: without prepositions and articles."""
    words = [stem(w.lstrip("وف")) for w in phrase.split() if w not in ("في", "خلال", "على", "من")]
    return " ".join(w[1:] if w.startswith(("ب", "ل")) and w[1:] in load().settings else w for w in words)


def _same(placed: Event, event: Event) -> bool:
    """Whether a mention with a place tells the same event: type, day and parties agree."""
    if placed.event_type != event.event_type or placed.status != event.status:
        return False
    if placed.date is not None and event.date is not None and placed.date.start != event.date.start:
        return False
    pairs = (
        ({e.country for e in placed.actors if e.country}, {e.country for e in event.actors if e.country}),
        ({e.country for e in placed.recipients if e.country}, {e.country for e in event.recipients if e.country}),
    )
    return all(not a or not b or a & b for a, b in pairs)
