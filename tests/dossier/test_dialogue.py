"""What the dossier of the example matter must say, and what it must not."""

from __future__ import annotations

from waqai.dossier.model import Dossier


def test_every_round_with_its_month_and_status(dialogue: Dossier) -> None:
    found = [(r.number, r.date.start[:7] if r.date else None, r.mark) for r in dialogue.rounds]
    assert found == [
        (1, "2020-06", "happened"),
        (2, "2020-08", "happened"),
        (3, "2021-04", "happened"),
        (4, "2021-07", "happened"),
    ]
    for one in dialogue.rounds:
        assert {p.country for p in one.parties} == {"USA", "IRQ"}
    third = dialogue.rounds[2]
    assert any(step.mark == "planned" for step in third.steps)


def test_the_request_and_to_whom_it_was_handed(dialogue: Dossier) -> None:
    (request,) = [r for r in dialogue.requests if r.mode == "meet"]
    assert any("ماثيو تولر" in delivery.to.text for delivery in request.deliveries)
    assert request.answers


def test_who_struck_whom(dialogue: Dossier) -> None:
    by_day = {i.date.start: i for i in dialogue.incidents if i.date is not None}
    victims = {p.name_en for p in by_day["2020-01-03"].victims}
    assert victims == {"Qasem Soleimani", "Abu Mahdi al-Muhandis"}
    assert {p.country for claim in by_day["2020-01-03"].claims for p in claim.who} == {"USA"}
    assert "IRN" in {p.country for claim in by_day["2020-01-08"].claims for p in claim.who}
    for incident in dialogue.incidents:  # the wounded did not fire the rockets
        assert not any("أشخاص" in p.text for claim in incident.claims for p in claim.who)


def test_iraq_did_not_talk_with_its_enemy(dialogue: Dossier) -> None:
    for line in dialogue.timeline:
        if line.type == "CONSULT":
            assert "IMG" not in {p.country for p in (*line.actors, *line.recipients)}


def test_a_round_gathers_no_visits_and_nothing_announced_after_it(dialogue: Dossier) -> None:
    first, second, third = dialogue.rounds[:3]
    assert first.place is None  # held by video: the country that it was about is no venue
    assert {step.mark for step in first.steps} == {"happened"}  # في ختام أول محادثات
    told = " ".join(piece.text for step in second.steps for piece in step.evidence)
    assert "ترامب" not in told
    assert not any("المحادثات الفنية" in piece.text for step in third.steps for piece in step.evidence)


def test_the_agenda_told_by_officials(dialogue: Dossier) -> None:
    (topic,) = [t for t in dialogue.agenda if t.text.startswith("سحب ما تبقى")]
    assert topic.mark == "planned"
    assert topic.source is not None
