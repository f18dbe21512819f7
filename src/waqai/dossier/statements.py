"""Sections made of what articles say beside happenings: agenda, positions, numbers of troops."""

from __future__ import annotations

from collections.abc import Iterable

from waqai.records import Document, Entity, Event, Sentence, Span

from .evidence import act as _act
from .evidence import events_of, gathered, of_event, of_span, party, speaker, when
from .findings import Findings, TopicFound
from .material import Selection
from .matter import INTERNATIONAL
from .model import Evidence, Position, Side, Strength, Topic
from .words import key, load

#: characters between a verb of rejecting and what is rejected
_NEAR = 40
#: acts that take a position
_STANCES = ("REQUEST", "REJECT", "SUPPORT", "ACCUSE", "THREATEN", "AGREE", "CONCEDE")
_GROUPS = {
    None: "state", "GOV": "state", "MIL": "state", "LEG": "state", "JUD": "state", "COP": "state", "SPY": "state",
    "REB": "armed", "PRM": "armed", "SEP": "armed", "UAF": "armed", "CRM": "armed",
    "PTY": "politics", "OPP": "politics",
}  # fmt: skip
_GROUP_ORDER = ("state", "politics", "armed", "society")


def agenda(selection: Selection) -> tuple[Topic, ...]:
    """What the sides discuss or are to discuss, in the words of the articles; the same words once."""
    found: dict[tuple[str, bool], tuple[Topic, list[Evidence]]] = {}
    for article, one in _findings(selection):
        document = selection.documents[article]
        for topic in one.topics:
            sentence = document.sentences[topic.sentence - 1]
            if not _between_sides(selection, document, sentence, topic) or not selection.told(document.article.date):
                continue
            piece = of_span(article, _span(sentence), topic.anchor, topic.span)
            text = " ".join(topic.span.text.split())
            made = Topic(
                text,
                tuple(" ".join(i.text.split()) for i in topic.items),
                "planned" if topic.planned else "happened",
                document.article.date,
                party(topic.source) if topic.source else None,
                (),
            )
            found.setdefault((key(text), topic.planned), (made, []))[1].append(piece)
    topics = [Topic(t.text, t.items, t.mark, t.told, t.source, gathered(pieces)) for t, pieces in found.values()]
    return tuple(sorted(topics, key=lambda t: (t.told or "9999", t.evidence[0].article, t.evidence[0].start)))


def _between_sides(selection: Selection, document: Document, sentence: Sentence, topic: TopicFound) -> bool:
    """Whether a sentence of talks is about talks of the sides: it names both, or nobody who speaks against it. Who
    tells it (بحسب مسؤولين) and who is only talked about takes no part.
    """
    apart = [(topic.span.start, topic.span.end), *([(topic.source.start, topic.source.end)] if topic.source else [])]
    named = set(selection.named(document, sentence.start, sentence.end))
    for event in document.events:
        if event.sentence.start == sentence.start and event.event_type in ("CONSULT", "AGREE"):
            named |= {e.country for e in (*event.actors, *event.recipients) if e.country}
    if selection.both(named):
        return True
    persons = [
        m
        for m in document.mentions
        if sentence.start <= m.start < sentence.end and m.country and (m.role or m.sector in ("GOV", "MIL"))
        and not any(start < m.end and m.start < end for start, end in apart)
    ]
    if len({m.name or m.text for m in persons}) > 1:
        return False  # the parties are named, and they are others
    return not named or bool(selection.sides_of(named))


def positions(selection: Selection) -> tuple[Side, ...]:
    """What each party says, demands, refuses, welcomes, promises; sides of the matter first."""
    sides: dict[tuple[str | None, str], list[Position]] = {}
    for document in sorted(selection.documents.values(), key=lambda d: (d.article.date or "9999", d.article.id)):
        if not selection.told(document.article.date):
            continue
        told: set[tuple[str, int]] = set()
        for position, start in sorted(_of_article(selection, document), key=lambda p: p[1]):
            same = (position.speaker.name_en or key(position.speaker.text), start)
            if same in told:
                continue
            told.add(same)
            who = position.speaker
            sides.setdefault((who.country, _GROUPS.get(who.sector, "society")), []).append(position)
    rank = [code for side in selection.matter.sides for code in side]
    return tuple(
        Side(country, group, tuple(found))
        for (country, group), found in sorted(
            sides.items(),
            key=lambda s: (
                rank.index(s[0][0]) if s[0][0] in rank else len(rank),
                s[0][0] or "~",
                _GROUP_ORDER.index(s[0][1]),
            ),
        )
    )


def _of_article(selection: Selection, document: Document) -> Iterable[tuple[Position, int]]:
    article = document.article
    for event in document.events:
        if event.event_type not in _STANCES or event.status not in ("actual", "historical"):
            continue
        if not event.actors or not (
            _relevant(selection, document, event.sentence, event.actors[0])
            or selection.sides_of(e.country for e in event.recipients)
        ):
            continue
        denies = event.event_type == "REJECT" and (_act((event,)) == "denial" or _of_charges(document, event))
        if event.event_type == "AGREE" and len({a.country for a in event.actors}) > 1:
            continue  # an agreement of both is a happening, not the position of one
        for actor in {a.country: a for a in reversed(event.actors)}.values():
            yield (
                Position(
                    party(actor),
                    "denies" if denies else event.event_type,
                    None if denies else event.event_mode,
                    None if denies else _act((event,)),
                    event.anchor.text,
                    False,
                    article.date,
                    (of_event(event),),
                ),
                event.sentence.start,
            )
    for statement in document.statements:
        sentence = document.sentences[statement.sentence - 1]
        who = statement.speaker
        if who is None or not _relevant(selection, document, _span(sentence), who):
            continue
        if not (who.country or who.sector):
            continue
        content = _until_end(document, statement.content, sentence)
        yield (
            Position(
                party(who),
                "denies" if denied(statement.verb) else "says",
                None,
                None,
                statement.verb,
                statement.direct,
                article.date,
                (of_span(article.id, _span(sentence), content),),
            ),
            sentence.start,
        )


def _of_charges(document: Document, event: Event) -> bool:
    """Whether what somebody rejects are accusations: رفضت طهران الاتهامات."""
    return any(
        other.event_type == "ACCUSE"
        and other.sentence.start == event.sentence.start
        and event.anchor.end < other.anchor.start <= event.anchor.end + _NEAR
        for other in document.events
    )


def denials(selection: Selection) -> tuple[Position, ...]:
    """What is denied, and by whom, in the order of time: in statements, and of acts of violence."""
    found = {
        (p.evidence[0].article, p.evidence[0].start): p
        for side in positions(selection)
        for p in side.positions
        if p.stance == "denies"
    }
    for happening in selection.happenings:
        for event in events_of(selection, happening):
            if event.event_type == "ASSAULT" and event.status == "negated" and event.source is not None:
                by = speaker(event.source)
                made = Position(by, "denies", None, None, event.anchor.text, False, event.pub_date, (of_event(event),))
                found.setdefault((event.doc_id, event.sentence.start), made)
    return tuple(found[key] for key in sorted(found, key=lambda k: (found[k].told or "9999", k)))


def denied(verb: str | None) -> bool:
    """Whether a verb of speech denies what is said (نفى, أنكر)."""
    return verb is not None and key(verb) in load().sets["deny_verbs"]


def _until_end(document: Document, content: Span, sentence: Sentence) -> Span:
    """What is said, up to the end of its sentence without the last stop."""
    end = sentence.end
    text = document.article.text
    while end > content.end and not text[end - 1].isalnum():
        end -= 1
    return Span(text[content.start : end], content.start, end)


def _relevant(selection: Selection, document: Document, sentence: Span, who: Entity) -> bool:
    """Somebody of a side in an article of the matter; others where the sentence names a side or tells a happening."""
    if selection.sides_of({who.country}) or selection.tells(document.article.id, sentence.start):
        return True
    return bool(selection.sides_of(selection.named(document, sentence.start, sentence.end)))


def strengths(selection: Selection) -> tuple[Strength, ...]:
    """Numbers of troops of the sides, in the order of time."""
    out: list[tuple[tuple[str, str, int], Strength]] = []
    for article, one in _findings(selection):
        document = selection.documents[article]
        if not selection.told(document.article.date):
            continue
        for found in one.strengths:
            sentence = document.sentences[found.sentence - 1]
            named = selection.named(document, sentence.start, sentence.end)
            if found.owner is not None and not selection.sides_of({found.owner.country}):
                if found.owner.country not in INTERNATIONAL or not selection.sides_of(named):
                    continue  # an alliance's own count where it is told to stand in the land of a side
            if found.owner is None and named and not selection.sides_of(named):
                continue
            date = when(found.date)
            made = Strength(
                found.kind,
                party(found.owner) if found.owner else None,
                found.min,
                found.max,
                found.about,
                " ".join(found.span.text.split()),
                date,
                document.article.date,
                None,
                party(found.source) if found.source else None,
                (of_span(article, _span(sentence), found.span),),
            )
            at = date.start if date else document.article.date or "9999"
            out.append(((at, article, found.span.start), made))
    return tuple(strength for _, strength in sorted(out, key=lambda s: s[0]))


def _findings(selection: Selection) -> list[tuple[str, Findings]]:
    return sorted(selection.findings.items())


def _span(sentence: Sentence) -> Span:
    return Span(sentence.text, sentence.start, sentence.end)
