"""`waqai export`: records in the formats of other data sets and programs, from files or from a project."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from waqai.cli import options

if TYPE_CHECKING:
    from waqai.export.cases import Case
    from waqai.export.run import Report
    from waqai.store.filters import Filter
    from waqai.store.project import Project

Many = list[str] | None
#: Mentions that are asked of the project at a time.
_IDS = 400
_STATUSES = ("actual", "future", "hypothetical", "negated", "historical")


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("export", no_args_is_help=True)(export)


def export(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[RECORDS.jsonl]...",
            help="Event records that waqai code or waqai query wrote (.jsonl); - for standard input. Without them: a"
            " project's.",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write; the ending says how.")
    ] = None,
    layout: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="FORMAT",
            help="records (.csv .parquet .jsonl), polecat, gdelt, acled (.csv .tsv .parquet .jsonl), ftm (.jsonl),"
            " geojson (.geojson), gexf (.gexf).",
        ),
    ] = "records",
    of: Annotated[
        str | None,
        typer.Option(
            metavar="KIND",
            help="mentions or happenings. Default: mentions for records and polecat, happenings for the others.",
        ),
    ] = None,
    project: options.InProject = None,
    status: Annotated[
        Many,
        typer.Option(
            metavar="STATUS",
            help="Only these: actual, future, hypothetical, negated or historical; repeatable. Default: all where the"
            " format has a place for it, else what happened.",
        ),
    ] = None,
    type: Annotated[Many, typer.Option(metavar="TYPE", help="PLOVER type; repeatable, as are all that follow.")] = None,
    dyad: Annotated[Many, typer.Option(metavar="A-B", help="Both take part, as for waqai query.")] = None,
    party: Annotated[Many, typer.Option(metavar="PARTY", help="On either side, as for waqai query.")] = None,
    place: options.Places = None,
    since: options.Since = None,
    until: options.Until = None,
    words: Annotated[str | None, typer.Option(metavar="WORDS", help="Words that stand in the sentence.")] = None,
    min_confidence: Annotated[float | None, typer.Option(metavar="X", help="At least this confidence, 0 to 1.")] = None,
    bom: options.Bom = False,
    package: Annotated[
        bool, typer.Option("--package/--no-package", help="Write datapackage.json beside tables.")
    ] = True,
) -> None:
    """Export events for R, spreadsheets, maps, networks, or in the columns of POLECAT, GDELT or ACLED.

    \b
    waqai code articles/ -o events.jsonl && waqai export events.jsonl --as polecat -o events.csv
    waqai export --project my-project --as geojson --dyad USA-IRQ -o map.geojson

    Every column is described in docs/export.md.
    """
    from waqai.cli.query import day
    from waqai.errors import UsageError
    from waqai.export.formats import FORMATS
    from waqai.store.filters import Filter

    if output is None or not output.name:
        raise UsageError("no output is named", "give one with -o FILE")
    if layout not in ("records", *FORMATS):
        raise UsageError(f"--as {layout} is not known", f"it is one of records, {', '.join(FORMATS)}")
    of = of or (FORMATS[layout].of if layout in FORMATS else "mentions")
    if of not in ("mentions", "happenings"):
        raise UsageError(f"--of {of} is not known", "it is mentions or happenings")
    statuses = tuple(one.lower() for one in status or ())
    for one in statuses:
        if one not in _STATUSES:
            raise UsageError(f"--status {one} is not known", f"it is one of {', '.join(_STATUSES)}")
    where = Filter(
        types=tuple(one.upper() for one in type or ()),
        dyads=tuple(dyad or ()),
        parties=tuple(party or ()),
        places=tuple(place or ()),
        since=day("--from", since, last=False),
        until=day("--to", until, last=True),
        words=words,
        min_confidence=min_confidence,
    )
    if inputs:
        if project:
            raise UsageError("records come either from files or from --project", "give one of them")
        if where != Filter():
            raise UsageError(
                "files of records are exported whole (but for --status)",
                "choose with waqai query --project DIR ... -o - | waqai export - ..., or export from a project",
            )
        files = [file.path(output) for file in FORMATS[layout].files] if layout in FORMATS else [output]
        for name in inputs:
            if name != "-" and os.path.realpath(name) in map(os.path.realpath, files):
                raise UsageError(f"{name} is input and output at once", "choose another name for the output")
        report = _from_files(inputs, layout, of, output, statuses, bom, package)
    else:
        report = _from_project(project, where, layout, of, output, statuses, bom, package)
    _say(report, layout, statuses)


def _from_files(
    inputs: list[str], layout: str, of: str, output: Path, statuses: tuple[str, ...], bom: bool, package: bool
) -> Report:
    from waqai.export import columns
    from waqai.export.formats import FORMATS
    from waqai.export.run import cases_of_happenings, cases_of_mentions, export_records, read
    from waqai.export.run import export as run
    from waqai.records import Event

    events = read(inputs, sys.stdin.buffer)
    if layout == "records":
        if of == "happenings":
            from waqai.record.happenings import merge
            from waqai.record.mentions import mentions_of

            return _happenings(merge(mentions_of(events)), output, statuses, bom, package)
        chosen = (event for event in events if not statuses or event.status in statuses)
        return export_records(chosen, Event, columns(Event), "Event mentions", output, bom=bom, package=package)
    cases = cases_of_mentions(events) if of == "mentions" else cases_of_happenings(events)
    return run(cases, FORMATS[layout], output, bom=bom, package=package, statuses=statuses)


def _from_project(
    name: str | None,
    where: Filter,
    layout: str,
    of: str,
    output: Path,
    statuses: tuple[str, ...],
    bom: bool,
    package: bool,
) -> Report:
    import msgspec

    from waqai.cli.merge import up_to_date
    from waqai.export import columns
    from waqai.export.formats import FORMATS
    from waqai.export.run import cases_of_mentions, export_records
    from waqai.export.run import export as run
    from waqai.records import Event
    from waqai.store.location import find
    from waqai.store.project import Project

    with Project.open(find(name), write=of == "happenings") as opened:
        if of == "happenings":
            up_to_date(opened)
        if layout == "records":
            where = msgspec.structs.replace(where, statuses=statuses)
            if of == "happenings":
                return _happenings(opened.happenings(where), output, (), bom, package)
            mentions = opened.mentions(where)
            return export_records(mentions, Event, columns(Event), "Event mentions", output, bom=bom, package=package)
        cases = cases_of_mentions(opened.mentions(where)) if of == "mentions" else _cases(opened, where)
        return run(cases, FORMATS[layout], output, bom=bom, package=package, statuses=statuses)


def _cases(project: Project, where: Filter) -> Iterator[Case]:
    """Happenings with their mentions, in bounded memory."""
    from waqai.export.cases import of_happening
    from waqai.export.run import chunks
    from waqai.store.filters import Filter

    for some in chunks(project.happenings(where)):
        ids = [name for one in some for name in one.events]
        known = {
            event.event_id: event
            for at in range(0, len(ids), _IDS)
            for event in project.mentions(Filter(events=tuple(ids[at : at + _IDS])))
        }
        for one in some:
            yield of_happening(one, known)


def _happenings(found: object, output: Path, statuses: tuple[str, ...], bom: bool, package: bool) -> Report:
    """Happenings as waqai's own records: whole as JSON lines, flat in tables."""
    from collections.abc import Iterable
    from typing import cast

    from waqai.export import columns
    from waqai.export.happenings import HappeningRecord, happening_record
    from waqai.export.run import export_records
    from waqai.record.model import Happening

    happenings = (one for one in cast("Iterable[Happening]", found) if not statuses or one.status in statuses)
    if output.suffix.lower() == ".jsonl":
        return export_records(happenings, Happening, (), "Happenings", output, package=False)
    flat = map(happening_record, happenings)
    kind = HappeningRecord
    return export_records(flat, kind, columns(kind), "Happenings", output, bom=bom, package=package)


def _say(report: Report, layout: str, statuses: tuple[str, ...]) -> None:
    """What was done, on stderr."""
    from waqai.export.formats import FORMATS

    for path, rows in report.files:
        print(f"{rows:,} {'record' if rows == 1 else 'records'} written: {path}", file=sys.stderr)
    if report.package:
        print(f"described in: {report.package}", file=sys.stderr)
    if report.foreign_package:
        print(f"note: {report.foreign_package} is not waqai's and was left as it is", file=sys.stderr)
    if report.by_status:
        why = "by --status" if statuses else "as planned, possible, denied or long past (choose with --status)"
        print(f"left out {why}: {report.by_status:,}", file=sys.stderr)
    if report.lacking:
        print(f"left out, {FORMATS[layout].lacking}: {report.lacking:,}", file=sys.stderr)
