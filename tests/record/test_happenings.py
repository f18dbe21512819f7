"""Merging: which mentions are one happening, and which never are."""

import random

from mentions import event, mentions

from waqai.record import merge
from waqai.record.decisions import key_of
from waqai.record.model import Decision

ROCKETS = {"day": "2021-02-15", "recipients": ("USA MIL",), "place": "مطار أربيل"}


def grouped(*events, **kwargs):
    """The ids of the documents of each happening."""
    return sorted(
        sorted(id.split(":")[0] for id in h.events) for h in merge(mentions(*events), kwargs.get("decisions", ()))
    )


def only(*events, groups=None):
    found = merge(mentions(*events, groups=groups))
    assert len(found) == 1, [h.events for h in found]
    return found[0]


def test_the_same_attack_in_other_words():
    assert grouped(
        event("a", "ASSAULT/heavy-weapons", "هجوم صاروخي", **ROCKETS, injured=6.0),
        event("b", "ASSAULT/heavy-weapons", "صواريخ", **ROCKETS, injured=9.0),
        event("c", "ASSAULT", "استهداف", day="2021-02-15", place="مطار أربيل"),
    ) == [["a", "b", "c"]]


def test_other_days_are_other_happenings_even_through_a_vague_third():
    first = event("a", "ASSAULT/heavy-weapons", "هجوم", **ROCKETS)
    second = event("b", "ASSAULT/heavy-weapons", "هجوم", **{**ROCKETS, "day": "2021-02-20"}, pub="2021-02-21")
    vague = event(
        "c",
        "ASSAULT/heavy-weapons",
        "هجوم",
        **{**ROCKETS, "day": "2021-02-01", "until": "2021-02-28"},
        pub="2021-03-01",
    )
    found = grouped(first, second, vague)
    assert not any("a" in group and "b" in group for group in found)


def test_far_places_are_other_happenings():
    same = {"day": "2021-02-15", "recipients": ("IRQ CVL",)}
    assert grouped(
        event("a", "ASSAULT/explosives", "انفجار", **same, place="بغداد"),
        event("b", "ASSAULT/explosives", "انفجار", **same, place="أربيل"),
    ) == [["a"], ["b"]]


def test_a_minister_and_his_state():
    assert grouped(
        event("a", "CONSULT", "محادثات", day="2021-04-07", actors=("IRQ GOV:hussein", "USA GOV:blinken")),
        event("b", "CONSULT", "محادثات", day="2021-04-07", actors=("IRQ", "USA")),
    ) == [["a", "b"]]


def test_meetings_with_different_ministers_on_one_day():
    assert grouped(
        event(
            "a", "CONSULT", "التقى", day="2017-04-12", pub="2017-04-13", actors=("USA GOV:tillerson", "RUS GOV:putin")
        ),
        event(
            "b",
            "CONSULT",
            "محادثات",
            day="2017-04-12",
            pub="2017-04-13",
            actors=("USA GOV:tillerson", "RUS GOV:lavrov"),
        ),
    ) == [["a"], ["b"]]


def test_rounds_are_kept_apart_and_found():
    talks = {"day": "2021-04-01", "until": "2021-04-30", "actors": ("IRQ", "USA")}
    third = event("a", "CONSULT", "عقدت", text="عقدت الجولة الثالثة من الحوار", **talks)
    fourth = event("b", "CONSULT", "عقدت", text="عقدت الجولة الرابعة من الحوار", **talks)
    again = event("c", "CONSULT", "أنهى", text="أنهى البلدان ثالث جولة من الحوار", **talks)
    assert grouped(third, fourth, again) == [["a", "c"], ["b"]]
    assert [h.round for h in merge(mentions(third, fourth))] == [3, 4] or {
        h.round for h in merge(mentions(third, fourth))
    } == {3, 4}


def test_a_plan_and_what_was_held_are_two_happenings_with_a_link():
    plan = event(
        "a", "AGREE", "ستعقد", text="ستعقد جولة ثالثة من الحوار", status="future", day="2021-04-01", until="2021-04-30",
        pub="2021-03-24", actors=("IRQ", "USA"), frame="consult.talks",
    )  # fmt: skip
    held = event(
        "b",
        "CONSULT",
        "أنهى",
        text="أنهى البلدان جولة ثالثة",
        day="2021-04-07",
        pub="2021-04-08",
        actors=("IRQ", "USA"),
    )
    planned, done = merge(mentions(plan, held))
    assert (planned.status, done.status) == ("future", "actual")
    assert [(link.kind, link.target) for link in planned.links] == [("outcome", done.id)]
    assert [(s.step, s.day) for s in done.history] == [("announced", "2021-03-24"), ("confirmed", "2021-04-08")]


def test_a_denial_is_of_what_is_denied():
    attack = event("a", "ASSAULT/heavy-weapons", "هجوم", **ROCKETS)
    denial = event(
        "b", "ASSAULT/heavy-weapons", "بالهجوم", status="negated", place="مطار أربيل", actors=("IRN",),
        pub="2021-02-18", text="نفت طهران صلتها بالهجوم على مطار أربيل",
    )  # fmt: skip
    found = only(attack, denial)
    assert found.status == "actual"
    assert [s.step for s in found.history] == ["confirmed", "denied"]
    assert [c.field for c in found.contradictions] == ["status"]
    assert found.actors == ()  # who denies it is no party to it


def test_a_definite_noun_means_what_the_article_told_last():
    told = event("a", "ASSAULT/heavy-weapons", "صواريخ", text="سقطت صواريخ", **ROCKETS)
    again = event("a", "ASSAULT", "الهجوم", text="ودان الوزير الهجوم", at=100)
    other = event("b", "ASSAULT", "الهجوم", text="ودان الوزير الهجوم", pub="2021-06-01")
    assert grouped(told, again, other) == [["a", "a"], ["b"]]


def test_a_reply_is_not_its_cause():
    text = "قصفت الطائرات مواقع في الشرق ردا على هجوم في الغرب"
    strike = event("a", "ASSAULT", "قصفت", text=text, day="2021-02-15", actors=("USA MIL",), place="IRQ")
    cause = event("a", "ASSAULT", "هجوم", text=text, recipients=("USA MIL",), place="IRQ")
    assert len(grouped(strike, cause)) == 2


def test_the_date_of_a_sentence_is_not_that_of_a_past_event_in_it():
    explosion = event(
        "a",
        "ASSAULT/explosives",
        "انفجار",
        text="انفجار هز مرفأ المدينة",
        day="2020-08-04",
        pub="2020-08-05",
        place="بغداد",
    )
    later = event(
        "b", "ASSAULT/explosives", "انفجار", text="استقالت الحكومة يوم الاثنين بعد انفجار مرفأ المدينة",
        day="2020-08-10", pub="2020-08-11", place="بغداد",
    )  # fmt: skip
    assert grouped(explosion, later) == [["a", "b"]]


def test_one_speaker_says_two_things_in_one_article():
    thanks = event("a", "SUPPORT", "شكر", actors=("IRQ PTY:sadr",), recipients=("IRQ GOV",))
    welcome = event("a", "SUPPORT", "رحب", actors=("IRQ PTY:sadr",), recipients=("USA",), at=100)
    assert grouped(thanks, welcome) == [["a"], ["a"]]


def test_any_order_gives_the_same_happenings():
    found = [
        event(f"d{i}", kind, "حدث", day=f"2021-02-{10 + i % 5}", actors=actors, place=place, killed=float(1 + i % 3))
        for i in range(40)
        for kind, actors, place in [
            [("ASSAULT", ("IRN",), "بغداد"), ("CONSULT", ("IRQ", "USA"), None), ("ASSAULT", (), "أربيل")][i % 3]
        ]
    ]
    expected = merge(mentions(*found))
    assert 1 < len(expected) < 40
    for seed in range(3):
        random.Random(seed).shuffle(found)
        assert merge(mentions(*found)) == expected


def test_the_id_stays_when_reports_are_added():
    first = event("b", "ASSAULT/heavy-weapons", "هجوم صاروخي", **ROCKETS)
    alone = merge(mentions(first))[0].id
    later = event("c", "ASSAULT/heavy-weapons", "صواريخ", **ROCKETS, killed=1.0, actors=("IRQ PRM",), pub="2021-02-17")
    assert only(first, later).id == alone
    earlier = event("a", "ASSAULT/heavy-weapons", "صواريخ", **ROCKETS, pub="2021-02-15")
    assert only(first, earlier).id != alone


def test_two_happenings_of_one_anchor_have_two_ids():
    twice = [
        event("a", "CONSULT", "جولتين", day=day, pub="2021-03-24", actors=("IRQ", "USA"))
        for day in ("2020-06-11", "2020-08-19")
    ]
    assert len({h.id for h in merge(mentions(*twice))}) == 2


def test_a_person_decides():
    one = event("a", "ASSAULT", "هجوم", day="2021-02-15", place="بغداد")
    other = event("b", "ASSAULT", "تفجير", day="2021-02-15", place="بغداد")
    third = event("c", "ASSAULT", "قتل", day="2021-05-15", place="أربيل", pub="2021-05-16")
    assert grouped(one, other, third) == [["a", "b"], ["c"]]
    apart = Decision(key_of(one), key_of(other), "different")
    same = Decision(key_of(other), key_of(third), "same")
    assert grouped(one, other, third, decisions=[apart]) == [["a"], ["b"], ["c"]]
    assert grouped(one, other, third, decisions=[apart, same]) == [["a"], ["b", "c"]]
    unsure = Decision(key_of(one), key_of(other), "unsure")
    assert grouped(one, other, third, decisions=[apart, unsure]) == [["a", "b"], ["c"]]  # the last one holds


def test_nothing_and_the_barest_mentions():
    assert merge([]) == []
    bare = event("a", "ASSAULT", "قتل", pub=None)
    found = only(bare)
    assert (found.date, found.first_report, found.sources) == (None, None, 1)
