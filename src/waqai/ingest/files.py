"""Which files a command line means, and what each of them holds."""

from __future__ import annotations

import glob
import gzip
import io
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, cast

from waqai.errors import Failure, Notice
from waqai.ingest.articles import Report

#: Format by the ending of the name (``.gz`` after it is looked through).
FORMATS = {
    ".txt": "txt",
    ".text": "txt",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
    ".pq": "parquet",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
_OTHERS = {
    ".pdf": "save its text as .txt or its pages as .html",
    ".doc": "save it as plain text (.txt)",
    ".docx": "save it as plain text (.txt)",
    ".xls": "save the sheet as CSV (UTF-8)",
    ".xlsx": "save the sheet as CSV (UTF-8)",
    ".zip": "unpack it first and give the folder",
}
_STDIN_IN_MEMORY = 64 << 20


class Source:
    """One file to read: its name for messages, its path (None for standard input) and its format."""

    def __init__(self, path: Path | None, format: str | None = None) -> None:
        self.path = path
        self.name = "standard input" if path is None else str(path)
        self.format = format or (format_of(path) if path is not None else None)
        self.size = path.stat().st_size if path is not None else 0
        self._raw: IO[bytes] | None = None

    def open(self) -> IO[bytes]:
        """The bytes, unpacked where they are gzip; seekable. The caller closes it."""
        if self.path is None:
            spool = cast("IO[bytes]", tempfile.SpooledTemporaryFile(_STDIN_IN_MEMORY))  # noqa: SIM115
            while block := sys.stdin.buffer.read(1 << 20):
                spool.write(block)
            spool.seek(0)
            return spool
        self._raw = self.path.open("rb")
        if self.path.suffix.lower() == ".gz":
            return cast("IO[bytes]", io.BufferedReader(gzip.GzipFile(fileobj=self._raw)))
        return self._raw

    def close(self) -> None:
        if self._raw is not None:
            self._raw.close()

    @property
    def position(self) -> int:
        """How many bytes of the file are read."""
        return self._raw.tell() if self._raw is not None and not self._raw.closed else 0


def format_of(path: Path) -> str | None:
    """The format that the name's ending tells, None where it tells none."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes and suffixes[-1] == ".gz":
        suffixes.pop()
    return FORMATS.get(suffixes[-1]) if suffixes else None


def sniff(head: bytes) -> str:
    """The format that the first bytes tell: parquet, json, html, csv, or else txt."""
    if head.startswith(b"PAR1"):
        return "parquet"
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1024].lower()
    if start.startswith((b"{", b"[{", b"[ ", b"[\n", b"[\r")):
        return "json"
    if start.startswith(b"<") and (b"<html" in start or b"<!doctype html" in start):
        return "html"
    line = start.splitlines()[0] if start else b""
    names = {name.strip(b' "') for name in line.replace(b"\t", b",").replace(b";", b",").split(b",")}
    return "csv" if b"text" in names and len(names) > 1 else "txt"


def expand(inputs: Sequence[str], report: Report, exclude: Sequence[Path], format: str | None) -> Iterator[Source]:
    """The sources that `inputs` (files, folders, globs, ``-``) name, in order and each once.

    Folders are searched through, by name; hidden files, unknown endings and the files of `exclude` are left out. What
    cannot be read goes to `report`.
    """
    seen = {_identity(path) for path in exclude}
    for name in inputs:
        if name == "-":
            yield Source(None, format)
            continue
        path = Path(name)
        if not path.exists() and glob.has_magic(name):
            paths = [Path(found) for found in sorted(glob.glob(name, recursive=True))]
            if not paths:
                report(Failure("file", name, "no file matches", "see whether the folder and the pattern are right"))
        else:
            paths = [path]
        for one in paths:
            yield from _sources(one, seen, report, format)


def _sources(path: Path, seen: set[str], report: Report, format: str | None) -> Iterator[Source]:
    if path.is_dir():
        yield from _folder(path, seen, report, format)
    elif not path.exists():
        report(Failure("file", str(path), "no such file or folder", "see whether the name is right"))
    elif not path.is_file():
        report(Failure("file", str(path), "is no regular file", "give a file, a folder, or - for standard input"))
    elif _identity(path) not in seen:
        seen.add(_identity(path))
        if format is None and path.suffix.lower() in _OTHERS:
            mend = _OTHERS[path.suffix.lower()]
            report(Failure("format", str(path), f"{path.suffix} files are not read", mend))
            return
        try:
            yield Source(path, format)
        except OSError as error:
            report(Failure("file", str(path), f"cannot be read: {error.strerror}", "see its permissions"))


def _folder(folder: Path, seen: set[str], report: Report, format: str | None) -> Iterator[Source]:
    ignored: list[str] = []
    found = 0

    def refused(error: OSError) -> None:
        report(Failure("file", str(error.filename), f"cannot be read: {error.strerror}", "see its permissions"))

    for where, folders, names in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(where, name)
            if name.startswith(".") or _identity(path) in seen:
                continue
            if format_of(path) is None:
                ignored.append(name)
            else:
                found += 1
                yield from _sources(path, seen, report, format)
    if ignored:
        listed = ", ".join(ignored[:3]) + (" ..." if len(ignored) > 3 else "")
        reason = f"{len(ignored)} files of other kinds left out: {listed}"
        report(Notice("left-out", str(folder), reason, "give a file by its name to have it read as text"))
    if not found:
        kinds = " ".join(FORMATS)
        report(Failure("file", str(folder), "holds nothing that can be read", f"endings that are read: {kinds}"))


def _identity(path: Path) -> str:
    return os.path.realpath(path)
