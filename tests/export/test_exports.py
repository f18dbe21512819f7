"""`waqai export`: whole files in every format, with a data package, from files and projects."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import msgspec
import pyarrow.parquet as pq
import pytest
from export_events import EVENTS, STRIKE, event
from store_coder import StoreCoder

from waqai.cli import add
from waqai.cli.main import main
from waqai.export import JsonLines
from waqai.export.document import tables, updated
from waqai.export.formats import FORMATS
from waqai.records import Entity

DOCS = Path(__file__).parents[2] / "docs" / "export.md"
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def waqai(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command; gives exit code and standard error."""
    monkeypatch.delenv("WAQAI_PROJECT", raising=False)
    monkeypatch.setattr(add, "_coder", lambda lexicon: StoreCoder())

    def run(*arguments: str | Path) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["waqai", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        code = ended.value.code
        return code if isinstance(code, int) else 0, capsys.readouterr().err

    return run


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "events.jsonl"
    path.parent.mkdir()
    with path.open("wb") as stream:
        JsonLines(stream).write(EVENTS)
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def _csv(path: Path) -> list[dict[str, str]]:
    delimiter = "\t" if path.suffix == ".tsv" else ","
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""), delimiter=delimiter))


class TestTables:
    @pytest.mark.parametrize("name", ["polecat", "gdelt", "acled"])
    @pytest.mark.parametrize("ending", [".csv", ".tsv", ".parquet", ".jsonl"])
    def test_columns_in_every_form(self, waqai: Run, records: Path, out: Path, name: str, ending: str) -> None:
        code, told = waqai("export", records, "--as", name, "-o", out / f"x{ending}")
        assert code == 0, told
        for file in FORMATS[name].files:
            path = file.path(out / f"x{ending}")
            assert file.columns is not None
            names = [column.name for column in file.columns]
            if ending == ".parquet":
                assert pq.read_table(path).column_names == names
            elif ending == ".jsonl":
                assert list(json.loads(path.read_text(encoding="utf-8").splitlines()[0])) == names
            else:
                assert list(_csv(path)[0]) == names

    def test_what_is_left_out_is_counted(self, waqai: Run, records: Path, out: Path) -> None:
        _, told = waqai("export", records, "--as", "acled", "-o", out / "x.csv")
        assert "2 records written" in told
        assert "denied or long past (choose with --status): 1" in told
        assert "a kind that ACLED does not count: 2" in told

    def test_status_chooses(self, waqai: Run, records: Path, out: Path) -> None:
        waqai("export", records, "--as", "polecat", "--status", "negated", "-o", out / "x.csv")
        assert [row["Event ID"] for row in _csv(out / "x.csv")] == ["denied"]

    def test_formulas_are_guarded_and_excel_is_told(self, waqai: Run, records: Path, out: Path) -> None:
        waqai("export", records, "--bom", "-o", out / "x.csv")
        assert (out / "x.csv").read_bytes().startswith(b"\xef\xbb\xbf")
        assert _csv(out / "x.csv")[0]["title"] == "'=غارة"

    def test_formulas_in_other_layouts(self, waqai: Run, tmp_path: Path, out: Path) -> None:
        with (tmp_path / "e.jsonl").open("wb") as stream:
            JsonLines(stream).write([event("ACCUSE", actors=(Entity("+1\t=2\nس", 0, 1),))])
        for name in ("x.csv", "x.tsv"):
            waqai("export", tmp_path / "e.jsonl", "--as", "polecat", "-o", out / name)
            assert _csv(out / name)[0]["Actor Name"] == "'+1\t=2\nس"

    def test_happenings_as_records(self, waqai: Run, records: Path, out: Path) -> None:
        assert waqai("export", records, "--of", "happenings", "-o", out / "x.csv")[0] == 0
        assert {row["status"] for row in _csv(out / "x.csv")} == {"actual", "future", "negated"}
        assert waqai("export", records, "--of", "happenings", "-o", out / "x.jsonl")[0] == 0
        assert "support" in json.loads((out / "x.jsonl").read_text(encoding="utf-8").splitlines()[0])

    def test_the_same_bytes(self, waqai: Run, records: Path, tmp_path: Path) -> None:
        for format, ending in (("gdelt", ".csv"), ("ftm", ".jsonl"), ("gexf", ".gexf"), ("records", ".parquet")):
            for folder in ("one", "two"):
                (tmp_path / folder).mkdir(exist_ok=True)
                waqai("export", records, "--as", format, "-o", tmp_path / folder / f"{format}{ending}")
        one, two = ({p.name: p.read_bytes() for p in (tmp_path / d).iterdir()} for d in ("one", "two"))
        assert one == two
        assert len(one) == 6


class TestDataPackage:
    def test_it_describes_the_tables(self, waqai: Run, records: Path, out: Path) -> None:
        waqai("export", records, "--as", "gdelt", "-o", out / "g.tsv")
        waqai("export", records, "-o", out / "r.parquet")
        package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
        assert [one["path"] for one in package["resources"]] == ["g.mentions.tsv", "g.tsv", "r.parquet"]
        for one in package["resources"]:
            data = (out / one["path"]).read_bytes()
            assert one["bytes"] == len(data)
            assert one["hash"] == "sha256:" + hashlib.sha256(data).hexdigest()
            assert re.fullmatch("[a-z0-9._-]+", one["name"])
            assert all(field["description"] for field in one["schema"]["fields"])
        mentions, events, parquet = package["resources"]
        assert events["dialect"]["delimiter"] == "\t"
        assert [field["name"] for field in events["schema"]["fields"]] == list(_csv(out / "g.tsv")[0])
        assert len(mentions["schema"]["fields"]) == 16
        assert {"name": "actors_text", "type": "array"}.items() <= parquet["schema"]["fields"][18].items()

    def test_tables_that_are_gone_are_dropped(self, waqai: Run, records: Path, out: Path) -> None:
        waqai("export", records, "-o", out / "a.csv")
        (out / "a.csv").unlink()
        waqai("export", records, "-o", out / "b.csv")
        package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
        assert [one["path"] for one in package["resources"]] == ["b.csv"]

    @pytest.mark.parametrize("text", ['{"name": "mine", "resources": []}', "no json", "[]"])
    def test_anothers_is_left_alone(self, waqai: Run, records: Path, out: Path, text: str) -> None:
        (out / "datapackage.json").write_text(text)
        code, told = waqai("export", records, "-o", out / "a.csv")
        assert code == 0
        assert "is not waqai's" in told
        assert (out / "datapackage.json").read_text() == text

    def test_none_on_request_and_none_for_other_formats(self, waqai: Run, records: Path, out: Path) -> None:
        waqai("export", records, "--no-package", "-o", out / "a.csv")
        waqai("export", records, "-o", out / "a.jsonl")
        waqai("export", records, "--as", "gexf", "-o", out / "a.gexf")
        assert not (out / "datapackage.json").exists()


class TestGeoJson:
    def test_a_collection_of_points(self, waqai: Run, records: Path, out: Path) -> None:
        _, told = waqai("export", records, "--as", "geojson", "-o", out / "x.geojson")
        collection = json.loads((out / "x.geojson").read_text(encoding="utf-8"))
        assert collection["type"] == "FeatureCollection"
        (feature,) = collection["features"]
        assert feature["type"] == "Feature"
        assert feature["geometry"] == {"type": "Point", "coordinates": [43.13, 36.34]}
        assert feature["properties"]["actor_countries"] == ["USA"]
        assert feature["properties"]["place"] == "Mosul"
        assert "without coordinates: 4" in told

    def test_nothing_is_a_collection_too(self, waqai: Run, tmp_path: Path, out: Path) -> None:
        (tmp_path / "none.jsonl").touch()
        waqai("export", tmp_path / "none.jsonl", "--as", "geojson", "-o", out / "x.geojson")
        assert json.loads((out / "x.geojson").read_text())["features"] == []


class TestGexf:
    NS = "{http://gexf.net/1.3}"

    def _graph(self, path: Path) -> tuple[list[ET.Element], list[ET.Element]]:
        root = ET.parse(path).getroot()
        assert (root.tag, root.get("version")) == (f"{self.NS}gexf", "1.3")
        graph = root.find(f"{self.NS}graph")
        assert graph is not None
        assert [child.tag.removeprefix(self.NS) for child in graph] == ["attributes", "attributes", "nodes", "edges"]
        declared = {
            one.get("class"): {attribute.get("id"): attribute.get("type") for attribute in one}
            for one in graph.findall(f"{self.NS}attributes")
        }
        nodes, edges = list(graph[2]), list(graph[3])
        for kind, items in (("node", nodes), ("edge", edges)):
            assert set(declared[kind].values()) <= {"string", "integer", "double", "boolean"}
            for item in items:
                for value in item.iter(f"{self.NS}attvalue"):
                    assert value.get("for") in declared[kind]
        ids = [node.get("id") for node in nodes]
        assert len(set(ids)) == len(ids)
        assert len({edge.get("id") for edge in edges}) == len(edges)
        assert {edge.get(end) for edge in edges for end in ("source", "target")} <= set(ids)
        return nodes, edges

    def test_parties_and_what_passes_between_them(self, waqai: Run, records: Path, out: Path) -> None:
        waqai("export", records, "--as", "gexf", "-o", out / "x.gexf")
        nodes, edges = self._graph(out / "x.gexf")
        assert {node.get("label") for node in nodes} == {
            "United States",
            "Iraq",
            "Antony Blinken",
            "Iraq (MIL)",
            "Iraq (AGR)",
        }
        found = {(e.get("source"), e.get("target"), e.get("kind"), e.get("weight")) for e in edges}
        assert ("USA", "IRQ MIL", "ASSAULT", "1") in found
        assert ("IRQ", "USA", "AGREE", "1") in found

    def test_hostile_names(self, waqai: Run, tmp_path: Path, out: Path) -> None:
        name = 'a"<b>&\x00\n'
        actors = (Entity(name, 0, 1, name, None, "x.y", "IRQ"), Entity("ب", 0, 1, "B", None, "x.z"))
        with (tmp_path / "e.jsonl").open("wb") as stream:
            JsonLines(stream).write([event("CONSULT", actors=actors)])
        waqai("export", tmp_path / "e.jsonl", "--as", "gexf", "-o", out / "x.gexf")
        nodes, edges = self._graph(out / "x.gexf")
        assert nodes[0].get("label") == 'a"<b>&\ufffd\n'
        assert len(edges) == 1


class TestFollowTheMoney:
    def _read(self, path: Path) -> list[dict[str, object]]:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

    def test_entities_refer_to_entities(self, waqai: Run, records: Path, out: Path) -> None:
        waqai("export", records, "--as", "ftm", "-o", out / "x.jsonl")
        found = self._read(out / "x.jsonl")
        ids = [one["id"] for one in found]
        assert len(set(ids)) == len(ids)
        strike = next(
            o for o in found if o["schema"] == "Event" and "strike" not in o["id"] and "ASSAULT aerial" in str(o)
        )  # type: ignore[operator]
        properties: dict[str, list[str]] = strike["properties"]  # type: ignore[assignment]
        assert properties["name"] == ["ASSAULT aerial: United States > جنود عراقيون, مسلحون, 2021-03-23"]
        assert properties["country"] == ["iq"]
        assert set(properties["involved"] + properties["proof"]) <= set(ids)
        assert "according to A Spokesman" in properties["notes"][0]

    def test_the_library_takes_them(self, waqai: Run, records: Path, out: Path) -> None:
        followthemoney = pytest.importorskip("followthemoney", reason="needs pip install '.[followthemoney]' (and ICU)")
        waqai("export", records, "--as", "ftm", "-o", out / "x.jsonl")
        model = followthemoney.model
        found = self._read(out / "x.jsonl")
        schemata = {one["id"]: one["schema"] for one in found}
        for one in found:
            proxy = model.get_proxy(one, cleaned=False)
            proxy.schema.validate(one)
            for name, values in one["properties"].items():  # type: ignore[attr-defined]
                prop = proxy.schema.get(name)
                assert prop is not None, (one["schema"], name)
                for value in values:
                    if prop.type.name == "entity":
                        assert model.get(schemata[value]).is_a(prop.range), (name, schemata[value])
                    else:
                        assert prop.type.validate(value), (name, value)


class TestProject:
    @pytest.fixture
    def project(self, waqai: Run, tmp_path: Path) -> Path:
        rows = [
            {"id": f"a{i}", "text": f"اتهم الوزير الجيش ثم قصف الموقع {i}", "date": f"2021-0{i + 1}-01"}
            for i in range(4)
        ]
        (tmp_path / "news.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        waqai("init", tmp_path / "p")
        assert waqai("add", tmp_path / "news.jsonl", "--project", tmp_path / "p", "--workers", "1", "-q")[0] == 0
        return tmp_path / "p"

    def test_every_format(self, waqai: Run, project: Path, out: Path) -> None:
        for name, ending in (
            ("records", "csv"), ("polecat", "tsv"), ("gdelt", "parquet"), ("acled", "csv"),
            ("ftm", "jsonl"), ("geojson", "geojson"), ("gexf", "gexf"),
        ):  # fmt: skip
            code, told = waqai("export", "--project", project, "--as", name, "-o", out / f"{name}.{ending}")
            assert code == 0, told
        assert len(_csv(out / "polecat.tsv")) >= 8
        codes = {row["EventRootCode"] for row in pq.read_table(out / "gdelt.parquet").to_pylist()}
        assert codes == {"11", "19"}

    def test_filters(self, waqai: Run, project: Path, out: Path) -> None:
        waqai("export", "--project", project, "--type", "assault", "--of", "mentions", "-o", out / "x.csv")
        assert {row["event_type"] for row in _csv(out / "x.csv")} == {"ASSAULT"}
        waqai("export", "--project", project, "--of", "happenings", "--from", "2031", "-o", out / "y.csv")
        assert _csv(out / "y.csv") == []


class TestWrongUse:
    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["--as", "excel", "-o", "x.csv"], "--as excel is not known"),
            (["--as", "gexf", "-o", "x.csv"], "unknown ending '.csv'; end the name with .gexf"),
            (["--of", "articles", "-o", "x.csv"], "--of articles is not known"),
            (["--status", "true", "-o", "x.csv"], "--status true is not known"),
            (["--type", "ASSAULT", "-o", "x.csv"], "exported whole"),
            ([], "no output is named"),
        ],
    )
    def test_options(
        self, waqai: Run, records: Path, out: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
    ) -> None:
        monkeypatch.chdir(out)
        code, told = waqai("export", records, *arguments)
        assert code == 2
        assert message in told
        assert list(out.iterdir()) == []

    @pytest.mark.parametrize(
        ("line", "mend"),
        [
            ('{"id": "a", "text": "نص"}', "code them first"),
            ("not json", "what waqai code -o FILE.jsonl"),
            ('{"id": "h", "history": [], "links": []}', "export them from the project"),
        ],
    )
    def test_what_is_no_record(self, waqai: Run, tmp_path: Path, out: Path, line: str, mend: str) -> None:
        good = msgspec.json.encode(STRIKE).decode()
        (tmp_path / "bad.jsonl").write_text(f"{good}\n{line}\n", encoding="utf-8")
        (out / "x.csv").write_text("before")
        code, told = waqai("export", tmp_path / "bad.jsonl", "--as", "polecat", "-o", out / "x.csv")
        assert code == 2
        assert "bad.jsonl, line 2: is no event record" in told
        assert mend in told
        assert [p.name for p in out.iterdir()] == ["x.csv"]
        assert (out / "x.csv").read_text() == "before"

    def test_input_and_output_at_once(self, waqai: Run, records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(records.parent)
        before = records.read_bytes()
        records.with_name("x.mentions.jsonl").write_bytes(before)
        for name, layout, output in (
            ("events.jsonl", "records", records),
            ("./events.jsonl", "ftm", records),
            ("x.mentions.jsonl", "gdelt", records.with_name("x.jsonl")),
        ):
            code, told = waqai("export", name, "--as", layout, "-o", output)
            assert (code, "input and output at once" in told) == (2, True)
        assert {path.read_bytes() for path in records.parent.iterdir()} == {before}

    def test_of_two_files_none_is_changed_when_one_cannot_be_written(
        self, waqai: Run, records: Path, out: Path
    ) -> None:
        (out / "g.csv").write_text("before")
        (out / "g.mentions.csv").mkdir()
        code, told = waqai("export", records, "--as", "gdelt", "-o", out / "g.csv")
        assert code == 2
        assert "g.mentions.csv is a folder" in told
        assert sorted(p.name for p in out.iterdir()) == ["g.csv", "g.mentions.csv"]
        assert (out / "g.csv").read_text() == "before"

    def test_a_file_that_is_not_there(self, waqai: Run, tmp_path: Path, out: Path) -> None:
        code, told = waqai("export", tmp_path / "none.jsonl", "-o", out / "x.csv")
        assert code == 2
        assert "none.jsonl cannot be read: No such file" in told


class TestDocumented:
    def test_every_table_stands_in_the_docs(self) -> None:
        text = DOCS.read_text(encoding="utf-8")
        assert set(re.findall(r"<!-- table: (\w+) -->", text)) == set(tables())

    def test_the_tables_are_up_to_date(self) -> None:
        text = DOCS.read_text(encoding="utf-8")
        assert updated(text) == text, "run python -m waqai.export.document docs/export.md"

    def test_every_column_has_a_meaning(self) -> None:
        for name, table in tables().items():
            for line in table.splitlines()[2:]:
                assert not (name != "cameo" and line.rstrip(" |").endswith("| ")), line

    def test_every_format_is_told_of(self) -> None:
        text = DOCS.read_text(encoding="utf-8")
        assert all(f"| `{name}` |" in text for name in ("records", *FORMATS))
