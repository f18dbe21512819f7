"""Compile the YAML of ``lexicon/data/times`` into ``times/_data.json``, the one file read at run time.

Run ``python -m waqai.times.build`` after a change of the YAML; a test fails when the file is not what the YAML gives.

The compiled form: ``words`` maps a folded word, with and without its article, to its classes and their payloads;
``phrases`` maps the first word of an expression of several words to its rest, class and payload, longest first.
Classes and payloads are those that `waqai.times.grammar` reads; see there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from waqai.text.fold import fold_word
from waqai.times.words import normal, split

#: Folder of the YAML, beside the package in the source tree and in the wheel.
SOURCE = Path(__file__).parent.parent / "lexicon" / "data" / "times"
#: The generated file.
TARGET = Path(__file__).parent / "_data.json"

_LEVELS = {"names": 0, "with_preposition": 1, "with_evidence": 2}


class _Table:
    """Collects words and phrases; a word may belong to several classes."""

    def __init__(self) -> None:
        self.words: dict[str, dict[str, Any]] = {}
        self.phrases: dict[str, list[list[Any]]] = {}

    def add(self, words: str | Iterable[str], kind: str, payload: Any) -> None:
        for word in [words] if isinstance(words, str) else words:
            tokens = _tokens(word)
            if len(tokens) == 1:
                self.words.setdefault(tokens[0], {})[kind] = payload
            else:
                entry = [tokens[1:], kind, payload]
                held = self.phrases.setdefault(tokens[0], [])
                if entry not in held:
                    held.append(entry)

    def finished(self) -> dict[str, Any]:
        for held in self.phrases.values():
            held.sort(key=lambda entry: (-len(entry[0]), entry[0], entry[1]))
        return {"words": dict(sorted(self.words.items())), "phrases": dict(sorted(self.phrases.items()))}


def _tokens(word: str) -> list[str]:
    return [normal(text) for text, _, _ in split(fold_word(str(word)))]


def _definite(words: Iterable[str]) -> list[str]:
    return ["ال" + word for word in words]


def _read(source: Path, name: str) -> Any:
    import yaml

    return yaml.safe_load((source / name).read_text(encoding="utf-8"))


def _units(table: _Table, source: Path) -> None:
    for entry in _read(source, "units.yml"):
        careful, night = bool(entry.get("careful")), bool(entry.get("night"))
        for form, words in (("s", entry["singular"]), ("d", entry["dual"]), ("p", entry["plural"])):
            for definite, forms in ((False, words), (True, _definite(words))):
                table.add(forms, "unit", [entry["unit"], form, definite, careful, night])
        accusative = [word + "ا" for word in entry["singular"] if not word.endswith("ة")]
        table.add(accusative, "unit", [entry["unit"], "s", False, careful, night])


def _months(table: _Table, source: Path) -> None:
    for entry in _read(source, "months.yml"):
        for key, level in _LEVELS.items():
            table.add(entry.get(key, ()), "month", [entry["month"], entry["calendar"][0], level])
    for entry in _read(source, "weekdays.yml"):
        table.add(entry["names"], "weekday", entry["day"])
        table.add(entry["after_day"], "weekday_bare", entry["day"])


def _words(table: _Table, words: dict[str, Any]) -> None:
    for name, forms in words["modifiers"].items():
        verbs = [form for form in forms if form in ("مضى", "مضت")]
        table.add(_definite(form for form in forms if form not in verbs), "mod", name)
        table.add(verbs, "mod_verb", name)
    for name, forms in words["phrases_of_modifiers"].items():
        table.add(forms, "mod", name)
    for name, forms in words["edges"].items():
        table.add(forms, "edge", name)
    for code, kinds in words["parts_of_day"].items():
        both = set(kinds["construct"]) & set(kinds["adverbs"])
        for form in (*kinds["construct"], *kinds["adverbs"]):
            kind = "ca" if form in both else "c" if form in kinds["construct"] else "a"
            table.add(form, "part", [code, kind])
        table.add(_definite(form for form in kinds["construct"] if " " not in form), "part", [code, "d"])
    for kind, key in (("relday", "days"), ("night", "nights")):
        for n, forms in words[key].items():
            table.add(forms, kind, int(n))
    for kind, key in (("ref", "references"), ("set", "sets"), ("season", "seasons"), ("minutes", "minutes")):
        for payload, forms in words[key].items():
            table.add(forms, kind, payload)
            if kind == "season":
                table.add(_definite(forms), "season_def", payload)
    for n, forms in words["decades"].items():
        table.add([*forms, *_definite(forms)], "decade", int(n))
    for n, forms in words["decades_of_years"].items():
        table.add(_definite(forms), "decade_of_years", int(n))
    for kind in ("season_word", "quarter", "half"):
        table.add([*words[kind], *_definite(words[kind])], kind, 1)
    table.add([*words["first_day"], *_definite(words["first_day"])], "first_day", 1)
    for kind in (
        "same", "same_before", "this", "late", "every", "ago", "ahead", "since", "spanning", "approximate", "several",
        "several_after", "few", "last_first", "after_amount", "common_era", "hijri_era", "before_christ",
        "corresponding", "agencies", "hour_word", "article",
    ):  # fmt: skip
        table.add(words[kind], kind, 1)
    table.add(_definite(words["few"]), "few", 1)


def _facts(source: Path) -> list[dict[str, Any]]:
    out = []
    for entry in _read(source, "happenings.yml"):
        groups = [sorted({word for form in group for word in _tokens(form)}) for group in entry["words"]]
        out.append(
            {
                "name": entry["happening"],
                "date": str(entry["date"]),
                "by_date": bool(entry.get("by_date")),
                "words": groups,
            }
        )
    return out


def _holidays(table: _Table, source: Path) -> list[dict[str, Any]]:
    out: list[dict[str, Any]] = []
    for entry in _read(source, "holidays.yml"):
        table.add(entry["names"], "holiday", len(out))
        out.append({key: value for key, value in entry.items() if key != "names"})
    return out


def build(source: Path = SOURCE) -> dict[str, Any]:
    """The compiled tables of the YAML in `source`."""
    table = _Table()
    words = _read(source, "words.yml")
    _months(table, source)
    _units(table, source)
    _words(table, words)
    holidays = _holidays(table, source)
    lists = {**_read(source, "not_times.yml"), **_read(source, "tense.yml")}
    lists |= {key: words[key] for key in ("prepositions_of_time", "range_words", "clock_zones")}
    flat = {name: sorted({" ".join(_tokens(form)) for form in forms}) for name, forms in lists.items()}
    return {**table.finished(), "lists": flat, "facts": _facts(source), "holidays": holidays}


def encode(data: dict[str, Any]) -> str:
    """The text of ``_data.json`` for compiled tables."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, indent=0, separators=(",", ":")) + "\n"


def main() -> None:
    """Write ``_data.json`` anew."""
    TARGET.write_text(encode(build()), encoding="utf-8")


if __name__ == "__main__":
    main()
