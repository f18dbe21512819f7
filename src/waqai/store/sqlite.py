"""SQLite: the checks before a file is opened, and how its connections are made."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

from waqai.errors import UsageError, WaqaiError
from waqai.store.faults import told
from waqai.store.tables import FORMAT

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

#: "waqa", by which a project's file is told from other databases (``PRAGMA application_id``).
APPLICATION = int.from_bytes(b"waqa", "big")
#: Seconds to wait for another program's transaction.
PATIENCE = 60.0
_MAGIC = b"SQLite format 3\x00"
_COPY = "bring back a copy of it, or make a new project and add the articles again"


def check(path: Path, *, whole: bool = False) -> int:
    """Look at the project's file without changing anything; gives its format (the number of its last migration).

    `whole` reads every page. Raises `WaqaiError` with the mend for a file that is missing, damaged, newer, or not a
    project.
    """
    if not path.is_file():
        raise UsageError(f"there is no project at {path.parent}", f"make one with waqai init {path.parent}")
    try:
        with path.open("rb") as file:
            head = file.read(100)
            size = path.stat().st_size
    except OSError as error:
        raise WaqaiError(f"{path} cannot be read: {error.strerror}", "see its permissions") from None
    if len(head) < 100 or not head.startswith(_MAGIC):
        raise WaqaiError(f"{path} is no database, or is damaged", _COPY)
    number = int.from_bytes(head[60:64], "big")
    if int.from_bytes(head[68:72], "big") != APPLICATION:
        raise WaqaiError(f"{path} is the database of another program", "choose another folder")
    if number > FORMAT:
        raise newer(str(path), number)
    page = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    log = _log(path)
    # What is still in the log may be more than the file holds.
    if not (log.exists() and log.stat().st_size) and size < (65536 if page == 1 else page) * pages:
        raise WaqaiError(f"{path} is damaged: {size:,} bytes of {page * pages:,} are there", _COPY)
    if whole:
        _whole(path)
    return number


def _log(path: Path) -> Path:
    """The file beside the database with what was written last."""
    return path.with_name(path.name + "-wal")


def _whole(path: Path) -> None:
    # Even reading would put files beside a database that nobody else has open, so it is first read as if on a medium
    # that cannot be written. If somebody began to write meanwhile, what looks like damage may be none.
    if _log(path).exists() or _damage(path, "immutable") is not None:
        problem = _damage(path, "ro") if _log(path).exists() else _damage(path, "immutable")
        if problem is not None:
            raise problem


def _damage(path: Path, mode: str) -> WaqaiError | None:
    """What is wrong with the pages of a file."""
    try:
        with told(str(path)), contextlib.closing(_connect(path, mode)) as connection:
            (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except WaqaiError as error:
        return error
    return None if found == "ok" else WaqaiError(f"{path} is damaged: {found.splitlines()[-1]}", _COPY)


def newer(shown: str, number: int) -> WaqaiError:
    """What is said of a database that a newer version made."""
    return WaqaiError(
        f"{shown} was made by a newer waqai (format {number}; this one knows up to {FORMAT}); it was not touched",
        "update waqai: pip install --upgrade waqai",
    )


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    uri = path.absolute().as_uri() + ("?immutable=1" if mode == "immutable" else f"?mode={mode}")
    connection = sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        # FULL: what is reported as added outlives even a power cut.
        for pragma in ("foreign_keys = ON", "synchronous = FULL", "trusted_schema = OFF", "cell_size_check = ON"):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def mode_of(path: Path) -> str:
    """How a file can be opened: ``rw``, or ``immutable`` on a medium where nothing can be written beside it."""
    try:
        with contextlib.closing(_connect(path, "rw")) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error as error:
        if error.sqlite_errorcode & 0xFF not in (8, 14) or _log(path).exists():
            raise
        return "immutable"
    return "rw"


def engine(path: Path, mode: str = "rw") -> Engine:
    """An engine whose transactions begin when SQLAlchemy says so, at once as writers where they mean to write."""
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import QueuePool

    made = create_engine("sqlite://", creator=lambda: _connect(path, mode), poolclass=QueuePool)

    @event.listens_for(made, "begin")
    def begin(connection: Any) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return made


def new(path: Path) -> None:
    """An empty database at `path`, for the migrations to fill."""
    path.touch(exist_ok=False)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION}")


def to_wal(path: Path) -> None:
    """Let readers and a writer work at once from now on; the setting stays in the file."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
