"""Headlines whose parties only the lead names (`waqai.headlines`)."""

from __future__ import annotations

import pytest
from reading import events

from waqai.records import Event


def _parties(event: Event) -> tuple[list[str | None], list[str | None]]:
    return [m.country for m in event.actors], [m.country for m in event.recipients]


@pytest.mark.parametrize(
    ("headline", "lead", "parties"),
    [
        (
            "وزير الخارجية يلتقي نظيره السعودي",
            "التقى وزير الخارجية العراقي فؤاد حسين نظيره السعودي فيصل بن فرحان في المنامة.",
            (["IRQ", "SAU"], []),
        ),
        (
            "رئيس الوزراء يستقبل السفير الفرنسي",
            "استقبل رئيس الوزراء اللبناني السفير الفرنسي في بيروت.",
            (["FRA"], ["LBN"]),
        ),
        (
            "مقتل ثلاثة جنود في هجوم مسلح",
            "قتل ثلاثة جنود نيجريين في هجوم مسلح شنه متطرفون في غرب البلاد.",
            (["NER"], ["NER"]),
        ),
    ],
)
def test_the_lead_says_whose_they_are(
    headline: str, lead: str, parties: tuple[list[str | None], list[str | None]]
) -> None:
    first, second = events(f"{headline}\n{lead}")
    assert _parties(first) == parties
    assert _parties(second) == parties


def test_who_only_the_lead_names_is_implied() -> None:
    first, _ = events("مقتل ثلاثة جنود في هجوم مسلح\nقتل ثلاثة جنود نيجريين في هجوم مسلح شنه متطرفون في غرب البلاد.")
    assert [m.implied for m in first.actors] == [True]
    assert [m.implied for m in first.recipients] == [False]


@pytest.mark.parametrize(
    "lead",
    [
        "انتقد وزير الخارجية العراقي نظيره التركي.",  # another kind of event
        "سيلتقي وزير الخارجية العراقي نظيره السعودي الأسبوع المقبل.",  # another status
        "التقى وزير الخارجية العراقي نظيره التركي في بغداد.",  # another party
    ],
)
def test_what_the_lead_tells_otherwise_is_not_carried_over(lead: str) -> None:
    first = events(f"وزير الخارجية يلتقي نظيره السعودي\n{lead}")[0]
    assert _parties(first)[0] == [None, "SAU"]


def test_an_article_without_a_headline() -> None:
    first = events("التقى الوزير نظيره السعودي. والتقى الوزير العراقي نظيره السعودي.")[0]
    assert first.actors[-1].country == "SAU"
    assert events("") == ()
