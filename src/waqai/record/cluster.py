"""Which mentions are one happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from .decisions import Constraints
from .traits import Traits


def clusters(traits: Sequence[Traits], constraints: Constraints) -> list[list[Traits]]:
    """Groups of mentions, each in reading order."""
    groups: dict[object, list[Traits]] = defaultdict(list)
    for t in traits:
        key: object = (t.type, t.start, t.end, t.parties, t.recipients, t.round) if t.parties else t.at
        groups[key].append(t)
    return list(groups.values())
