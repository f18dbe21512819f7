"""What is wrong with an entry, told to somebody who writes YAML and has never programmed.

`convert` reads an entry or raises `ValueError` with a sentence that names the field and the mend; `References` checks
what an entry says about other entries (offices, countries, organisations, noun classes), once all files are read.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import msgspec

from waqai.lexicon.schema import (
    FILLER_TESTS,
    OTHER_TESTS,
    ActorEntry,
    BodyEntry,
    ClassEntry,
    FrameEntry,
    GenericEntry,
    PlaceEntry,
    RoleEntry,
)
from waqai.lexicon.table import Table

Entry = TypeVar("Entry", bound=msgspec.Struct)

#: PLOVER sectors, and NGO, which old files of coders write as one.
SECTORS = frozenset(
    (
        "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC NGO"
        " IGO IMG ISM MNC"
    ).split()
)
#: Codes that stand where a country would.
BEYOND_STATES = frozenset(("IGO", "UNO", "EUR", "NGO", "IMG", "ISM", "MNC"))
KINDS = frozenset("country region ethnic organisation party armed_group movement body company media person".split())
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
#: Slots that are no prepositions, and tests that are no words (docs/lexicon.md).
SLOTS = frozenset(
    "subject object object2 possessor possessor_person possessor_place demonym clause agent between speaker"
    " anywhere behind owner self verb_object theme actor recipient verb".split()
)
TESTS = FILLER_TESTS | OTHER_TESTS
_MISSING = re.compile("missing required field `(.+?)`")
_UNKNOWN = re.compile("unknown field `(.+?)`")
_WRONG = re.compile(r"Expected `(.+?)`, got `(.+?)`(?: - at `\$(.*?)`)?")
_FOR_PEOPLE = {
    "array": "a list in square brackets, as in [كلمة, كلمة]",
    "str": "one word or phrase",
    "bool": "true or false",
    "float": "a number",
    "int": "a whole number",
    "object": "fields with their values",
}


def convert(item: Any, struct: type[Entry]) -> Entry:
    """The entry that a mapping of a YAML file describes. Raises `ValueError` with what is wrong with it."""
    for part in [item, *(item.get("terms") or []), *(item.get("codes") or [])]:
        if isinstance(part, dict):  # a year alone is a number to YAML
            part.update({key: str(part[key]) for key in ("from", "to") if isinstance(part.get(key), int)})
    try:
        return msgspec.convert(item, struct)
    except msgspec.ValidationError as error:
        raise ValueError(_plain(str(error), struct)) from error


def _plain(message: str, struct: type[msgspec.Struct]) -> str:
    where = message.partition(" - at `$")[2].rstrip("`").lstrip(".")
    inside = f" (in {where})" if where else ""
    if missing := _MISSING.search(message):
        return f"`{missing[1]}:` is missing{inside}"
    if unknown := _UNKNOWN.search(message):
        fields = [] if inside else [field.encode_name for field in msgspec.structs.fields(struct)]
        known = "; known are " + ", ".join(fields) if fields else "; docs/lexicon.md has those that are known"
        return f"there is no field `{unknown[1]}:`{inside}{_like(unknown[1], fields)}{known}"
    if wrong := _WRONG.search(message):
        wanted = next((words for name, words in _FOR_PEOPLE.items() if name in wrong[1]), wrong[1])
        got = _FOR_PEOPLE.get(wrong[2], "nothing" if wrong[2] == "null" else wrong[2])
        return f"`{where or 'the entry'}` should be {wanted}, not {got}"
    return message


def _like(word: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, sorted(known), 1)
    return f"; did you mean {close[0]}?" if close else ""


class References:
    """Collects what entries say about others; `problems` tells what does not exist, by place of the entry."""

    def __init__(self) -> None:
        self._entries: list[tuple[str, int, str, msgspec.Struct]] = []
        self._classes: set[str] = set()

    def add(self, file: str, line: int, name: str, entry: msgspec.Struct) -> None:
        """Remember an entry until all are read."""
        self._entries.append((file, line, name, entry))
        if isinstance(entry, ClassEntry):
            self._classes.add(entry.name)

    def problems(self, table: Table) -> Iterator[tuple[str, int, str]]:
        """File, line and message of everything that an entry names and nobody defines."""
        countries = {actor.id for actor in table.actors if actor.kind == "country"} | BEYOND_STATES
        known = _Known(
            countries,
            {actor.id for actor in table.actors},
            {kind.id for kind in table.kinds},
            self._classes | {name for lex in table.lexes for name in lex.classes}
            | {name for verb in table.verbs for name in verb.classes},
        )  # fmt: skip
        for file, line, name, entry in self._entries:
            for message in known.check(entry):
                yield file, line, f"{name}: {message}"


class _Known(msgspec.Struct):
    countries: set[str]
    actors: set[str]
    roles: set[str]
    classes: set[str]

    def check(self, entry: msgspec.Struct) -> Iterator[str]:
        if isinstance(entry, ActorEntry):
            yield from self._actor(entry)
        elif isinstance(entry, RoleEntry | BodyEntry | GenericEntry):
            yield from self._codes(entry.country, entry.sector)
        elif isinstance(entry, FrameEntry):
            yield from self._frame(entry)
        elif isinstance(entry, PlaceEntry):
            yield from self._codes(entry.country or None, None)  # seas lie in no country

    def _actor(self, entry: ActorEntry) -> Iterator[str]:
        if entry.kind not in KINDS:
            yield f"kind: {entry.kind} is unknown{_like(entry.kind, KINDS)}; known are {', '.join(sorted(KINDS))}"
        if entry.gender not in (None, "m", "f"):
            yield f"gender: is m or f, not {entry.gender}"
        for sector in entry.others:
            yield from self._codes(None, sector)
        yield from self._codes(entry.country, entry.sector)
        for code in entry.codes:
            yield from self._codes(code.country, code.sector)
            yield from _dates(code.start, code.to)
        for term in entry.terms:
            yield from self._codes(term.country, None)
            yield from _dates(term.start, term.to)
            if term.role not in self.roles:
                yield f"role: {term.role} is unknown{_like(term.role, self.roles)}; `role:` entries define them"
            if term.org is not None and term.org not in self.actors:
                yield f"org: no entry has the id {term.org}{_like(term.org, self.actors)}"
        spelt = {
            entry.ar,
            *entry.aka,
            *entry.short,
            *entry.seats,
            *entry.seats_gov,
            *entry.demonyms,
            *entry.demonym_plurals,
        }
        for word in entry.ambiguous_words:
            if word not in spelt:
                yield f"ambiguous_words: {word} is no name of the entry"

    def _codes(self, country: str | None, sector: str | None) -> Iterator[str]:
        if country is not None and country not in self.countries:
            like = _like(country.upper(), self.countries)
            yield f"country: {country} is unknown{like}; write the three letters of ISO 3166"
        if sector is not None and sector not in SECTORS:
            yield f"sector: {sector} is unknown{_like(sector.upper(), SECTORS)}; known are {', '.join(sorted(SECTORS))}"

    def _frame(self, entry: FrameEntry) -> Iterator[str]:
        for roles in (entry.roles, entry.noun_roles):
            for slots in roles.values():
                for slot in [slots] if isinstance(slots, str) else slots:
                    if slot.isascii() and slot not in SLOTS:
                        yield f"slot: {slot} is unknown{_like(slot, SLOTS)}"
        tests = [entry.where, entry.unless, *(t for rule in entry.modes for t in (rule.where, rule.unless))]
        for group in tests:
            for slot, words in group.items():
                if slot.isascii() and slot not in SLOTS:
                    yield f"slot: {slot} is unknown{_like(slot, SLOTS)}"
                for word in [words] if isinstance(words, str) else words:
                    if word.isascii() and word not in self.classes | TESTS:
                        like = _like(word, self.classes | TESTS)
                        yield f"test: {word} is no noun class{like}; `class:` entries define them"


def _dates(start: str | None, to: str | None) -> Iterator[str]:
    for bound in (start, to):
        if bound is not None and not _DATE.fullmatch(bound):
            yield f"date: {bound} should be YYYY, YYYY-MM or YYYY-MM-DD"
    if start and to and start[: min(len(start), len(to))] > to[: min(len(start), len(to))]:
        yield f"date: from {start} is later than to {to}"
