"""Building a dossier: material and a matter in, a `waqai.dossier.model.Dossier` out; no clock, no order by chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from waqai.lexicon.table import Table
from waqai.records import Article, Document

from . import happenings as h
from . import sources, statements
from .evidence import mark
from .findings import Findings, findings
from .material import Material, Selection
from .matter import INTERNATIONAL, Matter
from .model import Dossier, Heading, Party, Summary

if TYPE_CHECKING:
    from waqai.coder import Coder

#: gives for the articles of the matter what is found in them beside events
FindingsOf = Callable[[Iterable[Document]], Mapping[str, Findings]]


def merged(documents: Iterable[Document]) -> Material:
    """Material of coded documents: near-copies grouped, mentions merged to happenings, all in memory."""
    from waqai.record import group_articles, mentions_of, merge

    kept = tuple(documents)
    groups = group_articles(document.article for document in kept)
    events = (event for document in kept for event in document.events)
    return Material(kept, tuple(merge(mentions_of(events, groups))), groups)


def reader(coder: Coder) -> FindingsOf:
    """Reads the articles of the matter again for what a dossier needs beside events."""

    def read(documents: Iterable[Document]) -> dict[str, Findings]:
        out = {}
        for document in documents:
            out[document.article.id] = findings(*coder.read_whole(document.article))
        return out

    return read


def build(material: Material, matter: Matter, read: FindingsOf, table: Table) -> Dossier:
    """The dossier of `matter`; `table` names the countries."""
    selection = Selection(material, matter)
    selection.findings = read(selection.documents.values())
    all_rounds, meetings = h.rounds(selection)
    strengths = statements.strengths(selection)
    disputes = sources.disputes(selection, strengths)
    told = h.told(selection)
    timeline = h.timeline(selection, told)
    days = [line.date for line in timeline if line.date]
    reports = sorted(d.article.date for d in selection.documents.values() if d.article.date)
    first_event = next((e for d in material.documents for e in d.events), None)
    types = Counter(x.event_type for x in told)
    return Dossier(
        matter=_heading(matter, table),
        summary=Summary(
            articles=len(selection.documents),
            read=selection.read,
            publishers=len({d.article.publisher for d in selection.documents.values() if d.article.publisher}),
            copies=sum(len(c.copies) for c in sources.near_copies(selection)),
            happenings=len(timeline),
            by_mark=dict(sorted(Counter(mark(selection, x) for x in told).items())),
            by_type=dict(sorted(types.items(), key=lambda c: (-c[1], c[0]))),
            corroborated=sum(x.sources > 1 for x in told),
            disputes=len(disputes),
            rounds=len({r.number for r in all_rounds}),
            first=min((d.start for d in days), default=None),
            last=max((d.end for d in days), default=None),
            first_report=reports[0] if reports else None,
            last_report=reports[-1] if reports else None,
        ),
        timeline=timeline,
        rounds=all_rounds,
        meetings=meetings,
        requests=h.requests(selection),
        agenda=statements.agenda(selection),
        positions=statements.positions(selection),
        incidents=h.incidents(selection),
        accusations=h.accusations(selection),
        denials=statements.denials(selection),
        strengths=strengths,
        publishers=sources.publishers(selection, told),
        near_copies=sources.near_copies(selection),
        corroboration=sources.corroboration(told),
        disputes=disputes,
        articles=sources.cited(selection),
        countries=_countries(selection, table),
        coder_version=first_event.coder_version if first_event else "",
        lexicon_version=table.version,
    )


def from_articles(coder: Coder, articles: Iterable[Article], matter: Matter) -> Dossier:
    """The dossier of articles that are coded, grouped and merged here, in memory."""
    documents = [coder.code_article(article) for article in articles]
    return build(merged(documents), matter, reader(coder), coder.table)


def _names(table: Table) -> dict[str, tuple[str, str]]:
    """Code -> Arabic and English name."""
    return INTERNATIONAL | {a.id: (a.ar, a.en) for a in table.actors if a.kind == "country" and len(a.id) == 3}


def _countries(selection: Selection, table: Table) -> dict[str, tuple[str, str]]:
    """The names of every code that a part of the dossier may show."""
    names = _names(table)
    found = {m.country for d in selection.documents.values() for m in d.mentions if m.country}
    found |= {e.country for h in selection.happenings for e in (*h.actors, *h.recipients) if e.country}
    found |= {code for side in selection.matter.sides for code in side}
    return {code: names.get(code, (code, code)) for code in sorted(found)}


def _heading(matter: Matter, table: Table) -> Heading:
    names = _names(table)

    def named(code: str) -> Party:
        ar, en = names.get(code, (code, code))
        return Party(ar, ar, en, code)

    sides = tuple(tuple(named(code) for code in side) for side in matter.sides)
    return Heading(matter.code, sides, matter.topic_text, matter.since, matter.until)
