"""Sections made of happenings: timeline, rounds and meetings, requests, incidents, accusations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from waqai.record.model import Happening
from waqai.record.totals import totals
from waqai.record.values import quantity_text
from waqai.records import Entity, Event, EventDate, Place, Span

from . import words as _words
from .evidence import (
    act,
    alleged,
    events_of,
    evidence_of,
    gathered,
    mark,
    mark_of,
    of_event,
    of_span,
    parties,
    party,
    planned,
    speaker,
    struck,
    told_by,
    when,
    where,
)
from .material import Selection
from .model import (
    Accusation,
    Answer,
    Claim,
    Count,
    Delivery,
    Evidence,
    Incident,
    Line,
    Mark,
    Party,
    Request,
    Round,
    Step,
)

#: days between two reports of a round, or of a meeting, that may be the same one
_SAME_ROUND = 120
_TALKS = ("CONSULT", "AGREE", "COOPERATE")
_VIOLENT = ("ASSAULT",)
_ORDER: dict[Mark, int] = {"happened": 0, "alleged": 1, "planned": 2, "possible": 3, "denied": 4, "not_done": 5}


def order(happening: Happening) -> tuple[str, str, str]:
    """By date, the undated by their first report."""
    start = happening.date.start if happening.date else happening.first_report or "9999"
    end = happening.date.end if happening.date else start
    return start, end, happening.id


def told(selection: Selection) -> list[Happening]:
    """The happenings of the matter that took place, will or may, in the order of time: no mere condition, wish or
    level of troops. The summary counts these.
    """
    return [
        h
        for h in sorted(selection.happenings, key=order)
        if not (_only_conditional(h) or _only_wished(selection, h) or _only_counted(selection, h))
    ]


def timeline(selection: Selection, happenings: Iterable[Happening]) -> tuple[Line, ...]:
    """The lines of the happenings of the matter (`told`), in their order."""
    return tuple(
        Line(
            h.id,
            h.event_type,
            h.event_mode,
            planned(events_of(selection, h)) if h.status == "future" else None,
            act(events_of(selection, h)),
            mark(selection, h),
            parties(h.actors),
            struck(h.recipients) if h.event_type in _VIOLENT else parties(h.recipients),
            told_by(events_of(selection, h)),
            when(h.date),
            where(_venue(h)),
            h.round,
            h.sources,
            len(h.articles),
            h.first_report,
            h.last_report,
            tuple(c.field for c in h.contradictions),
            h.confidence,
            evidence_of(selection, h),
        )
        for h in happenings
    )


def _venue(happening: Happening) -> Place | None:
    """The place, but for talks none that is only the country of who talks: that is mostly what they talked about."""
    place = happening.place
    if place is None or happening.event_type not in _TALKS or place.precision != "country":
        return place
    return None if place.country in {e.country for e in (*happening.actors, *happening.recipients)} else place


def _only_conditional(happening: Happening) -> bool:
    """Told only as a condition, a fear or a wish (ما لم توقف الحكومة الهجمات). Talks that may come are worth a line."""
    return happening.status == "hypothetical" and happening.event_type not in _TALKS


def _only_wished(selection: Selection, happening: Happening) -> bool:
    """Told only as what somebody wishes (جدد رغبته في سحب القوات): that is a position."""
    wishes = _words.load().sets["wishes"]
    events = events_of(selection, happening)
    return bool(events) and all(
        event.anchor.text and any(_words.key(word) in wishes for word in event.anchor.text.split()[:2])
        for event in events
    )


def _only_counted(selection: Selection, happening: Happening) -> bool:
    """Told only as how many troops stand somewhere (ينتشر في العراق 2500 جندي): nothing happened."""
    if happening.event_type != "MOBILIZE":
        return False
    events = events_of(selection, happening)
    return bool(events) and all(_counts_troops(selection, event) for event in events)


def _counts_troops(selection: Selection, event: Event) -> bool:
    if _words.key(event.anchor.text).lstrip("وف") not in _words.load().sets["level_words"]:
        return False
    findings, document = selection.findings.get(event.doc_id), selection.documents.get(event.doc_id)
    if findings is None or document is None:
        return False
    numbers = {s.number for s in document.sentences if s.start == event.sentence.start}
    return any(found.kind == "level" and found.sentence in numbers for found in findings.strengths)


# -- rounds and meetings ----------------------------------------------------------------------------------------------


def rounds(selection: Selection) -> tuple[tuple[Round, ...], tuple[Round, ...]]:
    """Rounds of talks by their number, and other meetings of the sides, planned and held."""
    found = [h for h in sorted(selection.happenings, key=order) if _is_meeting(selection, h)]
    groups: list[list[Happening]] = []
    for happening in found:
        for group in groups:
            if any(_one_meeting(happening, other) for other in group):
                group.append(happening)
                break
        else:
            groups.append([happening])
    made = [_round(selection, group) for group in _next_rounds(selection, groups)]
    made.sort(key=lambda r: (r.date.start if r.date else "9999", r.number or 0, r.happenings))
    return tuple(r for r in made if r.kind == "round"), tuple(r for r in made if r.kind != "round")


def _next_rounds(selection: Selection, groups: list[list[Happening]]) -> list[list[Happening]]:
    """Announcements of a next round without a number, put to the first round that was held after them: it may come
    later than announced.
    """
    numbered = [group for group in groups if any(h.round is not None for h in group)]
    out = []
    for group in groups:
        held = [
            (start, number, other)
            for number, other in enumerate(numbered)
            if _announces_round(selection, group) and (start := _after(group, other)) is not None
        ]
        if held:
            min(held)[2].extend(group)
        else:
            out.append(group)
    return out


def _announces_round(selection: Selection, group: Sequence[Happening]) -> bool:
    """Whether all of a group announce a next round, or the talks that were asked for."""
    word = _words.key("جولة")
    if all(h.status == "future" and h.round is None and h.id in _asked_for(selection) for h in group):
        return True
    return all(h.round is None and h.status == "future" for h in group) and any(
        word in _words.key(event.anchor.text).split() for h in group for event in events_of(selection, h)
    )


def _asked_for(selection: Selection) -> frozenset[str]:
    """Talks to come that answer a request for talks between the sides."""
    return frozenset(
        link.target
        for h in selection.happenings
        if h.event_type == "REQUEST" and h.event_mode == "meet"
        and selection.both(e.country for e in (*h.actors, *h.recipients))
        for link in h.links
        if link.kind == "answer" and link.target in selection.by_id and selection.by_id[link.target].status == "future"
    )  # fmt: skip


def _after(group: Sequence[Happening], held: Sequence[Happening]) -> int | None:
    """The day of the round `held`, if it came after the announcements of `group` and not too long after."""
    told = min((_days(h.first_report) for h in group if h.first_report), default=None)
    planned_for = max((_days(h.date.end) for h in group if h.date is not None), default=told)
    start = min((_days(h.date.start) for h in held if h.date is not None and h.status == "actual"), default=None)
    if told is None or planned_for is None or start is None or not told < start <= planned_for + _SAME_ROUND:
        return None
    taking = [{e.country for h in side for e in (*h.actors, *h.recipients)} for side in (group, held)]
    return start if taking[0] and taking[0] <= taking[1] else None


def _is_meeting(selection: Selection, happening: Happening) -> bool:
    if happening.event_type not in _TALKS:
        return False
    if happening.status == "future" and happening.round is None and happening.id in _asked_for(selection):
        return True
    if not selection.both(e.country for e in (*happening.actors, *happening.recipients)):
        return False
    if happening.round is not None:
        return True
    frames = {event.frame.split(".")[0] for event in events_of(selection, happening)}
    return happening.event_type == "CONSULT" or (happening.status == "future" and "consult" in frames)


def _one_meeting(one: Happening, other: Happening) -> bool:
    linked = any(link.kind == "outcome" and link.target == other.id for link in one.links) or any(
        link.kind == "outcome" and link.target == one.id for link in other.links
    )
    if linked:
        return True
    if one.round is None or one.round != other.round or one.date is None or other.date is None:
        return False
    first, second = sorted((one.date, other.date), key=lambda d: d.start)
    return _days(second.start) - _days(first.end) <= _SAME_ROUND


def _days(day: str) -> int:
    import datetime

    return datetime.date.fromisoformat(day).toordinal()


def _round(selection: Selection, group: Sequence[Happening]) -> Round:
    best = min(group, key=lambda h: (_ORDER[mark(selection, h)], -h.sources, order(h)))
    steps: dict[tuple[Mark, str | None], list[Event]] = {}
    for happening in group:
        for event in events_of(selection, happening):
            steps.setdefault((mark_of(event), event.pub_date), []).append(event)
    events = {e.event_id: e for h in group for e in events_of(selection, h)}
    number = next((h.round for h in (best, *group) if h.round is not None), None)
    return Round(
        number,
        mark(selection, best),
        _kind(best, group, number),
        when(_best_date(best, group)),
        where(next((h.place for h in (best, *group) if h.place is not None and h.place.precision != "country"), None)),
        parties((number is not None and _states(selection, group)) or (*best.actors, *best.recipients)),
        tuple(
            Step(kind, told, when(told_events[0].date), gathered(map(of_event, told_events)))
            for (kind, told), told_events in sorted(steps.items(), key=lambda s: (s[0][1] or "9999", _ORDER[s[0][0]]))
        ),
        tuple(h.id for h in group),
        len({selection.groups.get(e.doc_id, e.doc_id) for e in events.values()}),
    )


def _states(selection: Selection, group: Sequence[Happening]) -> tuple[Entity, ...]:
    """The states that hold a round, in the order of the sides; empty where one is nowhere named as a state."""
    taking = {e.country for h in group for e in (*h.actors, *h.recipients)}
    named: dict[str, Entity] = {}
    for happening in (*group, *selection.happenings):
        for entity in (*happening.actors, *happening.recipients):
            if entity.country in taking and entity.sector is None and entity.name:
                named.setdefault(entity.country or "", entity)
    sides = [[named[c] for c in side if c in named] for side in selection.matter.sides]
    return tuple(entity for side in sides for entity in side) if all(sides) else ()


def _best_date(best: Happening, group: Sequence[Happening]) -> EventDate | None:
    return best.date or next((h.date for h in group if h.date is not None), None)


def _kind(best: Happening, group: Sequence[Happening], number: int | None) -> str:
    if number is not None:
        return "round"
    if best.event_mode in ("visit", "phone"):
        return best.event_mode
    return "meeting"


# -- requests ---------------------------------------------------------------------------------------------------------


def requests(selection: Selection) -> tuple[Request, ...]:
    """Requests between the sides, with to whom they were handed and what came of them."""
    out = []
    found = [h for h in sorted(selection.happenings, key=order) if h.event_type == "REQUEST"]
    handed = _deliveries(selection, found)
    for happening in found:
        answers = [
            _answer(selection, selection.by_id[link.target])
            for link in happening.links
            if link.kind == "answer" and link.target in selection.by_id
        ]
        answers = _each_sentence_once(answers)
        out.append(
            Request(
                happening.id,
                happening.event_mode,
                mark(selection, happening),
                parties(happening.actors),
                parties(happening.recipients),
                when(happening.date),
                happening.sources,
                tuple(handed.get(happening.id, ())),
                tuple(answers),
                evidence_of(selection, happening),
            )
        )
    return tuple(out)


def _each_sentence_once(answers: Sequence[Answer]) -> list[Answer]:
    """Answers without those that only sentences of an earlier answer tell: a consent, and the talks consented to."""
    seen: set[tuple[str, int]] = set()
    out = []
    for answer in answers:
        sentences = {(piece.article, piece.start) for piece in answer.evidence}
        if not sentences <= seen:
            out.append(answer)
        seen |= sentences
    return out


def _answer(selection: Selection, happening: Happening) -> Answer:
    return Answer(
        happening.event_type,
        happening.event_mode,
        planned(events_of(selection, happening)) if happening.status == "future" else None,
        act(events_of(selection, happening)),
        mark(selection, happening),
        parties(happening.actors),
        when(happening.date),
        happening.first_report,
        evidence_of(selection, happening),
    )


def _deliveries(selection: Selection, found: Sequence[Happening]) -> dict[str, list[Delivery]]:
    """Papers handed over, each with the request that it carries.

    That is the request told last before it in the article; in an article that tells none, the request to the
    receiver's country whose reports are nearest, up to two weeks away. One receiver is told once, with all evidence.
    """
    pieces: dict[str, dict[str, tuple[Party, list[Evidence]]]] = {}
    for article, findings in sorted(selection.findings.items()):
        document = selection.documents[article]
        sentences = {s.number: s for s in document.sentences}
        for one in findings.deliveries:
            sentence = sentences[one.sentence]
            target = _carried(selection, found, article, sentence.start, sentence.end, one.to, document.article.date)
            if target is None:
                continue
            evidence = of_span(
                article,
                Span(sentence.text, sentence.start, sentence.end),
                one.anchor,
                Span(one.to.text, one.to.start, one.to.end),
            )
            who = party(one.to)
            name = _receiver_key(who)
            known = pieces.setdefault(target.id, {})
            if name not in known:
                known[name] = (who, [])
            known[name][1].append(evidence)
    return {
        happening: [Delivery(who, None, gathered(evidence)) for who, evidence in receivers.values()]
        for happening, receivers in pieces.items()
    }


def _receiver_key(who: Party) -> str:
    """Receivers are one when the last two words of their names agree (السفير ... ماثيو تولر)."""
    return " ".join(who.text.split()[-2:])


def _carried(
    selection: Selection,
    found: Sequence[Happening],
    article: str,
    start: int,
    end: int,
    to: Entity,
    published: str | None,
) -> Happening | None:
    near: list[tuple[int, Happening]] = []
    for happening in found:
        for event in events_of(selection, happening):
            if event.doc_id == article and event.anchor.start < end:
                near.append((start - event.anchor.start, happening))
    fitting = [n for n in near if to.country in {e.country for e in n[1].recipients} or not n[1].recipients]
    if fitting:
        return min(fitting, key=lambda n: (abs(n[0]), n[1].id))[1]
    if published is None:
        return None
    dated = [
        (abs(_days(h.first_report) - _days(published)), h.id, h)
        for h in found
        if h.first_report and to.country in {e.country for e in h.recipients}
    ]
    best = min(dated, default=None, key=lambda d: d[:2])
    return best[2] if best is not None and best[0] <= 14 else None


# -- incidents --------------------------------------------------------------------------------------------------------


def incidents(selection: Selection) -> tuple[Incident, ...]:
    """Acts of violence: victims, counts and who is said by whom to have done it."""
    out = []
    for happening in sorted(selection.happenings, key=order):
        if happening.event_type not in _VIOLENT:
            continue
        if happening.status == "hypothetical":
            continue  # feared or warned of
        events = events_of(selection, happening)
        out.append(
            Incident(
                happening.id,
                happening.event_type,
                happening.event_mode,
                mark(selection, happening),
                when(happening.date),
                where(happening.place),
                struck(happening.recipients),
                tuple(_counts(selection, happening)),
                tuple(_claims(events)),
                happening.sources,
                evidence_of(selection, happening),
            )
        )
    return tuple(out)


def _counts(selection: Selection, happening: Happening) -> Iterable[Count]:
    """Each number told, the best supported first."""
    for figure in happening.figures:
        for support in figure.support:
            pieces, text, low, high = [], support.value, figure.min, figure.max
            for event_id in support.events:
                event = selection.events.get(event_id)
                if event is None:
                    continue
                for quantity in totals(event):
                    if quantity.kind == figure.kind and quantity_text(quantity) == support.value:
                        text, low, high = quantity.text, quantity.min, quantity.max
                        pieces.append(of_event(event, Span(quantity.text, quantity.start, quantity.end)))
            yield Count(figure.kind, low, high, figure.unit, text, support.sources, gathered(pieces))


def _claims(events: Sequence[Event]) -> Iterable[Claim]:
    """Who is told to have done it: by the reporter, by a speaker; alleged, claimed or denied."""
    found: dict[tuple[str, str, str], tuple[Claim, list[Event]]] = {}
    # what a report only takes up from another one (ودان الهجوم) tells nothing more of who did it
    own = [e for e in events if e.status == "negated" or alleged(e) or not all(a.implied for a in e.actors)]
    for event in own if any(e.actors for e in own) else events:
        who = tuple(p for p in parties(event.actors) if p.country or p.sector)
        if not who:
            continue
        by = speaker(event.source) if event.source is not None else None
        kind: Literal["stated", "alleged", "claimed", "denied"] = "stated"
        if event.status == "negated":
            if by is None:
                continue  # not done: لم تشن
            kind = "denied"
        elif alleged(event):
            kind = "alleged"
        elif event.source is not None and event.source.name and event.source.name in {e.name for e in event.actors}:
            kind = "claimed"
        key = (kind, " ".join(p.name_en or p.text for p in who), by.name_en or by.text if by else "")
        known = found.setdefault(key, (Claim(kind, who, by, ()), []))
        known[1].append(event)
    for claim, told in _each_country_once(list(found.values())):
        yield Claim(claim.kind, claim.who, claim.by, gathered(of_event(event) for event in told))


def _each_country_once(claims: Sequence[tuple[Claim, list[Event]]]) -> list[tuple[Claim, list[Event]]]:
    """Claims that state one country's doing, told as one: by whom is told most exactly, and on nobody's word where a
    report tells it itself (Iran according to the ministry, the Revolutionary Guard).
    """
    out: list[tuple[Claim, list[Event]]] = []
    for claim, told in claims:
        lands = {p.country for p in claim.who}
        for number, (other, theirs) in enumerate(out):
            if claim.kind == other.kind == "stated" and None not in lands and lands == {p.country for p in other.who}:
                best = min((other, claim), key=_vagueness)
                own = claim.by is None or other.by is None
                out[number] = (Claim("stated", best.who, None if own else other.by, ()), [*theirs, *told])
                break
        else:
            out.append((claim, told))
    return out


def _vagueness(claim: Claim) -> tuple[int, int]:
    """Bodies and persons known by name first, then states, then those who are told by words alone."""
    known = [2 if p.name_en and p.sector else 1 if p.name_en else 0 for p in claim.who]
    return -min(known, default=0), -len(known)


def accusations(selection: Selection) -> tuple[Accusation, ...]:
    """Who accuses or condemns whom."""
    return tuple(
        Accusation(
            h.id,
            h.event_mode,
            mark(selection, h),
            parties(h.actors),
            parties(h.recipients),
            when(h.date),
            evidence_of(selection, h),
        )
        for h in sorted(selection.happenings, key=order)
        if h.event_type == "ACCUSE"
    )
