"""Conditions of frames: what must, and must not, stand in a slot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice

from waqai.actors.mentions import Mention
from waqai.events.reading import Reading
from waqai.grammar.clauses import Clause
from waqai.grammar.phrases import Phrase
from waqai.grammar.units import Unit
from waqai.lexicon.schema import FILLER_TESTS

Filler = Phrase | Clause
#: a mention where an adjective names a state: غارة إسرائيلية
Tested = Phrase | Clause | Mention
Get = Callable[[str], Sequence[Tested]]


class Slots:
    """What fills the slots of a trigger, and what the fillers answer to: the conditions of a frame and of its modes ask
    for the same few again and again. `find` gives what fills a slot or role.
    """

    __slots__ = ("_fillers", "_find", "_held", "reading")

    def __init__(self, find: Get, reading: Reading) -> None:
        self.reading = reading
        self._find = find
        self._fillers: dict[str, Sequence[Tested]] = {}
        self._held: dict[str, set[str]] = {}

    def fillers(self, slot: str) -> Sequence[Tested]:
        """What stands in a slot."""
        found = self._fillers.get(slot)
        if found is None:
            found = self._fillers[slot] = self._find(slot)
        return found

    def held(self, slot: str) -> set[str]:
        """The noun classes and words that what stands in a slot answers to."""
        found = self._held.get(slot)
        if found is None:
            found = self._held[slot] = _held(self.fillers(slot), self.reading)
        return found


_ARMED = frozenset(("MIL", "REB", "UAF", "COP", "PRM"))
#: those whose prisoners are hostages
_REBELS = frozenset(("REB", "UAF", "CRM"))
#: those whose attacks are words: one of a party or a parliament, journalists; and any NGO
_CRITICS = frozenset(("PTY", "LEG", "OPP", "ELI", "BUS", "REL"))
#: noun classes of what is done or decided
_DEEDS = frozenset(("masdar", "decision", "measures"))
_STATE_KINDS = ("country", "demonym", "seat", "body", "role")


def hold(tests: dict[str, list[str]], slots: Slots) -> bool:
    """Whether every slot of `tests` passes one of its tests."""
    return all(_passes(slot, words, slots) for slot, words in tests.items())


def any_holds(tests: dict[str, list[str]], slots: Slots) -> bool:
    """Whether some slot of `tests` passes one of its tests."""
    return any(_passes(slot, words, slots) for slot, words in tests.items())


def _passes(slot: str, words: Sequence[str], slots: Slots) -> bool:
    """Whether a slot passes one of its tests, tried in order: most ask whether it holds a word or a noun class."""
    reading = slots.reading
    if slot == "verb":
        return any(_verb(word, reading) for word in words)
    fillers = slots.fillers(slot)
    held: set[str] | None = None
    for word in words:
        if word in _OF_WHAT_IT_IS:
            if _test(word, fillers, reading):
                return True
        else:
            held = slots.held(slot) if held is None else held
            if word in held:
                return True
    return False


#: tests of what a filler is or names; all others ask for a word or a noun class
_OF_WHAT_IT_IS = frozenset((*FILLER_TESTS, "empty", "filled", "clause"))


def _verb(test: str, reading: Reading) -> bool:
    """What the form of the trigger's own verb says: `future` (سيرد), `negated` (لم, لا, لن), `never` (لن), `past`,
    `told` (inside a clause of saying), `conditional` (a condition hangs on it), `vowed` (will be done by who says so),
    `suffixed` (with its object as a pronoun: أطلعه).
    """
    clause = reading.clause
    if clause is None:
        return False
    if test == "future":
        return clause.future and clause.negation is None
    if test == "negated":
        return clause.negation is not None
    if test == "never":
        return never(clause)
    if test == "past":
        return clause.tense == "p"
    if test == "suffixed":
        return clause.unit is not None and clause.unit.reading is not None and bool(clause.unit.reading.object)
    if test == "conditional":
        return _on_condition(clause, reading)
    if test == "vowed":
        return clause.future and clause.negation is None and _by_own_side(clause, reading)
    if test == "own":
        return _by_own_side(clause, reading) or any(m.country is None for m in reading.subject(clause))
    return test == "told" and bool(reading.source_of(clause))


def _by_own_side(clause: Clause, reading: Reading) -> bool:
    """Whether who says a clause is its subject, or of the same country or group: حذر القائد من أن بلاده ستضرب."""
    doers, speakers = reading.subject(clause), reading.source_of(clause)
    return any(
        (one.country is not None and one.country == other.country) or (one.ar and one.ar == other.ar)
        for one in doers
        for other in speakers
    )


def _on_condition(clause: Clause, reading: Reading) -> bool:
    """Whether what a verb says hangs on a condition behind it: سيهاجم إذا, ما لم, في حال."""
    if any(p.prep == "في" and p.head.text in ("حال", "حالة") for p in clause.pps):
        return True
    return any(other.kind == "sub:cond" and other.parent is clause for other in reading.parse.clauses)


#: by which something is told never, or never again, to be done, folded
_NEVER = frozenset(("لن", "لم يعد", "لم تعد", "لم يعودوا"))

#: verbs of what can be done, as the lexicon writes them
_CAN = frozenset(("أمكن", "امكن", "استطاع", "جاز", "وسع", "تسنى"))


def never(clause: Clause) -> bool:
    """Whether a verb says that something will not be done: لن; or that it cannot be: لا يمكنه أن, لا تستطيع أن."""
    return cannot(clause) or (clause.negation is not None and clause.negation.text.lstrip("وف") in _NEVER)


def cannot(clause: Clause) -> bool:
    """Whether a verb is told of as what cannot be done, which refuses it: لا يمكنه أن يقبل, but لم يستطع أن يصل."""
    above = clause.parent if clause.kind == "comp" else None
    if above is None or above.negation is None or above.negation.text.lstrip("وف") == "لم":
        return False
    return any(verb.lemma.split("/")[0] in _CAN for verb in above.verbs)


def _test(test: str, fillers: Sequence[Tested], reading: Reading) -> bool:
    if test == "empty":
        return not fillers
    if test == "filled":
        return bool(fillers)
    if test == "clause":
        return any(isinstance(f, Clause) for f in fillers)
    for filler in fillers:
        if isinstance(filler, Mention):
            if _named(test, [filler]):
                return True
        elif not isinstance(filler, Clause) and _phrase(test, filler, reading):
            return True
    return False


def _held(fillers: Sequence[Tested], reading: Reading) -> set[str]:
    """The noun classes and words that fillers answer to; ``people`` also where nothing but their number is told."""
    out: set[str] = set()
    for filler in fillers:
        if isinstance(filler, Clause):
            out |= _clause(filler, reading)
        elif not isinstance(filler, Mention):
            out |= _marks(filler, reading)
            if _bare_number(filler):
                out.add("people")
    return out


def _phrase(test: str, phrase: Phrase, reading: Reading) -> bool:
    if test in ("place", "event"):
        units = list(islice(heads(phrase), 2))
        return any(u.named if test == "place" else u.has("frames") for u in units)
    if test == "deed":
        head = phrase.head
        return not (head.has("roles") or head.has("generics")) and (
            head.has("frames") or not _DEEDS.isdisjoint(head.classes)
        )
    mentions = [m for m in reading.mentions(phrase) if not m.thing]
    if test == "several" and phrase.head.number in ("p", "d"):
        return True
    if test == "armed" and any("envoy_person" in unit.classes for unit in phrase.units[:1]):
        return False  # وفد من حركة حماس comes to talk
    return _named(test, mentions)


def _bare_number(phrase: Phrase) -> bool:
    """A number of those who need not be named: توقيف ثلاثة بشبهة الإرهاب, إصابة 15."""
    return not phrase.prep and all(unit.tag == "NUM" for part in phrase.all for unit in part.units)


def _named(test: str, mentions: Sequence[Mention]) -> bool:
    """Whether those named pass a test of who they are."""
    if test == "actor":
        return any(m.political for m in mentions)
    if test == "several":
        return len(mentions) > 1 or any(m.plural for m in mentions)
    if test == "person":
        return any(m.person for m in mentions)
    if test == "state":
        return any(m.country and not m.person and m.kind in _STATE_KINDS for m in mentions)
    if test == "critic":
        return any(
            (m.person and m.sector in _CRITICS) or m.country == "NGO" or m.sector in ("JRN", "LEG", "PTY", "LAB")
            for m in mentions
        )
    if test == "rebel":
        return any(m.sector in _REBELS or (m.country == "IMG" and not m.sector) for m in mentions)
    return any(m.sector in _ARMED or (m.country == "IMG" and not m.sector) for m in mentions)


def _clause(clause: Clause, reading: Reading) -> set[str]:
    """What a clause answers to: the classes and lemmas of its verbs, and what stands with them."""
    out: set[str] = set()
    for verb in clause.verbs:
        out.update(verb.classes)
        out.update((verb.lemma, verb.lemma.split("/")[0]))
    said = () if clause.unit is not None else clause.said[:2] or (clause.subject,)  # الهجوم عدوان: what is said of it
    for part in (clause.object, *said, *clause.pps[:2]):
        if part is not None:
            out |= _marks(part, reading)
    return out


#: word classes of forces, which a force known by its whole name still belongs to
_FORCES = frozenset(("troops", "police_force", "forces_object", "militia_force"))


def _marks(phrase: Phrase, reading: Reading) -> frozenset[str]:
    """The noun classes and words that the head of a phrase answers to; the word that the conditions are tested for
    is left out.
    """
    trigger = reading.trigger
    last = phrase.members[-1] if phrase.members else phrase
    inside = trigger is not None and phrase.units[0].start <= trigger.start < last.units[-1].end
    key = (id(phrase), id(trigger) if inside else 0)
    known = reading.marks.get(key)
    if known is not None:
        return known[1]
    lexes = reading.table.lexes
    out: set[str] = set()
    for unit in chain(heads(phrase), _counted(phrase, reading)):
        if unit is trigger:
            out |= _beside_first(unit, reading)
            continue
        for lex in unit.lexes:
            out.update(lex.classes)
            out.add(lex.key)
        if unit.last > unit.first + 1 and unit.info is not None and unit.tag == "N":
            actor = _names_actor(unit)
            for start in unit.info.starts:  # a compound is also what its first word is: خلية إرهابية is a cell
                for rest, number, _ in start.entries:
                    if not rest and actor:  # القوات الأميركية is an actor, and troops
                        out.update(_FORCES.intersection(lexes[number].classes))
                    elif not rest:
                        out.update(lexes[number].classes)
                        out.add(lexes[number].key)
    if any(part.units[0].fn("quant") and "crowd" in part.units[0].classes for part in phrase.all):
        out.add("crowd")  # احتشد | آلاف الإسرائيليين
    marks = frozenset(out)
    reading.marks[key] = (phrase, marks)  # with the phrase, so that no other takes its identity
    return marks


def _beside_first(unit: Unit, reading: Reading) -> set[str]:
    """The noun classes of the other words of a compound: نشر | قوات."""
    if unit.last <= unit.first + 1 or unit.info is None:
        return set()
    lexes = reading.table.lexes
    out = {name for lex in unit.lexes for name in lex.classes}
    for start in unit.info.starts:
        for rest, number, _ in start.entries:
            if not rest:
                out.difference_update(lexes[number].classes)
    return out


#: word classes of amounts that are written as one word
_AMOUNTS = frozenset(("amount", "crowd"))


def _counted(phrase: Phrase, reading: Reading) -> Iterator[Unit]:
    """The heads of those who are counted behind an amount: حشدت روسيا عشرات الآلاف | من جنودها."""
    tail = reading.tails.get(id(phrase))
    head = phrase.head
    amount = head.fn("quant") or head.tag == "NUM" or not _AMOUNTS.isdisjoint(head.classes)
    if tail and amount and tail[0].prep == "من":
        yield from heads(tail[0])


def _names_actor(unit: Unit) -> bool:
    """A compound that names an actor; معبر رفح, which only names a place, is still a crossing."""
    return any(lex.names or lex.seats or lex.seats_gov or lex.shorts for lex in unit.lexes)


def heads(phrase: Phrase) -> Iterator[Unit]:
    """The head of a phrase and of those coordinated with it: the first three nouns, so that light heads and compounds
    are seen through. Where nothing but an amount stands, it is the head: العشرات, المئات.
    """
    for part in phrase.all:
        taken = 0
        for unit in part.units:
            if unit.tag == "N" and not unit.fn("quant"):
                yield unit
                taken += 1
                if taken == 3:
                    break
        if not taken and part.head.fn("quant"):
            yield part.head
