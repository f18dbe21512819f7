"""Coding many articles: lazily, in order, in bounded memory, on one or several cores.

Workers are plain child processes that talk through pipes. They do not fork the caller (whose threads and locks stay
its own) and do not import the caller's ``__main__`` (so scripts need no guard); a worker that dies takes only the
article it was at with it. Each chunk of articles is answered as one, and answers are handed out in the order of the
articles: the output does not depend on the number of workers.
"""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import IO, Any, Protocol

import msgspec

from waqai.errors import Failure, WaqaiError
from waqai.records import Article, Document

#: A chunk is closed when it holds so many articles or characters: small enough to keep memory bounded and cores
#: evenly busy, large enough that sending it costs nothing beside coding it.
CHUNK_ARTICLES = 32
CHUNK_CHARACTERS = 100_000
#: A batch smaller than this is coded at once where it is: starting workers would take longer.
SMALL_BATCH = 60_000
#: Chunks under way for each worker.
AHEAD = 2


class CodesArticles(Protocol):
    """What codes one article. It must pickle to something small (its settings, not its tables)."""

    def code_article(self, article: Article) -> Document: ...


class Digest(msgspec.Struct, frozen=True):
    """How a worker finishes a document: `of` makes what is sent back, `type` is the type it is decoded to.

    `of` is a function of a module (it is pickled by name); what it gives is encoded with msgspec.
    """

    of: Callable[[Document], Any]
    type: Any


def whole(document: Document) -> Document:
    """Send back the whole document."""
    return document


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def pipe(
    coder: CodesArticles, articles: Iterable[Article], workers: int | None = None
) -> Iterator[Document | Failure]:
    """Code `articles` lazily on `workers` processes (default: all cores).

    Yields, in the order of the articles, a `Document` for each, or a `Failure` that names the article which could not
    be coded. Only a few chunks of articles are in memory at any time.
    """
    yield from digests(coder, articles, workers, Digest(whole, Document))


def digests(
    coder: CodesArticles, articles: Iterable[Article], workers: int | None, digest: Digest
) -> Iterator[Any | Failure]:
    """As `pipe`, but yields what `digest` makes of each document: less to send where less is needed."""
    workers = cores() if workers is None else workers
    if workers < 1:
        raise ValueError(f"workers must be 1 or more, not {workers}")
    articles = iter(articles)
    if workers > 1:
        first: list[Article] = []
        size = 0
        for article in articles:
            first.append(article)
            size += len(article.text)
            if size > SMALL_BATCH:
                break
        else:
            workers = 1
        articles = _chain(first, articles)
    if workers == 1:
        # The same way as through a worker, so that not even 8 and 8.0 can differ in what is written.
        encode, decode = msgspec.msgpack.Encoder().encode, msgspec.msgpack.Decoder(digest.type).decode
        for article in articles:
            document = code_or_fail(coder, article)
            if isinstance(document, Failure) or digest.of is whole:
                yield document
            else:
                yield decode(encode(digest.of(document)))
        return
    yield from _parallel(coder, articles, workers, digest)


def code_or_fail(coder: CodesArticles, article: Article) -> Document | Failure:
    """Code one article; whatever goes wrong inside becomes a `Failure` that names it."""
    try:
        return coder.code_article(article)
    except MemoryError:
        return _failure(article, "not enough memory to code it", "split the article, or use fewer workers")
    except Exception as error:  # A batch of a million articles must not end at one.
        return _failure(
            article,
            f"could not be coded: {type(error).__name__}: {error}",
            "please report this as an error of waqai, with the article if you may share it",
        )


def _failure(article: Article, reason: str, mend: str) -> Failure:
    return Failure("coding", article.origin or f"article {article.id}", reason, mend)


def _chain(first: list[Article], rest: Iterator[Article]) -> Iterator[Article]:
    yield from first
    first.clear()  # Do not hold the first articles for the whole run.
    yield from rest


def _chunks(articles: Iterable[Article]) -> Iterator[list[Article]]:
    chunk: list[Article] = []
    size = 0
    for article in articles:
        chunk.append(article)
        size += len(article.text)
        if len(chunk) >= CHUNK_ARTICLES or size >= CHUNK_CHARACTERS:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _parallel(
    coder: CodesArticles, articles: Iterable[Article], workers: int, digest: Digest
) -> Iterator[Any | Failure]:
    pool = _Pool(coder, digest, workers)
    threads = ThreadPoolExecutor(workers, thread_name_prefix="waqai")
    pending: deque[Future[list[Any]]] = deque()
    try:
        for chunk in _chunks(articles):
            pending.append(threads.submit(pool.code, chunk))
            while pending and (len(pending) > workers * AHEAD or pending[0].done()):
                yield from pending.popleft().result()
        while pending:
            yield from pending.popleft().result()
    finally:
        # First the processes, so that no thread waits for an answer any more; then the threads.
        pool.close()
        threads.shutdown(wait=True, cancel_futures=True)


class _Died(Exception):
    """The worker process ended without an answer."""


class _Pool:
    """Worker processes, started when first needed, each used by one thread at a time."""

    def __init__(self, coder: CodesArticles, digest: Digest, workers: int) -> None:
        try:
            self._setup = pickle.dumps((coder, digest.of))
        except Exception as error:
            raise WaqaiError(f"the coder cannot be sent to workers ({error})", "use workers=1") from None
        self._decode = msgspec.msgpack.Decoder(list[_Answer]).decode
        self._result = msgspec.msgpack.Decoder(digest.type).decode
        self._idle: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
        self._running: set[_Worker] = set()
        self._closed = False
        self._lock = threading.Lock()

    def code(self, chunk: list[Article]) -> list[Any]:
        """Code `chunk` on any idle worker; one that dies costs only the article that killed it."""
        try:
            return self._ask(chunk)
        except _Died as died:
            if self._closed:
                return []
            if len(chunk) > 1:
                return [answer for article in chunk for answer in self.code([article])]
            reason = f"the worker process ended while coding it ({died})"
            return [_failure(chunk[0], reason, "it may need more memory than there is: use fewer workers")]

    def _ask(self, chunk: list[Article]) -> list[Any]:
        worker = self._take()
        try:
            answers = self._decode(worker.ask(msgspec.msgpack.encode(chunk)))
        except _Died:
            self._forget(worker)
            raise
        except BaseException:
            self._forget(worker)
            worker.kill()
            raise
        self._idle.put(worker)
        return [a.failure if a.failure is not None else self._result(a.result) for a in answers]

    def _take(self) -> _Worker:
        try:
            return self._idle.get_nowait()
        except queue.Empty:
            with self._lock:
                if self._closed:
                    raise _Died("closed") from None
                worker = _Worker(self._setup)
                self._running.add(worker)
            return worker

    def _forget(self, worker: _Worker) -> None:
        with self._lock:
            self._running.discard(worker)

    def close(self) -> None:
        """End all workers; those at work are not waited for."""
        with self._lock:
            self._closed = True
            workers, self._running = self._running, set()
        for worker in workers:
            worker.kill()


class _Answer(msgspec.Struct):
    """What a worker gives for one article: an encoded result, or a failure."""

    result: msgspec.Raw = msgspec.Raw(b"\xc0")
    failure: Failure | None = None


class _Worker:
    """One child process, the caller's side: `ask` sends a message and waits for its answer."""

    def __init__(self, setup: bytes) -> None:
        start = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from waqai.batch import work; work()"
        # A process group of its own: Ctrl-C reaches the caller only, which ends the workers in order.
        group: dict[str, Any] = {"process_group": 0} if os.name == "posix" else {"creationflags": 0x200}
        self._process = subprocess.Popen(
            [sys.executable, "-c", start, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            **group,
        )
        self._send(setup)

    def ask(self, message: bytes) -> bytes:
        self._send(message)
        assert self._process.stdout is not None
        answer = _receive(self._process.stdout)
        if answer is None:
            raise self._death()
        return answer

    def _send(self, message: bytes) -> None:
        assert self._process.stdin is not None
        try:
            _send(self._process.stdin, message)
        except (OSError, ValueError):
            raise self._death() from None

    def _death(self) -> _Died:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(1)  # It has closed its end: let it say how it ended.
        self.kill()
        code = self._process.returncode
        if code < 0:
            with contextlib.suppress(ValueError):
                return _Died(f"signal {signal.Signals(-code).name}")
        return _Died(f"exit code {code}")

    def kill(self) -> None:
        """End the process and close its pipes; may be called twice, and from another thread than `ask`."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError, ValueError):
                    stream.close()


def _send(stream: IO[bytes], message: bytes) -> None:
    stream.write(len(message).to_bytes(8, "big"))
    stream.write(message)
    stream.flush()


def _receive(stream: IO[bytes]) -> bytes | None:
    head = stream.read(8)
    if len(head) < 8:
        return None
    size = int.from_bytes(head, "big")
    message = stream.read(size)
    return message if len(message) == size else None


def work() -> None:
    """The worker's side: read the set-up, then answer chunk after chunk until the caller hangs up."""
    requests = sys.stdin.buffer
    # Answers have the pipe for themselves: whatever else is printed goes to stderr.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    setup = _receive(requests)
    if setup is None:
        return
    coder, of = pickle.loads(setup)
    chunk_of = msgspec.msgpack.Decoder(list[Article]).decode
    encode = msgspec.msgpack.Encoder().encode
    while (message := _receive(requests)) is not None:
        out = []
        for article in chunk_of(message):
            document = code_or_fail(coder, article)
            if isinstance(document, Failure):
                out.append(_Answer(failure=document))
            else:
                out.append(_Answer(msgspec.Raw(encode(of(document)))))
        with contextlib.suppress(BrokenPipeError):
            _send(answers, encode(out))
