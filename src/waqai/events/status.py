"""Status: whether what is told happened, is planned, possible, or did not happen.

Told by grammar: tense and future particles, negators, conditional and purpose clauses, and by the verbs and nouns
that govern an event (plan,
hope, denial, prevention). `None` means that nothing is told at all (what is asked for, a general rule).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from waqai.events.conditions import cannot
from waqai.events.reading import Reading, obliged
from waqai.events.responsibility import disclaimed
from waqai.events.triggers import Trigger, suffered
from waqai.grammar.clauses import Clause
from waqai.grammar.phrases import Phrase
from waqai.grammar.units import Unit

if TYPE_CHECKING:
    from waqai.events.matcher import Fired

_HOPES = frozenset(("hope", "fear", "expect", "ask"))
#: adjectives that say that a noun is still to come: اجتماع مرتقب, القمة المقررة
_AHEAD = frozenset(("مرتقب", "مقرر", "مزمع", "مقبل", "قادم", "منتظر", "متوقع", "محتمل"))
#: heads of من المقرر أن, من المتوقع أن
_EXPECTED = frozenset(("المقرر", "المتوقع", "المنتظر", "المرتقب", "المزمع", "المرجح"))
#: what is done by deciding it: قررت تركيا وقف التجارة is the embargo, قررت زيارة بغداد only a plan
_DECIDED = frozenset(("SANCTION", "REJECT", "CONCEDE", "COERCE"))
#: nouns behind which something is meant to be done (خطة لسحب القوات), or only put forward (مشروع لفرض حظر)
_INTENTS = frozenset(
    "خطة خطط مخطط تخطيط تدبير اعداد نية نوايا عزم اعتزام ترتيب ترتيبات تحضير تحضيرات استعداد تمهيد موعد وعد وعود"
    " تعهد تعهدات".split()
)
_PROPOSALS = frozenset(
    "مشروع مشاريع مقترح مقترحات اقتراح فكرة احتمال احتمالات امكانية امكان سيناريو خيار محاولة محاولات مسعى"
    " مساع مساعي جهد جهود طلب طلبات مطالبة مطالبات مطالب دعوة دعوات ضغط ضغوط فرصة شرط رغبة حق سبل سبيل الية حملة وساطة"
    " مبادرة مبادرات تلويح تهديد تهديدات مسودة قادر قادرة قدرة قدرات".split()
)
#: what is asked for has not happened, whatever verb the asking stands with
_DEMANDS = frozenset("مطالبة مطالبات مطلب مطالب دعوة دعوات طلب طلبات نداء نداءات مناشدة مناشدات".split())
#: bodies that are made or sent to do what stands behind ل and a light noun: لجنة لإجراء المحادثات
_CHARGED_BODIES = frozenset("لجنة لجان فريق فرق هيئة هيئات وفد وفود خلية بعثة بعثات طاقم".split())
#: behind which with عن and a light noun stands what is still to take place
_ANNOUNCED = frozenset(("اعلان",))
_PLANS = frozenset(("plan", "promise"))
#: prepositions that say when, why or about what somebody hopes, fears or asks: what stands behind them did happen
_BACKGROUND = frozenset(
    ("بعد", "عقب", "اثر", "في اعقاب", "منذ", "خلال", "لدى", "عند", "اثناء", "في ختام", "قبيل", "على هامش", "بسبب", "نتيجة", "جراء", "على خلفية", "غداة", "قبل", "عن", "حول", "بشان", "بخصوص")  # noqa: E501
)


def _behind(phrase: Phrase | None, prep: str) -> bool:
    """Whether a phrase stands behind a preposition, written apart or joined."""
    return phrase is not None and phrase.preposition == prep


def status_of(
    trigger: Trigger, reading: Reading, of_clause: Mapping[int, Fired], given: str | None, event_type: str
) -> str | None:
    """The status of an event of a type at `trigger`; `given` is what its frame says, `of_clause` the frames of
    clauses already matched.
    """
    clause = trigger.clause
    status = given or "actual"
    if trigger.kind == "noun" and given is None and _when_said(trigger, reading):
        return status
    if trigger.kind == "noun" and not (given == "actual" and trigger.clause.future):  # الرد سيكون قاسيا is a threat now
        told = _noun_status(trigger, reading, status, event_type in _DECIDED)
        if told is None:
            return None
        status = told
    elif trigger.kind != "noun" and given != "actual":  # a frame that says so is about "will" and "will not": threats
        status = _verb_status(clause, status)
    told = _nested(trigger, clause, reading, of_clause, status)
    if given == "actual" and trigger.kind == "verb" and told == "hypothetical":
        if _warned(clause) or cannot(clause):
            return given  # حذر من أنه سيضرب, لا يمكن أن تقبل: a threat and a refusal are made, not feared
    return told


def _warned(clause: Clause) -> bool:
    """Whether a clause tells what somebody warns of."""
    host = clause.parent if clause.kind in ("comp", "serial") else None
    return host is not None and any({"speech", "fear"} <= {*verb.kinds} for verb in host.verbs)


#: by the terms of what is to be done, folded
_BY_TERMS = frozenset(("بموجب", "بمقتضى", "بمقتضي"))


def _verb_status(clause: Clause, status: str) -> str:
    """What the verb's own particles say (not, will, may); else `status`."""
    if clause.negation is not None:
        return "negated"
    if clause.future:
        return "future"
    if clause.qad and clause.tense == "i":
        return "hypothetical"
    if clause.tense == "i" and status == "actual" and any(p.prep in _BY_TERMS for p in clause.pps):
        return "future"  # بموجب الاتفاق | تسلم الجبهة أسلحتها
    return status


#: it must be, folded, without a conjunction
_MUST = frozenset(("يجب", "ينبغي", "يتعين", "يلزم", "يستحسن", "يفترض"))


def _must_be(clause: Clause) -> bool:
    """Whether a clause without a verb of its own tells what must be: يجب أن يكون الرد قاسيا."""
    above = clause.parent
    if clause.unit is not None or clause.kind != "comp" or above is None or above.unit is None:
        return False
    return above.unit.text.removeprefix(above.unit.conj) in _MUST


def _noun_status(trigger: Trigger, reading: Reading, status: str, decided: bool) -> str | None:
    before = [*_words_before(trigger, reading), *_before_suffering(trigger, reading)]
    for unit in before:
        if unit.fn("neg") and unit.text not in ("لا", "ما") and not (trigger.unit.art and unit.text.endswith(_NOT_SO)):
            return "negated"
        if unit.fn("possible"):
            status = "hypothetical"
    for unit in _words_after(trigger):
        if not _AHEAD.isdisjoint(unit.keys) or unit.text.removeprefix("ال").rstrip("ة") in _AHEAD:
            return "future"
    if _demanded(trigger, reading):
        return None
    if status == "actual":
        status = _led(trigger, reading) or status
    governor = trigger.governor
    if governor is None or governor.unit is None:
        clause = trigger.clause
        if clause.unit is None and clause.future:
            return "future"
        if status == "actual" and _must_be(clause):
            return "hypothetical"  # يجب أن يكون | هجومنا مباغتا
        if status == "actual" and clause.topic is trigger.phrase and obliged(clause) is not None:
            return "hypothetical"  # إن على الحلف | توجيه ضربات
        return status
    kinds = {
        kind.split("+")[0]
        for verb in governor.verbs
        for kind in verb.kinds
        # حضّر ل, but حضر اللقاء; دون is a negation, which governs no phrase
        if kind == "stop+دون"
        or not kind.startswith(("plan+", "allow+", "contain+", "stop+"))
        or _behind(trigger.phrase, kind.partition("+")[2])
    }
    takes = (
        governor.object is trigger.phrase
        or governor.subject is trigger.phrase
        or any(p is trigger.phrase for p in governor.pps)
    )
    light = bool(kinds & {"active", "active_prep", "existential", "passive"}) or trigger.light is not None
    if governor.negation is not None and governor.subject is trigger.phrase and trigger.unit.art:
        if any(verb.lemma.split("/")[0] in _RESULTS for verb in governor.verbs):
            return status  # لم يسفر الهجوم عن إصابات: it did happen
    if takes and (light or "plan" in kinds or "attempt" in kinds):
        particles = _verb_status(governor, "")
        if particles:
            return particles
    if takes and "plan" in kinds and not (decided and any(verb.lemma == "قرر" for verb in governor.verbs)):
        return "future"
    if "stop" in kinds and _behind_decision(trigger, governor, reading):
        return "negated"
    stopped = governor.object is trigger.phrase or any(
        _behind(trigger.phrase, kind.removeprefix("stop+"))  # فشل | في التوصل إلى اتفاق
        for verb in governor.verbs
        for kind in verb.kinds
        if kind.startswith("stop+")
    )
    if takes and "stop" in kinds and stopped and trigger.light is None:
        if governor.negation is not None or governor.kind == "sub:cond":
            return None  # ما لم توقف الحكومة الهجمات: whose the attacks are is not said
        return "negated"
    if takes and "deny" in kinds:
        return "negated"
    if takes and "contain" in kinds and status == "actual" and governor.subject is not None:
        if not _TEXTS.isdisjoint(governor.subject.head.classes):
            return "future"  # ينص الاتفاق | على الانسحاب
        if "proposals" in governor.subject.head.classes:
            return "hypothetical"
    if takes and "allow" in kinds and status == "actual":
        return "hypothetical"  # سمح للجيش | بإطلاق النار
    if governor.subject is trigger.phrase and governor.voice != "v":
        kinds -= _HOPES  # مظاهرات | تطالب الحكومة بالاستقالة
    if takes and kinds & _HOPES and trigger.phrase is not None and trigger.phrase.prep not in _BACKGROUND:
        return status if trigger.phrase.prep == "في" and _asks(governor) else "hypothetical"
    if status == "actual" and _rumoured(governor):
        return "negated"
    if governor.future and ((light and takes) or (status == "actual" and _to_attend(trigger, reading))):
        return "future"
    if status == "actual" and governor.kind == "sub:cond" and governor.subject is trigger.phrase:
        return "hypothetical"  # إذا ثبت | اعتداؤه
    return status


#: being at a meeting, folded
_ATTENDING = frozenset(("مشاركة", "حضور", "رئاسة", "ترؤس"))


def _to_attend(trigger: Trigger, reading: Reading) -> bool:
    """Whether somebody sets out for the event to be there: سيتوجه إلى باريس للمشاركة في | اجتماع, لحضور | قمة."""
    phrase, before = trigger.phrase, reading.phrase_before(trigger.phrase)
    if phrase is not None and phrase.preposition == "ل":
        return not _ATTENDING.isdisjoint(phrase.units[0].keys)
    if phrase is None or before is None or phrase.prep != "في" or before.preposition != "ل":
        return False
    return not _ATTENDING.isdisjoint(before.units[-1].keys)


#: noun classes of what binds those who made it
_TEXTS = frozenset(("agreements", "resolutions"))
#: verbs of asking, none of which takes في: طلب صواريخ في اتصال هاتفي tells of a call
_ASKING = frozenset(("طلب", "طالب", "دعا", "حث", "حض", "ناشد"))

#: verbs of what goes round and is denied: نفى ما تردد عن, صحة الأنباء التي تحدثت عن
_RUMOUR = frozenset("تردد تحدث اشاع قال ورد نشر ذكر تداول اشار افاد زعم ادعى راج سرى اورد روج ذهب".split())


def _asks(governor: Clause) -> bool:
    return any(verb.lemma.split("/")[0] in _ASKING for verb in governor.verbs)


def _rumoured(governor: Clause) -> bool:
    """Whether a relative clause tells what goes round of something that the clause above denies."""
    above, opener = governor.parent, governor.opener_unit
    return (
        above is not None
        and (governor.kind.startswith("rel") or (opener is not None and opener.text == "ما"))
        and any(verb.lemma.split("/")[0] in _RUMOUR for verb in governor.verbs)
        and any("deny" in verb.kinds for verb in above.verbs)
    )


#: prepositions of the end of an event: it is over when something is said behind them
_OVER = frozenset(("في ختام", "في نهاية", "في اعقاب", "عقب", "اثر", "غداة"))


def _over(trigger: Trigger) -> bool:
    """Whether a noun tells behind بعد what was before: ليشكل الاجتماع خطوة جديدة، بعد | محادثة جرت بين الوزيرين."""
    phrase = trigger.phrase if trigger.kind == "noun" else None
    return phrase is not None and phrase.prep in (*_OVER, "بعد") and not trigger.unit.art


def _when_said(trigger: Trigger, reading: Reading) -> bool:
    """Whether the noun tells, behind a comma, at the end of what something was said: أعلن أنه سيخفض قواته، في ختام
    محادثات. What is announced is to come, but the event that it was announced after is over.
    """
    phrase = trigger.phrase
    if phrase is None or phrase.prep not in _OVER:
        return False
    before = reading.chunk_before(phrase)
    if before is None or before.kind not in ("،", ","):
        return False
    host = trigger.governor or trigger.clause
    if host.kind == "comp":
        host = host.parent or host
    elif host.unit is None:  # cut off by the comma
        return any("speech" in v.kinds for c in reading.parse.clauses if c.kind == "main" for v in c.verbs)
    return any("speech" in verb.kinds for verb in host.verbs)


#: verbs of what came of an event, folded
_RESULTS = frozenset("اسفر ادى ادي خلف اوقع تسبب الحق احدث نجم نتج".split())


#: intents that take an object: أعلن عزمه | مهاجمة السفارات
_MEANT = frozenset("عزم اعتزام نية".split())


def _meant(before: Phrase | None) -> bool:
    """Whether the phrase before tells that its owner means to do what follows: عزم التنظيم, نيتها."""
    return before is not None and not _MEANT.isdisjoint(before.head.keys)


def _led(trigger: Trigger, reading: Reading) -> str:
    """What the noun before ل or ب says of an event noun behind it: خطة ل (planned), مشروع ل (put forward)."""
    phrase = trigger.phrase
    assert phrase is not None
    if not phrase.preposition and _meant(reading.phrase_before(phrase)):
        return "future"
    if phrase.preposition not in ("ل", "ب", "الى", "على", "في", "عن", "حول", "بشان"):
        return ""
    first = next((u for u in phrase.units if u.tag == "N" and not u.fn("light_head") and not u.fn("quant")), None)
    before = reading.phrase_before(phrase)
    if first is not trigger.unit or before is None:
        return ""
    if phrase.preposition == "عن":
        return "future" if announced(phrase, reading) else ""
    if _to_be_done(phrase) and _of_body(reading, reading.position.get(id(phrase), 0)):
        return "future"
    for unit in before.units:
        if unit.tag != "N":
            continue
        if not _INTENTS.isdisjoint(unit.keys) and phrase.preposition != "في":
            return "future"
        if not _PROPOSALS.isdisjoint(unit.keys) and not unit.has("lights"):
            return "hypothetical"
    return ""


def _behind_decision(trigger: Trigger, governor: Clause, reading: Reading) -> bool:
    """Whether an event noun tells what a decision is, that is the object of its clause: علقت المحكمة قرار الحكومة |
    ترحيل المهاجرين.
    """
    before = reading.phrase_before(trigger.phrase)
    return before is not None and before is governor.object and "decision" in before.head.classes


def _demanded(trigger: Trigger, reading: Reading) -> bool:
    """Whether an event noun is what the noun before it asks for: يتضمن الرد المطالبة | بانسحاب الجيش."""
    phrase = trigger.phrase
    if phrase is None or phrase.preposition not in ("ب", "الى", "ل") or trigger.light is not None:
        return False
    before = reading.phrase_before(phrase)
    if phrase.preposition == "ل" and "release" in trigger.unit.classes and _protested(trigger.governor, before):
        return True
    return before is not None and any(unit.tag == "N" and not _DEMANDS.isdisjoint(unit.keys) for unit in before.units)


#: verbs of protest, whose ل tells what is demanded
_PROTESTING = frozenset(("تظاهر", "احتج/حجج", "احتج", "اعتصم", "اضرب"))


def _protested(governor: Clause | None, before: Phrase | None) -> bool:
    """Whether a protest is told of, whose aim then is what stands behind ل: إضراب عن الطعام | للإفراج عنه."""
    if before is not None and "protest_event" in before.head.classes:
        return True
    return governor is not None and any(verb.lemma in _PROTESTING for verb in governor.verbs)


def announced(phrase: Phrase, reading: Reading) -> bool:
    """Whether a phrase stands behind the announcement that it will take place: رد بالإعلان | عن عقد محادثات."""
    before = reading.phrase_before(phrase)
    if before is None or phrase.preposition != "عن" or not phrase.units[0].fn("light_head"):
        return False
    return any(key in _ANNOUNCED for key in before.units[-1].keys)


def _to_be_done(phrase: Phrase) -> bool:
    """Whether a phrase says by ل and a light noun what something is for: لإجراء المحادثات."""
    return phrase.preposition == "ل" and phrase.units[0].fn("light_head")


def _of_body(reading: Reading, position: int) -> bool:
    """Whether the phrase at `position` follows a body, perhaps with its head between: لجنة برئاسة الوزير ل."""
    for chunk in reversed(reading.parse.chunks[max(0, position - 3) : position]):
        if chunk.phrase is None:
            return False
        if any(lex.key in _CHARGED_BODIES for unit in chunk.phrase.units for lex in unit.lexes):
            return True
    return False


def _before_suffering(trigger: Trigger, reading: Reading) -> list[Unit]:
    """The words before the noun by which somebody suffers an event: خشية من تعرضهم | للاغتيال, بعدم تعرضه | للتعذيب."""
    suffering = suffered(reading, trigger.phrase, trigger.unit)
    if suffering is None or id(suffering) not in reading.position:
        return []
    whole = reading.parse.chunks[reading.position[id(suffering)]].phrase or suffering
    before = reading.chunk_before(whole)
    words = [unit for unit in whole.units if unit.start < suffering.head.start]
    if before is not None:
        words += [before.unit] if before.unit is not None else before.phrase.units[-1:] if before.phrase else []
    return words


def _words_after(trigger: Trigger) -> list[Unit]:
    """The adjectives right behind the noun."""
    assert trigger.phrase is not None
    units = trigger.phrase.units
    at = next((k for k, u in enumerate(units) if u is trigger.unit), None)
    return [] if at is None else units[at + 1 : at + 4]


#: denies what is said of something definite, which did happen: ليس | القصف جديدا
_NOT_SO = ("ليس", "ليست")
#: what tells that something is, folded: لم يكن | هناك قصف
_THERE = frozenset(("هناك", "هنالك", "ثمة"))


def _words_before(trigger: Trigger, reading: Reading) -> list[Unit]:
    """The one or two words before the noun in its phrase, and the word before the phrase."""
    assert trigger.phrase is not None
    out: list[Unit] = []
    for unit in trigger.phrase.units:
        if unit is trigger.unit:
            break
        out.append(unit)
    if trigger.phrase.prep_unit is not None:
        out.append(trigger.phrase.prep_unit)
    previous = reading.chunk_before(trigger.phrase)
    if previous is not None and trigger.phrase.units[0] is trigger.unit:
        if previous.unit is not None and previous.kind in ("NEG", "SUB", "ADV", "Q"):
            out.append(previous.unit)
    there = False
    for step in reading.chunks_before(trigger.phrase):
        if step.unit is None or not (step.unit.text in _THERE or step.kind in ("COP", "NEG")):
            break
        there = there or step.unit.text in _THERE
        if there and step.kind == "NEG":
            out.append(step.unit)
    return out


def _nested(
    trigger: Trigger, clause: Clause, reading: Reading, of_clause: Mapping[int, Any], status: str
) -> str | None:
    inner = clause
    if presupposed(trigger):
        return "negated" if status == "actual" and disclaimed(trigger, reading) else status
    while True:
        if inner.kind == "sub:cond":
            return "hypothetical" if status in ("actual", "future") else status
        if inner.kind == "sub:purpose" and status == "actual" and not (inner is clause and _over(trigger)):
            status = "hypothetical"
        if inner.opener_unit is not None and inner.opener_unit.fn("possible") and status == "actual":
            status = "hypothetical"
        host = inner.parent
        if host is None:
            return status
        if (
            inner.kind == "comp" and status == "actual" and inner.tense == "i"
            and any(p.prep == "من" and p.head.text in _EXPECTED for p in host.pps)
        ):
            status = "future"
        fired = of_clause.get(host.number)
        if inner.kind in ("comp", "serial"):
            kinds = {kind for verb in host.verbs for kind in verb.kinds}
            if (fired is not None and fired.frame.content == "denied") or "deny" in kinds:
                if status == "future":
                    return None  # نفت أنها تخطط لهجوم: nothing is planned, and nothing was done
                status = "negated" if status == "actual" else status
            elif (fired is not None and fired.frame.content == "hoped") or kinds & _HOPES:
                status = "hypothetical" if status in ("actual", "future") else status
            elif kinds & _PLANS and status == "actual" and inner.tense == "i":
                status = "future"
            elif (
                inner.kind == "comp"
                and inner.tense == "i"
                and status == "actual"
                and inner.unit is not None
                and _subjunctive(inner, host)
            ):
                status = "hypothetical"
        inner = host


def presupposed(trigger: Trigger) -> bool:
    """A definite event noun that no verb of happening governs is taken for granted, whatever is hoped, feared or denied
    around it: استبعد أن تؤدي الاحتجاجات إلى ...
    """
    if trigger.kind != "noun" or not trigger.unit.art:
        return False
    governor = trigger.governor
    if governor is None or governor.unit is None:
        return True
    kinds = {kind.split("+")[0] for verb in governor.verbs for kind in verb.kinds}
    taken = governor.object is trigger.phrase or any(p is trigger.phrase for p in governor.pps)
    return not ((taken and kinds & {"active", "active_prep", "passive", "plan", "attempt", "stop"}) or _HOPES & kinds)


def _subjunctive(clause: Clause, host: Clause) -> bool:
    """أنْ with an imperfect right behind it, under a verb that is none of saying: what may or should happen."""
    if clause.opener_unit is None or clause.topic is not None or clause.pronoun:
        return False
    return not any("speech" in verb.kinds for verb in host.verbs)
