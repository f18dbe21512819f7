"""The store of a project: articles, what was read in them, and what people decided, in a database.

`Project` opens or creates one (SQLite in a folder, or PostgreSQL by a URL) and reads from it; `adding.add` puts
articles in; `Filter` says which records are asked for. Tables and commands: docs/store.md.
"""

from __future__ import annotations

from waqai.store.filters import Filter
from waqai.store.project import Project

__all__ = ["Filter", "Project"]
