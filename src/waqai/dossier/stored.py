"""What a dossier needs of a project (`waqai.store`)."""

from __future__ import annotations

import importlib

from waqai.errors import WaqaiError

from .material import Material


def material(where: str) -> Material:
    """The material of a project: a folder or the URL of a database."""
    try:
        importlib.import_module("waqai.store.project")
    except ModuleNotFoundError:
        raise WaqaiError("this version of waqai keeps no projects yet", "build from files with --input") from None
    raise WaqaiError("dossiers of projects are not ready yet", "build from files with --input")
