"""Topics: an article that is about sport, films or the weather tells no political events, whatever its verbs are.

The words that say so stand in ``classes/topics.yml``. They are counted over the whole article; where enough different
ones stand close enough, and political actors are few, the article is *about* the topic, and only events that have a
political party of their own are kept. Nothing is dropped silently: the article's notes name the topic, the words that
told it and how many records were left out. An article about the Middle Ages or antiquity has no records at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from waqai.actors.mentions import Mention
from waqai.events.matcher import Fired
from waqai.grammar.units import Unit
from waqai.lexicon.table import Table
from waqai.records import Event

_PREFIX = "topic_"
#: sectors of those who make an event political even where the article is not
_POLITICAL = frozenset(("GOV", "MIL", "COP", "REB", "PTY", "LEG", "JUD", "PRM", "SPY", "UAF", "OPP"))
#: in crime, accidents and bad weather police, courts and ministries do their ordinary work
_STRUGGLE = frozenset(("MIL", "REB", "PTY", "LEG", "PRM", "SPY", "UAF", "OPP", "JRN", "REL"))
#: what makes a killing in a family one of war
_WAR = ("attack_event", "attacker", "aircraft", "heavy_weapon", "explosive", "drone", "troops")
_ORDINARY_WORK = frozenset(("crime", "accident", "weather"))
#: the records that precautions make
_PRECAUTIONS = frozenset(("REQUEST", "COERCE", "MOBILIZE", "AID", "ASSAULT", "THREATEN", "AGREE"))
#: the records that crime makes
_PROSECUTION = frozenset(("ASSAULT", "COERCE", "SANCTION"))
_ENFORCING = frozenset(("COP", "JUD"))
#: so many different words of a topic, and so many words a sentence, make an article be about it
_WORDS = 3
_PER_SENTENCE = 0.5
#: of one topic, two different words do where there are so many a sentence (مسلسل, فنانة)
_DENSE = 1.0
#: the topic of articles that tell of times before the states of today: nothing in them is news
_ANTIQUITY = "antiquity"
#: the years of such times, from the first that is no mere number
_YEARS = range(600, 1900)
_YEAR_WORDS = frozenset(("عام", "العام", "سنة", "السنة"))
#: a political actor outweighs so many words, one whose country is not said (الرئيس, مسؤولون) half of it
_WEIGHT = 1.5


def topic_words(table: Table) -> dict[str, frozenset[str]]:
    """The topics that each word speaks for, by the key of its Lex."""
    found: dict[str, frozenset[str]] = {}
    for lex in table.lexes:
        names = [name for name in lex.classes if name.startswith(_PREFIX)] if lex.classes else ()
        if names:
            found[lex.key] = frozenset(name.removeprefix(_PREFIX) for name in names)
    return found


class Topics:
    """The words of topics met in one article."""

    def __init__(self, words: dict[str, frozenset[str]]) -> None:
        self._words = words
        self._met: dict[str, dict[str, int]] = {}
        self._actors: dict[str, float] = {}
        self._sentences = 0
        self._known = 0

    def read(self, units: Iterable[Unit], mentions: Iterable[Mention]) -> None:
        """Count a sentence."""
        self._sentences += 1
        before = ""
        for unit in units:
            if _long_ago(unit.text, before):
                met = self._met.setdefault(_ANTIQUITY, {})
                met[unit.text] = met.get(unit.text, 0) + 1
            before = unit.text
            seen: set[str] = set()
            for lex in unit.lexes:
                for name in self._words.get(lex.key, ()):
                    if name not in seen:  # a word counts once, in whatever forms the lexicon has it
                        seen.add(name)
                        met = self._met.setdefault(name, {})
                        met[lex.key] = met.get(lex.key, 0) + 1
        for mention in mentions:
            if mention.sector:
                known = mention.country is not None and not mention.inferred
                self._actors[mention.sector] = self._actors.get(mention.sector, 0) + (1 if known else 0.5)
                self._known += known and mention.sector in _POLITICAL

    def family(self) -> None:
        """A killing in a family was told: as good as two words of crime."""
        self._met.setdefault("crime", {}).update({"قتل": 1, "عائلة": 1})

    def about(self) -> tuple[str, list[str]] | None:
        """The topic of the article and the words that told it, the most frequent first; None where it may be
        politics.
        """
        best: tuple[float, str] | None = None
        for name, met in self._met.items():
            total = sum(met.values())
            sectors = _STRUGGLE if name in _ORDINARY_WORK else _POLITICAL
            against = _WEIGHT * sum(count for sector, count in self._actors.items() if sector in sectors)
            if name == _ANTIQUITY:  # its kings and armies have no country that the lexicon knows
                against = _WEIGHT * self._known
            few = self._sentences == 1 or total >= _DENSE * self._sentences
            enough = len(met) >= (_WORDS - 1 if few and name != _ANTIQUITY else _WORDS)
            if enough and total >= _PER_SENTENCE * self._sentences and total > against:
                if best is None or total > best[0]:
                    best = (total, name)
        if best is None:
            return None
        met = self._met[best[1]]
        return best[1], sorted(met, key=lambda word: (-met[word], word))[:4]


def _long_ago(word: str, before: str) -> bool:
    """Whether a word is a year of old times: عام 1187, سنة 583, 1187م."""
    digits = word.removesuffix("م").removesuffix("ه")
    if not digits.isdecimal() or int(digits) not in _YEARS:
        return False
    return digits != word or before.lstrip("ولب") in _YEAR_WORDS


def outside(events: Sequence[Event], topic: str) -> list[Event]:
    """The events that an article about `topic` cannot make political."""
    return [event for event in events if not _political(event, topic)]


def in_the_family(fired: Fired, units: Iterable[Unit]) -> bool:
    """Whether violence is between kin (قتل زوجته) with nothing of war or politics in the sentence."""
    if fired.type != "ASSAULT" or fired.mode not in (None, "primitive", "beat", "firearms") or not fired.recipients:
        return False
    if any(m.sector in _POLITICAL for m in fired.actors):
        return False
    if not all(m.phrase is not None and _has(m.phrase.head, ("kin",)) for m in fired.recipients):
        return False
    return not any(unit is not fired.trigger.unit and _has(unit, _WAR) for unit in units)


def _has(unit: Unit, names: Iterable[str]) -> bool:
    return any(name in lex.classes for lex in unit.lexes for name in names)


def _political(event: Event, topic: str) -> bool:
    if topic == _ANTIQUITY:
        return False
    parties = {party.sector for party in (*event.actors, *event.recipients)}
    if topic not in _ORDINARY_WORK:
        return bool(parties & _POLITICAL)
    if topic == "weather":
        return event.event_type not in _PRECAUTIONS or bool(parties & _STRUGGLE)
    if event.event_type not in _PROSECUTION and not (event.event_type == "ACCUSE" and parties & _ENFORCING):
        return True
    return bool(parties & _STRUGGLE)
