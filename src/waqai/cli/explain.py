"""`waqai explain`: how each sentence was read, from tokens to the frames that fired and those that nearly did."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from rich.console import Console
    from rich.tree import Tree

    from waqai.coder import ReadSentence
    from waqai.events.matcher import Fired, Miss
    from waqai.grammar.clauses import Clause
    from waqai.grammar.units import Unit
    from waqai.lexicon.table import Table
    from waqai.records import Entity, Event

_TAGS = {
    "V": "verb", "N": "noun", "NUM": "number", "P": "preposition", "PP": "preposition + pronoun", "AG": "by (agent)", "AT": "according to", "CMP": "that", "REL": "who, which",  # noqa: E501
    "RELF": "what, who", "NEG": "negation", "FUT": "future", "QAD": "particle قد", "SUB": "subordinator", "CON": "contrast", "COP": "copula", "C": "conjunction", "DEM": "demonstrative",  # noqa: E501
    "PRO": "pronoun", "Q": "quantifier", "ADV": "adverb", "T": "time", "X": "foreign word",
}  # fmt: skip


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("explain", no_args_is_help=True)(explain)


def explain(
    what: Annotated[
        str, typer.Argument(metavar="TEXT|FILE", help="An Arabic text, or a plain text file that holds one.")
    ],
    date: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Day of publication, for relative times.")
    ] = None,
    lexicon: Annotated[
        list[Path] | None, typer.Option(metavar="DIR", help="A folder of YAML laid over the built-in lexicon.")
    ] = None,
    misses: Annotated[bool, typer.Option(help="Show the frames that nearly fired, and why they did not.")] = True,
) -> None:
    """Show how a text is read: words and what they can be, clauses and their slots, times, mentions, frames and
    events.
    """
    from rich.console import Console

    from waqai.coder import Coder
    from waqai.records import Article

    path = Path(what) if len(what.encode("utf8", "replace")) < 250 and "\n" not in what else None
    text = path.read_text("utf8", errors="replace") if path is not None and path.is_file() else what
    coder = Coder(tuple(lexicon or ()))
    article = Article(id="explain", text=text, date=date)
    console = Console(highlight=False)
    for sentence in coder.read(article):
        _show(console, sentence, coder.table, misses)


def _show(console: Console, read: ReadSentence, table: Table, misses: bool) -> None:
    from rich.tree import Tree

    from waqai.cli.screen import isolated

    tree = Tree(f"[bold]{read.sentence.number}[/] {_safe(isolated(read.sentence.text))}", guide_style="dim")
    words = tree.add("[cyan]words[/]")
    for unit in read.reading.parse.units:
        words.add(f"{_safe(isolated(unit.text))}  {_unit(unit, table)}")
    clauses = tree.add("[cyan]clauses[/]")
    for clause in read.reading.parse.clauses:
        if clause.unit is not None or clause.subject is not None:
            _clause(clauses, clause, read)
    mentions = tree.add("[cyan]mentions[/]")
    seen = set()
    for item in read.reading.parse.chunks:
        for mention in read.reading.mentions(item.phrase):
            key = (mention.start, mention.end)
            if key not in seen:
                seen.add(key)
                mentions.add(
                    f"{_safe(isolated(mention.ar or mention.head))}  {mention.country or '-'} {mention.sector or '-'} {mention.role or ''}{' (country from context)' if mention.inferred else ''}"  # noqa: E501
                )
    fired = tree.add("[green]frames that fired[/]")
    for found, event, signs in zip(read.fired, read.events, read.signs, strict=True):
        _event(fired, found, event, signs)
    if misses and read.misses:
        near = tree.add("[yellow]frames that nearly fired[/]")
        for miss in _distinct(read.misses):
            near.add(
                f"{_safe(isolated(miss.trigger.unit.text))}  {miss.frame.name} ({miss.frame.type}): {_safe(miss.reason)}"  # noqa: E501
            )
    console.print(tree)


def _safe(text: str) -> str:
    from rich.markup import escape

    return escape(text)


def _unit(unit: Unit, table: Table) -> str:
    parts = [f"[dim]{_TAGS.get(unit.tag, 'mark')}[/]"]
    clitics = "+".join(x for x in (unit.conj, unit.prep, "ال" if unit.art else "") if x)
    if clitics:
        parts.append(f"[dim]{clitics}+[/]")
    if unit.enc:
        parts.append(f"[dim]+{unit.enc}[/]")
    if unit.tag == "V" and unit.reading is not None:
        verb = table.verbs[unit.reading.verb]
        parts.append(
            f"{verb.lemma} {','.join(unit.reading.features)} {' '.join(k for k in verb.kinds if k != 'general')}"
        )
        parts.append(" ".join(table.frames[f].name for f in verb.frames))
    for lex in unit.lexes:
        names = [table.actors[n].en for n in [*lex.names, *lex.shorts, *lex.seats, *lex.seats_gov, *lex.demonyms]]
        kinds = [table.kinds[n].id for n in [*lex.roles, *lex.bodies, *lex.generics]]
        frames = [table.frames[n].name for n in lex.frames]
        classes = [c for c in lex.classes if c != "general"]
        parts.append(" ".join([*names[:3], *kinds[:3], *frames, *(f"<{c}>" for c in classes)]))
    return " ".join(part for part in parts if part.strip())


def _clause(tree: Tree, clause: Clause, read: ReadSentence) -> None:
    from waqai.cli.screen import isolated

    parent = (
        f" under {isolated(clause.parent.unit.text)}"
        if clause.parent is not None and clause.parent.unit is not None
        else ""
    )
    marks = [
        m
        for m, on in (
            ("passive", clause.voice == "v"),
            ("negated", clause.negation is not None),
            ("future", clause.future),
            ("quoted", clause.quoted),
        )
        if on
    ]
    node = tree.add(
        f"[bold]{_safe(isolated(clause.unit.text)) if clause.unit else '(no verb)'}[/] {clause.kind}{parent} {' '.join(marks)}"  # noqa: E501
    )
    for name, phrase in (("subject", clause.subject), ("object", clause.object)):
        if phrase is not None:
            node.add(f"{name}: {_safe(isolated(' + '.join(_text(p) for p in phrase.all)))}")
    if clause.subject is None and clause.unit is not None:
        hidden = read.reading.subject(clause)
        if hidden:
            node.add(f"subject (implied): {_safe(isolated(hidden[0].ar or hidden[0].head))}")
    for phrase in clause.pps:
        node.add(f"{phrase.prep or 'prep'}: {_safe(isolated(' + '.join(_text(p) for p in phrase.all)))}")
    for time in clause.times:
        node.add(f"time: {_safe(isolated(time.text))}")


def _text(phrase: Any) -> str:
    return " ".join(unit.text for unit in phrase.units)


def _event(tree: Tree, fired: Fired, event: Event, signs: tuple[str, ...]) -> None:
    from waqai.cli.screen import isolated
    from waqai.events.confidence import reasons

    def names(entities: tuple[Entity, ...]) -> str:
        return (
            ", ".join(
                f"{isolated(e.text)} ({e.country or '-'} {e.sector or '-'}{' implied' if e.implied else ''})"
                for e in entities
            )
            or "-"
        )

    node = tree.add(
        f"[bold]{event.event_type}{' ' + event.event_mode if event.event_mode else ''}[/] {event.status} by {fired.frame.name} on {_safe(isolated(event.anchor.text))}, confidence {event.confidence}"  # noqa: E501
    )
    node.add(f"actors: {_safe(names(event.actors))}")
    node.add(f"recipients: {_safe(names(event.recipients))}")
    if event.date is not None:
        node.add(
            f"date: {event.date.start}..{event.date.end} ({event.date.precision}){' from ' + _safe(isolated(event.date.text)) if event.date.text else ', of publication'}"  # noqa: E501
        )
    if event.source is not None:
        node.add(f"source: {_safe(isolated(event.source.text))} ({event.source.how})")
    weighed = ", ".join(f"{sign} {weight:+.1f}" for sign, weight in reasons(event.event_type, signs))
    node.add(f"confidence: {weighed or 'nothing in particular'}")


def _distinct(misses: list[Miss]) -> list[Miss]:
    seen: set[tuple[int, str]] = set()
    out = []
    for miss in misses:
        key = (miss.trigger.unit.start, miss.frame.name)
        if key not in seen:
            seen.add(key)
            out.append(miss)
    return out
