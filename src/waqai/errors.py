"""What can go wrong, told to a person: which record, why, and what mends it."""

from __future__ import annotations

import msgspec


class Problem(msgspec.Struct, frozen=True):
    """A message about one record or file.

    `origin` names the file and the record in it (``news.csv, row 12``); `kind` is a short constant word by
    which messages are counted (``encoding``, ``date``, ``duplicate-id`` ...); `mend` says what the reader can do.
    """

    kind: str
    origin: str
    reason: str
    mend: str = ""

    def __str__(self) -> str:
        return f"{self.origin}: {self.reason}" + (f" ({self.mend})" if self.mend else "")


class Failure(Problem, frozen=True):
    """A record or file that could not be coded. The batch goes on."""


class Notice(Problem, frozen=True):
    """A record that was coded, but something about it was mended, ignored or is worth knowing."""


class WaqaiError(Exception):
    """The whole run cannot go on: a message for a person, never a programming error."""

    def __init__(self, reason: str, mend: str = "") -> None:
        super().__init__(reason + (f"; {mend}" if mend else ""))
        self.reason = reason
        self.mend = mend


class UsageError(WaqaiError):
    """The command or the call was put wrongly (exit code 2)."""


class Terminated(BaseException):
    """The system asks the program to end (SIGTERM): tidied up after as Ctrl-C is."""
