"""What is said: the part of a sentence that a clause of saying has for its content."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.grammar.clauses import Clause, Parse

#: marks of quotation and what closes them
_QUOTES = {"«": "»", '"': '"'}


def contents(clause: Clause, parsed: Parse, text: str) -> Iterator[tuple[Clause, int, int]]:
    """The complement clauses of a clause of saying, each with the bounds of what it says in the folded `text`.

    A content has all that hangs on its clause (where, when, why, of whom); a clause coordinated with it belongs to it
    (إن الجيش انسحب ودخلت الشرطة), unless a word for `that` of its own opens it (وأن). Marks at its end are left out,
    but not the one that closes a quotation within it.
    """
    for content in clause.comps:
        if content.coord is None or content.opener or content.coord not in clause.comps:
            bounds = _bounds(content, parsed)
            if bounds is not None:
                yield content, bounds[0], _closed(text, *bounds)


def _bounds(clause: Clause, parsed: Parse) -> tuple[int, int] | None:
    if clause.first < 0:
        return None
    said = {clause.number}
    for other in parsed.clauses[clause.number + 1 :]:
        goes_on = other.coord is not None and other.coord.number in said and other.parent is clause.parent
        if (goes_on and not other.opener) or any(above.number in said for above in other.ancestors()):
            said.add(other.number)
    start = end = parsed.chunks[clause.first].start
    for item, of in zip(parsed.chunks[clause.first :], parsed.of_chunk[clause.first :], strict=True):
        if of.number not in said:
            continue
        if item.phrase is not None:
            end = max(part.end for part in item.phrase.all)
        elif item.unit is not None and item.unit.text[0].isalnum():
            end = item.unit.end
    return (start, end) if end > start else None


def _closed(text: str, start: int, end: int) -> int:
    """The end behind the mark that closes a quotation opened within."""
    inside = text[start:end]
    for opening, closing in _QUOTES.items():
        still_open = inside.count(opening) > inside.count(closing) if opening != closing else inside.count(opening) % 2
        if still_open and text[end : end + 1] == closing:
            return end + 1
    return end
