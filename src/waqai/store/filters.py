"""Which records are asked for, and how that is said to the database."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import msgspec

from waqai.errors import UsageError
from waqai.store.words import fts5, parse, search_words, tsquery

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select, Table

Side = Literal["actor", "recipient", "either"]


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """Which records are asked for: what fits every field that is given, and any one value of it.

    `types`, `modes`, `contexts`, `statuses` are PLOVER's words. `actors`, `recipients` and `parties` (either side) are
    parties as `Party.parse` reads them, as are `sources` (of statements: the speakers). `dyads` are pairs
    (`Dyad.parse`). `since` and `until` are days that the event's date must touch; `published_since` and
    `published_until` are for the article's. `places` are country codes or words of place names. `words` must stand in
    the mention's sentence (of a statement: in the article), `article_words` anywhere in the article; both as
    `waqai.store.words.parse` reads them. `docs` and `events` are ids.
    """

    types: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    dyads: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    published_since: str | None = None
    published_until: str | None = None
    places: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    words: str | None = None
    article_words: str | None = None
    min_confidence: float | None = None
    docs: tuple[str, ...] = ()
    events: tuple[str, ...] = ()


_CODES = re.compile(r"([A-Za-z]{3})?(?:[: ]([A-Za-z]{3}))?")
_ENTITY = re.compile(r"Q[1-9]\d*|[a-z]+[.:][\w.:-]+")


class Party(NamedTuple):
    """A party: a country code, a sector, the id of an entity, or words of its name."""

    country: str | None = None
    sector: str | None = None
    entity: str | None = None
    words: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Party:
        """``IRQ``, ``IRQ:MIL`` (a country's sector), ``:MIL`` (of any country), ``Q3110``, or words of a name."""
        text = text.strip()
        codes = _CODES.fullmatch(text)
        if codes and text:
            country, sector = (code.upper() if code else None for code in codes.groups())
            return cls(country, sector)
        if _ENTITY.fullmatch(text):
            return cls(entity=text)
        words = tuple(search_words(text))
        if not words:
            raise UsageError(f"{text!r} names nobody", "as in IRQ, IRQ:MIL, :MIL, Q3110 or words of a name")
        return cls(words=words)


class Dyad(NamedTuple):
    """Two parties of one event; `directed` when the first must be actor and the second recipient."""

    left: Party
    right: Party
    directed: bool

    @classmethod
    def parse(cls, text: str) -> Dyad:
        """``USA-IRQ`` (in any roles) or ``USA>IRQ`` (who > to whom); parties as `Party.parse` reads them."""
        directed = ">" in text
        left, mark, right = text.partition(">" if directed else "-")
        if not mark or not left.strip() or not right.strip():
            raise UsageError(f"{text!r} is no pair", "as in USA-IRQ, or USA>IRQ for what the first does to the second")
        return cls(Party.parse(left), Party.parse(right), directed)


class Kind(NamedTuple):
    """The tables that hold one kind of record: mentions or happenings, and their parties."""

    main: Table
    parties: Table
    owner: str


def like(words: Iterable[str]) -> str:
    """The pattern for words that stand together in a column of words. Words hold letters and digits only."""
    return f"% {' '.join(words)} %"


def own(where: Filter, kind: Kind) -> list[ColumnElement[bool]]:
    """The conditions on what mentions and happenings both have: type, mode, parties, date, place ..."""
    import sqlalchemy as sa

    main = kind.main.c
    out: list[ColumnElement[bool]] = []
    for column, values in (
        (main.event_type, where.types),
        (main.event_mode, where.modes),
        (main.status, where.statuses),
    ):
        if values:
            out.append(column.in_(values))
    if where.contexts:
        out.append(sa.or_(*(main.contexts.contains(f"|{one}|", autoescape=True) for one in where.contexts)))
    sides: tuple[tuple[Side, Sequence[str]], ...] = (
        ("actor", where.actors),
        ("recipient", where.recipients),
        ("either", where.parties),
    )
    for side, names in sides:
        if names:
            out.append(_has_party(kind, side, [Party.parse(name) for name in names]))
    if where.dyads:
        out.append(sa.or_(*(_has_dyad(kind, Dyad.parse(text)) for text in where.dyads)))
    if where.since:
        out.append(main.date_end >= where.since)
    if where.until:
        out.append(main.date_start <= where.until)
    if where.places:
        out.append(sa.or_(*(_place(kind.main, text) for text in where.places)))
    if where.min_confidence is not None:
        out.append(main.confidence >= where.min_confidence)
    return out


def _place(main: Table, text: str) -> ColumnElement[bool]:
    if re.fullmatch("[A-Za-z]{3}", text.strip()):
        return main.c.place_country == text.strip().upper()
    words = search_words(text)
    if not words:
        raise UsageError(f"{text!r} names no place", "as in IRQ, or words of a name")
    return main.c.place.like(like(words))


def _is_party(table: Any, party: Party) -> ColumnElement[bool]:
    import sqlalchemy as sa

    if party.entity is not None:
        return sa.and_(table.c.entity == party.entity)
    if party.words:
        return sa.and_(table.c.words.like(like(party.words)))
    out = [table.c.country == party.country] if party.country else []
    if party.sector:
        out.append(table.c.sectors.contains(f"|{party.sector}|", autoescape=True))
    return sa.and_(*out)


def _has_party(kind: Kind, side: Side, parties: Sequence[Party]) -> ColumnElement[bool]:
    import sqlalchemy as sa

    table = kind.parties
    chosen = sa.select(table.c[kind.owner]).where(sa.or_(*(_is_party(table, party) for party in parties)))
    if side != "either":
        chosen = chosen.where(table.c.side == side)
    return kind.main.c.id.in_(chosen)


def _has_dyad(kind: Kind, dyad: Dyad) -> ColumnElement[bool]:
    import sqlalchemy as sa

    left, right = kind.parties.alias(), kind.parties.alias()
    pairs: Select[Any] = (
        sa.select(left.c[kind.owner])
        .join(right, sa.and_(left.c[kind.owner] == right.c[kind.owner], left.c.number != right.c.number))
        .where(_is_party(left, dyad.left), _is_party(right, dyad.right))
    )
    if dyad.directed:
        pairs = pairs.where(left.c.side == "actor", right.c.side == "recipient")
    return kind.main.c.id.in_(pairs)


def speaks(name: Any, country: Any, sector: Any, where: Filter) -> list[ColumnElement[bool]]:
    """The condition on who says so, over the columns for it; `name` is compared word by word where it can be."""
    import sqlalchemy as sa

    out = []
    for text in where.sources:
        party = Party.parse(text)
        if party.entity is not None:
            raise UsageError(f"sources are not found by ids ({text})", "give a country, a sector or words of the name")
        if party.words:
            out.append(name.like(like(party.words)))
            continue
        codes = [column == value for column, value in ((country, party.country), (sector, party.sector)) if value]
        out.append(sa.and_(*codes))
    return [sa.or_(*out)] if out else []


def published(articles: Any, where: Filter, sqlite: bool) -> list[ColumnElement[bool]]:
    """The conditions on the article that a record stands in."""
    import sqlalchemy as sa

    out: list[ColumnElement[bool]] = []
    if where.published_since:
        out.append(articles.c.pub_date >= where.published_since)
    if where.published_until:
        out.append(articles.c.pub_date <= where.published_until)
    if where.publishers:
        out.append(sa.or_(*(articles.c.publisher.icontains(name, autoescape=True) for name in where.publishers)))
    if where.docs:
        out.append(articles.c.doc_id.in_(where.docs))
    if where.article_words is not None:
        out.append(articles.c.id.in_(found("article_words", where.article_words, sqlite)))
    return out


def found(table: str, query: str, sqlite: bool) -> Any:
    """The rows of a full-text table that hold what `query` asks for, as a subquery of their ids."""
    import sqlalchemy as sa

    terms = parse(query)
    if sqlite:
        text = sa.text(f"SELECT rowid FROM {table} WHERE {table} MATCH :{table}_query")
        return text.bindparams(**{f"{table}_query": fts5(terms)})
    text = sa.text(f"SELECT rowid FROM {table} WHERE words @@ CAST(:{table}_query AS tsquery)")
    return text.bindparams(**{f"{table}_query": tsquery(terms)})
