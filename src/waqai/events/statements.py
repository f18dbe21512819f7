"""What is said: the part of a sentence that a clause of saying has for its content."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.grammar.clauses import Clause, Parse

#: marks of quotation and what closes them
_QUOTES = {"«": "»", '"': '"'}


class Contents:
    """The contents of the clauses of saying of one parsed sentence; linear in its length."""

    def __init__(self, parsed: Parse, text: str) -> None:
        self._parsed = parsed
        self._text = text
        self._ends: list[int] | None = None  # of clauses; most sentences have no clause of saying, and need none

    def of(self, clause: Clause) -> Iterator[tuple[Clause, int, int]]:
        """The complement clauses of a clause of saying, each with the bounds of what it says in the folded text.

        A content has all that hangs on its clause (where, when, why, of whom); a clause coordinated with it belongs to
        it (إن الجيش انسحب ودخلت الشرطة), unless a word for `that` of its own opens it (وأن). Marks at its end are left
        out, but not the one that closes a quotation within it.
        """
        if self._ends is None:
            self._ends = _ends(self._parsed)
        for content in clause.comps:
            if content.first < 0 or (content.coord in clause.comps and not content.opener):
                continue
            start, end = self._parsed.chunks[content.first].start, self._ends[content.number]
            if end > start:
                yield content, start, _closed(self._text, start, end)


def _ends(parsed: Parse) -> list[int]:
    """For each clause, by its number, where its last word ends: those that hang on it and go on with it counted in."""
    ends = [0] * len(parsed.clauses)
    for item, of in zip(parsed.chunks, parsed.of_chunk, strict=False):
        if item.phrase is not None:
            ends[of.number] = max(ends[of.number], *(part.end for part in item.phrase.all))
        elif item.unit is not None and item.unit.text[0].isalnum():
            ends[of.number] = max(ends[of.number], item.unit.end)
    for clause in reversed(parsed.clauses):  # those above and before stand earlier
        if clause.parent is not None:
            ends[clause.parent.number] = max(ends[clause.parent.number], ends[clause.number])
        coord = clause.coord
        if coord is not None and coord.parent is clause.parent and not clause.opener:
            ends[coord.number] = max(ends[coord.number], ends[clause.number])
    return ends


def _closed(text: str, start: int, end: int) -> int:
    """The end behind the mark that closes a quotation opened within."""
    inside = text[start:end]
    for opening, closing in _QUOTES.items():
        still_open = inside.count(opening) > inside.count(closing) if opening != closing else inside.count(opening) % 2
        if still_open and text[end : end + 1] == closing:
            return end + 1
    return end
