"""Numbers in words and digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.text.fold import fold_word
from waqai.text.numbers import parse_digits, parse_number, parse_ordinal

_UNITS = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
_TENS = ["", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
_HUNDREDS = ["", "مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"]


def _below_thousand(n: int) -> str:
    parts = [_HUNDREDS[n // 100]] if n >= 100 else []
    rest = n % 100
    if rest == 10:
        parts.append("عشرة")
    elif 11 <= rest <= 19:
        head = {11: "أحد", 12: "اثنا"}.get(rest, _UNITS[rest - 10])
        parts.append(f"{head} عشر")
    else:
        if rest % 10:
            parts.append(_UNITS[rest % 10])
        if rest >= 20:
            parts.append(_TENS[rest // 10])
    return " و".join(parts)


def _words(n: int) -> str:
    parts = []
    thousands, rest = divmod(n, 1000)
    if thousands == 1:
        parts.append("ألف")
    elif thousands == 2:
        parts.append("ألفان")
    elif thousands:
        parts.append(_below_thousand(thousands) + (" آلاف" if 3 <= thousands % 100 <= 10 else " ألفا"))
    if rest:
        parts.append(_below_thousand(rest))
    return " و".join(parts)


@given(st.integers(1, 999_999))
def test_every_number_comes_back(n: int) -> None:
    tokens = fold_word(_words(n)).split()
    assert parse_number(tokens, 0) == (n, len(tokens))


@given(
    st.lists(
        st.sampled_from("خمسة وعشرون ألف آلاف مئة مليون نصف ونصف و 3 2,500 ثلاثة عشر الأول كلمة ل".split()), max_size=8
    )
)
def test_any_words_are_accepted(words: list[str]) -> None:
    tokens = [fold_word(word) for word in words]
    for i in range(len(tokens)):
        got = parse_number(tokens, i)
        assert got is None or (got[1] >= 1 and i + got[1] <= len(tokens) and got[0] > 0)


@pytest.mark.parametrize(
    ("text", "value", "used"),
    [
        ("خمسة", 5, 1),
        ("وخمسة وعشرين", 25, 2),
        ("إحدى وعشرين", 21, 2),
        ("اثنتا عشرة", 12, 2),
        ("ثلاثة آلاف وخمسمئة", 3500, 3),
        ("ثلاثة آلاف وخمسمائة", 3500, 3),
        ("مئتا ألف", 200_000, 2),
        ("مئة وعشرين ألفا", 120_000, 3),
        ("مئة وألف", 100, 1),
        ("ألفا جندي", 2000, 1),
        ("ألفي لاجئ", 2000, 1),
        ("عشرون ألفا وخمسة", 20_005, 3),
        ("مليون ونصف المليون", 1_500_000, 3),
        ("مليوني دولار", 2_000_000, 1),
        ("نصف مليون", 500_000, 2),
        ("ثلاثة ونصف", 3.5, 2),
        ("3.5 مليون", 3_500_000, 2),
        ("15 ألف", 15_000, 2),
        ("ثلاثة مليارات و200 مليون", 3.2e9, 4),
        ("ثلاثة مليارات و 200 مليون", 3.2e9, 5),
        ("ثلاثة ملايين و 200 دولار", 3e6, 2),
        ("خمسة وثلاثة", 5, 1),
        ("2,500", 2500, 1),
        ("ثلاث مئة وخمسين", 350, 3),
        ("لثلاثة", 3, 1),
    ],
)
def test_cardinals(text: str, value: float, used: int) -> None:
    assert parse_number(fold_word(text).split(), 0) == (value, used)


@pytest.mark.parametrize("text", ["لست", "آلاف", "الخمسة", "كلمة", "أحد", "ونصف", "مئات"])
def test_no_numbers(text: str) -> None:
    assert parse_number(fold_word(text).split(), 0) is None


def test_definite_numbers_are_asked_for() -> None:
    tokens = fold_word("الأربع والعشرين").split()
    assert parse_number(tokens, 0) is None
    assert parse_number(tokens, 0, definite=True) == (24, 2)


@pytest.mark.parametrize(
    ("text", "value", "used"),
    [
        ("الأول", 1, 1),
        ("والثالثة", 3, 1),
        ("الثالث عشر", 13, 2),
        ("الحادية عشرة", 11, 2),
        ("العشرين", 20, 1),
        ("للخامس والعشرين", 25, 2),
        ("الحادي والثلاثين", 31, 2),
    ],
)
def test_ordinals(text: str, value: int, used: int) -> None:
    assert parse_ordinal(fold_word(text).split(), 0) == (value, used)


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("2500", 2500),
        ("2,500", 2500),
        ("1,250,000", 1_250_000),
        ("3.5", 3.5),
        ("3,5", 3.5),
        ("1.2.3", None),
        ("س", None),
    ],
)
def test_digits(word: str, value: float | None) -> None:
    assert parse_digits(word) == value
