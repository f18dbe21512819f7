"""Links between happenings: a plan and its outcome, a request and its answer, one round of talks and the next.

Each rule looks only at happenings of the same countries, so that time grows with their number. A link says in `basis`
why it was made; what is not told is inferred from parties, dates and rounds alone and can be wrong.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from .articles import reply_between
from .model import Happening, Link, LinkKind
from .traits import Traits, day_number, is_told

#: What becomes of a plan of a type (docs: planned meetings are AGREE, an announced withdrawal is CONCEDE).
_OUTCOMES: Mapping[str, frozenset[str]] = {
    "AGREE": frozenset({"CONSULT", "COOPERATE", "AID", "SUPPORT"}),
    "CONSULT": frozenset({"CONSULT"}),
    "CONCEDE": frozenset({"RETREAT"}),
    "RETREAT": frozenset({"RETREAT"}),
    "COOPERATE": frozenset({"COOPERATE"}),
    "AID": frozenset({"AID"}),
    "PROTEST": frozenset({"PROTEST"}),
}
#: What the coder's frames of a plan begin with says what is planned (consult.visit); else the type does.
_FRAMES: Mapping[str, frozenset[str]] = {
    "consult": frozenset({"CONSULT"}),
    "aid": frozenset({"AID", "COOPERATE"}),
    "cooperate": frozenset({"COOPERATE", "AID"}),
    "support": frozenset({"SUPPORT"}),
    "retreat": frozenset({"RETREAT"}),
}
#: Days after an undated announcement within which its outcome is looked for, by what is announced.
_EXPECTED = {"CONCEDE": 180, "RETREAT": 180}
_EXPECTED_ELSE = 90
_ANSWERS = frozenset({"AGREE", "CONCEDE", "REJECT", "SUPPORT"})
_ANSWERED = 30  # days
_ANNOUNCED = 7  # days from a request for talks to their being announced without a number
_DELIVERIES = {"assist": frozenset({"AID", "COOPERATE"}), "yield": frozenset({"RETREAT"})}
_DELIVERED = 120  # days
_HANDED = 14  # days from a request to its being handed over
_SERIES = 3 * 366  # days between one round and the next, at most
_TALKS = frozenset({"CONSULT", "AGREE"})
_REACTIONS = frozenset({"ACCUSE", "SUPPORT", "REJECT", "THREATEN"})
_LINKS_OF_ONE_KIND = 3


class _Side:
    """A happening with what the rules ask of it."""

    __slots__ = ("countries", "end", "happening", "members", "planned", "reported", "start", "words")

    def __init__(self, happening: Happening, members: Sequence[Traits]) -> None:
        self.happening = happening
        self.members = members
        told = [t for t in members if t.status != "negated"]
        self.planned = bool(told) and all(t.planned for t in told)
        self.countries = frozenset(c for t in told for c in t.countries)
        self.reported = day_number(happening.first_report)
        date = happening.date
        self.start = day_number(date.start) if date else None
        self.end = day_number(date.end) if date else None
        self.words = frozenset(word for t in members for word in t.nearby)

    @property
    def actors(self) -> frozenset[str]:
        return frozenset(e.country for e in self.happening.actors if e.country)

    @property
    def recipients(self) -> frozenset[str]:
        return frozenset(e.country for e in self.happening.recipients if e.country)

    @property
    def day(self) -> int | None:
        """When it happened: the last day of its date, else its first report."""
        return self.end if self.end is not None else self.reported


def linked(happenings: Sequence[Happening], groups: Sequence[Sequence[Traits]]) -> list[Happening]:
    """The happenings with their links, and with the announcements of a plan in the history of its outcome."""
    sides = [_Side(h, members) for h, members in zip(happenings, groups, strict=True)]
    by_country: dict[str, list[_Side]] = defaultdict(list)
    for side in sorted(sides, key=lambda s: (s.day or 0, s.happening.id)):
        for country in sorted(side.countries):
            by_country[country].append(side)
    links: dict[str, list[Link]] = defaultdict(list)
    announced: dict[str, list[_Side]] = defaultdict(list)
    for kind, one, other, basis in (*_announced(sides), *_by_parties(by_country), *_told_together(sides)):
        known = links[one.happening.id]
        if any(link.target == other.happening.id for link in known):
            continue
        if sum(1 for link in known if link.kind == kind) < _LINKS_OF_ONE_KIND:
            known.append(Link(kind, other.happening.id, basis))
            if kind == "outcome":
                announced[other.happening.id].append(one)
    return [_with(side.happening, links, announced) for side in sides]


def _with(
    happening: Happening, links: Mapping[str, list[Link]], announced: Mapping[str, list[_Side]]
) -> Happening:
    plans = announced.get(happening.id, [])
    history = happening.history
    if plans:
        steps = [*history, *(step for plan in plans for step in plan.happening.history)]
        history = tuple(sorted(steps, key=lambda s: (s.day or "9", s.step != "announced", s.step, s.events)))
    return msgspec.structs.replace(happening, links=tuple(links.get(happening.id, ())), history=history)


Found = tuple[LinkKind, _Side, _Side, str]


def _by_parties(by_country: Mapping[str, list[_Side]]) -> Iterator[Found]:
    """Links that parties, types and dates give. Each pair is looked at under the rarest of its countries only."""
    for country in sorted(by_country, key=lambda c: (len(by_country[c]), c)):
        sides = by_country[country]
        days = [s.day if s.day is not None else 0 for s in sides]
        yield from _rounds(sides)
        plans = [s for s in sides if s.planned and s.happening.event_type in _OUTCOMES]
        requests = [s for s in sides if s.happening.event_type == "REQUEST" and not s.planned]
        rounds = [s for s in sides if s.happening.round is not None and _held(s)]
        for plan in plans:
            if _rarest(plan, by_country) == country:
                yield from _outcome(plan, _within(sides, days, *_window(plan)))
        for request in requests:
            if _rarest(request, by_country) == country and request.day is not None:
                near = _within(sides, days, request.day, request.day + _DELIVERED)
                yield from _answers(request, near)
        for whole in rounds:
            if _rarest(whole, by_country) == country and whole.start is not None and whole.end is not None:
                yield from _parts(whole, _within(sides, days, whole.start - 1, whole.end + 1))


def _rarest(side: _Side, by_country: Mapping[str, list[_Side]]) -> str:
    return min(side.countries, key=lambda c: (len(by_country[c]), c))


def _within(sides: Sequence[_Side], days: Sequence[int], first: int, last: int) -> list[_Side]:
    """The sides of days `first` to `last`; `days` are theirs, ascending."""
    return list(sides[bisect.bisect_left(days, first) : bisect.bisect_right(days, last)])


def _held(side: _Side) -> bool:
    return side.happening.event_type == "CONSULT" and side.happening.status in ("actual", "historical")


def _window(plan: _Side) -> tuple[int, int]:
    """The days on which the outcome of a plan is looked for."""
    date = plan.happening.date
    reported = plan.reported or 0
    if date is not None and is_told(date) and plan.start is not None and plan.end is not None:
        if date.inferred is not None:  # from its report on: what was over by then is not what was announced
            return plan.start, plan.end + 7
        slack = 3 if plan.end == plan.start else 7
        return max(plan.start - slack, reported - 1), plan.end + slack
    return reported, reported + _EXPECTED.get(plan.happening.event_type, _EXPECTED_ELSE)


def _outcome(plan: _Side, near: Sequence[_Side]) -> Iterator[Found]:
    """The first thing of the expected kind that the same parties did in the time that was set."""
    wanted = _OUTCOMES[plan.happening.event_type]
    for t in plan.members:
        wanted = _FRAMES.get(t.event.frame.split(".")[0], wanted)
    fitting: list[tuple[int, int, str, _Side]] = []
    for other in near:
        h = other.happening
        if other.planned or h.status == "negated" or h.event_type not in wanted:
            continue
        if plan.happening.round is not None and h.round is not None and plan.happening.round != h.round:
            continue
        if not _same_parties(plan, other):
            continue
        same_round = plan.happening.round is not None and plan.happening.round == h.round
        shared = len(plan.words & other.words)
        people = _people(plan) & _people(other)
        if _people(plan) and _people(other) and not people:
            continue
        fitting.append((-(4 * same_round + 2 * len(people) + min(shared, 3)), other.day or 0, h.id, other))
    if fitting:
        best = min(fitting, key=lambda f: f[:3])[3]
        date = best.happening.date.start if best.happening.date else best.happening.first_report
        yield "outcome", plan, best, f"the same parties, {date}, when it was planned for"


def _people(side: _Side) -> frozenset[str]:
    return frozenset(who for t in side.members for who in t.individuals)


def _same_parties(one: _Side, other: _Side) -> bool:
    if len(one.countries) > 1 and len(other.countries) > 1:
        return one.countries <= other.countries or other.countries <= one.countries
    return bool(one.actors & other.actors)


def _rounds(sides: Sequence[_Side]) -> Iterator[Found]:
    """From each held or planned round to the following one of the same countries."""
    numbered: dict[tuple[frozenset[str], int], list[_Side]] = defaultdict(list)
    for side in sides:
        if side.happening.round is not None and side.happening.event_type in _TALKS and len(side.countries) > 1:
            numbered[side.countries, side.happening.round].append(side)
    for countries, number in sorted(numbered, key=lambda k: (sorted(k[0]), k[1])):
        for one in numbered[countries, number]:
            following = [
                s
                for s in numbered.get((countries, number + 1), ())
                if one.day is not None and s.day is not None and 0 < s.day - one.day <= _SERIES
            ]
            held = [s for s in following if _held(s)]
            for other in (held or following)[:1]:
                if _held(one) or not any(_held(s) for s in numbered[countries, number]):
                    yield "next_round", one, other, f"round {number} and round {number + 1} of the same parties"


def _answers(request: _Side, near: Sequence[_Side]) -> Iterator[Found]:
    """What the one who was asked said and did, and the request as it was handed over."""
    asked = request.recipients
    if not asked or request.day is None or asked <= request.actors:
        return
    mode = request.happening.event_mode
    for other in near:
        h = other.happening
        said = other.reported if other.planned else other.day  # a consent to meet in a month is given today
        if other is request or said is None or h.status == "negated":
            continue
        after = said - request.day
        if h.event_type == "REQUEST":
            handed = other.actors == request.actors and other.recipients == asked and h.event_mode == mode
            if handed and 0 <= after <= _HANDED and any(e.role or e.sector for e in h.recipients) and not other.planned:
                yield "delivery", request, other, "the same request, to one who received it"
            continue
        if not other.actors & asked or not (other.countries & request.actors):
            continue
        if h.event_type in _ANSWERS and 0 <= after <= _ANSWERED and _answers_to(request, other, after):
            yield "answer", request, other, f"by the one who was asked, {after} days later"
        elif h.event_type in _DELIVERIES.get(mode or "", ()) and not other.planned:
            yield "delivery", request, other, f"what was asked for, {after} days later"


def _answers_to(request: _Side, other: _Side, after: int) -> bool:
    """A meeting that is agreed on after one was asked for, a refusal of the same kind, or an answer that says so.

    What is agreed on when they meet at last is no answer to the request that they should.
    """
    h = other.happening
    if request.happening.event_mode == "meet":
        if h.event_mode == "meet" or h.round is not None or (_announces_talks(other) and after <= _ANNOUNCED):
            return True
        return h.event_type != "REJECT" and _one_article(request, other)
    if h.event_type == "REJECT" and h.event_mode is not None:
        return h.event_mode == request.happening.event_mode
    if _announces_talks(other):
        return False  # talks to come give no answer to a demand, though one article tells both
    if request.actors & other.actors:
        return len(request.words & other.words) > 1  # an accord with who demanded, if it is about what he demanded
    return _one_article(request, other) or len(request.words & other.words) > 1


def _announces_talks(side: _Side) -> bool:
    return side.planned and any(t.event.frame.startswith("consult") for t in side.members)


def _one_article(one: _Side, other: _Side) -> bool:
    return bool({t.doc for t in one.members} & {t.doc for t in other.members})


def _parts(whole: _Side, near: Sequence[_Side]) -> Iterator[Found]:
    """Meetings and accords of the same parties on the days of a round."""
    for part in near:
        h = part.happening
        if part is whole or part.planned or h.round is not None or h.event_type not in _TALKS:
            continue
        if h.status == "negated" or h.date is None or not is_told(h.date) or len(part.countries & whole.countries) < 2:
            continue
        if part.countries <= whole.countries:
            yield "part_of", part, whole, f"the same parties on the days of round {whole.happening.round}"


def _announced(sides: Sequence[_Side]) -> Iterator[Found]:
    """Talks that the one who was asked for them announces alone, in the article that tells of the request."""
    articles: dict[str, list[_Side]] = defaultdict(list)
    for side in sides:
        if (side.happening.event_type == "REQUEST" and side.happening.event_mode == "meet") or _announces_talks(side):
            for doc in sorted({t.doc for t in side.members}):
                articles[doc].append(side)
    for doc in sorted(articles):
        for request in articles[doc]:
            if request.happening.event_type != "REQUEST" or request.day is None or request.planned:
                continue
            for other in articles[doc]:
                if other.planned and other.actors and other.countries <= request.recipients - request.actors:
                    if other.reported is not None and 0 <= other.reported - request.day <= _ANNOUNCED:
                        yield "answer", request, other, "talks announced by the one who was asked, in the same article"


def _told_together(sides: Sequence[_Side]) -> Iterator[Found]:
    """A reaction and what it is a reaction to, where one sentence tells both."""
    sentences: dict[tuple[str, int], list[tuple[Traits, _Side]]] = defaultdict(list)
    for side in sides:
        for t in side.members:
            sentences[t.doc, t.sentence].append((t, side))
    for key in sorted(sentences):
        told = sorted(sentences[key], key=lambda pair: pair[0].at)
        for i, (t, side) in enumerate(told):
            for other, target in told[i + 1 :]:
                if target is side:
                    continue
                if t.type in _REACTIONS and other.background and other.type not in _REACTIONS:
                    yield "same_matter", side, target, "a reaction told in one sentence with it"
                elif other.background and not t.background and reply_between(t, other):
                    yield "same_matter", side, target, "told as following on it"
