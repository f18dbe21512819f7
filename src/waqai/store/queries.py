"""The queries for each kind of record, from a `Filter`. `sqlite` says for which of the two databases."""

from __future__ import annotations

from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy import Select

from waqai.store.filters import Filter, Kind, found, own, published, speaks
from waqai.store.rows import plain
from waqai.store.tables import articles as a
from waqai.store.tables import happening_mentions, happening_parties, mention_parties
from waqai.store.tables import happenings as h
from waqai.store.tables import mentions as m
from waqai.store.tables import statements as s

MENTIONS = Kind(m, mention_parties, "mention")
HAPPENINGS = Kind(h, happening_parties, "happening")


def articles(where: Filter, sqlite: bool) -> Select[Any]:
    """Articles."""
    where = _plain(where)
    conditions = published(a, where, sqlite)
    if where.words is not None:
        conditions.append(a.c.id.in_(found("article_words", where.words, sqlite)))
    return sa.select(a.c.record).where(*conditions).order_by(*_by_day(), a.c.doc_id)


def articles_of(countries: tuple[str, ...]) -> Select[Any]:
    """The ids of articles in which a party, a place or a speaker is of a country, and of those that tell the same
    happenings.
    """
    p, hm = mention_parties.c, happening_mentions.c
    acting = sa.select(p.mention).where(p.country.in_(countries))
    of_mentions = sa.or_(m.c.id.in_(acting), m.c.place_country.in_(countries), m.c.source_country.in_(countries))
    merged = sa.select(hm.happening).join(m, m.c.event_id == hm.event_id).where(of_mentions)
    told = sa.select(hm.event_id).where(hm.happening.in_(merged))
    about = sa.union(
        sa.select(m.c.article).where(of_mentions),
        sa.select(m.c.article).where(m.c.event_id.in_(told)),
        sa.select(s.c.article).where(s.c.speaker_country.in_(countries)),
    )
    return sa.select(a.c.doc_id).where(a.c.id.in_(about)).order_by(*_by_day(), a.c.doc_id)


def mentions(where: Filter, sqlite: bool) -> Select[Any]:
    """Event mentions."""
    where = _plain(where)
    query = sa.select(m.c.record).join(a, a.c.id == m.c.article)
    query = query.where(*own(where, MENTIONS), *_told(where, sqlite), *published(a, where, sqlite))
    return query.order_by(*_by_day(), a.c.doc_id, m.c.number)


def statements(where: Filter, sqlite: bool) -> Select[Any]:
    """Statements, with the head of their article."""
    where = _plain(where)
    columns = (a.c.doc_id, a.c.pub_date, a.c.title, a.c.publisher, a.c.url)
    query = sa.select(s.c.record, *columns).join(a, a.c.id == s.c.article)
    query = query.where(*speaks(s.c.speaker, s.c.speaker_country, s.c.speaker_sector, where))
    if where.words is not None:
        query = query.where(a.c.id.in_(found("article_words", where.words, sqlite)))
    return query.where(*published(a, where, sqlite)).order_by(*_by_day(), a.c.doc_id, s.c.number)


def happenings(where: Filter, sqlite: bool) -> Select[Any]:
    """Happenings."""
    where = _plain(where)
    conditions = own(where, HAPPENINGS)
    evidence = [*_told(where, sqlite), *published(a, where, sqlite)]
    if evidence:
        told_by = sa.select(happening_mentions.c.happening).join(m, m.c.event_id == happening_mentions.c.event_id)
        told_by = told_by.join(a, a.c.id == m.c.article).where(*evidence)
        conditions.append(h.c.id.in_(told_by))
    undated = h.c.date_start.is_(None)
    return sa.select(h.c.record).where(*conditions).order_by(undated, h.c.date_start, h.c.id)


def _told(where: Filter, sqlite: bool) -> list[Any]:
    """The conditions that only a mention can meet: who says so, its words, its id."""
    out = speaks(m.c.source, m.c.source_country, m.c.source_sector, where)
    if where.words is not None:
        out.append(m.c.id.in_(found("mention_words", where.words, sqlite)))
    if where.events:
        out.append(m.c.event_id.in_(where.events))
    return out


def _by_day() -> tuple[Any, ...]:
    """By day of publication, the undated last; both databases sort the same."""
    return a.c.pub_date.is_(None), a.c.pub_date


def _plain(where: Filter) -> Filter:
    """The filter with its texts as the database keeps them."""
    clean: dict[str, Any] = {}
    for name, value in msgspec.structs.asdict(where).items():
        if isinstance(value, str):
            clean[name] = plain(value)
        elif isinstance(value, tuple):
            clean[name] = tuple(map(plain, value))
    return msgspec.structs.replace(where, **clean)
