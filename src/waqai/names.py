"""Latin names for people whom the lexicon does not know."""

from __future__ import annotations

import functools

from waqai.actors.mentions import Mention


def latin(mention: Mention) -> str | None:
    """A name in Latin script: the lexicon's, else for a person the name romanised, else None."""
    if mention.en and mention.kind != "demonym":
        return mention.en
    if mention.person and mention.kind in ("name", "role") and mention.ar and mention.role is None:
        return _romanise(mention.ar)
    return mention.en


@functools.lru_cache(20_000)
def _romanise(name: str) -> str | None:
    import arabic_name_romanizer

    found = arabic_name_romanizer.transliterate(name)
    return str(found[0].text) if isinstance(found, list) and found else str(found) if isinstance(found, str) else None
