"""The run of `waqai code`: articles through the coder into files, with a tally."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any

import msgspec

from waqai.batch import CodesArticles, Digest, digests
from waqai.cli.screen import Screen
from waqai.cli.tables import ROWS, show_events
from waqai.errors import Failure, Notice, Terminated, UsageError
from waqai.export.schema import StatementRecord, statement_records
from waqai.export.writers import JsonLines, OutputFile, told
from waqai.ingest import Reader
from waqai.records import Document, Event


class Coded(msgspec.Struct, frozen=True):
    """What a run needs of a document; far less to send than the whole."""

    origin: str
    dated: bool
    events: tuple[Event, ...]
    statements: list[StatementRecord]  # type: ignore[valid-type]
    notes: tuple[str, ...]


def coded(document: Document) -> Coded:
    """The events, statements and notes of a document."""
    article = document.article
    return Coded(
        article.origin or article.id,
        article.date is not None,
        document.events,
        statement_records(document),
        document.notes,
    )


class Options(msgspec.Struct, kw_only=True):
    """What the command line says."""

    inputs: Sequence[str]
    output: Path | None = None
    statements: Path | None = None
    columns: Mapping[str, str] = {}
    date: str | None = None
    format: str | None = None
    encoding: str | None = None
    workers: int | None = None
    bom: bool = False
    log: Path | None = None
    quiet: bool = False


class Tally:
    """What the summary says."""

    def __init__(self) -> None:
        self.articles = 0
        self.undated = 0
        self.types: Counter[str] = Counter()
        self.statements = 0
        self._begun = time.perf_counter()

    def add(self, one: Coded) -> None:
        self.articles += 1
        self.undated += not one.dated
        self.types.update(event.event_type for event in one.events)
        self.statements += len(one.statements)

    @property
    def events(self) -> int:
        return self.types.total()

    def lines(self, screen: Screen, outputs: Sequence[Path]) -> list[str]:
        """The summary."""
        seconds = time.perf_counter() - self._begun
        rate = self.articles / seconds if seconds > 0 else 0.0
        lines = [
            f"{_count(self.articles, 'article')}, {_count(self.events, 'event')} in {seconds:.1f} s"
            f" ({rate:,.1f} articles a second)"
        ]
        if self.types:
            by_type = sorted(self.types.items(), key=lambda item: (-item[1], item[0]))
            lines.append("  " + ", ".join(f"{name} {count:,}" for name, count in by_type))
        if self.undated:
            lines.append(f"{_count(self.undated, 'article')} without a date: relative times in them stay unresolved")
        notices = ", ".join(f"{kind} {count:,}" for kind, count in sorted(screen.notices.items()))
        lines.append(f"{_count(screen.failures, 'error')}" + (f"; notes: {notices}" if notices else ""))
        lines.extend(f"written: {path}" for path in outputs)
        return lines


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def run(options: Options, make_coder: Any) -> int:
    """Code all inputs; `make_coder()` gives the coder once the inputs are found. Gives the exit code.

    Raises `UsageError` before anything is read when the options do not fit, `WaqaiError` when output cannot be written;
    then no output file is changed.
    """
    to_stdout = options.output is None or str(options.output) == "-"
    outputs = [path for path in (None if to_stdout else options.output, options.statements) if path is not None]
    _check(options, outputs)
    with contextlib.ExitStack() as stack:
        log = stack.enter_context(_log(options.log)) if options.log else None
        screen = stack.enter_context(Screen(quiet=options.quiet, log=log))
        if "-" in options.inputs and sys.stdin.isatty():
            screen.say("reading from the terminal: end with Ctrl-D")
        reader = Reader(
            options.inputs,
            columns=options.columns,
            date=options.date,
            format=options.format,
            encoding=options.encoding,
            exclude=[path for path in (*outputs, options.log) if path is not None],
            report=screen.report,
            file_done=screen.file_done,
        )
        if not reader.files:
            raise UsageError("there is nothing to code", "give files, folders or - (see waqai code --help)")
        coder: CodesArticles = make_coder()
        tally = Tally()
        try:
            with _Output(options, to_stdout) as output:
                screen.start(reader.size)
                for result in digests(coder, reader, options.workers, Digest(coded, Coded)):
                    if isinstance(result, Failure):
                        screen.report(result)
                        continue
                    tally.add(result)
                    for note in result.notes:
                        screen.report(Notice("note", result.origin, note))
                    output.write(result)
                    screen.advance(reader.position, tally.articles, tally.events)
                screen.done()
        except (KeyboardInterrupt, Terminated):
            screen.done()
            screen.say("interrupted" + (": no output file was written or changed" if outputs else ""))
            raise
        output.show(tally.events)
        if not options.quiet:
            for line in tally.lines(screen, outputs):
                screen.say(line)
        return 1 if screen.failures else 0


def _check(options: Options, outputs: Sequence[Path]) -> None:
    if options.workers is not None and options.workers < 1:
        raise UsageError("--workers must be 1 or more")
    places = [os.path.realpath(path) for path in (*outputs, options.log) if path is not None]
    if len(set(places)) < len(places):
        raise UsageError("two outputs have the same name", "give each a name of its own")
    for name in options.inputs:
        if os.path.realpath(name) in places:
            raise UsageError(f"{name} is input and output at once", "choose another name for the output")


@contextlib.contextmanager
def _log(path: Path) -> Any:
    with told(str(path)), path.open("wb") as stream:
        yield stream


class _Output(contextlib.ExitStack):
    """Where records go: files, standard output, or a table kept for the end."""

    def __init__(self, options: Options, to_stdout: bool) -> None:
        super().__init__()
        self._options = options
        self._events: OutputFile | None = None
        self._lines: JsonLines | None = None
        self._statements: OutputFile | None = None
        self._shown: list[Event] = []
        self._table = options.output is None and sys.stdout.isatty()
        self._to_stdout = to_stdout

    def __enter__(self) -> _Output:
        super().__enter__()
        options = self._options
        try:
            if options.statements is not None:
                self._statements = self.enter_context(OutputFile(options.statements, StatementRecord, bom=options.bom))
            if not self._to_stdout and options.output is not None:
                self._events = self.enter_context(OutputFile(options.output, Event, bom=options.bom))
            elif not self._table:
                self._lines = JsonLines(_stdout())
        except BaseException:
            self.__exit__(*sys.exc_info())
            raise
        return self

    def write(self, one: Coded) -> None:
        if self._events is not None:
            self._events.write(one.events)
        elif self._lines is not None:
            with told("standard output"):
                self._lines.write(one.events)
                self._lines.end()
        elif len(self._shown) < ROWS:
            self._shown.extend(one.events[: ROWS - len(self._shown)])
        if self._statements is not None:
            self._statements.write(one.statements)

    def show(self, total: int) -> None:
        """Print the table, on a terminal."""
        if self._table:
            show_events(self._shown, total)


def _stdout() -> IO[bytes]:
    return sys.stdout.buffer
