"""Run the examples of a lexicon folder, and find names of its actors that clash with other words.

What must be coded is coded, look-alikes stay silent; a name that somebody else has too, or that is an ordinary word,
is declared as such (`ambiguous_words`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from waqai.lexicon.compiler import Problem, read
from waqai.text.fold import fold_word

if TYPE_CHECKING:
    from waqai.coder import Coder
    from waqai.lexicon.table import Table
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
    """Every example under `folder` that does not come out as written, and every clash of a name."""
    out = []
    for case in cases(folder):
        message = run(coder, case)
        if message:
            out.append(Problem(case.file, case.line, message))
    actors = list(_actors(folder))
    for file, line, entry in actors:
        out += [Problem(file, line, f"{entry['id']}: {message}") for message in _named(coder, entry)]
    return out + list(_clashes(coder.table, actors))


def _actors(folder: Path) -> Iterator[tuple[str, int, dict[str, Any]]]:
    for path in sorted((folder / "actors").rglob("*.yml")):
        content, lines = read(path)
        for item, line in zip(content or [], lines, strict=True):
            if "id" in item:
                yield str(path), line, item


def _named(coder: Coder, entry: dict[str, Any]) -> Iterator[str]:
    """What is wrong with the examples of an actor: sentences that name it, and look-alikes that do not."""
    for silent, texts in ((False, entry.get("examples") or []), (True, entry.get("not") or [])):
        for text in texts:
            found = [mention for mention in coder.code(text).mentions if mention.id == entry["id"]]
            if silent and found:
                yield f"found ({found[0].text}) in the look-alike: {text}"
            elif not silent and not found:
                yield f"not found in: {text}"


def _clashes(table: Table, actors: list[tuple[str, int, dict[str, Any]]]) -> Iterator[Problem]:
    """Names that are somebody else's too, or ordinary words, and are not declared to be."""
    for file, line, entry in actors:
        own = {number for number, actor in enumerate(table.actors) if actor.id == entry["id"]}
        declared = {fold_word(word) for word in entry.get("ambiguous_words") or []}
        if entry.get("ambiguous") and not declared:
            declared = {fold_word(entry["ar"])}
        for name in dict.fromkeys([entry["ar"], *(entry.get("aka") or []), *(entry.get("seats") or [])]):
            other = None if fold_word(name) in declared else _other_meaning(table, fold_word(name), own)
            if other:
                yield Problem(
                    file, line, f"{entry['id']}: {name} is also {other}; list it under ambiguous_words or leave it out"
                )


def _other_meaning(table: Table, name: str, own: set[int]) -> str | None:
    first, *rest = name.split()
    lexes = [table.lexes[number] for words, number, _ in table.phrases.get(first, []) if words == rest]
    for lex in lexes:
        for number in [*lex.names, *lex.seats, *lex.seats_gov]:
            if number not in own:
                return f"a name of {table.actors[number].en} ({table.actors[number].id})"
    if rest:
        return None
    bare = first.removeprefix("ال")
    verbs = table.forms.get(first, [])
    if verbs:
        return f"a form of the verb {table.verbs[verbs[0][0]].lemma.split('/')[0]}"
    lexes += [table.lexes[number] for words, number, _ in table.phrases.get(bare, []) if not words and bare != first]
    word = next((lex for lex in lexes if lex.pos not in ("PN", "NAME")), None)
    return f"the word {word.key}" if word else None
