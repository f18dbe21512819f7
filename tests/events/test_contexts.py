"""Contexts: the examples of the YAML, the matcher's morphology, the compiled file."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest

from waqai.events.contexts import CONTEXTS, TARGET, Contexts, Evidence, build, encode, read
from waqai.text.fold import fold
from waqai.text.tokens import tokenize


def tokens(text: str) -> list[str]:
    return [token.text for token in tokenize(fold(text).text)]


def contexts(text: str) -> tuple[str, ...]:
    return Contexts.load().contexts_of(tokens(text))


EXAMPLES = [(item["context"], example["text"], example["contexts"]) for item in read() for example in item["examples"]]


@pytest.mark.parametrize(("context", "text", "wanted"), EXAMPLES, ids=[text for _, text, _ in EXAMPLES])
def test_example(context: str, text: str, wanted: list[str]) -> None:
    assert contexts(text) == tuple(sorted(wanted))


def test_every_context_has_words_and_at_least_six_examples_half_of_them_look_alikes() -> None:
    items = {item["context"]: item for item in read()}
    assert sorted(items) == sorted(CONTEXTS)
    assert len(CONTEXTS) == len(set(CONTEXTS)) == 37
    for name, item in items.items():
        inside = Counter(name in example["contexts"] for example in item["examples"])
        assert inside[True] >= 3, name
        assert inside[False] >= 3, name
        assert len(item["words"]) >= 10, name


def test_words_are_listed_once_in_a_context() -> None:
    for item in read():
        for kind in ("words", "weak", "not"):
            repeated = [word for word, n in Counter(item.get(kind) or []).items() if n > 1]
            assert not repeated, (item["context"], kind)


@pytest.mark.parametrize(
    "word",
    ["دبابة", "الدبابة", "والدبابات", "بدبابتين", "للدبابات", "كالدبابة", "دباباتهم", "دبابتها", "فبالدبابات", "دبابه"],
)
def test_article_prepositions_pronouns_and_sound_endings(word: str) -> None:
    assert contexts(word) == ("military",)


@pytest.mark.parametrize("word", ["لاجئ", "لاجئين", "اللاجئون", "لاجىء", "لاجئيها", "وللاجئات"])
def test_sound_plurals_and_old_hamza(word: str) -> None:
    # The possessed sound plural (لاجئيها) keeps its ya when the pronoun goes.
    assert contexts(word) == ("asylum",)


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("ولدى إيران", "election"),  # ولد
        ("أبلغوه لديه", "reparations"),  # دية
        ("غادر بعيدا", "religion_ethnicity"),  # عيد
        ("جرى الأمر بحرية", "military"),  # بحرية is also the navy
        ("أثنى عليه يوم الاثنين", "religion_ethnicity"),  # إثني
        ("لبنان وعدوان", "military"),
        ("مالي والنيجر", "economic"),  # مال
    ],
)
def test_other_words_that_look_alike(text: str, context: str) -> None:
    assert context not in contexts(text)


def test_one_weak_word_is_not_enough_and_the_same_twice_is_not_either() -> None:
    assert contexts("تحدث عن هجوم") == ()
    assert contexts("هجوم ثم هجمات") == ()
    assert contexts("هجوم نفذته الكتيبة بعد حصار") == ("military",)


def test_a_word_in_a_phrase_of_not_does_not_count_but_the_same_word_elsewhere_does() -> None:
    assert "disasters" not in contexts("أثار عاصفة من الجدل")
    assert contexts("أثار عاصفة من الجدل بعد العاصفة") == ("disasters",)


def test_evidence_names_the_tokens() -> None:
    found = Contexts.load().evidence(tokens("بحث قوات حفظ السلام"))
    assert Evidence("peacekeeping", 1, 4, True) in found
    assert Contexts.load().evidence([]) == []


def test_compiled_file_is_what_the_yaml_gives() -> None:
    assert TARGET.read_text(encoding="utf-8") == encode(build()), "run python -m waqai.events.contexts"


def test_unknown_context_or_key_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("- context: sport\n  words: [كرة]\n", encoding="utf-8")
    with pytest.raises(ValueError, match="sport"):
        build(tmp_path)
    (tmp_path / "a.yml").write_text("- context: crime\n  word: [لص]\n", encoding="utf-8")
    with pytest.raises(ValueError, match="word"):
        build(tmp_path)


def test_speed() -> None:
    words = [word for _, text, _ in EXAMPLES for word in tokens(text)]
    reader = Contexts.load()
    reader.contexts_of(words)
    started = time.process_time()
    for _ in range(5):
        reader.contexts_of(words)
    # The aim is 5 µs; what is pinned leaves room for a slow, busy machine.
    assert (time.process_time() - started) / (5 * len(words)) < 25e-6
