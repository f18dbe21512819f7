"""Options that several commands have in common, each with the one text that its help shows."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Files, folders, patterns, or - for standard input: .txt .jsonl .json .csv .tsv .parquet .html (.gz).",
    ),
]
Date = Annotated[
    str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="Publication date of the articles that have none.")
]
Columns = Annotated[
    str | None,
    typer.Option(
        "--columns",
        metavar="FIELD=NAME,...",
        help="Names of the input's columns for id, text, date, title, publisher, url; as in"
        " text=body,date=published. Dots lead into nested JSON.",
    ),
]
Workers = Annotated[
    int | None, typer.Option("--workers", metavar="N", help="Processes to code with; default: one for each core.")
]
Lexicon = Annotated[
    list[Path] | None,
    typer.Option(
        "--lexicon", metavar="DIR", help="A folder of your own words, laid over the built-in lexicon; repeatable."
    ),
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format", metavar="FORMAT", help="Read inputs as txt, jsonl, json, csv, parquet or html, whatever the name."
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option("--encoding", metavar="NAME", help="Encoding of the inputs, as in windows-1256; default: detected."),
]
Bom = Annotated[bool, typer.Option("--bom", help="Begin CSV with a byte order mark, for Excel.")]
Log = Annotated[
    Path | None, typer.Option("--log", metavar="FILE", help="Write every error and note to this file as JSON lines.")
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="No progress, notes or summary; errors only.")]
InProject = Annotated[
    str | None,
    typer.Option(
        "--project",
        metavar="DIR|URL",
        help="The project; default: WAQAI_PROJECT, else the folder here or the nearest above that is one.",
    ),
]
Since = Annotated[
    str | None, typer.Option("--from", metavar="DAY", help="Events not before this day, month or year.")
]
Until = Annotated[str | None, typer.Option("--to", metavar="DAY", help="Events not after it.")]
Places = Annotated[
    list[str] | None,
    typer.Option("--place", metavar="PLACE", help="A country's code, or words of a place's name."),
]
