"""Projects on both databases: SQLite in a folder, and PostgreSQL on a server of the tests' own."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from waqai.store import Project

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server; skips where none can be had, fails where ``WAQAI_REQUIRE_POSTGRES`` is set."""
    try:
        from postgres import Unavailable, server
    except ImportError as error:  # Windows has neither users to become nor sockets of this kind.
        pytest.skip(f"no PostgreSQL to test on: {error}")
    try:
        with server() as url:
            yield url
    except Unavailable as error:
        if os.environ.get("WAQAI_REQUIRE_POSTGRES"):
            pytest.fail(f"no PostgreSQL to test on: {error}")
        pytest.skip(f"no PostgreSQL to test on: {error}")


@pytest.fixture
def postgres_place(postgres: str) -> Iterator[str]:
    """The URL of an empty database."""
    from postgres import database

    with database(postgres, f"waqai{next(_numbers)}") as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a project can be made: a folder, then an empty database of a server."""
    if request.param == "sqlite":
        return str(tmp_path / "مشروع 100%?#")
    return str(request.getfixturevalue("postgres_place"))


@pytest.fixture
def project(place: str) -> Iterator[Project]:
    """An empty project."""
    with Project.create(place) as made:
        yield made
