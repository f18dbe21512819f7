"""Making the tables and bringing older ones up to date, with the migrations that ship in the package."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy.engine import Connection


def upgrade(connection: Connection) -> None:
    """Run the missing migrations within the transaction of `connection`: all or none."""
    from alembic import command

    command.upgrade(config(connection), "head")


def config(connection: Connection | None = None) -> Config:
    """Alembic's settings, without a file."""
    from alembic.config import Config

    made = Config()
    made.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    made.set_main_option("path_separator", "newline")
    made.attributes["connection"] = connection
    return made
