"""What a person sees on stderr: messages and a progress bar; and text made harmless for a terminal."""

from __future__ import annotations

import re
import sys
from collections import Counter
from types import TracebackType
from typing import IO, Any, Self

import msgspec

from waqai.errors import Failure, Notice

#: Notices of one kind that are shown; the others are counted.
SHOWN = 5

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_SPACE = re.compile(r"\s")
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
