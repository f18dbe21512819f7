"""Tokens: words, numbers and marks, every visible character in one of them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.text.fold import fold
from waqai.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("قال الوزير أمس", ["قال", "الوزير", "امس"]),
        ("«قال»، ثم (مضى).", ["«", "قال", "»", "،", "ثم", "(", "مضى", ")", "."]),
        ("2,500 جندي و3.5 مليون", ["2,500", "جندي", "و", "3.5", "مليون"]),
        ("بلغت 50%.", ["بلغت", "50", "%", "."]),
        ("عام 2021.", ["عام", "2021", "."]),
        ("آذار/مارس", ["اذار", "/", "مارس"]),
        ("طائرة F-16 من U.S. Navy", ["طائرة", "F", "-", "16", "من", "U.S", ".", "Navy"]),
        ("قال...", ["قال", "..."]),
        ("كلمة… أخرى", ["كلمة", "…", "اخرى"]),
        ("بي 52بي", ["بي", "52", "بي"]),
        ("گوگل ڤيينا چاد", ["گوگل", "ڤيينا", "چاد"]),
        ("مئة؟!", ["مئة", "؟", "!"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [t.text for t in tokenize(fold(text).text)] == tokens


def test_bounds_are_of_the_whole_text() -> None:
    assert [(t.text, t.start, t.end) for t in tokenize("قال. ومضى الوزير.", 5, 16)] == [
        ("ومضى", 5, 9),
        ("الوزير", 10, 16),
    ]


@given(st.text(max_size=100))
def test_tokens_cover_all_that_is_visible(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[t.start : t.end] == t.text and t.text for t in tokens)
    assert all(a.end <= b.start for a, b in itertools.pairwise(tokens))
    assert "".join(t.text for t in tokens) == "".join(text.split())
