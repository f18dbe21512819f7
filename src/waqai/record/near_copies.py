"""Near-copies: articles that are one text, reprinted, cut or lightly rewritten, grouped under the earliest of them.

Texts are compared as sets of shingles (three folded words in a row) by MinHash (Broder 1997): `signature` makes a
text 504 bytes, once, which a store keeps with the article; `group` finds the groups among any number of signatures by
locality-sensitive hashing, one band at a time, so that memory is that of the signatures and time grows with their
number. A group is one source: what many papers copy from one agency is told once.
"""

from __future__ import annotations

import datetime
import operator
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from waqai.records import Article
from waqai.text.fold import fold
from waqai.text.tokens import LETTERS

SHINGLE = 3  # words
ROWS = 3  # minima in a band: pairs as similar as 0.3 already meet in some band two times of three
BANDS = 42
PERMUTATIONS = ROWS * BANDS
SEED = 1832
#: bytes of a signature: one unsigned 32-bit minimum for each permutation
SIGNATURE_BYTES = 4 * PERMUTATIONS
#: Similarity (Jaccard, of shingles) from which two articles are near-copies: a sixth of the words replaced, or half
#: cut.
SIMILAR = 0.42
#: Days within which a rewrite appears. Later only what is nearly the same (`SAME`) is a copy: weather, prices and
#: communiqués are written on one pattern each week and are no copies.
WINDOW = 30
SAME = 0.9
#: How many different texts that fell into one bucket a text is compared with.
_COMPARED = 6

_WORD = re.compile(rf"[{LETTERS}]+|\d+|[A-Za-z]+")
_SAME_LETTER = str.maketrans("ىةؤئ", "يهوي")


class Signed(NamedTuple):
    """An article as the grouping sees it: its id, its day of publication (ISO 8601) and the signature of its text."""

    id: str
    date: str | None
    signature: bytes


def shingles(text: str) -> set[str]:
    """The folded three-word shingles of a text; a shorter text is one shingle, one without words none."""
    words = [_word(word) for word in _WORD.findall(fold(text).text.translate(_SAME_LETTER))]
    if len(words) <= SHINGLE:
        return {" ".join(words)} if words else set()
    return {" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


def _word(word: str) -> str:
    """A rewriter adds and drops و before words: it does not count."""
    return word[1:] if len(word) > 3 and word[0] == "و" else word


def signature(text: str) -> bytes:
    """The MinHash signature of a text: `SIGNATURE_BYTES` bytes, the same everywhere; empty for a text without words."""
    from rensa import RMinHash

    found = shingles(text)
    if not found:
        return b""
    sketch = RMinHash(PERMUTATIONS, SEED)
    sketch.update(sorted(found))
    return b"".join(minimum.to_bytes(4, "little") for minimum in sketch.digest())


def similarity(left: bytes, right: bytes) -> float:
    """The estimated Jaccard similarity of two signatures, 0 to 1 (standard error at most 0.045)."""
    if len(left) != SIGNATURE_BYTES or len(right) != SIGNATURE_BYTES:
        return 0.0
    same: int = sum(map(operator.eq, memoryview(left).cast("I"), memoryview(right).cast("I")))
    return same / PERMUTATIONS


def group_articles(articles: Iterable[Article]) -> dict[str, str]:
    """For each article, the id of the earliest article that it is a near-copy of: its own where there is none."""
    return group(Signed(a.id, a.date, signature(a.text)) for a in articles)


def group(signed: Iterable[Signed]) -> dict[str, str]:
    """For each article, the id of the earliest of its group; the same for the same articles in any order.

    The earliest is the first by day of publication, then by id; undated ones come last. A pair is joined where it is
    similar enough, and groups by what they have in common: a rewrite of a rewrite is of the group.
    """
    order = sorted(dict.fromkeys(signed), key=lambda s: (s.date or "9", s.id))
    first: dict[str, int] = {}
    days = [_ordinal(s.date) for s in order]
    parents = list(range(len(order)))
    for i, item in enumerate(order):
        if first.setdefault(item.id, i) != i:  # the same article twice
            parents[i] = first[item.id]
    for left, right in _candidates([s.signature for s in order]):
        a, b = _root(parents, left), _root(parents, right)
        if a == b:
            continue
        alike = similarity(order[left].signature, order[right].signature)
        if alike >= SIMILAR and (alike >= SAME or _near(days[left], days[right])):
            parents[max(a, b)] = min(a, b)
    return {item.id: order[_root(parents, first[item.id])].id for item in order}


def _candidates(signatures: list[bytes]) -> Iterator[tuple[int, int]]:
    """Pairs of positions whose signatures agree in a band; of a crowded bucket only pairs with its latest kinds."""
    width = 4 * ROWS
    for band in range(BANDS):
        start = band * width
        buckets: dict[bytes, list[int]] = {}
        for i, whole in enumerate(signatures):
            if not whole:
                continue
            bucket = buckets.setdefault(whole[start : start + width], [])
            for other in bucket:
                yield other, i
            # the first stays, as the likely original; of the others the latest
            if len(bucket) == _COMPARED:
                del bucket[1]
            bucket.append(i)


def _root(parents: list[int], i: int) -> int:
    while parents[i] != i:
        parents[i] = parents[parents[i]]
        i = parents[i]
    return i


def _ordinal(date: str | None) -> int | None:
    try:
        return datetime.date.fromisoformat(date[:10]).toordinal() if date else None
    except ValueError:
        return None


def _near(left: int | None, right: int | None) -> bool:
    return left is None or right is None or abs(left - right) <= WINDOW
