"""Bytes to text, with the encodings that Arabic archives come in.

UTF-8 and anything with a byte order mark is taken as such. Else the bytes decide: UTF-16 without a mark shows by its
high bytes of the Arabic block, Windows-1256 and ISO 8859-6 by giving Arabic letters where UTF-8 breaks; the two are
told apart by how the article ال would be written in each.
"""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ESCAPED = re.compile("[\udc80-\udcff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_ARABIC = re.compile("[\u060c\u061b\u061f\u0621-\u0652\u0660-\u0669]")
REPLACEMENT = "\ufffd"


class UnknownEncoding(ValueError):
    """The bytes are no text in any encoding known here."""


def guess(data: bytes) -> str:
    """The name of the codec for `data`, which may be cut off at its end.

    Raises `UnknownEncoding` for bytes that look like no text.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    half = len(data) // 2
    if half >= 8:
        if data[1::2].count(6) > half * 0.3:
            return "utf-16-le"
        if data[0::2].count(6) > half * 0.3:
            return "utf-16-be"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        pass
    else:
        if data.count(0) > len(data) * 0.05:
            raise UnknownEncoding("looks like a binary file, not like text")
        return "utf-8"
    as_utf8 = data.decode("utf-8", "surrogateescape")
    bad = len(_ESCAPED.findall(as_utf8))
    good = len(_NOT_ASCII.findall(as_utf8)) - bad
    if good >= bad:
        return "utf-8"
    high = _NOT_ASCII.findall(data.decode("cp1256"))
    if data.count(0) <= len(data) * 0.01 and sum(map(len, map(_ARABIC.findall, high))) >= 0.6 * len(high):
        return "cp1256" if data.count(b"\xc7\xe1") >= data.count(b"\xc7\xe4") else "iso8859-6"
    if bad <= len(data) * 0.1 and data.count(0) <= len(data) * 0.01:
        return "utf-8"
    raise UnknownEncoding("is neither UTF-8 nor Arabic in Windows-1256")


def known(encoding: str) -> bool:
    """Whether Python knows this encoding."""
    try:
        codecs.lookup(encoding)
    except LookupError:
        return False
    return True


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str | None]:
    """The text of `data`, and a note when its encoding was guessed or bytes had to be replaced by U+FFFD.

    With `encoding` nothing is guessed. A byte order mark is no part of the text; everything else is, line ends as they
    are. Raises `UnknownEncoding`.
    """
    name = encoding or guess(data)
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        text = data.decode(name, "replace")
        return text, f"{text.count(REPLACEMENT)} invalid bytes or characters of {label(name)} replaced by U+FFFD"
    return text, guessed(name) if encoding is None else None


def guessed(name: str) -> str | None:
    """The note for a guessed encoding that the reader should know of."""
    return f"not UTF-8: read as {label(name)}" if name in {"cp1256", "iso8859-6", "utf-16-le", "utf-16-be"} else None


def label(name: str) -> str:
    """The usual name of a codec."""
    return {
        "cp1256": "Windows-1256",
        "iso8859-6": "ISO 8859-6",
        "utf-8": "UTF-8",
        "utf-8-sig": "UTF-8",
        "utf-16-le": "UTF-16",
        "utf-16-be": "UTF-16",
    }.get(name, name)


def repair(text: str) -> tuple[str, str | None]:
    """Mend what was decoded with ``surrogateescape``: the bytes that are not UTF-8 are decoded as `decode` does."""
    if not _ESCAPED.search(text):
        return text, None
    return decode(text.encode("utf-8", "surrogateescape"))


def without_surrogates(text: str) -> tuple[str, int]:
    """`text` with each unpaired surrogate replaced by U+FFFD (offsets stay), and how many there were."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.subn(REPLACEMENT, text)
    return text, 0
