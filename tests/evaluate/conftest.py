from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

STORIES = [
    {
        "id": "a",
        "date": "2021-04-01",
        "source": "north",
        "sentences": {
            "1": "زار الوزير العراقي واشنطن الاثنين.",
            "2": "واتهم الحزب الحكومة بالتقصير، وطالب باستقالتها.",
            "3": "الطقس معتدل.",
        },
    },
    {"id": "b", "date": "2021-04-02", "source": "south", "sentences": {"1": "هاجم مسلحون رتلا قرب البصرة."}},
]


def note(doc: str, sent: int, kind: str, anchor: str, **fields: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "mode": None, "actor": [], "recipient": [], "actor_code": [], "recipient_code": [], "status": "actual",
        "date": None, "place": None, "source": None, "sure": 1,
    }  # fmt: skip
    return {"doc": doc, "sent": sent, "type": kind, "anchor": anchor, **empty, **fields}


GOLD = [
    note("a", 1, "CONSULT", "زار", mode="visit", actor=["الوزير العراقي"], actor_code=["IRQ GOV"],
         recipient=["واشنطن"], recipient_code=["USA"], date="2021-03-29"),
    note("a", 2, "ACCUSE", "اتهم", actor=["الحزب"], actor_code=["IRQ PTY"], recipient=["الحكومة"],
         recipient_code=["IRQ GOV"], date="2021-04"),
    note("a", 2, "REQUEST", "طالب", mode="yield", actor=["الحزب"], actor_code=["IRQ PTY"], recipient=["[الحكومة]"],
         recipient_code=["IRQ GOV"], sure=0),
    note("b", 1, "ASSAULT", "هاجم", actor=["مسلحون"], actor_code=["IRQ UAF"], recipient=["رتلا"],
         recipient_code=["IRQ MIL"], source="[مصدر أمني]"),
]  # fmt: skip


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with gold.jsonl and stories.jsonl of two small stories."""
    write(tmp_path / "stories.jsonl", STORIES)
    write(tmp_path / "gold.jsonl", GOLD)
    return tmp_path
