"""A coder for tests of everything around the real one: an event for each word of `WORDS`, and accidents on demand.

It stands in a module of its own because workers import it by name.
"""

from __future__ import annotations

import os
import re
import signal
from dataclasses import dataclass

from waqai.records import Article, Document, Entity, Event, EventDate, Sentence, Span, Statement

WORDS = {"اتهم": ("ACCUSE", "allege"), "التقى": ("CONSULT", "visit"), "قصف": ("ASSAULT", "aerial")}
_WORD = re.compile("|".join(WORDS))


@dataclass
class FakeCoder:
    """Codes known words; `RAISE`, `DIE` and `MEMORY` in the text make it fail in that way."""

    name: str = "fake"

    def code_article(self, article: Article) -> Document:
        text = article.text
        if "RAISE" in text:
            raise ValueError("it broke\nover two lines")
        if "MEMORY" in text:
            raise MemoryError
        if "DIE" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "PRINT" in text:
            print("noise on standard output", flush=True)
        sentence = Span(text, 0, len(text))
        return Document(
            article=article,
            sentences=(Sentence(1, 0, len(text), text),),
            mentions=(),
            times=(),
            statements=tuple(
                Statement(Entity("قائل", 0, 0, country="IRQ"), "قال", Span(m.group(), m.start(), m.end()), True, 1)
                for m in _WORD.finditer(text)
            ),
            events=tuple(self._event(article, sentence, m) for m in _WORD.finditer(text)),
            notes=("a note",) if "NOTE" in text else (),
        )

    def _event(self, article: Article, sentence: Span, found: re.Match[str]) -> Event:
        type_, mode = WORDS[found.group()]
        return Event(
            event_id=f"{article.id}-{found.start()}",
            doc_id=article.id,
            url=article.url,
            publisher=article.publisher,
            title=article.title,
            pub_date=article.date,
            event_type=type_,
            event_mode=mode,
            contexts=("military", "diplomatic"),
            quad_code="verbal conflict",
            intensity=-3.5,
            status="actual",
            anchor=Span(found.group(), found.start(), found.end()),
            sentence=sentence,
            actors=(
                Entity("بغداد", 0, 5, name="Iraq", country="IRQ", sector="GOV", other_sectors=("MIL", "PTY")),
                Entity("مسلحون", 0, 6, sector="UAF"),
            ),
            recipients=(),
            date=EventDate(article.date, article.date, "day") if article.date else None,
            place=None,
            source=None,
            quantities=(),
            confidence=0.8,
            frame="accuse",
            coder_version="0",
            lexicon_version="0",
        )


def length(document: Document) -> int:
    """A digest: how long the text is."""
    return len(document.article.text)
