"""Which day an event takes: its own words, the words around it, the paragraph, the story, the day of writing."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import events

from waqai.records import EventDate

# All as of Tuesday 23 March 2021: article, type of the event, its day (None: unknown), nothing else of that type.
OWN = [
    ("قصف الجيش التركي القرية أمس.", "ASSAULT", "2021-03-22"),
    ("قصف الجيش التركي القرية يوم الجمعة الماضي.", "ASSAULT", "2021-03-19"),
    ("في العاشر من آذار/مارس، قصف الجيش التركي القرية.", "ASSAULT", "2021-03-10"),
    ("قتل ثلاثة جنود أتراك مساء الأحد في هجوم شنه مسلحون أكراد.", "ASSAULT", "2021-03-21"),
    ("زار وزير الخارجية العراقي أنقرة الأحد حيث التقى نظيره التركي.", "CONSULT", "2021-03-21"),
    ("وقال الوزير إن الحكومة العراقية طردت السفير التركي في شباط الماضي.", "SANCTION", "2021-02-01"),
    ("أعلنت الشرطة التركية اعتقال خمسة صحافيين صباح الاثنين.", "COERCE", "2021-03-22"),
    ("أدانت بغداد الهجوم الذي شنته القوات التركية الأربعاء على دهوك.", "ASSAULT", "2021-03-17"),
    ("نزح السكان بعد غارة شنها الطيران الإسرائيلي على المدينة في آب 2020.", "ASSAULT", "2020-08-01"),
    ("تحدث التقرير عن توقيف ناشطين أكراد (في 28 شباط).", "COERCE", "2021-02-28"),
    ("اعتقلت الشرطة التركية ثلاثة ناشطين الأحد ثم أفرجت عنهم أمس.", "COERCE", "2021-03-21"),
    ("اعتقلت الشرطة التركية ثلاثة ناشطين الأحد ثم أفرجت عنهم أمس.", "RETREAT", "2021-03-22"),
    # what heads a sentence holds for what is told of its parties; what only ends a span is no day of it
    ("في عام 2016، قتل رجلان في مواجهات مع جنود أتراك قصفوا قرية كردية.", "ASSAULT", "2016-01-01"),
    ("أمهلت موسكو ثمانية دبلوماسيين يابانيين حتى العاشر من مايو لمغادرة البلاد.", "SANCTION", "2021-03-23"),
    ("أدانت بغداد القصف المدفعي التركي العنيف الذي تعرضت له دهوك في 2018.", "ASSAULT", "2018-01-01"),
    # the day just named, of which the clause tells more
    ("يتظاهر آلاف الأتراك منذ الأربعاء، يوم احتجزت الشرطة رئيس البلدية.", "COERCE", "2021-03-17"),
    ("كانت العلاقات متوترة حتى الأول من آذار حين قصفت تركيا دهوك.", "ASSAULT", "2021-03-01"),
    # an anniversary, what was told before, and what follows it by hours
    ("تظاهر آلاف العراقيين أمس الاثنين في الذكرى الثانية لمقتل قائد إيراني.", "ASSAULT", "2019-03-22"),
    ("قصف الجيش التركي دهوك في كانون الأول الماضي. وحذر العراق تركيا حينها من تكرار القصف.", "THREATEN", "2020-12-01"),
    ("التقى الوزير العراقي نظيره التركي في 10 آذار. وبعد ساعات من ذلك، اعتقلت الشرطة التركية ناشطين.", "COERCE", "2021-03-10"),  # noqa: E501
    ("ستعقد المحادثات العراقية التركية في أيار المقبل. وقال إن المحادثات ستتناول الأمن.", "AGREE", "2021-05-01"),
    # set for a day, by words between
    ("بحث الوزيران العراقي والتركي زيارة الرئيس التركي إلى بغداد، المقررة في 19 أيار المقبل.", "CONSULT", "2021-03-23"),
    ("ستناقش القمة الروسية التركية المقبلة، المقرر عقدها في 19 أيار المقبل، ملف سوريا.", "AGREE", "2021-05-19"),
    # what a record is measured by is not when it was set
    ("شنت روسيا أعنف هجوم على كييف منذ سنوات.", "ASSAULT", "2021-03-23"),
    ("قتل عشرون جنديا في تفجير هو الأسوأ من نوعه خلال الأشهر الأخيرة.", "ASSAULT", "2021-03-23"),
    ("شن الجيش التركي الهجوم الأول في كانون الثاني الماضي.", "ASSAULT", "2021-01-01"),
    # vague plurals have bounds
    ("قصف الجيش التركي القرية قبل أيام.", "ASSAULT", "2021-03-14"),
    ("قصف الجيش التركي القرية قبل سنوات.", "ASSAULT", "2012-03-25"),
    ("في عام 2016 عندما اعتقلت الشرطة التركية النائب الكردي كان في أنقرة.", "COERCE", "2016-01-01"),
]

COUNTED = [
    # an amount of time from something told
    ("التقى الوزير العراقي نظيره التركي في 10 آذار. وبعد ثلاثة أيام قصف الجيش التركي دهوك.", "ASSAULT", "2021-03-13"),
    ("وقع البيان في الخامس من كانون الثاني الماضي، بعد يومين من اغتيال القوات الأميركية قائدا إيرانيا.", "ASSAULT", "2021-01-03"),  # noqa: E501
    ("جاء البيان أمس بعد ثلاثة أيام على قصف الجيش التركي دهوك.", "ASSAULT", "2021-03-19"),
    ("اعتقلت الشرطة التركية ناشطين أمس غداة تظاهرة لآلاف الأكراد.", "PROTEST", "2021-03-21"),
    ("اعتقلت الشرطة التركية ناشطين أمس عشية تظاهرة لآلاف الأكراد.", "PROTEST", "2021-03-23"),
    ("اجتمع الوزيران العراقي والتركي في 10 آذار. وفي اليوم نفسه قصف الجيش التركي دهوك.", "ASSAULT", "2021-03-10"),
    ("اجتمع الوزيران العراقي والتركي في 10 آذار. وفي اليوم التالي قصف الجيش التركي دهوك.", "ASSAULT", "2021-03-11"),
    ("اتفق الوزيران العراقي والتركي الأحد على سحب القوات بحلول 31 كانون الأول. وفي اليوم نفسه قصف الجيش التركي دهوك.", "ASSAULT", "2021-03-21"),  # noqa: E501
    ("قصف الجيش التركي دهوك الأحد. وبعد ساعات اعتقلت الشرطة التركية ناشطين.", "COERCE", "2021-03-21"),
]

TOLD = [
    # the story's day holds for the report
    ("قصف الجيش التركي أمس قرية في دهوك.\nواعتقلت القوات التركية ثلاثة مزارعين.", "COERCE", "2021-03-22"),
    ("قصف الجيش التركي أمس قرية في دهوك.\nواتهمت الحكومة العراقية تركيا بانتهاك سيادتها.", "ACCUSE", "2021-03-22"),
    ("قصف الجيش التركي قرية في دهوك.\nوقال شهود إن القصف وقع الأحد.", "ASSAULT", "2021-03-21"),
    # what opens an article is its news; a headline has the day of what is told at length
    ("تركيا تعتقل ثلاثة صحافيين\nاعتقلت الشرطة التركية ثلاثة صحافيين يوم الأحد.", "COERCE", "2021-03-21"),
    # what is said about an older story is said on the day of writing
    ("قصف الجيش التركي الخميس قرية في دهوك.\nواتهمت الحكومة العراقية تركيا بانتهاك سيادتها.", "ACCUSE", "2021-03-23"),
    # the paragraph
    ("زار الوزير العراقي أنقرة أمس.\nفي 10 آذار قصف الجيش التركي دهوك. واعتقلت القوات التركية ثلاثة مزارعين.", "COERCE", "2021-03-10"),  # noqa: E501
    ("زار الوزير العراقي أنقرة أمس.\nفي 10 آذار قصف الجيش التركي دهوك.\nواعتقلت القوات التركية ثلاثة مزارعين.", "COERCE", "2021-03-22"),  # noqa: E501
    # the dateline
    ("أنقرة 22 - 3 (ا ف ب) - اعتقلت الشرطة التركية ثلاثة صحافيين.", "COERCE", "2021-03-22"),
    # the day of writing
    ("اعتقلت الشرطة التركية ثلاثة صحافيين.", "COERCE", "2021-03-23"),
    # told as lying further back: unknown
    ("اعتقلت الشرطة التركية ثلاثة صحافيين أمس.\nوكانت تركيا قد قصفت دهوك.", "ASSAULT", None),
    ("اعتقلت الشرطة التركية ثلاثة صحافيين أمس.\nوكان الجيش التركي، وهو ثاني جيش في الحلف، قصف دهوك.", "ASSAULT", None),
    ("كان الوزير في أنقرة حيث اعتقلت الشرطة التركية ثلاثة صحافيين.", "COERCE", "2021-03-23"),
]

FUTURE = [
    ("يزور وزير الخارجية العراقي أنقرة الخميس المقبل.", "2021-03-25"),
    ("سيزور وزير الخارجية العراقي أنقرة في أيار المقبل.", "2021-05-01"),
    ("سيزور وزير الخارجية العراقي أنقرة بعد يومين.", "2021-03-25"),
    ("سيزور وزير الخارجية العراقي أنقرة غدا.", "2021-03-24"),
    ("سيزور وزير الخارجية العراقي أنقرة.", "2021-03-23"),  # to the end of the month: announced without a date
    ("سيزور وزير الخارجية العراقي أنقرة.\nوسيزور وزير الخارجية العراقي أنقرة في نيسان المقبل.", "2021-04-01"),
]


def date_of(text: str, event_type: str, published: str | None = "2021-03-23") -> EventDate | None:
    """The date of the last event of a type; headlines and lists repeat an event, so all must agree."""
    found = [e for e in events(text, published) if e.event_type == event_type]
    assert found, [(e.event_type, e.anchor.text) for e in events(text, published)]
    return found[-1].date


@pytest.mark.parametrize(("text", "event_type", "day"), [*OWN, *COUNTED, *TOLD])
def test_day_of_an_event(text: str, event_type: str, day: str | None) -> None:
    date = date_of(text, event_type)
    assert (date.start if date else None) == day


TABLE = Path(__file__).with_name("dates.txt").read_text("utf8").splitlines()
CASES = [tuple(cell.strip() for cell in line.split("|")) for line in TABLE if line and not line.startswith("#")]


@pytest.mark.parametrize(("text", "event_type", "day"), CASES)
def test_table_of_days(text: str, event_type: str, day: str) -> None:
    found = [e for e in events(text.replace("\\n", "\n"), "2021-03-23") if e.event_type == event_type]
    assert day in [event.date.start if event.date else "-" for event in found]


def test_the_day_of_a_demand_is_not_that_of_what_it_demands() -> None:
    demand = events("دعت المعارضة التركية إلى التظاهر السبت ضد الحكومة.", "2021-03-23")[0]
    assert demand.date == EventDate("2021-03-23", "2021-03-23", "day", None, None)


def test_what_goes_on_lies_between_its_beginning_and_today() -> None:
    date = date_of("يتظاهر آلاف الأتراك منذ العاشر من آذار ضد الحكومة.", "PROTEST")
    assert date is not None
    assert (date.start, date.end) == ("2021-03-10", "2021-03-23")


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("يومي السبت والأحد", "2021-03-20", "2021-03-21"),
        ("بين 3 و7 آذار الجاري", "2021-03-03", "2021-03-07"),
        ("من الثالث إلى الخامس من آذار", "2021-03-03", "2021-03-05"),
        ("السبت والثلاثاء", "2021-03-20", "2021-03-20"),
        ("منذ مطلع العام", "2021-01-01", "2021-03-23"),
    ],
)
def test_days_of_a_list_or_range(when: str, start: str, end: str) -> None:
    date = date_of(f"تظاهر مئات العراقيين في بغداد {when}.", "PROTEST")
    assert date is not None
    assert (date.start, date.end) == (start, end)


def test_what_opens_an_article_is_its_news() -> None:
    text = "الجيش التركي يقصف دهوك\nوقصف الجيش التركي دهوك الشهر الماضي أيضا."
    assert [event.date and event.date.start for event in events(text, "2021-03-23")] == ["2021-03-23", "2021-02-01"]


@pytest.mark.parametrize(("text", "day"), FUTURE)
def test_what_is_planned_has_its_day_and_status(text: str, day: str) -> None:
    event = events(text)[0]
    assert event.status == "future"
    assert event.date is not None
    assert event.date.start == day


def test_precision_follows_the_words() -> None:
    date = date_of("قصف الجيش التركي دهوك في شباط الماضي.", "ASSAULT")
    assert date == EventDate("2021-02-01", "2021-02-28", "month", "شباط الماضي", None)
    date = date_of("اجتمع الوزيران العراقي والتركي أمس بعد شهرين من قصف الجيش التركي دهوك.", "ASSAULT")
    assert date is not None
    assert (date.start, date.end, date.precision) == ("2021-01-01", "2021-01-31", "month")
    assert date.inferred == "counted from أمس"


def test_a_supplied_day_says_where_it_comes_from() -> None:
    date = date_of("قصف الجيش التركي أمس قرية في دهوك.\nواعتقلت القوات التركية ثلاثة مزارعين.", "COERCE")
    assert date == EventDate("2021-03-22", "2021-03-22", "day", None, "the day of the story: أمس")
    date = date_of("اعتقلت الشرطة التركية ثلاثة صحافيين.", "COERCE")
    assert date == EventDate("2021-03-23", "2021-03-23", "day", None, None)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("قصف الجيش التركي دهوك في عام 2018.", "historical"),
        ("قصف الجيش التركي دهوك قبل ثلاثة أعوام.", "historical"),
        ("قصف الجيش التركي دهوك في كانون الأول الماضي.", "actual"),
        ("قصف الجيش التركي دهوك أمس.", "actual"),
    ],
)
def test_status_follows_the_date(text: str, status: str) -> None:
    assert [e.status for e in events(text) if e.event_type == "ASSAULT"] == [status]


def test_the_air_strike_of_january_2020() -> None:
    text = "وتوترت العلاقات منذ غارة أميركية في بغداد في كانون الثاني/يناير الماضي قتل فيها قاسم سليماني."
    date = date_of(text, "ASSAULT")
    assert date is not None
    assert date.start.startswith("2020-01")
    assert "Soleimani" in (date.inferred or "")


def test_without_a_day_of_publication_nothing_is_supplied() -> None:
    assert date_of("اعتقلت الشرطة التركية ثلاثة صحافيين أمس.", "COERCE", None) is None
    date = date_of("اعتقلت الشرطة التركية ثلاثة صحافيين في 10 آذار 2021.", "COERCE", None)
    assert date is not None
    assert date.start == "2021-03-10"
