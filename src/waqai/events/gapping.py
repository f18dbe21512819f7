"""Gapping: a second happening told by what differs alone, its target and its time (قصف المطار في فبراير والقاعدة
مطلع الشهر، قتل ثلاثة في الموصل الأحد وخمسة في كركوك الاثنين).

The pattern is asked for whole, so that lists of targets stay one event: a target, perhaps where it lies, and a time;
then, joined by و, another target, perhaps where it lies, and a time of its own. Nothing else may stand between.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from waqai.actors.mentions import PLACE_PREPS, Mention
from waqai.events.matcher import Fired, Gap
from waqai.events.reading import Reading
from waqai.grammar.phrases import Chunk

#: what is done to one target after another
_TYPES = frozenset(("ASSAULT", "COERCE"))
#: what may follow a number in place of those counted
_MORE = frozenset(("اخرون", "اخرين", "غيرهم"))


def gapped(fired: Sequence[Fired], reading: Reading) -> list[Fired]:
    """The events of a sentence, each followed by those that share its words but have a target and a time of their own.

    These tell in `gap` where both stand; their dates and places are read there.
    """
    out: list[Fired] = []
    for event in fired:
        out.append(event)
        if event.type in _TYPES and not event.frame.symmetric:
            out += _others(event, reading)
    return out


def _others(event: Fired, reading: Reading) -> Iterator[Fired]:
    """What was done to further targets at other times."""
    first = next((m for m in event.recipients if m.phrase is not None and not m.implied), None)
    if first is None or first.phrase is None or first.phrase.end <= event.trigger.unit.start:
        return
    same = first.phrase is event.trigger.phrase  # بقصف المطار ... والقاعدة: target and deed are one phrase
    prep = "" if same else first.phrase.prep
    chunks = reading.parse.chunks
    time = _time_of(chunks, reading.position[id(first.phrase)])
    while time is not None and time + 1 < len(chunks):
        phrase = chunks[time + 1].phrase
        time = _time_of(chunks, time + 1)
        if phrase is None or time is None or phrase.conj != "و" or phrase.prep not in ("", prep):
            return
        if phrase.head.has("frames") and "target_place" not in phrase.head.classes:
            return  # قصف المطار الأحد واجتماع الوزراء الاثنين
        verb = chunks[time + 1].unit if time + 1 < len(chunks) and chunks[time + 1].kind == "V" else None
        if verb is not None and not verb.conj:
            return  # هاجموا المركز الأحد والجيش الاثنين قال إنه سيرد: who does something else
        found = [m for m in reading.mentions(phrase) if m.country or m.sector or m.ar]
        if all(u.tag == "NUM" or u.text in _MORE for u in phrase.units):
            found = [_of_them(first, reading.thing(phrase))]
        yield event._replace(recipients=found or [reading.thing(phrase)], gap=Gap(phrase, chunks[time].start))


def _of_them(first: Mention, more: Mention) -> Mention:
    """Further people of whom only the number is told: they are such as those before."""
    more.country, more.sector = first.country, first.sector
    return more


def _time_of(chunks: Sequence[Chunk], target: int) -> int | None:
    """The number of the chunk of the time that follows a target, with only words for its place between."""
    for number in range(target + 1, len(chunks)):
        item = chunks[number]
        if item.kind == "T":
            return number
        if item.kind != "PP" or item.phrase is None or item.phrase.conj or item.phrase.prep not in PLACE_PREPS:
            return None
    return None
