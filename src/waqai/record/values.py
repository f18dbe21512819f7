"""From the mentions of one happening to its best values, with what speaks for each and what contradicts it."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from waqai.record.totals import totals
from waqai.records import Entity, EventDate, Place, Quantity, Status
from waqai.text.fold import fold

from .geography import apart
from .history import steps
from .model import Contradiction, Figure, Happening, Support
from .sources import count, support
from .traits import MUTUAL, Traits, day_number, identity, is_told

T = TypeVar("T")
_OPEN = float("inf")
_Interval = tuple[float | None, float | None, str | None]  # min, max, unit
#: Two places are a contradiction from this distance (km).
_PLACES_APART = 60.0


def happening(members: Sequence[Traits], id: str) -> Happening:
    """The happening that `members` (in reading order, at least one) tell; its links are set later."""
    told = [t for t in members if t.status != "negated"] or list(members)
    fields: dict[str, tuple[Support, ...]] = {}
    contradictions: list[Contradiction] = []
    actors = _parties("actors", told, lambda t: t.event.actors, fields, contradictions)
    recipients = _parties("recipients", told, lambda t: t.event.recipients, fields, contradictions)
    if _type(told) in MUTUAL:  # host and guest are told now on this side, now on that
        taking = {e.country for e in (*actors, *recipients)}
        if all({e.country for e in (*t.event.actors, *t.event.recipients)} <= taking for t in told):
            contradictions.clear()
    date = _date(told, fields, contradictions)
    place = _place(told, fields, contradictions)
    mode = _mode(told, fields)
    status = _status(members, fields, contradictions)
    figures = _figures(told, contradictions)
    days = sorted(t.event.pub_date for t in members if t.event.pub_date)
    ranked = sorted(members, key=lambda t: (t.status == "negated", -t.weight, t.order))
    rounds = Counter(t.round for t in told if t.round is not None)
    contexts = Counter(context for t in members for context in t.event.contexts)
    return Happening(
        id=id,
        event_type=_type(told),
        event_mode=mode,
        status=status,
        actors=actors,
        recipients=recipients,
        date=date,
        place=place,
        round=min(rounds, key=lambda r: (-rounds[r], r)) if rounds else None,
        figures=figures,
        contexts=tuple(sorted(contexts, key=lambda c: (-contexts[c], c))),
        events=tuple(t.event.event_id for t in ranked),
        articles=tuple(dict.fromkeys(t.doc for t in members)),
        sources=count(members),
        first_report=days[0] if days else None,
        last_report=days[-1] if days else None,
        history=steps(members),
        support=fields,
        contradictions=tuple(contradictions),
        links=(),
        confidence=_confidence(members),
    )


def identifier(first: Traits, again: int = 0) -> str:
    """The id of the happening whose earliest mention is `first`: the same as long as that mention is its earliest.

    `again` tells apart happenings whose earliest mentions have one anchor (two rounds told by جولتين).
    """
    event = first.event
    key = f"{event.doc_id}\x1f{event.event_type}\x1f{event.anchor.start}\x1f{again or ''}"
    return "h" + hashlib.sha256(key.encode("utf8", "surrogatepass")).hexdigest()[:19]


def _grouped(members: Iterable[Traits], key: Callable[[Traits], Hashable | None]) -> dict[Hashable, list[Traits]]:
    groups: dict[Hashable, list[Traits]] = defaultdict(list)
    for t in members:
        k = key(t)
        if k is not None:
            groups[k].append(t)
    return groups


def _ranked(groups: dict[Hashable, list[Traits]]) -> list[Hashable]:
    """Keys, the best supported first: by sources, then mentions, then the earliest."""
    return sorted(groups, key=lambda k: (-count(groups[k]), -len(groups[k]), groups[k][0].order))


def label(entity: Entity) -> str:
    """How a party is called in a `Support`: its name in Latin script, else as the text has it."""
    return entity.name or entity.name_ar or entity.text


def _parties(
    field: str,
    told: Sequence[Traits],
    of: Callable[[Traits], tuple[Entity, ...]],
    fields: dict[str, tuple[Support, ...]],
    contradictions: list[Contradiction],
) -> tuple[Entity, ...]:
    """The best parties. Reports that name the same countries tell the same parties, one more exactly than the other."""
    groups = _grouped(told, lambda t: _who(of(t)))
    if not groups:
        return ()
    ranked = _ranked(groups)
    best = {key: min(groups[key], key=lambda t: _exactness(of(t), t)) for key in ranked}
    values = {key: support("; ".join(map(label, of(best[key]))), groups[key]) for key in ranked}
    fields[field] = tuple(values.values())
    main = ranked[0]
    others = [key for key in ranked[1:] if _conflict(of(best[main]), of(best[key]))]
    if others:
        contradictions.append(Contradiction(field, tuple(values[key] for key in (main, *others))))
    return of(best[main])


def _who(entities: tuple[Entity, ...]) -> Hashable | None:
    if not entities:
        return None
    countries = frozenset(e.country for e in entities if e.country)
    named = frozenset(filter(None, (identity(e) for e in entities if not _of_state(e))))
    return (countries, named) if countries or named else frozenset(e.text for e in entities)


def _of_state(entity: Entity) -> bool:
    """Government or army of a country: the state itself, told more exactly."""
    return entity.country is not None and entity.sector in ("GOV", "MIL")


def _exactness(entities: tuple[Entity, ...], t: Traits) -> tuple[int, int, int, int, float, object]:
    known = sum(1 for e in entities if identity(e))
    assumed = sum(e.implied for e in entities)  # by a pronoun, a hidden subject: words that name it are surer
    numbers = sum(_bare_number(e, t) for e in entities)
    return numbers, -known, assumed, -len(entities), -t.event.confidence, t.order


def _bare_number(entity: Entity, t: Traits) -> bool:
    """Whether people are told by their number alone: مقتل سبعة."""
    return " " not in entity.text and any(q.text.split(" ", 1)[0] == entity.text for q in t.event.quantities)


def _conflict(left: tuple[Entity, ...], right: tuple[Entity, ...]) -> bool:
    """Parties that cannot both be meant: no country in common, or two bodies of one country that are not its state."""
    one = {e.country for e in left if e.country}
    other = {e.country for e in right if e.country}
    if not one or not other:
        return False
    if not one & other:
        return not _same_words(left, right)
    first = {identity(e) for e in left if e.sector is not None and not _of_state(e)} - {None}
    second = {identity(e) for e in right if e.sector is not None and not _of_state(e)} - {None}
    return bool(first and second and not first & second)


def _same_words(left: tuple[Entity, ...], right: tuple[Entity, ...]) -> bool:
    """Whether one side only says shorter what the other names: القاعدة, قاعدة عين الأسد."""
    one, other = ({frozenset(_bare(e.text)) for e in side if not e.id} for side in (left, right))
    return any(first <= second or second <= first for first in one for second in other)


def _bare(text: str) -> list[str]:
    return [word.removeprefix("ال") for word in fold(text).text.split()]


def _date(
    told: Sequence[Traits], fields: dict[str, tuple[Support, ...]], contradictions: list[Contradiction]
) -> EventDate | None:
    """The date that the texts tell most exactly, among equals most often; else the earliest that was assumed."""
    groups = _grouped(told, _told_date)
    if not groups:
        assumed = [t.event.date for t in told if t.event.date is not None and not is_told(t.event.date)]
        return min(assumed, key=lambda d: (d.start, d.end)) if assumed else None
    ranked = sorted(_ranked(groups), key=lambda k: _days(groups[k][0].event.date))
    values = {key: support(_date_value(groups[key][0].event.date), groups[key]) for key in ranked}
    fields["date"] = tuple(values.values())
    main = groups[ranked[0]][0].event.date
    assert main is not None
    others = [key for key in ranked[1:] if _disjoint(main, groups[key][0].event.date)]
    if others:
        contradictions.append(Contradiction("date", tuple(values[key] for key in (ranked[0], *others))))
    return main


def _told_date(t: Traits) -> Hashable | None:
    """The date that the text tells of it, and not of something else (see `waqai.record.articles`)."""
    date = t.event.date
    return (date.start, date.end) if date is not None and t.told else None


def _days(date: EventDate | None) -> int:
    start, end = (day_number(date.start), day_number(date.end)) if date else (None, None)
    return end - start if start is not None and end is not None else 10**6


def _date_value(date: EventDate | None) -> str:
    if date is None:
        return ""
    return date.start if date.start == date.end else f"{date.start}/{date.end}"


def _disjoint(left: EventDate, right: EventDate | None) -> bool:
    return right is not None and (left.end < right.start or right.end < left.start)


def _place(
    told: Sequence[Traits], fields: dict[str, tuple[Support, ...]], contradictions: list[Contradiction]
) -> Place | None:
    """The place told most often, a city or site before a country, a known one before words alone (عند نقطة حدودية)."""
    groups = _grouped(told, _place_key)
    if not groups:
        return None
    ranked = sorted(_ranked(groups), key=lambda k: groups[k][0].place is None or groups[k][0].country is None)
    values = {key: support(_place_value(groups[key][0].event.place), groups[key]) for key in ranked}
    fields["place"] = tuple(values.values())
    main = groups[ranked[0]][0]
    others = [key for key in ranked[1:] if _far(main, groups[key][0])]
    if others:
        contradictions.append(Contradiction("place", tuple(values[key] for key in (ranked[0], *others))))
    return main.event.place


def _place_key(t: Traits) -> Hashable | None:
    return (t.place, t.country) if t.place or t.country else None


def _place_value(place: Place | None) -> str:
    return (place.name or place.text) if place else ""


def _far(left: Traits, right: Traits) -> bool:
    if left.country and right.country and left.country != right.country and left.place and right.place:
        return True
    distance = apart(left.coordinates, right.coordinates)
    return distance is not None and distance > _PLACES_APART


def _type(told: Sequence[Traits]) -> str:
    groups = _grouped(told, lambda t: t.type)
    return str(_ranked(groups)[0])


def _mode(told: Sequence[Traits], fields: dict[str, tuple[Support, ...]]) -> str | None:
    kind = _type(told)
    groups = _grouped(told, lambda t: t.mode if t.type == kind else None)
    if not groups:
        return None
    ranked = _ranked(groups)
    fields["event_mode"] = tuple(support(str(key), groups[key]) for key in ranked)
    return str(ranked[0])


def _status(
    members: Sequence[Traits], fields: dict[str, tuple[Support, ...]], contradictions: list[Contradiction]
) -> Status:
    """It happened where a report says so, unless more sources deny it; else it is planned, else thought of."""
    groups = _grouped(members, lambda t: t.status)
    values = {key: support(str(key), groups[key]) for key in _ranked(groups)}
    fields["status"] = tuple(values.values())
    happened = [t for t in members if t.status in ("actual", "historical")]
    denied = [t for t in groups.get("negated", []) if not _disclaims(t)]
    if happened and denied:
        contradictions.append(
            Contradiction("status", tuple(v for k, v in values.items() if k in ("actual", "historical", "negated")))
        )
    if denied and count(denied) > count(happened):
        return "negated"
    for status in ("actual", "historical", "future", "hypothetical"):
        if status in groups:
            return status
    return "negated"


def _disclaims(t: Traits) -> bool:
    """Whether somebody denies that it was he (نفت أي صلة لها بالهجوم), not that it happened."""
    source = t.event.source
    if source is None:
        return False
    name, land = source.name or source.text, source.country
    return any(name == (a.name or a.text) or (land is not None and land == a.country) for a in t.event.actors)


def _figures(told: Sequence[Traits], contradictions: list[Contradiction]) -> tuple[Figure, ...]:
    """The counts of each kind; the first in `support` is the best supported, among equals the latest."""
    kinds: dict[str, dict[_Interval, list[Traits]]] = {}
    for t in told:
        for q in totals(t.event):
            if q.min is not None or q.max is not None:
                members = kinds.setdefault(q.kind, {}).setdefault((q.min, q.max, q.unit), [])
                if not members or members[-1] is not t:
                    members.append(t)
    figures = []
    for kind in sorted(kinds):
        groups = kinds[kind]
        ranked = sorted(groups, key=lambda k: (count(groups[k]), len(groups[k]), groups[k][-1].order), reverse=True)
        values = {key: support(interval_text(key[0], key[1]), groups[key]) for key in ranked}
        low = [key[0] for key in ranked if key[0] is not None]
        high = [key[1] for key in ranked]
        units = [key[2] for key in ranked if key[2]]
        figures.append(
            Figure(
                kind=kind,
                min=min(low) if low else None,
                max=None if None in high else max(x for x in high if x is not None),
                unit=units[0] if units else None,
                support=tuple(values.values()),
            )
        )
        others = [key for key in ranked[1:] if _differ(ranked[0], key)]
        if others:
            contradictions.append(Contradiction(kind, tuple(values[key] for key in (ranked[0], *others))))
    return tuple(figures)


def _differ(left: _Interval, right: _Interval) -> bool:
    low, high = left[0] or 0.0, left[1] if left[1] is not None else _OPEN
    other_low, other_high = right[0] or 0.0, right[1] if right[1] is not None else _OPEN
    return high < other_low or other_high < low


def interval_text(low: float | None, high: float | None) -> str:
    """``2500``, ``20-30``, ``22+`` (at least), ``<100`` (at most)."""
    if low is not None and high is not None:
        return number(low) if low == high else f"{number(low)}-{number(high)}"
    if low is not None:
        return f"{number(low)}+"
    return f"<{number(high)}" if high is not None else ""


def number(value: float) -> str:
    """A count without a needless decimal."""
    return str(int(value)) if value == int(value) else str(value)


def quantity_text(quantity: Quantity) -> str:
    """The interval of a quantity as `Support.value` has it."""
    return interval_text(quantity.min, quantity.max)


def _confidence(members: Sequence[Traits]) -> float:
    """That something of this kind was reported and rightly read: sources add up as independent readings do."""
    best: dict[str, float] = {}
    for t in members:
        best[t.group] = max(best.get(t.group, 0.0), t.event.confidence)
    wrong = 1.0
    for confidence in best.values():
        wrong *= 1.0 - confidence
    return round(min(1.0 - wrong, 0.99), 3)
