#!/usr/bin/env python3
"""Measure how fast mentions are merged and near-copies found, and in how much memory.

    python benchmarks/happenings.py [--mentions N] [--articles N]

Merges `N` made-up mentions (100,000) in one process: happenings spread over four years and sixty countries, most told
once, some by dozens of reports with their dates, parties and counts now exact, now vague; and groups the near-copies
among `N` made-up articles (100,000), a third of which are rewrites of others. The same every time. The aims: mentions
in under two minutes within 2 GB; articles within minutes. Prints the figures as rows for docs/performance.md.
"""

from __future__ import annotations

import argparse
import datetime
import random
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE)]  # Measure this checkout, whatever is installed.

from waqai.record import Signed, group, mentions_of, merge, signature  # noqa: E402
from waqai.record.bcubed import bcubed  # noqa: E402
from waqai.records import Entity, Event, EventDate, Place, Quantity, Span  # noqa: E402

SEED = 1832
FIRST = datetime.date(2018, 1, 1)
DAYS = 1461
TYPES = (
    ("ASSAULT", ("aerial", "firearms", "explosives", "heavy-weapons", None), 30),
    ("CONSULT", ("visit", None, "phone"), 20),
    ("ACCUSE", ("disapprove", "allege"), 10), ("REQUEST", ("change", "yield"), 8), ("AGREE", (None,), 8),
    ("SUPPORT", (None,), 5), ("REJECT", (None,), 4), ("THREATEN", ("violence", None), 3), ("COERCE", ("arrest",), 5),
    ("PROTEST", ("demo", "riot"), 4), ("SANCTION", ("discontinue",), 3),
)  # fmt: skip
ALPHABET = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


class World:
    """What happened: drawn once, told many times."""

    def __init__(self, draw: random.Random) -> None:
        self.draw = draw
        self.countries = [f"C{i:02}" for i in range(60)]
        self.weights = [1 / (i + 1) for i in range(60)]  # some countries are in the news every day
        self.words = ["".join(draw.choices(ALPHABET, k=draw.randint(4, 7))) for _ in range(6000)]
        self.common = [1 / (i + 5) for i in range(6000)]
        self.places = {
            c: [(f"{c}-{i}", draw.uniform(-50, 50), draw.uniform(-100, 100)) for i in range(40)] for c in self.countries
        }

    def country(self) -> str:
        return self.draw.choices(self.countries, self.weights)[0]

    def happening(self) -> dict[str, object]:
        draw = self.draw
        kind, modes, _ = draw.choices(TYPES, [t[2] for t in TYPES])[0]
        here, there = self.country(), self.country()
        return {
            "type": kind, "mode": draw.choice(modes), "day": FIRST + datetime.timedelta(days=draw.randrange(DAYS)),
            "here": here, "there": there, "place": draw.choice(self.places[there]),
            "words": draw.choices(self.words, self.common, k=14), "killed": draw.randint(1, 60),
            "who": f"Q{draw.randrange(3000)}", "whom": f"Q{draw.randrange(3000)}",
        }  # fmt: skip


def events(count: int) -> Iterator[tuple[Event, int]]:
    """Made-up coded events with the number of the happening that each tells."""
    draw = random.Random(SEED)
    world = World(draw)
    made = number = 0
    while made < count:
        told = world.happening()
        reports = 1 if draw.random() < 0.6 else min(60, 2 + int(draw.expovariate(0.3)))
        for _ in range(min(reports, count - made)):
            yield _report(world, told, made), number
            made += 1
        number += 1


def _report(world: World, told: dict, at: int) -> Event:
    draw = world.draw
    published = told["day"] + datetime.timedelta(days=draw.choice((0, 1, 1, 1, 2)) if draw.random() < 0.9 else 60)
    exact = draw.random() < 0.6
    day = told["day"] if exact else published
    date = EventDate(day.isoformat(), day.isoformat(), "day", "يوم" if exact else None)
    if draw.random() < 0.05:
        first = told["day"].replace(day=1)
        date = EventDate(first.isoformat(), (first + datetime.timedelta(days=27)).isoformat(), "month", "الشهر")
    words = draw.sample(told["words"], 9) + draw.choices(world.words, world.common, k=5)
    text = " ".join(words)
    name, lat, lon = told["place"]
    place = Place(name, 0, 1, name, told["there"], None, lat, lon, None, "city") if draw.random() < 0.5 else None
    actors = (_party(told["here"], told["who"], draw),) if draw.random() < 0.85 else ()
    recipients = (_party(told["there"], told["whom"], draw),) if draw.random() < 0.6 else ()
    quantities: tuple[Quantity, ...] = ()
    if told["type"] == "ASSAULT" and draw.random() < 0.5:
        killed = float(max(1, told["killed"] + draw.choice((0, 0, 0, 1, -1, 3))))
        quantities = (Quantity("killed", killed, killed, "person", "", 0, 1),)
    return Event(
        event_id=f"e{at:07}", doc_id=f"d{at // 3:07}", url=None, publisher=f"p{draw.randrange(40)}", title=None,
        pub_date=published.isoformat(), event_type=told["type"], event_mode=told["mode"], contexts=(), quad_code="",
        intensity=0.0, status="actual", anchor=Span(words[0], 100 * (at % 3), 100 * (at % 3) + len(words[0])),
        sentence=Span(text, 100 * (at % 3), 100 * (at % 3) + len(text)), actors=actors, recipients=recipients,
        date=date, place=place, source=None, quantities=quantities, confidence=0.8, frame="", coder_version="",
        lexicon_version="",
    )  # fmt: skip


def _party(country: str, who: str, draw: random.Random) -> Entity:
    if draw.random() < 0.5:
        return Entity(country, 0, 1, country, None, country, country, None)
    return Entity(who, 0, 1, who, None, who, country, "GOV")


def articles(count: int) -> Iterator[Signed]:
    """Signatures of made-up articles of 200 words; a third rewrite an earlier one, a tenth of its words changed."""
    draw = random.Random(SEED)
    words = ["".join(draw.choices(ALPHABET, k=draw.randint(3, 7))) for _ in range(20000)]
    recent: list[list[str]] = []
    for at in range(count):
        if recent and draw.random() < 1 / 3:
            text = [w if draw.random() < 0.9 else draw.choice(words) for w in draw.choice(recent)]
        else:
            text = draw.choices(words, k=200)
            recent.append(text)
            del recent[:-500]
        day = FIRST + datetime.timedelta(days=at * DAYS // count)
        yield Signed(f"a{at:07}", day.isoformat(), signature(" ".join(text)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mentions", type=int, default=100_000)
    parser.add_argument("--articles", type=int, default=100_000)
    args = parser.parse_args()
    if args.mentions:
        made = list(events(args.mentions))
        start = time.perf_counter()
        mentions = list(mentions_of(event for event, _ in made))
        prepared = time.perf_counter() - start
        found = merge(mentions)
        merged = time.perf_counter() - start
        gold = {event.event_id: number for event, number in made}
        score = bcubed(gold, {e: h.id for h in found for e in h.events})
        print(f"| mentions | {args.mentions:,} | {merged:.1f} | {args.mentions / merged:,.0f} | {_peak():.0f} |")
        print(f"  ({prepared:.1f} s of it to make them; {len(found):,} happenings; B-cubed {score.f1:.3f})")
    if args.articles:
        start = time.perf_counter()
        signed = list(articles(args.articles))
        made_in = time.perf_counter() - start
        start = time.perf_counter()
        groups = group(signed)
        took = time.perf_counter() - start
        copies = sum(1 for key, value in groups.items() if key != value)
        print(f"| articles | {args.articles:,} | {took:.1f} | {args.articles / took:,.0f} | {_peak():.0f} |")
        print(f"  (signatures, with making the texts up: {made_in:.1f} s; {copies:,} near-copies)")


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
