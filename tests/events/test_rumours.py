"""What a denial is about did not happen: rumours that a relative clause tells, and calls told beside a request."""

from __future__ import annotations

import pytest

from waqai import Article, Coder


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


@pytest.mark.parametrize(
    ("text", "event_type", "status"),
    [
        ("نفى المتحدث ما تردد عن مقتل قائد الجيش.", "ASSAULT", "negated"),
        ("نفت الرياض صحة الأنباء التي تحدثت عن لقاء بين ولي العهد ونتنياهو.", "CONSULT", "negated"),
        ("طلب زيلينسكي صواريخ، وذلك في اتصال هاتفي مع نظيره الفرنسي.", "CONSULT", "actual"),
    ],
)
def test_status(coder: Coder, text: str, event_type: str, status: str) -> None:
    events = coder.code_article(Article(id="a", text=text, date="2024-05-01")).events
    assert [e.status for e in events if e.event_type == event_type] == [status]
