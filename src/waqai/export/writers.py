"""Files of records: JSONL, CSV, TSV and Parquet, whole or not at all.

A file is written beside its place under a hidden name and put there when it is complete, so that an interrupted run,
a full disk or an error leave what was there before. Memory stays bounded: Parquet is written in row groups.
"""

from __future__ import annotations

import contextlib
import csv
import errno
import io
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Protocol, Self

import msgspec

from waqai.errors import UsageError, WaqaiError
from waqai.export.schema import Column, arrow_schema, arrow_table, columns
from waqai.records import Event

#: Records to a row group of Parquet.
ROW_GROUP = 10_000
#: A cell that begins with one of these would be run as a formula by a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


Columns = tuple[Column, ...]


class Sink(Protocol):
    """What takes records and ends with the file."""

    def write(self, records: Sequence[Any]) -> None: ...

    def end(self) -> None: ...

    def abandon(self) -> None: ...


class JsonLines:
    """One JSON object a line, UTF-8, fields in the order of the contract."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._encode = msgspec.json.Encoder().encode_lines

    def write(self, records: Sequence[Any]) -> None:
        if records:
            self._stream.write(self._encode(records))

    def end(self) -> None:
        self._stream.flush()

    def abandon(self) -> None:
        """Nothing is held."""


class Csv:
    """CSV by RFC 4180 with a header, UTF-8, `bom` for Excel.

    Items of a list are joined with ``; ``, those of a list within a list with ``, ``; a missing value is an empty cell,
    and a missing item an empty piece, so that pieces of several columns stay in step. Semicolons and backslashes
    inside an item get a backslash before them. A cell of text that a spreadsheet would run as a formula gets an
    apostrophe before it.
    """

    def __init__(self, stream: IO[bytes], columns: Columns, bom: bool = False, delimiter: str = ",") -> None:
        self._columns = columns
        self._text = io.TextIOWrapper(stream, "utf-8-sig" if bom else "utf-8", newline="", write_through=False)
        self._writer = csv.writer(self._text, delimiter=delimiter, lineterminator="\r\n")
        self._writer.writerow([column.name for column in self._columns])

    def write(self, records: Sequence[Any]) -> None:
        self._writer.writerows([cell(column, column.get(record)) for column in self._columns] for record in records)

    def end(self) -> None:
        self._text.flush()
        self._text.detach()

    def abandon(self) -> None:
        """Let go of the stream without an error, whatever still waits to be written."""
        with contextlib.suppress(OSError, ValueError):
            self.end()


def cell(column: Column, value: Any) -> str:
    """One CSV cell."""
    if column.lists:
        text = "; ".join(
            ", ".join(map(_plain, item)) if column.lists == 2 else _escaped(_plain(item)) for item in value
        )
    else:
        text = _plain(value)
    if text.startswith(_FORMULA) and (column.kind == "string" or column.lists):
        return "'" + text
    return text


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;")


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


class Parquet:
    """Parquet with zstd, in row groups of `ROW_GROUP` records, lists kept as lists."""

    def __init__(self, stream: IO[bytes], columns: Columns) -> None:
        import pyarrow.parquet as pq

        self._columns = columns
        self._writer = pq.ParquetWriter(stream, arrow_schema(columns), compression="zstd")
        self._held: list[Any] = []

    def write(self, records: Sequence[Any]) -> None:
        self._held.extend(records)
        while len(self._held) >= ROW_GROUP:
            self._flush(self._held[:ROW_GROUP])
            del self._held[:ROW_GROUP]

    def _flush(self, records: Sequence[Any]) -> None:
        self._writer.write_table(arrow_table(records, self._columns))

    def end(self) -> None:
        if self._held:
            self._flush(self._held)
            self._held.clear()
        self._writer.close()

    def abandon(self) -> None:
        """End the writer now: left to itself it would try, and complain, when it is collected."""
        with contextlib.suppress(OSError, ValueError):
            self._writer.close()
        self._writer.is_open = False


#: What makes the sink of a file that is open for writing.
Opener = Callable[[IO[bytes]], Sink]


class Rows:
    """JSON lines of a table: one object a line, column name to value."""

    def __init__(self, stream: IO[bytes], columns: Columns) -> None:
        self._columns = columns
        self._lines = JsonLines(stream)

    def write(self, records: Sequence[Any]) -> None:
        self._lines.write([{column.name: column.get(one) for column in self._columns} for one in records])

    def end(self) -> None:
        self._lines.end()

    def abandon(self) -> None:
        """Nothing is held."""


def table(columns: Columns, bom: bool = False) -> dict[str, Opener]:
    """The formats of a table with these columns, by ending."""
    return {
        ".csv": lambda stream: Csv(stream, columns, bom),
        ".tsv": lambda stream: Csv(stream, columns, bom, "\t"),
        ".parquet": lambda stream: Parquet(stream, columns),
        ".jsonl": lambda stream: Rows(stream, columns),
    }


def record_files(record: type[msgspec.Struct], bom: bool = False) -> dict[str, Opener]:
    """The formats of a record type, by ending."""
    return {
        ".jsonl": JsonLines,
        ".csv": lambda stream: Csv(stream, columns(record), bom),
        ".tsv": lambda stream: Csv(stream, columns(record), bom, "\t"),
        ".parquet": lambda stream: Parquet(stream, columns(record)),
    }


ENDINGS = (".jsonl", ".csv", ".tsv", ".parquet")


class OutputFile:
    """A file of records whose format its ending tells; a context manager. `formats` says which there are, by ending.

    Left without an error the file is complete and in its place; left with one, what was there before is unchanged.
    Raises `UsageError` for an unknown ending or a folder that is not there, `WaqaiError` when the disk is full or
    refuses.
    """

    def __init__(
        self,
        path: Path,
        record: type[msgspec.Struct] = Event,
        *,
        bom: bool = False,
        formats: Mapping[str, Opener] | None = None,
    ) -> None:
        formats = record_files(record, bom) if formats is None else formats
        if path.suffix.lower() not in formats:
            raise UsageError(f"{path}: unknown ending {path.suffix!r}", f"end the name with {', '.join(formats)}")
        if path.is_dir():
            raise UsageError(f"{path} is a folder", "give the name of a file")
        if not path.parent.is_dir():
            raise UsageError(f"the folder {path.parent} does not exist", "create it, or choose another place")
        self.path = path
        self._open = formats[path.suffix.lower()]
        self.records = 0
        self._sink: Sink | None = None

    def __enter__(self) -> Self:
        with self._told():
            handle, name = tempfile.mkstemp(prefix=f".{self.path.name}.", suffix=".part", dir=self.path.parent)
            self._part = Path(name)
            self._stream = os.fdopen(handle, "wb")
            try:
                self._sink = self._open(self._stream)
            except BaseException:
                self._discard()
                raise
        return self

    def write(self, records: Sequence[Any]) -> None:
        """Add records."""
        assert self._sink is not None, "the file is not open"
        with self._told():
            self._sink.write(records)
        self.records += len(records)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self._discard()
            return
        try:
            with self._told():
                if self._sink is not None:
                    self._sink.end()
                self._stream.flush()
                os.fsync(self._stream.fileno())
                self._stream.close()
                # As any file that is created: mkstemp makes it private.
                mask = os.umask(0)
                os.umask(mask)
                self._part.chmod(0o666 & ~mask)
                self._part.replace(self.path)
        except BaseException:
            self._discard()
            raise

    def _discard(self) -> None:
        if self._sink is not None:
            self._sink.abandon()
        with contextlib.suppress(OSError, ValueError):
            self._stream.close()
        with contextlib.suppress(OSError):
            self._part.unlink(missing_ok=True)

    def _told(self) -> contextlib.AbstractContextManager[None]:
        return told(str(self.path))


@contextlib.contextmanager
def told(name: str) -> Any:
    """Turn errors of the system on writing `name` into a `WaqaiError` for a person; a closed pipe stays what it is."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise WaqaiError(f"{name}: the disk is full", "free some space or choose another place") from None
        if error.errno == errno.EFBIG:
            raise WaqaiError(f"{name}: the file is larger than the system allows", "split the input") from None
        reason = error.strerror or str(error)
        raise WaqaiError(f"{name} cannot be written: {reason}", "choose another place") from None
