"""Happenings of a project: merged from all its mentions when something has changed, and kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from waqai import __version__
from waqai.record import Signed, group, mentions_of
from waqai.record import merge as merged
from waqai.record.model import Happening
from waqai.records import Event
from waqai.store import queries
from waqai.store.filters import Filter
from waqai.store.project import Project
from waqai.store.rows import Row, json, listed, party_rows, plain, when_and_where
from waqai.store.tables import articles, copies, happening_mentions, happening_parties, happenings
from waqai.store.writing import put

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

_FETCH = 2000


def is_merged(project: Project) -> bool:
    """Whether the happenings are those of the articles and decisions that are there, by this version of waqai."""
    values = project.meta()
    return (values.get("changes", "0"), __version__) == (
        values.get("merged", "0"),
        values.get("merged_by", __version__),
    )


def merge(project: Project) -> int:
    """Group near-copies and merge all mentions; gives the number of happenings. What was merged before is replaced.

    Everything is read first, as it was at one moment; what others add meanwhile makes the result stale, not wrong.
    """
    changes = project.meta().get("changes", "0")  # Before all else: what changes from now on is not in the result.
    decisions = project.decisions()
    with project.database.snapshot() as connection:
        groups = group(_signed(connection))
        found = merged(mentions_of(_events(connection, project.database.is_sqlite), groups), decisions)
    numbers: dict[str, int] = {}
    for original in groups.values():
        numbers[original] = numbers.get(original, 0) + 1
    pairs = [
        {"doc_id": doc_id, "original": original} for doc_id, original in sorted(groups.items()) if numbers[original] > 1
    ]
    with project.database.writing() as connection:
        for table in (happening_mentions, happening_parties, happenings, copies):
            connection.execute(table.delete())
        if pairs:
            connection.execute(copies.insert(), pairs)
        for start in range(0, len(found), _FETCH):
            _insert(connection, start, found[start : start + _FETCH])
        put(connection, "merged", changes)
        put(connection, "merged_by", __version__)
    return len(found)


def _signed(connection: Connection) -> Iterator[Signed]:
    import sqlalchemy as sa

    a = articles.c
    query = sa.select(a.doc_id, a.pub_date, a.signature).order_by(a.id)
    for doc_id, date, signature in connection.execution_options(yield_per=_FETCH).execute(query):
        yield Signed(doc_id, date, signature)


def _events(connection: Connection, sqlite: bool) -> Iterator[Event]:
    decode = msgspec.json.Decoder(Event).decode
    query: Any = queries.mentions(Filter(), sqlite)
    for row in connection.execution_options(yield_per=_FETCH).execute(query):
        yield decode(row.record)


def _insert(connection: Connection, start: int, some: list[Happening]) -> None:
    rows: list[Row] = []
    parties: list[Row] = []
    told: list[Row] = []
    for number, one in enumerate(some, start + 1):
        rows.append(
            {
                "id": number,
                "happening_id": one.id,
                "event_type": one.event_type,
                "event_mode": one.event_mode,
                "contexts": listed(one.contexts),
                "status": one.status,
                **when_and_where(one.date, one.place),
                "round": one.round,
                "sources": one.sources,
                "reports": len(one.articles),
                "first_report": one.first_report,
                "last_report": one.last_report,
                "confidence": one.confidence,
                "record": json(one),
            }
        )
        parties += [{"happening": number, **row} for row in party_rows(one.actors, one.recipients)]
        told += [
            {"happening": number, "number": place, "event_id": plain(event_id)}
            for place, event_id in enumerate(one.events, 1)
        ]
    for table, lines in ((happenings, rows), (happening_parties, parties), (happening_mentions, told)):
        if lines:
            connection.execute(table.insert(), lines)
