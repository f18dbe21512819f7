"""The tagger as a library: offsets, arguments, intervals, and that any day written in any way comes back."""

from __future__ import annotations

import datetime
import itertools
import json
import time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from waqai.text.fold import fold
from waqai.times import build, load, tag
from waqai.times.days import easter, from_hijri, hijri_month, to_hijri

PUBLISHED = datetime.date(2021, 3, 23)
_MONTHS = {
    entry["month"]: [name for key in ("names", "with_preposition", "with_evidence") for name in entry.get(key, ())]
    for entry in yaml.safe_load((build.SOURCE / "months.yml").read_text(encoding="utf-8"))
    if entry["calendar"] == "gregorian"
}
_HIJRI = {
    entry["month"]: [name for key in ("names", "with_preposition", "with_evidence") for name in entry.get(key, ())]
    for entry in yaml.safe_load((build.SOURCE / "months.yml").read_text(encoding="utf-8"))
    if entry["calendar"] == "hijri"
}
_WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
_ORDINALS = [
    "", "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر",
    "الحادي عشر", "الثاني عشر", "الثالث عشر", "الرابع عشر", "الخامس عشر", "السادس عشر", "السابع عشر", "الثامن عشر",
    "التاسع عشر", "العشرين", "الحادي والعشرين", "الثاني والعشرين", "الثالث والعشرين", "الرابع والعشرين",
    "الخامس والعشرين", "السادس والعشرين", "السابع والعشرين", "الثامن والعشرين", "التاسع والعشرين", "الثلاثين",
    "الحادي والثلاثين",
]  # fmt: skip
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31))


def _only(text: str, published: datetime.date | None = PUBLISHED) -> str:
    found = tag(text, published)
    assert len(found) == 1, found
    assert text[found[0].start : found[0].end] == found[0].text
    return found[0].value


@st.composite
def _written(draw: st.DrawFn) -> tuple[datetime.date, str]:
    """A day and one of the ways of writing it with its year."""
    day = draw(_DAYS)
    names = _MONTHS[day.month]
    name, other = draw(st.sampled_from(names)), draw(st.sampled_from(names))
    month = draw(
        st.sampled_from([name, f"{name}/{other}", f"{name} / {other}", f"{name} ({other})", f"{name}({other})"])
    )
    year = draw(st.sampled_from([f"{day.year}", f"عام {day.year}", f"من عام {day.year}", f"{day.year}م"]))
    text = draw(
        st.sampled_from(
            [
                f"{day.day} {month} {year}",
                f"{day.day} من {month} {year}",
                f"{day.day} من شهر {month} {year}",
                f"{_ORDINALS[day.day]} من {month} {year}",
                f"يوم {day.day} {month} {year}",
                f"{_WEEKDAYS[day.weekday()]} {day.day} {month} {year}",
                f"يوم {_WEEKDAYS[day.weekday()]} الموافق {day.day} {month} {year}",
                f"{day.day}/{day.month}/{day.year}",
                f"{day.day:02d}-{day.month:02d}-{day.year}",
                f"{day.day}.{day.month}.{day.year}",
                f"{day.day} / {day.month} / {day.year}",
                f"{day.year}-{day.month:02d}-{day.day:02d}",
                f"{day.year}/{day.month}/{day.day}",
            ]
        )
    )
    if draw(st.booleans()):
        text = text.translate(_EASTERN)
    return day, text


@settings(max_examples=400)
@given(_written())
def test_any_day_comes_back(written: tuple[datetime.date, str]) -> None:
    day, text = written
    assert _only(f"وقع ذلك في {text}.") == day.isoformat()


@given(_DAYS, st.integers(-2, 2))
def test_days_counted_from_today(day: datetime.date, shift: int) -> None:
    word = {-2: "أول من أمس", -1: "أمس", 0: "اليوم", 1: "غدا", 2: "بعد غد"}[shift]
    told = day + datetime.timedelta(shift)
    assert _only(f"يصل الوفد {word} {_WEEKDAYS[told.weekday()]} إلى المدينة", day) == told.isoformat()


@given(_DAYS, st.integers(0, 6))
def test_weekdays_lie_within_a_week(day: datetime.date, weekday: int) -> None:
    past = datetime.date.fromisoformat(_only(f"قتل {_WEEKDAYS[weekday]} الماضي ضابط", day))
    future = datetime.date.fromisoformat(_only(f"يصل {_WEEKDAYS[weekday]} المقبل ضابط", day))
    assert past.weekday() == future.weekday() == weekday
    assert 1 <= (day - past).days <= 7
    assert 1 <= (future - day).days <= 7


@given(st.dates(datetime.date(1930, 1, 1), datetime.date(2070, 12, 31)))
def test_any_hijri_day_comes_back(day: datetime.date) -> None:
    hijri = to_hijri(day)
    assert hijri is not None
    year, month, number = hijri
    assert from_hijri(year, month, number) == day
    found = tag(f"وقع ذلك في {number} {_HIJRI[month][0]} {year}هـ.", PUBLISHED)
    assert [m.value for m in found] == [day.isoformat()]
    assert found[0].inferred == "Umm al-Qura calendar"
    interval = hijri_month(year, month)
    assert interval is not None
    assert interval[0] <= day <= interval[1]


@settings(max_examples=200)
@given(st.text(st.sampled_from("ابتثجحدرسعفقلمنهويةءآأإى 0123456789/-.()،:\u0640\u064b\u200f\n"), max_size=80))
def test_any_string_is_read(text: str) -> None:
    for m in tag(text, PUBLISHED):
        assert text[m.start : m.end] == m.text
        assert m.text


@settings(max_examples=200)
@given(st.text(max_size=60), st.dates())
def test_anything_at_all_is_read(text: str, published: datetime.date) -> None:
    for m in tag(f"{text} يوم {text}", published):
        assert m.text


@pytest.mark.parametrize(
    "text", ["5 و " * 4000, "يوم " * 4000, "1990 و 1991 - " * 2000, "(" * 9000, "9" * 9000, "أمس " * 4000]
)
def test_time_grows_with_the_text_only(text: str) -> None:
    begun = time.process_time()
    tag(text, PUBLISHED)
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    "published", [datetime.date.min, datetime.date.max, datetime.date(1, 6, 1), datetime.date(9999, 6, 1)]
)
def test_the_ends_of_the_calendar(published: datetime.date) -> None:
    tag((build.SOURCE / "words.yml").read_text(encoding="utf-8"), published)
    for text in (
        "أمس",
        "غدا",
        "الأسبوع المقبل",
        "قبل 50 عاما",
        "العام الماضي",
        "نهاية الأسبوع الماضي",
        "رمضان الماضي",
        "الخميس المقبل",
    ):
        tag(text, published)


@given(st.lists(st.sampled_from(sorted(load().words)), max_size=10))
def test_any_words_of_time_are_read(words: list[str]) -> None:
    text = " ".join(words)
    found = tag(text, PUBLISHED)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert found == tag(text, PUBLISHED)
    tag(text, None)


@pytest.mark.parametrize(
    "text",
    ["وَصَلَ أَمْسِ إلى", "وصل أمـــس إلى", "وصل \u200fأمس\u200f إلى", "وصل أ\u200cمس إلى", "وصل أمسِ إلى"],
)
def test_offsets_are_those_of_the_text_as_given(text: str) -> None:
    (found,) = tag(text, PUBLISHED)
    assert found.value == "2021-03-22"
    assert text[found.start : found.end] == found.text
    assert fold(found.text).text == "امس"


def test_presentation_forms() -> None:
    assert _only("\ufe83\ufee3\ufeb2") == "2021-03-22"


def test_the_grammars_tense_decides() -> None:
    text = "الوزير الخميس في القاهرة"
    asked: list[int] = []

    def future(offset: int) -> str:
        asked.append(offset)
        return "future"

    assert tag(text, PUBLISHED, tense=future)[0].value == "2021-03-25"
    assert asked[0] == text.index("الخميس")
    assert tag(text, PUBLISHED, tense=lambda offset: "past")[0].value == "2021-03-18"


def test_sentences_may_be_given() -> None:
    text = "وصل أمـس.\nوغادر غدا."
    bounds = [(0, text.index("\n")), (text.index("\n") + 1, len(text))]
    assert tag(text, PUBLISHED, sentences=bounds) == tag(text, PUBLISHED)
    assert [m.text for m in tag(text, PUBLISHED, sentences=bounds[1:])] == ["غدا"]


def test_intervals() -> None:
    def days(text: str) -> tuple[str | None, str | None, str | None]:
        (found,) = tag(text, PUBLISHED)
        return found.first, found.last, found.precision

    assert days("في شباط الماضي") == ("2021-02-01", "2021-02-28", "month")
    assert days("في مطلع شباط الماضي") == ("2021-02-01", "2021-02-10", "month")
    assert days("في أواخر شباط الماضي") == ("2021-02-21", "2021-02-28", "month")
    assert days("في الأسبوع الماضي") == ("2021-03-15", "2021-03-21", "week")
    assert days("في التسعينيات") == ("1990-01-01", "1999-12-31", "decade")
    assert days("في صيف 2006") == ("2006-06-01", "2006-08-31", "season")
    assert days("في الربع الأول من 2020") == ("2020-01-01", "2020-03-31", "season")
    assert days("عام 2003") == ("2003-01-01", "2003-12-31", "year")
    assert days("خلال السنتين المقبلتين") == ("2021-03-23", "2023-03-23", "year")
    assert days("منذ أسبوعين") == ("2021-03-09", "2021-03-23", "week")
    assert days("لمدة أسبوعين") == (None, None, None)
    assert days("مساء أمس") == ("2021-03-22", "2021-03-22", "day")


def test_the_dateline_is_today() -> None:
    text = "وزير يزور المدينة\nأثينا 2 مايو / شينخوا / وصل الوزير اليوم، وكان هنا أمس."
    found = tag(text, datetime.date(2003, 5, 3))
    assert [(m.text, m.value) for m in found] == [
        ("2 مايو", "2003-05-02"),
        ("اليوم", "2003-05-02"),
        ("أمس", "2003-05-01"),
    ]


def test_a_distant_date_is_no_dateline() -> None:
    text = "أثينا 2 مايو / شينخوا / وصل الوزير اليوم."
    assert tag(text, datetime.date(2003, 6, 3))[-1].value == "2003-06-03"


def test_a_happening_names_what_corrected_the_date() -> None:
    (found,) = tag("قتلت غارة في يناير الماضي قاسم سليماني", PUBLISHED)
    assert (found.value, found.first, found.last) == ("2020-01", "2020-01-01", "2020-01-31")
    assert found.inferred == "US air strike that killed Qassem Soleimani"
    (plain,) = tag("قتلت غارة في يناير الماضي قائدا ميدانيا", PUBLISHED)
    assert (plain.value, plain.inferred) == ("2021-01", None)
    (early,) = tag("قتلت غارة في يناير الماضي قاسم سليماني", datetime.date(2020, 3, 1))
    assert (early.value, early.inferred) == ("2020-01", None)


@pytest.mark.parametrize(
    ("year", "day"),
    [(2021, datetime.date(2021, 4, 4)), (2024, datetime.date(2024, 3, 31)), (2000, datetime.date(2000, 4, 23))],
)
def test_easter(year: int, day: datetime.date) -> None:
    assert easter(year) == day


def test_the_generated_file_is_what_the_words_give() -> None:
    assert build.TARGET.read_text(encoding="utf-8") == build.encode(build.build()), "run python -m waqai.times.build"


def test_loading_is_fast() -> None:
    times = []
    for _ in range(5):
        load.cache_clear()
        begun = time.perf_counter()
        load()
        times.append(time.perf_counter() - begun)
    assert min(times) < 0.03


def test_every_class_has_rules_and_every_happening_is_a_day() -> None:
    from waqai.times.grammar import _RULES
    from waqai.times.rules import OPENERS

    assert set(OPENERS) == set(_RULES)
    data = json.loads(build.TARGET.read_text(encoding="utf-8"))
    names = [fact["name"] for fact in data["facts"]]
    assert len(names) == len(set(names))
    for fact in data["facts"]:
        datetime.date.fromisoformat(fact["date"])
        assert all(fact["words"])


def test_the_tagger_keeps_pace() -> None:
    """Far under the measured 5,000 sentences a second, so that only a change of order fails."""
    sentences = [
        f"قال الناطق باسم الوزارة إن القوات انسحبت من البلدة رقم {i} بعد اشتباكات مع المسلحين يوم السبت الماضي"
        for i in range(400)
    ]
    begun = time.process_time()
    for text in sentences:
        tag(text, PUBLISHED)
    assert len(sentences) / (time.process_time() - begun) > 1000
