"""`waqai dossier`: the document of one matter, from files of articles or from a project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from waqai.cli.screen import Screen
    from waqai.coder import Coder
    from waqai.dossier.material import Material
    from waqai.dossier.matter import Matter
    from waqai.records import Document


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("dossier", no_args_is_help=True)(dossier)


def dossier(
    matter: Annotated[
        str,
        typer.Argument(
            metavar="MATTER",
            help="The two sides, as in USA-IRQ (codes or names of countries; several as in USA+GBR-IRQ), or one.",
        ),
    ],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="Where to write it: .html, .md or .json.")
    ],
    inputs: Annotated[
        list[str] | None,
        typer.Option(
            "--input",
            "-i",
            metavar="INPUT",
            help="Articles to build it from: a file, a folder, a pattern or - (as for waqai code); repeatable.",
        ),
    ] = None,
    project: Annotated[
        str | None,
        typer.Option(
            metavar="DIR|URL",
            help="Build it from this project; without --input default: WAQAI_PROJECT, else the folder here or the"
            " nearest above that is one.",
        ),
    ] = None,
    topic: Annotated[
        str | None,
        typer.Option(
            metavar="WORDS", help="Only articles with these words in one sentence; alternatives are parted by commas."
        ),
    ] = None,
    since: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="Only happenings from this day, month or year on.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Only happenings up to this day, month or year.")
    ] = None,
    lang: Annotated[
        str, typer.Option(metavar="ar|en", help="Language of the document; evidence stays as it is.")
    ] = "ar",
    date: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Publication date of the articles that have none.")
    ] = None,
    columns: Annotated[
        str | None, typer.Option(metavar="FIELD=NAME,...", help="Names of the input's columns, as for waqai code.")
    ] = None,
    format: Annotated[
        str | None, typer.Option(metavar="FORMAT", help="Read inputs as txt, jsonl, json, csv, parquet or html.")
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="Encoding of the inputs; default: detected.")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(metavar="N", help="Processes to code with; default: one for each core.")
    ] = None,
    lexicon: Annotated[
        list[Path] | None,
        typer.Option(metavar="DIR", help="A folder of your own words, laid over the built-in lexicon; repeatable."),
    ] = None,
    made_on: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Print this as the day of making; by default none is.")
    ] = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No progress or summary; errors only.")] = False,
) -> None:
    """Write the dossier of a matter: rounds, requests, agenda, positions, incidents, troop numbers, with evidence.

    From files, without a project:   waqai dossier USA-IRQ --input articles.jsonl -o dossier.html

    From what a project holds:   waqai dossier USA-IRQ --project mine -o dossier.html

    Exit code 0: written from everything; 1: some inputs failed (named; the rest is used); 2: wrong use.
    """
    from waqai.cli.screen import Screen
    from waqai.dossier.build import build, reader
    from waqai.dossier.language import language
    from waqai.dossier.matter import day_of, parse
    from waqai.dossier.write import check, write
    from waqai.errors import UsageError

    check(output)
    language(lang)
    if inputs and project:
        raise UsageError(
            "a dossier is built either from --input or from --project", "give one of them (see waqai dossier --help)"
        )
    day = day_of(made_on, "--made-on")
    from waqai.coder import Coder

    coder = Coder(lexicon or [])
    wanted = parse(matter, coder.table, topic, since, until)
    with Screen(quiet=quiet) as screen:
        if inputs:
            material = _from_files(
                coder,
                screen,
                inputs,
                output,
                columns=columns,
                date=date,
                format=format,
                encoding=encoding,
                workers=workers,
            )
        else:
            material = _from_project(coder, screen, project, wanted, workers=workers, quiet=quiet)
        made = build(material, wanted, reader(coder), coder.table)
        write(made, output, lang, day)
        if not quiet:
            s = made.summary
            screen.say(
                f"{s.articles:,} of {s.read:,} articles, {s.happenings:,} happenings,"
                f" {len(made.rounds):,} rounds, {len(made.incidents):,} incidents; written: {output}"
            )
            if not s.happenings:
                screen.say("note: nothing between these sides was found; is the matter written as in USA-IRQ?")
        raise typer.Exit(1 if screen.failures else 0)


def _from_files(
    coder: Coder,
    screen: Screen,
    inputs: list[str],
    output: Path,
    *,
    columns: str | None,
    date: str | None,
    format: str | None,
    encoding: str | None,
    workers: int | None,
) -> Material:
    """Code, group and merge the articles of files, in memory."""
    from waqai.dossier.build import merged
    from waqai.errors import Failure, UsageError
    from waqai.ingest import Reader
    from waqai.ingest.articles import parse_columns

    reader = Reader(
        inputs,
        columns=parse_columns(columns),
        date=date,
        format=format,
        encoding=encoding,
        exclude=[output],
        report=screen.report,
        file_done=screen.file_done,
    )
    if not reader.files:
        raise UsageError("there is nothing to read", "give files, folders or - (see waqai dossier --help)")
    screen.start(reader.size)
    documents: list[Document] = []
    events = 0
    for result in coder.pipe(reader, workers=workers):
        if isinstance(result, Failure):
            screen.report(result)
            continue
        documents.append(result)
        events += len(result.events)
        screen.advance(reader.position, len(documents), events)
    screen.done()
    return merged(documents)


def _from_project(
    coder: Coder, screen: Screen, project: str | None, matter: Matter, *, workers: int | None, quiet: bool
) -> Material:
    """What a project holds of the matter; its mentions are merged first where something has changed since."""
    from waqai.cli.merge import up_to_date
    from waqai.dossier.stored import material
    from waqai.store import Project
    from waqai.store.location import find
    from waqai.store.merging import is_merged

    place = find(project)
    with Project.open(place) as opened:
        ready = is_merged(opened)
    if not ready:  # only then is anything written: a project that may only be read can be shown
        with Project.open(place, write=True) as opened:
            up_to_date(opened, quiet)
    with Project.open(place) as opened:
        return material(coder, opened, matter, workers=workers, report=screen.report)
