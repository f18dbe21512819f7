"""Encodings: what bytes are taken for, and what is said about it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.ingest.decode import UnknownEncoding, decode, guess, repair, without_surrogates

TEXT = "اتهمت بغداد أنقرة بخرق الأجواء العراقية، ودعت إلى وقف القصف.\r\nسطر ثان ٢٠٢١\n"
PLAIN = "اتهمت بغداد انقرة بخرق الاجواء العراقية، ودعت الى وقف القصف في الشمال.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_encodings_are_read_without_a_word(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == (TEXT, None)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_mark_is_seen(encoding: str) -> None:
    text, note = decode(TEXT.encode(encoding))
    assert text == TEXT
    assert note is not None
    assert "UTF-16" in note


@pytest.mark.parametrize(("encoding", "name"), [("cp1256", "Windows-1256"), ("iso8859-6", "ISO 8859-6")])
@pytest.mark.parametrize("around", ["", "plain Latin words around it, more of them than Arabic ones. " * 20])
def test_one_byte_arabic_is_detected_with_a_note(encoding: str, name: str, around: str) -> None:
    text, note = decode((around + PLAIN).encode(encoding))
    assert text == around + PLAIN
    assert note is not None
    assert name in note


def test_a_few_broken_bytes_do_not_make_utf8_another_encoding() -> None:
    text, note = decode(TEXT[:20].encode() + b"\xff\xfe" + TEXT[20:].encode())
    assert text.replace("\ufffd", "") == TEXT
    assert note is not None
    assert note.startswith("2 invalid")


def test_a_cut_last_character_does_not_change_the_guess() -> None:
    data = TEXT.encode()
    for cut in range(20, 60):
        assert guess(data[:cut]) == "utf-8"


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n" + bytes(200), bytes(range(256)) * 8, b"\xd0\xcf\x11\xe0" + b"\x00\xff" * 99]
)
def test_binary_files_are_refused(data: bytes) -> None:
    with pytest.raises(UnknownEncoding):
        decode(data)


def test_a_given_encoding_is_not_guessed_at() -> None:
    assert decode(PLAIN.encode("cp1256"), "windows-1256") == (PLAIN, None)


def test_bytes_that_came_through_as_surrogates_are_mended() -> None:
    assert repair(PLAIN) == (PLAIN, None)
    text, note = repair(PLAIN.encode("cp1256").decode("utf-8", "surrogateescape"))
    assert text == PLAIN
    assert note is not None


def test_unpaired_surrogates_are_replaced_one_for_one() -> None:
    assert without_surrogates("أ\ud800ب\udfffج😀") == ("أ\ufffdب\ufffdج😀", 2)
    assert without_surrogates(TEXT) == (TEXT, 0)


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except UnknownEncoding:
        return
    text.encode()
