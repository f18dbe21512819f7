"""Told or only named: violence, coercion and protest that a sentence speaks of without reporting any."""

from __future__ import annotations

import pytest
from reading import events


def of_type(text: str, event_type: str) -> list[str]:
    return [event.anchor.text for event in events(text) if event.event_type == event_type]


@pytest.mark.parametrize(
    "text",
    [
        # inquiry, trial, accusation
        "قال النائب العام إن التحقيق في اغتيال الوزير السابق ما زال مستمرا.",
        "استجوب القاضي ثلاثة من المتهمين بتفجير السفارة.",
        # possible, planned, feared, prevented
        "بحث الوزيران احتمال هجوم على ايران.",
        "كشفت الصحيفة عن خطط هجوم واسع في الشمال.",
        "نشرت السلطات تعزيزات تحسبا لأي هجمات إرهابية.",
        "حذر قائد الحرس من عواقب أي هجوم على إيران.",
        "قد يشن المتمردون هجوما على العاصمة.",
        "إذا قصفت إسرائيل المفاعل فسترتفع الأسعار.",
        # subject matter, example, period
        "ناقش الكتاب ظاهرة الخطف في المنطقة.",
        "أفتى العلماء بتحريم العمليات الانتحارية.",
        "توترت علاقات البلدين منذ اغتيال رئيس الوزراء.",
        # taken up again, asked about
        "دفع السكان ثمن هذه الاعتداءات.",
        "فوجئ الخبراء بتوقيت الهجمات.",
        "من المستفيد من اغتيال النائب؟",
    ],
)
def test_only_named(text: str) -> None:
    assert of_type(text, "ASSAULT") == []


@pytest.mark.parametrize(
    "text",
    [
        "تعرض مقر الحزب لهجوم مسلح فجر أمس.",
        "قتل ثلاثة جنود في الهجوم.",
        "دان الرئيس الهجوم الذي استهدف السفارة.",
        "قال الوزير إن التحقيق مستمر في الهجوم الذي أوقع عشرين قتيلا.",
        "استبعد المحلل أن يؤدي القصف الإسرائيلي إلى حرب.",
        "حذر الزعيم من الفوضى بعد اغتيال النائب اللبناني.",
        "طلب النواب بيانا عن تزايد حالات التعذيب داخل أقسام الشرطة.",
        "بعد أن حذرت الحكومة من المسيرة، فإن الشرطة استخدمت الغاز المسيل للدموع لتفريق المحتجين.",
    ],
)
def test_told(text: str) -> None:
    assert of_type(text, "ASSAULT")


def test_any_protest_is_none() -> None:
    assert of_type("منعت السلطات أي مظاهرة في العاصمة.", "PROTEST") == []


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ("خرجت تظاهرات في المدينة احتجاجا على تأخر الرواتب.", ["تظاهرات"]),
        ("تظاهر آلاف الأشخاص احتجاجا على مقتل جنود في العراق.", ["تظاهر"]),
        ("استقال الوزير احتجاجا على القرار.", []),
    ],
)
def test_a_reason_is_no_protest(text: str, anchors: list[str]) -> None:
    assert of_type(text, "PROTEST") == anchors
