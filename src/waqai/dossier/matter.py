"""What a matter is: the sides, a topic, bounds in time; read from the words of a command line."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Sequence

import msgspec

from waqai.errors import UsageError
from waqai.lexicon.table import Actor, Table
from waqai.text.fold import fold

#: what may stand between the sides: USA-IRQ, USA/IRQ, "الولايات المتحدة - العراق"
_BETWEEN = re.compile(r"\s*[-–—/]\s*")
_OR = re.compile(r"\s*[|،,;؛]\s*")
_PROCLITIC = re.compile("^[وف]?(?:ال|لل|[بكل]ال|[بكل])?")
_WORD = re.compile(r"\w+")
#: codes of actors that are no country, with what they are called
INTERNATIONAL = {
    "IGO": ("منظمات دولية", "international organisations"),
    "UNO": ("الأمم المتحدة", "United Nations"),
    "EUR": ("الاتحاد الأوروبي", "European Union"),
    "NGO": ("منظمات غير حكومية", "non-governmental organisations"),
    "ISM": ("حركات إسلامية", "Islamist movements"),
    "IMG": ("جماعات مسلحة دولية", "international armed groups"),
    "MNC": ("شركات متعددة الجنسيات", "multinational companies"),
}  # fmt: skip


class Matter(msgspec.Struct, frozen=True):
    """One or two sides, each of one or more country codes; `topic` are alternatives, each a set of words.

    `since` and `until` are ISO days, both inclusive.
    """

    code: str
    sides: tuple[tuple[str, ...], ...]
    topic_text: str | None = None
    topic: tuple[tuple[str, ...], ...] = ()
    since: str | None = None
    until: str | None = None


def parse(
    text: str, table: Table, topic: str | None = None, since: str | None = None, until: str | None = None
) -> Matter:
    """The matter that `text` names: codes or names of countries, the sides parted by ``-``, members of one by ``+``.

    `topic`: words that an article must hold in one sentence; alternatives are parted by commas. Raises `UsageError`
    where a name is unknown or a date is none.
    """
    countries = names(table)
    parts = [part for part in _BETWEEN.split(text.strip()) if part]
    if not 1 <= len(parts) <= 2:
        raise UsageError(
            f"a matter has one or two sides, not {len(parts)}: {text!r}",
            "write it as in USA-IRQ; several countries on one side as in USA+GBR-IRQ",
        )
    sides = tuple(tuple(_country(name, countries) for name in part.split("+") if name.strip()) for part in parts)
    if not all(sides):
        raise UsageError(f"a side of {text!r} is empty", "write it as in USA-IRQ")
    if len(sides) == 2 and set(sides[0]) & set(sides[1]):
        raise UsageError(f"the same country stands on both sides of {text!r}", "name two different ones, or only one")
    alternatives = tuple(words for piece in _OR.split(topic or "") if (words := topic_words(piece)))
    if topic is not None and not alternatives:
        raise UsageError(f"the topic {topic!r} holds no word", 'write it as in --topic "الحوار الاستراتيجي"')
    first, last = day_of(since, "--from"), day_of(until, "--to", end=True)
    if first and last and first > last:
        raise UsageError(f"--from {since} is later than --to {until}", "exchange them")
    code = "-".join("+".join(side) for side in sides)
    return Matter(code, sides, topic.strip() if topic else None, alternatives, first, last)


def names(table: Table) -> dict[str, Actor | None]:
    """Every code and every canonical name of a country, as keys: upper-case codes, folded names."""
    out: dict[str, Actor | None] = {}
    for actor in table.actors:
        if actor.kind == "country" and re.fullmatch("[A-Z]{3}", actor.id):
            out.setdefault(actor.id, actor)
            for name in (actor.ar, actor.en):
                out.setdefault(_name(name), actor)
    for code in INTERNATIONAL:
        out.setdefault(code, None)
    return out


def _country(name: str, countries: dict[str, Actor | None]) -> str:
    name = name.strip()
    if re.fullmatch("[A-Za-z]{3}", name) and name.upper() in countries:
        return name.upper()
    actor = countries.get(_name(name))
    if actor is not None:
        return actor.id
    near = difflib.get_close_matches(_name(name), [key for key in countries if len(key) > 3], 3, 0.6)
    hint = " or ".join(sorted({a.id for key in near if (a := countries[key]) is not None}))
    raise UsageError(
        f"no country is known as {name!r}", f"did you mean {hint}?" if hint else "use ISO 3166 codes as in USA-IRQ"
    )


def _name(text: str) -> str:
    return " ".join(fold(text).text.casefold().split())


def topic_words(text: str) -> tuple[str, ...]:
    """The words of a text as topics are compared: folded, without article and proclitics, ى as ي, ة as ه."""
    return tuple(bare(word) for word in _WORD.findall(fold(text).text))


def bare(word: str) -> str:
    """A folded word without what is joined before it, unless too little would remain."""
    word = word.casefold().replace("ى", "ي").replace("ة", "ه")
    match = _PROCLITIC.match(word)
    rest = word[match.end() :] if match else word
    return rest if len(rest) > 2 else word


def on_topic(matter: Matter, texts: Sequence[str]) -> bool:
    """Whether one of the texts (the sentences and the title of an article) holds all words of an alternative."""
    if not matter.topic:
        return True
    for text in texts:
        words = set(topic_words(text))
        if any(words.issuperset(alternative) for alternative in matter.topic):
            return True
    return False


def within(matter: Matter, start: str | None, end: str | None) -> bool:
    """Whether an interval of ISO days overlaps the bounds; an unknown one does."""
    if start is None or end is None:
        return True
    return not ((matter.since and end < matter.since) or (matter.until and start > matter.until))


def day_of(text: str | None, option: str, *, end: bool = False) -> str | None:
    """A day, month or year as the ISO day that it begins or ends with."""
    if text is None:
        return None
    match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", fold(text.strip()).text)
    try:
        if match is None:
            raise ValueError
        year, month, day = int(match[1]), match[2], match[3]
        if day:
            return datetime.date(year, int(month), int(day)).isoformat()
        if not end:
            return datetime.date(year, int(month or 1), 1).isoformat()
        following = datetime.date(year + (month is None or month == "12"), int(month or 12) % 12 + 1, 1)
        return (following - datetime.timedelta(1)).isoformat()
    except ValueError:
        raise UsageError(f"{option} {text!r} is no date", "write YYYY, YYYY-MM or YYYY-MM-DD") from None
