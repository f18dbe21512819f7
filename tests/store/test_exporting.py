"""Exports of a project: happenings with their mentions, on both databases, however many are asked for at a time."""

from __future__ import annotations

import pytest
from events import sample

from waqai.cli import export as command
from waqai.export import run
from waqai.store import Filter, Project
from waqai.store.merging import merge
from waqai.store.rows import prepare
from waqai.store.writing import write


@pytest.mark.parametrize(("happenings", "ids"), [(500, 400), (1, 1), (2, 1)])
def test_happenings_come_with_their_mentions(
    project: Project, monkeypatch: pytest.MonkeyPatch, happenings: int, ids: int
) -> None:
    monkeypatch.setattr(run, "_CHUNK", happenings)
    monkeypatch.setattr(command, "_IDS", ids)
    write(project.database, [prepare(document) for document in sample()], ("1", "words"))
    merge(project)
    cases = list(command._cases(project, Filter()))
    assert [case.id for case in cases] == [one.id for one in project.happenings()]
    told = [mention.event_id for case in cases for mention in case.mentions]
    assert sorted(told) == sorted(mention.event_id for mention in project.mentions())
