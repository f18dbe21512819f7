"""Articles into a project: what is new or changed is coded, what is there is skipped.

It may be broken off at any moment and repeated: articles are written in small batches, each a transaction.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

import msgspec

from waqai.batch import CodesArticles, Digest, digests
from waqai.errors import Failure, Notice, Terminated
from waqai.records import Article
from waqai.store.project import Project
from waqai.store.rows import Prepared, digest, key, prepare
from waqai.store.writing import Outcome, known, write

#: A batch is written when it holds so many articles, or is so many seconds old.
BATCH = 64
SECONDS = 2.0
#: Articles looked up at a time.
_LOOK_UP = 64

Report = Callable[[Failure | Notice], None]


class VersionedCoder(CodesArticles, Protocol):
    """A coder that says by which versions of coder and lexicon its records are made."""

    @property
    def versions(self) -> tuple[str, str]: ...


class Tally(msgspec.Struct):
    """What became of the articles; `stale` are skipped ones that were coded by other versions."""

    new: int = 0
    changed: int = 0
    recoded: int = 0
    there: int = 0
    stale: int = 0
    failed: int = 0
    statements: int = 0
    types: Counter[str] = msgspec.field(default_factory=Counter)

    @property
    def articles(self) -> int:
        """All that were seen to."""
        return self.new + self.changed + self.recoded + self.there

    @property
    def written(self) -> int:
        """All that were written."""
        return self.new + self.changed + self.recoded


def add(
    project: Project,
    articles: Iterable[Article],
    coder: VersionedCoder,
    *,
    workers: int | None = None,
    recode: bool = False,
    force: bool = False,
    report: Report = lambda problem: None,
    written: Callable[[Sequence[str], Tally], None] = lambda ids, tally: None,
) -> Tally:
    """Code and keep the `articles` that are new or changed, with `recode` also those coded by other versions.

    `force` codes all of them anew. `written` is called after each batch with the ids of the articles that are now kept
    for good. When this is interrupted, what was coded by then is still written.
    """
    run = _Run(project, coder.versions, recode, force, report, written)
    try:
        for result in digests(coder, run.wanted(articles), workers, Digest(prepare, Prepared)):
            run.take(result)
    except (KeyboardInterrupt, Terminated):
        run.flush()
        raise
    run.flush()
    return run.tally


class _Run:
    def __init__(
        self,
        project: Project,
        versions: tuple[str, str],
        recode: bool,
        force: bool,
        report: Report,
        written: Callable[[Sequence[str], Tally], None],
    ) -> None:
        self.tally = Tally()
        self._project = project
        self._versions = versions
        self._recode = recode
        self._force = force
        self._report = report
        self._written = written
        self._batch: list[Prepared] = []
        self._since = time.monotonic()
        self._seen: dict[int, int] = {}

    def wanted(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles that need coding."""
        buffer: list[Article] = []
        for article in articles:
            if self._first(article):
                buffer.append(article)
            if len(buffer) >= _LOOK_UP:
                yield from self._missing(buffer)
                buffer = []
        yield from self._missing(buffer)

    def _first(self, article: Article) -> bool:
        """Whether its id comes for the first time in this run: one id is one article."""
        # Hashes instead of ids and texts: a million articles cost 100 MB at most.
        number, content = hash(key(article.id)), hash(digest(article))
        before = self._seen.get(number)
        if before is None:
            self._seen[number] = content
            return True
        if before == content:
            self.tally.there += 1
            return False
        self.tally.failed += 1
        reason = f"the id {article.id!r} stood before with other content: the first one is kept"
        mend = "give each article an id of its own, or name the right column with --columns id=NAME"
        self._report(Failure("duplicate-id", article.origin or f"article {article.id}", reason, mend))
        return False

    def _missing(self, articles: Sequence[Article]) -> list[Article]:
        if not articles:
            return []
        with self._project.database.reading() as connection:
            there = known(connection, [key(article.id) for article in articles])
        out = []
        for article in articles:
            old = there.get(key(article.id))
            stale = old is not None and old.versions != self._versions
            if old is None or self._force or old.digest != digest(article) or (self._recode and stale):
                out.append(article)
            else:
                self.tally.there += 1
                self.tally.stale += stale
        return out

    def take(self, result: Prepared | Failure) -> None:
        """A coded article, or one that could not be coded."""
        if isinstance(result, Failure):
            self.tally.failed += 1
            self._report(result)
            return
        for note in result.notes:
            self._report(Notice("note", result.origin, note))
        self._batch.append(result)
        if len(self._batch) >= BATCH or time.monotonic() - self._since > SECONDS:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        batch, self._batch = self._batch, []
        self._since = time.monotonic()
        if not batch:
            return
        outcomes = write(self._project.database, batch, self._versions, force=self._force)
        for one, outcome in zip(batch, outcomes, strict=True):
            self._count(one, outcome)
        self._written([one.doc_id for one in batch], self.tally)

    def _count(self, one: Prepared, outcome: Outcome) -> None:
        setattr(self.tally, outcome, getattr(self.tally, outcome) + 1)
        if outcome != "there":
            self.tally.types.update(one.types)
            self.tally.statements += len(one.statements)


def kept(project: Project, versions: tuple[str, str] | None = None) -> Iterator[Article]:
    """The articles of the store, or only those coded by other versions of coder and lexicon than these."""
    import sqlalchemy as sa

    from waqai.store.tables import articles

    a = articles.c
    other: sa.ColumnElement[bool] = sa.true()
    if versions is not None:
        other = sa.or_(a.coder_version != versions[0], a.lexicon_version != versions[1])
    decode = msgspec.json.Decoder(Article).decode
    # The numbers first: each article is then read by itself, so that no old state of the database must be kept.
    with project.database.reading() as connection:
        numbers = list(connection.scalars(sa.select(a.id).where(other).order_by(a.id)))
    for start in range(0, len(numbers), _LOOK_UP):
        query = sa.select(a.record).where(a.id.in_(numbers[start : start + _LOOK_UP])).order_by(a.id)
        with project.database.reading() as connection:
            records = list(connection.scalars(query))
        yield from map(decode, records)
