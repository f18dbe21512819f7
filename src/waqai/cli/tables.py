"""Tables on a terminal, Arabic from right to left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from waqai.cli.screen import RUN, one_line
from waqai.records import Article, Entity, Event, EventDate, Place

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from waqai.record.model import Happening
    from waqai.store.project import Said

#: Records that a table shows.
ROWS = 200
#: From this width on, columns that a narrow terminal leaves out are shown.
_WIDE = 110
_NARROWEST = 8
#: Characters of an id that are shown: enough to name a record by.
_ID = 9


class _Column(NamedTuple):
    """A column: its `width` in characters, or its `share` of what is left; 0 in a `narrow` terminal leaves it out."""

    name: str
    width: int = 0
    share: int = 0
    narrow: int = 0
    right: bool = False


_EVENT = (
    _Column("When", 10),
    _Column("What", 13),
    _Column("Who", share=25, narrow=27),
    _Column("To whom", share=25, narrow=27),
    _Column("Said by", share=18),
    _Column("Words", share=32, narrow=46, right=True),
)


def show_events(events: Sequence[Event], total: int) -> None:
    """Print events as a table to the terminal on stdout; `total` says how many there are in all."""
    _show(_EVENT, map(_event, events), len(events), total, "events")


def show_mentions(events: Sequence[Event], total: int) -> None:
    """Print mentions of a project as a table: as `show_events`, with the beginning of the id, for `waqai decide`."""
    columns = (*_EVENT, _Column("Id", _ID))
    rows = ((*_event(event), _id(event.event_id)) for event in events)
    _show(columns, rows, len(events), total, "mentions")


def show_happenings(happenings: Sequence[Happening], total: int) -> None:
    """Print happenings as a table."""
    columns = (
        _Column("When", 10),
        _Column("What", 13),
        _Column("Who", share=30, narrow=40),
        _Column("To whom", share=30, narrow=40),
        _Column("Where", share=40, narrow=20),
        _Column("Told", 11),
        _Column("Id", _ID),
    )
    _show(columns, map(_happening, happenings), len(happenings), total, "happenings")


def show_statements(statements: Sequence[Said], total: int) -> None:
    """Print statements as a table."""
    columns = (
        _Column("Published", 10),
        _Column("Who", share=30, narrow=35),
        _Column("Verb", 10),
        _Column("What", share=70, narrow=65, right=True),
    )
    _show(columns, map(_statement, statements), len(statements), total, "statements")


def show_articles(articles: Sequence[Article], total: int) -> None:
    """Print articles as a table."""
    columns = (
        _Column("Published", 10),
        _Column("Id", share=20, narrow=25),
        _Column("Publisher", share=20, narrow=25),
        _Column("Title or beginning", share=60, narrow=50, right=True),
    )
    _show(columns, map(_article, articles), len(articles), total, "articles")


def _show(columns: Sequence[_Column], rows: Iterable[Sequence[Text]], number: int, total: int, noun: str) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not number:
        return
    console = Console()
    wide = console.width >= _WIDE
    shown = [(i, column) for i, column in enumerate(columns) if column.width or wide or column.narrow]
    left = console.width - sum(column.width for _, column in shown) - 3 * len(shown) - 1
    widths = {
        i: column.width or max(_NARROWEST, left * (column.share if wide else column.narrow) // 100)
        for i, column in shown
    }
    table = Table(show_lines=True, highlight=False)
    for i, column in shown:
        table.add_column(column.name, width=widths[i], justify="right" if column.right else "left")
    for row in rows:
        table.add_row(*(_isolated(row[i], width, console) for i, width in widths.items()))
    console.print(table)
    if total > number:
        console.print(Text(f"... and {total - number:,} more {noun}; write them all to a file with -o"))


def _event(event: Event) -> Sequence[Text]:
    from rich.text import Text

    return (
        _when(event.date),
        _what(event),
        _parties(event.actors),
        _parties(event.recipients),
        Text(one_line(event.source.text) if event.source else ""),
        _words(event),
    )


def _happening(one: Happening) -> Sequence[Text]:
    from rich.text import Text

    what = _what(one)
    what.append(f"\nround {one.round}" if one.round is not None else "")
    what.append("\ncontradicted" if one.contradictions else "", style="italic")
    told = f"{_count(one.sources, 'source')}\n{_count(len(one.articles), 'article')}"
    return (
        _when(one.date),
        what,
        _parties(one.actors),
        _parties(one.recipients),
        _where(one.place),
        Text(told),
        _id(one.id),
    )


def _statement(said: Said) -> Sequence[Text]:
    from rich.text import Text

    article, statement = said
    return (
        Text(article.date or "?"),
        _parties([statement.speaker] if statement.speaker else []),
        Text(one_line(statement.verb)),
        Text(_cut(one_line(statement.content.text))),
    )


def _article(article: Article) -> Sequence[Text]:
    from rich.text import Text

    return (
        Text(article.date or "?"),
        Text(one_line(article.id)),
        Text(one_line(article.publisher or "")),
        Text(_cut(one_line(article.title or article.text[:400]))),
    )


def _where(place: Place | None) -> Text:
    from rich.text import Text

    if place is None:
        return Text()
    text = Text(one_line(place.text))
    text.append(f" {place.country}" if place.country else "", style="cyan")
    return text


def _id(text: str) -> Text:
    from rich.text import Text

    return Text(one_line(text[:_ID]))


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _cut(text: str, length: int = 240) -> str:
    """The beginning of a long text, cut at a space."""
    return text if len(text) <= length else text[:length].rpartition(" ")[0] + " ..."


def _isolated(text: Text, width: int, console: Console) -> Text:
    """`text` wrapped to `width`, the Arabic of each line isolated right to left.

    A terminal lays out each line by itself, so that marks must open and close within one.
    """
    from rich.text import Text

    out = Text()
    for number, line in enumerate(text.wrap(console, width)):
        out.append("\n" if number else "")
        at = 0
        line.rstrip()
        for run in RUN.finditer(line.plain):
            out.append_text(line[at : run.start()])
            out.append("\u2067")
            out.append_text(line[run.start() : run.end()])
            out.append("\u2069")
            at = run.end()
        out.append_text(line[at:])
    return out


def _when(date: EventDate | None) -> Text:
    from rich.text import Text

    if date is None:
        return Text("?")
    return Text(date.start if date.start == date.end else f"{date.start}\n{date.end}")


def _what(one: Event | Happening) -> Text:
    from rich.text import Text

    text = Text.assemble((one.event_type, "bold"))
    text.append(f"\n{one.event_mode}" if one.event_mode else "")
    text.append(f"\n{one.status}" if one.status != "actual" else "", style="italic")
    return text


def _parties(parties: Sequence[Entity]) -> Text:
    from rich.text import Text

    text = Text()
    for i, party in enumerate(parties):
        code = " ".join(c for c in (party.country, party.sector) if c)
        text.append(("\n" if i else "") + one_line(party.text))
        text.append(f" {code}" if code else "", style="cyan")
    return text


def _words(event: Event) -> Text:
    """The sentence around the anchor, the anchor marked; cut at spaces when it is long."""
    from rich.text import Text

    sentence = event.sentence.text
    start = max(0, min(event.anchor.start - event.sentence.start, len(sentence)))
    end = max(start, min(event.anchor.end - event.sentence.start, len(sentence)))
    left, right = max(0, start - 60), min(len(sentence), end + 60)
    while 0 < left < start and not sentence[left - 1].isspace():
        left += 1
    while end < right < len(sentence) and not sentence[right].isspace():
        right -= 1
    return Text.assemble(
        "... " if left else "",
        one_line(sentence[left:start]),
        (one_line(sentence[start:end]), "bold green"),
        one_line(sentence[end:right]),
        " ..." if right < len(sentence) else "",
    )
