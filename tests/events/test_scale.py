"""PLOVER's types, modes, quad classes and scores, as the manual's table has them."""

from __future__ import annotations

import pytest

from waqai.events.scale import MODES, QUADS, TYPES, intensity

#: type, score, quad class, and the modes with their scores, of the manual (draft of 2022; ACCUSE's 3 is a slip for -3).
#: A list of modes before a number share it; None: the manual gives no score, the type's holds.
MANUAL = """\
AGREE       2.5  V-COOP
CONSULT     2.5  V-COOP  visit 4; third-party 1; multilateral 4; phone 1.5
SUPPORT     5    V-COOP
CONCEDE     4.5  V-COOP
COOPERATE   9.5  M-COOP
AID         10   M-COOP
RETREAT     6.5  M-COOP  withdraw 8; release 6.5; disarm 10; ceasefire 7.5; access 6.5; resign 4.5
REQUEST     0    V-CONF  assist .5; change -1; yield -1; meet 0
ACCUSE      -3   V-CONF  disapprove -2; investigate -3.5; allege -3.5
REJECT      -2   V-CONF  assist -1.5; change -2; yield -2; meet -2
THREATEN    -3.5 V-CONF  restrict -3; arrest, relations, expel, violence -3.5; territory -4
PROTEST     -5   M-CONF  demo -5; riot -7; strike -5; hunger, boycott, obstruct -4.5; vandalize -5
SANCTION    -6   M-CONF  convict, withdraw, discontinue -6; expel -5.5
MOBILIZE    -5.5 M-CONF  troops, weapons -6.5; police -5.5; militia -6
COERCE      -7   M-CONF  seize, restrict, arrest, deport, withhold, cyber -7; censor, curfew, misinformation -6.5; \
martial-law -7.5
ASSAULT     -9   M-CONF  abduct, torture, sexual, destroy -8.5; beat, crowd-control -7.5; primitive -8; firearms, \
explosives -9; \
targeted, suicide-attack, aerial, drone, heavy-weapons -9.5; unconventional -10
"""


def _rows() -> list[tuple[str, float, str, dict[str, float]]]:
    rows = []
    for line in MANUAL.splitlines():
        name, score, quad, *rest = line.split(None, 3)
        modes: dict[str, float] = {}
        for group in rest[0].split(";") if rest else ():
            names, value = group.strip().rsplit(" ", 1)
            modes |= dict.fromkeys((mode.strip() for mode in names.split(",")), float(value))
        rows.append((name, float(score), quad, modes))
    return rows


@pytest.mark.parametrize(("event_type", "score", "quad", "modes"), _rows())
def test_as_the_manual_has_it(event_type: str, score: float, quad: str, modes: dict[str, float]) -> None:
    assert intensity(event_type, None) == score
    assert QUADS[event_type] == quad
    assert {mode: intensity(event_type, mode) for mode in modes} == modes
    assert set(MODES.get(event_type, {})) == set(modes)


def test_nothing_beside_the_manual() -> None:
    assert set(TYPES) == set(QUADS) == {row[0] for row in _rows()}
    assert set(MODES) <= set(TYPES)


def test_an_unknown_mode_has_the_score_of_the_type() -> None:
    assert intensity("ASSAULT", "unheard-of") == -9


@pytest.mark.parametrize("event_type", TYPES)
def test_cooperation_is_never_below_conflict(event_type: str) -> None:
    low, high = (0, 10) if QUADS[event_type].endswith("COOP") else (-10, 0.5)
    scores = [TYPES[event_type], *(s for s in MODES.get(event_type, {}).values() if s is not None)]
    assert all(low <= score <= high for score in scores)
