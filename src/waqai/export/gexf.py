"""GEXF 1.3: the network of parties, for Gephi and others. Parties with neither name nor country are left out.

A node is a party by its name, or a country and sector for those who are told only as "Iraqi soldiers"; an edge is all
events of one type from one party to another, or between two that meet, agree, cooperate or fight (`mutual`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import IO, Any, NamedTuple
from xml.sax.saxutils import escape

from waqai.export.cases import Case, Dyad, dyads, is_mutual, is_named, party_key, party_name
from waqai.export.schema import Column, column
from waqai.records import Entity

#: What XML 1.0 cannot hold.
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Node(NamedTuple):
    """A party with the number of its events."""

    key: str
    party: Entity
    events: int


class Edge:
    """The events of one type between two parties."""

    def __init__(self, number: int, one: str, other: str, event_type: str, mutual: bool) -> None:
        self.number = number
        self.one, self.other, self.event_type, self.mutual = one, other, event_type, mutual
        self.events = 0
        self.intensity = 0.0
        self.quad = ""
        self.first: str | None = None
        self.last: str | None = None

    def add(self, case: Case) -> None:
        self.events += 1
        self.intensity += case.intensity
        self.quad = case.quad_code
        if case.date:
            self.first = min(self.first or "9", case.date.start)
            self.last = max(self.last or "", case.date.end)


NODE_COLUMNS: tuple[Column, ...] = (
    column(
        "name_ar",
        "string",
        lambda n: n.party.name_ar if is_named(n.party) else None,
        "Arabic name of those who have one",
    ),
    column("country", "string", lambda n: n.party.country, "ISO 3166-1 alpha-3, or IGO, UNO, EUR, NGO, ISM, IMG, MNC"),
    column("sector", "string", lambda n: n.party.sector, "PLOVER sector"),
    column("role", "string", lambda n: n.party.role if is_named(n.party) else None, "Office or role when first named"),
    column("events", "integer", lambda n: n.events, "Pairs that it takes part in"),
)
EDGE_COLUMNS: tuple[Column, ...] = (
    column("event_type", "string", lambda e: e.event_type, "PLOVER type"),
    column("quad_code", "string", lambda e: e.quad, "V-COOP, M-COOP, V-CONF or M-CONF"),
    column(
        "mutual",
        "boolean",
        lambda e: e.mutual,
        "true when both do it with one another; the direction then says nothing",
    ),
    column("intensity", "number", lambda e: round(e.intensity / e.events, 3), "Mean of the PLOVER scores"),
    column("first", "string", lambda e: e.first, "First day of the earliest event with a date, ISO 8601"),
    column("last", "string", lambda e: e.last, "Last day of the latest"),
)
_KINDS = {"string": "string", "integer": "integer", "number": "double", "boolean": "boolean"}


class Gexf:
    """Gathers the network and writes it at the end."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._nodes: dict[str, Node] = {}
        self._edges: dict[tuple[str, str, str, bool], Edge] = {}

    def write(self, records: Sequence[Case]) -> None:
        for dyad in dyads(records):
            self._add(dyad)

    def _add(self, dyad: Dyad) -> None:
        keys = []
        for party in (dyad.actor, dyad.recipient):
            key = party_key(party) if party else None
            if party is not None and key is not None:
                known = self._nodes.get(key)
                if known is not None and (is_named(known.party) or not is_named(party)):
                    party = known.party
                self._nodes[key] = Node(key, party, (known.events if known else 0) + 1)
                keys.append(key)
        if len(keys) < 2:
            return
        case = dyad.case
        mutual = not case.recipients and is_mutual(case)
        one, other = sorted(keys) if mutual else keys
        edge = self._edges.setdefault(
            (one, other, case.event_type, mutual), Edge(len(self._edges), one, other, case.event_type, mutual)
        )
        edge.add(case)

    def end(self) -> None:
        for line in self._lines():
            self._stream.write(line.encode("utf-8"))
            self._stream.write(b"\n")
        self._stream.flush()

    def _lines(self) -> Iterator[str]:
        yield '<?xml version="1.0" encoding="UTF-8"?>'
        yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">'
        yield "<meta><creator>waqai</creator><description>Parties of events in Arabic news</description></meta>"
        yield '<graph mode="static" defaultedgetype="directed">'
        for kind, columns in (("node", NODE_COLUMNS), ("edge", EDGE_COLUMNS)):
            yield f'<attributes class="{kind}" mode="static">'
            for one in columns:
                yield f'<attribute id="{one.name}" title="{one.name}" type="{_KINDS[one.kind]}"/>'
            yield "</attributes>"
        yield "<nodes>"
        for node in self._nodes.values():
            yield f'<node id="{_fit(node.key)}" label="{_fit(party_name(node.party))}">'
            yield f"{_values(NODE_COLUMNS, node)}</node>"
        yield "</nodes>"
        yield "<edges>"
        for edge in self._edges.values():
            yield (
                f'<edge id="{edge.number}" source="{_fit(edge.one)}" target="{_fit(edge.other)}"'
                f' kind="{edge.event_type}" label="{edge.event_type}" weight="{edge.events}">'
            )
            yield f"{_values(EDGE_COLUMNS, edge)}</edge>"
        yield "</edges>"
        yield "</graph>"
        yield "</gexf>"

    def abandon(self) -> None:
        """Nothing is written before the end."""


def _values(columns: Sequence[Column], one: Any) -> str:
    values = ((column.name, column.get(one)) for column in columns)
    inner = "".join(f'<attvalue for="{name}" value="{_fit(value)}"/>' for name, value in values if value is not None)
    return f"<attvalues>{inner}</attvalues>"


def _fit(value: Any) -> str:
    """Text that XML can hold in an attribute."""
    text = _UNFIT.sub("\ufffd", str(value).lower() if isinstance(value, bool) else str(value))
    return escape(text, {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
