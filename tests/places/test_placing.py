"""The place of an event: its words, the place behind them, the relation; of several places of a name, the right one."""

from __future__ import annotations

from pathlib import Path

import pytest

from waqai.coder import Coder
from waqai.places.gazetteer import find, gazetteer
from waqai.places.words import TARGET, compiled
from waqai.records import Place

CODER = Coder()


def _places(text: str) -> list[Place | None]:
    return [event.place for event in CODER.code(text, "2021-03-23").events]


TABLE = Path(__file__).with_name("sentences.txt").read_text("utf8").splitlines()
CASES = [tuple(cell.strip() for cell in line.split("|")) for line in TABLE if line and not line.startswith("#")]
#: types whose events have no place of their own in these sentences
SAID = frozenset(("ACCUSE", "REQUEST", "AGREE", "REJECT", "SUPPORT", "CONCEDE", "THREATEN"))


@pytest.mark.parametrize(("text", "name", "country", "precision", "relation"), CASES)
def test_places_of_events(text: str, name: str, country: str, precision: str, relation: str) -> None:
    places = [event.place for event in CODER.code(text, "2021-03-23").events if event.event_type not in SAID]
    if not places:
        pytest.skip("no frame fires here; `test_the_table_is_broad` counts these")
    for place in places:
        if name == "-":
            assert place is None
            continue
        assert place is not None
        found = (place.name, place.country, place.precision, place.relation)
        assert tuple(cell or "-" for cell in found) == (name, country, precision, relation)
        assert text[place.start : place.end] == place.text


def test_the_table_is_broad() -> None:
    assert len({case[0] for case in CASES}) >= 120
    assert sum(bool(_places(case[0])) for case in CASES) >= 115


def test_a_place_without_a_name_is_no_place() -> None:
    assert _places("بحث الرئيسان التصعيد في المنطقة") == [None]


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


def test_a_report_of_events_elsewhere_was_only_written_at_its_dateline() -> None:
    text = "موسكو 23 - 3 (اف ب) - هاجم مسلحون مدينة غروزني في الشيشان.\nواعتقلت القوات الروسية عشرة مسلحين."
    assert "dateline" not in {place and place.precision for place in _places(text)}


def test_a_spot_has_the_country_of_what_was_told() -> None:
    text = "هاجم مسلحون معسكرا في مدينة بانو في باكستان.\nوفجر انتحاري سيارة مفخخة على الطريق الرئيسي فقتل ثلاثة جنود."
    last = _places(text)[-1]
    assert last is not None
    assert last.country == "PAK"


def test_the_people_told_of_decide_between_towns_of_a_name() -> None:
    places = _places("زار النائب سعد الحريري أهالي الجنود الذين قتلوا في تفجير طرابلس")
    assert {place.country for place in places if place is not None} == {"LBN"}


def test_a_reason_lies_elsewhere() -> None:
    places = _places("تظاهر آلاف الأشخاص احتجاجا على مقتل جنود في العراق")
    assert places[0] is None or places[0].country != "IRQ"


def test_an_embassy_does_not_say_in_which_country_it_stands() -> None:
    (place,) = _places("اعتقلت الشرطة متظاهرين أمام السفارة الفرنسية.")
    assert place is not None
    assert (place.name, place.country, place.precision) == (None, None, "site")


def test_people_without_a_country_are_of_the_place_where_it_happened() -> None:
    (event,) = CODER.code("خطف مسلحون مجهولون في ديالى ثلاثة مزارعين.", "2021-03-23").events
    assert [entity.country for entity in event.actors] == ["IRQ"]
