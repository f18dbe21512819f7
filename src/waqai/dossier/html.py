"""The HTML form of a dossier: one file that needs nothing else, for screens of any width and for paper.

Whatever comes from articles is escaped by Jinja's autoescaping; marked sentences are put together from escaped pieces.
Links lead only to http and https addresses. The page forbids scripts and everything external by its own policy.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from .chart import chart
from .language import Language, language
from .matter import INTERNATIONAL
from .model import Dossier, Evidence, Party

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_TEMPLATES = Path(__file__).with_name("templates")


def render(dossier: Dossier, lang: str, *, made_at: str | None = None) -> str:
    """The page in a language; `made_at` is an ISO day that is printed as the day of making, none where it is None."""
    words = language(lang)
    return (
        _environment()
        .get_template("dossier.html.j2")
        .render(
            d=dossier,
            t=words,
            m=words.m,
            chart=chart(dossier.strengths, words),
            style=_style(),
            articles={a.id: a for a in dossier.articles},
            made_at=made_at,
            international=INTERNATIONAL,
            lines={line.id: line for line in dossier.timeline},
            names={code: name[0 if words.code == "ar" else 1] for code, name in dossier.countries.items()},
            **_helpers(words),
        )
    )


def _helpers(words: Language) -> dict[str, Any]:
    from markupsafe import Markup, escape

    def marked(evidence: Evidence) -> Markup:
        out, at = Markup(), 0
        for start, end in evidence.marks:
            out += escape(evidence.text[at:start])
            out += Markup("<mark>{}</mark>").format(evidence.text[start:end])
            at = end
        return out + escape(evidence.text[at:])

    def isolated(text: str) -> Markup:
        """Text whose direction is its own: Arabic in an English page, Latin in an Arabic one."""
        arabic = words.is_arabic(text)
        if arabic and words.code != "ar":
            return Markup('<bdi lang="ar" dir="rtl">{}</bdi>').format(text)
        return Markup("<bdi>{}</bdi>").format(text)

    def party(one: Party) -> Markup:
        return isolated(words.party(one))

    def joined(several: Sequence[Party]) -> Markup:
        pieces = [party(one) for one in several]
        if len(pieces) < 2:
            return Markup().join(pieces)
        return Markup(escape(words("comma"))).join(pieces[:-1]) + words("and") + pieces[-1]

    return {"marked": marked, "iso": isolated, "party": party, "parties": joined, "anchor": anchor, "link": link}


def anchor(article: str) -> str:
    """The fragment of an article: safe in an id, the same for the same article."""
    safe = "".join(c for c in article if c.isascii() and (c.isalnum() or c in "-_"))
    if safe == article and len(safe) < 60:
        return f"a-{safe}"
    return "a-" + hashlib.sha256(article.encode("utf8", "surrogatepass")).hexdigest()[:16]


def link(url: str | None) -> str | None:
    """An address to link to: http and https only."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else None


def _style() -> Markup:
    from markupsafe import Markup

    return Markup((_TEMPLATES / "dossier.css").read_text("utf8"))


@functools.cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
