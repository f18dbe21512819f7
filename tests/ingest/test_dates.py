"""Publication dates in the notations that files have."""

from __future__ import annotations

import contextlib
import datetime
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.ingest.dates import date_in_name, iso_day


@pytest.mark.parametrize(
    "value",
    [
        "2021-03-23",
        " 2021-03-23 ",
        "2021-03-23T22:15:00Z",
        "2021-03-23 22:15:00+03:00",
        "2021/3/23",
        "2021.03.23",
        "23/03/2021",
        "23-3-2021",
        "23.03.2021 10:00",
        "20210323",
        20210323,
        "20210323T101500Z",
        "20210323101500",
        "٢٠٢١-٠٣-٢٣",
        "٢٣/٠٣/٢٠٢١",
        "Tue, 23 Mar 2021 10:00:00 +0300",
        "23 March 2021",
        "March 23, 2021",
        1616457600,
        1616457600.0,
        1616457600000,
        "1616457600",
        datetime.date(2021, 3, 23),
        datetime.datetime(2021, 3, 23, 23, 59),
        "\u200f2021-03-23",
    ],
)
def test_usual_notations(value: object) -> None:
    assert iso_day(value) == "2021-03-23"


@pytest.mark.parametrize("value", [None, "", "  ", "NaN", "null", "N/A", math.nan])
def test_no_date(value: object) -> None:
    assert iso_day(value) is None


@pytest.mark.parametrize(
    "value",
    [
        "2021-02-30",
        "2021-13-01",
        "31/04/2021",
        "0000-00-00",
        "1442-08-10",
        "9999-01-01",
        "yesterday",
        "أمس",
        7,
        True,
        [2021],
        {},
        1e300,
    ],
)
def test_impossible_dates_are_told(value: object) -> None:
    with pytest.raises(ValueError, match=r"date|year|day"):
        iso_day(value)


def test_a_hijri_year_is_told_as_one() -> None:
    with pytest.raises(ValueError, match="Hijri"):
        iso_day("1442-08-10")


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2021-03-23.txt", "2021-03-23"),
        ("afp_20210323_0035.txt", "2021-03-23"),
        ("AFP_ARB_20000715.0035.txt", "2000-07-15"),
        ("report-23-03-2021-final.html", "2021-03-23"),
        ("2021_03_23 خبر.txt", "2021-03-23"),
        ("news.txt", None),
        ("id-120210323999.txt", None),
        ("2021-99-99.txt", None),
        ("99999999-2021-03-23.txt", "2021-03-23"),
    ],
)
def test_dates_in_file_names(name: str, day: str | None) -> None:
    assert date_in_name(name) == day


@given(st.dates(datetime.date(1800, 1, 1), datetime.date(2100, 12, 31)))
def test_every_day_comes_back(day: datetime.date) -> None:
    for written in (day.isoformat(), f"{day:%Y%m%d}", f"{day:%d/%m/%Y}", f"{day:%d %B %Y}", int(f"{day:%Y%m%d}")):
        assert iso_day(written) == day.isoformat()


@given(st.one_of(st.text(), st.integers(), st.floats(), st.dates()))
def test_anything_gives_a_day_or_nothing_or_a_message(value: object) -> None:
    with contextlib.suppress(ValueError):
        day = iso_day(value)
        assert day is None or datetime.date.fromisoformat(day)
