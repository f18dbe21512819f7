"""The commands of a project as a user meets them."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from store_coder import StoreCoder

from waqai.cli import add as command
from waqai.cli.main import main
from waqai.cli.query import day
from waqai.errors import UsageError
from waqai.record.decisions import resolve
from waqai.store import Project

TEXT = "اتهم الوزير الجيش ثم قصف الموقع"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def waqai(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run a command here; gives exit code, standard output and standard error."""
    monkeypatch.setattr(command, "_coder", lambda lexicon: StoreCoder(version="2" if lexicon else "1"))
    monkeypatch.delenv("WAQAI_PROJECT", raising=False)

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["waqai", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        code = ended.value.code
        return code if isinstance(code, int) else 0, out.decode(), err.decode()

    return run


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    rows = [{"id": f"a{i}", "text": f"{TEXT} {i}", "date": f"2021-{i + 1:02}-01"} for i in range(6)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_from_nothing_to_answers(waqai: Run, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, _ = waqai("init", tmp_path / "p")
    assert (code, out.endswith("is a project and is empty\n")) == (0, True)
    monkeypatch.setenv("WAQAI_PROJECT", str(tmp_path / "p"))
    code, _, err = waqai("add", news)
    assert code == 0
    assert "6 articles: 6 new\n12 events, 12 statements" in err
    code, out, err = waqai("add", news, "--log", tmp_path / "log")
    assert (code, out) == (0, "")
    assert err == "6 articles: 6 there already\n0 errors\n"
    assert waqai("init", tmp_path / "p")[1].endswith("holds 6 articles\n")

    code, out, _ = waqai("query", "--type", "assault", "--from", "2021-02", "--to", "2021-12", "--limit", "3")
    assert [json.loads(line)["doc_id"] for line in out.splitlines()] == ["a1", "a2", "a3"]
    assert waqai("query", "--words", "الموقع", "--count")[1] == "12\n"
    assert waqai("query", "--of", "statements", "--source", "IRQ", "--count")[1] == "12\n"
    for kind, column in (("mentions", "event_id"), ("happenings", "id"), ("statements", "doc_id"), ("articles", "id")):
        for ending in ("jsonl", "csv", "tsv", "parquet"):
            path = tmp_path / f"{kind}.{ending}"
            code, out, err = waqai("query", "--of", kind, "-o", path)
            assert (code, out) == (0, ""), err
        lines = (tmp_path / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()
        with (tmp_path / f"{kind}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        with (tmp_path / f"{kind}.tsv").open(encoding="utf-8", newline="") as file:
            assert list(csv.DictReader(file, delimiter="\t")) == rows
        ids = pq.read_table(tmp_path / f"{kind}.parquet")[column].to_pylist()
        assert [json.loads(line)[column] for line in lines] == [row[column] for row in rows] == ids
        assert len(ids) == {"articles": 6}.get(kind, 12) or kind == "happenings"

    news.write_text(news.read_text(encoding="utf-8").replace("قصف", "التقى", 1), encoding="utf-8")
    code, out, err = waqai("status", "--json")
    told = json.loads(out)
    assert (told["articles"], told["mentions"], told["merged"]) == (6, 12, True)
    assert told["published"] == ["2021-01-01", "2021-06-01"]


def test_stale_articles(waqai: Run, news: Path, tmp_path: Path) -> None:
    project = ("--project", tmp_path / "p")
    waqai("init", tmp_path / "p")
    waqai("add", news, *project)
    code, _, err = waqai("add", news, *project, "--lexicon", tmp_path)
    assert (code, "6 articles coded by other versions: bring them up to date with waqai recode" in err) == (0, True)
    code, _, err = waqai("recode", *project, "--lexicon", tmp_path)
    assert (code, "6 articles: 6 coded anew" in err) == (0, True)
    assert "0 articles: none" in waqai("recode", *project, "--lexicon", tmp_path)[2]
    assert "6 coded anew" in waqai("recode", *project, "--lexicon", tmp_path, "--all")[2]
    code, out, _ = waqai("status", *project)
    assert "stale        6 articles: bring them up to date with waqai recode" in out
    assert "merged anew: waqai merge" in out
    assert waqai("merge", *project)[1].startswith("12 mentions tell")
    assert "merged anew" not in waqai("status", *project)[1]


def _asked_for(place: Path) -> tuple[set[str], set[str]]:
    """The mentions that the project's decisions hold together, and those that they keep apart."""
    with Project.open(place) as project:
        events = list(project.mentions())
        constraints = resolve(project.decisions(), events)
    assert not constraints.unresolved
    together, apart = ({events[i].event_id for pair in pairs for i in pair} for pairs in constraints[:2])
    return together, apart


def test_decisions(waqai: Run, news: Path, tmp_path: Path) -> None:
    project = ("--project", tmp_path / "p")
    waqai("init", tmp_path / "p")
    waqai("add", news, *project)
    asked = ("query", "--of", "happenings", "--type", "ASSAULT", *project)
    first, second = (json.loads(line) for line in waqai(*asked, "--doc", "a0", "--doc", "a5")[1].splitlines()[:2])
    left, right = first["events"][0], second["events"][0]
    code, out, _ = waqai("decide", left, second["id"][:12], "same", "--by", "أمينة", "--note", "one strike", *project)
    assert (code, out) == (0, f"kept: {left} and {second['id'][:12]} are same\n")
    (decided,) = (json.loads(line) for line in waqai("decide", "--list", *project)[1].splitlines())
    assert (decided["judgement"], decided["by"], decided["note"]) == ("same", "أمينة", "one strike")
    assert _asked_for(tmp_path / "p") == ({left, right}, set())
    # It makes happenings stale, survives coding anew, and is replaced by a later one.
    assert "merged anew" in waqai("status", *project)[1]
    waqai("recode", "--all", *project, "--lexicon", tmp_path)
    assert _asked_for(tmp_path / "p") == ({left, right}, set())
    waqai("decide", right, left, "different", *project)
    assert _asked_for(tmp_path / "p") == (set(), {left, right})
    assert len(waqai("decide", "--list", *project)[1].splitlines()) == 1
    for wrong in ([left], [left, right, "equal"], [left, left, "same"], [left, "nothing", "same"], ["a", left, "same"]):
        code, _, err = waqai("decide", *wrong, *project)
        assert (code, "Traceback" in err) == (2, False)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["query", "--project", "nowhere"], "there is no project at nowhere"),
        (["query"], "there is no project in"),
        (["add", "news.jsonl", "--project", "mysql://host/x"], "mysql:// is no project"),
        (["query", "--project", "p", "--of", "things"], "--of things is not known"),
        (["query", "--project", "p", "--type", "WAR"], "--type WAR is not known"),
        (["query", "--project", "p", "--from", "2021-13"], "--from '2021-13' is no day"),
        (["query", "--project", "p", "--words", "-x"], "holds no word to look for"),
        (["query", "--project", "p", "-o", "x.xlsx"], "unknown ending"),
        (["add", "nothing-here", "--project", "p"], "there is nothing to add"),
        (["add", "news.jsonl", "--project", "p", "--workers", "0"], "--workers must be 1 or more"),
    ],
)
def test_wrong_use(
    waqai: Run, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    if "p" in arguments:
        waqai("init", "p")
    code, out, err = waqai(*arguments)
    assert (code, out) == (2, "")
    assert words in err


def test_the_project_is_found_from_within(waqai: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waqai("init", tmp_path / "p")
    (tmp_path / "p" / "inner").mkdir()
    monkeypatch.chdir(tmp_path / "p" / "inner")
    assert waqai("query", "--count")[1] == "0\n"


def test_failures_are_named_and_tell_by_the_exit_code(waqai: Run, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"id": "1", "text": "RAISE"}\n{"id": "2", "text": "قصف"}\n{"id": "2", "text": "التقى"}\n')
    waqai("init", tmp_path / "p")
    code, _, err = waqai("add", path, "--project", tmp_path / "p", "--log", tmp_path / "log")
    assert code == 1
    assert "x.jsonl, line 1: could not be coded" in err
    assert "stood before with other content: the first one is kept" in err
    assert "both are coded" not in err
    assert len((tmp_path / "log").read_text(encoding="utf-8").splitlines()) == 2


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020-06-11", "2020-06-11", "2020-06-11"),
    ],
)
def test_days(text: str, first: str, last: str) -> None:
    assert (day("--from", text, last=False), day("--to", text, last=True)) == (first, last)
    for wrong in ("2020-02-30", "x", "", "2020-1-1-1", "20-", "0", "99999"):
        with pytest.raises(UsageError):
            day("--from", wrong, last=False)
