"""``waqai times``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from waqai.cli.times import register
from waqai.errors import UsageError

APP = typer.Typer()
register(APP)
RUN = CliRunner()


def _lines(text: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_text_gives_a_table() -> None:
    got = RUN.invoke(APP, ["وصل الوفد أمس", "--date", "2021-03-23"])
    assert got.exit_code == 0
    assert "2021-03-22" in got.stdout


def test_a_text_without_times() -> None:
    got = RUN.invoke(APP, ["وصل الوفد"])
    assert "no time expressions" in got.stdout


def test_a_text_gives_json() -> None:
    got = RUN.invoke(APP, ["وصل الوفد أمس", "--date", "2021-03-23", "--json"])
    assert _lines(got.stdout) == [
        {
            "doc_id": "text",
            "text": "أمس",
            "start": 10,
            "end": 13,
            "type": "DATE",
            "value": "2021-03-22",
            "first": "2021-03-22",
            "last": "2021-03-22",
            "precision": "day",
        }
    ]


def test_articles_use_their_own_dates(tmp_path: Path) -> None:
    articles = tmp_path / "news.jsonl"
    rows = [{"id": "a", "text": "وصل الوفد أمس", "date": "2021-03-23"}, {"id": "b", "text": "وصل الوفد أمس"}]
    articles.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    out = tmp_path / "out.jsonl"
    got = RUN.invoke(APP, [str(articles), "--date", "2020-01-01", "-o", str(out)])
    assert got.exit_code == 0
    found = _lines(out.read_text(encoding="utf-8"))
    assert [(row["doc_id"], row["value"]) for row in found] == [("a", "2021-03-22"), ("b", "2019-12-31")]


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    articles = tmp_path / "news.jsonl"
    articles.write_text('{"id": "a"}\n{"id": "b", "text": "وصل عام 2003"}\n', encoding="utf-8")
    got = RUN.invoke(APP, [str(articles)])
    assert got.exit_code == 1
    assert "news.jsonl" in got.output
    assert "2003" in got.stdout


def test_a_bad_date_is_wrong_use() -> None:
    with pytest.raises(UsageError, match="no such day"):
        RUN.invoke(APP, ["وصل", "--date", "2021-02-30"], catch_exceptions=False)
