"""Blocking: which happenings a mention is compared with at all, so that time grows with the number of mentions.

A cluster is filed under what it tells: for each day of its date, its family of types with each country, identity and
place of it. A mention looks under its own. Clusters that are dated to more than a week are filed by month. What
happened long before is looked for by its place alone (`recalled`). Crowded keys are not read further than `CROWD`
clusters, latest first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TypeVar

from .cluster import Cluster
from .compatibility import family
from .traits import Traits

WEEK = 7
MONTH = 30
CROWD = 60
#: clusters compared with one mention at most
COMPARED = 40
#: longest interval that is looked up month by month (a decade)
_LONGEST = 3700

Key = tuple[str, str, int]  # family, feature, day or month
_K = TypeVar("_K")


class Blocks:
    """The index of clusters."""

    def __init__(self) -> None:
        self._days: dict[Key, list[Cluster]] = {}
        self._months: dict[Key, list[Cluster]] = {}
        self._wide: dict[Key, list[Cluster]] = {}
        self._undated: dict[tuple[str, str], list[Cluster]] = {}
        self._names: dict[tuple[str, str], list[Cluster]] = {}
        self._documents: dict[tuple[str, str], list[Cluster]] = {}

    def file(self, cluster: Cluster, t: Traits) -> None:
        """File a cluster under what its new member `t` tells."""
        kind = family(t.type)
        for feature in features(t):
            if t.start is None or t.end is None:
                _put(self._undated, (kind, feature), cluster)
                continue
            if t.end - t.start <= WEEK:
                for day in range(t.start, t.end + 1):
                    _put(self._days, (kind, feature, day), cluster)
                for month in _months(t.start, t.end):
                    _put(self._months, (kind, feature, month), cluster)
            else:
                for month in _months(t.start, t.end):
                    _put(self._wide, (kind, feature, month), cluster)
        for place in _called(t):
            _put(self._names, (kind, place), cluster)
        _put(self._documents, (kind, t.doc), cluster)

    def candidates(self, t: Traits) -> list[Cluster]:
        """The clusters worth comparing with `t`, those that share most with it first."""
        kind = family(t.type)
        shared: Counter[int] = Counter()
        found: dict[int, Cluster] = {}

        def look(clusters: list[Cluster] | None, seen: set[int]) -> None:
            for cluster in (clusters or [])[-CROWD:]:
                if cluster.number not in seen:
                    seen.add(cluster.number)
                    shared[cluster.number] += 1
                    found[cluster.number] = cluster

        for feature in features(t):
            seen: set[int] = set()
            look(self._undated.get((kind, feature)), seen)
            if t.start is None or t.end is None:
                continue
            if t.end - t.start <= WEEK:
                for day in range(t.start - 1, t.end + 2):
                    look(self._days.get((kind, feature, day)), seen)
            else:
                for month in _months(t.start, t.end):
                    look(self._months.get((kind, feature, month)), seen)
            for month in _months(t.start, t.end):
                look(self._wide.get((kind, feature, month)), seen)
        if t.background and not t.told:
            seen = set()
            for place in _called(t):
                look(self._names.get((kind, place)), seen)
        ranked = sorted(found, key=lambda n: (-shared[n], n))
        return [found[n] for n in ranked[:COMPARED]]

    def in_document(self, t: Traits) -> list[Cluster]:
        """The clusters of the document of `t`, of its family of types."""
        return self._documents.get((family(t.type), t.doc), [])


def features(t: Traits) -> Iterator[str]:
    """What a mention is filed under, apart from its date."""
    countries = t.countries
    yield from sorted(countries)
    if t.country and t.country not in countries:
        yield t.country
    yield from sorted(t.individuals)
    if t.place is not None:
        yield "@" + t.place
    if not countries:
        yield from t.setting
    if t.background or not countries:
        for word in sorted(t.nearby):
            yield "~" + word
    for kind, (low, high) in t.quantities.items():
        if low > 2 or high > 2:
            yield f"#{kind}{low:g}-{high:g}"


def _called(t: Traits) -> Iterator[str]:
    """What it is called by long after: its place and the words next to its noun."""
    if t.place is not None:
        yield "@" + t.place
    for word in sorted(t.nearby):
        yield "~" + word


def _months(start: int, end: int) -> range:
    return range(start // MONTH, min(end, start + _LONGEST) // MONTH + 1)


def _put(index: dict[_K, list[Cluster]], key: _K, cluster: Cluster) -> None:
    clusters = index.setdefault(key, [])
    if not clusters or clusters[-1] is not cluster:
        clusters.append(cluster)
