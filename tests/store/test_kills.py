"""A process killed at any moment loses nothing that it had reported, and doubles nothing; two at once are safe."""

from __future__ import annotations

import os
import random
import select
import signal
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import IO

import pytest
from store_coder import StoreCoder

from waqai.records import Article
from waqai.store import Filter, Project, adding, sqlite

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

TEXT = "اتهم الوزير الجيش ثم قصف الموقع"
KILLS = {"sqlite": 60, "postgres": 20}


def articles(last: int, first: int = 0) -> Iterator[Article]:
    return (Article(f"a{i}", f"{TEXT} {i}", "2021-03-23") for i in range(first, last))


def child(work: Callable[[IO[bytes]], None]) -> tuple[int, int]:
    """Run `work` in a process of its own, with a pipe to tell by; gives the process and the pipe's other end."""
    reader, writer = os.pipe()
    process = os.fork()
    if process:
        os.close(writer)
        return process, reader
    code = 1
    try:
        os.close(reader)
        with os.fdopen(writer, "wb", buffering=0) as tell:
            work(tell)
        code = 0
    except BaseException as error:
        os.write(2, f"{type(error).__name__}: {error}\n".encode())
    finally:
        os._exit(code)


def told(reader: int, process: int, kill: tuple[int, float] | None = None) -> tuple[set[str], int]:
    """What the process tells until it ends, and how it ended.

    `kill` ends it when it has told so many things, and then so many seconds have passed.
    """
    data = b""
    end: float | None = None
    while True:
        if kill is not None and end is None and data.count(b"\n") >= kill[0]:
            end = time.monotonic() + kill[1]
        left = None if end is None else max(0.0, end - time.monotonic())
        if not select.select([reader], [], [], left)[0]:
            os.kill(process, signal.SIGKILL)
            kill = end = None
            continue
        piece = os.read(reader, 65536)
        if not piece:
            break
        data += piece
    os.close(reader)
    return set(data.decode().split()), os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def adding_to(place: str, what: Callable[[], Iterator[Article]]) -> Callable[[IO[bytes]], None]:
    def work(tell: IO[bytes]) -> None:
        with Project.open(place, write=True) as project:
            adding.add(
                project,
                what(),
                StoreCoder(),
                workers=1,
                written=lambda ids, tally: tell.write("".join(f"{one}\n" for one in ids).encode()),
            )

    return work


def check(place: str, wanted: set[str]) -> set[str]:
    """The articles that are there: the `wanted` ones among them, each once and whole."""
    with Project.open(place, write=True) as project:
        ids = [one.id for one in project.articles()]
        mentions = [one.event_id for one in project.mentions()]
        said = [said.article.id for said in project.statements()]
        found = [one.event_id for one in project.mentions(Filter(words="الموقع"))]
        again = [one.id for one in project.articles(Filter(words="وزير"))]
    assert len(set(ids)) == len(ids)
    assert wanted <= set(ids)
    assert len(set(mentions)) == len(mentions) == 2 * len(ids)
    assert {one.partition("-")[0] for one in mentions} == set(ids)
    assert sorted(said) == sorted(ids * 2)
    assert found == mentions
    assert again == ids
    return set(ids)


def test_kills_lose_and_double_nothing(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "BATCH", 3)
    Project.create(place).close()
    kills = KILLS["postgres" if "://" in place else "sqlite"]
    chance = random.Random(kills)
    killed = 0
    reported: set[str] = set()
    count = 0
    while killed < kills:
        first, count = count, count + 15  # There is always something left to interrupt.
        process, reader = child(adding_to(place, partial(articles, count, max(0, first - 15))))
        ids, code = told(reader, process, (chance.choice((0, 1, 3, 3, 6, 9)), chance.uniform(0.0, 0.03)))
        assert code in (0, -signal.SIGKILL)
        killed += code != 0
        reported |= ids
        if killed % 10 == 0:
            check(place, reported)
    assert reported
    process, reader = child(adding_to(place, lambda: articles(count)))
    assert told(reader, process)[1] == 0
    assert check(place, reported) == {f"a{i}" for i in range(count)}
    if "://" not in place:
        with Project.open(place) as project:
            assert project.database.location.path is not None
            sqlite.check(project.database.location.path, whole=True)


def test_two_at_once_are_safe(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(adding, "BATCH", 2)
    Project.create(place).close()
    # The same articles, in other orders, and some of their own.
    jobs = [lambda: articles(60), lambda: reversed(list(articles(70))), lambda: articles(80, 20)]
    running = [child(adding_to(place, job)) for job in jobs]
    for process, reader in running:
        assert told(reader, process)[1] == 0
    assert check(place, set()) == {f"a{i}" for i in range(80)}


def test_a_killed_init_leaves_nothing_or_a_project(tmp_path_factory: pytest.TempPathFactory) -> None:
    chance = random.Random(7)
    for number in range(12):
        folder = tmp_path_factory.mktemp(f"init{number}") / "p"
        process, reader = child(lambda tell: Project.create(folder).close())  # noqa: B023
        told(reader, process, (0, chance.uniform(0.0, 0.4)))
        Project.create(folder).close()
        assert check(str(folder), set()) == set()


def test_two_inits_at_once(place: str) -> None:
    running = [child(lambda tell: Project.create(place).close()) for _ in range(3)]
    for process, reader in running:
        assert told(reader, process)[1] == 0
    assert check(place, set()) == set()
