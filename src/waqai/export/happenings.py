"""Happenings as flat records, for tables: the best value of each field; JSON lines of happenings hold the rest."""

from __future__ import annotations

import msgspec

from waqai.record.model import Happening
from waqai.records import Entity, EventDate, Place


class FlatFigure(msgspec.Struct, frozen=True):
    """A number told of a happening, as the interval that its reports span."""

    kind: str
    min: float | None
    max: float | None
    unit: str | None


class FlatLink(msgspec.Struct, frozen=True):
    """A link to another happening."""

    kind: str
    target: str


class FlatStep(msgspec.Struct, frozen=True):
    """What the happening was said to be, and when that was reported."""

    step: str
    day: str | None


class HappeningRecord(msgspec.Struct, frozen=True):
    """A happening without what only nested records can hold (support, and the values that contradict)."""

    id: str
    event_type: str
    event_mode: str | None
    status: str
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    date: EventDate | None
    place: Place | None
    round: int | None
    figures: tuple[FlatFigure, ...]
    contexts: tuple[str, ...]
    events: tuple[str, ...]
    articles: tuple[str, ...]
    sources: int
    first_report: str | None
    last_report: str | None
    history: tuple[FlatStep, ...]
    contradicted: tuple[str, ...]
    links: tuple[FlatLink, ...]
    confidence: float


def happening_record(one: Happening) -> HappeningRecord:
    """The flat record of a happening; `contradicted` names the fields on which reports differ."""
    return HappeningRecord(
        one.id,
        one.event_type,
        one.event_mode,
        one.status,
        one.actors,
        one.recipients,
        one.date,
        one.place,
        one.round,
        tuple(FlatFigure(figure.kind, figure.min, figure.max, figure.unit) for figure in one.figures),
        one.contexts,
        one.events,
        one.articles,
        one.sources,
        one.first_report,
        one.last_report,
        tuple(FlatStep(step.step, step.day) for step in one.history),
        tuple(dict.fromkeys(contradiction.field for contradiction in one.contradictions)),
        tuple(FlatLink(link.kind, link.target) for link in one.links),
        one.confidence,
    )
