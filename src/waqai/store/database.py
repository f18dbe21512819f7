"""The database of a project, opened: connections, transactions, and what differs between SQLite and PostgreSQL."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Self

from waqai.errors import UsageError, WaqaiError
from waqai.store import sqlite
from waqai.store.faults import told
from waqai.store.location import Location
from waqai.store.tables import FORMAT, FULL_TEXT, VERSION_TABLE, metadata

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection, Engine

#: Files up to this size are read whole before they are written to, to find damage first.
_SMALL = 32 * 2**20
#: The key of the lock by which writers on PostgreSQL take turns, as SQLite's do by themselves.
_LOCK = sqlite.APPLICATION


class Database:
    """An open database. Writers take turns; readers see what was committed when they began."""

    def __init__(self, location: Location, engine: Engine) -> None:
        self.shown = location.shown
        self.location = location
        self.is_sqlite = location.path is not None
        self._engine = engine

    @classmethod
    def create(cls, location: Location) -> Self:
        """Make the database with its tables, or bring an older one up to date."""
        if location.path is not None:
            if not location.path.exists():
                _new_file(location.path)
            number = sqlite.check(location.path, whole=True)
            database = cls(location, sqlite.engine(location.path))
            if number < FORMAT:
                database.upgrade()
            return database
        database = cls(location, _server(location))
        number = database.upgrade_from()
        if number < FORMAT:
            if number == 0:
                database.refuse_others()
            database.upgrade()
        return database

    @classmethod
    def open(cls, location: Location, *, write: bool = False) -> Self:
        """Open a database that is there and whole. Raises `WaqaiError` or `UsageError` and changes nothing."""
        if location.path is not None:
            number = sqlite.check(location.path)
            if write and location.path.stat().st_size <= _SMALL:
                sqlite.check(location.path, whole=True)
            with told(location.shown):
                database = cls(location, sqlite.engine(location.path, "rw" if write else sqlite.mode_of(location.path)))
        else:
            database = cls(location, _server(location))
            number = database.upgrade_from()
            if number == 0:
                raise UsageError(f"{location.shown} holds no project", f"make one with waqai init {location.shown}")
        if number < FORMAT:
            where = location.path.parent if location.path is not None else location.shown
            raise WaqaiError(
                f"{location.shown} was made by an older waqai (format {number} of {FORMAT})",
                f"make a copy of it, then bring it up to date with waqai init {where}",
            )
        return database

    def upgrade_from(self) -> int:
        """The format of a server's database, 0 where there is none. Raises `WaqaiError` for a newer one."""
        import sqlalchemy as sa

        with self.reading() as connection:
            if not sa.inspect(connection).has_table(VERSION_TABLE):
                return 0
            found = connection.scalar(sa.text(f"SELECT version_num FROM {VERSION_TABLE}"))
        number = int(found or 0)
        if number > FORMAT:
            raise sqlite.newer(self.shown, number)
        return number

    def refuse_others(self) -> None:
        """Raise `UsageError` where a server's database without a project holds tables that one would have."""
        import sqlalchemy as sa

        with self.reading() as connection:
            there = sorted(set(sa.inspect(connection).get_table_names()) & {*metadata.tables, *FULL_TEXT})
        # Between the two looks another init may have made the project.
        if there and self.upgrade_from() == 0:
            raise UsageError(
                f"{self.shown} holds tables of another program: {', '.join(there)}",
                "make a database for the project alone: createdb NAME",
            )

    def upgrade(self) -> None:
        """Run the missing migrations, all or none."""
        from waqai.store.migrate import upgrade

        with self.writing() as connection:
            if not self.is_sqlite:
                encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
                if encoding != "UTF8":
                    raise WaqaiError(
                        f"{self.shown} has the encoding {encoding}", "make the database with encoding UTF8"
                    )
            upgrade(connection)
            if self.is_sqlite:
                connection.exec_driver_sql(f"PRAGMA user_version = {FORMAT}")
        if self.is_sqlite:
            with self.reading() as connection:
                connection.rollback()  # The log goes into the file, so that its head tells the format.
                connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read from."""
        with told(self.shown), self._engine.connect() as connection:
            yield connection

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A connection that reads, in several queries, what was there at one moment."""
        with self.reading() as connection:
            yield connection if self.is_sqlite else connection.execution_options(isolation_level="REPEATABLE READ")

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes: committed when left without an error, else as if it had not been."""
        with told(self.shown), self._engine.connect() as plain:
            connection = plain.execution_options(writes=True)
            with connection.begin():
                if not self.is_sqlite:
                    connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{int(sqlite.PATIENCE)}s'")
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
                yield connection

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()


def _new_file(path: Path) -> None:
    """An SQLite database with all tables, put at `path` when it is complete; one that is there by then stays."""
    from waqai.store.migrate import upgrade

    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with told(str(path)):
            sqlite.new(part)
            engine = sqlite.engine(part)
            try:
                with engine.connect().execution_options(writes=True) as connection, connection.begin():
                    upgrade(connection)
                    connection.exec_driver_sql(f"PRAGMA user_version = {FORMAT}")
            finally:
                engine.dispose()
            sqlite.to_wal(part)
        try:
            os.link(part, path)
        except FileExistsError:
            pass
        except OSError:  # A file system without links.
            part.rename(path)
    except OSError as error:
        raise WaqaiError(f"{path.parent} cannot be made a project: {error.strerror}", "choose another folder") from None
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _server(location: Location) -> Engine:
    from sqlalchemy import create_engine

    assert location.url is not None
    try:
        return create_engine(location.url, connect_args={"connect_timeout": 15})
    except ImportError:
        raise WaqaiError("PostgreSQL needs psycopg", "install it: pip install 'waqai[postgres]'") from None
