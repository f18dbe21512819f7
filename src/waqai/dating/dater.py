"""Dates the events of one article.

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

from waqai.dating import counted, expressions
from waqai.dating.content import WEEKDAY, of_content
from waqai.dating.days import (
    STORY_DAYS,
    Mark,
    date_of,
    iso_day,
    mark_date,
    month_of,
    moved_days,
    of_clause,
    year_earlier,
)
from waqai.dating.sharing import share_dates
from waqai.events.matcher import Fired
from waqai.events.reading import Reading
from waqai.events.triggers import Trigger, avenged
from waqai.grammar.clauses import Clause
from waqai.records import Event, EventDate, Status
from waqai.text.fold import fold
from waqai.times.vague import interval

_YEAR = re.compile(
    r"(?<![0-9٠-٩])(?:1[0-9]|20|١[٠-٩]|٢٠)[0-9٠-٩]{2}(?![0-9٠-٩])|[اأ]لقرن|تسعين|ثمانين|سبعين|ستين|خمسين"
)
#: adjectives that say that a date lies ahead, or is of now
_AHEAD = re.compile(r"مقبل|قادم|جاري|حالي|[اآ]تي|(?<!\w)(?:ال)?غد(?:ا|اً|ًا)?(?!\w)")
#: what joins the expressions of one list or range, as it is written
_JOINTS = {"و": " و", "الى": " إلى ", "حتى": " حتى "}
#: since the start of a period
#: what happens again and again
_AGAIN = re.compile(r"\s(?:متكرر|متواصل|متتالي|متلاحق|مستمر|متصاعد)\w*(?:\s|$)|\sمرارا\s|\s\d{2,}\s")
_FROM_START = re.compile("(?:مطلع|بداي[ةه]|[اأ]وائل|مستهل)")
#: the stretch of time that the report is written in
_THIS = re.compile("جاري|حالي|هذا|هذه")
#: amounts of time that reach to the day of writing: خلال الساعات الـ24 الماضية
_LATELY = re.compile("ماضي|[اأ]خير")
#: what a past verb cannot have happened in: دعا إلى التظاهر غدا
_COMING = re.compile("مقبل|قادم|[اآ]تي|غدا")
#: what says that no day is known yet
_NOT_SET = re.compile(
    r"موعد\S*\s+(?:لم|لا|غير|سيحدد|ي[حت]دد)|(?:لم|لا|دون|غير|عدم)\s+\S*(?:حدد|حديد)\S*|(?:وقت|موعد|تاريخ|أجل)\s+لاحق|لاحقا|فيما\s+بعد"
)
#: what says that it was at the time told before
_THEN = re.compile(r"(?<!\S)(?:حينها|انذاك|وقتها|حينئذ|وقتذاك|في\s+حينه|حينذاك)(?!\S)")
_SINCE_THEN = re.compile(r"(?<!\S)و?منذ(?:\s+ذلك\s+(?:الحين|الوقت|اليوم|التاريخ|العام)|\s*حينها|\s*ذاك|ئذ)(?!\S)")
_WAS = re.compile(r"(?<!\S)و?كان(?:ت|وا)?(?!\S)(?:(?!حيث|الذي|التي)[^،,؛:.])*$")
#: heads of those who tell the news as it happens
_REPORTER = re.compile(
    r"(?:ال)?(?:وسائل|وسيل[ةه]|وكال[ةه]|وكالات|مصادر|مصدر|تقارير|شهود|شاهد|قنا[ةه]|قنوات|صحيف[ةه]|صحف|مراسل|ناشطون|نشطاء|مرصد|انباء)(?:\s|$)"
)
_OPENING_WAS = re.compile(r"و?كان(?:ت|وا)?\s")
_THEN_REACH = 60  # letters between a verb and حينها
_YEAR_BACK = datetime.timedelta(days=365)
_OPENING = 3  # sentences that may name it
#: what opens a sentence that tells at length what the one before it told: ففي 12 آب، فيوم السبت
_FOR_ON = re.compile(r"ف(?:في\s+|قبل\s+)?(?:يوم\s+|(?:ال)?(?:عام|سنة|شهر|ليل[ةه]?|مساء|صباح|فجر|ظهر|عصر)\s+)*")
#: types of events that consist in saying something
_WORDS = frozenset(("ACCUSE", "REQUEST", "AGREE", "REJECT", "SUPPORT", "THREATEN", "CONCEDE"))


class _Own(NamedTuple):
    """What the words of an event's sentence give: a date, or that there can be none without words."""

    date: EventDate | None
    far: bool = False  # told as lying before the story, or at a time of its own
    by: EventDate | None = None  # when it was told, if it has no other date


def _by(mark: Mark) -> EventDate:
    """The date of an expression as that by which something had happened."""
    date = date_of(mark[2])
    return msgspec.structs.replace(date, text=None, inferred=f"at the latest: {date.text}")


class Dater:
    """Dates the events of one article, in the order of the text; `finish` gives the others theirs."""

    def __init__(self, published: datetime.date | None, written: datetime.date | None, text: str) -> None:
        self.published = published
        self.written = written or published  # the dateline's day, which "today" means
        self.text = text  # folded, as the offsets of marks are
        self.story: EventDate | None = None
        self.story_mark: Mark | None = None  # that it was read from
        self.story_said = False  # whether it is that of a statement
        self.told: datetime.date | None = None  # the last day told as past, for "two days later"
        self.sentences = 0
        self.last: EventDate | None = None  # the last date told, of whatever precision
        self.start = 0  # of the sentence
        self.line = -1  # where the paragraph starts
        self.paragraph: EventDate | None = None  # the last day that it told as past
        self._asked: list[tuple[_Own, EventDate | None]] = []
        self._types: list[str] = []
        self._before = 0  # events asked for before the sentence
        self._told_below: dict[int, EventDate] = {}  # by number: the date that the next sentence opens with
        self._counts: list[counted.Count] = []

    def begin(self, start: int, reading: Reading, marks: Sequence[Mark]) -> None:
        """Start a sentence, `start` in the folded text: read its counted amounts, and the story's day."""
        self.sentences += 1
        self.start = start
        line = self.text.rfind("\n", 0, start)
        if line != self.line:
            self.line, self.paragraph = line, None
        self._elaborate(start, marks)
        self._counts = [c for mark in marks if (c := counted.count(self.text, mark)) is not None]
        if self.story is None and self.sentences <= _OPENING and self.written is not None:
            self.story = self._story(reading, marks)

    def _elaborate(self, start: int, marks: Sequence[Mark]) -> None:
        """Where a sentence opens with ف and a time, that is when the deeds of the one before it happened."""
        first, self._before = self._before, len(self._asked)
        opening = _FOR_ON.match(self.text, start)
        if opening is None or not marks or marks[0][0] > opening.end() or self.written is None:
            return
        time = marks[0][2]
        if time.type not in ("DATE", "TIME") or not time.first or time.first > self.written.isoformat():
            return
        for number in range(first, len(self._asked)):
            own = self._asked[number][0]
            if self._types[number] not in _WORDS and own == _Own(None):
                date = date_of(time)
                why = f"told in the next sentence: {time.text}"
                self._told_below[number] = msgspec.structs.replace(date, text=None, inferred=why)

    def end(self, marks: Sequence[Mark]) -> None:
        """End a sentence: remember the last day it told as past."""
        for mark in marks:
            if mark[2].first and mark[2].type in ("DATE", "TIME") and not expressions.deadline(self.text, mark):
                self.last = date_of(mark[2])
            day = iso_day(mark[2].first)
            if mark[2].precision == "day" and day is not None and mark[2].type in ("DATE", "TIME"):
                if (self.written is None or day <= self.written) and not expressions.deadline(self.text, mark):
                    self.told = day
                    why = f"told before in the paragraph: {mark[2].text}"
                    self.paragraph = EventDate(day.isoformat(), mark[2].last or "", "day", None, why)

    def date(self, fired: Fired, reading: Reading, marks: Sequence[Mark]) -> tuple[EventDate | None, Status]:
        """The date that the words give, and the status as the date corrects it."""
        status: Status = fired.status  # type: ignore[assignment]
        own = self._own(fired, reading, marks)
        self._asked.append((own, self.paragraph))
        self._types.append(fired.type)
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
        for number, (event, (own, paragraph)) in enumerate(zip(supplied, self._asked, strict=True)):
            if event.date is None and event.status == "actual" and not own.far:
                date = self._told_below.get(number) or paragraph or self._default(event.event_type)
                if own.by is not None and (date is None or own.by.start < date.start):
                    date = own.by
                if date is not None and self.published is not None:
                    if date.end < (self.published - _YEAR_BACK).isoformat():
                        event = msgspec.structs.replace(event, status="historical")
                event = msgspec.structs.replace(event, date=date)
            elif (
                event.date is None
                and event.status == "future"
                and not own.far
                and self.written is not None
                and not (_NOT_SET.search(event.sentence.text))
            ):
                event = msgspec.structs.replace(event, date=month_of(self.written))
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
        day = iso_day(self.story.start) if self.story is not None else None
        if self.story is None or self.written is None or day is None:
            return False
        late = "ليل" in (self.story.inferred or "") or ("مساء" in (self.story.inferred or "") and not self.story_said)
        return (self.written - day).days > 1 or late

    # -- the words ---------------------------------------------------------------------------------------------

    def _own(self, fired: Fired, reading: Reading, marks: Sequence[Mark]) -> _Own:
        trigger = fired.trigger
        dated = [
            m if counted.of_event(self.text, m) else (m[0], m[1], interval(m[2], self.written)) for m in marks
        ]
        dated = [
            m for m in dated if m[2].first is not None and (m[2].type in ("DATE", "TIME") or _LATELY.search(m[2].text))
        ]
        if fired.gap is not None:
            behind = next((m for m in dated if m[0] >= fired.gap.time), None)
            return _Own(date_of(behind[2])) if behind is not None else _Own(None, far=True)
        told = fired.status == "actual" and trigger.kind == "verb" and trigger.clause.tense == "p"
        text = self.text
        usable = [
            m for m in dated
            if not expressions.until(text, m) and not expressions.compared(text, m)
            and not expressions.of_deed_since(text, trigger, m) and not expressions.before_and(text, trigger, m)
            and not (told and _COMING.search(m[2].text))
            and not expressions.of_cause(text, trigger.unit.end, m)
            and not expressions.of_report(text, trigger.unit.end, m)
            and not expressions.of_dateline(text, self.start, m)
        ]  # fmt: skip
        spoken = [m for m in usable if of_content(text, fired, m, self.written)]
        if spoken:
            usable = [m for m in usable if m not in spoken]
            if self.story is not None and self.story_mark in spoken:
                self.story = None  # اتهمت بغداد أنقرة بقصف القرية الجمعة: not the day that the article tells of
        mark = expressions.bracketed(text, trigger, usable) or expressions.on_that_day(text, trigger, dated)
        mark = mark or expressions.of_relative(text, trigger, reading, usable)
        mark = mark or expressions.scheduled(text, trigger, usable)
        if mark is not None:
            return _Own(date_of(mark[2]))
        years = counted.anniversary(text, trigger)
        if years:
            base = mark_date(expressions.nearest(text, trigger, usable)) or self._base(fired)
            return _Own(counted.years_before(base, years), far=True)
        count = counted.counted_from(text, trigger, self._counts)
        if count is not None and any(m[0] > count.end for m in of_clause(trigger.clause, usable)):
            count = None  # بعد يومين من العملية التي استهدفت الأربعاء: it has a day of its own
        if count is not None:
            base = mark_date(expressions.nearest(text, trigger, usable)) or self._base(fired)
            return _Own(counted.moved(base, count, -count.sign), far=True)
        elsewhere = expressions.elsewhere(trigger)
        if elsewhere is None and not of_clause(trigger.clause, usable):
            elsewhere = expressions.told_elsewhere(trigger)
        mark = expressions.nearest(text, trigger, usable)
        if elsewhere is None and avenged(trigger):
            if mark is None:
                return _Own(None, far=True)  # a day told elsewhere in the article is that of the revenge
            elsewhere = "اثر"  # دمرت السبت الطائرات ردا على قصف: it came before
        if elsewhere is not None and not (mark is not None and expressions.right_behind(text, trigger, mark)):
            days = expressions.OTHER_TIME[elsewhere]
            if days is None:
                return self._beside(elsewhere, mark)
            base = mark_date(mark) or self._base(fired)
            return _Own(counted.shifted(base, days, f"{elsewhere} {trigger.unit.text}"))
        if mark is not None:
            return _Own(self._since(trigger, mark) or self._span(mark, usable))
        vehicle = None
        if fired.type in _WORDS:
            vehicle = expressions.of_document(text, trigger, usable) or expressions.of_vehicle(trigger, reading, usable)
        if vehicle is not None:
            return _Own(date_of(vehicle[2]))
        then = self._then(trigger) or self._since_then(trigger)
        if then is not None:
            return _Own(then)
        after = counted.after_told(text, trigger, self._counts, self.told)
        if after is not None:
            return _Own(after)
        if counted.before_untold(trigger, self._counts):
            return _Own(None, far=True)  # هدده قبل أيام من الحرب
        if len(usable) == 1 and expressions.line_to(text, trigger, reading, usable[0]):
            return _Own(date_of(usable[0][2]))
        said = self._said(fired, usable)
        if said.date is None and said.by is None and (self._pluperfect(trigger) or avenged(trigger)):
            return _Own(None, far=True)  # غارات ردا على هجمات: those came before
        if said.date is None and said.by is None:
            setting = expressions.of_setting(trigger, usable) or self._reported(trigger, dated)
            if setting is not None:
                return _Own(None, by=_by(setting))
            day = self.told if expressions.beside_told(trigger) else None
            if day is not None and self.written is not None and 0 < (self.written - day).days <= STORY_DAYS:
                why = "about the time of what was told before"
                return _Own(None, by=EventDate(day.isoformat(), day.isoformat(), "day", None, why))
        return said

    def _beside(self, elsewhere: str, mark: Mark | None) -> _Own:
        """What the clause's happening followed: in its year or month, else by its day (استقالت الأحد إثر مقتل)."""
        if elsewhere in ("منذ", "قبل"):
            return _Own(None, far=True)
        if mark is None or elsewhere == "قبيل":
            return _Own(None)
        date = date_of(mark[2])
        if date.precision != "day" and elsewhere in ("اثر", "عقب"):
            return _Own(date)
        return _Own(None, by=_by(mark))

    def _said(self, fired: Fired, usable: Sequence[Mark]) -> _Own:
        """What was done by saying it has the day of the saying; what is told in the past had happened by then."""
        mark = expressions.of_speech(fired.trigger, usable) if fired.status == "actual" else None
        if mark is None or mark[2].precision != "day":
            return _Own(None)
        date = date_of(mark[2])
        if fired.type in _WORDS and fired.trigger.clause.tense != "p":
            return _Own(date)  # قال الأحد إن بلاده ترفض
        return _Own(None, by=msgspec.structs.replace(date, text=None, inferred=f"told then: {date.text}"))

    def _reported(self, trigger: Trigger, marks: Sequence[Mark]) -> Mark | None:
        """When others told of it: سلمت بغداد مذكرة، وفق ما نقلت وسائل إعلام | يوم الثلاثاء. It had happened by then."""
        end = trigger.unit.end
        return next((m for m in marks if m[2].precision == "day" and expressions.of_report(self.text, end, m)), None)

    def _pluperfect(self, trigger: Trigger) -> bool:
        """كان (قد) + past: before what is told; also what was said then (وكانت الرياض أعلنت أنها لن تشارك)."""
        holders = [trigger.clause] if trigger.governor is None else [trigger.clause, trigger.governor]
        below = trigger.clause
        for above in below.ancestors():
            if below.kind != "comp" or not any("speech" in v.kinds for v in above.verbs):
                break
            teller = above.subject or above.topic
            if teller is not None and any(_REPORTER.match(unit.text) for unit in teller.units):
                break  # وكانت وسائل إعلام قد ذكرت أن انفجارا وقع: news of the story
            holders.append(above)
            below = above
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
        if trigger.kind == "noun" and trigger.governor is not None:
            clause = trigger.governor  # يشن التحالف هجمات منذ 2015
        ongoing = clause.unit is not None and clause.tense == "i" and not clause.future
        if self.written is None or not before or before[-1].lstrip("وف") != "منذ":
            return None
        today = self.written.isoformat()
        unit = {"year": today[:4], "month": today[:7]}.get(time.precision or "")
        within = unit is not None and (time.first or "").startswith(unit) and _FROM_START.match(time.text) is not None
        # هجمات متكررة منذ أكتوبر, هدمت 157 منزلا منذ منتصف سبتمبر
        again = _AGAIN.search(self.text[trigger.unit.start : mark[0]]) is not None
        if not (ongoing or within or again):  # within: أعدمت 198 شخصا منذ مطلع العام
            return None
        if not time.first or time.first >= today:
            return None
        why = "since then, and going on" if ongoing else "since then"
        return EventDate(time.first, today, time.precision or "day", time.text, why)

    def _span(self, mark: Mark, usable: Sequence[Mark]) -> EventDate:
        """The date of an expression, with those that one range or list of days joins to it: يومي السبت والأحد."""
        date = date_of(mark[2])
        ranged = self.text[max(0, mark[0] - 5) : mark[0]].rstrip().endswith("بين")
        for other in usable:
            joint = expressions.joined(self.text, mark, other)
            if joint is None or other[2].precision != mark[2].precision or not (date.end < (other[2].first or "")):
                continue
            first, last = iso_day(date.end), iso_day(other[2].first)
            following = first is not None and last is not None and (last - first).days == 1
            if ranged or joint != "و" or (following and date.precision == "day"):
                text = f"{date.text}{_JOINTS.get(joint, joint)}{other[2].text}"
                date = msgspec.structs.replace(date, end=other[2].last or date.end, text=text)
                mark = other
        return date

    def _opens_with_was(self, clause: Clause) -> bool:
        """وكان at the head of the sentence, and a long subject before its verb."""
        return clause.kind == "main" and _OPENING_WAS.match(self.text, self.start) is not None

    def _then(self, trigger: Trigger) -> EventDate | None:
        """What happened then (حينها) has the date told last, of whatever precision."""
        if self.last is None:
            return None
        end = trigger.unit.end
        found = _THEN.search(self.text, end, end + _THEN_REACH)
        if found is None or expressions.BREAK.search(self.text, end, found.start()):
            return None
        return msgspec.structs.replace(self.last, text=found.group(), inferred=f"told before: {self.last.text}")

    def _since_then(self, trigger: Trigger) -> EventDate | None:
        """What went on since the time told last: ومنذ ذلك الحين قتلت، ارتفعت ... منذ ذلك الوقت."""
        if self.last is None or self.written is None or self.last.start >= self.written.isoformat():
            return None
        unit = trigger.unit
        found = _SINCE_THEN.match(self.text, self.start)
        if found is not None:
            between = found.end(), unit.start
        else:
            found = _SINCE_THEN.search(self.text, unit.end, unit.end + _THEN_REACH)
            if found is None:
                return None
            between = unit.end, found.start()
        if expressions.BREAK.search(self.text, *between):
            return None
        why = f"since what was told before: {self.last.text}"
        return EventDate(self.last.start, self.written.isoformat(), self.last.precision, found.group().strip(), why)

    def _base(self, fired: Fired) -> EventDate | None:
        return self._default()

    # -- the story's day ---------------------------------------------------------------------------------------

    def _story(self, reading: Reading, marks: Sequence[Mark]) -> EventDate | None:
        """The day that the opening tells of: a day just past, in the first clause that has one."""
        assert self.written is not None
        for clause in reading.parse.clauses:
            if clause.tense == "i" and (clause.future or clause.kind != "main"):
                continue
            if self.sentences > 1 and clause.aux and clause.tense == "p":
                continue  # وكان العشرات تظاهروا الأحد: told as lying before the story
            known = clause.kind == "rel" and (
                clause.opener or clause.antecedent is None or not clause.antecedent.head.has("frames")
            )
            if known:  # التقى نظيره الذي وصل الأحد; but the news of هجوم شنه مسلحون الأحد is the attack
                continue
            for mark in of_clause(clause, marks):
                time = mark[2]
                day = iso_day(time.first)
                if (
                    day is not None and time.precision == "day" and time.type in ("DATE", "TIME")
                    and 0 <= (self.written - day).days <= STORY_DAYS and not expressions.deadline(self.text, mark)
                    and not expressions.of_cause(self.text, 0, mark)
                    and not expressions.of_report(self.text, self.start, mark)
                    and not expressions.of_dateline(self.text, self.start, mark)
                ):  # fmt: skip
                    self.story_mark = mark
                    self.story_said = any("speech" in verb.kinds for verb in clause.verbs)
                    why = None if day == self.written else f"the day of the story: {time.text}"
                    return EventDate(time.first or "", time.last or "", "day", None, why)
        return None

    # -- what the date says of the event -----------------------------------------------------------------------

    def _planned_within(self, date: EventDate, fired: Fired) -> bool:
        """Whether a visit or meeting is to come in the month or year that it is written in: يزور بغداد الشهر الجاري."""
        clause = fired.trigger.clause
        return (
            fired.trigger.kind == "verb" and fired.type == "CONSULT" and clause.tense == "i" and clause.kind == "main"
            and not clause.aux and date.precision in ("month", "season", "year")
            and _THIS.search(date.text or "") is not None
        )  # fmt: skip

    def _from_then_on(self, text: str) -> bool:
        """Whether something announced holds from that day on: فرض رسوم اعتبارا من | الأول من أغسطس."""
        day = re.escape(fold(text).text)
        return re.search(rf"(?:اعتبار|ابتداء|بدء)\S{{0,2}} من (?:يوم )?{day}", self.text) is not None

    def _year_before(self, date: EventDate, fired: Fired, status: Status) -> EventDate:
        """A past verb with a day that lies ahead means the year before (في 7 أكتوبر شنت ..., told on 4 October)."""
        if (
            self.published is None or status != "actual" or fired.trigger.clause.tense != "p" or not date.text
            or date.start <= self.published.isoformat() or _YEAR.search(date.text)
            or date.precision not in ("day", "month") or _AHEAD.search(date.text) or self._from_then_on(date.text)
        ):  # fmt: skip
            return date
        if WEEKDAY.fullmatch(date.text):  # the tagger took an announcement near it for the event's
            return moved_days(date, -7)
        return msgspec.structs.replace(date, start=year_earlier(date.start), end=year_earlier(date.end))

    def _status(self, date: EventDate, fired: Fired, status: Status) -> Status:
        """Future when it lies ahead, historical more than a year back."""
        if status != "actual":
            return status
        if self.published is None:
            # news writes the year only when it is not its own
            return "historical" if date.text and _YEAR.search(date.text) else status
        if date.end < (self.published - _YEAR_BACK).isoformat():
            return "historical"
        if date.start <= self.published.isoformat() < date.end and self._planned_within(date, fired):
            return "future"
        if date.start > self.published.isoformat():
            held = fired.trigger.phrase is not None and fired.trigger.phrase.prep in ("خلال", "اثناء")  # خلال زيارته
            told = fired.type in ("CONSULT", "PROTEST") and fired.trigger.kind == "noun" and not held
            if fired.trigger.clause.tense != "p" or (told and _AHEAD.search(date.text or "")):
                return "future"
        return status
