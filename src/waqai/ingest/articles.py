"""From the fields of a record to an `Article`: the same checks for every format and for the library."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from waqai.errors import Failure, Notice, UsageError
from waqai.ingest.dates import iso_day
from waqai.ingest.decode import without_surrogates
from waqai.records import Article

#: What takes messages about single records.
Report = Callable[[Failure | Notice], None]
#: The fields that a record may have; `text` it must.
FIELDS = ("id", "text", "date", "title", "publisher", "url")
#: Names under which the text of articles often stands, for a hint.
_USUAL_TEXT = (
    "text",
    "body",
    "content",
    "article",
    "article_text",
    "maintext",
    "story",
    "full_text",
    "النص",
    "نص",
    "المتن",
)


class Unusable(ValueError):
    """A record that cannot become an article: the reason and what mends it."""

    def __init__(self, kind: str, reason: str, mend: str) -> None:
        super().__init__(reason)
        self.kind = kind
        self.reason = reason
        self.mend = mend


def parse_columns(columns: str | None) -> dict[str, str]:
    """Read ``text=body,date=published`` into ``{"text": "body", "date": "published"}``.

    Raises `UsageError` for anything else and for fields that there are not.
    """
    mapping: dict[str, str] = {}
    for part in (columns or "").split(","):
        if not part.strip():
            continue
        field, equals, name = (piece.strip() for piece in part.partition("="))
        if not equals or not name or field not in FIELDS:
            raise UsageError(
                f"--columns: {part.strip()!r} is not FIELD=COLUMN",
                f"FIELD is one of {', '.join(FIELDS)}, as in text=body",
            )
        mapping[field] = name
    return mapping


def pick(record: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, Any]:
    """The six fields of `record`, found under the names that `columns` gives.

    A name may lead into nested objects with dots (``article.body``). Names not given are matched in any case.
    Raises `Unusable` when there is no text field.
    """
    folded = {str(key).strip().lower(): key for key in record}
    out: dict[str, Any] = {}
    for field in FIELDS:
        if field in columns:
            found, value = _follow(record, columns[field])
        else:
            found, value = field in folded, record.get(folded.get(field, field))
        if found:
            out[field] = value
        elif field == "text" or field in columns:
            raise Unusable("field", f"has no field {columns.get(field, field)!r}", field_hint(field, record))
    return out


def _follow(record: Mapping[str, Any], path: str) -> tuple[bool, Any]:
    if path in record:
        return True, record[path]
    value: Any = record
    for step in path.split("."):
        if not isinstance(value, Mapping) or step not in value:
            return False, None
        value = value[step]
    return True, value


def field_hint(field: str, record: Iterable[str]) -> str:
    """How to name the column that holds `field`, with a likely one where there is one."""
    names = [str(name) for name in record]
    listed = ", ".join(names[:12]) + (" ..." if len(names) > 12 else "")
    likely = next((name for name in names if name.lower() in _USUAL_TEXT), None) if field == "text" else None
    if likely is None and isinstance(record, Mapping):
        inner = ((key, value) for key, value in record.items() if isinstance(value, Mapping))
        likely = next((f"{key}.{n}" for key, value in inner for n in value if str(n).lower() in _USUAL_TEXT), None)
    return f"it has: {listed or 'nothing'}; name the right one with --columns {field}={likely or 'NAME'}"


def make_article(
    text: str,
    date: Any = None,
    *,
    id: Any = None,
    title: Any = None,
    publisher: Any = None,
    url: Any = None,
    origin: str | None = None,
    report: Report | None = None,
) -> Article:
    """An `Article` of checked fields; what had to be mended goes to `report` as a `Notice`.

    `date` is anything that `iso_day` reads; an impossible one counts as none. Unpaired surrogates become U+FFFD, so
    that offsets stay and the record can be written. Without `id` the article gets the first 16 hexadecimal digits of
    the SHA-256 of its content.
    """
    name = origin or (f"article {id}" if id is not None else "article")

    def notice(kind: str, reason: str, mend: str = "") -> None:
        if report is not None:
            report(Notice(kind, name, reason, mend))

    text, broken = without_surrogates(text)
    if broken:
        notice(
            "surrogate",
            f"{broken} unpaired surrogates replaced by U+FFFD",
            "what wrote it cuts characters in two",
        )
    day = None
    try:
        day = iso_day(date)
    except ValueError as error:
        notice("date", f"date {error}: coded as without a date", "write dates as YYYY-MM-DD")
    title, publisher, url, origin = _clean(title), _clean(publisher), _clean(url), _clean(origin)
    identity = _clean(id)
    if identity is None:
        content = "\x1f".join([text, day or "", title or "", publisher or "", url or ""])
        identity = hashlib.sha256(content.encode()).hexdigest()[:16]
    return Article(identity, text, day, title, publisher, url, origin)


def _clean(value: Any) -> str | None:
    """A field of one line: text without surrogates and outer space; None where it says nothing."""
    if value is None or value != value:  # NaN stands for nothing in tables
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # ids of tables with gaps
    if isinstance(value, list | tuple):
        value = "; ".join(str(v) for v in value)
    return without_surrogates(str(value))[0].strip() or None


def text_of(value: Any) -> str:
    """The text of a record's text field: a string, or a list of paragraphs. Raises `Unusable`."""
    if isinstance(value, list) and value and all(isinstance(v, str) for v in value):
        value = "\n".join(value)
    if value is None or value != value or (isinstance(value, str) and not value.strip()):
        raise Unusable(
            "empty", "the text is empty", "nothing to code: remove the record, or see what should stand there"
        )
    if not isinstance(value, str):
        kind = {dict: "an object", list: "a list", bool: "true or false"}.get(type(value), "a number")
        raise Unusable("text", f"the text is {kind}, not a string", "name the right field with --columns text=NAME")
    return value
