"""Best values, their support, contradictions and sources."""

from mentions import event, mentions

from waqai import Article, Coder
from waqai.record import merge
from waqai.record.totals import totals

HERE = {"day": "2021-02-15", "place": "مطار أربيل"}


def only(*events, groups=None):
    found = merge(mentions(*events, groups=groups))
    assert len(found) == 1, [h.events for h in found]
    return found[0]


def test_near_copies_and_one_publisher_are_one_source():
    told = [
        event(doc, "ASSAULT", "هجوم", **HERE, publisher=p)
        for doc, p in (("a", "x"), ("b", "y"), ("c", "y"), ("d", "z"))
    ]
    assert only(*told).sources == 3
    assert only(*told, groups={"b": "a"}).sources == 2  # x = y by the copy, z
    assert only(*told, groups={"b": "a", "d": "c"}).sources == 1


def test_most_sources_win_and_the_others_are_told():
    found = only(
        event("a", "ASSAULT", "هجوم", **HERE, killed=1.0, injured=6.0),
        event("b", "ASSAULT", "هجوم", **HERE, killed=1.0, injured=9.0),
        event("c", "ASSAULT", "هجوم", **HERE, injured=9.0),
    )
    injured, killed = found.figures
    assert (killed.kind, killed.min, killed.max, killed.support[0].value) == ("killed", 1.0, 1.0, "1")
    assert (injured.min, injured.max) == (6.0, 9.0)
    assert [(s.value, s.sources) for s in injured.support] == [("9", 2), ("6", 1)]
    assert [(c.field, [v.value for v in c.values]) for c in found.contradictions] == [("injured", ["9", "6"])]


def test_open_and_overlapping_counts_are_no_contradiction():
    found = only(
        event("a", "ASSAULT", "هجوم", **HERE, killed=(20.0, None)),
        event("b", "ASSAULT", "هجوم", **HERE, killed=(22.0, 25.0), pub="2021-02-17"),
    )
    assert found.contradictions == ()
    assert (found.figures[0].min, found.figures[0].max) == (20.0, None)
    assert [s.value for s in found.figures[0].support] == ["22-25", "20+"]


def test_counts_joined_by_and_are_one_number():
    def killed(text):
        (told,) = [e for e in coder.code_article(Article(id="a", text=text, date="2021-02-16")).events if e.quantities]
        return [(q.kind, q.min, q.max, q.text) for q in totals(told)]

    coder = Coder()
    assert killed("قتل جنديان بريطانيان وجندية فرنسية في قصف على القاعدة.") == [
        ("killed", 3.0, 3.0, "جنديان بريطانيان وجندية")
    ]
    assert killed("قتل 12 جنديا على الأقل وخمسة مدنيين في هجوم على القاعدة.") == [
        ("killed", 17.0, None, "12 جنديا على الأقل وخمسة مدنيين")
    ]
    assert [k[:2] for k in killed("قتل جنديان وأصيب أربعة في هجوم على القاعدة.")] == [("killed", 2.0), ("injured", 4.0)]


def test_who_attacked_is_a_contradiction():
    found = only(
        event("a", "ASSAULT/aerial", "غارة", **HERE, actors=("USA MIL",), recipients=("IRQ CVL",)),
        event("b", "ASSAULT/aerial", "غارة", **HERE, actors=("USA",), recipients=("IRQ CVL",)),
        event("c", "ASSAULT/aerial", "غارة", **HERE, actors=("ISR",), recipients=("IRQ CVL",)),
    )
    assert [e.country for e in found.actors] == ["USA"]
    (contradiction,) = found.contradictions
    assert contradiction.field == "actors"
    assert [len(v.events) for v in contradiction.values] == [2, 1]


def test_the_most_exact_parties_and_date_and_place():
    found = only(
        event("a", "CONSULT", "محادثات", day="2021-04-01", until="2021-04-30", pub="2021-05-01", actors=("IRQ", "USA")),
        event(
            "b", "CONSULT", "محادثات", day="2021-04-07", pub="2021-04-08", actors=("IRQ GOV:hussein", "USA GOV:blinken")
        ),
        event("c", "CONSULT", "محادثات", pub="2021-04-08", actors=("IRQ", "USA"), place="بغداد"),
    )
    assert [e.name for e in found.actors] == ["hussein", "blinken"]
    assert found.date is not None
    assert found.date.start == found.date.end == "2021-04-07"
    assert found.place is not None
    assert found.place.name == "Baghdad"
    assert found.contradictions == ()
    assert (found.first_report, found.last_report) == ("2021-04-08", "2021-05-01")
    assert [s.value for s in found.support["date"]] == ["2021-04-07", "2021-04-01/2021-04-30"]


def test_confidence_grows_with_independent_readings_only():
    one = event("a", "ASSAULT", "هجوم", **HERE, confidence=0.6)
    two = event("b", "ASSAULT", "هجوم", **HERE, confidence=0.5)
    assert only(one).confidence == 0.6
    assert only(one, two).confidence == 0.8
    assert only(one, two, groups={"b": "a"}).confidence == 0.6


def test_more_denials_than_reports():
    found = only(
        event("a", "ASSAULT", "هجوم", **HERE),
        event("b", "ASSAULT", "هجوم", **HERE, status="negated"),
        event("c", "ASSAULT", "هجوم", **HERE, status="negated"),
    )
    assert found.status == "negated"
    assert [v.value for v in found.contradictions[0].values] == ["negated", "actual"]
