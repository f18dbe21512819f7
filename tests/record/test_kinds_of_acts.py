"""Acts of different kinds, done by one side to another on one day, are not one happening."""

from __future__ import annotations

from waqai import Article, Coder
from waqai.record import mentions_of, merge


def test_closing_the_roads_and_arresting_people_are_two() -> None:
    coder = Coder()
    texts = (
        "إسرائيل تغلق الضفة الغربية وتعتقل 23 فلسطينيا.",
        "اعتقلت القوات الإسرائيلية 23 فلسطينيا في الضفة الغربية.",
    )
    events = [
        event
        for number, text in enumerate(texts)
        for event in coder.code_article(Article(f"a{number}", text, "2017-10-02")).events
    ]
    found = sorted(sorted({e.event_mode for e in events if e.event_id in h.events}) for h in merge(mentions_of(events)))
    assert found == [["arrest"], ["restrict"]]
