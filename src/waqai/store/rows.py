"""From a coded document to the rows of the tables. Workers do it, so that whoever writes has little to do."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from waqai.ingest.decode import without_surrogates
from waqai.record.near_copies import signature
from waqai.records import Article, Document, Entity, Event, EventDate, Place, Statement
from waqai.store.words import search_words

Row = dict[str, Any]
#: Articles longer than this are searched in their beginning only.
SEARCHED = 500_000


class Prepared(msgspec.Struct, frozen=True):
    """A document as rows, without the numbers that the database gives. `parties` and `words` go with `mentions`."""

    doc_id: str
    digest: str
    article: Row
    words: str
    mentions: list[Row]
    parties: list[list[Row]]
    mention_words: list[str]
    statements: list[Row]
    notes: tuple[str, ...]
    types: tuple[str, ...]
    origin: str


def digest(article: Article) -> str:
    """By which it is seen whether an article has changed: what it says, not where it was found."""
    fields = (article.text, article.date, article.title, article.publisher, article.url)
    return hashlib.sha256(msgspec.json.encode(fields)).hexdigest()[:32]


def key(doc_id: str) -> str:
    """An article's id as the database keeps it."""
    return plain(doc_id) or ""


def plain(text: str | None) -> str | None:
    """Text that every database can keep: without NUL and unpaired surrogates."""
    return None if text is None else without_surrogates(text)[0].replace("\x00", "\ufffd")


def json(record: Any) -> str:
    """The exact record."""
    return msgspec.json.encode(record).decode()


def prepare(document: Document) -> Prepared:
    """The rows of a document."""
    article = document.article
    return Prepared(
        doc_id=key(article.id),
        digest=digest(article),
        article={
            "pub_date": article.date,
            "title": plain(article.title),
            "publisher": plain(article.publisher),
            "url": plain(article.url),
            "characters": len(article.text),
            "mentions": len(document.events),
            "statements": len(document.statements),
            "notes": json(document.notes),
            "signature": signature(article.text),
            "record": json(article),
        },
        words=" ".join(search_words(f"{article.title or ''}\n{article.text[:SEARCHED]}")),
        mentions=[_mention(number, event) for number, event in enumerate(document.events, 1)],
        parties=[party_rows(event.actors, event.recipients) for event in document.events],
        mention_words=[" ".join(search_words(event.sentence.text)) for event in document.events],
        statements=[_statement(number, one) for number, one in enumerate(document.statements, 1)],
        notes=document.notes,
        types=tuple(event.event_type for event in document.events),
        origin=article.origin or f"article {article.id}",
    )


def _mention(number: int, event: Event) -> Row:
    source = event.source
    return {
        "number": number,
        "event_id": plain(event.event_id),
        "event_type": event.event_type,
        "event_mode": event.event_mode,
        "contexts": listed(event.contexts),
        "status": event.status,
        **when_and_where(event.date, event.place),
        "source": None if source is None else wordlist(source.name, source.name_ar, source.text),
        "source_country": source and source.country,
        "source_sector": source and source.sector,
        "confidence": event.confidence,
        "frame": event.frame,
        "record": json(event),
    }


def when_and_where(date: EventDate | None, place: Place | None) -> Row:
    """The columns of date and place, for mentions and happenings."""
    return {
        "date_start": date and date.start,
        "date_end": date and date.end,
        "date_precision": date and date.precision,
        "place": None if place is None else wordlist(place.name, place.admin1, place.text),
        "place_country": place and place.country,
    }


def party_rows(actors: Sequence[Entity], recipients: Sequence[Entity]) -> list[Row]:
    """A row for each actor and recipient."""
    sides = [*(("actor", one) for one in actors), *(("recipient", one) for one in recipients)]
    return [
        {
            "number": number,
            "side": side,
            "country": one.country,
            "sectors": listed([*([one.sector] if one.sector else []), *one.other_sectors]),
            "entity": plain(one.id),
            "words": wordlist(one.name, one.name_ar, one.text),
        }
        for number, (side, one) in enumerate(sides, 1)
    ]


def _statement(number: int, one: Statement) -> Row:
    speaker = one.speaker
    return {
        "number": number,
        "speaker": None if speaker is None else wordlist(speaker.name, speaker.name_ar, speaker.text),
        "speaker_country": speaker and speaker.country,
        "speaker_sector": speaker and speaker.sector,
        "speaker_entity": None if speaker is None else plain(speaker.id),
        "verb": plain(one.verb),
        "direct": one.direct,
        "record": json(one),
    }


def listed(items: Iterable[str]) -> str:
    """Codes in one column, each between bars: ``|GOV|MIL|``; found with LIKE."""
    joined = "|".join(items)
    return f"|{joined}|" if joined else ""


def wordlist(*texts: str | None) -> str:
    """Words in one column, each between spaces, texts apart by bars; found with LIKE."""
    return " " + " | ".join(" ".join(search_words(text)) for text in texts if text) + " "
