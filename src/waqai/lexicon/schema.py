"""What the YAML files of the lexicon may say (docs/lexicon.md explains it for people who write them)."""

from __future__ import annotations

from typing import Literal

import msgspec

Words = str | list[str]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
#: Tests of conditions that ask what a filler is, not for a word or a noun class: see `waqai.events.conditions`.
FILLER_TESTS = frozenset(("actor", "person", "state", "armed", "rebel", "critic", "place", "event", "deed", "several"))
#: Tests of any filler, and of the form of a verb.
OTHER_TESTS = frozenset(
    {
        *("empty", "filled", "clause"),
        *("conditional", "future", "negated", "never", "own", "past", "suffixed", "told", "vowed"),
    }
)
Content = Literal["alleged", "denied", "absorbed", "hoped", "free"]


class Example(msgspec.Struct, forbid_unknown_fields=True):
    """A sentence and what the coder must find in it; what is left out is not tested."""

    text: str
    actor: Words | None = None
    recipient: Words | None = None
    type: str | None = None
    mode: str | None = None
    status: str | None = None
    source: str | None = None


class Silent(msgspec.Struct, forbid_unknown_fields=True):
    """A look-alike: the frame's type must not be coded in it."""

    text: str


class ModeRule(msgspec.Struct, forbid_unknown_fields=True):
    """The mode (and, if given, the type) when the conditions hold."""

    mode: str | None = None
    type: EventType | None = None
    where: dict[str, Words] = {}
    unless: dict[str, Words] = {}
    status: str | None = None


class FrameEntry(msgspec.Struct, forbid_unknown_fields=True):
    """Words of one meaning and how they give an event."""

    frame: str
    type: EventType
    mode: str | None = None
    verbs: list[str] = []
    nouns: list[str] = []
    participles: list[str] = []
    light: list[str] = []
    roles: dict[str, Words] = {}
    noun_roles: dict[str, Words] = {}
    symmetric: bool = False
    where: dict[str, Words] = {}
    unless: dict[str, Words] = {}
    modes: list[ModeRule] = []
    content: Content = "free"
    status: str | None = None
    needs: list[Literal["actor", "recipient"]] = []
    confidence: float = 0.8
    casualty: bool = False
    examples: list[Example] = []
    look_alikes: list[Silent] = msgspec.field(default_factory=list, name="not")


class ClassEntry(msgspec.Struct, forbid_unknown_fields=True):
    """Words that mean the same kind of thing."""

    name: str = msgspec.field(name="class")
    words: list[str] = []
    verbs: list[str] = []
    gloss: str = ""


class Code(msgspec.Struct, forbid_unknown_fields=True):
    """PLOVER country and sector, dated where they change (`from` and `to` are ISO dates, year or month suffice)."""

    country: str | None = None
    sector: str | None = None
    start: str | None = msgspec.field(default=None, name="from")
    to: str | None = None


class Term(msgspec.Struct, forbid_unknown_fields=True):
    """An office held."""

    role: str
    country: str | None = None
    org: str | None = None
    start: str | None = msgspec.field(default=None, name="from")
    to: str | None = None


class ActorEntry(msgspec.Struct, forbid_unknown_fields=True):
    """A named actor: country, region, people, organisation, party, armed group, medium, person."""

    id: str
    kind: str
    en: str
    ar: str
    aka: list[str] = []
    short: list[str] = []
    short_beside: list[str] = []
    demonyms: list[str] = []
    demonym_plurals: list[str] = []
    seats: list[str] = []
    seats_gov: list[str] = []
    avoid: list[str] = []
    gender: str | None = None
    codes: list[Code] = []
    country: str | None = None
    sector: str | None = None
    terms: list[Term] = []
    others: list[str] = []
    ambiguous: bool = False
    ambiguous_words: list[str] = []
    wikidata: str | None = None
    examples: list[str] = []
    look_alikes: list[str] = msgspec.field(default_factory=list, name="not")


class RoleEntry(msgspec.Struct, forbid_unknown_fields=True):
    """An office, title or rank; with a country or organisation it makes an actor."""

    role: str
    en: str
    m: list[str] = []
    f: list[str] = []
    plural: list[str] = []
    sector: str | None = None
    person: bool = True
    title: bool = False
    weak: bool = False
    inherits: bool = False
    needs_country: bool = False
    needs_name: bool = False
    needs_body: bool = False
    country: str | None = None
    avoid: list[str] = []


class ModifierEntry(msgspec.Struct, forbid_unknown_fields=True):
    """Words that change a role: `sector` ELI for former holders."""

    modifier: str
    en: str
    words: list[str] = []
    feminine: list[str] = []
    plurals: list[str] = []
    before: bool = False
    sector: str | None = None


class BodyEntry(msgspec.Struct, forbid_unknown_fields=True):
    """A kind of state body or force."""

    body: str
    en: str
    words: list[str] = []
    plurals: list[str] = []
    sector: str | None = None
    bare: list[str] = []
    short: list[str] = []
    instrument: bool = False
    inherits: bool = False
    weak: bool = False
    needs_country: bool = False
    country: str | None = None
    lands: list[str] = []
    avoid: list[str] = []


class GenericEntry(msgspec.Struct, forbid_unknown_fields=True):
    """A kind of people."""

    generic: str
    en: str
    words: list[str] = []
    plurals: list[str] = []
    sector: str | None = None
    person: bool = True
    weak: bool = False
    country: str | None = None
    gender: str | None = None
    inherits: bool = False
    needs_country: bool = False
    avoid: list[str] = []


class PlaceEntry(msgspec.Struct, forbid_unknown_fields=True):
    """A place: region, city, camp, crossing, base, river ... `country` is ISO alpha-3."""

    place: str
    ar: list[str]
    country: str
    kind: str = "city"
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    population: int = 0
