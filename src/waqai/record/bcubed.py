"""How well mentions were merged: B-cubed (Bagga and Baldwin 1998) and pairs, against a person's grouping.

A person's file has one mention a line (JSON): the document, the number of the line of its text, the anchor as it stands
there, the PLOVER type, and a name for the happening it tells::

    {"doc": "talks-01", "sent": 1, "type": "CONSULT", "anchor": "محادثات", "happening": "riyadh-tehran-round1"}

Mentions are named by their words and not by ids, so that the file outlives changes of the coder: `anchored` finds the
coded events that are meant, and scores are over the mentions that both have.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import msgspec

from waqai.records import Event
from waqai.text.fold import fold


class GoldMention(msgspec.Struct, frozen=True):
    """One line of the file."""

    doc: str
    sent: int
    type: str
    anchor: str
    happening: str


class Score(NamedTuple):
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def read(path: Path) -> list[GoldMention]:
    """The mentions of a file."""
    decode = msgspec.json.Decoder(GoldMention).decode
    return [decode(line) for line in path.read_bytes().splitlines() if line.strip()]


def bcubed(gold: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> Score:
    """B-cubed over the mentions that both groupings have: for each, the share of its group that belongs with it."""
    keys = [key for key in gold if key in found]
    if not keys:
        return Score(0.0, 0.0)
    both = Counter((gold[key], found[key]) for key in keys)
    of_gold = Counter(gold[key] for key in keys)
    of_found = Counter(found[key] for key in keys)
    precision = sum(n * n / of_found[f] for (_, f), n in both.items()) / len(keys)
    recall = sum(n * n / of_gold[g] for (g, _), n in both.items()) / len(keys)
    return Score(precision, recall)


def pairs(gold: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> Score:
    """The same over pairs of mentions that belong together: what B-cubed gives for lone mentions counts nothing here.
    """
    keys = [key for key in gold if key in found]

    def count(groups: Iterable[int]) -> int:
        return sum(n * (n - 1) // 2 for n in groups)

    right = count(Counter((gold[key], found[key]) for key in keys).values())
    claimed = count(Counter(found[key] for key in keys).values())
    wanted = count(Counter(gold[key] for key in keys).values())
    return Score(right / claimed if claimed else 1.0, right / wanted if wanted else 1.0)


def anchored(gold: Iterable[GoldMention], texts: Mapping[str, str], events: Iterable[Event]) -> dict[str, str]:
    """For each coded event that a gold mention means, by its id, the name of the happening.

    `texts` has the text of each document. An event is meant where its anchor overlaps the words of the mention; of
    several the one of the mention's type, then the first. Each event and each mention are used once.
    """
    by_document: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        by_document[event.doc_id].append(event)
    found: dict[str, str] = {}
    used: dict[tuple[str, int, str], int] = defaultdict(int)
    for mention in gold:
        text = texts.get(mention.doc)
        if text is None:
            continue
        spans = anchor_spans(text, mention.sent, mention.anchor)
        key = (mention.doc, mention.sent, mention.anchor)
        if not spans:
            raise ValueError(f"{mention.doc}, line {mention.sent} has no {mention.anchor!r}: mend the annotation")
        start, end = spans[min(used[key], len(spans) - 1)]
        used[key] += 1
        meant = [
            e
            for e in by_document[mention.doc]
            if e.anchor.start < end and e.anchor.end > start and e.event_id not in found
        ]
        if meant:
            best = min(meant, key=lambda e: (e.event_type != mention.type, e.anchor.start, e.event_id))
            found[best.event_id] = mention.happening
    return found


def anchor_spans(text: str, line: int, anchor: str) -> list[tuple[int, int]]:
    """Where `anchor` stands as a word, with or without proclitics, in the `line`th line (from 1) of `text`."""
    lines = text.split("\n")
    if not 1 <= line <= len(lines):
        return []
    offset = sum(len(x) + 1 for x in lines[: line - 1])
    folded = fold(lines[line - 1])
    pattern = rf"(?<!\w)[وفبلك]{{0,2}}{re.escape(fold(anchor).text)}(?!\w)"
    return [
        (first + offset, last + offset)
        for first, last in (folded.span(m.start(), m.end()) for m in re.finditer(pattern, folded.text))
    ]
