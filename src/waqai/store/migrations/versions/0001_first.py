"""The first format of the store."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, _TEXT) for name in names]


def _needed(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, _TEXT, nullable=False) for name in names]


def _count(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def _id(name: str = "id") -> sa.Column[int]:
    return sa.Column(name, _ID, nullable=False, autoincrement=False)


def _of(column: str, table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], ondelete="CASCADE")


def upgrade() -> None:
    """Make all tables."""
    op.create_table("meta", *_needed("key", "value"), sa.PrimaryKeyConstraint("key"))
    op.create_table(
        "articles",
        _id(),
        *_needed("doc_id", "digest"),
        *_text("pub_date", "title", "publisher", "url"),
        *_count("characters", "mentions", "statements"),
        *_needed("notes", "coder_version", "lexicon_version"),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        *_needed("record"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("doc_id"),
    )
    op.create_index("ix_articles_pub_date", "articles", ["pub_date"])
    op.create_index("ix_articles_publisher", "articles", ["publisher"])
    op.create_table(
        "mentions",
        _id(),
        _id("article"),
        *_count("number"),
        *_needed("event_id", "event_type"),
        *_text("event_mode"),
        *_needed("contexts", "status"),
        *_text("date_start", "date_end", "date_precision", "place", "place_country"),
        *_text("source", "source_country", "source_sector"),
        sa.Column("confidence", sa.Float(), nullable=False),
        *_needed("frame", "record"),
        sa.PrimaryKeyConstraint("id"),
        _of("article", "articles"),
    )
    op.create_index("mentions_article", "mentions", ["article", "number"])
    op.create_index("mentions_type", "mentions", ["event_type", "event_mode"])
    for name in ("event_id", "date_start", "place_country"):
        op.create_index(f"ix_mentions_{name}", "mentions", [name])
    op.create_table(
        "statements",
        _id(),
        _id("article"),
        *_count("number"),
        *_text("speaker", "speaker_country", "speaker_sector", "speaker_entity"),
        *_needed("verb"),
        sa.Column("direct", sa.Boolean(), nullable=False),
        *_needed("record"),
        sa.PrimaryKeyConstraint("id"),
        _of("article", "articles"),
    )
    op.create_index("statements_article", "statements", ["article", "number"])
    op.create_index("ix_statements_speaker_country", "statements", ["speaker_country"])
    op.create_table("copies", *_needed("doc_id", "original"), sa.PrimaryKeyConstraint("doc_id"))
    op.create_index("ix_copies_original", "copies", ["original"])
    op.create_table(
        "happenings",
        _id(),
        *_needed("happening_id", "event_type"),
        *_text("event_mode"),
        *_needed("contexts", "status"),
        *_text("date_start", "date_end", "date_precision", "place", "place_country"),
        sa.Column("round", sa.Integer()),
        *_count("sources", "reports"),
        *_text("first_report", "last_report"),
        sa.Column("confidence", sa.Float(), nullable=False),
        *_needed("record"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("happenings_type", "happenings", ["event_type", "event_mode"])
    for name in ("happening_id", "date_start", "place_country"):
        op.create_index(f"ix_happenings_{name}", "happenings", [name])
    for of in ("mention", "happening"):
        op.create_table(
            f"{of}_parties",
            _id(of),
            *_count("number"),
            *_needed("side"),
            *_text("country"),
            *_needed("sectors"),
            *_text("entity"),
            *_needed("words"),
            sa.PrimaryKeyConstraint(of, "number"),
            _of(of, f"{of}s"),
        )
        op.create_index(f"{of}_parties_country", f"{of}_parties", ["country", "side"])
        op.create_index(f"{of}_parties_entity", f"{of}_parties", ["entity"])
    op.create_table(
        "happening_mentions",
        _id("happening"),
        *_count("number"),
        *_needed("event_id"),
        sa.PrimaryKeyConstraint("happening", "number"),
        _of("happening", "happenings"),
    )
    op.create_index("ix_happening_mentions_event_id", "happening_mentions", ["event_id"])
    op.create_table(
        "decisions",
        *_needed("left", "right", "judgement"),
        *_text("by", "at", "note"),
        sa.PrimaryKeyConstraint("left", "right"),
    )
    for name in ("article_words", "mention_words"):
        if op.get_bind().dialect.name == "sqlite":
            op.execute(f"CREATE VIRTUAL TABLE {name} USING fts5(words, tokenize = 'unicode61 remove_diacritics 0')")
        else:
            op.execute(f"CREATE TABLE {name} (rowid BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)")
            op.execute(f"CREATE INDEX {name}_words ON {name} USING gin (words)")
