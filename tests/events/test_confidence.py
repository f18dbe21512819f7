"""Confidence: its signs, and that it rises with what makes a record sure."""

from __future__ import annotations

from functools import cache

import pytest

from waqai import Article, Coder, Event
from waqai.events.confidence import CLEAR, confidence, load, logit, reasons
from waqai.events.matcher import REPORTED


@cache
def coder() -> Coder:
    return Coder()


def told(text: str, event_type: str = "ASSAULT") -> tuple[Event, tuple[str, ...]]:
    """The first record of a type in a sentence, and its signs."""
    (sentence,) = coder().read(Article(id="a", text=text, date="2023-05-10"))
    return next(
        (event, signs)
        for event, signs in zip(sentence.events, sentence.signs, strict=True)
        if event.event_type == event_type
    )


@pytest.mark.parametrize(
    ("text", "present", "absent"),
    [
        ("نفى المتهمون تورطهم في اغتيال الوزير.", {"inquiry beside"}, set()),
        ("قتل مسلحون ثلاثة جنود في كركوك.", {"verb", "counted", "placed", "new doer"}, {"no actor", "definite noun"}),
        ("وهاجم المسلحون مقر الشرطة.", {"verb", "known doer"}, {"counted", "new doer"}),
        ("أطلق جنود إسرائيليون النار على متظاهرين في نابلس.", {"light verb"}, {"verb", "no actor"}),
        ("دان الرئيس الهجوم على السفارة التركية.", {"definite noun", "no actor"}, {"verb", "counted"}),
        ("الزعيم الذي اغتالته إسرائيل في دمشق.", {"relative clause"}, {"main clause"}),
        ("قتل ثلاثة جنود بانفجار عبوة ناسفة.", {"weapon"}, set()),
    ],
)
def test_signs(text: str, present: set[str], absent: set[str]) -> None:
    _, signs = told(text)
    assert present <= set(signs)
    assert not absent & set(signs)
    assert len(signs) == len(set(signs))


def test_a_protest_has_weights_of_its_own_for_where_and_by_whom_it_is_told() -> None:
    _, report = told("تظاهر مئات العمال أمس في بغداد احتجاجا على خفض الأجور.", "PROTEST")
    assert {"placed", "protest placed"} <= set(report)
    _, attack = told("قتل مسلحون ثلاثة جنود في كركوك.")
    assert not any(sign.startswith("protest ") for sign in attack)
    _, shot = told("أغلق المتظاهرون الطريق في البصرة وأطلقت الشرطة الرصاص.", "PROTEST")
    assert "weapon" not in shot


def test_a_report_with_its_victims_is_surer_than_a_mention() -> None:
    report, _ = told("قتل مسلحون ثلاثة جنود أمس في هجوم على نقطة تفتيش في كركوك.")
    mention, _ = told("ودان الرئيس الهجوم على السفارة التركية.")
    assert report.confidence >= CLEAR > mention.confidence


def test_confidence_is_that_of_the_event_type() -> None:
    signs = ("verb", "counted", "placed")
    assert confidence("ASSAULT", 0.8, signs) > confidence("ASSAULT", 0.8, ("definite noun", "no actor"))
    assert confidence("ASSAULT", 0.8, signs) > confidence("ASSAULT", 0.5, signs)
    assert confidence("CONSULT", 0.8, signs) != confidence("ASSAULT", 0.8, signs)
    assert confidence("CONSULT", 0.8, ("a sign without a weight",)) == confidence("CONSULT", 0.8, ())


def test_never_certain() -> None:
    everything = tuple(sign for sign, weight in load()["reported"].signs.items() if weight > 0)
    nothing = tuple(sign for sign, weight in load()["reported"].signs.items() if weight < 0)
    assert confidence("ASSAULT", 1.0, everything) == 0.99
    assert 0.02 <= confidence("ASSAULT", 0.0, nothing) < 0.1


def test_reasons_are_the_weightiest_signs_first() -> None:
    found = reasons("ASSAULT", ("verb", "counted", "relative clause", "a sign without a weight"))
    assert found[0][0] == "counted"
    assert found[0][1] > 0
    assert "a sign without a weight" not in dict(found)
    assert dict(reasons("ASSAULT", ("relative clause",)))["relative clause"] < 0
    weights = [abs(weight) for _, weight in found]
    assert weights == sorted(weights, reverse=True)


def test_both_groups_have_weights_of_known_types() -> None:
    types = {sign for group in load().values() for sign in group.signs if sign.isupper()}
    assert set(load()) == {"reported", "other"}
    assert types >= REPORTED
    assert logit(0.5) == 0
