"""`waqai merge` and `waqai decide`: happenings, and what people decide about them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, cast

import typer

from waqai.cli import options

if TYPE_CHECKING:
    from waqai.record.model import Judgement
    from waqai.store.project import Project


def register(app: typer.Typer) -> None:
    """Add the commands to `app`."""
    app.command("merge")(merge)
    app.command("decide")(decide)


def merge(project: options.InProject = None) -> None:
    """Group near-copies and merge the mentions of one real event into happenings.

    Commands that show happenings do it by themselves when something has changed.
    """
    from waqai.store.location import find
    from waqai.store.merging import merge as run
    from waqai.store.project import Project

    with Project.open(find(project), write=True) as opened:
        found = run(opened)
        copies = len(opened.copies())
        typer.echo(
            f"{opened.count('mentions'):,} mentions tell {found:,} happenings; {copies:,} articles have near-copies"
        )


def up_to_date(project: Project, quiet: bool = False) -> None:
    """Merge when something has changed since, and say so on stderr."""
    from waqai.store.merging import is_merged
    from waqai.store.merging import merge as run

    if is_merged(project):
        return
    if not quiet:
        print("merging the mentions of one event (waqai merge) ...", file=sys.stderr, flush=True)
    run(project)


def decide(
    left: Annotated[
        str | None,
        typer.Argument(metavar="A", help="A mention (event id), or a happening's id for its most telling mention."),
    ] = None,
    right: Annotated[str | None, typer.Argument(metavar="B", help="Another one.")] = None,
    judgement: Annotated[str | None, typer.Argument(metavar="same|different|unsure")] = None,
    project: options.InProject = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who decides.")] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None,
    listed: Annotated[bool, typer.Option("--list", help="Write all decisions as JSON lines instead.")] = False,
) -> None:
    """Decide whether two mentions tell the same happening. The next merging follows it, also after coding anew.

    unsure takes an earlier decision back.
    """
    import datetime

    from waqai.errors import UsageError
    from waqai.store.deciding import decide as run
    from waqai.store.location import find
    from waqai.store.project import Project

    if listed:
        with Project.open(find(project)) as opened:
            _list(opened)
        return
    if left is None or right is None or judgement not in ("same", "different", "unsure"):
        raise UsageError("say what about which two: waqai decide A B same|different|unsure", "see waqai decide --help")
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    with Project.open(find(project), write=True) as opened:
        run(opened, left, right, cast("Judgement", judgement), by=by, at=now, note=note)
        typer.echo(f"kept: {left} and {right} are {judgement}")


def _list(project: Project) -> None:
    import msgspec

    for decision in project.decisions():
        typer.echo(msgspec.json.encode(decision).decode())
