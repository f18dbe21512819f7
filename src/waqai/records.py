"""The record: plain typed structures that every stage fills and every exporter reads.

All offsets are code points into the text exactly as it was given; ``end`` is exclusive, so
``text[span.start:span.end] == span.text`` always holds. The structures are `msgspec.Struct`s:
``msgspec.to_builtins(event)`` gives plain dicts, ``msgspec.json.encode(event)`` gives bytes.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Status = Literal["actual", "future", "hypothetical", "negated", "historical"]
Precision = Literal["day", "week", "month", "season", "year", "decade"]


class Article(msgspec.Struct, frozen=True, omit_defaults=True):
    """One article as it came in.

    `date` is the ISO 8601 day of publication, or None; `origin` names the file and the record
    in it (``news.csv, row 12``), for messages.
    """

    id: str
    text: str
    date: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    origin: str | None = None


class Span(msgspec.Struct, frozen=True):
    """Words of the given text."""

    text: str
    start: int
    end: int


class EventDate(msgspec.Struct, frozen=True):
    """When, as a closed interval of days.

    `text` is the expression as written, None when the date is the publication date. `inferred`
    says what corrected or supplied the value (a dated fact of the lexicon), else None.
    """

    start: str
    end: str
    precision: Precision
    text: str | None = None
    inferred: str | None = None


class Place(msgspec.Struct, frozen=True):
    """Where: the words and, when the gazetteer knows them, the place itself (WGS 84 degrees).

    `precision` is the kind of place the event lies in (city, region, country ...), or near, site, dateline; `relation`
    says how it stands to the place named: near, outside, north ..., ``30 km north``; None for in.
    """

    text: str
    start: int
    end: int
    name: str | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    precision: str | None = None
    relation: str | None = None


class Entity(msgspec.Struct, frozen=True):
    """An actor or recipient. `implied` marks a span that stands elsewhere in the document."""

    text: str
    start: int
    end: int
    name: str | None = None
    name_ar: str | None = None
    id: str | None = None
    country: str | None = None
    sector: str | None = None
    other_sectors: tuple[str, ...] = ()
    role: str | None = None
    implied: bool = False


class Source(msgspec.Struct, frozen=True):
    """Who says so. `how` is direct (quoted), indirect, or agency."""

    text: str
    start: int
    end: int
    name: str | None = None
    name_ar: str | None = None
    country: str | None = None
    sector: str | None = None
    verb: str | None = None
    how: Literal["direct", "indirect", "agency"] = "indirect"


class Quantity(msgspec.Struct, frozen=True):
    """A count told with the event: ``min`` and ``max`` enclose it; either may be None when open."""

    kind: str
    min: float | None
    max: float | None
    unit: str | None
    text: str
    start: int
    end: int


class Statement(msgspec.Struct, frozen=True):
    """What somebody said: the speaker, the verb, and the span of what is said."""

    speaker: Entity | None
    verb: str
    content: Span
    direct: bool
    sentence: int


class Event(msgspec.Struct, frozen=True):
    """One event mention; the fields are those of the record contract (docs/record.md)."""

    event_id: str
    doc_id: str
    url: str | None
    publisher: str | None
    title: str | None
    pub_date: str | None
    event_type: str
    event_mode: str | None
    contexts: tuple[str, ...]
    quad_code: str
    intensity: float
    status: Status
    anchor: Span
    sentence: Span
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    date: EventDate | None
    place: Place | None
    source: Source | None
    quantities: tuple[Quantity, ...]
    confidence: float
    frame: str
    coder_version: str
    lexicon_version: str


class TimeMention(msgspec.Struct, frozen=True):
    """A time expression: TIMEX3 type and value, and the closed interval of days it denotes, if any.

    `start` and `end` are offsets of the words; `first` and `last` are ISO days.
    """

    text: str
    start: int
    end: int
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    first: str | None = None
    last: str | None = None
    precision: Precision | None = None
    inferred: str | None = None


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of the document; `kind` is ``headline``, ``dateline`` or ``body``."""

    number: int
    start: int
    end: int
    text: str
    kind: str = "body"


class Document(msgspec.Struct, frozen=True):
    """Everything the coder read in one article."""

    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[Entity, ...]
    times: tuple[TimeMention, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    notes: tuple[str, ...] = ()
