"""The place of an event: where it happened, not where it was told.

`Placer` reads the locations of a sentence: a word of relation (في, قرب, على بعد 30 كلم شمال) and a place, or a spot
without a name (سوق, حاجز), with the wider places told behind it. An event takes the location of its own words, then of
its clause and of the clauses around; violence, protest and movement also that of the sentence, of another mention, of
the paragraph; the place of the dateline comes last and is marked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec

from waqai.actors.mentions import Resolver
from waqai.events.matcher import Fired
from waqai.events.reading import Reading
from waqai.grammar.clauses import Clause
from waqai.grammar.units import Unit
from waqai.places.location import DIRECTIONS, WIDE, Location
from waqai.places.locations import Locator, phrase_end
from waqai.places.sites import Sites
from waqai.places.words import load, stem
from waqai.records import Event, Place, Span

#: types of what happens somewhere; the others are words, which the press places seldom and where it does not matter
_PHYSICAL = frozenset(("ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "AID"))
_MET = frozenset(("CONSULT", "COOPERATE"))
#: of these, a place that is done something to is the place: قصف المدينة, اقتحم البلدة
_TARGETED = frozenset(("ASSAULT", "COERCE", "MOBILIZE"))
#: what turns from an event to its reason, which lies elsewhere
_REASON = re.compile(
    r"(?<!\S)(?:احتجاجا|ردا|تضامنا|تنديدا|استنكارا|بسبب|للمطالبة|على\s+خلفية|(?:بعد|منذ|عقب|قبل|اثر)\s+"
    r"(?:اندلاع|بدء|بداية|نهاية|انتهاء|سقوط|غزو|حرب|الحرب|احتلال|عودت\S+|وصول\S*))(?!\S)"
)
#: what turns to another happening: احتجزوا صحافيا فيما قتل آخر في حضرموت
_TURN = re.compile(r"(?<!\S)و?(?:فيما|بينما|اما|لكن|كما|(?:في\s+حين))(?!\S)")
_FAR = 120  # letters


#: nouns for parts of a town, with the preposition that may be joined
_WITHIN = tuple(f"{b}{noun} " for b in ("", "ب") for noun in ("حي", "احياء", "شارع", "ساحة", "ميدان", "دوار", "محلة"))


class Placer:
    """Places the events of one article, in the order of the text; `finish` gives the others theirs."""

    def __init__(self, text: str, span: Callable[[int, int], Span], resolver: Resolver) -> None:
        self.text = text
        self.span = span
        self.resolver = resolver
        self.dateline: Place | None = None
        self.sites = Sites(resolver)
        self.locator = Locator(text, self.sites)
        self.line = -1
        self.paragraph: Place | None = None
        self._asked: list[tuple[Place | None, Place | None]] = []
        self._reading: Reading | None = None

    def begin(self, start: int, reading: Reading) -> None:
        """Start a sentence; its locations are only read when an event asks."""
        self._reading = reading
        line = self.text.rfind("\n", 0, start)
        if line != self.line:
            self.line, self.paragraph = line, None

    def set_dateline(self, unit: Unit) -> None:
        """The place that the article was written in."""
        location = Location(unit.start, unit.end, "in")
        if self.sites.resolve(location, [unit], 0, None):
            self.dateline = self._record(location)
            self.dateline = msgspec.structs.replace(self.dateline, precision="dateline")

    def place(self, fired: Fired) -> Place | None:
        """The place that the words of the event's sentence give."""
        assert self._reading is not None
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

    # -- which location is the event's ---------------------------------------------------------------------------

    def _choose(self, fired: Fired, reading: Reading) -> Location | None:
        trigger = fired.trigger
        at = fired.gap.target if fired.gap is not None else fired.trigger.unit
        locations = reading.locations.near(at.start)
        anchor = trigger.unit
        physical = _happens(fired.type, fired.mode)
        if fired.type in _TARGETED or fired.mode == "visit":
            target = self._target(fired, reading)
            if target is not None:
                return target
        if fired.gap is not None:  # وخمسة | في كركوك
            behind = [x for x in locations if fired.gap.target.start < x.last.end and x.start < fired.gap.time]
            return behind[-1] if behind else None
        usable = [
            x for x in locations
            if x.relation not in ("from", "to", "upon")
            or (x.relation == "upon" and fired.type in _TARGETED and x.start > anchor.start)
            or (x.relation in ("from", "to") and x.known and self._moved(x, fired))
        ]  # fmt: skip
        usable = [
            x for x in usable
            if x.start < anchor.end
            or not (_REASON.search(self.text, anchor.end, x.start) or _TURN.search(self.text, anchor.end, x.start))
        ]  # fmt: skip
        if fired.mode in ("arrest", "abduct") and not any(x.clause is trigger.clause for x in usable):
            taken = [
                x for x in locations
                if x.relation == "from" and x.clause is trigger.clause and x.start > anchor.start
                and x.site is not None and x.site.kind not in WIDE
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
        if fired.gap is not None:
            units = fired.gap.target.units
        elif trigger.kind == "noun" and trigger.phrase is not None:
            at = next((k for k, u in enumerate(trigger.phrase.units) if u is trigger.unit), None)
            units = trigger.phrase.units[at + 1 :] if at is not None else []
            if not units and fired.type == "ASSAULT" and trigger.clause.object is not trigger.phrase:
                hit = trigger.clause.object  # أمطرت المدينة بالصواريخ
                own = trigger.phrase.prep or trigger.clause.subject is trigger.phrase  # هز انفجار العاصمة
                units = hit.units if hit is not None and not hit.prep and own else []
        else:
            phrase = trigger.clause.object
            units = phrase.units if phrase is not None and not phrase.prep else []
        if not units:
            return None
        every = reading.parse.units
        at = reading.locations.number.get(units[0].start)
        if at is None:
            return None
        while at + 1 < len(every) and every[at].tag in ("NUM", "Q", "DEM"):
            at += 1
        units = list(every[at : phrase_end(every, at)])  # the parser cuts names in pieces
        if units[0].has("demonyms") or units[0].has("generics") or units[0].has("frames"):
            return None
        around = reading.locations.near(units[0].start)
        told = next((x for x in around if x.start <= units[0].start < x.last.end), None)
        if told is not None:
            return told if told.start == units[0].start and told.relation == "in" and told.known else None
        location = Location(units[0].start + len(units[0].conj), units[-1].end, "in")
        if self.sites.resolve(location, units, 0, None) and location.site is not None:
            following = [x for x in around if location.end <= x.start <= location.end + 2]
            location.wider = following[0] if following else None
            return location
        return None

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
        # قرية شمال نابلس: where the place lies that has no name of its own
        own = location.known or best is None or location.relation in ("near", "outside")
        own = own or self.text.startswith(_WITHIN, location.start)  # حي القدم جنوبي دمشق: in its south
        told = location if own or best is None else best
        relation = None if told.relation in ("in", "upon", "to", "from") else told.relation
        site = best.site if best is not None else None
        if site is None:
            name = best.kind or None if best is not None else None
            precision = "region" if location.part else "country" if best is not None and not location.spot else "site"
            return Place(span.text, span.start, span.end, name, country or None, precision=precision, relation=relation)
        inside = relation is None or (relation in DIRECTIONS and site.kind in WIDE)
        precision = site.kind if inside else "near"
        return Place(
            span.text, span.start, span.end, site.name, site.country or country or None, site.admin1,
            site.lat, site.lon, site.geonames, precision, relation,
        )  # fmt: skip


def _happens(event_type: str, mode: str | None) -> bool:
    """Whether events of the type happen somewhere: not words, not resignations."""
    return event_type in _PHYSICAL and mode != "resign"


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
