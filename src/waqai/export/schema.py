"""The columns of a record, derived from its structures: every writer and every conversion reads them here.

Nested fields are flattened with ``_`` (``anchor_text``, ``place_country``). A list of objects becomes a list for each
of its fields (``actors_country``), all of one length and order, so that the n-th items belong together. A list within
such a list (``actors_other_sectors``) is a list of lists.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Literal

import msgspec
from msgspec import inspect

from waqai.records import Article, Document, Event, Statement

Kind = Literal["string", "integer", "number", "boolean"]
_KINDS: dict[type, Kind] = {
    inspect.StrType: "string",
    inspect.LiteralType: "string",
    inspect.IntType: "integer",
    inspect.FloatType: "number",
    inspect.BoolType: "boolean",
}


#: A statement as it is written: with the article that it stands in.
StatementRecord = msgspec.defstruct(
    "StatementRecord",
    [
        ("doc_id", str),
        ("url", str | None),
        ("publisher", str | None),
        ("title", str | None),
        ("pub_date", str | None),
        *((field.name, field.type) for field in msgspec.structs.fields(Statement)),
    ],
    module=__name__,
    frozen=True,
)


class Column(msgspec.Struct, frozen=True):
    """A column: its flat name, the path of field names to it, the kind of its items and how many lists are around them.

    `get` takes the value out of a record; a field of an object that is missing gives None.
    """

    name: str
    path: tuple[str, ...]
    kind: Kind
    lists: int
    get: Callable[[Any], Any]
    description: str = ""


def column(name: str, kind: Kind, get: Callable[[Any], Any], description: str) -> Column:
    """A column of a table that is no record type."""
    return Column(name, (name,), kind, 0, get, description)


def statement_record(article: Article, statement: Statement) -> msgspec.Struct:
    """A statement as it is written."""
    return StatementRecord(
        article.id,
        article.url,
        article.publisher,
        article.title,
        article.date,
        *(getattr(statement, name) for name in statement.__struct_fields__),
    )


def statement_records(document: Document) -> list[msgspec.Struct]:
    """The statements of a document, each with its article."""
    return [statement_record(document.article, statement) for statement in document.statements]


@cache
def columns(record: type[msgspec.Struct] = Event) -> tuple[Column, ...]:
    """All columns of a record type, in the order of its fields."""
    info = inspect.type_info(record)
    assert isinstance(info, inspect.StructType)
    return tuple(column for field in info.fields for column in _columns(field.name, (), field.type))


def _columns(name: str, before: Sequence[str], type_: inspect.Type) -> list[Column]:
    path = (*before, name)
    if isinstance(type_, inspect.UnionType):
        (type_,) = (t for t in type_.types if not isinstance(t, inspect.NoneType))
    if isinstance(type_, inspect.StructType):
        return [column for field in type_.fields for column in _columns(field.name, path, field.type)]
    lists = 0
    if isinstance(type_, inspect.VarTupleType):
        lists = 1
        type_ = type_.item_type
        if isinstance(type_, inspect.StructType):
            return [_of_items(path, field) for field in type_.fields]
    return [Column("_".join(path), path, _KINDS[type(type_)], lists, _getter(path, lists > 0))]


def _of_items(path: tuple[str, ...], field: inspect.Field) -> Column:
    """A column of a list of objects: for each object its field."""
    (inner,) = _columns(field.name, (), field.type)
    outer = _getter(path, True)
    item = inner.get

    def get(record: Any) -> list[Any]:
        return [item(one) for one in outer(record)]

    return Column("_".join((*path, inner.name)), (*path, inner.name), inner.kind, inner.lists + 1, get)


def _getter(path: tuple[str, ...], is_list: bool) -> Callable[[Any], Any]:
    def get(record: Any) -> Any:
        for name in path:
            record = getattr(record, name)
            if record is None:
                return [] if is_list else None
        return list(record) if is_list else record

    return get


def flat(record: msgspec.Struct) -> dict[str, Any]:
    """A record as one flat row: column name to value, lists kept."""
    return {column.name: column.get(record) for column in columns(type(record))}


@cache
def arrow_schema(columns: tuple[Column, ...]) -> Any:
    """The Arrow schema of a table with these columns."""
    import pyarrow as pa

    kinds = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}
    fields = []
    for column in columns:
        type_ = kinds[column.kind]
        for _ in range(column.lists):
            type_ = pa.list_(type_)
        fields.append(pa.field(column.name, type_))
    return pa.schema(fields)


def arrow_table(records: Sequence[Any], columns: tuple[Column, ...]) -> Any:
    """An Arrow table of records with these columns; its schema is the same for no records."""
    import pyarrow as pa

    schema = arrow_schema(columns)
    arrays = [
        pa.array([column.get(one) for one in records], field.type)
        for column, field in zip(columns, schema, strict=True)
    ]
    return pa.Table.from_arrays(arrays, schema=schema)
