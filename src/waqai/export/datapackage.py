"""`datapackage.json` (Frictionless Data) beside exported tables: what each column is, for programs and for people.

The file describes every table that was exported to its folder: a table that is exported again is described anew, one
that is gone is dropped. Nothing in it depends on the day. A `datapackage.json` that is not waqai's is left alone.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from waqai import __version__
from waqai.export.descriptions import description
from waqai.export.schema import Column
from waqai.export.writers import told

NAME = "datapackage.json"
#: By which its own files are known.
_MARK = "waqai"
_MEDIA = {".csv": "text/csv", ".tsv": "text/tab-separated-values", ".parquet": "application/vnd.apache.parquet"}


def resource(path: Path, columns: Sequence[Column], title: str) -> dict[str, Any]:
    """The description of a table that was written to `path`."""
    ending = path.suffix.lower()
    is_text = ending != ".parquet"
    out: dict[str, Any] = {
        "name": re.sub("[^a-z0-9._-]+", "-", path.name.lower()).strip("-.") or "table",
        "path": path.name,
        "title": title,
        "format": ending[1:],
        "mediatype": _MEDIA[ending],
        "bytes": path.stat().st_size,
        "hash": f"sha256:{_hash(path)}",
        "schema": {"fields": [_field(column, is_text) for column in columns], "missingValues": [""]},
    }
    if is_text:
        out["profile"] = "tabular-data-resource"
        out["encoding"] = "utf-8"
        out["dialect"] = {"delimiter": "\t" if ending == ".tsv" else ",", "lineTerminator": "\r\n", "header": True}
    return out


def _field(column: Column, is_text: bool) -> dict[str, str]:
    text = description(column)
    kind: str = column.kind
    if column.lists:
        kind = "string" if is_text else "array"
        text += "; items joined with '; '" if is_text else ""
    return {"name": column.name, "type": kind, "description": text}


def _hash(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def write(folder: Path, resources: Sequence[dict[str, Any]]) -> bool:
    """Describe tables of `folder`; False when the `datapackage.json` there is another's and stays as it is."""
    path = folder / NAME
    with told(str(path)):
        kept = _known(path)
        if kept is None:
            return False
        new = {one["path"] for one in resources}
        kept = [one for one in kept if one["path"] not in new and (folder / one["path"]).is_file()]
        package = {
            "profile": "data-package",
            "name": "waqai-export",
            "title": "Events in Arabic news, coded by waqai",
            "description": "Who did what to whom, when and where, as articles tell it; not checked by people.",
            "created_by": f"{_MARK} {__version__}",
            "resources": sorted((*kept, *resources), key=lambda one: str(one["path"])),
        }
        text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
        handle, part = tempfile.mkstemp(prefix=f".{NAME}.", suffix=".part", dir=folder)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
            mask = os.umask(0)
            os.umask(mask)
            Path(part).chmod(0o666 & ~mask)
            Path(part).replace(path)
        except BaseException:
            Path(part).unlink(missing_ok=True)
            raise
    return True


def _known(path: Path) -> list[dict[str, Any]] | None:
    """The tables that a package of waqai describes; none where there is no file; None for a file of another's."""
    try:
        package = json.loads(path.read_text(encoding="utf-8"))
        if not package["created_by"].startswith(_MARK):
            return None
        return [one for one in package["resources"] if isinstance(one["path"], str)]
    except FileNotFoundError:
        return []
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
