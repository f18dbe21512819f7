"""Persons named again by nothing but a surname that no lexicon has, and what stands behind it."""

from __future__ import annotations

import pytest

from waqai.coder import Coder


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


@pytest.mark.parametrize(
    ("text", "event_type", "actor"),
    [
        (
            "قال المعارض الإيراني حميد مراشي إنه بريء. وانتقد مراشي القضاء.",
            "ACCUSE",
            "حميد مراشي",
        ),
        (
            "قال رئيس الغرفة التجارية المصرية علي عز الدين إن الصادرات زادت. ودعا عز الدين الحكومة إلى دعم المصدرين.",
            "REQUEST",
            "علي عز الدين",
        ),
    ],
)
def test_surname_takes_no_genitive(coder: Coder, text: str, event_type: str, actor: str) -> None:
    found = [event for event in coder.code(text, "2005-03-01").events if event.event_type == event_type]
    assert [[party.name_ar for party in event.actors] for event in found] == [[actor]]
    assert found[0].recipients
