"""The figures on annotated text stay above the floors of floors.json (and alarms below its ceilings).

The sets of the development data are skipped where it is absent. Floors move only up:
``python benchmarks/accuracy.py --raise``.
"""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest


def load() -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / "accuracy.py"
    spec = importlib.util.spec_from_file_location("waqai_accuracy", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


accuracy = load()
HELD = accuracy.read_floors()


@cache
def coder() -> object:
    from waqai import Coder

    return Coder()


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> object:
    """The figures of a set, coded once."""
    out = tmp_path_factory.mktemp("coded")
    return cache(lambda name: accuracy.flat(name, accuracy.measure(name, coder(), out)))


def value(figures: object, name: str) -> float:
    which = name.split(".")[0]
    if which not in accuracy.available():
        pytest.skip(f"the set {which} is not here")
    return figures(which)[name]  # type: ignore[operator, no-any-return]


@pytest.mark.parametrize(("name", "floor"), HELD["floors"].items())
def test_floor(figures: object, name: str, floor: float) -> None:
    assert value(figures, name) >= floor


@pytest.mark.parametrize(("name", "ceiling"), HELD["ceilings"].items())
def test_ceiling(figures: object, name: str, ceiling: float) -> None:
    assert value(figures, name) <= ceiling


def test_floors_only_rise() -> None:
    held = {"floors": {"a.event.f1": 0.5, "b.event.f1": 0.5}, "ceilings": {"gsr.X.alarm_rate": 0.1}}
    better = accuracy.raised(held, {"a.event.f1": 0.619, "b.event.f1": 0.4, "gsr.X.alarm_rate": 0.051})
    assert better == {"floors": {"a.event.f1": 0.61, "b.event.f1": 0.5}, "ceilings": {"gsr.X.alarm_rate": 0.06}}
    assert accuracy.raised(better, {}) == better
