"""Who did it: where the grammar could name somebody else."""

import pytest

from waqai import Article, Coder


@pytest.fixture(scope="module")
def coder():
    return Coder()


def read(coder, text, date="2021-04-08"):
    return coder.code_article(Article(id="a", text=text, date=date)).events


def only(coder, text, kind):
    (event,) = [e for e in read(coder, text) if e.event_type == kind]
    return event


def test_who_is_struck_did_not_strike(coder):
    event = only(coder, "قتل حارس وأصيب ستة أشخاص بينهم شرطي في هجوم صاروخي على مقر الحاكم.", "ASSAULT")
    assert event.actors == ()


def test_a_blow_in_reply_is_of_who_replies(coder):
    event = only(coder, "وردت إيران بعد يومين بقصف قاعدة جوية في العراق.", "ASSAULT")
    assert [e.country for e in event.actors] == ["IRN"]
    assert event.source is None


def test_what_is_mentioned_is_no_reply(coder):
    event = only(coder, "وردت أنباء عن قصف قاعدة جوية في العراق.", "ASSAULT")
    assert event.actors == ()


def test_the_land_of_the_speaker(coder):
    text = "اجتمع الرئيس الأمريكي جو بايدن برئيس وزراء العراق. وقال بايدن للصحفيين إن بلاده ستدرب القوات العراقية."
    event = next(e for e in read(coder, text) if e.status == "future")
    assert [e.country for e in event.actors] == ["USA"]


def test_an_office_held_for_the_time_being(coder):
    event = only(coder, "أعلن وزير الدفاع الأمريكي بالوكالة كريستوفر ميلر أن بلاده سحبت 500 جندي من العراق.", "RETREAT")
    assert event.source is not None
    assert event.source.text == "وزير الدفاع الأمريكي بالوكالة كريستوفر ميلر"


def test_two_ministries_pay_no_visit(coder):
    assert not [
        e
        for e in read(coder, "ووقعت وزارتا النفط والكهرباء في العراق عقودا مع شركات أجنبية.")
        if e.event_mode == "visit"
    ]


def test_an_accord_is_of_those_it_names(coder):
    text = "رحب مقتدى الصدر باتفاق بغداد وواشنطن على خروج القوات القتالية الأميركية."
    for event in read(coder, text):
        if event.event_type == "AGREE":
            assert {e.country for e in event.actors} == {"IRQ", "USA"}


def test_who_backs_a_group_does_nothing_by_that(coder):
    found = read(coder, "شنت طائرات أمريكية غارات على منشآت لفصائل عراقية تدعمها إيران في سوريا.")
    assert {e.event_type for e in found} == {"ASSAULT"}


def test_attacks_that_somebody_is_to_stop_are_not_his(coder):
    text = "هدد الوزير بإغلاق السفارة في بغداد ما لم توقف الحكومة العراقية الهجمات."
    assert "ASSAULT" not in {e.event_type for e in read(coder, text)}


def test_a_base_is_no_organisation(coder):
    text = "استهدفت صواريخ قاعدة جوية في الأنبار. ودان الوزير العراقي الهجوم على القاعدة."
    named = [e.name for event in read(coder, text) for e in (*event.actors, *event.recipients)]
    assert "Al-Qaeda" not in named
    text = "دان الوزير العراقي الهجوم الذي شنه تنظيم القاعدة. واتهم القاعدة بقتل مدنيين."
    named = [e.name for event in read(coder, text) for e in (*event.actors, *event.recipients)]
    assert "Al-Qaeda" in named


def test_the_verb_of_an_attribution_is_no_part_of_a_name(coder):
    event = only(coder, "قتل خمسة مدنيين في قصف على السوق، وفق ما أفاد الجيش العراقي.", "ASSAULT")
    assert event.source is not None
    assert event.source.text == "الجيش العراقي"


def test_what_is_agreed_on_for_later_was_agreed_before(coder):
    event = only(coder, "وافقت الولايات المتحدة على عقد جولة ثالثة من الحوار مع العراق خلال مايو المقبل.", "SUPPORT")
    assert event.date is not None
    assert event.date.end <= "2021-04-08"


def test_what_is_avenged_is_another_event(coder):
    found = read(coder, "وقصف الجيش الإيراني قاعدة جوية في العراق انتقاما لمقتل ضابط إيراني.")
    (event,) = [e for e in found if e.event_mode == "heavy-weapons"]
    assert "ضابط" not in " ".join(e.text for e in event.recipients)


def test_the_two_sides_are_those_of_the_talks(coder):
    text = (
        "التقى رئيس الوزراء العراقي مصطفى الكاظمي، أمس، الرئيس الأميركي دونالد ترامب."
        "\nوشكر الكاظمي الولايات المتحدة على دعمها العراق ضد تنظيم داعش.\nوبحث الجانبان التعاون في الطاقة."
        "\nواختتم وزيرا خارجية البلدين، الأربعاء الماضي، جولة ثانية من الحوار الاستراتيجي."
    )
    talks = [e for e in read(coder, text, "2020-08-21") if e.event_type == "CONSULT"]
    assert len(talks) >= 3
    for event in talks:
        assert {e.country for e in event.actors} == {"IRQ", "USA"}


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("أجرت باكستان والهند محادثات في دبي.\nودعت الصين الطرفين إلى ضبط النفس.", ["CHN"], ["PAK", "IND"]),
        (
            "عقد الجيش السوداني وقوات الدعم السريع محادثات.\nوقالت الرياض وواشنطن إنهما تحثان الطرفين على وقف القتال.",
            ["SAU", "USA"],
            ["SDN", "SDN"],
        ),
    ],
)
def test_those_who_are_called_on_are_not_those_who_call(coder, text, actors, recipients):
    events = read(coder, text)
    (request,) = [e for e in events if e.event_type == "REQUEST"]
    assert [e.country for e in request.actors] == actors
    assert [e.country for e in request.recipients] == recipients


def test_the_two_lands_are_those_named_together(coder):
    text = "أعلن وزير الخارجية الكويتي أن السعودية وقطر اتفقتا على فتح الأجواء بين البلدين."
    event = only(coder, text, "AGREE")
    assert [e.country for e in event.actors] == ["SAU", "QAT"]


def test_delegations_are_of_all_who_talk(coder):
    text = "اختتمت جولة مفاوضات بين مصر وإثيوبيا والسودان.\nواتفقت الوفود على عقد جولة ثانية في أديس أبابا."
    event = only(coder, text, "AGREE")
    assert {e.country for e in event.actors} == {"EGY", "ETH", "SDN"}


def test_each_toll_is_of_who_tells_it(coder):
    text = "أعلنت كتائب سيد الشهداء مقتل أربعة من مقاتليها، بينما تحدث المرصد السوري لحقوق الإنسان عن مقتل سبعة."
    told = [(e.source.name, e.quantities[0].min) for e in coder.code_article(Article(id="x", text=text)).events]
    assert told == [("Kata'ib Sayyid al-Shuhada", 4.0), ("Syrian Observatory for Human Rights", 7.0)]


def test_a_dateline_of_agencies_speaks_to_nobody(coder):
    text = "غزة «الساحل»، وكالات: رفض الأسير الفلسطيني سامي حمد عرضا إسرائيليا بالإفراج عنه."
    assert [e.source for e in coder.code_article(Article(id="x", text=text)).events] == [None]


def test_counted_since_a_month_reaches_to_the_day_of_writing(coder):
    text = "قالت الأمم المتحدة إن إسرائيل هدمت 157 منزلا فلسطينيا في القدس منذ منتصف سبتمبر الماضي."
    (event,) = coder.code_article(Article(id="x", text=text, date="2016-02-08")).events
    assert event.date is not None
    assert (event.date.start, event.date.end) == ("2015-09-11", "2016-02-08")
