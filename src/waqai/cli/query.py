"""`waqai query`: what a project holds on a question, to the terminal or to a file."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from waqai.cli import options

if TYPE_CHECKING:
    from waqai.store.filters import Filter
    from waqai.store.project import Project

#: What may be asked for -> what it is called when there is one.
KINDS = {"mentions": "mention", "happenings": "happening", "statements": "statement", "articles": "article"}

Many = list[str] | None


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("query")(query)


def query(
    project: options.InProject = None,
    of: Annotated[
        str, typer.Option(metavar="KIND", help="What to show: mentions, happenings, statements or articles.")
    ] = "mentions",
    type: Annotated[
        Many, typer.Option(metavar="TYPE", help="PLOVER type, as in ASSAULT; repeatable, as are most.")
    ] = None,
    mode: Annotated[Many, typer.Option(metavar="MODE", help="Mode of the type, as in aerial.")] = None,
    context: Annotated[Many, typer.Option(metavar="CONTEXT", help="PLOVER context, as in military.")] = None,
    status: Annotated[
        Many, typer.Option(metavar="STATUS", help="actual, future, hypothetical, negated or historical.")
    ] = None,
    actor: Annotated[
        Many,
        typer.Option(metavar="PARTY", help="Who does it: IRQ, IRQ:MIL, :MIL, an id, or words of a name."),
    ] = None,
    recipient: Annotated[Many, typer.Option(metavar="PARTY", help="To whom.")] = None,
    party: Annotated[Many, typer.Option(metavar="PARTY", help="On either side.")] = None,
    dyad: Annotated[
        Many,
        typer.Option(metavar="A-B", help="Both take part: USA-IRQ; USA>IRQ for what the first does to the second."),
    ] = None,
    source: Annotated[
        Many, typer.Option(metavar="PARTY", help="Who says so (of statements: the speaker), as for --actor.")
    ] = None,
    since: options.Since = None,
    until: options.Until = None,
    published_from: Annotated[str | None, typer.Option(metavar="DAY", help="Articles not before it.")] = None,
    published_to: Annotated[str | None, typer.Option(metavar="DAY", help="Articles not after it.")] = None,
    place: options.Places = None,
    publisher: Annotated[Many, typer.Option(metavar="NAME", help="A part of the publisher's name.")] = None,
    words: Annotated[
        str | None,
        typer.Option(
            metavar="WORDS",
            help="Words that stand in the sentence (of statements and articles: in the article): all of them,"
            ' "a phrase", begin*, -without.',
        ),
    ] = None,
    article_words: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Words that stand anywhere in the article.")
    ] = None,
    min_confidence: Annotated[float | None, typer.Option(metavar="X", help="At least this confidence, 0 to 1.")] = None,
    doc: Annotated[Many, typer.Option(metavar="ID", help="Articles of these ids.")] = None,
    event: Annotated[Many, typer.Option(metavar="ID", help="Mentions of these ids.")] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="OUT",
            help=".jsonl, .csv, .tsv or .parquet; - for JSON lines. Without it: a table on a terminal, JSON lines in a"
            " pipe.",
        ),
    ] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", help="No more than the first N.")] = None,
    count: Annotated[bool, typer.Option("--count", help="Say only how many there are.")] = False,
    bom: options.Bom = False,
) -> None:
    """Show what a project holds: everything that fits all the options, and of a repeated option any value.

    Waqai query --dyad USA-IRQ --type CONSULT --from 2020-06 --words "الحوار الاستراتيجي" -o rounds.csv
    """
    from waqai.cli.merge import up_to_date
    from waqai.errors import UsageError
    from waqai.store.filters import Filter
    from waqai.store.location import find
    from waqai.store.project import Project

    if of not in KINDS:
        raise UsageError(f"--of {of} is not known", f"it is one of {', '.join(KINDS)}")
    if limit is not None and limit < 0:
        raise UsageError("--limit must be 0 or more")
    where = Filter(
        types=_known("--type", type, _types(), str.upper),
        modes=_all(mode, str.lower),
        contexts=_all(context, str.lower),
        statuses=_known("--status", status, ("actual", "future", "hypothetical", "negated", "historical"), str.lower),
        actors=_all(actor),
        recipients=_all(recipient),
        parties=_all(party),
        dyads=_all(dyad),
        sources=_all(source),
        since=day("--from", since, last=False),
        until=day("--to", until, last=True),
        published_since=day("--published-from", published_from, last=False),
        published_until=day("--published-to", published_to, last=True),
        places=_all(place),
        publishers=_all(publisher),
        words=words,
        article_words=article_words,
        min_confidence=min_confidence,
        docs=_all(doc),
        events=_all(event),
    )
    with Project.open(find(project), write=of == "happenings") as opened:
        if of == "happenings":
            up_to_date(opened)
        if count:
            found = opened.count(of, where)
            typer.echo(min(found, limit) if limit is not None else found)
            return
        records = getattr(opened, of)(where)
        _write(opened, of, where, records if limit is None else itertools.islice(records, limit), output, bom)


def _all(values: Many, change: Callable[[str], str] = str) -> tuple[str, ...]:
    return tuple(map(change, values or ()))


def _known(option: str, values: Many, known: tuple[str, ...], change: Callable[[str], str]) -> tuple[str, ...]:
    from waqai.errors import UsageError

    found = _all(values, change)
    for value in found:
        if value not in known:
            raise UsageError(f"{option} {value} is not known", f"it is one of {', '.join(known)}")
    return found


def _types() -> tuple[str, ...]:
    from waqai.events.scale import QUADS

    return tuple(QUADS)


def day(option: str, text: str | None, *, last: bool) -> str | None:
    """A day, or the first (or `last`) day of a month or year, as ISO 8601; raises `UsageError`."""
    import calendar
    import datetime

    from waqai.errors import UsageError

    if text is None:
        return None
    try:
        year, *rest = [int(part) for part in text.strip().split("-")]
        month = rest[0] if rest else 12 if last else 1
        date = rest[1] if rest[1:] else calendar.monthrange(year, month)[1] if last else 1
        if rest[2:]:
            raise ValueError
        return datetime.date(year, month, date).isoformat()
    except ValueError:  # calendar's error is one, too
        raise UsageError(f"{option} {text!r} is no day", "write it as 2020-06-11, 2020-06 or 2020") from None


def _write(project: Project, of: str, where: Filter, records: Iterator[Any], output: Path | None, bom: bool) -> None:
    from waqai.export.writers import JsonLines, OutputFile, told

    if output is not None and str(output) != "-":
        kind, flat = _record(of, nested=output.suffix.lower() == ".jsonl")
        with OutputFile(output, kind, bom=bom) as file:
            for some in _chunks(map(flat, records)):
                file.write(some)
        print(f"{_count(file.records, KINDS[of])} written: {output}", file=sys.stderr)
    elif output is not None or not sys.stdout.isatty():
        kind, flat = _record(of, nested=True)
        with told("standard output"):
            lines = JsonLines(sys.stdout.buffer)
            for some in _chunks(map(flat, records)):
                lines.write(some)
            lines.end()
    else:
        from waqai.cli import tables

        shown = list(itertools.islice(records, tables.ROWS))
        total = project.count(of, where) if len(shown) == tables.ROWS else len(shown)
        getattr(tables, f"show_{of}")(shown, total)
        if not shown:
            print("nothing fits", file=sys.stderr)


def _record(of: str, nested: bool) -> tuple[Any, Callable[[Any], Any]]:
    """The type of record that is written, and how it is made of what the project gives."""
    from waqai.export import StatementRecord
    from waqai.export.happenings import HappeningRecord, happening_record
    from waqai.export.schema import statement_record
    from waqai.record.model import Happening
    from waqai.records import Article, Event

    def same(record: Any) -> Any:
        return record

    match of:
        case "happenings":
            return (Happening, same) if nested else (HappeningRecord, happening_record)
        case "statements":
            return StatementRecord, lambda said: statement_record(said.article, said.statement)
        case "articles":
            return Article, same
        case _:
            return Event, same


def _chunks(records: Iterator[Any]) -> Iterator[list[Any]]:
    while some := list(itertools.islice(records, 500)):
        yield some


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
