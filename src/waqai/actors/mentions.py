"""Mentions: who a phrase names, with country, sector and role as of the day of the article.

The words of the mention decide first, then the named entity, then what the article has said before (coreference),
then, for a
force or a kind of people without a country, the country that the sentence or the article is about.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Container, Iterable, Iterator, Sequence

from waqai.grammar.phrases import Phrase, in_a_state
from waqai.grammar.units import Unit
from waqai.lexicon.table import Actor, Dated, Kind, Lex, Site, Table

#: codes that are no country of their own
INTERNATIONAL = frozenset(("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"))
#: bodies whose officials are of no government; ministers of the European Union are
_NO_STATE = INTERNATIONAL - {"EUR"}
#: kinds of people called by what they did to those whom the genitive behind names
_DOERS = frozenset(("kidnappers", "attackers", "killers"))
#: the sides of a conflict are those of the land where they are told to be
_LOCAL = frozenset(("sides",))
_TAIL_PREPS = {
    "role": frozenset(("باسم", "ل", "في", "لدى", "ب", "من", "الى")),
    "generic": frozenset(("من", "في")),
    "body": frozenset(("في", "ب", "لدى")),
}  # fmt: skip
#: prepositions behind which a place says where
PLACE_PREPS = frozenset(("في", "ب", "قرب", "شمال", "جنوب", "شرق", "غرب", "وسط", "داخل", "خارج", "عبر", "قبالة"))
#: sectors of bodies that act in their own country
_DISTRICTS = ("مديرية", "محافظة", "ولاية", "ناحية", "قضاء", "معتمدية", "مقاطعة")
_AT_HOME = frozenset(("COP", "JUD"))
#: bodies of state and others, of which an adjective tells that they are no state's
_INSTITUTION = "mission"
_CHARITABLE = ("خيرية", "اغاثية", "انسانية", "حقوقية", "اهلية")
_LANDS = frozenset(("country", "region", "ethnic", "historical"))
_REGION_KINDS = frozenset(("country", "region"))


_FIELDS = (
    "actor",
    "ar",
    "coded",
    "country",
    "en",
    "end",
    "gender",
    "head",
    "implied",
    "inferred",
    "kind",
    "others",
    "person",
    "phrase",
    "plural",
    "role",
    "sector",
    "start",
    "thing",
    "weak",
)


class Mention:
    """An actor as named in one place. `weak`: only people in general; `thing`: something that belongs to the actor
    (its embassy's car).
    """

    __slots__ = _FIELDS

    def __init__(self, phrase: Phrase | None, start: int, end: int) -> None:
        self.phrase = phrase
        self.start = start
        self.end = end
        self.actor: Actor | None = None
        self.kind = ""
        self.country: str | None = None
        self.sector: str | None = None
        self.others: tuple[str, ...] = ()
        self.role: str | None = None
        self.en: str | None = None
        self.ar: str | None = None
        self.head = ""
        self.gender = ""
        self.plural = False
        self.person = False
        self.weak = False
        self.thing = False
        self.coded = False
        self.implied = False
        self.inferred = False

    @property
    def political(self) -> bool:
        """Whether it is a political actor in the sense of PLOVER."""
        return bool(self.country or self.sector) and not self.weak

    @property
    def named_person(self) -> bool:
        """A person by name, though nothing more is known of him."""
        return self.person and self.kind == "name" and bool(self.ar)

    def copy(self) -> Mention:
        """The same mention once more, to be changed."""
        out = Mention(self.phrase, self.start, self.end)
        for field in _FIELDS:
            setattr(out, field, getattr(self, field))
        return out

    def __repr__(self) -> str:
        return f"<{self.ar or self.head} {self.country} {self.sector}{' weak' if self.weak else ''}{' thing' if self.thing else ''}>"  # noqa: E501


def code_at(codes: Sequence[Dated], day: str | None) -> Dated | None:
    """The code valid on a day (ISO text), the last one when none covers it. On an unknown day the last one, too; of
    those who fought for long and came to power late (طالبان) the one as fighters.
    """
    if not day and len(codes) > 2 and codes[-1].sector == "GOV" and codes[-2].sector in ("REB", "PRM"):
        return codes[-2]
    if not codes:
        return None
    if day:
        for code in reversed(codes):
            if (not code.start or code.start <= day) and (not code.to or day[: len(code.to)] <= code.to):
                return code
        return codes[0] if codes[0].start and day < codes[0].start else codes[-1]
    return codes[-1]


def term_at(terms: Sequence[Dated], day: str | None) -> Dated | None:
    """The office that somebody held on a day: of several at once that of government before a seat in parliament or a
    party's; on an unknown day the last one as head of state or government, else the last of all.
    """
    if day:
        held = [t for t in terms if (not t.start or t.start <= day) and (not t.to or day[: len(t.to)] <= t.to)]
        first = [t for t in held if t.role not in _LESSER]
    else:
        held, first = [], [t for t in terms if t.role in _HEADS]
    return (first or held)[-1] if first or held else code_at(terms, day)


#: offices that are often held beside one in government
_LESSER = frozenset(("member_of_parliament", "senator", "party_leader", "bloc_leader", "cadre", "candidate"))
_HEADS = frozenset(("president", "prime_minister", "king", "emir", "sultan", "chancellor", "leader"))


def _first_name(units: Sequence[Unit], index: int) -> bool:
    """Whether a word that nobody knows follows, so that a surname is a first name here."""
    following = units[index + 1] if index + 1 < len(units) else None
    return following is not None and following.tag == "N" and not (following.known or following.conj or following.prep or following.name_part)  # noqa: E501


#: fields of the lexicon that say who somebody is without naming him
_KINDS = ("roles", "bodies", "generics")
#: fields that can tell a country
_TELL_COUNTRIES = ("names", "demonyms", "seats", "seats_gov", "places")


class Resolver:
    """Resolves the phrases of one article in order; keeps what has been mentioned for coreference."""

    def __init__(self, table: Table, day: str | None) -> None:
        self.table = table
        self.day = day
        self.history: list[Mention] = []
        self._actor_at: dict[int, int] = {}  # id of the actor -> index of its last mention in the history
        self._person_of: dict[str, Mention] = {}  # last word of the name -> its last mention
        self._counts: dict[str, int] = {}  # of `countries`
        self.countries: list[str] = []  # of places, demonyms and actors, in order of mention
        self.home: str | None = None  # of the dateline
        self.crowd: str | None = None  # the land of the protest told of last
        self._where = False  # whether the sentence tells of a place
        self.sentence: list[tuple[int, str, bool]] = []  # (offset, country, says where)
        self._breaks: Sequence[int] = ()
        self._abroad: set[int] = set()  # offsets of the countries of armies, which fight in those of others too
        self.armies: list[str] = []  # countries of the armies that the sentence names
        self._guests: set[str] = set()  # countries whose forces somebody wants to leave: not his own
        self.posted: str | None = None  # the land to which the envoy named last is sent
        self.known: list[str] = []  # countries of the people and groups that the sentence names
        self._plain: set[str] = set()  # indefinite nouns so far: قاعدة جوية
        self._cache: dict[int, list[Mention]] = {}
        self._keep: list[Phrase] = []
        self._kinds_by_id: dict[str, Kind] | None = None  # made when first asked for

    # -- the article so far ------------------------------------------------------------------------------------

    def begin(self, phrases: Iterable[Phrase], breaks: Sequence[int] = (), asides: Sequence[Unit] = ()) -> None:
        """Enter a sentence: collect the countries it names, those of places apart, and of people whom it names.
        `breaks`: where its parts begin, in ascending order; `asides`: words in brackets, which are of no phrase: (جنوب
        بغداد).
        """
        self.sentence = []
        self.known = []
        self._breaks = breaks
        self._abroad = set()
        self.armies = []
        self._guests = set()
        self._where = False
        self._cache.clear()
        self._keep = list(phrases)
        backed = border = leaving = envoy = siding = False
        for phrase in self._keep:
            if envoy and phrase.prep in ("الى", "في", "ل", "ب"):
                self.posted = next(iter(self.unit_countries(phrase.units[0])), None) or self.posted
            envoy = _sent(phrase)
            across = border and phrase.prep == "مع"
            last = phrase.all[-1].units[-1]
            border = "حدود" in last.keys or last.text.removeprefix("ال").startswith("حدودي")
            if across or (backed and phrase.prep in ("من", "ل", "ب", "عن")):
                backed = False
                continue  # الحوثيون المدعومون من إيران are nowhere in Iran; قرب الحدود مع النيجر is on this side
            if siding and phrase.prep in ("مع", "ل"):
                siding = False
                continue  # تظاهروا تضامنا مع غزة: they are of another land
            siding = "for_or_against" in last.classes
            backed = "backed" in last.classes
            left, leaving = leaving and not phrase.prep, "departing" in last.classes
            counterpart = any("نظير" in u.text and u.text.lstrip("ولب").startswith("نظير") for u in phrase.units)
            for number, unit in enumerate(phrase.units if not counterpart else ()):
                alone = not number and len(phrase.units) == 1 and phrase.prep in PLACE_PREPS
                found = [code for code in self.unit_countries(unit, alone=alone) if code not in INTERNATIONAL]
                place = bool(found) and self.is_place(phrase, number)
                sectors = self._body_sectors(phrase.head) if found and number else frozenset()
                place = place or not sectors.isdisjoint(_AT_HOME)
                self.sentence += [(unit.start, country, place) for country in found]
                # بصنعاء is where, but نددوا بإسرائيل
                self._where = self._where or (place and (phrase.prep != "ب" or not unit.has("names")))
                if "MIL" in sectors or (number and "attack_event" in phrase.head.classes):
                    self._abroad.add(unit.start)  # القوات الأميركية, غارة أميركية: those whom they hit are others
                if found and (left or _sent_away(phrase, number)):
                    self._guests.update(found)
                if not found:
                    self.known += self._known_countries(unit, number, phrase.units)
                word = unit.text[len(unit.conj) + len(unit.prep) :].partition(" ")[0]
                if word[:2] != "ال" and not unit.has("names"):
                    self._plain.add(word)
        for unit in asides:
            if not unit.has("demonyms"):
                named = self.unit_countries(unit)
                self.sentence += [(unit.start, country, True) for country in named if country not in INTERNATIONAL]
        self.sentence.sort()

    def is_place(self, phrase: Phrase, number: int) -> bool:
        """Whether a unit of a phrase that names a country says where: في باكستان, شوارع البصرة, في العاصمة الليبية."""
        unit = phrase.units[number]
        before = phrase.units[number - 1] if number else None
        if before is not None and "place_noun" in before.classes:
            return True
        if not any(lex.names or lex.demonyms or lex.seats or lex.seats_gov for lex in unit.lexes):
            return True  # a town, a province: it can say nothing else
        if phrase.prep not in PLACE_PREPS:
            return False
        if "place_noun" in phrase.head.classes:
            return True
        return not unit.has("demonyms") and (number == 0 or phrase.prep not in ("ب",))

    def _known_countries(self, unit: Unit, number: int, units: Sequence[Unit]) -> list[str]:
        """The country of a person or group named here: weaker evidence than a country's own name."""
        out: list[str] = []
        for actor in self._actors(unit, number, units)[:1]:
            mention = self._of_actor(actor, Phrase([unit]), unit)
            if mention.country and mention.country not in INTERNATIONAL and actor.kind != "media":
                if mention.sector == "MIL":
                    self.armies.append(mention.country)
                else:
                    out.append(mention.country)
        return out

    def keep(self, phrase: Phrase) -> None:
        """Keep a phrase made while reading, so that its identity stays its own for this sentence."""
        self._keep.append(phrase)

    def end(self) -> None:
        """Leave a sentence: its countries become context for the next."""
        for country in [*(country for _, country, _ in self.sentence), *self.known]:
            self.countries.append(country)
            self._counts[country] = self._counts.get(country, 0) + 1

    def _keep_in_mind(self, mention: Mention) -> None:
        """Enter a mention into the history and its indices: look-ups must not scan a long article again and again."""
        if mention.actor is not None:
            self._actor_at[id(mention.actor)] = len(self.history)
        words = mention.ar.split() if mention.person and mention.ar else []
        if words:
            self._person_of[words[-1]] = mention
        self.history.append(mention)

    @property
    def surnames(self) -> Container[str]:
        """Last words, folded, of the names of persons mentioned so far."""
        return self._person_of

    def context(self, offset: int) -> str | None:
        """The country that a force or people at `offset` belong to when nothing says so: the nearest place of the
        sentence, the only country named, that of the people named; else the dateline, else the article's country.
        """
        own = bisect.bisect_right(self._breaks, offset)
        here = [one for one in self.sentence if bisect.bisect_right(self._breaks, one[0]) == own]
        for told in (here, self.sentence):
            places = [(abs(at - offset), country) for at, country, place in told if place]
            if places:
                return min(places)[1]
        owners = {country for at, country, _ in self.sentence if at not in self._abroad} - self._guests
        for names in (owners, set(self.known), {country for _, country, _ in self.sentence} - self._guests):
            if len(names) == 1:
                return next(iter(names))
            if names:
                if self.home in names:
                    return self.home
                return self._most_told(names)
        others = [c for c in self._counts if c not in self._guests]
        return self.home or self._most_told(others) or next((c for c in self.armies if c not in self._guests), None)

    def _crowd_again(self, unit: Unit) -> str | None:
        """The land of the crowd told of last, where those who protest are named again in a sentence that tells of no
        place: ورفع | المتظاهرون لافتات تندد بإسرائيل.
        """
        if not unit.art or "protester" not in unit.classes or self._where:
            return None
        return self.crowd

    def elsewhere(self, country: str | None) -> str | None:
        """The land that the article is about besides `country`: that of its dateline, else the one named most often."""
        if self.home and self.home != country:
            return self.home
        return self._most_told({code for code in self._counts if code != country and code not in self._guests})

    def _most_told(self, among: Container[str]) -> str | None:
        """Of some countries the one that the article has named most often so far, the first one of equals."""
        told = [country for country in self._counts if country in among]
        return max(told, key=lambda country: self._counts[country]) if told else None

    def _body_sectors(self, unit: Unit) -> frozenset[str | None]:
        return frozenset(self.table.kinds[number].sector for lex in unit.lexes for number in lex.bodies)

    # -- resolving ---------------------------------------------------------------------------------------------

    def resolve(self, phrase: Phrase, tail: Sequence[Phrase] = ()) -> list[Mention]:
        """The mentions of a phrase and of those coordinated with it; `tail` are the prepositional phrases right
        behind.
        """
        key = id(phrase)
        if key in self._cache:
            return self._cache[key]
        out: list[Mention] = []
        for number, part in enumerate(phrase.all):
            mention = self._one(part, tail if number == len(phrase.members) else ())
            apposed = part.apposition
            while apposed is not None:
                mention = self._apposed(mention, apposed)
                apposed = apposed.apposition
            if mention is None and number and out:
                mention = self._shared_head(part, out[-1])
            if mention is None and phrase.members:
                thing = self.thing(part)
                mention = thing if thing.country else None
            if mention is not None:
                out.append(mention)
                out += self._sent_too(part, mention, tail if number == len(phrase.members) else ())
        if len(out) > 1 and (not out[0].country or out[0].inferred) and out[0].kind in ("role", "body", "generic"):
            # مسؤولون ومتظاهرون عراقيون: the adjective at the end holds for all
            if out[-1].country and not out[-1].inferred and out[-1].kind in ("role", "body", "generic", "thing"):
                for mention in out[:-1]:
                    if not mention.country or mention.inferred:
                        mention.country = out[-1].country
        if len(out) > 1 and out[0].country and not out[0].inferred and out[0].kind in ("role", "body"):
            for mention in out[1:]:  # الرئيس اللبناني | ورئيس الحكومة: of one land
                if mention.kind in ("role", "body") and mention.actor is None and not mention.thing:
                    if mention.inferred or not mention.country:
                        mention.country = out[0].country
        for mention in out:
            if (mention.coded and not mention.inferred) or mention.actor is not None or (mention.person and mention.ar):
                self._keep_in_mind(mention)
        self._cache[key] = out
        self.keep(phrase)
        return out

    def _sent_too(self, phrase: Phrase, first: Mention, tail: Sequence[Phrase]) -> list[Mention]:
        """Those who stand behind و in the words that tell whose several are: وفود من الحكومة اليمنية | والحوثيين."""
        if not tail or tail[0].prep not in ("من", "عن") or not tail[0].members or not first.plural:
            return []
        if first.kind not in ("role", "body") or first.end < tail[0].units[-1].end:
            return []
        out = []
        for member in tail[0].members:
            behind = Phrase(list(member.units), tail[0].prep)
            self.keep(behind)
            mention = self._one(phrase, (behind,))
            if mention is not None and mention.country and (mention.country, mention.sector) != (first.country, first.sector):  # noqa: E501
                mention.start, mention.end = member.start, member.end
                mention.ar = words_of(member.units)
                out.append(mention)
        return out

    def demonyms(self, phrase: Phrase, after: int) -> list[Mention]:
        """The states that adjectives name behind an event noun: الغارة الإسرائيلية, محادثات أميركية عراقية."""
        out: list[Mention] = []
        for part in phrase.all:
            for before, unit in zip([None, *part.units], part.units, strict=False):
                if unit.start < after:
                    continue
                adjective = before is not None and "described" in before.classes  # قصف تركي
                for lex in unit.lexes:
                    if lex.demonyms and (adjective or not self._doubtful(lex, unit)):
                        mention = self._of_actor(self.table.actors[lex.demonyms[0]], part, unit)
                        mention.head = unit.text
                        if all(m.country != mention.country or m.actor is not mention.actor for m in out):
                            out.append(mention)
                        break
            if not out:
                break
        return out

    def _one(self, phrase: Phrase, tail: Sequence[Phrase]) -> Mention | None:
        units = phrase.units
        thing = False
        for index, unit in enumerate(units):
            if unit.tag == "PP":
                return None
            if unit.tag in ("NUM", "Q", "DEM") or unit.fn("quant"):
                continue
            if thing and describes(unit, units[index - 1]):
                continue  # الحكم العسكري is nobody of the army
            if index + 1 < len(units) and units[index + 1].art and in_a_state(unit):
                if units[index + 1].has("generics") or units[index + 1].has("roles"):
                    continue  # الأسير | الصحفي فلان
            if "title" in unit.classes and index + 1 < len(units) and units[index + 1].has("roles"):
                continue  # معالي | الأمين العام
            mention = self._core(phrase, index, unit, tail)
            if mention is not None:
                joined = bool(index and units[0].conj) and units[0].tag == "N" and units[0].has("frames")
                mention.thing = thing
                mention.start = units[1 if joined else 0].start  # مقتل طفلة | وإصابة ثلاثة مدنيين: they were hurt
                mention.plural = phrase.plural or unit.number in ("p", "d")
                return mention
            if unit.has("frames") and not unit.has("classes"):
                return None
            if not thing and _STATES.fullmatch(unit.text) and index + 1 < len(units) and units[index + 1].has("names"):
                continue  # دول | السعودية والبحرين
            if not unit.known and not unit.art and not thing:
                continue
            thing = True
        return self._unknown(phrase)

    def _core(self, phrase: Phrase, index: int, unit: Unit, tail: Sequence[Phrase]) -> Mention | None:
        """The mention whose core is this unit, or None when it names no actor."""
        units = phrase.units
        actors = self._actors(unit, index, units)
        if actors and phrase.prep == "في" and not index and all(a.kind == "person" for a in actors):
            return None  # في قنديل: a place that is somebody's name, too
        if actors:
            actor = self._best(actors)
            mention = self._of_actor(actor, phrase, unit)
            mention.end = units[-1].end if actor.kind == "person" else unit.end
            return mention
        seats = unit.has("seats") or unit.has("seats_gov")
        seat = next((lex for lex in unit.lexes if lex.seats or lex.seats_gov), None) if seats else None
        if seat is not None:
            numbers = seat.seats_gov or seat.seats
            mention = self._of_actor(self.table.actors[numbers[0]], phrase, unit)
            if seat.seats_gov:
                mention.sector = "GOV"
            mention.kind = "seat"
            mention.end = units[-1].end
            return mention
        vague: Mention | None = None
        for kind, what in self._kinds(unit, index):
            found = self._of_kind(kind, what, phrase, index, tail)
            if vague is not None and what != "bodies":
                break
            if found is not None and (found.coded or not kind.needs_country or what != "bodies"):
                return found
            vague = vague or found  # النظام is one where the country is told, and where it must be meant
        if vague is not None:
            return vague
        if unit.text.lstrip("وفلب").startswith("نظير") and not unit.has("roles"):
            return self._counterpart(phrase, unit, index, tail)
        if self._person_before(units, index):
            return None
        demonym = next((lex for lex in unit.lexes if lex.demonyms), None) if unit.has("demonyms") else None
        if demonym is not None and self._doubtful(demonym, unit):
            if not index or units[index - 1].tag not in ("NUM", "Q") or any(n != "people" for n in demonym.classes):
                demonym = None  # but عشرون ألف تركي: names are not counted
        if demonym is not None and (
            index == 0 or all(u.tag in ("NUM", "Q", "DEM") or u.fn("quant") for u in units[:index])
        ):
            if not phrase.conj or not self._bare_adjective(phrase):
                return self._of_demonym(demonym, phrase, unit, index)
            return None
        if (unit.art and len(units) == 1) or (index and units[index - 1].tag == "DEM"):
            return self._anaphor(phrase, unit)
        if not unit.known and unit.conj == phrase.conj:
            return self._by_short_name(phrase, unit, index)
        return None

    def _doubtful(self, lex: Lex, unit: Unit) -> bool:
        """Whether a demonym is as likely something else here: an ordinary word (مالية), or a name (تركي, كندي)."""
        if lex.key not in self.table.actors[lex.demonyms[0]].ambiguous:
            return False
        ordinary = any(name != "people" for name in lex.classes)  # the class that says no more than the demonym
        return ordinary or (not unit.art and unit.number != "p" and unit.gender != "f")

    @staticmethod
    def _person_before(units: Sequence[Unit], index: int) -> bool:
        return any(u.has("roles") for u in units[:index])

    def _bare_adjective(self, phrase: Phrase) -> bool:
        return len(phrase.units) == 1 and not phrase.prep

    def _actors(self, unit: Unit, index: int, units: Sequence[Unit]) -> list[Actor]:
        numbers: list[int] = []
        namesake: Actor | None = None
        if not (unit.has("names") or unit.has("shorts")) or avoided(unit):
            return []
        ordinary = any(lex.pos in ("N", "ADJ", "PART", "GEN") for lex in unit.lexes)
        for lex in unit.lexes:
            for number in [*lex.names, *lex.shorts]:
                actor = self.table.actors[number]
                beside = bool(actor.beside) and self._beside(actor)
                if number not in lex.names and actor.kind != "person" and not (beside or id(actor) in self._actor_at):
                    continue  # الحركة, الجيش stand for one only after it was named
                if number not in lex.names and actor.kind != "person" and self._of_another_land(actor, units, index):
                    continue  # القوات | العراقية, told of after القوات الأمريكية
                if (
                    number not in lex.names
                    and actor.kind == "person"
                    and ordinary
                    and not any(m.actor is actor for m in self.history)
                    and not (index and units[index - 1].has("roles"))
                ):
                    continue  # a surname that is a word too (الشرع, الجميل) counts after the full name or a title
                if lex.key in actor.ambiguous and lex.key[2:] in self._plain and id(actor) not in self._actor_at:
                    continue  # القاعدة after قاعدة عين الأسد
                if number not in lex.names and actor.kind == "person" and id(actor) not in self._actor_at:
                    named = self._person_of.get(lex.key.split()[-1])
                    if named is not None and named.actor is not actor:
                        namesake = named.actor
                        continue  # ميلر after كريستوفر ميلر is he, not another Miller
                if number not in lex.names and actor.kind == "person" and _first_name(units, index):
                    if not any(m.actor is actor for m in self.history):
                        continue  # هوارد فلان is not John Howard
                if (
                    lex.key in actor.ambiguous
                    and not beside
                    and not unit.prep
                    and index
                    and not units[index - 1].has("roles")
                    and not units[index - 1].has("bodies")
                ):
                    continue
                numbers.append(number)
        if not numbers and namesake is not None:
            return [namesake]
        return [self.table.actors[number] for number in dict.fromkeys(numbers)]

    def _of_another_land(self, actor: Actor, units: Sequence[Unit], index: int) -> bool:
        """Whether an adjective behind a short name tells of another country than the actor's."""
        behind = units[index + 1] if index + 1 < len(units) else None
        code = code_at(actor.codes, self.day)
        if behind is None or not behind.art or not behind.has("demonyms") or code is None:
            return False
        lands = self.unit_countries(behind)
        return bool(lands) and code.country not in INTERNATIONAL and code.country not in lands

    def _beside(self, actor: Actor) -> bool:
        """Whether a country is named beside which everybody knows whom the short name means: الاحتلال in Palestine."""
        return any(c in self._counts or any(c == named for _, named, _ in self.sentence) for c in actor.beside)

    def _best(self, actors: Sequence[Actor]) -> Actor:
        """Of several actors of one name: the one mentioned before, else the one in office on the day, else a group of
        a country that the sentence or the article names, else the first.
        """
        if len(actors) == 1:
            return actors[0]
        seen = [a for a in actors if id(a) in self._actor_at]
        if seen:
            return max(seen, key=lambda a: self._actor_at[id(a)])
        if self.day:
            for actor in actors:
                if any(
                    (not t.start or t.start <= self.day) and (not t.to or self.day[: len(t.to)] <= t.to)
                    for t in actor.terms
                ):
                    return actor
        for near in ({country for _, country, _ in self.sentence}, frozenset(self.armies), self._counts):
            for actor in actors:
                code = code_at(actor.codes, self.day) if actor.kind != "person" else None
                if code is not None and code.country in near:
                    return actor
        return actors[0]

    def _kinds(self, unit: Unit, number: int) -> Iterator[tuple[Kind, str]]:
        """The offices, bodies and kinds of people that a word can mean, those first that ask for a body behind them.
        `number`: of the unit in its phrase.
        """
        if unit.lexes.fields.isdisjoint(_KINDS) or avoided(unit):
            return
        for what in _KINDS:
            if not unit.has(what):
                continue
            if what == "roles" and number and unit.text.lstrip("ولب") in _MAIN:
                continue  # خط أنابيب رئيسي, not the two presidents of
            if what != "generics" and unit.has("frames") and unit.text.endswith("ات"):
                if what == "bodies" or unit.number == "p":
                    continue  # المفاوضات: talks, seldom women who negotiate; المباحثات: no detectives
            if what == "generics" and unit.conj and not unit.art and unit.number == "s" and unit.gender == "f":
                if any(lex.pos == "ADJ" for lex in unit.lexes):
                    continue  # دول عربية وإسلامية
            numbers = [number for lex in unit.lexes for number in getattr(lex, what)]
            kinds = [self.table.kinds[number] for number in dict.fromkeys(numbers)]
            for kind in sorted(kinds, key=lambda k: not k.needs_body):
                if not kind.bare or unit.art:
                    yield kind, what

    def _of_actor(self, actor: Actor, phrase: Phrase, unit: Unit) -> Mention:
        mention = Mention(phrase, unit.start, unit.end)
        mention.actor = actor
        mention.kind = actor.kind
        mention.en, mention.ar = actor.en, actor.ar
        code = code_at(actor.codes, self.day)
        if actor.kind == "person" and actor.terms:
            term = term_at(actor.terms, self.day)
            if term is not None:
                mention.country = term.country
                mention.role = self._role_name(term.role)
                mention.sector = self._role_sector(term.role)
                if self.day and term.to and self.day[: len(term.to)] > term.to:
                    mention.sector = "ELI"
                if term.org and not mention.country:
                    mention.country = "IGO"
                if mention.country in _NO_STATE and mention.sector == "GOV":
                    mention.sector = None
        elif code is not None:
            mention.country, mention.sector = code.country, code.sector
        mention.others = tuple(actor.others)
        mention.person = actor.kind == "person"
        mention.gender = actor.gender or ("m" if mention.person else unit.gender)
        mention.head = unit.text
        mention.coded = bool(mention.country or mention.sector)
        return mention

    def _role_name(self, role: str | None) -> str | None:
        kind = self._kind_of(role) if role else None
        return kind.en if kind is not None else role or None

    def _role_sector(self, role: str | None) -> str | None:
        kind = self._kind_of(role) if role else None
        return kind.sector if kind is not None else "GOV"

    def _kind_of(self, role: str) -> Kind | None:
        if self._kinds_by_id is None:
            self._kinds_by_id = {kind.id: kind for kind in reversed(self.table.kinds)}  # the first of a name counts
        return self._kinds_by_id.get(role)

    def _of_kind(self, kind: Kind, what: str, phrase: Phrase, index: int, tail: Sequence[Phrase]) -> Mention | None:
        units = phrase.units
        while len(units) > index + 1 and (units[-1].tag == "DEM" or units[-1].text in _SELF):
            units = units[:-1]  # قال المتحدث ذلك, فجر انتحاري نفسه
        unit = units[index]
        mention = Mention(phrase, units[0].start, units[-1].end)
        mention.kind = {"roles": "role", "bodies": "body", "generics": "generic"}[what]
        mention.sector = kind.sector
        mention.role = kind.en if what == "roles" else None
        mention.person = kind.person
        mention.weak = kind.weak
        mention.gender = unit.gender
        mention.plural = unit.number in ("p", "d")
        mention.head = _stem(unit)
        following = list(units[index + 1 :])
        sent = what == "bodies" and not unit.art and bool(tail) and tail[0].prep == "من"  # وفد من حركة حماس
        if sent and tail[0].head.has("generics") and len(units) == index + 1 and "envoy_person" in unit.classes:
            people = self._one(tail[0], ())  # وفد من المحتجين
            if people is not None:
                people.phrase, people.start = phrase, units[0].start
                return people
        stands_for = what == "roles" and bool(tail) and tail[0].prep == "عن" and _stands_for(unit)
        attached = self._attached("role" if sent else mention.kind, tail, following, owned=bool(unit.enc))
        attached = [tail[0]] if stands_for and not attached else attached  # ممثلون عن الحكومة
        for part in attached:
            following += part.units
            mention.end = part.units[-1].end
        if kind.id in _DOERS:  # خاطفو الصينيين are of any country
            following = [u for u in following if not (u.has("generics") or u.has("demonyms"))]
        country, organisation, body = self._belonging(following)
        if country is None and (what == "generics" or (what == "roles" and kind.country is None)):
            country = self._inner_demonym(unit)  # اللاجئين السوريين, المستشار الألماني: entries of the lexicon
        organisation = self._named_across(unit, following) or organisation
        local = kind.id in _LOCAL or (what == "bodies" and unit.art and tail[:1] != attached[:1])
        if local and country is None and organisation is None and tail and tail[0].prep in ("في", "ب"):
            where = tail[0].units  # الأطراف في ليبيا, الحكومة في مالي
            country = next(iter(self.unit_countries(where[0], alone=len(where) == 1)), None)
        if kind.id in _LOCAL and country is None and organisation is None:
            country = self.posted  # حث المبعوث الأممي إلى ليبيا جميع الأطراف
        if organisation is not None and country is None and (code := code_at(organisation.codes, self.day)) is not None:
            country = code.country
        name, person = self._name(units, index)
        if kind.title and person is None and not country and not organisation:
            # a mere title: الدكتور فلان
            mention.sector = None
            mention.ar = name or None
            known = self._known_name(name)
            return self._same(known, mention) if known else mention if name else None
        if kind.needs_name and not name and not country:
            return None
        if kind.needs_body and organisation is None and body is None:
            return None
        if organisation is None and country is None and body is not None:
            organisation = self._body_again(following)
            body = None if organisation is not None else body
        if organisation is not None:
            if organisation.kind != "media" and id(organisation) not in self._actor_at:
                self._keep_in_mind(self._of_actor(organisation, phrase, unit))  # زعيم حركة النهضة, then الحركة
            code = code_at(organisation.codes, self.day)
            if code is not None:
                rebels = mention.sector in ("PRM", "UAF") and code.sector == "REB"  # مسلحو الحركة are identified
                if kind.inherits or kind.instrument or rebels or not mention.sector:
                    mention.sector = code.sector or mention.sector  # ميليشيا الانتقالي
                country = country or code.country
                if country in _NO_STATE and code.sector is None and mention.sector == "GOV":
                    mention.sector = None  # مدير المنظمة: no government
                if code.country == "IMG" and country == "IMG" and mention.sector in ("PTY", "MIL", "GOV", "REB"):
                    mention.sector = code.sector  # قيادي في داعش, مقاتلو القاعدة: of the group, no party or army
        if what == "roles" and country is None and organisation is None:
            country = self._bloc(following)
        if kind.id == _INSTITUTION and any(u.text.endswith(_CHARITABLE) for u in following):
            mention.sector = "SOC"  # مؤسسة البارزاني الخيرية
        if mention.sector == "UAF" and body is not None and body.sector == "OPP":
            mention.sector = "REB"  # مسلحو المعارضة
        if organisation is not None and mention.sector == "UAF" and mention.country == "IMG":
            mention.sector = None  # مسلحو تنظيم الدولة
        if body is not None and (kind.inherits or not mention.sector) and what == "roles":
            mention.sector = body.sector or mention.sector
        mention.country = kind.country if kind.country in INTERNATIONAL else country or kind.country
        if kind.country in INTERNATIONAL and len(units) == index + 1 and not unit.art and " " not in unit.text:
            mention.weak = True  # منظمة and no more: some organisation or other, but منظمة حقوقية
        if person is not None:
            mention.actor, mention.en, mention.ar = person, person.en, person.ar
            own = self._of_actor(person, phrase, unit)
            mention.country = mention.country or own.country
            if mention.sector == "MIL" and own.sector in ("REB", "PRM"):
                mention.sector = own.sector  # the spokesman of forces that are no state's
            if kind.title or not mention.sector:
                mention.sector, mention.role = own.sector, own.role
        elif name:
            mention.ar = name
            known = self._known_name(name)
            if known is not None and not mention.country:
                mention.country = known.country
                mention.actor = known.actor
                mention.en = known.en
        taken_up = what == "generics" and unit.art and mention.plural and mention.sector in ("MIL", "COP", "REB")
        if not mention.country and (what != "generics" or taken_up) and not unit.enc:
            before = self._before(mention, unit, name)
            if before is not None:
                return before
        at_home = body is not None and kind.inherits and country is None  # عناصر من الأمن
        if at_home and not mention.sector and what == "roles":
            mention.sector = body.sector if body is not None else None
        at_home = at_home or any(u.art and u.has("roles") for u in units[index + 1 : index + 2])  # مستشار الرئيس
        if kind.needs_country and not mention.country and not name and not at_home:
            mention.weak = True  # too vague to be an actor by itself, but it may be acted upon
            mention.coded = False
            mention.sector = None
            mention.ar = words_of(units[index:])
            return mention
        if _former(units[index:]) and what == "roles":
            mention.sector = "ELI"
        patron = bool(tail) and tail[0].prep == "من" and not unit.art and "backed" in units[-1].classes
        if not mention.country and not patron and not from_elsewhere(units[index:]):
            mention.country = self._crowd_again(unit) or self.context(unit.start)
            if kind.lands and mention.country not in kind.lands:
                mention.country = kind.lands[0]  # مجلس الشيوخ يؤيد الحرب في اليمن: which has none
            mention.inferred = mention.country is not None
            if mention.sector == "MIL" and what != "roles":
                mention.country = army_over(mention.country)
            if mention.country == "ISR" and what == "generics" and mention.head in PRISONERS:
                mention.country = "PSE"  # أسرى في سجون إسرائيل
        mention.coded = bool(mention.country or mention.sector)
        if mention.ar is None:
            mention.ar = words_of(units[index:])
        return mention

    def _attached(self, kind: str, tail: Sequence[Phrase], behind: Sequence[Unit], *, owned: bool) -> list[Phrase]:
        """The prepositional phrases that say whose somebody is; one with ل only where no word `behind` him does: it is
        not the army's in الناطق باسم الجيش لوكالة الأنباء. `owned`: a pronoun says it already (سفيره لدى باريس).
        """
        if owned:
            return []
        owned = any(u.has("demonyms") or u.has("bodies") or u.named for u in behind) and not belongs(behind)
        preps = _TAIL_PREPS[kind]
        out: list[Phrase] = []
        for part in tail[:2]:
            linked = part.prep in ("ل", "ب") and belongs(behind)
            if (part.prep not in preps and not linked) or part.comma or part.conj or part.agent:
                break
            if part.prep in ("ل", "من") and owned and not linked:
                break  # طلب الرئيس الأوكراني | من الحلف
            head = part.head
            if part.prep == "ل" and any(
                self.table.actors[number].kind == "media" for lex in head.lexes for number in lex.names
            ):
                break  # مسؤول في الحركة لوكالة فرانس برس
            if kind != "body" and part.prep == "في" and head.text.startswith(_DISTRICTS):
                break  # الناشط فلان | في مديرية التواهي
            if not (head.named or head.has("bodies") or (part.prep in ("باسم", "من") and head.has("demonyms"))):
                break
            if (
                part.prep in ("في", "ب", "الى", "من")
                and part.units[0].named
                and not part.units[0].has("bodies")
                and not any(
                    self.table.actors[number].kind not in _LANDS for lex in part.units[0].lexes for number in lex.names
                )
            ):
                break  # where it happened, not whose he is
            out.append(part)
        return out

    def _belonging(self, units: Sequence[Unit]) -> tuple[str | None, Actor | None, Kind | None]:
        """Country, organisation and body that the words behind the head name."""
        country: str | None = None
        organisation: Actor | None = None
        body: Kind | None = None
        for position, unit in enumerate(units):
            if "attack_event" in unit.classes:
                break  # شهداء القصف الإسرائيلي are no Israelis
            for lex in unit.lexes if not avoided(unit) else ():
                if lex.demonyms and country is None:
                    actor = self.table.actors[lex.demonyms[0]]
                    code = code_at(actor.codes, self.day)
                    if code is not None and code.country not in INTERNATIONAL:
                        country = code.country
                    if actor.kind not in ("country", "region", "ethnic") and organisation is None:
                        organisation = actor
                for number in lex.names:
                    actor = self.table.actors[number]
                    if lex.key in actor.ambiguous and position and not unit.prep:
                        continue
                    if actor.kind in _REGION_KINDS and country is None:
                        code = code_at(actor.codes, self.day)
                        country = code.country if code else None
                    elif actor.kind != "person" and organisation is None and actor.kind not in _REGION_KINDS:
                        organisation = actor
                if (lex.seats or lex.seats_gov) and country is None:
                    code = code_at(self.table.actors[(lex.seats or lex.seats_gov)[0]].codes, self.day)
                    country = code.country if code else None
                if lex.places and country is None and _only_place(unit):
                    country = self.site(lex).country or None
                if lex.bodies and body is None:
                    body = self.table.kinds[lex.bodies[0]]
        return country, organisation, body

    def _bloc(self, units: Sequence[Unit]) -> str | None:
        """The code of the bloc of states whose adjective stands behind an office: المبعوث الأوروبي."""
        for unit in units:
            for lex in unit.lexes if not avoided(unit) else ():
                for number in lex.demonyms:
                    code = code_at(self.table.actors[number].codes, self.day)
                    if code is not None and code.country in INTERNATIONAL:
                        return code.country
        return None

    def _named_across(self, unit: Unit, following: Sequence[Unit]) -> Actor | None:
        """The organisation whose name begins with the last word of an office: زعيم حزب | الله."""
        _, space, last = unit.text.rpartition(" ")
        behind = [word for u in following[:4] for word in u.text.split()] if space else []
        for rest, number, _ in self.table.phrases.get(last, ()) if behind else ():
            if rest and rest == behind[: len(rest)]:
                for actor in (self.table.actors[n] for n in self.table.lexes[number].names):
                    if actor.kind not in ("country", "region", "person"):
                        return actor
        return None

    def _body_again(self, units: Sequence[Unit]) -> Actor | None:
        """The organisation that a definite word for a body takes up: مدير المنظمة, متحدث باسم الحركة."""
        for unit in units:
            if unit.art and unit.has("bodies"):
                stem = _stem(unit)
                for earlier in reversed(self.history[-40:]):
                    actor = earlier.actor
                    if actor is None or actor.kind in ("country", "person", "region"):
                        continue
                    if _folded(actor.ar).split()[0].removeprefix("ال") == stem:
                        return actor
                return None
        return None

    def _name(self, units: Sequence[Unit], index: int) -> tuple[str, Actor | None]:
        """The personal name behind an office: its words and, when known, the person."""
        words: list[str] = []
        for unit in units[index + 1 :]:
            people = [
                a
                for a in (self.table.actors[n] for lex in unit.lexes for n in [*lex.names, *lex.shorts])
                if a.kind == "person" and (not words or words[0] in _folded(a.ar).split())
            ]
            if people:
                return unit.text, self._best(people)
            if (
                (not unit.known and (not unit.art or words))
                or (words and "person_name" in unit.classes)
                or (
                    words
                    and not unit.art
                    and unit.tag == "N"
                    and any(lex.pos == "ADJ" for lex in unit.lexes)
                    and not unit.has("demonyms")
                )
            ):
                words.append(unit.text)
            elif words:
                break
        return " ".join(words), None

    def _known_name(self, name: str) -> Mention | None:
        last = name.split()[-1] if name else ""
        if len(last) < 3:
            return None
        return self._person_of.get(last)

    def _before(self, mention: Mention, unit: Unit, name: str) -> Mention | None:
        """An office or body named again without its country: الوزير, وزير الخارجية, الوزارة."""
        if name:
            return None
        if unit.art and " " in mention.head and mention.sector in ("REB", "UAF") and not mention.plural:
            again = self._group_again(mention)  # التنظيم المتطرف, after its name
            if again is not None:
                return again
        kinds = (mention.kind, "organisation", "party", "armed_group", "body")
        first = mention.head.split()[:1]
        for earlier in reversed(self.history[-60:]):
            if earlier.country and earlier.kind in kinds and earlier.head.split()[:1] == first:
                office = " " in earlier.head and mention.role is not None and mention.role == earlier.role
                if " " in mention.head and earlier.head != mention.head and not office:
                    continue  # but رئيس الوزراء is رئيس مجلس الوزراء
                if mention.plural and not earlier.plural:
                    continue
                return self._same(earlier, mention)
        return None

    def _group_again(self, mention: Mention) -> Mention | None:
        """The armed group named last whose name begins with the word for it here."""
        first = mention.head.split()[0]
        for earlier in reversed(self.history[-40:]):
            actor = earlier.actor
            if actor is not None and actor.kind not in ("country", "person", "region", "ethnic") and not earlier.person:
                if _folded(actor.ar).split()[0].removeprefix("ال") == first:
                    return self._same(earlier, mention)
        return None

    @staticmethod
    def _same(earlier: Mention, mention: Mention) -> Mention:
        """The earlier entity with the words of this mention."""
        out = Mention(mention.phrase, mention.start, mention.end)
        for field in (
            "actor",
            "ar",
            "en",
            "country",
            "sector",
            "others",
            "role",
            "head",
            "gender",
            "plural",
            "person",
            "kind",
            "weak",
            "coded",
        ):
            setattr(out, field, getattr(earlier, field))
        return out

    def _of_demonym(self, lex: Lex, phrase: Phrase, unit: Unit, index: int) -> Mention:
        """A people as head: الفلسطينيون stands for the people, ثلاثة فلسطينيين are civilians; الأميركي ووكر a
        person.
        """
        actor = self.table.actors[lex.demonyms[0]]
        mention = self._of_actor(actor, phrase, unit)
        mention.start, mention.end = phrase.units[0].start, phrase.units[-1].end
        mention.plural = unit.number in ("p", "d")
        if index or not unit.art or not mention.plural:
            if actor.kind in ("country", "region", "ethnic"):
                mention.sector = mention.sector or "CVL"
            mention.person = True
        name = " ".join(u.text for u in phrase.units[index + 1 :] if not u.known)
        if name and not mention.plural:
            known = self._known_name(name)
            if known is not None:
                return self._same(known, mention)
            mention.ar = name
            mention.sector = None
        mention.kind = "demonym"
        mention.actor = actor if mention.sector is None and not name else None
        return mention

    def _counterpart(self, phrase: Phrase, unit: Unit, index: int, tail: Sequence[Phrase]) -> Mention | None:
        """نظيره الصيني, نظيره في جمهورية التشيك: the same office of another state."""
        country, _, _ = self._belonging(phrase.units[index + 1 :])
        if country is None and tail and tail[0].prep in ("في", "ب", "من") and not tail[0].comma:
            lands = [u for u in tail[0].units[:2] if u.has("names")]  # in a capital he may only be met
            country = next((c for u in lands for c in self.unit_countries(u)), None)
        if country is None:
            return None
        mention = Mention(phrase, phrase.start, phrase.end)
        mention.kind, mention.role, mention.sector, mention.country = "role", "counterpart", "GOV", country
        mention.person = mention.coded = True
        mention.head = unit.text
        name, person = self._name(phrase.units, index)
        mention.actor = person
        mention.ar, mention.en = (
            (person.ar, person.en) if person else (name or words_of(phrase.units), None)
        )
        mention.plural = _COUNTERPART.fullmatch(unit.text) is None
        return mention

    def kinds_of(self, phrase: Phrase) -> list[Kind]:
        """The bodies that the head of a phrase can mean."""
        return [self.table.kinds[number] for lex in phrase.head.lexes for number in lex.bodies]

    def flag(self, phrase: Phrase) -> list[Mention]:
        """The land whose flag is named: علم | جزر مارشال; a ship is of that land."""
        country, _, _ = self._belonging(phrase.units[1:])
        if country is None:
            return []
        mention = Mention(phrase, phrase.start, phrase.end)
        mention.kind, mention.country, mention.ar, mention.head = "thing", country, words_of(phrase.units), "علم"
        mention.thing = mention.weak = mention.coded = True
        return [mention]

    def last_office(self, unit: Unit) -> Kind | None:
        """The office or body that closes a compound of the lexicon: طرد السفير, إقالة الحكومة."""
        words = unit.text.split(" ")
        for rest, number, _ in self.table.phrases.get(words[-1].removeprefix("ال"), ()) if words[1:] else ():
            lex = self.table.lexes[number]
            if not rest and (lex.roles or lex.bodies):
                return self.table.kinds[(lex.roles or lex.bodies)[0]]
        return None

    def thing(self, phrase: Phrase) -> Mention:
        """Something acted upon that is no actor (a building, a ship): its country where its own words tell it."""
        mention = Mention(phrase, phrase.start, phrase.end)
        mention.kind, mention.ar, mention.head, mention.thing, mention.weak = (
            "thing",
            words_of(phrase.units),
            phrase.head.text,
            True,
            True,
        )
        country, _, _ = self._belonging([unit for part in phrase.all for unit in part.units])
        mention.country = country or self._inner_demonym(phrase.head)
        return mention

    def _inner_demonym(self, unit: Unit) -> str | None:
        """The country of a compound of the lexicon that a demonym closes or parts: مسيرة إسرائيلية."""
        for word in unit.text.split(" ")[:0:-1]:
            for rest, number, _ in self.table.phrases.get(word.removeprefix("ال"), ()):
                lex = self.table.lexes[number]
                if not rest and lex.demonyms and lex.key not in self.table.actors[lex.demonyms[0]].ambiguous:
                    code = code_at(self.table.actors[lex.demonyms[0]].codes, self.day)
                    return code.country if code is not None else None
        return None

    def _anaphor(self, phrase: Phrase, unit: Unit) -> Mention | None:
        """A definite noun that takes up something named before: الحركة, التنظيم, هذه القوات."""
        stem = _stem(unit)
        for earlier in reversed(self.history[-40:]):
            actor = earlier.actor
            named = actor is not None and actor.kind not in ("country", "person", "region")
            if earlier.head == stem or (named and earlier.ar and _folded(_first_word(earlier.ar)) == stem):
                return self._same(earlier, Mention(phrase, phrase.start, phrase.end))
        return self._by_short_name(phrase, unit, 0) if not unit.known else None

    def _by_short_name(self, phrase: Phrase, unit: Unit, index: int) -> Mention | None:
        last = phrase.units[-1].text
        if phrase.units[-1].known:
            return None
        if unit.prep and last.startswith(unit.prep):
            last = last[1:]
        if unit.conj and last.startswith(unit.conj):
            last = last[1:]
        if len(last) < 3:
            return None
        earlier = self._person_of.get(last.split()[-1])
        if earlier is None or (" " in last and not (earlier.ar or "").endswith(last)):  # عز الدين, of علي عز الدين
            return None
        return self._same(earlier, Mention(phrase, phrase.start, phrase.end))

    def _unknown(self, phrase: Phrase) -> Mention | None:
        """A name that the lexicon does not know: a person of whom nothing is known yet."""
        words = [u for u in phrase.units if u.tag == "N" and not u.known]
        if not words or len(words) < len([u for u in phrase.units if u.tag == "N"]) or words[0].guessed:
            return None
        mention = Mention(phrase, phrase.start, phrase.end)
        text = " ".join(u.text for u in words)
        mention.ar = text[1:] if words[0].conj and text.startswith(words[0].conj) and phrase.conj else text
        mention.head = words[0].text
        mention.kind = "name"
        mention.person = " " in text and not words[0].art
        return mention

    def _apposed(self, mention: Mention | None, phrase: Phrase) -> Mention | None:
        """A mention with what the apposition adds: the name to the office, the office to the name."""
        other = self._one(phrase, ())
        if mention is None or other is None:
            return mention or other
        if (
            mention.kind == "role"
            and other.kind == "role"
            and not other.actor
            and other.role is not None
            and not _titled(phrase)
        ):
            out = self._same(mention, mention)  # two offices of one man
            out.end = max(mention.end, other.end)
            if mention.inferred and other.country:
                out.country, out.inferred = other.country, other.inferred
            out.actor, out.coded = mention.actor or other.actor, True
            return out
        office, name = (mention, other) if mention.kind == "role" else (other, mention)
        out = self._same(office, mention)
        out.end = max(mention.end, other.end)
        out.ar, out.person = name.ar, True
        out.actor = name.actor or office.actor
        out.en = name.en if name.actor is not None else office.en if office.actor is not None else None
        if (office.inferred or not office.country) and name.country:
            out.country = name.country
        out.inferred = office.inferred and not name.country
        return out

    def _shared_head(self, phrase: Phrase, first: Mention) -> Mention | None:
        """مسؤولون عراقيون وأميركيون: a demonym alone shares the head of the member before."""
        unit = phrase.units[0]
        lex = next((lex for lex in unit.lexes if lex.demonyms), None)
        if lex is None:
            return None
        own = self._of_actor(self.table.actors[lex.demonyms[0]], phrase, unit)
        mention = Mention(phrase, phrase.start, phrase.end)
        for field in ("sector", "role", "plural", "person", "kind", "weak", "head"):
            setattr(mention, field, getattr(first, field))
        mention.country, mention.coded = own.country, True
        mention.ar = unit.text
        return mention

    def unit_countries(self, unit: Unit, *, alone: bool = False) -> list[str]:
        """The codes of the countries that a word names; `alone`: nothing else stands behind a preposition of place,
        so that a land is meant even by a word with another meaning (في مالي).
        """
        out: list[str] = []
        if unit.lexes.fields.isdisjoint(_TELL_COUNTRIES) or avoided(unit):
            return out
        for lex in unit.lexes:
            for number in [*lex.names, *lex.demonyms, *lex.seats, *lex.seats_gov]:
                actor = self.table.actors[number]
                doubtful = self._doubtful(lex, unit) if number in lex.demonyms else lex.key in actor.ambiguous
                doubtful = doubtful and not (alone and number in lex.names)
                if actor.kind in ("country", "region") and not doubtful:
                    code = code_at(actor.codes, self.day)
                    if code is not None and code.country:
                        out.append(code.country)
                        break
            if lex.places and not out and _only_place(unit) and self.site(lex).country:
                out.append(self.site(lex).country)  # a sea has none
        return out

    def site(self, lex: Lex) -> Site:
        """The place of an ambiguous name: in a country named here or before, else the most populous."""
        sites = [self.table.sites[number] for number in lex.places]
        if len(sites) > 1:
            near = (
                [country for _, country, _ in self.sentence] + self.countries[-40:] + ([self.home] if self.home else [])
            )
            for site in sites:
                if site.country in near:
                    return site
        return sites[0]


#: lands that the army of another holds: Palestine has police and armed groups, no army
ARMY_OVER = {"PSE": "ISR"}


def army_over(country: str | None) -> str | None:
    """Whose soldiers are told of in a land when nothing says so."""
    return ARMY_OVER.get(country or "", country)


def describes(unit: Unit, noun: Unit) -> bool:
    """Whether a word for people is the adjective of the definite noun before: it could be one and has its article."""
    if noun.tag != "N":
        return False
    if unit.has("roles") and not (unit.art or unit.enc or noun.art or noun.enc or noun.has("frames")):
        if any(lex.roles and unit.text == lex.key + "ي" for lex in unit.lexes):
            return True  # خط | رئيسي: written like the two heads of something
    if unit.number == "p" or not unit.has("generics") or unit.has("demonyms"):
        return False
    if "described" in noun.classes and not (noun.art or noun.enc or unit.art or unit.enc):
        return unit.number in ("s", "")  # تدخل | أجنبي, هجوم | مسلح
    return unit.art and noun.art and any(lex.pos == "ADJ" for lex in unit.lexes)


def belongs(units: Sequence[Unit]) -> bool:
    """Whether the last word says that the owner follows: الطيران التابع | للتحالف."""
    return bool(units) and units[-1].text.removeprefix("ال") in _OWNED


#: whom Israel holds, where nothing is said of whose they are: Palestinians, folded
PRISONERS = frozenset("اسير اسيرا اسرى اسيرات اسيرين اسيرة معتقل معتقلين معتقلون".split())

_STANDING_FOR = ("ممثل", "مندوب", "نواب", "نائب", "نائبة", "عضو", "اعضاء", "مرشح", "برلماني", "قيادي", "سيناتور")

_OWNED = frozenset(
    "تابع تابعة تابعين تابعون تابعان تابعتين موالي موالية موالين موالون مرتبط مرتبطة مرتبطين مرتبطون".split()
)


def _stands_for(unit: Unit) -> bool:
    """Whether a role is of a party or people told behind it with عن: النائبة عن حزب, ممثلون عن الحكومة."""
    return unit.text.lstrip("ول").removeprefix("ال").startswith(_STANDING_FOR)


def _sent(phrase: Phrase) -> bool:
    """Whether somebody is an envoy or a mission, of which the land is told behind: المبعوث الأممي | إلى ليبيا."""
    return any(u.text.lstrip("ولب").removeprefix("ال").startswith(("مبعوث", "موفد", "بعثة")) for u in phrase.units)


def _titled(phrase: Phrase) -> bool:
    return not phrase.units[0].classes.isdisjoint(("title", "rank"))


def _only_place(unit: Unit) -> bool:
    """Whether a word that names a place is no people, office or force as well (المان, ميدان)."""
    return not any(lex.demonyms or lex.names or lex.roles or lex.bodies or lex.generics for lex in unit.lexes)


def avoided(unit: Unit) -> bool:
    """A longer phrase in which a word is not the actor (نهر الأردن), unless it is itself a name."""
    return "avoid" in unit.classes and not unit.has("names")


def _stem(unit: Unit) -> str:
    """The head word as it stands in the lexicon, without article and clitics."""
    for lex in unit.lexes:
        if lex.roles or lex.bodies or lex.generics:
            return lex.key
    text = unit.text
    for lead in (unit.conj, unit.prep):
        if lead and text.startswith(lead):
            text = text[1:]
    return text[2:] if text.startswith("ال") else text


def words_of(units: Sequence[Unit]) -> str:
    """The words of units, folded, without what is joined before the first: للنقابة is النقابة."""
    first = units[0]
    text = first.text.removeprefix(first.conj) if first.conj else first.text
    if first.prep == "ل" and text.startswith("لل"):
        text = "ا" + text[1:]
    elif first.prep and len(first.prep) == 1 and text.startswith(first.prep):
        text = text[1:]
    return " ".join([text, *(u.text for u in units[1:])])


_ALEFS = str.maketrans("أإآ", "ااا")


def _folded(text: str) -> str:
    return text.translate(_ALEFS)


def _first_word(name: str) -> str:
    return name.split()[0].removeprefix("ال")


_SELF = frozenset(("نفسه", "نفسها", "انفسهم", "ذاته", "ذاتها", "نفسيهما"))
_MAIN = frozenset(("رئيسي", "رئيسيا"))
_STATES = re.compile("[وفبل]*(?:ل?دول|ل?دولتا|ل?دولتي|ل?دولتين)")
_COUNTERPART = re.compile("[وفلب]*نظير(?:ه|ها|ته|تها)")


def from_elsewhere(units: Sequence[Unit]) -> bool:
    """Whether the words themselves say that nobody knows who they are, or that they come from abroad: مسلحون مجهولون,
    القوات الأجنبية.
    """
    return any(u.text.removeprefix("ال").startswith(("مجهول", "اجنبي", "اجانب", "دولي", "متعدد")) for u in units)


def _sent_away(phrase: Phrase, number: int) -> bool:
    """Whether the phrase up to a unit tells of forces that go or stay where they are not at home: انسحاب أميركي, إخراج
    القوات الأميركية, بقاء أي جندي أميركي.
    """
    return bool(number) and any("departing" in unit.classes for unit in phrase.units[:number])


def _former(units: Sequence[Unit]) -> bool:
    """Whether a word behind the office says that it was held before (سابق, مخلوع)."""
    return any(u.fn("modifier:ELI") for u in units[1:])
