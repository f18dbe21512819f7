"""Keys of decisions: what a person decided outlives the coder that wrote the ids."""

import msgspec
from mentions import event

from waqai.record.decisions import key_of, resolve
from waqai.record.model import Decision
from waqai.records import Span

TEXT = "سقطت صواريخ على المطار في هجوم أوقع قتلى"
ONE = event("doc@1", "ASSAULT", "صواريخ", text=TEXT, at=50)
OTHER = event("b", "ASSAULT", "قصف", text="قصف المطار")
SAME = Decision(key_of(ONE), key_of(OTHER), "same")


def recoded(**changes):
    return msgspec.structs.replace(ONE, event_id="new", **changes)


def together(*events):
    return resolve([SAME], events).together


def test_the_key_can_be_read():
    assert key_of(ONE) == "ASSAULT@55-61/50-90:صواريخ@doc@1"


def test_the_same_anchor():
    assert together(OTHER, recoded()) == ((0, 1),)


def test_a_longer_anchor_and_another_sentence():
    longer = recoded(anchor=Span("سقطت صواريخ", 50, 61), sentence=Span(TEXT[:20], 50, 70))
    assert together(OTHER, longer) == ((0, 1),)


def test_another_anchor_in_the_sentence():
    other = recoded(anchor=Span("هجوم", 76, 80))
    assert together(OTHER, other) == ((0, 1),)
    second = recoded(anchor=Span("قتلى", 86, 90))
    assert together(OTHER, other, second) == ()  # one of two: not known which


def test_a_text_that_was_changed_before_it():
    moved = recoded(anchor=Span("صواريخ", 155, 161), sentence=Span(TEXT, 150, 190))
    assert together(OTHER, moved) == ((0, 1),)


def test_another_type_or_document_is_not_meant():
    assert together(OTHER, recoded(event_type="CONSULT")) == ()
    assert together(OTHER, recoded(doc_id="c")) == ()


def test_what_is_gone_or_unreadable_waits():
    assert resolve([SAME, Decision("nonsense", key_of(OTHER), "same")], [OTHER]).unresolved == (
        SAME,
        Decision("nonsense", key_of(OTHER), "same"),
    )
