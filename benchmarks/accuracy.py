#!/usr/bin/env python3
"""Code the annotated sets and print how right the records are.

    python benchmarks/accuracy.py [--out DIR] [--set NAME ...] [--by type] [--errors N] [--json] [--raise]

Sets: `examples` (the articles that ship with the package, always there) and, where the development data is
(``$WAQAI_SHARED`` or ``../shared`` beside the checkout), `seed`, `newswire`, `press` and `gsr`. The coded files are
written to DIR (default ``out/accuracy``), to read errors in them or to look closer with ``waqai evaluate``.
`--raise` lifts the floors that CI holds to what is reached now, never lowers them.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))  # Measure this checkout, whatever is installed.

import msgspec  # noqa: E402

from waqai import Article, Coder, Document  # noqa: E402
from waqai.evaluate import Evaluation, evaluate, show  # noqa: E402
from waqai.evaluate.read import read_stories  # noqa: E402
from waqai.events.confidence import CLEAR  # noqa: E402
from waqai.examples import ARTICLES, GOLD  # noqa: E402

SHARED = Path(os.environ.get("WAQAI_SHARED") or ROOT.parent / "shared")
FLOORS = ROOT / "tests" / "accuracy" / "floors.json"
ANNOTATED = ("examples", "seed", "newswire", "press")
GSR = "gsr"

# What CI may hold: these of each annotated set, and these of each GSR type.
SCORES = ("event", "dyad")
SHARES = ("actor", "recipient", "sector", "mode", "status", "date", "source")


def files(name: str) -> tuple[Path, Path]:
    """Gold and stories of an annotated set."""
    if name == "examples":
        return GOLD, ARTICLES
    folder = SHARED / "data" / name
    return folder / "gold.jsonl", folder / "stories.jsonl"


def available() -> list[str]:
    """The sets that are here."""
    found = [name for name in ANNOTATED if all(path.is_file() for path in files(name))]
    return [*found, GSR] if (SHARED / "data" / GSR / "sentences.jsonl").is_file() else found


def code(articles: Iterable[Article], coder: Coder, out: Path) -> list[Document]:
    """Code articles, write their events to `out`; raises RuntimeError where an article could not be coded."""
    documents = []
    for document in coder.pipe(articles, workers=1):
        if not isinstance(document, Document):
            raise RuntimeError(f"not coded: {document}")
        documents.append(document)
    out.parent.mkdir(parents=True, exist_ok=True)
    lines = [msgspec.json.encode(event) for document in documents for event in document.events]
    out.write_bytes(b"".join(line + b"\n" for line in lines))
    return documents


def annotated(name: str, coder: Coder, out: Path, **options: Any) -> Evaluation:
    """Code one annotated set and compare it with its gold. `options` are those of `evaluate`."""
    gold, stories = files(name)
    dates = {row["id"]: row.get("date") for row in _rows(stories)}
    articles = [Article(id=s.id, text=s.text, date=dates[s.id]) for s in read_stories(stories).values()]
    coded = out / f"{name}.jsonl"
    code(articles, coder, coded)
    return evaluate(gold, coded, stories, **options)


def gsr(coder: Coder, out: Path) -> dict[str, dict[str, float]]:
    """For each type: recall on sentences that all coders call an event, alarms on those that all reject.

    A `yes` sentence is found when any event of its type is coded in it; an `easy no` with one is an alarm.
    Precision and F1 follow from these counts; they depend on how many sentences of each label there are.
    The same again, as ``clear_...``, for the records that tell it clearly (of confidence CLEAR or more): the labels ask
    for sentences that report an event, while a record may also rest on a mention in passing.
    The sentences missed and the alarms are written to ``gsr-missed.jsonl`` and ``gsr-alarms.jsonl``.
    """
    rows = [row for row in _rows(SHARED / "data" / GSR / "sentences.jsonl") if row["label"] in ("yes", "easy no")]
    articles = [Article(id=row["id"], text=row["text"]) for row in rows]
    documents = code(articles, coder, out / f"{GSR}.jsonl")
    counts: Counter[tuple[str, str, bool]] = Counter()
    clear: Counter[tuple[str, str]] = Counter()
    wrong: dict[str, list[bytes]] = {"missed": [], "alarms": []}
    for row, document in zip(rows, documents, strict=True):
        events = [e for e in document.events if e.event_type == row["type"]]
        counts[row["type"], row["label"], bool(events)] += 1
        clear[row["type"], row["label"]] += any(e.confidence >= CLEAR for e in events)
        if bool(events) != (row["label"] == "yes"):
            told = {
                "id": row["id"],
                "type": row["type"],
                "anchors": [e.anchor.text for e in events],
                "confidence": [e.confidence for e in events],
                "text": row["text"],
            }
            wrong["alarms" if events else "missed"].append(msgspec.json.encode(told))
    for kind, lines in wrong.items():
        (out / f"{GSR}-{kind}.jsonl").write_bytes(b"".join(line + b"\n" for line in lines))
    found = {}
    for kind in sorted({row["type"] for row in rows}):
        right, missed = counts[kind, "yes", True], counts[kind, "yes", False]
        alarms, silent = counts[kind, "easy no", True], counts[kind, "easy no", False]
        found[kind] = {
            "yes": right + missed,
            "easy_no": alarms + silent,
            "recall": _share(right, right + missed),
            "precision": _share(right, right + alarms),
            "f1": _share(2 * right, 2 * right + alarms + missed),
            "alarm_rate": _share(alarms, alarms + silent),
            "clear_recall": _share(clear[kind, "yes"], right + missed),
            "clear_f1": _share(2 * clear[kind, "yes"], clear[kind, "yes"] + clear[kind, "easy no"] + right + missed),
            "clear_alarm_rate": _share(clear[kind, "easy no"], alarms + silent),
        }
    return found


def flat(name: str, found: Evaluation | dict[str, dict[str, float]]) -> dict[str, float]:
    """Figures by dotted names: ``newswire.event.f1``, ``newswire.status``, ``gsr.ASSAULT.recall``."""
    if isinstance(found, dict):
        return {
            f"{name}.{kind}.{key}": value
            for kind, row in found.items()
            for key, value in row.items()
            if key not in ("yes", "easy_no")
        }
    figures: dict[str, float] = {}
    for score in SCORES:
        row = getattr(found.figures, score)
        figures |= {f"{name}.{score}.{key}": getattr(row, key) for key in ("p", "r", "f1")}
    for share in SHARES:
        value = getattr(found.figures, share).share
        if value is not None:
            figures[f"{name}.{share}"] = value
    return figures


def measure(name: str, coder: Coder, out: Path, **options: Any) -> Evaluation | dict[str, dict[str, float]]:
    """Code and score one set by name."""
    return gsr(coder, out) if name == GSR else annotated(name, coder, out, **options)


def read_floors() -> dict[str, dict[str, float]]:
    """What CI holds: ``floors`` are minima, ``ceilings`` maxima, by the names of `flat`."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf8"))
    return floors


def raised(held: dict[str, dict[str, float]], figures: dict[str, float]) -> dict[str, dict[str, float]]:
    """The floors lifted, and the ceilings lowered, to the figures cut to two decimals; never the other way."""
    floors = {n: max(v, math.floor(figures.get(n, 0) * 100) / 100) for n, v in held["floors"].items()}
    ceilings = {n: min(v, math.ceil(figures.get(n, 1) * 100) / 100) for n, v in held["ceilings"].items()}
    return {"floors": floors, "ceilings": ceilings}


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "accuracy", help="folder for the coded files")
    parser.add_argument("--set", action="append", choices=[*ANNOTATED, GSR], help="only this set (may be repeated)")
    parser.add_argument("--by", choices=["type", "publisher"], help="figures of each type or publisher")
    parser.add_argument("--errors", type=int, default=0, help="list so many errors of each kind")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors of tests/accuracy")
    parser.add_argument("--brief", action="store_true", help="one line for each set")
    args = parser.parse_args()
    here = available()
    lacking = [name for name in args.set or [] if name not in here]
    if lacking:
        parser.error(f"no {', '.join(lacking)} in {SHARED / 'data'}; set WAQAI_SHARED to the folder that holds data/")

    from rich.console import Console

    console = Console(highlight=False)
    coder = Coder()
    figures: dict[str, float] = {}
    for name in args.set or here:
        found = measure(name, coder, args.out, **({} if name == GSR else {"by": args.by, "errors": args.errors}))
        figures |= flat(name, found)
        if args.json:
            continue
        if isinstance(found, dict):
            for kind, row in found.items():
                print(f"{name:9} {kind:8} " + "  ".join(f"{key} {value}" for key, value in row.items()))
        elif args.brief:
            e, d = found.figures.event, found.figures.dyad
            shares = "  ".join(f"{s} {getattr(found.figures, s).share}" for s in SHARES)
            print(f"{name:9} event p {e.p} r {e.r} f1 {e.f1}  dyad f1 {d.f1}  {shares}")
        else:
            console.rule(name)
            show(found, console)
    if args.json:
        print(json.dumps(figures, indent=1))
    else:
        console.print(f"Coded files: {args.out}")
    if args.lift:
        FLOORS.write_text(json.dumps(raised(read_floors(), figures), indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
