"""Sentences: where one ends and where a full stop is none."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.text.fold import fold
from waqai.text.sentences import LONGEST, split


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["قال الوزير ذلك.", "ثم غادر."],
        ["هل يعود؟", "لا أحد يعلم!", "انتهى"],
        ["عنوان الخبر\n", "نص الخبر."],
        ["عنوان\r\n", "نص.\u2029", "ختام."],
        ["صمت…", "ثم تكلم...", "ومضى."],
        ["قال: «لن نعود.»", "ثم غادر."],
        ['قال "لن نعود."', "ثم غادر."],
        ["سأل (هل يعود؟)", "ثم مضى."],
        ["بلغ النمو 3.5 في المئة.", "وارتفعت الأسعار."],
        ["قتل 2.500 شخص في 12.3.2021 هناك.", "ثم هدأ القتال."],
        ["التقى د. سامر الدلفي الوفد.", "ثم غادر."],
        ["التقى أ.د. سامر الدلفي الوفد.", "ثم غادر."],
        ["المهندس م. علاوي حضر اللقاء.", "ثم غادر."],
        ["قال J. Smith ذلك.", "ثم غادر."],
        ["أفادت (ا.ف.ب) بذلك.", "ثم نفت."],
        ["عقد في 12 آذار 2021.", "ثم غادر."],
        ["لا نقطة في آخره"],
        ["زارها.", "ثم غادر."],
        ["التقاهم.", "ثم غادر."],
        ["كم؟!", "كثير!!"],
    ],
)
def test_split(parts: list[str]) -> None:
    joined = "".join(part if part[-1] in "\n\u2029" else part + " " for part in parts)
    expected = [fold(part).text.strip() for part in parts]
    assert sentences(fold(joined).text) == expected


@pytest.mark.parametrize("text", ["", " ", "\n\n", " \t\u2028 "])
def test_nothing_there(text: str) -> None:
    assert sentences(text) == []


def test_a_stop_without_space_before_a_conjunction_ends_a_sentence() -> None:
    assert sentences("انتهى الاجتماع.وقال الوزير ذلك.") == ["انتهى الاجتماع.", "وقال الوزير ذلك."]


def test_no_space_at_either_end() -> None:
    assert sentences("  قال ذلك .  ثم غادر  \n  ومضى ") == ["قال ذلك .", "ثم غادر", "ومضى"]


def test_too_long_is_cut_at_a_space() -> None:
    text = "كلمة " * 4000
    parts = sentences(text)
    assert all(len(part) <= LONGEST for part in parts)
    assert " ".join(parts) == text.strip()


@given(
    st.text(
        st.one_of(st.sampled_from('ابتث ونمي.؟!…،"»«()[] \n\r\u2028\u00850123456789.. '), st.characters()), max_size=200
    )
)
def test_bounds_are_ordered_and_cover_what_is_visible(text: str) -> None:
    bounds = list(split(text))
    assert all(0 <= start < end <= len(text) for start, end in bounds)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(bounds))
    for start, end in bounds:
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
    assert "".join("".join(text[a:b].split()) for a, b in bounds) == "".join(text.split())
