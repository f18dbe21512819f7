"""`waqai code`: articles in, event records out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from waqai.coder import Coder


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("code", no_args_is_help=True)(code)


def code(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Files, folders, patterns, or - for standard input: .txt .jsonl .json .csv .tsv .parquet .html (.gz).",
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="OUT",
            help="Where to write the events: .jsonl, .csv, .tsv or .parquet; - for JSON lines on standard output."
            " Without it: a table on a terminal, JSON lines in a pipe.",
        ),
    ] = None,
    statements: Annotated[
        Path | None,
        typer.Option(metavar="OUT", help="Write who said what to this file, too (.jsonl, .csv, .tsv, .parquet)."),
    ] = None,
    date: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Publication date of the articles that have none.")
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option(
            metavar="FIELD=NAME,...",
            help="Names of the input's columns for id, text, date, title, publisher, url; as in"
            " text=body,date=published. Dots lead into nested JSON.",
        ),
    ] = None,
    workers: Annotated[
        int | None, typer.Option(metavar="N", help="Processes to code with; default: one for each core.")
    ] = None,
    lexicon: Annotated[
        list[Path] | None,
        typer.Option(metavar="DIR", help="A folder of your own words, laid over the built-in lexicon; repeatable."),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT", help="Read inputs as txt, jsonl, json, csv, parquet or html, whatever the name."
        ),
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="Encoding of the inputs, as in windows-1256; default: detected.")
    ] = None,
    bom: Annotated[bool, typer.Option("--bom", help="Begin CSV with a byte order mark, for Excel.")] = False,
    log: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write every error and note to this file as JSON lines.")
    ] = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No progress, notes or summary; errors only.")] = False,
) -> None:
    """Code Arabic news articles into PLOVER event records.

    Exit code 0: all coded; 1: some inputs failed (each is named, the rest is coded); 2: wrong use.
    """
    from waqai.cli.run import Options, run
    from waqai.ingest.articles import parse_columns

    options = Options(
        inputs=inputs,
        output=output,
        statements=statements,
        columns=parse_columns(columns),
        date=date,
        format=format,
        encoding=encoding,
        workers=workers,
        bom=bom,
        log=log,
        quiet=quiet,
    )
    raise typer.Exit(run(options, lambda: _coder(lexicon or [])))


def _coder(lexicon: list[Path]) -> Coder:
    from waqai.coder import Coder

    return Coder(lexicon)
