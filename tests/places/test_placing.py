"""The place of an event: its words, the place behind them, the relation; of several places of a name, the right one."""

from __future__ import annotations

import pytest

from waqai.coder import Coder
from waqai.places.gazetteer import find, gazetteer
from waqai.places.words import TARGET, compiled
from waqai.records import Place

CODER = Coder()


def _places(text: str) -> list[Place | None]:
    return [event.place for event in CODER.code(text, "2021-03-23").events]


CASES = [
    ("قتل سبعة مدنيين في غارة جوية على سوق في بلدة أريحا جنوب إدلب", "Ariha", "SYR", "district", None),
    ("اقتحمت قوات الاحتلال مدينة أريحا فجرا واعتقلت ثلاثة شبان", "Jericho", "PSE", "city", None),
    ("انفجرت سيارة مفخخة في الحلة جنوب بغداد", "Al Hillah", "IRQ", "city", None),
    ("قتل شخصان في إطلاق نار في الإسكندرية جنوب بغداد", "Iskandariya", "IRQ", "town", None),
    ("اعتقلت الشرطة المصرية عشرة أشخاص في الإسكندرية", "Alexandria", "EGY", "city", None),
    ("تظاهر مئات الأردنيين في عمان أمام السفارة الإسرائيلية", "Amman", "JOR", "city", None),
    ("هاجم مسلحون نقطة تفتيش عند معبر القائم على الحدود العراقية السورية", "Al-Qaim", "IRQ", "near", "near"),
    ("احتجزت إيران ناقلة نفط في مضيق هرمز", "Strait of Hormuz", "IRN", "strait", None),
    ("أصيب متعاقد أميركي في هجوم صاروخي على مطار أربيل", "Erbil Airport", "IRQ", "airport", None),
    ("اعتقلت الشرطة ثلاثة ناشطين في حي الشيخ جراح بالقدس", "Sheikh Jarrah", "PSE", "quarter", None),
    ("أطلقت الزوارق الحربية النار على الصيادين قبالة ساحل غزة", "Gaza coast", "PSE", "near", "near"),
    ("انسحبت القوات التركية من مدينة سرت", "Sirte", "LBY", "city", None),
    ("نشرت تركيا قوات في شمال شرقي سورية", "Syria", "SYR", "country", "northeast"),
    ("انفجرت عبوة ناسفة على بعد 30 كيلومترا شمال الموصل وأسفرت عن مقتل جندي", "Mosul", "IRQ", "near", "30 km north"),
    ("أعلن في بيروت أن متظاهرين أحرقوا القنصلية الإيرانية في كربلاء", "Karbala", "IRQ", "city", None),
    ("قتل ثلاثة جنود في انفجار قرب بغداد اليوم", "Baghdad", "IRQ", "near", "near"),
]


@pytest.mark.parametrize(("text", "name", "country", "precision", "relation"), CASES)
def test_places_of_events(text: str, name: str, country: str, precision: str, relation: str | None) -> None:
    places = _places(text)
    assert places
    for place in places:
        assert place is not None
        assert (place.name, place.country, place.precision, place.relation) == (name, country, precision, relation)
        assert text[place.start : place.end] == place.text


def test_the_dateline_comes_last_and_is_marked() -> None:
    (event,) = CODER.code("بغداد 23 - 3 (اف ب) - قتل ثلاثة جنود في انفجار عبوة ناسفة", "2021-03-23").events
    assert event.place is not None
    assert (event.place.name, event.place.precision) == ("Baghdad", "dateline")


def test_words_have_no_place_by_the_dateline() -> None:
    for event in CODER.code("بغداد 23 - 3 (اف ب) - رفضت إيران الاتهامات الأميركية", "2021-03-23").events:
        assert event.place is None


def test_the_paragraph_gives_its_place() -> None:
    text = "هاجم مسلحون مدينة بعقوبة صباح أمس. وقتل في الهجوم ثلاثة من رجال الشرطة."
    assert {place and place.name for place in _places(text)} == {"Baqubah"}


def test_the_gazetteer_is_broad() -> None:
    lines = gazetteer().path.read_text("utf8").splitlines()
    rows = [line.split("\t") for line in lines]
    assert all(len(row) == 10 for row in rows)
    assert len({tuple(row[2:]) for row in rows}) >= 25_000
    assert sum(bool(row[9]) for row in rows) / len(rows) > 0.8
    keys = [row[0].encode() for row in rows]
    assert keys == sorted(keys)


def test_a_name_is_found_in_every_spelling_and_ranked() -> None:
    assert find("طرابلس", ("LBN",))[0].country == "LBN"
    assert find("طرابلس", ("LBY",))[0].country == "LBY"
    assert find("حلبجه")[0].country == find("حلبجة")[0].country == "IRQ"
    assert find("لا مكان كهذا") == []


def test_the_words_are_compiled() -> None:
    import json

    assert json.loads(TARGET.read_text("utf8")) == compiled()
