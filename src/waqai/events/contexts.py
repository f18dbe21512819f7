"""PLOVER's contexts of a sentence, by words that can be shown.

The words are YAML in ``lexicon/data/contexts`` (see ``docs/contexts.md``); `Contexts.load` reads what `build` made of
them. Strong evidence suffices alone, weak evidence needs a second, different word; a word inside one of the phrases
of ``not`` does not count. Run ``python -m waqai.events.contexts`` after a change of the YAML.

The names of the contexts are PLOVER's (manual, draft of 2022); what each covers here stands in ``docs/contexts.md``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from waqai.text.fold import fold_word

#: The 37 contexts of PLOVER.
CONTEXTS: Final = (
    "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy",
    "pro_autocracy", "economic", "legal", "reparations", "human_rights", "rights_freedoms", "repression",
    "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic", "territory", "peacekeeping",
    "health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn",
    "cyber", "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
)  # fmt: skip

#: Folder of the YAML, beside the package in the source tree and in the wheel.
SOURCE: Final = Path(__file__).parent.parent / "lexicon" / "data" / "contexts"
#: The generated file.
TARGET: Final = Path(__file__).parent / "_contexts.json"

_NOT, _WEAK, _STRONG = 0, 1, 2
_KINDS: Final = {"not": _NOT, "weak": _WEAK, "words": _STRONG}
# Tokens seen once are kept; a text of many millions of different words must not fill the memory.
_MOST_TOKENS: Final = 100_000
_PRONOUNS: Final = ("هما", "ها", "هم", "هن", "كم", "نا", "ه", "ك")
# (ending, letters that must remain, what stands in its place). Dual and sound plural only after four letters: after
# three they make other words (لبن and لبنان, عدو and عدوان).
_ENDINGS: Final = (
    ("ا", 3, ""), ("ات", 3, ""), ("ات", 2, "ة"), ("ة", 4, ""), ("ية", 3, ""), ("ي", 3, ""), ("يا", 3, ""),
    ("يا", 3, "ي"), ("ون", 4, ""), ("ين", 4, ""), ("ان", 4, ""), ("تين", 2, "ة"), ("تان", 2, "ة"), ("تين", 4, ""), ("تان", 4, ""),  # noqa: E501
    ("تي", 3, "ة"),     ("تا", 3, "ة"), ("يون", 3, ""), ("يين", 3, ""), ("يات", 3, ""), ("يون", 3, "ي"), ("يين", 3, "ي"), ("يات", 3, "ي"),  # noqa: E501
    ("ية", 3, "ي"), ("و", 4, ""),
)  # fmt: skip
_BY_LAST: Final = {
    last: tuple(ending for ending in _ENDINGS if ending[0][-1] == last) for last in {end[0][-1] for end in _ENDINGS}
}


class Evidence(NamedTuple):
    """Why a context was found: the token positions `first` to `last` (exclusive) and whether they suffice alone."""

    context: str
    first: int
    last: int
    strong: bool


class _Analysis(NamedTuple):
    """What a token can be: entries that it alone is evidence of, words of phrases, words that open a phrase."""

    entries: tuple[int, ...]
    words: frozenset[str]
    openers: tuple[str, ...]


_NOTHING: Final = _Analysis((), frozenset(), ())


class Contexts:
    """The compiled words of the contexts; make it with `load`."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._names: list[str] = data["contexts"]
        #: For each entry its context and how strong it is.
        self._entries: list[list[int]] = data["entries"]
        self._inflected: dict[str, list[int]] = data["inflected"]
        self._literal: dict[str, list[int]] = data["literal"]
        self._phrases: dict[str, list[list[Any]]] = data["phrases"]
        words = set(self._phrases)
        for held in self._phrases.values():
            for rest, _ in held:
                words.update(rest)
        self._words = words
        self._cache: dict[str, _Analysis] = {}

    @staticmethod
    def load() -> Contexts:
        """The contexts of the package, read once."""
        return _load()

    def contexts_of(self, tokens: Sequence[str]) -> tuple[str, ...]:
        """Folded tokens of a sentence (`waqai.text.tokens.tokenize`) -> its contexts, sorted."""
        return tuple(sorted({evidence.context for evidence in self.evidence(tokens)}))

    def evidence(self, tokens: Sequence[str]) -> list[Evidence]:
        """Folded tokens of a sentence -> what speaks for each of its contexts, in order of the tokens."""
        hits: list[tuple[int, int, int]] = []
        for i, token in enumerate(tokens):
            entries, _, openers = self._analysis(token)
            for entry in entries:
                hits.append((i, i + 1, entry))
            if not openers or i + 1 == len(tokens):
                continue
            second = self._analysis(tokens[i + 1]).words
            for opener in openers:
                for rest, entry in self._phrases[opener]:
                    if rest[0] not in second:
                        continue
                    last = i + 1 + len(rest)
                    if last <= len(tokens) and all(
                        word in self._analysis(tokens[i + 1 + k]).words for k, word in enumerate(rest)
                    ):
                        hits.append((i, last, entry))
        return self._judge(hits) if hits else []

    def _judge(self, hits: list[tuple[int, int, int]]) -> list[Evidence]:
        blocked: set[tuple[int, int]] = set()
        strong: list[Evidence] = []
        weak: dict[int, list[tuple[int, int, int]]] = {}
        entries = self._entries
        for first, last, entry in hits:
            context, kind = entries[entry]
            if kind == _NOT:
                blocked.update((context, k) for k in range(first, last))
        for first, last, entry in hits:
            context, kind = entries[entry]
            if kind == _NOT or (blocked and any((context, k) in blocked for k in range(first, last))):
                continue
            if kind == _STRONG:
                strong.append(Evidence(self._names[context], first, last, True))
            else:
                weak.setdefault(context, []).append((first, last, entry))
        for context, found in weak.items():
            if len(found) > 1:
                strong.extend(self._two(self._names[context], found))
        return sorted(set(strong), key=lambda evidence: (evidence.first, evidence.last, evidence.context))

    @staticmethod
    def _two(name: str, found: list[tuple[int, int, int]]) -> list[Evidence]:
        """Weak evidence counts when two different words stand in different places; the longer phrase goes first."""
        taken: set[int] = set()
        kept: dict[int, tuple[int, int]] = {}
        for first, last, entry in sorted(found, key=lambda hit: hit[0] - hit[1]):
            if not taken.intersection(range(first, last)):
                taken.update(range(first, last))
                kept.setdefault(entry, (first, last))
        return [Evidence(name, *place, False) for place in kept.values()] if len(kept) > 1 else []

    def _analysis(self, token: str) -> _Analysis:
        found = self._cache.get(token)
        if found is None:
            if len(self._cache) > _MOST_TOKENS:
                self._cache.clear()
            found = self._cache[token] = self._analyse(_normal(token))
        return found

    def _analyse(self, token: str) -> _Analysis:
        entries: set[int] = set()
        words: set[str] = set()
        for base, definite in _bases(token):
            found: set[int] = set()
            for bare in _bare(base, definite):
                found.update(self._literal.get(bare, ()))
                if definite:
                    found.update(self._literal.get("ال" + bare, ()))
                for stem in _stems(bare):
                    if stem in self._words:
                        words.add(stem)
                    found.update(self._inflected.get(stem, ()))
            if not entries:  # the reading that takes off least
                entries = found
        if not entries and not words:
            return _NOTHING
        openers = tuple(sorted(word for word in words if word in self._phrases))
        return _Analysis(tuple(sorted(entries)), frozenset(words), openers)


def _bases(token: str) -> Iterator[tuple[str, bool]]:
    """Readings of a token without its proclitics, and whether the article stood there."""
    yield from _article(token)
    if len(token) > 3:
        if token[0] in "وف":
            yield from _article(token[1:])
            if len(token) > 4 and token[1] in "بلك":
                yield from _preposition(token[1:])
        elif token[0] in "بلك":
            yield from _preposition(token)


def _preposition(token: str) -> Iterator[tuple[str, bool]]:
    if token.startswith("لل") and len(token) > 4:
        yield token[2:], True
    yield from _article(token[1:])


def _article(token: str) -> Iterator[tuple[str, bool]]:
    yield token, False
    if token.startswith("ال") and len(token) > 4:
        yield token[2:], True


def _bare(form: str, definite: bool) -> Iterator[str]:
    """A form without its pronoun, as its citation form is written."""
    yield form
    if form.endswith("ه") and len(form) > 3:  # سنه is not سنة; ديه of لديه is not دية
        yield form[:-1] + "ة"
    if definite:
        return
    for pronoun in _PRONOUNS:
        if form.endswith(pronoun) and len(form) - len(pronoun) >= 3:
            rest = form[: -len(pronoun)]
            yield rest
            if rest[-1] == "ت":
                yield rest[:-1] + "ة"
            elif rest[-1] in "ؤئ":
                yield rest[:-1] + "ء"


def _stems(form: str) -> Iterator[str]:
    """A form and what it can be the accusative, dual, sound plural, feminine or relational adjective of."""
    yield form
    if form:
        for ending, least, instead in _BY_LAST.get(form[-1], ()):
            if len(form) - len(ending) >= least and form.endswith(ending):
                yield form[: -len(ending)] + instead


def _normal(word: str) -> str:
    """Folded word -> look-up spelling: final ى as ي, ىء and يء as ئ (old spelling)."""
    if word.endswith(("ىء", "يء")) and len(word) > 3:
        return word[:-2] + "ئ"
    return word[:-1] + "ي" if word.endswith("ى") else word


@lru_cache(maxsize=1)
def _load() -> Contexts:
    return Contexts(json.loads(TARGET.read_text(encoding="utf-8")))


# What follows makes the compiled file and is not needed at run time.

# Verbal nouns that begin with ال as part of the word and have no hamza.
_NO_ARTICLE: Final = ("التزام", "التحاق", "التهاب", "التماس", "التفاف", "التقاء", "التجاء", "التباس", "التقاط", "الذي")


class _Table:
    def __init__(self) -> None:
        self.entries: list[list[int]] = []
        self.inflected: dict[str, list[int]] = {}
        self.literal: dict[str, list[int]] = {}
        self.phrases: dict[str, list[list[Any]]] = {}

    def add(self, item: str, context: int, kind: int) -> None:
        """An item: forms of one word or phrase between slashes; ``=`` ends a literal form, ``~`` a verb."""
        entry = len(self.entries)
        self.entries.append([context, kind])
        for form in (part.strip() for part in item.split("/")):
            if " " in form:
                self._phrase(form, entry)
            elif form.endswith("~"):
                for inflected in _verb_forms(form[:-1]):
                    _put(self.literal, inflected, entry)
            elif form.endswith("="):
                _put(self.literal, _key(form[:-1]), entry)
            elif _has_article(form):
                _put(self.literal, _key(form), entry)
            else:
                _put(self.inflected, _key(form), entry)

    def _phrase(self, form: str, entry: int) -> None:
        words = [_key(word[2:] if _has_article(word) else word) for word in form.split()]
        self.phrases.setdefault(words[0], []).append([words[1:], entry])


def _put(table: dict[str, list[int]], form: str, entry: int) -> None:
    held = table.setdefault(form, [])
    if entry not in held:
        held.append(entry)


def _key(word: str) -> str:
    return _normal(fold_word(word))


def _has_article(word: str) -> bool:
    return word.startswith("ال") and len(word) > 4 and not word.startswith(_NO_ARTICLE)


def _verb_forms(past: str) -> Iterator[str]:
    """Third persons of past and present of a verb whose present keeps the letters of the past (``تظاهر``, ``احتج``)."""
    stem = _key(past)
    body = stem[1:] if stem.startswith("ا") else stem
    yield from (stem, stem + "ت", stem + "وا", stem + "ن")
    for prefix in ("ي", "ت", "سي", "ست"):
        yield prefix + body
        yield prefix + body + "ون"
        yield prefix + body + "وا"


def read(source: Path = SOURCE) -> list[dict[str, Any]]:
    """The items of the YAML files in `source`, in the order of files and lines."""
    import yaml

    out: list[dict[str, Any]] = []
    for path in sorted(source.glob("*.yml")):
        out.extend(yaml.safe_load(path.read_text(encoding="utf-8")) or [])
    return out


def build(source: Path = SOURCE) -> dict[str, Any]:
    """The compiled tables of the YAML in `source`; ValueError for a context or key that does not exist."""
    table = _Table()
    for item in read(source):
        unknown = set(item) - {"context", "examples", *_KINDS}
        if item.get("context") not in CONTEXTS or unknown:
            raise ValueError(f"no such context or key: {item.get('context')} {sorted(unknown)}")
        for key, kind in _KINDS.items():
            for words in item.get(key) or []:
                if not isinstance(words, str) or not re.search(r"\S", words):
                    raise ValueError(f"{item['context']}: {key}: not a word: {words!r}")
                table.add(words, CONTEXTS.index(item["context"]), kind)
    return {
        "contexts": list(CONTEXTS),
        "entries": table.entries,
        "inflected": table.inflected,
        "literal": table.literal,
        "phrases": table.phrases,
    }


def encode(data: dict[str, Any]) -> str:
    """The text of ``_contexts.json`` for compiled tables."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def main() -> None:
    """Write ``_contexts.json`` anew."""
    TARGET.write_text(encode(build()), encoding="utf-8")


if __name__ == "__main__":
    main()
