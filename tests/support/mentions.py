"""Mentions made by hand, for the tests of the record."""

from __future__ import annotations

from waqai.record.mentions import mentions_of
from waqai.record.model import Mention
from waqai.records import Entity, Event, EventDate, Place, Quantity, Span

PLACES = {
    "أربيل": ("Erbil", "IRQ", 36.19, 44.01),
    "الموصل": ("Mosul", "IRQ", 36.34, 43.13),
    "مطار أربيل": ("Erbil Airport", "IRQ", 36.24, 43.96),
    "بغداد": ("Baghdad", "IRQ", 33.34, 44.39),
}


def party(code: str) -> Entity:
    """``USA``, ``USA GOV``, or with a name ``USA GOV:blinken``."""
    code, _, name = code.partition(":")
    country, _, sector = code.partition(" ")
    return Entity(
        name or country,
        0,
        1,
        name or country,
        None,
        name or country,
        None if country == "-" else country,
        sector or None,
    )


def event(
    doc: str,
    kind: str,
    anchor: str,
    *,
    day: str | None = None,
    until: str | None = None,
    pub: str | None = "2021-02-16",
    actors: tuple[str, ...] = (),
    recipients: tuple[str, ...] = (),
    place: str | None = None,
    status: str = "actual",
    text: str | None = None,
    at: int = 0,
    publisher: str | None = None,
    confidence: float = 0.8,
    frame: str = "",
    **counts: float | tuple[float | None, float | None],
) -> Event:
    """An event mention. `at` is where its sentence starts; `day` is a told date, without it the publication day is
    taken.
    """
    type_, _, mode = kind.partition("/")
    text = text or anchor
    start = at + text.index(anchor)
    date = EventDate(day, until or day, "day" if not until else "month", "يوم") if day else None
    if date is None and pub and status not in ("future", "hypothetical", "negated"):
        date = EventDate(pub, pub, "day")
    where = None
    if place is not None:
        name, country, lat, lon = PLACES.get(place, (None, place, None, None))
        where = Place(place, 0, 1, name, country, None, lat, lon, None, "city" if name else "country")
    quantities = []
    for key, value in counts.items():
        low, high = value if isinstance(value, tuple) else (value, value)
        quantities.append(Quantity(key, low, high, "person", "", 0, 1))
    return Event(
        event_id=f"{doc}:{start}:{type_}", doc_id=doc, url=None, publisher=publisher or doc, title=None, pub_date=pub,
        event_type=type_, event_mode=mode or None, contexts=(), quad_code="", intensity=0.0, status=status,
        anchor=Span(anchor, start, start + len(anchor)), sentence=Span(text, at, at + len(text)),
        actors=tuple(map(party, actors)), recipients=tuple(map(party, recipients)), date=date, place=where, source=None,
        quantities=tuple(quantities), confidence=confidence, frame=frame, coder_version="", lexicon_version="",
    )  # fmt: skip


def mentions(*events: Event, groups: dict[str, str] | None = None) -> list[Mention]:
    return list(mentions_of(events, groups))
