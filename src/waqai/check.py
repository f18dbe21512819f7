"""Run the examples of frames: what must be coded is coded, look-alikes stay silent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from waqai.lexicon.compiler import Problem, read
from waqai.text.fold import fold_word

if TYPE_CHECKING:
    from waqai.coder import Coder
    from waqai.records import Entity, Event


class Case(NamedTuple):
    """One example of a frame file."""

    file: str
    line: int
    frame: str
    type: str
    silent: bool
    example: dict[str, Any]


def cases(folder: Path) -> Iterator[Case]:
    """The examples of every frame file under `folder` (a lexicon folder)."""
    for path in sorted((folder / "frames").rglob("*.yml")):
        content, lines = read(path)
        for item, line in zip(content or [], lines, strict=True):
            for example in item.get("examples") or []:
                yield Case(str(path), line, item["frame"], example.get("type") or item["type"], False, example)
            for example in item.get("not") or []:
                yield Case(str(path), line, item["frame"], item["type"], True, example)


def run(coder: Coder, case: Case) -> str | None:
    """What is wrong with an example, or None when the coder reads it as it says."""
    text = case.example["text"]
    events = [e for e in coder.code(text).events if e.event_type == case.type]
    if case.silent:
        return (
            f"{case.frame}: coded {case.type} ({events[0].anchor.text}, {events[0].frame}) in the look-alike: {text}"
            if events
            else None
        )
    if not events:
        return f"{case.frame}: no {case.type} in: {text}"
    reasons = [_differences(case.example, event) for event in events]
    best = min(reasons, key=len)
    return f"{case.frame}: {'; '.join(best)} in: {text}" if best else None


def _differences(example: dict[str, Any], event: Event) -> list[str]:
    out = []
    for field, got in (("actor", event.actors), ("recipient", event.recipients)):
        wanted = example.get(field)
        for words in [wanted] if isinstance(wanted, str) else wanted or []:
            if not any(_covers(words, entity) for entity in got):
                out.append(f"{field} should be {words}, not {', '.join(e.text for e in got) or 'empty'}")
    for field, value in (("mode", event.event_mode), ("status", event.status)):
        if field in example and example[field] != value:
            out.append(f"{field} should be {example[field]}, not {value}")
    if example.get("source") and (event.source is None or not _share(example["source"], event.source.text)):
        out.append(f"source should be {example['source']}, not {event.source.text if event.source else 'none'}")
    return out


def _covers(words: str, entity: Entity) -> bool:
    return _share(words, entity.text) or _share(words, entity.name_ar or "")


def _share(one: str, other: str) -> bool:
    a, b = _bare(one), _bare(other)
    return a <= b or (b <= a and bool(b))


def _bare(text: str) -> set[str]:
    out = set()
    for word in fold_word(text).split():
        stem = word
        for lead in ("وال", "فال", "بال", "كال", "لل", "ال"):
            if stem.startswith(lead) and len(stem) > len(lead) + 1:
                stem = stem[len(lead) :]
                break
        else:
            if stem[:1] in "بلو" and len(stem) > 4:
                stem = stem[1:]
                stem = stem[1:] if stem[:1] in "بل" and len(stem) > 4 else stem
        out.add(stem.strip("«»\"'،,."))
    return out


def problems(coder: Coder, folder: Path) -> list[Problem]:
    """Every example under `folder` that does not come out as written."""
    out = []
    for case in cases(folder):
        message = run(coder, case)
        if message:
            out.append(Problem(case.file, case.line, message))
    return out
