"""Status: told as done, planned, possible, denied, or long past; and what PLOVER makes of what is only planned."""

from __future__ import annotations

import pytest
from reading import events

from waqai.records import Event


def one(text: str, event_type: str, date: str | None = "2021-03-23") -> Event:
    """The only event of that type."""
    found = [event for event in events(text, date) if event.event_type == event_type]
    assert len(found) == 1, [(e.event_type, e.event_mode, e.status, e.anchor.text) for e in events(text, date)]
    return found[0]


@pytest.mark.parametrize(
    ("text", "event_type", "status"),
    [
        ("زار وزير الخارجية العراقي أنقرة أمس.", "CONSULT", "actual"),
        ("يزور وزير الخارجية العراقي أنقرة حاليا.", "CONSULT", "actual"),
        ("انسحبت القوات التركية من المدينة.", "RETREAT", "actual"),
        ("شن الجيش الإسرائيلي هجوما على غزة.", "ASSAULT", "actual"),
        ("كان الجيش التركي قد قصف القرية أمس.", "ASSAULT", "actual"),
        ("قال وزير الدفاع الروسي إن الجيش التركي قصف قاعدة في سوريا.", "ASSAULT", "actual"),
        ("زعم الحوثيون أنهم أسقطوا طائرة سعودية.", "ASSAULT", "actual"),
        ("رد الكرملين بالإعلان عن عقد محادثات مع أنقرة.", "AGREE", "future"),
        # it had no victims, but it happened
        ("لم يسفر الهجوم الإسرائيلي على غزة عن إصابات.", "ASSAULT", "actual"),
        # what is announced at the end of talks is to come, the talks are over
        ("أعلنت فرنسا أنها ستواصل خفض قواتها في تشاد، في ختام محادثات بين البلدين.", "CONSULT", "actual"),
        # negated
        ("لم يزر وزير الخارجية العراقي أنقرة.", "CONSULT", "negated"),
        ("لم تنسحب روسيا.", "RETREAT", "negated"),
        ("لم تقصف القوات الروسية المدينة.", "ASSAULT", "negated"),
        ("لم يشن الجيش الإسرائيلي هجوما على غزة.", "ASSAULT", "negated"),
        ("أكد وزير الخارجية الروسي عدم انسحاب قواته من سوريا.", "RETREAT", "negated"),
        # denied
        ("نفى الجيش الإسرائيلي أن تكون قواته قصفت المستشفى.", "ASSAULT", "negated"),
        ("نفت دمشق قصف المدينة.", "ASSAULT", "negated"),
        ("نفت الحكومة التركية أنها اعتقلت الصحفي السوري.", "COERCE", "negated"),
        # possible, hoped, conditional
        ("قد يزور وزير الخارجية العراقي أنقرة.", "CONSULT", "hypothetical"),
        ("إذا انسحبت القوات التركية من المدينة فستعود الأسر.", "RETREAT", "hypothetical"),
        ("تأمل واشنطن أن تنسحب روسيا من أوكرانيا.", "RETREAT", "hypothetical"),
        # a copula that is denied; what is not, was not and is no more
        ("لم تكن الحكومة السودانية تدعم المتمردين في تشاد.", "SUPPORT", "negated"),
        ("ولم يكن الرئيس المصري قد زار إسرائيل من قبل.", "CONSULT", "negated"),
        ("لم تكن إسرائيل تنوي تنفيذ هجوم على لبنان.", "ASSAULT", "negated"),
        ("لم يعد الجيش السوري يقصف المدينة.", "ASSAULT", "negated"),
        ("لم يكن هناك قصف إسرائيلي على لبنان أمس.", "ASSAULT", "negated"),
        ("ليست هناك عقوبات أميركية على العراق.", "SANCTION", "negated"),
        # what is said of a deed is denied, not the deed
        ("لم يكن القصف الإسرائيلي على غزة عنيفا.", "ASSAULT", "actual"),
        ("ليس القصف الإسرائيلي على غزة جديدا.", "ASSAULT", "actual"),
        ("لم تكن هذه المرة الأولى التي تقصف فيها إسرائيل دمشق.", "ASSAULT", "actual"),
        # nor what is joined to it
        ("لم يكن الهدف واضحا وقصف الجيش الإسرائيلي مدينة صور.", "ASSAULT", "actual"),
        ("لم يعد الوضع آمنا، وقتل الجيش الإسرائيلي ثلاثة مدنيين.", "ASSAULT", "actual"),
        # failed at, abstained from, gone back on
        ("فشل مجلس الأمن في التوصل إلى اتفاق بشأن سوريا.", "AGREE", "negated"),
        ("تراجعت واشنطن عن فرض عقوبات على تركيا.", "SANCTION", "negated"),
        ("حال الجيش اللبناني دون وقوع اشتباكات بين المتظاهرين.", "ASSAULT", "negated"),
        ("هل تدعم باكستان حركة طالبان؟", "SUPPORT", "hypothetical"),
        ("لا يزال الجيش الإسرائيلي يقصف جنوب لبنان.", "ASSAULT", "actual"),
        # meant to be done
        ("أعلن التنظيم عزمه مهاجمة السفارات الغربية في صنعاء.", "ASSAULT", "future"),
        ("أكدت الجماعة نيتها اغتيال الوزير العراقي.", "ASSAULT", "future"),
        ("كشف المتحدث عن عزم التنظيم خطف الرعايا الأميركيين.", "ASSAULT", "future"),
        # trained for, contained in a text
        ("قالت المصادر إن مفجرين تدربوا على تنفيذ هجوم ضد بوتين.", "ASSAULT", "future"),
        ("تضمن الاقتراح الأمريكي انسحاب القوات الإسرائيلية من غزة.", "RETREAT", "hypothetical"),
    ],
)
def test_status(text: str, event_type: str, status: str) -> None:
    assert one(text, event_type).status == status


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("سيزور وزير الخارجية العراقي أنقرة الأسبوع المقبل.", "AGREE"),
        ("ستجتمع روسيا وتركيا في أستانا غدا.", "AGREE"),
        ("سيلتقي الرئيس المصري نظيره الفرنسي غدا.", "AGREE"),
        ("يعتزم الرئيس الفرنسي زيارة بيروت.", "AGREE"),
        ("شكلت الحكومة السورية لجنة برئاسة وزير الخارجية لإجراء محادثات مع تركيا.", "AGREE"),
        ("ستقدم ألمانيا مساعدات إلى لبنان.", "AGREE"),
        ("ستنسحب القوات التركية من المدينة الشهر المقبل.", "CONCEDE"),
        ("تعتزم الولايات المتحدة سحب قواتها من أفغانستان.", "CONCEDE"),
        ("أعلنت إثيوبيا أنها ستنسحب من تيغراي.", "CONCEDE"),
    ],
)
def test_planned_cooperation_is_a_verbal_act(text: str, event_type: str) -> None:
    event = one(text, event_type)
    assert event.status == "future"
    assert event.event_mode is None
    assert event.quad_code == "V-COOP"
    assert {e.event_type for e in events(text)} == {event_type}


def test_planned_conflict_stays_what_it_is() -> None:
    event = one("ستفرض الولايات المتحدة عقوبات على إيران الشهر المقبل.", "SANCTION")
    assert event.status == "future"


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("قصف الجيش السوري مدينة إدلب عام 2016.", "2016-01-01", "2016-12-31", "year"),
        ("في عام 1990 غزا العراق الكويت.", "1990-01-01", "1990-12-31", "year"),
        ("غزت القوات الأميركية العراق في 20 مارس/آذار 2003.", "2003-03-20", "2003-03-20", "day"),
    ],
)
def test_long_past_is_historical(text: str, start: str, end: str, precision: str) -> None:
    event = one(text, "ASSAULT")
    assert event.status == "historical"
    assert event.date is not None
    assert (event.date.start, event.date.end, event.date.precision) == (start, end, precision)
    assert event.date.text is not None


def test_what_is_past_depends_on_the_day_of_the_article() -> None:
    text = "قصف الجيش السوري مدينة إدلب في 20 مارس 2016."
    assert one(text, "ASSAULT", "2016-03-22").status == "actual"
    assert one(text, "ASSAULT", "2019-03-22").status == "historical"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("زار وزير الخارجية العراقي أنقرة أمس.", "2021-03-22", "2021-03-22"),
        ("زار وزير الخارجية العراقي أنقرة الأحد.", "2021-03-21", "2021-03-21"),
        ("سيزور وزير الخارجية العراقي أنقرة غدا.", "2021-03-24", "2021-03-24"),
        ("انسحبت القوات التركية من المدينة الشهر الماضي.", "2021-02-01", "2021-02-28"),
    ],
)
def test_date_of_the_clause(text: str, start: str, end: str) -> None:
    (event,) = events(text)
    assert event.date is not None
    assert (event.date.start, event.date.end) == (start, end)


def test_a_plain_report_is_of_the_day_of_publication() -> None:
    (event,) = events("زار وزير الخارجية العراقي أنقرة.")
    assert event.date is not None
    assert (event.date.start, event.date.text) == ("2021-03-23", None)


def test_without_a_day_of_publication_nothing_is_made_up() -> None:
    (event,) = events("زار وزير الخارجية العراقي أنقرة أمس.", None)
    assert event.date is None


@pytest.mark.parametrize(
    "text",
    [
        "وعدت قطر بتقديم مساعدات إلى لبنان.",  # the promise, not the aid
        "دعا الرئيس الفرنسي إيران إلى الإفراج عن السجناء.",
        "هددت كوريا الشمالية بقصف كوريا الجنوبية.",
        "رفضت إيران التفاوض مع الولايات المتحدة.",
        "طالبت المعارضة السودانية الحكومة بالاستقالة.",
    ],
)
def test_what_is_promised_asked_threatened_refused_is_not_coded_apart(text: str) -> None:
    assert len(events(text)) == 1


@pytest.mark.xfail(strict=False, reason="support denied in the present, violence feared of a region")
@pytest.mark.parametrize(
    ("text", "event_type", "status"),
    [
        ("لا تدعم فرنسا الهجوم التركي.", "SUPPORT", "negated"),
        ("يخشى لبنان أن تهاجم إسرائيل الجنوب.", "ASSAULT", "hypothetical"),
    ],
)
def test_status_shortcomings(text: str, event_type: str, status: str) -> None:
    assert one(text, event_type).status == status
