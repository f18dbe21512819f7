#!/usr/bin/env python3
"""Learn the weights of confidence from one half of the annotated sets; show on the other half what they are worth.

    python benchmarks/calibrate.py [--also DIR ...] [--write]

Sets: `newswire`, `press` and `gsr` of the development data (see ``benchmarks/accuracy.py``), and folders given by
`--also`, each with a ``gold.jsonl`` and a ``stories.jsonl``. Documents whose id has an odd MD5 digest are learnt from,
the others only judged. `--write` writes ``src/waqai/events/_confidence.json``.

The model is a logistic regression on the signs of `waqai.events.confidence` with a ridge penalty (Hoerl and Kennard
1970), fitted by Newton's method. For violence, coercion and protest the sentences of `gsr` are learnt from together
with the articles, with a bias of their own, since their labels ask for more than a mention; the bias that is kept is
that of the articles.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))

import accuracy  # puts this checkout first on the path
import msgspec

from waqai import Article, Coder, Event
from waqai.evaluate.match import match
from waqai.evaluate.read import read_mentions, read_stories
from waqai.events.confidence import CLEAR, Weights, logit
from waqai.events.matcher import REPORTED

OUT = accuracy.ROOT / "src" / "waqai" / "events" / "_confidence.json"
RIDGE = 5.0
#: signs whose weight is smaller are left out
LEAST = 0.05
BANDS = 10
_GSR_BIAS = "(gsr)"


class Row(NamedTuple):
    """A record: its document and type, the estimate of its frame, its signs, and whether it is right."""

    set: str
    doc: str
    type: str
    estimate: float
    signs: tuple[str, ...]
    right: bool

    @property
    def learnt(self) -> bool:
        """Whether it is of the half to learn from."""
        return int(hashlib.md5(self.doc.encode(), usedforsecurity=False).hexdigest(), 16) % 2 == 1


def records(coder: Coder, article: Article) -> list[tuple[Event, float, tuple[str, ...]]]:
    """The records of an article, each with its frame's estimate and its signs."""
    document, read = coder.read_whole(article)
    kept = {event.event_id: event for event in document.events}
    return [
        (kept.get(event.event_id, event), fired.frame.confidence, signs)
        for sentence in read
        for event, fired, signs in zip(sentence.events, sentence.fired, sentence.signs, strict=True)
    ]


def annotated(name: str, folder: Path, coder: Coder) -> list[Row]:
    """The records of an annotated set that are right or wrong; those that match optional annotations are neither."""
    gold, stories = folder / "gold.jsonl", folder / "stories.jsonl"
    texts = read_stories(stories)
    dates = {row["id"]: row.get("date") for row in accuracy._rows(stories)}
    told = {}
    with tempfile.TemporaryDirectory() as scratch:
        coded = Path(scratch) / "coded.jsonl"
        with coded.open("wb") as file:
            for story in texts.values():
                for event, estimate, signs in records(
                    coder, Article(id=story.id, text=story.text, date=dates[story.id])
                ):
                    told[event.doc_id, event.anchor.start, event.anchor.end, event.event_type] = estimate, signs
                    file.write(msgspec.json.encode(event) + b"\n")
        matching = match(read_mentions(gold), read_mentions(coded), texts)
    judged = [(pair.coded, True) for pair in matching.pairs if pair.gold.sure]
    judged += [(mention, False) for mention in matching.extra]
    return [
        Row(name, m.doc, m.type, *told[m.doc, m.start, m.end, m.type], right)  # type: ignore[index]
        for m, right in judged
    ]


def gsr(coder: Coder) -> tuple[list[Row], dict[str, tuple[str, str]]]:
    """The records of the type that each sentence was labelled for, and type and label of every sentence."""
    found = []
    labels = {}
    for line in accuracy._rows(accuracy.SHARED / "data" / "gsr" / "sentences.jsonl"):
        if line["label"] not in ("yes", "easy no"):
            continue
        labels[line["id"]] = line["type"], line["label"]
        for event, estimate, signs in records(coder, Article(id=line["id"], text=line["text"])):
            if event.event_type == line["type"]:
                found.append(Row("gsr", line["id"], event.event_type, estimate, signs, line["label"] == "yes"))
    return found, labels


def fit(rows: Sequence[Row], ridge: float = RIDGE) -> Weights:
    """Logistic regression on the rows' signs; rows of gsr have a bias of their own."""
    names = sorted({sign for row in rows for sign in features(row)})
    place = {name: k + 2 for k, name in enumerate(names)}
    size = len(names) + 2
    beta = [0.0] * size
    data = [
        ([(0, 1.0), (1, logit(row.estimate)), *((place[s], 1.0) for s in features(row))], 1.0 if row.right else 0.0)
        for row in rows
    ]
    for _ in range(25):
        slope = [-ridge * b if k else 0.0 for k, b in enumerate(beta)]
        curve = [[0.0] * size for _ in range(size)]
        for k in range(size):
            curve[k][k] = ridge if k else 1e-6
        for cells, right in data:
            share = sigmoid(sum(beta[k] * v for k, v in cells))
            spread = share * (1 - share)
            for k, v in cells:
                slope[k] += v * (right - share)
                line = curve[k]
                for j, w in cells:
                    line[j] += spread * v * w
        step = solve(curve, slope)
        beta = [b + s for b, s in zip(beta, step, strict=True)]
        if max(map(abs, step)) < 1e-7:
            break
    return Weights(beta[0], beta[1], {name: beta[k] for name, k in place.items()})


def features(row: Row) -> tuple[str, ...]:
    """The names of what the weights of a row are summed over."""
    return (row.type, *row.signs, *((_GSR_BIAS,) if row.set == "gsr" else ()))


def odds(weights: Weights, row: Row) -> float:
    """The log odds of a row, without the bias of gsr."""
    summed = sum(weights.signs.get(name, 0.0) for name in (row.type, *row.signs))
    return weights.bias + weights.prior * logit(row.estimate) + summed


def rounded(weights: Weights) -> Weights:
    """The weights as they are written: without the bias of gsr and what hardly counts; types of events (in capitals)
    of the group `reported` stay, whatever they weigh.
    """
    kept = {
        n: round(w, 2)
        for n, w in sorted(weights.signs.items())
        if n != _GSR_BIAS and (n in REPORTED or abs(w) >= LEAST)
    }
    return Weights(round(weights.bias, 3), round(weights.prior, 3), kept)


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a system of linear equations, by elimination with pivots."""
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for k in range(size):
        pivot = max(range(k, size), key=lambda j: abs(rows[j][k]))
        rows[k], rows[pivot] = rows[pivot], rows[k]
        for j in range(k + 1, size):
            factor = rows[j][k] / rows[k][k]
            if factor:
                rows[j] = [a - factor * b for a, b in zip(rows[j], rows[k], strict=True)]
    out = [0.0] * size
    for k in reversed(range(size)):
        out[k] = (rows[k][size] - sum(rows[k][j] * out[j] for j in range(k + 1, size))) / rows[k][k]
    return out


def sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, x))))


def table(rows: Iterable[tuple[float, bool]]) -> str:
    """Bands of confidence: records, mean confidence, share that is right."""
    groups: dict[int, list[tuple[float, bool]]] = {}
    for value, right in rows:
        groups.setdefault(min(BANDS - 1, int(value * BANDS + 1e-9)), []).append((value, right))
    lines = ["  confidence   records  mean   right"]
    for band, members in sorted(groups.items()):
        mean = sum(value for value, _ in members) / len(members)
        share = sum(right for _, right in members) / len(members)
        lines.append(f"  {band / BANDS:.1f} to {(band + 1) / BANDS:.1f}  {len(members):7}  {mean:.3f}  {share:.3f}")
    return "\n".join(lines)


def alarms(rows: Sequence[Row], values: Sequence[float], labels: dict[str, tuple[str, str]], bar: float) -> list[str]:
    """Recall, alarms and F1 on gsr of records at or above a confidence."""
    lines = []
    best: dict[str, float] = {}
    for row, value in zip(rows, values, strict=True):
        best[row.doc] = max(best.get(row.doc, 0.0), value)
    for kind in sorted({kind for kind, _ in labels.values()}):
        yes = [best.get(doc, -1.0) for doc, label in labels.items() if label == (kind, "yes")]
        no = [best.get(doc, -1.0) for doc, label in labels.items() if label == (kind, "easy no")]
        hit, alarm = sum(v >= bar for v in yes), sum(v >= bar for v in no)
        f1 = 2 * hit / (hit + alarm + len(yes)) if hit else 0.0
        lines.append(
            f"  {kind:8} confidence >= {bar:.2f}: found {hit} of {len(yes)} yes ({hit / len(yes):.3f}), "
            f"alarms on {alarm} of {len(no)} easy no ({alarm / len(no):.3f}), F1 {f1:.3f}"
        )
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--also", type=Path, action="append", default=[], help="another annotated folder")
    parser.add_argument("--write", action="store_true", help=f"write {OUT.relative_to(accuracy.ROOT)}")
    args = parser.parse_args()
    coder = Coder()
    folders = [(name, accuracy.SHARED / "data" / name) for name in ("newswire", "press")]
    folders += [(folder.name, folder) for folder in args.also]
    articles = [row for name, folder in folders for row in annotated(name, folder, coder)]
    sentences, labels = gsr(coder)
    learnt, judged = [r for r in articles if r.learnt], [r for r in articles if not r.learnt]

    reported = [row for row in learnt if row.type in REPORTED]
    other = [row for row in learnt if row.type not in REPORTED]
    found = {
        "reported": rounded(fit([*reported, *(row for row in sentences if row.learnt)])),
        "other": rounded(fit(other)),
    }

    def value(row: Row) -> float:
        return sigmoid(odds(found["reported" if row.type in REPORTED else "other"], row))

    for title, rows in (("learnt from", learnt), ("only judged", judged)):
        print(f"Articles {title}: {len(rows)} records")
        print(table((value(row), row.right) for row in rows))
    halves = {doc: Row("gsr", doc, "", 0.5, (), False).learnt for doc in labels}
    for title, half in (("learnt from", True), ("only judged", False)):
        print(f"Sentences (gsr) {title}")
        rows = [row for row in sentences if row.learnt == half]
        asked = {doc: label for doc, label in labels.items() if halves[doc] == half}
        for bar in (0.0, 0.8, CLEAR, 0.95):
            print("\n".join(alarms(rows, [value(row) for row in rows], asked, bar)))
    if args.write:
        out = {group: msgspec.to_builtins(weights) for group, weights in found.items()}
        OUT.write_text(json.dumps(out, indent=1, ensure_ascii=False) + "\n", encoding="utf8")
        print(f"Written: {OUT}")


if __name__ == "__main__":
    main()
