"""Folding: every class of folded and removed character, and the way back to the text as given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.text.fold import fold, fold_word
from waqai.text.tokens import tokenize

#: What Arabic news is made of, and what tampers with it: signs, presentation forms, controls, other scripts.
_ARABIC = st.characters(min_codepoint=0x600, max_codepoint=0x6FF)
_FORMS = st.characters(min_codepoint=0xFB50, max_codepoint=0xFEFF)
_CONTROLS = st.sampled_from(
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202e\u2066\u2069\ufeff\u00ad\u061c\u0640"
)
_ANY = st.characters()  # surrogates included
TEXTS = st.text(st.one_of(_ARABIC, _FORMS, _CONTROLS, st.sampled_from(' \n.،,:؟!()«»"'), _ANY), max_size=80)


@pytest.mark.parametrize(
    ("given_text", "folded"),
    [
        ("أحمد", "احمد"), ("إيران", "ايران"), ("آسيا", "اسيا"), ("ٱلسلام", "السلام"),  # hamza seats on alef
        ("رئيس مسؤول شيء", "رئيس مسؤول شيء"),  # hamza elsewhere tells words apart
        ("على علي", "على علي"), ("مدرسة مدرسه", "مدرسة مدرسه"),  # folded at look-up only
        ("کابل", "كابل"), ("ایران", "ايران"), ("ہ", "ه"), ("ە", "ه"),  # Persian and Urdu letters
        ("٢٠٢١", "2021"), ("۲۰۲۱", "2021"), ("٣٫٥٪", "3.5%"), ("٢٬٥٠٠", "2,500"),  # digits and their signs
        ("“نص”", '"نص"'), ("„نص“", '"نص"'), ("«نص»", "«نص»"),  # quotes
        ("5\u00a0آلاف", "5 الاف"), ("5\u202f000", "5 000"), ("أ\u2009ب", "ا ب"),  # spaces
        ("مُحَمَّدٌ", "محمد"), ("هٰذا", "هذا"), ("قرآنٌۖ", "قران"),  # vowel signs and Quranic marks
        ("عـــراق", "عراق"),  # tatweel
        ("\u200fالعراق\u200e", "العراق"), ("من\u200cزل", "منزل"), ("\ufeffنص", "نص"), ("\u202bنص\u202c", "نص"),
        ("\u2067نص\u2069", "نص"), ("ن\u00adص", "نص"), ("\u061cنص", "نص"), ("ن\u2060ص", "نص"),
        ("ﻻ", "لا"), ("ﻷن", "لان"), ("ﺍﻟﻌﺮﺍﻕ", "العراق"), ("ﺁ", "ا"), ("ﭘ", "پ"), ("ﷲ", "الله"), ("ﷺ", "صلى الله عليه وسلم"),  # noqa: E501
        ("", ""), (" ", " "), ("\u0640", ""), ("US 2021", "US 2021"), ("😀", "😀"), ("\ud800", "\ud800"),
    ],
)  # fmt: skip
def test_folded(given_text: str, folded: str) -> None:
    assert fold(given_text).text == folded
    assert fold_word(given_text) == folded


@pytest.mark.parametrize(
    ("given_text", "word", "evidence"),
    [
        ("قالَ الرَّئيسُ أمس", "الرئيس", "الرَّئيسُ"),  # the signs after the last letter belong to the word
        ("في ﻻهاي", "لاهاي", "ﻻهاي"),  # one character given, two folded
        ("في الـعـراق", "العراق", "الـعـراق"),
        ("في \u200fبغداد\u200f اليوم", "بغداد", "بغداد"),
        ("عام ٢٠٢١", "2021", "٢٠٢١"),
        ("رضي ﷲ عنه", "الله", "ﷲ"),
    ],
)
def test_span_leads_back(given_text: str, word: str, evidence: str) -> None:
    folded = fold(given_text)
    at = folded.text.index(word)
    start, end = folded.span(at, at + len(word))
    assert given_text[start:end] == evidence


def test_nothing_to_fold_keeps_offsets() -> None:
    folded = fold("أعلنت إيران أمس")
    assert folded.span(6, 11) == (6, 11)
    assert list(folded.origin) == list(range(15))


def test_origin_is_of_the_given_text() -> None:
    folded = fold("بَﻻ")
    assert folded.text == "بلا"
    assert list(folded.origin) == [0, 2, 2]


@given(TEXTS)
def test_every_token_leads_back_to_its_words(text: str) -> None:
    folded = fold(text)
    assert len(folded.origin) == len(folded.text)
    last = 0
    for token in tokenize(folded.text):
        start, end = folded.span(token.start, token.end)
        assert 0 <= start < end <= len(text)
        assert start >= last or len(fold(text[last - 1 : last]).text) > 1  # a ligature may hold two tokens
        # a ligature at an edge brings all its letters
        assert token.text in fold(text[start:end]).text
        if all(len(fold(char).text) <= 1 for char in text[start:end]):
            assert fold(text[start:end]).text == token.text
        last = end


@given(TEXTS)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(st.text(alphabet=st.sampled_from("اأإآكکیيةهءً ُّـ\u200f\u00ad\ufeffﻻﷺ٢۳,،-“”ـ \u00a0ab")))
def test_a_word_folds_as_a_text_does(word: str) -> None:
    assert fold_word(word) == fold(word).text


@given(TEXTS, TEXTS)
def test_folding_is_local(one: str, other: str) -> None:
    assert fold(one + other).text == fold(one).text + fold(other).text
