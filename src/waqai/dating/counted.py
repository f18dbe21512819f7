"""Days counted from something told: بعد يومين من مقتل, غداة التظاهرة, في الذكرى الثانية."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import NamedTuple

from waqai.dating.days import Mark, iso_day
from waqai.events.triggers import Trigger
from waqai.records import EventDate, Precision

#: words before an amount that count from something told, with the direction
_COUNTED = {"بعد": 1, "عقب": 1, "قبل": -1, "قبيل": -1}
#: what joins an amount to what it counts from, up to the event's word: بعد يومين من/على (مقتل قائد في) ضربة
_FROM = re.compile(r"\s+(?:من|على|عن)\s+(?:[^\s،,؛:.()«»\"-]+\s+){0,20}$")
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
#: behind بعد ساعات من, what was told before: كشفها, ذلك
_OF_TOLD = re.compile(r"\s+(?:من|على|عن)\s+(?:ذلك|[^\s،,.]{2,}(?:ه|ها|هم|هما))(?![^\s،,.])")
_FROM_NOW = re.compile(r"\s+من\s+(?:الان|اليوم)(?!\S)")
#: before an amount that opens its sentence
_OPENS = re.compile(r"(?:^|[.!؟\n]\s*)و?$")
_AMOUNT = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(\d+)H)?")


class Count(NamedTuple):
    """An amount counted from something told: ``sign`` 1 after it, -1 before; `of` where what it counts from follows."""

    start: int
    end: int
    sign: int
    text: str
    value: str
    of: bool


def count(text: str, mark: Mark) -> Count | None:
    """The amount that an expression counts, behind a word that counts from something told; else None."""
    time = mark[2]
    before = text[: mark[0]].rsplit(None, 2)[-1:] if mark[0] else []
    first = time.text.split()[0]
    word = before[0].lstrip("وف") if before else ""
    if word not in _COUNTED and first.lstrip("وف") in _COUNTED:
        word = first.lstrip("وف")  # بعد ساعات: the word is within the expression
    if word not in _COUNTED or not (time.type == "DURATION" or time.value == "PAST_REF"):
        return None
    of = re.match(r"\s+(?:من|على|عن)\s", text[mark[1] : mark[1] + 6]) is not None
    return Count(mark[0], mark[1], _COUNTED[word], time.text, time.value, of)


def of_event(text: str, mark: Mark) -> bool:
    """Whether a vague amount is counted from something told, not from today: قبل أيام قليلة من الحرب."""
    counts = count(text, mark)
    return counts is not None and counts.of and _FROM_NOW.match(text, mark[1]) is None


def anniversary(text: str, trigger: Trigger) -> int:
    """How many years back what is remembered lies: في الذكرى الثانية لمقتل; 0 where none is."""
    start = trigger.unit.start
    found = _ANNIVERSARY.search(text, max(0, start - 60), start + len(trigger.unit.prep))
    return _YEARS.get(found.group(1), 0) if found is not None else 0


def counted_from(text: str, trigger: Trigger, counts: Sequence[Count]) -> Count | None:
    """The amount that is counted from the event: بعد يومين من مقتل."""
    start = trigger.unit.start
    for count in counts:
        if count.of and count.end < start < count.end + 200 and _FROM.fullmatch(text[count.end : start]):
            return count
    return None


def after_told(text: str, trigger: Trigger, counts: Sequence[Count], told: datetime.date | None) -> EventDate | None:
    """بعد يومين, without what it counts from: from the last day told."""
    if told is None:
        return None
    spans = [(u.start, u.end) for c in (trigger.clause, trigger.governor) if c is not None for u in c.times]
    for count in counts:
        own = not count.of or _OF_TOLD.match(text, count.end) is not None
        opens = _OPENS.search(text, max(0, count.start - 12), count.start) is not None
        opening = opens and trigger.clause.kind == "main"
        if own and count.sign > 0 and (opening or any(a <= count.start < b for a, b in spans)):
            base = told.isoformat()
            return moved(EventDate(base, base, "day"), count, 1)
    return None


def before_untold(trigger: Trigger, counts: Sequence[Count]) -> bool:
    """Whether the event's clause counts back from something whose day is not told: قبل أيام من الحرب."""
    spans = [(unit.start, unit.end) for unit in trigger.clause.times]
    back = (c for c in counts if c.of and c.sign < 0 and not re.search("ساع|دقا|لحظ", c.text))
    return any(a <= c.start < b for c in back for a, b in spans)


def years_before(base: EventDate | None, years: int) -> EventDate | None:
    """The day that an anniversary remembers."""
    day = iso_day(base.start) if base is not None else None
    if base is None or day is None or day.year <= years:
        return None
    first = f"{day.year - years:04d}{base.start[4:]}".replace("-02-29", "-02-28")
    why = f"{years} before {base.text or base.start}, its anniversary"
    return EventDate(first, first if base.precision == "day" else base.end, base.precision, base.text, why)


def shifted(base: EventDate | None, days: int, text: str) -> EventDate | None:
    """A day before or after a known one."""
    first = iso_day(base.start) if base is not None else None
    if base is None or first is None or base.precision != "day":
        return None
    day = (first + datetime.timedelta(days)).isoformat()
    return EventDate(day, day, "day", text, f"counted from {base.text or base.start}")


def moved(base: EventDate | None, count: Count, sign: int) -> EventDate | None:
    """The date that lies the amount after (`sign` 1) or before a known day, as exact as the amount's unit."""
    first = iso_day(base.start) if base is not None else None
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
