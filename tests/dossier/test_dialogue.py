"""What the dossier of the example matter must say, and what it must not."""

from __future__ import annotations

from waqai import Article, Coder
from waqai.dossier import build, matter
from waqai.dossier.chart import chart
from waqai.dossier.evidence import party
from waqai.dossier.language import language
from waqai.dossier.model import Dossier, Line
from waqai.records import Entity


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


def test_all_counts_are_of_the_same_happenings(dialogue: Dossier) -> None:
    summary = dialogue.summary
    counts = (summary.by_mark, summary.by_type, dialogue.corroboration)
    assert [sum(count.values()) for count in counts] == [len(dialogue.timeline)] * 3
    assert summary.corroborated == dialogue.corroboration["2"] + dialogue.corroboration["3+"]


def test_presidents_who_meet_on_the_day_of_a_round_are_not_the_round(dialogue: Dossier) -> None:
    told = " ".join(piece.text for step in dialogue.rounds[3].steps for piece in step.evidence)
    assert "اجتماع في البيت الأبيض" not in told
    assert {p.name_en for p in dialogue.rounds[3].parties} == {"United States", "Iraq"}
    assert any({"Joe Biden", "Mustafa al-Kadhimi"} == {p.name_en for p in m.parties} for m in dialogue.meetings)


def test_who_orders_a_strike_is_not_who_strikes(dialogue: Dossier) -> None:
    assert not any(p.name_en == "Joe Biden" for line in dialogue.timeline for p in line.recipients)
    by_day = {i.date.start: i for i in dialogue.incidents if i.date is not None}
    assert not any(p.name_en == "Joe Biden" for claim in by_day["2021-06-27"].claims for p in claim.who)


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


def test_whom_one_accusation_names_for_two_attacks(dialogue: Dossier) -> None:
    (base,) = [i for i in dialogue.incidents if i.date is not None and i.date.start == "2021-03-03"]
    (claim,) = base.claims
    assert (claim.kind, claim.by and claim.by.country, [p.sector for p in claim.who]) == ("alleged", "USA", ["PRM"])


def test_no_weapon_is_a_perpetrator(dialogue: Dossier) -> None:
    for incident in dialogue.incidents:
        for claim in incident.claims:
            assert not any(word in p.text for p in claim.who for word in ("صواريخ", "مفخخة"))


def test_the_dead_of_taji_and_the_wounded_of_erbil(dialogue: Dossier) -> None:
    by_day = {i.date.start: i for i in dialogue.incidents if i.date is not None}
    told = {day: {(c.kind, c.min) for c in by_day[day].counts} for day in ("2020-03-11", "2021-02-15")}
    assert told["2020-03-11"] == {("killed", 3.0)}
    assert told["2021-02-15"] == {("killed", 1.0), ("injured", 6.0), ("injured", 9.0)}


def test_what_the_coalition_hands_over_to_a_side(dialogue: Dossier) -> None:
    found = [line for line in dialogue.timeline if line.date is not None and line.date.start == "2020-08-23"]
    assert [[p.country for p in line.actors] for line in found] == [["IGO"]]


def test_who_is_whose(dialogue: Dossier) -> None:
    for group in dialogue.positions:
        for one in group.positions:
            text = one.evidence[0].text
            if "وتطالب أحزاب شيعية" in text or "فصائل مسلحة قد رفضت" in text:
                assert group.country != "USA"
    told = {p.speaker.name_en for g in dialogue.positions for p in g.positions}
    assert "Matthew Miller" not in told


def test_no_force_sat_at_the_table(dialogue: Dossier) -> None:
    assert not any(p.sector == "MIL" for r in (*dialogue.rounds, *dialogue.meetings) for p in r.parties)


def test_a_promised_cut_is_no_withdrawal(dialogue: Dossier) -> None:
    for line in dialogue.timeline:
        if any("بمواصلة خفض قواتها" in piece.text for piece in line.evidence):
            assert line.type == "CONCEDE"


def test_what_is_avenged_is_not_of_the_day_of_revenge(dialogue: Dossier) -> None:
    struck = [i for i in dialogue.incidents if any("ردا على هجمات" in e.text for e in i.evidence)]
    assert all(i.date is None or any("غارات" in e.text for e in i.evidence) for i in struck)


def test_a_blow_that_is_answered_has_not_the_day_of_the_answer(dialogue: Dossier) -> None:
    (line,) = [x for x in dialogue.timeline if [p.text for p in x.recipients] == ["أمريكيين"]]
    assert line.date is None


def test_host_and_guest_contradict_nobody(dialogue: Dossier) -> None:
    lines = {x.id: x for x in dialogue.timeline}
    of_actors = [d for d in dialogue.disputes if d.field == "actors" and d.happening in lines]
    assert not any(lines[d.happening or ""].type == "CONSULT" for d in of_actors)


def test_days_counted_from_what_was_told_before(dialogue: Dossier) -> None:
    by_day = {i.date.start: i for i in dialogue.incidents if i.date is not None}
    assert any("بعد يومين" in piece.text for piece in by_day["2020-03-13"].evidence)
    assert any("وبعد ساعات من كشفها" in piece.text for piece in by_day["2020-11-17"].evidence)
    assert not any("إصابة" in p.text for p in by_day["2020-11-17"].victims)
    assert "2020-12-20" in by_day  # on the embassy, told without a place


def test_each_request_is_its_own(dialogue: Dossier) -> None:
    assert not any("USA" in {p.country for p in r.by} for r in dialogue.requests if r.mode == "meet")


def test_the_answer_of_the_day(dialogue: Dossier) -> None:
    (line,) = [t for t in dialogue.timeline if any("بالإعلان عن عقد المحادثات" in piece.text for piece in t.evidence)]
    assert (line.mark, line.date.start[:7] if line.date else None) == ("planned", "2021-04")


def test_no_visit_on_the_day_of_taking_office(dialogue: Dossier) -> None:
    assert not any(line.date and line.date.start.startswith("2020-05") for line in dialogue.timeline)


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


def test_a_new_round_announced_stands_with_the_one_held_after_it(dialogue: Dossier) -> None:
    announced = [s for s in dialogue.rounds[1].steps if s.mark == "planned"]
    assert [s.date.start[:7] for s in announced if s.date] == ["2020-07"]
    assert not any(m.mark == "planned" and m.date and m.date.start == "2020-07-01" for m in dialogue.meetings)


def test_one_sentence_answers_a_request_once(dialogue: Dossier) -> None:
    for request in dialogue.requests:
        sentences = [(e.article, e.start) for answer in request.answers for e in answer.evidence]
        assert len(sentences) == len(set(sentences))


def test_what_is_announced_is_called_by_what_it_is(dialogue: Dossier) -> None:
    words = language("en")
    planned = [line for line in dialogue.timeline if line.mark == "planned" and line.round == 3]
    assert [words.act(line) for line in planned] == ["talks"]


def test_accusations_and_denials_with_their_speakers(dialogue: Dossier) -> None:
    by = {p.country for a in dialogue.accusations for p in a.by}
    assert {"USA", "IRQ", "IRN", "UNO", "DNK"} <= by
    denied = {p.speaker.country for p in dialogue.denials}
    assert {"USA", "IRQ"} <= denied


def test_no_condition_is_a_happening(dialogue: Dossier) -> None:
    assert not any("ما لم" in e.text and line.type == "RETREAT" for line in dialogue.timeline for e in line.evidence)


def test_a_base_called_shorter_is_no_contradiction(dialogue: Dossier) -> None:
    assert not any(d.field == "recipients" for d in dialogue.disputes)


def test_who_claims_who_is_accused_and_who_denies(dialogue: Dossier) -> None:
    erbil = next(i for i in dialogue.incidents if i.date is not None and i.date.start == "2021-02-15")
    claims = [(c.kind, p.name_en or p.text) for c in erbil.claims for p in c.who]
    assert ("claimed", "Saraya Awliya al-Dam") in claims
    assert ("denied", "Iran") in claims
    assert any(kind == "alleged" for kind, _ in claims)
    # whom others merely speak of after the claim, they do not name
    assert not any(kind == "stated" for kind, _ in claims)
    assert not any(d.field == "status" and d.happening == erbil.id for d in dialogue.disputes)
    assert {"IRN", "IRQ"} <= {p.speaker.country for p in dialogue.denials}


def test_what_failed_is_not_denied(coder: Coder) -> None:
    text = "انتهت جولة المفاوضات بين مصر وإثيوبيا في الخرطوم من دون التوصل إلى اتفاق بين البلدين."
    article = Article(id="a", text=text, date="2021-04-07")
    found = build.from_articles(coder, [article], matter.parse("EGY-ETH", coder.table))
    assert {line.type: line.mark for line in found.timeline}["AGREE"] == "not_done"


def test_names_of_the_other_script_are_isolated(dialogue: Dossier) -> None:
    words = language("en")
    for incident in dialogue.incidents:
        for claim in incident.claims:
            for who in (*claim.who, *([claim.by] if claim.by else [])):
                shown = words.party(who)
                assert not words.is_arabic(shown) or f"\u2068{shown}\u2069" in words.claim(claim)


def _line(dialogue: Dossier, kind: str, words: str) -> Line:
    told = (line for line in dialogue.timeline if line.type == kind)
    return next(line for line in told if any(words in e.text for e in line.evidence))


def test_the_answers_to_the_request_and_no_other_accord(dialogue: Dossier) -> None:
    (request,) = [r for r in dialogue.requests if r.mode == "meet"]
    assert [(a.told, a.mark, a.date.start[:7] if a.date else None) for a in request.answers] == [
        ("2021-03-24", "planned", "2021-04"),  # the White House announced the talks on the day of the request
        ("2021-03-25", "happened", "2021-03"),
    ]
    assert language("en").answered(request.answers[0]) == "announced for April 2021 · 24 March 2021"


def test_people_are_not_their_state_and_what_is_hit_is_not_it_either(dialogue: Dossier) -> None:
    en, ar = language("en"), language("ar")
    marchers = _line(dialogue, "PROTEST", "تظاهر آلاف العراقيين")
    green_zone = _line(dialogue, "ASSAULT", "سقطت صواريخ على المنطقة الخضراء")
    assert {ar.party(p) for p in marchers.actors} == {"آلاف العراقيين"}
    assert "Iraq" not in {en.party(p) for p in (*marchers.actors, *green_zone.recipients)}
    assert en.headline(green_zone).startswith("shelling or rockets: by whom is not told → ")


def test_on_whose_word_a_line_stands(dialogue: Dossier) -> None:
    assert [p.name_en for p in _line(dialogue, "COOPERATE", "إن العراقيين ساعدوا بلاده").by] == ["Lloyd Austin"]
    assert _line(dialogue, "ASSAULT", "استهدفت عشرة صواريخ").by == ()


def test_the_report_stands_before_the_accusation(dialogue: Dossier) -> None:
    erbil, base = [i for i in dialogue.incidents if any("وتتهم الإدارة الأمريكية" in e.text for e in i.evidence)]
    assert "وتتهم" not in erbil.evidence[0].text
    assert "وتتهم" not in base.evidence[0].text


def test_the_preposition_is_not_of_the_name() -> None:
    told = [("للفصائل", "الفصائل"), ("للجنة", "اللجنة"), ("للجيش التركي", "الجيش التركي"), ("لله", "لله")]
    for text, shown in told:
        assert party(Entity(text, 0, len(text))).text == shown


def test_what_the_asked_one_announces_is_a_step_of_the_round(dialogue: Dossier) -> None:
    told = [piece.text for step in dialogue.rounds[2].steps for piece in step.evidence]
    assert any("بالإعلان عن عقد المحادثات" in text for text in told)


def test_an_accord_welcomed_two_days_later_is_the_accord(dialogue: Dossier) -> None:
    july = [t for t in dialogue.timeline if t.act == "agreement" and t.date and t.date.start >= "2021-07-20"]
    assert len(july) == 1
    assert any("باتفاق بغداد وواشنطن" in piece.text for piece in july[0].evidence)


def test_a_promise_is_no_accord_of_both(dialogue: Dossier) -> None:
    april = {t.act: t for t in dialogue.timeline if t.type == "AGREE" and t.date and t.date.start == "2021-04-07"}
    assert {p.country for p in april["agreement"].actors} == {"IRQ", "USA"}
    assert {p.country for p in april["promise"].actors} == {"IRQ"}
    assert "→" in language("en").headline(april["promise"])


def test_attacks_again_and_again_since_a_month(dialogue: Dossier) -> None:
    first = dialogue.timeline[0]
    assert first.date is not None
    assert language("en").when(first.date) == "since October 2019"
    assert not any(a.date and a.date.start.startswith("2019") for a in dialogue.accusations)


def test_charges_that_are_rejected_are_denied(dialogue: Dossier) -> None:
    assert any("ورفضت وزارة الخارجية الإيرانية الاتهامات" in p.evidence[0].text for p in dialogue.denials)


def test_one_country_that_struck_is_told_once(dialogue: Dossier) -> None:
    by_day = {i.date.start: i for i in dialogue.incidents if i.date is not None}
    (claim,) = by_day["2020-01-08"].claims
    assert (claim.by, claim.who[0].name_en) == (None, "Islamic Revolutionary Guard Corps")


def test_each_toll_has_its_own_speaker(dialogue: Dossier) -> None:
    told = {(v.value, v.by[0].name_en) for d in dialogue.disputes for v in d.values if d.field == "killed" and v.by}
    assert ("1", "Kata'ib Hezbollah") in told
    assert ("7+", "Syrian Observatory for Human Rights") in told


def test_talks_and_deals_answer_no_demand(dialogue: Dossier) -> None:
    assert not any(r.answers for r in dialogue.requests if r.mode != "meet")


def test_the_mission_of_an_alliance_grows(dialogue: Dossier) -> None:
    told = [(s.kind, s.min, s.about) for s in dialogue.strengths if s.owner and s.owner.country == "IGO"]
    assert told == [("before", 500.0, False), ("planned", 4000.0, True)]


def test_labels_are_not_cut(dialogue: Dossier) -> None:
    texts = {p.text for line in dialogue.timeline for p in (*line.actors, *line.recipients)}
    assert {"فصائل موالية لإيران", "أرتال إمداد للتحالف الدولي", "وزارتا النفط والكهرباء"} <= texts


def test_a_wish_and_a_number_of_troops_are_no_happenings(dialogue: Dossier) -> None:
    told = " ".join(piece.text for line in dialogue.timeline for piece in line.evidence)
    assert "رغبته في سحب القوات" not in told
    assert "وينتشر في العراق حاليا 2500 جندي" not in told
    assert any("رغبته" in p.evidence[0].text for side in dialogue.positions for p in side.positions)


def test_one_tells_what_the_doer_denies(dialogue: Dossier) -> None:
    (dispute,) = [d for d in dialogue.disputes if d.field == "status"]
    assert [v.value for v in dispute.values] == ["actual", "negated"]
    by = [[p.name_en or p.text for p in v.by] for v in dispute.values]
    assert by == [["Lloyd Austin"], ["وزارة الدفاع العراقية"]]
    assert [language("en").value(v) for v in dispute.values] == ["happened", "denied"]


def test_a_label_that_looks_like_its_mode_is_found(dialogue: Dossier) -> None:
    (line,) = [x for x in dialogue.timeline if x.type == "CONSULT" and x.mode == "visit"]
    assert language("en").act(line) == "visit"


def test_targets_end_where_the_attack_begins(dialogue: Dossier) -> None:
    for incident in dialogue.incidents:
        assert not any("لقصف" in p.text or "لهجمات" in p.text for p in incident.victims)
        assert not any("مدنيين" in p.text for claim in incident.claims for p in claim.who)


def test_labels_of_the_chart_cover_no_other(dialogue: Dossier) -> None:
    for code in ("en", "ar"):
        drawn = chart(dialogue.strengths, language(code))
        assert drawn is not None
        boxes = [(p.x, p.label_y, 3.75 * len(p.label)) for p in drawn.points]
        for at, (x, y, half) in enumerate(boxes):
            assert all(abs(x - a) >= half + b or abs(y - c) >= 12 for a, c, b in boxes[at + 1 :])
            assert all(abs(x - p.x) >= half or not y - 14 < p.y < y + 2 for n, p in enumerate(drawn.points) if n != at)
