"""Who says so: the speaker of the clause that an event stands in, an accuser, or a source named with بحسب and the
like.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from waqai.actors.mentions import Mention
from waqai.events.reading import Reading
from waqai.events.responsibility import claimant
from waqai.events.status import presupposed
from waqai.events.triggers import Trigger
from waqai.grammar.clauses import Attribution, Clause
from waqai.grammar.phrases import Phrase
from waqai.grammar.units import Unit

if TYPE_CHECKING:
    from waqai.events.matcher import Fired


_STATING = frozenset(("say", "announce", "claim", "deny"))
_JUDGING = frozenset(("judge",))
#: noun classes of what can be a source without being an actor
_SPEAKERS = frozenset(("people", "reported_speech", "spoken_source", "media_outlet", "saying", "document"))
#: those of them that are somebody
_PERSONS = frozenset(("people", "media_outlet"))
#: prepositions of time and cause
_WHEN = frozenset("بعد قبل خلال اثناء عقب اثر منذ غداة قبيل بعيد حتى بسبب نتيجة".split())
#: events of asking and threatening: what is wanted or threatened is known from him who does so
_WANTING = frozenset(("REQUEST", "THREATEN"))
#: nouns by which an accuser tells what somebody did: ندد بإقدام الشرطة على اعتقال النائب
_CONDUCT = frozenset("اقدام قيام لجوء".split())
#: kinds of clauses whose content a speaker above them answers for
_SAID = frozenset(("comp", "serial", "sub:time", "sub:cause", "hal", "sub:purpose"))


def source_of(
    trigger: Trigger, reading: Reading, of_clause: Mapping[int, Fired], status: str
) -> tuple[list[Mention], Clause | None]:
    """The mentions of the source of an event of a status, and the clause of saying; empty when the reporter tells it
    himself.
    """
    clause = trigger.clause
    if trigger.kind == "noun":
        found = claimant(trigger, reading) or _of_noun(trigger, reading, of_clause, status)
        if found:
            return found, clause
    known = presupposed(trigger)
    inner = clause
    while inner.parent is not None:
        host = inner.parent
        fired = of_clause.get(host.number)
        if fired is not None and fired.actors and _answers(fired, inner, status):
            return fired.actors, host
        if inner.kind in _SAID and says(host) and not (known and _weighs(host)) and not _meanwhile(inner):
            found = speaker_of(reading, host)
            if found:
                return found, host
        inner = host
    found = named_beside(trigger, reading)
    if found:
        return found, None
    if reading.quoted_until > trigger.unit.start:
        return reading.speaker, None
    root = clause
    while root.parent is not None:
        root = root.parent
    if root.quoted and reading.speaker:
        return reading.speaker, None
    return [], None


#: what others do or say in the meantime, folded
_MEANWHILE = frozenset(("فيما", "بينما", "في حين", "في وقت", "في الوقت الذي"))


def _meanwhile(clause: Clause) -> bool:
    """Whether a clause right under a verb of saying tells of others, behind a comma: رحبت السلطة بالقرار، | فيما نددت
    إسرائيل به.
    """
    opener = clause.opener_unit
    return clause.kind == "sub:time" and opener is not None and opener.text.removeprefix("و") in _MEANWHILE


def named_beside(trigger: Trigger, reading: Reading) -> list[Mention]:
    """The source that is named for an event by بحسب and the like."""
    for named in reversed(reading.parse.attributions):
        if _covers(named, trigger, reading):
            found = _named_source(named, reading)
            if found:
                return found
    return []


def _of_noun(trigger: Trigger, reading: Reading, of_clause: Mapping[int, Fired], status: str) -> list[Mention]:
    """Who says so in the clause of a noun: أعلن مقتل, تبنى الهجوم, طالب بالإفراج, ندد بإقدام الشرطة على."""
    clause = trigger.clause
    if clause.unit is None or clause.unit.start > trigger.unit.start or _is_subject_part(trigger, clause):
        return []
    if _states(clause) and not _aside(trigger, reading):
        found = speaker_of(reading, clause)
        if found and trigger.phrase is not None:
            return found
    classes = {name for verb in clause.verbs for name in verb.classes}
    if "claiming" in classes and trigger.phrase is clause.object:
        return reading.subject(clause)
    if "recording" in classes and not _aside(trigger, reading):
        found = [m for m in reading.subject(clause) if m.coded and m.kind not in ("country", "seat", "place")]
        if found:
            return found
    fired = of_clause.get(clause.number)
    if fired is None or fired.trigger.unit.start > trigger.unit.start or _aside(trigger, reading):
        return []
    if fired.frame.content in ("alleged", "denied") or (fired.type in _WANTING and status != "actual"):
        return fired.actors
    return fired.actors if fired.type == "ACCUSE" and _conduct(trigger, reading) else []


def _answers(fired: Fired, inner: Clause, status: str) -> bool:
    """Whether an event of saying has what a clause below it tells for its content."""
    if inner.kind in ("comp", "serial") and fired.frame.content in ("alleged", "denied"):
        return True
    if fired.type == "REQUEST" and inner.kind == "rel":
        return True  # دعت المنظمة إلى الإفراج عن معارضين تحتجزهم السلطات
    return fired.type in _WANTING and status != "actual" and inner.kind in _SAID


def _conduct(trigger: Trigger, reading: Reading) -> bool:
    """Whether the noun stands behind one of conduct, in its phrase or in the one before."""
    position = reading.position.get(id(trigger.phrase), 0)
    phrases = [chunk.phrase for chunk in reading.parse.chunks[max(0, position - 1) : position + 1]]
    units = [unit for phrase in phrases if phrase is not None for unit in phrase.units]
    return any(_CONDUCT & unit.keys for unit in units if unit.start < trigger.unit.start)


def _covers(named: Attribution, trigger: Trigger, reading: Reading) -> bool:
    """Whether an attribution is said of an event: one that closes or opens the sentence of all in it, one within of
    the clause that it interrupts and of what hangs on that: وهو ما تطلب، بحسب بيان الرئاسة، مراجعة العلاقات.
    """
    clause = trigger.clause
    if named.clause == clause.number or named.phrase.start < trigger.unit.start:
        return True
    if named.phrase.end >= max((c.phrase.end for c in reading.parse.chunks if c.phrase is not None), default=0):
        return True
    own = next((c for c in reading.parse.clauses if c.number == named.clause), clause)
    return own in clause.ancestors() or clause in own.ancestors()


def _named_source(named: Attribution, reading: Reading) -> list[Mention]:
    """Whom بحسب and the like name: him who issued the document, who told it to the agency; nobody behind what one acts
    by (وفقا للاتفاق) or where the paper names its own people (مراسلنا).
    """
    phrase = named.phrase
    head = phrase.head
    if head.enc == "نا" or ("norm" in head.classes and not _PERSONS & head.classes):
        return []
    if "نقل" in named.unit.text:
        for behind in reading.tails.get(id(phrase), ()):
            if behind.prep == "عن":
                phrase = behind
                break
    return issuer(phrase, reading) or _sources(reading, phrase)


def _sources(reading: Reading, phrase: Phrase) -> list[Mention]:
    return [m for m in reading.mentions(phrase) if m.coded or m.ar] or _words(reading, phrase)


def is_document(phrase: Phrase) -> bool:
    """Whether a phrase is a text or a speech that somebody issued."""
    return "document" in phrase.head.classes


#: prepositions between a document and who issued it; from a source
_ISSUED = frozenset(("ل", "عن", "من"))
_ISSUING = frozenset("اصدر نشر وزع تلا القى اعد وجه بث كتب قدم رفع ارسل بعث".split())


def issuer(phrase: Phrase, reading: Reading) -> list[Mention]:
    """Who issued a document: بيان الوزارة, بيان صادر عنها, تقرير للمنظمة, بيان نشرته, البيان of a sentence before."""
    if not is_document(phrase):
        return []
    for number, unit in enumerate(phrase.units):
        if number and unit.tag == "N" and not unit.has("demonyms"):
            found = [m for m in reading.mentions(reading.cut(phrase, number, alone=True)) if _issues(m)]
            if found:
                return found
    for behind in reading.tails.get(id(phrase), ()):
        if behind.prep in _ISSUED:
            found = [m for m in reading.mentions(behind) if _issues(m)]
            if found:
                return found
    for clause in reading.relatives.get(id(phrase), ()):
        if any(verb.lemma.split("/")[0] in _ISSUING for verb in clause.verbs):
            found = [m for m in reading.mentions(clause.subject) if _issues(m)]
            if found:
                return found
    return reading.issuer if phrase.head.art and len(phrase.units) == 1 else []


def issuer_of(reading: Reading) -> list[Mention]:
    """Who issued the document that a sentence names last: in بيان للوزارة, قالت الوزارة في بيان, أصدرت بيانا."""
    found: list[Mention] = []
    for item in reading.parse.chunks:
        phrase = item.phrase
        if phrase is None or not is_document(phrase):
            continue
        clause = reading.clause_of[id(phrase)]
        owner = issuer(phrase, reading)
        if not owner and (
            (phrase.prep == "في" and any("speech" in verb.kinds for verb in clause.verbs))
            or (phrase is clause.object and any(verb.lemma.split("/")[0] in _ISSUING for verb in clause.verbs))
        ):
            owner = [m for m in reading.subject(clause) if _issues(m)]
        found = owner or found
    return found


def _issues(mention: Mention) -> bool:
    return mention.coded and mention.kind not in ("demonym", "place") and bool(mention.country or mention.sector)


#: a medium's own people, of whom nothing but whose they are is told, folded
_OWN_PEOPLE = ("مصادر", "مراسل", "مندوب", "مصدر")


def speaker_of(reading: Reading, clause: Clause) -> list[Mention]:
    """Who speaks in a clause of saying: its subject, or whom it relays (نقلت الوكالة عن مسؤولين)."""
    if clause.unit is None:
        return [m for m in reading.subject(clause) if m.kind != "country"]  # الجيش الأوكراني: ..., but العراق: 3 قتلى
    text = _quoting(clause)
    if text is not None:
        return issuer(text, reading) or _words(reading, text)
    if any(verb.lemma.split("/")[0] == "نقل" for verb in clause.verbs):
        for phrase in clause.pps:
            if phrase.prep == "عن":
                if phrase.head.enc and phrase.head.text.startswith(_OWN_PEOPLE) and clause.subject is not None:
                    return reading.subject(clause)  # نقلت رويترز عن | مصادرها
                return reading.mentions(phrase) or _words(reading, phrase)
        if clause.object is not None and not clause.comps and not _happens(clause.object):
            return []  # ينقل المصابين إلى المستشفى
    if clause.subject is not None and is_document(clause.subject):
        found = issuer(clause.subject, reading)
        if found:
            return found
    if clause.subject is not None and "evidence" in clause.subject.head.classes:
        return []  # الدلائل تشير إلى, أكد التشريح أن: whoever cites it says so
    found = reading.subject(clause)
    if not found and clause.subject is not None and (_plainly(clause) or _can_speak(clause.subject)):
        return _words(reading, clause.subject)
    return found


def _quoting(clause: Clause) -> Phrase | None:
    """The document that a clause quotes: جاء في البيان أن, ورد في تقرير للمنظمة."""
    if clause.subject is not None or not any(verb.lemma.split("/")[0] in ("جاء", "ورد") for verb in clause.verbs):
        return None
    return next((phrase for phrase in clause.pps if phrase.prep == "في" and is_document(phrase)), None)


def _plainly(clause: Clause) -> bool:
    """A verb that only speakers do: قال, أعلن; not أشار or كشف, which things do too, nor a thought or a wish."""
    return any(_STATING & set(verb.kinds) and "shows" not in verb.kinds for verb in clause.verbs)


def _happens(phrase: Phrase) -> bool:
    return any(lex.frames or "masdar" in lex.classes for unit in phrase.units for lex in unit.lexes)


def _can_speak(phrase: Phrase) -> bool:
    """People, papers, or a name that nobody knows; not the number that shows something."""
    head = phrase.head
    return (
        not head.known
        or head.has("generics")
        or head.has("roles")
        or any(_SPEAKERS & set(lex.classes) for lex in head.lexes)
    )


def _words(reading: Reading, phrase: Phrase) -> list[Mention]:
    """A source that is no known actor (شهود عيان, البيان): its words."""
    if phrase.head.tag != "N":
        return []
    return [reading.resolver.thing(phrase)]


def says(clause: Clause) -> bool:
    """Whether a clause is one of saying: by its verb or participle, quoting a document, or a speaker before a colon."""
    if clause.kind == "hal":
        return clause.unit is not None and "speech" in clause.unit.classes
    if clause.unit is None:
        return _heads(clause)
    return _quoting(clause) is not None or any("speech" in verb.kinds for verb in clause.verbs)


def _states(clause: Clause) -> bool:
    """Whether the clause says that its noun is so (أعلن مقتل جندي); who regrets, condemns or fears a thing does not
    tell of it: it is known (أعرب عن أسفه للهجوم, انتقد اعتقال الصحافي).
    """
    return says(clause) and (
        not clause.verbs or any(_STATING & set(verb.kinds) and not _JUDGING & set(verb.kinds) for verb in clause.verbs)
    )


def _weighs(clause: Clause) -> bool:
    """Whether a clause judges, fears or rules out what may come of something known: استبعد أن تؤدي الاحتجاجات إلى."""
    return any({"judge", "hope", "fear", "expect"} & set(verb.kinds) for verb in clause.verbs)


def _aside(trigger: Trigger, reading: Reading) -> bool:
    """Whether the noun only says when or why something was said: حذر الوزير بعد الهجوم من الفوضى."""
    phrase = trigger.phrase
    if phrase is None:
        return False
    first = reading.parse.chunks[reading.position.get(id(phrase), 0)].phrase or phrase
    return first.prep in _WHEN or phrase.prep in _WHEN


def _is_subject_part(trigger: Trigger, clause: Clause) -> bool:
    return clause.subject is not None and any(trigger.phrase is part for part in clause.subject.all)


def _heads(clause: Clause) -> bool:
    """Whether a clause is a speaker before a colon: الجيش الأوكراني: ...; a city alone is a dateline."""
    topic = clause.topic
    if topic is None or clause.parent is not None or not clause.comps or not clause.comps[0].colon:
        return False
    head = topic.head
    return head.has("roles") or head.has("bodies") or head.has("generics") or (head.named and not head.has("seats"))


#: through how many sentences a quotation that nothing closes is taken to go on
_LONGEST = 3


class Quotation:
    """Follows through an article whether a sentence starts within a quotation that one before it has opened."""

    def __init__(self) -> None:
        self._mark = ""
        self._left = 0

    def go_on(self, units: Sequence[Unit]) -> int:
        """Read the next sentence; return where in it the quotation of before ends, 0 where none goes on."""
        end, waiting = 0, bool(self._mark)
        for unit in units:
            if unit.tag == "»" or unit.tag == self._mark == '"':
                if waiting:
                    end = unit.start
                self._mark, waiting = "", False
            elif unit.tag in ("«", '"'):
                self._mark, self._left, waiting = unit.tag, _LONGEST, False
        if waiting:
            self._left -= 1
            if self._left < 0:
                self._mark = ""
            elif units:
                end = units[-1].end
        return end
