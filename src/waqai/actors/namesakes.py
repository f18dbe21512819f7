"""Two states of one name told apart: عمان is Amman, which stands for Jordan, or Oman.

The state whose own name it is is meant where the word carries a damma on its first letter (عُمان), as the press
writes it to tell the two apart, or where the article has other names of that state and none of the other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence

from waqai.grammar.entries import Entries
from waqai.grammar.units import Unit
from waqai.lexicon.table import Lex, Table
from waqai.text.fold import fold_word

#: how a name stands in a text: behind clitics, with the endings of adjectives; not مسقط رأسه
_WORD = (
    r"(?<![\u0621-\u064a])[\u0648\u0641]?[\u0628\u0644\u0643]?(?:ال|لل)?(?:{})"
    r"(?:ة|ين|ون|ان|ات|تان|تين)?(?![\u0621-\u064a])(?! راس)"
)


class Namesakes:
    """The words of a table that name two states, and what else names each of the two."""

    def __init__(self, table: Table) -> None:
        self._table = table
        states = defaultdict(list)
        for number, actor in enumerate(table.actors):
            for key in actor.ambiguous if actor.kind == "country" else ():
                states[key].append(number)
        #: word -> the state whose own name it is, and the other
        self._pairs: dict[str, tuple[int, int]] = {}
        for key, numbers in states.items():
            own = [n for n in numbers if fold_word(table.actors[n].ar) == key]
            if len(numbers) == 2 and len(own) == 1:
                self._pairs[key] = (own[0], next(n for n in numbers if n != own[0]))
        self._words: dict[int, re.Pattern[str]] = {}
        self._names: dict[str, Lex] = {}

    def of(self, text: str) -> dict[str, tuple[Lex, bool]]:
        """The words of a folded text that name two states: the full name of the one whose own name it is (سلطنة عمان),
        and whether the text means that.
        """
        return {
            key: (self._full(own, key), self._named(own, key, text) and not self._named(other, key, text))
            for key, (own, other) in self._pairs.items()
            if key in text
        }

    def _full(self, state: int, key: str) -> Lex:
        """The entry of a longer name of a state than the word, which no other has."""
        if key not in self._names:
            names = [x for x in self._table.lexes if state in x.names and x.key != key and key in x.key]
            self._names[key] = min(names, key=lambda x: (len(x.key), x.key))
        return self._names[key]

    def _named(self, state: int, but: str, text: str) -> bool:
        """Whether a text has another name, an adjective or a seat of a state, or the whole name of one of its own."""
        words = self._words.get(state)
        if words is None:
            table, code = self._table, self._table.actors[state].id
            people = {
                n for n, actor in enumerate(table.actors)
                if actor.kind == "person" and any(c.country == code for c in (*actor.codes, *actor.terms))
            }  # fmt: skip
            found = {
                lex.key for lex in table.lexes
                if (lex.key != but and state in (*lex.names, *lex.demonyms, *lex.seats, *lex.seats_gov))
                or (" " in lex.key and not people.isdisjoint(lex.names))
            }  # fmt: skip
            words = self._words[state] = re.compile(_WORD.format("|".join(sorted(map(re.escape, found)))))
        return words.search(text) is not None


def settle(units: Sequence[Unit], meant: dict[str, tuple[Lex, bool]], signed: Collection[int]) -> None:
    """Leave to units that name two states the one meant; `signed` are the starts of words written with a damma."""
    for key, (full, told) in meant.items():
        for unit in units:
            if unit.lexes and key in unit.text and (told or unit.start in signed) and key in unit.lexes.keys:
                unit.lexes = Entries(full if lex.key == key else lex for lex in unit.lexes)
