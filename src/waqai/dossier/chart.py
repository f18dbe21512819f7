"""The chart of troop numbers: an SVG of its own, placed by numbers, coloured by the page's style sheet."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

import msgspec

from .language import Language
from .matter import INTERNATIONAL
from .model import Strength

WIDTH, HEIGHT = 720, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 28, 28, 44
#: half the width of a mark, the width of a digit and the height of a label
_MARK, _LETTER, _TALL = 7, 7.5, 12
#: numbers that are levels; changes are told in the table only
_SHOWN = ("level", "planned", "before")


class Point(msgspec.Struct, frozen=True):
    """A number at its place; `top` and `bottom` are those of the bounds where it is a range."""

    x: float
    y: float
    top: float
    bottom: float
    label: str
    title: str
    kind: str
    label_y: float


class Tick(msgspec.Struct, frozen=True):
    """A mark of an axis at `at`."""

    at: float
    label: str


class Chart(msgspec.Struct, frozen=True):
    """Everything that is drawn; `line` is the path through the levels in place."""

    width: int
    height: int
    left: float
    right: float
    top: float
    bottom: float
    points: tuple[Point, ...]
    line: str
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    axis_x: float


def chart(strengths: Sequence[Strength], language: Language) -> Chart | None:
    """The chart of at least two dated numbers, else None. Time runs in the direction of reading."""
    shown = [s for s in strengths if s.kind in _SHOWN and _day(s) and (s.min is not None or s.max is not None)]
    shown = [s for s in shown if s.owner is None or s.owner.country not in INTERNATIONAL]  # an alliance's are others
    if len(shown) < 2:
        return None
    days = [_day(s) for s in shown]
    first, last = min(days), max(days)
    span = max(last - first, 30)
    highest = _nice(max(_high(s) for s in shown))
    rtl = language.dir == "rtl"
    left, right = (_RIGHT, WIDTH - _LEFT) if rtl else (_LEFT, WIDTH - _RIGHT)
    low, high = HEIGHT - _BOTTOM, _TOP

    def x(day: int) -> float:
        share = (day - first) / span
        inner = (right - left) - 48
        return round(right - 24 - share * inner if rtl else left + 24 + share * inner, 1)

    def y(value: float) -> float:
        return round(low - (low - high) * value / highest, 1)

    ordered = sorted(shown, key=lambda s: (_day(s), -_high(s), s.text))
    labels = _labels([(x(_day(s)), y(_middle(s)), language.number(_middle(s))) for s in ordered], high, low)
    points = []
    for s, label_y in zip(ordered, labels, strict=True):
        title = f"{language.strength(s)} · {language('strength_kinds.' + s.kind)} · {language.day(s.told)}"
        points.append(
            Point(
                x(_day(s)), y(_middle(s)), y(_high(s)), y(_low(s)), language.number(_middle(s)), title, s.kind, label_y
            )
        )
    levels = [s for s in shown if s.kind == "level"]
    path = ""
    for s in sorted(levels, key=lambda s: (_day(s), -_high(s))):
        px, py = x(_day(s)), y(_middle(s))
        path += f"M{px} {py}" if not path else f"L{px} {py}"
    step = highest / 4 if highest >= 4 else 1
    up = tuple(Tick(y(step * i), language.number(step * i)) for i in range(5) if step * i <= highest)
    return Chart(
        WIDTH, HEIGHT, left, right, high, low, tuple(points), path, tuple(_ticks(first, last, x, language)), up,
        right + 8 if rtl else left - 8,
    )  # fmt: skip


def _labels(marks: Sequence[tuple[float, float, str]], top: float, bottom: float) -> list[float]:
    """The base line of the label of each mark (its place and words): above it, below it or farther off, wherever it
    covers neither another mark nor another label.
    """
    taken = [(at - _MARK, y - _MARK, at + _MARK, y + _MARK) for at, y, _ in marks]
    out = []
    for number, (at, y, words) in enumerate(marks):
        half = len(words) * _LETTER / 2
        best: tuple[int, float, tuple[float, float, float, float]] | None = None
        for off in (-12, 22, -27, 37, -42, 52):
            box = (at - half, y + off - _TALL, at + half, y + off + 2)
            if box[1] < top - _TOP or box[3] > bottom:
                continue
            covered = sum(
                box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
                for at_other, other in enumerate(taken)
                if at_other != number
            )
            if best is None or covered < best[0]:
                best = (covered, y + off, box)
        label_y, box = (y - 12, taken[number]) if best is None else best[1:]
        taken.append(box)
        out.append(round(label_y, 1))
    return out


def _ticks(first: int, last: int, x: Callable[[int], float], language: Language) -> list[Tick]:
    """A tick for each quarter or year, so many as there is room for."""
    begin, end = datetime.date.fromordinal(first), datetime.date.fromordinal(last)
    months = (end.year - begin.year) * 12 + end.month - begin.month
    step = 1 if months <= 5 else 3 if months <= 18 else 6 if months <= 36 else 12
    out = []
    year, month = begin.year, begin.month
    while datetime.date(year, month, 1) <= end:
        day = datetime.date(year, month, 1)
        if (month - 1) % step == 0 and day >= begin:
            label = language.month(day.isoformat()).split("/")[0]
            out.append(Tick(x(day.toordinal()), f"{label} {year}" if "/" in language.month(day.isoformat()) else label))
        month += 1
        if month > 12:
            year, month = year + 1, 1
    return out


def _day(strength: Strength) -> int:
    text = strength.date.start if strength.date is not None and strength.kind == "planned" else strength.told
    return datetime.date.fromisoformat(text[:10]).toordinal() if text else 0


def _high(s: Strength) -> float:
    return float(s.max if s.max is not None else s.min or 0)


def _low(s: Strength) -> float:
    return float(s.min if s.min is not None else s.max or 0)


def _middle(s: Strength) -> float:
    return (_high(s) + _low(s)) / 2


def _nice(value: float) -> float:
    """A round number at or above `value` that four steps divide well."""
    size = 1.0
    while size * 10 < value:
        size *= 10
    for factor in (1, 2, 4, 6, 8, 10):
        if size * factor >= value:
            return size * factor
    return size * 10
