"""The parties of an event that its slots do not name: whose the people are, who must be meant, whom it is aimed at."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from waqai.actors.mentions import ARMY_OVER, INTERNATIONAL, Mention, army_over, describes, from_elsewhere, words_of
from waqai.events.reading import Reading, implied, without
from waqai.events.triggers import Trigger, suffering
from waqai.grammar.clauses import Clause
from waqai.grammar.phrases import Phrase
from waqai.grammar.units import Unit

_UNNAMED = frozenset(("generic", "body", "role", "thing"))
_ACTING = frozenset(("GOV", "MIL", "COP", "REB", "UAF", "PRM", "SPY", "JUD", "PTY"))
_NOT_THERE = frozenset(("from", "to", "upon"))
_BEHIND = ("على", "ل", "ب", "من", "ضد")


def event_country(trigger: Trigger, reading: Reading) -> str | None:
    """The country of the place where an event is told to have happened: the places of the trigger, then of its
    clause, those behind the trigger first.
    """
    found = event_land(trigger, reading)
    return found[1] if found is not None else None


def event_land(trigger: Trigger, reading: Reading) -> tuple[Phrase, str] | None:
    """The same, with the phrase that tells it."""
    possessor = trigger.possessor() if trigger.kind == "noun" else None
    if possessor is not None:
        found = land_of(possessor, reading)
        if found:
            return possessor, found
    at = trigger.unit.start
    locations = reading.locations.near(at)
    phrases = [*trigger.pps, *(p for p in trigger.clause.pps if all(p is not q for q in trigger.pps))]
    for phrase in sorted(phrases, key=lambda p: (p.start < at, abs(p.start - at))):
        for part in phrase.all:
            where = next((x for x in locations if x.opened <= part.start < x.last.end), None)
            if where is not None and where.relation == "upon":
                if where.in_country and any(lex.places for lex in part.head.lexes):
                    return part, where.in_country  # قتلى في قصف على خاركيف
                where = where.wider  # غارة على مناطق | بشمال غرب باكستان
            if where is not None and where.relation not in _NOT_THERE and where.in_country:
                return part, where.in_country
    return None


def land_of(phrase: Phrase, reading: Reading) -> str | None:
    """The country of the place that a phrase names."""
    resolver = reading.resolver
    for number, unit in enumerate(phrase.units):
        if (number == 0 and unit.named and not unit.has("demonyms")) or resolver.is_place(phrase, number):
            for country in resolver.unit_countries(unit):
                if country not in INTERNATIONAL:
                    return country
    return None


def settle(
    trigger: Trigger, mentions: Sequence[Mention], reading: Reading, *, things: bool = True
) -> list[Mention]:
    """The mentions with the country of the event's place for people and things of whom nothing else is known."""
    if not any(m.kind in _UNNAMED and (m.inferred or not m.country) for m in mentions):
        return list(mentions)
    country = event_country(trigger, reading)
    out = []
    for mention in mentions:
        if not mention.sector and mention.head.removeprefix("ال").split(" ")[0] in _ROAMING:
            out.append(mention)
            continue
        if mention.phrase is not None and (
            (mention.kind == "body" and from_elsewhere(mention.phrase.units)) or _patronised(mention.phrase, reading)
        ):
            out.append(mention)  # طائرة مسيرة مجهولة, فصائل مدعومة من إيران
            continue
        owned = mention.phrase is not None and bool(mention.phrase.head.enc)  # بلادهم, سيارته: the owner decides
        if mention.kind in _UNNAMED and (mention.inferred or not mention.country) and not (owned and mention.thing):
            held = mention.head.removeprefix("ال") in _CAPTIVES  # أسرى في سجون إسرائيل: not of the land that holds them
            own = (country if not held else None) or mention.country or reading.resolver.context(mention.start)
            if mention.sector == "MIL":
                own = army_over(own)
            inert = mention.kind == "thing" or (mention.weak and not mention.sector and not mention.person)
            if own and own != mention.country and (mention.sector or (inert and things)):
                copy = mention.copy()
                copy.country, copy.inferred = own, True
                mention = copy
        out.append(mention)
    return out


def manned(actors: Sequence[Mention]) -> list[Mention]:
    """The actors, with those in aircraft and tanks as soldiers: قصفت طائرات إسرائيلية. A missile of which no word tells
    whose it is stands for nobody: سقط صاروخ على سوق وقتل ستة مدنيين.
    """
    out = []
    for mention in actors:
        classes = mention.phrase.head.classes if mention.phrase is not None else frozenset()
        if "missile" in classes and (mention.inferred or not mention.country) and not mention.sector:
            continue
        vehicle = not _CREWED.isdisjoint(classes) and "attack_event" not in classes
        if vehicle and mention.country and not mention.sector and mention.country not in INTERNATIONAL:
            mention = mention.copy()
            mention.sector = "MIL"
        out.append(mention)
    return out


#: what soldiers sit in or steer
_CREWED = frozenset(("aircraft", "armour", "vehicle"))


def _any_side(phrase: Phrase) -> bool:
    """جميع الأطراف, or those taken up with a demonstrative: they may be of any country."""
    if any(u.tag == "DEM" or _classed(u, "backed") for u in phrase.units):
        return True
    return "sides" in phrase.head.keys or any(
        key in ("طرف", "اطراف", "جهة", "جهات") for key in phrase.head.keys
    )


def compatriots(recipients: Sequence[Mention], actors: Sequence[Mention]) -> list[Mention]:
    """The recipients, with the country of the actors for offices, bodies and people of whom neither the words nor the
    article say whose they are: دعا الحزب التونسي | القوى الديمقراطية.
    """
    own = {m.country for m in actors if m.country}
    if len(own) != 1 or own & INTERNATIONAL:
        return list(recipients)
    out = []
    for mention in recipients:
        phrase = mention.phrase
        alien = mention.sector == "BUS" or phrase is None or from_elsewhere(phrase.units) or _any_side(phrase)
        if not mention.country and mention.kind in ("role", "body", "generic") and not (alien or mention.thing):
            mention = mention.copy()
            mention.country, mention.inferred = next(iter(own)), True
        out.append(mention)
    return out


def _patronised(phrase: Phrase, reading: Reading) -> bool:
    """Whether armed people of no land are told by their patron: فصائل مدعومة | من إيران."""
    tail: Sequence[Phrase] = reading.tails.get(id(phrase), ())
    return bool(tail) and tail[0].prep == "من" and not phrase.units[0].art and _classed(phrase.units[-1], "backed")


def within(phrase: Phrase, reading: Reading) -> list[Mention]:
    """The first party that a phrase names anywhere: بالغارات التركية, على قرارات حكومة برودي, بإقالة الوزير; and
    those coordinated with it where it is what the phrase is about (ضد الحكومة والأحزاب).
    """
    out: list[Mention] = []
    for part in phrase.all:
        found, at = _first_party(part, reading)
        if found and (at == 0 or not out):
            out += [m for m in found if m not in out]
        if out and at:
            break
    return out or _issuer(phrase, reading) or _who_did(phrase, reading)


def _who_did(phrase: Phrase, reading: Reading) -> list[Mention]:
    """Whose deed a thing is that a relative clause tells of: القيود التي تفرضها إسرائيل, القرار الذي أصدره الكونغرس."""
    for clause in reading.relatives.get(id(phrase), ()):
        if clause.object is phrase and clause.subject is not None and clause.subject is not phrase:
            return [m for m in reading.mentions(clause.subject) if m.political]
        found = [m for m in _subject_of_doing(clause, phrase, reading) if m.political]
        if found:
            return found  # طلب | تقدم به محامو الرئيس
    by = next(iter(reading.tails.get(id(phrase), ())), None)
    if by is not None and by.agent:  # دعوى مرفوعة | من قبل ناشط
        return [m for m in reading.mentions(by) if m.political]
    return []


def _issuer(phrase: Phrase, reading: Reading) -> list[Mention]:
    """Whose a verdict or decision is that is said to be issued by somebody: الحكم الصادر عن محكمة إيرانية."""
    chunks = reading.parse.chunks
    at = reading.position.get(id(phrase), len(chunks))
    if at + 2 >= len(chunks):
        return []
    link, issuer = chunks[at + 1].phrase, chunks[at + 2].phrase
    if link is None or issuer is None or link.units[0].text not in _ISSUED:
        return []
    return [m for m in reading.mentions(issuer) if m.country or m.sector][:1]


_ISSUED = frozenset(f"{word} {prep}" for word in ("الصادر", "الصادرة") for prep in ("عن", "من"))


def _first_party(part: Phrase, reading: Reading) -> tuple[list[Mention], int]:
    for number, unit in enumerate(part.units):
        if unit.tag != "N":
            continue
        if number and unit.number != "p" and unit.has("demonyms"):
            break  # an adjective: الغارات التركية
        if number and describes(unit, part.units[number - 1]):
            continue
        rest = part if number == 0 and not part.members else reading.cut(part, number, alone=True)
        found = [m for m in reading.mentions(rest) if (m.country or m.sector) and not m.thing]
        if found and not (found[0].weak and not found[0].country):
            return found, number
    found = reading.resolver.demonyms(part, part.start)[:1]
    for mention in found:  # طرد السفير | التركي: the office closes a compound
        before = next((u for u in reversed(part.units) if u.start < mention.start), None)
        office = reading.resolver.last_office(before) if before is not None else None
        if office is not None:
            mention.sector, mention.kind, mention.person, mention.actor = office.sector, "role", office.person, None
    return found, len(part.units)


def without_deed(mention: Mention) -> Mention:
    """The mention without the verbal noun before it that tells what somebody did: ندد بقصف | القوات الإسرائيلية."""
    part = mention.phrase
    if part is None or len(part.units) < 2 or mention.start >= part.units[0].end or not mention.country:
        return mention
    first = part.units[0]
    if not (first.has("frames") or "masdar" in first.classes) or first.art or first.enc:
        return mention
    if any(map(first.has, ("roles", "bodies", "generics", "actors"))):
        return mention
    if mention.end <= part.units[1].start:
        return mention
    mention = mention.copy()
    mention.start = part.units[1].start
    return mention


def _classed(unit: Unit, name: str) -> bool:
    return name in unit.classes


def opposed(trigger: Trigger, reading: Reading) -> list[Mention]:
    """Whom a protest is aimed at: behind ضد, behind words for protest, refusal and demands, in what is demanded."""
    for phrase in _aimed_at(trigger, reading):
        found = [m for m in within(phrase, reading) if not (m.weak and m.phrase is not None and m.phrase.head.enc)]
        if found:  # but the protesters' own sons: كشف مصير أبنائهم
            return implied(found)
    return []


def _aimed_at(trigger: Trigger, reading: Reading) -> Iterator[Phrase]:
    chunks = reading.parse.chunks
    start = trigger.unit.start
    for number, item in enumerate(chunks):
        phrase = item.phrase
        if phrase is None or phrase.end <= start:
            continue
        if phrase.prep == "ضد":
            yield phrase
            continue
        before = chunks[number - 1] if number else None
        last = None
        if before is not None:
            last = before.unit if before.phrase is None else before.phrase.all[-1].units[-1]
        if last is not None and last.start >= start - 60 and (phrase.prep in _BEHIND or before.kind == "HAL"):  # type: ignore[union-attr]
            if _classed(last, "opposing") or (_classed(last, "demanding") and (phrase.prep == "ب" or not phrase.prep)):
                yield phrase
                continue
        for position, unit in enumerate(phrase.units[:-1]):
            if _classed(unit, "opposing") and unit.start > start:
                yield reading.cut(phrase, position + 1)
                break


def meant(
    trigger: Trigger, slots: Sequence[str], actors: Sequence[Mention], reading: Reading, *, toward: Collection[str] = ()
) -> list[Mention]:
    """Whom a verbal act is about where it is addressed to nobody: ندد بالغارات التركية, طالب بإقالة الحكومة; first whom
    it names behind one of the prepositions `toward`: هدد بفرض رسوم على كندا, رفض الحوار مع الحكومة.
    """
    for slot in slots:
        for filler in trigger.fill(slot):
            if isinstance(filler, Clause):
                found = [m for m in reading.subject(filler) if m.political]
                if not found and filler.subject is not None and filler.unit is None:
                    found = within(filler.subject, reading)  # اعتبر أن | القرار الأمريكي عدوان
                if "على" in toward:
                    found = without([m for m in reading.mentions(filler.object) if m.country or m.sector], actors)
                    found = found or _struck(filler.pps, toward, reading)
            else:
                if suffering(filler):
                    return []  # دانت مصر تعرض السفارة لهجوم: not the embassy
                if filler.head.text.removeprefix(filler.head.prep) in _PUT_IN:
                    continue
                found = _struck(reading.tails.get(id(filler), ()), toward, reading)
                if not found and filler.head.has("frames"):
                    found = _planned_for(filler, reading)
                found = found or within(filler, reading) or _whose(filler, reading)
            found = [m for m in without(found, actors) if not any(same(m, a) for a in actors)]
            if found:
                return implied(found)
            if not isinstance(filler, Clause) and _known_deed(filler):
                return decider(trigger, actors, reading)
    return []


def of_goods(trigger: Trigger, slots: Sequence[str], reading: Reading) -> list[Mention]:
    """Whose goods a duty or a ban is laid on: رسوم على الصلب الكندي, حظر على واردات القمح | من أستراليا."""
    for slot in slots:
        for filler in trigger.fill(slot):
            if isinstance(filler, Clause) or filler.head.has("roles") or filler.head.has("bodies"):
                continue
            found = [m for part in filler.all for m in reading.resolver.demonyms(part, part.head.end)]
            for behind in reading.tails.get(id(filler), ()):
                if behind.prep == "من" and not found and not behind.comma:
                    found = [m for m in reading.mentions(behind) if m.country and not m.person]
            if found:
                return found
    return []


#: what somebody decided or said, when it is no more than named again, folded
_DEEDS = frozenset(
    "القرار القرارات القرارين الخطوة الخطوات الاجراء الاجراءات القانون المرسوم التصريحات"
    " المقترح العرض الخطة السياسة السياسات الممارسات الانتهاكات التهديدات".split()
)


def _known_deed(phrase: Phrase) -> bool:
    """Whether a phrase is no more than a deed told of before: القرار, هذه الخطوة, إلغاء القانون."""
    words = [unit for unit in phrase.units if unit.tag == "N"]
    if not words or phrase.members or words[-1].text.removeprefix("ب") not in _DEEDS | _OF_DEEDS:
        return False
    return len(words) == 1 or (len(words) == 2 and "masdar" in words[0].classes and not words[0].art)


#: with the preposition ل joined to it, folded: للقرار
_OF_DEEDS = frozenset("لل" + word.removeprefix("ال") for word in _DEEDS)


def decider(trigger: Trigger, actors: Sequence[Mention], reading: Reading) -> list[Mention]:
    """Whose deed القرار is that somebody else judges: the subject of the clause before in the sentence, or of the last
    sentence (قررت الحكومة حصر السلاح. ورفض حزب الله | القرار).
    """
    for clause in reversed(reading.parse.clauses):
        if clause.unit is None or clause.unit.start >= trigger.unit.start or clause.subject is None:
            continue
        found = [m for m in reading.subject(clause) if _decides(m)]
        if found:
            return [] if any(same(m, a) for m in found for a in actors) else implied(found)
    found = [m for m in reading.doer if _decides(m)]
    return [] if any(same(m, a) for m in found for a in actors) else implied(found)


def _decides(mention: Mention) -> bool:
    """A state, a power in it or one of its officers; not who only reports."""
    return mention.political and mention.country is not None and mention.sector not in ("JRN", "CVL", "EDU", "NGO")


#: what is asked for is that somebody come in, be named or take part; who should do it is not told, folded:
#: دعا إلى إحلال الشرطة المحلية محل الفصائل, طالب بإشراك المعارضة
_PUT_IN = frozenset("احلال نشر اشراك ارسال تعيين انتخاب دمج ادماج ترشيح".split())


def _whose(phrase: Phrase, reading: Reading) -> list[Mention]:
    """Whose what is judged is, where ل says so, an adjective between or not: السياسات العدائية | لإسرائيل."""
    for behind in reading.tails.get(id(phrase), ())[:1]:
        if behind.prep == "ل" and not (behind.comma or behind.conj):
            return [m for m in reading.mentions(behind) if m.country and m.head and not m.thing]
    return []


def _planned_for(phrase: Phrase, reading: Reading) -> list[Mention]:
    """Where a visit or with whom a meeting was to be, as a relative clause says: زيارة | كانت مقررة إلى إسرائيل."""
    for clause in reading.relatives.get(id(phrase), ()):
        if clause.unit is None:
            return _struck([p for p in clause.pps if p.head.tag != "PP"], ("الى", "مع"), reading)
    return []


def _struck(behind: Sequence[Phrase], toward: Collection[str], reading: Reading) -> list[Mention]:
    """Whom measures and blows are to hit: رسوم | على كندا والمكسيك, القوة | ضد إيران; empty where that is a thing."""
    for phrase in behind:
        if phrase.comma or phrase.conj:
            break
        if phrase.prep in toward:
            found = [m for m in reading.mentions(phrase) if (m.country or m.sector) and not m.weak]
            return found or within(phrase, reading)
    return []


def same(one: Mention, other: Mention) -> bool:
    """Whether two mentions stand for one party."""
    return one.country == other.country and one.sector == other.sector


def doer(trigger: Trigger, reading: Reading) -> list[Mention]:
    """Who does it in قيام الجيش بقصف, إقدام الجماعة على خطف, أعلنت الحركة مسؤوليتها عن الهجوم, القرار الذي
    اتخذته الرياض بقطع العلاقات.
    """
    phrase = trigger.phrase
    position = reading.position.get(id(phrase), 0)
    if phrase is None or not position or phrase.prep not in ("", "ب", "على", "في", "عن", "الى"):
        return []
    if phrase.prep in ("", "ب") and (decider := _decider(position, reading)):
        return decider
    if not phrase.prep:
        return []
    before = reading.parse.chunks[position - 1].phrase
    if before is None and position > 1 and reading.parse.chunks[position - 1].kind in ("T", "ADV"):
        before = reading.parse.chunks[position - 2].phrase
    if before is None:
        return []
    clause = reading.clause_of.get(id(phrase))
    if phrase.prep == "ب" and clause is not None and clause.kind == "rel" and clause.voice != "v":
        decided = clause.antecedent is not None and "decision" in clause.antecedent.head.classes
        if decided and clause.object is clause.antecedent:  # القرار الذي اتخذته الرياض | بقطع علاقاتها
            return [m for m in reading.subject(clause) if m.country or m.sector]
    for number, unit in enumerate(before.units):
        if _classed(unit, "doing") and (unit.enc or not unit.art):
            if unit.enc:
                return reading.owner(unit, trigger.clause)
            if number + 1 < len(before.units):
                return [m for m in reading.mentions(reading.cut(before, number + 1)) if m.country or m.sector]
            return []
    return []


def _decider(position: int, reading: Reading) -> list[Mention]:
    """Whose decision it is, of which the phrase at `position` says what is done: قرار الجزائر | قطع علاقاتها مع المغرب,
    القرار الأحادي | للسلطات الجزائرية | بقطع العلاقات.
    """
    chunks = reading.parse.chunks
    before = chunks[position - 1].phrase
    if before is None:
        return []
    if "decision" in before.head.classes and len(before.units) > 1 and not before.head.art:
        found = reading.mentions(reading.cut(before, before.units.index(before.head) + 1))
    elif before.preposition == "ل" and position > 1:
        above = [c.phrase for c in chunks[max(0, position - 3) : position - 1] if c.phrase is not None]
        found = reading.mentions(before) if any("decision" in p.head.classes for p in above) else []
    else:
        return []
    return [m for m in found if m.political and (m.country or m.sector)]


def described(trigger: Trigger, reading: Reading) -> list[Mention]:
    """Who does it as a relative clause behind the noun says: الغارات التي تشنها إسرائيل, محاولات قامت بها المخابرات,
    هجوم تبنته الحركة.
    """
    phrase = trigger.phrase
    if phrase is None or any(u.has("frames") and u.start > trigger.unit.start for u in phrase.units):
        return []
    for clause in reading.relatives.get(id(phrase), ()):
        if _of_what_follows(clause, trigger):
            continue
        found = _subject_of_doing(clause, phrase, reading) or _from_whom(clause, reading)
        if found:
            return found
    return []


def _from_whom(clause: Clause, reading: Reading) -> list[Mention]:
    """From whom somebody suffers it: القصف الذي تتعرض له المدينة | من القوات النظامية."""
    if not any(verb.lemma.split("/")[0] == "تعرض" for verb in clause.verbs):
        return []
    return [m for p in clause.pps if p.prep in ("من", "من قبل", "من جانب", "من طرف") for m in reading.mentions(p)
            if m.sector in _ACTING or m.country == "IMG"]  # fmt: skip


def received(trigger: Trigger, reading: Reading) -> tuple[list[Mention], list[Mention]]:
    """From whom and who received what the noun names, as a relative clause behind it says: اتصال تلقاه الأمير من
    الرئيس; both empty where there is none.
    """
    phrase = trigger.phrase
    for clause in reading.relatives.get(id(phrase), ()) if phrase is not None else ():
        if clause.object is not phrase or clause.voice == "v" or not any("passive" in v.kinds for v in clause.verbs):
            continue
        senders = [m for p in clause.pps if p.prep == "من" for m in reading.mentions(p) if m.political]
        if senders:
            return senders, without([m for m in reading.subject(clause) if m.political], senders)
    return [], []


def attacker(trigger: Trigger, reading: Reading) -> list[Mention]:
    """Who stands behind ل or, of armed people, من where an indefinite noun tells of an attack: هجوم للحوثيين على معسكر,
    غارة لطيران التحالف, هجوم من قوات الدعم السريع.
    """
    unit = trigger.unit
    if unit.art or unit.enc or trigger.possessor() is not None:
        return []
    armed = bool(trigger.pps) and trigger.pps[0].preposition == "ب" and any(
        _classed(trigger.pps[0].head, name) for name in _WEAPONS
    )
    for phrase in trigger.pps[armed : armed + 1]:  # هجوم | بطائرة مسيرة | لقوات الدعم السريع
        if phrase.preposition == "ل" and _acts(phrase, reading):
            return [m for m in reading.mentions(phrase) if m.country or m.sector]
        if phrase.preposition == "من" and not phrase.comma:
            found = reading.mentions(phrase)
            if found and (found[0].sector in _ACTING or found[0].country == "IMG") and not found[0].thing:
                return [m for m in found if m.sector or m.country == "IMG"]
    return []


def _subject_of_doing(clause: Clause, phrase: Phrase, reading: Reading) -> list[Mention]:
    if ordered(clause):
        return by_order(clause, reading)
    kinds = {kind for verb in clause.verbs for kind in verb.kinds}
    if any(verb.lemma.split("/")[0] in _TAKING_PART for verb in clause.verbs) and phrase.head.has("frames"):
        if any(p.head.tag == "PP" and p.prep in ("في", "خلال") for p in clause.pps):  # مظاهرات | يخرج فيها سكان المدينة
            crowd = clause.subject if clause.subject is not phrase else None
            return [m for m in reading.mentions(crowd or clause.object) if m.country or m.sector]
    if clause.voice == "v":
        return [m for p in clause.pps if p.agent for m in reading.mentions(p)]
    held = {p.prep for p in clause.pps if p.head.tag == "PP"}  # قامت بها, يقف وراءها
    if (clause.object is phrase and "active" in kinds) or any(f"active_prep+{prep}" in kinds for prep in held):
        if clause.subject is not None and clause.subject is not phrase:
            return [m for m in reading.mentions(clause.subject) if m.country or m.sector]
        behind = clause.object
        if held and behind is not None and behind is not phrase and len(clause.post) == 1:
            # طلب تقدمت به بغداد: with the noun taken up by به, what stands behind the verb does it
            return [m for m in reading.mentions(behind) if m.political]
    return []


#: verbs of those who have it done by others, folded
_ORDERING = frozenset("امر اوعز صادق اجاز اذن وافق".split())


def ordered(clause: Clause) -> bool:
    """Whether the subject of a clause only has it done: الضربات التي أمر بها الرئيس, his forces carried them out."""
    return any(verb.lemma.split("/")[0] in _ORDERING for verb in clause.verbs)


def by_order(clause: Clause, reading: Reading) -> list[Mention]:
    """The state whose forces carry out what the subject of a clause orders."""
    if clause.voice == "v":
        return []
    for mention in reading.subject(clause) or reading.mentions(clause.object):
        if mention.sector in _COMMANDING and mention.phrase is not None and mention.country not in INTERNATIONAL:
            return implied([reading.land(mention.phrase, mention.country)]) if mention.country else []
    return []


#: sectors of those who command the forces of a state
_COMMANDING = frozenset(("GOV", "MIL", "ELI"))

#: verbs of those who are in what a noun tells of, behind it with فيها, folded
_TAKING_PART = frozenset("خرج شارك انخرط نزل احتشد تجمع سار هتف ردد رفع طالب ندد حمل".split())


def _of_what_follows(clause: Clause, trigger: Trigger) -> bool:
    """Whether the pronoun of a relative clause can only stand for a noun behind the event noun: those who launched are
    not those who destroyed in تدمير طائرات أطلقها الحوثيون.
    """
    if clause.unit is None or clause.unit.reading is None or trigger.unit.number not in ("s", ""):
        return False
    feminine = trigger.unit.text.removesuffix(trigger.unit.enc).endswith(("ة", "ات", "ى"))
    return clause.unit.reading.object in ("ها", "هم") and not feminine


def by_weapon(trigger: Trigger, reading: Reading) -> list[Mention]:
    """Whose the weapon is that somebody falls by, or who used it: بصاروخ أطلقه الجيش, بعبوة زرعها مسلحون."""
    for phrase in trigger.pps:
        if phrase.prep not in ("ب", "جراء", "نتيجة", "اثر") or not any(
            _classed(phrase.head, name) for name in _WEAPONS
        ):
            continue
        for clause in reading.relatives.get(id(phrase), ()):
            if clause.object is phrase and clause.subject is not None and clause.subject is not phrase:
                return [m for m in reading.mentions(clause.subject) if m.country or m.sector]
    return []


_WEAPONS = ("firearm", "explosive", "heavy_weapon", "blade", "firebomb", "drone", "stones", "crowd_weapon")

#: verbs that say of their subject (their object, in the passive) that it did what stands behind ب, folded
_CHARGED = frozenset("اعترف اقر/قرر ادان/دين دان/دين اتهم اشتبه".split())


#: a fighter, folded: أقر الجيش بمقتل جندي owns to a loss, not to a killing
_FIGHTERS = frozenset("عنصر عناصر جندي جنديا جنود جنديين مقاتل مقاتلين ضابط ضباط عسكري عسكريين قيادي قائد".split())


def _own_loss(trigger: Trigger, phrase: Phrase) -> bool:
    """Whether the dead or wounded are the confessor's own fighters."""
    behind = [u for u in phrase.units if u.start > trigger.unit.start and u.tag == "N" and not u.fn("quant")]
    return bool(behind) and (
        any(key in _FIGHTERS for key in behind[0].keys) or behind[0].text in _FIGHTERS or bool(behind[0].enc)
    )


def charged(trigger: Trigger, reading: Reading) -> list[Mention]:
    """Who is charged with it or confesses it: أقر الجندي بالاعتداء, المتورطون في هجمات, أدين الضابط بقتل."""
    phrase = trigger.phrase
    position = reading.position.get(id(phrase), 0)
    if phrase is not None:
        for unit in phrase.units:
            if unit.start < trigger.unit.start and _classed(unit, "charged") and unit.text.endswith(" عن"):
                return _predicated(phrase, reading)  # كانت الجماعة | مسؤولة عن تفجيرات
    if phrase is None or not position or phrase.prep not in ("ب", "في", "عن"):
        return []
    before = reading.parse.chunks[position - 1].phrase
    if before is not None and phrase is reading.parse.chunks[position].phrase:
        if before.head.tag == "PP" and position > 1:  # الضابطان المشتبه | بهما
            before = reading.parse.chunks[position - 2].phrase or before
        for unit in before.all[-1].units:
            if _classed(unit, "charged"):
                found = [m for m in reading.mentions(before) if m.country or m.sector]
                return found or _predicated(before, reading)
    clause = reading.clause_of.get(id(phrase), trigger.clause)
    if phrase.prep != "ب" or not any(verb.lemma in _CHARGED for verb in clause.verbs):
        return []
    if clause.voice == "v":
        return [m for m in reading.mentions(clause.object) if m.country or m.sector]
    if any(verb.lemma in ("اعترف", "اقر/قرر") for verb in clause.verbs) and clause.subject is not None:
        if _own_loss(trigger, phrase):
            return []
        confessors = [m for m in reading.mentions(clause.subject) if m.political]
        # أقرت إسرائيل بقصف | مستشفى: with what was struck behind it, the deed is the state's own
        own = any(u.start > trigger.unit.start and u.tag == "N" and not u.has("demonyms") for u in phrase.units)
        return [m for m in confessors if own or m.kind not in ("country", "seat")]
    return []


def _predicated(said: Phrase, reading: Reading) -> list[Mention]:
    """Of whom an adjective is said: كانت الجماعة | مسؤولة عن تفجيرات, تعتبر الجماعة | مسؤولة عن."""
    clause = reading.clause_of.get(id(said))
    if clause is None or said.units[0].art or clause.negation is not None:
        return []
    of = clause.subject or clause.topic
    if clause.kind == "rel" and clause.subject in (None, said):
        of = clause.antecedent
    if clause.voice == "v" and clause.object is not said:
        of = clause.object or of
    return [m for m in reading.mentions(of) if m.country or m.sector] if of is not None and of is not said else []


def behind_it(trigger: Trigger, reading: Reading) -> list[Mention]:
    """Who is said to be behind it: كان مسلحو الحركة | وراء سلسلة من جرائم الخطف, تقف الجماعة وراء الهجوم."""
    phrase = trigger.phrase
    if phrase is None:
        return []
    whole = reading.parse.chunks[reading.position.get(id(phrase), 0)].phrase
    clause = trigger.clause
    if whole is None or whole.prep not in ("وراء", "خلف") or clause.negation is not None:
        return []
    verbs = {verb.lemma.split("/")[0] for verb in clause.verbs}
    if verbs - _STANDING:
        return []
    return [m for m in reading.subject(clause) if (m.country or m.sector) and not m.thing]


_STANDING = frozenset(("كان", "وقف"))


def keeper(phrase: Phrase, reading: Reading) -> list[Mention]:
    """Whose a thing or a group is that is acted upon, where ل or a relative clause says so: قافلة للقوات الدولية,
    موقعا تابعا للحزب, حافلة تقل عناصر من الحرس.
    """
    tail = reading.tails.get(id(phrase), ())
    owner = tail[0] if tail and tail[0].prep == "ل" and not tail[0].conj and not tail[0].comma else None
    if owner is not None and not owner.units[0].has("frames"):
        found = [m for m in reading.mentions(owner) if m.country or m.sector]
        if found:
            return found[:1]
    owner = _said_owner(phrase, reading)
    if owner is not None:
        return [m for m in reading.mentions(owner) if m.country or m.sector][:1]
    for clause in reading.relatives.get(id(phrase), ()):
        held = clause.object
        if held is None:
            continue
        if held.head.text.startswith("علم") and any(verb.lemma == "رفع" for verb in clause.verbs):
            if held.head.text == "علم":  # ناقلة ترفع علم بنما
                return reading.resolver.flag(held)
            return [m for m in reading.mentions(held) if m.country]  # ترفع علما بنميا
        if any("carrying" in verb.classes for verb in clause.verbs):
            return [m for m in reading.mentions(clause.post[0] if clause.post else held) if m.country or m.sector]
    return []


def _said_owner(phrase: Phrase, reading: Reading) -> Phrase | None:
    """Who stands behind تابعا ل further on: مستودعا للذخيرة | تابعا | لحزب الله."""
    chunks = reading.parse.chunks
    at = reading.position.get(id(phrase), len(chunks)) + 1
    while at < len(chunks) and chunks[at].kind == "PP" and at < reading.position[id(phrase)] + 3:
        at += 1
    if at + 1 >= len(chunks):
        return None
    item, behind = chunks[at], chunks[at + 1].phrase
    unit = item.unit if item.phrase is None else item.phrase.units[0] if len(item.phrase.units) == 1 else None
    if unit is None or unit.text.removesuffix("ا") not in ("تابع", "تابعة") or behind is None:
        return None
    return behind if behind.preposition == "ل" else None


_BESIDE = frozenset("لدى قرب امام خارج داخل عند قبالة جوار وسط حول بجانب بجوار بمحاذاة".split())


def beside(trigger: Trigger, reading: Reading) -> list[Mention]:
    """Whom a bomb is meant for of which only the place is told: قرب السفارة, أمام مقر الحزب, لدى مرور دورية."""
    for phrase in trigger.pps:
        around = phrase.prep == "في" and any(u.text in ("محيط", "جوار", "باحة", "مدخل") for u in phrase.units[:1])
        if phrase.prep.removeprefix("ب") not in _BESIDE and not around:
            continue
        for part in phrase.all:
            found = [m for m in within(part, reading) if m.sector and m.sector not in ("CVL", "EDU", "BUS", "MED")]
            found = found or keeper(part, reading)  # وسط تجمع للحشد, لدى مرور حافلة تقل جنودا
            if found and not any(_classed(u, "place_noun") and not around for u in part.units[:1]):
                return implied(found[:1])
    return []


def counted(phrase: Phrase, reading: Reading) -> Mention | None:
    """People of whom only the number is told: تظاهر عشرات الآلاف, إصابة 15, سراح تسعين منهم."""
    if phrase.prep or not phrase.units or not counted_alone(phrase):
        return None
    if any(u.text.endswith(("%", "عام", "سنة")) for u in phrase.units):
        return None
    theirs = next(iter(reading.tails.get(id(phrase), ())), None)
    if theirs is not None and theirs.prep == "من" and not theirs.comma:  # ثمانية | من الحشد الشعبي
        found = [m for m in reading.mentions(theirs) if m.sector and m.sector not in ("GOV", "CVL")]
        found = [m for m in found if not m.person or m.plural]  # تسعة | من أفراد قوات الأمن
        if found:
            return implied(found[:1])[0]
    mention = Mention(phrase, phrase.start, phrase.end)
    mention.kind, mention.sector, mention.plural = "generic", "CVL", True
    mention.head = phrase.units[-1].text
    mention.ar = words_of(phrase.units)
    mention.country = reading.resolver.context(phrase.start)
    mention.inferred = mention.weak = True
    return mention


def counted_alone(phrase: Phrase) -> bool:
    """Whether a phrase is a number and no more: ثلاثة, عشرات الآلاف, تسعين منهم."""
    words = [u for u in phrase.units if not (u.tag in ("NUM", "Q", "DEM") or u.fn("quant") or _classed(u, "amount"))]
    return not words or (len(words) == 1 and words[0].tag == "PP")


def marchers(trigger: Trigger) -> Mention:
    """Those who must be meant by a demonstration of which nobody says whose it is."""
    mention = Mention(trigger.phrase, trigger.unit.start, trigger.unit.end)
    mention.kind, mention.sector, mention.ar, mention.en = "generic", "CVL", "متظاهرون", "protesters"
    mention.head = "متظاهر"
    mention.plural = mention.weak = mention.implied = mention.inferred = True
    return mention


def authority(trigger: Trigger, country: str, sector: str, ar: str, en: str) -> Mention:
    """Who must be meant by a trial or an arrest of which nobody says whose it is: the court, the police of the land."""
    mention = Mention(trigger.phrase, trigger.unit.start, trigger.unit.end)
    mention.kind, mention.country, mention.sector, mention.ar, mention.en = "body", country, sector, ar, en
    mention.head = ar.removeprefix("ال")
    mention.weak = mention.implied = mention.inferred = True
    return mention


_JAILS = frozenset("سجن سجون معتقل معتقلات زنزانة زنازين".split())


def jailers(trigger: Trigger, reading: Reading) -> list[Mention]:
    """Against whom prisoners refuse food: الإضراب عن الطعام في سجون إسرائيل."""
    for phrase in (*trigger.pps, *trigger.clause.pps):
        if phrase.prep in ("في", "داخل", "ب") and phrase.head.text.removeprefix("ال") in _JAILS:
            found = [m for m in reading.mentions(phrase) if m.country]
            found = found or reading.resolver.demonyms(phrase, phrase.start)
            if found and not found[0].inferred:
                out = implied(found[:1])
                out[0].thing = False
                return out
    return []


#: what is elsewhere than its owner, folded: a ship off Yemen is of any flag
_CAPTIVES = frozenset(
    "أسير أسرى أسيرا أسيرات اسير اسرى اسيرا اسيرات معتقلين معتقلون سجناء سجين رهائن رهينة محتجزين محتجزون".split()
)
_ROAMING = frozenset("سفينة سفن سفينتين ناقلة ناقلات قارب قوارب طائرة طائرات مسيرة مدمرة دبابة دبابات".split())


def operated(trigger: Trigger, slots: Sequence[str], reading: Reading) -> list[Mention]:
    """Whose the vehicle or weapon is that does it: أغارت مسيرة إسرائيلية, دبابات الجيش."""
    for slot in slots:
        for filler in trigger.fill(slot):
            if not isinstance(filler, Phrase):
                continue
            out = []
            for part in filler.all:
                if not any(_classed(unit, "vehicle") or _classed(unit, "drone") for unit in part.units[:2]):
                    continue
                mention = reading.resolver.thing(part)
                owner = next((m for m in reading.mentions(part) if m.thing and m.country), None)
                mention.country = mention.country or (owner.country if owner else None)
                if mention.country:
                    mention.kind, mention.sector = "body", (owner.sector if owner else None) or "MIL"
                    mention.thing = mention.weak = False
                    mention.coded = True
                    out.append(mention)
            if out:
                return out
    return []


def wielders(actors: Sequence[Mention], reading: Reading) -> list[Mention]:
    """The actors with whoever a weapon or vehicle is said to be of in its stead: طائرة مسيرة تابعة للدعم السريع. One of
    whom nothing is said (عشرة صواريخ, طائرة مسيرة مفخخة) is no party: the land where it strikes is not whose it is.
    """
    out: list[Mention] = []
    for mention in actors:
        if not _unowned(mention, reading):
            out.append(_of_who_flies(mention, reading))
        elif mention.phrase is not None:
            out += [m for m in keeper(mention.phrase, reading) if m not in out]
    return out


#: lands without warplanes of their own, and whose the ones above them are
_FLOWN_OVER_BY = {**ARMY_OVER, "LBN": "ISR"}


def _of_who_flies(mention: Mention, reading: Reading) -> Mention:
    """Aircraft told of without their owner (الطيران الحربي, المقاتلات) are those of the army that the article named
    last, rather than of the land that they strike.
    """
    phrase = mention.phrase
    if phrase is None or not mention.inferred or mention.sector != "MIL" or mention.kind != "body":
        return mention
    if not any(_classed(unit, "aircraft") or _classed(unit, "drone") for unit in phrase.units[:2]):
        return mention
    armies = (m for m in reversed(reading.resolver.history) if m.sector == "MIL" and m.country and not m.inferred)
    last = next(armies, None)
    country = last.country if last is not None else _FLOWN_OVER_BY.get(mention.country or "", mention.country)
    if country == mention.country:
        return mention
    mention = mention.copy()
    mention.country, mention.inferred = country, False
    return mention


def _unowned(mention: Mention, reading: Reading) -> bool:
    """Whether it is an arm or a vehicle, told as some or other, with no word of whose it is."""
    phrase = mention.phrase
    if phrase is None or mention.kind != "body" or mention.implied or (mention.country and not mention.inferred):
        return False
    head = next((u for u in phrase.units if u.tag == "N" and not u.fn("quant") and u.has("bodies")), None)
    if head is None or head.art or head.enc:
        return False
    kinds = [reading.table.kinds[number] for lex in head.lexes for number in lex.bodies]
    return any(kind.instrument and not kind.inherits for kind in kinds)  # a patrol is people


def takes_object(trigger: Trigger) -> bool:
    """Whether a verbal noun has somebody who can act as its subject, and behind it whom or what it can act upon:
    خطف | الحوثيين | صحفيين, قصف | إسرائيل | مطار دمشق, اقتحام | القوات | للنقابة; but not أثار اعتقال الوزير | قلقا.
    """
    if trigger.arguments is None:
        return False
    subject, behind = trigger.arguments
    reading = trigger.reading
    if subject is not None and not _acts(subject, reading):
        return False
    if any(m.country or m.sector for m in reading.mentions(behind)) and not _thing_only(behind, reading):
        return True
    if behind.units[0].tag == "NUM" and subject is not None and behind.head.has("generics"):
        return True  # اعتقال | الشرطة | ثلاثة ناشطين
    return not behind.head.has("frames") and (_target(behind.head) or _some_of(behind, reading))


def _some_of(phrase: Phrase, reading: Reading) -> bool:
    """Whether a bare number counts people told behind it: ثلاثة | من أعضائه."""
    tail = next(iter(reading.tails.get(id(phrase), ())), None)
    if len(phrase.units) != 1 or phrase.units[0].tag not in ("NUM", "Q") or tail is None or tail.prep != "من":
        return False
    return tail.head.has("roles") or tail.head.has("generics") or tail.head.has("bodies")


#: word classes of what violence and coercion are done to
_ACTED_UPON = frozenset(("target_place", "place_noun", "seized_place", "vessel", "vehicle", "people", "territory"))


def _thing_only(phrase: Phrase, reading: Reading) -> bool:
    """A phrase that only tells by an adjective or a genitive whose it is: قلق واشنطن, غضبا إيرانيا."""
    found = reading.mentions(phrase)
    return all(m.start > phrase.head.start or m.kind == "demonym" for m in found) and not _target(phrase.head)


def _target(unit: Unit) -> bool:
    return any(lex.places or not _ACTED_UPON.isdisjoint(lex.classes) for lex in unit.lexes)


def _some_people(phrase: Phrase) -> bool:
    """Some of a people are those to whom it is done: خطف | أميركيين."""
    return phrase.head.number in ("p", "d") and not phrase.head.art and phrase.head.has("demonyms")


def _acts(phrase: Phrase, reading: Reading) -> bool:
    found = reading.mentions(phrase)
    return bool(found) and (
        found[0].sector in _ACTING
        or (found[0].country == "IMG" and not found[0].thing)  # كمين لتنظيم الدولة
        or (found[0].kind in ("country", "seat", "demonym") and not (found[0].sector or _some_people(phrase)))
    )
