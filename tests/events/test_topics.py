"""Articles about sport, arts, markets, weather and crime: silent, and they say why; politics among them is kept."""

from __future__ import annotations

import pytest
from reading import code

SPORT = (
    "فاز المنتخب على ضيفه بهدفين في مباراة مثيرة ضمن تصفيات كأس العالم. "
    "وواصل لاعبو المنتخب هجومهم في الشوط الثاني. وطرد الحكم مدافع الضيوف بعد بطاقة حمراء."
)
FILM = "يعرض المهرجان فيلم «اغتيال شاعر» للمخرج الشاب، ويروي الفيلم خطف ممثلة على يد شقيقها."
CRIME = "ألقت الشرطة القبض على رجل قتل زوجته طعنا بسكين إثر خلافات زوجية. واعترف المتهم أمام النيابة العامة."
SERIAL = "قتلت الفنانة في المسلسل أشقاءها ثم خطفت ابنة عمها. وتبحث الفنانة طوال المسلسل عن رجل قتل والدها أمام بيتها."
WEATHER = "توقعت الأرصاد هطول أمطار رعدية ورياح نشطة. وتضرب عاصفة شمال البلاد غدا وتنخفض درجات الحرارة."
SNOW = (
    "تضرب عاصفة ثلجية شمال البلاد وتنخفض درجات الحرارة. ودعت الحكومة السكان إلى البقاء في منازلهم بسبب الأحوال الجوية. "
    "ورفعت إدارة الدفاع المدني جاهزية فرقها."
)
CRUSADE = (
    "حاصر السلطان قلعة الصليبيين سنة 1188 بعد معركة طويلة. وهاجم الجيش الأيوبي أسوارها ليلا وأسر الفرسان ملكهم. "
    "ثم انسحب الفرنج نحو الساحل عام 1190 وسلموا المدينة."
)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        (CRUSADE, "antiquity"),
        (SPORT, "sport"),
        (FILM, "arts"),
        (SERIAL, "arts"),
        (CRIME, "crime"),
        (WEATHER, "weather"),
        (SNOW, "weather"),
    ],
)
def test_silent_and_says_why(text: str, topic: str) -> None:
    document = code(text)
    assert document.events == ()
    assert len(document.notes) == 1
    assert f"about {topic} (" in document.notes[0]


def test_an_article_without_events_says_so() -> None:
    document = code("تقع القرية على ضفة النهر.")
    assert document.events == ()
    assert document.notes == ("no event: nothing is told that the frames know",)


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        # a political party of its own keeps an event in whatever article
        (SPORT + " وفي وسط المدينة أطلقت الشرطة الغاز المسيل للدموع لتفريق متظاهرين.", "ASSAULT"),
        (FILM + " وقصفت القوات الروسية مدينة أوكرانية.", "ASSAULT"),
        (SNOW + " وقصف الجيش السوري بلدة في ريف إدلب.", "ASSAULT"),
        # kin of those whom war hits
        ("قتل مسلحون ضابطا وزوجته في هجوم شمال البلاد.", "ASSAULT"),
        ("أسفرت غارة إسرائيلية عن مقتل زوجته وأطفاله.", "ASSAULT"),
        # a few words of sport make no sport of politics
        ("زار وزير الخارجية العراقي أنقرة وحضر مباراة.", "CONSULT"),
    ],
)
def test_politics_is_kept(text: str, event_type: str) -> None:
    assert event_type in {event.event_type for event in code(text).events}


@pytest.mark.parametrize(
    "text",
    [
        "قالت شركة أرامكو إنها تجري محادثات مع شركة شل لشراء مصنعها.",
        "رفضت شركة أرامكو عرضا من شركة شل.",
        "وجه رئيس المهرجان الشكر للجمهور.",
    ],
)
def test_business_among_companies_and_thanks_at_a_festival(text: str) -> None:
    assert code(text).events == ()


def test_a_state_and_a_company_make_an_event() -> None:
    assert [e.event_type for e in code("رفضت الحكومة العراقية عرضا من شركة شل.").events] == ["REJECT"]


def test_a_killing_in_the_family() -> None:
    assert code("قام رجل بقتل زوجته في منزلهما.").events == ()


def test_an_old_year_in_politics_is_no_history() -> None:
    text = "قصف الجيش السوري مدينة حلب أمس. وتعود قلعة حلب إلى سنة 1230. ودعت فرنسا دمشق إلى وقف القصف."
    assert {event.event_type for event in code(text).events} >= {"ASSAULT"}
