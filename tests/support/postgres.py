"""A PostgreSQL server for tests: a fresh one in a temporary folder, on a socket there, gone when the tests end.

`WAQAI_TEST_POSTGRES` may name a server to use instead (a URL whose user may create databases).
"""

from __future__ import annotations

import contextlib
import glob
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any


class Unavailable(Exception):
    """Why there is no server to test on."""


def _program(name: str) -> str:
    found = shutil.which(name) or next(iter(sorted(glob.glob(f"/usr/lib/postgresql/*/bin/{name}"), reverse=True)), None)
    if found is None:
        raise Unavailable(f"there is no {name} here; .ci/packages installs PostgreSQL")
    return found


def _unprivileged() -> dict[str, Any]:
    """The server refuses to run as root: who it runs as instead."""
    if os.getuid() != 0:
        return {}
    user = next((u for u in pwd.getpwall() if u.pw_name == "postgres"), None) or pwd.getpwnam("nobody")
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


@contextlib.contextmanager
def server() -> Iterator[str]:
    """A running server; gives the URL of its database ``postgres``. Raises `Unavailable`."""
    given = os.environ.get("WAQAI_TEST_POSTGRES")
    if given:
        yield given
        return
    initdb, postgres = _program("initdb"), _program("postgres")
    folder = Path(tempfile.mkdtemp(prefix="waqai-pg-", dir="/tmp"))  # Short: the name of a socket has 107 bytes.
    who = _unprivileged()
    data, log = folder / "data", folder / "log"
    try:
        data.mkdir(mode=0o700)
        log.touch()
        if who:
            for path in (folder, data, log):
                os.chown(path, who["user"], who["group"])
        made = subprocess.run(
            [initdb, "-D", data, "-U", "waqai", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
            capture_output=True,
            text=True,
            cwd=folder,
            **who,
        )
        if made.returncode:
            raise Unavailable(f"initdb failed: {made.stderr.strip()}")
        settings = ("listen_addresses=", f"unix_socket_directories={folder}", "fsync=off", "full_page_writes=off")
        with log.open("wb") as output:
            process = subprocess.Popen(
                [postgres, "-D", data, *(part for setting in settings for part in ("-c", setting))],
                stdout=output,
                stderr=output,
                cwd=folder,
                **who,
            )
        try:
            _wait(process, folder, log)
            yield f"postgresql://waqai@/postgres?host={folder}"
        finally:
            process.send_signal(signal.SIGINT)  # A fast shutdown.
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGQUIT)
                process.wait(20)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wait(process: subprocess.Popen[bytes], folder: Path, log: Path) -> None:
    import psycopg

    for _ in range(600):
        if process.poll() is not None:
            raise Unavailable(f"the server ended: {log.read_text(errors='replace')}")
        with (
            contextlib.suppress(psycopg.OperationalError),
            psycopg.connect(host=str(folder), user="waqai", dbname="postgres"),
        ):
            return
        time.sleep(0.05)
    raise Unavailable("the server did not start within 30 seconds")


@contextlib.contextmanager
def database(url: str, name: str, options: str = "") -> Iterator[str]:
    """An empty database of the server at `url`; gives its URL."""
    import psycopg
    from sqlalchemy.engine import make_url

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} {options}")  # type: ignore[call-overload]
        try:
            yield make_url(url).set(database=name).render_as_string(False)
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[call-overload]
