"""Make coder's records out of annotations, whole or spoilt, so that scores can be tested without a coder."""

from __future__ import annotations

import calendar
import random
from typing import Any

TYPES = ["AGREE", "CONSULT", "REQUEST", "ACCUSE", "ASSAULT", "RETREAT"]


def bounds(story: dict[str, Any]) -> tuple[str, dict[int, tuple[int, int]]]:
    """The coded text of a story (sentences joined with a newline) and where each sentence stands in it."""
    at, spans, parts = 0, {}, []
    for number, text in sorted(((int(n), t) for n, t in story["sentences"].items())):
        spans[number] = (at, at + len(text))
        parts.append(text)
        at += len(text) + 1
    return "\n".join(parts), spans


def record(gold: dict[str, Any], story: dict[str, Any], confidence: float = 0.9) -> dict[str, Any]:
    """The record of a perfect coder for one annotation."""
    text, spans = bounds(story)
    start, end = spans[gold["sent"]]
    at = text.find(gold["anchor"], start, end)
    at = start if at < 0 else at

    def parties(texts: list[str], codes: list[str]) -> list[dict[str, Any]]:
        found = []
        for words, code in zip(texts, codes, strict=True):
            country, _, sector = code.partition(" ")
            found.append({"text": words, "start": 0, "end": 1, "country": country, "sector": sector or None})
        return found

    date = gold["date"]
    if date:
        parts = [int(p) for p in date.split("-")]
        first = "-".join([date, *["01"] * (3 - len(parts))])
        month = parts[1] if len(parts) > 1 else 12
        last = first if len(parts) == 3 else f"{parts[0]}-{month:02}-{calendar.monthrange(parts[0], month)[1]}"
        date = {"start": first, "end": last, "precision": "day", "text": None}
    source = gold["source"]
    return {
        "event_id": f"{gold['doc']}-{gold['sent']}-{at}-{gold['type']}",
        "doc_id": gold["doc"],
        "publisher": story.get("source"),
        "event_type": gold["type"],
        "event_mode": gold["mode"],
        "status": gold["status"],
        "anchor": {"text": gold["anchor"], "start": at, "end": at + len(gold["anchor"])},
        "sentence": {"text": text[start:end], "start": start, "end": end},
        "actors": parties(gold["actor"], gold["actor_code"]),
        "recipients": parties(gold["recipient"], gold["recipient_code"]),
        "date": date,
        "source": {"text": source.strip("[]"), "start": 0, "end": 1} if source else None,
        "confidence": confidence,
    }


def spoil(records: list[dict[str, Any]], seed: int) -> list[dict[str, Any]]:
    """Records with every sort of error: lost, doubled, retyped, moved, with other fields."""
    draw = random.Random(seed)
    out = []
    for given in records:
        r = {**given, "confidence": round(draw.random(), 2)}
        chance = draw.random()
        if chance < 0.15:
            continue
        if chance < 0.25:
            r["event_type"] = draw.choice(TYPES)
        if draw.random() < 0.2:
            r["status"] = draw.choice(["actual", "future", "negated"])
        if draw.random() < 0.2:
            r["actors"], r["recipients"] = r["recipients"], r["actors"]
        if draw.random() < 0.1:
            r["actors"] = [{**p, "sector": "MIL", "country": None} for p in r["actors"]]
        if draw.random() < 0.2:
            r["date"] = draw.choice([None, {"start": "2001-01-01", "end": "2001-01-07"}, {"start": "2000-07-15"}])
        if draw.random() < 0.2:
            r["source"] = draw.choice([None, {"text": "وكالة", "start": 0, "end": 1, "name_ar": "وزير الخارجية"}])
        if draw.random() < 0.2:
            r["event_mode"] = draw.choice([None, "meet", "visit", "firearms"])
        if draw.random() < 0.1:
            moved = max(0, r["anchor"]["start"] + draw.choice([-90, 90, 5000]))
            r["anchor"] = {**r["anchor"], "start": moved, "end": moved + 4}
        out.append(r)
        if draw.random() < 0.1:
            out.append({**r, "event_id": r["event_id"] + "-b", "event_type": draw.choice(TYPES)})
    return out
