"""Where a project is: a folder with an SQLite database, or the URL of a PostgreSQL database."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from waqai.errors import UsageError

#: The database's name within the folder of a project.
FILE = "waqai.db"
#: The environment variable that names the project where `--project` does not.
VARIABLE = "WAQAI_PROJECT"


class Location(msgspec.Struct, frozen=True):
    """A project's place: `path` of the SQLite file, or `url` of the server's database; `shown` is for messages.

    `shown` holds no password.
    """

    shown: str
    path: Path | None = None
    url: str | None = None


def locate(name: str | os.PathLike[str]) -> Location:
    """The place that `name` (folder, database file or URL) means; nothing needs to be there.

    Raises `UsageError` for a URL of another kind of database.
    """
    text = os.fspath(name)
    if "://" in text:
        return _server(text)
    path = Path(text)
    if path.name != FILE and not path.is_file():
        path = path / FILE
    return Location(str(path), path=path)


def _server(text: str) -> Location:
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    example = "as in postgresql://user@host/database"
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise UsageError("the project's URL cannot be read", example) from None
    if url.drivername.partition("+")[0] not in ("postgresql", "postgres"):
        raise UsageError(f"{url.drivername}:// is no project", f"give a folder, or a PostgreSQL URL {example}")
    url = url.set(drivername="postgresql+psycopg")
    return Location(
        url.render_as_string(hide_password=True).replace("+psycopg", "", 1), url=url.render_as_string(False)
    )


def find(name: str | None) -> Location:
    """The project that a command works on: `name`, else ``WAQAI_PROJECT``, else the folder here or the nearest above.

    Raises `UsageError` when there is none.
    """
    name = name or os.environ.get(VARIABLE)
    if name:
        return locate(name)
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / FILE).is_file():
            return locate(folder)
    raise UsageError(
        f"there is no project in {here} or above it",
        f"name one with --project DIR or {VARIABLE}, or make one with waqai init DIR",
    )
