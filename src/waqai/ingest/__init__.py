"""Files, folders and standard input in, articles out, one at a time."""

from __future__ import annotations

import logging
import os
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from waqai.errors import Failure, Notice, UsageError
from waqai.ingest.articles import Report, Unusable, make_article, pick, text_of
from waqai.ingest.dates import iso_day
from waqai.ingest.decode import UnknownEncoding, known
from waqai.ingest.files import FORMATS, Source, expand, sniff
from waqai.ingest.records import READERS, Opened, Record
from waqai.records import Article

__all__ = ["FORMATS", "Reader", "make_article", "read"]

_BROKEN = (OSError, EOFError, zlib.error)


def log(problem: Failure | Notice) -> None:
    """Tell a problem to the logger ``waqai``: what `read` does with problems unless it is told otherwise."""
    logging.getLogger("waqai").warning("%s", problem)


def read(
    *inputs: str | os.PathLike[str],
    columns: Mapping[str, str] | None = None,
    date: str | None = None,
    format: str | None = None,
    encoding: str | None = None,
    report: Report = log,
) -> Iterator[Article]:
    """The articles of files, folders, globs or standard input (``-``), lazily and in bounded memory.

    `columns` maps the fields id, text, date, title, publisher, url to the names they have in the input (``{"text":
    "body"}``); `date` is for articles that have none; `format` (txt, jsonl, json, csv, parquet, html) and `encoding`
    are for files that do not tell. Each record that cannot be used or had to be mended is told to `report`.
    """
    return iter(
        Reader(
            [os.fspath(name) for name in inputs],
            columns=columns,
            date=date,
            format=format,
            encoding=encoding,
            report=report,
        )
    )


class Reader:
    """An iterable of articles that also says how far it is: `position` of `size` bytes, `files` opened.

    `file_done` is called at the end of each file. Raises `UsageError` for an unknown format or encoding or
    an impossible `date`.
    """

    def __init__(
        self,
        inputs: Sequence[str],
        *,
        columns: Mapping[str, str] | None = None,
        date: str | None = None,
        format: str | None = None,
        encoding: str | None = None,
        exclude: Sequence[Path] = (),
        report: Report = log,
        file_done: Callable[[], None] = lambda: None,
    ) -> None:
        if format is not None and format not in READERS:
            raise UsageError(f"unknown format {format!r}", f"it is one of {', '.join(READERS)}")
        if encoding is not None and not known(encoding):
            raise UsageError(f"unknown encoding {encoding!r}", "as in utf-8, windows-1256, utf-16")
        try:
            self._date = iso_day(date)
        except ValueError as error:
            raise UsageError(f"date {error}", "write it as YYYY-MM-DD") from None
        self._columns = dict(columns or {})
        self._encoding = encoding
        self._report = report
        self._file_done = file_done
        self._sources = list(expand(inputs, report, exclude, format))
        self._ids: set[int] = set()
        self._done = 0
        self._current: Source | None = None
        self.size = sum(source.size for source in self._sources)
        self.files = len(self._sources)

    @property
    def position(self) -> int:
        """Bytes read, of `size`."""
        return self._done + (self._current.position if self._current is not None else 0)

    def __iter__(self) -> Iterator[Article]:
        for source in self._sources:
            self._current = source
            try:
                yield from self._articles(source)
            except UnknownEncoding as error:
                mend = "say its encoding with --encoding, or convert it to UTF-8"
                self._report(Failure("encoding", source.name, str(error), mend))
            except UnicodeError as error:
                reason = f"cannot be decoded: {error}"
                self._report(Failure("encoding", source.name, reason, "say its encoding with --encoding"))
            except _BROKEN as error:
                reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
                mend = "see its permissions and whether it is whole"
                self._report(Failure("file", source.name, f"cannot be read: {reason}", mend))
            finally:
                source.close()
            self._file_done()
            self._done += source.size
        self._current = None

    def _articles(self, source: Source) -> Iterator[Article]:
        with source.open() as stream:
            format = source.format
            if format is None:
                format = sniff(stream.read(4096))
                stream.seek(0)
            opened = Opened(stream, source.name, source.path, self._report, self._encoding, self._columns)
            empty = True
            for record in READERS[format](opened):
                empty = False
                if isinstance(record, Failure):
                    self._report(record)
                elif (article := self._article(record)) is not None:
                    yield article
            if empty:
                self._report(Notice("empty", source.name, "holds no article"))

    def _article(self, record: Record) -> Article | None:
        try:
            fields = dict(record.fields) if record.ready else pick(record.fields, self._columns)
            text = text_of(fields.pop("text"))
        except Unusable as error:
            self._report(Failure(error.kind, record.origin, error.reason, error.mend))
            return None
        date = fields.pop("date", None)
        article = make_article(text, date, origin=record.origin, report=self._report, **fields)
        if article.date is None and self._date is not None:
            article = msgspec.structs.replace(article, date=self._date)
        # Hashes instead of ids: a million articles cost 70 MB at most.
        key = hash(article.id)
        if key in self._ids:
            reason = f"the id {article.id!r} stood before: both are coded, their records share it"
            mend = "remove the copy, or name the right column with --columns id=NAME"
            self._report(Notice("duplicate-id", record.origin, reason, mend))
        self._ids.add(key)
        return article
