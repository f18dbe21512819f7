"""A dossier of a project tells what a dossier of the same articles from files tells, on both databases."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

import msgspec
import pytest

from waqai import Article, Coder
from waqai.cli.main import main
from waqai.dossier import build, matter, stored
from waqai.store import Project, adding, merging
from waqai.store.deciding import decide

OTHERS = (
    Article("zz-1", "التقى الرئيس التونسي قيس سعيد نظيره الجزائري عبد المجيد تبون في الجزائر.", "2021-02-01"),
    Article("zz-2", "ارتفعت أسعار القمح في الأسواق أمس.", "2021-02-02"),
)


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    lines = files("waqai.examples").joinpath("articles.jsonl").read_text("utf8").splitlines()
    return [msgspec.convert(json.loads(line), Article) for line in lines]


def fill(place: str, coder: Coder, articles: Iterable[Article]) -> None:
    with Project.create(place) as project:
        adding.add(project, articles, coder, workers=1)
        merging.merge(project)


def test_the_same_as_from_files(place: str, coder: Coder, articles: list[Article]) -> None:
    fill(place, coder, [*articles, *OTHERS])
    wanted = matter.parse("USA-IRQ", coder.table, None)
    with Project.open(place) as project:
        assert len(project.articles_of(("USA", "IRQ"))) == 20
        material = stored.material(coder, project, wanted, workers=1)
    made = build.build(material, wanted, build.reader(coder), coder.table)
    plain = build.from_articles(coder, articles, wanted)
    assert (made.summary.articles, made.summary.read, plain.summary.read) == (20, 22, 20)
    assert msgspec.structs.replace(made, summary=plain.summary) == plain


def test_decisions_are_followed(place: str, coder: Coder, articles: list[Article]) -> None:
    fill(place, coder, articles)
    wanted = matter.parse("USA-IRQ", coder.table, None)
    with Project.open(place, write=True) as project:
        many = next(h for h in project.happenings() if h.event_type == "ASSAULT" and len(h.events) > 1)
        decide(project, many.events[0], many.events[1], "different")
        merging.merge(project)
        material = stored.material(coder, project, wanted, workers=1)
    together = [h for h in material.happenings if {many.events[0], many.events[1]} <= set(h.events)]
    assert not together


def test_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, coder: Coder, articles: list[Article]
) -> None:
    with Project.create(tmp_path / "p") as project:
        adding.add(project, articles[:6], coder, workers=1)
    out = tmp_path / "d.json"

    def run(*more: str | Path) -> object:
        command = ["waqai", "dossier", "USA-IRQ", "-o", str(out), "--workers", "1"]
        monkeypatch.setattr(sys, "argv", [*command, *map(str, more)])
        with pytest.raises(SystemExit) as ended:
            main()
        return ended.value.code

    monkeypatch.delenv("WAQAI_PROJECT", raising=False)
    assert run("--project", tmp_path / "p") == 0  # it is merged first
    first = out.read_bytes()
    assert json.loads(first)["summary"]["articles"] == 6
    monkeypatch.chdir(tmp_path / "p")
    assert run() == 0
    assert out.read_bytes() == first
    assert run("--project", tmp_path / "p", "--input", tmp_path / "none") == 2
