"""waqai reads Arabic news and writes PLOVER event records, each field with the words that say it.

    from waqai import Coder
    document = Coder().code("اتهمت بغداد أنقرة بخرق الأجواء العراقية.", date="2021-03-23")

What is named here is loaded when it is first asked for, so that ``import waqai`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from waqai.coder import Coder
    from waqai.errors import Failure, Notice, WaqaiError
    from waqai.export import to_arrow, to_dicts, to_pandas
    from waqai.ingest import read
    from waqai.records import Article, Document, Event

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Coder",
    "Document",
    "Event",
    "Failure",
    "Notice",
    "WaqaiError",
    "__version__",
    "read",
    "to_arrow",
    "to_dicts",
    "to_pandas",
]

_HOME = {
    "Coder": "waqai.coder",
    "Article": "waqai.records",
    "Document": "waqai.records",
    "Event": "waqai.records",
    "Failure": "waqai.errors",
    "Notice": "waqai.errors",
    "WaqaiError": "waqai.errors",
    "read": "waqai.ingest",
    "to_arrow": "waqai.export",
    "to_dicts": "waqai.export",
    "to_pandas": "waqai.export",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'waqai' has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
