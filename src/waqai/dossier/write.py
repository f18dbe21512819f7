"""Writing a dossier: the form is told by the name of the file."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec

from waqai.errors import UsageError
from waqai.export.writers import told

from .model import Dossier

FORMS = (".html", ".htm", ".md", ".json")


def check(path: Path) -> None:
    """Raise `UsageError` where the form of `path` is unknown."""
    if path.suffix.lower() not in FORMS:
        raise UsageError(f"{path}: unknown form of a dossier", "name the output .html, .md or .json")


def text_of(dossier: Dossier, suffix: str, lang: str, made_at: str | None = None) -> str:
    """The dossier in a form (``.html``, ``.md``, ``.json``); JSON is the same for every language."""
    if suffix.lower() == ".json":
        return msgspec.json.format(msgspec.json.encode(dossier), indent=1).decode() + "\n"
    return _writer(suffix)(dossier, lang, made_at)


def _writer(suffix: str) -> Callable[[Dossier, str, str | None], str]:
    if suffix.lower() == ".md":
        from .markdown import render as markdown

        return lambda dossier, lang, made_at: markdown(dossier, lang, made_at=made_at)
    from .html import render as html

    return lambda dossier, lang, made_at: html(dossier, lang, made_at=made_at)


def write(dossier: Dossier, path: Path, lang: str, made_at: str | None = None) -> None:
    """Write the file, whole or not at all."""
    check(path)
    data = text_of(dossier, path.suffix, lang, made_at).encode("utf8", "replace")
    with told(str(path)):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".", suffix=path.suffix, dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
            os.chmod(name, mode)
            os.replace(name, path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
