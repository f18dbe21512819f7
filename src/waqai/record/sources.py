"""Counting independent sources: near-copies are one, and so is all that one publisher prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .model import Support
from .traits import Traits


def count(members: Iterable[Traits]) -> int:
    """How many independent sources the articles of `members` are.

    An article stands between its near-copy group and its publisher: whatever hangs together by either is one source. An
    article without a publisher counts by its group alone.
    """
    root: dict[tuple[str, str], tuple[str, str]] = {}

    def find(x: tuple[str, str]) -> tuple[str, str]:
        while root.setdefault(x, x) != x:
            x = root[x]
        return x

    for t in members:
        group = find(("group", t.group))
        if t.publisher:
            publisher = find(("publisher", t.publisher))
            root[publisher] = group
    return sum(1 for x, parent in root.items() if x == parent)


def support(value: str, members: Sequence[Traits]) -> Support:
    """What speaks for `value`: the mentions in reading order and their number of sources."""
    return Support(value, tuple(t.event.event_id for t in members), count(members))
