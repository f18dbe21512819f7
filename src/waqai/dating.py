"""The date of an event, and what it says of the event's status.

An event takes its day from words of its own: an expression right behind it, in its clause, in the relative clause that
tells of it, or in the clauses around it; or from an amount of time counted from something told (``بعد يومين``,
``بعد أسبوع من انتهاء الجولة``). A mention without any takes that of another mention of the same event, else the day
that the article tells of: the first day named in its opening when it lies just before the day of writing ("عقد أمس ..."
holds for the report that follows), else the day of the dateline or of publication. What is told as lying further
back (``كان قد``, ``منذ``) stays undated without words.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from waqai.events.matcher import Fired
from waqai.events.reading import Reading
from waqai.events.triggers import Trigger
from waqai.grammar.clauses import Clause
from waqai.records import Event, EventDate, Place, Precision, Status, TimeMention
from waqai.times.vague import interval

Mark = tuple[int, int, TimeMention]

_YEAR = re.compile(
    r"(?<![0-9٠-٩])(?:1[0-9]|20|١[٠-٩]|٢٠)[0-9٠-٩]{2}(?![0-9٠-٩])|[اأ]لقرن|تسعين|ثمانين|سبعين|ستين|خمسين"
)
#: words before an amount that count from something told, with the direction
_COUNTED = {"بعد": 1, "عقب": 1, "قبل": -1, "قبيل": -1}
#: what joins an amount to what it counts from, up to the event's word: بعد يومين من/على (مقتل قائد في) ضربة
_FROM = re.compile(r"\s+(?:من|على|عن)\s+(?:[^\s،,؛:.()«»\"-]+\s+){0,20}$")
#: adjectives that say that a date lies ahead, or is of now
_AHEAD = re.compile("مقبل|قادم|جاري|حالي|[اآ]تي|غدا")
#: what a past verb cannot have happened in: دعا إلى التظاهر غدا
_COMING = re.compile("مقبل|قادم|[اآ]تي|غدا")
_OPEN = re.compile(r"\s*\(\s*(?:في\s+|يوم\s+|منذ\s+)?$")
#: prepositions before an event noun that is not of the clause's time; with the days by which the clause's day differs
_OTHER_TIME = {"قبل": None, "بعد": None, "منذ": None, "عقب": None, "اثر": None, "غداة": -1, "عشية": 1, "قبيل": None}
#: what ends the reach of an event for an expression behind it
_BREAK = re.compile(
    r"[،,؛:.«»\"()]|(?<!\S)و?(?:ان|انه|انها|انهم|بان|بانه|بانها|التي|الذي|الذين|حيث|فيما|بينما|لكن)(?!\S)"
)
_YEARS = {
    word: number
    for number, words in enumerate(
        (
            "الاولى", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة", "التاسعة", "العاشرة",
            "الحادية عشرة", "الثانية عشرة", "الثالثة عشرة", "الرابعة عشرة", "الخامسة عشرة", "السادسة عشرة",
            "السابعة عشرة", "الثامنة عشرة", "التاسعة عشرة", "العشرين",
        ),
        1,
    )
    for word in (words,)
}  # fmt: skip
#: before an event noun, which anniversary of it is told
_ANNIVERSARY = re.compile(
    rf"ذكرى\s+(?:السنوية\s+)?({'|'.join(sorted(_YEARS, key=len, reverse=True))})\s+(?:[^\s،,.؛]+\s+){{0,2}}?ل?$"
)
#: what says that it was at the time told before
_THEN = re.compile(r"(?<!\S)(?:حينها|انذاك|وقتها|حينئذ|وقتذاك|في\s+حينه|حينذاك)(?!\S)")
#: behind بعد ساعات من, what was told before: كشفها, ذلك
_OF_TOLD = re.compile(r"\s+(?:من|على|عن)\s+(?:ذلك|[^\s،,.]{2,}(?:ه|ها|هم|هما))(?!\S)")
#: between a noun and its date, what says that it is set for then
_SET_FOR = re.compile(
    r"[^.؛:\"«»]{0,80}?(?<!\S)(?:ال)?(?:مقررة?|مزمعة?|مرتقبة?|متوقعة?|منتظرة?|مقرر)\s+(?:ان\s+)?(?:[^\s،,.]+\s+){0,3}?"
    r"(?:في|يوم|خلال)?\s*"
)
#: before a verb, what makes its clause tell of the day just named
_THAT_DAY = re.compile(r"[،,]?\s*(?<!\S)(?:وهو\s+)?(?:اليوم\s+الذي|يوم|حين|عندما)\s+(?:قد\s+)?$")
#: a superlative before an expression that it is measured by
_RECORD = re.compile(
    r"(?<!\S)(?:و?(?:في|هو|هي|يعد|تعد|يعتبر|تعتبر)\s+)?(?:ب|ك|ل)?(?:ال)?ا"
    r"(?:سوا|سوء|كبر|عنف|خطر|دمى|ول|ولى|على|قوى|ضخم|شد|كثر|هم|حدث|طول|وسع|ثقل|دنى|برز|فدح|بشع)"
    r"(?:\s+من\s+نوع\S+)?(?:\s+[^\s،,؛:.]+){0,4}?\s+(?:منذ|خلال)\s+(?:نحو\s+|حوالي\s+|اكثر\s+من\s+)?$"
)
_WAS = re.compile(r"(?<!\S)و?كان(?:ت|وا)?(?!\S)(?:(?!حيث|الذي|التي)[^،,؛:.])*$")
_OPENING_WAS = re.compile(r"و?كان(?:ت|وا)?\s")
_AMOUNT = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(\d+)H)?")
_THEN_REACH = 60  # letters between a verb and حينها
_WEEKS_TOLD = 7  # days before the day of writing within which the opening's day is the story's
_YEAR_BACK = datetime.timedelta(days=365)
_OPENING = 3  # sentences that may name it
#: types of events that consist in saying something
_WORDS = frozenset(("ACCUSE", "REQUEST", "AGREE", "REJECT", "SUPPORT", "THREATEN", "CONCEDE"))
#: states of events whose dates are shared between their mentions
_TIMED = frozenset(("actual", "historical", "future"))
#: types of events that are one happening told again when an article names them twice
_TOLD_AGAIN = frozenset(("ASSAULT", "COERCE", "CONSULT", "PROTEST", "RETREAT", "SANCTION", "MOBILIZE"))


class _Count(NamedTuple):
    """An amount counted from something told: ``sign`` 1 after it, -1 before; `of` where what it counts from follows."""

    start: int
    end: int
    sign: int
    text: str
    value: str
    of: bool


class _Own(NamedTuple):
    """What the words of an event's sentence give: a date, or that there can be none without words."""

    date: EventDate | None
    far: bool = False  # told as lying before the story, or at a time of its own


class Dater:
    """Dates the events of one article, in the order of the text; `finish` gives the others theirs."""

    def __init__(self, published: datetime.date | None, written: datetime.date | None, text: str) -> None:
        self.published = published
        self.written = written or published  # the dateline's day, which "today" means
        self.text = text  # folded, as the offsets of marks are
        self.story: EventDate | None = None
        self.told: datetime.date | None = None  # the last day told as past, for "two days later"
        self.sentences = 0
        self.last: EventDate | None = None  # the last date told, of whatever precision
        self.start = 0  # of the sentence
        self.line = -1  # where the paragraph starts
        self.paragraph: EventDate | None = None  # the last day that it told as past
        self._asked: list[tuple[bool, EventDate | None]] = []
        self._counts: list[_Count] = []

    def begin(self, start: int, reading: Reading, marks: Sequence[Mark]) -> None:
        """Start a sentence, `start` in the folded text: read its counted amounts, and the story's day."""
        self.sentences += 1
        self.start = start
        line = self.text.rfind("\n", 0, start)
        if line != self.line:
            self.line, self.paragraph = line, None
        self._counts = [c for mark in marks if (c := self._count(mark)) is not None]
        if self.story is None and self.sentences <= _OPENING and self.written is not None:
            self.story = self._story(reading, marks)

    def end(self, marks: Sequence[Mark]) -> None:
        """End a sentence: remember the last day it told as past."""
        for mark in marks:
            if mark[2].first and mark[2].type in ("DATE", "TIME") and not self._deadline(mark):
                self.last = _date(mark[2])
            day = _iso(mark[2].first)
            if mark[2].precision == "day" and day is not None and mark[2].type in ("DATE", "TIME"):
                if (self.written is None or day <= self.written) and not self._deadline(mark):
                    self.told = day
                    why = f"told before in the paragraph: {mark[2].text}"
                    self.paragraph = EventDate(day.isoformat(), mark[2].last or "", "day", None, why)

    def date(self, fired: Fired, reading: Reading, marks: Sequence[Mark]) -> tuple[EventDate | None, Status]:
        """The date that the words give, and the status as the date corrects it."""
        status: Status = fired.status  # type: ignore[assignment]
        own = self._own(fired, reading, marks)
        self._asked.append((own.far, self.paragraph))
        if own.date is None:
            return None, status
        date = self._year_before(own.date, fired, status)
        status = self._status(date, fired, status)
        if status == "actual" and self.published is not None and date.start > self.published.isoformat():
            return None, status  # وافقت على عقد جولة في أبريل المقبل: the day of what was agreed on
        return date, status

    def finish(self, events: Sequence[Event]) -> list[Event]:
        """Give mentions without a date of their own that of the same event, else of the paragraph or the story.

        `events` are those of the article in the order in which `date` was asked.
        """
        supplied = share_dates(events)
        out = []
        for event, (far, paragraph) in zip(supplied, self._asked, strict=True):
            if event.date is None and event.status == "actual" and not far:
                date = paragraph or self._default(event.event_type)
                if date is not None and self.published is not None:
                    if date.end < (self.published - _YEAR_BACK).isoformat():
                        event = msgspec.structs.replace(event, status="historical")
                event = msgspec.structs.replace(event, date=date)
            elif event.date is None and event.status == "future" and not far and self.written is not None:
                event = msgspec.structs.replace(event, date=_month_of(self.written))
            out.append(event)
        return out

    def _default(self, kind: str = "") -> EventDate | None:
        """The day of the story, which words said about an older or a nightly one do not share; else that of writing."""
        if self.story is not None and not (kind in _WORDS and self._reactions()):
            return self.story
        if self.written is None:
            return None
        day = self.written.isoformat()
        moved = self.written != self.published
        return EventDate(day, day, "day", None, "the day of the dateline" if moved else None)

    def _reactions(self) -> bool:
        """Whether what is said in the article was said after the day of the story."""
        day = _iso(self.story.start) if self.story is not None else None
        if self.story is None or self.written is None or day is None:
            return False
        return (self.written - day).days > 1 or "ليل" in (self.story.inferred or "")

    # -- the words ---------------------------------------------------------------------------------------------

    def _own(self, fired: Fired, reading: Reading, marks: Sequence[Mark]) -> _Own:
        trigger = fired.trigger
        dated = [(start, end, interval(time, self.written)) for start, end, time in marks]
        dated = [m for m in dated if m[2].first is not None and m[2].type in ("DATE", "TIME")]
        told = fired.status == "actual" and trigger.kind == "verb" and trigger.clause.tense == "p"
        usable = [
            m for m in dated
            if not self._until(m) and not self._compared(m) and not (told and _COMING.search(m[2].text))
        ]  # fmt: skip
        mark = self._bracketed(trigger, usable) or self._on_that_day(trigger, dated)
        mark = mark or self._of_relative(trigger, reading, usable) or self._scheduled(trigger, usable)
        if mark is not None:
            return _Own(_date(mark[2]))
        years = self._anniversary(trigger)
        if years:
            base = _mark_date(self._nearest(trigger, usable)) or self._base(fired)
            return _Own(_years_before(base, years), far=True)
        count = self._counted_from(trigger)
        if count is not None:
            base = _mark_date(self._nearest(trigger, usable)) or self._base(fired)
            return _Own(_moved(base, count, -count.sign), far=True)
        elsewhere = self._elsewhere(trigger)
        mark = self._nearest(trigger, usable)
        if elsewhere is not None and not (mark is not None and self._right_behind(trigger, mark)):
            days = _OTHER_TIME[elsewhere]
            if days is None:
                return _Own(None, far=elsewhere in ("منذ", "قبل"))
            base = _mark_date(mark) or self._base(fired)
            return _Own(_shifted(base, days, f"{elsewhere} {trigger.unit.text}"))
        if mark is not None:
            return _Own(self._since(trigger, mark) or _date(mark[2]))
        then = self._then(trigger)
        if then is not None:
            return _Own(then)
        after = self._after_told(trigger)
        if after is not None:
            return _Own(after)
        if len(usable) == 1 and self._line_to(trigger, usable[0]):
            return _Own(_date(usable[0][2]))
        return _Own(None, far=self._pluperfect(trigger))

    def _nearest(self, trigger: Trigger, usable: Sequence[Mark]) -> Mark | None:
        """The expression of the trigger's clause, the nearest behind it; else of the clauses around."""
        if not usable:
            return None
        clause = trigger.clause
        anchor = trigger.unit.start
        opener = clause.opener_unit
        if clause.kind == "sub:time" and opener is not None:  # في 2002 عندما فتح ...
            for mark in [m for m in usable if m[0] < anchor][-1:]:
                if mark[1] <= opener.start and not self.text[mark[1] : opener.start].strip():
                    return mark
        holders = [clause]
        if trigger.governor is not None and trigger.governor is not clause:
            holders.append(trigger.governor)
        for holder in holders:
            inside = _of_clause(holder, usable)
            if inside:
                behind = [m for m in inside if m[0] > anchor]
                return min(behind or inside, key=lambda m: abs(m[0] - anchor))
        for above in clause.ancestors():
            inside = _of_clause(above, usable)
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
                inside = [m for m in _of_clause(joined, usable) if m[0] < anchor]
                return inside[-1] if inside else None
        return None

    def _bracketed(self, trigger: Trigger, usable: Sequence[Mark]) -> Mark | None:
        """A date in brackets right behind the event's words: توقيفهما (في 28 حزيران)."""
        ends = {trigger.unit.end}
        if trigger.phrase is not None:
            ends.add(trigger.phrase.end)
        for mark in usable:
            if any(end <= mark[0] <= end + 12 and _OPEN.fullmatch(self.text[end : mark[0]]) for end in ends):
                return mark
        return None

    def _anniversary(self, trigger: Trigger) -> int:
        """How many years back what is remembered lies: في الذكرى الثانية لمقتل; 0 where none is."""
        start = trigger.unit.start
        found = _ANNIVERSARY.search(self.text, max(0, start - 60), start + len(trigger.unit.prep))
        return _YEARS.get(found.group(1), 0) if found is not None else 0

    def _scheduled(self, trigger: Trigger, usable: Sequence[Mark]) -> Mark | None:
        """A date behind what says that the noun is set for it: القمة المقبلة، المقرر عقدها في 19 أيار."""
        if trigger.kind != "noun":
            return None
        end = trigger.unit.end
        return next((m for m in usable if m[0] > end and _SET_FOR.fullmatch(self.text[end : m[0]])), None)

    def _on_that_day(self, trigger: Trigger, usable: Sequence[Mark]) -> Mark | None:
        """The day that the event's clause says more about: منذ الأربعاء، يوم احتجزت الشرطة ..."""
        start = trigger.unit.start
        opened = _THAT_DAY.search(self.text, max(0, start - 40), start) if usable else None
        if opened is None:
            return None
        return next((m for m in usable if m[2].precision == "day" and 0 <= opened.start() - m[1] <= 1), None)

    def _describes(self, trigger: Trigger, clause: Clause) -> bool:
        """Whether a clause with الذي or التي stands at most three words behind the event noun, and nothing between."""
        opener = clause.opener_unit
        if opener is None or opener.start <= trigger.unit.end or not opener.text.startswith(("الذ", "الت")):
            return False
        between = self.text[trigger.unit.end : opener.start]
        return len(between.split()) <= 3 and all(w.lstrip("بلو").startswith(("ال", "ل")) for w in between.split())

    def _of_relative(self, trigger: Trigger, reading: Reading, usable: Sequence[Mark]) -> Mark | None:
        """A date in the relative clause that tells of the event noun: الهجوم الذي وقع الثلاثاء (والذي ...)."""
        if trigger.kind != "noun" or trigger.phrase is None or not usable:
            return None
        own = list(reading.relatives.get(id(trigger.phrase), ()))
        if not own and trigger.unit.art:  # behind what describes the noun: الثورة المطالبة بالتغيير التي شهدتها ...
            own = [c for c in reading.parse.clauses if c.kind == "rel" and self._describes(trigger, c)][:1]
        if own:
            more = (c for c in reading.parse.clauses if c.kind == "rel" and c.opener[:1] == "و")
            own += [c for c in more if own[0] in c.ancestors()]
        for clause in own:
            inside = _of_clause(clause, usable)
            if inside:
                return inside[0]
        return None

    def _right_behind(self, trigger: Trigger, mark: Mark) -> bool:
        """Whether nothing but words of the event's own phrases stand between it and the expression."""
        between = self.text[trigger.unit.end : mark[0]] if mark[0] > trigger.unit.end else None
        return between is not None and len(between.split()) <= 8 and not re.search("[،,؛:(-]", between)

    def _line_to(self, trigger: Trigger, mark: Mark) -> bool:
        """Whether the only expression of the sentence stands behind the event, and no other statement between."""
        if not 0 <= mark[0] - trigger.unit.end <= 160:
            return False
        return not _BREAK.search(self.text[trigger.unit.end : mark[0]])

    @staticmethod
    def _elsewhere(trigger: Trigger) -> str | None:
        """The preposition that puts an event noun at another time than its clause: بعد الهجوم."""
        phrase = trigger.phrase
        if trigger.kind != "noun" or phrase is None:
            return None
        first = phrase.units[0]
        if first is not trigger.unit and first.text in ("عشية", "غداة"):
            return first.text
        return phrase.prep if phrase.prep in _OTHER_TIME else None

    def _pluperfect(self, trigger: Trigger) -> bool:
        """كان (قد) + past: before what is told."""
        holders = [trigger.clause] if trigger.governor is None else [trigger.clause, trigger.governor]
        for clause in holders:
            if clause.aux and clause.tense == "p" and clause.unit is not None:
                before = self.text[max(0, clause.unit.start - 90) : clause.unit.start]
                if clause.qad or _WAS.search(before) or self._opens_with_was(clause):
                    return True
        return False

    def _since(self, trigger: Trigger, mark: Mark) -> EventDate | None:
        """What goes on (يحتجزهم منذ 2015) lies between the day named and that of writing."""
        before = self.text[max(0, mark[0] - 6) : mark[0]].split()
        clause, time = trigger.clause, mark[2]
        ongoing = trigger.kind == "verb" and clause.tense == "i" and not clause.future
        if not ongoing or self.written is None or not before or before[-1].lstrip("وف") != "منذ":
            return None
        today = self.written.isoformat()
        if not time.first or time.first >= today:
            return None
        return EventDate(time.first, today, time.precision or "day", time.text, "since then, and going on")

    def _opens_with_was(self, clause: Clause) -> bool:
        """وكان at the head of the sentence, and a long subject before its verb."""
        return clause.kind == "main" and _OPENING_WAS.match(self.text, self.start) is not None

    # -- amounts counted from something told -------------------------------------------------------------------

    def _count(self, mark: Mark) -> _Count | None:
        time = mark[2]
        before = self.text[: mark[0]].rsplit(None, 2)[-1:] if mark[0] else []
        first = time.text.split()[0]
        word = before[0].lstrip("وف") if before else ""
        if word not in _COUNTED and first.lstrip("وف") in _COUNTED:
            word = first.lstrip("وف")  # بعد ساعات: the word is within the expression
        if word not in _COUNTED or not (time.type == "DURATION" or time.value == "PAST_REF"):
            return None
        of = re.match(r"\s+(?:من|على|عن)\s", self.text[mark[1] : mark[1] + 6]) is not None
        return _Count(mark[0], mark[1], _COUNTED[word], time.text, time.value, of)

    def _counted_from(self, trigger: Trigger) -> _Count | None:
        """The amount that is counted from the event: بعد يومين من مقتل."""
        start = trigger.unit.start
        for count in self._counts:
            if count.of and count.end < start < count.end + 200 and _FROM.fullmatch(self.text[count.end : start]):
                return count
        return None

    def _then(self, trigger: Trigger) -> EventDate | None:
        """What happened then (حينها) has the date told last, of whatever precision."""
        if self.last is None:
            return None
        end = trigger.unit.end
        found = _THEN.search(self.text, end, end + _THEN_REACH)
        if found is None or _BREAK.search(self.text, end, found.start()):
            return None
        return msgspec.structs.replace(self.last, text=found.group(), inferred=f"told before: {self.last.text}")

    def _after_told(self, trigger: Trigger) -> EventDate | None:
        """بعد يومين, without what it counts from: from the last day told."""
        if self.told is None:
            return None
        spans = [(u.start, u.end) for c in (trigger.clause, trigger.governor) if c is not None for u in c.times]
        for count in self._counts:
            told = not count.of or _OF_TOLD.match(self.text, count.end) is not None
            if told and count.sign > 0 and any(a <= count.start < b for a, b in spans):
                base = self.told.isoformat()
                return _moved(EventDate(base, base, "day"), count, 1)
        return None

    def _base(self, fired: Fired) -> EventDate | None:
        return self._default()

    # -- the story's day ---------------------------------------------------------------------------------------

    def _story(self, reading: Reading, marks: Sequence[Mark]) -> EventDate | None:
        """The day that the opening tells of: a day just past, in the first clause that has one."""
        assert self.written is not None
        for clause in reading.parse.clauses:
            if clause.tense == "i" and (clause.future or clause.kind != "main"):
                continue
            for mark in _of_clause(clause, marks):
                time = mark[2]
                day = _iso(time.first)
                if (
                    day is not None and time.precision == "day" and time.type in ("DATE", "TIME")
                    and 0 <= (self.written - day).days <= _WEEKS_TOLD and not self._deadline(mark)
                ):  # fmt: skip
                    why = None if day == self.written else f"the day of the story: {time.text}"
                    return EventDate(time.first or "", time.last or "", "day", None, why)
        return None

    def _deadline(self, mark: Mark) -> bool:
        before = self.text[max(0, mark[0] - 12) : mark[0]].split()
        return bool(before) and before[-1].lstrip("وف") in ("بحلول", "حتى", "منذ", "قبل", "لغاية", "اقصاه", "بعد")

    def _compared(self, mark: Mark) -> bool:
        """Whether the expression only measures a record: أعنف هجوم منذ سنوات, الأسوأ من نوعه خلال الأشهر الأخيرة."""
        return _RECORD.search(self.text, max(0, mark[0] - 60), mark[0]) is not None

    def _until(self, mark: Mark) -> bool:
        """Whether the expression only ends a span: أمهلهم حتى العاشر من مايو."""
        before = self.text[max(0, mark[0] - 12) : mark[0]].split()
        return bool(before) and before[-1].lstrip("وف") in ("حتى", "لغاية", "اقصاه")

    # -- what the date says of the event -----------------------------------------------------------------------

    def _year_before(self, date: EventDate, fired: Fired, status: Status) -> EventDate:
        """A past verb with a day that lies ahead means the year before (في 7 أكتوبر شنت ..., told on 4 October)."""
        if (
            self.published is None or status != "actual" or fired.trigger.clause.tense != "p" or not date.text
            or date.start <= self.published.isoformat() or _YEAR.search(date.text)
            or date.precision not in ("day", "month") or _AHEAD.search(date.text)
        ):  # fmt: skip
            return date
        return msgspec.structs.replace(date, start=_earlier(date.start), end=_earlier(date.end))

    def _status(self, date: EventDate, fired: Fired, status: Status) -> Status:
        """Future when it lies ahead, historical more than a year back."""
        if status != "actual":
            return status
        if self.published is None:
            # news writes the year only when it is not its own
            return "historical" if date.text and _YEAR.search(date.text) else status
        if date.end < (self.published - _YEAR_BACK).isoformat():
            return "historical"
        if date.start > self.published.isoformat():
            if fired.trigger.clause.tense != "p" or (
                fired.type in ("CONSULT", "PROTEST") and fired.trigger.kind == "noun" and _AHEAD.search(date.text or "")
            ):
                return "future"
        return status


def _month_of(day: datetime.date) -> EventDate:
    """The month that a report was written in, for what it announces without a date."""
    following = (day.replace(day=1) + datetime.timedelta(32)).replace(day=1)
    last = (following - datetime.timedelta(1)).isoformat()
    return EventDate(day.isoformat(), last, "month", None, "announced without a date: the month of the report")


def _of_clause(clause: Clause, marks: Sequence[Mark]) -> list[Mark]:
    """The marks that stand in the clause itself."""
    spans = [(unit.start, unit.end) for unit in clause.times]
    return [m for m in marks if any(a <= m[0] < b or m[0] <= a < m[1] for a, b in spans)]


def _date(time: TimeMention) -> EventDate:
    return EventDate(time.first or "", time.last or "", time.precision or "day", time.text, time.inferred)


def _mark_date(mark: Mark | None) -> EventDate | None:
    return None if mark is None else _date(mark[2])


def _iso(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _earlier(day: str) -> str:
    year, rest = int(day[:4]) - 1, day[4:]
    return f"{year:04d}{'-02-28' if rest == '-02-29' else rest}"


def _years_before(base: EventDate | None, years: int) -> EventDate | None:
    """The day that an anniversary remembers."""
    day = _iso(base.start) if base is not None else None
    if base is None or day is None or day.year <= years:
        return None
    first = f"{day.year - years:04d}{base.start[4:]}".replace("-02-29", "-02-28")
    why = f"{years} before {base.text or base.start}, its anniversary"
    return EventDate(first, first if base.precision == "day" else base.end, base.precision, base.text, why)


def _shifted(base: EventDate | None, days: int, text: str) -> EventDate | None:
    """A day before or after a known one."""
    first = _iso(base.start) if base is not None else None
    if base is None or first is None or base.precision != "day":
        return None
    day = (first + datetime.timedelta(days)).isoformat()
    return EventDate(day, day, "day", text, f"counted from {base.text or base.start}")


def _moved(base: EventDate | None, count: _Count, sign: int) -> EventDate | None:
    """The date that lies the amount after (`sign` 1) or before a known day, as exact as the amount's unit."""
    first = _iso(base.start) if base is not None else None
    if base is None or first is None or base.precision != "day":
        return None
    why = f"counted from {base.text or base.start}"
    if count.value == "PAST_REF":
        if not re.search("ساع|دقا|لحظ|ثوان", count.text):
            return None
        return EventDate(base.start, base.start, "day", count.text, why)
    match = _AMOUNT.fullmatch(count.value)
    if match is None:
        return None
    years, months, weeks, days, hours = (int(group or 0) for group in match.groups())
    precision: Precision = "day"
    try:
        if years or months:
            total = first.year * 12 + first.month - 1 + sign * (12 * years + months)
            year, month = divmod(total, 12)
            if months:
                begin = datetime.date(year, month + 1, 1)
                following = datetime.date(year + month // 11, (month + 1) % 12 + 1, 1)
                end, precision = following - datetime.timedelta(1), "month"
            else:
                begin, end, precision = datetime.date(year, 1, 1), datetime.date(year, 12, 31), "year"
        else:
            begin = first + datetime.timedelta(sign * (7 * weeks + days + hours // 24))
            end = begin
            if weeks:
                begin, precision = begin - datetime.timedelta(begin.weekday()), "week"
                end = begin + datetime.timedelta(6)
    except (ValueError, OverflowError):
        return None
    return EventDate(begin.isoformat(), end.isoformat(), precision, count.text, why)


def share_dates(events: Sequence[Event]) -> list[Event]:
    """Give a mention without a date of its own the date of another mention of the same event in the article.

    The same event: equal type, mode, and countries of actors and recipients; or, for a definite noun (الهجوم, الضربات),
    equal type and no countries that differ; told as having happened, with one date only among the mentions that
    have one. The record says that the date was inferred, and from which words.
    """
    dated = [e for e in events if e.status in _TIMED and e.date is not None and e.date.text is not None]
    told: dict[tuple[object, ...], list[Event]] = {}
    for event in dated:
        if event.date is not None:
            told.setdefault((event.status == "future", *_same_event(event)), []).append(event)
    out = []
    for event in events:
        if event.status in ("actual", "future") and event.date is None:
            ahead = event.status == "future"
            same = told.get((ahead, *_same_event(event)), []) if any(_parties(event)) else []
            dates = [d.date for d in same if d.date is not None and not _elsewhere(d.place, event.place)]
            opens = event.sentence.start == 0
            again = event.event_type in _TOLD_AGAIN or (ahead and event.event_type == "AGREE")
            if not dates and again and (opens or _definite(event.anchor.text)):
                dates = [d.date for d in dated if d.date is not None and _told_again(d, event)]
            if len({(d.start, d.end) for d in dates}) == 1 and _fits(event, dates[0]):
                first = dates[0]
                why = f"another mention in the article: {first.text}"
                event = msgspec.structs.replace(event, date=msgspec.structs.replace(first, inferred=why))
        out.append(event)
    return out


def _elsewhere(one: Place | None, other: Place | None) -> bool:
    """Whether two places have names that differ."""
    return one is not None and other is not None and (one.name or one.text) != (other.name or other.text)


def _fits(event: Event, date: EventDate) -> bool:
    """Whether an event without a date may have happened then: past or ahead as it is told; what opens an article is
    its news, not what happened long before.
    """
    if event.pub_date is None:
        return True
    if event.status == "future":
        return date.end >= event.pub_date
    published = _iso(event.pub_date)
    if event.sentence.start == 0 and published is not None:
        return (published - datetime.timedelta(_WEEKS_TOLD)).isoformat() <= date.start <= event.pub_date
    return date.start <= event.pub_date


def _definite(anchor: str) -> bool:
    return anchor.split()[0].lstrip("وفبلك").startswith(("ال", "ل"))


def _told_again(dated: Event, event: Event) -> bool:
    """Whether a definite noun can mean the dated event told before it, or a headline the one told at length below."""
    if dated.event_type != event.event_type or (dated.status == "future") != (event.status == "future"):
        return False
    if event.sentence.start == 0:
        if dated.sentence.start == 0 or dated.event_mode != event.event_mode:
            return False
    elif dated.anchor.start >= event.anchor.start:
        return False
    pairs = zip(_parties(dated), _parties(event), strict=True)
    return all(not a or not b or a & b for a, b in pairs)


def _parties(event: Event) -> tuple[frozenset[str | None], frozenset[str | None]]:
    return frozenset(e.country for e in event.actors if e.country), frozenset(
        e.country for e in event.recipients if e.country
    )


def _same_event(event: Event) -> tuple[object, ...]:
    return (event.event_type, event.event_mode, *_parties(event))
