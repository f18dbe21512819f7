"""Clauses: chunks -> clauses with slots (predicate, subject, object, prepositional arguments, complement) and their
parent.

A clause opens with a finite verb, a complementizer, a relative, a subordinator or a participle used as a verb.
Subject and object are told by
position, agreement, case endings and, where one noun phrase stands behind a verb that can be passive, by what it names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from waqai.grammar.phrases import Chunk, Phrase
from waqai.grammar.units import OWN_DEATH, OWN_LAND, Unit
from waqai.lexicon.table import Table, Verb

#: by which a group names itself, folded
_SELF = frozenset(("نفسها", "نفسه", "انفسهم", "نفسهم", "ذاتها"))
_STOP = frozenset(".!?؟;؛…*")


class Clause:
    """A clause. `kind`: main, comp, rel, serial, hal, or sub:time, sub:cause, sub:cond, sub:purpose, sub:contrast.

    `voice` is a or v (passive); `tense` p or i; `subject`, `object` are phrases or None; `hidden` says that the
    subject is a pronoun in the verb, `shown` that a demonstrative stands alone behind it: جاء ذلك.
    """

    __slots__ = (
        "also",
        "antecedent",
        "aux",
        "colon",
        "comps",
        "coord",
        "first",
        "first_person",
        "future",
        "hidden",
        "kind",
        "last",
        "negation",
        "number",
        "object",
        "opener",
        "opener_unit",
        "parent",
        "parted",
        "post",
        "pps",
        "pronoun",
        "qad",
        "quoted",
        "said",
        "shown",
        "subject",
        "subject_from",
        "tense",
        "times",
        "topic",
        "unit",
        "verb",
        "verbs",
        "voice",
    )  # fmt: skip

    def __init__(self, kind: str, parent: Clause | None, number: int) -> None:
        self.kind = kind
        self.parent = parent
        self.number = number
        self.unit: Unit | None = None
        self.verb: Verb | None = None
        self.verbs: list[Verb] = []
        self.voice = "a"
        self.tense = ""
        self.future = self.qad = self.aux = self.quoted = self.pronoun = self.hidden = self.shown = False
        self.colon = False  # opened by a colon: قال: ...
        self.parted = False  # a comma stands before its verb
        self.also = False  # joined by كما or كذلك right before the verb: who told the last thing goes on
        self.first_person = False  # the speaker is the subject of a form that can mean somebody else: ناقشت
        self.negation: Unit | None = None
        self.topic: Phrase | None = None
        self.antecedent: Phrase | None = None
        self.post: list[Phrase] = []
        self.said: list[Phrase] = []  # of the topic, while no verb has come: الهجوم عدوان, الوزير مستعد
        self.pps: list[Phrase] = []
        self.comps: list[Clause] = []
        self.times: list[Unit] = []
        self.coord: Clause | None = None
        self.subject: Phrase | None = None
        self.subject_from: Clause | None = None
        self.object: Phrase | None = None
        self.opener = ""
        self.opener_unit: Unit | None = None
        self.first = self.last = -1

    def __repr__(self) -> str:
        return f"<{self.kind} {self.unit.text if self.unit else ''} s={self.subject} o={self.object} pps={self.pps}>"

    def ancestors(self) -> list[Clause]:
        """The clauses that contain this one, nearest first."""
        out: list[Clause] = []
        clause = self.parent
        while clause is not None and len(out) < 40:
            out.append(clause)
            clause = clause.parent
        return out


class Attribution(NamedTuple):
    """A source named aside: its phrase, the number of the clause that it stands in, and what leads to it (بحسب, كما
    قال).
    """

    phrase: Phrase
    clause: int
    unit: Unit


class Parse:
    """A read sentence: units, chunks, clauses, and the sources named aside (بحسب ...)."""

    __slots__ = ("attributions", "chunks", "clauses", "of_chunk", "units")

    def __init__(self, units: list[Unit], chunks: list[Chunk]) -> None:
        self.units = units
        self.chunks = chunks
        self.clauses: list[Clause] = []
        self.of_chunk: list[Clause] = []
        self.attributions: list[Attribution] = []


def parse(units: list[Unit], chunks: list[Chunk], table: Table) -> Parse:
    """Build the clauses of a sentence and fill their slots."""
    result = Parse(units, chunks)
    _Builder(result, table).run()
    for clause in result.clauses:
        _assign(clause)
    return result


def _takes_clause(clause: Clause, table: Table) -> bool:
    """Whether what a verb says can be told by a clause with أن."""
    if any("speech" in verb.kinds for verb in clause.verbs) or not clause.verbs:
        return True
    return any("clause" in slots for v in clause.verbs for f in v.frames for slots in table.frames[f].roles.values())


def _office(phrase: Phrase) -> bool:
    """A phrase that names one person by his office."""
    return phrase.head.has("roles") and phrase.units[0].tag not in ("NUM", "Q") and phrase.head.number != "p"


def _holds_office(phrase: Phrase) -> bool:
    """Whether a body is called by the office of who leads it: إدارة الرئيس الأميركي."""
    return any(u.text.endswith(" الرئيس") or (k and u.art and u.has("roles")) for k, u in enumerate(phrase.units))


#: what one state is to another, folded, as it stands before a pronoun
_KIN = frozenset("حليفت حليف جارت جار غريمت غريم خصم عدوت عدو شريكت شريك جارتي صديقت".split())


def _of_office(step: Chunk) -> bool:
    """Whether a step says whose an office is, or when or where its holder acts: الأمين العام | للهيئة | أمس."""
    if step.phrase is None:
        return step.kind == "T"
    return step.phrase.preposition in ("ل", "في", "ب", "لدى") and not step.phrase.conj


#: those who sit or stand for a party or a district, with عن before it, folded
_SEATED = frozenset("نائب نائبة عضو عضوة مرشح مرشحة ممثل ممثلة مندوب مندوبة برلماني برلمانية قيادي سيناتور".split())


#: prepositions before who is there, too, folded
_COMPANY = frozenset(("بحضور", "برفقة", "بمشاركة", "بمعية", "مع", "رفقة"))


def _ends_in_office(phrase: Phrase) -> bool:
    """Whether the genitive that ends a phrase names one person by his office, and not by his name."""
    offices = [u for u in phrase.units[1:] if u.has("roles") and u.number not in ("p", "d")]
    return bool(offices) and phrase.head.has("frames") and not _has_name(phrase)


#: prepositions between an office and where, or for whom, it is held, folded
_SEAT_OF_OFFICE = frozenset("في من ب ل لدى باسم شرق غرب شمال جنوب وسط".split())


def _seated(phrase: Phrase) -> bool:
    return phrase.head.text.split(" ")[0].removeprefix("ال") in _SEATED


#: sectors whose officers have ranks
_COMMANDING = frozenset(("MIL", "COP", "SPY", "PRM", "REB"))


def _ranked(phrase: Phrase) -> bool:
    """A rank and the name of who has it: اللواء محمد باقري."""
    return len(phrase.units) > 1 and "rank" in phrase.units[0].classes and phrase.units[0].art and _has_name(phrase)


def _titled(phrase: Phrase) -> bool:
    """A rank or title and a name: الجنرال كينيث ماكنزي, السيد عمرو موسى."""
    first = phrase.units[0]
    return len(phrase.units) > 1 and first.art and bool({"rank", "title"} & first.classes) and _has_name(phrase)


def _has_name(phrase: Phrase) -> bool:
    """Whether a personal name stands in the phrase."""
    return any(_named_person(u) or (u.tag == "N" and not u.known and not u.art) or u.name_part for u in phrase.units)


def _only_name(phrase: Phrase) -> bool:
    """A phrase of nothing but a person's name."""
    if phrase.units[0].prep or (phrase.units[0].art and not _named_person(phrase.units[0])):
        return False
    return all(
        u.tag == "N" and (not u.known or _named_person(u) or (k > 0 and _surname_like(u)))
        for k, u in enumerate(phrase.units)
    )


def _surname_like(unit: Unit) -> bool:
    """An adjective without the article that can close a name: ديما | جمالي."""
    return not unit.art and not unit.has("demonyms") and any(lex.pos == "ADJ" for lex in unit.lexes)


def _named_person(unit: Unit) -> bool:
    return "person_name" in unit.classes


def _other_of_two(before: Phrase, phrase: Phrase) -> bool:
    """Whether a phrase is no more than the other nation of two who hold one office: الرئيسان التركي فلان، | والروسي."""
    dual = _dual_office(before) and any(u.has("demonyms") for u in before.units[1:])
    return dual and not before.members and phrase.conj == "و" and phrase.head.art and phrase.head.has("demonyms")


def _dual_office(phrase: Phrase) -> bool:
    return phrase.head.has("roles") and phrase.head.number == "d"


#: prepositions before a verbal noun that says when the verb's deed was done, folded
FRONTED = frozenset(("خلال", "بعد", "عقب", "اثناء", "لدى", "عند", "في ختام", "قبل", "قبيل", "اثر", "غداة", "على هامش"))


class _Builder:
    def __init__(self, result: Parse, table: Table) -> None:
        self.result = result
        self.table = table
        self.current = self._new("main", None)
        self.comma = False
        self.comma_closes = False
        self.object_ahead = False
        self.more_ahead = False
        self.behind_verb = False  # a verb stands between the last phrase and what comes
        self.holder: Phrase | None = None
        self.negation: Unit | None = None
        self.future = self.qad = self.aux = False
        self.source: Unit | None = None
        self.quote: Clause | None = None
        self.skipped = -1  # where an aside between dashes that only names somebody again ends
        self.inserted: Clause | None = None  # goes on behind the second dash: تعهدت روسيا - التي ... - بوقف
        self.last_phrase: Phrase | None = None
        self.either = False  # the phrase behind سواء says no more than that all of those named are meant

    def _new(self, kind: str, parent: Clause | None) -> Clause:
        clause = Clause(kind, parent, len(self.result.clauses))
        if parent is not None:
            clause.quoted = parent.quoted
        self.result.clauses.append(clause)
        return clause

    def run(self) -> None:
        for k, item in enumerate(self.result.chunks):
            if k > self.skipped:
                self._step(k, item)
            self.result.of_chunk.append(self.current)
            if self.current.first < 0:
                self.current.first = k
            self.current.last = k

    def _step(self, k: int, item: Chunk) -> None:
        kind, unit, phrase = item.kind, item.unit, item.phrase
        if phrase is not None:
            self.object_ahead = self._noun_phrase_ahead(k, phrase)
            self.more_ahead = self.object_ahead or self._more_ahead(k)
            if kind == "NP" and self._met_in_front(k):
                self.last_phrase = None
            else:
                self._phrase(kind, phrase)
            self.comma = False
            return
        assert unit is not None
        if kind == "V":
            self._verb(k, unit)
        elif kind == "HAL":
            clause = self._new("hal", self._doer(unit))
            clause.unit = unit
            clause.tense = "i"
            clause.verbs = [self.table.verbs[n] for lex in unit.lexes if lex.pos in ("PART", "ADJ") for n in lex.verbs]
            self.current = clause
        elif kind == "CMP":
            self._settle()
            self._complement(unit)
        elif kind == "REL":
            self._settle()
            if self.aux:
                self.negation = None  # ليس بعيدا عن المقر الذي احتله، لم يكن أول هجوم | يشنه: the predicate is denied
            clause = self._new("rel", self.current)
            clause.antecedent = self.last_phrase
            clause.opener, clause.opener_unit = unit.text, unit
            self.current = clause
        elif kind in ("SUB", "RELF"):
            self._subordinate(kind, unit)
        elif kind == "CON" and unit.text == "على ان" and self._on_that():
            self._settle()
            self._complement(unit)
            self.current.opener = "ان"
        elif kind == "CON":
            base = self._base()
            self.current = self._new("main" if base.kind != "comp" else "comp", base.parent)
            self.current.opener = "contrast"
        elif kind == "NEG":
            if unit.text.endswith(("لم", "لن", "لا", *_NEGATIVE_COPULAS)):
                self.negation = unit  # عدم, غير, دون deny a noun (see waqai.events.status)
                self.aux = self.aux or unit.text.endswith(_NEGATIVE_COPULAS)
            return
        elif kind == "FUT":
            self.future = True
            return
        elif kind == "QAD":
            self.qad = True
            return
        elif kind == "COP":
            self._copula(k, unit)
            return
        elif kind == "AT":
            self.source = unit
            return
        elif kind == "DEM":
            if self.current.unit is not None and not self.current.post:
                self.current.shown = True
        elif kind == "PRO":
            if unit.conj and self.current.verb is not None:
                clause = self._new("sub:time", self.current)
                clause.pronoun = True
                self.current = clause
            return
        elif kind == "T":
            self.current.times.append(unit)
            return
        else:
            self._mark(kind, k)
            if kind in (",", "،"):
                self._aside(k)
            return
        self.comma = False

    def _noun_phrase_ahead(self, k: int, phrase: Phrase) -> bool:
        """Whether another phrase without a preposition follows the one at `k`, or what belongs to an office there: عمرو
        موسى | الأمين العام للجامعة | وزير الخارجية.
        """
        chunks = self.result.chunks
        k += 1
        held = self.last_phrase is not None and self.last_phrase.apposition is not None  # an office is told already
        while k < len(chunks) and _office(phrase) and not held and _of_office(chunks[k]):
            k += 1
        following = chunks[k].phrase if k < len(chunks) and chunks[k].kind == "NP" else None
        return following is not None and not following.conj

    def _opens_speech(self) -> bool:
        """Whether a colon stands right before the step that is read, perhaps with a quotation mark."""
        before = [c.kind for c in self.result.chunks[max(0, len(self.result.of_chunk) - 2) : len(self.result.of_chunk)]]
        return ":" in before

    def _doer(self, unit: Unit) -> Clause:
        """The clause whose subject does what a participle says: the one it stands in; that of saying above it where
        somebody goes on speaking (قالت الشرطة إن المتهم طعن جنديا، مشيرة إلى).
        """
        host = self.current
        while host.kind == "hal" and host.parent is not None:
            host = host.parent
        one = not unit.text.endswith(("ين", "ات", "ون"))  # before its subject a verb does not tell how many
        if one and (self.comma or host.unit is None) and "speech" in unit.classes:
            feminine = unit.text.endswith("ة")
            for above in (host, *host.ancestors()):
                if any("speech" in verb.kinds for verb in above.verbs) and _of_gender(above.unit, feminine):
                    return above
        if host.kind == "rel" and host.parent is not None and host.parent.verb is not None and self.comma:
            host = host.parent
        return host

    def _aside(self, k: int) -> None:
        """Forget both commas of an aside that says when or where, and what stands in it as a verbal noun's object:
        دعا الوزير، في مؤتمر صحفي، الأطراف إلى الهدوء; طالب الوزير، خلال استقباله وفدا تركيا، إيران بالانسحاب.
        """
        chunks = self.result.chunks
        before = k - 1
        while before >= 0 and chunks[before].kind in ("PP", "T", "ADV", "NP"):
            before -= 1
        if before >= k - 1 or chunks[before].kind not in (",", "،") or not before or chunks[before - 1].kind != "NP":
            return
        inside = [item.phrase for item in chunks[before + 1 : k] if item.kind == "NP" and item.phrase is not None]
        if inside:
            opening = chunks[before + 1].phrase
            if chunks[before + 1].kind != "PP" or opening is None or opening.conj or any(p.conj for p in inside):
                return
            if opening.head.tag == "PP":
                return  # بينهم شرطيان
            self.current.post = [p for p in self.current.post if all(p is not held for held in inside)]
        self.comma = False

    def _more_ahead(self, k: int) -> bool:
        """Whether behind times and places another noun phrase of the clause is to come: استقبل فلان وزير الخارجية،
        اليوم، | نظيره; or with whom something is done: بحث فلان وزير الدفاع | مع نظيره.
        """
        first = self.result.chunks[k + 1].kind if k + 1 < len(self.result.chunks) else ""
        for n, item in enumerate(self.result.chunks[k + 1 : k + 8]):
            phrase = item.phrase
            if item.kind == "NP" and phrase is not None:
                again = n == 1 and first in (",", "،") and _office(phrase)  # فلان قائد الجيش، | وزير الدفاع
                return not phrase.conj and not again
            if item.kind == "PP" and phrase is not None and phrase.prep == "مع":
                return True
            if item.kind not in ("PP", "T", "ADV", ",", "،"):
                return False
        return False

    def _met_in_front(self, k: int) -> bool:
        """Whether the noun phrase at `k` is the object of a verbal noun in front of the verb, and no topic of the
        clause: خلال لقائه | وزير الخارجية، شدد الرئيس.
        """
        chunks, current = self.result.chunks, self.current
        before = chunks[k - 1].phrase if k else None
        if current.unit is not None or current.topic is not None or before is None or chunks[k - 1].kind != "PP":
            return False
        deed = before.units[-1]
        if not deed.enc or not deed.has("frames") or before.prep not in FRONTED:
            return False
        after = k + 1
        while after < len(chunks) and chunks[after].kind in ("PP", "T", "ADV", "NP"):
            after += 1
        behind = chunks[after : after + 2]
        return len(behind) == 2 and behind[0].kind in (",", "،") and behind[1].kind == "V"

    def _settle(self) -> None:
        """A particle of tense before a subordinate clause belongs to the clause it stands in: ستكون المحادثات التي
        بدأت.
        """
        if self.future:
            self.current.future, self.future = True, False

    def _base(self) -> Clause:
        """The clause that coordination goes back to: the nearest main or complement clause."""
        clause = self.current
        while clause.kind not in ("main", "comp") and clause.parent is not None:
            clause = clause.parent
        return clause

    def _phrase(self, kind: str, phrase: Phrase) -> None:
        phrase.comma = self.comma
        if self.source is not None:
            if phrase.prep in ("ل", "الى") and self.object_ahead:
                return  # كما قال لوكالة الأنباء | مسؤول
            self.result.attributions.append(Attribution(phrase, self.current.number, self.source))
            self.source = None
            self.last_phrase = phrase
            return
        if self.either:
            self.either = False
            self.last_phrase = phrase
            return
        before = self.last_phrase
        holder = self.holder
        self.holder = None
        if kind == "NP" and holder is not None and not phrase.conj and not phrase.members:
            if _only_name(phrase) or _titled(phrase):
                holder.apposition = phrase  # القيادي في الحركة / فلان, قائد القوات شرق البلاد / اللواء فلان
                self.last_phrase = holder
                return
        if (
            kind == "PP"
            and before is not None
            and (phrase.prep in _SEAT_OF_OFFICE or (phrase.prep == "عن" and _seated(before)))
            and _office(before)
            and before.apposition is None
            and not self.comma
            and not _office(phrase)
            and not phrase.head.text.lstrip("لبو").startswith("نظير")  # اجتمع الوزير | بنظيره | فلان
        ):
            self.holder = before
        elif kind == "PP" and holder is not None and phrase.prep in ("في", "ل", "لدى", "الى") and not self.comma:
            self.holder = holder  # الممثلة الخاصة للأمم المتحدة في العراق | جينين هينيس
        behind_verb, self.behind_verb = self.behind_verb, False
        joined = not behind_verb and (not self.comma or (before is not None and before.prep in _COMPANY))
        if kind == "NP" and before is not None and not phrase.conj and joined and self._same_person(before, phrase):
            self.last_phrase = before.members[-1] if before.members else before
            return
        if (
            self.comma
            and kind == "NP"
            and before is not None
            and not phrase.conj
            and not phrase.members
            and self._apposition(before, phrase)
        ):
            self.comma_closes = True
            return
        if self.comma and kind == "NP" and before is not None and _other_of_two(before, phrase):
            before.members.append(phrase)  # الرئيسان التركي فلان، | والروسي فلان
            self.last_phrase = phrase
            self.comma_closes = True
            return
        if self.comma_closes and kind == "NP":
            phrase.comma = False
        self.comma_closes = False
        self.last_phrase = phrase.members[-1] if phrase.members else phrase
        current = self.current
        if (
            self.comma
            and current.kind.startswith(("rel", "sub", "hal"))
            and kind == "NP"
            and current.parent is not None
            and current.unit is not None
            and current.parent.unit is None
        ):
            current = self.current = current.parent
        host = current.parent
        if (
            self.comma
            and kind == "NP"
            and current.kind == "rel"
            and (current.unit is not None or current.topic is not None)
            and host is not None
            and host.unit is not None
            and len(host.post) == (1 if host.topic is None else 0)
            and not phrase.conj
            and any("transitive" in v.kinds for v in host.verbs)
        ):  # اتهم المتظاهرون الذين تجمعوا أمس، المبعوث الدولي: the object behind the relative clause
            phrase.comma = False
            self.current = host
            host.post.append(phrase)
            return
        if kind == "PP" and self._behind_aside(phrase):
            assert host is not None
            current = self.current = host
            phrase.comma = False
        if current.kind == "rel" and host is not None and host.unit is not None and self_named(current) is not None:
            current = self.current = host  # تبنت جماعة تسمي نفسها كتائب النور | الهجوم
        if self._accompanies(kind, phrase):
            phrase.prep = "مع"
            kind = "PP"
        if kind == "PP":
            current.pps.append(phrase)
        elif current.unit is not None and before is not None and (current.post or current.topic) and _among(before):
            return  # قتل سبعة مدنيين بينهم | طفلان: some of those named, nobody else
        elif current.comps and self._opens_speech():
            return  # حذر من أن ذلك تهديد، وزاد: | إدارة الرئيس أبلغتنا: no object of the first verb
        elif current.unit is None:
            if current.topic is None and _in_reply_to(phrase):
                return
            if current.topic is None:
                current.topic = phrase
            elif phrase.conj and current.topic.conj == "":
                current.topic.members.append(phrase)
            elif not phrase.head.art:
                current.said.append(phrase)
        else:
            current.post.append(phrase)

    def _behind_aside(self, phrase: Phrase) -> bool:
        """Whether a prepositional phrase behind the second comma of a relative clause is what the verb above waits for:
        تعهدت روسيا، التي تدعم دمشق، | بوقف القصف.
        """
        current, host = self.current, self.current.parent
        if not self.comma or current.kind != "rel" or host is None or host.unit is None or phrase.conj:
            return False
        if current.opener_unit is None or not (current.post or current.pps or current.comps) or current.unit is None:
            return False
        opened = next(
            (k for k, item in enumerate(self.result.chunks) if item.unit is current.opener_unit), 0
        )
        if not opened or self.result.chunks[opened - 1].kind not in (",", "،"):
            return False
        if phrase.prep in (p.prep for p in host.pps) or host.comps:
            return False
        frames = (self.table.frames[f] for verb in host.verbs for f in verb.frames)
        return any(phrase.prep in slots for frame in frames for slots in frame.roles.values())

    def _accompanies(self, kind: str, phrase: Phrase) -> bool:
        """Who stands behind "and" right after a verb or a pronoun with no subject of its own between: قال إنه والرئيس
        المصري بحثا, اتفق والوزير على.
        """
        current = self.current
        if kind != "NP" or phrase.conj != "و" or current.post or current.topic is not None or not self.result.of_chunk:
            return False
        before = self.result.chunks[len(self.result.of_chunk) - 1]
        return before.kind == "V" if current.unit is not None else before.kind == "CMP" and current.pronoun

    def _same_person(self, before: Phrase, phrase: Phrase) -> bool:
        """One person named by several phrases in a row: نائب رئيس الوزراء / وزير الخارجية / السيد فلان.

        A name and an office behind it are one only where the object is still to come (هنأ فلان وزير الخارجية / نظيره).
        """
        last = before
        while last.apposition is not None:
            last = last.apposition
        if before.members or not (before.end <= phrase.start <= before.end + 60):
            return False
        if phrase.members and not (_ranked(phrase) and self._commands(before)):
            return False
        if phrase.units[0].apart:
            return False  # وصف الرئيس التركي | نتنياهو
        if last.head.text.endswith("عاصمة") and len(phrase.units) == 1 and phrase.head.has("seats"):
            last.apposition = phrase  # بالعاصمة المصرية | القاهرة
            return True
        if last.head.enc and last.head.text.removesuffix(last.head.enc) in _KIN and phrase.head.named:
            last.apposition = phrase  # حليفتها | إسرائيل
            return True
        titled = _has_name(phrase) and (
            any("title" in u.classes for u in phrase.units[:1]) or _named_person(phrase.units[0])
        )
        named = _has_name(before) or (last is not before and _has_name(last))
        ranked = _ranked(phrase) and not named and (self.more_ahead or self._commands(before))
        beside = before.conj == "و" and len(before.units) == 1 and before.head.art and before.head.has("demonyms")
        deputy = any(lex.key.startswith("نائب رئيس") for lex in before.head.lexes) and phrase.head.text.startswith("وزير")  # noqa: E501
        counterpart = before.head.text.lstrip("لبو").startswith("نظير")
        by_name = not _office(before) or "title" in before.head.classes
        if (
            ((titled or ranked) and not named and (_office(before) or counterpart or _holds_office(before)))
            or (deputy and not named)
            # بحضور السفير إدريس إسماعيل، | وكيل وزارة الخارجية
            or (named and before.prep in _COMPANY and _office(phrase) and not _has_name(phrase))
            or (counterpart and not named and _only_name(phrase))  # بنظيره الصيني | دونج جون
            or (beside and last is before and _only_name(phrase))  # الوزيران المصري فلان والسعودي | فلان
            or (
                named
                and (by_name or _titled(before))
                and _office(phrase)
                and not _has_name(phrase)
                and self.more_ahead
            )
        ):
            last.apposition = phrase
            before.members, phrase.members = phrase.members, []  # قائد الجيش | اللواء فلان والمبعوث
            return True
        return False

    def _commands(self, phrase: Phrase) -> bool:
        """Whether an office is one of the forces, the police or the ministries above them, whose holders have ranks."""
        sectors = (self.table.kinds[number].sector for lex in phrase.head.lexes for number in lex.roles)
        return any(sector in _COMMANDING for sector in sectors) or any(
            word in phrase.head.text for word in ("دفاع", "داخلي", "امن")
        )

    @staticmethod
    def _apposition(before: Phrase, phrase: Phrase) -> bool:
        """وزير الخارجية، سلفان شالوم، / قائد القوات، الجنرال جون أبي زيد، / خوان أولمو، القاضي الإسباني،: one person,
        named twice.
        """
        first = [u for k, u in enumerate(before.units[:2]) if not k or (u.known and not u.name_part)]
        # هشام المشيشي, بدر عبد العاطي: the article is the name's own
        named = not any((u.art and not _named_person(u)) or u.enc for u in first) and all(
            not u.known or u.name_part or "person_name" in (c for lex in u.lexes for c in lex.classes)
            for u in before.units[:1]  # دينيس | آدني: a name abroad may look like a word
        )
        one = phrase.head.has("roles") or phrase.units[0].text in ("احد", "احدى")
        if before.prep and not _office(before) and _only_name(phrase) and _ends_in_office(before):
            return True  # قضت المحكمة بسجن رئيس البلدية، | أكرم إمام أوغلو
        if (_office(before) and (_only_name(phrase) or (_titled(phrase) and not _has_name(before)))) or (
            (named or (_titled(before) and not _has_name(phrase))) and one and before.apposition is None
        ):
            before.apposition = phrase
            return True
        return False

    def _verb(self, k: int, unit: Unit) -> None:
        self.holder = None
        self.behind_verb = True
        current = self.current
        verb = self.table.verbs[unit.reading.verb] if unit.reading else None
        if current.unit is not None:
            current = self._next_clause(k, unit, verb)
        elif self.aux and unit.conj and current.topic is not None and current.kind != "rel":
            # لم يكن الهدف واضحا، | وقصف الجيش المدينة: the copula has its predicate, which alone is denied
            current, self.aux, self.negation = self._next_to(current), False, None
        elif self._tells_of_source(k, unit):
            current = self._new("rel", current)
            current.antecedent = self.last_phrase
        elif self._blow_told_of(k, unit, verb) or (self.aux and self._of_last_noun(k, unit)):
            current = self._new("rel", current)
            current.antecedent = self.result.chunks[k - 1].phrase
        elif (current.said or current.pronoun) and self._back_to_speaker(k, unit):
            current = self._next_to(current.parent)
        self.current = current
        current.unit = unit
        current.verb = verb
        before = self.result.chunks[k - 1].unit if k else None
        current.also = before is not None and before.text in _ALSO
        current.parted = self.comma
        if unit.reading is not None:
            readings = [r for r in unit.info.verbs if r.conj == unit.reading.conj] if unit.info else [unit.reading]
            if self.negation is None and any(r.short and not r.lam for r in readings):  # حافلة يستقلها جنود
                readings = [r for r in readings if not r.short or r.lam]
                current.verb = verb = self.table.verbs[readings[0].verb] if readings else None
            seen: list[Verb] = []
            for reading in readings:
                candidate = self.table.verbs[reading.verb]
                if candidate not in seen:
                    seen.append(candidate)
            current.verbs = seen
        current.negation, self.negation = self.negation, None
        current.future = (
            current.future
            or self.future
            or bool(unit.reading and unit.reading.future)
            or (current.negation is not None and current.negation.text.endswith("لن"))
        )
        current.qad, current.aux = self.qad, self.aux
        features = unit.reading.features if unit.reading else ("ia3ms",)
        current.tense = (
            "p" if all(f[0] == "p" for f in features) else "i" if all(f[0] == "i" for f in features) else "p"
        )
        if unit.reading and unit.reading.lam and current.kind in ("serial", "main") and current.parent is not None:
            current.kind = "sub:purpose"
        self.future = self.qad = self.aux = False

    def _of_last_noun(self, k: int, unit: Unit) -> bool:
        """Whether a verb behind a copula describes the indefinite noun before it, to which its pronoun points back:
        وكان ذلك في مكالمة | أجراها الرئيس.
        """
        phrase = self.result.chunks[k - 1].phrase if k else None
        if phrase is None or not phrase.prep or phrase.head.art or phrase.head.enc or phrase.head.named or unit.conj:
            return False
        if unit.reading is None or not phrase.head.has("frames"):
            return False
        return unit.reading.object == ("ها" if _feminine(phrase.head) or phrase.head.number == "p" else "ه")

    def _next_to(self, clause: Clause | None) -> Clause:
        """A clause coordinated with another."""
        assert clause is not None
        new = self._new(clause.kind, clause.parent)
        new.coord = clause
        return new

    def _back_to_speaker(self, k: int, unit: Unit, *, also: bool = False) -> bool:
        """Whether a verb behind what somebody said tells again of him: أعلنت الشرطة أن الوضع هادئ، | واعتقلت خمسة. It
        agrees with who spoke, and not with whom he spoke of.
        """
        current, above = self.current, self.current.parent
        if not (unit.conj or also) or current.kind != "comp" or current.quoted or above is None or above.verb is None:
            return False
        if "speech" not in above.verb.kinds or unit.reading is None:
            return False
        # تعهد, توعد: told of what happened before they could be a woman's imperfect
        past = unit.reading.verb is not None and self.table.verbs[unit.reading.verb].lemma.startswith("ت")
        if not (any if past else all)(f[0] == "p" for f in unit.reading.features):
            return False
        speaker = above.topic or (above.post[0] if above.post else None)
        about = current.topic or (current.post[0] if current.post else None)
        verb = self.table.verbs[unit.reading.verb]
        spoken = "speech" in verb.kinds  # behind what something is said to be
        if speaker is None and about is not None and spoken:
            return not _actor_like(about)  # وصفها بأنها خدعة، | وقال: a trick does not speak
        if speaker is None or about is None or not _verb_fits(unit, speaker, "p"):
            return False
        so = unit.conj == "ف" and current.verb is None  # أكدت الشرطة أن المظاهرة غير قانونية، | فقامت بتفريقها
        if not (spoken or so) and (current.pronoun or _verb_fits(unit, about, "p")):
            return False  # وصفت العقوبات بأنها ظالمة، | وتوعدت برد: no sanctions speak
        behind = self.result.chunks[k + 1].phrase if k + 1 < len(self.result.chunks) else None
        return behind is None or behind.prep != "" or not (_actor_like(behind) and _verb_fits(unit, behind))

    def _tells_of_source(self, k: int, unit: Unit) -> bool:
        """بحسب بيان | نشرته الوزارة: a verb right behind a source named first, of whom it tells."""
        named = self.result.attributions[-1].phrase if self.result.attributions else None
        if named is None or named is not self.result.chunks[k - 1].phrase or named.head.art or unit.conj:
            return False
        return unit.reading is not None and (bool(unit.reading.object) or unit.text.startswith("صدر"))

    def _next_clause(self, k: int, unit: Unit, verb: Verb | None) -> Clause:
        current = self.current
        before = self.result.chunks[k - 1].unit if k else None
        asked = verb is not None and "speech" in verb.kinds
        also = asked and before is not None and before.text in _ALSO  # كما دعت: joins as و does
        also = also and (current.kind != "comp" or self._back_to_speaker(k, unit, also=True))
        conj = unit.conj or ("و" if also else "")
        beside = conj == "و" and self._in_contrast(unit)
        if conj and asked and not (current.quoted or beside or _goes_on(current, unit) or self._speech_goes_on(unit)):
            root = current
            while root.parent is not None:
                root = root.parent
            clause = self._new("main", None)
            clause.coord = root
            return clause
        if conj and self.comma and self._back_to_speaker(k, unit):
            return self._next_to(current.parent)
        if conj:
            while current.parent is not None and (
                current.kind == "hal" or _described_only(current, unit) or _told_of_hit(current, unit)
            ):
                current = current.parent
            clause = self._new(current.kind, current.parent)
            clause.coord = current
            clause.antecedent = current.antecedent
            clause.quoted = current.quoted
            if current.kind == "comp" and current.parent is not None:
                current.parent.comps.append(clause)
            return clause
        if unit.reading is not None and unit.reading.lam:
            return self._new("sub:purpose", current)
        waiting = current
        while waiting.parent is not None and waiting.unit is not None:
            waiting = waiting.parent
        if waiting.unit is None and waiting.topic is not None and current.kind.startswith(("rel", "sub", "hal")):
            return waiting
        named = [one.phrase for one in self.result.attributions]
        if waiting.unit is None and self.comma:
            if current.kind.startswith("sub") or any(current.antecedent is phrase for phrase in named):
                return waiting
        back = k - 1
        while back > 0 and self.result.chunks[back].kind == "T":
            back -= 1
        previous = self.result.chunks[back] if k else None
        if previous is not None and previous.phrase is not None:
            noun = previous.phrase.members[-1] if previous.phrase.members else previous.phrase
            several = (
                unit.reading is not None
                and all(f[3:] == "mp" for f in unit.reading.features)
                and noun.units[0].tag in ("NUM", "Q")
                and not self.comma
                and current.unit is not None
            )  # اعتقلت الشرطة عددا من الناشطين | حاولوا الاعتصام
            blow = self._blow(back, unit, verb)
            bare = not (noun.head.art or noun.head.named or noun.head.enc or _of_people_above(noun, unit, current))
            if blow is not None or several or bare:
                clause = self._new("rel", current)
                clause.antecedent = blow or noun
                return clause
        campaign = self._campaign(back, unit, verb)
        if campaign is not None:
            clause = self._new("rel", current)
            clause.antecedent = campaign
            return clause
        if self.comma and current.kind in ("sub:time", "sub:cause", "rel") and current.parent is not None:
            clause = self._new(current.parent.kind, current.parent.parent)
            clause.coord = current.parent
            return clause
        clause = self._new("serial", current)
        clause.coord = current
        return clause

    def _in_contrast(self, unit: Unit) -> bool:
        """Whether a verb goes on with whom فيما or بينما set against the one told of before: دعت برلين إلى الحوار، فيما
        أعرب الرئيس الفرنسي عن استيائه | وطالب بالرد.
        """
        current = self.current
        opener = current.opener_unit.text if current.opener_unit is not None else current.opener
        if not current.kind.startswith("sub") or current.unit is None or opener.removeprefix("و") not in _CONTRASTING:
            return False
        about = current.topic or (current.post[0] if current.post else None)
        return about is not None and _actor_like(about) and _verb_fits(unit, about, "p")

    def _blow_told_of(self, k: int, unit: Unit, verb: Verb | None) -> bool:
        """Whether the first verb of a clause tells only of the attack right before it: إن هجوما | شنه مسلحون أوقع قتلى,
        مقتل ستة بقصف | استهدف منزلا.
        """
        event = self.result.chunks[k - 1].phrase if k else None
        if event is None or event.members or unit.conj or unit.reading is None or self.current.topic is None:
            return False
        head = event.head
        if head.art or head.named or head.enc or "attack_event" not in head.classes:
            return False
        if event.preposition:
            told = verb is not None and ("reaching" in verb.classes or bool(unit.reading.object))
            return told and event is not self.current.topic and agrees(unit, event)
        feminine = head.gender == "f" or head.text.endswith(("ة", "ات"))
        return event is self.current.topic and unit.reading.object == ("ها" if feminine else "ه")

    def _blow(self, back: int, unit: Unit, verb: Verb | None) -> Phrase | None:
        """The attack of which a verb tells whom it hit, with whose it is between: هجوم | لتنظيم داعش | استهدف حافلة."""
        chunks = self.result.chunks
        owner, event = chunks[back].phrase, chunks[back - 1].phrase if back else None
        if owner is None or event is None or owner.preposition not in ("ل", "من") or unit.conj:
            return None
        head = event.head
        if head.art or head.named or head.enc or "attack_event" not in head.classes or not agrees(unit, event):
            return None
        return event if verb is not None and ("reaching" in verb.classes or verb.lemma in _TOOK) else None

    def _campaign(self, back: int, unit: Unit, verb: Verb | None) -> Phrase | None:
        """The deed before a comma, indefinite, of which a verb tells whom it hit: شنت الشرطة حملة اعتقالات، | طالت
        ناشطين.
        """
        if not self.comma or back < 1 or unit.conj or verb is None or "reaching" not in verb.classes:
            return None
        noun = self.result.chunks[back - 1].phrase
        if noun is None or noun.members or noun is self.current.subject or not _verb_fits(unit, noun):
            return None
        head = noun.head
        return noun if head.has("frames") and not (head.art or head.named or head.enc) else None

    def _speech_goes_on(self, unit: Unit) -> bool:
        """Whether a verb of saying behind و is part of what somebody said and no new saying: the speaker himself is its
        subject («نحض الأطراف على الهدوء | وندعو إلى الحوار»), or in the imperfect it agrees with the verb there and
        not with that of who speaks (أوضح أن بلاده ترحب بالقرار | وتدعو المجتمع الدولي).
        """
        base = self._base()
        if unit.reading is None or base.kind != "comp" or base.unit is None or base.unit.reading is None:
            return False
        here, said = unit.reading.features, base.unit.reading.features
        if all(f[2] == "1" for f in here):
            return all(f[2] == "1" for f in said) or base.colon
        root = base.parent
        if root is None or root.unit is None or not all(f[0] == "i" for f in (*here, *said)):
            return False
        return _same_person(base.unit, unit) and not _same_person(root.unit, unit)

    def _complement(self, unit: Unit) -> None:
        current = self.current
        host = current
        if unit.text.startswith("ف") and self._resume(unit):
            return
        if unit.conj:  # وأن: one more complement of the same verb
            while host.kind != "comp" and host.parent is not None:
                host = host.parent
            if host.kind == "comp" and host.parent is not None:
                host = host.parent
        elif current.kind == "rel" and unit.text == "ان" and self._asked_for(current):
            host = current.parent or current
        elif self.comma or current.unit is None or current.pronoun or current.kind == "rel":
            host = next((c for c in (current, *current.ancestors()) if _awaits_content(c)), current)
        self.last_phrase = self.holder = None  # قال مصدر يوناني إن | ميتسوتاكيس: he is another
        clause = self._new("comp", host)
        clause.opener, clause.opener_unit = unit.text, unit
        clause.pronoun = unit.text.endswith(("ه", "ها", "هم", "هما", "ني", "نا"))
        host.comps.append(clause)
        self.current = clause

    def _on_that(self) -> bool:
        """Whether على أن tells what the verb is about (شدد | على أن, اتفقا | على أن); else it means "provided that"."""
        current = self.current
        if current.unit is None or current.comps or self.comma:
            return False
        return not any(pp.prep == "على" for pp in current.pps)

    def _asked_for(self, relative: Clause) -> bool:
        """Whether أن behind a relative clause tells what the verb above demands: دعا الأطراف التي تتقاتل أن توقف ..."""
        host = relative.parent
        if host is None or host.verb is None or host.comps or relative.unit is None:
            return False
        return _takes_clause(host, self.table) and not _takes_clause(relative, self.table) and len(relative.pps) > 0

    def _resume(self, unit: Unit) -> bool:
        """بعد أن ...، فإن: the sentence goes on above the subordinate clause that stood first. What follows on a
        condition stays under it: it is as uncertain."""
        above = next((c for c in (self.current, *self.current.ancestors()) if c.kind.startswith("sub:")), None)
        if above is None or above.kind == "sub:cond":
            return False
        host = above.parent
        clause = self._new("main" if host is None or host.kind == "main" else host.kind, host.parent if host else None)
        clause.opener, clause.opener_unit = unit.text, unit
        clause.pronoun = unit.text.endswith(("ه", "ها", "هم", "هما", "ني", "نا"))
        self.current = clause
        return True

    def _subordinate(self, kind: str, unit: Unit) -> None:
        following = self.result.chunks[len(self.result.of_chunk) + 1 :][:1]
        if unit.text == "سواء" and following and following[0].phrase is not None:
            self.either = following[0].kind == "NP"  # رعاياها، سواء المقيمين أو الزائرين: says no more of those named
            return
        meaning = "cause" if kind == "RELF" else next(
            (name[:-4] for name in ("cond_sub", "time_sub", "cause_sub", "purpose_sub") if unit.fn(name)), "time"
        )  # fmt: skip
        clause = self._new(f"sub:{meaning}", self.current)
        clause.opener, clause.opener_unit = unit.text, unit
        clause.pronoun = unit.text.endswith(("ه", "ها", "هم"))
        self.current = clause

    def _copula(self, k: int, unit: Unit) -> None:
        before = self.result.chunks[k - 1].phrase if k else None
        noun = before.members[-1] if before is not None and before.members else before
        bare = noun is not None and not (noun.head.art or noun.head.named or noun.head.enc)
        if self.current.unit is not None and bare and not unit.conj and unit.text.endswith(("كان", "كانت", "كانوا")):
            clause = self._new("rel", self.current)  # مشروع قرار | كان سيطالب
            clause.antecedent = noun
            self.current = clause
        elif self.current.unit is not None:
            clause = self._new("main" if self.current.kind != "comp" else "comp", self.current.parent)
            clause.coord = self.current
            self.current = clause
        self.aux = True
        if unit.text.lstrip("وف").startswith("س"):
            self.future = True
            if self.current.topic is not None:
                self.current.future = True  # الرد سيكون قاسيا: no verb need follow

    def _mark(self, mark: str, k: int) -> None:
        current = self.current
        if mark in _STOP:
            if current.unit is not None or current.topic is not None:
                self.current = self._new("main", None) if not (self.quote and mark != ".") else current
            self.comma = False
        elif mark in (",", "،"):
            self.comma = not self._ends_aside(k)
        elif mark in ("«", '"'):
            if mark == '"' and self.quote is not None:
                self._close()
                return
            clause = current
            awaited = current.kind == "comp" and current.unit is None  # إن المتظاهرين «يحتجون على»
            if (current.unit is not None or current.topic is not None) and not awaited:
                clause = self._new("comp", current)
                current.comps.append(clause)
            clause.quoted = True
            self.quote = clause
            self.current = clause
        elif mark == "»":
            self._close()
        elif mark == ":":
            if current.unit is None and current.number == 0 and self._by_agencies(k):
                current.topic, self.last_phrase, self.comma = None, None, False
                current.said = []
                return
            if current.unit is not None or current.topic is not None:
                clause = self._new("comp", current)
                clause.colon = True
                current.comps.append(clause)
                self.current = clause
        elif mark in ("-", "–", "—", "/"):
            topic = current.topic
            if current.unit is None and topic is not None and current.number == 0 and topic.head.named and len(topic.units) < 3:  # noqa: E501
                current.topic = None  # a dateline: بيروت (وكالات) - رأى محللون
                self.last_phrase = None
                return
            self.comma = True
            following = self.result.chunks[k + 1] if k + 1 < len(self.result.chunks) else None
            if self.inserted is None and (close := self._named_aside(k, mark)):
                self.skipped = close
                return
            if self.inserted is not None:
                self.current, self.inserted, self.comma = self.inserted, None, False
            elif current.unit is not None and following is not None and following.kind in ("REL", "RELF"):
                self.inserted = current

    def _named_aside(self, k: int, mark: str) -> int:
        """Where an aside between two dashes ends that stands behind the subject and says no more than who he is: ويتهم
        غوايدو - رئيس البرلمان المعارض - مادورو بالتسبب; 0 for none.
        """
        current, chunks = self.current, self.result.chunks
        if current.unit is None or len(current.post) != 1 or current.comps or k + 2 >= len(chunks):
            return 0
        if chunks[k - 1].phrase is not current.post[0] or chunks[k + 1].kind != "NP":
            return 0
        for at in range(k + 2, min(len(chunks) - 1, k + 8)):
            if chunks[at].kind == mark:
                return at if chunks[at + 1].kind in ("NP", "PP", "CMP") else 0
            if chunks[at].kind not in ("NP", "PP", "T", "ADV"):
                return 0
        return 0

    def _by_agencies(self, k: int) -> bool:
        """Whether the colon at `k` ends a dateline and nobody's name: غزة «الصحيفة»، وكالات: رفض الأسير ..."""
        before = self.result.chunks[max(0, k - 2) : k]
        units = [u for item in before if item.phrase is not None for part in item.phrase.all for u in part.units]
        return k < 9 and any(u.text.lstrip("و") in ("كالات", "وكالات", "الوكالات") for u in units)

    def _ends_aside(self, k: int) -> bool:
        """Whether a comma only ends a time that another comma opened: حكمت المحكمة، اليوم الأربعاء، | على الشابة. It
        parts nothing behind the verb.
        """
        chunks = self.result.chunks
        aside = k > 1 and chunks[k - 1].kind == "T" and chunks[k - 2].kind in (",", "،")
        current = self.current
        return aside and current.unit is not None and not current.pps and current.kind in ("main", "comp")

    def _close(self) -> None:
        if self.quote is not None:
            self.current = self.quote.parent or self.quote
            self.quote = None
        self.comma = True


#: what joins a verb to what was told before as و does
_ALSO = frozenset(("كما", "وكذلك", "كذلك"))

#: accusatives that open a sentence and say why or after what the verb's deed is done, folded: وردا على ذلك، | دعت طهران
_WHY = frozenset(
    "ردا تعليقا تعقيبا احتجاجا تنديدا تضامنا تنفيذا تمهيدا استعدادا تحسبا خلافا استنادا عملا نزولا حرصا انتقاما ثارا "
    "تزامنا تبعا نظرا سعيا خوفا تاكيدا توازيا املا تجنبا تفاديا حفاظا امتثالا ايذانا احياء تخليدا بدلا عوضا ترحيبا "
    "تاييدا استنكارا التزاما انطلاقا اعتراضا تعبيرا استكمالا تقديرا تجاوبا تماشيا انسجاما اقتداء تذرعا استجابة تلبية "
    "خشية رغبة بناء دفاعا".split()
)


def _in_reply_to(phrase: Phrase) -> bool:
    """Whether an accusative of purpose or cause stands before the verb: it is no subject."""
    head = phrase.units[0]
    return len(phrase.units) == 1 and not head.prep and head.text.removeprefix("و").removeprefix("ف") in _WHY


def _among(phrase: Phrase) -> bool:
    """بينهم, من بينها, and behind a comma منهم: what follows is part of those who were named before."""
    if phrase.head.tag != "PP" or phrase.head.enc not in ("هم", "ها", "هن", "هما"):
        return False
    return phrase.prep in ("بين", "من بين") or (phrase.prep == "من" and phrase.comma)


def _awaits_content(clause: Clause) -> bool:
    """Whether what a clause of saying says has not come yet: قال المسؤول الذي ... | إن, جاء في البيان الذي ... | أن."""
    if clause.verb is None or clause.comps:
        return False
    quotes = clause.verb.lemma.split("/")[0] in ("جاء", "ورد") and any(phrase.prep == "في" for phrase in clause.pps)
    return quotes or "speech" in clause.verb.kinds


def _goes_on(clause: Clause, unit: Unit) -> bool:
    """Whether a verb of speech goes on with what is told of somebody: أوضح الوزير أن الكويت ترحب بالاتفاق | وتدعو
    المجتمع الدولي إلى دعمه; or of a thing: قدمت مشروع قرار يدعو إلى الهدنة | ويطالب إسرائيل بالانسحاب. Both are of the
    imperfect, who tells it spoke in the perfect, and the verb agrees.
    """
    above = clause.parent
    if clause.unit is None or clause.tense != "i" or above is None or above.tense != "p" or unit.reading is None:
        return False
    if not all(f[0] == "i" and f[2] == "3" for f in unit.reading.features) or unit.reading.future:
        return False
    if clause.kind == "rel":
        return above.unit is not None and _same_person(unit, clause.unit)
    if clause.kind != "comp":
        return False
    if clause.pronoun and clause.topic is None and clause.tense == "i":
        return all(f[0] == "i" for f in unit.reading.features) and _same_person(unit, clause.unit)
    about = clause.topic or (clause.post[0] if clause.post else None)
    if about is None or not about.head.known or not _verb_fits(unit, about):
        return False
    return _actor_like(about) or (bool(about.head.enc) and "بلاد" in about.head.keys)


def _of_gender(unit: Unit | None, feminine: bool) -> bool:
    """Whether a verb is said of one that is feminine, or of one that is not."""
    if unit is None or unit.reading is None:
        return False
    return any(f[2] == "3" and (f[3:4] == "f") == feminine for f in unit.reading.features)


def agrees(unit: Unit | None, phrase: Phrase) -> bool:
    """Whether a verb before the phrase can have it as subject, by gender; unknown gender agrees."""
    if unit is None or unit.reading is None:
        return True
    if phrase.units[0].tag in ("NUM", "Q"):
        forms = {f[2:] for f in unit.reading.features}
        if "3fs" in forms and "3ms" not in forms and _men_counted(phrase):
            return False  # واعتقلت | خمسة من المشاركين
        return any(f[2] == "3" for f in unit.reading.features)
    head = phrase.head
    genders = {f[3:4] for f in unit.reading.features if f[2] == "3"}
    persons = {f[2] for f in unit.reading.features}
    if "3" not in persons:
        return False
    feminine = _feminine(head)
    if genders == {"f"} and not feminine and _masculine(head):
        return False  # وتدعو | المجتمع الدولي إلى
    if (genders and (head.has("roles") or head.has("generics")) and head.number == "s") or feminine:
        return ("f" in genders) if feminine else ("m" in genders)
    return True


#: plurals that are no people: those in ات, and some broken ones, folded
_OF_THINGS = re.compile("ات(?:ه|ها|هم|هما|نا)?$|^(?:ال)?(?:دول|فصائل|قوى|كتائب|عواصم|حكومات)$")

#: numbers in the form that counts what is masculine, folded
_MASCULINE = frozenset("ثلاثة اربعة خمسة ستة سبعة ثمانية تسعة عشرة".split())


def _men_counted(phrase: Phrase) -> bool:
    """A number in the form that counts what is masculine: خمسة من المشاركين, ثلاثة جنود."""
    return phrase.units[0].text.split(" ")[0] in _MASCULINE


#: titles that have the gender of who bears them, folded
_EXCELLENCIES = frozenset("جلالة فخامة سيادة سعادة غبطة قداسة نيافة فضيلة سماحة".split())


#: the words of respect by which who speaks is named again behind a participle, folded: مؤكدا معاليه | دعم بلاده
_OF_RANK = frozenset("معالي سمو جلالت فخامت سيادت سعادت دولت قداست نيافت فضيلت سماحت غبطت".split())


def _feminine(head: Unit) -> bool:
    """By its own gender, its first word (وزير الخارجية is a man) or the adjective of a compound (القوى السياسية)."""
    first, _, last = head.text.partition(" ")
    if first in _EXCELLENCIES:
        return last.endswith("ة")  # جلالة الملك, سمو الشيخة
    definite = first.lstrip("وفبك").startswith("ال") and last.startswith("ال") and " " not in last
    if (not head.gender or head.number == "p") and definite and last.endswith("ة"):
        return True
    if head.text.startswith("في "):
        return last.endswith("ة")  # في زيارة, في جولة are entries of the lexicon
    if not _LANDS.isdisjoint(head.keys) and head.number != "d":
        return True  # بلاده, though it has no feminine ending
    return head.gender == "f" if head.gender else first.endswith("ة")


_LANDS = frozenset(("بلاد",))
#: bodies of masculine name, which no verb in the feminine has as its subject, folded
_MASCULINE_BODIES = frozenset(
    "مجلس جيش حزب برلمان اتحاد نظام تحالف حلف ائتلاف تنظيم جهاز مجتمع كونغرس بنك صندوق حراك تيار بيت قضاء شعب وفد"
    " حشد صليب هلال مكتب كنيست بنتاغون كرملين طرف جانب احتلال".split()
)


def _masculine(head: Unit) -> bool:
    """Whether a name begins with a masculine singular: مجلس الأمن, الاتحاد الأوروبي."""
    if head.number == "p" or head.gender == "f":
        return False
    return head.text[len(head.conj) :].split(" ")[0].removeprefix("ال") in _MASCULINE_BODIES


#: verbs that news puts before what is attended, led or signed and then before who does so: حضر اللقاء | السفير
_ATTENDING = frozenset("حضر تراس راس افتتح وقع ادار رعى اختتم".split())


def _attended(clause: Clause, first: Phrase, second: Phrase) -> bool:
    """Whether the object stands before the subject: a happening before somebody."""
    head = second.head
    return (
        any(verb.lemma.split("/")[0] in _ATTENDING for verb in clause.verbs)
        and first.head.has("frames")
        and not (first.head.has("roles") or first.head.has("generics") or first.head.has("bodies"))
        and (head.has("roles") or head.has("generics") or head.has("bodies") or head.named)
        and not second.comma
    )


#: verbs of judging, before what is judged and then who judges it: عارض المقترح | خمسون نائبا
_JUDGING = frozenset("عارض رفض ايد ادان استنكر انتقد دعم اقر قبل طلب اقترح".split())
_JUDGED = frozenset(("proposals", "demands", "measures", "resolutions", "legislation", "veto"))


def _opposed(clause: Clause, first: Phrase, second: Phrase) -> bool:
    """Whether what is judged stands before who judges it: a definite plan or demand of nobody's before somebody."""
    head, doer = first.head, second.head
    return (
        any(verb.lemma.split("/")[0] in _JUDGING for verb in clause.verbs)
        and head.art
        and not _JUDGED.isdisjoint(head.classes)
        and not (head.named or head.has("roles") or head.has("generics") or head.has("bodies"))
        and (doer.has("roles") or doer.has("generics") or doer.has("bodies") or doer.named)
        and not second.comma
        and not second.prep
    )


#: verbs with two objects, of which a pronoun is the first: يحملونها المسؤولية, منحوه اللجوء
_GIVING = frozenset("حمل منح اعطى اعطى/عطو سلم ابلغ بلغ وهب كلف جرد حرم وعد الزم".split())


def _sound(phrase: Phrase) -> bool:
    """المحتجين, الفلسطينيين: a sound plural with the ending of the object, by its form."""
    first = phrase.units[0]
    text = first.text
    if first is not phrase.head or not first.art or not text.endswith("ين") or " " in text or first.named:
        return False
    return first.number == "p" or text.endswith("يين") or (text[len(first.conj) :].startswith("الم") and len(text) > 6)


def _some_people(phrase: Phrase) -> bool:
    """شابين, مسلحين: some people, indefinite, in a dual or plural with the ending of the object."""
    first = phrase.units[0]
    several = first is phrase.head and first.number in ("d", "p") and first.has("generics")
    return several and not (first.art or first.enc) and first.text.endswith("ين") and " " not in first.text


def _counted_object(phrase: Phrase) -> bool:
    """عددا من المتظاهرين, ثمانين شخصا: a quantity with the ending of the object."""
    first = phrase.units[0]
    return first.tag == "Q" and first.text.endswith("ا") and first.case == "a"


#: what stands behind a comma to tell how old somebody is
_AGES = frozenset(("عاما", "سنة", "ربيعا", "عام", "اعوام", "سنوات"))


def _hit(phrase: Phrase) -> bool:
    """Whom or what forces go for, by its form or by what it names: اعتقل الجيش، | 6 فلسطينيين, هاجموا، | قرية عوريف."""
    if phrase.head.text in _AGES:
        return False
    return phrase.units[0].tag in ("NUM", "Q") or _accusative(phrase) or "target_place" in phrase.head.classes


def _accusative(phrase: Phrase) -> bool:
    first = phrase.units[0]
    if _counted_object(phrase):
        return True
    if (
        first is not phrase.head
        and first.tag in ("NUM", "Q", "N", "DEM")
        and first.text not in ("عشرين", "ثلاثين", "اربعين", "خمسين")
    ):
        return False  # genitive behind a number or quantifier
    if phrase.head.text.split(" ")[0].endswith("ا") and first is phrase.head:
        behind = phrase.units[1] if len(phrase.units) > 1 else None
        if phrase.head.art or (behind is not None and (behind.art or behind.named)):
            return False  # وزيرا الخارجية, رئيسا البلدين: a dual before its genitive
    if " " in phrase.head.text and not phrase.head.text.split(" ")[0].endswith(("ا", "ين")):
        return False  # نقابة المحامين: the ending is that of the genitive
    return (
        phrase.head.case == "a"
        or (first.tag == "N" and first.text.endswith("ين") and first.number == "p")
        or (first.tag == "N" and first.text.endswith("ين") and first.number == "d" and first.art)
        or first.text in ("عشرين", "ثلاثين", "اربعين", "خمسين")
    )


def _assign(clause: Clause) -> None:
    """Fill subject, object and voice."""
    unit = clause.unit
    if unit is None:
        duty = bool(clause.pps) and clause.pps[0].prep == "على"  # إنه على الحكومة | إخراج القوات: of nobody
        if clause.pronoun and clause.topic is not None and not clause.topic.head.art and not duty:
            clause.said, clause.hidden = [clause.topic, *clause.said], True  # أعلنت الحركة أنها | مستعدة
            return
        topic = clause.topic
        if clause.kind == "comp" and topic is not None and not topic.head.art and not topic.prep:
            people = topic.head.has("generics") or topic.head.has("roles")
            if topic.head.number == "p" and not people and any(lex.active for lex in topic.head.lexes):
                clause.said, clause.hidden, clause.first_person = [topic, *clause.said], True, True
                return  # حماس: | مستعدون لصفقة
        clause.subject = clause.topic
        return
    if clause.kind == "hal":
        clause.subject_from = _described(clause)
        clause.hidden = True
        behind = [p for p in clause.post if not (p.head.enc and p.head.text.removesuffix(p.head.enc) in _OF_RANK)]
        clause.object = behind[0] if behind else None
        return
    if clause.pronoun and _stands_for_nobody(clause):
        clause.pronoun = False
    if clause.pronoun and clause.topic is None and clause.kind != "rel" and not (unit.reading and all(f[1] == "v" for f in unit.reading.features)):  # noqa: E501
        clause.hidden = True  # قال الرئيس إنه زار لبنان: the pronoun is the subject
        clause.object = clause.post[0] if clause.post else None
        return
    reading = unit.reading
    features = reading.features if reading else ("ia3ms",)
    post = [p for p in clause.post if not p.comma]
    if not post and not _told_of_already(clause):
        post = clause.post[:1]
    if len(post) > 1 and post[0].units[0].tag == "NUM":  # قتل ثلاثة في الموصل الأحد | وخمسة في كركوك الاثنين: no object
        post = [p for k, p in enumerate(post) if not k or p.conj != "و" or p.units[0].tag != "NUM"]
    if len(post) > 1:  # قتل مقاتلون من المليشيات | موالية لإيران
        post = [p for k, p in enumerate(post) if not k or not (_describes_only(p) or _of_deed(clause, p))]
    if len(post) == 1 and len(clause.post) > 1 and clause.topic is None and clause.kind != "rel":
        # دعا خاطفو الصينيين في كردفان، نائب الرئيس إلى: the object behind a comma
        later = next((p for p in clause.post if p.comma and p is not post[0]), None)
        if (
            later is not None
            and not later.conj
            and _transitive(clause)
            and (
                later.head.has("roles")
                or later.head.has("bodies")
                or later.head.named
                or later.head.text.startswith("نظير")
                or (later.head.has("generics") and bool(later.head.enc))
                or _counted_object(later)
                # وقعت الوزارة في بغداد، على هامش الزيارة، | اتفاقات
                or (later.head.has("frames") and not later.head.art and not later.prep)
                or ("agreements" in later.head.classes and any(v.lemma in _SIGNING for v in clause.verbs))
                or _event_object(clause, later)
                or (_armed(post[0]) and _hit(later))
            )
        ):
            post.append(later)
    elif len(post) == 2 and clause.kind != "rel" and _two_objects(clause):
        # حملت باريس، في بيان، | طهران | مسؤولية الهجوم: the first object behind an aside
        first, second = (next(k for k, p in enumerate(clause.post) if p is q) for q in post)
        between = [p for p in clause.post[first + 1 : second] if not p.conj]
        if len(between) == 1 and not post[1].head.art:
            post.insert(1, between[0])
    plural = all(f[3:] in ("mp", "fp", "md", "fd") for f in features)
    speaker = all(f[2] == "1" for f in features) or _of_speaker(clause, post)
    clause.first_person = speaker
    # أصيب ستة: "I strike" is no reading with a subject of its own; أدين الناشط: nor is "they (f.) led"
    persons = [f for f in features if f[2] == "3"] if post else list(features)
    persons = [f for f in persons if f[3:] in ("ms", "fs")] or persons
    passive = any(f[1] == "v" for f in persons or features)
    active = any(f[1] == "a" for f in persons or features)
    topic = clause.antecedent if clause.kind == "rel" else clause.topic or _named_before_comma(clause)
    pronoun = reading.object if reading else ""
    if topic is not None and clause.kind == "rel" and not pronoun and _taken_up(clause, topic):
        _inside_what_is_told(clause, post, plural)
    elif topic is not None and clause.kind == "rel":
        if pronoun:
            clause.object = topic
            clause.subject = post[0] if post else None
            clause.hidden = clause.subject is None
        elif len(post) >= 2 and "attack_event" in topic.head.classes and agrees(unit, topic) and _hit(post[0]):
            clause.subject, clause.object = topic, post[0]  # الهجوم الذي استهدف | كنيسة مار | إلياس
        elif len(post) >= 2:
            clause.subject, clause.object = post[0], post[1]
        elif post and not plural and not _accusative(post[0]) and agrees(unit, post[0]) and (
            not agrees(unit, topic) or _resumed(clause, post[0])
        ):
            clause.subject = post[0]
        elif plural and not post and any("speech" in v.kinds for v in clause.verbs) and not _verb_fits(unit, topic):
            clause.hidden = True  # السفن التي يقولون إنها مرتبطة بإسرائيل
        else:
            clause.subject = topic
            clause.object = post[0] if post else None
    elif topic is not None:
        if len(post) >= 2 and not plural and not _accusative(post[0]) and not (agrees(unit, topic)):
            clause.subject, clause.object = post[0], post[1]
        elif post and not plural and _no_speaker(clause, topic) and _speaks(post[0]) and agrees(unit, post[0]):
            clause.subject, clause.object = post[0], post[1] if len(post) > 1 else None
        elif (
            pronoun
            and post
            and not _accusative(post[0])
            and not plural
            and agrees(unit, post[0])
            and not agrees(unit, topic)
        ):
            clause.subject, clause.object = post[0], topic
        else:
            clause.subject = topic
            clause.object = post[0] if post else None
    elif pronoun:
        clause.subject = post[0] if post and not plural else None
        clause.hidden = clause.subject is None
        if clause.hidden and post and not any(verb.lemma in _GIVING for verb in clause.verbs):
            clause.object = post[0]
    elif plural or speaker:
        clause.hidden = True
        clause.object = post[0] if post else None
    elif len(post) >= 2:
        objects = _accusative(post[0]) and (not agrees(unit, post[0]) or post[0].head.number == "s")
        if objects or _some_people(post[0]) or (
            _sound(post[0]) and not (post[1].head.known and _actor_like(post[1]) and agrees(unit, post[1]))
        ) or _appealed(clause, post[0], post[1]) or (len(post) == 2 and _both_objects(clause, post[1])):
            clause.object, clause.hidden = post[0], True
        elif any(turned(clause, post[0], post[1]) for turned in (_attended, _visited, _opposed)):
            clause.subject, clause.object = post[1], post[0]
        else:
            clause.subject, clause.object = post[0], post[1]
    elif clause.shown and any("intransitive" in verb.kinds for verb in clause.verbs):
        clause.hidden = True  # جاء ذلك بعد قصف إسرائيل | مطار دمشق
    elif post:
        _one_phrase(clause, post[0], passive, active)
        return
    else:
        clause.hidden = True
    if active or not passive:
        clause.voice = "a"
        if (
            passive
            and not pronoun
            and clause.object is None
            and clause.subject is not None
            and topic is not None
            and _transitive(clause)
        ):
            # الذي اختُطف، الجنود قُتلوا: the one described is acted upon
            prone = _prone(clause)
            if (
                any(p.agent for p in clause.pps)
                or (prone and _patient(clause.subject) and clause.subject.head.text not in OWN_LAND)
                or (prone and clause.kind == "rel" and _victim(clause.subject))
                or (plural and _acted_upon(clause.subject) and all("passive_prone" in v.kinds for v in clause.verbs))
            ):
                clause.voice = "v"
    else:
        clause.voice = "v"
    if clause.voice == "v" and clause.object is None and clause.subject is not None:
        clause.object, clause.subject = clause.subject, None


def _speaks(phrase: Phrase) -> bool:
    """Whether a phrase behind a verb of saying names who can speak, and is no predicate."""
    head = phrase.head
    named = head.has("roles") or head.has("bodies") or head.named or _only_name(phrase)
    return named and not phrase.prep and not _accusative(phrase)


#: negations that are copulas, and may wait for a verb as كان does
_NEGATIVE_COPULAS = ("لم يعد", "لم تعد", "لم يعودوا", "ليس", "ليست", "ليسوا", "لسنا", "لست")

#: what sets one told of against another, folded
_CONTRASTING = frozenset(("فيما", "بينما", "في حين"))


def _no_speaker(clause: Clause, topic: Phrase) -> bool:
    """Whether the noun before a verb of saying is a deed, which does not speak: ردا على عرضه | إجراء حوار، قال فلان."""
    described = topic.head.known and all(lex.pos in ("ADJ", "PART") for lex in topic.head.lexes)  # رد بأنه | قوي، قالت
    deed = (topic.head.has("frames") or topic.head.fn("light_head") or described) and not _actor_like(topic)
    return deed and any({"speech", "say"} <= {*verb.kinds} for verb in clause.verbs)


def _event_object(clause: Clause, phrase: Phrase) -> bool:
    """Whether what stands behind a comma is what the verb's deed is done to or what a light verb brings about: دانت
    الخارجية، | تصريحات القادة, وجه الوزير، | انتقادات إلى الحكومة. What is said (قال، ...) opens a clause instead.
    """
    if not _takes_object(clause) or phrase.head.tag != "N" or not _actor_like(clause.post[0]):
        return False
    light = any(kind.split("+")[0] == "active" for verb in clause.verbs for kind in verb.kinds)
    if light and not phrase.head.art and phrase.head.has("frames"):
        return True
    return not any("speech" in verb.kinds for verb in clause.verbs if not verb.frames) and any(
        verb.frames for verb in clause.verbs
    )


def _two_objects(clause: Clause) -> bool:
    """Whether the verb takes two objects: حمّل إسرائيل المسؤولية, اعتبر القصف عدوانا."""
    return any(verb.lemma in _OF_TWO for verb in clause.verbs)


#: verbs of two objects, folded
_OF_TWO = frozenset(("حمل", "اعتبر", "عد", "منح", "اعطى", "سلم"))


def _named_before_comma(clause: Clause) -> Phrase | None:
    """The subject that a comma parts from its verb behind a verb of tense: كانت لندن، | دعت أمس، طهران إلى."""
    above, unit = clause.parent, clause.unit
    if clause.kind != "serial" or above is None or above.unit is not None or above.topic is None or unit is None:
        return None
    return above.topic if above.aux and not unit.conj and agrees(unit, above.topic) else None


def _told_of_already(clause: Clause) -> bool:
    """Whether what stands behind a comma and a place is no object: إن المقاتلين | قتلوا في الرقة، المعقل الرئيسي."""
    features = clause.unit.reading.features if clause.unit is not None and clause.unit.reading is not None else ()
    later = clause.post[0] if clause.post else None
    return (
        later is not None
        and clause.topic is not None
        and clause.kind != "rel"
        and {f[1] for f in features} == {"a", "v"}
        and any(p.end <= later.start for p in clause.pps)
    )


def _of_deed(clause: Clause, phrase: Phrase) -> bool:
    """Whether a phrase behind a preposition is what somebody acts upon there, or what he is: قتل عشرة جنود جراء
    استهداف التنظيم | حواجز عسكرية, طالبوا بالإفراج عنه باعتباره | عضوا في الهيئة.
    """
    features = clause.unit.reading.features if clause.unit is not None and clause.unit.reading is not None else ()
    for before in clause.pps:
        if not 0 <= phrase.start - before.end <= 2 or before.prep == "":
            continue
        head = before.head
        if head.enc and head.text.startswith(_AS):
            return True
        acted = head.has("frames") and not head.art and not head.enc and len(before.units) > 1
        if acted and any(f[1] == "v" for f in features) and not phrase.prep:
            return True
    return False


#: باعتباره, بصفته, بوصفه: what somebody is follows
_AS = ("اعتبار", "باعتبار", "صفت", "بصفت", "وصف", "بوصف", "كون")


def _describes_only(phrase: Phrase) -> bool:
    """An adjective without an article that stands alone and not in the accusative: it describes what is before it."""
    unit = phrase.units[0]
    if len(phrase.units) != 1 or unit.art or unit.enc or unit.case == "a" or unit.named or phrase.members:
        return False
    return bool(unit.lexes) and all(
        lex.pos in ("ADJ", "PART") and not lex.demonyms and not lex.generics for lex in unit.lexes
    )


#: lemmas of verbs that tell what came of an attack, folded
_TOOK = frozenset("اوقع اسفر ادى خلف اودى دمر الحق تسبب حصد ازهق قتل جرح".split())

#: by which a relative clause takes up a text, a talk or a meeting that it tells the content of: بيان دانت | فيه
_CONTENT_PREPS = frozenset(("في", "خلال", "اثناء", "عبر", "ب", "من خلال"))


def _of_people_above(noun: Phrase, unit: Unit, clause: Clause) -> bool:
    """Whether a plural verb behind a noun for things is that of the people its clause began with: أن مسلحين يستقلون
    دراجات | أطلقوا النار.
    """
    features = unit.reading.features if unit.reading is not None else ()
    if not features or not all(f[3:] == "mp" for f in features) or clause.topic is None or clause.tense != "i":
        return False
    return noun.head.text.partition(" ")[0].endswith("ات") and not _actor_like(noun)


def _taken_up(clause: Clause, topic: Phrase) -> bool:
    """Whether a pronoun behind a preposition stands for the antecedent, so that it is neither subject nor object."""
    feminine = _feminine(topic.head) or topic.head.number == "p"
    return any(
        p.head.tag == "PP" and p.prep in _CONTENT_PREPS and (p.head.enc == "ها" if feminine else p.head.enc == "ه")
        for p in clause.pps
    )


def _of_speaker(clause: Clause, post: Sequence[Phrase]) -> bool:
    """Whether a form in -t within a quotation is the first person: «ناقشت مع الرئيس الملف» has no woman behind it who
    discusses.
    """
    unit = clause.unit
    if unit is None or unit.reading is None or not any(f[2] == "1" for f in unit.reading.features):
        return False
    above = clause.parent
    if clause.kind != "comp" or clause.opener or clause.topic is not None or above is None:
        return False
    said = clause.colon or clause.quoted
    if not (clause.colon if above.verb is None else said and "speech" in above.verb.kinds):
        return False
    return not any(agrees(unit, phrase) and _verb_fits(unit, phrase) for phrase in post)


def _inside_what_is_told(clause: Clause, post: Sequence[Phrase], plural: bool) -> None:
    """Subject and object of a clause that tells what a statement says: the subject is its own or that of the clause
    above (أصدرت الوزارة بيانا دانت فيه الهجوم, نشر الوزير رسالة اتهم فيها | تركيا).
    """
    host, unit = clause.parent, clause.unit
    if host is not None and host.kind == "rel" and host.unit is None:
        host = host.parent
    if len(post) >= 2 and not plural:
        clause.subject, clause.object = post[0], post[1]
        return
    above = host.subject or host.topic if host is not None else None
    same = (
        host is not None
        and unit is not None
        and (above is None or _verb_fits(unit, above))
        and (above is not None or host.unit is None or _same_person(unit, host.unit))
    )
    first = post[0] if post else None
    if first is not None and not plural and any("active_prep+ب" in v.kinds for v in clause.verbs):
        clause.subject = first  # طلب تقدم به | محامو الرئيس
        return
    if first is None or plural or not agrees(unit, first) or _accusative(first) or (same and not clause.opener):
        clause.subject_from, clause.hidden, clause.object = host, True, first
    else:
        clause.subject = first


def _described_only(clause: Clause, unit: Unit) -> bool:
    """Whether a relative clause of the imperfect only describes, and what is told in the perfect goes on above it:
    فككت الشرطة شبكة تعمل لصالح الموساد | واعتقلت سبعة.
    """
    above = clause.parent
    if clause.kind != "rel" or above is None or clause.tense != "i" or above.tense != "p" or above.unit is None:
        return False
    perfect = unit.reading is not None and all(f[0] == "p" for f in unit.reading.features)
    return perfect and _same_person(unit, above.unit)


def _told_of_hit(clause: Clause, unit: Unit) -> bool:
    """Whether a relative clause tells only whom a deed hit, and a verb that does not agree with the deed goes on above
    it: نفذ الجيش حملة طالت ثلاث بلدات، | وأوقف عشرين شخصا.
    """
    above, deed = clause.parent, clause.antecedent
    if clause.kind != "rel" or above is None or above.unit is None or deed is None or deed.head.art:
        return False
    if not deed.head.has("frames") or not any("reaching" in verb.classes for verb in clause.verbs):
        return False
    perfect = unit.reading is not None and any(f[0] == "p" for f in unit.reading.features)
    return perfect and not _verb_fits(unit, deed, "p") and _same_person(unit, above.unit)


def _described(clause: Clause) -> Clause | None:
    """The clause whose subject a participle describes: the nearest above whose subject has its gender (قال الوزير إن
    بلاده ترفض ذلك، داعيا إسرائيل إلى), not one without a verb (وصفه بأنه مجرم، متوعدا إسرائيل ب).
    """
    unit, parent = clause.unit, clause.parent
    if parent is None or unit is None or parent.kind != "comp":
        return parent
    feminine = unit.text.endswith("ة")
    for above in (parent, *parent.ancestors()):
        subject = above.subject
        if subject is None or (above.unit is None and above.pronoun):
            continue
        if subject.members or subject.head.number != "s" or _feminine(subject.head) == feminine:
            return above
        if subject.head.named and not subject.head.gender:
            return above
    return parent


def _answers(clause: Clause) -> bool:
    """Whether the clause tells who answered with what or to what: طردت بولندا دبلوماسيين، وردت | موسكو بطرد آخرين."""
    return any(v.lemma == "رد/ردد" for v in clause.verbs) and any(p.preposition in ("ب", "على") for p in clause.pps)


def _one_phrase(clause: Clause, phrase: Phrase, passive: bool, active: bool) -> None:
    """One noun phrase behind the verb: subject, object of a hidden subject, or what a passive is about."""
    unit = clause.unit
    if passive and _is_accused(clause, phrase):
        clause.voice, clause.object = "v", phrase
        return
    if passive and not active:
        clause.voice, clause.object = "v", phrase
        return
    if _accusative(phrase) or not agrees(unit, phrase) or _some_people(phrase) or (_sound(phrase) and active):
        clause.object, clause.hidden = phrase, True
        return
    if _told_of_things(clause, phrase):
        clause.object, clause.hidden = phrase, True
        return
    if active and (_position_on(clause, phrase) or _discussed(clause, phrase)):
        clause.object, clause.hidden = phrase, True
        return
    if active and _own_deed(clause):
        clause.object, clause.hidden = phrase, True
        return
    governed = _takes_object(clause) and _governed(clause, phrase)
    blamed = _blamed(clause, phrase) or _described_as(clause)
    if active and (governed or _asked_of(clause, phrase) or blamed or _urged(clause)):
        clause.object, clause.hidden = phrase, True
        return
    if not _transitive(clause) or _answers(clause):
        clause.subject = phrase
        return
    if any(kind == f"passive+{p.prep}" for verb in clause.verbs for kind in verb.kinds for p in clause.pps):
        clause.subject = phrase
        return
    if any(p.agent for p in clause.pps) and passive:
        clause.voice, clause.object = "v", phrase
        return
    before = clause.coord
    died = before is not None and before.object is not None and OWN_DEATH.match(before.object.head.text)
    if died and passive and _prone(clause):
        clause.voice, clause.object = "v", phrase  # لقي عشرة حتفهم | وجرح العشرات
        return
    if (
        before is not None
        and before.unit is not None
        and before.subject is not None
        and unit is not None
        and unit.conj
        and (
            bool(phrase.head.enc)
            or (_armed(before.subject) and _counted(phrase))
            or (_actor_like(before.subject) and not _actor_like(phrase) and not passive)
        )
        and _same_person(before.unit, unit)
    ):
        clause.object, clause.hidden = phrase, True
        return
    if passive and _patient(phrase) and _prone(clause) and (clause.tense == "p" or _victim(phrase)):
        clause.voice, clause.object = "v", phrase
        return
    clause.subject = phrase


def _stands_for_nobody(clause: Clause) -> bool:
    """Whether the pronoun that opens a clause is masculine and its verb feminine: it only announces what follows
    (أكد أنه | نفذت هجمات, أضاف أنه | قتلت الطائرات ثلاثة).
    """
    features = clause.unit.reading.features if clause.unit is not None and clause.unit.reading is not None else ()
    third = [f for f in features if f[2] == "3"]
    return clause.opener.endswith("نه") and bool(clause.post) and bool(third) and all(f[3:] == "fs" for f in third)


def _own_deed(clause: Clause) -> bool:
    """Whether who speaks tells of his own deed behind a verb of tense: نفت إيران أن تكون قد أرسلت | أسلحة. Another's
    name would stand before the deed (أن تكون أسلحة قد أرسلت).
    """
    above, unit = clause.parent, clause.unit
    if clause.kind != "comp" or clause.topic is not None or not clause.aux or above is None or unit is None:
        return False
    who = above.subject or above.topic
    return who is not None and _transitive(clause) and _actor_like(who) and agrees(unit, who)


#: verbs by which one takes a position, besides those of speech
_POSITION = frozenset(("رفض", "ايد", "عارض", "ساند", "دعم", "بارك", "تبنى", "طلب"))


def _position_on(clause: Clause, phrase: Phrase) -> bool:
    """Whether the one phrase behind a joined verb of speech is what is said and not who says it: وأدان | الهجوم على
    السفارة, كما رفض | التدخل, وطلب من واشنطن | التدخل. Deeds do not speak; texts, meetings and people do.
    """
    unit, head = clause.unit, phrase.head
    if unit is None or clause.topic is not None or clause.kind not in ("main", "comp", "serial"):
        return False
    if not unit.conj and (clause.number or _first_word(unit)):
        return False
    if not any(v.lemma.split("/")[0] in _POSITION or ("speech" in v.kinds and "shows" not in v.kinds) for v in clause.verbs):  # noqa: E501
        return False
    if not head.known or _actor_like(phrase) or phrase.units[0].tag in ("NUM", "Q", "DEM") or head.text in _SELF:
        return False
    judged = "decision" in head.classes and any("judge" in verb.kinds for verb in clause.verbs)  # وانتقد | قرار الحكومة
    return not clause.comps and not head.has("demonyms") and (judged or head.classes.isdisjoint(_SPEAKING))


#: noun classes of what speaks without being anybody: statements, reports, meetings, newspapers
_SPEAKING = frozenset(("document", "talks_event", "media_outlet", "spoken_source", "speech_event"))


def _discussed(clause: Clause, phrase: Phrase) -> bool:
    """Whether the one phrase behind a verb of discussing is the matter: وبحث مع نظيره | الأزمة."""
    head = phrase.head
    if not any("discussing" in verb.classes for verb in clause.verbs) or head.has("roles") or head.has("generics"):
        return False
    return any(p.prep == "مع" for p in clause.pps)


def _told_of_things(clause: Clause, phrase: Phrase) -> bool:
    """Whether a masculine verb of speech stands before a plural of things, which would have it feminine: وحث | الدول.
    """
    if not _OF_THINGS.search(phrase.head.text) or not any("speech" in verb.kinds for verb in clause.verbs):
        return False
    features = clause.unit.reading.features if clause.unit is not None and clause.unit.reading is not None else ()
    return bool(features) and all(f[2:4] == "3m" or f[2] == "1" for f in features)


#: verbs that nobody uses without an object: نفت الوزارة ذلك، واتهمت | المعارضة بالكذب
_BLAMING = frozenset(("اتهم", "انتقد", "حمل", "هاجم"))

#: whom one demands something of, folded: وطالبت السلطات بالإفراج عنهم
_AUTHORITIES = frozenset(("السلطات", "الحكومة", "الدولة", "السلطة"))
_DEMANDING = frozenset(("طالب", "ناشد", "حث", "حض"))


def _asked_of(clause: Clause, phrase: Phrase) -> bool:
    """Whether the authorities behind a verb of demanding are asked: its subject is who spoke before."""
    lemmas = {verb.lemma.split("/")[0] for verb in clause.verbs}
    public = clause.unit is not None and bool(clause.unit.conj) and "طالب" not in lemmas and _public(phrase)
    if not lemmas.isdisjoint(_URGING) and ((clause.also and _addressed(phrase)) or public):
        return bool(clause.comps) or any(p.prep in [_URGING[x] for x in lemmas & _URGING.keys()] for p in clause.pps)
    if lemmas.isdisjoint(_DEMANDING) or phrase.members or clause.unit is None:
        return False
    joined = clause.coord
    if (
        joined is not None
        and joined.subject is not None
        and clause.unit.conj == "و"
        and not clause.parted
        and phrase.head.has("roles")
        and not phrase.members
        and any(p.prep == "ب" for p in clause.pps)
        and _same_person(joined.unit, clause.unit)  # type: ignore[arg-type]
        and _verb_fits(clause.unit, joined.subject)
    ):
        return True  # رفض الاتحاد الاعتراف بالنتائج وطالب | الرئيس فلان بإعادتها
    if phrase.head.text not in _AUTHORITIES or not any(p.prep == "ب" for p in clause.pps) or not clause.unit.conj:
        return False
    before = clause.coord
    return before is None or before.unit is None or _same_person(before.unit, clause.unit)


def _public(phrase: Phrase) -> bool:
    """People in general, whom a verb of appeal joined to another is rather addressed to: وحث | السكان على الاحتماء."""
    return len(phrase.units) == 1 and phrase.head.text in _PUBLIC


#: folded
_PUBLIC = frozenset(
    "السكان المواطنين الاهالي الناس الجميع الاطراف الطرفين المجتمع المتظاهرين المحتجين الناخبين".split()
)


def _addressed(phrase: Phrase) -> bool:
    """Those whom appeals are addressed to more often than they make any: الدول العربية, المجتمع الدولي, الأطراف."""
    first = phrase.head.text.split(" ")[0]
    return first in _ADDRESSED or phrase.head.text in _AUTHORITIES or phrase.head.text == "المجتمع الدولي"


#: folded
_ADDRESSED = frozenset("الدول دول الاطراف اطراف الطرفين العالم الفصائل القوي القوى الجهات المنظمات الحكومات".split())


def _described_as(clause: Clause) -> bool:
    """Whether the one phrase behind a verb of calling somebody something, in a clause below or joined to another, is
    who is called so: انتقدوه بعد أن وصف | الرئيس بالكاذب.
    """
    if clause.coord is None and not clause.kind.startswith("sub"):
        return False
    named = clause.comps or any(p.prep == "ب" for p in clause.pps)
    return bool(named) and any(verb.lemma in ("وصف", "نعت") for verb in clause.verbs)


def _blamed(clause: Clause, phrase: Phrase) -> bool:
    """Whether the one phrase behind a verb of blaming is blamed: its subject is that of the clause joined before, or
    who the last sentence told of: كما اتهم | الجيش بقصف القرية.
    """
    before, unit = clause.coord, clause.unit
    if before is None and clause.number == 0 and clause.topic is None and not clause.comps:
        accused = any(verb.lemma.split("/")[0] in ("اتهم", "انتقد") for verb in clause.verbs)
        return accused and any(p.prep == "ب" for p in clause.pps) and unit is not None and not _first_word(unit)
    if before is None or before.unit is None or before.subject is None or unit is None or not unit.conj:
        return False
    lemmas = {verb.lemma.split("/")[0] for verb in clause.verbs}
    if lemmas.isdisjoint(_BLAMING) and not (before.voice != "v" and _done_to(lemmas, phrase)):
        return False
    return _actor_like(before.subject) and _same_person(before.unit, unit) and _verb_fits(unit, before.subject)


def _resumed(clause: Clause, phrase: Phrase) -> bool:
    """Whether a pronoun behind a preposition stands for what a relative clause describes, so that who does it follows:
    الأراضي التي تطالب بها | ألبانيا.
    """
    before = [p for p in clause.pps if p.head.tag == "PP" and p.start < phrase.start and p.prep != "في"]
    return any((p.head.enc, clause.opener.removeprefix("و")) in (("ه", "الذي"), ("ها", "التي")) for p in before)


def _is_accused(clause: Clause, phrase: Phrase) -> bool:
    """Whether the one phrase behind اتهم is who is accused, by its nominative or since no object follows an indefinite
    one: واتهم | الأربعة الآخرون بتفجير السيارة, اتهم | ثلاثة شبان بمحاولة تفجير طائرة.
    """
    of_what = any(p.prep == "ب" for p in clause.pps) or any(c.opener.startswith("ب") for c in clause.comps)
    if not of_what or not any(verb.lemma == "اتهم/وهم" for verb in clause.verbs):
        return False
    return phrase.units[0].tag in ("NUM", "Q") or any(u.case == "n" and u.number == "p" for u in phrase.units)


def _done_to(lemmas: set[str], phrase: Phrase) -> bool:
    """Whether the one phrase behind a joined verb that is never without an object is whom it is done to: وصل إلى بغداد
    والتقى | الرئيس العراقي, واعتقلت | الناطق باسمها. An indefinite noun in the singular would be the subject of a
    passive: واعتقل | شاب.
    """
    if not lemmas.isdisjoint(_MEETING):
        return True
    head = phrase.head
    definite = head.art or head.named or bool(head.enc) or (len(phrase.units) > 1 and phrase.units[-1].art)
    return not lemmas.isdisjoint(_SEIZING) and (definite or head.text in ("اخرين", "آخرين"))


#: verbs that nobody uses without an object: of meeting, and of violence and force, folded
_MEETING = frozenset("التقى قابل استقبل زار ودع هنا شكر عزى ابلغ اطلع استدعى استدعي".split())
_SEIZING = frozenset("اعتقل احتجز خطف اختطف استهدف قصف هدم اقتحم داهم طرد رحل رشق حاصر اغتال".split())


def _first_word(unit: Unit) -> bool:
    """Whether a verb begins its text without being joined to anything before."""
    return unit.first == 0 and not unit.conj


#: verbs with whom one asks as their object, and what is asked behind a preposition
_URGING = {"دعا": "الى", "طالب": "ب", "ناشد": "", "حث": "على", "حض": "على"}


def _both_objects(clause: Clause, second: Phrase) -> bool:
    """Whether whom one blames and the blame are all that stands behind the verb: وحملت | إسرائيل | المسؤولية عنه. Where
    the blame is laid on somebody behind a preposition, the first is who does so.
    """
    if not any(verb.lemma == "حمل" for verb in clause.verbs) or clause.unit is None or not clause.unit.conj:
        return False
    return "blame_words" in second.head.classes and not any(p.prep in ("ل", "على", "الى") for p in clause.pps)


#: verbs whose object is a place, folded
_GOING = frozenset("زار غادر وصل دخل تفقد بلغ".split())


def _visited(clause: Clause, where: Phrase, who: Phrase) -> bool:
    """Whether the place stands before the person who goes there: زار | بغداد أمس | وزير الدفاع التركي."""
    if not any(verb.lemma.split("/")[0] in _GOING for verb in clause.verbs) or not agrees(clause.unit, who):
        return False
    person = who.head.has("roles") or (who.head.has("generics") and not who.head.has("bodies"))
    place = where.head.named and not _named_person(where.head)  # زار الحريري | وزير الدفاع
    return person and place and not (where.head.has("roles") or where.head.has("generics"))


def _appealed(clause: Clause, whom: Phrase, what: Phrase) -> bool:
    """Whether two phrases behind a joined verb of appeal are whom one asks and what for: وناشد المجتمع الدولي | تقديم
    المساعدة.
    """
    if clause.unit is None or not clause.unit.conj or not _actor_like(whom) or _actor_like(what):
        return False
    return any(verb.lemma in ("ناشد", "سال/سءل") for verb in clause.verbs) and "masdar" in what.head.classes


def _urged(clause: Clause) -> bool:
    """Whether the one phrase behind a verb of asking is asked: what is told of somebody goes on (أكد الوزير أن قطر تدين
    الهجوم وتدعو | الأطراف إلى ضبط النفس).
    """
    before, unit = clause.coord, clause.unit
    if before is None or before.subject is None or unit is None or not unit.conj or clause.kind != "comp":
        return False
    preps = [_URGING[lemma] for verb in clause.verbs if (lemma := verb.lemma.split("/")[0]) in _URGING]
    if not preps or not (clause.comps or any(p.prep in preps for p in clause.pps)):
        return False
    return _verb_fits(unit, before.subject) and clause.tense == before.tense == "i"


def _takes_object(clause: Clause) -> bool:
    return not clause.comps and not any("intransitive" in verb.kinds for verb in clause.verbs)


def _governed(clause: Clause, phrase: Phrase) -> bool:
    """Whether a clause has its subject from above, so that the one phrase behind its verb is the object.

    أن يزور بغداد, كان يستقطب جمهورا, بدأت تشهد تغيرا: the subject of the clause above agrees, and the phrase is no
    likelier subject.
    """
    unit, above = clause.unit, clause.parent
    if unit is None or unit.reading is None or clause.topic is not None:
        return False
    if clause.kind == "serial":
        above = clause.coord or above
    elif clause.kind == "comp":
        if clause.opener != "ان" or clause.tense != "i" or clause.quoted:
            return False
    elif clause.kind != "sub:purpose":
        return False
    if above is None:
        return False
    holders = [above.subject, above.topic]
    if clause.kind == "comp":
        holders += [above.object, *(p for p in above.pps if p.prep in ("من", "الى", "على", "ل", "ب"))]
    if not any(h is not None and _verb_fits(unit, h) for h in holders):
        return False
    return not _actor_like(phrase) or (_transitive(clause) and clause.kind != "comp")


def _verb_fits(unit: Unit, phrase: Phrase, tense: str = "pi") -> bool:
    """Whether a verb, in one of the tenses, can have a phrase that stands before it as its subject: gender and number
    agree.
    """
    forms = {f[3:5] for f in unit.reading.features if f[2] == "3" and f[0] in tense} if unit.reading else set()
    head = phrase.head
    if phrase.members or (head.number == "p" and (head.has("roles") or head.has("generics"))):
        return bool(forms & {"mp", "md", "fp"})
    feminine = _feminine(head) or head.number == "p"
    return "fs" in forms if feminine else bool(forms & {"ms", "fs"}) if not head.known or head.named else "ms" in forms


def _actor_like(phrase: Phrase) -> bool:
    head = phrase.head
    return head.has("roles") or head.has("bodies") or head.has("generics") or head.named or not head.known


#: verbs whose object is an agreement, as the lexicon writes them
_SIGNING = frozenset(("وقّع", "وقع", "أبرم", "ابرم"))


def _same_person(one: Unit, other: Unit) -> bool:
    a = {f[2:] for f in one.reading.features} if one.reading else set()
    b = {f[2:] for f in other.reading.features} if other.reading else set()
    return not a or not b or bool(a & b)


def _transitive(clause: Clause) -> bool:
    """Whether some frame of the verb has its object as recipient (the lexicon sets the kind at build time)."""
    return any("transitive" in verb.kinds for verb in clause.verbs)


def _prone(clause: Clause) -> bool:
    """Whether news uses the verb in the passive without saying so: not the reflexive patterns (تنازل, تراجع, انسحب)."""
    if any(_reflexive(verb.lemma) or "speech" in verb.kinds for verb in clause.verbs):
        return False
    if any(verb.lemma in ("امر/ءمر", "بعث", "وجه") for verb in clause.verbs) and any(p.prep == "ب" for p in clause.pps):
        return False  # أمر الرئيس بفتح تحقيق, بعث الملك ببرقية
    contested = any(p.prep == "في" and p.head.has("classes") for p in clause.pps)
    if contested and any(verb.lemma == "طعن" for verb in clause.verbs):
        return False  # طعنت المعارضة في النتائج, but طعن رجل في ظهره
    if any("intransitive" in verb.kinds for verb in clause.verbs) and any(p.prep == "مع" for p in clause.pps):
        return False  # اشتبك المتظاهرون مع الجيش
    return any("passive_prone" in verb.kinds for verb in clause.verbs)


def _reflexive(lemma: str) -> bool:
    return lemma.startswith("ان") or (lemma[0] == "ت" and len(lemma.split("/")[0]) > 3)


def _counted(phrase: Phrase) -> bool:
    return phrase.units[0].tag in ("NUM", "Q") or not phrase.head.art


def _patient(phrase: Phrase) -> bool:
    """A phrase that names persons, not a body that acts."""
    head = phrase.head
    if phrase.units[0].tag == "NUM":
        return True
    if head.has("bodies") or head.named:
        return any(lex.roles or lex.generics or "person_name" in lex.classes for lex in head.lexes)
    return (
        head.has("generics") or head.has("roles") or not head.known or phrase.units[0].tag == "Q" or head.has("classes")
    )


def self_named(clause: Clause) -> Phrase | None:
    """The name in a relative clause by which a group calls itself: تسمي نفسها كتائب النور, تطلق على نفسها اسم ..."""
    phrases = clause.post or [p for p in (clause.subject, clause.object) if p is not None]
    if any(p.head.text in _SELF for p in clause.pps):
        return phrases[-1] if phrases else None
    return phrases[1] if len(phrases) > 1 and phrases[0].head.text in _SELF else None


def _victim(phrase: Phrase) -> bool:
    """Persons other than armed ones: journalists, civilians, named people."""
    head = phrase.head
    return phrase.units[0].tag == "NUM" or head.has("roles") or not head.known or "person_name" in head.classes


def _acted_upon(phrase: Phrase) -> bool:
    """What rather suffers than acts, so that a plural verb behind it is passive: المعتقلون يعذبون, صاروخان أطلقا."""
    return "acted_upon" in phrase.head.classes


def _armed(phrase: Phrase) -> bool:
    return phrase.head.has("bodies") or phrase.head.has("generics") or phrase.head.named or phrase.head.has("roles")


def phrases(chunks: Sequence[Chunk]) -> list[Phrase]:
    """Every phrase of the sentence, members included, in order."""
    out: list[Phrase] = []
    for item in chunks:
        if item.phrase is not None:
            out += item.phrase.all
    return out
