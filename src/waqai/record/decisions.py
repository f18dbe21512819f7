"""Decisions of a person about two mentions, and the keys that make them survive re-coding.

Event ids change when a better coder reads an article anew. A decision therefore names a mention by what stays: the
document, the type, and where the anchor and its sentence stand in the text::

    ASSAULT@120-126/98-181:الهجوم@dialogue-09

`resolve` finds the mention of today's coding that a key means: the same anchor, else an overlapping one, else the only
one of its type in that sentence; and where the text itself was changed, the same anchor words nearest to the old place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from waqai.records import Event
from waqai.text.fold import fold_word

from .model import Decision

_KEY = re.compile(r"([A-Z]+)@(\d+)-(\d+)/(\d+)-(\d+):(.*?)@(.*)\Z", re.DOTALL)
#: How far (characters) the words of a changed text may have moved.
_MOVED = 400


class Constraints(NamedTuple):
    """Pairs of positions in the list of mentions that must or must not be one happening."""

    together: tuple[tuple[int, int], ...]
    apart: tuple[tuple[int, int], ...]
    #: decisions that no mention of today's coding answers to
    unresolved: tuple[Decision, ...]


class _Key(NamedTuple):
    type: str
    start: int
    end: int
    first: int
    last: int
    words: str
    doc: str


def key_of(event: Event) -> str:
    """The key of a mention."""
    anchor, sentence = event.anchor, event.sentence
    words = fold_word(anchor.text).replace("@", " ")
    return f"{event.event_type}@{anchor.start}-{anchor.end}/{sentence.start}-{sentence.end}:{words}@{event.doc_id}"


def _parse(key: str) -> _Key | None:
    match = _KEY.match(key)
    if match is None:
        return None
    kind, start, end, first, last, words, doc = match.groups()
    return _Key(kind, int(start), int(end), int(first), int(last), words, doc)


def resolve(decisions: Iterable[Decision], events: Sequence[Event]) -> Constraints:
    """What decisions ask of `events`, in the order of `decisions`; a later one on a pair replaces an earlier one.

    ``unsure`` asks nothing. A key that cannot be read, or whose mention is gone, leaves its decision unresolved.
    """
    wanted = list(decisions)
    if not wanted:
        return Constraints((), (), ())
    keys = {key: _parse(key) for d in wanted for key in (d.left, d.right)}
    documents = {key.doc for key in keys.values() if key is not None}
    by_document: dict[str, list[int]] = defaultdict(list)
    for i, event in enumerate(events):
        if event.doc_id in documents:
            by_document[event.doc_id].append(i)
    found = {
        text: _find(key, events, by_document.get(key.doc, [])) if key is not None else None
        for text, key in keys.items()
    }
    return _constraints(wanted, found)


def _constraints(decisions: list[Decision], found: Mapping[str, int | None]) -> Constraints:
    judged: dict[tuple[int, int], str] = {}
    unresolved: list[Decision] = []
    for decision in decisions:
        left, right = found[decision.left], found[decision.right]
        if left is None or right is None or left == right:
            unresolved.append(decision)
            continue
        pair = (min(left, right), max(left, right))
        judged.pop(pair, None)
        judged[pair] = decision.judgement
    return Constraints(
        tuple(pair for pair, judgement in judged.items() if judgement == "same"),
        tuple(pair for pair, judgement in judged.items() if judgement == "different"),
        tuple(unresolved),
    )


def _find(key: _Key, events: Sequence[Event], places: list[int]) -> int | None:
    of_type = [i for i in places if events[i].event_type == key.type]
    exact = [i for i in of_type if (events[i].anchor.start, events[i].anchor.end) == (key.start, key.end)]
    same_words = [i for i in exact if fold_word(events[i].anchor.text) == key.words]
    if same_words:
        return same_words[0]
    overlapping = [i for i in of_type if events[i].anchor.start < key.end and events[i].anchor.end > key.start]
    alike = [i for i in overlapping if _alike(fold_word(events[i].anchor.text), key.words)]
    if alike:
        return alike[0]
    moved = [
        i
        for i in of_type
        if fold_word(events[i].anchor.text) == key.words and abs(events[i].anchor.start - key.start) <= _MOVED
    ]
    if moved:
        return min(moved, key=lambda i: (abs(events[i].anchor.start - key.start), i))
    in_sentence = [
        i for i in of_type if events[i].sentence.start < key.last and events[i].sentence.end > key.first
    ]
    return in_sentence[0] if len(in_sentence) == 1 else None


def _alike(left: str, right: str) -> bool:
    return left in right or right in left
