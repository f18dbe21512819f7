"""From records to the parts of a dossier's lines: evidence, parties, dates, places, marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from waqai.record.model import Happening
from waqai.records import Entity, Event, EventDate, Place, Source, Span
from waqai.text.fold import fold

from . import words as _words
from .material import Selection
from .model import Evidence, Mark, Party, When, Where

#: status of an event -> its mark
MARKS: dict[str, Mark] = {
    "actual": "happened",
    "historical": "happened",
    "future": "planned",
    "hypothetical": "possible",
    "negated": "denied",
}
#: first part of a frame's name -> the type of the act itself
_PLANNED = {name.lower(): name for name in ("CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT")}
#: how the coder says where a date comes from -> how a dossier does
_INFERRED = {"the day of the story": "story", "up to": "bounds", "since then": "since"}
#: prepositions of a place, folded, that say nothing more than that it is there
_AT = frozenset(("في", "فى", "على", "عند", "الى"))
#: sectors of people who are not the state that they are of
_PEOPLE = frozenset(("CVL", "REF", "OPP", "LAB", "EDU"))
#: nouns that begin with lam: before them the article is not written behind the preposition
_LAM = ("لجن", "لاجئ", "لواء", "لقاء", "لغ", "لبنان", "ليبي")
#: sentences shown under one line
SHOWN = 12


def of_event(event: Event, *extra: Span) -> Evidence:
    """The sentence of an event, its anchor (and further spans) marked."""
    return of_span(event.doc_id, event.sentence, event.anchor, *extra)


def of_span(article: str, sentence: Span, *marks: Span) -> Evidence:
    """A sentence of an article with spans of the article's text marked, in order and without overlaps."""
    inside = sorted(
        (max(m.start, sentence.start) - sentence.start, min(m.end, sentence.end) - sentence.start) for m in marks
    )
    clean: list[tuple[int, int]] = []
    for start, end in inside:
        if start >= end:
            continue
        if clean and start < clean[-1][1]:
            clean[-1] = (clean[-1][0], max(end, clean[-1][1]))
        else:
            clean.append((start, end))
    return Evidence(article, sentence.start, sentence.end, sentence.text, tuple(clean))


def gathered(pieces: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Evidence with each sentence once, its marks joined; in the given order, the first `SHOWN`."""
    out: dict[tuple[str, int], Evidence] = {}
    for piece in pieces:
        key = (piece.article, piece.start)
        known = out.get(key)
        if known is None:
            out[key] = piece
        elif piece.marks != known.marks:
            spans = [Span("", piece.start + a, piece.start + b) for a, b in (*known.marks, *piece.marks)]
            out[key] = of_span(piece.article, Span(piece.text, piece.start, piece.end), *spans)
    return tuple(list(out.values())[:SHOWN])


def events_of(selection: Selection, happening: Happening) -> list[Event]:
    """The events of a happening that are at hand, the most telling first."""
    return [event for i in happening.events if (event := selection.events.get(i)) is not None]


def evidence_of(selection: Selection, happening: Happening) -> tuple[Evidence, ...]:
    """The sentences that tell a happening, those that only allege it last."""
    events = sorted(events_of(selection, happening), key=alleged)
    return gathered(of_event(event) for event in events)


def told_by(events: Sequence[Event]) -> tuple[Party, ...]:
    """Those on whose word alone an event stands: empty where an article tells it itself, or who acts says so."""
    out = []
    for event in events:
        if event.source is None or not (event.source.name or event.source.country or event.source.sector):
            return ()
        if _says_so(event.source, event.actors):
            return ()
        out.append(speaker(event.source))
    return _each_once(out)


def _says_so(source: Source, actors: Sequence[Entity]) -> bool:
    """Whether who acts says so, by the same name or in the same words."""
    return any(source.name == a.name if source.name else _key(source.text) == _key(a.text) for a in actors)


def party(entity: Entity) -> Party:
    """A party as it is shown: the words where they name it, else the name that they stand for.

    People of a country (آلاف العراقيين, أمريكيين) are not the state: they are shown by their own words.
    """
    text = _written(entity)
    if entity.sector in _PEOPLE and not entity.role and not _is_name(entity, text):
        return Party(text, None, None, entity.country, entity.sector)
    named = entity.name_ar if entity.name else None
    if named and (entity.implied or (len(_key(text)) < len(_key(named)) and entity.id)):
        text = named
    return Party(text, entity.name_ar, entity.name, entity.country, entity.sector, entity.role)


def struck(entities: Sequence[Entity]) -> tuple[Party, ...]:
    """Victims and targets. What is hit is what the words name (المنطقة الخضراء), not the state that they stand for."""
    return _each_once(map(_struck, entities))


def _struck(entity: Entity) -> Party:
    one, text = party(entity), _written(entity)
    if not entity.implied and one.name_en and entity.sector in (None, "GOV") and not _is_name(entity, text):
        return Party(text, None, None, entity.country, entity.sector, entity.role)
    return one


def _is_name(entity: Entity, text: str) -> bool:
    """Whether a text is the Arabic name of the entity or holds it as words of its own."""
    return bool(entity.name_ar) and f" {_key(entity.name_ar or '')} " in f" {_key(text)} "


def _written(entity: Entity) -> str:
    """The words of an entity without the preposition that is written with the article (للفصائل -> الفصائل, للجنة ->
    اللجنة).
    """
    text = " ".join(entity.text.split())
    if not text.startswith("لل") or len(text) < 5:
        return text
    return "ال" + (text[1:] if text[1:].startswith(_LAM) else text[2:])


def speaker(source: Source) -> Party:
    """Who says so."""
    return Party(" ".join(source.text.split()), source.name_ar, source.name, source.country, source.sector)


def parties(entities: Sequence[Entity]) -> tuple[Party, ...]:
    """Parties, each once."""
    return _each_once(map(party, entities))


def _each_once(found: Iterable[Party]) -> tuple[Party, ...]:
    """Parties without those whose name came before."""
    out: dict[str, Party] = {}
    for one in found:
        out.setdefault(one.name_en or _key(one.text), one)
    return tuple(out.values())


def planned(events: Iterable[Event]) -> str | None:
    """The type of what is announced where events tell of a plan (AGREE: a meeting to come); None where they do not."""
    for event in events:
        if event.status == "future" and event.event_type in ("AGREE", "CONCEDE"):
            found = _PLANNED.get(event.frame.split(".")[0])
            if found is not None:
                return found
    return None


def act(events: Sequence[Event]) -> str | None:
    """What kind of act the most telling of `events` whose frame is known by name tells; see `acts` in ``words.yml``."""
    acts = _words.load().acts
    return next((acts[event.frame] for event in events if event.frame in acts), None)


def when(date: EventDate | None) -> When | None:
    """A date. `inferred` is ``published`` where only the day of publication is known, ``story`` where it is that of the
    event that the article is about, ``bounds`` where words name no more than bounds (in the past months), ``since``
    where it happened again and again from its first day on.
    """
    if date is None or (date.inferred or "").startswith("announced"):
        return None  # announced without a date
    inferred = date.inferred or ("published" if date.text is None else None)
    for start, kind in _INFERRED.items():
        if inferred is not None and inferred.startswith(start):
            inferred = kind
    return When(date.start, date.end, date.precision, inferred)


def where(place: Place | None) -> Where | None:
    """A place, without the preposition before it."""
    if place is None:
        return None
    words = place.text.split()
    if len(words) > 1 and _key(words[0]) in _AT:
        words = words[1:]
    return Where(" ".join(words), place.name, place.country)


def mark(selection: Selection, happening: Happening) -> Mark:
    """How a happening stands; what only an accuser tells is alleged."""
    plain = MARKS[happening.status]
    events = events_of(selection, happening)
    if plain == "denied" and events and all(mark_of(event) == "not_done" for event in events):
        return "not_done"
    if plain == "happened":
        if events and all(alleged(event) for event in events):
            return "alleged"
    return plain


def alleged(event: Event) -> bool:
    """Whether an event is told by an accusation (تتهم, زعم), not as a fact."""
    if event.source is None or event.source.verb is None:
        return False
    return bool(_words.load().allege.fullmatch(_words.key(event.source.verb)))


def mark_of(event: Event) -> Mark:
    """How one report has it."""
    if event.status == "negated" and event.source is None:
        return "not_done"  # دون التوصل إلى اتفاق: nobody denies it
    return "alleged" if alleged(event) and event.status in ("actual", "historical") else MARKS[event.status]


def _key(text: str) -> str:
    return fold(text).text
