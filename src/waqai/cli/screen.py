"""What a person sees: messages and a progress bar on stderr, a table of events on a terminal."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, Self

import msgspec

from waqai.errors import Failure, Notice
from waqai.records import Entity, Event

if TYPE_CHECKING:
    from rich.text import Text

#: Notices of one kind that are shown; the others are counted.
SHOWN = 5
#: Events that the table on a terminal shows.
TABLE_ROWS = 200

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_ARABIC = re.compile("[\u0600-\u06ff]")


def printable(text: str) -> str:
    """`text` without what could move the cursor, colour the terminal or turn the direction of other text."""
    return _CONTROLS.sub("\ufffd", text).replace("\t", " ")


def isolated(text: str) -> str:
    """`text` for one line of a terminal, Arabic isolated right to left (U+2067 ... U+2069)."""
    line = printable(" ".join(text.split()))
    return f"\u2067{line}\u2069" if _ARABIC.search(line) else line


class Screen:
    """Messages to stderr; on a terminal with a progress bar. `quiet` leaves only failures. A context manager.

    Takes problems by `report`: every failure is shown, of notices the first of each kind; `log` gets all of them as
    JSON lines.
    """

    def __init__(self, *, quiet: bool = False, log: IO[bytes] | None = None) -> None:
        self._quiet = quiet
        self._log = log
        self._progress: Any = None
        self._task: Any = None
        self.failures = 0
        self.notices: Counter[str] = Counter()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.done()

    def report(self, problem: Failure | Notice) -> None:
        """Show and count a failure or a notice."""
        if self._log is not None:
            level = "failure" if isinstance(problem, Failure) else "notice"
            self._log.write(msgspec.json.encode({"level": level, **msgspec.structs.asdict(problem)}) + b"\n")
        if isinstance(problem, Failure):
            self.failures += 1
            self.say(f"failed: {problem}")
            return
        self.notices[problem.kind] += 1
        count = self.notices[problem.kind]
        if self._quiet or count > SHOWN + 1:
            return
        if count == SHOWN + 1:
            self.say(f"note: more of the kind '{problem.kind}' are counted only; --log FILE keeps them all")
        else:
            self.say(f"note: {problem}")

    def say(self, text: str) -> None:
        """A line on stderr."""
        text = printable(text)
        if self._progress is not None:
            from rich.text import Text

            self._progress.console.print(Text(text), soft_wrap=True)
        else:
            print(text, file=sys.stderr, flush=True)

    def start(self, size: int) -> None:
        """Begin a progress bar over `size` bytes, on a terminal only."""
        if self._quiet or not sys.stderr.isatty():
            return
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

        self._progress = Progress(
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.description}"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._progress.start()
        self._task = self._progress.add_task("", total=size or None)

    def advance(self, position: int, articles: int, events: int) -> None:
        """Show how far it is."""
        if self._progress is not None:
            self._progress.update(
                self._task, completed=position, description=f"{articles:,} articles, {events:,} events"
            )

    def done(self) -> None:
        """End the progress bar."""
        if self._progress is not None:
            self._progress.stop()
            self._progress = None


def show_events(events: Sequence[Event], total: int) -> None:
    """Print events as a table to the terminal on stdout; `total` says how many there are in all."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    if not events:
        return
    wide = console.width >= 110
    table = Table(expand=True, show_lines=True, highlight=False)
    table.add_column("When", no_wrap=True, width=10)
    table.add_column("What", width=13, overflow="fold")
    table.add_column("Who", ratio=3)
    table.add_column("To whom", ratio=3)
    if wide:
        table.add_column("Said by", ratio=2)
    table.add_column("Words", ratio=5, justify="right")
    for event in events:
        what = Text(event.event_type, style="bold")
        if event.event_mode:
            what.append(f"\n{event.event_mode}", style="not bold")
        if event.status != "actual":
            what.append(f"\n{event.status}", style="not bold italic")
        row = [Text(_when(event)), what, _parties(event.actors), _parties(event.recipients)]
        if wide:
            source = event.source
            row.append(Text(isolated(source.text) if source else ""))
        table.add_row(*row, _words(event))
    console.print(table)
    if total > len(events):
        console.print(Text(f"... and {total - len(events):,} more events; write them all to a file with -o"))


def _when(event: Event) -> str:
    if event.date is None:
        return "?"
    first, last = event.date.start, event.date.end
    return first if first == last else f"{first}\n{last}"


def _parties(parties: Sequence[Entity]) -> Text:
    from rich.text import Text

    text = Text()
    for i, party in enumerate(parties):
        code = " ".join(c for c in (party.country, party.sector) if c)
        text.append(("\n" if i else "") + isolated(party.text))
        text.append(f" {code}" if code else "", style="cyan")
    return text


def _words(event: Event) -> Text:
    """The sentence around the anchor, the anchor in bold; cut at spaces when it is long."""
    from rich.text import Text

    sentence, anchor = event.sentence, event.anchor
    start = max(0, min(anchor.start - sentence.start, len(sentence.text)))
    end = max(start, min(anchor.end - sentence.start, len(sentence.text)))
    left, right = max(0, start - 60), min(len(sentence.text), end + 60)
    while left > 0 and not sentence.text[left - 1].isspace() and left < start:
        left += 1
    while right < len(sentence.text) and not sentence.text[right].isspace() and right > end:
        right -= 1
    before, after = sentence.text[left:start], sentence.text[end:right]
    text = Text("\u2067" + ("... " if left else "") + _line(before))
    text.append(_line(sentence.text[start:end]), style="bold green")
    text.append(_line(after) + (" ..." if right < len(sentence.text) else "") + "\u2069")
    return text


def _line(text: str) -> str:
    return printable(re.sub(r"\s", " ", text))
