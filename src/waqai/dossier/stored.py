"""The material of a dossier from a project (`waqai.store`): its happenings, and the articles about a matter.

A project keeps mentions and statements, but not the sentences and named parties that a dossier is made from: these are
read again from the texts of the articles that may belong to the matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from waqai.errors import Failure
from waqai.records import Article, Event

from .material import Material
from .matter import Matter

if TYPE_CHECKING:
    from waqai.coder import Coder
    from waqai.store import Project

#: articles asked for at a time: a database takes no more than some thousand values in one question
_AT_ONCE = 500


def material(
    coder: Coder,
    project: Project,
    matter: Matter,
    *,
    workers: int | None = None,
    report: Callable[[Failure], None] = lambda failure: None,
) -> Material:
    """The material of `matter` from a project whose happenings are merged (`waqai.store.merging`).

    Articles belong to it in which a party, a place or a speaker is of a side, and those that tell the same happenings.
    Their mentions are the project's own, so that they are those of its happenings and decisions, whatever has changed
    in coder or lexicon since. What cannot be read again is reported and left out.
    """
    ids = project.articles_of(tuple(sorted({code for side in matter.sides for code in side})))
    articles = _articles(project, ids)
    events = _events(project, ids)
    documents = []
    for read in coder.pipe(articles, workers=workers):
        if isinstance(read, Failure):
            report(read)
            continue
        documents.append(msgspec.structs.replace(read, events=tuple(events.get(read.article.id, ()))))
    known = {document.article.id for document in documents}
    happenings = tuple(h for h in project.happenings() if not known.isdisjoint(h.articles))
    return Material(tuple(documents), happenings, dict(project.copies()), project.count("articles"))


def _articles(project: Project, ids: Iterable[str]) -> Iterator[Article]:
    from waqai.store import Filter

    for some in _parts(list(ids)):
        yield from project.articles(Filter(docs=some))


def _events(project: Project, ids: Iterable[str]) -> dict[str, list[Event]]:
    from waqai.store import Filter

    found: dict[str, list[Event]] = {}
    for some in _parts(list(ids)):
        for event in project.mentions(Filter(docs=some)):
            found.setdefault(event.doc_id, []).append(event)
    return found


def _parts(ids: list[str]) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield tuple(ids[start : start + _AT_ONCE])
