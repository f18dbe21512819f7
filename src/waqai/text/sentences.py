"""Sentences: bounds in a folded text.

A line break always ends a sentence. Inside a line, a full stop, question or exclamation mark or ellipsis does when a
space follows and
it is neither part of a number, an abbreviation (د.، أ.د.، م.) nor an initial. Quotation marks that close right after
the mark
stay with their sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_END = re.compile(r"(?:\.{2,}|[.!?؟…]+)[\"»)\]']*(?=\s|$|[«\"])|(?<=[^\d\s.])\.(?=[وفا][^\s.]{3})")
_ABBREVIATION = re.compile(r"(?:^|[\s(«\"])(?:[^\W\d_]{1,2}|ا\.ف|أ\.ف|ا\.د|دك|الخ\)?|[A-Z][a-z]{0,2})$")
_SPACE = re.compile(r"\s*")
#: Sentences longer than this are cut at a space: keeps every later stage linear on hostile input.
LONGEST = 6000


def split(text: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of each sentence of folded `text`, without surrounding space, in order."""
    for line in _LINE.finditer(text):
        begin = line.start()
        for stop in _END.finditer(text, line.start(), line.end()):
            if stop.group()[0] == "." and len(stop.group()) == 1:
                before = text[max(begin, stop.start() - 8) : stop.start()]
                if _ABBREVIATION.search(before) and not before.endswith(("ها", "هم")):
                    continue
            yield from _trim(text, begin, stop.end())
            begin = stop.end()
        yield from _trim(text, begin, line.end())


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = text.rfind(" ", start, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end
