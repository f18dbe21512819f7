from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from waqai.evaluate import Evaluation, EvaluationError, evaluate
from waqai.evaluate.figures import Share

from .coding import record
from .conftest import GOLD, STORIES, write

BY_ID = {s["id"]: s for s in STORIES}


def perfect() -> list[dict[str, Any]]:
    return [record(g, BY_ID[g["doc"]]) for g in GOLD]


def run(folder: Path, coded: list[dict[str, Any]], **options: Any) -> Evaluation:
    return evaluate(folder / "gold.jsonl", write(folder / "coded.jsonl", coded), **options)


def test_a_perfect_coder_scores_one(folder: Path) -> None:
    e = run(folder, perfect())
    assert (e.figures.event.f1, e.figures.dyad.f1) == (1.0, 1.0)
    assert e.figures.event.tp == 3  # the optional fourth counts as nothing
    assert e.figures.source == Share(1.0, 3)
    assert not e.warnings


def test_a_missed_optional_mention_costs_nothing(folder: Path) -> None:
    e = run(folder, [r for r in perfect() if r["event_type"] != "REQUEST"])
    assert e.figures.event.f1 == 1.0


def test_missed_and_extra_mentions(folder: Path) -> None:
    coded = perfect()[1:]
    extra = {**coded[0], "event_type": "PROTEST", "anchor": {"text": "الطقس", "start": 84, "end": 89}}
    e = run(folder, [*coded, extra], errors=5)
    assert (e.figures.event.tp, e.figures.event.fp, e.figures.event.fn) == (2, 1, 1)
    assert [f.anchor for f in e.errors["missed"]] == ["زار"]
    assert e.errors["missed"][0].sentence == STORIES[0]["sentences"]["1"]  # type: ignore[index]
    assert [f.anchor for f in e.errors["not in gold"]] == ["الطقس"]


def test_an_exchanged_dyad_keeps_the_event(folder: Path) -> None:
    coded = perfect()
    coded[0]["actors"], coded[0]["recipients"] = coded[0]["recipients"], coded[0]["actors"]
    e = run(folder, coded)
    assert e.figures.event.f1 == 1.0
    assert (e.figures.dyad.tp, e.figures.dyad.fp, e.figures.dyad.fn) == (2, 1, 1)
    assert e.figures.actor == Share(0.667, 3)


def test_type_taken_for_another_is_confusion(folder: Path) -> None:
    coded = perfect()
    coded[1]["event_type"] = "REJECT"
    e = run(folder, coded, errors=1)
    assert [(c.gold, c.coded, c.count) for c in e.confusion] == [("ACCUSE", "REJECT", 1)]
    assert e.errors["another type"][0].doc == "a"


def test_another_type_on_other_words_is_no_confusion(folder: Path) -> None:
    coded = perfect()
    coded[1]["event_type"] = "REJECT"
    coded[1]["anchor"] = {**coded[1]["anchor"], "text": "بالتقصير"}
    assert run(folder, coded).confusion == []


@pytest.mark.parametrize(
    ("first", "last", "right"),
    [
        ("2021-04-01", "2021-04-30", True),
        ("2021-04-03", "2021-04-03", True),
        ("2021-03-30", "2021-04-03", False),
        ("2021-04-29", "2021-05-02", False),
    ],
)
def test_a_stated_month_holds_its_days(folder: Path, first: str, last: str, right: bool) -> None:
    coded = perfect()
    coded[1]["date"] = {"start": first, "end": last}
    e = run(folder, coded)
    assert e.figures.date == Share(1.0 if right else 0.5, 2)


def test_source_by_a_shared_word_whatever_the_spelling(folder: Path) -> None:
    coded = perfect()
    coded[3]["source"] = {"text": "المصدر", "start": 0, "end": 1}
    assert run(folder, coded).figures.source == Share(1.0, 3)
    coded[3]["source"] = {"text": "الشرطة", "start": 0, "end": 1}
    assert run(folder, coded).figures.source == Share(0.667, 3)
    coded[0]["source"] = {"text": "وكالة", "start": 0, "end": 1}
    assert run(folder, coded).figures.source == Share(0.333, 3)


def test_groups_by_type_and_publisher(folder: Path) -> None:
    coded = perfect()[:2]
    assert run(folder, coded, by="type").by["ASSAULT"].event.fn == 1
    by = run(folder, coded, by="publisher").by
    assert (by["north"].event.f1, by["south"].event.f1) == (1.0, 0.0)


def test_calibration_bands(folder: Path) -> None:
    coded = perfect()
    for r, confidence in zip(coded, (0.95, 0.55, 0.1, 0.5), strict=True):
        r["confidence"] = confidence
    coded[3]["event_type"] = "PROTEST"
    found = run(folder, coded).calibration
    assert found is not None
    # The optional mention (0.1) is neither right nor wrong.
    assert [(b.low, b.records, b.confidence, b.precision) for b in found.bands] == [
        (0.5, 2, 0.525, 0.5),
        (0.9, 1, 0.95, 1.0),
    ]
    assert found.error == pytest.approx((0.025 * 2 + 0.05) / 3, abs=1e-3)


def test_no_calibration_without_confidence(folder: Path) -> None:
    assert run(folder, [{**r, "confidence": None} for r in perfect()]).calibration is None


def test_interval_encloses_the_figure_and_is_stable(tmp_path: Path) -> None:
    stories = [{**STORIES[1], "id": f"s{n}"} for n in range(30)]
    gold = [{**GOLD[3], "doc": s["id"]} for s in stories]
    write(tmp_path / "stories.jsonl", stories)
    write(tmp_path / "gold.jsonl", gold)
    coded = [record(g, s) for g, s in zip(gold, stories, strict=True)][:20]
    first, second = run(tmp_path, coded).interval, run(tmp_path, coded).interval
    assert first is not None
    assert first == second
    low, high = first.event_f1
    assert 0.5 < low < 0.8 < high < 1.0  # 20 of 30 found: F1 0.8
    assert first.documents == 30


def test_no_interval_of_few_documents(folder: Path) -> None:
    assert run(folder, perfect()).interval is None


def test_articles_with_text_serve_as_stories(folder: Path) -> None:
    articles = [{"id": s["id"], "publisher": "p", "text": "\n".join(s["sentences"].values())} for s in STORIES]  # type: ignore[attr-defined]
    path = write(folder / "elsewhere.jsonl", articles)
    assert run(folder, perfect(), stories=path).figures.event.f1 == 1.0


def test_blank_lines_of_a_text_count_no_sentence(folder: Path) -> None:
    (folder / "stories.jsonl").unlink()
    lines = list(STORIES[0]["sentences"].values())  # type: ignore[attr-defined]
    text = f"{lines[0]}\n\n{lines[1]}\n"
    write(folder / "articles.jsonl", [{"id": "a", "text": text}])
    gold = [GOLD[1]]
    write(folder / "gold.jsonl", gold)
    coded = record(GOLD[1], STORIES[0])
    at = text.index("اتهم")
    coded["anchor"] = {"text": "اتهم", "start": at, "end": at + 4}
    e = run(folder, [coded])
    assert e.figures.event.f1 == 1.0
    assert not e.warnings


def test_another_text_is_told(folder: Path) -> None:
    coded = perfect()
    for r in coded:
        r["anchor"] = {**r["anchor"], "start": r["anchor"]["start"] + 1}
    (warning,) = run(folder, coded).warnings
    assert "another text" in warning


def test_documents_outside_the_stories(folder: Path) -> None:
    stray = {**perfect()[0], "doc_id": "elsewhere", "event_id": "stray"}
    e = run(folder, [*perfect(), stray])
    assert e.figures.event.fp == 1
    assert "counted as wrong" in e.warnings[0]


def test_a_doubled_file_is_told(folder: Path) -> None:
    e = run(folder, [*perfect(), *perfect()])
    assert "event_id" in e.warnings[0]
    assert e.figures.event.fp == 4


def test_nothing_coded(folder: Path) -> None:
    e = run(folder, [])
    assert (e.figures.event.f1, e.figures.event.fn) == (0.0, 3)
    assert e.warnings


class TestTwoCoders:
    def test_records_against_records_need_no_stories(self, tmp_path: Path) -> None:
        one = write(tmp_path / "one.jsonl", perfect())
        e = evaluate(one, one)
        assert e.figures.event.f1 == e.figures.dyad.f1 == 1.0
        assert {a.field: a.alpha for a in e.agreement}["type"] == 1.0

    def test_other_sentence_bounds_still_meet(self, tmp_path: Path) -> None:
        one = write(tmp_path / "one.jsonl", perfect())
        cut = perfect()
        for r in cut:
            r["sentence"] = {**r["sentence"], "start": r["anchor"]["start"], "end": r["anchor"]["end"]}
        assert evaluate(one, write(tmp_path / "two.jsonl", cut)).figures.event.f1 == 1.0

    def test_disagreement_shows_in_alpha(self, tmp_path: Path) -> None:
        one = write(tmp_path / "one.jsonl", perfect())
        other = perfect()
        other[0]["status"] = "future"
        other[1]["event_type"] = "REJECT"
        e = evaluate(one, write(tmp_path / "two.jsonl", other[:3]))
        rows = {a.field: a for a in e.agreement}
        # type: CONSULT and REQUEST alike, ACCUSE as REJECT, ASSAULT only by the first.
        assert (rows["type"].percent, rows["type"].units) == (0.5, 4)
        assert (rows["status"].percent, rows["status"].units, rows["status"].alpha) == (0.5, 2, 0.0)
        # Both actors are Iraq's: agreement without variation shows nothing.
        assert (rows["actor"].percent, rows["actor"].alpha) == (1.0, None)
        assert rows["recipient"].alpha == 1.0

    def test_annotators_against_each_other(self, folder: Path) -> None:
        second = [{**g, "status": "future"} if g["doc"] == "b" else g for g in GOLD]
        write(folder / "second.jsonl", second)
        e = evaluate(folder / "gold.jsonl", folder / "second.jsonl")
        assert e.figures.event.f1 == 1.0
        assert e.figures.status == Share(0.667, 3)
        assert e.figures.date == Share(1.0, 2)

    def test_annotations_and_records_need_stories(self, folder: Path) -> None:
        (folder / "stories.jsonl").unlink()
        with pytest.raises(EvaluationError, match="--stories"):
            run(folder, perfect())
