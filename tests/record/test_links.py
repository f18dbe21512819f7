"""Links: answers, deliveries, rounds, parts."""

from mentions import event, mentions

from waqai.record import merge


def links(*events):
    """(kind, document of the one, document of the other)."""
    found = merge(mentions(*events))
    first = {h.id: h.events[0].split(":")[0] for h in found}
    return sorted((link.kind, first[h.id], first[link.target]) for h in found for link in h.links)


REQUEST = event(
    "request", "REQUEST/meet", "طلب", day="2021-03-23", pub="2021-03-24", actors=("IRQ",), recipients=("USA",)
)
HANDED = event(
    "handed", "REQUEST/meet", "سلمت", text="سلمت المذكرة إلى السفير", day="2021-03-26", pub="2021-03-27",
    actors=("IRQ GOV",), recipients=("USA GOV:tueller",),
)  # fmt: skip
CONSENT = event(
    "consent", "AGREE", "وافقت", status="future", day="2021-04-01", until="2021-04-30", pub="2021-03-25",
    actors=("USA",), recipients=("IRQ",), frame="consult.talks",
)  # fmt: skip


def talks(doc, day, number, **kwargs):
    return event(
        doc,
        "CONSULT",
        "عقدت",
        text=f"عقدت الجولة {number} من الحوار",
        day=day,
        pub=day,
        actors=("IRQ", "USA"),
        **kwargs,
    )


def test_a_request_its_handing_over_its_answer_and_the_outcome():
    assert links(REQUEST, HANDED, CONSENT, talks("third", "2021-04-07", "الثالثة")) == [
        ("answer", "request", "consent"),  # not of the handing over, a day after it
        ("delivery", "request", "handed"),
        ("outcome", "consent", "third"),
    ]


def test_an_answer_comes_from_the_one_who_was_asked():
    other = event("other", "AGREE", "وافقت", day="2021-03-25", pub="2021-03-25", actors=("TUR",), recipients=("IRQ",))
    assert links(REQUEST, other) == []


def test_what_is_agreed_when_they_meet_does_not_answer_the_request_to_meet():
    both = {"actors": ("IRQ", "USA"), "frame": "agree.come_to_terms"}
    accord = event("accord", "AGREE", "اتفق", day="2021-04-07", pub="2021-04-08", **both)
    assert links(REQUEST, accord) == []


def test_talks_announced_by_the_one_who_was_asked_in_the_article_of_the_request():
    plan = {"status": "future", "day": "2021-04-01", "until": "2021-04-30", "pub": "2021-03-24"}
    plan |= {"actors": ("USA GOV",), "frame": "consult.talks"}
    told = [event(doc, "AGREE", "المحادثات", **plan) for doc in ("request", "x")]
    assert links(REQUEST, told[0])[0] == ("answer", "request", "request")
    assert links(REQUEST, told[1]) == []


def test_rounds_follow_by_number_not_by_date():
    assert links(
        talks("first", "2020-06-11", "الأولى"),
        talks("second", "2020-08-19", "الثانية"),
        talks("fourth", "2021-07-26", "الرابعة"),
    ) == [("next_round", "first", "second")]


def test_rounds_of_other_parties_are_another_series():
    other = event(
        "other",
        "CONSULT",
        "عقدت",
        text="عقدت الجولة الثانية من الحوار",
        day="2020-08-19",
        pub="2020-08-19",
        actors=("IRN", "SAU"),
    )
    assert links(talks("first", "2020-06-11", "الأولى"), other) == []


def test_aid_that_was_asked_for():
    asked = event(
        "asked", "REQUEST/assist", "طلبت", day="2020-08-05", pub="2020-08-05", actors=("LBN",), recipients=("FRA",)
    )
    sent = event("sent", "AID", "أرسلت", day="2020-08-09", pub="2020-08-09", actors=("FRA",), recipients=("LBN",))
    before = event("before", "AID", "أرسلت", day="2020-07-01", pub="2020-07-01", actors=("FRA",), recipients=("LBN",))
    assert links(asked, sent, before) == [("delivery", "asked", "sent")]


def test_an_accord_of_the_days_of_a_round_is_part_of_it():
    accord = event("accord", "AGREE", "اتفق", day="2021-04-07", pub="2021-04-08", actors=("IRQ", "USA"))
    assert links(talks("third", "2021-04-07", "الثالثة"), accord) == [("part_of", "accord", "third")]


def test_a_reaction_and_what_it_reacts_to():
    text = "دان الوزير الهجوم على المطار"
    attack = event("a", "ASSAULT", "هجوم", text="هجوم على المطار", day="2021-02-15", place="مطار أربيل")
    reaction = event("a", "ACCUSE/disapprove", "دان", text=text, at=200, actors=("IRQ GOV",))
    meant = event("a", "ASSAULT", "الهجوم", text=text, at=200)
    found = merge(mentions(attack, reaction, meant))
    assert [[link.kind for link in h.links] for h in found] == [[], ["same_matter"]]


def test_a_plan_that_came_to_nothing_has_no_outcome():
    late = talks("late", "2021-09-01", "الثالثة")
    assert links(CONSENT, late) == []
