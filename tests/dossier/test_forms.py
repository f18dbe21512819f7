"""HTML, Markdown and JSON: harmless whatever the articles hold, the same bytes every time."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import msgspec
import pytest

from waqai import Coder
from waqai.dossier.build import from_articles
from waqai.dossier.html import anchor, link
from waqai.dossier.markdown import escape
from waqai.dossier.matter import parse
from waqai.dossier.model import Dossier
from waqai.dossier.write import text_of
from waqai.errors import UsageError
from waqai.records import Article

_EVIL = '</blockquote><script>alert(1)</script><img src=x onerror="alert(1)">\'"&<!--'


def _hostile(coder: Coder) -> Dossier:
    articles = [
        Article(
            id=f'x"><script>{n}</script>',
            text=f"التقى وزير الخارجية العراقي السفير الأميركي في بغداد {_EVIL} أمس.\n"
            f"وقال المتحدث {_EVIL} إن العراق طلب من الولايات المتحدة استئناف الحوار {_EVIL}.",
            date="2021-03-24",
            title=_EVIL,
            publisher=_EVIL,
            url="javascript:alert(1)//https://x" if n % 2 else f'https://example.org/"{_EVIL}',
        )
        for n in range(3)
    ]
    return from_articles(coder, articles, parse("USA-IRQ", coder.table, topic=None))


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br", "path", "circle", "rect", "line", "img"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_hostile_text_stays_text_in_html(coder: Coder, lang: str) -> None:
    page = text_of(_hostile(coder), ".html", lang)
    parser = _Tags()
    parser.feed(page)
    names = {tag for tag, _ in parser.tags}
    assert not names & {"script", "img", "iframe", "object", "embed", "link", "form", "base"}
    assert parser.open == []
    for _, attributes in parser.tags:
        assert not any(name.startswith("on") for name in attributes)
        target = attributes.get("href") or ""
        assert target == "" or target.startswith(("#", "https://", "http://"))
    ids = [attributes["id"] for _, attributes in parser.tags if attributes.get("id")]
    assert len(ids) == len(set(ids))
    targets = {
        (attributes.get("href") or "")[1:]
        for _, attributes in parser.tags
        if (attributes.get("href") or "").startswith("#")
    }
    assert targets <= set(ids)


def test_hostile_text_stays_text_in_markdown(coder: Coder) -> None:
    page = text_of(_hostile(coder), ".md", "en")
    assert not re.search(r"(?<!\\)<(?!https?://)", page)
    assert "javascript:" not in page
    assert escape("# x | <b> [a](b)\n- `c`") == r"\# x \| \<b\> \[a\](b) - \`c\`"
    assert escape("1. x") == r"\1. x"


def test_only_web_addresses_are_linked() -> None:
    assert link("https://example.org/a") == "https://example.org/a"
    for bad in (None, "", "javascript:alert(1)", "data:text/html,x", "//example.org", "http://[", "file:///etc/passwd"):
        assert link(bad) is None


def test_anchors_are_safe_and_distinct() -> None:
    assert anchor("dialogue-01") == "a-dialogue-01"
    assert anchor("a b") != anchor("ab")
    assert re.fullmatch("a-[0-9a-f]{16}", anchor('"><script>'))


@pytest.mark.parametrize("suffix", [".html", ".md", ".json"])
def test_the_same_bytes_again(coder: Coder, dialogue: Dossier, suffix: str) -> None:
    from dossier_articles import ARTICLES  # type: ignore[import-not-found]

    import waqai

    again = from_articles(coder, list(waqai.read(ARTICLES))[::-1], parse("USA-IRQ", coder.table))
    assert text_of(again, suffix, "ar") == text_of(dialogue, suffix, "ar")


def test_nothing_external_and_no_clock(dialogue: Dossier) -> None:
    page = text_of(dialogue, ".html", "en")
    assert "url(" not in page
    assert "@import" not in page
    assert not re.search(r"<(?:script|link|img|iframe)\b", page)
    assert "Made on" not in page
    assert "Made on 1 May 2022" in text_of(dialogue, ".html", "en", "2022-05-01")
    assert '<html lang="en" dir="ltr">' in page
    assert '<html lang="ar" dir="rtl">' in text_of(dialogue, ".html", "ar")


def test_every_evidence_is_right_to_left_and_linked(dialogue: Dossier) -> None:
    page = text_of(dialogue, ".html", "en")
    quotes = page.count("<blockquote ")
    assert quotes > 50
    assert page.count('<blockquote lang="ar" dir="rtl">') == quotes
    assert len(re.findall(r'<figcaption><a href="#a-dialogue-\d\d">', page)) == quotes


def test_json_is_the_dossier(dialogue: Dossier) -> None:
    text = text_of(dialogue, ".json", "ar")
    assert msgspec.json.decode(text, type=Dossier) == dialogue
    assert json.loads(text)["matter"]["code"] == "USA-IRQ"


def test_an_unknown_form_or_language_is_refused(dialogue: Dossier) -> None:
    from pathlib import Path

    from waqai.dossier.write import check

    with pytest.raises(UsageError):
        check(Path("x.docx"))
    with pytest.raises(UsageError):
        text_of(dialogue, ".html", "fr")


def test_messages_have_the_same_keys_and_places() -> None:
    from waqai.dossier.language import language

    def shape(value: object, path: str = "") -> set[str]:
        if isinstance(value, dict):
            return {
                p
                for key, inner in value.items()
                for p in shape(inner, f"{path}.{key}")
                if not p.endswith((".two", ".few", ".many"))
            }
        if isinstance(value, str):
            fields = "" if path.startswith(".counts") else ",".join(sorted(re.findall(r"\{(\w+)\}", value)))
            return {f"{path} {fields}" if fields else path}
        return {path}

    arabic, english = shape(language("ar").m), shape(language("en").m)
    assert arabic == english
