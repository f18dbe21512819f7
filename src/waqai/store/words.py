"""Words as they are searched: folded further than for reading, and without joined particles.

What is ignored: hamza and its seats, ta marbuta against ha, alif maqsura against ya, vowel signs, case, and what Arabic
joins in front of a word (و, ف, ب, ك, ل and the article), so that الحوار finds وبالحوار. As in light stemmers
(Larkey's light10), one is only taken off where enough letters stay. The same is done to what is stored and to what is
asked for, so a letter taken off wrongly (وزير) costs nothing but a rare wrong hit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from waqai.errors import UsageError
from waqai.text.fold import fold

#: Longer "words" are no words: they are cut.
LONGEST = 60
_WORD = re.compile(r"[^\W_]+")
_HAMZA = re.compile("[ءؤئ]")
_LETTERS = str.maketrans({"ة": "ه", "ى": "ي"})
_GOD = frozenset(("الله", "لله", "والله", "بالله", "فالله", "ولله", "تالله"))
#: Joined in front without the article; too often a letter of the word itself to be taken off.
_ALONE = ("ب", "ل")
_ARABIC = re.compile("[ء-ي]")
_PARTICLES = re.compile("(?:[وف])?(?:[بك]?ال|لل|ال)(?=..)|[وف](?=...)")


def search_words(text: str) -> list[str]:
    """The words of `text` in order, as they are stored and looked for."""
    return [_normal(word) for word in _WORD.findall(fold(text).text)]


@lru_cache(100_000)
def _normal(word: str) -> str:
    word = word[:LONGEST].casefold().translate(_LETTERS)
    if len(bare := _HAMZA.sub("", word)) >= 3:
        word = bare
    if word.endswith("لله") and word in _GOD:
        return "الله"
    # Until nothing is left to take off, so that الوزير and وزير end the same, whatever they end as.
    while (found := _PARTICLES.match(word)) is not None:
        word = word[found.end() :]
    return word


class Term(msgspec.Struct, frozen=True):
    """Something to look for: words that stand together, the last one possibly only begun; or that must not stand."""

    words: tuple[str, ...]
    begun: bool = False
    excluded: bool = False


_TERM = re.compile(r'(-?)(?:"([^"]*)"|(\S+))')


def parse(query: str) -> list[Term]:
    """Read what is looked for: ``words`` that must all stand, ``"a phrase"``, ``begin*``, ``-excluded``.

    Everything else counts as space. Raises `UsageError` when nothing is left to look for.
    """
    terms = []
    for minus, phrase, word in _TERM.findall(query):
        words = tuple(search_words(phrase or word))
        if words:
            terms.append(Term(words, not phrase and word.endswith("*"), bool(minus)))
    if all(term.excluded for term in terms):
        raise UsageError(f"{query!r} holds no word to look for", "give at least one word without a minus")
    return terms


def _spellings(term: Term) -> list[tuple[str, ...]]:
    """The words of a term, also with ب or ل joined in front (ببغداد)."""
    first, *rest = term.words
    if not _ARABIC.match(first):
        return [term.words]
    return [(first, *rest), *((particle + first, *rest) for particle in _ALONE)]


def fts5(terms: Iterable[Term]) -> str:
    """The terms as an FTS5 query. Words are letters and digits only, and stand in quotes."""
    out = ""
    for term in sorted(terms, key=lambda term: term.excluded):
        joint = " NOT " if term.excluded else " AND "
        end = '"*' if term.begun else '"'
        out += (joint if out else "") + "(" + " OR ".join(f'"{" ".join(s)}{end}' for s in _spellings(term)) + ")"
    return out


def tsquery(terms: Iterable[Term]) -> str:
    """The terms as the text of a PostgreSQL tsquery."""
    parts = []
    for term in terms:
        end = "':*" if term.begun else "'"
        spellings = ["'" + "' <-> '".join(spelling) + end for spelling in _spellings(term)]
        parts.append(("!" if term.excluded else "") + "((" + ") | (".join(spellings) + "))")
    return " & ".join(parts)


#: A tsvector holds less than a megabyte, and no position beyond this one.
_VECTOR = 900_000
_LAST_POSITION = 16_383
_POSITIONS = 255


def tsvector(words: Sequence[str]) -> str:
    """Words as the text of a PostgreSQL tsvector; of a text too long for one, its beginning."""
    positions: dict[str, list[int]] = {}
    size = 0
    for number, word in enumerate(words, 1):
        known = positions.get(word)
        if known is None:
            size += len(word.encode()) + 8
            known = positions[word] = []
        size += 2
        if size > _VECTOR:
            break
        if len(known) < _POSITIONS:
            known.append(min(number, _LAST_POSITION))
    return " ".join(f"'{word}':{','.join(map(str, at))}" for word, at in positions.items() if at)
