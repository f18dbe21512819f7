"""Many articles: order, laziness, bounded memory, and accidents that cost one article only."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
from fake_coder import FakeCoder, length

from waqai import batch
from waqai.batch import Digest, digests, pipe
from waqai.errors import Failure, WaqaiError
from waqai.records import Article, Document


def _articles(count: int, length: int = 2000) -> list[Article]:
    return [Article(f"a{i}", f"اتهم {i} " + "كلمة " * (length // 5), origin=f"test, row {i}") for i in range(count)]


def _ids(results: Iterator[Document | Failure]) -> list[str]:
    return [r.article.id if isinstance(r, Document) else r.origin for r in results]


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_any_number_of_workers_gives_the_same_documents_in_the_order_of_the_articles(workers: int) -> None:
    articles = _articles(150)
    assert list(pipe(FakeCoder(), articles, workers)) == list(map(FakeCoder().code_article, articles))


def test_small_batches_start_no_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "_Worker", None)
    assert len(list(pipe(FakeCoder(), _articles(5), 2))) == 5
    with pytest.raises(TypeError):
        list(pipe(FakeCoder(), _articles(100), 2))


@pytest.mark.parametrize("workers", [1, 2])
def test_nothing_is_read_before_it_is_needed(workers: int) -> None:
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        while True:
            taken += 1
            yield Article(f"a{taken}", "قصف " * 1000)

    stream = pipe(FakeCoder(), endless(), workers)
    assert taken == 0
    assert next(stream).article.id == "a1"
    # First articles, and two chunks ahead for each worker: far from endless.
    assert taken <= 400
    stream.close()


def test_a_stopped_stream_leaves_no_thread_and_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def spy(*args: object, **more: object) -> subprocess.Popen[bytes]:
        started.append(popen(*args, **more))
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", spy)
    stream = pipe(FakeCoder(), _articles(200), 2)
    next(stream)
    stream.close()
    assert started
    assert all(process.poll() is not None for process in started)
    assert not [t for t in threading.enumerate() if t.name.startswith("waqai")]


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize(("word", "reason"), [("RAISE", "it broke"), ("MEMORY", "memory")])
def test_an_article_that_breaks_the_coder_fails_alone(workers: int, word: str, reason: str) -> None:
    articles = _articles(100)
    articles[41] = Article("bad", word, origin="news.csv, row 42")
    results = list(pipe(FakeCoder(), articles, workers))
    assert [i for i, r in enumerate(results) if isinstance(r, Failure)] == [41]
    failure = results[41]
    assert isinstance(failure, Failure)
    assert failure.origin == "news.csv, row 42"
    assert reason in failure.reason
    assert failure.mend


def test_an_article_that_kills_its_worker_fails_alone() -> None:
    articles = _articles(100)
    articles[7] = Article("bad", "DIE", origin="news.csv, row 8")
    articles[90] = Article("bad", "DIE", origin="news.csv, row 91")
    results = list(pipe(FakeCoder(), articles, 2))
    assert len(results) == 100
    failures = {i: r for i, r in enumerate(results) if isinstance(r, Failure)}
    assert sorted(failures) == [7, 90]
    assert failures[7].origin == "news.csv, row 8"
    assert "SIGKILL" in failures[7].reason


def test_what_a_worker_prints_does_not_disturb_its_answers(capfd: pytest.CaptureFixture[str]) -> None:
    articles = [*_articles(60), Article("loud", "PRINT")]
    assert _ids(pipe(FakeCoder(), articles, 2))[-1] == "loud"
    out, err = capfd.readouterr()
    assert out == ""
    assert "noise" in err


def test_a_huge_article_passes_through_workers() -> None:
    text = "اتهم " + "ا" * 10_000_000
    articles = [Article("huge", text), *_articles(40)]
    document = next(pipe(FakeCoder(), articles, 2))
    assert isinstance(document, Document)
    assert document.article.text == text


def test_a_digest_is_all_that_is_sent_back() -> None:
    articles = _articles(100)
    assert list(digests(FakeCoder(), articles, 2, Digest(length, int))) == [len(a.text) for a in articles]


def test_a_digest_is_of_its_type_with_any_number_of_workers() -> None:
    """The coder's whole number in a field of fractions must not be written as 5 by one run and as 5.0 by another."""
    for workers in (1, 2):
        found = list(digests(FakeCoder(), _articles(100), workers, Digest(length, float)))
        assert {type(value) for value in found} == {float}


def test_wrong_workers_and_coders_that_cannot_be_sent_are_told() -> None:
    with pytest.raises(ValueError, match="workers"):
        list(pipe(FakeCoder(), [], 0))

    class Local(FakeCoder):
        pass

    with pytest.raises(WaqaiError, match="workers=1"):
        list(pipe(Local(), _articles(100), 2))


def test_the_callers_main_module_is_not_run_again(tmp_path: object) -> None:
    """A script without an ``if __name__`` guard works, and says what it has to say once."""
    script = (
        "import sys; sys.path[:0] = sys.argv[1:]\n"
        "from fake_coder import FakeCoder\nfrom waqai.batch import pipe\nfrom waqai.records import Article\n"
        "print('once')\n"
        "print(sum(1 for _ in pipe(FakeCoder(), (Article(str(i), 'قصف ' * 999) for i in range(99)), 2)))\n"
    )
    path = f"{tmp_path}/script.py"
    with open(path, "w", encoding="utf-8") as file:
        file.write(script)
    import fake_coder

    support = fake_coder.__file__.rsplit("/", 1)[0]
    done = subprocess.run([sys.executable, path, support], capture_output=True, text=True, timeout=60)
    assert done.stderr == ""
    assert done.stdout.split() == ["once", "99"]
