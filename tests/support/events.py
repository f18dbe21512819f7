"""Hand-made documents for tests of what is kept and asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from waqai.records import Article, Document, Entity, Event, EventDate, Place, Sentence, Source, Span, Statement

IRAQ = Entity("بغداد", 0, 5, name="Iraq", name_ar="العراق", id="Q796", country="IRQ")
USA = Entity("واشنطن", 0, 6, name="United States", name_ar="الولايات المتحدة", id="Q30", country="USA")
ARMY = Entity("الجيش العراقي", 0, 13, name="Iraqi army", name_ar="الجيش العراقي", country="IRQ", sector="MIL")
IRAN = Entity("طهران", 0, 5, name="Iran", name_ar="إيران", id="Q794", country="IRN")
GUNMEN = Entity("مسلحون", 0, 6, sector="UAF", other_sectors=("CRM",))
MINISTER = Entity("فؤاد حسين", 0, 9, name="Fuad Hussein", name_ar="فؤاد حسين", country="IRQ", sector="GOV")


def event(
    doc: str, number: int, type: str, actors: Sequence[Entity], recipients: Sequence[Entity] = (), **more: Any
) -> Event:
    """A mention; its sentence stands at 100 times its number in the article."""
    start = 100 * number
    text = more.pop("text", "عقد الطرفان اجتماعا")
    day = more.pop("day", "2020-06-11")
    values: dict[str, Any] = {
        "event_id": f"{doc}-{number}-{type.lower()}",
        "doc_id": doc,
        "url": None,
        "publisher": None,
        "title": None,
        "pub_date": "2020-06-12",
        "event_type": type,
        "event_mode": None,
        "contexts": (),
        "quad_code": "V-COOP",
        "intensity": 1.0,
        "status": "actual",
        "anchor": Span(text.split()[0], start, start + len(text.split()[0])),
        "sentence": Span(text, start, start + len(text)),
        "actors": tuple(actors),
        "recipients": tuple(recipients),
        "date": EventDate(day, day, "day") if day else None,
        "place": None,
        "source": None,
        "quantities": (),
        "confidence": 0.8,
        "frame": "test",
        "coder_version": "1",
        "lexicon_version": "words",
    }
    return Event(**values | more)


def document(article: Article, *events: Event, statements: Sequence[Statement] = ()) -> Document:
    """An article with its records."""
    return Document(
        article, (Sentence(1, 0, len(article.text), article.text),), (), (), tuple(statements), tuple(events), ()
    )


def article(doc: str, text: str, **more: Any) -> Article:
    """An article of 12 June 2020."""
    return Article(doc, text, **{"date": "2020-06-12", **more})


BAGHDAD = Place("في بغداد", 0, 7, name="Baghdad", country="IRQ", admin1="Baghdad")


def sample() -> list[Document]:
    """Four articles: talks of two states told twice (the second undated), an attack in Baghdad, a denial."""
    said = Source("متحدث", 0, 5, name="Iraqi spokesman", country="IRQ", sector="GOV", verb="قال")
    return [
        document(
            article(
                "talks", "الجولة الأولى من الحوار الاستراتيجي بين بغداد وواشنطن", publisher="وكالة ألف", title="حوار"
            ),
            event(
                "talks",
                1,
                "CONSULT",
                [USA, IRAQ],
                event_mode="meet",
                contexts=("diplomatic",),
                text="عقدت الجولة الأولى من الحوار",
            ),
            event(
                "talks",
                2,
                "REQUEST",
                [IRAQ],
                [USA],
                event_mode="yield",
                source=said,
                text="طلبت بغداد سحب القوات",
                day="2020-06-10",
            ),
            statements=[
                Statement(MINISTER, "قال", Span("إن القوات القتالية ستغادر", 10, 35), True, 1),
                Statement(None, "ذكر", Span("أن الاجتماع انتهى", 40, 57), False, 2),
            ],
        ),
        document(
            article("again", "استأنف الطرفان المحادثات", date=None),
            event(
                "again",
                1,
                "CONSULT",
                [USA],
                [IRAQ],
                pub_date=None,
                date=None,
                text="استأنف الطرفان المحادثات",
                status="future",
            ),
        ),
        document(
            article("attack", "قصف مسلحون موقعا للجيش في بغداد", date="2020-07-01", publisher="صحيفة باء"),
            event(
                "attack",
                1,
                "ASSAULT",
                [GUNMEN],
                [ARMY],
                place=BAGHDAD,
                text="قصف مسلحون موقعا للجيش",
                day="2020-06-30",
                confidence=0.4,
                pub_date="2020-07-01",
            ),
        ),
        document(
            article("denial", "نفت طهران مهاجمة مسؤولين", date="2020-07-02", publisher="صحيفة باء"),
            event(
                "denial",
                1,
                "ASSAULT",
                [IRAN],
                [],
                status="negated",
                text="نفت طهران مهاجمة مسؤولين",
                pub_date="2020-07-02",
                date=EventDate("2020-06-01", "2020-06-30", "month"),
            ),
        ),
    ]
