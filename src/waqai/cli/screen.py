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
    from rich.console import Console
    from rich.text import Text

#: Notices of one kind that are shown; the others are counted.
SHOWN = 5
#: Events that the table on a terminal shows.
TABLE_ROWS = 200

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_SPACE = re.compile(r"\s")
#: Arabic words with what stands between and around them, up to Latin letters.
_RUN = re.compile('[^A-Za-z\u2502]*[\u0600-\u06ff](?:[^A-Za-z]*[\u0600-\u06ff.,:!?\u00bb"])?')


def printable(text: str) -> str:
    """`text` without what could move the cursor, colour the terminal or turn the direction of other text."""
    return _CONTROLS.sub("\ufffd", text).replace("\t", " ")


def isolated(text: str) -> str:
    """`text` for one line of a terminal, harmless, and right to left by itself when it holds Arabic."""
    line = _line(text)
    return f"\u2067{line}\u2069" if _RUN.search(line) else line


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

    if not events:
        return
    console = Console()
    names = ["When", "What", "Who", "To whom", "Said by", "Words"]
    shares = [0, 0, 25, 25, 18, 32] if console.width >= 110 else [0, 0, 27, 27, 0, 46]
    fixed = 10 + 13 + 3 * sum(share > 0 for share in shares) + 7
    widths = [10, 13, *(max(8, (console.width - fixed) * share // 100) for share in shares[2:])]
    table = Table(show_lines=True, highlight=False)
    shown = [i for i, share in enumerate(shares) if share or i < 2]
    for i in shown:
        table.add_column(names[i], width=widths[i], justify="right" if names[i] == "Words" else "left")
    for event in events:
        cells = [
            Text(_when(event)),
            _what(event),
            _parties(event.actors),
            _parties(event.recipients),
            Text(_line(event.source.text) if event.source else ""),
            _words(event),
        ]
        table.add_row(*(_isolated(cells[i], widths[i], console) for i in shown))
    console.print(table)
    if total > len(events):
        console.print(Text(f"... and {total - len(events):,} more events; write them all to a file with -o"))


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
        for run in _RUN.finditer(line.plain):
            out.append_text(line[at : run.start()])
            out.append("\u2067")
            out.append_text(line[run.start() : run.end()])
            out.append("\u2069")
            at = run.end()
        out.append_text(line[at:])
    return out


def _when(event: Event) -> str:
    if event.date is None:
        return "?"
    first, last = event.date.start, event.date.end
    return first if first == last else f"{first}\n{last}"


def _what(event: Event) -> Text:
    from rich.text import Text

    text = Text.assemble((event.event_type, "bold"))
    text.append(f"\n{event.event_mode}" if event.event_mode else "")
    text.append(f"\n{event.status}" if event.status != "actual" else "", style="italic")
    return text


def _parties(parties: Sequence[Entity]) -> Text:
    from rich.text import Text

    text = Text()
    for i, party in enumerate(parties):
        code = " ".join(c for c in (party.country, party.sector) if c)
        text.append(("\n" if i else "") + _line(party.text))
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
        _line(sentence[left:start]),
        (_line(sentence[start:end]), "bold green"),
        _line(sentence[end:right]),
        " ..." if right < len(sentence) else "",
    )


def _line(text: str) -> str:
    """`text` on one line, harmless for a terminal."""
    return printable(_SPACE.sub(" ", text))
