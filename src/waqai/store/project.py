"""A project: what the other parts of waqai read from it. Writing is in `writing`, `adding` and `merging`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self

import msgspec

from waqai.record.model import Decision, Happening
from waqai.records import Article, Event, Statement
from waqai.store.database import Database
from waqai.store.filters import Filter
from waqai.store.location import Location, locate

if TYPE_CHECKING:
    from sqlalchemy import Select

#: Rows fetched at a time.
_FETCH = 1000
ALL = Filter()


class Said(NamedTuple):
    """A statement with the article that it stands in (whose text is left out: `Project.article` gives it)."""

    article: Article
    statement: Statement


class Project:
    """An open project; a context manager.

    Everything that is read comes lazily, in a fixed order, and is what was there when reading began.
    """

    def __init__(self, database: Database) -> None:
        self.database = database

    @classmethod
    def create(cls, where: str | os.PathLike[str] | Location) -> Self:
        """Make a project in a folder or in a server's empty database; one that is there is brought up to date."""
        return cls(Database.create(where if isinstance(where, Location) else locate(where)))

    @classmethod
    def open(cls, where: str | os.PathLike[str] | Location, *, write: bool = False) -> Self:
        """Open a project that is there. Raises `WaqaiError` for one that is damaged or newer, which stays untouched."""
        return cls(Database.open(where if isinstance(where, Location) else locate(where), write=write))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the project."""
        self.database.close()

    def articles(self, where: Filter = ALL) -> Iterator[Article]:
        """Articles, by day of publication, then id. Of `where`, what is about the article counts."""
        from waqai.store import queries

        return self._decoded(queries.articles(where, self.database.is_sqlite), Article)

    def article(self, doc_id: str) -> Article | None:
        """The article of this id."""
        return next(self.articles(Filter(docs=(doc_id,))), None)

    def articles_of(self, countries: tuple[str, ...]) -> list[str]:
        """The ids of articles in which a party, a place or a speaker is of one of the countries, and of those that tell
        the same happenings; by day of publication, then id.
        """
        from waqai.store import queries

        return [row.doc_id for row in self._rows(queries.articles_of(countries))]

    def mentions(self, where: Filter = ALL) -> Iterator[Event]:
        """Event mentions, by day of publication, article and place in it."""
        from waqai.store import queries

        return self._decoded(queries.mentions(where, self.database.is_sqlite), Event)

    def statements(self, where: Filter = ALL) -> Iterator[Said]:
        """Statements, in the same order. Of `where`, speakers (`sources`) and what is about the article count.

        `words` must stand in the article.
        """
        from waqai.store import queries

        decode = msgspec.json.Decoder(Statement).decode
        for row in self._rows(queries.statements(where, self.database.is_sqlite)):
            head = Article(row.doc_id, "", row.pub_date, row.title, row.publisher, row.url)
            yield Said(head, decode(row.record))

    def happenings(self, where: Filter = ALL) -> Iterator[Happening]:
        """Happenings as last merged, by date and id.

        Type, mode, status, parties, date, place and confidence are asked of the happening itself; words, sources and
        what is about the article, of any one of its mentions.
        """
        from waqai.store import queries

        return self._decoded(queries.happenings(where, self.database.is_sqlite), Happening)

    def copies(self) -> Mapping[str, str]:
        """For each article that has near-copies, the id of the earliest of them (for that one, its own)."""
        import sqlalchemy as sa

        from waqai.store.tables import copies

        query = sa.select(copies.c.doc_id, copies.c.original).order_by(copies.c.doc_id)
        return {row.doc_id: row.original for row in self._rows(query)}

    def decisions(self) -> list[Decision]:
        """What people decided."""
        import sqlalchemy as sa

        from waqai.store.tables import decisions as t

        query = sa.select(t).order_by(t.c.left, t.c.right)
        return [Decision(row.left, row.right, row.judgement, row.by, row.at, row.note) for row in self._rows(query)]

    def count(self, of: str, where: Filter = ALL) -> int:
        """How many ``articles``, ``mentions``, ``statements`` or ``happenings`` there are."""
        import sqlalchemy as sa

        from waqai.store import queries

        query = getattr(queries, of)(where, self.database.is_sqlite)
        with self.database.reading() as connection:
            return connection.scalar(sa.select(sa.func.count()).select_from(query.order_by(None).subquery())) or 0

    def meta(self) -> dict[str, str]:
        """The project's own settings and counters."""
        import sqlalchemy as sa

        from waqai.store.tables import meta

        return {row.key: row.value for row in self._rows(sa.select(meta))}

    def _rows(self, query: Select[Any]) -> Iterator[Any]:
        with self.database.reading() as connection:
            yield from connection.execution_options(yield_per=_FETCH).execute(query)

    def _decoded(self, query: Select[Any], kind: Any) -> Iterator[Any]:
        decode = msgspec.json.Decoder(kind).decode
        for row in self._rows(query):
            yield decode(row.record)
