"""The status of a happening over time: what it was said to be in the reports of each day."""

from __future__ import annotations

from collections.abc import Sequence

from .model import StatusStep, Step
from .traits import Traits

_STEPS: dict[str, Step] = {
    "future": "announced",
    "actual": "confirmed",
    "negated": "denied",
    "hypothetical": "possible",
    "historical": "recalled",
}


def steps(members: Sequence[Traits]) -> tuple[StatusStep, ...]:
    """One step for each day of publication and what was said on it, in order; undated reports come last."""
    found: dict[tuple[str, Step], list[str]] = {}
    for t in members:
        found.setdefault((t.event.pub_date or "9", _STEPS[t.status]), []).append(t.event.event_id)
    order = list(_STEPS.values())
    return tuple(
        StatusStep(step, None if day == "9" else day, tuple(found[day, step]))
        for day, step in sorted(found, key=lambda k: (k[0], order.index(k[1])))
    )
