"""The reading of a sentence that frames are matched on: its parse, who its phrases name, where each phrase stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from waqai.actors.mentions import INTERNATIONAL, PLACE_PREPS, Mention, Resolver, words_of
from waqai.grammar.clauses import FRONTED, Clause, Parse, self_named
from waqai.grammar.phrases import Chunk, Phrase
from waqai.grammar.units import Unit
from waqai.lexicon.table import Table
from waqai.places.locations import Locations, Locator

#: sectors of groups whose people are of their sector
_ARMED = frozenset(("REB", "PRM"))
_JUDGING = frozenset(("ACCUSE", "SUPPORT", "SANCTION"))
#: by which a clause tells what came of the clause above
_RESULT = frozenset(("مما", "ما", "الامر الذي", "وهو ما"))
#: adjectives at the end of a phrase, folded, behind which a patron is named
_BACKED = re.compile(r"\s(?:موالي|مقرب|قريب|مدعوم|تابع|مناهض|معارض|مويد|مؤيد|معادي|حليف|مرتبط|ممول|منشق)\w*$")
#: what is done in words
_WORDS = frozenset(("ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "AGREE"))
_HOMELANDS = frozenset(("بلاد", "بلد", "دولة", "وطن"))
#: behind a document they name whose it is
_ISSUED_BY = ("عن", "ل", "من", "باسم", "الصادر عن", "صادر عن")


class Reading:
    """A parsed sentence with look-ups from phrases to clauses, following phrases and mentions.

    `speaker` is who spoke last in the article; `last` the mentions of the sentence before, for pronouns.
    """

    def __init__(
        self,
        parse: Parse,
        resolver: Resolver,
        table: Table,
        locator: Locator,
        speaker: list[Mention],
        before: Sequence[Mention],
    ) -> None:
        self.parse = parse
        self.table = table
        self.resolver = resolver
        self.locator = locator
        self.speaker = speaker
        self.before = list(before)
        self.clause_of: dict[int, Clause] = {}
        self.tails: dict[int, list[Phrase]] = {}
        self.relatives: dict[int, list[Clause]] = {}
        self.position: dict[int, int] = {}
        self._subjects: dict[int, list[Mention]] = {}
        self._owned: set[int] = set()
        self._settled: set[int] = set()  # phrases whose mentions are as they will stay
        self._locations: Locations | None = None
        #: of phrases, by them and the trigger inside them, kept by waqai.events.conditions
        self.marks: dict[tuple[int, int], tuple[Phrase, frozenset[str]]] = {}
        self.issuer: list[Mention] = []  # of the document that the article quoted last
        self.quoted_until = 0  # where a quotation ends that a sentence before has opened
        self.doer: Sequence[Mention] = ()  # the subject of the last sentence
        self.parties: list[Mention] = []  # of the talks that the article told of last
        self.foes: list[Mention] = []  # the two sides of the fight that it told of last
        self._cuts: dict[tuple[int, int, bool], Phrase] = {}
        self.trigger: Unit | None = None  # the word that conditions are tested for: it does not count itself
        self.clause: Clause | None = None  # that of a trigger that is its verb or subject
        chunks = parse.chunks
        for k, item in enumerate(chunks):
            if item.phrase is None:
                continue
            tail: list[Phrase] = []
            for following in chunks[k + 1 : k + 6]:
                if following.kind == "T":
                    continue
                if following.kind != "PP" or following.phrase is None:
                    break
                tail.append(following.phrase)
            for phrase in item.phrase.all:
                self.clause_of[id(phrase)] = parse.of_chunk[k]
                self.position[id(phrase)] = k
                self.tails[id(phrase)] = tail
        self.results: dict[int, list[Clause]] = {}  # what came of it, with مما: وقع انفجار | مما أدى إلى إصابة ستة
        for clause in parse.clauses:
            if clause.kind == "sub:cause" and clause.opener in _RESULT and clause.parent is not None:
                self.results.setdefault(clause.parent.number, []).append(clause)
                self.results.setdefault(clause.number, []).append(clause.parent)
            if clause.kind == "rel" and clause.antecedent is not None:
                self.relatives.setdefault(id(clause.antecedent), []).append(clause)

    @property
    def locations(self) -> Locations:
        """The words that say where, only read when asked for."""
        if self._locations is None:
            self._locations = self.locator.read(self.parse)
        return self._locations

    def chunk_before(self, phrase: Phrase | None) -> Chunk | None:
        """The step of the sentence before a phrase; None where it opens the sentence."""
        position = self.position.get(id(phrase), 0)
        return self.parse.chunks[position - 1] if position else None

    def chunks_before(self, phrase: Phrase | None) -> Iterator[Chunk]:
        """The steps of the sentence before a phrase, the nearest first."""
        return reversed(self.parse.chunks[: self.position.get(id(phrase), 0)])

    def phrase_before(self, phrase: Phrase | None) -> Phrase | None:
        """The phrase right before another; None where something else stands there."""
        before = self.chunk_before(phrase)
        return before.phrase if before is not None else None

    def mentions(self, phrase: Phrase | None) -> list[Mention]:
        """Who a phrase names."""
        if phrase is None:
            return []
        found = self.resolver.resolve(phrase, self.tails.get(id(phrase), ()))
        if id(phrase) in self._settled:
            return found
        if found and self._to_blame(phrase):
            del found[:]  # محاسبة المسؤولين عنه: whoever did it
        if len(found) == 1 and found[0].actor is None and found[0].phrase is phrase:
            self._lengthen(phrase, found[0])
        owned = next((u for u in phrase.units if u.enc and u.tag == "N"), None)
        if owned is not None and id(phrase) not in self._owned:
            self._owned.add(id(phrase))
            self._own(phrase, owned, found)
        elif "envoy_person" in phrase.head.classes and id(phrase) not in self._owned and not _of_a_land(found):
            self._owned.add(id(phrase))
            self._sent(phrase, found)
        if phrase.head.number == "d" and not phrase.members and id(phrase) not in self._owned:
            self._owned.add(id(phrase))
            self._both(phrase, found)
        self._settled.add(id(phrase))
        return found

    def _sent(self, phrase: Phrase, found: list[Mention]) -> None:
        """Whose a delegation is that a pronoun sends: أعلنت الحركة أن وفدا | منها وصل إلى جدة."""
        tail = next(iter(self.tails.get(id(phrase), ())), None)
        clause = self.clause_of.get(id(phrase))
        if tail is None or clause is None or tail.prep != "من" or tail.head.tag != "PP" or tail.comma:
            return
        owners = [m for m in self.source_of(clause) if m.country and not m.person] or self.pronoun_of(tail.head, clause)
        for owner in owners[:1]:
            if owner.country:
                mention = owner.copy()
                mention.phrase, mention.start, mention.end = phrase, phrase.start, tail.end
                mention.implied, mention.kind, mention.ar = False, "body", words_of(phrase.units)
                found[:] = [mention]

    def _lengthen(self, phrase: Phrase, mention: Mention) -> None:
        """Let a mention without a name of its own end behind what says whose they are: فصائل موالية | لإيران, أرتال
        إمداد | للتحالف, وزارتا النفط | والكهرباء.
        """
        if phrase.members:
            if phrase.head.number == "d" and all(m.conj for m in phrase.members):
                mention.end = max(mention.end, phrase.members[-1].end)
            return
        tail = next(iter(self.tails.get(id(phrase), ())), None)
        if tail is None or tail.comma or tail.conj or tail.members or tail.start > phrase.end + 1 or tail.head.enc:
            return
        if mention.end != phrase.end or phrase.units[0].art or phrase.prep == "ل":
            return
        last = phrase.units[-1]
        deed = tail.head.has("frames")  # أحزاب معارضة | بإطلاق
        backed = "backed" in last.classes or _BACKED.search(last.text) is not None
        backed = backed and tail.prep in ("ل", "من", "ب") and not deed
        owned = tail.prep == "ل" and len(tail.units) < 4 and not tail.head.has("frames")  # تعرض المقر | لهجوم
        if backed or (mention.thing and owned):
            mention.end = tail.end

    def thing(self, phrase: Phrase) -> Mention:
        """Something acted upon that is no actor, with whose it is: أرتال إمداد | للتحالف."""
        found = self.resolver.thing(phrase)
        self._lengthen(phrase, found)
        return found

    def _to_blame(self, phrase: Phrase) -> bool:
        """Whether مسؤول means who answers for a deed, and no official: المسؤولين عنه, المسؤولين عن الهجوم."""
        tail = self.tails.get(id(phrase), ())
        if "مسوول" not in phrase.head.keys and "مسؤول" not in phrase.head.keys:
            return False
        if not tail or tail[0].prep != "عن" or phrase.units[-1] is not phrase.head or not phrase.head.art:
            return False
        head = tail[0].head
        deeds = (self.table.frames[number].type for lex in head.lexes for number in lex.frames)
        return phrase.head.number == "p" and (head.tag == "PP" or "ASSAULT" in deeds)

    def _both(self, phrase: Phrase, found: list[Mention]) -> None:
        """الوزيران, الجانبان, البلدين: the two named last, or the parties of the talks told of before."""
        head = phrase.head
        offices = frozenset[str]()  # the sectors of those who may be meant; empty where no office is told
        if head.has("roles"):
            offices = frozenset(("GOV",)) if _ANY_OFFICE.isdisjoint(head.keys) else _OFFICES
        sides = "party_word" in head.classes  # a place beside them says nothing of whose they are
        if len(phrase.units) != 1 or not head.art or (not sides and any(m.country and not m.inferred for m in found)):
            return
        if not offices and not sides:
            return
        apart = self._facing(phrase)
        named = [m for p in self._before_phrases(phrase.start) for m in self._singly(p)]
        earlier = [m for m in named if m.country not in apart]
        before = [m for m in self.before if m.country not in apart]
        talked = [m for m in self.parties if m.country not in apart]
        pair = _two(earlier, offices)
        if not pair and not offices and len(talked) == 2:
            pair = talked
        pair = pair or _two([*talked, *before, *earlier], offices)
        if not pair:
            return
        if is_land(head):
            found[:] = self.lands(phrase, pair)
            return
        del found[:]
        for mention in pair:
            copy = mention.copy()
            copy.phrase, copy.implied = phrase, True
            found.append(copy)

    def lands(self, phrase: Phrase, pair: Sequence[Mention]) -> list[Mention]:
        """The states of those named before, that `phrase` means: اتفق الرئيسان ... واختتم البلدان, not the two men."""
        countries = dict.fromkeys(m.country for m in pair if m.country and m.country not in INTERNATIONAL)
        return implied([self.land(phrase, country) for country in countries])

    def _singly(self, phrase: Phrase) -> list[Mention]:
        """Who a phrase names; those coordinated in it each for itself, though together they are many."""
        found = self.mentions(phrase)
        if phrase.members and len(found) == 2:
            found = [m.copy() for m in found]
            for mention in found:
                mention.plural = False
        return unthinged(found) if phrase.head.has("frames") else found  # توصل | إسرائيل وحماس

    def _facing(self, phrase: Phrase) -> frozenset[str]:
        """The countries of the subject that acts on those whom `phrase` names: حثت الرياض وواشنطن الطرفين."""
        clause = self.clause_of.get(id(phrase))
        if clause is None or clause.subject is phrase or clause.topic is phrase or phrase.prep == "بين":
            return frozenset()
        if clause.object is not phrase and not any(p is phrase for p in clause.pps):
            return frozenset()
        return frozenset(m.country for m in self.subject(clause) if m.country)

    def _own(self, phrase: Phrase, unit: Unit, found: list[Mention]) -> None:
        """بلاده, قواتها, وزير خارجيته: the country is that of the owner."""
        homeland = is_homeland(unit) and unit is phrase.head
        if not homeland and not any(
            m.inferred or not m.country for m in found if m.kind in ("body", "role", "generic")
        ):
            return
        clause = self.clause_of.get(id(phrase))
        if clause is None:
            return
        owners = [m for m in self.owner(unit, clause) if m.country]
        if clause.kind == "comp" and phrase in (clause.subject, clause.topic):
            # قال الرئيس للصحفيين إن بلاده ..., أضافت القيادة أن قواتها: the speaker's
            owners = [m for m in self.source_of(clause) if m.country and fits(unit.enc, m)] or owners
        owners = owners or [m for m in self.source_of(clause) if m.country]
        if not owners or (homeland and owners[0].country in INTERNATIONAL):
            return
        owner = owners[0]
        if homeland and not found:
            found.append(self.land(phrase, owner.country))
        for mention in found:
            if mention.kind in ("body", "role", "generic") and (mention.inferred or not mention.country):
                mention.country, mention.inferred, mention.coded = owner.country, False, True
                if owner.country in INTERNATIONAL and mention.sector == "GOV":
                    mention.sector = owner.sector  # مبعوثه of the United Nations
                elif owner.sector in _ARMED and mention.sector in ("MIL", "GOV", None):
                    mention.sector = owner.sector  # قواتها, متحدثها العسكري of a group under arms

    def cut(self, phrase: Phrase, number: int, *, alone: bool = False) -> Phrase:
        """The part of a phrase from its unit `number` on, at its place; with what is coordinated unless `alone`."""
        key = (id(phrase), number, alone)
        if key not in self._cuts:
            part = Phrase(phrase.units[number:])
            part.members = [] if alone else list(phrase.members)
            self.tails[id(part)] = self.tails.get(id(phrase), []) if not alone or not phrase.members else []
            if id(phrase) in self.clause_of:
                self.clause_of[id(part)] = self.clause_of[id(phrase)]
            self.position[id(part)] = self.position.get(id(phrase), 0)
            self.resolver.keep(part)
            self._cuts[key] = part
        return self._cuts[key]

    def land(self, phrase: Phrase, code: str | None) -> Mention:
        """The state of a country code, as what a phrase stands for."""
        mention = Mention(phrase, phrase.start, phrase.end)
        mention.kind, mention.country, mention.coded, mention.gender = "country", code, True, "f"
        mention.actor = next((a for a in self.table.actors if a.id == code), None)
        if mention.actor is not None:
            mention.ar, mention.en = mention.actor.ar, mention.actor.en
        return mention

    def political(self, phrase: Phrase | None) -> list[Mention]:
        """The political actors that a phrase names, people in general included."""
        return [m for m in self.mentions(phrase) if m.country or m.sector]

    def subject(self, clause: Clause) -> list[Mention]:
        """Who is the subject of a clause; hidden subjects are found and marked as implied."""
        if clause.number in self._subjects:
            return self._subjects[clause.number]
        self._subjects[clause.number] = []
        found = self._find_subject(clause)
        self._subjects[clause.number] = found
        return found

    def tell(self, clause: Clause, subject: Sequence[Mention]) -> None:
        """Make `subject` the hidden subject of a clause."""
        self._subjects[clause.number] = implied(subject)

    def _find_subject(self, clause: Clause) -> list[Mention]:
        if clause.subject is not None:
            found = self.mentions(clause.subject)
            if not found and clause.subject.head.tag == "PRO":
                return self._previous(clause)
            if is_document(clause.subject) and all(m.thing for m in found):
                return self._author(clause, clause.subject) or found
            if clause.subject is clause.antecedent and all(m.thing for m in found):
                return self._inner(clause, clause.subject) or found
            return found if any(m.coded for m in found) else self._by_own_name(clause.subject) or found
        document = clause.antecedent if clause.kind == "rel" and clause.voice != "v" else None
        if document is not None and is_document(document) and not _dual(clause):
            return self._author(clause, document)  # بيانا دعت فيه ...
        if clause.subject_from is not None and not _dual(clause):
            return implied(self.subject(clause.subject_from))
        if clause.voice == "v":
            return []
        if clause.kind == "comp" and clause.parent is not None and (bound := _bound(clause.parent)) is not None:
            found = self.mentions(bound)  # على إسرائيل أن توقف
            if found:
                return implied(found)
        unit = clause.unit
        if _dual(clause):
            pair = self._pair(clause)
            if pair:
                return pair
        first_person = unit is not None and unit.reading is not None and all(f[2] == "1" for f in unit.reading.features)
        if first_person or clause.first_person:
            return implied(self.source_of(clause) or self.speaker)
        if clause.coord is not None and clause.coord.unit is not None:
            found = self.subject(clause.coord)
            many = _of_many(clause) and bool(found) and found[0].plural  # هاجمت مجموعة من المستوطنين | ورشقوا
            if found and (many or _agree(clause, clause.coord)):
                return implied(found)
        if clause.verb is not None and clause.parent is None:
            if "speech" in clause.verb.kinds:
                if self.speaker or clause.coord is not None:
                    return implied(self.speaker)
                return implied(self.doer if _number_agrees(clause, self.doer) else [])
            if clause.number == 0 and self._in_words(clause) and _number_agrees(clause, self.speaker):
                return implied(self.speaker) or self._previous(clause)
        parent = clause.parent
        described = clause.kind == "rel" and clause.object is clause.antecedent
        if parent is not None and described and parent.subject is not None:
            found = [m for m in self.subject(parent) if m.political]  # تقدمت القوات نحو المدينة التي | تحاصرها
            if found and _number_agrees(clause, found):
                return implied(found)
        if parent is not None and clause.kind != "rel":
            if parent.unit is not None or parent.topic is not None:
                found = self.subject(parent)
                if found and _number_agrees(clause, found):
                    return implied(found)
            if parent.object is not None:
                found = self.mentions(parent.object)
                if found and _number_agrees(clause, found):
                    return implied(found)
        if parent is not None and _did_above(clause):
            found = [m for m in self.subject(parent) if m.political]
            if found and _number_agrees(clause, found):
                return implied(found)  # قال الوزير، خلال اتصال | أجراه مع نظيره
        return self._previous(clause)

    def _in_words(self, clause: Clause) -> bool:
        """Whether what a verb tells is done in words, so that who spoke last goes on: ورفض المقترح, وشكر القاهرة."""
        types = {self.table.frames[number].type for verb in clause.verbs for number in verb.frames}
        return bool(types) and types <= _WORDS

    def _author(self, clause: Clause, document: Phrase) -> list[Mention]:
        """Whose words a document is: its owner (بيان لوزراء الخارجية, بيان صدر عن الائتلاف), else who issues it or
        speaks in it (أصدرت الدول بيانا دعت فيه, ردد المتظاهرون هتافات تدعو).
        """
        own = [m for m in self.mentions(document) if m.political]
        if own:
            return unthinged(own)
        behind = []
        for phrase in self.tails.get(id(document), ()):
            if phrase.prep in ("ب", "ضد"):
                break  # ندد البيان بسياسات | لإسرائيل
            if phrase.prep in _ISSUED_BY:
                behind.append(phrase)
        above = clause.parent if clause.kind == "rel" else None
        if above is not None:
            behind += [p for p in above.pps if p.prep == "عن" and p not in behind]
        for phrase in behind:
            own = [m for m in self.mentions(phrase) if m.political]
            if own:
                return implied(own)
        voters = self._voters(document)
        if voters:
            return voters
        if above is not None and above.subject is not document and not _turned_down(above):
            return implied([m for m in self.subject(above) if not m.thing])
        return []

    def _voters(self, document: Phrase) -> list[Mention]:
        """Who votes on words or adopts them: تصويت المجلس على قرار | يطالب الحكومة, إقرار الكونغرس قانونا | يحظر."""
        before = self.phrase_before(document)
        if before is None or document.prep not in ("على", "") or len(before.units) < 2:
            return []
        if _ADOPTING.isdisjoint(before.units[0].keys) or before.units[0].enc:
            return []
        return implied([m for m in self.mentions(self.cut(before, 1)) if m.political])

    def _by_own_name(self, phrase: Phrase) -> list[Mention]:
        """Who a group is by the name that it gives itself: جماعة تسمي نفسها كتائب النور."""
        for clause in self.relatives.get(id(phrase), ()):
            name = self_named(clause)
            if name is not None:
                return self.mentions(name)
        return []

    def _pair(self, clause: Clause, *, inside: bool = False) -> list[Mention]:
        """The two of whom a dual verb without a subject of its own tells: the speaker or subject above and the other
        party named with him (أجرى الوزير اتصالا مع نظيره بحثا خلاله ..., قال الوزير بعد لقاء نظيره إنهما اتفقا);
        `inside` the clause, of whom it tells itself (دعا الوزير نظيره إلى ... خلال اتصال | بينهما).
        """
        limit = clause.unit.start if clause.unit is not None else 0
        out: list[Mention] = []
        for above in (*([clause] if inside else []), *clause.ancestors()):
            # دعا الرئيس نظيره إلى ...، خلال اتصال جرى | بينهما
            for mention in (*self.subject(above), *self.mentions(above.object)):
                if mention.coded and not mention.thing and all(mention.country != m.country for m in out):
                    out.append(mention)
            if out:
                break
        earlier = [m for phrase in self._before_phrases(limit) for m in self.mentions(phrase)]
        for mention in [*reversed(earlier), *reversed(self.before)]:
            if len(out) == 2:
                break
            alike = not out or mention.person == out[0].person
            if mention.political and mention.country and alike and all(mention.country != m.country for m in out):
                out.append(mention)
        return implied(out) if len(out) == 2 else []

    def _inner(self, clause: Clause, antecedent: Phrase) -> list[Mention]:
        """The people inside an antecedent of whom a plural verb tells: ملاحقة شرطيين | قتلوا متظاهرا."""
        reading = clause.unit.reading if clause.unit else None
        if reading is None or not all(f[3:] == "mp" for f in reading.features):
            return self._guarded(antecedent) if antecedent.prep == "ب" else []
        for number, unit in enumerate(antecedent.units[1:], 1):
            if unit.has("generics") or unit.has("roles") or unit.has("demonyms"):
                return self.mentions(self.cut(antecedent, number, alone=True))
        return []

    def _guarded(self, antecedent: Phrase) -> list[Mention]:
        """By whom something is protected or backed: بحماية قوات الاحتلال | التي اعتدت على شبان."""
        if len(antecedent.units) < 2 or not antecedent.units[0].text.removeprefix("ب").startswith(_BACKING):
            return []
        return [m for m in self.mentions(self.cut(antecedent, 1, alone=True)) if m.coded and not m.thing]

    def _previous(self, clause: Clause) -> list[Mention]:
        candidates = [m for m in self.before if _number_agrees(clause, [m]) and m.coded]
        if clause.unit is not None and clause.unit.reading is not None:
            if all(f[3:] == "ms" for f in clause.unit.reading.features):  # قال إن بلاده تدعم تونس. وأثنى: the man did
                candidates = [m for m in candidates if m.kind != "country" or m.gender == "m"] or candidates
        return implied(candidates[-1:])

    def pronoun(self, clause: Clause, pronoun: str, *, exclude: Sequence[Mention] = ()) -> list[Mention]:
        """What an attached pronoun stands for: the nearest fitting mention before it that is not the subject."""
        if pronoun in ("ه", "ها") and any("speech" in verb.kinds for verb in clause.verbs):
            judged = self._thing_judged(clause, pronoun)
            if judged is not None:
                return implied(self.resolver.demonyms(judged, judged.start)[:1])
        return self._nearest(clause.unit.start if clause.unit else 0, pronoun, exclude)

    def _thing_judged(self, clause: Clause, pronoun: str) -> Phrase | None:
        """The deed that the clause joined before speaks of, where the pronoun can stand for it: نددت الحركة بالحكم |
        ووصفته بالجائر.
        """
        before = clause.coord
        if before is None or before.unit is None:
            return None
        for phrase in (*before.pps, before.object):
            if phrase is None or phrase.head.tag != "N" or self.political(phrase):
                continue
            feminine = phrase.head.gender == "f" or phrase.head.number == "p" or phrase.head.text.endswith(("ة", "ات"))
            if (phrase.head.has("frames") or "masdar" in phrase.head.classes) and feminine == (pronoun == "ها"):
                return phrase
        return None

    def pronoun_of(self, unit: Unit, clause: Clause, *, exclude: Sequence[Mention] = ()) -> list[Mention]:
        """The same for a preposition with a pronoun (عليه, ضدهم); for the two of بينهما whoever the clause names."""
        if unit.enc == "هما":
            pair = self._pair(clause, inside=True)
            if pair:
                return pair
        return self._nearest(unit.start, unit.enc, exclude)

    def other_party(self, clause: Clause, unit: Unit) -> list[Mention]:
        """Whom إياه, إياها stands for: the other party of the clause above, else the nearest fitting mention."""
        subject = self.subject(clause)
        for above in clause.ancestors():
            for phrase in (above.object, *above.pps):
                if phrase is None or phrase.start > unit.start or phrase.head.tag in ("PP", "PRO"):
                    continue
                found = [m for m in without(self.mentions(phrase), subject) if m.coded and fits(unit.enc, m)]
                if not found and phrase is above.object and phrase.head.has("frames"):
                    feminine = phrase.head.gender == "f" or phrase.head.text.endswith(("ة", "ات"))
                    if unit.enc == ("ها" if feminine else "ه"):  # دانت الهجوم الإيراني على قطر، واصفة | إياه
                        return implied(self.resolver.demonyms(phrase, phrase.start)[:1])
                if found:
                    return implied(found if unit.enc in ("هم", "هن") else found[:1])
        return self._nearest(unit.start, unit.enc, subject)

    def _nearest(self, limit: int, pronoun: str, exclude: Sequence[Mention]) -> list[Mention]:
        taken = spans(exclude)
        earlier = [m for phrase in self._before_phrases(limit) for m in self.mentions(phrase)]
        for mention in [*reversed(earlier), *reversed(self.before)]:
            if (mention.start, mention.end) not in taken and mention.coded and fits(pronoun, mention):
                return implied([mention])
        return []

    def owner(self, unit: Unit, clause: Clause) -> list[Mention]:
        """Whom the possessive pronoun on a noun stands for: the subject of its clause, else the nearest fitting
        mention.
        """
        judged = self._judged(unit, clause) or self._let_go(unit, clause)
        if judged:
            return implied(judged)
        candidates = [
            m for m in self.subject(clause) if fits(unit.enc, m) and (m.phrase is None or m.phrase.head is not unit)
        ]
        if unit.enc == "ه" and not any(m.person for m in candidates) and self._of_a_man(unit):
            # أوقفت الشرطة الوزير بعد | استقالته: no police resigns
            held = [p for p in (clause.object, *clause.pps) if p is not None and p.end <= unit.start]
            men = [m for p in held for m in self.mentions(p) if m.person]
            if men and fits(unit.enc, men[-1]):
                return implied(men[-1:])
        if candidates and (
            clause.unit is None
            or clause.unit.start < unit.start
            or clause.subject is None
            or clause.subject.start < unit.start
            or any(p.prep in FRONTED and p.units[-1] is unit for p in clause.pps)  # خلال لقائه وفدا، قال | الرئيس
        ):
            return implied(candidates)
        earlier = [m for phrase in self._before_phrases(unit.start) for m in self.mentions(phrase)]
        known = [*reversed(earlier), *reversed(self.before)]
        if unit.has("frames"):  # بعد يوم من اختطافه: nobody abducts the place
            known.sort(key=_where)
        for mention in known:
            if mention.coded and fits(unit.enc, mention):
                return implied([mention])
        return implied(self.source_of(clause)) if unit.enc == "نا" else []

    def _judged(self, unit: Unit, clause: Clause) -> list[Mention]:
        """Whoever is praised or blamed by name for what the noun says: شكرت بغداد باريس على دعمها, عاقبه لتعاونه."""
        held = clause.object
        if held is None or held.end > unit.start or any(lex.key in _HOMELANDS for lex in unit.lexes):
            return []
        if any(kind in ("say", "announce") for verb in clause.verbs for kind in verb.kinds):
            return []  # أبلغت واشنطن بغداد عزمها: hers
        if not any(self.table.frames[number].type in _JUDGING for verb in clause.verbs for number in verb.frames):
            return []
        if self._harmed(unit):
            return []
        head = held.head
        one = unit.enc == "ه" and head.gender != "f" and not head.text.endswith(("ة", "ون", "ين", "ات"))  # الشعب
        return [
            m for m in self.mentions(held) if (m.country or m.sector) and not m.thing and (one or fits(unit.enc, m))
        ]

    def _harmed(self, unit: Unit) -> bool:
        """Whether a noun names what somebody of the accuser's suffered: اتهمت الحركة إسرائيل باغتيال | قائدها; but بقصف
        قواتها قرى.
        """
        units = self.parse.units
        before = next((units[k - 1] for k, u in enumerate(units) if u is unit and k), None)
        if before is None or before.art or before.enc or unit.has("bodies") or unit.has("frames"):
            return False
        return any(self.table.frames[n].type in ("ASSAULT", "COERCE") for lex in before.lexes for n in lex.frames)

    def _let_go(self, unit: Unit, clause: Clause) -> list[Mention]:
        """Who is released, where the noun tells what was done to him: أفرجت السلطات عن الناشطة بعد عام من اعتقالها."""
        frames = self.table.frames
        if not any(frames[n].type in ("COERCE", "ASSAULT") for lex in unit.lexes for n in lex.frames):
            return []
        if not any(frames[n].type == "RETREAT" for verb in clause.verbs for n in verb.frames):
            return []
        for held in (*(p for p in clause.pps if p.prep == "عن"), clause.object):
            if held is not None and held.end <= unit.start:
                found = [m for m in self.mentions(held) if m.person and fits(unit.enc, m)]
                if found:
                    return found
        return []

    def _of_a_man(self, unit: Unit) -> bool:
        """Whether a noun tells what only a person does: to resign."""
        return any(self.table.frames[n].mode == "resign" for lex in unit.lexes for n in lex.frames)

    def _before_phrases(self, limit: int) -> list[Phrase]:
        return [item.phrase for item in self.parse.chunks if item.phrase is not None and item.phrase.end <= limit]

    def source_of(self, clause: Clause) -> list[Mention]:
        """The speaker of the nearest clause of saying above."""
        for above in clause.ancestors():
            heads = above.unit is None and any(content.colon for content in above.comps)
            if any("speech" in verb.kinds for verb in above.verbs) or above.kind == "hal" or heads:
                found = self._relayed(above) or self.subject(above)
                if found:
                    return found
        return []

    def _relayed(self, clause: Clause) -> list[Mention]:
        """Whom a medium quotes: نقلت القناة عن | المتحدث قوله إن."""
        if not any(verb.lemma.split("/")[0] == "نقل" for verb in clause.verbs):
            return []
        return next((self.mentions(p) for p in clause.pps if p.preposition == "عن"), [])


#: by whose help it is done, folded
_BACKING = ("حماي", "حراس", "اسناد", "دعم", "مساند", "مرافق", "قياد")

#: offices that one may hold in an army or a parliament as well as in a government, folded
_ANY_OFFICE = frozenset(("مسؤول", "مسوول", "مسءول", "قائد", "مبعوث", "رئيس"))
_OFFICES = frozenset(("GOV", "MIL", "LEG", "SPY", "COP", "JUD"))


def _two(mentions: Sequence[Mention], offices: frozenset[str]) -> list[Mention]:
    """The last two of `mentions` who can be a pair, of two countries, states named as a place only where nobody else
    is; empty where there are no two.
    """
    return _last_two([m for m in mentions if not _where(m)], offices) or _last_two(mentions, offices)


_IN_POWER, _AGAINST = frozenset(("GOV", "MIL")), frozenset(("REB", "OPP", "UAF", "SEP"))


def _at_odds(one: Mention, other: Mention) -> bool:
    """Whether two of one land are the two sides of its conflict: الحكومة اليمنية والحوثيون."""
    sectors = {one.sector, other.sector}
    return bool(sectors & _IN_POWER) and bool(sectors & _AGAINST)


def _last_two(mentions: Sequence[Mention], offices: frozenset[str]) -> list[Mention]:
    pair: list[Mention] = []
    for mention in reversed(mentions):
        body = mention.kind == "body" and mention.sector == "GOV"  # إعلان | الحكومة اليمنية
        fit = mention.person and mention.sector in offices if offices else (body or not mention.thing)
        one_side = mention.actor is not None or mention.kind == "body"  # الحوثيون, الحكومة اليمنية
        several = mention.plural and (bool(offices) or not one_side)
        if fit and mention.country and not several and not mention.inferred:
            if all(m.country != mention.country or (not offices and _at_odds(m, mention)) for m in pair):
                pair.insert(0, mention)
        if len(pair) == 2:
            return pair
    return []


def _where(mention: Mention) -> bool:
    """Whether a state is named as the place only: استقبله في الرياض."""
    phrase = mention.phrase
    return mention.kind in ("country", "seat") and phrase is not None and phrase.preposition in PLACE_PREPS


def implied(mentions: Sequence[Mention]) -> list[Mention]:
    """Copies marked as standing elsewhere."""
    out = []
    for mention in mentions:
        copy = Resolver._same(mention, mention)
        copy.implied = True
        copy.thing = mention.thing
        copy.inferred = mention.inferred
        out.append(copy)
    return out


def unthinged(mentions: Sequence[Mention]) -> list[Mention]:
    """Copies of what a thing's owner is, meant as the owner himself: بيان الحكومة."""
    out = implied(mentions)
    for mention in out:
        mention.thing = False
    return out


#: what is done to words by somebody who did not write them, folded
_TURNING_DOWN = frozenset("رفض نقض عارض اسقط انتقد دان ادان استنكر اعترض تلقى تسلم قاطع مزق سحب احبط عرقل".split())


#: what a body does with words that are its own by that, folded
_ADOPTING = frozenset("تصويت مصادقة موافقة اقرار تبني اعتماد اصدار توقيع".split())


def _turned_down(clause: Clause) -> bool:
    """Whether a clause tells of words that its subject did not write: نقضت واشنطن مشروع قرار | يطالب."""
    return any(verb.lemma.split("/")[0] in _TURNING_DOWN for verb in clause.verbs)


def is_document(phrase: Phrase) -> bool:
    """Whether a phrase is words put down or called out (a statement, a report, slogans): who utters them acts."""
    return any("document" in lex.classes for lex in phrase.head.lexes)


def is_homeland(unit: Unit) -> bool:
    """بلاده, وطنها, دولته: with a pronoun, the land of whoever is spoken of."""
    return is_land(unit)


def is_land(unit: Unit) -> bool:
    """البلدان, الدولتين: states, whoever was named for them before."""
    return not _HOMELANDS.isdisjoint(unit.keys)


def obliged(clause: Clause) -> Phrase | None:
    """Who must do something in a clause without a verb: على إسرائيل وقف القتال, إن على الطرفين أن يتفاوضا."""
    if clause.unit is not None or not clause.pps or clause.pps[0].prep != "على":
        return None
    bound, topic = clause.pps[0], clause.topic
    if topic is not None and topic.start < bound.start:
        return None
    return bound if topic is not None or clause.comps else None


def _bound(clause: Clause) -> Phrase | None:
    """Who does what a clause with أن under this one tells: whoever must do it, or did it before (سبق للرئيس أن طلب)."""
    if any(verb.lemma == "سبق" for verb in clause.verbs):
        return next((p for p in clause.pps if p.preposition == "ل"), None)
    return obliged(clause)


def spans(mentions: Iterable[Mention]) -> set[tuple[int, int]]:
    """Where mentions stand."""
    return {(m.start, m.end) for m in mentions}


def without(mentions: Iterable[Mention], others: Iterable[Mention]) -> list[Mention]:
    """The mentions that do not stand where one of the others does."""
    taken = spans(others)
    return [m for m in mentions if (m.start, m.end) not in taken]


def fits(pronoun: str, mention: Mention) -> bool:
    """Whether a pronoun can stand for a mention: ها a feminine or a group, ه a masculine singular, هم a plural."""
    plural = mention.plural and mention.kind not in ("body", "organisation", "country")
    if pronoun == "ها":
        return (
            mention.gender == "f"
            or mention.kind in ("country", "body", "organisation", "seat", "party", "armed_group", "movement")
            or (mention.plural and not mention.person)
        )
    if pronoun in ("هم", "هن"):
        return mention.plural or (mention.phrase is not None and mention.phrase.head.number == "p")  # قادة الاتحاد
    if pronoun == "هما":
        return mention.plural or mention.person  # two persons, or one of two named together
    if pronoun == "ه":
        return not plural and mention.gender != "f"
    return True


def _agree(one: Clause, other: Clause) -> bool:
    a = _features(one)
    b = _features(other)
    return not a or not b or bool(a & b)


def _features(clause: Clause) -> set[str]:
    reading = clause.unit.reading if clause.unit else None
    return {f[2:4] for f in reading.features} if reading else set()


def _of_a_land(mentions: Sequence[Mention]) -> bool:
    return any(m.country for m in mentions)


def _of_many(clause: Clause) -> bool:
    """Whether a verb has the form of many people: ورشقوا, ويهتفون."""
    reading = clause.unit.reading if clause.unit else None
    return reading is not None and all(f[3:] == "mp" for f in reading.features)


def _did_above(clause: Clause) -> bool:
    """Whether a relative clause without a subject tells who held or made the event that it describes, which is whoever
    the clause above tells of: خلال محادثات | عقدها مع نظيره.
    """
    event = clause.antecedent
    if clause.kind != "rel" or event is None or clause.object is not event or event.head.art:
        return False
    light = any(kind.split("+")[0] == "active" for verb in clause.verbs for kind in verb.kinds)
    return light and event.head.has("frames")


def _dual(clause: Clause) -> bool:
    """Whether a verb has the form of two: بحثا, اتفقا, يبحثان."""
    reading = clause.unit.reading if clause.unit else None
    return reading is not None and all(f[3:] in ("md", "fd") for f in reading.features)


def _number_agrees(clause: Clause, mentions: Sequence[Mention]) -> bool:
    reading = clause.unit.reading if clause.unit else None
    if reading is None or not mentions:
        return True
    forms = {f[3:] for f in reading.features if f[2] == "3"}
    if not forms:
        return False
    if forms <= {"mp", "fp"}:
        return len(mentions) > 1 or mentions[0].plural
    if forms <= {"md", "fd"}:
        return len(mentions) == 2 or mentions[0].plural
    if "ms" in forms and "fs" not in forms:
        return mentions[0].gender != "f"
    if "fs" in forms and "ms" not in forms:
        mention = mentions[0]
        return mention.gender != "m" or not mention.person or mention.plural
    return True
