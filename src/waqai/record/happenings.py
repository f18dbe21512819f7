"""Happenings: mentions of one real event, merged across articles.

    happenings = merge(mentions_of(events, groups), decisions)

The same mentions give the same happenings in any order. How it is decided stands in docs/happenings.md.
"""

from __future__ import annotations

from collections.abc import Iterable

from .articles import arrange
from .decisions import resolve
from .links import linked
from .merging import clusters
from .model import Decision, Happening, Mention
from .traits import Traits
from .values import happening


def merge(mentions: Iterable[Mention], decisions: Iterable[Decision] = ()) -> list[Happening]:
    """The happenings that `mentions` tell, in the order of their dates; every mention is in exactly one.

    `decisions` of a person (see `waqai.record.decisions`) come before what the program thinks.
    """
    traits = [Traits(mention) for mention in mentions]
    traits.sort(key=lambda t: t.order)
    arrange(traits)
    constraints = resolve(decisions, [t.event for t in traits])
    groups = clusters(traits, constraints)
    found = [happening(members) for members in groups]
    found.sort(key=lambda h: (h.date.start if h.date else h.first_report or "9", h.id))
    return linked(found, groups)
