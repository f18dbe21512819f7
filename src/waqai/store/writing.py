"""Documents into the tables: each article with all that was read in it in one transaction, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from waqai.store.rows import Prepared, Row
from waqai.store.tables import FULL_TEXT, articles, mention_parties, mentions, meta, statements

if TYPE_CHECKING:
    from sqlalchemy import Table
    from sqlalchemy.engine import Connection

    from waqai.store.database import Database

Outcome = Literal["new", "changed", "recoded", "there"]
#: How many ids are asked for in one query.
_MANY = 500


class Known(msgspec.Struct, frozen=True):
    """What the store has of an article."""

    id: int
    digest: str
    versions: tuple[str, str]


def known(connection: Connection, doc_ids: Sequence[str]) -> dict[str, Known]:
    """Which of `doc_ids` (as `rows.key` gives them) are in the store."""
    import sqlalchemy as sa

    a = articles.c
    out: dict[str, Known] = {}
    for start in range(0, len(doc_ids), _MANY):
        query = sa.select(a.doc_id, a.id, a.digest, a.coder_version, a.lexicon_version).where(
            a.doc_id.in_(doc_ids[start : start + _MANY])
        )
        for doc_id, number, digest, coder, lexicon in connection.execute(query):
            out[doc_id] = Known(number, digest, (coder, lexicon))
    return out


def write(
    database: Database, batch: Sequence[Prepared], versions: tuple[str, str], *, force: bool = False
) -> list[Outcome]:
    """Write documents coded by `versions` (of coder and lexicon) in one transaction; gives what became of each.

    What another program wrote meanwhile and is the same is left as it is, save with `force`. Of two of
    one id the first is taken.
    """
    with database.writing() as connection:
        there = known(connection, [one.doc_id for one in batch])
        outcomes: list[Outcome] = []
        fresh: dict[str, Prepared] = {}
        for one in batch:
            old = there.get(one.doc_id)
            same = old is not None and (old.digest, old.versions) == (one.digest, versions)
            if one.doc_id in fresh or (same and not force):
                outcomes.append("there")
                continue
            fresh[one.doc_id] = one
            outcomes.append("new" if old is None else "recoded" if old.digest == one.digest else "changed")
        if fresh:
            _delete(connection, [there[doc_id].id for doc_id in fresh if doc_id in there])
            _insert(connection, database.is_sqlite, list(fresh.values()), versions)
            changed(connection)
    return outcomes


def changed(connection: Connection) -> None:
    """Count a change of articles or decisions, by which it is seen that happenings are to be merged anew."""
    number = int(setting(connection, "changes") or 0)
    put(connection, "changes", str(number + 1))


def setting(connection: Connection, name: str) -> str | None:
    """A value of the table `meta`."""
    import sqlalchemy as sa

    value: str | None = connection.scalar(sa.select(meta.c.value).where(meta.c.key == name))
    return value


def put(connection: Connection, name: str, value: str) -> None:
    """Set a value of the table `meta`; writers take turns, so nobody else can set it meanwhile."""
    if connection.execute(meta.update().where(meta.c.key == name).values(value=value)).rowcount == 0:
        connection.execute(meta.insert().values(key=name, value=value))


def _delete(connection: Connection, ids: Sequence[int]) -> None:
    """Take articles out with everything that hangs on them."""
    import sqlalchemy as sa

    for start in range(0, len(ids), _MANY):
        some = ids[start : start + _MANY]
        inner = sa.select(mentions.c.id).where(mentions.c.article.in_(some))
        old = list(connection.scalars(inner))
        for table, numbers in zip(FULL_TEXT, (some, old), strict=True):
            if numbers:
                connection.execute(
                    sa.text(f"DELETE FROM {table} WHERE rowid = :id"), [{"id": number} for number in numbers]
                )
        connection.execute(articles.delete().where(articles.c.id.in_(some)))


def _insert(connection: Connection, sqlite: bool, batch: Sequence[Prepared], versions: tuple[str, str]) -> None:
    article, mention, statement = (_last(connection, table) for table in (articles, mentions, statements))
    rows: dict[str, list[Row]] = {"articles": [], "mentions": [], "parties": [], "statements": []}
    texts: dict[str, list[Row]] = {name: [] for name in FULL_TEXT}
    coder, lexicon = versions
    for one in batch:
        article += 1
        rows["articles"].append(
            {
                "id": article,
                "doc_id": one.doc_id,
                "digest": one.digest,
                "coder_version": coder,
                "lexicon_version": lexicon,
                **one.article,
            }
        )
        texts["article_words"].append({"id": article, "words": one.words})
        for row, parties, words in zip(one.mentions, one.parties, one.mention_words, strict=True):
            mention += 1
            rows["mentions"].append({"id": mention, "article": article, **row})
            rows["parties"] += [{"mention": mention, **party} for party in parties]
            texts["mention_words"].append({"id": mention, "words": words})
        for row in one.statements:
            statement += 1
            rows["statements"].append({"id": statement, "article": article, **row})
    tables = {"articles": articles, "mentions": mentions, "parties": mention_parties, "statements": statements}
    for name, table in tables.items():
        if rows[name]:
            connection.execute(table.insert(), rows[name])
    for name, lines in texts.items():
        _insert_words(connection, sqlite, name, lines)


def _insert_words(connection: Connection, sqlite: bool, table: str, lines: list[Row]) -> None:
    import sqlalchemy as sa

    from waqai.store.words import tsvector

    if not lines:
        return
    if not sqlite:
        lines = [{"id": line["id"], "words": tsvector(line["words"].split())} for line in lines]
    value = ":words" if sqlite else "CAST(:words AS tsvector)"
    connection.execute(sa.text(f"INSERT INTO {table} (rowid, words) VALUES (:id, {value})"), lines)


def _last(connection: Connection, table: Table) -> int:
    """The highest number given; writers take turns, so it stays that until the transaction ends."""
    import sqlalchemy as sa

    number: Any = connection.scalar(sa.select(sa.func.max(table.c.id)))
    return int(number or 0)
