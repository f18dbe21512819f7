"""Figures of a matching: precision, recall, F1, agreement of fields, by group, calibration.

Annotations marked ``sure: 0`` are optional: met, they count as nothing; missed, likewise.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from .match import Matching, Pair, agree
from .read import Mention

_RESAMPLES = 1000
_SEED = 20210323  # any fixed number: the same files give the same interval


class Score(msgspec.Struct, frozen=True):
    """Precision, recall and F1 (0 to 1, three decimals), with the counts they come from."""

    p: float
    r: float
    f1: float
    tp: int
    fp: int
    fn: int


class Share(msgspec.Struct, frozen=True):
    """The share (0 to 1, three decimals) of matched mentions whose field agrees, of how many; None of none."""

    share: float | None
    of: int


class Figures(msgspec.Struct, frozen=True):
    """All figures of one matching or of one group of it.

    `event`: the type is right in the sentence. `dyad`: the countries of actors and recipients, too. The
    shares are over the matched pairs.
    """

    event: Score
    dyad: Score
    actor: Share
    recipient: Share
    sector: Share
    mode: Share
    status: Share
    date: Share
    source: Share


class Band(msgspec.Struct, frozen=True):
    """Records of one band of confidence: how many, their mean confidence, how many were right."""

    low: float
    high: float
    records: int
    confidence: float
    precision: float


class Calibration(msgspec.Struct, frozen=True):
    """Confidence against precision; `error` is the expected calibration error (0 is perfect)."""

    bands: tuple[Band, ...]
    error: float


class Interval(msgspec.Struct, frozen=True):
    """A 95 % interval of the F1 figures, by resampling documents."""

    event_f1: tuple[float, float]
    dyad_f1: tuple[float, float]
    documents: int


SHARES = ("actor", "recipient", "sector", "mode", "status", "date", "source")


def mode_agrees(gold: Mention, coded: Mention) -> bool | None:
    """None where the gold has no mode to agree with."""
    return gold.mode == coded.mode if gold.mode else None


def status_agrees(gold: Mention, coded: Mention) -> bool | None:
    return gold.status == coded.status


def sector_agrees(gold: Mention, coded: Mention) -> bool | None:
    """Whether the actors' sectors are the same set; None where the gold has no actor."""
    if gold.sectors is None:
        return None
    return gold.sectors == (coded.sectors or frozenset())


def date_agrees(gold: Mention, coded: Mention) -> bool | None:
    """Whether the coded days begin where the gold says and do not leave its month; None without a gold date.

    Where the gold is itself a file of records, the days must be the same.
    """
    if gold.stated is None:
        return (gold.first, gold.last) == (coded.first, coded.last) if gold.first else None
    first, last = coded.first or "", coded.last or coded.first or ""
    want = gold.stated
    near = min(7, len(want))
    return bool(first) and first[: len(want)] == want and last[:near] == want[:near]


def source_agrees(gold: Mention, coded: Mention) -> bool | None:
    """Whether both have no source, or their names share a word."""
    if not gold.sourced:
        return not coded.sourced
    return bool(gold.source & coded.source)


TESTS: Mapping[str, Callable[[Mention, Mention], bool | None]] = {
    "actor": lambda g, c: agree(g, c)[0],
    "recipient": lambda g, c: agree(g, c)[1],
    "sector": sector_agrees,
    "mode": mode_agrees,
    "status": status_agrees,
    "date": date_agrees,
    "source": source_agrees,
}


def prf(tp: int, fp: int, fn: int) -> Score:
    """Precision, recall and F1 of counts; 0 where there is nothing to divide by."""
    p = tp / (tp + fp) if tp + fp else 0.0
    r = tp / (tp + fn) if tp + fn else 0.0
    f1 = round(2 * p * r / (p + r), 3) if p + r else 0.0
    return Score(round(p, 3), round(r, 3), f1, tp, fp, fn)


def figures(pairs: Sequence[Pair], missed: Sequence[Mention], extra: Sequence[Mention]) -> Figures:
    """The figures of these pairs, missed and extra mentions."""
    sure = [p for p in pairs if p.gold.sure]
    needed = sum(m.sure for m in missed)
    whole = sum(all(agree(p.gold, p.coded)) for p in sure)
    wrong = len(sure) - whole
    shares = {name: _share(test, sure) for name, test in TESTS.items()}
    return Figures(
        event=prf(len(sure), len(extra), needed),
        dyad=prf(whole, len(extra) + wrong, needed + wrong),
        **shares,
    )


def figures_by(matching: Matching, key: Callable[[Mention], str]) -> dict[str, Figures]:
    """Figures for each group; a pair belongs to the group of its gold mention."""
    pairs: dict[str, list[Pair]] = defaultdict(list)
    missed: dict[str, list[Mention]] = defaultdict(list)
    extra: dict[str, list[Mention]] = defaultdict(list)
    for pair in matching.pairs:
        pairs[key(pair.gold)].append(pair)
    for mention in matching.missed:
        missed[key(mention)].append(mention)
    for mention in matching.extra:
        extra[key(mention)].append(mention)
    groups = sorted(set(pairs) | set(missed) | set(extra))
    return {group: figures(pairs[group], missed[group], extra[group]) for group in groups}


def confusion(matching: Matching) -> list[tuple[str, str, int]]:
    """(gold type, coded type, how often) of the mentions typed otherwise on the same words, most first."""
    counts = Counter((p.gold.type, p.coded.type) for p in matching.confused)
    return [(g, c, n) for (g, c), n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]


def calibration(matching: Matching, bands: int = 10) -> Calibration | None:
    """Confidence against precision, in bands of equal width; None where the records carry no confidence.

    A record matched to an optional annotation is neither right nor wrong and is left out.
    """
    judged = [(p.coded.confidence, True) for p in matching.pairs if p.gold.sure]
    judged += [(m.confidence, False) for m in matching.extra]
    known = [(c, right) for c, right in judged if c is not None]
    if not known:
        return None
    groups: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in known:
        groups[max(0, min(bands - 1, int(confidence * bands + 1e-9)))].append((confidence, right))
    rows = []
    error = 0.0
    for band, members in sorted(groups.items()):
        mean = sum(c for c, _ in members) / len(members)
        precision = sum(right for _, right in members) / len(members)
        error += abs(mean - precision) * len(members) / len(known)
        low, high = round(band / bands, 3), round((band + 1) / bands, 3)
        rows.append(Band(low, high, len(members), round(mean, 3), round(precision, 3)))
    return Calibration(tuple(rows), round(error, 3))


def interval(matching: Matching) -> Interval | None:
    """A 95 % interval of event and dyad F1 by the percentile bootstrap over documents.

    Documents are drawn, not mentions, since mentions of one article are not independent
    (Efron and Tibshirani 1993, An Introduction to the Bootstrap, ch. 13). None with fewer than 10 documents.
    """
    counts: dict[str, list[int]] = {doc: [0, 0, 0, 0] for doc in matching.documents}
    for pair in matching.pairs:
        if pair.gold.sure:
            row = counts[pair.gold.doc]
            row[0] += 1
            row[1] += all(agree(pair.gold, pair.coded))
    for mention in matching.extra:
        counts[mention.doc][2] += 1
    for mention in matching.missed:
        counts[mention.doc][3] += mention.sure
    rows = list(counts.values())
    if len(rows) < 10:
        return None
    # Documents without any event add nothing to the sums but are drawn all the same.
    draw = random.Random(_SEED)
    events, dyads = [], []
    for _ in range(_RESAMPLES):
        tp = whole = fp = fn = 0
        for right, dyad, over, left in draw.choices(rows, k=len(rows)):
            tp += right
            whole += dyad
            fp += over
            fn += left
        events.append(_f1(tp, fp, fn))
        wrong = tp - whole
        dyads.append(_f1(whole, fp + wrong, fn + wrong))
    return Interval(_middle(events), _middle(dyads), len(rows))


def _f1(tp: int, fp: int, fn: int) -> float:
    return 2 * tp / (2 * tp + fp + fn) if tp else 0.0


def _middle(values: list[float]) -> tuple[float, float]:
    values = sorted(values)
    cut = len(values) * 25 // 1000
    return round(values[cut], 3), round(values[-cut - 1], 3)


def _share(test: Callable[[Mention, Mention], bool | None], over: Iterable[Pair]) -> Share:
    values = [v for v in (test(p.gold, p.coded) for p in over) if v is not None]
    return Share(round(sum(values) / len(values), 3) if values else None, len(values))
