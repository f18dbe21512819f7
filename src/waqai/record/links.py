"""Links between happenings: a plan and its outcome, a request and its answer, one round and the next."""

from __future__ import annotations

from collections.abc import Sequence

from .model import Happening
from .traits import Traits


def linked(happenings: Sequence[Happening], groups: Sequence[Sequence[Traits]]) -> list[Happening]:
    """The happenings with their links."""
    return list(happenings)
