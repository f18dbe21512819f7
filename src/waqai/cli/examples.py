"""`waqai examples`: the articles that ship with waqai, copied to a folder to try things on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("examples")(examples)


def examples(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to put them; made when it is not there.")],
) -> None:
    """Copy the example articles to a folder. Files of the same name are replaced."""
    from importlib.resources import files

    from waqai.errors import WaqaiError
    from waqai.export.writers import told

    shipped = sorted(
        (file for file in files("waqai").joinpath("examples").iterdir() if file.name.endswith(".jsonl")),
        key=lambda file: file.name,
    )
    if not shipped:
        raise WaqaiError("this installation holds no examples", "install waqai again")
    with told(str(folder)):
        folder.mkdir(parents=True, exist_ok=True)
        for file in shipped:
            (folder / file.name).write_bytes(file.read_bytes())
            typer.echo(folder / file.name)
