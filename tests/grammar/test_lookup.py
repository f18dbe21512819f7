"""Word forms: the clitics that are taken off, the verbs that a form can be, and the spellings that are forgiven."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import coder

from waqai.grammar.lookup import Lookup
from waqai.text.fold import fold_word
from waqai.text.tokens import LETTERS


@pytest.fixture(scope="module")
def lookup() -> Lookup:
    return Lookup(coder().table)


def keys(lookup: Lookup, form: str) -> set[str]:
    """The single-word entries that a form can be."""
    lexes = lookup.table.lexes
    return {lexes[n].key for start in lookup.word(fold_word(form)).starts for rest, n, _ in start.entries if not rest}


def verbs(lookup: Lookup, form: str) -> set[str]:
    return {lookup.table.verbs[r.verb].lemma.split("/")[0] for r in lookup.word(fold_word(form)).verbs}


@pytest.mark.parametrize("form", ["بغداد", "وبغداد", "لبغداد", "ببغداد", "فبغداد", "ولبغداد", "كبغداد"])
def test_proclitics_of_names(lookup: Lookup, form: str) -> None:
    assert "بغداد" in keys(lookup, form)


@pytest.mark.parametrize(
    ("form", "conj", "prep", "art"),
    [
        ("الهجوم", "", "", True),
        ("والهجوم", "و", "", True),
        ("بالهجوم", "", "ب", True),
        ("للهجوم", "", "ل", True),
        ("وبالهجوم", "و", "ب", True),
        ("وهجوم", "و", "", False),
        ("بهجوم", "", "ب", False),
        ("هجوم", "", "", False),
    ],
)
def test_clitics_of_a_noun(lookup: Lookup, form: str, conj: str, prep: str, art: bool) -> None:
    start = lookup.word(form).starts[0]
    assert (start.conj, start.prep, start.art, start.enc) == (conj, prep, art, "")
    assert "هجوم" in keys(lookup, form)


@pytest.mark.parametrize(("form", "key"), [("وفي", "في"), ("ففي", "في"), ("ومن", "من"), ("وعن", "عن"), ("ولن", "لن")])
def test_a_conjunction_on_a_short_function_word(lookup: Lookup, form: str, key: str) -> None:
    assert key in keys(lookup, form)


@pytest.mark.parametrize(
    ("form", "enc"), [("قواتها", "ها"), ("قواتهم", "هم"), ("قواته", "ه"), ("هجومهما", "هما"), ("وزارته", "ه")]
)
def test_possessive_pronouns(lookup: Lookup, form: str, enc: str) -> None:
    assert enc in {start.enc for start in lookup.word(form).starts}


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("اتهم", "اتهم"), ("اتهمت", "اتهم"), ("اتهموا", "اتهم"), ("يتهم", "اتهم"), ("سيتهم", "اتهم"),
        ("واتهمته", "اتهم"), ("تتهمها", "اتهم"), ("قصف", "قصف"), ("تقصف", "قصف"), ("قصفوا", "قصف"), ("قصفوها", "قصف"),
        ("زار", "زار"), ("يزور", "زار"), ("سيزور", "زار"), ("زارها", "زار"), ("التقى", "التقى"), ("يلتقي", "التقى"),
        ("ليلتقي", "التقى"), ("التقاه", "التقى"), ("دعا", "دعا"), ("يدعو", "دعا"), ("دعت", "دعا"), ("دعوا", "دعا"),
    ],
)  # fmt: skip
def test_forms_of_verbs(lookup: Lookup, form: str, verb: str) -> None:
    assert verb in verbs(lookup, form)


@pytest.mark.parametrize(
    ("form", "future", "lam", "pronoun"),
    [("سيزور", True, False, ""), ("ليزور", False, True, ""), ("زارها", False, False, "ها")],
)
def test_what_is_written_on_to_a_verb(lookup: Lookup, form: str, future: bool, lam: bool, pronoun: str) -> None:
    assert (future, lam, pronoun) in {(r.future, r.lam, r.object) for r in lookup.word(form).verbs}


def test_the_future_has_no_past(lookup: Lookup) -> None:
    assert all(f[0] == "i" for r in lookup.word("سيقصف").verbs if r.future for f in r.features)


@pytest.mark.parametrize(("usual", "other"), [("التقى", "التقي"), ("حكومة", "حكومه"), ("العراقي", "العراقى")])
def test_egyptian_and_hasty_spelling(lookup: Lookup, usual: str, other: str) -> None:
    assert keys(lookup, usual) | verbs(lookup, usual)
    assert (keys(lookup, usual) | verbs(lookup, usual)) & (keys(lookup, other) | verbs(lookup, other))


@pytest.mark.parametrize("form", ["كزبرنت", "xyz", "ء", "و"])
def test_unknown_words_have_no_reading(lookup: Lookup, form: str) -> None:
    assert not keys(lookup, form) - {"و"}


@given(st.text(st.characters(min_codepoint=0x621, max_codepoint=0x64A), min_size=1, max_size=14))
def test_any_word_can_be_looked_up(form: str) -> None:
    lookup = coder().lookup
    info = lookup.word(form)
    assert info == Lookup(coder().table).word(form)  # not dependent on what was looked up before
    assert info.form == form
    for start in info.starts:
        assert form.startswith(start.conj)
        assert fold_word(form)[-1] in "ةه" or form.endswith(start.enc)  # ه for ة is forgiven, and the other way round


def test_letters_cover_what_folding_leaves() -> None:
    import re

    word = re.compile(f"[{LETTERS}]+")
    assert word.fullmatch(fold_word("أبجدهوزحطيكلمنسعفصقرشتثخذضظغءئؤةىپچگڤژ"))


def test_a_ta_marbuta_is_no_pronoun(lookup: Lookup) -> None:
    assert not any(start.enc for start in lookup.word(fold_word("قتالية")).starts)


@pytest.mark.parametrize(
    ("word", "conj", "prep", "fn"),
    [
        ("وهو", "و", "", "pro"),
        ("وفي", "و", "", "prep"),
        ("ولم", "و", "", "neg"),
        ("فلا", "ف", "", "neg"),
        ("لكل", "", "ل", "quant"),
    ],
)
def test_short_function_words_behind_a_clitic(lookup: Lookup, word: str, conj: str, prep: str, fn: str) -> None:
    starts = lookup.word(word).starts
    found = [(s.conj, s.prep) for s in starts for _, n, _ in s.entries if fn in lookup.table.lexes[n].fn]
    assert (conj, prep) in found
