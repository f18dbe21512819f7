"""What a person decides about two mentions, kept apart from what is coded."""

from __future__ import annotations

from waqai.errors import UsageError
from waqai.record import key_of
from waqai.record.model import Decision, Judgement
from waqai.records import Event
from waqai.store.filters import Filter
from waqai.store.project import Project
from waqai.store.rows import plain
from waqai.store.tables import decisions, happenings
from waqai.store.tables import mentions as m
from waqai.store.writing import changed

#: Fewer characters of an id say nothing.
_SHORTEST = 4


def decide(
    project: Project,
    left: str,
    right: str,
    judgement: Judgement,
    *,
    by: str | None = None,
    at: str | None = None,
    note: str | None = None,
) -> Decision:
    """Keep whether two mentions are the same happening. `left` and `right` are as `mention` reads them.

    An earlier decision about the two is replaced; `unsure` asks nothing of the merging.
    """
    keys = sorted(key_of(mention(project, name)) for name in (left, right))
    if keys[0] == keys[1]:
        raise UsageError("both are the same mention", "give two different ones")
    decision = Decision(plain(keys[0]) or "", plain(keys[1]) or "", judgement, plain(by), at, plain(note))
    with project.database.writing() as connection:
        d = decisions.c
        connection.execute(decisions.delete().where(d.left == decision.left, d.right == decision.right))
        connection.execute(
            decisions.insert().values(
                left=decision.left,
                right=decision.right,
                judgement=judgement,
                by=decision.by,
                at=at,
                note=decision.note,
            )
        )
        changed(connection)
    return decision


def mention(project: Project, name: str) -> Event:
    """The mention of an event id or its unique beginning, or the most telling mention of a happening's id.

    Raises `UsageError` when there is none or more than one.
    """
    import sqlalchemy as sa

    name = name.strip()
    if len(name) < _SHORTEST:
        raise UsageError(f"{name!r} is too short for an id", f"give at least {_SHORTEST} characters of it")
    with project.database.reading() as connection:
        ids = list(
            connection.scalars(
                sa.select(m.c.event_id).distinct().where(m.c.event_id.startswith(name, autoescape=True)).limit(3)
            )
        )
        if not ids:
            found = list(
                connection.scalars(
                    sa.select(happenings.c.happening_id)
                    .where(happenings.c.happening_id.startswith(name, autoescape=True))
                    .limit(3)
                )
            )
            ids = [first for one in found for first in _first(project, one)]
    if not ids:
        raise UsageError(f"there is no mention or happening {name!r}", "see the ids with waqai query -o FILE.jsonl")
    if len(ids) > 1 and name not in ids:
        raise UsageError(f"{name!r} is the beginning of several ids", "give more of it")
    return next(project.mentions(Filter(events=(name if name in ids else ids[0],))))


def _first(project: Project, happening_id: str) -> list[str]:
    import sqlalchemy as sa

    from waqai.store.tables import happening_mentions as told

    query = sa.select(told.c.event_id).join(happenings, happenings.c.id == told.c.happening)
    query = query.where(happenings.c.happening_id == happening_id).order_by(told.c.number).limit(1)
    with project.database.reading() as connection:
        return list(connection.scalars(query))
