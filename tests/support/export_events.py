"""Records for tests of exports, made by hand."""

from __future__ import annotations

from typing import Any

from waqai.records import Entity, Event, EventDate, Place, Quantity, Source, Span

USA = Entity("واشنطن", 0, 6, "United States", "الولايات المتحدة", "Q30", "USA")
IRAQ = Entity("بغداد", 10, 15, "Iraq", "العراق", "Q796", "IRQ")
BLINKEN = Entity("بلينكن", 0, 6, "Antony Blinken", "أنتوني بلينكن", "per.blinken", "USA", "GOV", role="minister")
SOLDIERS = Entity("جنود عراقيون", 20, 32, None, "جنود عراقيون", None, "IRQ", "MIL")
REBELS = Entity("مسلحون", 40, 46, sector="REB")
FARMERS = Entity("مزارعون", 40, 47, country="IRQ", sector="AGR", other_sectors=("CVL",))
MOSUL = Place("الموصل", 50, 56, "Mosul", "IRQ", "Nineveh", 36.34, 43.13, 99072, "city")
DAY = EventDate("2021-03-23", "2021-03-23", "day")


def event(event_type: str, mode: str | None = None, **fields: Any) -> Event:
    """A mention; `fields` are put in the place of what it would have."""
    anchor, sentence = Span("قصفت", 5, 9), Span("قصفت القوات الموقع في الموصل.", 5, 34)
    values: dict[str, Any] = {
        "event_id": f"{event_type}-{mode}", "doc_id": "d1", "url": None, "publisher": None, "title": None,
        "pub_date": "2021-03-24", "contexts": (), "quad_code": "", "intensity": 0.0, "status": "actual",
        "anchor": anchor, "sentence": sentence, "actors": (), "recipients": (), "date": DAY, "place": None,
        "source": None, "quantities": (), "confidence": 0.9, "frame": "x.y",
        "coder_version": "1", "lexicon_version": "1",
    }  # fmt: skip
    return Event(event_type=event_type, event_mode=mode, **(values | fields))


STRIKE = event(
    "ASSAULT",
    "aerial",
    event_id="strike",
    url="https://news.example/1",
    publisher="وكالة",
    title="=غارة",
    contexts=("military", "terrorism"),
    actors=(USA,),
    recipients=(SOLDIERS, REBELS),
    place=MOSUL,
    source=Source("متحدث", 0, 5, name="A Spokesman"),
    quantities=(
        Quantity("killed", 2.0, 3.0, "soldier", "2", 1, 2),
        Quantity("injured", None, 9.0, "person", "9", 3, 4),
    ),
)
TALKS = event("CONSULT", "visit", event_id="talks", doc_id="d2", actors=(BLINKEN, IRAQ, USA))
EVENTS = (
    STRIKE,
    TALKS,
    event("AGREE", event_id="plan", status="future", actors=(USA, IRAQ)),
    event("ASSAULT", "firearms", event_id="denied", status="negated", actors=(REBELS,), recipients=(FARMERS,)),
    event(
        "PROTEST",
        "demo",
        event_id="demo",
        actors=(FARMERS,),
        quantities=(Quantity("protesters", 500.0, None, "person", "x", 0, 1),),
    ),
)
