"""The same text gives the same bytes: twice, in fresh processes whatever their hash seed, on one core and on two."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
from reading import coder

import waqai.examples
from waqai.coder import Coder
from waqai.records import Article, Document

EXAMPLES = Path(waqai.examples.__file__).with_name("articles.jsonl")
SOURCE = Path(waqai.examples.__file__).parents[2]

#: Run in a process of its own: the events and mentions of some articles, as bytes.
SCRIPT = """
import sys
import msgspec
from waqai.coder import Coder
from waqai.records import Article
articles = msgspec.json.decode(sys.stdin.buffer.read(), type=list[Article])
coder = Coder()
for article in articles:
    sys.stdout.buffer.write(msgspec.json.encode(coder.code_article(article)))
"""


def articles(count: int) -> list[Article]:
    out = []
    for line in EXAMPLES.read_text(encoding="utf-8").splitlines()[:count]:
        fields = msgspec.json.decode(line)
        out.append(Article(**{name: fields.get(name) for name in ("id", "text", "date", "title", "publisher", "url")}))
    return out


def encoded(documents: list[Document]) -> bytes:
    return b"\n".join(msgspec.json.encode(document) for document in documents)


def test_twice_the_same_bytes() -> None:
    some = articles(8)
    once = encoded([coder().code_article(article) for article in some])
    assert b'"event_type"' in once
    assert encoded([coder().code_article(article) for article in some]) == once


def test_articles_do_not_know_of_each_other() -> None:
    some = articles(8)
    forward = [msgspec.json.encode(coder().code_article(article)) for article in some]
    backward = [msgspec.json.encode(coder().code_article(article)) for article in reversed(some)]
    assert forward == backward[::-1]


def in_a_fresh_process(some: list[Article], seed: str) -> bytes:
    path = os.pathsep.join([str(SOURCE), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    return subprocess.run(
        [sys.executable, "-c", SCRIPT],
        input=msgspec.json.encode(some),
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
        capture_output=True,
        check=True,
    ).stdout


def test_fresh_processes_give_the_same_bytes() -> None:
    some = articles(4)
    fresh = Coder()
    here = b"".join(msgspec.json.encode(fresh.code_article(article)) for article in some)
    assert in_a_fresh_process(some, "1") == in_a_fresh_process(some, "4242") == here


def test_one_and_two_workers_give_the_same_bytes() -> None:
    # enough for two workers to be started at all, each article under a name of its own
    some = [
        msgspec.structs.replace(article, id=f"{article.id}-{turn}") for turn in range(14) for article in articles(12)
    ]
    assert sum(len(article.text) for article in some) > 100_000
    fresh = Coder()
    one = list(fresh.pipe(some, workers=1))
    two = list(fresh.pipe(some, workers=2))
    assert all(isinstance(document, Document) for document in one)
    assert encoded(one) == encoded(two)  # type: ignore[arg-type]
