"""Which expression of time in a sentence is an event's.

All functions take the folded text, in which the offsets of triggers and marks count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from waqai.dating.days import Mark, of_clause
from waqai.events.reading import Reading
from waqai.events.triggers import Trigger
from waqai.grammar.clauses import Clause

#: the first, منذ, a deed with its owner (توليه منصبه), and a preposition before the time
_SINCE_DEED = re.compile(
    r"\sاول[ىي]?\s[^.؛]{0,60}?\s(منذ)\s+(?:"
    r"[^\s،,.]{3,}ه[ام]?م?(?:\s+[^\s،,.]+){0,3}?\s+في|"
    r"(?:بدء|بداي[هة]|اندلاع|انطلاق|انتهاء|نهاي[هة]|توقيع|قيام|وصول|تولي|انتخاب|سقوط|غزو|اجتياح|انسحاب|اغتيال|مقتل|وفا[هة]|"
    r"تشكيل|اعلان|قطع|عود[هة]|حرب|هجمات|الحرب|الغزو|الانقلاب|الثور[هة]|الهجوم)(?:\s+[^\s،,.]+){0,5}?(?:\s+في)?"
    r")\s+(?:شهر\s+|عام\s+|سن[هة]\s+|يوم\s+)?$"
)
_OPEN = re.compile(r"\s*\(\s*(?:في\s+|يوم\s+|منذ\s+)?$")
#: prepositions before an event noun that is not of the clause's time; with the days by which the clause's day differs
OTHER_TIME = {"قبل": None, "بعد": None, "منذ": None, "عقب": None, "اثر": None, "غداة": -1, "عشية": 1, "قبيل": None}
#: what ends the reach of an event for an expression behind it
BREAK = re.compile(
    r"[،,؛:.«»\"()]|(?<!\S)و?(?:ان|انه|انها|انهم|بان|بانه|بانها|التي|الذي|الذين|حيث|فيما|بينما|لكن|اذا|لو)(?!\S)"
)
#: what opens a phrase that tells of another event than the clause's
_LED_BY = re.compile(r"(?<!\S)(?:بعد|عقب|[اإ]ثر|قبل|ردا على|احتجاجا على|تنديدا ب\S+|للتنديد|على خلفية)(?!\S)")
#: up to an expression, who reported: حسبما ذكرت صحيفة "الوطن" اليوم, وفق ما اعلن الجيش السبت
_REPORTED = re.compile(
    r"(?<=\S )(?:حسبما|حسب ما|بحسب ما|وفق ما|وفقا لما|كما|على ما|طبقا لما|مثلما)\s+"
    r"(?:ا(?:علن|فاد|كد|وضح|ضاف|ورد|شار)|ذكر|قال|نقل|صرح|جاء|روى|بث|نشر)ت?(?:وا)?(?![^\s])(?:\s+[^\s،,؛:.]+){0,10}\s+$"
)
_PLACE_WORDS = 4  # before the day in a dateline
#: between two expressions of one list or range
_JOIN = re.compile(r"\s*(و|الى|حتى|[-–])\s*")
#: up to an expression, what a deed answers: its date is not the deed's
_ANSWER = re.compile(
    r"(?<!\S)(?:ردا على|انتقاما ل|احتجاجا على|تنديدا ب|استنكارا ل)\s*(?:[^\s،,؛:.]+\s+){1,6}(?:في\s+|يوم\s+)?$"
)
#: between a noun and its date, what says that it is set for then
_SET_FOR = re.compile(
    r"[^.؛:\"«»]{0,80}?(?<!\S)(?:ال)?(?:مقررة?|مزمعة?|مرتقبة?|متوقعة?|منتظرة?|مقرر)\s+(?:ان\s+)?(?:[^\s،,.]+\s+){0,3}?"
    r"(?:في|يوم|خلال)?\s*"
)
#: before a verb, what makes its clause tell of the day just named
_THAT_DAY = re.compile(r"[،,]?\s*(?<!\S)(?:وهو\s+)?(?:اليوم\s+الذي|يوم|حين|عندما)\s+(?:قد\s+)?$")
#: in which something is said
_VEHICLE = re.compile(
    r"(?:ال)?(?:مقابل[ةه]|حديث|حوار|بيان|تقرير|كلم[ةه]|خطاب|رسال[ةه]|مؤتمر|تصريح(?:ات)?|تغريد[ةه]|تدوين[ةه]|مقال|منشور|"
    r"تسجيل|شريط|فيديو|مداخل[ةه]|احاط[ةه]|جلس[ةه]|لقاء|اجتماع|مذكر[ةه]|وثيق[ةه])"
)
#: a superlative before an expression that it is measured by
_RECORD = re.compile(
    r"(?<!\S)(?:و?(?:في|هو|هي|يعد|تعد|يعتبر|تعتبر)\s+)?(?:ب|ك|ل)?(?:ال)?ا"
    r"(?:سوا|سوء|كبر|عنف|خطر|دمى|ول|ولى|على|قوى|ضخم|شد|كثر|هم|حدث|طول|وسع|ثقل|دنى|برز|فدح|بشع)"
    r"(?:\s+من\s+نوع\S+)?(?:\s+[^\s،,؛:.]+){0,4}?\s+"
    r"(?:(?:منذ|خلال)\s+(?:نحو\s+|حوالي\s+|اكثر\s+من\s+)?|منذ\s+(?!ذلك)[^\s،,؛:.]+\s+(?:[^\s،,؛:.]+\s+){0,3}?)$"
)
#: endings of verbs whose subject is several persons
_OF_PERSONS = ("وا", "ون")
#: prepositions before what a deed is told beside
_BESIDE = ("بعد", "عقب", "اثر", "خلال", "اثناء")
#: a document, and that it was made; up to the time of that
_DOCUMENT = re.compile(
    r"(?<!\S)[وفبلك]?(?:ال|لل)?(?P<doc>قرار|بيان|تقرير|قانون|[اإ]علان|اتفاق|حكم|بلاغ|مشروع|ميثاق|عريض[ةه]|رسال[ةه]|مذكر[ةه]|وثيق[ةه]|"
    r"لائح[ةه]|توصي[ةه]|معاهد[ةه]|اتفاقي[ةه])(?:\s+[^\s،,؛.]+){0,4}?\s+(?:ال(?:ذي|تي)\s+)?(?:كان(?:ت)?\s+)?(?:قد\s+)?"
    r"(?:صدر|[اأ]صدر|تبن|اعتمد|[اأ]قر|نشر|[اأ]عد|وقع|[اأ]علن|وضع|كتب|اتخذ|صوت|وجه|رفع|بعث)\S*"
    r"(?:\s+[^\s،,؛.]+){0,6}?\s+$"
)
_IN_IT = re.compile(r"\s+(?:فيها?|عبرها?|خلالها?)(?!\S)")
_OF_DOCUMENT = re.compile(r"(?:\s+[^\s،,؛.]+){0,5}?[،,]?\s+(?:و(?:ال(?:ذي|تي))?\s*)?$")


def nearest(text: str, trigger: Trigger, usable: Sequence[Mark]) -> Mark | None:
    """The expression of the trigger's clause, the nearest behind it; else of the clauses around."""
    if not usable:
        return None
    clause = trigger.clause
    anchor = trigger.unit.start
    opener = clause.opener_unit
    if clause.kind == "sub:time" and opener is not None:  # في 2002 عندما فتح ...
        after = opener.text.startswith(("بعد", "قبل"))  # في 2002 بعدما فتح; but not of a day
        for mark in [m for m in usable if m[0] < anchor][-1:]:
            if mark[1] <= opener.start and not text[mark[1] : opener.start].strip(" ،,"):
                if not after or (mark[2].precision != "day" and not of_clause(clause, usable)):
                    return mark
    holders = [clause]
    if trigger.governor is not None and trigger.governor is not clause:
        holders.append(trigger.governor)
    for holder in holders:
        inside = of_clause(holder, usable)
        if inside:
            behind = [m for m in inside if m[0] > anchor]
            led = _led(text, trigger.unit.end, behind)
            own = [m for m in inside if m not in led]
            return min([m for m in own if m in behind] or own or led, key=lambda m: abs(m[0] - anchor))
    for above in clause.ancestors():
        inside = of_clause(above, usable)
        if clause.kind == "rel":  # only what heads the sentence: في عام 2003، قتل شخص في مواجهات مع شبان حاولوا ...
            verb = above.unit
            if clause.tense != "p" or clause.opener or verb is None or above.tense != "p":
                break
            inside = [m for m in inside if m[1] <= verb.start]
        if inside and above.unit is not None and not any("speech" in v.kinds for v in above.verbs):
            before = [m for m in inside if m[0] < anchor]
            return before[-1] if before else inside[0]
    joined = clause.coord
    if joined is not None and clause.kind != "rel" and clause.unit is not None and clause.unit.conj:
        if joined.tense == clause.tense and not any("speech" in v.kinds for v in joined.verbs):
            inside = [m for m in of_clause(joined, usable) if m[0] < anchor]
            return inside[-1] if inside else None
    return None


def _led(text: str, end: int, behind: Sequence[Mark]) -> list[Mark]:
    """The expression of what came before or led to the event (بعد مقتل جندي السبت); a list is one."""
    led: list[Mark] = []
    for mark in behind:
        if led and not joined(text, led[-1], mark):
            break
        if led or _LED_BY.search(text, end, mark[0]) is not None:
            led.append(mark)
    return led


def joined(text: str, one: Mark, other: Mark) -> str | None:
    """What joins two expressions that stand in one list or range: و, الى; None where they do not."""
    found = _JOIN.fullmatch(text[one[1] : other[0]]) if one[1] <= other[0] else None
    return found.group(1) if found is not None else None


def of_cause(text: str, begin: int, mark: Mark) -> bool:
    """Whether an expression dates what a deed told from `begin` on answers: قصف الجيش القرية ردا على هجوم السبت."""
    return _ANSWER.search(text, max(begin, mark[0] - 70), mark[0]) is not None


def bracketed(text: str, trigger: Trigger, usable: Sequence[Mark]) -> Mark | None:
    """A date in brackets right behind the event's words: توقيفهما (في 28 حزيران)."""
    ends = {trigger.unit.end}
    if trigger.phrase is not None:
        ends.add(trigger.phrase.end)
    for mark in usable:
        if any(end <= mark[0] <= end + 12 and _OPEN.fullmatch(text[end : mark[0]]) for end in ends):
            return mark
    return None


def scheduled(text: str, trigger: Trigger, usable: Sequence[Mark]) -> Mark | None:
    """A date behind what says that the noun is set for it: القمة المقبلة، المقرر عقدها في 19 أيار."""
    if trigger.kind != "noun":
        return None
    end = trigger.unit.end
    return next((m for m in usable if m[0] > end and _SET_FOR.fullmatch(text[end : m[0]])), None)


def on_that_day(text: str, trigger: Trigger, usable: Sequence[Mark]) -> Mark | None:
    """The day that the event's clause says more about: منذ الأربعاء، يوم احتجزت الشرطة ..."""
    start = trigger.unit.start
    opened = _THAT_DAY.search(text, max(0, start - 40), start) if usable else None
    if opened is None:
        return None
    return next((m for m in usable if m[2].precision == "day" and 0 <= opened.start() - m[1] <= 1), None)


def describes(text: str, trigger: Trigger, clause: Clause) -> bool:
    """Whether a clause with الذي or التي stands at most three words behind the event noun, and nothing between."""
    opener = clause.opener_unit
    if opener is None or opener.start <= trigger.unit.end or not opener.text.startswith(("الذ", "الت")):
        return False
    between = text[trigger.unit.end : opener.start]
    return len(between.split()) <= 3 and all(w.lstrip("بلو").startswith(("ال", "ل")) for w in between.split())


def of_relative(text: str, trigger: Trigger, reading: Reading, usable: Sequence[Mark]) -> Mark | None:
    """A date in the relative clause that tells of the event noun: الهجوم الذي وقع الثلاثاء (والذي ...)."""
    if trigger.kind != "noun" or trigger.phrase is None or not usable:
        return None
    own = list(reading.relatives.get(id(trigger.phrase), ()))
    if not own and trigger.unit.art:  # behind what describes the noun: الثورة المطالبة بالتغيير التي شهدتها ...
        own = [c for c in reading.parse.clauses if c.kind == "rel" and describes(text, trigger, c)][:1]
    if own:
        more = (c for c in reading.parse.clauses if c.kind == "rel" and c.opener[:1] == "و")
        own += [c for c in more if own[0] in c.ancestors()]
    for clause in own:
        if clause.unit is not None and clause.unit.text.endswith(_OF_PERSONS) and not clause.opener:
            continue  # محاكمة خمسة أشخاص شاركوا في نيسان: of them, not of the trial
        inside = of_clause(clause, usable)
        if inside:
            return inside[0]
    return None


def right_behind(text: str, trigger: Trigger, mark: Mark) -> bool:
    """Whether nothing but words of the event's own phrases stand between it and the expression."""
    between = text[trigger.unit.end : mark[0]] if mark[0] > trigger.unit.end else None
    return between is not None and len(between.split()) <= 8 and not re.search("[،,؛:(-]", between)


def line_to(text: str, trigger: Trigger, reading: Reading, mark: Mark) -> bool:
    """Whether the only expression of the sentence stands behind the event, and no other statement between."""
    if not 0 <= mark[0] - trigger.unit.end <= 160:
        return False
    if trigger.kind != "noun":  # not طالب بمحاسبة المسؤولين عن مجزرة | وقعت في 2019
        own = (trigger.clause, trigger.governor, *trigger.clause.ancestors())
        for clause in reading.parse.clauses:
            if clause not in own and of_clause(clause, (mark,)) and not _at_its_time(clause):
                return False
    return not BREAK.search(text[trigger.unit.end : mark[0]])


def of_speech(trigger: Trigger, usable: Sequence[Mark]) -> Mark | None:
    """When the verb of speech has a day of its own that tells of the event: قال الأحد إن بلاده ترفض ..."""
    below = trigger.clause
    for above in below.ancestors():
        if below.kind in ("rel", "sub:cond"):
            return None
        if any("speech" in v.kinds for v in above.verbs) and below.kind == "comp":
            inside = of_clause(above, usable)
            if inside:
                return inside[0]
        below = above
    return None


def beside_told(trigger: Trigger) -> bool:
    """Whether a deed is told beside one told before: اعتقلت القوات بعد الانفجار تسعة أشخاص."""
    clause = trigger.clause
    return clause.tense == "p" and any(
        p.preposition in _BESIDE and len(p.units) == 1 and p.head.art and p.head.has("frames") for p in clause.pps
    )


def of_setting(trigger: Trigger, usable: Sequence[Mark]) -> Mark | None:
    """When what a past relative clause adds to had happened: قدم استقالته السبت إلى الرئيس الذي رفضها."""
    clause = trigger.clause
    above = clause.parent
    if trigger.kind != "verb" or clause.kind != "rel" or clause.tense != "p" or above is None or above.tense != "p":
        return None
    inside = [m for m in of_clause(above, usable) if m[0] < trigger.unit.start and m[2].precision == "day"]
    return inside[-1] if inside and not of_clause(clause, usable) else None


def of_vehicle(trigger: Trigger, reading: Reading, usable: Sequence[Mark]) -> Mark | None:
    """When what was said was printed, aired or held: في مقابلة نشرت الأحد, في بيان صدر أمس, خلال مؤتمر عقده اليوم."""
    if not usable:
        return None
    own = (trigger.clause, *trigger.clause.ancestors())
    for clause in reading.parse.clauses:
        where = clause.antecedent
        if clause.kind == "rel" and where is not None and where.prep in ("في", "خلال") and clause.parent in own:
            if _VEHICLE.fullmatch(where.head.text):
                inside = of_clause(clause, usable)
                if inside:
                    return inside[0]
    return None


def of_document(text: str, trigger: Trigger, usable: Sequence[Mark]) -> Mark | None:
    """When the document was made whose own words these are: القرار الذي تبناه المجلس في الثاني من سبتمبر ويطالب ..."""
    clause = trigger.clause
    if trigger.kind != "verb" or clause.tense != "i" or clause.future or clause.negation is not None:
        return None
    start = trigger.unit.start
    if text.startswith("و", start):
        start += 1
    for mark in reversed(usable):
        if mark[1] > start or not _OF_DOCUMENT.fullmatch(text[mark[1] : start]):
            continue
        made = _DOCUMENT.search(text, max(0, mark[0] - 110), mark[0])
        if made is not None:
            # the document is the subject: وتطالب دمشق has another one; or وتتهم فيه
            of_it = text.startswith("ت" if made["doc"].endswith(("ة", "ه")) else "ي", start)
            return mark if of_it or _IN_IT.match(text, trigger.unit.end) else None
    return None


def _at_its_time(clause: Clause) -> bool:
    """Whether a relative clause tells of what the event happened during: أوقفتهم خلال مظاهرات خرجت الجمعة."""
    event = clause.antecedent
    return clause.kind == "rel" and event is not None and event.prep in ("خلال", "في", "اثناء") and not clause.opener


def elsewhere(trigger: Trigger) -> str | None:
    """The preposition that puts an event noun at another time than its clause: بعد الهجوم."""
    phrase = trigger.phrase
    if trigger.kind != "noun" or phrase is None:
        return None
    first = phrase.units[0]
    if first is not trigger.unit and first.text in ("عشية", "غداة"):
        return first.text
    return phrase.prep if phrase.prep in OTHER_TIME else None


def told_elsewhere(trigger: Trigger) -> str | None:
    """As `elsewhere`, of a verb that tells of such a noun: غداة الهجوم الذي استهدف السفارة."""
    clause = trigger.clause
    event = clause.antecedent
    if trigger.kind == "noun" or clause.kind != "rel" or event is None or not event.head.has("frames"):
        return None
    first = event.units[0]
    if first.text in ("عشية", "غداة"):
        return first.text
    return event.prep if event.prep in OTHER_TIME else None


def of_report(text: str, begin: int, mark: Mark) -> bool:
    """Whether an expression tells when the report came, not what it tells of: ... حسبما ذكرت الصحيفة اليوم."""
    return _REPORTED.search(text, max(begin, mark[0] - 90), mark[0]) is not None


def of_dateline(text: str, start: int, mark: Mark) -> bool:
    """Whether an expression is the dateline's, in a sentence from `start`: صنعاء 13-10 (اف ب) -."""
    return len(text[start : mark[0]].split()) <= _PLACE_WORDS and re.match(r"\s*[/(–-]", text[mark[1] :]) is not None


def deadline(text: str, mark: Mark) -> bool:
    """Whether the expression bounds what is told, or lies before or after it: بحلول الجمعة, منذ السبت."""
    before = text[max(0, mark[0] - 12) : mark[0]].split()
    return bool(before) and before[-1].lstrip("وف") in ("بحلول", "حتى", "منذ", "قبل", "لغاية", "اقصاه", "بعد")


def compared(text: str, mark: Mark) -> bool:
    """Whether the expression only measures a record: أعنف هجوم منذ سنوات, الأسوأ من نوعه خلال الأشهر الأخيرة."""
    return _RECORD.search(text, max(0, mark[0] - 60), mark[0]) is not None


def of_deed_since(text: str, trigger: Trigger, mark: Mark) -> bool:
    """Whether the expression says since what deed the event is the first: أول زيارة له منذ توليه منصبه في مايو."""
    if trigger.unit.start >= mark[0]:
        return False
    since = _SINCE_DEED.search(text, max(0, mark[0] - 120), mark[0])
    return since is not None and trigger.unit.start < since.start(1)


def before_and(text: str, trigger: Trigger, mark: Mark) -> bool:
    """Whether the expression tells since when something else goes on, before a verb that is joined by و: تعرضت
    القواعد لهجمات منذ أكتوبر، | وحملت واشنطن.
    """
    unit = trigger.clause.unit
    if trigger.kind != "verb" or unit is None or not unit.conj or mark[0] > unit.start:
        return False
    before = text[max(0, mark[0] - 6) : mark[0]].split()
    return bool(before) and before[-1].lstrip("وف") == "منذ" and "،" in text[mark[1] : unit.start + 1]


def until(text: str, mark: Mark) -> bool:
    """Whether the expression only ends a span: أمهلهم حتى العاشر من مايو."""
    before = text[max(0, mark[0] - 12) : mark[0]].split()
    return bool(before) and before[-1].lstrip("وف") in ("حتى", "لغاية", "اقصاه")
