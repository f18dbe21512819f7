"""Dates of what is asked for, blamed or promised, which are not those of the asking.

``طالب المجلس إسرائيل بالانسحاب في تموز المقبل``: July is when they are to withdraw. ``اتهمت بغداد أنقرة بقصف قرية يوم
الجمعة``: on Friday the village was shelled. The press puts the day of the act of speech before its content (``دعا أمس
إلى ...``), or apart by a comma; a day behind the content is that of the content where it can be: behind a demand,
threat or promise no day just past, unless it is one that meetings and protests are called for.
"""

from __future__ import annotations

import datetime
import re

from waqai.dating.days import Mark
from waqai.events.matcher import Fired
from waqai.grammar.phrases import Phrase

#: prepositions of the content of acts of speech, by type; "" the object
_PREPOSITIONS = {
    "REQUEST": ("الى", "ب", "على", ""), "THREATEN": ("ب", "من", ""), "AGREE": ("ب", "على", ""), "ACCUSE": ("ب", ""),
    "REJECT": ("", "ب"), "SUPPORT": ("", "ب"), "CONCEDE": ("ب", "على", ""),
}  # fmt: skip
#: frames of deeds, whose day is their own: وقعت الدولتان اتفاق التعاون في 2019
_DONE = frozenset(("support.sign",))
#: types whose content lies ahead
_AHEAD = frozenset(("REQUEST", "THREATEN", "AGREE"))
#: what people are called to on a day that is named
_CALLED_FOR = re.compile(
    r"تظاهر|مظاهر|احتجاج|[اإ]ضراب|اعتصام|اجتماع|جلس[ةا]|قم[ةت]|مؤتمر|نزول|خروج|عصيان|مسير|انتخاب|اقتراع|تصويت|تجمع|"
    r"حداد|استفتا|مشارك|حضور|[اإ]غلاق|مقاطع|جولة"
)
WEEKDAY = re.compile(
    r"(?:يوم\s+|(?:صباح|مساء|ظهر|عصر|فجر|ليل)\s+)?(?:يوم\s+)?ال(?:سبت|[اأ]حد|[اإ]ثنين|ثلاثاء|[اأ]ربعاء|خميس|جمعة)"
)
_FROM_ON = re.compile(r"(?<!\S)(?:بدءا|اعتبارا|ابتداء|انطلاقا)\s+من\s*$")
#: a name in quotation marks within the content
_QUOTED = re.compile(r"\"[^\"،,؛:.]{1,40}\"|«[^»،,؛:.]{1,40}»|“[^”،,؛:.]{1,40}”")
#: what separates the day of speech from its content
_APART = re.compile('[،,؛:.«»"()-]')


def of_content(text: str, fired: Fired, mark: Mark, written: datetime.date | None) -> bool:
    """Whether an expression behind an act of speech tells when its content was or is to be, not the act itself."""
    kind = fired.frame.type  # a planned meeting is an AGREE, but no act of speech: سيجتمع بنظيره الأحد
    prepositions = _PREPOSITIONS.get(kind)
    trigger = fired.trigger
    if prepositions is None or mark[0] < trigger.unit.end or trigger.kind == "noun" or fired.frame.name in _DONE:
        return False
    content: Phrase | None = None
    for phrase in (*trigger.pps, trigger.clause.object):
        if phrase is None or not trigger.unit.end <= phrase.start <= phrase.end <= mark[0]:
            continue
        if phrase.preposition in prepositions and _names_act(phrase, kind):
            content = phrase
            break
    if content is None or _APART.search(_QUOTED.sub("", text[content.start : mark[0]])):
        return False
    if kind not in _AHEAD or _FROM_ON.search(text, content.start, mark[0]):
        return True
    last = mark[2].last or mark[2].first
    if written is None or last is None or last > written.isoformat():
        return True
    # behind a demand a day just past is that of the demand; but people are called to the streets for a weekday
    return last < written.isoformat() and (
        WEEKDAY.fullmatch(mark[2].text) is not None and _CALLED_FOR.search(content.head.text) is not None
    )


def _names_act(phrase: Phrase, kind: str) -> bool:
    """Whether a phrase says what is asked for or blamed, rather than who is; a lone الهجوم tells nothing new."""
    head = phrase.head
    if head.named or head.has("roles") or head.has("demonyms"):
        return False
    if not phrase.preposition and not head.has("frames"):
        return False
    return kind in _AHEAD or len(phrase.units) > 1
