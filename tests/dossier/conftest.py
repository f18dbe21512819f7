"""A dossier of the example articles, built once."""

from __future__ import annotations

import pytest
from dossier_articles import ARTICLES  # type: ignore[import-not-found]

import waqai
from waqai import Coder
from waqai.dossier.build import from_articles
from waqai.dossier.matter import parse
from waqai.dossier.model import Dossier


@pytest.fixture(scope="session")
def coder() -> Coder:
    return Coder()


@pytest.fixture(scope="session")
def dialogue(coder: Coder) -> Dossier:
    """The US-Iraq strategic dialogue, of the articles that ship."""
    return from_articles(coder, waqai.read(ARTICLES), parse("USA-IRQ", coder.table))
