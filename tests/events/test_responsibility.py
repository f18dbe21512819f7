"""Who claims an act and who denies it."""

from __future__ import annotations

import pytest

from waqai import Article, Coder


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


# sentence, who is told to have done it, status, source
TOLD = [
    ("نفت إيران أن تكون لها صلة بالهجوم الصاروخي على مطار أربيل.", "إيران", "negated", "إيران"),
    ("نفت موسكو أي دور لها في الهجوم على القافلة.", "موسكو", "negated", "موسكو"),
    ("نفى الجيش السوداني ضلوعه في قصف السوق.", "الجيش السوداني", "negated", "الجيش السوداني"),
    ("نفت حركة حماس مسؤوليتها عن إطلاق الصواريخ.", "حركة حماس", "negated", "حركة حماس"),
    ("وتبنت حركة طالبان التفجير.", "حركة طالبان", "actual", "حركة طالبان"),
    ("تبنت جماعة غير معروفة تسمي نفسها سرايا القدس إطلاق الصواريخ.", "سرايا القدس", "actual", "سرايا القدس"),
    ("أعلنت مجموعة تسمي نفسها كتائب النور مسؤوليتها عن تفجير السوق.", "كتائب النور", "actual", "كتائب النور"),
    ("أقر الجيش الإسرائيلي بمقتل جندي في جنوب لبنان.", None, "actual", "الجيش الإسرائيلي"),
    ("أقرت الحركة بمقتل ثلاثة من مقاتليها.", None, "actual", "الحركة"),
    ("اعترف الجيش الأميركي بمقتل مدنيين في غارة على الموصل.", "الجيش الأميركي", "actual", "الجيش الأميركي"),
]


@pytest.mark.parametrize(("sentence", "actor", "status", "source"), TOLD, ids=[t[0] for t in TOLD])
def test_claims_denials_and_losses(coder: Coder, sentence: str, actor: str | None, status: str, source: str) -> None:
    events = coder.code_article(Article(id="a", text=sentence, date="2024-05-01")).events
    (event,) = [e for e in events if e.event_type == "ASSAULT"]
    assert [a.text for a in event.actors] == ([actor] if actor else [])
    assert event.status == status
    assert event.source is not None
    assert event.source.text == source


@pytest.mark.parametrize("sentence", ["لم تتبن أي جهة القصف.", "نفت الشركة أي صلة لها بالإعلان."])
def test_what_nobody_claims_has_no_claimant(coder: Coder, sentence: str) -> None:
    assert not coder.code_article(Article(id="a", text=sentence, date="2024-05-01")).events
