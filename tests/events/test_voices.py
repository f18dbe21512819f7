"""Whose words a document, a slogan or an unnamed quarter's call are, and duties laid on somebody."""

from __future__ import annotations

import pytest
from reading import events


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        # who issues a document says what it says
        ("أصدرت فرنسا بيانا دعت فيه إسرائيل إلى وقف العمليات.", "REQUEST", ["FRA"], ["ISR"]),
        ("ألقى الرئيس الإيراني كلمة اتهم فيها إسرائيل باغتيال العالم.", "ACCUSE", ["IRN GOV"], ["ISR"]),
        ("صدر عن الحزب الشيوعي العراقي بيان دان فيه الاعتداء على الناشطين.", "ACCUSE", ["IRQ PTY"], ["-"]),
        ("صدر بيان عن الجيش اللبناني يتهم الحكومة اللبنانية بالتقصير.", "ACCUSE", ["LBN MIL"], ["LBN GOV"]),
        ("ردد المتظاهرون الإيرانيون هتافات تدعو إلى رحيل الرئيس.", "REQUEST", ["IRN CVL"], ["-"]),
        # who only reports decided nothing
        ("قال المراسل إن الأوضاع هادئة. ورفضت الخارجية السعودية القرار.", "REJECT", ["SAU GOV"], ["-"]),
        # an unnamed quarter
        ("توالت الإدانات العربية والدولية لقصف إسرائيل المستشفى.", "ACCUSE", ["-"], ["-"]),
        ("دعوات دولية للتهدئة بين الهند وباكستان.", "REQUEST", ["-"], ["-"]),
        # an adjective that names a state fills the slot that a condition asks about
        ("تهديدات إسرائيلية باجتياح لبنان.", "THREATEN", ["ISR"], ["-"]),
        # duties
        ("قال وزير الخارجية الألماني إن على إيران وقف تخصيب اليورانيوم.", "REQUEST", ["DEU GOV"], ["IRN"]),
        ("قالت الخارجية الروسية إن على كييف أن تتخلى عن صواريخها.", "REQUEST", ["RUS GOV"], ["UKR"]),
        # both sides behind the matter
        ("التوصل إلى اتفاق لوقف إطلاق النار بين إسرائيل ولبنان.", "AGREE", ["ISR", "LBN"], []),
        ("أعلنت فرنسا موافقتها على المقترح الأميركي.", "AGREE", ["FRA"], ["-"]),
        ("قال الكرملين إن بوتين مستعد للقاء زيلينسكي.", "AGREE", ["RUS GOV"], ["-"]),
        ("طعنت المعارضة التونسية في نتائج الانتخابات.", "ACCUSE", ["TUN OPP"], ["-"]),
    ],
)
def test_voices(text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    found = [e for e in events(text) if e.event_type == kind]
    assert found, text

    def codes(entities: tuple[object, ...]) -> list[str]:
        return [f"{e.country or '-'} {e.sector or ''}".strip() for e in entities]  # type: ignore[attr-defined]

    if actors != ["-"]:
        assert codes(found[0].actors) == actors
    if recipients != ["-"]:
        assert codes(found[0].recipients) == recipients


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير إن على الطاولة مقترحات عدة.",
        "وأضاف أن على مصر ديونا كبيرة.",
        "قال الكاتب إن على الأدباء أن يعجبوا بالرواية.",
        "طعن رجل في ظهره.",
    ],
)
def test_no_duty(text: str) -> None:
    assert not [e for e in events(text) if e.event_type in ("REQUEST", "ACCUSE")]
