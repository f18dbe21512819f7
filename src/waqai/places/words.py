"""The words of places in sentences: ``lexicon/data/locations/*.yml`` compiled into ``places/_words.json``, the one
file read.

Run ``python -m waqai.places.words`` after a change of the YAML; a test fails when the file is not what it gives.
"""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any, NamedTuple

SOURCE = Path(__file__).parent.parent / "lexicon" / "data" / "locations"
ACTORS = SOURCE.parent / "actors" / "countries"
TARGET = Path(__file__).with_name("_words.json")
#: of participles: مرتبطة, مرتبطين
_ENDINGS = ("", "ة", "ين", "ون", "ات", "ان", "تين", "تان")


class Words(NamedTuple):
    """All folded: `relations` maps a phrase to its relation, whose first words are `openers`; `guides` a noun to the
    kinds it leads to; `spots`, `called`, `settings`, `quantities`, `no_places` and `bound` are closed lists;
    `distances` maps a unit to its abbreviation, `capitals` a country (ISO alpha-3) to the Arabic name of its capital.
    """

    relations: dict[str, str]
    openers: frozenset[str]
    guides: dict[str, list[str]]
    spots: frozenset[str]
    called: frozenset[str]
    settings: frozenset[str]
    quantities: frozenset[str]
    no_places: frozenset[str]
    bound: frozenset[str]
    distances: dict[str, str]
    capitals: dict[str, str]


def compiled() -> dict[str, Any]:
    """What the JSON file should hold."""
    from waqai.lexicon.compiler import read
    from waqai.text.fold import fold_word

    relations = {fold_word(p): name for name, phrases in read(SOURCE / "relations.yml")[0].items() for p in phrases}
    nouns = read(SOURCE / "nouns.yml")[0]
    guides: dict[str, list[str]] = {}
    for kind, words in nouns["guides"].items():
        for word in words:
            guides.setdefault(stem(fold_word(word)), []).append(kind)
    lists = {name: sorted({fold_word(w) for w in nouns[name]}) for name in ("settings", "quantities", "no_places")}
    return {
        "relations": dict(sorted(relations.items())),
        "guides": {word: list(dict.fromkeys(kinds)) for word, kinds in sorted(guides.items())},
        "spots": sorted({stem(fold_word(word)) for word in nouns["spots"]}),
        "called": sorted({stem(fold_word(word)) for word in nouns["called"]}),
        **lists,
        "bound": sorted({stem(fold_word(word)) + end for word in nouns["bound"] for end in _ENDINGS}),
        "capitals": _capitals(),
        "distances": {fold_word(word): unit for word, unit in sorted(nouns["distances"].items())},
    }


def _capitals() -> dict[str, str]:
    """The seats of states, as the lexicon of actors has them: the first of each."""
    from waqai.lexicon.compiler import read

    states = [item for path in sorted(ACTORS.glob("*.yml")) for item in read(path)[0] if item["kind"] == "country"]
    return {item["id"]: item["seats"][0] for item in sorted(states, key=lambda x: str(x["id"])) if item.get("seats")}


def stem(word: str) -> str:
    """A folded noun without its article and pronoun, with ة for ه and for ت before a pronoun."""
    if word.startswith(("ال", "لل")) and len(word) > 4:
        word = word[2:]
    for pronoun in ("هما", "هم", "ها", "نا", "ه"):
        if word.endswith(pronoun) and len(word) > len(pronoun) + 2:
            bare = word[: -len(pronoun)]
            return bare[:-1] + "ة" if bare.endswith("ت") and pronoun != "ه" else bare if pronoun != "ه" else bare + "ة"
    return word


@functools.cache
def load() -> Words:
    """The compiled words, read once."""
    data = json.loads(TARGET.read_text("utf8"))
    lists = {
        name: frozenset(data[name]) for name in ("spots", "called", "settings", "quantities", "no_places", "bound")
    }
    relations: dict[str, str] = data["relations"]
    openers = frozenset(phrase.partition(" ")[0] for phrase in relations)
    return Words(relations, openers, data["guides"], distances=data["distances"], capitals=data["capitals"], **lists)


if __name__ == "__main__":
    TARGET.write_text(json.dumps(compiled(), ensure_ascii=False, separators=(",", ":")) + "\n", "utf8")
    print(f"{len(load().relations)} relations, {len(load().guides)} guides, {len(load().spots)} spots")
