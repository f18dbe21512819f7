"""`waqai add` and `waqai recode`: articles into a project."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from waqai.cli import options

if TYPE_CHECKING:
    from waqai.cli.screen import Screen
    from waqai.errors import Failure, Notice
    from waqai.records import Article
    from waqai.store.adding import Tally, VersionedCoder
    from waqai.store.project import Project


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    app.command("add", no_args_is_help=True)(add)
    app.command("recode")(recode)


def add(
    inputs: options.Inputs,
    project: options.InProject = None,
    recode: Annotated[
        bool, typer.Option("--recode", help="Also code anew what other versions of coder or lexicon coded.")
    ] = False,
    date: options.Date = None,
    columns: options.Columns = None,
    workers: options.Workers = None,
    lexicon: options.Lexicon = None,
    format: options.Format = None,
    encoding: options.Encoding = None,
    log: options.Log = None,
    quiet: options.Quiet = False,
) -> None:
    """Code articles and keep them in a project. What is there already is skipped, what has changed is coded anew.

    Interrupt and repeat it as you like: what was reported as added stays. Exit code 0: all there; 1: some inputs failed
    (each is named, the rest is kept); 2: wrong use.
    """
    from waqai.errors import UsageError
    from waqai.ingest import Reader
    from waqai.ingest.articles import parse_columns

    _check(workers)
    with _opened(project, log, quiet) as (opened, screen):
        if "-" in inputs and sys.stdin.isatty():
            screen.say("reading from the terminal: end with Ctrl-D")

        def report(problem: Failure | Notice) -> None:
            # Of two articles of one id the store tells itself.
            if problem.kind != "duplicate-id":
                screen.report(problem)

        reader = Reader(
            inputs,
            columns=parse_columns(columns),
            date=date,
            format=format,
            encoding=encoding,
            exclude=[path for path in (log, opened.database.location.path) if path is not None],
            report=report,
            file_done=screen.file_done,
        )
        if not reader.files:
            raise UsageError("there is nothing to add", "give files, folders or - (see waqai add --help)")
        screen.start(reader.size)
        _run(
            opened,
            screen,
            reader,
            _coder(lexicon or []),
            workers,
            quiet=quiet,
            recode=recode,
            position=lambda: reader.position,
        )


def recode(
    project: options.InProject = None,
    everything: Annotated[
        bool, typer.Option("--all", help="All articles, not only those coded by other versions.")
    ] = False,
    workers: options.Workers = None,
    lexicon: options.Lexicon = None,
    log: options.Log = None,
    quiet: options.Quiet = False,
) -> None:
    """Code anew, from the texts that the project keeps, what other versions of coder or lexicon coded.

    Decisions of people stay.
    """
    from waqai.store.adding import kept

    _check(workers)
    with _opened(project, log, quiet) as (opened, screen):
        coder = _coder(lexicon or [])
        articles = kept(opened, None if everything else coder.versions)
        _run(opened, screen, articles, coder, workers, quiet=quiet, recode=True, force=everything)


def _check(workers: int | None) -> None:
    from waqai.errors import UsageError

    if workers is not None and workers < 1:
        raise UsageError("--workers must be 1 or more")


@contextlib.contextmanager
def _opened(project: str | None, log: Path | None, quiet: bool) -> Any:
    from waqai.cli.screen import Screen
    from waqai.export.writers import told
    from waqai.store.location import find
    from waqai.store.project import Project

    with contextlib.ExitStack() as stack:
        opened = stack.enter_context(Project.open(find(project), write=True))
        stream = None
        if log is not None:
            stack.enter_context(told(str(log)))
            stream = stack.enter_context(log.open("wb"))
        yield opened, stack.enter_context(Screen(quiet=quiet, log=stream))


def _run(
    project: Project,
    screen: Screen,
    articles: Iterable[Article],
    coder: VersionedCoder,
    workers: int | None,
    *,
    quiet: bool,
    recode: bool,
    force: bool = False,
    position: Callable[[], int] = lambda: 0,
) -> None:
    from waqai.errors import Terminated
    from waqai.store.adding import add as run

    begun = time.perf_counter()
    kept = 0

    def written(ids: Sequence[str], tally: Tally) -> None:
        nonlocal kept
        kept = tally.written
        screen.advance(position(), tally.articles, tally.types.total())

    try:
        tally = run(
            project, articles, coder, workers=workers, recode=recode, force=force, report=screen.report, written=written
        )
    except (KeyboardInterrupt, Terminated):
        screen.done()
        screen.say(f"interrupted: {_count(kept, 'article')} of this run are kept; repeat the command to go on")
        raise
    screen.done()
    if not quiet:
        for line in _summary(tally, screen, time.perf_counter() - begun):
            screen.say(line)
    raise typer.Exit(1 if screen.failures else 0)


def _summary(tally: Tally, screen: Screen, seconds: float) -> list[str]:
    rate = tally.written / seconds if seconds > 0 else 0.0
    parts = [
        f"{number:,} {word}"
        for number, word in (
            (tally.new, "new"),
            (tally.changed, "changed"),
            (tally.recoded, "coded anew"),
            (tally.there, "there already"),
        )
        if number
    ]
    lines = [f"{_count(tally.articles, 'article')}: {', '.join(parts) or 'none'}"]
    if tally.written:
        events = _count(tally.types.total(), "event")
        lines.append(
            f"{events}, {_count(tally.statements, 'statement')} in {seconds:.1f} s ({rate:,.1f} articles a second)"
        )
    if tally.types:
        by_type = sorted(tally.types.items(), key=lambda item: (-item[1], item[0]))
        lines.append("  " + ", ".join(f"{name} {count:,}" for name, count in by_type))
    if tally.stale:
        lines.append(
            f"{_count(tally.stale, 'article')} coded by other versions: bring them up to date with waqai recode"
        )
    notices = ", ".join(f"{kind} {count:,}" for kind, count in sorted(screen.notices.items()))
    lines.append(_count(screen.failures, "error") + (f"; notes: {notices}" if notices else ""))
    return lines


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _coder(lexicon: list[Path]) -> VersionedCoder:
    from waqai.coder import Coder

    return Coder(lexicon)
