"""Read what is compared: annotations, coder's records, and the stories they speak of.

Two kinds of file hold event mentions, and both may stand on either side of a comparison:

- *annotations* (docs/evaluate.md): one JSON object a line with ``doc``, ``sent``, ``type``, ``anchor``, ...,
  as a person writes them, counting sentences;
- *records*: one JSON object a line as ``waqai code -o FILE.jsonl`` writes them, with offsets.

Both become `Mention`s. A file that cannot be read raises `EvaluationError`, whose message names the
file and the line and says how to mend it.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

TYPES = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)
STATUSES = ("actual", "future", "hypothetical", "negated", "historical")

_SHOWN = 10  # bad lines told of in one message; more would hide the first


class EvaluationError(ValueError):
    """A file cannot be compared; the message says which, where and what to do about it."""


class Story(msgspec.Struct, frozen=True):
    """The text that was coded and its numbered sentences: (number, start, end), offsets in code points."""

    id: str
    text: str
    sentences: tuple[tuple[int, int, int], ...]
    publisher: str = ""


class Mention(msgspec.Struct, frozen=True):
    """One event mention of either side, reduced to what is compared.

    `actors` and `recipients` are sets of country codes without the unknown ones; `sectors` is None where
    nothing is to be compared. `stated` is a date as an annotator writes it (``2021-03-23``, ``2021-03`` or
    ``2021``); `first` and `last` enclose it as ISO days. `source` holds the words that name the source,
    folded; `sourced` says whether there is one. `number` is the sentence counted from 1 where an annotator
    counted it, `sentence` its offsets where a coder gave them.
    """

    doc: str
    line: int
    type: str
    mode: str | None
    status: str
    anchor: str
    actors: frozenset[str]
    recipients: frozenset[str]
    sectors: frozenset[str] | None
    source: frozenset[str]
    sourced: bool
    parties: str
    start: int | None = None
    end: int | None = None
    stated: str | None = None
    first: str | None = None
    last: str | None = None
    number: int | None = None
    sentence: tuple[int, int] | None = None
    sentence_text: str = ""
    sure: bool = True
    confidence: float | None = None
    publisher: str = ""
    event_id: str | None = None


class Mentions(msgspec.Struct, frozen=True):
    """The mentions of one file; `annotated` tells annotations from records."""

    path: str
    annotated: bool
    mentions: tuple[Mention, ...]


class _Annotation(msgspec.Struct, frozen=True):
    doc: str
    sent: int
    type: str
    anchor: str
    mode: str | None = None
    actor: list[str] = []
    recipient: list[str] = []
    actor_code: list[str] = []
    recipient_code: list[str] = []
    status: str = "actual"
    date: str | None = None
    source: str | None = None
    sure: int = 1


class _Span(msgspec.Struct, frozen=True):
    text: str
    start: int
    end: int


class _Party(msgspec.Struct, frozen=True):
    text: str = ""
    country: str | None = None
    sector: str | None = None


class _Days(msgspec.Struct, frozen=True):
    start: str
    end: str | None = None


class _Source(msgspec.Struct, frozen=True):
    text: str | None = None
    name: str | None = None
    name_ar: str | None = None


class _Record(msgspec.Struct, frozen=True):
    doc_id: str
    event_type: str
    anchor: _Span
    event_mode: str | None = None
    status: str | None = None
    sentence: _Span | None = None
    actors: list[_Party] | None = None
    recipients: list[_Party] | None = None
    date: _Days | None = None
    source: _Source | None = None
    confidence: float | None = None
    publisher: str | None = None
    event_id: str | None = None


class _StoryLine(msgspec.Struct, frozen=True):
    id: str
    sentences: dict[str, str] | None = None
    text: str | None = None
    source: str | None = None
    publisher: str | None = None


class _Kind(msgspec.Struct, frozen=True):
    """The keys that tell what a line is."""

    doc: Any = None
    doc_id: Any = None
    id: Any = None
    sentences: Any = None
    text: Any = None


_T = TypeVar("_T", bound=msgspec.Struct)


def bare(text: str) -> frozenset[str]:
    """The words of a name, stripped to what two spellings of it share (hamza, final letters, the article)."""
    for given, plain in (("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ى", "ي"), ("ة", "ه")):
        text = text.replace(given, plain)
    return frozenset(w[2:] if w.startswith("ال") else w for w in text.strip("[] ").split())


def read_mentions(path: Path) -> Mentions:
    """The event mentions of a file of annotations or of records.

    Raises EvaluationError naming each bad line (the first ten) and the mend.
    """
    lines = list(_lines(path))
    if not lines:
        # An empty file is a coder that found nothing; which kind it is matters to nobody.
        return Mentions(str(path), False, ())
    kind = _kind(path, *lines[0])
    if kind.doc is not None and kind.doc_id is None:
        found = _decode_all(path, lines, _Annotation, _from_annotation)
        return Mentions(str(path), True, tuple(found))
    if kind.doc_id is not None:
        found = _decode_all(path, lines, _Record, _from_record)
        return Mentions(str(path), False, tuple(found))
    if kind.id is not None and (kind.sentences is not None or kind.text is not None):
        raise EvaluationError(
            f"{path} holds articles, not event mentions. Give it with --stories, or code it first: "
            f"waqai code {path} -o coded.jsonl"
        )
    raise EvaluationError(
        f"{path}, line {lines[0][0]}: neither an annotation (needs doc, sent, type, anchor) nor a record of "
        "waqai code (needs doc_id, event_type, anchor). See docs/evaluate.md for both formats."
    )


def read_stories(path: Path) -> dict[str, Story]:
    """Stories by id, in the order of the file.

    A line has ``id`` and either ``sentences`` (number: text; the coded text is these joined with a newline,
    in the order of their numbers) or ``text`` (its lines that are not blank are the sentences, from 1).
    """
    stories: dict[str, Story] = {}
    bad: list[str] = []
    for number, raw in _lines(path):
        try:
            line = msgspec.json.decode(raw, type=_StoryLine)
            story = _story(line)
        except (msgspec.DecodeError, ValueError) as error:
            bad.append(f"{path}, line {number}: {_plain(error)}")
            continue
        if story.id in stories:
            bad.append(f"{path}, line {number}: a second story with the id {story.id!r}; ids must differ")
        stories[story.id] = story
    _refuse(bad, "A story needs id and either sentences {number: text} or text.")
    if not stories:
        raise EvaluationError(f"{path} holds no story; give the file of the articles that were coded")
    return stories


def _story(line: _StoryLine) -> Story:
    publisher = line.publisher or line.source or ""
    if line.sentences is not None:
        position, bounds, parts = 0, [], []
        for number, text in sorted(((int(n), t) for n, t in line.sentences.items())):
            bounds.append((number, position, position + len(text)))
            parts.append(text)
            position += len(text) + 1
        return Story(line.id, "\n".join(parts), tuple(bounds), publisher)
    if line.text is None:
        raise ValueError("neither sentences nor text")
    bounds, position = [], 0
    for text in line.text.split("\n"):
        if text.strip():
            bounds.append((len(bounds) + 1, position, position + len(text)))
        position += len(text) + 1
    return Story(line.id, line.text, tuple(bounds), publisher)


def _from_annotation(a: _Annotation, line: int) -> Mention:
    for side in ("actor", "recipient"):
        words, codes = getattr(a, side), getattr(a, f"{side}_code")
        if len(words) != len(codes):
            raise ValueError(f"{len(words)} in {side} but {len(codes)} in {side}_code; give one code a mention")
    first, last = _enclose(a.date) if a.date else (None, None)
    return Mention(
        doc=a.doc,
        line=line,
        type=_known(a.type, TYPES, "type"),
        mode=a.mode or None,
        status=_known(a.status, STATUSES, "status"),
        anchor=a.anchor,
        actors=_countries(a.actor_code),
        recipients=_countries(a.recipient_code),
        sectors=frozenset(_sector(code) for code in a.actor_code) if a.actor_code else None,
        source=bare(a.source or ""),
        sourced=bool(a.source),
        parties=_parties(
            [(text, code) for text, code in zip(a.actor, a.actor_code, strict=False)],
            [(text, code) for text, code in zip(a.recipient, a.recipient_code, strict=False)],
        ),
        stated=a.date or None,
        first=first,
        last=last,
        number=a.sent,
        sure=bool(a.sure),
    )


def _from_record(r: _Record, line: int) -> Mention:
    actors, recipients = r.actors or [], r.recipients or []
    source = r.source
    return Mention(
        doc=r.doc_id,
        line=line,
        type=_known(r.event_type, TYPES, "event_type"),
        mode=r.event_mode or None,
        status=r.status or "",
        anchor=r.anchor.text,
        start=r.anchor.start,
        end=r.anchor.end,
        actors=_countries([p.country or "" for p in actors]),
        recipients=_countries([p.country or "" for p in recipients]),
        sectors=frozenset(p.sector or "" for p in actors),
        source=bare(f"{source.text or ''} {source.name_ar or ''}") if source else frozenset(),
        sourced=bool(source and (source.text or source.name)),
        parties=_parties([(p.text, _code(p)) for p in actors], [(p.text, _code(p)) for p in recipients]),
        first=r.date.start if r.date else None,
        last=(r.date.end or r.date.start) if r.date else None,
        sentence=(r.sentence.start, r.sentence.end) if r.sentence else None,
        sentence_text=r.sentence.text if r.sentence else "",
        confidence=r.confidence,
        publisher=r.publisher or "",
        event_id=r.event_id,
    )


def _countries(codes: list[str]) -> frozenset[str]:
    return frozenset(code.split(" ")[0] for code in codes) - {"", "UNK"}


def _sector(code: str) -> str:
    parts = code.split(" ")
    return parts[1] if len(parts) > 1 else ""


def _code(party: _Party) -> str:
    return " ".join(part for part in (party.country or "UNK", party.sector) if part)


def _parties(actors: list[tuple[str, str]], recipients: list[tuple[str, str]]) -> str:
    """Both sides for a listing: ``العراق [IRQ] -> واشنطن [USA]``."""
    sides = ["; ".join(f"{text} [{code}]" for text, code in side) or "-" for side in (actors, recipients)]
    return " -> ".join(sides)


def _enclose(date: str) -> tuple[str, str]:
    """First and last day of ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``."""
    parts = date.split("-")
    try:
        year, month, day = (int(p) for p in (*parts, "1", "1")[:3])
        if len(parts) > 3 or not (1 <= year <= 9999 and 1 <= month <= 12):
            raise ValueError
        length = calendar.monthrange(year, month)[1]
        if not 1 <= day <= length:
            raise ValueError
    except ValueError:
        raise ValueError(f"the date {date!r} is none; write YYYY-MM-DD, YYYY-MM, YYYY or null") from None
    if len(parts) == 1:
        return f"{date}-01-01", f"{date}-12-31"
    if len(parts) == 2:
        return f"{date}-01", f"{date}-{length:02}"
    return date, date


def _known(value: str, values: tuple[str, ...], field: str) -> str:
    if value not in values:
        raise ValueError(f"{field} {value!r} is unknown; it is one of {', '.join(values)}")
    return value


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """The lines of a JSONL file that are not blank, with their numbers from 1."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise EvaluationError(f"{path}: there is no such file") from None
    except IsADirectoryError:
        raise EvaluationError(f"{path} is a folder; give the JSONL file in it") from None
    except OSError as error:
        raise EvaluationError(f"{path} cannot be read: {error.strerror}") from None
    data = data.removeprefix(b"\xef\xbb\xbf")
    if data.startswith(b"PAR1") or path.suffix.lower() in {".csv", ".tsv", ".parquet", ".xlsx"}:
        raise EvaluationError(f"{path} is not JSONL; code again with an output that ends in .jsonl: -o coded.jsonl")
    if data.lstrip()[:1] == b"[":
        raise EvaluationError(
            f"{path} holds one JSON array; write one object a line instead: jq -c '.[]' {path} > {path.stem}.jsonl"
        )
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.strip():
            yield number, line


def _kind(path: Path, number: int, raw: bytes) -> _Kind:
    try:
        return msgspec.json.decode(raw, type=_Kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise EvaluationError(
            f"{path}, line {number}: {_plain(error)}. Each line must be one JSON object in UTF-8."
        ) from None


def _decode_all(
    path: Path, lines: list[tuple[int, bytes]], model: type[_T], convert: Callable[[_T, int], Mention]
) -> list[Mention]:
    decoder = msgspec.json.Decoder(model)
    found: list[Mention] = []
    bad: list[str] = []
    for number, raw in lines:
        try:
            found.append(convert(decoder.decode(raw), number))
        except (msgspec.DecodeError, ValueError) as error:
            bad.append(f"{path}, line {number}: {_plain(error)}")
    _refuse(bad, "The formats are described in docs/evaluate.md.")
    return found


def _refuse(bad: list[str], mend: str) -> None:
    if bad:
        more = [f"... and {len(bad) - _SHOWN} lines more"] if len(bad) > _SHOWN else []
        raise EvaluationError("\n".join([*bad[:_SHOWN], *more, mend]))


def _plain(error: Exception) -> str:
    """What msgspec or a check says, without the library's path syntax for the whole line."""
    if isinstance(error, UnicodeDecodeError):
        return "not UTF-8"
    text = str(error).removesuffix(" - at `$`")
    if "utf-8" in text.lower():
        return "not UTF-8; save the file as UTF-8"
    if "truncated" in text or "malformed" in text:
        return f"no whole JSON object ({text})"
    return text.replace("`$.", "`")
