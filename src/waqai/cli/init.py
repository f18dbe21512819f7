"""`waqai init`: a new project, or an older one brought up to date."""

from __future__ import annotations

from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("init", no_args_is_help=True)(init)


def init(
    place: Annotated[
        str,
        typer.Argument(
            metavar="DIR|URL", help="A folder (made when it is not there), or postgresql://user@host/database."
        ),
    ],
) -> None:
    """Make a project: a place that keeps articles and what is read in them.

    A project that is there already stays as it is; one made by an older waqai is brought up to date.
    """
    from waqai.store.location import locate
    from waqai.store.project import Project

    location = locate(place)
    with Project.create(location) as project:
        articles = project.count("articles")
        held = f"holds {articles:,} article{'' if articles == 1 else 's'}" if articles else "is empty"
        typer.echo(f"{project.database.shown} is a project and {held}")
