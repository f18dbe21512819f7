"""The tables, as docs/store.md describes them; `migrations` makes them.

Columns are there to be searched by; the record itself stands whole, as JSON, in `record`. Dates are ISO 8601 text.
Text columns hold no NUL, which PostgreSQL cannot keep (`record` can: JSON escapes it).
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

#: The number of the newest migration. A database with a higher one was made by a newer waqai.
FORMAT = 1
#: Alembic's table, named so that it is told from that of another program in the same database.
VERSION_TABLE = "waqai_format"

metadata = MetaData()
#: Compared byte by byte on both databases, so that order does not depend on the server's language.
TEXT: TypeEngine[str] = Text().with_variant(Text(collation="C"), "postgresql")
_ID: TypeEngine[int] = BigInteger().with_variant(Integer(), "sqlite")


def _article() -> Column[int]:
    return Column("article", _ID, ForeignKey("articles.id", ondelete="CASCADE"), nullable=False)


meta = Table(
    "meta",
    metadata,
    Column("key", TEXT, primary_key=True),
    Column("value", TEXT, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    Column("id", _ID, primary_key=True, autoincrement=False),
    Column("doc_id", TEXT, nullable=False, unique=True),
    Column("digest", TEXT, nullable=False),
    Column("pub_date", TEXT, index=True),
    Column("title", TEXT),
    Column("publisher", TEXT, index=True),
    Column("url", TEXT),
    Column("characters", Integer, nullable=False),
    Column("mentions", Integer, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("notes", TEXT, nullable=False),
    Column("coder_version", TEXT, nullable=False),
    Column("lexicon_version", TEXT, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("record", TEXT, nullable=False),
)

mentions = Table(
    "mentions",
    metadata,
    Column("id", _ID, primary_key=True, autoincrement=False),
    _article(),
    Column("number", Integer, nullable=False),
    Column("event_id", TEXT, nullable=False, index=True),
    Column("event_type", TEXT, nullable=False),
    Column("event_mode", TEXT),
    Column("contexts", TEXT, nullable=False),
    Column("status", TEXT, nullable=False),
    Column("date_start", TEXT, index=True),
    Column("date_end", TEXT),
    Column("date_precision", TEXT),
    Column("place", TEXT),
    Column("place_country", TEXT, index=True),
    Column("source", TEXT),
    Column("source_country", TEXT),
    Column("source_sector", TEXT),
    Column("confidence", Float, nullable=False),
    Column("frame", TEXT, nullable=False),
    Column("record", TEXT, nullable=False),
    Index("mentions_article", "article", "number"),
    Index("mentions_type", "event_type", "event_mode"),
)

#: Actors and recipients of mentions: one row each.
mention_parties = Table(
    "mention_parties",
    metadata,
    Column("mention", _ID, ForeignKey("mentions.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("side", TEXT, nullable=False),
    Column("country", TEXT),
    Column("sectors", TEXT, nullable=False),
    Column("entity", TEXT),
    Column("words", TEXT, nullable=False),
    Index("mention_parties_country", "country", "side"),
    Index("mention_parties_entity", "entity"),
)

statements = Table(
    "statements",
    metadata,
    Column("id", _ID, primary_key=True, autoincrement=False),
    _article(),
    Column("number", Integer, nullable=False),
    Column("speaker", TEXT),
    Column("speaker_country", TEXT, index=True),
    Column("speaker_sector", TEXT),
    Column("speaker_entity", TEXT),
    Column("verb", TEXT, nullable=False),
    Column("direct", Boolean, nullable=False),
    Column("record", TEXT, nullable=False),
    Index("statements_article", "article", "number"),
)

#: Near-copies: for each article that belongs to a group, the `doc_id` of the group's earliest article.
copies = Table(
    "copies",
    metadata,
    Column("doc_id", TEXT, primary_key=True),
    Column("original", TEXT, nullable=False, index=True),
)

happenings = Table(
    "happenings",
    metadata,
    Column("id", _ID, primary_key=True, autoincrement=False),
    Column("happening_id", TEXT, nullable=False, index=True),
    Column("event_type", TEXT, nullable=False),
    Column("event_mode", TEXT),
    Column("contexts", TEXT, nullable=False),
    Column("status", TEXT, nullable=False),
    Column("date_start", TEXT, index=True),
    Column("date_end", TEXT),
    Column("date_precision", TEXT),
    Column("place", TEXT),
    Column("place_country", TEXT, index=True),
    Column("round", Integer),
    Column("sources", Integer, nullable=False),
    Column("reports", Integer, nullable=False),
    Column("first_report", TEXT),
    Column("last_report", TEXT),
    Column("confidence", Float, nullable=False),
    Column("record", TEXT, nullable=False),
    Index("happenings_type", "event_type", "event_mode"),
)

happening_parties = Table(
    "happening_parties",
    metadata,
    Column("happening", _ID, ForeignKey("happenings.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("side", TEXT, nullable=False),
    Column("country", TEXT),
    Column("sectors", TEXT, nullable=False),
    Column("entity", TEXT),
    Column("words", TEXT, nullable=False),
    Index("happening_parties_country", "country", "side"),
    Index("happening_parties_entity", "entity"),
)

happening_mentions = Table(
    "happening_mentions",
    metadata,
    Column("happening", _ID, ForeignKey("happenings.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("event_id", TEXT, nullable=False, index=True),
)

decisions = Table(
    "decisions",
    metadata,
    Column("left", TEXT, primary_key=True),
    Column("right", TEXT, primary_key=True),
    Column("judgement", TEXT, nullable=False),
    Column("by", TEXT),
    Column("at", TEXT),
    Column("note", TEXT),
)

#: Full text: one row for an article or mention of the same `id`. FTS5 on SQLite, a tsvector on PostgreSQL; both are
#: made by hand in the migrations and are no part of `metadata`.
FULL_TEXT = ("article_words", "mention_words")
