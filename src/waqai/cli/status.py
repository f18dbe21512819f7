"""`waqai status`: what is in a project."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from waqai.cli import options

if TYPE_CHECKING:
    from collections.abc import Callable

    from waqai.store.status import Status


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("status")(status)


def status(
    project: options.InProject = None,
    lexicon: options.Lexicon = None,
    json: Annotated[bool, typer.Option("--json", help="As one JSON object, for programs.")] = False,
) -> None:
    """Show what a project holds: counts, days covered, publishers, versions, and what is not up to date."""
    import msgspec

    from waqai.coder import Coder
    from waqai.store.location import find
    from waqai.store.project import Project
    from waqai.store.status import status as told

    with Project.open(find(project)) as opened:
        found = told(opened, Coder(lexicon or []).versions)
    if json:
        typer.echo(msgspec.json.format(msgspec.json.encode(found)).decode())
        return
    from waqai.cli.screen import isolated, one_line

    names = one_line
    if sys.stdout.isatty():
        names = isolated  # else a terminal that orders right to left puts each number beside another's name
    for line in _lines(found, names):
        typer.echo(line)


def _lines(found: Status, shown: Callable[[str], str]) -> list[str]:
    from waqai.cli.screen import printable

    stale = sum(one.articles for one in found.versions if not one.current)
    lines = [
        f"project      {printable(found.project)} (format {found.format})",
        f"articles     {found.articles:,}" + _days(", published", found.published),
        f"mentions     {found.mentions:,}" + _days(", of", found.event_dates),
        f"statements   {found.statements:,}",
        f"happenings   {found.happenings:,}" + ("" if found.merged else ", to be merged anew: waqai merge"),
        f"near-copies  {found.near_copies:,} articles",
        f"decisions    {found.decisions:,}",
    ]
    if found.undated:
        lines.append(f"undated      {found.undated:,} articles: relative times in them stay unresolved")
    if found.types:
        lines.append("types        " + ", ".join(f"{name} {number:,}" for name, number in found.types.items()))
    names = [f"{shown(name)} {number:,}" for name, number in found.publishers.items()]
    if found.other_publishers:
        names.append(f"and {found.other_publishers:,} more")
    if names and found.without_publisher:
        names.append(f"unknown {found.without_publisher:,}")
    if names:
        lines.append("publishers   " + ", ".join(names))
    for one in found.versions:
        versions = printable(f"{one.coder}, lexicon {one.lexicon}")
        mark = "" if one.current else ", not the present ones"
        lines.append(f"coded by     coder {versions}: {one.articles:,} articles{mark}")
    if stale:
        lines.append(f"stale        {stale:,} articles: bring them up to date with waqai recode")
    return lines


def _days(word: str, days: tuple[str | None, str | None]) -> str:
    first, last = days
    return f"{word} {first} to {last}" if first and last else ""
