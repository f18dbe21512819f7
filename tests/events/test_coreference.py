"""Events told again without their parties take those of the event that the article told of before."""

from __future__ import annotations

import pytest
from reading import code

from waqai.records import Event


def last(text: str, event_type: str) -> Event:
    return [event for event in code(text).events if event.event_type == event_type][-1]


def parties(event: Event) -> tuple[list[str | None], list[str | None]]:
    return [a.country for a in event.actors], [r.country for r in event.recipients]


@pytest.mark.parametrize(
    ("text", "event_type", "actors", "recipients"),
    [
        (
            "شنت طائرات إسرائيلية غارات على جنوب لبنان. وندد الرئيس جوزيف عون بالغارات.",
            "ACCUSE",
            ["LBN"],
            ["ISR"],
        ),
        (
            "قصف الجيش الروسي مدينة أوكرانية. وأعلن الاتحاد الأوروبي أن مكتبه تضرر من القصف.",
            "ASSAULT",
            ["RUS"],
            ["UKR"],
        ),
    ],
)
def test_taken_up_again(text: str, event_type: str, actors: list[str], recipients: list[str]) -> None:
    event = last(text, event_type)
    found = parties(event)
    assert found[0] == actors
    if event_type == "ACCUSE":
        assert found[1] == recipients
        assert all(r.implied for r in event.recipients)
    else:
        assert all(a.implied for a in event.actors)


@pytest.mark.parametrize(
    "text",
    [
        # an indefinite noun tells of another event
        "قصف الجيش الروسي مدينة أوكرانية. وقتل ثلاثة جنود روس في هجوم آخر.",
        # those who attacked before are the victims now
        "هاجم مسلحو طالبان قاعدة أميركية. وأسفر القصف عن مقتل مسلحي طالبان.",
    ],
)
def test_another_event(text: str) -> None:
    event = last(text, "ASSAULT")
    assert not event.actors or not set(parties(event)[0]) & {"RUS", "AFG"}
