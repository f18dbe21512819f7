"""What is in a project, and what in it is not up to date."""

from __future__ import annotations

from typing import Any

import msgspec

from waqai.store.merging import is_merged
from waqai.store.project import Project
from waqai.store.tables import FORMAT, articles, copies, decisions, happenings, mentions, statements

#: Publishers that are listed; the others are counted.
_PUBLISHERS = 10


class Versions(msgspec.Struct, frozen=True):
    """How many articles were coded by one pair of versions; `current` is whether it is the pair asked about."""

    coder: str
    lexicon: str
    articles: int
    current: bool | None


class Status(msgspec.Struct, frozen=True):
    """The counts of a project. Days are ISO 8601, first and last; `merged` is whether happenings are up to date."""

    project: str
    format: int
    articles: int
    mentions: int
    statements: int
    happenings: int
    near_copies: int
    decisions: int
    published: tuple[str | None, str | None]
    undated: int
    event_dates: tuple[str | None, str | None]
    types: dict[str, int]
    publishers: dict[str, int]
    other_publishers: int
    without_publisher: int
    versions: tuple[Versions, ...]
    merged: bool


def status(project: Project, current: tuple[str, str] | None = None) -> Status:
    """The status; `current` are the versions of coder and lexicon that articles should have been coded by."""
    import sqlalchemy as sa

    count = sa.func.count()
    with project.database.reading() as connection:

        def one(query: Any) -> Any:
            return connection.execute(query).one()

        def tally(column: Any) -> dict[str, int]:
            query = sa.select(column, count).where(column.is_not(None)).group_by(column).order_by(count.desc(), column)
            return {row[0]: row[1] for row in connection.execute(query)}

        totals = {
            table.name: one(sa.select(count).select_from(table))[0]
            for table in (articles, mentions, statements, happenings, copies, decisions)
        }
        day, a = articles.c.pub_date, articles.c
        publishers = tally(a.publisher)
        versions = connection.execute(
            sa.select(a.coder_version, a.lexicon_version, count)
            .group_by(a.coder_version, a.lexicon_version)
            .order_by(a.coder_version, a.lexicon_version)
        ).all()
        return Status(
            project=project.database.shown,
            format=FORMAT,
            articles=totals["articles"],
            mentions=totals["mentions"],
            statements=totals["statements"],
            happenings=totals["happenings"],
            near_copies=totals["copies"],
            decisions=totals["decisions"],
            published=tuple(one(sa.select(sa.func.min(day), sa.func.max(day)))),
            undated=one(sa.select(count).select_from(articles).where(day.is_(None)))[0],
            event_dates=tuple(one(sa.select(sa.func.min(mentions.c.date_start), sa.func.max(mentions.c.date_end)))),
            types=tally(mentions.c.event_type),
            publishers=dict(list(publishers.items())[:_PUBLISHERS]),
            other_publishers=max(0, len(publishers) - _PUBLISHERS),
            without_publisher=one(sa.select(count).select_from(articles).where(a.publisher.is_(None)))[0],
            versions=tuple(
                Versions(coder, lexicon, number, None if current is None else (coder, lexicon) == current)
                for coder, lexicon, number in versions
            ),
            merged=is_merged(project),
        )
