"""Parties that the sentence leaves to be understood."""

from __future__ import annotations

import pytest

from waqai import Article, Coder

CODER = Coder()


def _dyads(text: str, kind: str) -> list[tuple[list[str | None], list[str | None]]]:
    events = CODER.code_article(Article(id="x", text=text, date="2024-05-01")).events
    return [([a.country for a in e.actors], [r.country for r in e.recipients]) for e in events if e.event_type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("شنت القوات الروسية ضربات صاروخية في أنحاء مختلفة من أوكرانيا.", "ASSAULT", ["RUS"], ["UKR"]),
        ("نفذ الجيش الإسرائيلي غارات في محيط دمشق.", "ASSAULT", ["ISR"], ["SYR"]),
        ("اشتبك المتظاهرون مع الجيش الإسرائيلي قرب الجدار.", "ASSAULT", ["PSE", "ISR"], []),
        ("قتل شابان برصاص الجيش الإسرائيلي في بلدة عيتا الشعب جنوب لبنان.", "ASSAULT", ["ISR"], ["LBN"]),
        ("هددت الولايات المتحدة بفرض عقوبات إذا قامت روسيا بغزو أوكرانيا.", "THREATEN", ["USA"], ["RUS"]),
        ("قال الحرس الثوري الإيراني إنه تم استهداف القواعد الأمريكية في الظفرة.", "ASSAULT", ["IRN"], ["USA"]),
        ("أقرت تركيا بقصف قرية في شمال العراق.", "ASSAULT", ["TUR"], ["IRQ"]),
        ("نددت أحزاب بقصف تركي على عفرين.", "ASSAULT", ["TUR"], ["SYR"]),
        ("أعلنت الرئاسة نجاة الرئيس الفنزويلي من محاولة اغتيال.", "ASSAULT", [], ["VEN"]),
        ("قال وزير الدفاع الإسرائيلي إن إسرائيل سترد بقوة على أي هجوم إيراني.", "THREATEN", ["ISR"], ["IRN"]),
        ("سيطر الحوثيون على مبنى البلدية بعد اشتباكات مع القوات الحكومية.", "ASSAULT", ["YEM", "YEM"], []),
        ("استهدفت طائرات إف-16 تركية مواقع لحزب العمال الكردستاني.", "ASSAULT", ["TUR"], ["TUR"]),
        ("كان مسلحو حركة الشباب وراء سلسلة من جرائم خطف عمال صوماليين.", "ASSAULT", ["SOM"], ["SOM"]),
        (
            "اقتحم مستوطنون المسجد بحماية قوات الاحتلال الإسرائيلي التي اعتدت على شبان فلسطينيين.",
            "ASSAULT",
            ["ISR"],
            ["PSE"],
        ),
        ("أدان اتحاد الصحفيين العراقيين قصف الجيش التركي قرية كردية.", "ACCUSE", ["IRQ"], ["TUR"]),
        ("دعا الرئيس السابق باراك أوباما الناخبين إلى التصويت.", "REQUEST", ["USA"], ["USA"]),
        ("وصل الوزير التركي إلى بغداد والتقى الرئيس العراقي.", "CONSULT", ["TUR", "IRQ"], []),
        ("زار وزير الخارجية الفرنسي بيروت واستقبل السفير الأميركي.", "CONSULT", ["USA"], ["FRA"]),
        ("قتلت قوات الاحتلال شابا واعتقلت شقيقه.", "COERCE", ["ISR"], ["PSE"]),
        ("ورد الجيش الهندي بقصف مواقع باكستانية على خط المراقبة.", "ASSAULT", ["IND"], ["PAK"]),
        ("هاجمت مجموعة من المستوطنين قرية فلسطينية ورشقوا منازلها بالحجارة.", "ASSAULT", ["ISR"], ["PSE"]),
        ("أعلن المرصد مقتل مدنيين في القصف الذي تتعرض له دوما من القوات السورية.", "ASSAULT", ["SYR"], ["SYR"]),
        ("المستشار الألماني يزور بكين.", "CONSULT", ["DEU"], ["CHN"]),
        ("قال الرئيس التركي في مكالمة هاتفية مع نظيره الروسي إن الحوار ضروري.", "CONSULT", ["TUR", "RUS"], []),
        ("أجرى الرئيس المصري اتصالا هاتفيا بنظيره السعودي.", "CONSULT", ["EGY"], ["SAU"]),
        ("أجرى وزير الخارجية الأردني اتصالا مع نظيره القطري.", "CONSULT", ["JOR", "QAT"], []),
    ],
)
def test_parties_understood(text: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    assert (actors, recipients) in _dyads(text, kind)
