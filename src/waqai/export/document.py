"""The tables of docs/export.md, made from the columns themselves.

python -m waqai.export.document docs/export.md
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from waqai.events.scale import MODES, TYPES
from waqai.export import geojson, gexf
from waqai.export.descriptions import description
from waqai.export.followthemoney import PROPERTIES
from waqai.export.happenings import HappeningRecord
from waqai.export.layouts import acled, gdelt, polecat
from waqai.export.layouts.cameo import cameo
from waqai.export.schema import Column, StatementRecord, columns
from waqai.records import Event

_BLOCK = re.compile(r"(<!-- table: (\w+) -->\n).*?(<!-- /table -->)", re.DOTALL)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _columns(of: Sequence[Column]) -> str:
    kinds = {0: "{}", 1: "list of {}s", 2: "list of lists of {}s"}
    return _table(
        ("column", "type", "meaning"),
        ((f"`{one.name}`", kinds[one.lists].format(one.kind), description(one)) for one in of),
    )


def _cameo() -> str:
    rows = ((kind, mode, cameo(kind, mode)) for kind in TYPES for mode in (None, *MODES.get(kind, ())))
    return _table(("type", "mode", "CAMEO"), ((kind, mode or "", f"`{code}`") for kind, mode, code in rows))


def tables() -> dict[str, str]:
    """The tables by name."""
    return {
        "mentions": _columns(columns(Event)),
        "statements": _columns(columns(StatementRecord)),
        "happenings": _columns(columns(HappeningRecord)),
        "polecat": _columns(polecat.COLUMNS),
        "gdelt_events": _columns(gdelt.EVENTS),
        "gdelt_mentions": _columns(gdelt.MENTIONS),
        "cameo": _cameo(),
        "acled": _columns(acled.COLUMNS),
        "ftm": _table(
            ("schema", "property", "meaning"), ((one.schema, f"`{one.name}`", one.description) for one in PROPERTIES)
        ),
        "geojson": _columns(geojson.COLUMNS),
        "gexf_nodes": _columns(gexf.NODE_COLUMNS),
        "gexf_edges": _columns(gexf.EDGE_COLUMNS),
    }


def updated(text: str) -> str:
    """The document with its tables as they should be; raises `KeyError` for a table that there is not."""
    made = tables()
    return _BLOCK.sub(lambda block: block[1] + made[block[2]] + block[3], text)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        path = Path(name)
        path.write_text(updated(path.read_text(encoding="utf-8")), encoding="utf-8")
