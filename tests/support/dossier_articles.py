"""Where the example articles are."""

from __future__ import annotations

from pathlib import Path

import waqai

ARTICLES = Path(waqai.__file__).parent / "examples" / "articles.jsonl"
