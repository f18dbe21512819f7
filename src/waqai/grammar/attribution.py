"""Joins the words that lead to a source to one unit: وفق ما أفاد, وفقا لما أعلنته, على ما ذكر, كما قال.

The unit is tagged AT, as بحسب and نقلا عن are by the lexicon; who said it stands behind, and the verb is no part of his
name. ما that stands for what is said needs no more than a verb behind وفق and its like. After على and كما the verb must
be one of stating, and nothing that is said may follow: كما أكد أن says that he affirmed something else, too.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.grammar.units import Unit
from waqai.lexicon.table import Table

_STATING = frozenset(("say", "announce", "claim"))
#: where an aside ends
_ENDS = frozenset('،,.؛;؟?!»")(-–—')
#: what may stand before كما أفاد: the sentence that it is said of
_BEFORE = frozenset('،,»")')
#: what may stand before it without a mark: the end of what is told
_TOLD = frozenset(("N", "NUM", "T", "PP"))
_CONTENT = frozenset(("CMP", ":", "«", '"', "RELF"))
_TO_CONTENT = frozenset(("عن", "الى", "على"))
#: noun classes of speakers other than persons and bodies
_SPEAKING = frozenset(("people", "reported_speech", "spoken_source", "media_outlet", "document"))


def join(units: list[Unit], table: Table) -> None:
    """Join in place the words that lead to a source."""
    k = 0
    while k < len(units) - 1:
        end = _leads_to(units, k, table)
        if end > k + 1:
            first, last = units[k], units[end - 1]
            first.tag = "AT"
            first.last, first.end = last.last, last.end
            first.text = " ".join(unit.text for unit in units[k:end])
            del units[k + 1 : end]
        k += 1


def _leads_to(units: Sequence[Unit], k: int, table: Table) -> int:
    """Where a run of words that leads to a source ends; `k` where none starts."""
    unit = units[k]
    at = k + 1
    if unit.tag == "AT":
        if not unit.text.endswith("ما"):  # وفقا لما, استنادا إلى ما
            if at < len(units) and units[at].text == "الى":
                at += 1
            if at >= len(units) or units[at].text not in ("لما", "ما"):
                return k
            at += 1
        return _with_pronoun(units, at + 1) if at < len(units) and _verbal(units[at]) else k
    if unit.tag == "P" and unit.text == "على" and units[at].text == "ما":
        at += 1
        if at >= len(units) or not _states(units[at], table) or not _closes(units, at + 1):
            return k
        reading = units[at].reading
        if reading is not None and reading.object and not _aside(units, k):
            return k  # رد على ما قاله الوزير
        return _with_pronoun(units, at + 1)
    ends = _aside(units, k) or (k > 2 and units[k - 1].tag in _TOLD)
    if unit.text in ("كما", "مثلما") and ends and _states(units[at], table) and not units[at].conj:
        at = _with_pronoun(units, at + 1)
        if at < len(units) and _can_speak(units[at]) and _closes(units, at, only_speaker=True):
            return at
    return k


def _verbal(unit: Unit) -> bool:
    return unit.info is not None and bool(unit.info.verbs) and not unit.known


def _states(unit: Unit, table: Table) -> bool:
    if unit.tag != "V" or unit.info is None:
        return False
    return any(_STATING & set(table.verbs[reading.verb].kinds) for reading in unit.info.verbs)


def _aside(units: Sequence[Unit], k: int) -> bool:
    return k > 0 and units[k - 1].tag in _BEFORE


def _with_pronoun(units: Sequence[Unit], at: int) -> int:
    """Past a preposition with a pronoun: أفادت به."""
    return at + 1 if at < len(units) and units[at].tag == "PP" else at


def _closes(units: Sequence[Unit], at: int, *, only_speaker: bool = False) -> bool:
    """Whether nothing that is said follows before the aside ends: no clause; with `only_speaker` no event noun either
    and nothing behind the prepositions of what is said (كما أعلن الوزير رفضه للقرار, كما كشف الجيش عن).
    """
    for unit in units[at : at + 14]:
        if unit.tag in _ENDS:
            return True
        if unit.tag in _CONTENT:
            return False
        if only_speaker and (unit.text in _TO_CONTENT or unit.prep == "ب" or unit.has("frames")):
            return False
    return True


def _can_speak(unit: Unit) -> bool:
    """A person, a body or a text, or a name that nobody knows; not what is affirmed: كما أكد دعم بلاده."""
    if unit.tag == "P":
        return True  # كما قال لوكالة فرانس برس مسؤول
    if unit.tag not in ("N", "NUM", "Q", "DEM"):
        return False
    if unit.prep or not unit.known or unit.tag != "N":
        return not unit.has("frames")
    return (
        unit.has("roles")
        or unit.has("bodies")
        or unit.has("generics")
        or unit.named
        or bool(_SPEAKING & unit.classes)
    )
