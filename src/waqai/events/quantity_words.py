"""The words of quantities: ``lexicon/data/quantities/*.yml`` compiled into ``events/_quantities.json``, the one file
read.

Run ``python -m waqai.events.quantity_words`` after a change of the YAML; a test fails when the file is not what it
gives.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

SOURCE = Path(__file__).parent.parent / "lexicon" / "data" / "quantities"
TARGET = Path(__file__).with_name("_quantities.json")


Bounds = tuple[float | None, float | None]


class Counted(NamedTuple):
    """A noun that can be counted: `numbers` are those of the form (s, d, p); a soft kind yields to that of the verb."""

    kind: str
    unit: str
    soft: bool
    numbers: str


class Words(NamedTuple):
    """The tables, all keys folded. Phrases are tuples of words; `lists` has those of a closed list by their first word,
    and `endings` by their last, the longest first."""

    nouns: dict[str, Counted]
    verbs: dict[str, str]
    causes: dict[str, str]
    vague: dict[str, list[tuple[tuple[str, ...], Bounds]]]
    few: dict[str, list[tuple[tuple[str, ...], Bounds]]]
    currencies: dict[str, dict[str, str]]
    changes: frozenset[str]
    lists: dict[str, dict[str, list[tuple[str, ...]]]]
    endings: dict[str, dict[str, list[tuple[str, ...]]]]


def _counted(entry: tuple[str, str, bool], numbers: str) -> Counted:
    kind, unit, soft = entry
    return Counted(kind, unit, soft, numbers)


def _by(phrases: list[str], place: int) -> dict[str, list[tuple[str, ...]]]:
    out: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        out.setdefault(words[place], []).append(words)
    return out


def _bounds(table: dict[str, list[float | None]]) -> dict[str, list[tuple[tuple[str, ...], Bounds]]]:
    out: dict[str, list[tuple[tuple[str, ...], Bounds]]] = {}
    for phrase, (low, high) in sorted(table.items(), key=lambda item: -len(item[0].split())):
        words = tuple(phrase.split())
        out.setdefault(words[0], []).append((words, (low, high)))
    return out


@functools.cache
def load() -> Words:
    """The tables, read once."""
    data = json.loads(TARGET.read_text("utf8"))
    entries: list[tuple[str, str, bool]] = data["entries"]
    return Words(
        {form: _counted(entries[k], numbers) for form, (k, numbers) in data["nouns"].items()},
        data["verbs"],
        data["causes"],
        _bounds(data["vague"]),
        _bounds(data["few"]),
        data["currencies"],
        frozenset(data["changes"]),
        {name: _by(phrases, 0) for name, phrases in data["lists"].items()},
        {name: _by(phrases, -1) for name, phrases in data["lists"].items()},
    )


def build() -> str:
    """The text of the compiled file."""
    from waqai.lexicon.compiler import read
    from waqai.lexicon.inflect import inflect_noun, inflect_verb
    from waqai.text.fold import fold_word

    counted, _ = read(SOURCE / "counted.yml")
    causes, _ = read(SOURCE / "causes.yml")
    approximations, _ = read(SOURCE / "approximations.yml")
    currencies, _ = read(SOURCE / "currencies.yml")

    def forms(phrase: str, kind: str) -> Iterable[tuple[str, str]]:
        head, *rest = fold_word(phrase).split()
        for form, features in inflect_noun(head, kind):
            yield " ".join([form, *rest]), features[0]

    entries: list[tuple[str, str, bool]] = []
    nouns: dict[str, tuple[int, str]] = {}
    for item in counted:
        entry = (item["kind"], item["unit"], bool(item.get("soft")))
        entries.append(entry)
        for field, kind in (("words", "event"), ("sound", "person"), ("plurals", "fixed"), ("fixed", "fixed")):
            for word in item.get(field, ()):
                for form, number in forms(str(word), kind):
                    held = nouns.get(form, (len(entries) - 1, ""))
                    if entries[held[0]] == entry and number not in held[1]:
                        nouns[form] = (held[0], "".join(sorted(held[1] + number)))
    verbs: dict[str, str] = {}
    named: dict[str, str] = {}
    for item in causes:
        for citation in item["verbs"]:
            for form in inflect_verb(citation).finite:
                verbs.setdefault(form, item["kind"])
        for noun in item["nouns"]:
            for form, _ in forms(noun, "event"):
                named.setdefault(form, item["kind"])

    def folded(table: dict[str, Any]) -> dict[str, Any]:
        return {fold_word(phrase): [_number(x) for x in bounds] for phrase, bounds in table.items()}

    lists = {
        name: sorted((fold_word(phrase) for phrase in phrases), key=lambda p: (-len(p.split()), p))
        for name, phrases in approximations.items()
        if isinstance(phrases, list) and name != "changes"
    }
    changes = {form for citation in approximations["changes"] for form in inflect_verb(citation).finite}
    data = {
        "entries": entries,
        "nouns": nouns,
        "verbs": verbs,
        "causes": named,
        "vague": folded(approximations["vague"]),
        "few": folded(approximations["few"]),
        "currencies": {unit: {fold_word(a): code for a, code in adjectives.items()} for unit, adjectives in currencies.items()},  # noqa: E501
        "changes": sorted(changes),
        "lists": lists,
    }
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def _number(value: Any) -> float | None:
    return None if value in (None, "null") else float(value)


if __name__ == "__main__":
    TARGET.write_text(build(), "utf8")
    print(TARGET)
