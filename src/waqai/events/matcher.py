"""Frames on triggers: which frame fires, with whom, in which status, according to whom."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from waqai.actors.mentions import INTERNATIONAL, PLACE_PREPS, Mention
from waqai.events.conditions import Slots, Tested, any_holds, hold, never
from waqai.events.crowds import against, voiced
from waqai.events.parties import (
    attacker,
    behind_it,
    beside,
    by_order,
    by_weapon,
    charged,
    compatriots,
    counted,
    counted_alone,
    described,
    doer,
    jailers,
    keeper,
    land_of,
    manned,
    marchers,
    meant,
    of_goods,
    operated,
    opposed,
    ordered,
    received,
    settle,
    takes_object,
    wielders,
    within,
    without_deed,
)
from waqai.events.reading import Reading, fits, implied, is_homeland, is_land, spans, without
from waqai.events.responsibility import responsible
from waqai.events.sources import named_beside, source_of
from waqai.events.status import announced
from waqai.events.telling import asked, forbidden, only_named
from waqai.events.triggers import Trigger, find, in_reply, sufferer, suffering
from waqai.grammar.clauses import Clause
from waqai.grammar.phrases import Phrase
from waqai.grammar.units import Unit
from waqai.lexicon.table import Frame, Rule

#: what holds for a place, whoever ordered or keeps it
_OF_PLACES = frozenset(("ceasefire", "curfew", "martial-law"))
_VIOLENT = frozenset(("ASSAULT", "COERCE", "PROTEST", "AID", "RETREAT", "MOBILIZE"))
#: whoever is killed or hurt counts, be he of no country or sector: مقتل خبيرين
_PEOPLE = ("role", "generic")
_VERBAL = frozenset(("REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT", "CONCEDE"))
#: what is mostly done to one's own people where nothing says whose they are
_AT_HOME = frozenset(("REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "COERCE", "RETREAT", "PROTEST"))
#: what people do where they are: the place tells whose unnamed people are
_PLACED = frozenset(("ASSAULT", "COERCE", "PROTEST", "MOBILIZE"))
#: whose people are often told by their number alone: مقتل 15, تظاهر الآلاف
_COUNTED = frozenset(("ASSAULT", "COERCE", "PROTEST", "RETREAT"))
#: said about somebody, whether or not to him
_ADDRESSED = frozenset(("ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "SANCTION"))
#: what can be talked about without having happened; violence told of in passing did happen
_PLANNABLE = frozenset(
    ("CONSULT", "AGREE", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE", "SANCTION", "REQUEST", "REJECT")
)
#: what a power that announces it does itself (أعلنت واشنطن فرض عقوبات); a killing that is announced is often another's
_WILLED = frozenset(
    "AGREE SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST REJECT SANCTION MOBILIZE COERCE".split()
)
#: by which somebody is to be at a meeting, folded
_TAKING_PART = frozenset(("مشاركة", "حضور", "انضمام", "تمثيل"))
#: by which a meeting is put off, folded
_PUT_OFF = frozenset(("ارجاء", "تاجيل"))
#: what is done by announcing it: nobody but the one who does it need say so (أعلنت الرياض قطع علاقاتها)
_OWN = frozenset(("SANCTION", "COOPERATE", "AID", "MOBILIZE"))
#: what one state does to another
_ABROAD = frozenset("AID SANCTION ACCUSE REQUEST THREATEN SUPPORT AGREE COOPERATE REJECT".split())
_ANNOUNCES = frozenset(("اعلن", "كشف", "اقر", "اكد/ءكد", "اقر/قرر"))
#: what one gives or concludes: the noun is the object of its verb
_GIVEN = frozenset(("AID", "AGREE", "SUPPORT", "COOPERATE"))
#: what can be made to depend on something: رفض تسليم سلاحه | قبل انسحاب إسرائيل
_ON_TERMS = frozenset(("REJECT", "AGREE", "REQUEST", "THREATEN", "CONCEDE"))
#: who fights
_FORCES = frozenset(("MIL", "REB", "UAF", "SPY"))
_DOING = frozenset(("تنفيذ", "شن", "ارتكاب", "توجيه", "اطلاق", "القيام"))
_ROADS = re.compile("طريق|طرق|شارع|شوارع|مدخل|مداخل|ساح[ةا]|جسر|جسور|اوتوستراد")
_INJURIES = frozenset(("جروح", "جراح", "اصابات", "حالة", "شكل", "صورة", "طريقة", "وقت", "سبب"))
#: types whose verbs in a relative clause of the imperfect tell a lasting state (الحركة التي تسيطر على غزة)
_STATES = frozenset(("COERCE", "SUPPORT", "AID", "COOPERATE", "MOBILIZE"))
#: what companies do among themselves is business (محادثات لشراء حصة), no politics
_DEALS = frozenset("CONSULT AGREE SUPPORT COOPERATE REQUEST REJECT AID CONCEDE MOBILIZE".split())
#: types whose sentences can report an event or only mention one; what is only spoken of is no event
REPORTED = frozenset(("ASSAULT", "COERCE", "PROTEST"))
_CROWD = "protester"
#: modes of protest that crowds, not forces, do
_OF_CROWDS = frozenset(("demo", "riot", "obstruct", "vandalize"))
#: a seizure of which it is enough to tell what was seized
_ARMS_FOUND = "coerce.arms_seized"
_TRIALS = ("accuse.trial", "accuse.try", "accuse.appear", "accuse.refer")
_IN_PASSING = frozenset(("بعد", "خلال", "اثناء", "عقب", "في", "في ختام", "قبل"))
_WHEN_OR_WHERE = _IN_PASSING | {"لدى", "عن"}
_TOPIC_PREPS = frozenset(
    ("بشان", "حول", "بخصوص", "في شان", "فيما يتعلق ب", "في سياق", "في اطار", "على هامش", "قبيل", "عشية", "من اجل", "بهدف", "بغية", "لغرض", "بغرض")  # noqa: E501
)
#: what is refused by saying that it will never be done, and the mode of the refusal
_REFUSED = {
    "AGREE": None, "SUPPORT": None, "CONSULT": "meet", "COOPERATE": "assist", "AID": "assist", "CONCEDE": "yield", "RETREAT": "yield", "MOBILIZE": None,  # noqa: E501
}  # fmt: skip
_PLANNED = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE"}


#: behind what is threatened or refused these say whom it is to hit or with whom it is: رسوم على كندا, الحوار مع الحكومة
_TOWARDS = {"THREATEN": frozenset(("على", "ضد", "بحق", "في حق", "تجاه", "في")), "REJECT": frozenset(("مع",))}


#: what the dead are called before or behind their names
_TITLES = frozenset(("الشهيد", "الشهيدة", "والشهيد", "للشهيد"))


class Gap(NamedTuple):
    """What an event that shares its words with another has of its own: its target, and where its time starts."""

    target: Phrase
    time: int


class Fired(NamedTuple):
    """A frame that fired; with a `gap` where it does again (`waqai.events.gapping`)."""

    trigger: Trigger
    frame: Frame
    type: str
    mode: str | None
    actors: list[Mention]
    recipients: list[Mention]
    status: str
    source: list[Mention]
    speech: Clause | None
    confidence: float
    gap: Gap | None = None


class Miss(NamedTuple):
    """A frame that nearly fired and why it did not."""

    trigger: Trigger
    frame: Frame
    reason: str


class Matcher:
    """Matches the frames of a table on the reading of one sentence."""

    def __init__(self, reading: Reading, explain: bool = False) -> None:
        self.reading = reading
        self.frames = reading.table.frames
        self.misses: list[Miss] = []
        self.explain = explain
        self.of_clause: dict[int, Fired] = {}
        self.named: list[Fired] = []  # spoken of and not reported: no events, but known for what they name

    def run(self) -> list[Fired]:
        """The events of the sentence, in the order of their anchors, each happening once."""
        fired: list[Fired] = []
        for trigger in find(self.reading):
            found = self._best(trigger)
            if not found:
                continue
            fired += found
            if trigger.kind != "noun":
                self.of_clause[trigger.clause.number] = found[-1]
        kept = [f for f in fired if not self._absorbed(f, fired)]
        self.named = [f for f in kept if self._only_named(f, fired)]
        kept = [f for f in kept if all(f is not n for n in self.named)]
        kept.sort(key=lambda f: (f.trigger.unit.start, f.trigger.kind != "verb"))
        causes = [f for f in kept if in_reply(f.trigger)]
        told = merge([f for f in kept if all(f is not c for c in causes)]) + merge(causes)
        told.sort(key=lambda f: (f.trigger.unit.start, f.trigger.kind != "verb"))
        told = [self._beside(f) for f in told if not _planned_besides(f, told)]
        told = [against(f, told, self.reading) for f in told]
        return [voiced(f, told) for f in told]

    def _beside(self, fired: Fired) -> Fired:
        """A bomb of which only the place is told, or itself (فجر عبوة ناسفة), is meant for whoever is there."""
        if fired.type != "ASSAULT" or fired.mode not in ("explosives", "suicide-attack"):
            return fired
        bombs = [m for m in fired.recipients if m.phrase is not None and "explosive" in m.phrase.head.classes]
        fired = fired._replace(recipients=without(fired.recipients, bombs)) if bombs else fired
        if any(m.sector or m.phrase is None or m.phrase.preposition not in PLACE_PREPS for m in fired.recipients):
            return fired  # a place is nobody: فجر نفسه وسط حشد في سامراء
        near = without(beside(fired.trigger, self.reading), fired.actors)
        return fired._replace(recipients=near) if near else fired

    def _only_named(self, fired: Fired, everything: Sequence[Fired]) -> bool:
        """Whether violence, coercion or protest is spoken of and not reported (see `waqai.events.telling`)."""
        trigger = fired.trigger
        if fired.type not in REPORTED or fired.frame.content == "absorbed":
            return False
        reason: str | None = None
        if fired.status == "hypothetical" and not (fired.type == "PROTEST" and trigger.kind == "noun"):
            reason = "only possible"
        elif fired.type == "PROTEST" and trigger.kind == "noun" and (
            fired.status == "negated" or forbidden(trigger, self.reading)
        ):
            reason = "forbidden"
        elif trigger.kind == "noun":
            if asked(self.reading.parse.units):
                reason = "asked about"
            elif not fired.frame.casualty:
                victims = any(f.frame.casualty and f is not fired for f in everything)
                reason = only_named(trigger, self.reading, fired.type, victims)
            elif trigger.unit.text in _TITLES:
                reason = "a title of the dead"  # الرئيس | الشهيد
        if reason is None:
            return False
        self._miss(trigger, fired.frame, reason)
        return True

    # -- one trigger -------------------------------------------------------------------------------------------

    def _best(self, trigger: Trigger) -> list[Fired]:
        """The frame that fits best; a crowd that says or asks something protests, too, and then there are two."""
        best: tuple[float, Fired] | None = None
        said: tuple[float, Fired] | None = None
        marched: tuple[float, Fired] | None = None
        for number in trigger.frames:
            frame = self.frames[number]
            found = self._try(trigger, frame)
            if found is None:
                continue
            weight = (
                len(frame.where)
                + found.confidence / 10
                + (1 if trigger.light is not None else 0)
                + 0.01 * (len(found.actors) > 0)
                + 0.01 * (len(found.recipients) > 0)
            )
            if best is None or weight > best[0]:
                best = (weight, found)
            if found.type in ("ACCUSE", "REQUEST") and (said is None or weight > said[0]):
                said = (weight, found)
            if found.type == "PROTEST" and (marched is None or weight > marched[0]):
                marched = (weight, found)
        if best is None:
            return []
        if marched is not None and said is not None:
            return [marched[1], said[1]]
        return [best[1]]

    def _try(self, trigger: Trigger, frame: Frame) -> Fired | None:
        roles = self._roles(trigger, frame)
        self.reading.trigger = trigger.unit
        of_verb = trigger.kind == "verb" or (trigger.kind == "noun" and trigger.clause.subject is trigger.phrase)
        self.reading.clause = trigger.clause if of_verb else None
        if trigger.light is not None and trigger.governor is not None:
            self.reading.clause = trigger.governor  # ستتحمل | التبعات: the light verb is the verb of the deed

        def one(slot: str) -> Sequence[Tested]:
            found = trigger.fill(slot)
            if slot == "demonym":
                return trigger.who(slot)
            if not found and slot in (
                "subject",
                "object",
                "possessor",
                "speaker",
            ):  # hidden subjects and pronouns stand for a phrase elsewhere
                return [m.phrase for m in trigger.who(slot) if m.phrase is not None]
            return found

        def get(slot: str) -> Sequence[Tested]:
            if slot in roles:
                found = [filler for name in roles[slot] for filler in one(name)]
                return found or (_light_subject(trigger) if slot == "actor" else [])
            return one(slot)

        def first(slot: str) -> Sequence[Tested]:
            if slot == "theme" and slot in roles:  # دعا إلى التدخل لإنهاء الأزمة calls for the intervention
                return next((found for name in roles[slot] if (found := one(name))), [])
            return get(slot)

        tested = Slots(get, self.reading)
        if not hold(frame.where, tested):
            return self._miss(trigger, frame, "where {} does not hold", frame.where)
        if frame.unless and any_holds(frame.unless, tested):
            return self._miss(trigger, frame, "unless {} holds", frame.unless)
        event_type, mode, status = frame.type, frame.mode, frame.status
        tested = Slots(first, self.reading)
        for rule in frame.modes:
            if _applies(rule, tested):
                event_type, mode, status = (
                    rule.type or event_type,
                    rule.mode if rule.mode or not rule.type else None,
                    rule.status or status,
                )
                break
        actors, recipients = self._who(trigger, frame, roles)
        actors = [m for m in actors if not m.thing]
        if not actors and event_type in _VIOLENT:
            actors = operated(trigger, roles.get("actor", []), self.reading)
        actors = wielders(actors, self.reading)
        if not actors and trigger.kind == "hal":
            actors = self._crowd(trigger)
        recipients = without(recipients, actors)
        if not actors:
            actors = self._accused(trigger, recipients) or self._at_hand(frame.name, event_type, mode, recipients)
        if event_type == "ASSAULT" and mode == "crowd-control" and not recipients:
            recipients = list(self._among(_CROWD, actors))[:1] or without(self._dispersed(trigger), actors)
        if frame.casualty and not recipients and trigger.kind == "noun":
            recipients = self._counted(trigger, roles.get("recipient", []))  # تحدث المرصد عن مقتل سبعة
        if not recipients and (frame.casualty or (mode == "arrest" and event_type == "COERCE")):
            recipients = self._counted(trigger, roles.get("recipient", []))
        if (event_type, mode) == ("CONSULT", "visit") and trigger.kind == "verb" and actors and not recipients:
            recipients = self._visited(trigger, roles.get("recipient", []), actors)
        if not self._needs(trigger, frame, event_type, mode, actors, recipients):
            reason = "needs {}" if frame.needs else "no political actor"
            return self._miss(trigger, frame, reason, ", ".join(frame.needs))
        actors = [m for m in actors if m.country or m.sector or m.ar]
        recipients = [m for m in recipients if m.country or m.sector or m.ar]
        if event_type in _DEALS and (actors or recipients) and all(m.sector == "BUS" for m in (*actors, *recipients)):
            return self._miss(trigger, frame, "business among companies")
        if event_type == "AGREE" and actors and all(m.sector == "JRN" for m in actors) and not recipients:
            return self._miss(trigger, frame, "media that tell the same")  # أجمعت الصحف على أن
        if event_type in _COUNTED:
            if event_type == "PROTEST":
                slots = [*roles.get("actor", []), *(["subject"] if trigger.light is not None else [])]
                actors = actors or self._counted(trigger, slots)
                if not actors and mode == "demo" and trigger.kind == "noun":
                    actors = [marchers(trigger)]
            else:
                recipients = recipients or self._counted(trigger, roles.get("recipient", []))
        if not recipients and not frame.symmetric and event_type in REPORTED:
            if len({m.country for m in actors}) < 2:  # تبادلا إطلاق النار على الحدود
                recipients = self._struck_before(trigger) or self._things(trigger, roles.get("recipient", []), actors)
                recipients = recipients or self._suffering(trigger)
        elif event_type in _PLACED and recipients and not any(m.country or m.sector for m in recipients):
            phrases = [m.phrase for m in recipients if m.phrase is not None and not m.person]
            recipients = implied([k for p in phrases for k in keeper(p, self.reading)]) or recipients
        if not any(m.country for m in recipients):
            if event_type == "PROTEST":
                recipients = opposed(trigger, self.reading) or recipients
                if mode == "hunger" and not recipients:
                    recipients = jailers(trigger, self.reading)
            elif event_type in _ADDRESSED and not _asks_all(trigger, event_type):
                slots = [*roles.get("recipient", []), *(roles.get("theme", []) if mode != "allege" else [])]
                if event_type == "REJECT" and trigger.kind == "noun":
                    slots.append("behind")  # رفضه | الحوار مع الحكومة
                toward = _TOWARDS.get(event_type, ())
                recipients = meant(trigger, slots, actors, self.reading, toward=toward) or recipients
            elif event_type == "AGREE" and trigger.kind == "verb" and not recipients:
                slots = [slot for slot in roles.get("theme", []) if self._kindness(trigger, slot)]
                recipients = meant(trigger, slots, actors, self.reading, toward=("ل", "الى", "مع"))
        if (event_type, mode) == ("SANCTION", "discontinue") and not any(m.country for m in recipients):
            recipients = without(of_goods(trigger, roles.get("recipient", []), self.reading), actors) or recipients
        if (event_type, mode) == ("SANCTION", "convict") and not recipients:
            recipients = self._sentenced(trigger, roles.get("theme", []))
        if event_type in _ABROAD:
            recipients = self._not_its_own(actors, recipients)
            actors = self._not_theirs(actors, recipients)
        elif event_type == "CONSULT":
            actors = self._no_guests_land(actors, recipients)
            recipients = self._no_guests_land(recipients, actors)
            if mode == "visit" and _own_land(actors, recipients):
                recipients = []  # أموال دفعتها السعودية إلى أمريكا خلال | زيارة ترامب
        if event_type == "COERCE" and mode == "arrest" and _at_home(actors, recipients):
            recipients = []  # نفذت الشرطة البلجيكية اعتقالات | في مدن بلجيكية
        if event_type in _PLACED or (event_type, mode) == ("SANCTION", "convict"):
            placed = event_type != "PROTEST" or (mode == "obstruct" and not _roads(recipients))
            actors, recipients = (
                settle(trigger, actors, self.reading),
                settle(trigger, recipients, self.reading, things=placed),
            )
        if event_type in ("ASSAULT", "MOBILIZE"):
            actors = manned(actors)
        if event_type in _ADDRESSED:
            recipients = [without_deed(m) for m in recipients]
        if event_type in _AT_HOME:
            recipients = compatriots(recipients, actors)
        if event_type in _VIOLENT and trigger.kind == "noun":
            hit = {(m.start, m.end) for m in recipients}
            actors = [m for m in actors if (m.start, m.end) not in hit]  # تعرض موكب الوزير لإطلاق نار
        if trigger.kind == "noun" and event_type == "AGREE" and trigger.unit.prep == "ل" and trigger.light is None:
            return self._miss(trigger, frame, "an aim, not told as reached")  # يحث الأطراف للتوصل إلى اتفاق
        if trigger.kind == "noun" and event_type in _PLANNABLE and self._only_mentioned(trigger):
            return self._miss(trigger, frame, "only named as a topic or taken up again, not told")
        if trigger.kind == "verb" and event_type in _STATES and _lasting(trigger.clause):
            return self._miss(trigger, frame, "describes what somebody is, not what happened")
        status = self._status(trigger, status, event_type)
        if status is None:
            return self._miss(trigger, frame, "told as a wish, a rule or a possibility inside something else")
        event_type, mode = as_planned(event_type, mode, status)
        if trigger.kind == "verb" and event_type in _REFUSED and status == "negated" and never(trigger.clause):
            event_type, mode, status = "REJECT", _REFUSED[event_type], "actual"  # لن نتفاوض, لن يسلم سلاحه
        source, speech = source_of(trigger, self.reading, self.of_clause, status)
        if source and _same(source, actors):
            others = named_beside(trigger, self.reading)
            if others and not _same(others, actors):  # اعترفت الشرطة بقتل رجل، حسب ما أكدته الصحيفة
                source, speech = others, None
            elif event_type in _VERBAL or self._done(trigger) or (trigger.kind == "noun" and event_type in _OWN):
                source, speech = [], None
        confidence = (
            frame.confidence * (0.9 if trigger.kind == "noun" and trigger.light is None else 1) * (1 if actors else 0.9)
        )
        return Fired(
            trigger,
            frame,
            event_type,
            mode,
            actors,
            recipients,
            status,
            source,
            speech,
            round(min(confidence, 0.99), 3),
        )

    def _sentenced(self, trigger: Trigger, slots: Sequence[str]) -> list[Mention]:
        """Whom a sentence names behind the penalty, though they are nobody known: قضت بسجن | ثلاثة قياديين."""
        for slot in slots:
            for filler in trigger.fill(slot):
                if isinstance(filler, Phrase) and len(filler.units) > 1 and "punishment" in filler.head.classes:
                    whom = self.reading.cut(filler, filler.units.index(filler.head) + 1, alone=True)
                    found = [m.copy() for m in self.reading.mentions(whom) if m.kind in _PEOPLE]
                    for mention in found:
                        if not mention.country:
                            mention.country, mention.inferred = self.reading.resolver.context(mention.start), True
                    if found:
                        return found
        return []

    def _no_guests_land(self, parties: list[Mention], others: Sequence[Mention]) -> list[Mention]:
        """The parties of a meeting, those of no land told not of the land of a foreigner met: الملك يستقبل وزير
        الخارجية الأميركي.
        """
        everybody = [*parties, *others]
        foreign = {m.country for m in everybody if m.person and m.country and not m.inferred}
        out = []
        for mention in parties:
            if mention.inferred and mention.person and mention.kind == "role" and mention.country in foreign:
                mention = mention.copy()
                mention.country = self.reading.resolver.elsewhere(mention.country)
            out.append(mention)
        return out

    def _not_its_own(self, actors: Sequence[Mention], recipients: list[Mention]) -> list[Mention]:
        """The government, army or people that a state named as such deals with are not its own, where nothing else says
        whose they are: قدمت تركيا معدات | للجيش, of the land that the article is about.
        """
        states = {m.country for m in actors if m.kind in ("country", "seat") and not m.inferred}
        if len(states) != 1 or len(actors) != 1:
            return recipients
        (own,) = states
        elsewhere = self.reading.resolver.elsewhere(own)
        out = []
        for mention in recipients:
            unnamed = mention.inferred and mention.country == own and mention.kind in ("body", "role", "generic")
            if unnamed and elsewhere:
                mention = mention.copy()
                mention.country = elsewhere
            out.append(mention)
        return out

    def _not_theirs(self, actors: list[Mention], recipients: Sequence[Mention]) -> list[Mention]:
        """An army or a government of which nothing says whose it is is not that of the state which it accuses or warns:
        ويتهم الجيش | أبوظبي.
        """
        states = {m.country for m in recipients if m.kind in ("country", "seat") and not m.inferred and not m.sector}
        if len(states) != 1 or len(actors) != 1:
            return actors
        (theirs,) = states
        actor = actors[0]
        elsewhere = self.reading.resolver.elsewhere(theirs)
        unnamed = actor.inferred and actor.country == theirs and actor.kind in ("body", "role")
        if not unnamed or actor.named_person or not elsewhere:
            return actors
        actor = actor.copy()
        actor.country = elsewhere
        return [actor]

    def _kindness(self, trigger: Trigger, slot: str) -> bool:
        """Whether what is promised is help or company to somebody: تعهدت | بتزويد كييف بالسلاح."""
        for filler in trigger.fill(slot):
            if isinstance(filler, Phrase):
                types = {self.frames[n].type for lex in filler.head.lexes for n in lex.frames}
                return "aid" in filler.head.classes or bool(types & {"AID", "SUPPORT", "COOPERATE", "CONSULT"})
        return False

    def _miss(self, trigger: Trigger, frame: Frame, reason: str, what: object = None) -> Fired | None:
        """Note why a frame did not fire, where somebody wants to know; `what` stands at the braces of the reason."""
        if self.explain:
            self.misses.append(Miss(trigger, frame, reason.format(what)))
        return None

    @staticmethod
    def _roles(trigger: Trigger, frame: Frame) -> dict[str, list[str]]:
        if trigger.kind != "noun":
            return (
                {"actor": ["subject"], "recipient": ["object"], "theme": []} | frame.roles
                if not frame.roles
                else {"actor": ["subject"]} | frame.roles
            )
        recipient = [s for s in frame.roles.get("recipient", []) if s not in ("subject", "object", "clause")]
        roles = {
            "actor": ["agent", "demonym", "possessor", "between"],
            # those who agree stand side by side: اتفاق البلدين على ... has nobody behind على
            "recipient": recipient or ([] if frame.symmetric else ["ل", "على", "ضد"]),
            "theme": [s for s in frame.roles.get("theme", []) if s not in ("subject", "object")] + ["possessor"],
        } | frame.noun_roles
        hit = roles["recipient"]
        if trigger.unit.art and frame.type in _VIOLENT and "على" in hit and "ل" not in (*hit, *roles["actor"]):
            if trigger.who("demonym"):
                roles["recipient"] = [*hit, "ل"]  # القصف التركي | لمنتجع
        if trigger.light is not None:
            roles["recipient"] = [*([trigger.light.after] if trigger.light.after else []), *roles["recipient"]]
            if not frame.noun_roles.get("actor"):
                roles["actor"] = [*(s for s in frame.roles.get("actor", ["subject"])), *roles["actor"]]
            if trigger.arguments is not None and _own_refusal(trigger):
                # أكد الرئيس رفض بلاده | تهجيرهم, أبلغت مصر الوسطاء رفضها | أي وجود: what is refused stands behind
                behind = ["behind"] if frame.type in _ADDRESSED else []
                roles["recipient"] = [s for s in roles["recipient"] if s != "possessor"] + behind
                roles["theme"] = [*(s for s in roles.get("theme", ()) if s != "possessor"), "behind"]
        elif "behind" in roles["actor"]:
            pass  # the frame says itself who stands behind
        elif takes_object(trigger) and ("ل" not in roles["actor"] or _bare_object(trigger)):
            # خطف الحوثيين صحفيين: the genitive does it, to whom stands behind
            roles["actor"] = ["possessor", *(s for s in roles.get("actor", ()) if s != "possessor")]
            roles["recipient"] = ["behind", *(s for s in roles["recipient"] if s != "possessor")]
            roles["theme"] = [s for s in roles.get("theme", ()) if s != "possessor"] + ["behind"]
        return roles

    def _who(self, trigger: Trigger, frame: Frame, roles: dict[str, list[str]]) -> tuple[list[Mention], list[Mention]]:
        recipients = self._first(trigger, roles.get("recipient", []))
        if frame.type in _VIOLENT:  # هدمت ستة منازل | بحماية جنود
            recipients = [m for m in recipients if m.phrase is None or not _in_company(m.phrase)]
        actors = self._first(trigger, roles.get("actor", []), spans(recipients))
        clause = trigger.clause
        if trigger.kind == "noun":
            if frame.type == "ASSAULT":
                actors = [m for m in actors if not _only_describes(m)]
            if not actors and frame.type == "ASSAULT" and "ل" not in roles.get("recipient", ()):
                actors = attacker(trigger, self.reading)
                recipients = without(recipients, actors)
            suffers = sufferer(trigger) if frame.type in _VIOLENT and not frame.symmetric else None
            if suffers is not None:  # تعرض السجناء للتعذيب
                found = self.reading.mentions(suffers) if isinstance(suffers, Phrase) else suffers
                recipients = [m for m in found if m.country or m.sector or m.ar]
                actors = [m for m in without(actors, recipients) if not suffering(m.phrase)]
                return _unique(actors), _unique(recipients)
            if not actors:
                senders, receivers = received(trigger, self.reading)
                actors, recipients = senders, receivers or recipients
            actors = actors or described(trigger, self.reading)
            actors = actors or responsible(trigger, self.reading) or doer(trigger, self.reading)
            if not actors and frame.type in _VIOLENT:
                actors = without(charged(trigger, self.reading) or behind_it(trigger, self.reading), recipients)
            actors, recipients = self._governed(trigger, frame, roles, actors, recipients)
            if not actors and frame.type == "CONSULT" and frame.mode in ("visit", "phone"):
                both = self._met(trigger) if frame.mode == "phone" and not recipients else []
                actors = both or self._visitor(trigger, recipients)
        elif clause.voice == "v":
            agent = trigger.who("agent")
            if "subject" in roles.get("actor", ()):
                actors = agent
            elif "subject" in roles.get("recipient", ()):
                recipients = agent
        if frame.type == "ACCUSE" and trigger.kind == "verb" and clause.voice != "v":
            blamed = [m for m in trigger.who("agent") if m.country or m.sector]
            deed = next((m.phrase for m in recipients if m.phrase is not None and not m.implied), None)
            if blamed and deed is not None and deed.head.has("frames"):
                recipients = blamed  # دان الوزير استهداف المدنيين | من قبل الجيش
        if frame.type == "ACCUSE":  # أدانت الوزارة تعرض السفارة لهجوم: not the embassy
            recipients = [m for m in recipients if not suffering(m.phrase)]
        stirred = _stirred(trigger) if frame.type == "ACCUSE" and trigger.kind == "noun" else None
        if stirred is not None:
            recipients = without(within(stirred, self.reading), actors) or recipients
        if trigger.kind == "noun" and frame.type == "PROTEST" and frame.mode in _OF_CROWDS:
            actors = [m for m in actors if _demonstrates(m, trigger)]
        if not actors and frame.type == "ASSAULT":
            actors = without(by_weapon(trigger, self.reading), recipients)
        if frame.type in ("SANCTION", "REJECT") and not recipients and trigger.kind != "verb":
            actors, recipients = _two_sides(actors, trigger.who("between"))
        if frame.symmetric:
            parties = [*actors, *recipients]
            for slot in ("مع", "between"):  # وقع الرئيسان اتفاقا بين | البلدين: their own lands
                parties += [m for m in trigger.who(slot) if not (_taken_up(m) and m.country in countries(parties))]
            if (
                not parties
                and trigger.kind == "noun"
                and frame.type == "CONSULT"
                and self.reading.parties
                and self._told(trigger)
            ):
                parties = implied(self.reading.parties)  # المحادثات التي بدأت: of those who were said to talk before
            if not parties and frame.type == "CONSULT":
                parties = self._met(trigger)
            if frame.type == "ASSAULT" and self.reading.foes and not any(m.political for m in parties):
                sides = [*trigger.fill("between"), *trigger.fill("subject")]
                if any(isinstance(side, Phrase) and _both(side) for side in sides):
                    return implied(self.reading.foes), []  # تجددت المعارك بين الطرفين
            if (
                trigger.kind == "noun"
                and len(_unique(parties)) == 1
                and trigger.governor is not None
                and trigger.governor.unit is not None
                and (
                    self._fought(trigger, frame.type)
                    or not any(m.plural or m.kind in ("body", "organisation") for m in actors)  # عقب اجتماع للوزراء
                )
            ):
                # كشف شارون عن إجراء مباحثات مع مصر: the other party is who speaks of it
                above = [m for m in self.reading.subject(trigger.governor) if m.political and m.country]
                # أمر الرئيس بتشكيل لجنة لإجراء محادثات مع الجانب التركي
                if ordered(trigger.governor) and any(m.person for m in above):
                    above = by_order(trigger.governor, self.reading)
                parties = [*above, *parties]
            if self.reading.parties and len(_unique(parties)) < 2 and _of_both(clause.subject):
                lands = {m.country: m for m in self.reading.parties if m.country and m.phrase is not None}
                parties = implied([self.reading.land(m.phrase, country) for country, m in lands.items() if m.phrase])
                if len(lands) < 2:
                    parties = implied(self.reading.parties)  # two bodies of one country
            elif self.reading.parties and _both(clause.subject):
                told = any(f.frame.symmetric for f in self.of_clause.values())  # in this sentence, before
                if not any(m.political for m in parties) or not told:
                    parties = implied(self.reading.parties)  # اتفق الجانبان, ناقش الوزيران
                    if clause.subject is not None and is_land(clause.subject.head):
                        parties = self.reading.lands(clause.subject, parties)  # اختتم البلدان
            if trigger.kind == "noun" and "possessor" not in roles.get("actor", ()) and not parties:
                parties += trigger.who("possessor")
            theirs = trigger.kind == "noun" and trigger.unit.enc == "هما"
            if theirs and len(_unique(parties)) < 2 and self.reading.parties:
                parties = implied(self.reading.parties)  # جاء ذلك خلال لقائهما
            if trigger.kind == "noun" and frame.type == "CONSULT":
                parties = _without_host(trigger, parties)
            return _unique(parties), []
        return _unique(actors), _unique(recipients)

    def _struck_before(self, trigger: Trigger) -> list[Mention]:
        """What the genitive says was struck, where only a line or a hill stands behind على: قصف مواقع باكستانية | على
        خط المراقبة.
        """
        owner = trigger.possessor() if trigger.kind == "noun" else None
        if owner is None or "target_place" not in owner.head.classes:
            return []
        thing = self.reading.thing(owner)
        return [thing] if thing.country else []

    @staticmethod
    def _fought(trigger: Trigger, event_type: str) -> bool:
        """Whether the doer above fought, too: اقتحم المسلحون الحي بعد اشتباكات | مع الجيش."""
        if event_type != "ASSAULT" or trigger.phrase is None or trigger.governor is None:
            return False
        said = any(kind in ("speech", "say", "announce") for verb in trigger.governor.verbs for kind in verb.kinds)
        passing = trigger.phrase.prep in _IN_PASSING and not (trigger.unit.art or trigger.unit.enc)
        return passing and not said and trigger.governor.voice != "v" and bool(trigger.who("مع"))

    def _visitor(self, trigger: Trigger, recipients: Sequence[Mention]) -> list[Mention]:
        """The subject of the clause of a visit or a call that is told in passing: عاد الرئيس بعد زيارة إلى بكين."""
        governor, phrase = trigger.governor, trigger.phrase
        if governor is None or governor.unit is None or phrase is None or trigger.unit.art or trigger.unit.enc:
            return []
        if phrase.prep not in _IN_PASSING or governor.voice == "v" or not recipients:
            return []
        found = [m for m in self.reading.subject(governor) if m.political and m.person]
        return implied(without(found, recipients))

    def _met(self, trigger: Trigger) -> list[Mention]:
        """Several who did something together at a meeting: اتفق الوزيران، خلال اجتماع في عمان، على ...; who announces
        that talks will be held.
        """
        governor, phrase = trigger.governor, trigger.phrase
        if governor is None or governor.unit is None or phrase is None:
            return []
        if announced(phrase, self.reading) and governor.voice != "v":
            return [m for m in self.reading.subject(governor) if m.political and m.sector != "JRN"]
        if trigger.unit.art or trigger.unit.enc:
            return []
        if phrase.prep not in ("خلال", "اثناء", "في") or phrase.units[0] is not trigger.unit or governor.voice == "v":
            return []
        found = [m for m in self.reading.subject(governor) if m.political and m.country]
        return implied(found) if len({m.country for m in found}) > 1 else []

    def _only_mentioned(self, trigger: Trigger) -> bool:
        """A noun that says what talks are about, or takes something up again with no word of its taking place."""
        phrase, governor = trigger.phrase, trigger.governor
        assert phrase is not None
        preps = [phrase.prep]
        position = self.reading.position.get(id(phrase), 0)
        first = self.reading.parse.chunks[position].phrase
        if first is not None:
            preps.append(first.prep)
        if any(p in _TOPIC_PREPS for p in preps):
            return True
        if any(unit.start < trigger.unit.start and not _PUT_OFF.isdisjoint(unit.keys) for unit in phrase.units):
            return True  # إرجاء | زيارته: not held, not refused
        heads = [unit for unit in phrase.units if unit.start < trigger.unit.start and not unit.fn("light_head")]
        if any("agreements" in unit.classes for unit in heads):
            return True  # اتفاقية | قمة باريس
        if position and phrase.prep in ("في", "ب") and trigger.unit.art:
            before = self.reading.phrase_before(phrase)
            if before is not None and not _TAKING_PART.isdisjoint(before.units[-1].keys):
                return True  # دعاه إلى المشاركة | في القمة
        kinds = (
            {kind.split("+")[0] for verb in governor.verbs for kind in verb.kinds} if governor is not None else set()
        )
        if phrase.prep == "من" and governor is not None and position:
            rounds = self.reading.phrase_before(phrase)
            if (
                rounds is not None
                and (rounds is governor.subject or rounds is governor.object)
                and any("rounds" in u.classes for u in rounds.units)
            ):
                return not kinds & {"active", "existential"}
        told = bool(kinds & {"active", "active_prep", "existential", "passive", "lv", "plan", "stop", "attempt"})
        if (
            governor is not None
            and any(verb.classes and "discussing" in verb.classes for verb in governor.verbs)
            and governor.object is phrase
        ):
            return True
        passing = phrase.prep in _WHEN_OR_WHERE and trigger.arguments is not None  # خلال لقائه | نظيره
        if not trigger.unit.art or told or trigger.light is not None or passing:
            return False
        return not trigger.pps and not self.reading.resolver.demonyms(phrase, trigger.unit.end)

    def _crowd(self, trigger: Trigger) -> list[Mention]:
        """The crowd of a protest, known by its number alone, that goes on to say something: تظاهر الآلاف | مطالبين."""
        host = trigger.clause.subject_from or trigger.clause.parent
        fired = self.of_clause.get(host.number) if host is not None else None
        return implied(fired.actors) if fired is not None and fired.type == "PROTEST" else []

    def _at_hand(
        self, frame_name: str, event_type: str, mode: str | None, recipients: Sequence[Mention]
    ) -> list[Mention]:
        """Who must be meant though the clause does not say so: the protesters of a protest, the police of a
        dispersal, the court.
        """
        if event_type == "PROTEST":
            return self._among(_CROWD, recipients)[:1]
        if event_type == "ASSAULT" and mode == "crowd-control":
            return self._among_sectors(("COP", "MIL"), recipients)[:1]
        if (event_type == "ACCUSE" and mode == "allege" and frame_name.startswith(_TRIALS)) or (
            event_type == "SANCTION" and mode == "convict"
        ):
            return self._among_sectors(("JUD",), recipients)[:1]
        return []

    def _among(self, name: str, taken: Sequence[Mention]) -> list[Mention]:
        """Mentions of the sentence whose head is of a noun class, as implied."""
        out = []
        for item in self.reading.parse.chunks:
            for phrase in item.phrase.all if item.phrase is not None else ():
                if name in phrase.head.classes:
                    out += [m for m in self.reading.mentions(phrase) if m.sector and not m.implied]
        return implied(without(out, taken))

    def _among_sectors(self, sectors: Sequence[str], taken: Sequence[Mention]) -> list[Mention]:
        """Mentions of the sentence of some sector, as implied."""
        out = [
            m
            for item in self.reading.parse.chunks
            for m in self.reading.mentions(item.phrase)
            if m.sector in sectors and not m.thing and m.kind in ("body", "generic", "organisation")
        ]
        return implied(without(out, taken))

    def _accused(self, trigger: Trigger, recipients: Sequence[Mention]) -> list[Mention]:
        """Who is said to have done what an accusation tells: اتهمت واشنطن الميليشيات بشن هجمات."""
        fired = self.of_clause.get(trigger.clause.number)
        if (
            trigger.kind != "noun"
            or fired is None
            or fired.frame.content != "alleged"
            or trigger.phrase is None
            or trigger.phrase.prep != "ب"
        ):
            return []
        return without(implied(fired.recipients), recipients)

    @staticmethod
    def _done(trigger: Trigger) -> bool:
        """Whether the verb says that its subject does what stands behind its preposition: رد بقصف, قام بزيارة."""
        governor, phrase = trigger.governor, trigger.phrase
        if governor is not trigger.clause or phrase is None or not phrase.prep:
            return False
        return any(kind == f"active_prep+{phrase.prep}" for verb in governor.verbs for kind in verb.kinds)

    @staticmethod
    def _told(trigger: Trigger) -> bool:
        """Whether a verb says that the noun takes or took place."""
        governor, phrase = trigger.governor, trigger.phrase
        if governor is None or phrase is None:
            return False
        kinds = {kind.split("+")[0] for verb in governor.verbs for kind in verb.kinds}
        return bool(kinds & {"active", "existential"}) and (
            governor is not trigger.clause
            or phrase is governor.subject
            or phrase is governor.object
            or phrase.prep == "من"
        )

    def _dispersed(self, trigger: Trigger) -> list[Mention]:
        """Whom gas, batons and water are to drive away: أطلقت الشرطة الغاز | لتفريق أنصار المرشح."""
        for phrase in trigger.pps:
            if phrase.prep == "ل" and phrase.head.has("frames") and not phrase.head.art and len(phrase.units) > 1:
                whom = self.reading.cut(phrase, phrase.units.index(phrase.head) + 1)
                return [m for m in self.reading.mentions(whom) if m.country or m.sector]
        return []

    def _things(self, trigger: Trigger, slots: Sequence[str], doers: Sequence[Mention] = ()) -> list[Mention]:
        """What was acted upon by some where it is no actor: a building, a ship, a road."""
        for slot in slots:
            for filler in trigger.fill(slot):
                if (
                    isinstance(filler, Phrase)
                    and filler.head.tag == "N"
                    and (not filler.head.has("frames") or "target_place" in filler.head.classes)  # تجمعا لجنود
                    and filler.head.text.removeprefix("ب") not in _INJURIES
                ):
                    owner = self._kept_by(filler.head, trigger, doers) if filler.head.enc else []
                    if any(m.coded for m in owner):
                        return [m for m in owner if m.coded]
                    thing = self.reading.thing(filler)
                    kept = [] if thing.country else keeper(filler, self.reading)
                    return implied(kept) or [thing]
        return []

    def _kept_by(self, unit: Unit, trigger: Trigger, doers: Sequence[Mention]) -> list[Mention]:
        """Whose the thing is that was acted upon: nobody raids, shells or blows up his own, but that of somebody named
        before (داهمت الشرطة | منزله).
        """
        owner = self.reading.owner(unit, trigger.clause)
        himself = unit.text.removesuffix(unit.enc) in ("نفس", "ذات")
        if trigger.kind != "verb" or himself or not owner or not doers or without(owner, doers):
            return owner
        telling = [m for m in self.reading.source_of(trigger.clause) if m.coded and fits(unit.enc, m)]
        return implied(without(telling, doers)) or self.reading.pronoun_of(unit, trigger.clause, exclude=doers)

    def _visited(self, trigger: Trigger, slots: Sequence[str], guests: Sequence[Mention]) -> list[Mention]:
        """The land of a town abroad that is visited: وصل الرئيس الفرنسي إلى جدة."""
        for slot in slots:
            for filler in trigger.fill(slot):
                country = land_of(filler, self.reading) if isinstance(filler, Phrase) else None
                if isinstance(filler, Phrase) and country and all(m.country not in (None, country) for m in guests):
                    thing = self.reading.thing(filler)
                    thing.country = country
                    return [thing]
        return []

    def _suffering(self, trigger: Trigger) -> list[Mention]:
        """The thing that a verb or a noun says suffers the event: تعرضت القرية لقصف, تعرض القرية لقصف."""
        suffers = sufferer(trigger)
        if isinstance(suffers, Phrase):
            return [self.reading.thing(suffers)]
        governor, phrase = trigger.governor, trigger.phrase
        if governor is None or phrase is None or not phrase.preposition or governor.subject is None:
            return []
        kind = f"passive+{phrase.preposition}"
        if not any(kind in verb.kinds for verb in governor.verbs) or governor.subject.head.has("frames"):
            return []
        return [self.reading.thing(governor.subject)]

    def _counted(self, trigger: Trigger, slots: Sequence[str]) -> list[Mention]:
        """People of whom only the number is told."""
        for slot in slots:
            for filler in trigger.fill(slot):
                found = counted(filler, self.reading) if isinstance(filler, Phrase) else None
                if found is not None:
                    return [found]
        return []

    @staticmethod
    def _first(trigger: Trigger, slots: Sequence[str], taken: Collection[tuple[int, int]] = ()) -> list[Mention]:
        for slot in slots:
            found = [m for m in trigger.who(slot) if (m.country or m.sector or m.ar) and (m.start, m.end) not in taken]
            if found:
                return found
        return []

    def _governed(
        self,
        trigger: Trigger,
        frame: Frame,
        roles: dict[str, list[str]],
        actors: list[Mention],
        recipients: list[Mention],
    ) -> tuple[list[Mention], list[Mention]]:
        """Roles that a light verb gives to its noun: شنت إسرائيل هجوما, تعرض الجيش لهجوم."""
        governor = trigger.governor
        if governor is None or governor.unit is None or trigger.phrase is None:
            return actors, recipients
        if governor.kind == "rel" and ordered(governor):
            return actors or by_order(governor, self.reading), recipients
        kinds = {kind for verb in governor.verbs for kind in verb.kinds}
        phrase = trigger.phrase
        first = next(
            (
                u
                for u in phrase.units
                if u.tag == "N" and not u.fn("quant") and (u is trigger.unit or not u.fn("light_head"))
            ),
            None,
        )
        if first is not trigger.unit:
            return actors, recipients
        if (
            phrase.units[0].fn("light_head")
            and phrase.units[0] is not trigger.unit
            and phrase.units[0].text.lstrip("بل") in _DOING
            and not actors
            and not phrase.units[0].enc
        ):
            # انطلقوا لتنفيذ هجمات: the subject of the clause is meant to do it
            if (
                "speech" not in {k for v in governor.verbs for k in v.kinds}
                and governor.voice != "v"
                and phrase.preposition in ("ل", "ب", "على", "في", "الى")
            ):
                actors = [m for m in self.reading.subject(governor) if m.country or m.sector]
        is_object = governor.object is phrase or (governor is not trigger.clause)
        prep = phrase.prep or _shared(phrase, self.reading)
        does = self._done(trigger)  # رد الجيش بقصف ...
        if any("speech" in verb.kinds for verb in governor.verbs) and trigger.light is None and not does:
            if not actors and frame.type in _VIOLENT and _denied(trigger, governor):
                denying = without(self.reading.subject(governor), recipients)  # نفى الجيش قصف المستشفى
                theirs = {m.country for m in recipients if m.sector in ("GOV", "MIL")}
                return [m for m in denying if m.political and m.country not in theirs], recipients
            if not actors and _announced(trigger, governor):
                herald = [m for m in self.reading.subject(governor) if m.political and m.sector != "JRN"]
                if frame.casualty and len(herald) == 1 and herald[0].sector == "MIL" and _bare_soldiers(recipients):
                    recipients = [m.copy() for m in recipients]  # أعلن الجيش الإسرائيلي مقتل ضابط وجندي: its own
                    for mention in recipients:
                        mention.country, mention.inferred = herald[0].country, True
                    return actors, recipients
                own = frame.type == "ASSAULT" and (
                    _of_enemies(herald, recipients, frame, phrase.units) or _stopped(trigger, herald)
                )
                if frame.type in _WILLED or own:
                    actors = without(herald, recipients)
            return actors, recipients
        active = _carried(trigger, governor, prep)
        enabled = prep == "من" and governor.object is not None and any(v.lemma == "مكن" for v in governor.verbs)
        if enabled and not actors:  # مكنت الحملة الشرطة من اعتقال
            return [m for m in self.reading.mentions(governor.object) if m.country or m.sector], recipients
        passive = any(k == f"passive+{_plain(prep)}" for k in kinds if prep) or (is_object and "passive" in kinds)
        for clause in (governor, trigger.clause):
            if not recipients and phrase is clause.subject and any("reaching" in verb.classes for verb in clause.verbs):
                recipients = [m for m in self.reading.mentions(clause.object) if m.country or m.sector]
        if "subject" in roles.get("recipient", ()):
            return actors, recipients  # نجا الوزير من محاولة اغتيال
        itself = governor.subject is not None and any(phrase is part for part in governor.subject.members)
        if active and governor.voice != "v" and not actors and not itself:  # سقط القتلى | والجرحى
            actors = [m for m in self.reading.subject(governor) if m.country or m.sector or m.ar]
        elif passive and not recipients:
            recipients = [m for m in self.reading.subject(governor) if m.country or m.sector or m.ar]
        elif active and governor.voice == "v" and not actors:
            actors = [m for p in governor.pps if p.agent for m in self.reading.mentions(p)]
        above = trigger.clause
        if not actors and governor is not above and phrase is above.object and above.voice != "v":
            if any(kind == "active" for verb in above.verbs for kind in verb.kinds):
                actors = [m for m in self.reading.subject(above) if m.country or m.sector]  # نفذوا مداهمات طالت
        return actors, recipients

    def _needs(
        self,
        trigger: Trigger,
        frame: Frame,
        event_type: str,
        mode: str | None,
        actors: Sequence[Mention],
        recipients: Sequence[Mention],
    ) -> bool:
        weak_ok = event_type in _VIOLENT
        filled = {
            "actor": any(m.political or m.named_person or (weak_ok and (m.country or m.sector)) for m in actors),
            "recipient": any(
                m.political or m.named_person or m.country or m.sector or (frame.casualty and m.kind in _PEOPLE)
                for m in recipients
            ),
        }
        if not filled["actor"] and event_type in _ADDRESSED and _voiced(trigger):
            told = trigger.governor is not None and trigger.governor.unit is not None
            filled["actor"] = filled["recipient"] or told or bool(trigger.pps)
        if any(not filled[role] for role in frame.needs):
            return False
        if frame.casualty and filled["recipient"]:
            return True
        if event_type == "SANCTION" or frame.name.startswith(_TRIALS):
            # whoever is tried or sentenced is so by a court: حكم على المتهم بالسجن
            if mode in ("convict", "allege") and any(m.kind in _PEOPLE or m.named_person for m in recipients):
                return True
        if filled["actor"] or any(
            m.political or m.named_person or (weak_ok and (m.country or m.sector)) for m in recipients
        ):
            return True
        nobody_named = event_type in ("ASSAULT", "PROTEST") or mode in _OF_PLACES or frame.name == _ARMS_FOUND
        return not frame.needs and nobody_named

    # -- status and source -------------------------------------------------------------------------------------

    def _status(self, trigger: Trigger, status: str | None, event_type: str) -> str | None:
        from waqai.events.status import status_of

        return status_of(trigger, self.reading, self.of_clause, status, event_type)

    def _absorbed(self, fired: Fired, everything: Sequence[Fired]) -> bool:
        """Whether the event is only what another one asks for, promises, threatens or refuses."""
        trigger = fired.trigger
        for other in everything:
            if other is not fired and _object_of(trigger, other) and {other.type, fired.type} <= _GIVEN:
                return True  # منحت ألمانيا أوكرانيا مساعدات is one gift, أبرم البلدان اتفاقا one signing
            if fired.type == "MOBILIZE" and other.frame.type == "AID" and _object_of(trigger, other):
                return True  # سترسل | دبابات إلى كييف: help, no force of one's own
            if other.type == "REJECT" and fired.status == "negated" and _object_of(trigger, other):
                return True  # لن يسلم | سلاحه: the refusal says it all
            stopped = fired.type == "AID" and (other.type, other.mode) == ("SANCTION", "withdraw")
            if stopped and _object_of(trigger, other):
                return True  # علقت واشنطن المساعدات: no aid beside
            if other is not fired and other.type in _ON_TERMS and _condition(trigger, other.trigger):
                return True
            content = other.frame.content
            if other is fired or not (content == "absorbed" or (content == "alleged" and fired.type == "SUPPORT")):
                continue  # whom one is accused of backing is not backed in these words
            theirs = other.trigger
            if theirs.kind != "noun":
                if (
                    trigger.clause is not theirs.clause
                    and theirs.clause in trigger.clause.ancestors()
                    and trigger.clause.kind in ("comp", "serial")
                    and _inside(trigger.clause, theirs.clause)
                ):
                    return True
                if (
                    trigger.kind == "noun"
                    and trigger.clause is theirs.clause
                    and trigger.phrase is not None
                    and trigger.unit.start > theirs.unit.start
                ):
                    slots = [s for s in other.frame.roles.get("theme", []) if s != "clause"]
                    if any(
                        trigger.phrase is part
                        for s in slots
                        for p in theirs.fill(s)
                        if isinstance(p, Phrase)
                        for part in p.all
                    ):
                        return True
            elif trigger.unit.start > theirs.unit.start:
                slots = [s for s in (other.frame.noun_roles or other.frame.roles).get("theme", []) if s != "clause"] + [
                    "possessor",
                    "behind",
                ]
                if any(
                    trigger.phrase is p or any(trigger.unit is u for u in p.units)
                    for s in slots
                    for p in theirs.fill(s)
                    if isinstance(p, Phrase)
                ):
                    return True
                if any(
                    trigger.clause is c or c in trigger.clause.ancestors()
                    for c in theirs.fill("clause")
                    if isinstance(c, Clause)
                ):
                    return True
        return False


#: verbs whose subject is what words are about, folded
_STIRRING = frozenset(("اثار/ثور", "لقي", "واجه", "جوبه", "اشعل", "قوبل", "لاقى/لقي"))


#: nouns behind ب that say in whose company or by whose leave something is done, folded
_COMPANY = frozenset("حماية حراسة مساعدة مشاركة حضور اشراف دعم مساندة اسناد رفقة مرافقة صحبة قيادة موافقة امر".split())


def _applies(rule: Rule, slots: Slots) -> bool:
    return hold(rule.where, slots) and not (rule.unless and any_holds(rule.unless, slots))


def _in_company(phrase: Phrase) -> bool:
    """Whether a phrase tells with whom something is done, and to nobody."""
    first = phrase.units[0]
    return phrase.preposition == "ب" and first.text.removeprefix(first.prep) in _COMPANY


def _stirred(trigger: Trigger) -> Phrase | None:
    """What is said to meet with words: أثار | قرار الحكومة | انتقادات."""
    governor, phrase = trigger.governor, trigger.phrase
    if governor is None or phrase is None or governor.subject is None or governor.subject is phrase:
        return None
    if all(p is not phrase for p in governor.post) and phrase.preposition != "ب":
        return None
    return governor.subject if any(verb.lemma in _STIRRING for verb in governor.verbs) else None


def _asks_all(trigger: Trigger, event_type: str) -> bool:
    """Whether something is asked of somebody whom the words do not name: حثت الصين جميع الأطراف على الهدوء."""
    asked = trigger.clause.object if trigger.kind == "verb" and event_type == "REQUEST" else None
    return asked is not None and "sides" in {k.id for k in trigger.reading.resolver.kinds_of(asked)}


def _carried(trigger: Trigger, governor: Clause, prep: str) -> bool:
    """Whether the verb of a clause only says that its subject does what the noun names: شن هجوما, قام بهدم منزل."""
    kinds = {kind for verb in governor.verbs for kind in verb.kinds}
    preps = [prep] if prep else []
    if governor is not trigger.clause:  # هجمات قامت بها الجماعة: the pronoun stands for the noun
        preps = [p.prep for p in governor.pps if p.head.tag == "PP"]
    is_object = governor.object is trigger.phrase or governor is not trigger.clause
    return (
        trigger.light is not None
        or (is_object and "active" in kinds)
        or any(f"active_prep+{_plain(p)}" in kinds for p in preps)
    )


def _light_subject(trigger: Trigger) -> list[Phrase]:
    """The subject of the light verb over an event noun, which does what the noun says: أقدم الجيش على هدم منزل."""
    governor, phrase = trigger.governor, trigger.phrase
    if governor is None or governor.unit is None or phrase is None or governor.voice == "v":
        return []
    if phrase.units[0] is not trigger.unit or not phrase.prep or not _carried(trigger, governor, phrase.prep):
        return []
    return [governor.subject] if governor.subject is not None else []


def _own_refusal(trigger: Trigger) -> bool:
    """Whether the genitive or pronoun on a noun is no more than the subject of its light verb: رفض بلاده, رفضها."""
    subject = trigger.arguments[0] if trigger.arguments is not None else None
    if subject is None:
        return bool(trigger.unit.enc)
    if subject.head.enc:
        return is_homeland(subject.head)
    if trigger.governor is None:
        return False  # أكد السيسي رفض مصر القاطع | لأي إجراءات: his own land's
    own = {m.country for m in trigger.reading.subject(trigger.governor) if m.country}
    return any(m.kind in ("country", "seat") and m.country in own for m in trigger.reading.mentions(subject))


def _roads(recipients: Sequence[Mention]) -> bool:
    """Whether a road is all that is blocked: it is nobody's."""
    return any(m.phrase is not None and _ROADS.search(m.phrase.head.text) for m in recipients)


def _own_land(actors: Sequence[Mention], recipients: Sequence[Mention]) -> bool:
    """Whether all that a guest is said to visit is his own state, so that it is not where he was."""
    own = {m.country for m in actors if m.country and not m.inferred}
    return bool(own) and bool(recipients) and all(
        m.country in own and m.kind in ("country", "seat") and not m.sector for m in recipients
    )


def _at_home(actors: Sequence[Mention], recipients: Sequence[Mention]) -> bool:
    """Whether those acted upon are no more than places in the actors' own land."""
    own = {m.country for m in actors if m.country}
    return bool(own) and bool(recipients) and all(
        m.country in own and not m.sector and not m.person and m.phrase is not None and m.phrase.preposition == "في"
        for m in recipients
    )


def _bare_object(trigger: Trigger) -> bool:
    """Whether whom a noun acts upon stands behind it without a preposition: لقائه | رئيسة المفوضية."""
    return trigger.arguments is not None and not trigger.arguments[1].preposition


def _two_sides(actors: list[Mention], between: Sequence[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Who does it to whom where both stand behind بين: أعلن الوزير الجزائري قطع العلاقات بين الجزائر والمغرب."""
    if len(between) < 2:
        return actors, []
    own = {m.country for m in actors if m.country}
    if not own:
        return [between[0]], list(between[1:])
    others = [m for m in between if m.country not in own]
    return actors, others if len(others) < len(between) else []


def as_planned(event_type: str, mode: str | None, status: str) -> tuple[str, str | None]:
    """The type and mode of what is still to come: a meeting that is planned is agreed on, a withdrawal announced is
    conceded (RECORD.md).
    """
    if status == "future":
        if event_type == "RETREAT" and mode != "resign":
            return "CONCEDE", None
        if event_type in _PLANNED:
            return _PLANNED[event_type], None
    return event_type, mode


def _shared(phrase: Phrase, reading: Reading) -> str:
    """The preposition that a phrase shares with the one it is joined to: تعرضوا للضرب | والإهانة."""
    whole = reading.parse.chunks[reading.position.get(id(phrase), 0)].phrase
    return whole.prep if whole is not None and any(phrase is member for member in whole.members) else ""


_SIDES = frozenset(
    ("جانب", "طرف", "بلد", "دولة", "زعيم", "رئيس", "وزير", "مسؤول", "قائد", "وفد")
)


#: those who take part in talks, when nothing more is said of them, folded
_ROUND_THE_TABLE = frozenset(("وفد", "وفود", "طرف", "اطراف"))


def _both(subject: Phrase | None) -> bool:
    """الجانبان, البلدان, الرئيسان: the two that were told of before; الأطراف, الوفود: all of them."""
    if subject is None:
        return False
    if subject.head.number == "p":
        return len(subject.units) == 1 and subject.head.art and not _ROUND_THE_TABLE.isdisjoint(subject.head.keys)
    if subject.head.number != "d":
        return False
    return not _SIDES.isdisjoint(subject.head.keys)


def _without_host(trigger: Trigger, parties: list[Mention]) -> list[Mention]:
    """The parties without the city that only lends a meeting its name: قمة طوكيو, مفاوضات مينسك; but مباحثات موسكو مع
    أنقرة.
    """
    owner = trigger.possessor()
    if owner is None or owner.members or not owner.head.has("seats") or owner.head.has("names") or trigger.fill("مع"):
        return parties
    return [m for m in parties if m.start != owner.start]


def _of_both(subject: Phrase | None) -> bool:
    """وزيرا خارجية البلدين, رئيسا الدولتين: a dual with the two lands in genitive."""
    if subject is None or len(subject.units) < 2 or not subject.units[0].text.split()[0].endswith(("ا", "ي")):
        return False
    return any(u.number == "d" and not _SIDES.isdisjoint(u.keys) for u in subject.units[1:])


def _voiced(trigger: Trigger) -> bool:
    """Whether an adjective says from what quarter words come without naming anybody: تنديد دولي, دعوات عربية."""
    if trigger.kind != "noun" or trigger.phrase is None or trigger.possessor() is not None or trigger.unit.enc:
        return False
    behind = [u for u in trigger.phrase.units if u.start > trigger.unit.start]
    return any("quarter" in lex.classes for unit in behind[:2] for lex in unit.lexes)


def _demonstrates(mention: Mention, trigger: Trigger) -> bool:
    """Whether somebody can be the crowd of a protest noun: not the police beside it (حاولت الشرطة فض اعتصامهم), nor
    whoever stands behind a ل far from it (احتجاجات وسط شعارات مناوئة للنظام).
    """
    if mention.sector == "COP":
        return False
    phrase = mention.phrase
    if phrase is None or phrase.preposition != "ل" or mention.implied:
        return True
    return any(phrase is part for part in trigger.pps[:1])


def _of_enemies(herald: Sequence[Mention], victims: Sequence[Mention], frame: Frame, hit: Sequence[Unit]) -> bool:
    """Whether a force tells of its own deed: it announces that others' fighters or leaders were hit.

    أعلن الجيش الإسرائيلي اغتيال قائد في حزب الله; of its own dead it tells in the same words, and of civilians
    that others killed.
    """
    if not herald or not all(m.sector in _FORCES or m.country == "IMG" for m in herald):
        return False
    if frame.casualty and any(m.sector in ("CVL", None) and m.country != "IMG" for m in victims):
        return False
    lands = {m.country for m in victims if m.country and not m.inferred}
    if not lands and not frame.casualty and not any(m.person or m.kind in _PEOPLE for m in victims):
        # أعلنت الجماعة استهداف سفينة, تدمير دبابة: what was hit is named as a thing only
        return not any(u.enc for u in hit)
    return bool(lands) and lands.isdisjoint({m.country for m in herald})


def _condition(trigger: Trigger, verb: Trigger) -> bool:
    """Whether a noun names the condition on which the verb's subject would act: قبل, مقابل, شرط."""
    phrase = trigger.phrase
    if trigger.kind != "noun" or verb.kind != "verb" or phrase is None or trigger.clause is not verb.clause:
        return False
    return phrase.prep in ("قبل", "مقابل", "بشرط", "لحين") and not trigger.clause.times


def _object_of(trigger: Trigger, other: Fired) -> bool:
    """Whether an event noun is an object of the verb of another event."""
    phrase, theirs = trigger.phrase, other.trigger
    if trigger.kind != "noun" or theirs.kind != "verb" or phrase is None:
        return False
    clause = theirs.clause
    return trigger.clause is clause and (clause.object is phrase or any(p is phrase for p in clause.post))


def _stopped(trigger: Trigger, herald: Sequence[Mention]) -> bool:
    """Whether a force tells that it stopped what was fired: أعلن الجيش اعتراض صاروخ."""
    if not all(m.sector in _FORCES for m in herald):
        return False
    return any("acted_upon" in p.head.classes for p in trigger.fill("possessor") if isinstance(p, Phrase))


def _bare_soldiers(mentions: Sequence[Mention]) -> bool:
    """Whether all are soldiers of whom nothing says whose they are."""
    return bool(mentions) and all(
        m.sector == "MIL"
        and m.kind in _PEOPLE
        and m.phrase is not None
        and not any(u.has("demonyms") or u.has("names") or u.has("bodies") for u in m.phrase.units)
        for m in mentions
    )


def _denied(trigger: Trigger, governor: Clause) -> bool:
    """Whether an event noun is what a verb of denying has as its object."""
    held = governor.object
    if held is None or not any(part is trigger.phrase for part in held.all):
        return False
    return any("deny" in verb.kinds for verb in governor.verbs)


def _announced(trigger: Trigger, governor: Clause) -> bool:
    """Whether an event noun is what a verb of announcing has as its object, or behind عن: أعلنت واشنطن (عن) عقوبات."""
    phrase = trigger.phrase
    if phrase is None or not any(verb.lemma in _ANNOUNCES for verb in governor.verbs):
        return False
    if governor.object is not None and any(part is phrase for part in governor.object.all):
        return True  # أعلن الجيش إغلاق الحدود | وفرض حظر التجول
    return any(p is phrase and p.preposition == "عن" for p in governor.pps)


def _inside(clause: Clause, host: Clause) -> bool:
    """Whether `clause` is in the complement of `host` and not in a relative clause there."""
    while clause is not host:
        if clause.kind == "rel" or clause.parent is None:
            return False
        clause = clause.parent
    return True


def _lasting(clause: Clause) -> bool:
    """Whether a relative clause of the imperfect says what somebody is: التي تسيطر على ..., فصائل تدعمها إيران."""
    if clause.kind != "rel" or clause.tense != "i" or clause.times or clause.future:
        return False
    reading = clause.unit.reading if clause.unit is not None else None
    return bool(clause.opener) or (reading is not None and bool(reading.object))


def _plain(prep: str) -> str:
    return prep


def _unique(mentions: Sequence[Mention]) -> list[Mention]:
    out: list[Mention] = []
    for mention in mentions:
        if not any(_one_place(mention, other) or _identical(mention, other) for other in out):
            out.append(mention)
    return out


def _taken_up(mention: Mention) -> bool:
    """Whether a state is named only by a word that takes two of them up: البلدين."""
    return mention.implied and mention.kind == "country"


def _one_place(one: Mention, other: Mention) -> bool:
    """Whether two mentions are of the same words; words that stand for two (البلدان) are of two lands."""
    if (one.start, one.end) != (other.start, other.end):
        return False
    return not (one.kind == other.kind == "country" and one.implied and other.implied and one.country != other.country)


def _identical(one: Mention, other: Mention) -> bool:
    """The same named entity, mentioned twice."""
    if one.actor is not None and one.actor is other.actor and one.sector == other.sector:
        return True
    return one.person and other.person and one.ar is not None and one.ar == other.ar and one.country == other.country


def _same(one: Sequence[Mention], other: Sequence[Mention]) -> bool:
    return any(
        (a.start, a.end) == (b.start, b.end)
        or (a.ar is not None and (a.ar, a.country, a.sector) == (b.ar, b.country, b.sector))
        for a in one
        for b in other
    )


def countries(mentions: Sequence[Mention]) -> set[str]:
    """The country codes of mentions."""
    return {m.country for m in mentions if m.country}


def merge(fired: Sequence[Fired]) -> list[Fired]:
    """One event for one happening told twice in a sentence: an attack and its victims, a noun and the verb that
    takes it up. What one word tells is joined first: خرج المئات في مسيرات are no marchers besides the hundreds.
    """
    return _merged(_merged(_merged(fired, _on_one_word), _compatible_near), _compatible)


def _planned_besides(event: Fired, others: Sequence[Fired]) -> bool:
    """Whether the word of an event tells by its verb that it is only planned: سنعقد | اجتماعا is no meeting besides."""
    planned = _PLANNED.get(event.type)
    return any(o.type == planned and o.trigger.unit is event.trigger.unit and o.status == "future" for o in others)


def _on_one_word(one: Fired, two: Fired) -> bool:
    return one.trigger.unit is two.trigger.unit


def _merged(fired: Sequence[Fired], together: Callable[[Fired, Fired], bool]) -> list[Fired]:
    out: list[Fired] = []
    for event in fired:
        for k, other in enumerate(out):
            if event.type == other.type and together(event, other):
                out[k] = _joined(other, event)
                break
        else:
            out.append(event)
    return out


def _compatible_near(one: Fired, two: Fired) -> bool:
    """The same in one clause or two joined ones, which goes first: تتواصل المعارك، وقتل ثلاثة | وجرح ستة في هجوم."""
    here, there = one.trigger.clause, two.trigger.clause
    return (here is there or here.coord is there or there.coord is here) and _compatible(one, two)


def _compatible(one: Fired, two: Fired) -> bool:
    if _on_one_word(one, two) or _describes(one, two) or _describes(two, one):
        return True
    if one.type == "CONSULT" and one.trigger.clause is two.trigger.clause and one.mode == two.mode:
        if spans([*one.actors, *one.recipients]) == spans([*two.actors, *two.recipients]):
            return True  # بحث الوزير في اتصال هاتفي مع نظيره التعاون
    if spans(one.actors) & spans(two.recipients) or spans(two.actors) & spans(one.recipients):
        return False  # قتلت القوات أربعة من المتهمين بالهجوم: they attacked and were killed
    if _behind_cause(one) != _behind_cause(two):
        return False  # اشتباكات ... على خلفية | مقتل فتى
    if one.frame.casualty != two.frame.casualty:
        return not one.actors or not two.actors or bool(countries(one.actors) & countries(two.actors))
    a, b = spans(one.actors), spans(two.actors)
    r, s = spans(one.recipients), spans(two.recipients)
    if one.type == "PROTEST" and a and a == b and one.mode == two.mode == "demo":
        return True  # رفع المتظاهرون الأعلام وهتفوا
    if one.frame.casualty and two.frame.casualty:
        if one.trigger.clause is not two.trigger.clause and _told_by_others(one, two):
            return False  # أحصى المرصد مقتل سبعة، بينما تحدثت الشرطة عن مقتل خمسة: two tolls
        return (
            r == s
            or not r
            or not s
            or (one.trigger.kind == "noun" and two.trigger.kind == "noun")
            or one.trigger.clause is two.trigger.clause
            or one.trigger.clause.coord is two.trigger.clause
            or two.trigger.clause.coord is one.trigger.clause
        )
    if one.trigger.clause is two.trigger.clause and all(m.implied for m in (*one.actors, *two.actors)):
        if one.frame.symmetric and two.frame.symmetric and countries(one.actors) == countries(two.actors):
            return True  # اختتم البلدان الحوار: the two states, and the men told of before
    if one.frame.symmetric != two.frame.symmetric and one.trigger.clause is not two.trigger.clause:
        return False  # تتواصل المواجهات بين الجيشين، وقتل ثلاثة في هجوم
    if (not a or not b or a == b) and (not r or not s or r == s):
        return one.trigger.kind == "noun" or two.trigger.kind == "noun" or one.trigger.clause is two.trigger.clause
    return False


def _only_describes(mention: Mention) -> bool:
    """Whether a word that nobody knows looks like an adjective and names nobody: هجوم ملحمي."""
    units = mention.phrase.units if mention.phrase is not None else []
    last = units[-1] if units else None
    unknown = mention.country is None and mention.sector is None and last is not None and not last.known
    return unknown and last is not None and not last.art and last.text.endswith(("ي", "ية"))


def _behind_cause(event: Fired) -> bool:
    """Whether an event noun only tells why something else happened."""
    phrase = event.trigger.phrase
    return phrase is not None and phrase.prep in ("على خلفية", "بسبب", "احتجاجا على", "تنديدا ب", "بذريعة")


def _told_by_others(one: Fired, two: Fired) -> bool:
    """Whether each of two events has a speaker of its own."""
    return bool(one.source) and bool(two.source) and not _same(one.source, two.source)


def _describes(verb: Fired, noun: Fired) -> bool:
    """A relative clause that says of an attack what it did: غارات استهدفت منزلا."""
    clause = verb.trigger.clause
    told = clause.coord
    goes_on = clause.kind == "serial" and told is not None and told.kind == "rel" and clause.unit is not None
    if goes_on and told is not None and clause.unit is not None and not clause.unit.conj:
        held = told.antecedent  # قصف نفذته القوات | استهدف المدينة
        return held is not None and any(noun.trigger.unit is unit for unit in held.units)
    held = clause.antecedent
    return (
        verb.trigger.kind == "verb"
        and noun.trigger.kind == "noun"
        and clause.kind == "rel"
        and held is not None
        and clause.object is not held
        and any(noun.trigger.unit is unit for unit in held.units)
    )


def _bare_number(mention: Mention) -> bool:
    """Whether somebody is told by his number alone."""
    return mention.weak and mention.phrase is not None and counted_alone(mention.phrase)


def _joined(first: Fired, second: Fired) -> Fired:
    main, other = (second, first) if first.frame.casualty and not second.frame.casualty else (first, second)
    if (
        not main.frame.casualty
        and not other.frame.casualty
        and len(other.actors) + len(other.recipients) > len(main.actors) + len(main.recipients)
    ):
        main, other = other, main
    if main.frame.casualty == other.frame.casualty:
        recipients = main.recipients or other.recipients
        if main.frame.casualty:
            named = [m for m in other.recipients if not _bare_number(m)]  # مقتل 23 شخصا | وإصابة أكثر من ألف
            recipients = _unique([*main.recipients, *named]) or recipients
    else:
        places = [m for m in main.recipients if m.kind in ("country", "region", "seat", "thing") and m.sector is None]
        people = [m for m in main.recipients if m not in places]
        recipients = _unique([*people, *other.recipients]) or main.recipients  # in a strike on Gaza the dead are meant
    if main.type == "ASSAULT" and main.frame.symmetric and len(main.actors) > 1:
        recipients = main.recipients  # in a fight of two sides both act; the dead are counted with the event
    if main.type == "CONSULT" and main.frame.symmetric:
        recipients = without(recipients, main.actors)
    return main._replace(
        actors=main.actors or other.actors,
        recipients=recipients,
        mode=main.mode or other.mode,
        source=main.source or other.source,
        speech=main.speech or other.speech,
    )


__all__ = ["INTERNATIONAL", "Fired", "Matcher", "Miss", "merge"]
