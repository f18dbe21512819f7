"""``waqai evaluate``: score coded events against annotations, or compare two coders."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class _By(StrEnum):
    type = "type"
    publisher = "publisher"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("evaluate")(evaluate)


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Annotations, or another coder's records (JSONL).", metavar="GOLD")],
    coded: Annotated[Path, typer.Argument(help="Records of waqai code, or annotations (JSONL).", metavar="CODED")],
    stories: Annotated[
        Path | None,
        typer.Option(help="The articles that were coded; default: stories.jsonl or articles.jsonl beside GOLD."),
    ] = None,
    by: Annotated[_By | None, typer.Option(help="Figures for each event type or each publisher, too.")] = None,
    errors: Annotated[int, typer.Option(min=0, help="List so many errors of each kind with their sentences.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")] = False,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write the JSON to this file, too.")] = None,
) -> None:
    """Score coded events against annotations, or compare two coders' files.

    Precision, recall and F1 of events and dyads, how often mode, status, date, source, sector and parties are
    right, Krippendorff's alpha, types taken for one another, and confidence against precision.
    """
    from waqai.evaluate import EvaluationError, show
    from waqai.evaluate import evaluate as compare

    try:
        found = compare(gold, coded, stories, by=by.value if by else None, errors=errors)
        if output is not None:
            _write(output, found.to_json())
    except EvaluationError as error:
        typer.echo(f"waqai evaluate: {error}", err=True)
        raise typer.Exit(2) from None
    if as_json:
        typer.echo(found.to_json().decode(), nl=False)
        return
    from rich.console import Console

    show(found, Console())


def _write(path: Path, data: bytes) -> None:
    """Write whole or not at all."""
    from waqai.evaluate import EvaluationError

    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise EvaluationError(f"{path} cannot be written: {error.strerror}; choose another file for -o") from None
