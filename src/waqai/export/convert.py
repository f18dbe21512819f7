"""Documents and events to dicts, data frames and Arrow tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from waqai.errors import Failure, WaqaiError
from waqai.export.schema import StatementRecord, arrow_table, columns, statement_records
from waqai.records import Document, Event

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

#: What is converted: a document, an event, or many of them, as `Coder.pipe` gives them (failures are left out).
Convertible = Document | Event | Iterable[Document | Event | Failure]
Of = Literal["events", "statements"]

_TYPES: dict[str, type[msgspec.Struct]] = {"events": Event, "statements": StatementRecord}


def records(source: Convertible, of: Of = "events") -> Iterator[msgspec.Struct]:
    """The events (or statements) of `source`, lazily."""
    if of not in _TYPES:
        raise ValueError(f"of must be one of {', '.join(_TYPES)}, not {of!r}")
    for item in (source,) if isinstance(source, Document | Event) else source:
        if isinstance(item, Document):
            yield from item.events if of == "events" else statement_records(item)
        elif isinstance(item, Event) and of == "events":
            yield item
        elif not isinstance(item, Event | Failure):
            raise TypeError(f"give documents or events, not {type(item).__name__}")


def to_dicts(source: Convertible, of: Of = "events") -> list[dict[str, Any]]:
    """Plain nested dicts and lists, field names as in the record contract: what the JSONL file holds."""
    return [msgspec.json.decode(msgspec.json.encode(record)) for record in records(source, of)]


def to_arrow(source: Convertible, of: Of = "events") -> pa.Table:
    """An Arrow table, one row a record, nested fields flattened with ``_``, lists kept."""
    return arrow_table(list(records(source, of)), columns(_TYPES[of]))


def to_pandas(source: Convertible, of: Of = "events") -> pd.DataFrame:
    """A pandas DataFrame, one row a record, nested fields flattened with ``_``, lists kept.

    Integers and truth values that may be missing have pandas' nullable types. Raises `WaqaiError` without pandas.
    """
    try:
        import pandas as pd
    except ImportError:
        raise WaqaiError("pandas is not installed", "install it: pip install 'waqai[pandas]'") from None
    rows = list(records(source, of))
    kinds = {"integer": "Int64", "number": "Float64", "boolean": "boolean", "string": "object"}
    return pd.DataFrame(
        {
            column.name: pd.Series(
                [column.get(row) for row in rows], dtype="object" if column.lists else kinds[column.kind]
            )
            for column in columns(_TYPES[of])
        }
    )
