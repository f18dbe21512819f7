"""What a dossier needs beside the events: topics that parties discuss, requests handed over, numbers of troops.

`findings` reads them in the parsed sentences of one article (`waqai.coder.Coder.read_whole`). They are read
from small patterns over the coder's words and phrases, with the vocabulary in ``words.yml``; what a pattern cannot tell
for sure is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

import msgspec

from waqai.records import Document, Entity, EventDate, Sentence, Span, TimeMention
from waqai.text.fold import Folded, fold

from . import words as _words

if TYPE_CHECKING:
    from waqai.coder import ReadSentence
    from waqai.events.quantities import Found
    from waqai.grammar.units import Unit

_MARKS = frozenset('،,.؛;؟!:()[]«»"-–—')
#: units between a verb and what belongs to it
_REACH = 24


class TopicFound(msgspec.Struct, frozen=True):
    """A subject of talks: its words, the items of its list, whether it is still to be discussed, who says so."""

    sentence: int
    span: Span
    items: tuple[Span, ...]
    planned: bool
    anchor: Span
    source: Entity | None


class DeliveryFound(msgspec.Struct, frozen=True):
    """A paper handed to somebody; `to` is an entity whose span is the full phrase."""

    sentence: int
    anchor: Span
    paper: Span
    to: Entity


class StrengthFound(msgspec.Struct, frozen=True):
    """A number of troops; see `waqai.dossier.model.Strength`."""

    sentence: int
    kind: Literal["level", "planned", "before", "withdrawn", "sent"]
    owner: Entity | None
    min: float | None
    max: float | None
    about: bool
    span: Span
    date: EventDate | None
    source: Entity | None


class Findings(msgspec.Struct, frozen=True):
    """All of one article."""

    topics: tuple[TopicFound, ...] = ()
    deliveries: tuple[DeliveryFound, ...] = ()
    strengths: tuple[StrengthFound, ...] = ()


def findings(document: Document, read: Sequence[ReadSentence]) -> Findings:
    """Read the sentences of `document`, as `Coder.read_whole` gives them."""
    article = _Article(document)
    topics: list[TopicFound] = []
    deliveries: list[DeliveryFound] = []
    strengths: list[StrengthFound] = []
    for one in read:
        sentence = _Sentence(article, one)
        topics.extend(_topics(sentence))
        deliveries.extend(_deliveries(sentence))
        strengths.extend(_strengths(sentence))
    return Findings(tuple(topics), tuple(deliveries), tuple(strengths))


class _Article:
    """A document with the way from folded offsets to given ones."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.folded: Folded = fold(document.article.text)

    def span(self, start: int, end: int) -> Span:
        first, last = self.folded.span(start, end)
        return Span(self.document.article.text[first:last], first, last)


class _Sentence:
    """The units of a sentence with their look-ups."""

    def __init__(self, article: _Article, read: ReadSentence) -> None:
        self.article = article
        self.sentence: Sentence = read.sentence
        self.parse = read.reading.parse
        self.units: list[Unit] = self.parse.units
        self.words = _words.load()
        inside = (self.sentence.start, self.sentence.end)
        document = article.document
        self.mentions = [m for m in document.mentions if inside[0] <= m.start < inside[1] and not m.implied]
        self.times = [t for t in document.times if inside[0] <= t.start < inside[1]]
        self.statements = [s for s in document.statements if s.sentence == self.sentence.number]

    def span(self, first: Unit, last: Unit) -> Span:
        """From unit to unit, without a conjunction or preposition joined to the first."""
        skip = len(first.conj) + (len(first.prep) if not first.text.startswith("لل", len(first.conj)) else 0)
        return self.article.span(first.start + min(skip, len(first.text) - 1), last.end)

    def given(self, unit: Unit) -> Span:
        return self.article.span(unit.start, unit.end)

    def word(self, unit: Unit) -> str:
        """The unit without its conjunction, as it is compared."""
        return _words.key(unit.text[len(unit.conj) :])

    def one_of(self, unit: Unit, name: str) -> bool:
        """Whether the unit, with or without conjunction or preposition, is a word of the set."""
        known = self.words.sets[name]
        text = _words.key(unit.text)
        if text in known:
            return True
        bare = text[len(unit.conj) :] if unit.conj and text.startswith(unit.conj) else text
        if bare in known:
            return True
        return bool(unit.prep) and bare.startswith(unit.prep) and bare[len(unit.prep) :] in known

    def mention_at(self, span: Span) -> Entity | None:
        """The longest mention that overlaps a span."""
        found = [m for m in self.mentions if m.start < span.end and span.start < m.end]
        return max(found, key=lambda m: (m.end - m.start, -m.start), default=None)

    def source_of(self, span: Span) -> Entity | None:
        """Who says what stands at `span`: the speaker of the statement around it, or an attribution (بحسب ...)."""
        for statement in self.statements:
            if statement.content.start <= span.start < statement.content.end:
                return statement.speaker
        for statement in self.statements:
            # what a statement's parse has cut off still belongs to its speaker when no stop stands between
            if statement.content.end <= span.start and not self._stop(statement.content.end, span.start):
                return statement.speaker
        if len(self.parse.attributions) == 1:
            phrase = self.parse.attributions[0].phrase
            at = self.article.span(phrase.start, phrase.end)
            return self.mention_at(at) or Entity(at.text, at.start, at.end)
        return None

    def _stop(self, start: int, end: int) -> bool:
        text = self.article.document.article.text[start:end]
        return any(mark in text for mark in ".؛؟!")


# -- topics -----------------------------------------------------------------------------------------------------------


def _topics(sentence: _Sentence) -> Iterable[TopicFound]:
    units = sentence.units
    for at, unit in enumerate(units):
        text = sentence.word(unit)
        for prep, pattern in sentence.words.topic_verbs.items():
            match = pattern.fullmatch(text)
            if match is None or unit.art or (unit.prep and not unit.text.startswith("س")):
                continue
            talks = _is_talk(sentence, at)
            start, subject = _topic_start(sentence, at, prep)
            if start is None or not (talks or subject):
                continue
            end = _topic_end(sentence, start)
            if end is None:
                continue
            span = sentence.span(units[start], units[end])
            if all(sentence.one_of(u, "containers") or sentence.one_of(u, "same") for u in units[start : end + 1]):
                continue  # الملف نفسه: says nothing
            planned = bool(match["future"]) or (at > 0 and units[at - 1].tag == "FUT")
            yield TopicFound(
                sentence.sentence.number,
                span,
                _items(sentence, start, end),
                planned,
                sentence.given(unit),
                sentence.source_of(span),
            )
            break


def _is_talk(sentence: _Sentence, at: int) -> bool:
    """Whether talks or parties stand right before the verb as its subject (المباحثات ستتناول)."""
    for unit in reversed(sentence.units[max(0, at - 5) : at]):
        if sentence.one_of(unit, "talks") or sentence.one_of(unit, "parties"):
            return True
        if unit.tag in ("V", "CMP", "REL") or unit.text in _MARKS:
            return False
    return False


def _topic_start(sentence: _Sentence, at: int, prep: str) -> tuple[int | None, bool]:
    """The unit that a topic begins with, and whether somebody who can discuss is the subject before it."""
    units = sentence.units
    subject = _dual(units[at].text)
    k = at + 1
    limit = min(len(units), at + _REACH)
    seen_subject = _is_talk(sentence, at)
    while k < limit:
        unit = units[k]
        if unit.tag in ("CMP", "REL") or unit.text in ".؛؟!" or (unit.tag == "V" and not prep):
            return None, False
        if unit.tag == "AT" or unit.text in ("(", "-", "–"):
            k = _behind_comma(units, k, limit)
            continue
        if unit.text in _MARKS or unit.tag in ("T", "ADV", "DEM", "C"):
            k += 1
            continue
        own = _words.key(unit.prep) if unit.prep else ""
        if prep:
            if own == prep or _words.key(unit.text) == prep:
                start = k if own == prep else k + 1
                return (start if start < limit else None), True
            if own or unit.tag in ("P", "PP"):
                k = _behind_phrase(sentence, k + 1, limit)
                continue
            subject = subject or _acts(sentence, unit)
            k += 1
            continue
        if own or unit.tag in ("P", "PP", "AG"):
            k = _behind_phrase(sentence, k + 1 if unit.tag in ("P", "PP", "AG") else k, limit)
            continue
        if not seen_subject and _acts(sentence, unit):
            seen_subject = subject = True
            k = _behind_phrase(sentence, k, limit)
            continue
        if unit.tag in ("N", "VN", "NUM", "Q", "RELF"):
            if not (subject or seen_subject) and unit.art and not units[at].conj:
                return None, False  # يبحث المدير: somebody unknown
            return k, subject or seen_subject or bool(units[at].conj)
        k += 1
    return None, False


def _dual(word: str) -> bool:
    return word.endswith("ا") and len(word) > 4


def _acts(sentence: _Sentence, unit: Unit) -> bool:
    """Whether a noun is talks, a party, or somebody who acts for a state."""
    if sentence.one_of(unit, "talks") or sentence.one_of(unit, "parties"):
        return True
    at = sentence.given(unit)
    mention = sentence.mention_at(at)
    return mention is not None and mention.start <= at.start + len(unit.conj) and bool(mention.country or mention.role)


def _behind_phrase(sentence: _Sentence, k: int, limit: int) -> int:
    """The unit behind the noun phrase (a mention, or nouns that belong together) that begins at `k`."""
    units = sentence.units
    if k >= limit:
        return k
    mention = sentence.mention_at(sentence.given(units[k]))
    while k < limit:
        unit = units[k]
        if mention is not None and sentence.given(unit).start < mention.end:
            k += 1
            continue
        name = unit.tag == "N" and not unit.art and not unit.prep and (not unit.known or unit.name_part)
        if mention is not None and name:  # the name behind an office that the coder left outside
            k += 1
            continue
        break
    if mention is None:
        phrase = _phrase_at(sentence, units[k]) if k < limit else None
        if phrase is None:
            return k + 1
        while k < limit and units[k].start < phrase:
            k += 1
    return k


def _phrase_at(sentence: _Sentence, unit: Unit) -> int | None:
    """Where the phrase that holds a unit ends."""
    for item in sentence.parse.chunks:
        if item.phrase is not None:
            for part in item.phrase.all:
                if part.start <= unit.start < part.end:
                    return part.end
    return None


def _behind_comma(units: Sequence[Unit], k: int, limit: int) -> int:
    """Past a parenthesis: behind the next comma or closing mark, or the whole of it where none follows."""
    while k < limit and units[k].text not in ("،", ",", ")", "–"):
        k += 1
    return k + 1


def _topic_end(sentence: _Sentence, start: int) -> int | None:
    """The last unit of a topic that begins at `start`."""
    units = sentence.units
    last = None
    free = False
    for k in range(start, min(len(units), start + _REACH)):
        unit = units[k]
        if unit.tag in ("REL", "SUB", "CON", "AT", "T", "CMP", "QAD", "HAL") or sentence.one_of(unit, "topic_stops"):
            break
        if unit.text in _MARKS:
            following = units[k + 1] if k + 1 < len(units) else None
            if unit.text in ("،", ",") and following is not None and following.conj == "و" and following.tag != "V":
                continue
            if unit.text in ("«", "»", '"', "("):
                continue
            break
        if unit.tag == "RELF":
            free = True
        elif unit.tag == "V" or (unit.tag == "COP" and k > start):
            if not free and not sentence.one_of(unit, "list_marks"):
                break
            free = False
        last = k
    return last


def _items(sentence: _Sentence, start: int, end: int) -> tuple[Span, ...]:
    """The list that a topic announces or is: ملفات منها الأمن والاقتصاد, ملف المياه والحدود."""
    units = sentence.units
    head = start
    while head <= end and units[head].tag in ("NUM", "Q"):
        head += 1
    if head > end or not sentence.one_of(units[head], "containers"):
        return ()
    first = head + 1
    for k in range(head + 1, min(end, head + 6) + 1):
        if sentence.one_of(units[k], "list_marks"):
            first = k + 1
            break
    out: list[Span] = []
    begin = first
    for k in range(first, end + 1):
        if k > begin and units[k].conj == "و" and units[k].tag != "V":
            out.append(sentence.span(units[begin], _before_mark(units, k - 1)))
            begin = k
    if begin <= end:
        out.append(sentence.span(units[begin], units[end]))
    return tuple(out) if len(out) > 1 else ()


def _before_mark(units: Sequence[Unit], k: int) -> Unit:
    return units[k - 1] if units[k].text in _MARKS and k else units[k]


# -- deliveries -------------------------------------------------------------------------------------------------------


def _deliveries(sentence: _Sentence) -> Iterable[DeliveryFound]:
    units = sentence.units
    for at, unit in enumerate(units):
        text = sentence.word(unit)
        hand, receive = sentence.words.hand.fullmatch(text), sentence.words.receive.fullmatch(text)
        if not (hand or receive) or unit.art or unit.prep:
            continue
        paper = _paper(sentence, at)
        if paper is None:
            continue
        to = _receiver(sentence, at, paper, received=receive is not None)
        if to is not None:
            yield DeliveryFound(sentence.sentence.number, sentence.given(unit), sentence.given(units[paper]), to)


def _clause_end(units: Sequence[Unit], at: int) -> int:
    """The unit that ends the clause of the verb at `at`, roughly: a stop, a relative, the next verb."""
    for k in range(at + 1, min(len(units), at + _REACH)):
        unit = units[k]
        if unit.text in ".؛؟!" or unit.tag in ("REL", "SUB", "AT", "CMP") or unit.tag == "V":
            return k
    return min(len(units), at + _REACH)


def _paper(sentence: _Sentence, at: int) -> int | None:
    for k in range(at + 1, _clause_end(sentence.units, at)):
        if sentence.one_of(sentence.units[k], "documents"):
            return k
    return None


def _receiver(sentence: _Sentence, at: int, paper: int, *, received: bool) -> Entity | None:
    """Whom the paper goes to: the subject of receiving; behind إلى or ل; else the second of two before the paper."""
    units = sentence.units
    end = _clause_end(units, at)
    before = _actors(sentence, at + 1, paper)
    if received:
        return before[0] if before else None
    for k in range(at + 1, end):
        unit = units[k]
        to = _words.key(unit.text[len(unit.conj) :]) == "الي"
        joined = unit.prep == "ل" and k > at + 1
        if to or joined:
            found = _actors(sentence, k + 1 if to else k, end)
            if found and (k > paper or k < paper):
                first = sentence.given(units[k + 1 if to else k]) if k + to < end else None
                if first is not None and found[0].start <= first.end:
                    return found[0]
    passive = any(c.unit is units[at] and c.voice == "v" for c in sentence.parse.clauses)
    if passive:
        return before[0] if before else None
    return before[1] if len(before) > 1 else None


def _actors(sentence: _Sentence, first: int, end: int) -> list[Entity]:
    """The mentions that begin between two units, each with the name that follows its office (في بغداد ماثيو تولر)."""
    units = sentence.units
    if first >= end:
        return []
    low, high = sentence.given(units[first]).start, sentence.given(units[end - 1]).end
    out: list[Entity] = []
    for mention in sorted(sentence.mentions, key=lambda m: (m.start, -m.end)):
        if not low <= mention.start < high or (out and mention.start < out[-1].end):
            continue
        if not (mention.country or mention.sector or mention.role):
            continue
        if mention.end > high:  # the paper itself, taken for a name
            text = mention.text[: high - mention.start].rstrip()
            mention = msgspec.structs.replace(mention, text=text, end=mention.start + len(text), name=None)
        out.append(_with_name(sentence, mention, first, end))
    return out


def _with_name(sentence: _Sentence, mention: Entity, first: int, end: int) -> Entity:
    """An office with the place and the personal name behind it."""
    units = sentence.units
    k = first
    while k < end and sentence.given(units[k]).start < mention.end:
        k += 1
    last = None
    if k < end and (units[k].prep == "في" or units[k].text == "في"):
        k += 1 if units[k].text != "في" else 2
    while k < end:
        unit = units[k]
        name = unit.tag == "N" and not unit.art and not unit.prep and not unit.conj
        name = name and not sentence.one_of(unit, "documents")
        if not (name and (not unit.known or unit.name_part or _personal(unit))):
            break
        last = unit
        k += 1
    if last is None:
        return mention
    span = sentence.article.span(*_bounds(sentence, mention.start, last))
    named = max(
        (m for m in sentence.mentions if mention.end <= m.start and m.end <= span.end and m.role is not None),
        key=lambda m: m.end - m.start,
        default=None,
    )
    return msgspec.structs.replace(
        mention, text=span.text, end=span.end, name=named.name if named else mention.name, name_ar=None
    )


def _personal(unit: Unit) -> bool:
    return "person_name" in unit.classes


def _bounds(sentence: _Sentence, start: int, last: Unit) -> tuple[int, int]:
    """Folded bounds from a given offset to the end of a unit."""
    for unit in sentence.units:
        given = sentence.given(unit)
        if given.start <= start < given.end:
            return unit.start + (start - given.start), last.end
    return last.start, last.end


# -- strengths --------------------------------------------------------------------------------------------------------


def _strengths(sentence: _Sentence) -> Iterable[StrengthFound]:
    from waqai.events.quantities import find

    units = sentence.units
    counted = find(units)
    bare = [b for b in _bare_levels(sentence) if not any(c.start <= b.start < c.end for c in counted)]
    for found in sorted([*counted, *bare], key=lambda f: f.start):
        first = next((k for k, unit in enumerate(units) if unit.end > found.start), None)
        if first is None or not _of_troops(sentence, found, first):
            continue
        yield from _strength(sentence, found, first)


def _of_troops(sentence: _Sentence, found: Found, first: int) -> bool:
    if found.kind in ("troops", "force"):
        return True
    return found.kind == "people" and any(
        sentence.one_of(unit, "troop_words") for unit in sentence.units[max(0, first - 6) : first]
    )


def _bare_levels(sentence: _Sentence) -> Iterable[Found]:
    """عدد جنودها هناك 2500: a number without a noun behind the words that count."""
    from waqai.events.quantities import Found
    from waqai.text.numbers import parse_number

    units = sentence.units
    for at, unit in enumerate(units[:-1]):
        if not sentence.one_of(unit, "count_words") or not _troop_word(sentence, units[at + 1]):
            continue
        for number in units[at + 2 : at + 6]:
            if number.tag == "V" or number.text in ".؛":
                break
            got = parse_number(number.text.split(), 0)
            if got is None or not number.text[0].isdigit():
                continue
            behind = units[units.index(number) + 1] if units.index(number) + 1 < len(units) else None
            if behind is not None and behind.tag == "N":
                break
            value = got[0]
            yield Found("troops", value, value, "soldier", number.start, number.end)
            break
        else:
            yield from _from_to(units, at + 2)


def _from_to(units: Sequence[Unit], start: int) -> Iterable[Found]:
    """عدد أفراد بعثته من 500 إلى نحو أربعة آلاف: from one number to another, behind the words that count."""
    from waqai.events.quantities import Found
    from waqai.text.numbers import parse_number

    for k in range(start, min(len(units) - 3, start + 7)):
        if units[k].tag == "V" or units[k].text in _MARKS:
            return
        if units[k].text != "من" or units[k + 1].tag != "NUM" or _words.key(units[k + 2].text) != "الي":
            continue
        numbers = [unit for unit in units[k + 3 : k + 8] if unit.tag in ("NUM", "Q")]
        low = parse_number(units[k + 1].text.split(), 0)
        high = parse_number(" ".join(u.text for u in numbers if u.tag == "NUM").split(), 0)
        if low is not None and high is not None and low[0] != high[0]:
            pair = sorted((low[0], high[0]))
            yield Found("troops", pair[0], pair[1], "soldier", units[k].start, numbers[-1].end)
        return


def _troop_word(sentence: _Sentence, unit: Unit) -> bool:
    word = sentence.word(unit)
    stem = word[: -len(unit.enc)] if unit.enc and word.endswith(unit.enc) else word
    known = sentence.words.sets["troop_words"]
    return stem in known or stem + "ة" in known or stem[:-1] + "ة" in known


def _strength(sentence: _Sentence, found: Found, first: int) -> Iterable[StrengthFound]:
    units = sentence.units
    before = units[max(0, first - 12) : first]
    words = [unit for unit in before if unit.text not in _MARKS]
    near = words[-4:]
    span = sentence.article.span(found.start, found.end)
    text = span.text
    source = sentence.source_of(span)
    planned_verb = any(c.future and c.unit in words for c in sentence.parse.clauses if c.unit is not None)
    reduced = any(sentence.one_of(unit, "reduce_words") for unit in words)

    def one(
        kind: Literal["level", "planned", "before", "withdrawn", "sent"],
        low: float | None,
        high: float | None,
        date: EventDate | None = None,
        said: str = text,
    ) -> StrengthFound:
        about = any(word in said for word in ("نحو", "قرابة", "حوالي", "حوالى")) or low != high
        owner = _owner(sentence, found, first)
        if owner is None and kind in ("withdrawn", "sent"):
            owner = _subject(sentence, found.start)
        return StrengthFound(sentence.sentence.number, kind, owner, low, high, about, span, date, source)

    if reduced and text.startswith("من ") and found.min != found.max:
        low, high = found.min, found.max
        falls = any(unit.text.startswith(("خفض", "ستخفض", "سيخفض", "تخفض", "يخفض", "تقليص", "تقلص")) for unit in words)
        falls = falls or any("خفض" in unit.text or "قلص" in unit.text or "قليص" in unit.text for unit in words)
        old, new = (high, low) if falls else (low, high)
        first_said, _, then_said = text.replace("الى", "إلى").partition("إلى")
        yield one("before", old, old, said=first_said)
        date = _date(sentence, found) if planned_verb else None
        yield one("planned" if planned_verb else "level", new, new, date, then_said)
        return
    if found.kind == "people":
        return
    if any(sentence.one_of(unit, "withdraw_words") for unit in near):
        yield one("withdrawn", found.min, found.max, _date(sentence, found))
        return
    if any(sentence.one_of(unit, "level_words") or sentence.one_of(unit, "count_words") for unit in words[-6:]):
        yield one("planned" if planned_verb else "level", found.min, found.max, _date(sentence, found))
        return
    to = any("الي" in (_words.key(unit.text), unit.prep) for unit in units[max(0, first - 2) : first + 1])
    if reduced and to:
        yield one("planned" if planned_verb else "level", found.min, found.max, _date(sentence, found))
        return
    if any(sentence.one_of(unit, "send_words") for unit in near):
        yield one("sent", found.min, found.max, _date(sentence, found))


def _owner(sentence: _Sentence, found: Found, first: int) -> Entity | None:
    """Whose troops: the nation in the counted phrase, else the pronoun of عدد جنودها, else none."""
    units = sentence.units
    low = sentence.article.span(found.start, found.end).start
    behind = next((k for k in range(first, len(units)) if units[k].start >= found.end), len(units))
    high = sentence.given(units[behind]).end if behind < len(units) and units[behind].tag == "N" else None
    span = Span("", low, high or sentence.article.span(found.start, found.end).end)
    mention = sentence.mention_at(span)
    if mention is not None and mention.country and _explicit(mention, sentence):
        return mention
    for unit in reversed(units[max(0, first - 6) : first]):
        if unit.enc and (_troop_word(sentence, unit) or sentence.one_of(unit, "missions")):
            at = sentence.given(unit)
            owner = _subject(sentence, unit.start)
            if owner is not None:
                return owner
            mention = sentence.mention_at(at)
            return mention if mention is not None and mention.country else None
    return None


def _subject(sentence: _Sentence, before: int) -> Entity | None:
    """The state or force that is the subject of the nearest clause before: whose the troops of جنودها are."""
    for clause in reversed(sentence.parse.clauses):
        for phrase in (clause.subject, clause.topic):
            if phrase is None or phrase.end > before or phrase.prep:
                continue
            mention = sentence.mention_at(sentence.article.span(phrase.start, phrase.end))
            if mention is not None and mention.country and mention.role is None:
                return mention
    return None


def _explicit(mention: Entity, sentence: _Sentence) -> bool:
    """Whether the words of a mention name its country (جندي أميركي), so that it is no guess from the article's home."""
    for unit in sentence.units:
        at = sentence.given(unit)
        if at.start < mention.end and mention.start < at.end and any(lex.demonyms or lex.names for lex in unit.lexes):
            return True
    return False


def _date(sentence: _Sentence, found: Found) -> EventDate | None:
    """The time expression behind the count, else the only one of the sentence."""
    at = sentence.article.span(found.start, found.end)
    times = [t for t in sentence.times if t.first and t.last and t.precision]
    behind = [t for t in times if t.start >= at.end]
    chosen: TimeMention | None = behind[0] if behind else None
    if chosen is None or chosen.first is None or chosen.last is None or chosen.precision is None:
        return None
    return EventDate(chosen.first, chosen.last, chosen.precision, chosen.text)
