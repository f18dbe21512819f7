"""The coder: one article in, everything that was read in it out."""

from __future__ import annotations

import bisect
import datetime
import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from waqai import headlines
from waqai.actors import namesakes
from waqai.actors.mentions import Mention, Resolver
from waqai.dating import Dater
from waqai.events import quantities
from waqai.events.confidence import Beside, Facts, confidence, signs
from waqai.events.contexts import Contexts
from waqai.events.coreference import Told
from waqai.events.gapping import gapped
from waqai.events.matcher import Fired, Matcher, Miss, as_planned
from waqai.events.reading import Reading
from waqai.events.resumption import resume
from waqai.events.scale import QUADS, intensity
from waqai.events.sources import Quotation, issuer_of, says, speaker_of
from waqai.events.statements import Contents
from waqai.events.topics import Topics, in_the_family, outside, topic_words
from waqai.grammar import attribution
from waqai.grammar.clauses import Parse, parse, phrases
from waqai.grammar.lookup import Lookup
from waqai.grammar.phrases import chunk, visible
from waqai.grammar.units import Unit, group, note_surnames
from waqai.ingest.language import foreign
from waqai.lexicon.table import Table, load
from waqai.names import latin
from waqai.placing import Placer
from waqai.records import Article, Document, Entity, Event, Sentence, Source, Span, Statement, TimeMention
from waqai.text.egyptian import with_maqsura
from waqai.text.fold import Folded, fold
from waqai.text.sentences import split
from waqai.text.tokens import tokenize
from waqai.times import read as read_times

if TYPE_CHECKING:
    from waqai.errors import Failure

VERSION = "0.1.0"


class ReadSentence:
    """A sentence with everything that was found in it, for `waqai explain`."""

    __slots__ = ("events", "fired", "misses", "reading", "sentence", "signs")

    def __init__(self, sentence: Sentence, reading: Reading, fired: list[Fired], misses: list[Miss]) -> None:
        self.sentence = sentence
        self.reading = reading
        self.fired = fired
        self.misses = misses
        self.events: list[Event] = []
        self.signs: list[tuple[str, ...]] = []  # of each event, what its confidence rests on

    def leave_out(self, events: Collection[str], reason: str) -> None:
        """Take events, by their ids, for near misses."""
        for found, event in zip(self.fired, self.events, strict=True):
            if event.event_id in events:
                self.misses.append(Miss(found.trigger, found.frame, reason))
        kept = [k for k, event in enumerate(self.events) if event.event_id not in events]
        self.fired = [self.fired[k] for k in kept]
        self.signs = [self.signs[k] for k in kept]
        self.events = [self.events[k] for k in kept]


class Coder:
    """Codes Arabic news. Load it once; it is cheap to call and may be shared by forked workers.

    `lexicon` are folders of YAML laid over the built-in lexicon (docs/lexicon.md); they are compiled on loading.
    Raises `waqai.lexicon.compiler.LexiconError` where such a folder has mistakes.
    """

    def __init__(self, lexicon: Sequence[Path | str] = ()) -> None:
        self.lexicon = tuple(str(folder) for folder in lexicon)
        self.table: Table = load()
        if lexicon:
            from waqai.lexicon.compiler import compile_folder

            for folder in lexicon:
                self.table = compile_folder(Path(folder), self.table)
        self.lookup = Lookup(self.table)
        self.topic_words = topic_words(self.table)
        self.namesakes = namesakes.Namesakes(self.table)

    @property
    def versions(self) -> tuple[str, str]:
        """The versions of coder and lexicon that its records name."""
        return VERSION, self.table.version

    def code(
        self,
        text: str,
        date: str | datetime.date | None = None,
        *,
        id: str | None = None,
        title: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
    ) -> Document:
        """Code one text. `date` is its day of publication; without it relative times stay unresolved."""
        from waqai.ingest import make_article

        day = date.isoformat()[:10] if isinstance(date, datetime.date) else date
        return self.code_article(make_article(text, day, id=id, title=title, publisher=publisher, url=url))

    def code_article(self, article: Article) -> Document:
        """Code one article. Never raises on the text, whatever it is."""
        note = foreign(article.text)
        if note:
            return Document(article, (), (), (), (), (), (note,))
        return _Reader(self, article).document()

    def __reduce__(self) -> tuple[type[Coder], tuple[tuple[str, ...]]]:
        """Workers load the lexicon themselves: faster than sending it."""
        return Coder, (self.lexicon,)

    def read(self, article: Article) -> list[ReadSentence]:
        """The sentences of an article as they were read, near misses included."""
        return self.read_whole(article)[1]

    def read_whole(self, article: Article) -> tuple[Document, list[ReadSentence]]:
        """An article's document and its sentences as they were read."""
        reader = _Reader(self, article, explain=True)
        return reader.document(), reader.read

    def pipe(self, articles: Iterable[Article], workers: int | None = None) -> Iterator[Document | Failure]:
        """Code a stream of articles lazily, in order, in bounded memory; `workers` None means all cores."""
        from waqai.batch import pipe

        return pipe(self, articles, workers=workers)


class _Reader:
    """The state of reading one article."""

    def __init__(self, coder: Coder, article: Article, explain: bool = False) -> None:
        self.coder = coder
        self.article = article
        self.explain = explain
        self.folded: Folded = fold(article.text)
        self.published = _day(article.date)
        self.times, self.written = read_times(article.text, self.published, folded=self.folded)
        self.folded.text = with_maqsura(self.folded.text)  # the times are read as the text spells them
        self.resolver = Resolver(coder.table, article.date)
        self.speaker: list[Mention] = []
        self.doer: list[Mention] = []  # subject of the last sentence
        self.issuer: list[Mention] = []
        self.quotation = Quotation()
        self.parties: list[Mention] = []
        self.foes: list[Mention] = []
        self.before: list[Mention] = []
        self.told = Told()
        self.topics = Topics(coder.topic_words)
        self.events: list[Event] = []
        self.statements: list[Statement] = []
        self.mentions: list[Entity] = []
        self.spellings: dict[str, str] = {}  # of names, by the folded name
        self.read: list[ReadSentence] = []
        self.placer = Placer(self.folded.text, self._span, self.resolver)
        self.passives = _written_passives(self.folded)
        self.accusatives = _written_accusatives(self.folded)
        self.namesakes = coder.namesakes.of(self.folded.text)

    def document(self) -> Document:
        text = self.folded.text
        bounds = list(split(text))
        self.dater = Dater(self.published, self.written, text)
        marks = _folded_marks(self.times, self.folded)
        sentences: list[Sentence] = []
        at = 0
        for number, (start, end) in enumerate(bounds, 1):
            first, last = self.folded.span(start, end)
            sentence = Sentence(
                number,
                first,
                last,
                self.article.text[first:last],
                "headline" if number == 1 and _headline(text, start, end, len(bounds)) else "body",
            )
            sentences.append(sentence)
            while at < len(marks) and marks[at][1] <= start:
                at += 1
            inside = [m for m in marks[at : at + 60] if m[0] < end and m[1] > start]
            self._sentence(sentence, start, end, inside)
        self.events = headlines.complete(self.placer.finish(self.dater.finish(self.events)), sentences)
        finished = iter(self.events)
        for record in self.read:
            record.events = [next(finished) for _ in record.events]
        notes = self._weigh_topic()
        return Document(
            self.article,
            tuple(sentences),
            tuple(self.mentions),
            tuple(self.times),
            tuple(self.statements),
            tuple(self.events),
            notes,
        )

    def _weigh_topic(self) -> tuple[str, ...]:
        """Leave out what an article about sport, films or the weather cannot tell; say so, or why nothing is told."""
        about = self.topics.about()
        if about is None:
            return () if self.events else ("no event: nothing is told that the frames know",)
        topic, words = about
        told = f"about {topic} ({', '.join(words)})"
        left = {event.event_id for event in outside(self.events, topic)}
        self.events = [event for event in self.events if event.event_id not in left]
        for record in self.read:
            record.leave_out(left, told)
        if left:
            return (f"{told}: {len(left)} record{'s' if len(left) > 1 else ''} without a political party left out",)
        return () if self.events else (f"no event: {told}",)

    def _sentence(self, sentence: Sentence, start: int, end: int, marks: list[tuple[int, int, TimeMention]]) -> None:
        coder = self.coder
        tokens = tokenize(self.folded.text, start, end)
        units = group(tokens, coder.lookup, [(a, b) for a, b, _ in marks], self.passives, self.accusatives)
        if self.namesakes:
            namesakes.settle(units, self.namesakes, self.passives)
        attribution.join(units, coder.table)
        note_surnames(units, self.resolver.surnames)
        shown = list(visible(units))
        parsed = parse(units, chunk(shown), coder.table)
        every = phrases(parsed.chunks)
        if self.resolver.home is None and sentence.number <= 3:
            self.resolver.home = self._dateline(units)
        seen = {id(unit) for unit in shown}
        self.resolver.begin(
            every,
            breaks=[u.start for u in units if u.text in _PARTS or (u.tag == "V" and u.conj)],
            asides=[u for u in units if id(u) not in seen] if len(shown) < len(units) else (),
        )
        reading = Reading(parsed, self.resolver, coder.table, self.placer.locator, self.speaker, self.before)
        reading.parties, reading.foes, reading.doer = self.parties, self.foes, self.doer
        resume(reading)
        for phrase in every:
            reading.mentions(phrase)
        reading.issuer = self.issuer
        reading.quoted_until = self.quotation.go_on(units)
        self.dater.begin(start, reading, marks)
        self.placer.begin(start, reading)
        matcher = Matcher(reading, self.explain)
        matched = matcher.run()
        public = [one for one in matched if not in_the_family(one, units)]
        if len(public) < len(matched):
            self.topics.family()
        fired = gapped(self.told.resolve(public, reading, sentence.number, matcher.named), reading)
        for found in fired:
            if (
                found.frame.symmetric
                and not _known(found.actors, self.parties)
                and found.type in ("CONSULT", "AGREE", "SUPPORT")
                and (len({m.country for m in found.actors if m.country}) > 1 or _rivals(found.actors))
            ):
                self.parties = found.actors
            self.foes = _foes(found) or self.foes
            if found.type == "PROTEST" and found.status == "actual":
                lands = {m.country for m in found.actors if m.country}
                self.resolver.crowd = next(iter(lands)) if len(lands) == 1 else self.resolver.crowd
        record = ReadSentence(sentence, reading, fired, matcher.misses)
        contexts: tuple[str, ...] = ()
        counts: list[quantities.Found] = []
        shares: list[list[quantities.Found]] = []
        if fired:
            contexts = Contexts.load().contexts_of([token.text for token in tokens])
            counts = quantities.find(units)
            shares = quantities.attach(counts, fired)
        for number, found in enumerate(fired):
            beside = Beside([other for other in fired if other is not found], counts)
            event, told = self._event(found, sentence, reading, marks, contexts, shares[number], beside)
            record.signs.append(told)
            self.events.append(event)
            record.events.append(event)
        self.dater.end(marks)
        self._remember(parsed, reading, sentence)
        if self.explain:
            self.read.append(record)
        self.resolver.end()

    def _dateline(self, units: list[Unit]) -> str | None:
        """The country of a dateline: القدس 15 - 7 (اف ب) -, بغداد ـ, قرطاج (وات)."""
        if len(units) < 3 or units[0].conj or units[0].prep:
            return None
        marks = {u.text for u in units[1:7]}
        if not (
            units[1].tag in ("T", "(", "-", "–", "—", "ـ", "/", "،", ":") and marks & {"(", "-", "–", "—", ":", "/"}
        ):
            return None
        countries = self.resolver.unit_countries(units[0])
        if countries:
            self.placer.set_dateline(units[0])
        return countries[0] if countries else None

    def _remember(self, parsed: Parse, reading: Reading, sentence: Sentence) -> None:
        """Keep who spoke and who was mentioned for the next sentence; write down mentions and statements."""
        found = [m for phrase in phrases(parsed.chunks) for m in reading.mentions(phrase)]
        self.topics.read(parsed.units, found)
        self.mentions += [self.entity(m) for m in found if m.coded or m.person]
        self.issuer = issuer_of(reading) or self.issuer
        contents = Contents(parsed, self.folded.text)
        for clause in parsed.clauses:
            if not says(clause) or clause.kind == "hal":
                continue
            speaker = speaker_of(reading, clause)
            if clause.parent is None and speaker:
                self.speaker = speaker
            if clause.unit is None:
                continue
            verb = clause.verbs[0].lemma.split("/")[0]
            who = self.entity(speaker[0]) if speaker else None
            for content, start, end in contents.of(clause):
                span = self._span(start, end)
                self.statements.append(Statement(who, verb, span, content.quoted, sentence.number))
        if found:
            self.before = found
        main = next((c for c in parsed.clauses if c.parent is None and c.unit is not None), None)
        if main is not None and main.subject is not None:
            self.doer = [m for m in reading.subject(main) if m.coded and not m.thing]

    def _span(self, start: int, end: int) -> Span:
        first, last = self.folded.span(start, end)
        return Span(self.article.text[first:last], first, last)

    def _spelled(self, mention: Mention) -> str | None:
        """The name of a mention as the article spells it, without vowel signs: names are told apart folded."""
        ar = mention.ar
        if not ar:
            return ar
        lead = 1 if ar.startswith("ال") else 0  # النقابة of للنقابة
        at = self.folded.text.find(ar[lead:], mention.start, mention.end)
        if at >= 0:
            same = lead and self.folded.text[at - 1] == "ا"
            text = self._span(at - 1 if same else at, at + len(ar) - lead).text
            self.spellings[ar] = _SIGNS.sub("", text if same or not lead else "ا" + text)
        return self.spellings.get(ar, ar)

    def entity(self, mention: Mention) -> Entity:
        """The record of a mention."""
        span = self._span(_without_conjunction(mention), mention.end)
        actor = mention.actor
        own = actor is not None and mention.kind != "demonym" and (mention.person == (actor.kind == "person"))
        ar = actor.ar if actor is not None and own else self._spelled(mention) or span.text
        name = actor.en if actor is not None and own else latin(mention)
        identity = (actor.wikidata or actor.id) if actor is not None and own else None
        return Entity(
            span.text,
            span.start,
            span.end,
            name,
            ar,
            identity,
            mention.country,
            mention.sector,
            mention.others,
            mention.role,
            mention.implied,
        )

    def _event(
        self,
        fired: Fired,
        sentence: Sentence,
        reading: Reading,
        marks: list[tuple[int, int, TimeMention]],
        contexts: tuple[str, ...],
        counted: Sequence[quantities.Found],
        beside: Beside,
    ) -> tuple[Event, tuple[str, ...]]:
        """The record of an event and the signs that its confidence rests on."""
        article = self.article
        anchor = self._span(fired.trigger.unit.start, fired.trigger.unit.end)
        actors = tuple(self.entity(m) for m in fired.actors)
        recipients = tuple(self.entity(m) for m in fired.recipients)
        date, status = self.dater.date(fired, reading, marks)
        if status != fired.status:
            kind, mode = as_planned(fired.type, fired.mode, status)
            fired = fired._replace(type=kind, mode=mode, status=status)
        key = "\x1f".join(
            (
                article.id,
                str(anchor.start),
                str(anchor.end),
                fired.type,
                fired.mode or "",
                status,
                *(f"{e.start}" for e in (*actors, *recipients)),
            )
        )
        place = self.placer.place(fired)
        dated = date is not None and date.text is not None
        told = signs(fired, reading, Facts(dated, place is not None, counted), beside)
        event = Event(
            event_id=hashlib.sha256(key.encode("utf8", "surrogatepass")).hexdigest()[:20],
            doc_id=article.id, url=article.url, publisher=article.publisher, title=article.title, pub_date=article.date,
            event_type=fired.type, event_mode=fired.mode, contexts=contexts, quad_code=QUADS[fired.type], intensity=intensity(fired.type, fired.mode), status=status,  # noqa: E501
            anchor=anchor, sentence=Span(sentence.text, sentence.start, sentence.end), actors=actors, recipients=recipients, date=date,  # noqa: E501
            place=place, source=self._source(fired), quantities=tuple(quantities.record(q, self._span) for q in counted), confidence=confidence(fired.type, fired.frame.confidence, told), frame=fired.frame.name,  # noqa: E501
            coder_version=VERSION, lexicon_version=self.coder.table.version,
        )  # fmt: skip
        return event, told

    def _source(self, fired: Fired) -> Source | None:
        if not fired.source:
            return None
        entity = self.entity(fired.source[0])
        verb = None
        direct = False
        if fired.speech is not None and fired.speech.unit is not None:
            verb = fired.speech.unit.text
            direct = fired.trigger.clause.quoted
        how: Literal["direct", "indirect", "agency"] = "indirect"
        if direct:
            how = "direct"
        elif entity.sector == "JRN":
            how = "agency"
        return Source(
            entity.text, entity.start, entity.end, entity.name, entity.name_ar, entity.country, entity.sector, verb, how
        )


def _day(text: str | None) -> datetime.date | None:
    if not text:
        return None
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        return None


def _without_conjunction(mention: Mention) -> int:
    """Where a mention starts behind a joined و or ف, and behind ب, ل, ك where the article is not merged into it."""
    phrase = mention.phrase
    if phrase is None or not phrase.units or phrase.units[0].start != mention.start:
        return mention.start
    unit = phrase.units[0]
    start = mention.start + len(unit.conj)
    rest = unit.text[len(unit.conj) :]
    if unit.prep and rest.startswith(unit.prep) and not rest.startswith("لل") and len(rest) > 3:
        start += len(unit.prep)
    return start


def _folded_marks(times: Sequence[TimeMention], folded: Folded) -> list[tuple[int, int, TimeMention]]:
    """Time expressions with their bounds in the folded text."""
    if folded.text is folded.given or len(folded.text) == len(folded.given):
        return [(t.start, t.end, t) for t in times]
    origin = folded.origin
    return [(bisect.bisect_left(origin, t.start), bisect.bisect_left(origin, t.end), t) for t in times]


#: sectors of those who fight
_FIGHTING = frozenset(("MIL", "REB", "UAF", "COP", "PRM", "CRM"))
#: marks that part a sentence
_PARTS = frozenset("،,؛;")
#: a word whose first letter carries a damma (U+064F), or the first that is not of its stem where that begins with alef
#: (اتُهم, افتُتح, استُهدف), after و, ف or س if there is one
_DAMMA = re.compile(
    "(?<![\u0621-\u064a\u064b-\u0652])[\u0648\u0641]?\u064e?\u0633?\u064e?"
    "(?:[\u0621-\u064a]|\u0627[\u0621-\u064a]\u0652?[\u062a\u062f\u0637]?\u0651?)\u064f"
)


def _written_passives(folded: Folded) -> frozenset[int]:
    """Starts, in the folded text, of words written with a damma on their first letter."""
    if "\u064f" not in folded.given:
        return frozenset()
    origin = folded.origin
    return frozenset(bisect.bisect_left(origin, match.start()) for match in _DAMMA.finditer(folded.given))


#: an alef with fathatan (U+064B before or behind it) at the end of a word: جمهورًا, جمهوراً
#: vowel signs and the stroke that lengthens words
_SIGNS = re.compile("[\u064b-\u0652\u0640]")
_FATHATAN = re.compile("(?:\u064b\u0627|\u0627\u064b)(?![\u0621-\u064a])")


def _written_accusatives(folded: Folded) -> frozenset[int]:
    """Ends, in the folded text, of words written with fathatan on their alef."""
    if "\u064b" not in folded.given:
        return frozenset()
    origin = folded.origin
    return frozenset(bisect.bisect_left(origin, match.end()) for match in _FATHATAN.finditer(folded.given))


def _headline(text: str, start: int, end: int, sentences: int) -> bool:
    return (
        sentences > 1
        and end - start < 160
        and text[end - 1] not in ".؟!"
        and (end >= len(text) or text[end : end + 1] in "\n\r ")
    )


def _known(actors: Sequence[Mention], parties: Sequence[Mention]) -> bool:
    """Whether nobody new talks: the ministers that were named stay those of whom الوزيران is said later."""
    return all(m.implied for m in actors) and {m.country for m in actors} == {m.country for m in parties}


def _foes(found: Fired) -> list[Mention]:
    """The two sides of a fight or an attack, in order; empty where there are not just two."""
    sides = [*found.actors, *found.recipients] if found.type == "ASSAULT" else []
    fighting = len(sides) == 2 and all(m.sector in _FIGHTING or m.kind in ("country", "demonym") for m in sides)
    return sides if fighting and sides[0].en != sides[1].en else []


def _rivals(parties: Sequence[Mention]) -> bool:
    """Two named bodies of one country that talk with each other: an army and its enemies."""
    return len(parties) == 2 and len({m.en for m in parties if m.en}) == 2 and len({m.sector for m in parties}) == 2
