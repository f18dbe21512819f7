"""Words as they are searched, and what may be asked."""

from __future__ import annotations

import pytest

from waqai.errors import UsageError
from waqai.store.words import Term, fts5, parse, search_words, tsquery, tsvector


@pytest.mark.parametrize(
    "same",
    [
        "الحوار حوار والحوار بالحوار للحوار وللحوار وبالحوار كالحوار فالحوار الحِوار الحـوار",
        "مسؤول مسئول المسؤول والمسئول",
        "أمريكا امريكا إمريكا وأمريكا",
        "مستشفى مستشفي المستشفى",
        "وزير الوزير والوزير للوزير ووزير",
        "فلوجة الفلوجة بالفلوجة وفلوجة",
        "القاهرة القاهره والقاهره",
        "العراق وللعراق بالعراق",
        "2500 ٢٥٠٠ ۲۵۰۰",
        "Reuters REUTERS reuters",
    ],
)
def test_spellings_of_one_word_are_one(same: str) -> None:
    assert len(set(search_words(same))) == 1


@pytest.mark.parametrize("words", ["ماء ما", "الله له", "والد ولد", "وفد فد", "حرب حرق"])
def test_different_words_stay_apart(words: str) -> None:
    assert len(set(search_words(words))) == 2


def test_what_may_be_asked() -> None:
    assert parse('الجولة "وقف إطلاق النار" -حماس واشنط*') == [
        Term(("جوله",)),
        Term(("وقف", "اطلاق", "نار")),
        Term(("حماس",), excluded=True),
        Term(("اشنط",), begun=True),
    ]
    assert parse('"واشنطن') == [Term(("اشنطن",))]
    for nothing in ("", "  ", '""', "-حماس", "؟ - *", "_"):
        with pytest.raises(UsageError):
            parse(nothing)


def test_queries() -> None:
    terms = parse("-حماس غزة")
    assert fts5(terms) == '("غزه" OR "بغزه" OR "لغزه") NOT ("حماس" OR "بحماس" OR "لحماس")'
    assert tsquery(parse('usa "a b"*')) == "(('usa')) & (('a' <-> 'b'))"
    assert tsvector(["a", "b", "a"]) == "'a':1,3 'b':2"
    long = tsvector(["كلمة"] * 100_000)
    assert long.count(",") == 254
    assert len(tsvector([f"كلمة{i}" for i in range(200_000)]).encode()) < 2**21
