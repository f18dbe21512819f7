"""What a person sees on stderr: messages and a progress bar; and text made harmless for a terminal."""

from __future__ import annotations

import re
import sys
from collections import Counter
from types import TracebackType
from typing import IO, Any, Self

import msgspec

from waqai.errors import Failure, Notice, Problem

#: Notices of one kind that are shown; the others are counted.
SHOWN = 5
#: Different failures that wait for more of their kind before they are shown.
WAITING = 100

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_SPACE = re.compile(r"\s")
#: The origin of a record: its file, and where in it (`waqai.ingest.records`).
_RECORD = re.compile(r"(.+), (?:line|row|record) \d+\b.*", re.DOTALL)
#: Arabic words with what stands between and around them, up to Latin letters.
RUN = re.compile('[^A-Za-z\u2502]*[\u0600-\u06ff](?:[^A-Za-z]*[\u0600-\u06ff.,:!?\u00bb"])?')


def printable(text: str) -> str:
    """`text` without what could move the cursor, colour the terminal or turn the direction of other text."""
    return _CONTROLS.sub("\ufffd", text).replace("\t", " ")


def one_line(text: str) -> str:
    """`text` on one line, harmless for a terminal."""
    return printable(_SPACE.sub(" ", text))


def isolated(text: str) -> str:
    """`text` for one line of a terminal, harmless, and right to left by itself when it holds Arabic."""
    line = one_line(text)
    return f"\u2067{line}\u2069" if RUN.search(line) else line


class _Repeated:
    """A failure and how many were like it, itself counted."""

    def __init__(self, first: Failure) -> None:
        self.first = first
        self.count = 1


class Screen:
    """Messages to stderr; on a terminal with a progress bar. `quiet` leaves only failures. A context manager.

    Takes problems by `report`: equal failures of one file's records are shown once, with their number, at `file_done`
    or `done`; of notices the first of each kind is shown. `log` gets all of them as JSON lines, and a line of the level
    "repeated" with the `count` for what was shown once.
    """

    def __init__(self, *, quiet: bool = False, log: IO[bytes] | None = None) -> None:
        self._quiet = quiet
        self._log = log
        self._progress: Any = None
        self._task: Any = None
        self.failures = 0
        self.notices: Counter[str] = Counter()
        self._waiting: dict[tuple[str, str, str], _Repeated] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.done()

    def report(self, problem: Failure | Notice) -> None:
        """Show and count a failure or a notice."""
        self._write("failure" if isinstance(problem, Failure) else "notice", problem)
        if isinstance(problem, Failure):
            self.failures += 1
            self._wait(problem)
            return
        self.notices[problem.kind] += 1
        count = self.notices[problem.kind]
        if self._quiet or count > SHOWN + 1:
            return
        if count == SHOWN + 1:
            self.say(f"note: more of the kind '{problem.kind}' are counted only; --log FILE keeps them all")
        else:
            self.say(f"note: {problem}")

    def _write(self, level: str, problem: Problem, **more: int) -> None:
        if self._log is not None:
            fields = {"level": level, **msgspec.structs.asdict(problem), **more}
            self._log.write(msgspec.json.encode(fields) + b"\n")

    def _wait(self, failure: Failure) -> None:
        """Show a failure of a whole file at once; one of a record waits for others that say the same of its file."""
        record = _RECORD.fullmatch(failure.origin)
        if record is None:
            self.say(f"failed: {failure}")
            return
        key = (record[1], failure.kind, failure.reason)
        repeated = self._waiting.get(key)
        if repeated is not None:
            repeated.count += 1
            return
        if len(self._waiting) >= WAITING:
            self.file_done()
        self._waiting[key] = _Repeated(failure)

    def file_done(self) -> None:
        """Show the failures that wait: a file has been read to its end."""
        waiting, self._waiting = self._waiting, {}
        for repeated in waiting.values():
            first, count = repeated.first, repeated.count
            if count == 1:
                self.say(f"failed: {first}")
            else:
                shown = msgspec.structs.replace(first, origin=f"{first.origin} and {count - 1:,} more like it")
                self.say(f"failed: {shown}")
                self._write("repeated", first, count=count)

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
        """Show what waits and end the progress bar."""
        self.file_done()
        if self._progress is not None:
            self._progress.stop()
            self._progress = None
