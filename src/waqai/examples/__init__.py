"""Example articles that ship with the package, and their annotations.

Twenty short articles written for this project on public facts of the United States-Iraq strategic dialogue
(2020-2021); see README.md beside this file.
"""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent

ARTICLES = _HERE / "articles.jsonl"
"""The articles: id, date, title, publisher, url, text."""

GOLD = _HERE / "gold.jsonl"
"""Their event mentions as annotations (docs/evaluate.md)."""
