"""Latin names for people whom the lexicon does not know.

Attested spellings only, from the table of Wikidata names (CC0) that `arabic-name-romanizer` carries: the full name,
else each of its
words. The package's neural fallback is not used: it takes tens of milliseconds a name, and a guessed spelling looks
like a fact.
"""

from __future__ import annotations

import functools
from typing import Any

from waqai.actors.mentions import Mention


def latin(mention: Mention) -> str | None:
    """A name in Latin script: the lexicon's, else for a person an attested spelling of the name, else None."""
    if mention.en and mention.kind != "demonym":
        return mention.en
    if mention.person and mention.kind in ("name", "role") and mention.ar and mention.role is None:
        return _attested(mention.ar)
    return mention.en


@functools.cache
def _index() -> Any:
    from importlib.resources import files

    from arabic_name_romanizer.lookup import NameIndex

    folder = files("arabic_name_romanizer") / "resources"
    path = next(p for p in sorted(folder.iterdir(), key=lambda p: p.name) if p.name.endswith((".db", ".sqlite", ".sqlite3")))  # noqa: E501
    return NameIndex(str(path))


@functools.lru_cache(20_000)
def _attested(name: str) -> str | None:
    from arabic_name_romanizer.normalize import full_key, lookup_key

    index = _index()
    found = index.lookup_full(full_key(name))
    if found:
        return str(found[0].latin)
    words = []
    for word in name.split():
        variants = index.lookup_unit(lookup_key(word))
        if not variants:
            return None
        words.append(str(variants[0].latin))
    return " ".join(words) or None
