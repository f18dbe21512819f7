"""``waqai times``: the time expressions of a text or of articles."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from waqai.errors import Failure, Notice
    from waqai.records import TimeMention


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("times")(times)


def times(
    inputs: Annotated[
        list[str],
        typer.Argument(help="An Arabic text, or files and folders of articles.", metavar="TEXT|INPUT..."),
    ],
    date: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="Day of publication, for relative times and articles without a date."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write JSONL to this file (- for the terminal).")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON lines instead of a table.")] = False,
) -> None:
    """Find dates, times, durations and repeated times, with their TIMEX3 values and intervals of days.

    JSONL has doc_id, start, end, text, type, value, and where they are known first, last, precision and inferred.
    """
    from waqai.errors import UsageError

    try:
        published = datetime.date.fromisoformat(date) if date is not None else None
    except ValueError:
        raise UsageError(f"--date {date}: no such day", "write it as YYYY-MM-DD") from None
    if len(inputs) == 1 and _is_text(inputs[0]):
        from waqai.times import tag

        found = tag(inputs[0], published)
        if as_json or output is not None:
            _write(output, (_line("text", mention) for mention in found))
        else:
            _show(found)
        return
    failed: list[Failure] = []
    _write(output, _lines(inputs, date, failed))
    if failed:
        raise typer.Exit(1)


def _lines(inputs: list[str], date: str | None, failed: list[Failure]) -> Iterator[bytes]:
    """The mentions of every article that can be read; each that cannot is told and kept in `failed`."""
    from waqai.errors import Failure
    from waqai.ingest import read
    from waqai.times import tag

    def report(problem: Failure | Notice) -> None:
        typer.echo(f"waqai times: {problem}", err=True)
        if isinstance(problem, Failure):
            failed.append(problem)

    for article in read(*inputs, date=date, report=report):
        day = datetime.date.fromisoformat(article.date) if article.date else None
        for mention in tag(article.text, day):
            yield _line(article.id, mention)


def _line(doc: str, mention: TimeMention) -> bytes:
    import msgspec

    fields = {name: value for name, value in msgspec.to_builtins(mention).items() if value is not None}
    return msgspec.json.encode({"doc_id": doc, **fields})


def _write(output: Path | None, lines: Iterable[bytes]) -> None:
    import sys

    if output is None or str(output) == "-":
        for line in lines:
            sys.stdout.buffer.write(line + b"\n")
        sys.stdout.buffer.flush()
        return
    partial = output.with_name(output.name + ".part")
    with partial.open("wb") as file:
        for line in lines:
            file.write(line + b"\n")
    partial.replace(output)


def _show(found: list[TimeMention]) -> None:
    """A table for the terminal."""
    from rich.console import Console
    from rich.table import Table

    if not found:
        Console().print("no time expressions")
        return
    table = Table()
    for name in ("text", "type", "value", "days", "precision"):
        table.add_column(name, no_wrap=name in ("value", "days"))
    for m in found:
        days = m.first or ""
        if m.last != m.first:
            days = f"{m.first} to {m.last}"
        value = m.value.replace("/", "/\n") if len(m.value) > len("0000-00-00T00:00") else m.value
        table.add_row(m.text, m.type, value, days, m.precision or "")
        if m.inferred:
            table.add_row("", "", "", f"from: {m.inferred}", "")
    Console().print(table)


def _is_text(name: str) -> bool:
    """Whether the argument is Arabic to be read itself, not the name of something to be opened."""
    if name == "-" or not any("\u0600" <= char <= "\u06ff" for char in name):
        return False
    try:
        return not Path(name).exists()
    except (OSError, ValueError):  # longer than a file's name may be
        return True
