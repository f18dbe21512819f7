"""`waqai code` as a user meets it: inputs, outputs, messages and exit codes."""

from __future__ import annotations

import csv
import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from fake_coder import FakeCoder

from waqai.cli import code as command
from waqai.cli.main import main

SUPPORT = str(Path(sys.modules["fake_coder"].__file__ or "").parent)
TEXT = "اتهم الوزير الجيش ثم قصف الموقع"
#: The command with the coder of the tests, as a program of its own.
PROGRAM = (
    "import sys; sys.path[:0] = [sys.argv.pop(1)]\n"
    "from fake_coder import FakeCoder\nfrom waqai.cli import code\ncode._coder = lambda lexicon: FakeCoder()\n"
    "from waqai.cli.main import main\nmain()\n"
)


def started(*arguments: str | Path, **more: object) -> subprocess.Popen[bytes]:
    """Start the command as a shell in a terminal would: a job in the background would ignore interruptions."""
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
        [sys.executable, "-c", PROGRAM, SUPPORT, *map(str, arguments)], preexec_fn=_interruptible, **more
    )


def _interruptible() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def waqai(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Callable[..., tuple[int, str, str]]:
    """Run the command here; gives exit code, standard output and standard error."""
    monkeypatch.setattr(command, "_coder", lambda lexicon: FakeCoder())

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["waqai", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        code = ended.value.code
        return code if isinstance(code, int) else 0, out.decode(), err.decode()

    return run


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    rows = [{"id": f"a{i}", "text": f"{TEXT} {i} " + "كلمة " * 400, "date": "2021-03-23"} for i in range(120)]
    rows[5]["date"] = "2021-02-31"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_files_of_all_formats_agree(waqai: Run, corpus: Path, tmp_path: Path) -> None:
    ids = []
    for ending in ("jsonl", "csv", "parquet"):
        out, said = tmp_path / f"out.{ending}", tmp_path / f"said.{ending}"
        code, stdout, err = waqai("code", corpus, "-o", out, "--statements", said)
        assert (code, stdout) == (0, ""), err
        if ending == "jsonl":
            ids.append([json.loads(line)["event_id"] for line in out.read_text(encoding="utf-8").splitlines()])
            first = json.loads(said.read_text(encoding="utf-8").splitlines()[0])
            assert (first["doc_id"], first["content"]["text"]) == ("a0", "اتهم")
        elif ending == "csv":
            with out.open(encoding="utf-8", newline="") as file:
                ids.append([row["event_id"] for row in csv.DictReader(file)])
        else:
            ids.append(pq.read_table(out)["event_id"].to_pylist())
            assert pq.read_table(said).num_rows == 240
    assert ids[0] == ids[1] == ids[2]
    assert len(ids[0]) == 240


def test_any_number_of_workers_and_any_run_gives_the_same_bytes(waqai: Run, corpus: Path, tmp_path: Path) -> None:
    for ending in ("jsonl", "csv", "parquet"):
        outputs = []
        for i, workers in enumerate((1, 2, 3, 2)):
            out = tmp_path / f"{i}.{ending}"
            assert waqai("code", corpus, "-o", out, "--workers", str(workers))[0] == 0
            outputs.append(out.read_bytes())
        assert len(set(outputs)) == 1


def test_json_lines_go_to_a_pipe(waqai: Run, corpus: Path, tmp_path: Path) -> None:
    code, out, err = waqai("code", corpus)
    waqai("code", corpus, "-o", tmp_path / "out.jsonl")
    assert code == 0
    assert out == (tmp_path / "out.jsonl").read_text(encoding="utf-8")
    assert waqai("code", corpus, "-o", "-")[1] == out
    assert "120 articles, 240 events" in err


def test_summary(waqai: Run, corpus: Path, tmp_path: Path) -> None:
    _, _, err = waqai("code", corpus, "-o", tmp_path / "o.csv")
    assert "120 articles, 240 events" in err
    assert "articles a second" in err
    assert "ACCUSE 120, ASSAULT 120" in err
    assert "1 article without a date" in err
    assert "0 errors; notes: date 1" in err
    assert "line 6" in err
    assert "2021-02-31" in err
    assert "\x1b" not in err
    assert waqai("code", corpus, "-o", tmp_path / "o.csv", "-q")[2] == ""


def test_failures_are_named_and_the_rest_is_coded(waqai: Run, tmp_path: Path) -> None:
    rows = [{"text": TEXT}, {"body": 1}, {"text": "RAISE"}, {"text": "NOTE"}, {"text": f"{TEXT} 2"}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n{broken", encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF")
    log = tmp_path / "log.jsonl"
    code, out, err = waqai("code", tmp_path / "a.jsonl", tmp_path / "b.pdf", tmp_path / "none.txt", "--log", log)
    assert code == 1
    assert len(out.splitlines()) == 4
    for part in ("a.jsonl, line 2", "a.jsonl, line 3", "a.jsonl, line 6", "b.pdf", "none.txt", "note: ", "a note"):
        assert part in err
    assert "5 errors" in err
    assert "Traceback" not in err
    problems = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert [p["level"] for p in problems].count("failure") == 5
    assert all(p["origin"] and p["reason"] for p in problems)


def test_equal_failures_of_a_file_are_shown_once(waqai: Run, tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        rows = [{"text": f"{TEXT} {name}"}, *({"doc": i} for i in range(40)), {"text": 7}]
        (tmp_path / name).write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    log = tmp_path / "log"
    code, out, err = waqai("code", tmp_path / "a.jsonl", tmp_path / "b.jsonl", "--log", log)
    assert code == 1
    assert len(out.splitlines()) == 4
    shown = [line for line in err.splitlines() if line.startswith("failed: ")]
    assert len(shown) == 4
    for line, name in zip(shown[::2], ("a.jsonl", "b.jsonl"), strict=True):
        assert f"{name}, line 2 and 39 more like it: has no field 'text' (it has: doc" in line
    assert "b.jsonl, line 42: the text is a number" in shown[3]
    assert "82 errors" in err
    problems = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert [p["level"] for p in problems].count("failure") == 82
    repeated = [(p["origin"].rsplit("/", 1)[-1], p["count"]) for p in problems if p["level"] == "repeated"]
    assert repeated == [("a.jsonl, line 2", 40), ("b.jsonl, line 2", 40)]


def test_many_notices_of_a_kind_are_counted(waqai: Run, tmp_path: Path) -> None:
    lines = [json.dumps({"id": i, "text": TEXT, "date": "soon"}) for i in range(30)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    code, _, err = waqai("code", tmp_path / "a.jsonl", "--log", tmp_path / "log.jsonl")
    assert code == 0
    assert err.count("no date that can be read") == 5
    assert "date 30" in err
    assert len((tmp_path / "log.jsonl").read_text(encoding="utf-8").splitlines()) == 30


@pytest.mark.parametrize(
    "arguments",
    [
        ["nowhere.txt"],
        ["IN", "-o", "out.doc"],
        ["IN", "-o", "nowhere/out.csv"],
        ["IN", "-o", "IN"],
        ["IN", "-o", "x.csv", "--statements", "x.csv"],
        ["IN", "--columns", "text"],
        ["IN", "--columns", "words=x"],
        ["IN", "--date", "tomorrow"],
        ["IN", "--workers", "0"],
        ["IN", "--workers", "many"],
        ["IN", "--format", "doc"],
        ["IN", "--encoding", "klingon"],
        ["IN", "--unknown"],
        [],
    ],
)
def test_wrong_use_is_told_and_writes_nothing(
    waqai: Run, corpus: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(corpus.parent)
    before = corpus.read_bytes()
    code, out, err = waqai("code", *("news.jsonl" if a == "IN" else a for a in arguments))
    assert code == 2
    assert out + err
    assert "Traceback" not in err
    assert [p.name for p in corpus.parent.iterdir()] == ["news.jsonl"]
    assert corpus.read_bytes() == before


def test_output_in_the_input_folder_is_not_read_again(waqai: Run, corpus: Path) -> None:
    out = corpus.parent / "events.jsonl"
    assert waqai("code", corpus.parent, "-o", out)[0] == 0
    first = out.read_bytes()
    assert waqai("code", corpus.parent, "-o", out)[0] == 0
    assert out.read_bytes() == first


def test_standard_input(tmp_path: Path) -> None:
    for data in (TEXT, json.dumps({"text": TEXT}), f"id,text\n1,{TEXT}\n", json.dumps([{"text": TEXT}], indent=1)):
        process = started("code", "-", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        out, err = process.communicate(data.encode(), timeout=60)
        assert process.returncode == 0, err.decode()
        assert [json.loads(line)["event_type"] for line in out.splitlines()] == ["ACCUSE", "ASSAULT"]


def test_columns_option(waqai: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"key,body,day\nk1,{TEXT},23/03/2021\n", encoding="utf-8")
    _, out, _ = waqai("code", tmp_path / "a.csv", "--columns", "id=key,text=body,date=day")
    record = json.loads(out.splitlines()[0])
    assert (record["doc_id"], record["pub_date"]) == ("k1", "2021-03-23")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_full_disk_on_standard_output(corpus: Path) -> None:
    with open("/dev/full", "wb") as full:
        process = started("code", corpus, stdout=full, stderr=subprocess.PIPE)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert b"the disk is full" in err
    assert b"Traceback" not in err
    assert b"Exception" not in err


def test_a_reader_that_has_seen_enough(corpus: Path) -> None:
    process = started("code", corpus, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr is not None
    err = process.stderr.read()
    process.stderr.close()
    assert process.wait(60) == 1
    assert b"Traceback" not in err
    assert b"Broken" not in err


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_leaves_what_was_there(tmp_path: Path, number: signal.Signals) -> None:
    (tmp_path / "in").mkdir()
    rows = (json.dumps({"id": i, "text": TEXT + " كلمة" * 20000}) for i in range(400))
    (tmp_path / "in" / "a.jsonl").write_text("\n".join(rows), encoding="utf-8")
    out = tmp_path / "out.jsonl"
    out.write_text("before")
    process = started("code", tmp_path / "in", "-o", out, "--workers", "2", stderr=subprocess.PIPE)
    deadline = time.monotonic() + 30
    while not list(tmp_path.glob(".out*")) and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(0.3)
    process.send_signal(number)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 128 + number
    assert "interrupted" in err.decode()
    assert "Traceback" not in err.decode()
    assert out.read_text() == "before"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in", "out.jsonl"]


def _on_terminal(*arguments: str | Path, columns: int = 140) -> tuple[int, str]:
    """Run on a pseudo-terminal; gives exit code and everything it showed."""
    master, slave = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(columns), "LINES": "40", "TERM": "xterm-256color"}
    process = started(*arguments, stdin=slave, stdout=slave, stderr=slave, env=environment)
    os.close(slave)
    shown = b""
    while True:
        try:
            block = os.read(master, 65536)
        except OSError:
            break
        if not block:
            break
        shown += block
    os.close(master)
    return process.wait(60), shown.decode()


@pytest.mark.parametrize("columns", [80, 140])
def test_a_terminal_gets_a_table_and_a_progress_bar(corpus: Path, columns: int) -> None:
    code, shown = _on_terminal("code", corpus, columns=columns)
    assert code == 0
    assert "What" in shown
    assert "ACCUSE" in shown
    assert "2021-03-23" in shown
    assert "IRQ" in shown
    assert "\u2067" in shown
    assert all(line.count("\u2067") == line.count("\u2069") for line in shown.splitlines())
    assert "and 40 more events" in shown
    assert "━" in shown
    assert "120 articles, 240 events" in shown


def test_hostile_text_cannot_reach_the_terminal(tmp_path: Path) -> None:
    text = "\x1b]0;owned\x07 اتهم \x1b[2J \u202e الوزير \x9b31m"
    path = tmp_path / "a\x1b[2J.jsonl"
    path.write_text(json.dumps({"text": text, "date": "\x1b[2J"}), encoding="utf-8")
    _, shown = _on_terminal("code", path)
    for bad in ("\x1b]0;owned", "\x1b[2J", "\u202e", "\x9b"):
        assert bad not in shown


def test_the_real_command_from_start_to_end(tmp_path: Path) -> None:
    """The installed program on the examples: twice, and with one and two workers, the same bytes."""
    waqai = [sys.executable, "-m", "waqai"]
    subprocess.run([*waqai, "examples", tmp_path / "ex"], check=True, capture_output=True, timeout=60)
    outputs = []
    for i, workers in enumerate(("1", "2", "2")):
        out = tmp_path / f"{i}.jsonl"
        done = subprocess.run(
            [*waqai, "code", tmp_path / "ex" / "articles.jsonl", "-o", out, "--workers", workers],
            capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        outputs.append(out.read_bytes())
    assert len(set(outputs)) == 1
    texts = {
        row["id"]: row["text"] for row in map(json.loads, (tmp_path / "ex" / "articles.jsonl").open(encoding="utf-8"))
    }
    events = [json.loads(line) for line in outputs[0].splitlines()]
    assert len(events) > 20
    for event in events:
        text = texts[event["doc_id"]]
        for span in (event["anchor"], event["sentence"], *event["actors"], *event["recipients"]):
            assert text[span["start"] : span["end"]] == span["text"]
