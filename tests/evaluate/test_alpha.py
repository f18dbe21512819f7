"""Krippendorff's alpha against the worked examples of its author.

K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), sections A to C.
"""

from __future__ import annotations

import pytest

from waqai.evaluate import krippendorff_alpha


def units(*observers: str) -> list[tuple[str | None, ...]]:
    """One string an observer, '.' where the observer gave no value."""
    return [tuple(None if v == "." else v for v in unit) for unit in zip(*observers, strict=True)]


def test_binary_two_observers() -> None:
    assert krippendorff_alpha(units("0100000010", "1110010000")) == pytest.approx(0.095, abs=5e-4)


def test_nominal_two_observers() -> None:
    assert krippendorff_alpha(units("aabbdcccedda", "babbbccceddd")) == pytest.approx(0.692, abs=5e-4)


def test_nominal_four_observers_with_missing_values() -> None:
    table = units("123321412...", "1233224125.3", ".333234225 1.".replace(" ", ""), "1233244125 1.".replace(" ", ""))
    assert krippendorff_alpha(table) == pytest.approx(0.743, abs=5e-4)


def test_perfect_agreement_is_one() -> None:
    assert krippendorff_alpha(units("abc", "abc")) == 1


def test_worse_than_chance_is_below_zero() -> None:
    alpha = krippendorff_alpha(units("abab", "baba"))
    assert alpha is not None
    assert alpha < 0


@pytest.mark.parametrize("table", [[], units("aaa", "aaa"), units("a.", ".b")])
def test_undefined_without_variation_or_pairs(table: list[tuple[str | None, ...]]) -> None:
    assert krippendorff_alpha(table) is None
