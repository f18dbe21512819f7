"""What goes wrong with a database, told to a person: which project, why, and what mends it."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator

from waqai.errors import WaqaiError

_COPY = "bring back a copy of it, or make a new project and add the articles again"
#: Primary result codes of SQLite -> reason and mend.
_SQLITE = {
    3: ("may not be opened", "see the permissions of the file and its folder"),
    5: ("is in use by another program", "wait until that has ended, then repeat"),
    6: ("is in use by another program", "wait until that has ended, then repeat"),
    8: ("is read-only", "see the permissions of the file and its folder, or copy the project elsewhere"),
    10: ("could not be read or written: the disk reports an error", "see whether the disk is full or failing"),
    11: ("is damaged", _COPY),
    13: ("cannot grow: the disk is full", "free some space, then repeat; what was reported as added is there"),
    14: ("cannot be opened", "see whether file and folder are there and may be written"),
    26: ("is no database, or is damaged", _COPY),
}
#: SQLSTATE of PostgreSQL, or its first two characters -> reason and mend.
_POSTGRES = {
    "53100": ("cannot grow: the server's disk is full", "free some space there, then repeat"),
    "25006": ("is read-only", "ask whoever runs the server"),
    "28": ("does not let you in", "see user name and password"),
    "3D": ("does not exist", "make it first: createdb NAME"),
    "42501": ("may not be written by you", "ask whoever runs the server for the right to create tables"),
    "42P01": ("holds no project, or a part of one", "make one with waqai init URL"),
    "55P03": ("is in use by another program", "wait until that has ended, then repeat"),
    "57": ("was shut down or broke off", "repeat when the server runs again"),
    "XX": ("reports that it is damaged", "ask whoever runs the server"),
}


@contextlib.contextmanager
def told(shown: str) -> Iterator[None]:
    """Turn errors of the database `shown` into a `WaqaiError`; what is an error of waqai itself stays what it is."""
    from sqlalchemy.exc import DBAPIError, OperationalError

    try:
        yield
    except sqlite3.Error as error:
        raise _told(shown, error) or error from None
    except DBAPIError as error:
        found = _told(shown, error.orig, isinstance(error, OperationalError))
        if found is None:
            raise
        raise found from None


def _told(shown: str, error: BaseException | None, outside: bool = False) -> WaqaiError | None:
    """`outside` is whether the database or the way to it is to blame, and not what was asked."""
    if isinstance(error, sqlite3.Error):
        found = _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    else:
        state = getattr(error, "sqlstate", None)
        if state is None:
            if not outside:
                return None
            lines = str(error).strip().splitlines() or ["no reason given"]
            return WaqaiError(
                f"{shown} cannot be reached: {lines[0]}", "see whether the server runs and the URL is right"
            )
        found = _POSTGRES.get(state) or _POSTGRES.get(state[:2])
    if found is None:
        return None
    reason, mend = found
    return WaqaiError(f"{shown} {reason} ({_first_line(error)})", mend)


def _first_line(error: BaseException | None) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
