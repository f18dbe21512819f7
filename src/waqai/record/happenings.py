"""Happenings: mentions of one real event, merged across articles.

    happenings = merge(mentions_of(events, groups), decisions)

The same mentions give the same happenings in any order. How it is decided stands in docs/happenings.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from .articles import arrange
from .decisions import resolve
from .links import linked
from .merging import clusters
from .model import Decision, Happening, Mention
from .traits import Traits
from .values import happening, identifier


def merge(mentions: Iterable[Mention], decisions: Iterable[Decision] = ()) -> list[Happening]:
    """The happenings that `mentions` tell, in the order of their dates; every mention is in exactly one.

    `decisions` of a person (see `waqai.record.decisions`) come before what the program thinks.
    """
    traits = sorted(map(Traits, mentions), key=lambda t: t.order)
    arrange(traits)
    constraints = resolve(decisions, [t.event for t in traits])
    given: Counter[str] = Counter()
    told = []
    for members in clusters(traits, constraints):
        first = identifier(members[0])
        told.append((happening(members, identifier(members[0], given[first])), members))
        given[first] += 1
    told.sort(key=lambda pair: (pair[0].date.start if pair[0].date else pair[0].first_report or "9", pair[0].id))
    return linked([h for h, _ in told], [members for _, members in told])
