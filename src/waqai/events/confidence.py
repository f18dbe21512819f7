"""Confidence: how likely a record is right, from a few signs of how its event is told.

Each sign (`counted`: the dead, the arrested or the marchers are numbered; `definite noun`: الهجوم; `known doer`: وهتف
المتظاهرون) has a weight, and the weights of a record's signs add up to the logarithm of the odds that it is right.
``_confidence.json`` holds them: ``benchmarks/calibrate.py`` learns them from one half of the annotated articles, and
docs/evaluate.md shows what records of each confidence were worth on the other half.

Violence, coercion and protest have weights of their own, which answer a second question, too: whether the sentence
reports the event or mentions it in passing. Their confidence ranks news above background; from `CLEAR` on nearly
all of it is news.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec

from waqai.actors.mentions import Mention
from waqai.events.matcher import REPORTED, Fired
from waqai.events.quantities import TOLL, fits
from waqai.events.quantities import Found as Quantity
from waqai.events.reading import Reading
from waqai.grammar.units import Unit

#: the confidence from which on a record of violence, coercion or protest reports the event; below it may rest on a
#: mention in passing
CLEAR = 0.9
#: no record is sure, and none that is given is hopeless
_LEAST, _MOST = 0.02, 0.99
_ACTS = frozenset("ACCUSE REQUEST REJECT THREATEN CONSULT AGREE SUPPORT CONCEDE SANCTION".split())
_AFTER = frozenset("بعد عقب اثر منذ قبل قبيل غداة بعيد".split()) | {"في اعقاب"}
_ABOUT = frozenset("عن حول بشان بخصوص بسبب جراء نتيجة ضد على".split()) | {"على خلفية"}
_HAPPENS = frozenset(("existential", "active", "active_prep", "passive"))
_WEAPONS = frozenset(("firearm", "explosive", "suicide", "heavy_weapon", "aircraft", "drone", "blade"))
#: what weapons are a sign of; beside a protest they are those of its police, or the stones of its crowd
_ARMED = frozenset(("ASSAULT", "COERCE"))
#: signs that say something else of a protest than of violence: a report of one names where and when it was, while what
#: others say of it is mostly how a crowd that is known went on
_OF_PROTEST = frozenset(
    ("placed", "time beside", "told by somebody", "reported clause", "speech act beside", "no actor")
)
_SELF = frozenset(("انا", "نحن", "انني", "اننا", "اني", "لنا", "انت", "انتم"))
#: sentences of fewer words are short, of more long
_SHORT, _LONG, _VERY_LONG = 12, 35, 60


class Facts(NamedTuple):
    """What was found out about an event besides its frame and its parties: whether words of its own date it, whether it
    has a place, and its quantities.
    """

    dated: bool
    placed: bool
    quantities: Sequence[Quantity]


class Beside(NamedTuple):
    """What else its sentence tells: the other events, and all quantities."""

    events: Sequence[Fired]
    quantities: Sequence[Quantity]


class Weights(msgspec.Struct, frozen=True):
    """The weights of a group of types: `bias`, `prior` for the log odds of the frame's estimate, and those of signs."""

    bias: float
    prior: float
    signs: dict[str, float]


def signs(fired: Fired, reading: Reading, facts: Facts, beside: Beside) -> tuple[str, ...]:
    """The signs of an event, in a fixed order, each once."""
    found: Sequence[str] = (
        *_telling(fired, reading),
        *_party("actor", fired.actors),
        *_party("recipient", fired.recipients),
        *_facts(fired, facts, beside.quantities),
        *_sentence(fired, reading.parse.units, beside.events),
    )
    found = tuple(dict.fromkeys(found))
    if fired.type != "PROTEST":
        return found
    return (*found, *(f"protest {sign}" for sign in found if sign in _OF_PROTEST))


def confidence(event_type: str, estimate: float, found: Sequence[str]) -> float:
    """How likely a record is right, 0 to 1: by its type, the estimate of its frame and its signs."""
    weights = load()["reported" if event_type in REPORTED else "other"]
    odds = weights.bias + weights.prior * logit(estimate) + weights.signs.get(event_type, 0.0)
    odds += sum(weights.signs.get(sign, 0.0) for sign in found)
    return round(min(_MOST, max(_LEAST, 1 / (1 + math.exp(-odds)))), 3)


def reasons(event_type: str, found: Sequence[str], least: float = 0.2) -> list[tuple[str, float]]:
    """The signs that count (by `least` log odds), the weightiest first, each with its weight."""
    weights = load()["reported" if event_type in REPORTED else "other"].signs
    weighed = [(sign, weights.get(sign, 0.0)) for sign in found]
    return sorted((w for w in weighed if abs(w[1]) >= least), key=lambda w: (-abs(w[1]), w[0]))


@cache
def load() -> Mapping[str, Weights]:
    """The weights by group: `reported` (violence, coercion, protest) and `other`."""
    text = (files("waqai.events") / "_confidence.json").read_bytes()
    return msgspec.json.decode(text, type=dict[str, Weights])


def logit(share: float) -> float:
    """The log odds of a share, which is kept off 0 and 1."""
    share = min(0.98, max(0.02, share))
    return math.log(share / (1 - share))


def _telling(fired: Fired, reading: Reading) -> Iterator[str]:
    """By which word the event is told, and where that stands."""
    trigger, clause = fired.trigger, fired.trigger.clause
    if fired.status != "actual":
        yield fired.status
    if trigger.kind == "noun":
        yield from _noun(fired, reading)
        return
    yield "verb"
    if clause.kind == "rel":
        yield "relative clause"
    elif clause.kind == "comp":
        yield "reported clause"
    elif clause.kind == "main":
        yield "main clause"
    if clause.tense == "i":
        yield "imperfect"
    if clause.subject is not None:
        yield "known doer" if clause.subject.head.art else "new doer"


def _noun(fired: Fired, reading: Reading) -> Iterator[str]:
    trigger, phrase = fired.trigger, fired.trigger.phrase
    assert phrase is not None
    if trigger.light is not None:
        yield "light verb"
    elif trigger.unit.art:
        yield "definite noun"
    elif trigger.unit.enc:
        yield "owned noun"
    else:
        yield "noun"
    if trigger.unit is not phrase.head:
        yield "inside a phrase"
    prep = phrase.preposition
    if prep in _AFTER:
        yield "named for its time"
    elif prep in _ABOUT:
        yield "named as matter or cause"
    governor = trigger.governor
    if governor is None or governor.unit is None:
        yield "no verb"
    elif {kind.split("+")[0] for verb in governor.verbs for kind in verb.kinds} & _HAPPENS:
        yield "said to happen"


def _party(role: str, found: Sequence[Mention]) -> Iterator[str]:
    if not found:
        yield f"no {role}"
        return
    first = found[0]
    if not first.country:
        yield f"{role} of no country"
    if first.implied:
        yield f"{role} implied"
    elif first.inferred:
        yield f"country of {role} inferred"
    if first.weak:
        yield f"{role} in general"


def _facts(fired: Fired, facts: Facts, counts: Sequence[Quantity]) -> Iterator[str]:
    if any(fits(quantity.kind, fired.type) for quantity in facts.quantities):
        yield "counted"
    elif any(quantity.kind in TOLL for quantity in counts):
        yield "toll beside"
    if facts.placed:
        yield "placed"
    if facts.dated:
        yield "dated"
    if fired.trigger.clause.times:
        yield "time beside"
    if fired.source:
        yield "told by somebody"


def _of_marchers(protest: Fired, other: Fired) -> bool:
    """Whether a speech act is what a crowd demands or condemns, or who backs it: part of its protest."""
    if protest.type != "PROTEST":
        return False
    crowd = {(m.country, m.sector) for m in protest.actors}
    return any((m.country, m.sector) in crowd for m in (*other.actors, *other.recipients))


def _sentence(fired: Fired, units: Sequence[Unit], beside: Sequence[Fired]) -> Iterator[str]:
    if len(units) > _VERY_LONG:
        yield "very long sentence"
    elif len(units) > _LONG:
        yield "long sentence"
    elif len(units) < _SHORT:
        yield "short sentence"
    if any(unit.text in _SELF for unit in units):
        yield "first person"
    if fired.type in _ARMED and any(not _WEAPONS.isdisjoint(lex.classes) for u in units for lex in u.lexes):
        yield "weapon"
    if fired.type == "ASSAULT" and any("inquiry" in lex.classes for u in units for lex in u.lexes):
        yield "inquiry beside"
    if any(other.type == fired.type for other in beside):
        yield "same type beside"
    if any(other.type in _ACTS and not _of_marchers(fired, other) for other in beside):
        yield "speech act beside"
    if not beside:
        yield "only event"
