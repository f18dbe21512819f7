"""What the lexicon knows of a word, and what its entries add up to.

The rules ask the same few questions of every word (is it of this noun class, an office, a name?). The answers are
worked out once for each word form and kept with its entries, which all its occurrences share.
"""

from __future__ import annotations

from functools import cached_property

from waqai.lexicon.table import Lex

#: fields of a `Lex` that rules ask for with `Unit.has`
_FIELDS = (
    "frames", "active", "passive", "lights", "classes", "names", "demonyms", "seats", "seats_gov", "shorts", "roles", "bodies", "generics", "fn", "places", "verbs",  # noqa: E501
)  # fmt: skip


class Entries(tuple[Lex, ...]):
    """The entries of one word form, or of one phrase of the lexicon; nothing changes them."""

    @cached_property
    def classes(self) -> frozenset[str]:
        """The noun classes of all entries."""
        return frozenset(name for lex in self for name in lex.classes)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The words, folded, under which the entries stand in the lexicon."""
        return frozenset(lex.key for lex in self)

    @cached_property
    def functions(self) -> frozenset[str]:
        """The classes of function words."""
        return frozenset(name for lex in self for name in lex.fn)

    @cached_property
    def fields(self) -> frozenset[str]:
        """The fields that some entry fills: ``roles``, ``names``, ``frames`` ..."""
        return frozenset(field for field in _FIELDS if any(getattr(lex, field) for lex in self))

    @cached_property
    def named(self) -> bool:
        """Whether they name a country, group, person or a place."""
        return not self.fields.isdisjoint(("names", "seats", "seats_gov", "shorts", "places"))

    @cached_property
    def known(self) -> bool:
        """Whether the word is more than part of personal names."""
        return any(lex.pos != "NAME" for lex in self)


NONE = Entries()
