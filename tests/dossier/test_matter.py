"""What a matter is, as it is written on the command line."""

from __future__ import annotations

import pytest

from waqai.dossier.matter import on_topic, parse, within
from waqai.errors import UsageError
from waqai.lexicon.table import Table, load


@pytest.fixture(scope="module")
def table() -> Table:
    return load()


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("USA-IRQ", (("USA",), ("IRQ",))),
        ("usa - irq", (("USA",), ("IRQ",))),
        ("USA+GBR-IRQ", (("USA", "GBR"), ("IRQ",))),
        ("الولايات المتحدة - العراق", (("USA",), ("IRQ",))),
        ("Iraq/Turkey", (("IRQ",), ("TUR",))),
        ("IRQ", (("IRQ",),)),
        ("UNO-LBY", (("UNO",), ("LBY",))),
    ],
)
def test_sides(table: Table, text: str, sides: tuple[tuple[str, ...], ...]) -> None:
    assert parse(text, table).sides == sides


@pytest.mark.parametrize("text", ["", "-", "USA-IRQ-IRN", "XXQ-IRQ", "USA-USA", "+-IRQ"])
def test_what_is_no_matter(table: Table, text: str) -> None:
    with pytest.raises(UsageError):
        parse(text, table)


def test_an_unknown_name_is_answered_with_near_ones(table: Table) -> None:
    with pytest.raises(UsageError, match="IRQ"):
        parse("Irak-USA", table)


def test_bounds_are_days_months_or_years(table: Table) -> None:
    matter = parse("USA-IRQ", table, since="2020", until="2021-02")
    assert (matter.since, matter.until) == ("2020-01-01", "2021-02-28")
    assert parse("USA-IRQ", table, until="2021-12").until == "2021-12-31"
    assert parse("USA-IRQ", table, until="2020").until == "2020-12-31"
    assert within(matter, "2019-12-30", "2020-01-02")
    assert not within(matter, "2021-03-01", "2021-03-01")
    for bad in ("2020-13", "21-01-01", "yesterday"):
        with pytest.raises(UsageError):
            parse("USA-IRQ", table, since=bad)
    with pytest.raises(UsageError, match="later"):
        parse("USA-IRQ", table, since="2021", until="2020")


def test_a_topic_is_words_of_one_sentence(table: Table) -> None:
    matter = parse("USA-IRQ", table, topic="الحوار الاستراتيجي، قواعد")
    assert on_topic(matter, ["جولة من حوار استراتيجي"])
    assert on_topic(matter, ["وفي القواعد جنود"])
    assert not on_topic(matter, ["الحوار بين البلدين", "تعاون استراتيجي"])
    with pytest.raises(UsageError):
        parse("USA-IRQ", table, topic=" ، ")
