"""Distances between places."""

from __future__ import annotations

import math

_EARTH = 6371.0  # mean radius, km


def apart(left: tuple[float, float] | None, right: tuple[float, float] | None) -> float | None:
    """Great-circle distance in km of two points (WGS 84 latitude, longitude in degrees), or None where one is
    unknown.
    """
    if left is None or right is None:
        return None
    if left == right:
        return 0.0
    phi, psi = math.radians(left[0]), math.radians(right[0])
    half = math.sin((psi - phi) / 2) ** 2
    half += math.cos(phi) * math.cos(psi) * math.sin(math.radians(right[1] - left[1]) / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(min(1.0, half)))
