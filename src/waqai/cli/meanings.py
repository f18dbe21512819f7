"""What the lexicon knows of a word or phrase, and where it stands: the text of ``waqai lexicon show``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from waqai.grammar.lookup import Lookup
from waqai.lexicon.table import Actor, Dated, Kind, Lex, Table
from waqai.text.fold import fold_word

#: field of a Lex -> how an actor stands behind the word
_AS = (
    ("names", ""),
    ("shorts", " (later in an article, once named)"),
    ("seats", " (seat that stands for it)"),
    ("seats_gov", " (seat of its government)"),
    ("demonyms", " (people)"),
)


def meanings(lookup: Lookup, words: list[str]) -> tuple[list[str], set[str]]:
    """A line for every meaning of a folded word or phrase in any of its forms, and the stems under which its entries
    stand.
    """
    table = lookup.table
    info = lookup.word(words[0])
    lines: list[str] = []
    stems: set[str] = set()
    if len(words) == 1:
        for reading in info.verbs:
            verb = table.verbs[reading.verb]
            stems.add(verb.lemma.split("/")[0])
            known = [*(table.frames[n].name for n in verb.frames), *verb.kinds, *(f"<{c}>" for c in verb.classes)]
            lines.append(f"{verb.lemma}: verb, {', '.join(reading.features)}: {', '.join(known) or 'known'}")
    keys = {" ".join(rest) for rest in product(*(lookup.word(word).rest or (word,) for word in words[1:]))}
    keys |= {" ".join(words[1:])}
    for start in info.starts:
        for rest, number, _ in start.entries:
            if " ".join(rest) in keys or (len(words) == 1 and not rest):
                lex = table.lexes[number]
                stems.add(lex.key)
                lines += [f"{lex.key}: {meaning}" for meaning in _of(lex, table)]
    return list(dict.fromkeys(lines)), stems


def _of(lex: Lex, table: Table) -> Iterator[str]:
    for field, how in _AS:
        for number in getattr(lex, field):
            yield _actor(table.actors[number]) + how
    for field, what in (("roles", "office"), ("bodies", "body"), ("generics", "kind of people")):
        for number in getattr(lex, field):
            yield _kind(table.kinds[number], what)
    for number in lex.places:
        site = table.sites[number]
        yield f"place: {site.name} ({', '.join(filter(None, (site.kind, site.country)))})"
    frames = [table.frames[n].name for n in [*lex.frames, *lex.active, *lex.passive, *(x.frame for x in lex.lights)]]
    if frames:
        yield f"frames {', '.join(dict.fromkeys(frames))}"
    classes = [f"<{name}>" for name in lex.classes if name not in ("general", "person_name")]
    if classes or lex.fn:
        yield f"classes {', '.join([*classes, *lex.fn])}"
    if not any((lex.roles, lex.bodies, lex.generics, lex.places, frames, classes, lex.fn)) and not any(
        getattr(lex, field) for field, _ in _AS
    ):
        yield "ordinary word"


def _actor(actor: Actor) -> str:
    codes = "; ".join(" ".join(filter(None, (code.country, code.sector, _span(code)))) for code in actor.codes)
    terms = "; ".join(
        " ".join(filter(None, (term.role, term.org or term.country, _span(term)))) for term in actor.terms
    )
    known = [f"{actor.en} ({actor.id}), {actor.kind}", codes, terms, actor.wikidata]
    return ", ".join(filter(None, known))


def _kind(kind: Kind, what: str) -> str:
    notes = [f"{what} {kind.id} ({kind.en})", f"sector {kind.sector}" if kind.sector else "", kind.country]
    notes += [name for name in ("inherits", "needs_country", "needs_name", "needs_body") if getattr(kind, name)]
    return ", ".join(filter(None, notes))


def _span(dated: Dated) -> str:
    return f"{dated.start or ''}..{dated.to or ''}" if dated.start or dated.to else ""


def standing(folder: Path, stems: set[str]) -> Iterator[tuple[Path, list[int]]]:
    """The files of a lexicon folder in which one of the stems stands as a word, and the lines; examples left out."""
    if not stems:
        return
    word = re.compile(f"(?<![ء-ي])(?:{'|'.join(map(re.escape, sorted(stems)))})(?![ء-ي])")
    for path in sorted(folder.rglob("*.yml")):
        lines = path.read_text("utf8").splitlines()
        hits = [
            number
            for number, line in enumerate(lines, 1)
            if not line.lstrip().startswith(("#", "- text", "text:")) and word.search(fold_word(line))
        ]
        if hits:
            yield path, hits
