"""Sections on who reports what: publishers, near-copies, corroboration, contradictions, the list of articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from waqai.record.model import Happening

from .evidence import events_of, gathered, mark, of_event, parties, told_by
from .material import Selection
from .model import Cited, Copies, Dispute, Publisher, Strength, Value

#: days within which two told numbers of troops cannot both be right when they differ
_SAME_TIME = 45
#: share by which two numbers may differ when one is told as about so many
_ABOUT = 0.1


def publishers(selection: Selection, happenings: Iterable[Happening]) -> tuple[Publisher, ...]:
    """What each publisher contributed to some happenings, the most articles first."""
    of = {a: d.article.publisher or "" for a, d in selection.documents.items()}
    articles = Counter(of.values())
    told: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for happening in happenings:
        tellers = {of[a] for a in happening.articles if a in of}
        told.update(tellers)
        if len(tellers) == 1:
            alone.update(tellers)
    days: dict[str, list[str]] = {}
    for document in selection.documents.values():
        if document.article.date:
            days.setdefault(document.article.publisher or "", []).append(document.article.date)
    return tuple(
        Publisher(
            name,
            count,
            told[name],
            alone[name],
            min(days.get(name, ()), default=None),
            max(days.get(name, ()), default=None),
        )
        for name, count in sorted(articles.items(), key=lambda a: (-a[1], a[0]))
    )


def near_copies(selection: Selection) -> tuple[Copies, ...]:
    """Groups of near-copies among the articles of the matter."""
    groups: dict[str, list[str]] = {}
    for article in selection.documents:
        original = selection.groups.get(article, article)
        if original != article:
            groups.setdefault(original, []).append(article)
    return tuple(Copies(original, tuple(sorted(copies))) for original, copies in sorted(groups.items()))


def corroboration(happenings: Iterable[Happening]) -> dict[str, int]:
    """How many of some happenings one, two, three and more independent sources tell."""
    counts = {"1": 0, "2": 0, "3+": 0}
    for happening in happenings:
        counts["3+" if happening.sources > 2 else str(max(1, happening.sources))] += 1
    return counts


def disputes(selection: Selection, strengths: tuple[Strength, ...]) -> tuple[Dispute, ...]:
    """Contradicting values: of the happenings, and between numbers of troops told at about the same time."""
    out = []
    for happening in selection.happenings:
        for contradiction in happening.contradictions:
            values = tuple(
                Value(
                    support.value,
                    told_by(telling := [e for e in events_of(selection, happening) if e.event_id in support.events]),
                    support.sources,
                    gathered(map(of_event, telling)),
                )
                for support in contradiction.values
            )
            out.append(Dispute(happening.id, contradiction.field, values))
    return (*out, *_of_denials(selection), *_of_strengths(selection, strengths))


def _of_denials(selection: Selection) -> list[Dispute]:
    """What one tells and the doer denies as a happening of its own (a minister: they helped us; they: we did not)."""
    out = []
    denied = [h for h in selection.happenings if h.status == "negated" and mark(selection, h) == "denied"]
    for denial in denied:
        for told in selection.happenings:
            if told.status != "actual" or not _denies(denial, told):
                continue
            values = tuple(
                Value(
                    h.status,
                    told_by(events := events_of(selection, h)) or (parties(h.actors) if h is denial else ()),
                    h.sources,
                    gathered(map(of_event, events)),
                )
                for h in (told, denial)
            )
            out.append(Dispute(told.id, "status", values))
            break
    return out


def _denies(denial: Happening, told: Happening) -> bool:
    """Whether two happenings are one deed of one state towards another, in reports of about the same time."""
    if denial.event_type != told.event_type or not denial.actors or not denial.recipients:
        return False
    if denial.event_mode and told.event_mode and denial.event_mode != told.event_mode:
        return False
    for one, other in ((denial.actors, told.actors), (denial.recipients, told.recipients)):
        if not {e.country for e in one if e.country} & {e.country for e in other if e.country}:
            return False
    if not set(denial.articles) & set(told.articles):
        return False
    return told.date is None or denial.date is None or told.date.start <= denial.date.end


def _of_strengths(selection: Selection, strengths: tuple[Strength, ...]) -> list[Dispute]:
    levels = [s for s in strengths if s.kind == "level" and s.told and (s.min is not None or s.max is not None)]
    out: list[Dispute] = []
    for at, one in enumerate(levels):
        for other in levels[at + 1 :]:
            if _days(other) - _days(one) > _SAME_TIME:
                break
            if one.owner and other.owner and one.owner.country != other.owner.country:
                continue
            if not _differ(one, other):
                continue
            values = tuple(
                Value(s.text, (s.source,) if s.source else (), 1, gathered(s.evidence))
                for s in sorted((one, other), key=lambda s: s.told or "")
            )
            if all(known.values != values for known in out):
                out.append(Dispute(None, "troops", values))
    return out


def _days(strength: Strength) -> int:
    import datetime

    return datetime.date.fromisoformat((strength.told or "0001-01-01")[:10]).toordinal()


def _differ(one: Strength, other: Strength) -> bool:
    first = (one.min if one.min is not None else 0.0, one.max if one.max is not None else float("inf"))
    second = (other.min if other.min is not None else 0.0, other.max if other.max is not None else float("inf"))
    slack = _ABOUT * min(first[1], second[1]) if one.about or other.about else 0.0
    return first[0] > second[1] + slack or second[0] > first[1] + slack


def cited(selection: Selection) -> tuple[Cited, ...]:
    """The articles of the matter, by day of publication."""
    return tuple(
        Cited(
            d.article.id,
            d.article.title,
            d.article.publisher,
            d.article.date,
            d.article.url,
            original if (original := selection.groups.get(d.article.id, d.article.id)) != d.article.id else None,
            len(d.sentences),
        )
        for d in sorted(selection.documents.values(), key=lambda d: (d.article.date or "9999", d.article.id))
    )
