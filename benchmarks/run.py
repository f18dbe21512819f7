#!/usr/bin/env python3
"""Measure speed and memory on a generated corpus.

    python benchmarks/run.py [--articles N] [--workers 1 2] [--markdown docs/performance.md]

Prints start-up time, articles and words a second with each number of workers, the peak memory of a worker, the share of
each stage and how coding time grows with the length of an article. Each figure comes from a fresh process. The
machine should be idle; the load is printed with the figures.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path[:0] = [str(ROOT / "src"), str(HERE)]  # Measure this checkout, whatever is installed.

AIMS = {"start": 0.5, "articles": 150.0, "memory": 300.0}
STARTS = 9
PROFILED = 400  # articles for the shares of the stages
LENGTHS = (10_000, 100_000, 1_000_000)  # characters of the long articles


def start_up() -> dict[str, float]:
    """Median wall seconds of fresh processes: Python alone, ``waqai --version``, the first coded article."""
    version = "import sys; sys.argv = ['waqai', '--version']; from waqai.cli.main import main; main()"
    article = "from waqai import Coder; print(len(Coder().code('اتهمت بغداد أنقرة بخرق الأجواء العراقية.').events))"
    codes = {"python": "pass", "version": version, "first_article": article}
    return {name: statistics.median(_wall(code) for _ in range(STARTS)) for name, code in codes.items()}


def _wall(code: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, env=_environment(), stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def _environment() -> dict[str, str]:
    """That of this process with this checkout in front, and with the byte code kept as an installed package has it:
    where ``PYTHONDONTWRITEBYTECODE`` is set, each start would compile the sources again.
    """
    paths = [str(ROOT / "src"), *filter(None, [os.environ.get("PYTHONPATH")])]
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": os.pathsep.join(paths)}


def throughput(path: str, workers: str) -> dict[str, float]:
    """In this process: code the corpus in the file `path`; wall seconds and the peak memory of a worker in MB."""
    import msgspec

    from waqai import Article, Coder, Document

    words = 0

    def articles() -> Iterator[Article]:
        nonlocal words
        decode = msgspec.json.Decoder(Article).decode
        with Path(path).open("rb") as lines:
            for line in lines:
                article = decode(line)
                words += len(article.text.split())
                yield article

    coder = Coder()
    coder.code("اتهمت بغداد أنقرة بخرق الأجواء العراقية.")
    start = time.perf_counter()
    events = failures = count = 0
    for document in coder.pipe(articles(), workers=int(workers)):
        count += 1
        if isinstance(document, Document):
            events += len(document.events)
        else:
            failures += 1
    seconds = time.perf_counter() - start
    # One worker is this very process; more are its children, of which the largest is told.
    who = resource.RUSAGE_SELF if workers == "1" else resource.RUSAGE_CHILDREN
    return {
        "workers": int(workers), "articles": count, "words": words, "events": events, "failures": failures,
        "seconds": seconds, "peak_mb": resource.getrusage(who).ru_maxrss / 1024,
    }  # fmt: skip


def stages(count: str) -> dict[str, float]:
    """In this process: the share of each package in the time of coding, by sampling each millisecond of CPU time.

    A sample counts for the innermost frame of waqai, so that regular expressions and built-ins count for their caller.
    """
    import corpus

    from waqai import Coder

    articles = list(corpus.articles(int(count)))
    coder = Coder()
    coder.code_article(articles[0])
    samples: Counter[str] = Counter()

    def sample(signum: int, frame: FrameType | None) -> None:
        while frame is not None:
            name = frame.f_globals.get("__name__", "")
            if name.startswith("waqai."):
                parts = name.split(".")
                samples[parts[1]] += 1
                return
            frame = frame.f_back

    signal.signal(signal.SIGPROF, sample)
    signal.setitimer(signal.ITIMER_PROF, 0.001, 0.001)
    for article in articles:
        coder.code_article(article)
    signal.setitimer(signal.ITIMER_PROF, 0)
    whole = samples.total() or 1
    return {name: count / whole for name, count in samples.most_common()}


def lengths() -> dict[str, float]:
    """In this process: seconds to code one article of so many characters; linear growth is what is wanted."""
    import corpus

    from waqai import Coder

    coder = Coder()
    text = "\n".join(a.text for a in corpus.articles(max(LENGTHS) // 1500))
    coder.code(text[:2000])
    found = {}
    for length in LENGTHS:
        start = time.perf_counter()
        coder.code(text[:length], date="2021-03-23")
        found[str(length)] = time.perf_counter() - start
    return found


def _child(*args: object) -> Any:
    """Run one measurement of this file in a fresh process."""
    command = [sys.executable, str(Path(__file__)), "--child", *map(str, args)]
    run = subprocess.run(command, check=False, capture_output=True, text=True, env=_environment())
    if run.returncode:
        sys.exit(f"the measurement {' '.join(map(str, args))} failed:\n{run.stderr}")
    return json.loads(run.stdout)


def machine() -> str:
    """The machine in one line."""
    cpu = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        models = [
            line.split(":", 1)[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")
        ]
        cpu = models[0] if models else cpu
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{cpu}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()}, "
        f"{platform.python_implementation()} {platform.python_version()}"
    )


def report(found: dict[str, Any]) -> list[tuple[str, list[list[str]]]]:
    """The figures as titled tables; the first row of each is its head."""
    start = found["start"]
    rows = [["fresh process", "seconds", "aim"]]
    rows.append(["`python -c pass`", f"{start['python']:.3f}", ""])
    rows.append(["`waqai --version`", f"{start['version']:.3f}", f"under {AIMS['start']}"])
    rows.append(["import, load, first article", f"{start['first_article']:.3f}", f"under {AIMS['start']}"])
    tables = [("Start-up", rows)]
    speed = [["workers", "articles/s", "words/s", "articles/s per worker", "seconds", "events", "peak MB a worker"]]
    for r in found["throughput"]:
        rate = r["articles"] / r["seconds"]
        speed.append([
            str(r["workers"]), f"{rate:.0f}", f"{r['words'] / r['seconds']:,.0f}", f"{rate / r['workers']:.0f}",
            f"{r['seconds']:.1f}", str(r["events"]), f"{r['peak_mb']:.0f}",
        ])  # fmt: skip
    speed.append(["aim", f"{AIMS['articles']:.0f} on one core", "", "", "", "", f"under {AIMS['memory']:.0f}"])
    tables.append(("Coding", speed))
    shares = [["stage", "share of time"], *([name, f"{share:.1%}"] for name, share in found["stages"].items())]
    tables.append(("Stages", shares))
    grown = [["characters in one article", "seconds", "characters/s"]]
    grown += [[f"{int(n):,}", f"{s:.2f}", f"{int(n) / s:,.0f}"] for n, s in found["lengths"].items()]
    tables.append(("Length", grown))
    return tables


def as_text(tables: list[tuple[str, list[list[str]]]]) -> str:
    """Tables for a terminal."""
    out = []
    for title, rows in tables:
        widths = [max(len(row[i].strip("`")) for row in rows) for i in range(len(rows[0]))]
        out.append(f"\n{title}")
        out += ["  " + "  ".join(c.strip("`").ljust(w) for c, w in zip(row, widths, strict=True)) for row in rows]
    return "\n".join(out)


def as_markdown(tables: list[tuple[str, list[list[str]]]], head: list[str]) -> str:
    """The page docs/performance.md."""
    out = ["# Speed and memory", "", *head, ""]
    for title, (first, *rows) in tables:
        out += [f"## {title}", "", f"| {' | '.join(first)} |", f"|{'---|' * len(first)}"]
        out += [*(f"| {' | '.join(row)} |" for row in rows), ""]
    out += [
        "Words are what stands between spaces. Coding times include reading articles and sending them to workers and",
        "back, not loading the coder. Stages are sampled each millisecond of one worker's CPU time; a stage has the",
        "time that is spent in its own package. Memory is the highest resident size of a worker.",
        "",
    ]  # fmt: skip
    return "\n".join(out)


def _merging(page: Path) -> str:
    """What the page says of merging: those figures are of benchmarks/happenings.py and stay."""
    _, heading, rest = page.read_text(encoding="utf8").partition("\n## Merging\n") if page.exists() else ("", "", "")
    return heading + rest


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=5000, help="articles in the corpus (default 5000)")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2], help="numbers of workers to measure")
    parser.add_argument("--markdown", type=Path, help="write the figures to this file as Markdown, too")
    parser.add_argument("--corpus", type=Path, help="only write the corpus to this file (JSONL)")
    parser.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        kind, *rest = args.child
        print(json.dumps({"throughput": throughput, "stages": stages, "lengths": lengths}[kind](*rest)))
        return
    import corpus

    if args.corpus:
        words, size = corpus.write(args.corpus, args.articles)
        print(f"{args.articles} articles, {words} words, {size / 2**20:.1f} MB: {args.corpus}")
        return
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.jsonl"
        corpus.write(path, args.articles)
        speeds = [_child("throughput", path, n) for n in args.workers]
    found = {
        "start": start_up(),
        "throughput": speeds,
        "stages": _child("stages", min(PROFILED, args.articles)),
        "lengths": _child("lengths"),
    }
    words = found["throughput"][0]["words"] / args.articles
    head = [
        f"Measured {datetime.date.today()} by `python benchmarks/run.py` on {args.articles:,} generated articles of",
        f"{words:.0f} words (`benchmarks/corpus.py`), on {machine()};",
        f"load average before the start: {load:.1f}.",
    ]
    failures = sum(r["failures"] for r in found["throughput"])
    tables = report(found)
    print("\n".join(head))
    if load > 0.5:
        print("The machine was not idle: these figures are too low.")
    print(as_text(tables))
    if args.markdown:
        args.markdown.write_text(as_markdown(tables, head) + _merging(args.markdown), encoding="utf8")
    if failures:
        sys.exit(f"{failures} articles could not be coded")


if __name__ == "__main__":
    main()
