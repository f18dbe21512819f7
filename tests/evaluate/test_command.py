from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from waqai.cli.evaluate import register

from .coding import record
from .conftest import GOLD, STORIES, write

BY_ID = {s["id"]: s for s in STORIES}


@pytest.fixture
def app() -> typer.Typer:
    application = typer.Typer()
    application.callback()(lambda: None)
    register(application)
    return application


@pytest.fixture
def coded(folder: Path) -> Path:
    rows = [record(g, BY_ID[g["doc"]]) for g in GOLD]
    rows[1]["event_type"] = "REJECT"
    return write(folder / "coded.jsonl", rows)


def run(app: typer.Typer, *args: object) -> tuple[int, str, str]:
    result = CliRunner(env={"COLUMNS": "200"}).invoke(app, ["evaluate", *map(str, args)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def test_tables(app: typer.Typer, folder: Path, coded: Path) -> None:
    code, out, _ = run(app, folder / "gold.jsonl", coded, "--by", "type", "--errors", 3)
    assert code == 0
    for words in ("0.667", "By type", "ACCUSE", "REJECT", "Krippendorff", "calibration", "Missed", "واتهم الحزب"):
        assert words in out


def test_json_and_file_say_the_same(app: typer.Typer, folder: Path, coded: Path) -> None:
    code, out, _ = run(app, folder / "gold.jsonl", coded, "--json", "-o", folder / "out.json")
    assert code == 0
    assert json.loads(out) == json.loads((folder / "out.json").read_text(encoding="utf8"))
    assert json.loads(out)["event"] == {"p": 0.667, "r": 0.667, "f1": 0.667, "tp": 2, "fp": 1, "fn": 1}


def refused(app: typer.Typer, *args: object) -> str:
    code, out, err = run(app, *args)
    assert code == 2
    assert not out
    assert "Traceback" not in err
    return " ".join(err.split())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"doc_id": "a"', "line 1"),
        (b'\n{"doc_id": "a", "event_type": "CONSULT"}\n', "line 2: Object missing required field `anchor`"),
        (b'{"doc_id": "a", "event_type": "MEET", "anchor": {"text": "", "start": 0, "end": 0}}', "CONSULT"),
        (b'{"doc_id": "a", "event_type": "AID", "anchor": {"text": "", "start": "0", "end": 0}}', "`anchor.start`"),
        (b'{"doc_id": "a", "event_type": "\xc7\xc7"}', "UTF-8"),
        (b"[]", "JSON array"),
        (b'{"id": "a", "text": "x"}', "waqai code"),
        (b'{"x": 1}', "docs/evaluate.md"),
        (b"[1]\n", "JSON array"),
        (b"17\n", "line 1"),
        (b'{"doc":"a","sent":1,"type":"AID","anchor":"x","date":"2021-13"}', "the date '2021-13' is none"),
        (b'{"doc":"a","sent":1,"type":"AID","anchor":"x","status":"maybe"}', "hypothetical"),
        (b'{"doc":"a","sent":1,"type":"AID","anchor":"x","actor":["y"]}', "actor_code"),
    ],
)
def test_bad_files_are_named_with_line_and_mend(app: typer.Typer, folder: Path, content: bytes, said: str) -> None:
    bad = folder / "bad.jsonl"
    bad.write_bytes(content)
    err = refused(app, folder / "gold.jsonl", bad)
    assert said in err
    assert "bad.jsonl" in err


def test_many_bad_lines_are_cut(app: typer.Typer, folder: Path) -> None:
    bad = folder / "bad.jsonl"
    bad.write_text('{"doc_id": "a"}\n' * 30, encoding="utf8")
    err = refused(app, folder / "gold.jsonl", bad)
    assert "line 10:" in err
    assert "line 11:" not in err
    assert "20 lines more" in err


def test_missing_files_folders_and_tables(app: typer.Typer, folder: Path, coded: Path) -> None:
    assert "no such file" in refused(app, folder / "none.jsonl", coded)
    assert "folder" in refused(app, folder, coded)
    (folder / "coded.parquet").write_bytes(b"PAR1")
    assert "-o coded.jsonl" in refused(app, folder / "gold.jsonl", folder / "coded.parquet")


def test_bad_stories(app: typer.Typer, folder: Path, coded: Path) -> None:
    for row, said in (({"id": "a"}, "neither sentences nor text"), ({"id": 3}, "line 1")):
        stories = write(folder / "s.jsonl", [row])
        assert said in refused(app, folder / "gold.jsonl", coded, "--stories", stories)
    twice = write(folder / "s.jsonl", [{"id": "a", "text": "x"}] * 2)
    assert "second story" in refused(app, folder / "gold.jsonl", coded, "--stories", twice)


def test_output_that_cannot_be_written(app: typer.Typer, folder: Path, coded: Path) -> None:
    err = refused(app, folder / "gold.jsonl", coded, "-o", folder / "no" / "out.json")
    assert "cannot be written" in err
    assert not (folder / "no").exists()
