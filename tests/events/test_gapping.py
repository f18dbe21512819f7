"""A verb or noun told once for several targets at times of their own (`waqai.events.gapping`)."""

from __future__ import annotations

import pytest
from reading import events

from waqai.records import Event


def _told(event: Event) -> tuple[str, str | None, str | None, str | None]:
    target = event.recipients[0].text
    return target, event.recipients[0].country, event.date and event.date.start, event.place and event.place.name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "استهدفت الطائرات الإسرائيلية مطار صنعاء يوم الأحد وميناء الحديدة يوم الاثنين.",
            [
                ("مطار صنعاء", "YEM", "2021-03-21", "Sanaa Airport"),
                ("ميناء الحديدة", "YEM", "2021-03-22", "Hodeidah"),
            ],
        ),
        (
            "نفذ التنظيم هجوما على ثكنة في باماكو يوم السبت وعلى مطار غاو يوم الأحد.",
            [("ثكنة", "MLI", "2021-03-20", "Bamako"), ("مطار غاو", "MLI", "2021-03-21", "Gao")],
        ),
        (
            "قتل ثلاثة جنود في الموصل الأحد وخمسة آخرون في كركوك الاثنين.",
            [("ثلاثة جنود", "IRQ", "2021-03-21", "Mosul"), ("خمسة آخرون", "IRQ", "2021-03-22", "Kirkuk")],
        ),
        (
            "اعتقلت الشرطة سبعة ناشطين في تونس الجمعة وأربعة في صفاقس السبت.",
            [("سبعة ناشطين", "TUN", "2021-03-19", "Tunis"), ("أربعة", "TUN", "2021-03-20", "Sfax")],
        ),
    ],
)
def test_each_target_has_its_own_time_and_place(text: str, expected: list[tuple[str, ...]]) -> None:
    found = events(text)
    assert [_told(event) for event in found] == expected
    assert len({event.event_id for event in found}) == len(found)
    assert len({(event.event_type, event.event_mode, event.status) for event in found}) == 1


def test_further_people_are_such_as_those_before() -> None:
    first, second = events("قتل ثلاثة جنود في الموصل الأحد وخمسة آخرون في كركوك الاثنين.")
    assert (first.recipients[0].sector, second.recipients[0].sector) == ("MIL", "MIL")
    assert not first.actors


def test_deeds_that_somebody_is_accused_of_at_two_times() -> None:
    accused, *struck = events("وتتهم واشنطن كتائب حزب الله بقصف السفارة في يناير وقاعدة التاجي في فبراير.")
    assert accused.event_type == "ACCUSE"
    assert [event.date and event.date.start[:7] for event in struck] == ["2021-01", "2021-02"]
    assert all(event.source and event.source.country == "USA" for event in struck)


@pytest.mark.parametrize(
    "text",
    [
        "قصفت الطائرات مطار صنعاء وميناء الحديدة الأحد.",  # one raid on two targets
        "هاجم مسلحون مركز الشرطة الأحد والجيش الاثنين قال إنه سيرد.",  # who does something else
        "قصفت الطائرات الإسرائيلية مطار صنعاء الأحد واجتماع الوزراء الاثنين سيبحث الرد.",
    ],
)
def test_look_alikes_stay_one_event(text: str) -> None:
    assert len([event for event in events(text) if event.event_type == "ASSAULT"]) == 1
