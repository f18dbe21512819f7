"""Codes of countries that other data sets use, by ISO 3166-1 alpha-3 (KOS: Kosovo): the table `codes.tsv`.

alpha-2 and numeric codes, FIPS 10-4 codes and English names are those of GeoNames (CC BY 4.0); `cow` are the state
numbers of the Correlates of War project. A country without a code in a scheme has None there.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Codes(NamedTuple):
    """A country's codes."""

    iso2: str | None
    numeric: int | None
    fips: str | None
    cow: int | None
    name: str


@cache
def _table() -> dict[str, Codes]:
    lines = files(__package__).joinpath("codes.tsv").read_text(encoding="utf-8").splitlines()[1:]
    out = {}
    for line in lines:
        iso3, iso2, numeric, fips, cow, name = line.split("\t")
        out[iso3] = Codes(
            iso2 or None, int(numeric) if numeric else None, fips or None, int(cow) if cow else None, name
        )
    return out


_NONE = Codes(None, None, None, None, "")


def codes(country: str | None) -> Codes:
    """The codes of a country; without any for None and for what is no country (UNO, NGO ...)."""
    return _table().get(country or "", _NONE)


def is_country(code: str | None) -> bool:
    """Whether this is a country's code, and not one of PLOVER's for bodies of many countries."""
    return code in _table()
