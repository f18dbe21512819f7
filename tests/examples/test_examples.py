"""The shape of the example files: what users and later features count on."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from typing import Any

import pytest

from waqai.evaluate.read import read_mentions, read_stories
from waqai.examples import ARTICLES, GOLD


def rows(path: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines()]


ALL = rows(ARTICLES)
NOTES = rows(GOLD)
SENTENCES = {(a["id"], n): s for a in ALL for n, s in enumerate(a["text"].split("\n"), 1)}


def test_enough_articles_of_several_publishers() -> None:
    assert len(ALL) >= 14
    assert len({a["id"] for a in ALL}) == len(ALL)
    publishers = Counter(a["publisher"] for a in ALL)
    assert len(publishers) >= 5
    assert {len({a["text"] for a in ALL}), len({a["title"] for a in ALL})} == {len(ALL)}


@pytest.mark.parametrize("article", ALL, ids=lambda a: a["id"])
def test_an_article(article: dict[str, Any]) -> None:
    assert list(article) == ["id", "date", "title", "publisher", "url", "text"]
    day = datetime.date.fromisoformat(article["date"])
    assert datetime.date(2020, 6, 11) <= day <= datetime.date(2021, 7, 31)
    assert article["url"] is None or article["url"].startswith("https://example.org/")
    assert 80 <= len(article["text"].split()) <= 220
    for line in article["text"].split("\n"):
        assert line == line.strip()
        assert line.endswith(".")


@pytest.mark.parametrize("note", NOTES, ids=lambda n: f"{n['doc']}-{n['sent']}-{n['type']}")
def test_a_note_stands_in_its_sentence(note: dict[str, Any]) -> None:
    sentence = SENTENCES[note["doc"], note["sent"]]
    words = [note["anchor"], *note["actor"], *note["recipient"], note["place"], note["source"]]
    for word in words:
        assert word is None or word.startswith("[") or word in sentence
    assert note["sure"] in (0, 1)


def test_the_readers_take_both_files() -> None:
    assert len(read_stories(ARTICLES)) == len(ALL)
    assert len(read_mentions(GOLD).mentions) == len(NOTES)


def test_the_notes_show_many_types_and_every_article() -> None:
    assert len({n["type"] for n in NOTES}) >= 12
    assert {n["status"] for n in NOTES} == {"actual", "future", "hypothetical", "negated", "historical"}
    assert {n["doc"] for n in NOTES} == {a["id"] for a in ALL}


def test_happenings_are_told_by_several_and_contradicted() -> None:
    third_round = {n["doc"] for n in NOTES if n["type"] == "CONSULT" and (n["date"] or "") == "2021-04-07"}
    publishers = {a["publisher"] for a in ALL if a["id"] in third_round}
    assert len(publishers) >= 3
    texts = " ".join(a["text"] for a in ALL if "2021-03" in a["date"])
    assert "2500" in texts
    assert "ثلاثة آلاف" in texts
