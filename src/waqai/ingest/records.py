"""One format each: the records of a file as (origin, fields), broken ones as `Failure`.

Every reader streams: it holds a line, a row group's pages or one file of text at a time, never a whole table.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

import msgspec

from waqai.errors import Failure, Notice
from waqai.ingest.articles import FIELDS, Report, field_hint
from waqai.ingest.dates import date_in_name
from waqai.ingest.decode import UnknownEncoding, decode, guess, guessed, repair

#: A text or web page larger than this is no article.
LARGEST_FILE = 200 << 20
#: One JSON value or one line may be so long, in characters.
LARGEST_RECORD = 256 << 20
_SAMPLE = 1 << 20
_BLOCK = 1 << 18


class Record(msgspec.Struct):
    """The fields of one record under the names of the file; `ready` when they bear the names of `Article` already."""

    origin: str
    fields: Mapping[str, Any]
    ready: bool = False


class Opened(msgspec.Struct):
    """A file under way: its bytes, its name, and how to read it."""

    stream: IO[bytes]
    name: str
    path: Path | None
    report: Report
    encoding: str | None
    columns: Mapping[str, str]

    def failure(self, kind: str, reason: str, mend: str = "", where: str = "") -> Failure:
        return Failure(kind, self.name + (f", {where}" if where else ""), reason, mend)

    def notice(self, kind: str, reason: str, mend: str = "", where: str = "") -> None:
        self.report(Notice(kind, self.name + (f", {where}" if where else ""), reason, mend))


Records = Iterator[Record | Failure]
_ENCODING = "say which it is with --encoding, or convert it to UTF-8"


def text(file: Opened) -> Records:
    """A plain text: one article, its first line the title where it looks like one, its date from the file's name."""
    data = file.stream.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        yield file.failure(
            "size", f"larger than {LARGEST_FILE >> 20} MB: one text file is one article", "split it, or use JSONL"
        )
        return
    content, note = decode(data, file.encoding)
    if note:
        file.notice("encoding", note, _ENCODING)
    date = date_in_name(file.path.name) if file.path else None
    yield Record(file.name, {"text": content, "title": title_of(content), "date": date}, ready=True)


def title_of(content: str) -> str | None:
    """The first line where it looks like a title: short, no full stop at its end, and longer text after it."""
    first, _, rest = content.lstrip().partition("\n")
    first, rest = first.strip(), rest.strip()
    if not first or len(first) > 160 or len(first.split()) < 2 or first.endswith((".", "،", ",", "؛", ":", "…")):
        return None
    return first if len(rest) > len(first) else None


def html(file: Opened) -> Records:
    """A web page: the article's text, title, date, site and address by trafilatura."""
    import logging

    data = file.stream.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        yield file.failure("size", f"larger than {LARGEST_FILE >> 20} MB", "save the article's page alone")
        return
    import trafilatura

    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).addHandler(logging.NullHandler())
        logging.getLogger(name).propagate = False
    page, note = _page(data, file.encoding)
    if note:
        file.notice("encoding", note, _ENCODING)
    try:
        found: Any = trafilatura.bare_extraction(
            page,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception as error:  # Broken markup may break the parser anywhere.
        yield file.failure("html", f"the page cannot be parsed: {error}", "save the article's text as .txt")
        return
    content = (found.text or "") if found is not None else ""
    if found is None or len(re.findall(r"\w", content)) < 40:
        yield file.failure("html", "no article found in the page", "save the article's own page, or its text as .txt")
        return
    date = found.date or (date_in_name(file.path.name) if file.path else None)
    fields = {"text": content, "title": found.title, "date": date, "publisher": found.sitename, "url": found.url}
    yield Record(file.name, fields, ready=True)


_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.I)


def _page(data: bytes, encoding: str | None) -> tuple[str, str | None]:
    """Decode a page: as told, else as the page says if that works without error, else as its bytes look."""
    if encoding is None and (said := _CHARSET.search(data[:4096])):
        try:
            return data.decode(said[1].decode("ascii")), None
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, encoding)


def _lines_of(file: Opened, newline: str) -> io.TextIOWrapper:
    """The text of a table or of lines; bytes that are not of its encoding come through as surrogates, for `repair`."""
    name = file.encoding
    if name is None:
        head = file.stream.read(_SAMPLE)
        file.stream.seek(0)
        name = guess(head)
        if note := guessed(name):
            file.notice("encoding", note, _ENCODING)
    errors = "surrogateescape" if name.startswith("utf-8") else "replace"
    return io.TextIOWrapper(file.stream, "utf-8-sig" if name == "utf-8" else name, errors, newline)


def json_lines(file: Opened) -> Records:
    """JSON in any layout: one object a line, an array, or objects one after another."""
    stream = _lines_of(file, "\n")
    first = _first_line(stream)
    stripped = first.lstrip()
    lines = file.path is not None and not _is_json(file.path)
    if not stripped.startswith("[") and (lines or _complete(stripped)):
        yield from _by_line(file, first, stream)
    else:
        yield from _by_value(file, first, stream)


def _is_json(path: Path) -> bool:
    return ".json" in (suffix.lower() for suffix in path.suffixes)


def _first_line(stream: io.TextIOWrapper) -> str:
    """The text up to the end of the first line that is not blank."""
    head = ""
    while line := stream.readline(_BLOCK):
        head += line
        if line.strip():
            break
    return head


def _complete(line: str) -> bool:
    if len(line) >= _BLOCK:
        return True
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _by_line(file: Opened, first: str, stream: io.TextIOWrapper) -> Records:
    number = first.count("\n", 0, max(len(first) - 1, 0))
    line = first[first.rfind("\n", 0, max(len(first) - 1, 0)) + 1 :]
    if not line.endswith("\n"):
        line += stream.readline(LARGEST_RECORD)
    while line:
        number += 1
        where = f"line {number}"
        if line.strip():
            line, note = repair(line)
            if note:
                file.notice("encoding", note, _ENCODING, where)
            try:
                value = json.loads(line)
            except RecursionError:
                yield file.failure("json", "nested too deeply", "see what wrote it", where)
            except ValueError as error:
                yield file.failure("json", f"broken JSON: {_told(error)}", "each line must be one JSON object", where)
            else:
                yield from _articles(file, value, where)
        line = stream.readline(LARGEST_RECORD)


def _told(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at character {error.pos + 1}"
    return str(error)


_NEXT = re.compile(r"\}\s*,?\s*(?=\{)|\n\s*(?=\{)")
_BETWEEN = re.compile(r"[\s,\[\]]*")


def _by_value(file: Opened, buffer: str, stream: io.TextIOWrapper) -> Records:
    """Objects of an array or one after another, decoded as they come; after a broken one it goes on at the next."""
    decoder = json.JSONDecoder()
    position, number, block, ended = 0, 0, _BLOCK, False
    line = 1  # of the buffer's beginning
    while True:
        start = _BETWEEN.match(buffer, position).end()  # type: ignore[union-attr]
        where = f"record {number + 1}"
        problem: str | None = None
        if start < len(buffer):
            try:
                value, position = decoder.raw_decode(buffer, start)
            except RecursionError:
                problem, at = "nested too deeply", start
            except json.JSONDecodeError as error:
                cut = error.msg.startswith("Unterminated string") or error.pos >= len(buffer) - 16
                if ended or not cut:
                    problem, at = f"broken JSON: {error.msg}", error.pos
            else:
                number += 1
                yield from _articles(file, value, where)
                continue
        if problem is None and not ended:
            line += buffer.count("\n", 0, start)
            buffer = buffer[start:]
            more = stream.read(block)
            ended = not more
            # Reading twice as much each time keeps a long value linear.
            block = max(_BLOCK, len(buffer))
            more, note = repair(more)
            if note:
                file.notice("encoding", note, _ENCODING, where)
            buffer, position = buffer + more, 0
            if len(buffer) <= LARGEST_RECORD:
                continue
            problem, at = f"longer than {LARGEST_RECORD >> 20} million characters", 0
        if problem is None:
            return
        number += 1
        here = line + buffer.count("\n", 0, at)
        yield file.failure("json", f"{problem}, at line {here}", "see what wrote it; other records are read", where)
        # Go on at what looks like the beginning of the next object.
        while True:
            following = _NEXT.search(buffer, max(at - 1, start))
            if following:
                position = following.end()
                break
            if ended:
                return
            line += buffer.count("\n", 0, max(len(buffer) - 64, 0))
            buffer = buffer[-64:] if len(buffer) > 64 else buffer
            start = at = 0
            more = stream.read(_BLOCK)
            ended = not more
            buffer += repair(more)[0]


def _articles(file: Opened, value: Any, where: str) -> Records:
    """The records of one JSON value: an object is one; a list, or an object that wraps one list of objects, is many."""
    if isinstance(value, dict):
        text_name = file.columns.get("text", "text").split(".")[0].lower()
        if text_name not in (str(key).lower() for key in value):
            lists = [(key, v) for key, v in value.items() if isinstance(v, list) and v and isinstance(v[0], dict)]
            if len(lists) == 1:
                key, items = lists[0]
                for i, item in enumerate(items, 1):
                    yield from _articles(file, item, f"{where}, {key} {i}")
                return
        yield Record(f"{file.name}, {where}", value)
    elif isinstance(value, list) and value:
        for i, item in enumerate(value, 1):
            yield from _articles(file, item, f"{where}, item {i}")
    else:
        kind = {str: "a string", list: "an empty list", bool: "true or false"}.get(type(value), "a number or null")
        yield file.failure("json", f"is {kind}, not an object", 'write {"id": ..., "text": ..., "date": ...}', where)


csv.field_size_limit(LARGEST_RECORD >> 2)


def table(file: Opened) -> Records:
    """CSV or TSV with a header; the delimiter is the commonest of ``, ; tab |`` in the header."""
    stream = _lines_of(file, "")
    used: list[str] = []

    def lines() -> Iterator[str]:
        for line in stream:
            used.append(line)
            yield line

    header_line = _first_line(stream)
    delimiter = max(",;\t|", key=header_line.count)
    header = next(csv.reader([header_line.strip()], delimiter=delimiter), [])
    header = [repair(name)[0].strip() for name in header]
    wanted = file.columns.get("text", "text")
    if not any(name == wanted or name.lower() == wanted.lower() for name in header):
        hint = field_hint("text", header)
        yield file.failure("field", f"has no column {wanted!r} in its first line", hint)
        return
    rows = csv.reader(lines(), delimiter=delimiter)
    number = 0
    before = header_line.count("\n") or 1
    held: Record | Failure | None = None
    held_lines: list[str] = []
    while True:
        used.clear()
        line = before + rows.line_num + 1
        where = f"row {number + 1} (line {line})"
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield from _kept(held)
            yield file.failure("csv", f"{error}: the rest of the file is not read", "see the quotation marks", where)
            return
        if row is None:
            break
        if not row:
            continue
        yield from _kept(held)
        number += 1
        held_lines = used.copy()
        held = _row(file, header, row, where)
    if isinstance(held, Record) and len(held_lines) > 1 and _unclosed(held_lines, delimiter):
        where = held.origin.removeprefix(file.name + ", ")
        reason = f"a quotation mark that is never closed takes in the last {len(held_lines)} lines"
        yield file.failure("csv", reason, "close it, or double the marks inside a quoted field", where)
        return
    yield from _kept(held)


def _kept(held: Record | Failure | None) -> Records:
    if held is not None:
        yield held


def _unclosed(lines: list[str], delimiter: str) -> bool:
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def _row(file: Opened, header: list[str], row: list[str], where: str) -> Record | Failure:
    if len(row) != len(header):
        reason = f"has {len(row)} fields where the header has {len(header)}"
        return file.failure("csv", reason, "quote fields that hold delimiters or line breaks", where)
    cells = []
    for cell in row:
        cell, note = repair(cell)
        if note:
            file.notice("encoding", note, _ENCODING, where)
        cells.append(cell)
    return Record(f"{file.name}, {where}", dict(zip(header, cells, strict=True)))


def parquet(file: Opened) -> Records:
    """Parquet, read in small batches, the needed columns only."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        data = pq.ParquetFile(file.stream, pre_buffer=False)
        names = data.schema_arrow.names
        wanted = file.columns.get("text", "text").split(".")[0]
        if wanted.lower() not in (name.lower() for name in names):
            yield file.failure("field", f"has no column {wanted!r}", field_hint("text", names))
            return
        roots = {name.split(".")[0].lower() for name in (*file.columns.values(), *_fields_left(file.columns))}
        columns = [name for name in names if name.lower() in roots]
        number = 0
        for batch in data.iter_batches(batch_size=64, columns=columns, use_threads=False):
            for fields in batch.to_pylist():
                number += 1
                where = f"row {number}"
                for key, value in fields.items():
                    if isinstance(value, bytes):
                        try:
                            fields[key], note = decode(value, file.encoding)
                        except UnknownEncoding as error:
                            fields[key], note = "", f"column {key} {error}"
                        if note:
                            file.notice("encoding", note, _ENCODING, where)
                yield Record(f"{file.name}, {where}", fields)
    except (pa.ArrowException, UnicodeDecodeError) as error:
        told = str(error).splitlines()[0] if str(error) else type(error).__name__
        yield file.failure("parquet", f"cannot be read as Parquet: {told}", "write it again")


def _fields_left(columns: Mapping[str, str]) -> list[str]:
    return [field for field in FIELDS if field not in columns]


READERS: dict[str, Callable[[Opened], Records]] = {
    "txt": text,
    "json": json_lines,
    "jsonl": json_lines,
    "csv": table,
    "parquet": parquet,
    "html": html,
}
