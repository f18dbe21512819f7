"""`waqai read`: the articles as they were read, to check what `code` sees and what offsets count in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("read", no_args_is_help=True)(read)


def read(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help="As for waqai code.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="OUT", help=".jsonl, .csv, .tsv or .parquet; default: JSON lines on stdout."
        ),
    ] = None,
    date: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Date of the articles that have none.")] = None,
    columns: Annotated[str | None, typer.Option(metavar="FIELD=NAME,...", help="As for waqai code.")] = None,
    format: Annotated[str | None, typer.Option(metavar="FORMAT", help="As for waqai code.")] = None,
    encoding: Annotated[str | None, typer.Option(metavar="NAME", help="As for waqai code.")] = None,
) -> None:
    """Write the articles themselves, one record each: id, text, date, title, publisher, url.

    The offsets in event records count the characters (code points) of this text.
    """
    import os

    from waqai.cli.screen import Screen
    from waqai.errors import UsageError
    from waqai.export.writers import JsonLines, OutputFile, told
    from waqai.ingest import Reader
    from waqai.ingest.articles import parse_columns
    from waqai.records import Article

    if output is not None and any(os.path.realpath(name) == os.path.realpath(output) for name in inputs):
        raise UsageError(f"{output} is input and output at once", "choose another name for the output")
    with Screen() as screen:
        reader = Reader(
            inputs,
            columns=parse_columns(columns),
            date=date,
            format=format,
            encoding=encoding,
            exclude=[output] if output is not None else [],
            report=screen.report,
            file_done=screen.file_done,
        )
        if not reader.files:
            raise UsageError("there is nothing to read", "give files, folders or -")
        if output is not None:
            with OutputFile(output, Article) as file:
                for article in reader:
                    file.write([article])
        else:
            with told("standard output"):
                lines = JsonLines(sys.stdout.buffer)
                for article in reader:
                    lines.write([article])
                lines.end()
    raise typer.Exit(1 if screen.failures else 0)
