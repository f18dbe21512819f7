"""The frame around all commands: start-up, help, version, and errors that are no tracebacks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from waqai import __version__
from waqai.cli import main as module
from waqai.cli import screen
from waqai.errors import UsageError, WaqaiError


def _ended(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["waqai", *arguments])
    with pytest.raises(SystemExit) as ended:
        module.main()
    return ended.value.code if isinstance(ended.value.code, int) else 0


def test_help_names_every_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert _ended(monkeypatch, "--help") == 0
    out = capsys.readouterr().out
    for commands in module.MODULES.values():
        for command in commands:
            assert command in out


def test_version(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert _ended(monkeypatch, "--version") == 0
    assert capsys.readouterr().out == f"waqai {__version__}\n"


def test_unknown_command(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _ended(monkeypatch, "cod") == 2


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (UsageError("wrong", "do right"), 2, "wrong; do right"),
        (WaqaiError("broken\x1b[2J"), 1, "broken\ufffd[2J"),
        (KeyError("inside"), 1, "an error of waqai itself: KeyError"),
        (BrokenPipeError(), 1, ""),
        (KeyboardInterrupt(), 130, ""),
    ],
)
def test_errors_are_messages(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], error: BaseException, code: int, words: str
) -> None:
    def build(_: object) -> object:
        raise error

    monkeypatch.setattr(module, "build", build)
    monkeypatch.setattr("os.dup2", lambda *_: None)
    assert _ended(monkeypatch, "code") == code
    err = capfd.readouterr().err
    assert words in err
    assert "Traceback" not in err


def test_a_command_loads_only_what_it_needs() -> None:
    program = (
        "import sys; from waqai.cli.main import build; build(['code']); import waqai.cli.run, waqai.coder\n"
        "heavy = 'pyarrow pandas trafilatura yaml rich.progress mazini multiprocessing waqai.cli.evaluate numpy'\n"
        "print([name for name in heavy.split() if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


def test_importing_waqai_loads_nothing() -> None:
    program = "import sys, waqai; print([name for name in sys.modules if name.startswith('waqai.')])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


def test_every_public_name_is_there() -> None:
    import waqai

    for name in waqai.__all__:
        assert getattr(waqai, name) is not None
    with pytest.raises(AttributeError):
        waqai.nothing  # noqa: B018


def test_examples_are_copied(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert _ended(monkeypatch, "examples", str(tmp_path / "new" / "folder")) == 0
    assert (tmp_path / "new" / "folder" / "articles.jsonl").stat().st_size > 1000
    (tmp_path / "file").touch()
    assert _ended(monkeypatch, "examples", str(tmp_path / "file")) == 1


def test_read_gives_the_texts_that_offsets_count_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = "خبر قصير\r\nاتهم الوزير الجيش بقصف الموقع.\r\n"
    (tmp_path / "2021-03-23.txt").write_bytes(text.encode("utf-8-sig"))
    assert _ended(monkeypatch, "read", str(tmp_path), "-o", str(tmp_path / "out.jsonl")) == 0
    from waqai.ingest import read

    (article,) = read(tmp_path / "out.jsonl")
    assert (article.text, article.date, article.title) == (text, "2021-03-23", "خبر قصير")


def test_printable_keeps_arabic_and_drops_what_moves_the_cursor() -> None:
    assert screen.printable("قُتل\x1b[31m\u202e\tx") == "قُتل\ufffd[31m\ufffd x"
