"""Records out: one schema for all, whole files or none, nothing lost on the way."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pandas as pd
import pyarrow.parquet as pq
import pytest
from fake_coder import FakeCoder
from hypothesis import example, given
from hypothesis import strategies as st

from waqai import to_arrow, to_dicts, to_pandas
from waqai.errors import Failure, UsageError, WaqaiError
from waqai.export import JsonLines, OutputFile, StatementRecord, columns
from waqai.export.writers import Csv, cell
from waqai.records import Article, Document, Entity, Event, EventDate, Place, Quantity, Source, Span

DOCS = Path(__file__).parents[2] / "docs" / "record.md"
DOCUMENT = FakeCoder().code_article(Article("a", "اتهم الوزير ثم قصف الجيش", "2021-03-23", title="=cmd"))
TYPES = {"Event": Event, "Statement": StatementRecord, "Span": Span, "Entity": Entity, "Date": EventDate}
TYPES |= {"Place": Place, "Source": Source, "Quantity": Quantity}


def _tables() -> dict[str, list[str]]:
    """The fields that docs/record.md describes, by section."""
    found: dict[str, list[str]] = {}
    section = ""
    for line in DOCS.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            section = line.removeprefix("## ").removeprefix("The ").capitalize()
        elif row := re.match(r"\| `(\w+)` \| [^|]+ \| [^|]+ \|$", line):
            found.setdefault(section, []).append(row[1])
    return found


@pytest.mark.parametrize("name", TYPES)
def test_every_field_is_documented_and_no_other(name: str) -> None:
    assert _tables()[name] == list(TYPES[name].__struct_fields__)


def test_columns_are_those_of_the_nested_record() -> None:
    names = [column.name for column in columns(Event)]
    assert len(set(names)) == len(names)
    for name in ("event_id", "anchor_start", "actors_country", "date_precision", "place_geonames_id", "quantities_max"):
        assert name in names
    lists = {column.name: column.lists for column in columns(Event)}
    assert (lists["contexts"], lists["actors_text"], lists["actors_other_sectors"], lists["title"]) == (1, 1, 2, 0)


class TestConversions:
    def test_dicts_are_what_json_holds(self) -> None:
        first, second = to_dicts(DOCUMENT)
        assert first["anchor"] == {"text": "اتهم", "start": 0, "end": 4}
        assert first["actors"][0]["other_sectors"] == ["MIL", "PTY"]
        assert first["date"]["start"] == "2021-03-23"
        assert second["event_type"] == "ASSAULT"
        assert list(first) == list(Event.__struct_fields__)

    @pytest.mark.parametrize(
        "source", [DOCUMENT, [DOCUMENT], iter([DOCUMENT, Failure("k", "o", "r")]), DOCUMENT.events]
    )
    def test_sources(self, source: Any) -> None:
        assert len(to_dicts(source)) == 2

    def test_one_event(self) -> None:
        assert len(to_dicts(DOCUMENT.events[0])) == 1

    def test_wrong_sources(self) -> None:
        for wrong in ("text", [1], [DOCUMENT.article]):
            with pytest.raises(TypeError):
                to_dicts(wrong)  # type: ignore[arg-type]

    def test_pandas(self) -> None:
        frame = to_pandas([DOCUMENT])
        assert list(frame.columns) == [column.name for column in columns(Event)]
        assert frame["anchor_start"].tolist() == [0, DOCUMENT.events[1].anchor.start]
        assert frame["actors_country"].tolist() == [["IRQ", None]] * 2
        assert frame["actors_other_sectors"].tolist() == [[["MIL", "PTY"], []]] * 2
        assert frame["recipients_text"].tolist() == [[], []]
        assert frame["place_lat"].isna().all()
        assert str(frame["place_geonames_id"].dtype) == "Int64"

    def test_arrow(self) -> None:
        table = to_arrow(DOCUMENT)
        assert table.num_rows == 2
        assert table.schema == to_arrow([]).schema
        assert table["actors_other_sectors"].to_pylist() == [[["MIL", "PTY"], []]] * 2

    def test_statements(self) -> None:
        (first, _) = to_dicts(DOCUMENT, of="statements")
        assert list(first) == list(StatementRecord.__struct_fields__)
        assert (first["doc_id"], first["verb"], first["speaker"]["country"]) == ("a", "قال", "IRQ")
        assert to_pandas(DOCUMENT, of="statements")["content_text"].tolist() == ["اتهم", "قصف"]
        assert to_arrow([], of="statements").column_names == list(to_pandas([], of="statements").columns)

    def test_nothing(self) -> None:
        assert to_dicts([]) == []
        assert len(to_pandas([])) == 0

    def test_pandas_is_asked_for_when_missing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "pandas", None)
        with pytest.raises(WaqaiError, match="pip install"):
            to_pandas(DOCUMENT)


class TestFiles:
    @pytest.mark.parametrize("ending", ["jsonl", "csv", "parquet"])
    def test_every_format_holds_every_record(self, tmp_path: Path, ending: str) -> None:
        path = tmp_path / f"out.{ending}"
        with OutputFile(path) as file:
            file.write(DOCUMENT.events[:1])
            file.write(())
            file.write(DOCUMENT.events[1:])
        if ending == "jsonl":
            lines = path.read_text(encoding="utf-8").splitlines()
            assert [msgspec.json.decode(line, type=Event) for line in lines] == list(DOCUMENT.events)
        elif ending == "parquet":
            assert pq.read_table(path).equals(to_arrow(DOCUMENT))
        else:
            rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
            assert [row["anchor_text"] for row in rows] == ["اتهم", "قصف"]
            assert rows[0]["actors_country"] == "IRQ; "
            assert rows[0]["actors_other_sectors"] == "MIL, PTY; "
            assert rows[0]["actors_implied"] == "false; false"
            assert rows[0]["contexts"] == "military; diplomatic"
            assert rows[0]["intensity"] == "-3.5"
            assert rows[0]["title"] == "'=cmd"
            assert rows[0]["place_lat"] == ""
        assert [p.name for p in tmp_path.iterdir()] == [f"out.{ending}"]

    @pytest.mark.parametrize("ending", ["jsonl", "csv", "parquet"])
    def test_no_records_make_a_file_all_the_same(self, tmp_path: Path, ending: str) -> None:
        path = tmp_path / f"out.{ending}"
        with OutputFile(path):
            pass
        assert path.exists()
        if ending == "parquet":
            assert pq.read_table(path).schema == to_arrow([]).schema
        if ending == "csv":
            assert len(path.read_text(encoding="utf-8").splitlines()) == 1

    def test_bom(self, tmp_path: Path) -> None:
        with OutputFile(tmp_path / "a.csv", bom=True) as file:
            file.write(DOCUMENT.events)
        assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfevent_id")
        assert pd.read_csv(tmp_path / "a.csv")["event_type"].tolist() == ["ACCUSE", "ASSAULT"]

    def test_row_groups(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("waqai.export.writers.ROW_GROUP", 3)
        with OutputFile(tmp_path / "a.parquet") as file:
            for _ in range(5):
                file.write(DOCUMENT.events)
        assert pq.ParquetFile(tmp_path / "a.parquet").num_row_groups == 4
        assert pq.read_table(tmp_path / "a.parquet").num_rows == 10

    @pytest.mark.parametrize("ending", ["jsonl", "csv", "parquet"])
    @pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError, MemoryError])
    def test_an_error_leaves_what_was_there(self, tmp_path: Path, ending: str, error: type[BaseException]) -> None:
        path = tmp_path / f"out.{ending}"
        path.write_text("before")
        with pytest.raises(error), OutputFile(path) as file:  # noqa: PT012
            file.write(DOCUMENT.events)
            raise error
        assert path.read_text() == "before"
        assert len(list(tmp_path.iterdir())) == 1

    @pytest.mark.parametrize("ending", ["jsonl", "csv", "parquet"])
    def test_a_full_disk_is_told_and_leaves_what_was_there(
        self, tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / f"out.{ending}"
        path.write_text("before")

        def full(_: int) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(WaqaiError, match="disk is full"), OutputFile(path) as file:
            file.write(DOCUMENT.events)
        assert path.read_text() == "before"
        assert len(list(tmp_path.iterdir())) == 1

    @pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")
    @pytest.mark.parametrize("ending", ["jsonl", "csv", "parquet"])
    def test_a_real_limit_of_the_system_is_told(self, tmp_path: Path, ending: str) -> None:
        """As a full disk, but without one: the system refuses to let the file grow."""
        program = (
            "import resource, sys; sys.path[:0] = sys.argv[2:]\n"
            "from pathlib import Path\nfrom fake_coder import FakeCoder\nfrom waqai.records import Article\n"
            "from waqai.export import OutputFile\nfrom waqai.errors import WaqaiError\nimport random\n"
            "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
            "coder = FakeCoder()\n"
            "try:\n  with OutputFile(Path(sys.argv[1])) as file:\n"
            "    for i in range(5000):\n"
            "      noise = str(random.Random(i).random())\n"
            "      file.write(coder.code_article(Article(noise, 'قصف ' + noise, title=noise)).events)\n"
            "except WaqaiError as error: print(error)\n"
        )
        import fake_coder

        support = str(Path(fake_coder.__file__).parent)
        done = subprocess.run(
            [sys.executable, "-c", program, str(tmp_path / f"out.{ending}"), support],
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert done.stderr == ""
        assert "larger than the system allows" in done.stdout
        assert list(tmp_path.iterdir()) == []

    def test_wrong_places(self, tmp_path: Path) -> None:
        (tmp_path / "folder.csv").mkdir()
        for name in ("out.txt", "out", "folder.csv", "nowhere/out.csv"):
            with pytest.raises(UsageError):
                OutputFile(tmp_path / name)

    def test_permissions_are_those_of_any_new_file(self, tmp_path: Path) -> None:
        with OutputFile(tmp_path / "a.jsonl"):
            pass
        (tmp_path / "b").touch()
        assert (tmp_path / "a.jsonl").stat().st_mode == (tmp_path / "b").stat().st_mode


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")']


@pytest.mark.parametrize("text", FORMULAS)
def test_formulas_are_guarded(text: str) -> None:
    title = next(column for column in columns(Event) if column.name == "title")
    names = next(column for column in columns(Event) if column.name == "actors_text")
    assert cell(title, text) == "'" + text
    assert cell(names, [text, "b"]).startswith("'")


@example("", "a; b")
@example("", "\\")
@example("", "\\;")
@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=50),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=9),
)
def test_csv_gives_back_any_text(title: str, actor: str) -> None:
    document = FakeCoder().code_article(Article("a", "قصف", title=title))
    event = msgspec.structs.replace(document.events[0], actors=(Entity(actor, 0, 1), Entity("ب", 0, 1)))
    stream = io.BytesIO()
    sink = Csv(stream, columns(Event))
    sink.write([event])
    sink.end()
    header, row = csv.reader(io.StringIO(stream.getvalue().decode(), newline=""))
    values = dict(zip(header, row, strict=True))

    assert values["title"] == ("'" + title if title.startswith(tuple("=+-@\t\r")) else title)
    pieces = values["actors_text"][actor.startswith(tuple("=+-@\t\r")) :]
    first, second = re.fullmatch(r"((?:[^\\;]|\\.)*); (.*)", pieces, re.S).groups()  # type: ignore[union-attr]
    assert (re.sub(r"\\(.)", r"\1", first), second) == (actor, "ب")


def test_json_lines_escape_nothing_that_is_text() -> None:
    stream = io.BytesIO()
    text = 'قال "\x00\u2028\\\u202e😀"\nثم قصف'
    document: Document = FakeCoder().code_article(Article("a", text))
    JsonLines(stream).write(document.events)
    (line,) = stream.getvalue().decode().split("\n")[:-1]
    assert json.loads(line)["sentence"]["text"] == text
