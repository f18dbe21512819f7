"""The words of a dossier in a language: messages, dates, plurals, names of parties; for the HTML and Markdown forms.

The messages stand in ``messages/LANG.yml``.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from waqai.errors import UsageError

from .evidence import MARKS
from .model import Answer, Claim, Count, Line, Party, Position, Strength, Value, When

_FOLDER = Path(__file__).with_name("messages")
LANGUAGES = ("ar", "en")
#: types whose parties act on each other: shown as "A and B", not "A -> B"
_MUTUAL = frozenset(("CONSULT", "AGREE", "COOPERATE"))
#: acts of one side towards another, though their type is one of both
_ONE_SIDED = frozenset(("promise", "consent", "offer", "invitation"))


class Language:
    """Messages and the ways to write dates, numbers and names. Get one with `language`."""

    def __init__(self, code: str, messages: dict[str, Any]) -> None:
        self.code = code
        self.m = messages
        self.dir: str = messages["dir"]

    # -- words -------------------------------------------------------------------------------------------------

    def __call__(self, path: str, /, **values: object) -> str:
        """The message at a path (``sections.timeline``), filled in; the last key itself where there is none."""
        found: Any = self.m
        for step in path.split("."):
            found = found.get(step) if isinstance(found, dict) else None
        if not isinstance(found, str):
            return path.rsplit(".", 1)[-1]
        return found.format(**values) if values else found

    def count(self, what: str, n: int) -> str:
        """A number with its noun in the right form (CLDR plural categories)."""
        forms = self.m["counts"][what]
        return str(forms.get(self._plural(n), forms["other"])).format(n=self.number(n))

    def _plural(self, n: int) -> str:
        if n == 1:
            return "one"
        if self.code == "ar":
            if n == 2:
                return "two"
            if 3 <= n % 100 <= 10:
                return "few"
            if 11 <= n % 100 <= 99:
                return "many"
        return "other"

    def number(self, n: float) -> str:
        """A number with separators of thousands."""
        return f"{int(n):,}" if n == int(n) else f"{n:,}"

    def label(self, type_: str, mode: str | None) -> str:
        """What kind of event it is, in words."""
        if mode and mode in self.m["modes"].get(type_, {}):
            return self("modes." + type_ + "." + mode)
        return self("types." + type_)

    def act(self, line: Line | Answer) -> str:
        """What kind of act a line tells; of a plan, what is planned."""
        if line.plan:
            return self.label(line.plan, None)
        return self("acts." + line.act) if line.act else self.label(line.type, line.mode)

    def answered(self, answer: Answer) -> str:
        """When a request was answered; of what is only planned also for when."""
        if answer.mark != "planned" or answer.told is None:
            return self.when(answer.date)
        text = self("step.planned")
        if answer.date is not None:
            text += " " + self("planned_for", date=self.when(answer.date))
        return f"{text} · {self.day(answer.told)}"

    def stance(self, position: Position) -> str:
        """What a party does with its words."""
        if position.act and position.act in self.m["stance_acts"]:
            return self(f"stance_acts.{position.act}")
        if position.mode and position.mode in self.m["stance_modes"].get(position.stance, {}):
            return self(f"stance_modes.{position.stance}.{position.mode}")
        return self("stances." + position.stance)

    def joined(self, items: Sequence[str]) -> str:
        """Items as a list in a sentence."""
        if len(items) < 2:
            return "".join(items)
        return self("comma").join(items[:-1]) + self("and") + items[-1]

    # -- dates -------------------------------------------------------------------------------------------------

    def day(self, iso: str | None) -> str:
        """A day in words."""
        if not iso:
            return self("unknown_date")
        day = datetime.date.fromisoformat(iso[:10])
        return self("date.day", d=day.day, month=self._month(day), y=day.year)

    def month(self, iso: str) -> str:
        """The month of a day."""
        day = datetime.date.fromisoformat(iso[:10])
        return self("date.month", month=self._month(day), y=day.year)

    def when(self, when: When | None) -> str:
        """A date as exactly as it is known; one of publication says so."""
        if when is None:
            return self("date.undated")
        if when.inferred == "bounds":
            return self("date.between", a=self.day(when.start), b=self.day(when.end))
        if when.inferred == "since":
            exact = when.precision in ("day", "hour", "minute")
            return self("date.since", a=self.day(when.start) if exact else self.month(when.start))
        text = self._interval(when)
        if when.inferred in ("published", "story"):
            return self("date.reported" if when.inferred == "published" else "date.story", date=text)
        return text

    def of_line(self, line: Line) -> str:
        """The date of a line; without one, when it was told."""
        if line.date is None and line.first_report:
            return self("date.told", date=self.day(line.first_report))
        return self.when(line.date)

    def _interval(self, when: When) -> str:
        start, end = datetime.date.fromisoformat(when.start), datetime.date.fromisoformat(when.end)
        if start == end:
            return self.day(when.start)
        if start.day == 1 and (end + datetime.timedelta(1)).day == 1:
            if (start.year, start.month) == (end.year, end.month):
                return self.month(when.start)
            if start.month == 1 and end.month == 12:
                if start.year == end.year:
                    return self("date.year", y=start.year)
                if when.precision == "decade":
                    return self("date.decade", y=start.year)
            return self("date.range", a=self.month(when.start), b=self.month(when.end))
        if (start.year, start.month) == (end.year, end.month):
            return self("date.days", d1=start.day, d2=end.day, month=self._month(start), y=start.year)
        return self("date.range", a=self.day(when.start), b=self.day(when.end))

    def period(self, first: str | None, last: str | None) -> str:
        """From one day to another."""
        if not first or not last:
            return self("date.undated")
        return self._interval(When(first, last, "day"))

    def months(self, first: str | None, last: str | None) -> str:
        """From one month to another: the bounds of happenings are known no more exactly."""
        if not first or not last:
            return self("date.undated")
        a, b = self.month(first), self.month(last)
        return a if a == b else self("date.range", a=a, b=b)

    def _month(self, day: datetime.date) -> str:
        return str(self.m["months"][day.month - 1])

    # -- parties -----------------------------------------------------------------------------------------------

    def party(self, party: Party) -> str:
        """A party by name: the words of the text in Arabic, the Latin name in English where there is one."""
        if self.code == "ar":
            return party.text
        return party.name_en or party.text

    def is_arabic(self, text: str) -> bool:
        """Whether a text holds Arabic letters, so that it needs a direction of its own."""
        return any("\u0600" <= c <= "\u06ff" for c in text)

    def parties(self, parties: Sequence[Party]) -> str:
        """Several parties as plain text, each isolated where its script runs against the line."""
        return self.joined([self.isolated(self.party(p)) for p in parties])

    def isolated(self, text: str) -> str:
        """Plain text in marks of isolation (Unicode TR9) where its direction is not that of the language."""
        against = self.is_arabic(text) != (self.code == "ar")
        return f"\u2068{text}\u2069" if against else text

    def mutual(self, line: Line) -> bool:
        """Whether the parties of a line stand beside each other."""
        return (line.plan or line.type) in _MUTUAL and line.act not in _ONE_SIDED

    def headline(self, line: Line) -> str:
        """A line of the timeline as plain text."""
        text = self.act(line)
        if line.round is not None:
            text += f" ({self('round_in_line', n=line.round)})"
        sides = [line.actors, line.recipients]
        if self.mutual(line) and line.mode != "visit":
            who = self.parties((*line.actors, *line.recipients))
        else:
            shown = [self.parties(side) for side in sides if side]
            if self.unnamed(line):
                shown.insert(0, self("unnamed"))
            who = f" {self('arrow')} ".join(shown)
        return f"{text}: {who}" if who else text

    def unnamed(self, line: Line) -> bool:
        """Whether a line names only whom an act struck, so that it must not look as if these had done it."""
        return bool(line.recipients) and not line.actors and not self.mutual(line)

    def claim(self, claim: Claim) -> str:
        """Who is said by whom to have done it."""
        who = self.parties(claim.who)
        by = self.isolated(self.party(claim.by)) if claim.by else ""
        if claim.kind == "stated":
            return self("claims.stated" if by else "claims.plain", who=who, by=by)
        if claim.kind == "alleged":
            return self("claims.alleged", who=who, by=by or self("reporter"))
        if claim.kind == "denied":
            same = claim.by is None or any(
                p.text == claim.by.text or (p.name_en and p.name_en == claim.by.name_en) for p in claim.who
            )
            return self("claims.denied", who=who) if same else self("claims.denied_by", who=who, by=by)
        return self("claims.claimed", who=who)

    def bounds(self, low: float | None, high: float | None, about: bool = False) -> str:
        """A number with open or wide bounds."""
        if low is None and high is None:
            return "?"
        if low is None:
            return self("open.at_most", n=self.number(high or 0))
        if high is None:
            return self("open.at_least", n=self.number(low))
        if low != high:
            return self("open.range", a=self.number(low), b=self.number(high))
        return self("open.about", n=self.number(low)) if about else self.number(low)

    def value(self, value: Value) -> str:
        """One of contradicting values; an open count (22+) and a status in words."""
        if value.value in MARKS:
            return str(self(f"marks.{MARKS[value.value]}"))
        number = value.value.removesuffix("+")
        if value.value.endswith("+") and number.isdigit():
            return self("open.at_least", n=self.number(int(number)))
        return value.value

    def counted(self, count: Count) -> str:
        """A count of victims with what it counts."""
        return f"{self('fields.' + count.kind)}: {self.bounds(count.min, count.max)}"

    def strength(self, strength: Strength) -> str:
        """A number of troops."""
        return self.bounds(strength.min, strength.max, strength.about and strength.min == strength.max)


@functools.cache
def language(code: str) -> Language:
    """The language of a code. Raises `UsageError` for one that is not there."""
    import yaml

    if code not in LANGUAGES:
        raise UsageError(f"no language {code!r}", f"use one of {', '.join(LANGUAGES)}")
    return Language(code, yaml.safe_load((_FOLDER / f"{code}.yml").read_text("utf8")))
