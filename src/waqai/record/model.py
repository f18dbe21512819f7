"""The structures of the record: happenings, with the mentions that tell them as their evidence.

They are plain `msgspec.Struct`s, as in `waqai.records`: a store keeps them, exporters and dossiers read them.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from waqai.records import Entity, Event, EventDate, Place, Status

Step = Literal["announced", "confirmed", "denied", "possible", "recalled"]
LinkKind = Literal["outcome", "answer", "delivery", "next_round", "part_of", "same_matter"]
Judgement = Literal["same", "different", "unsure"]


class Mention(msgspec.Struct, frozen=True):
    """One event mention as the merging sees it.

    `group` names the near-copies that its article belongs to (the id of the earliest article; its own id when it has no
    copies): mentions of one group are one source. `round` is the ordinal of a round of talks (3 for الجولة الثالثة),
    `words` the folded content words of the sentence, `nearby` those next to the anchor.
    """

    event: Event
    group: str
    round: int | None = None
    words: tuple[str, ...] = ()
    nearby: tuple[str, ...] = ()


class Support(msgspec.Struct, frozen=True):
    """A value that reports give, the events that say so, and how many independent sources they are."""

    value: str
    events: tuple[str, ...]
    sources: int


class Contradiction(msgspec.Struct, frozen=True):
    """Values of one field (``actors``, ``killed``, ``date`` ...) that cannot all be true, the best supported first."""

    field: str
    values: tuple[Support, ...]


class StatusStep(msgspec.Struct, frozen=True):
    """What the happening was said to be in reports of one day (`day` is ISO 8601, or None where undated).

    In the history of what was planned before, the reports of the plan come first: their events are the plan's.
    """

    step: Step
    day: str | None
    events: tuple[str, ...]


class Link(msgspec.Struct, frozen=True):
    """From this happening to another: its outcome, its answer, the next round ...; `basis` says why, in words.

    `outcome`: from a plan to what came of it; `answer`: from a request to the reply; `delivery`: from a request to
    its being handed over, or to the aid that was asked for; `next_round`: from a round of talks to the following one;
    `part_of`: from a meeting or an accord to the round of talks it belongs to; `same_matter`: from a reaction or a
    reply to what one sentence tells as its cause. `target` is a happening's id.
    """

    kind: LinkKind
    target: str
    basis: str


class Figure(msgspec.Struct, frozen=True):
    """A number told of the happening: the interval that its reports span, and each report's own.

    `support` has the intervals as texts: ``2500``, ``20-30``, ``22+`` (at least), ``<100`` (at most). The first is
    the best supported, among equals the latest; None in `min` or `max` is open.
    """

    kind: str
    min: float | None
    max: float | None
    unit: str | None
    support: tuple[Support, ...]


class Happening(msgspec.Struct, frozen=True):
    """One real event, as told by its mentions.

    `actors`, `recipients`, `date` and `place` hold the best value, `support` by field name what speaks for it and for
    others. `sources` counts independent sources: near-copies count once, and so does a publisher. `first_report` and
    `last_report` are days of publication. `events` are ids of the mentions, the most telling first. Every field is told
    of in docs/happenings.md.
    """

    id: str
    event_type: str
    event_mode: str | None
    status: Status
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    date: EventDate | None
    place: Place | None
    round: int | None
    figures: tuple[Figure, ...]
    contexts: tuple[str, ...]
    events: tuple[str, ...]
    articles: tuple[str, ...]
    sources: int
    first_report: str | None
    last_report: str | None
    history: tuple[StatusStep, ...]
    support: dict[str, tuple[Support, ...]]
    contradictions: tuple[Contradiction, ...]
    links: tuple[Link, ...]
    confidence: float


class Decision(msgspec.Struct, frozen=True):
    """What a person decided about two mentions. The keys survive re-coding: see `waqai.record.decisions`."""

    left: str
    right: str
    judgement: Judgement
    by: str | None = None
    at: str | None = None
    note: str | None = None
