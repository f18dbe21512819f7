"""Adding: what is new, there, changed, double or stale."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from store_coder import StoreCoder

from waqai.errors import Failure, Notice
from waqai.records import Article
from waqai.store import Filter, Project
from waqai.store.adding import add, kept
from waqai.store.status import status

TEXT = "اتهم الوزير الجيش ثم قصف الموقع"


def article(number: int, text: str = TEXT, **more: str) -> Article:
    return Article(f"a{number}", f"{text} {number}", "2021-03-23", "عنوان", "وكالة", **more)


def test_what_is_there_is_skipped_and_what_changed_is_coded_anew(project: Project) -> None:
    first = add(project, map(article, range(5)), StoreCoder())
    assert (first.new, first.there, first.types["ACCUSE"], first.statements) == (5, 0, 5, 10)
    before = list(project.mentions())
    again = add(project, [article(i) for i in range(7)], StoreCoder())
    assert (again.new, again.there, again.changed) == (2, 5, 0)
    assert list(project.mentions())[:10] == before
    changed = add(project, [article(1, "التقى الوزير"), article(2, url="https://x.example")], StoreCoder())
    assert (changed.changed, changed.there) == (2, 0)
    assert [e.event_type for e in project.mentions(Filter(docs=("a1",)))] == ["CONSULT"]
    assert [e.url for e in project.mentions(Filter(docs=("a2",)))] == ["https://x.example"] * 2
    assert project.count("articles") == 7
    assert project.count("mentions") == 13
    found = project.article("a1")
    assert found is not None
    assert found.text == "التقى الوزير 1"
    assert project.count("mentions", Filter(words="اتهم")) == 12
    assert project.article("nobody") is None


def test_records_come_back_exactly(project: Project) -> None:
    odd = Article("x\x00y", "قصف\x00\ud7ff \U0001f600 'قصف' -- ;", None, "a\x00b", None, None, "f, row 1")
    add(project, [odd, article(1)], StoreCoder())
    assert project.article("x\x00y") == odd
    made = [*StoreCoder().code_article(article(1)).events, *StoreCoder().code_article(odd).events]
    assert msgspec.json.encode(list(project.mentions())) == msgspec.json.encode(made)
    said = list(project.statements())
    assert [s.statement for s in said] == [
        *StoreCoder().code_article(article(1)).statements,
        *StoreCoder().code_article(odd).statements,
    ]
    assert (said[0].article.id, said[0].article.publisher, said[0].article.text) == ("a1", "وكالة", "")


def test_of_two_articles_of_one_id_the_first_is_kept(project: Project) -> None:
    told: list[Failure | Notice] = []
    two = [article(1), article(1), article(1, "التقى")]
    for _ in range(2):
        tally = add(project, two, StoreCoder(), report=told.append)
        assert (tally.articles, tally.failed) == (2, 1)
        assert [e.event_type for e in project.mentions()] == ["ACCUSE", "ASSAULT"]
    assert [one.kind for one in told] == ["duplicate-id"] * 2


def test_failures_are_told_and_tried_again(project: Project) -> None:
    told: list[Failure | Notice] = []
    for _ in range(2):
        tally = add(project, [article(1, "RAISE"), article(2), article(3, "NOTE")], StoreCoder(), report=told.append)
        assert (tally.failed, project.count("articles")) == (1, 2)
    assert [one.kind for one in told] == ["coding", "note", "coding"]


def test_stale_articles_are_coded_anew_when_asked(project: Project) -> None:
    add(project, map(article, range(4)), StoreCoder())
    assert list(kept(project, ("1", "words"))) == []
    assert [one.id for one in kept(project, ("2", "words"))] == ["a0", "a1", "a2", "a3"]
    skipped = add(project, [article(0)], StoreCoder(version="2"))
    assert (skipped.there, skipped.stale) == (1, 1)
    tally = add(project, [article(0)], StoreCoder(version="2"), recode=True)
    assert tally.recoded == 1
    assert {(v.coder, v.articles, v.current) for v in status(project, ("2", "words")).versions} == {
        ("1", 3, False),
        ("2", 1, True),
    }
    coder = StoreCoder(version="2")
    assert add(project, kept(project, coder.versions), coder, recode=True).recoded == 3
    assert add(project, kept(project), coder, force=True).recoded == 4
    assert [one.id for one in project.articles()] == ["a0", "a1", "a2", "a3"]
    assert project.count("mentions") == 8


def test_batches_are_reported_once_they_are_kept(project: Project, place: str) -> None:
    seen: list[str] = []

    def written(ids: object, tally: object) -> None:
        seen.extend(ids)  # type: ignore[arg-type]
        with Project.open(place) as other:
            assert {one.id for one in other.articles()} == set(seen)

    add(project, map(article, range(150)), StoreCoder(), written=written)
    assert seen == [f"a{i}" for i in range(150)]


def test_an_interruption_keeps_what_was_coded(project: Project) -> None:
    def interrupted() -> Iterator[Article]:
        yield from map(article, range(70))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add(project, interrupted(), StoreCoder(), workers=1)
    assert project.count("articles") == 64
    assert add(project, map(article, range(70)), StoreCoder()).new == 6
