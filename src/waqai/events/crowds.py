"""Against whom a protest is meant that does not say so itself: by what the crowd demands and condemns, by its slogans,
by whose building it stands before (تظاهروا أمام السفارة, هتفوا «ليرحل الرئيس», ونددوا بالقصف الإسرائيلي).

Those are named elsewhere in the sentence: they are marked as implied in the record.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from waqai.actors.mentions import INTERNATIONAL, PRISONERS, Mention
from waqai.events.parties import same, within
from waqai.events.reading import Reading, implied, spans, without
from waqai.grammar.clauses import Clause
from waqai.grammar.phrases import Phrase

if TYPE_CHECKING:
    from waqai.events.matcher import Fired

#: verbal acts by which a crowd says whom it is against
_WORDS = frozenset(("ACCUSE", "REQUEST", "REJECT", "THREATEN"))
#: what a crowd does of which nobody need say why it is done
_OF_CROWDS = frozenset(("demo", "obstruct", "riot", "strike", "hunger", None))
#: lemmas of verbs that say what a crowd is against or wants; behind them with ب, or as their object, stands what it is,
#: folded
_OBJECTING = frozenset("طالب ندد استنكر شجب دان ادان رفض احتج انتقد اتهم عارض ناهض".split())
#: lemmas of verbs by which a crowd shows what it says, folded
_SHOWING = frozenset("هتف ردد رفع حمل كتب نادى نادى/ندي".split())
#: words that turn a slogan against whom it names, folded: of the others many are for him
_CUES = frozenset(
    "لا كفى يسقط ليسقط تسقط فلتسقط ارحل ارحلوا ليرحل يرحل برا بره الموت اسقاط رحيل ليستقل ليستقيل استقل استقيل استقيلوا"
    " مجرم مجرمو قاتل قتلة خائن خونة فاسد فاسدون فاسدين حرامي حرامية لص لصوص دكتاتور ديكتاتور طاغية عار العار اوقفوا"
    " ارهابي ارهابيون غير اطردوا حاكموا اعدموا عدو يريد".split()
)
_BEFORE = frozenset(("امام", "قبالة", "خارج"))
#: whose buildings are stood before to be seen by those inside
_IN_OFFICE = frozenset(("GOV", "LEG", "JUD", "MIL", "COP", "PTY", "ELI"))


_MARKS = frozenset(("«", "»", '"'))
#: how far behind its verb a slogan begins, in characters
_REACH = 60


def against(event: Fired, others: Sequence[Fired], reading: Reading) -> Fired:
    """The protest `event` with those it is aimed at, where `others` of its sentence or its own words tell."""
    if event.type != "PROTEST" or event.mode not in _OF_CROWDS or event.status == "negated":
        return event
    if any(m.country or m.sector for m in event.recipients):
        return event
    if any(o is not event and o.type == "PROTEST" and any(m.country for m in o.recipients) for o in others):
        return event
    found = _answered(event, others) or _uttered(event, reading)
    if not found and event.mode in ("hunger", "strike"):
        found = _jailer(event, reading)
    if not found and event.mode in ("demo", None):
        found = _before_doors(event, reading)
    found = [m for m in without(found, event.actors) if not any(same(m, a) for a in event.actors)]
    return event._replace(recipients=implied(found)) if found else event


def voiced(event: Fired, others: Sequence[Fired]) -> Fired:
    """What a protest says the crowd says: مظاهرات | تطالب الحكومة بالاستقالة."""
    said_by = event.trigger.clause.subject
    if event.type not in _WORDS or event.actors or said_by is None or event.trigger.kind == "noun":
        return event
    for other in others:
        if other.type == "PROTEST" and other.trigger.phrase is said_by:
            return event._replace(actors=implied(other.actors))
    return event


def _jailer(event: Fired, reading: Reading) -> list[Mention]:
    """Israel for the Palestinians whom it holds, where the article has named it."""
    if not any(m.country == "PSE" and (event.mode == "hunger" or m.head in PRISONERS) for m in event.actors):
        return []
    return [m for m in reversed(reading.resolver.history[-60:]) if m.country == "ISR" and not m.thing][:1]


def _answered(event: Fired, others: Sequence[Fired]) -> list[Mention]:
    """Whom the same crowd accuses, turns down or asks something of in the sentence."""
    for other in others:
        if other.type not in _WORDS or (other.type == "REQUEST" and other.mode == "assist"):
            continue
        if _turns_demands_down(other):
            found = [m for m in other.actors if m.country and m.sector]
            if found:
                return found
        if not _by_the_same(event, other):
            continue
        found = [m for m in other.recipients if m.country and m.country not in INTERNATIONAL]
        if found:
            return found
    return []


def _turns_demands_down(other: Fired) -> bool:
    """Whether an event is that somebody does not give a crowd what it wants: بعد أن رفضت الحكومة | مطالبهم."""
    held = other.trigger.clause.object
    return other.type == "REJECT" and held is not None and bool(held.head.enc) and held.head.text.startswith("مطالب")


def _by_the_same(event: Fired, other: Fired) -> bool:
    if spans(event.actors) & spans(other.actors):
        return True
    crowd = [m for m in other.actors if m.sector == "CVL" and m.plural]
    if crowd:
        return any(same(m, a) for m in crowd for a in event.actors)
    return not other.actors and _goes_on(other.trigger.clause, event.trigger.clause)


def _goes_on(clause: Clause, with_: Clause) -> bool:
    """Whether a clause is joined to another, or stands under it: تظاهروا | وطالبوا, خرجوا | يهتفون."""
    seen = 0
    current: Clause | None = clause
    while current is not None and seen < 6:
        if current is with_:
            return True
        current = current.coord if current.coord is not None else current.parent
        seen += 1
    return False


def _uttered(event: Fired, reading: Reading) -> list[Mention]:
    """Whom what the crowd calls out is about: تظاهرات تطالب بإقالة الحكومة, هتفوا «ارحل يا مبارك»."""
    own = event.trigger.clause
    for clause in reading.parse.clauses:
        lemmas = {verb.lemma for verb in clause.verbs}
        if _OBJECTING.isdisjoint(lemmas) and _SHOWING.isdisjoint(lemmas):
            continue
        if not _goes_on(clause, own) and not _about_protest(clause, event):
            continue
        content = _slogans(clause, reading) if _OBJECTING.isdisjoint(lemmas) else _content(clause)
        for phrase in content:
            found = [m for m in within(phrase, reading) if m.country and m.country not in INTERNATIONAL]
            found = [m for m in found if m.sector in _IN_OFFICE or not (m.sector or m.inferred)]
            if found:  # but الشعب يريد إسقاط الحكومة: the people are they themselves
                return found[:1]
    return []


def _about_protest(clause: Clause, event: Fired) -> bool:
    phrase = event.trigger.phrase
    return phrase is not None and (clause.antecedent is phrase or clause.subject is phrase)


def _content(clause: Clause) -> Iterator[Phrase]:
    if clause.object is not None and not clause.object.head.has("frames"):
        yield clause.object
    yield from (phrase for phrase in clause.pps if phrase.prep in ("ب", "ضد"))


def _slogans(clause: Clause, reading: Reading) -> Iterator[Phrase]:
    """What stands against somebody between quotation marks behind the verb of a clause."""
    at = clause.unit.start if clause.unit is not None else 0
    opened: int | None = None
    cue = False
    inside: list[tuple[int, int]] = []
    for unit in reading.parse.units:
        if unit.start < at:
            continue
        if unit.text not in _MARKS:
            cue = cue or (opened is not None and unit.text.removeprefix("و") in _CUES)
        elif opened is None:
            if unit.start - at > _REACH:
                break
            opened, cue = unit.end, False
        else:
            if cue:
                inside.append((opened, unit.start))
            opened = None
    for item in reading.parse.chunks:
        for phrase in item.phrase.all if item.phrase is not None else ():
            if any(a <= phrase.start and phrase.end <= b for a, b in inside):
                yield phrase


def _before_doors(event: Fired, reading: Reading) -> list[Mention]:
    """Whose building the crowd stands before."""
    trigger = event.trigger
    for phrase in (*trigger.pps, *trigger.clause.pps):
        if phrase.prep not in _BEFORE:
            continue
        found = [m for m in within(phrase, reading) if m.country and m.sector in _IN_OFFICE and not m.person]
        if found:
            return found[:1]
    return []


__all__ = ["against"]
