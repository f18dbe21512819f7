"""Told or only named: whether an event noun of violence, coercion or protest reports that something happened.

A noun (هجوم, اغتيال) reports where a verb says that it took place (وقع, شن, تعرض ل), where its victims are told, where
a relative clause describes it, or where nothing says otherwise. It is only spoken of

- behind words of inquiry (التحقيق في, المتهم ب), of what may come (احتمال, خطة) and of subject matters (ظاهرة, فتوى);
- behind `any` (أي هجوم), a demonstrative (هذه الاعتداءات) or `like` (مثل), and as the start of a time (منذ اغتيال ...);
- where it is taken up again with nothing said of it (توقيت الهجوم);
- where a protest is only why something is done (استقال احتجاجا على ...);
- in a question.

The words stand in ``classes/telling.yml``. The rules follow the annotation guidelines: what is only possible, or a name
made from an event, is no event.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from waqai.events.reading import Reading
from waqai.events.responsibility import responsible
from waqai.events.triggers import Trigger, sufferer
from waqai.grammar.units import Unit

#: word classes that a noun may hang on, and what is said where it does
_LEADS = {
    "inquiry": "named as the matter of an inquiry",
    "prospect": "named as something possible, wanted or feared",
    "matter": "named as a subject matter",
}
_HAPPENING = frozenset(("existential", "active", "active_prep", "passive"))
_ANY = frozenset(("اي", "اية", "ايه"))
_NAMING_PREPS = frozenset(("منذ", "مثل"))
#: what goes on since it began is told, too: منذ بدء الغزو
_BEGINNING = frozenset(("بدء", "بداية", "اندلاع", "انطلاق", "بدا"))
#: prepositions by which a noun hangs on the one before it
_OF = frozenset(("في", "ب", "ل", "من", "على", "عن", "الى", "ضد", "حول", "بشان"))
_QUESTION = ("?", "؟")


def only_named(trigger: Trigger, reading: Reading, event_type: str, told_of_victims: bool) -> str | None:
    """Why the noun of `trigger` reports nothing, or None where it does.

    `told_of_victims`: the sentence tells of dead or wounded by another trigger. Protests are told in looser ways
    (المظاهرات السلمية with nothing said of them): only the plainest signs count.
    """
    phrase = trigger.phrase
    if event_type == "PROTEST" and _reason(trigger):
        return "named as the reason of something"
    if phrase is None or told_of_victims:
        return None
    if any(unit.text.strip("لب") in _ANY for unit in phrase.units if unit.start < trigger.unit.start):
        return "any such event, not one"
    if _counts_as(trigger, reading):
        return "what such an event would count as"
    prep = _prep(trigger, reading)
    told = any(clause.unit is not None for clause in reading.relatives.get(id(phrase), ()))
    alone = not told and not reading.resolver.demonyms(phrase, trigger.unit.end)  # nobody is said to have done it
    since = prep == "منذ" and alone and not any(_BEGINNING & unit.keys for unit in phrase.units)
    if since or (prep in _NAMING_PREPS and not trigger.clause.times):
        return "named for its time or as an example"
    if event_type == "PROTEST":
        reason = _lead(trigger, reading) or _taken_up(trigger) if trigger.light is None else None
        return reason if reason != _LEADS["matter"] else None
    if sufferer(trigger) is not None:
        return None  # بعد تعرض المدنيين للقصف
    if responsible(trigger, reading):
        return None  # نفت أي صلة لها بالهجوم: it did happen, and who denies it is told
    if told:
        return None
    if trigger.light is None:
        reason = _lead(trigger, reading) or _taken_up(trigger)
        if reason is not None:
            return reason
    if trigger.unit.art and not trigger.pps and not happening(trigger) and not trigger.clause.times:
        return "named with nothing said of it"
    return None


#: verbs that say what something counts as, folded
_COUNTING = frozenset("اعتبر عد عد/عدد مثل شكل".split())


def _counts_as(trigger: Trigger, reading: Reading) -> bool:
    """Whether a deed is only said to count as the noun's: أي اعتداء على إحداهما هو | اعتداء على الأخرى, الهجوم على دولة
    عضو يعتبر | هجوما على الحلف.
    """
    phrase, clause = trigger.phrase, trigger.clause
    position = reading.position.get(id(phrase), 0)
    if phrase is None or trigger.unit.enc:
        return False
    copula = reading.parse.chunks[position - 1].unit if position else None
    if copula is not None and copula.text in ("هو", "هي") and not trigger.unit.art:
        earlier = [c.phrase for c in reading.parse.chunks[max(0, position - 4) : position - 1] if c.phrase is not None]
        return any(p.units[0].text in _ANY or (p.head.has("frames") and not p.prep) for p in earlier)
    said = clause.tense == "i" and any(verb.lemma in _COUNTING for verb in clause.verbs)
    subject = clause.subject
    if not said or subject is None or not (subject.units[0].text in _ANY or subject.head.has("frames")):
        return False
    return phrase is clause.object


def forbidden(trigger: Trigger, reading: Reading) -> bool:
    """Whether the noun, or one coordinated with it, is what a ban is about: منع المظاهرات | والوقفات."""
    banned = trigger.clause.object
    if any("ban" in verb.classes for verb in trigger.clause.verbs) and banned is not None:
        if any(part is trigger.phrase for part in banned.all):
            return True
    chunks, k = reading.parse.chunks, reading.position.get(id(trigger.phrase), 0)
    first = chunks[k].phrase
    if k and first is not None and first.units[0].conj == "و":
        first = chunks[k - 1].phrase
    if first is None:
        return False
    return any("ban" in unit.classes for unit in first.units if unit.start < trigger.unit.start)


def happening(trigger: Trigger) -> bool:
    """Whether the verb that governs the noun says that it took place, or who did it."""
    governor, phrase = trigger.governor, trigger.phrase
    if trigger.light is not None:
        return True
    if governor is None or governor.unit is None or phrase is None:
        return False
    if not any(kind.split("+")[0] in _HAPPENING for verb in governor.verbs for kind in verb.kinds):
        return False
    return governor.subject is phrase or governor.object is phrase or any(p is phrase for p in governor.pps)


def _taken_up(trigger: Trigger) -> str | None:
    """A demonstrative before the noun: هذه الاعتداءات."""
    units = trigger.phrase.units if trigger.phrase is not None else ()
    first = next((u for u in units if u is trigger.unit or u.tag == "DEM"), trigger.unit)
    if trigger.fill("between"):
        return None  # هذه المواجهات | بين الجيش والمتمردين
    return None if first is trigger.unit else "taken up again"


def _reason(trigger: Trigger) -> bool:
    """The accusative of purpose that says why something is done: خرج الطلاب | احتجاجا على القرار, but not the object of
    شهد and نظم.
    """
    if trigger.unit.text.removeprefix("و") != "احتجاجا" or trigger.light is not None:
        return False
    governor = trigger.governor
    if governor is None or governor.object is not trigger.phrase:
        return True
    kinds = {kind for verb in governor.verbs for kind in verb.kinds}
    happens = "existential" in kinds and not (governor.subject is not None and governor.subject.head.has("frames"))
    return not (happens or "active" in kinds)


def asked(units: list[Unit]) -> bool:
    """Whether a sentence is a question: an interview's, a columnist's."""
    return bool(units) and units[-1].text in _QUESTION


def _lead(trigger: Trigger, reading: Reading) -> str | None:
    """What is said by the words that the noun hangs on: those before it in its phrase or before the phrase that it is
    coordinated with (فكرة الانتحار والتفجير), and the phrase that its own prepositional phrase follows (التحقيق في
    اغتيال) where the preposition is not the verb's (تعرض مقر الحزب لهجوم).
    """
    phrase = trigger.phrase
    assert phrase is not None
    position = reading.position.get(id(phrase), 0)
    first = reading.parse.chunks[position].phrase or phrase
    inside = list(takewhile(lambda unit: unit is not trigger.unit, phrase.units))
    found = _said(inside if first is phrase else [*inside, first.units[0]], _LEADS)
    prep = first.preposition
    if found is not None or not position or prep not in _OF or _takes(trigger, prep):
        return found
    before = reading.parse.chunks[position - 1].phrase
    if before is None or (prep == "عن" and before.head.enc):
        return None  # أعلنت مسؤوليتها عن الهجوم: it did happen
    return _said((before.members[-1] if before.members else before).units[:3], ("inquiry", "prospect"))


def _said(units: Iterable[Unit], names: Iterable[str]) -> str | None:
    classes = {name for unit in units for lex in unit.lexes for name in lex.classes}
    return next((_LEADS[name] for name in names if name in classes), None)


def _takes(trigger: Trigger, prep: str) -> bool:
    """Whether the verb of the clause takes its event noun by this preposition."""
    return any(kind.endswith("+" + prep) for verb in trigger.clause.verbs for kind in verb.kinds)


def _prep(trigger: Trigger, reading: Reading) -> str:
    """The preposition of the phrase, or of the one that it is coordinated with."""
    assert trigger.phrase is not None
    first = reading.parse.chunks[reading.position.get(id(trigger.phrase), 0)].phrase
    return first.preposition if first is not None else trigger.phrase.prep
