"""The structures of a dossier: what `waqai.dossier.build` fills and the writers render.

Nothing here depends on a language: names are given in Arabic and in English, codes as codes. Days are ISO 8601, offsets
count code points of the article's text. ``msgspec.json.encode(dossier)`` is the JSON form.
"""

from __future__ import annotations

from typing import Literal

import msgspec

#: how a line stands: it happened (or was said), is planned, was denied by somebody, is told not to have happened, is
#: only possible, or is alleged by somebody
Mark = Literal["happened", "planned", "denied", "not_done", "possible", "alleged"]
Precision = Literal["day", "week", "month", "season", "year", "decade"]


class Party(msgspec.Struct, frozen=True):
    """Somebody who acts, suffers or speaks: the words of an article and what is known of him."""

    text: str
    name_ar: str | None = None
    name_en: str | None = None
    country: str | None = None
    sector: str | None = None
    role: str | None = None


class When(msgspec.Struct, frozen=True):
    """A closed interval of days and how exactly it is known; `inferred` says what supplied it, if not the text."""

    start: str
    end: str
    precision: Precision
    inferred: str | None = None


class Where(msgspec.Struct, frozen=True):
    """A place: the words, the name in Latin script, the country."""

    text: str
    name: str | None = None
    country: str | None = None


class Evidence(msgspec.Struct, frozen=True):
    """A sentence of an article that says so: `text` is ``article.text[start:end]``, `marks` are spans within it."""

    article: str
    start: int
    end: int
    text: str
    marks: tuple[tuple[int, int], ...] = ()


class Count(msgspec.Struct, frozen=True):
    """A number as told: bounds (None is open), the words, how many independent sources."""

    kind: str
    min: float | None
    max: float | None
    unit: str | None
    text: str
    sources: int
    evidence: tuple[Evidence, ...]


class Claim(msgspec.Struct, frozen=True):
    """Who is said to have done it: `kind` says how; `by` says it, None where the reporter does."""

    kind: Literal["stated", "alleged", "claimed", "denied"]
    who: tuple[Party, ...]
    by: Party | None
    evidence: tuple[Evidence, ...]


class Line(msgspec.Struct, frozen=True):
    """A happening of the timeline. `plan` is the type of what is announced, where the record has it as AGREE (planned
    talks) or CONCEDE (a planned withdrawal); `act` says more exactly than type and mode what kind of act it is
    (``signing``, a key of `acts` in ``words.yml``); `by` are those on whose word alone it stands, empty where an
    article tells it itself.
    """

    id: str
    type: str
    mode: str | None
    plan: str | None
    act: str | None
    mark: Mark
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    by: tuple[Party, ...]
    date: When | None
    place: Where | None
    round: int | None
    sources: int
    articles: int
    first_report: str | None
    last_report: str | None
    disputed: tuple[str, ...]
    confidence: float
    evidence: tuple[Evidence, ...]


class Step(msgspec.Struct, frozen=True):
    """What a meeting was said to be on a day of publication: planned, held, denied, possible."""

    mark: Mark
    told: str | None
    date: When | None
    evidence: tuple[Evidence, ...]


class Round(msgspec.Struct, frozen=True):
    """A round of talks (`number`), or another meeting (`number` is None), with what was said of it and when."""

    number: int | None
    mark: Mark
    kind: str
    date: When | None
    place: Where | None
    parties: tuple[Party, ...]
    steps: tuple[Step, ...]
    happenings: tuple[str, ...]
    sources: int


class Delivery(msgspec.Struct, frozen=True):
    """To whom a request was handed."""

    to: Party
    date: When | None
    evidence: tuple[Evidence, ...]


class Answer(msgspec.Struct, frozen=True):
    """What came of a request: the happening that answers it, first told on the day `told`; `plan` and `act` as in
    `Line`.
    """

    type: str
    mode: str | None
    plan: str | None
    act: str | None
    mark: Mark
    by: tuple[Party, ...]
    date: When | None
    told: str | None
    evidence: tuple[Evidence, ...]


class Request(msgspec.Struct, frozen=True):
    """A request of the matter, with its deliveries and answers."""

    id: str
    mode: str | None
    mark: Mark
    by: tuple[Party, ...]
    to: tuple[Party, ...]
    date: When | None
    sources: int
    deliveries: tuple[Delivery, ...]
    answers: tuple[Answer, ...]
    evidence: tuple[Evidence, ...]


class Topic(msgspec.Struct, frozen=True):
    """A subject that the parties were said to discuss, in the words of the text; `items` where it is a list."""

    text: str
    items: tuple[str, ...]
    mark: Mark
    told: str | None
    source: Party | None
    evidence: tuple[Evidence, ...]


class Position(msgspec.Struct, frozen=True):
    """What somebody said, demanded, refused, promised ...: `stance` is ``says``, ``denies`` or the PLOVER type of the
    act; `act` as in `Line`.
    """

    speaker: Party
    stance: str
    mode: str | None
    act: str | None
    verb: str | None
    direct: bool
    told: str | None
    evidence: tuple[Evidence, ...]


class Side(msgspec.Struct, frozen=True):
    """The positions of one party: `country` code, and `group` (state, armed, politics, society) within it."""

    country: str | None
    group: str
    positions: tuple[Position, ...]


class Incident(msgspec.Struct, frozen=True):
    """An act of violence: victims, counts, and who is said by whom to have done it."""

    id: str
    type: str
    mode: str | None
    mark: Mark
    date: When | None
    place: Where | None
    victims: tuple[Party, ...]
    counts: tuple[Count, ...]
    claims: tuple[Claim, ...]
    sources: int
    evidence: tuple[Evidence, ...]


class Accusation(msgspec.Struct, frozen=True):
    """Who accuses or condemns whom."""

    id: str
    mode: str | None
    mark: Mark
    by: tuple[Party, ...]
    against: tuple[Party, ...]
    date: When | None
    evidence: tuple[Evidence, ...]


class Strength(msgspec.Struct, frozen=True):
    """A number of troops: a level (how many there are), a planned level, or a change (sent, withdrawn)."""

    kind: Literal["level", "planned", "before", "withdrawn", "sent"]
    owner: Party | None
    min: float | None
    max: float | None
    about: bool
    text: str
    date: When | None
    told: str | None
    place: Where | None
    source: Party | None
    evidence: tuple[Evidence, ...]


class Publisher(msgspec.Struct, frozen=True):
    """What one publisher contributed; `alone` counts happenings that nobody else tells."""

    name: str
    articles: int
    happenings: int
    alone: int
    first: str | None
    last: str | None


class Copies(msgspec.Struct, frozen=True):
    """Near-copies: the earliest article and those that repeat it."""

    original: str
    copies: tuple[str, ...]


class Value(msgspec.Struct, frozen=True):
    """One of several contradicting values, on whose word (`by`; empty: the articles') and how many report it."""

    value: str
    by: tuple[Party, ...]
    sources: int
    evidence: tuple[Evidence, ...]


class Dispute(msgspec.Struct, frozen=True):
    """Values of one field of a happening (or of the strengths: `happening` is None) that cannot all be true."""

    happening: str | None
    field: str
    values: tuple[Value, ...]


class Cited(msgspec.Struct, frozen=True):
    """An article of the matter."""

    id: str
    title: str | None
    publisher: str | None
    date: str | None
    url: str | None
    copy_of: str | None
    sentences: int


class Summary(msgspec.Struct, frozen=True):
    """The figures at the top."""

    articles: int
    read: int
    publishers: int
    copies: int
    happenings: int
    by_mark: dict[str, int]
    by_type: dict[str, int]
    corroborated: int
    disputes: int
    rounds: int
    first: str | None
    last: str | None
    first_report: str | None
    last_report: str | None


class Heading(msgspec.Struct, frozen=True):
    """What the dossier is of: codes and names of the sides, the topic, the bounds."""

    code: str
    sides: tuple[tuple[Party, ...], ...]
    topic: str | None
    since: str | None
    until: str | None


class Dossier(msgspec.Struct, frozen=True):
    """The document of one matter. `countries` gives the Arabic and the English name of every code in it."""

    matter: Heading
    summary: Summary
    timeline: tuple[Line, ...]
    rounds: tuple[Round, ...]
    meetings: tuple[Round, ...]
    requests: tuple[Request, ...]
    agenda: tuple[Topic, ...]
    positions: tuple[Side, ...]
    incidents: tuple[Incident, ...]
    accusations: tuple[Accusation, ...]
    denials: tuple[Position, ...]
    strengths: tuple[Strength, ...]
    publishers: tuple[Publisher, ...]
    near_copies: tuple[Copies, ...]
    corroboration: dict[str, int]
    disputes: tuple[Dispute, ...]
    articles: tuple[Cited, ...]
    countries: dict[str, tuple[str, str]]
    coder_version: str
    lexicon_version: str
