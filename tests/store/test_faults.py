"""Databases damaged, newer, full, busy, read-only or not there: a message with the mend, and nothing touched."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_coder import StoreCoder

from waqai.errors import UsageError, WaqaiError
from waqai.records import Article
from waqai.store import Filter, Project, sqlite
from waqai.store.adding import add
from waqai.store.location import locate
from waqai.store.merging import merge
from waqai.store.tables import FORMAT

TEXT = "اتهم الوزير الجيش ثم قصف الموقع"


def articles(number: int) -> list[Article]:
    return [Article(f"a{i}", f"{TEXT} {i}", "2021-03-23") for i in range(number)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with forty articles, closed."""
    with Project.create(tmp_path / "p") as project:
        add(project, articles(40), StoreCoder())
    return tmp_path / "p"


def _truncated(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _emptied(path: Path) -> None:
    os.truncate(path, 0)


def _overwritten(path: Path) -> None:
    path.write_bytes(b"a text, and no database" * 100)


def _scribbled(path: Path) -> None:
    with path.open("r+b") as file:
        for page in range(3, path.stat().st_size // 4096, 2):
            file.seek(page * 4096)
            file.write(b"\xff" * 512)


def _newer(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute(f"PRAGMA user_version = {FORMAT + 1}")


def _others(path: Path) -> None:
    path.unlink()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE articles (id)")


DAMAGES: list[tuple[Callable[[Path], None], str]] = [
    (_truncated, "is damaged"),
    (_emptied, "is no database, or is damaged"),
    (_overwritten, "is no database, or is damaged"),
    (_scribbled, "is damaged"),
    (_newer, f"was made by a newer waqai (format {FORMAT + 1}; this one knows up to {FORMAT})"),
    (_others, "is the database of another program"),
]


@pytest.mark.parametrize(("damage", "words"), DAMAGES)
def test_a_damaged_or_newer_database_is_refused_and_left_as_it_is(
    folder: Path, damage: Callable[[Path], None], words: str
) -> None:
    path = folder / "waqai.db"
    damage(path)
    before = path.read_bytes()
    for attempt in (lambda: Project.open(folder, write=True), lambda: Project.create(folder)):
        with pytest.raises(WaqaiError) as error:
            attempt()
        assert str(path) in str(error.value)
        assert words in str(error.value)
        assert error.value.mend
        assert path.read_bytes() == before
        assert [one.name for one in folder.iterdir()] == ["waqai.db"]


def test_damage_that_shows_only_while_reading_is_told(folder: Path) -> None:
    path = folder / "waqai.db"
    _scribbled(path)
    before = path.read_bytes()

    def read() -> None:
        with Project.open(folder) as project:
            list(project.articles())
            list(project.mentions())
            list(project.statements())
            list(project.mentions(Filter(words="قصف")))

    with pytest.raises(WaqaiError, match="is damaged"):
        read()
    assert path.read_bytes() == before


def test_a_newer_log_of_a_killed_process_is_no_damage(folder: Path, tmp_path: Path) -> None:
    """A file that is shorter than its head says, beside a log that has the rest."""
    copy = tmp_path / "copy"
    copy.mkdir()
    with Project.open(folder, write=True) as project:
        add(project, articles(90), StoreCoder())
        for path in folder.iterdir():
            shutil.copy(path, copy / path.name)
    assert (copy / "waqai.db-wal").stat().st_size
    with Project.open(copy, write=True) as project:
        assert project.count("articles") == 90


def test_a_newer_server_database_is_refused(postgres_place: str) -> None:
    with Project.create(postgres_place) as project, project.database.writing() as connection:
        connection.exec_driver_sql("UPDATE waqai_format SET version_num = '9999'")
    for attempt in (lambda: Project.open(postgres_place, write=True), lambda: Project.create(postgres_place)):
        with pytest.raises(WaqaiError, match="was made by a newer waqai"):
            attempt()


def test_servers_that_cannot_be_used(postgres: str) -> None:
    from postgres import database
    from sqlalchemy.engine import make_url

    with pytest.raises(UsageError, match="holds no project"):
        Project.open(postgres)
    with pytest.raises(WaqaiError, match="does not exist"):
        Project.open(str(make_url(postgres).set(database="nowhere")))
    with pytest.raises(WaqaiError, match="cannot be reached") as error:
        Project.create("postgresql://me:secret@127.0.0.1:9/x")
    assert "secret" not in str(error.value)
    with (
        database(postgres, "latin", "ENCODING 'LATIN1' TEMPLATE template0") as url,
        pytest.raises(WaqaiError, match="has the encoding LATIN1"),
    ):
        Project.create(url)
    with database(postgres, "others") as url:
        import psycopg

        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("CREATE TABLE articles (id int)")
        with pytest.raises(WaqaiError, match="holds tables of another program"):
            Project.create(url)
    with database(postgres, "readonly") as url:
        Project.create(url).close()
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("ALTER DATABASE readonly SET default_transaction_read_only = on")
        with pytest.raises(WaqaiError, match="is read-only"), Project.open(url, write=True) as project:
            add(project, articles(1), StoreCoder())


@pytest.mark.parametrize(
    "url", ["mysql://h/d", "postgresql://", "http://example.org", "postgresql://h:port/d", "://", "sqlite://"]
)
def test_urls_of_nothing(url: str) -> None:
    with pytest.raises(WaqaiError) as error:
        Project.open(url)
    assert error.value.mend


def test_a_full_disk_is_told_and_what_was_reported_stays(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite._connect

    def small(path: Path, mode: str) -> sqlite3.Connection:
        connection = connect(path, mode)
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 4}")
        return connection

    monkeypatch.setattr(sqlite, "_connect", small)
    reported: list[str] = []
    many = [Article(f"b{i}", f"{TEXT} " * 20) for i in range(80)]
    with pytest.raises(WaqaiError, match="the disk is full"), Project.open(folder, write=True) as project:
        add(project, many, StoreCoder(), written=lambda ids, tally: reported.extend(ids))
    monkeypatch.undo()
    with Project.open(folder, write=True) as project:
        assert [one.id for one in project.articles()] == sorted([one.id for one in articles(40)] + reported)
        add(project, many, StoreCoder())
        assert project.count("articles") == 120


def test_a_busy_database_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "PATIENCE", 0.1)
    with Project.open(folder, write=True) as one, Project.open(folder, write=True) as other, one.database.writing():
        with pytest.raises(WaqaiError, match="is in use by another program"):
            add(other, articles(41), StoreCoder())
        assert other.count("articles") == 40


def test_a_busy_server_is_told(postgres_place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "PATIENCE", 1)
    with Project.create(postgres_place) as one, Project.open(postgres_place, write=True) as other:
        some = articles(1)
        with one.database.writing(), pytest.raises(WaqaiError, match="is in use by another program"):
            add(other, some, StoreCoder())


@pytest.fixture
def everywhere() -> Iterator[Path]:
    """A folder that every user may enter."""
    path = Path(tempfile.mkdtemp(prefix="waqai-test-"))
    path.chmod(0o755)
    yield path
    for one in path.rglob("*"):
        one.chmod(0o755)
    shutil.rmtree(path)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_read_only_project_can_be_read(everywhere: Path) -> None:
    with Project.create(everywhere / "p") as project:
        add(project, articles(3), StoreCoder())
    (everywhere / "p" / "waqai.db").chmod(0o444)
    (everywhere / "p").chmod(0o555)

    def attempt() -> str:
        with Project.open(everywhere / "p") as project:
            assert project.count("mentions", Filter(words="قصف")) == 6
        out = ""
        for write in (
            lambda: add(Project.open(everywhere / "p", write=True), articles(9), StoreCoder()),
            lambda: Project.create(everywhere / "p" / "inner"),
            lambda: merge(Project.open(everywhere / "p")),
        ):
            try:
                write()
            except WaqaiError as error:
                out += f"{error}\n"
        return out

    lines = _as_nobody(attempt).splitlines()
    assert len(lines) == 3
    assert "read-only" in lines[0]
    assert "cannot be made a project: Permission denied" in lines[1]
    assert "read-only" in lines[2]


def _as_nobody(work: Callable[[], str]) -> str:
    """What `work` gives in a process whose user owns nothing."""
    reader, writer = os.pipe()
    process = os.fork()
    if not process:
        try:
            if os.getuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            answer = work()
        except BaseException as error:
            answer = f"{type(error).__name__}: {error}"
        os.write(writer, answer.encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as stream:
        answer = stream.read().decode()
    os.waitpid(process, 0)
    return answer


hostile = st.text(st.characters(exclude_categories=()), max_size=40) | st.sampled_from(
    ["'; DROP TABLE mentions; --", '"', "\x00", "%_\\", "\ud800قصف", "=cmd|'/C calc'!A1", "</script><script>"]
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(hostile, hostile, hostile), min_size=1, max_size=4))
def test_no_text_can_break_the_store(project: Project, texts: list[tuple[str, str, str]]) -> None:
    from waqai.ingest import make_article

    given_ = [
        make_article(text + " قصف", id=f"{number}{other}", title=title, publisher=other, origin=title)
        for number, (text, title, other) in enumerate(texts)
    ]
    add(project, given_, StoreCoder(), force=True)
    for article in given_:
        found = project.article(article.id)
        assert found is not None
        assert (found.text, found.title, found.publisher) == (article.text, article.title, article.publisher)
    merge(project)


def test_very_long_texts(project: Project) -> None:
    """More different words than a tsvector holds, a word longer than an index takes, more positions than are kept."""
    words = " ".join(f"كلمة{i}" for i in range(80_000))
    long = [Article("long", f"قصف {words}"), Article("one", "ق" * 500_000), Article("same", "قصف" + " وصف" * 100_000)]
    add(project, long, StoreCoder())
    assert [one.id for one in project.articles(Filter(words="قصف"))] == ["long", "same"]
    assert project.article("one") == long[1]


def test_places() -> None:
    assert locate("p").path == Path("p/waqai.db")
    assert locate("p/waqai.db").path == Path("p/waqai.db")
    assert locate("postgres://u:s@h/d").shown == "postgresql://u:***@h/d"
