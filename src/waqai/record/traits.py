"""Traits: what of a mention the merging compares, worked out once.

Dates are day numbers (`datetime.date.toordinal`). A date is *told* when the text says it, *assumed* when the coder took
the day of publication: then the event may be some days older, and the interval is widened by `ASSUMED` days into the
past.
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from waqai.record.totals import totals
from waqai.records import Entity, Event, EventDate
from waqai.text.fold import fold_word

from .model import Mention

#: Days before publication to which an event without a told date may belong.
ASSUMED = 3
#: Days after publication within which an undated plan is expected.
PLANNED = 30
#: Types whose actors and recipients are parties of one act.
MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
#: Nouns with the article speak of what is known, and verbs that begin alike: التقى, ألغى, ألقى, التزم ...
_DEFINITE = ("ال", "بال", "وال", "لل", "فال", "كال", "هذا", "هذه")
_VERB = re.compile("[وف]?ال(?:تق[ىيتا]|تز|تحق|تمس|تف|غ[ىيتو]|ق[ىيتو]|زم|حق)")
_PROCLITICS = re.compile("^[وف]?(?:[بك]?ال|لل|[بلك](?=...))?")
#: Nouns of happenings, with proclitics.
_NOUN = re.compile(
    "[وف]?[بلك]?(?:هجوم|هجمات|هجمة|انفجار|تفجير|غارة|غارات|ضربة|ضربات|مقتل|اغتيال|اجتماع|لقاء|محادثات|مباحثات|مفاوضات"
    "|مشاورات|جولة|حوار|قمة|زيارة|اتفاق|هدنة|عقوبات|مجزرة|معارك|اشتباكات|مواجهات|احتجاجات|تظاهرة|مظاهرة|انقلاب|اعدام"
    "|استقالة|انسحاب|اعتقال|توقيف|مذكرة|عملية)"
)

#: Frames by which an accord is coded as support; thanks, praise and welcome are a speaker's own.
_SIGNED = ("support.sign", "support.ratify", "agree.", "consult.", "cooperate.")

#: roles of those who stand at the head of a state or government
_HEADS = frozenset({"president", "prime minister", "king", "emir", "sultan", "chancellor", "crown prince"})

#: Frames by which one side binds itself, offers or invites.
_PLEDGED = ("agree.promise", "agree.commit", "agree.guarantee", "agree.undertake", "agree.will_continue", "agree.offer")

Party = tuple[str, str | None]  # country, sector
Quantity = tuple[float, float]  # min, max
OPEN = float("inf")


class Traits:
    """The comparable side of one mention."""

    __slots__ = (
        "accord", "actor_countries", "actors", "anchor", "at", "background", "coordinates", "countries", "country",
        "definite",
        "doc", "end", "event", "group", "individuals", "line", "mode", "nearby", "order", "people", "place", "planned",
        "pledge", "published", "publisher", "quantities", "recipient_countries", "recipients", "region", "round",
        "seat", "sentence", "setting", "start", "state_visit", "status", "summit", "told", "type", "words",
    )  # fmt: skip

    def __init__(self, mention: Mention) -> None:
        event = mention.event
        self.event = event
        self.doc = event.doc_id
        self.group = mention.group
        self.publisher = event.publisher
        self.type = event.event_type
        self.mode = event.event_mode
        #: whether it may be the accord that others call an agreement
        self.accord = event.event_type != "SUPPORT" or not event.frame or event.frame.startswith(_SIGNED)
        #: whether one side alone commits itself, which is no accord of both
        self.pledge = event.event_type == "AGREE" and (event.frame or "").startswith(_PLEDGED)
        self.status = event.status
        self.planned = event.status in ("future", "hypothetical")
        self.round = mention.round
        self.words = frozenset(mention.words)
        self.nearby = frozenset(mention.nearby)
        self.sentence = event.sentence.start
        self._anchor(fold_word(event.anchor.text))
        self.published = day_number(event.pub_date)
        self.start, self.end, self.told = _interval(event, self.published)
        self._parties(event)
        self._place(event)
        self.quantities = _quantities(event)
        #: reading order of the mentions of a record: by publication, then document, then place in it
        self.order = (event.pub_date or "9", event.doc_id, event.anchor.start, event.event_type, event.event_id)
        # what `waqai.record.articles.arrange` sets: the position in reading order, the number of the sentence among
        # those of the document that tell something, and the countries that the document is about
        self.at = self.line = 0
        self.setting: tuple[str, ...] = ()

    def _anchor(self, word: str) -> None:
        self.definite = word.startswith(_DEFINITE) and not _VERB.match(word)
        #: a noun, by which something is spoken of that may be long past
        self.background = self.definite or _NOUN.match(word) is not None
        self.anchor = _PROCLITICS.sub("", word.split()[0]) if word.strip() else ""

    def _parties(self, event: Event) -> None:
        self.actors = frozenset(filter(None, map(_party, event.actors)))
        self.recipients = frozenset(filter(None, map(_party, event.recipients)))
        self.actor_countries = frozenset(country for country, _ in self.actors)
        self.recipient_countries = frozenset(country for country, _ in self.recipients)
        self.countries = self.actor_countries | self.recipient_countries
        #: who exactly; and the same by country
        self.individuals = frozenset(filter(None, map(identity, (*event.actors, *event.recipients))))
        self.people: dict[str, set[str]] = {}
        for entity in (*event.actors, *event.recipients):
            who = identity(entity)
            if who is not None and entity.country is not None:
                self.people.setdefault(entity.country, set()).add(who)
        #: a journey to a country, of which meetings there are parts
        self.state_visit = self.mode == "visit" and len(self.people) < 2
        #: a meeting of heads of state or government
        heads = {e.country for e in (*event.actors, *event.recipients) if e.role in _HEADS and e.country}
        self.summit = self.type == "CONSULT" and len(heads) > 1

    def _place(self, event: Event) -> None:
        place = event.place
        #: a place by its name; `seat` one that is known only by its country (الكرملين)
        self.place: str | None = None
        self.seat: str | None = None
        self.country: str | None = None
        self.coordinates: tuple[float, float] | None = None
        self.region = False
        if place is None:
            return
        self.country = place.country
        self.region = place.precision in ("region", "country")
        if place.precision == "country":
            self.seat = fold_word(place.text)
            return
        self.place = place.name or fold_word(place.text)
        if place.lat is not None and place.lon is not None:
            self.coordinates = (place.lat, place.lon)

    @property
    def weight(self) -> int:
        """How much the mention says by itself, 0 to 6: the most telling are merged first."""
        return (
            2 * (self.told and self.start is not None)
            + bool(self.actors)
            + bool(self.recipients)
            + (self.place is not None)
            + (self.round is not None)
        )

    def assume(self) -> None:
        """Take back a told date: it is another's."""
        self.told = False
        self.start = self.end = None
        if self.published is not None:
            self.start, self.end = self.published - ASSUMED, self.published


def _party(entity: Entity) -> Party | None:
    """Country and sector; what has neither is no party to compare."""
    return (entity.country, entity.sector) if entity.country else None


def identity(entity: Entity) -> str | None:
    """Who exactly: the id of a person or body, or the folded name of a person the lexicon does not know."""
    if entity.sector is None:
        return None  # a state: its country says it all
    if entity.id:
        return entity.id
    if entity.role and entity.name_ar:
        return fold_word(entity.name_ar)
    return None


@lru_cache(maxsize=4096)
def day_number(date: str | None) -> int | None:
    """The day number of an ISO 8601 day, or None."""
    if not date:
        return None
    try:
        return datetime.date.fromisoformat(date[:10]).toordinal()
    except ValueError:
        return None


def _interval(event: Event, published: int | None) -> tuple[int | None, int | None, bool]:
    date = event.date
    if date is not None:
        start, end = day_number(date.start), day_number(date.end)
        if start is not None and end is not None:
            return (start, end, True) if is_told(date) else (start - ASSUMED, end, False)
    if published is None:
        return None, None, False
    if event.status in ("future", "hypothetical"):
        return published - ASSUMED, published + PLANNED, False
    return published - 2 * ASSUMED, published, False


def is_told(date: EventDate) -> bool:
    """Whether the text says the date, or a dated fact of the lexicon does; else it is the day of publication."""
    return date.text is not None or date.inferred is not None


def _quantities(event: Event) -> dict[str, Quantity]:
    """The interval of each kind of count; of several of one kind the first."""
    found: dict[str, Quantity] = {}
    for q in totals(event):
        if q.kind not in found and (q.min is not None or q.max is not None):
            found[q.kind] = (q.min if q.min is not None else 0.0, q.max if q.max is not None else OPEN)
    return found
