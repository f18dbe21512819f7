"""Who says so: the speaker of an event told in speech, a relayed or named source, and nobody where the reporter
tells it.
"""

from __future__ import annotations

import pytest
from reading import code, events

from waqai.records import Event


def of_type(text: str, event_type: str) -> Event:
    found = [event for event in events(text) if event.event_type == event_type]
    assert found, [(e.event_type, e.anchor.text) for e in events(text)]
    return found[-1]


@pytest.mark.parametrize(
    ("text", "event_type", "source", "how"),
    [
        ("قال وزير الدفاع الروسي إن الجيش التركي قصف قاعدة في سوريا.", "ASSAULT", "وزير الدفاع الروسي", "indirect"),
        ("أكد الوزير العراقي أن تركيا هاجمت قرية.", "ASSAULT", "الوزير العراقي", "indirect"),
        ("زعم الحوثيون أنهم أسقطوا طائرة سعودية.", "ASSAULT", "الحوثيون", "indirect"),
        ("ذكرت وكالة الأنباء السورية أن الجيش التركي قصف قاعدة.", "ASSAULT", "وكالة الأنباء السورية", "agency"),
        ("قصف الجيش التركي قاعدة في سوريا، بحسب وكالة الأنباء السورية.", "ASSAULT", "وكالة الأنباء السورية", "agency"),
        ("وفقا لوزارة الدفاع الروسية، قصف الجيش التركي قاعدة في سوريا.", "ASSAULT", "وزارة الدفاع الروسية", "indirect"),
        ("نقلت وكالة رويترز عن مسؤول عراقي أن طائرات تركية قصفت قرية.", "ASSAULT", "مسؤول عراقي", "indirect"),
        ("قال الرئيس الأوكراني: «قصفت القوات الروسية المدينة».", "ASSAULT", "الرئيس الأوكراني", "direct"),
        (
            "قال الرئيس الأوكراني إن القوات الروسية قصفت المدينة وإنها اعتقلت صحفيين.",
            "ASSAULT",
            "الرئيس الأوكراني",
            "indirect",
        ),
        ("نفى الجيش الإسرائيلي أن تكون قواته قصفت المستشفى.", "ASSAULT", "الجيش الإسرائيلي", "indirect"),
        ("اتهمت بغداد أنقرة بقصف قرية عراقية.", "ASSAULT", "بغداد", "indirect"),
        ("قال شهود عيان إن الشرطة التركية اعتقلت ناشطين.", "COERCE", "شهود عيان", "indirect"),
        ("ونقل عن شهود عيان القول إن الطائرات الروسية قصفت القرية.", "ASSAULT", "شهود عيان", "indirect"),
        ("ونقل عن مسؤول عراقي قوله إن الطائرات الروسية قصفت القرية.", "ASSAULT", "مسؤول عراقي", "indirect"),
        ("غير أن كاراموف ذكر أن الطائرات الروسية قصفت القرية.", "ASSAULT", "كاراموف", "indirect"),
        ("أوضح التقرير أن الطائرات الروسية قصفت القرية.", "ASSAULT", "التقرير", "indirect"),
        ("أكد مقيمون أن الطائرات الروسية قصفت القرية.", "ASSAULT", "مقيمون", "indirect"),
        ("نقلت إذاعة محلية وقوع مواجهات بين الشرطة التركية ومتظاهرين.", "ASSAULT", "إذاعة محلية", "indirect"),
    ],
)
def test_source(text: str, event_type: str, source: str, how: str) -> None:
    event = of_type(text, event_type)
    assert event.source is not None
    assert event.source.text.removeprefix("ل") == source
    assert event.source.how == how


@pytest.mark.parametrize(
    ("follow", "verb"),
    [
        ("وأضاف أن الشرطة الإسرائيلية منعت المصلين.", "وأضاف"),
        ("وتابع أن الشرطة الإسرائيلية منعت المصلين.", "وتابع"),
        ("وأوضح أن الشرطة الإسرائيلية منعت المصلين.", "وأوضح"),
    ],
)
def test_the_speaker_goes_on_speaking(follow: str, verb: str) -> None:
    document = code("قال وزير الخارجية الأردني إن إسرائيل اعتقلت النائب. " + follow)
    first, second = document.events[0], document.events[-1]
    assert first.source is not None
    assert second.source is not None
    assert second.source.text == first.source.text == "وزير الخارجية الأردني"
    assert (second.source.country, second.source.sector) == ("JOR", "GOV")
    assert second.sentence.start > first.sentence.start


@pytest.mark.parametrize(
    "text",
    [
        "قصف الجيش التركي قاعدة في سوريا.",
        "زار وزير الخارجية العراقي أنقرة أمس.",
        "اتهمت بغداد أنقرة بالكذب.",  # a verbal act has its speaker as actor
        "دعت الأمم المتحدة إلى الهدوء.",
        "هدد الرئيس التركي بقصف سوريا.",
        # who regrets, criticises or fears a thing does not tell of it
        "أعربت المستشارة الألمانية عن أسفها للهجوم الذي شنه مسلحون على المقر.",
        # nor does what shows or carries something speak
        "تظهر الأرقام أن الجيش التركي قصف القرية.",
        "كان متظاهر ينقل الإطارات عندما أطلق الجيش التركي النار على المحتجين.",
    ],
)
def test_the_reporter_tells_it_himself(text: str) -> None:
    found = events(text)
    assert found
    assert [event.source for event in found] == [None] * len(found)


def test_a_source_named_midway_goes_for_its_clause_and_what_follows() -> None:
    text = "قصفت الطائرات الروسية القرية، واعتقلت الشرطة السورية، بحسب مصدر أمني، خمسة ناشطين في دمشق."
    found = {event.event_type: event.source and event.source.text for event in events(text)}
    assert found == {"ASSAULT": None, "COERCE": "مصدر أمني"}


def test_a_verbal_act_told_by_another_has_that_one_as_source() -> None:
    event = of_type("قال وزير الخارجية الأردني إن إيران هددت إسرائيل.", "THREATEN")
    assert event.source is not None
    assert event.source.text == "وزير الخارجية الأردني"
    assert [a.country for a in event.actors] == ["IRN"]


def test_statements_are_kept() -> None:
    document = code("قال وزير الدفاع الروسي إن الجيش التركي قصف قاعدة في سوريا.")
    (statement,) = document.statements
    assert statement.speaker is not None
    assert statement.speaker.text == "وزير الدفاع الروسي"
    assert statement.verb == "قال"
    assert statement.content.text.endswith("الجيش التركي قصف قاعدة في سوريا")
    assert not statement.direct


CONSTRUCTIONS = {
    "the speaker of أعلن الوزير أن": [
        ("أعلن وزير الدفاع التركي أن القوات الروسية قصفت قرية.", "ASSAULT", "وزير الدفاع التركي", ["RUS"]),
    ],
    "an adjective of the possessor": [
        ("اتهمت بغداد أنقرة بقصف قرية عراقية.", "ASSAULT", "بغداد", ["TUR"]),
    ],
}


@pytest.mark.parametrize(
    ("text", "event_type", "source", "actors"),
    [row for rows in CONSTRUCTIONS.values() for row in rows],
)
def test_constructions(text: str, event_type: str, source: str, actors: list[str]) -> None:
    event = of_type(text, event_type)
    assert event.source is not None
    assert event.source.text == source
    assert [a.country for a in event.actors] == actors
