"""An export: cases into the files of a format, with the data package beside tables."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from waqai.errors import UsageError
from waqai.export import datapackage
from waqai.export.cases import Case, of_happening, of_mention
from waqai.export.formats import Format
from waqai.export.schema import Column
from waqai.export.writers import OutputFile
from waqai.records import Event

_CHUNK = 500


class Report(msgspec.Struct):
    """What was exported: files with their rows; cases that were left out by status, and as the format lacks them."""

    files: list[tuple[Path, int]] = []
    by_status: int = 0
    lacking: int = 0
    package: Path | None = None
    foreign_package: Path | None = None


def export(
    cases: Iterable[Case],
    format: Format,
    output: Path,
    *,
    bom: bool = False,
    package: bool = True,
    statuses: tuple[str, ...] = (),
) -> Report:
    """Write `cases`. Of a format without status only what happened (or, if given, what has one of `statuses`) goes in.

    Raises `UsageError` for an ending that the format has not, `WaqaiError` when a file cannot be written; then none of
    the files is changed.
    """
    report = Report()

    def wanted() -> Iterator[Case]:
        for case in cases:
            fits = case.status in statuses if statuses else format.has_status or case.told_as_done
            if not fits:
                report.by_status += 1
            elif not format.takes(case):
                report.lacking += 1
            else:
                yield case

    with contextlib.ExitStack() as stack:
        files = [stack.enter_context(OutputFile(file.path(output), formats=file.formats(bom))) for file in format.files]
        for some in chunks(wanted()):
            for file, out in zip(format.files, files, strict=True):
                out.write([row for case in some for row in file.rows(case)])
    report.files = [(file.path, file.records) for file in files]
    tables = [(file.path(output), file.columns, file.title) for file in format.files if file.columns is not None]
    if package:
        describe(tables, report)
    return report


def export_records(
    records: Iterable[Any], record: type[msgspec.Struct], columns: tuple[Column, ...], title: str, output: Path,
    *, bom: bool = False, package: bool = True,
) -> Report:  # fmt: skip
    """Write waqai's own records, as they are."""
    with OutputFile(output, record, bom=bom) as file:
        for some in chunks(records):
            file.write(some)
    report = Report([(output, file.records)])
    if package:
        describe([(output, columns, title)], report)
    return report


def describe(tables: Iterable[tuple[Path, tuple[Column, ...], str]], report: Report) -> None:
    """Write the data package beside tables; JSON lines need none."""
    found = [
        datapackage.resource(path, columns, title)
        for path, columns, title in tables
        if path.suffix.lower() in (".csv", ".tsv", ".parquet")
    ]
    if found:
        folder = report.files[0][0].parent
        if datapackage.write(folder, found):
            report.package = folder / datapackage.NAME
        else:
            report.foreign_package = folder / datapackage.NAME


def chunks(items: Iterable[Any]) -> Iterator[list[Any]]:
    """Lists of a few hundred."""
    iterator = iter(items)
    while some := list(itertools.islice(iterator, _CHUNK)):
        yield some


def cases_of_mentions(events: Iterable[Event]) -> Iterator[Case]:
    """Each mention by itself."""
    return map(of_mention, events)


def cases_of_happenings(events: Iterable[Event]) -> Iterator[Case]:
    """The happenings that mentions tell, merged in memory, without knowing which articles are near-copies."""
    from waqai.record.happenings import merge
    from waqai.record.mentions import mentions_of

    known = {event.event_id: event for event in events}
    for one in merge(mentions_of(known.values())):
        yield of_happening(one, known)


def read(names: Iterable[str], stdin: Any) -> Iterator[Event]:
    """The records of files of JSON lines that `waqai code` or `waqai query` wrote; ``-`` is `stdin` (bytes).

    Raises `UsageError` that names file and line for what is no event record.
    """
    decode = msgspec.json.Decoder(Event).decode
    for name in names:
        with contextlib.ExitStack() as stack:
            try:
                stream = stdin if name == "-" else stack.enter_context(open(name, "rb"))
            except OSError as error:
                raise UsageError(f"{name} cannot be read: {error.strerror}", "give a file of records") from None
            for number, line in enumerate(stream, 1):
                if line.strip():
                    try:
                        yield decode(line)
                    except (msgspec.DecodeError, UnicodeDecodeError) as error:
                        where = f"{'standard input' if name == '-' else name}, line {number}"
                        raise UsageError(f"{where}: is no event record ({error})", _mend(line)) from None


def _mend(line: bytes) -> str:
    try:
        keys = set(msgspec.json.decode(line, type=dict[str, Any]))
    except (msgspec.DecodeError, UnicodeDecodeError):
        keys = set()
    if "text" in keys and "event_type" not in keys:
        return "these are articles: code them first, as in waqai code ARTICLES -o events.jsonl"
    if {"history", "links"} <= keys:
        return "these are happenings: export them from the project, or give the mentions and --of happenings"
    return "give what waqai code -o FILE.jsonl or waqai query -o FILE.jsonl wrote"
