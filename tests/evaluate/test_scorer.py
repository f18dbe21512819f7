"""The figures equal those of the scorer that the development data came with, on spoilt codings of that data."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from waqai.evaluate import evaluate

from .coding import record, spoil
from .conftest import write

SHARED = Path(os.environ.get("WAQAI_SHARED") or Path(__file__).parents[3] / "shared")
SCORER = SHARED / "score" / "score.py"

pytestmark = pytest.mark.skipif(not SCORER.is_file(), reason="the development data is not here")


@pytest.mark.parametrize("name", ["seed", "newswire", "press"])
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_same_figures(name: str, seed: int, tmp_path: Path) -> None:
    gold, stories = SHARED / "data" / name / "gold.jsonl", SHARED / "data" / name / "stories.jsonl"
    by_id = {s["id"]: s for s in map(json.loads, stories.read_text(encoding="utf8").splitlines())}
    perfect = [record(g, by_id[g["doc"]]) for g in map(json.loads, gold.read_text(encoding="utf8").splitlines())]
    coded = write(tmp_path / "coded.jsonl", spoil(perfect, seed) if seed else perfect)
    command = [sys.executable, str(SCORER), str(gold), str(stories), str(coded), "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    ours = evaluate(gold, coded, by="type").to_dict()
    assert {key: ours[key] for key in theirs} == theirs
    assert theirs["event"]["tp"] > 0
    assert not seed or theirs["event"]["fp"] > 0
