"""Triggers: the places of a sentence where a frame may fire, each with its slots.

A trigger is a verb with its clause, a participle used as a verb, or an event noun in a phrase. `fill` gives what
stands in a slot: phrases, or
for `clause` the complement clauses.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from waqai.actors.mentions import Mention, avoided, belongs, words_of
from waqai.events.conditions import Filler
from waqai.events.reading import Reading, obliged
from waqai.grammar.clauses import Clause
from waqai.grammar.phrases import Chunk, Phrase
from waqai.grammar.units import Unit
from waqai.lexicon.table import Light

#: spellings of a preposition that count as the same slot
_SAME_PREP = {
    "ل": ("ل", "الى", "لصالح", "لمصلحة"), "الى": ("الى", "ل"), "ضد": ("ضد", "بحق", "في حق", "حيال", "ازاء", "تجاه"), "بحق": ("بحق", "في حق", "ضد"),  # noqa: E501
    "بشان": ("بشان", "حول", "في شان", "بخصوص"), "حول": ("حول", "بشان", "في شان", "بخصوص"), "تجاه": ("تجاه", "ازاء", "حيال"),  # noqa: E501
    "من قبل": ("من قبل",),
}  # fmt: skip


#: the frame of obligations laid on somebody
_DUTY = "request.must_noun"
_FIRE = frozenset(("رصاص", "نيران", "نار", "قذائف", "قذيفة", "صواريخ", "صاروخ", "رصاصة", "رصاصات"))
#: word classes of what makes a fall or a collision an attack, and of what such things happen to
_WEAPONS = frozenset(("firearm", "explosive", "heavy_weapon", "attack_event"))
_VEHICLES = frozenset(("vehicle", "wheels", "aircraft"))


#: behind the relative clause of an event noun these still name its parties: مواجهات شهدتها المدينة بين
_PARTY_PREPS = ("بين", "على", "ضد", "مع", "بحق", "في حق", "الى", "ل")

#: before a noun that says when or why the verb's deed is done: what stands before it belongs to the verb alone
_ADDRESSING = ("الى", "ل", "ضد")
_BESIDE = frozenset(("بعد", "عقب", "اثر", "غداة", "قبل", "منذ", "بسبب", "جراء", "نتيجة", "على خلفية"))


class Trigger:
    """Common to all: `unit` is the word, `clause` where it stands, `frames` what may fire there."""

    __slots__ = (
        "_arguments",
        "_fills",
        "_pps",
        "clause",
        "extra_actor",
        "extra_recipient",
        "frames",
        "governor",
        "kind",
        "light",
        "phrase",
        "reading",
        "unit",
    )

    def __init__(
        self,
        kind: str,
        unit: Unit,
        clause: Clause,
        frames: Sequence[int],
        reading: Reading,
        phrase: Phrase | None = None,
    ) -> None:
        self.kind = kind
        self.unit = unit
        self.clause = clause
        self.frames = list(dict.fromkeys(frames))
        self.reading = reading
        self.phrase = phrase
        self.light: Light | None = None
        self.governor: Clause | None = None
        self._pps: list[Phrase] | None = None
        self._arguments: tuple[Phrase | None, Phrase] | bool | None = False  # not yet looked for
        self._fills: dict[str, list[Filler]] = {}

    # -- slots -------------------------------------------------------------------------------------------------

    @property
    def pps(self) -> list[Phrase]:
        """The prepositional phrases that belong to the trigger."""
        if self._pps is None:
            self._pps = self._noun_pps() if self.kind == "noun" else list(self.clause.pps)
        return self._pps

    def _noun_pps(self) -> list[Phrase]:
        """Those behind the noun, up to the next one that holds an event noun (which is the last that can be ours)."""
        assert self.phrase is not None
        out: list[Phrase] = []
        passed = False  # the object of the noun
        position = self.reading.position.get(id(self.phrase), 0)
        chunks = self.reading.parse.chunks
        aside = bool(position and self.phrase.prep) and chunks[position - 1].kind in ("،", ",")
        for number, item in enumerate(chunks[position + 1 :], position + 1):
            if aside and item.kind in ("،", ","):
                break  # اتفقا، خلال اجتماع في عمان الاثنين، على انسحاب القوات: the comma ends the aside
            if item.kind in ("T", "ADV") or (item.kind in ("،", ",") and _around_time(chunks, number)):
                continue
            if (
                item.kind == "NP"
                and item.phrase is not None
                and self.governor is not None
                and item.phrase is self.governor.subject
            ):
                continue
            if item.kind == "NP" and self.arguments is not None and item.phrase is self.arguments[1]:
                passed = True
                continue  # استعادة الجيش | السيطرة | على العاصمة
            if out and item.kind == "NP" and self._is_name(item.phrase):
                continue  # طلب لإدارة الرئيس | جو بايدن | لاستئناف المحادثات
            if item.kind != "PP" or item.phrase is None:
                break
            if passed and (item.phrase.preposition in ("من", "ل") or item.phrase.head.tag == "PP"):
                break  # تأييده | شراء الغاز | من الفلسطينيين: of the object
            out.append(item.phrase)
            if any(u.has("frames") for u in item.phrase.units) and item.phrase.prep not in ("في", "خلال", "بعد", "قبل"):
                sides = chunks[number + 1].phrase if number + 1 < len(chunks) else None
                if sides is not None and sides.prep == "بين":  # اتفاق على وقف القتال بين الجانبين
                    out.append(sides)
                break
        if (
            self.governor is not None
            and self.governor.subject is self.phrase
            and any(k.startswith("existential") for v in self.governor.verbs for k in v.kinds)
        ):
            out += [p for p in self.governor.pps if all(p is not q for q in out)]
        elif self.governor is not None:
            described = self.governor.kind == "rel" and self.governor.antecedent is self.phrase
            beside = self.phrase.preposition in _BESIDE
            first = self.governor.object if self.phrase.conj and self.governor.object is not self.phrase else None
            out += [
                p
                for p in self.governor.pps
                if p is not self.phrase
                and all(p is not q for q in out)
                and not (first is not None and p.start > first.start)  # دعمها للسودان | ورفضها تقسيمه
                and not (beside and p.prep in _ADDRESSING)
                and (p.end < self.unit.start or (described and p.prep in _PARTY_PREPS))
            ]
        return out

    def _is_name(self, phrase: Phrase | None) -> bool:
        """Whether a phrase is but the name of the person whose office stands before it."""
        if phrase is None or phrase.conj or phrase.comma or phrase.head.art or phrase.members:
            return False
        found = self.reading.mentions(phrase)
        return len(found) == 1 and found[0].person and not phrase.head.has("roles")

    def fill(self, slot: str) -> list[Filler]:
        """What stands in a slot."""
        if slot not in self._fills:
            self._fills[slot] = list(self._fill(slot))
        return self._fills[slot]

    def _fill(self, slot: str) -> Iterator[Filler]:
        clause = self.clause
        if slot == "agent":
            yield from (p for p in self.pps if p.agent)
            for phrase in self.pps:  # برصاص الشرطة, بنيران الجيش
                if phrase.prep == "ب" and len(phrase.units) > 1 and not _FIRE.isdisjoint(phrase.head.keys):
                    owner = Phrase([u for u in phrase.units if u is not phrase.head])
                    self._place(owner, phrase)
                    if any(m.country or m.sector for m in self.reading.mentions(owner)):
                        yield owner  # but بقذائف المورتر
        elif slot == "between":
            yield from (p for p in self.pps if p.prep == "بين")
        elif slot == "clause":
            yield from clause.comps if self.kind != "noun" else self._noun_clauses()
        elif slot == "anywhere":
            near = [clause, *self.reading.results.get(clause.number, ())]
            if self.kind == "noun" and self._of_casualties(self.frames):
                # لقي خمسة مصرعهم | وأصيب تسعة في تفجير: what befell both stands in one of two joined clauses
                joined = [c for c in self.reading.parse.clauses if c.coord is clause]
                near += [c for c in joined if any(self._of_casualties(verb.frames) for verb in c.verbs)]
            yield from (
                p
                for item in self.reading.parse.chunks
                if item.phrase is not None
                for p in item.phrase.all
                if self.reading.clause_of[id(p)] in near
            )
            if clause.kind == "rel" and clause.antecedent is not None:
                yield clause.antecedent
            for inner in self.reading.parse.clauses:  # خرج الطلاب | مطالبين برحيله
                if inner.kind == "hal" and inner.parent is clause and inner.unit is not None:
                    yield Phrase([inner.unit])
            if self.kind == "noun":
                yield clause  # انطلقت مسيرة: its verb, too
                if self.governor is not None and self.governor is not clause:
                    yield self.governor  # الحكم الذي أصدرته
        elif self.kind == "noun":
            yield from self._fill_noun(slot)
        elif slot == "subject":
            if clause.voice == "v":
                yield from (p for p in self.pps if p.agent)  # استُقبل السفير من قبل الوزير
            elif clause.subject is not None:
                yield clause.subject
        elif slot == "object":
            if clause.object is not None and clause.object.head.tag != "PRO":
                yield clause.object
        elif slot == "object2":
            behind = [p for p in clause.post if p is not clause.subject and p is not clause.object and not p.comma]
            before = clause.subject is not None and clause.subject is clause.topic  # واشنطن تمنح كييف | صواريخ
            if behind and (len(clause.post) > 2 or clause.hidden or before):
                yield behind[0]  # حمّل الوزير الحكومة | المسؤولية, حمّلوها | المسؤولية
        elif slot not in ("possessor", "demonym", "owner", "self"):
            yield from self._prepositional(slot)

    def _of_casualties(self, frames: Iterable[int]) -> bool:
        return any(self.reading.table.frames[number].casualty for number in frames)

    def _prepositional(self, slot: str) -> Iterator[Phrase]:
        names = _SAME_PREP.get(slot, (slot,))
        found = [p for p in self.pps if p.prep in names and not p.agent and not (p.prep == "ل" and self._not_own(p))]
        yield from (p for p in found if p.prep == slot)
        yield from (p for p in found if p.prep != slot)

    def _not_own(self, phrase: Phrase) -> bool:
        """Whether what stands behind ل is governed by another word than the trigger."""
        return self._of_office(phrase) or self._taken_side_on(phrase)

    def _taken_side_on(self, phrase: Phrase) -> bool:
        """Whether what stands behind ل is what an adjective of the trigger is for or against: مظاهرة مؤيدة | لغزة."""
        before = self.reading.phrase_before(phrase)
        if before is None or before is not self.phrase or before.units[-1] is self.unit:
            return False
        return "for_or_against" in before.units[-1].classes

    def _of_office(self, phrase: Phrase) -> bool:
        """Whether what stands behind ل only says whose officer the subject is: رفض الأمين العام | للأمم المتحدة."""
        clause = self.governor or self.clause
        subject = clause.subject
        before = self.reading.phrase_before(phrase)  # رسالة من الأمين العام | للأمم المتحدة
        for holder in (subject, before if before is not None and before.prep in _FROM else None):
            if holder is not None and holder.start < phrase.start <= holder.end + 2:
                named = [m for m in self.reading.mentions(holder) if m.kind == "role" or holder is subject]
                if any(m.start < phrase.start < m.end for m in named):
                    return True
        return False

    def _fill_noun(self, slot: str) -> Iterator[Filler]:
        if slot in ("possessor", "possessor_person", "possessor_place", "object"):
            found = self.possessor()
            if found is not None:
                yield found
        elif slot == "verb_object":
            held = self.governor.object if self.governor is not None else None
            if held is not None and held is not self.phrase:
                yield held
        elif slot == "behind":
            if self.arguments is not None:
                yield self.arguments[1]
        elif slot == "subject":
            if (
                self.governor is not None
                and self.governor.subject is not None
                and self.governor.subject is not self.phrase
                and not self._judged(self.governor)
            ):
                yield self.governor.subject
            elif self.governor is None and self.clause.unit is None:
                topic = self.clause.subject  # ما زال الناشط | خلف القضبان
                if topic is not None and topic is self.reading.phrase_before(self.phrase):
                    yield topic
        elif slot not in ("demonym", "owner", "self"):
            yield from self._prepositional(slot)

    @staticmethod
    def _judged(clause: Clause) -> bool:
        """Whether the verb above a deed says what its subject thinks of it, who then is not the doer: انتقدت موسكو |
        طرد دبلوماسييها.
        """
        return any("judge" in verb.kinds and verb.lemma.split("/")[0] not in _EXPRESSING for verb in clause.verbs)

    @property
    def arguments(self) -> tuple[Phrase | None, Phrase] | None:
        """Subject and object of a verbal noun that has both: خطف | الحوثيين | صحفيين, اقتحام | القوات | للنقابة,
        رفض | بلاده | المقترح; the subject is None where it is the pronoun on the noun. None where no object is behind.
        """
        if isinstance(self._arguments, bool):
            self._arguments = self._both() if self.kind == "noun" else None
        return self._arguments

    def _both(self) -> tuple[Phrase | None, Phrase] | None:
        assert self.phrase is not None
        owner = self.possessor()
        position = self.reading.position.get(id(self.phrase), 0)
        chunks = self.reading.parse.chunks
        if (owner is None and not self.unit.enc) or self.phrase.members or position + 1 >= len(chunks):
            return None
        item, passed = chunks[position + 1], 0
        if self.unit.enc:  # استقباله في عمان | الرئيس الفلسطيني, استقباله في مكتبه بالرياض، اليوم، | السفير
            passed = _past_when_and_where(chunks, position + 1)
            if passed and (position + 1 + passed >= len(chunks) or chunks[position + 1 + passed].kind != "NP"):
                return None
            item = chunks[position + 1 + passed]
        behind = item.phrase
        if behind is None or (behind.comma and not passed) or behind.conj or item.kind not in ("NP", "PP"):
            return None
        if item.kind == "PP":
            known = owner is None or owner.head.art or owner.head.named or owner.head.has("bodies")
            # اقتحام القوات | للنقابة, but مقتل جندي | للجيش
            if owner is not None and belongs(owner.units):
                return None  # صاروخين تابعين | للحوثيين
            if behind.prep != "ل" or not known or self.unit.text.removeprefix("ب").startswith("مقتل"):
                return None
        elif behind.head.tag not in ("N", "NUM", "Q") or self._of_the_verb(behind):
            return None
        return owner, behind

    def _of_the_verb(self, behind: Phrase) -> bool:
        """Whether the noun phrase behind is the verb's: أثار اعتقال الوزير | الشارع, بعد مقتل الجندي | أعلن."""
        for clause in self.reading.parse.clauses:
            if clause.subject is behind and clause.unit is not None and clause.antecedent is not behind:
                return True  # but قصف إسرائيل | مدرسة تؤوي نازحين
            if clause.object is behind and clause.subject is self.phrase and len(clause.post) < 3:
                kinds = {kind.split("+")[0] for verb in clause.verbs for kind in verb.kinds}
                return not kinds & {"existential", "intransitive"}
        return False

    def _noun_clauses(self) -> list[Clause]:
        return [
            c
            for c in self.clause.comps
            if c.opener_unit is not None and self.phrase is not None and c.opener_unit.start >= self.phrase.end
        ]

    def possessor(self) -> Phrase | None:
        """The genitive behind an event noun: زيارة | وزير الخارجية."""
        assert self.phrase is not None
        units = self.phrase.units
        try:
            index = next(k for k, u in enumerate(units) if u is self.unit)
        except StopIteration:
            return None
        rest = units[index + 1 :]
        if self.unit.art or not rest:
            return None
        first = rest[0]
        if (
            any(lex.pos in ("ADJ", "PART") or lex.demonyms for lex in first.lexes)
            and not first.art
            and not first.named
            and "place_noun" not in first.classes  # تحرير | مدينة, which could be one in debt
            and not _a_man(self.unit, first)
            and not _of_other_gender(self.unit, first)
            and (
                not first.has("generics")
                or (first.gender == "f" and first.number == "s")  # مساعدات | عسكرية
                or (first.number == "s" and self._talks())  # اجتماع | عسكري رفيع
            )
            and not first.has("roles")
        ):
            return None
        return self.reading.cut(self.phrase, index + 1)

    def _talks(self) -> bool:
        """Whether the noun is a meeting, which is nobody's single-handed."""
        return all(self.reading.table.frames[number].type == "CONSULT" for number in self.frames)

    def _place(self, part: Phrase, whole: Phrase) -> None:
        """Give a phrase cut out of another its place in the sentence."""
        reading = self.reading
        reading.tails[id(part)] = reading.tails.get(id(whole), [])
        reading.clause_of[id(part)] = self.clause
        reading.position[id(part)] = reading.position.get(id(whole), 0)
        reading.resolver.keep(part)

    # -- who ---------------------------------------------------------------------------------------------------

    def who(self, slot: str) -> list[Mention]:
        """The actors named in a slot; hidden subjects and pronouns are resolved."""
        reading, clause = self.reading, self.clause
        if slot == "subject" and self.kind != "noun":
            if clause.voice == "v":
                return []
            return reading.subject(clause)
        if slot == "speaker":
            return reading.source_of(clause)
        if slot == "object" and self.kind != "noun":
            pronoun = clause.unit.reading.object if clause.unit and clause.unit.reading else ""
            if pronoun and clause.object is None:
                return reading.pronoun(clause, pronoun, exclude=reading.subject(clause))
            if clause.object is not None and clause.object.head.tag == "PRO":  # متهما إياها
                return reading.other_party(clause, clause.object.head)
        if slot == "demonym":
            return self._demonyms()
        if slot == "self":
            return self._itself()
        if slot == "owner":  # القنصلية الأميركية, سفارة إيران, but not سفارتها
            held = clause.object
            owned = held is not None and not any(u.enc for u in held.units)
            return [m for m in reading.mentions(held) if m.country and not m.inferred] if owned else []
        if slot in ("possessor", "possessor_person") and self.kind == "noun" and self.unit.enc:
            return reading.owner(self.unit, clause)
        if slot in ("possessor_person", "possessor_place"):
            land = slot == "possessor_place"
            return [
                m
                for m in self.who("possessor")
                if (m.kind in ("country", "seat", "region", "organisation") or not (m.country or m.sector or m.ar))
                == land
            ]
        out: list[Mention] = []
        for filler in self.fill(slot):
            if isinstance(filler, Phrase):
                if filler.head.tag == "PP":
                    out += reading.pronoun_of(
                        filler.head, clause, exclude=self.who("subject") if self.kind != "noun" else ()
                    )
                out += reading.mentions(filler)
                if out and slot != "between":
                    break
                if len(out) == 1 and not filler.members:
                    out += self._other_side(filler)
        above = self.governor if self.kind == "noun" and slot == "subject" else None
        if above is not None and all(m.thing for m in out) and not self._judged(above):
            return reading.subject(above)  # تضمن بيان الاتحاد | دعوة إلى: those who issued it
        return out

    def _itself(self) -> list[Mention]:
        """The dead that the trigger itself names: ثلاثة قتلى, شهيدان فلسطينيان."""
        phrase = self.phrase
        if phrase is None or self.unit.art:
            return []
        found = self.reading.resolver.demonyms(phrase, self.unit.end)
        mention = Mention(phrase, phrase.start, self.unit.end)
        mention.kind, mention.sector, mention.head = "generic", "CVL", self.unit.text
        mention.country = found[0].country if found else self.reading.resolver.context(phrase.start)
        mention.inferred = mention.weak = not found
        mention.coded, mention.plural = bool(found), phrase.plural
        mention.ar = words_of(phrase.units)
        return [mention]

    def _other_side(self, phrase: Phrase) -> list[Mention]:
        """Who stands behind و in the words that tell whose the one side is: بين مسلحين من الجيش | والقوات الروسية."""
        tail = self.reading.tails.get(id(phrase), ())
        if not tail or tail[0].prep not in ("من", "في", "ل") or not tail[0].members:
            return []
        return [m for part in tail[0].members for m in self.reading.mentions(part)]

    def _demonyms(self) -> list[Mention]:
        if self.phrase is None:
            return []
        if self.possessor() is not None:
            return []  # قصف قرية عراقية: the adjective is the village's
        return self.reading.resolver.demonyms(self.phrase, self.unit.end)


#: nouns of suffering something, by the prepositions before what is suffered, folded: تعرض السجناء للتعذيب
_SUFFERING = {"تعرض": ("ل", "الى"), "خضوع": ("ل",), "نجاة": ("من",)}


def suffering(phrase: Phrase | None) -> str:
    """The noun of suffering that heads a phrase, bare: تعرض | الموكب, بعد تعرضها; empty for none."""
    if phrase is None:
        return ""
    first = phrase.units[0]
    bare = first.text.removeprefix(first.conj).removeprefix(first.prep).removesuffix(first.enc)
    return bare if first.tag == "N" and (first.enc or not first.art) and bare in _SUFFERING else ""


def suffered(reading: Reading, phrase: Phrase | None, unit: Unit) -> Phrase | None:
    """The phrase of the noun before an event noun that says who suffers the event: تعرض السجناء | للتعذيب."""
    if phrase is None:
        return None
    chunks = reading.parse.chunks
    position = reading.position.get(id(phrase), 0)
    here = chunks[position].phrase
    if here is None or not here.prep or not any(unit is part.units[0] for part in here.all):
        return None
    for item in reversed(chunks[max(0, position - 4) : position]):
        if item.kind not in ("NP", "PP", "T", "ADV"):
            return None
        if noun := suffering(item.phrase):
            return item.phrase if here.prep in _SUFFERING[noun] else None
    return None


def sufferer(trigger: Trigger) -> Phrase | list[Mention] | None:
    """Who is said by a noun before it to suffer an event: a phrase, or the mentions that a pronoun stands for (بعد
    تعرضها | لهجوم); None where no such noun is.
    """
    reading = trigger.reading
    phrase = suffered(reading, trigger.phrase, trigger.unit) if trigger.kind == "noun" else None
    if phrase is None:
        return None
    if phrase.units[0].enc:
        return reading.owner(phrase.units[0], trigger.clause)
    return reading.cut(phrase, 1) if len(phrase.units) > 1 else None


#: rooms and houses in which guests are received, folded
_ROOMS = frozenset("مقر مكتب قصر ديوان مبنى بيت منزل مطار مدينة عاصمة مقرها مقره مكتبه مكتبها قصره سفارة".split())


def _where(phrase: Phrase | None) -> bool:
    """Whether a phrase is no more than a place: في عمان, بالرياض, بمكتبه, في مقر الوزارة."""
    if phrase is None or phrase.prep not in ("في", "ب") or phrase.members:
        return False
    return phrase.head.named if phrase.prep == "في" and phrase.head.named else any(
        lex.key in _ROOMS for lex in phrase.head.lexes
    ) or (phrase.head.named and len(phrase.units) == 1)


def _past_when_and_where(chunks: Sequence[Chunk], first: int) -> int:
    """How many chunks from `first` on only say when and where, with the commas around them."""
    k = first
    while k < len(chunks) and k < first + 5 and (
        chunks[k].kind == "T" or (chunks[k].kind == "PP" and _where(chunks[k].phrase))
        or (chunks[k].kind in (",", "،") and k > first and _around_time(chunks, k))
    ):
        k += 1
    return k - first


def _of_other_gender(deed: Unit, unit: Unit) -> bool:
    """Whether a warship behind a masculine deed, though written like an adjective, suffers it: استهداف | مدمرة."""
    return "warship" in unit.classes and unit.text.endswith("ة") and not deed.text.endswith(("ة", "ات"))


def _a_man(deed: Unit, unit: Unit) -> bool:
    """Whether the name of a people is that of one of them: مقتل | فلسطيني, but هجوم فلسطيني."""
    return "of_persons" in deed.classes and unit.has("demonyms") and unit.number in ("s", "") and unit.gender != "f"


def _around_time(chunks: Sequence[Chunk], number: int) -> bool:
    """Whether a comma stands before or behind a time: محادثات في واشنطن، أمس الأربعاء، مع نظيره."""
    return (number + 1 < len(chunks) and chunks[number + 1].kind == "T") or chunks[number - 1].kind == "T"


def find(reading: Reading) -> Iterator[Trigger]:
    """Every trigger of a sentence: clauses in order, then event nouns in order."""
    for clause in reading.parse.clauses:
        unit = clause.unit
        if unit is None:
            yield from _predicates(clause, reading)
            yield from _duties(clause, reading)
            continue
        if clause.kind == "hal":
            frames = [f for lex in unit.lexes if lex.pos == "PART" for f in lex.active]
            if frames:
                yield Trigger("hal", unit, clause, frames, reading)
            continue
        frames = _without_mishap([f for verb in clause.verbs for f in verb.frames], clause, reading)
        if frames:
            yield Trigger("verb", unit, clause, frames, reading)
    for item in reading.parse.chunks:
        if item.phrase is None:
            continue
        for phrase in item.phrase.all:
            clause = reading.clause_of[id(phrase)]
            for unit in phrase.units:
                if not (unit.has("frames") or unit.has("lights")):
                    continue
                nouns = [f for lex in unit.lexes for f in lex.frames]
                if unit.tag != "N" or (avoided(unit) and not nouns) or _attributive(phrase, unit):
                    continue
                lights = [light for lex in unit.lexes for light in lex.lights]
                if nouns and unit.last > unit.first + 1 and unit.info is not None:
                    lights += _lights_of_first(unit, nouns, reading)
                if not nouns and not lights:
                    continue
                governor = govern(reading, phrase, clause)
                if lights and governor is not None:
                    above = [governor]
                    if governor is not clause and clause.unit is not None and (governor.subject is not phrase or _takes_place(governor)):  # noqa: E501
                        above.append(clause)
                    verbs = {verb.lemma for g in above for verb in g.verbs}
                    for light in lights:  # ترأس الوزير اجتماعا حضره ممثلون
                        if light.verb not in verbs:
                            continue
                        over = next((g for g in above if _light(light, phrase, unit, g)), None)
                        if over is not None and _without_mishap([light.frame], clause, reading):
                            trigger = Trigger("noun", unit, clause, [light.frame], reading, phrase)
                            trigger.light, trigger.governor = light, over
                            yield trigger
                if lights and suffered(reading, phrase, unit) is not None:  # تعرضه | للضرب
                    frames = [light.frame for light in lights if light.verb in _SUFFERING]
                    if frames:
                        yield Trigger("noun", unit, clause, frames, reading, phrase)
                nouns = _without_mishap(nouns, clause, reading) if nouns else nouns
                if nouns:
                    trigger = Trigger("noun", unit, clause, nouns, reading, phrase)
                    trigger.governor = governor
                    yield trigger


def _lights_of_first(unit: Unit, frames: Collection[int], reading: Reading) -> list[Light]:
    """The light verbs that a compound shares with its first word, of the same frames: خرج في مسيرات | حاشدة."""
    lexes = reading.table.lexes
    return [
        light
        for start in unit.info.starts
        for rest, number, _ in start.entries
        if not rest
        for light in lexes[number].lights
        if light.frame in frames
    ] if unit.info is not None else []


def _without_mishap(frames: Sequence[int], clause: Clause, reading: Reading) -> list[int]:
    """The frames without those of victims, where a clause of time says that an accident befell them: لقي جنديان حتفهما
    وأصيب ثالث | عندما انقلبت سيارتهم.
    """
    others = [f for f in frames if not reading.table.frames[f].casualty]
    if len(others) == len(frames):
        return others
    befell = any(
        c.parent is not None and (c.parent is clause or c.parent.coord is clause) and _mishap(c)
        for c in reading.parse.clauses
    )
    return others if befell else list(frames)


def _mishap(clause: Clause) -> bool:
    """Whether a clause of time tells of an accident: عندما تحطمت مروحيتهم, عندما انقلبت سيارتهم. Where
    weapons brought about what befell the vehicle it is none: عندما سقطت مروحيتهم بنيران المسلحين.
    """
    if clause.kind != "sub:time" or clause.subject is None:
        return False
    told = [unit for phrase in (clause.subject, *clause.pps) for unit in phrase.units]
    if any(not _WEAPONS.isdisjoint(u.classes) or not _FIRE.isdisjoint(u.keys) for u in told):
        return False  # عندما اصطدمت سيارة مفخخة بحافلتهم
    if _VEHICLES.isdisjoint(clause.subject.head.classes):
        return False
    return any("accident_verb" in verb.classes for verb in clause.verbs)


def _takes_place(clause: Clause) -> bool:
    """Whether a clause says no more than that something takes place: المحادثات التي جرت في بكين."""
    return any(kind.startswith("existential") for verb in clause.verbs for kind in verb.kinds)


def _light(light: Light, phrase: Phrase, unit: Unit, governor: Clause) -> bool:
    """Whether the verb of a clause makes a light-verb combination with an event noun. The preposition before a noun
    that a relative clause describes is not of that clause's verb: بعد الحرب | التي شنتها القوات.
    """
    described = governor.kind == "rel" and governor.antecedent is phrase and governor.object is not None
    preposition = "" if described and not light.prep else _prep(phrase, unit)
    return (
        any(v.lemma == light.verb for v in governor.verbs)
        and preposition in (light.prep, *_SUFFERING.get(light.verb, ()))
        and bool(light.prep or not _acts(phrase, unit, governor))
    )


def _attributive(phrase: Phrase, unit: Unit) -> bool:
    """A participle that describes the noun before it and only looks like an event noun: الثورة المطالبة ب."""
    if not unit.art or not unit.text.endswith("المطالبة"):
        return False
    at = next((k for k, u in enumerate(phrase.units) if u is unit), 0)
    return at > 0 and phrase.units[at - 1].art


def _predicates(clause: Clause, reading: Reading) -> Iterator[Trigger]:
    """A participle or adjective of a frame that is said of the subject: الوزير مستعد ل, هم ضالعون في."""
    if clause.subject is None and not clause.hidden:
        return
    for phrase in clause.said[:2]:
        head = phrase.units[0]
        if head.art or head.tag != "N" or head.prep:
            continue
        frames = [f for lex in head.lexes for f in lex.active]
        if frames:
            yield Trigger("hal", head, clause, frames, reading)
            return


def _duties(clause: Clause, reading: Reading) -> Iterator[Trigger]:
    """What a clause without a verb lays on somebody: على إسرائيل أن توقف هجماتها, إن على الطرفين العودة إلى الحوار."""
    bound = obliged(clause)
    if bound is None or not any(m.political for m in reading.mentions(bound)):
        return
    frames = [number for number, frame in enumerate(reading.table.frames) if frame.name == _DUTY]
    yield Trigger("hal", bound.units[0], clause, frames, reading)


def _acts(phrase: Phrase, unit: Unit, governor: Clause) -> bool:
    """Whether a word is who does what the verb says: سلمت السلطات المتهم is no سلّم السلطة."""
    return phrase is governor.subject and unit is phrase.head and unit.has("bodies") and governor.voice == "a"


def _prep(phrase: Phrase, unit: Unit) -> str:
    return phrase.prep or unit.prep


def govern(reading: Reading, phrase: Phrase, clause: Clause) -> Clause | None:
    """The clause whose verb governs an event noun: it is the object or subject of it, or stands behind its
    preposition; or a
    relative clause describes the noun (هجوم شنته طائرات)."""
    for relative in reading.relatives.get(id(phrase), ()):
        if any(kind.startswith(("active", "existential", "lv")) for verb in relative.verbs for kind in verb.kinds):
            return relative
    if clause.unit is None:
        return None
    return clause


#: verbs of judging behind which stands what the subject himself feels or does
_EXPRESSING = frozenset(("أعرب", "اعرب", "عبّر", "عبر"))
#: prepositions before whoever something comes from or is done with, folded
_FROM = frozenset(("من", "مع", "عن", "من قبل", "من جانب", "من طرف", "بين", "الى"))
_REVENGE = frozenset(("ردا", "انتقاما", "ثارا"))
_IN_REPLY = _REVENGE | {"احتجاجا"}


def in_reply(trigger: Trigger, words: frozenset[str] = _IN_REPLY) -> bool:
    """A noun behind ردا على, انتقاما ل, or a verb that says more of it (ردا على هجمات استهدفت ...): it came before what
    is told, and is not one with it.
    """
    phrase = trigger.phrase if trigger.kind == "noun" else None
    if trigger.kind == "verb" and trigger.clause.kind == "rel":
        phrase = trigger.clause.antecedent
    before = trigger.reading.chunk_before(phrase)
    if phrase is None or before is None or phrase.preposition not in ("على", "ل"):
        return False
    word = before.phrase.units[-1] if before.phrase is not None else before.unit
    return word is not None and word.text.removeprefix("و") in words


def avenged(trigger: Trigger) -> bool:
    """Whether it is what others take revenge for, some days or years before: انتقاما لمقتل, ردا على هجمات."""
    return in_reply(trigger, _REVENGE)
