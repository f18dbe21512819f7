"""How well the coder's own mentions are merged, on the annotated set (tests/record/data): floors that only move up."""

from collections import Counter
from pathlib import Path

import msgspec
import pytest

from waqai import Coder
from waqai.examples import ARTICLES
from waqai.record import group_articles, mentions_of, merge
from waqai.record.bcubed import anchor_spans, anchored, bcubed, pairs, read
from waqai.records import Article

DATA = Path(__file__).parent / "data"
FLOOR = 0.88  # B-cubed F1
FLOOR_PAIRS = 0.65


@pytest.fixture(scope="module")
def articles():
    lines = [*ARTICLES.read_bytes().splitlines(), *(DATA / "articles.jsonl").read_bytes().splitlines()]
    return [msgspec.json.decode(line, type=Article) for line in lines]


@pytest.fixture(scope="module")
def gold():
    return read(DATA / "happenings.jsonl")


def test_the_set_is_sound(articles, gold):
    texts = {a.id: a.text for a in articles}
    assert len(gold) >= 150
    assert len({m.happening for m in gold}) >= 60
    assert len({(m.doc, m.sent, m.anchor) for m in gold}) == len(gold)
    for mention in gold:
        assert anchor_spans(texts[mention.doc], mention.sent, mention.anchor), mention


def test_near_copies_of_the_set(articles):
    groups = group_articles(articles)
    assert {k: v for k, v in groups.items() if k != v} == {
        "sham-05": "sham-04",
        "sudan-06": "sudan-05",
        "marfa-10": "marfa-09",
    }


def test_merging(articles, gold):
    coder = Coder()
    events = [event for article in articles for event in coder.code_article(article).events]
    happenings = merge(mentions_of(events, group_articles(articles)))
    assert sorted(id for h in happenings for id in h.events) == sorted(e.event_id for e in events)
    meant = anchored(gold, {a.id: a.text for a in articles}, events)
    found = {id: h.id for h in happenings for id in h.events}
    both = Counter(meant.values())
    assert len(meant) >= 150
    assert len(both) >= 60
    assert bcubed(meant, found).f1 >= FLOOR
    assert pairs(meant, found).f1 >= FLOOR_PAIRS
    # doing nothing scores far less, so that the floor means something
    assert bcubed(meant, {key: key for key in meant}).f1 < FLOOR - 0.05


def test_bcubed_by_hand():
    gold = {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2}
    found = {"a": "x", "b": "x", "c": "y", "d": "y", "e": "y", "f": "y"}
    score = bcubed(gold, found)
    assert score.precision == pytest.approx((1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5)
    assert score.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)
    assert pairs(gold, found) == (2 / 4, 2 / 4)
    assert bcubed({}, found).f1 == 0.0
