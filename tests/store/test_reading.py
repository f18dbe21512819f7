"""What is asked for is what comes, in a fixed order, from both databases."""

from __future__ import annotations

from typing import Any

import pytest
from events import sample
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from waqai.errors import UsageError
from waqai.store import Filter, Project
from waqai.store.merging import merge
from waqai.store.rows import prepare
from waqai.store.writing import write


@pytest.fixture
def filled(project: Project) -> Project:
    """A project with the articles of `sample`."""
    write(project.database, [prepare(document) for document in sample()], ("1", "words"))
    return project


ASKED: list[tuple[dict[str, Any], str]] = [
    ({}, "talks-1 talks-2 attack-1 denial-1 again-1"),
    ({"types": ("ASSAULT",)}, "attack-1 denial-1"),
    ({"types": ("ASSAULT", "REQUEST"), "statuses": ("actual",)}, "talks-2 attack-1"),
    ({"modes": ("meet", "yield")}, "talks-1 talks-2"),
    ({"contexts": ("diplomatic",)}, "talks-1"),
    ({"contexts": ("diplom",)}, ""),
    ({"actors": ("IRQ",)}, "talks-1 talks-2"),
    ({"recipients": ("irq",)}, "attack-1 again-1"),
    ({"parties": ("IRQ:MIL",)}, "attack-1"),
    ({"parties": (":UAF",)}, "attack-1"),
    ({"parties": (":CRM",)}, "attack-1"),
    ({"parties": ("Q794", "Q796")}, "talks-1 talks-2 denial-1 again-1"),
    ({"actors": ("الولايات المتّحدة",)}, "talks-1 again-1"),
    ({"actors": ("united states",)}, "talks-1 again-1"),
    ({"actors": ("المتحدة واشنطن",)}, ""),
    ({"dyads": ("USA-IRQ",)}, "talks-1 talks-2 again-1"),
    ({"dyads": ("IRQ-USA",)}, "talks-1 talks-2 again-1"),
    ({"dyads": ("IRQ>USA",)}, "talks-2"),
    ({"dyads": (":UAF > IRQ:MIL", "IRQ-IRN")}, "attack-1"),
    ({"dyads": ("IRQ-IRQ",)}, ""),
    ({"sources": ("IRQ:GOV",)}, "talks-2"),
    ({"sources": ("spokesman",)}, "talks-2"),
    ({"since": "2020-06-11"}, "talks-1 attack-1 denial-1"),
    ({"until": "2020-06-10"}, "talks-2 denial-1"),
    ({"since": "2020-06-30", "until": "2020-06-30"}, "attack-1 denial-1"),
    ({"published_since": "2020-07-01", "published_until": "2020-07-01"}, "attack-1"),
    ({"places": ("IRQ",)}, "attack-1"),
    ({"places": ("baghdad", "Basra")}, "attack-1"),
    ({"places": ("بغداد",)}, "attack-1"),
    ({"publishers": ("باء",)}, "attack-1 denial-1"),
    ({"publishers": ("%",)}, ""),
    ({"words": "القوات"}, "talks-2"),
    ({"words": '"الجوله الاولي"'}, "talks-1"),
    ({"words": '"الأولى الجولة"'}, ""),
    ({"words": "مسئولين"}, "denial-1"),
    ({"words": "بغداد -سحب"}, ""),
    ({"words": "استأن*"}, "again-1"),
    ({"article_words": "الاستراتيجي"}, "talks-1 talks-2"),
    ({"article_words": "حوار"}, "talks-1 talks-2"),
    ({"min_confidence": 0.5}, "talks-1 talks-2 denial-1 again-1"),
    ({"docs": ("attack", "again")}, "attack-1 again-1"),
    ({"events": ("talks-2-request",)}, "talks-2"),
]


def test_mentions(filled: Project) -> None:
    for given_, wanted in ASKED:
        found = [event.event_id.rpartition("-")[0] for event in filled.mentions(Filter(**given_))]
        assert found == wanted.split(), given_
        assert filled.count("mentions", Filter(**given_)) == len(found)


def test_articles_and_statements(filled: Project) -> None:
    assert [a.id for a in filled.articles()] == ["talks", "attack", "denial", "again"]
    assert [a.id for a in filled.articles(Filter(words="للجيش", published_since="2020-07"))] == ["attack"]
    said = list(filled.statements())
    assert [s.statement.verb for s in said] == ["قال", "ذكر"]
    for asked in ("IRQ", "IRQ:GOV", "حسين", "Fuad Hussein"):
        assert [s.statement.verb for s in filled.statements(Filter(sources=(asked,)))] == ["قال"]
    assert not list(filled.statements(Filter(sources=("USA",))))
    assert len(list(filled.statements(Filter(words="الجولة", docs=("talks",))))) == 2


def test_happenings(filled: Project) -> None:
    assert list(filled.happenings()) == []
    assert merge(filled) == filled.count("happenings") > 0
    told = [event_id for one in filled.happenings() for event_id in one.events]
    assert sorted(told) == sorted(event.event_id for event in filled.mentions())

    def found(**asked: Any) -> set[str]:
        return {event_id for one in filled.happenings(Filter(**asked)) for event_id in one.events}

    assert found(types=("REQUEST",)) == {"talks-2-request"}
    assert "talks-1-consult" in found(dyads=("USA-IRQ",), types=("CONSULT",))
    assert found(words="القوات") == {"talks-2-request"}
    assert found(sources=("IRQ",)) == {"talks-2-request"}
    assert found(places=("IRQ",), publishers=("باء",)) == {"attack-1-assault"}
    assert found(docs=("denial",)) == {"denial-1-assault"}
    assert found(publishers=("nobody",)) == set()
    days = [one.date.start for one in filled.happenings() if one.date]
    assert days == sorted(days)


def test_what_cannot_be_asked_is_told(filled: Project) -> None:
    wrong: list[dict[str, Any]] = [
        {"actors": ("؟",)},
        {"dyads": ("USA",)},
        {"dyads": ("USA-",)},
        {"places": ("--",)},
        {"words": "-x"},
        {"article_words": '"'},
        {"sources": ("Q796",)},
    ]
    for asked in wrong:
        with pytest.raises(UsageError):
            list(filled.mentions(Filter(**asked)))


hostile = st.text(
    st.sampled_from("\udcffa\"'*-();:|&!<>%_\\^~\x00\ud7ff\u202eو الكتاب ١\n{}[]NEAR"), max_size=20
) | st.text(max_size=20)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=hostile)
@example("'; DROP TABLE articles; --")
@example('" OR words MATCH "a')
@example("words: a NEAR(b) AND {x y}")
@example("a' | 'b <-> !c:*")
@example("\x00")
@example("ʼn ß İ ㍿")
def test_nothing_that_is_asked_can_break_a_query(filled: Project, text: str) -> None:
    for field in ("words", "article_words"):
        try:
            list(filled.mentions(Filter(**{field: text})))
        except UsageError:
            continue
    for field in ("types", "modes", "contexts", "actors", "dyads", "sources", "places", "publishers", "docs", "events"):
        try:
            found = list(filled.mentions(Filter(**{field: (text,)})))
        except UsageError:
            continue
        assert len(found) <= 5
    assert filled.count("mentions") == 5
