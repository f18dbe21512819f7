"""The formats of `waqai export`, by name: which events they hold, which files they make, what their columns are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from waqai.export import geojson, gexf
from waqai.export.cases import Case, dyads
from waqai.export.followthemoney import FollowTheMoney
from waqai.export.layouts import acled, gdelt, polecat
from waqai.export.schema import Column
from waqai.export.writers import Opener, table


class File(msgspec.Struct, frozen=True):
    """A file of a format: `tail` goes between the name and its ending, `rows` makes what is written of a case.

    `columns` are those of a table, which a data package describes; a file that is no table has none.
    """

    title: str
    rows: Callable[[Case], Iterable[Any]]
    columns: tuple[Column, ...] | None = None
    openers: Mapping[str, Opener] = {}
    tail: str = ""

    def formats(self, bom: bool) -> Mapping[str, Opener]:
        """What may be written, by ending."""
        return table(self.columns, bom) if self.columns is not None else self.openers

    def path(self, output: Path) -> Path:
        """Where it goes when the user named `output`."""
        return output.with_name(f"{output.stem}{self.tail}{output.suffix}") if self.tail else output


class Format(msgspec.Struct, frozen=True):
    """A format. `takes` says whether it has room for a case; what is left out and why is told by `lacking`.

    A format without a column of status holds only what happened (`has_status` False). `of` is what it holds by
    default where there is a choice.
    """

    name: str
    files: tuple[File, ...]
    has_status: bool = False
    takes: Callable[[Case], bool] = lambda case: True
    lacking: str = ""
    of: str = "mentions"


def _itself(case: Case) -> Iterable[Case]:
    return (case,)


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format(
            "polecat",
            (File("Dyads in the 40 columns of POLECAT", lambda case: dyads((case,)), polecat.COLUMNS),),
        ),
        Format(
            "gdelt",
            (
                File("Events in the manner of GDELT 2.0", lambda case: dyads((case,)), gdelt.EVENTS),
                File(
                    "Mentions in the manner of GDELT 2.0",
                    lambda case: (mention for dyad in dyads((case,)) for mention in gdelt.mentions(dyad)),
                    gdelt.MENTIONS,
                    tail=".mentions",
                ),
            ),
            of="happenings",
        ),
        Format(
            "acled",
            (File("Events in the columns of ACLED", _itself, acled.COLUMNS),),
            takes=lambda case: acled.kind(case) is not None,
            lacking="of a kind that ACLED does not count",
            of="happenings",
        ),
        Format(
            "ftm",
            (File("FollowTheMoney entities", _itself, openers={".jsonl": FollowTheMoney, ".json": FollowTheMoney}),),
            of="happenings",
        ),
        Format(
            "geojson",
            (File("GeoJSON", _itself, openers={".geojson": geojson.GeoJson, ".json": geojson.GeoJson}),),
            has_status=True,
            takes=geojson.located,
            lacking="without coordinates",
            of="happenings",
        ),
        Format("gexf", (File("GEXF", _itself, openers={".gexf": gexf.Gexf}),), of="happenings"),
    )
}
