"""From YAML to the compiled table: ``python -m waqai.lexicon.compiler`` rebuilds the built-in one.

A `Builder` starts from an empty table or from a loaded one, so a user's folder is laid over the built-in lexicon the
same way.
Every mistake is collected with file and line (`Problem`), so that one run shows them all.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import yaml

from waqai.errors import UsageError
from waqai.lexicon.inflect import inflect_noun, inflect_verb, keep, lemma_of
from waqai.lexicon.schema import (
    ActorEntry,
    BodyEntry,
    ClassEntry,
    FrameEntry,
    GenericEntry,
    ModeRule,
    ModifierEntry,
    PlaceEntry,
    RoleEntry,
)
from waqai.lexicon.table import TABLE, Actor, Dated, Frame, Kind, Lex, Light, Rule, Site, Table, Verb
from waqai.lexicon.validate import References, convert
from waqai.lexicon.verb_index import UnknownVerb
from waqai.text.fold import fold_word

DATA = Path(__file__).with_name("data")
PREPOSITIONS = frozenset("امام ب ل ك من الى على في عن مع ضد لدى عند بين تجاه نحو حول بشان بحق".split())


#: countries whose cities have Arabic names made of ordinary words
_NEAR = frozenset("IRQ SYR LBN JOR PSE ISR EGY SDN LBY TUN DZA MAR SAU YEM OMN ARE QAT BHR KWT IRN TUR".split())
#: offices that stand as titles before a name too (الأمير فيصل, الشيخ محمد)
_TITLES = frozenset(("prince", "emir", "sheikh", "general", "cleric", "sayyid"))
#: ranks that stand between an office of command and a name (قائد الجيش | العماد جوزيف)
_RANKS = frozenset(
    (
        "field_marshal", "lieutenant_general", "major_general", "brigadier", "colonel", "lieutenant_colonel", "major",
        "captain", "lieutenant", "admiral",
    )
)  # fmt: skip
#: general words first, so that they keep their part of speech; places last, so that they yield to words
_ORDER = {"words": 0, "actors": 1, "frames": 2, "classes": 3, "contexts": 4, "places": 5}
#: the article, but not the first letters of a verbal noun like التزام
_ARTICLE = re.compile("^ال(?![تم].?ا.$)(?=..)")
_MINISTRY = fold_word("وزارة")
#: types whose verbs news often uses in the passive without an agent (قُتل، اعتُقل، حُكم)
_PASSIVE_PRONE = frozenset(("ASSAULT", "COERCE", "SANCTION", "RETREAT", "AID"))


class Problem(NamedTuple):
    """A mistake in a lexicon file."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class LexiconError(UsageError, ValueError):
    """A lexicon that cannot be compiled; `problems` lists every mistake."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)), "mend the lexicon (docs/lexicon.md tells how)")
        self.problems = problems


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML in which every word stays text (نعم and ``no`` are words here) and mappings remember their line."""


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag
        in (
            "tag:yaml.org,2002:null",
            "tag:yaml.org,2002:float",
            "tag:yaml.org,2002:int",
            "tag:yaml.org,2002:bool",
            "tag:yaml.org,2002:merge",
        )
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(path: Path) -> tuple[Any, list[int]]:
    """The content of a YAML file and the line of each top-level item. Raises `LexiconError`."""
    text = path.read_text("utf8")
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        content = loader.construct_document(node) if node is not None else None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise LexiconError([Problem(str(path), line, f"not valid YAML: {getattr(error, 'problem', error)}")]) from error
    finally:
        loader.dispose()
    lines = [item.start_mark.line + 1 for item in node.value] if isinstance(node, yaml.SequenceNode) else []
    return content, lines


def _words(value: str | list[str] | None) -> list[str]:
    return [] if value is None else [value] if isinstance(value, str) else list(value)


class Builder:
    """Collects entries into a `Table`; `problems` holds what was wrong."""

    def __init__(self, base: Table | None = None) -> None:
        self.table = base or Table("", [], [], {}, [], {}, [], [])
        self.problems: list[Problem] = []
        self._lex = {lex.key: i for i, lex in enumerate(self.table.lexes) if lex.pos != "PN"}
        self._names = {lex.key: i for i, lex in enumerate(self.table.lexes) if lex.pos == "PN"}
        self._verb = {verb.lemma: i for i, verb in enumerate(self.table.verbs)}
        self._actor = {actor.id: i for i, actor in enumerate(self.table.actors)}
        self._seen: dict[str, str] = {}
        self._references = References()
        self._participles: dict[str, list[int]] = {}
        self._derived: dict[str, list[str]] = {"N": [], "ADJ": []}  # verbal nouns and participles of all verbs
        self._tested: dict[str, None] = {}  # words that conditions of frames ask for

    # -- words -------------------------------------------------------------------------------------------------

    def verb(self, citation: str) -> Verb:
        """The verb of a citation form, with all its forms entered."""
        lemma = lemma_of(citation)
        if lemma not in self._verb:
            forms = inflect_verb(citation)
            number = self._verb[lemma] = len(self.table.verbs)
            self.table.verbs.append(Verb(lemma, [], [], []))
            for participle in sorted(forms.active):  # معربا عن: the participle as a verb
                key = fold_word(participle)
                if key in self._lex:
                    self.table.lexes[self._lex[key]].add("verbs", number)
                else:
                    self._participles.setdefault(key, []).append(number)
            self._derived["N"] += sorted(forms.nouns)
            self._derived["ADJ"] += sorted(p for p in forms.active | forms.passive if p.startswith("م"))
            for form, features in forms.finite.items():
                self.table.forms.setdefault(form, []).append((number, " ".join(sorted(features))))
        return self.table.verbs[self._verb[lemma]]

    def lex(self, phrase: str, kind: str = "event", pos: str = "N", *, inflect: bool = True) -> Lex:
        """The Lex of a word or phrase, with all forms of its first word entered. Names have one of their own: the
        feminine of a participle that is also somebody's name is no name (مدين, مدينة).
        """
        words = fold_word(phrase).replace("-", " ").split()
        key = " ".join(words)
        known = self._names if pos == "PN" else self._lex
        if key not in known:
            known[key] = len(self.table.lexes)
            self.table.lexes.append(Lex(key, pos))
        number = known[key]
        if "prep_pro" in self.table.lexes[number].fn:
            inflect = False  # لكم is no noun whose dual لكمين would be
        if kind == "participle" and ("quant" in self.table.lexes[number].fn or self.table.lexes[number].bodies):
            inflect = False  # مجموع, the sum, has no feminine: مجموعة is a group; nor محاكم: محاكمة is a trial
        owned = len(words) == 1 and len(words[0]) > 4 and words[0].endswith(("ها", "هم", "ته"))
        forms = inflect_noun(words[0], kind) if inflect and not owned else [(words[0], "")]
        for form, features in forms:
            entries = self.table.phrases.setdefault(form, [])
            if not any(rest == words[1:] and lex == number and old == features for rest, lex, old in entries):
                entries.append((words[1:], number, features))
        return self.table.lexes[number]

    # -- entries -----------------------------------------------------------------------------------------------

    def frame(self, entry: FrameEntry) -> None:
        frame = Frame(
            entry.frame, entry.type, entry.mode,
            {role: _words(slots) for role, slots in entry.roles.items()},
            {role: _words(slots) for role, slots in entry.noun_roles.items()},
            entry.symmetric, self._tests(entry.where), self._tests(entry.unless),
            [self._rule(rule) for rule in entry.modes], entry.content, entry.status, list(entry.needs), entry.confidence, entry.casualty,  # noqa: E501
        )  # fmt: skip
        for roles in (frame.roles, frame.noun_roles):
            for role, slots in roles.items():
                roles[role] = [fold_word(slot) for slot in slots]
        number = len(self.table.frames)
        self.table.frames.append(frame)
        transitive = not frame.roles or any("object" in slots for slots in frame.roles.values())
        transitive = transitive and "speaker" not in frame.roles.get("actor", ())  # no deed done to the object
        for citation in entry.verbs:
            verb = self.verb(citation)
            verb.frames.append(number)
            if transitive and "transitive" not in verb.kinds:
                verb.kinds.append("transitive")
            trial = entry.type == "ACCUSE" and entry.mode in ("allege", "investigate")
            if transitive and (entry.type in _PASSIVE_PRONE or trial) and "passive_prone" not in verb.kinds:
                verb.kinds.append("passive_prone")
            forms = inflect_verb(citation)
            for words, voice in ((forms.active, "active"), (forms.passive, "passive")):
                for word in sorted(words):
                    self.lex(word, "participle", "PART").add(voice, number)
        for noun in entry.nouns:
            kind = "fixed" if fold_word(noun).split()[0].endswith(("ات", "ون")) else "event"
            self.lex(noun, kind).add("frames", number)
        for word in entry.participles:
            self.lex(word, "participle", "PART").add("active", number)
        for combination in entry.light:
            self._light(combination, number)

    def _light(self, combination: str, frame: int) -> None:
        citation, *rest = combination.split()
        prep = after = ""
        if rest and fold_word(rest[0]) in PREPOSITIONS and len(rest) > 1:
            prep = fold_word(rest.pop(0))
        if len(rest) > 1 and fold_word(rest[-1]) in PREPOSITIONS:
            after = fold_word(rest.pop())
        verb = self.verb(citation)
        if not rest:
            raise ValueError(f"light: {combination!r} has no noun; write verb + noun, or verb + preposition + noun")
        if "lv" not in verb.kinds:
            verb.kinds.append("lv")
        rest[0] = _ARTICLE.sub("", rest[0])
        phrase = " ".join(rest)
        self.lex(phrase).add("lights", Light(frame, verb.lemma, prep, after))

    def _tests(self, tests: dict[str, str | list[str]]) -> dict[str, list[str]]:
        out = {fold_word(slot): [fold_word(test) for test in _words(value)] for slot, value in tests.items()}
        self._tested.update(dict.fromkeys(word for words in out.values() for word in words if not word.isascii()))
        return out

    def _know_tested(self) -> None:
        """Enter the words that conditions ask for, so that they are recognised in their forms. A word that is a verb
        and nothing else (سقط, أعرب) is asked of verbs by its lemma: as a noun it would hide the verb at the beginning
        of a sentence. A verb in another form than its citation is a mistake, for no lemma is like it.
        """
        lemmas = {lemma.split("/")[0] for lemma in self._verb}
        nouns = {fold_word(word) for word in self._derived["N"]}
        for word in self._tested:
            features = {feature for _, told in self.table.forms.get(word, ()) for feature in told.split()}
            if word not in self._lex and word not in nouns and "ia3ms" in features:
                self.problems.append(Problem("conditions", 1, f"{word} is a verb: name it by its citation form"))
            elif word in self._lex or word in nouns or not (word in lemmas and "pa3ms" in features):
                self.lex(word)

    def _rule(self, rule: ModeRule) -> Rule:
        return Rule(rule.mode, rule.type, self._tests(rule.where), self._tests(rule.unless), rule.status)

    def noun_class(self, entry: ClassEntry) -> None:
        for word in entry.words:
            kind = "fixed" if fold_word(word).split()[0].endswith(("ات", "ون")) else "event"
            self.lex(word, kind).add("classes", entry.name)
        for citation in entry.verbs:
            self.verb(citation).classes.append(entry.name)

    def actor(self, entry: ActorEntry) -> None:
        codes = [Dated(c.country, c.sector, None, None, c.start, c.to) for c in entry.codes]
        if not codes and (entry.country or entry.sector):
            codes = [Dated(entry.country, entry.sector, None, None, None, None)]
        if not codes and entry.kind == "country":
            codes = [Dated(entry.id, None, None, None, None, None)]
        terms = [Dated(t.country, None, t.role, t.org, t.start, t.to) for t in entry.terms]
        actor = Actor(
            entry.id, entry.kind, entry.en, entry.ar, codes, terms, list(entry.others), entry.gender, entry.wikidata,
            ambiguous=[], beside=list(entry.short_beside),
        )  # fmt: skip
        if entry.ambiguous:
            actor.ambiguous = [fold_word(word) for word in entry.ambiguous_words or [entry.ar]]
        if entry.id in self._actor:
            self.table.actors[self._actor[entry.id]] = actor
        number = self._actor.setdefault(entry.id, len(self.table.actors))
        if number == len(self.table.actors):
            self.table.actors.append(actor)
        for field, names in (
            ("names", [entry.ar, *entry.aka]),
            ("shorts", [*entry.short, *("ا" + short for short in entry.short if short.startswith("بن "))]),  # ابن سلمان
            ("seats", entry.seats),
            ("seats_gov", entry.seats_gov),
        ):
            for name in names:
                lex = self.lex(name, pos="PN", inflect=False)
                lex.add(field, number)
                if entry.kind == "person" and "person_name" not in lex.classes:
                    lex.add("classes", "person_name")
        self._avoid(entry.avoid)
        for demonym in entry.demonyms:
            self.lex(demonym, "demonym", "ADJ").add("demonyms", number)
        for demonym in entry.demonym_plurals:
            self.lex(demonym, "fixed", "ADJ").add("demonyms", number)

    def _avoid(self, phrases: Iterable[str]) -> None:
        """Longer phrases in which a word is not the actor: being longer, they win over it."""
        for phrase in phrases:
            self.lex(phrase).add("classes", "avoid")

    def role(self, entry: RoleEntry) -> None:
        number = len(self.table.kinds)
        self.table.kinds.append(
            Kind(
                entry.role,
                entry.en,
                entry.sector,
                person=entry.person,
                weak=entry.weak,
                title=entry.title,
                country=entry.country,
                inherits=entry.inherits,
                needs_country=entry.needs_country,
                needs_name=entry.needs_name,
                needs_body=entry.needs_body,
            )
        )
        self._avoid(entry.avoid)
        for words, kind in ((entry.m, "office"), (entry.f, "event"), (entry.plural, "fixed")):
            for word in words:
                lex = self.lex(word, kind, "ROLE")
                lex.add("roles", number)
                if entry.title or entry.role in _TITLES:
                    lex.add("classes", "title")
                elif entry.role in _RANKS:
                    lex.add("classes", "rank")

    def body(self, entry: BodyEntry) -> None:
        number = len(self.table.kinds)
        self.table.kinds.append(
            Kind(
                entry.body,
                entry.en,
                entry.sector,
                weak=entry.weak,
                instrument=entry.instrument,
                country=entry.country,
                inherits=entry.inherits,
                needs_country=entry.needs_country,
                lands=entry.lands,
            )
        )
        self._avoid(entry.avoid)
        for words, kind in ((entry.words, "event"), (entry.plurals, "fixed")):
            for word in words:
                self.lex(word, kind, "BODY").add("bodies", number)
        for word in entry.words:
            self._two_of(word)
        if entry.bare:
            self.table.kinds.append(
                Kind(
                    entry.body,
                    entry.en,
                    entry.sector,
                    weak=entry.weak,
                    country=entry.country,
                    needs_country=True,
                    bare=True,
                )
            )
            for word in entry.bare:
                self.lex(word, "event", "BODY").add("bodies", number + 1)

    def _two_of(self, body: str) -> None:
        """The dual in construct of a ministry: وزارتا الخارجية, وزارتي الدفاع, which could be read as verbs."""
        first, *rest = fold_word(body).split()
        if first == _MINISTRY and rest:
            number = self._lex[" ".join((first, *rest))]
            for ending, features in (("تا", "dfn"), ("تي", "dfa")):
                self.table.phrases.setdefault(first[:-1] + ending, []).append((rest, number, features))

    def generic(self, entry: GenericEntry) -> None:
        number = len(self.table.kinds)
        self.table.kinds.append(
            Kind(
                entry.generic,
                entry.en,
                entry.sector,
                person=entry.person,
                weak=entry.weak,
                country=entry.country,
                inherits=entry.inherits,
                needs_country=entry.needs_country,
            )
        )
        self._avoid(entry.avoid)
        for words, kind in ((entry.words, "person"), (entry.plurals, "fixed")):
            for word in words:
                fixed = fold_word(word).split()[0].endswith(("ات", "ون", "ين"))
                one_sex = "office" if kind == "person" and entry.gender == "m" else kind
                self.lex(word, "fixed" if fixed else one_sex, "GEN").add("generics", number)

    def place(self, entry: PlaceEntry) -> None:
        number = len(self.table.sites)
        self.table.sites.append(
            Site(
                entry.place,
                entry.country,
                entry.admin1,
                entry.lat,
                entry.lon,
                entry.geonames,
                entry.population,
                entry.kind,
            )
        )
        for name in entry.ar:
            self.lex(name, pos="PN", inflect=False).add("places", number)

    def geonames(self, path: Path) -> None:
        """Add the cities of ``geonames.tsv``; a name that is also another word of the lexicon counts only for a
        large city.
        """
        known = {number for entries in self.table.phrases.values() for rest, number, _ in entries if not rest}
        words = {
            form
            for form, entries in self.table.phrases.items()
            if any(not rest and number in known for rest, number, _ in entries)
        }
        function = {lex.key for lex in self.table.lexes if lex.fn}
        for line in path.read_text("utf8").splitlines():
            number, country, lat, lon, population, name, names = line.split("\t")
            people = int(population)
            kept = []
            for spelling in names.split("|"):
                folded = fold_word(spelling)
                bare = folded.removeprefix("ال")
                if folded in function or (folded[0] in "وفبلك" and folded[1:] in function):
                    continue  # وان is "and that" far more often than the city
                if (
                    len(folded) < 6
                    and " " not in folded
                    and folded[0] in "بلكوف"
                    and (folded[1:] in words or folded[1:] in self.table.forms)
                    and people < 400_000
                ):
                    continue  # بشن is ب and شن
                if (
                    " " not in folded
                    and (folded in words or bare in words or folded in self.table.forms or bare in self.table.forms)
                    and not self._is_name(folded)
                ) and (people < 400_000 or country not in _NEAR):
                    continue  # ميدان is a square, not Medan; الموصل is the city
                kept.append(spelling)
            if kept:
                self.place(PlaceEntry(name, kept, country, "city", None, float(lat), float(lon), int(number), people))

    def _rank_of_site(self, number: int) -> tuple[int, int]:
        """Places written by hand first, then the most populous."""
        site = self.table.sites[number]
        return (site.geonames is not None and site.population > 0, -site.population)

    def _is_name(self, folded: str) -> bool:
        return folded in self._names and folded not in self._lex

    def modifier(self, entry: ModifierEntry) -> None:
        """Words like سابق become function classes (``former``) of adjectives; what they do to a role is in
        waqai.actors.
        """
        if entry.before:
            return  # نائب وزير: listed with the offices
        for word in entry.words:
            self.lex(word, "adjective", "ADJ").add("fn", f"modifier:{entry.sector or entry.modifier}")

    def function_words(self, name: str, words: Iterable[str]) -> None:
        for word in words:
            lex = self.lex(word, pos="F", inflect=False)
            if name not in lex.fn:
                lex.add("fn", name)

    def personal_names(self, names: Iterable[str]) -> None:
        """First names and parts of names: known to be names, of nobody in particular."""
        for name in names:
            lex = self.lex(name, pos="NAME", inflect=False)
            if "name" not in lex.fn:
                lex.add("fn", "name")

    def general(self, words: Iterable[str], pos: str) -> None:
        for word in words:
            kind = "adjective" if pos == "ADJ" else "event"
            lex = self.lex(word, kind, pos)
            if not lex.classes:
                lex.add("classes", "general")

    # -- files -------------------------------------------------------------------------------------------------

    def add_folder(self, folder: Path) -> None:
        """Add every file of a lexicon folder; mistakes go to `problems`."""
        for path in sorted(folder.rglob("*.yml"), key=lambda p: (_ORDER.get(p.relative_to(folder).parts[0], 9), p)):
            section = path.relative_to(folder).parts[0]
            if section in _BUILT_IN_ONLY and folder == DATA:
                continue
            if section not in (*_ENTRIES, "words"):
                known = ", ".join(f"{name}/" for name in (*_ENTRIES, "words"))
                self.problems.append(Problem(str(path), 1, f"is not read: files belong in one of the folders {known}"))
                continue
            try:
                content, lines = read(path)
            except LexiconError as error:
                self.problems += error.problems
                continue
            if section == "words":
                self._words_file(path, content)
            elif isinstance(content, list):
                for item, line in zip(content, lines, strict=True):
                    self._entry(section, item, str(path), line)
            elif content is not None:
                self.problems.append(Problem(str(path), 1, "should be a list of entries, each starting with '- '"))

        self._know_tested()
        for key, verbs in self._participles.items():
            kinds = {kind.split("+")[0] for number in verbs for kind in self.table.verbs[number].kinds}
            if kinds & {"active", "active_prep", "lv", "passive", "speech"}:
                lex = self.lex(key, "participle", "PART")
                for number in verbs:
                    lex.add("verbs", number)
        for pos, words in self._derived.items():
            # Verbal nouns and participles that no file lists keep phrases whole; names and listed words go before, and
            # what is a verb as well (تعرض, تقدم) is told apart better without them.
            self.general((w for w in dict.fromkeys(words) if w not in self._lex and w not in self.table.forms), pos)
            for word in dict.fromkeys(words if pos == "N" else ()):
                if word not in self._lex and word in self.table.forms and word.startswith("ت") and len(word) < 6:
                    # تحمل is "she carries" before it is "bearing", but behind بـ it can only be the noun
                    self.table.phrases["ب|" + word] = [([], len(self.table.lexes), "sm")]
                    self.table.lexes.append(Lex("ب|" + word, "N", classes=["masdar"]))
                if word in self._lex:
                    self.table.lexes[self._lex[word]].add("classes", "masdar")
        self.problems += [Problem(*problem) for problem in self._references.problems(self.table)]
        for path in sorted(folder.glob("places/*.tsv")):
            self.geonames(path)
        for lex in self.table.lexes:
            if len(lex.places) > 1:
                lex.places = sorted(lex.places, key=self._rank_of_site)

    def _entry(self, section: str, item: Any, file: str, line: int) -> None:
        if not isinstance(item, dict):
            self.problems.append(Problem(file, line, f"an entry is fields with their values, not {item!r}"))
            return
        kinds = _ENTRIES[section]
        found = next((kind for kind in kinds if kind[0] in item), None)
        if found is None:
            starts = " or ".join(f"`{key}:`" for key, _, _ in kinds)
            self.problems.append(Problem(file, line, f"an entry of {section}/ needs {starts}"))
            return
        key, struct, add = found
        name = str(item[key])
        if key not in ("place", "class"):  # places share names, and a class may be spread over several files
            self._once(key, name, file, line)
        try:
            entry = convert(item, struct)
            getattr(self, add)(entry)
        except (UnknownVerb, ValueError, TypeError) as error:
            self.problems.append(Problem(file, line, f"{name}: {error}"))
        else:
            self._references.add(file, line, name, entry)

    def _once(self, key: str, value: str, file: str, line: int) -> None:
        name = f"{key} {value}"
        if name in self._seen:
            self.problems.append(Problem(file, line, f"{name} stands already in {self._seen[name]}"))
        self._seen[name] = f"{file}:{line}"

    def _words_file(self, path: Path, content: Any) -> None:
        from waqai.lexicon.words import add_words

        for message in add_words(self, path.stem, content):
            self.problems.append(Problem(str(path), 1, message))


#: section -> the fields that begin its entries, what they are read as, and the method that adds them
_ENTRIES: dict[str, tuple[tuple[str, type[msgspec.Struct], str], ...]] = {
    "frames": (("frame", FrameEntry, "frame"),),
    "classes": (("class", ClassEntry, "noun_class"),),
    "places": (("place", PlaceEntry, "place"),),
    "actors": (
        ("id", ActorEntry, "actor"),
        ("role", RoleEntry, "role"),
        ("body", BodyEntry, "body"),
        ("generic", GenericEntry, "generic"),
        ("modifier", ModifierEntry, "modifier"),
    ),
}
#: sections of the built-in lexicon that a user's folder cannot have: their own packages compile them
_BUILT_IN_ONLY = ("times", "quantities", "contexts", "locations")


def compile_folder(folder: Path, base: Table | None = None) -> Table:
    """The table of a folder of YAML, laid over `base` if given. Raises `LexiconError` with every mistake found."""
    builder = Builder(base)
    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder", "name the one that holds actors/, frames/, classes/ ...")
    builder.add_folder(folder)
    if builder.problems:
        raise LexiconError(builder.problems)
    return finish(builder.table)


def finish(table: Table) -> Table:
    """Sort phrases longest first and stamp the version, a digest of the content."""
    _inherit(table)
    _part_names_from_peoples(table)
    _part_places_from_offices(table)
    for entries in table.phrases.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[0], entry[1], entry[2]))
    table.version = ""
    table.version = hashlib.sha256(msgspec.msgpack.encode(table, order="deterministic")).hexdigest()[:12]
    return table


def _inherit(table: Table) -> None:
    """A compound of ordinary words has the noun classes of its words and the frames of its first: جلسة محادثات are
    talks.
    """
    single = {lex.key: lex for lex in table.lexes if " " not in lex.key and lex.pos == "N"}
    for lex in table.lexes:
        if " " not in lex.key or lex.pos != "N" or "avoid" in lex.classes or lex.fn:
            continue
        words = [single.get(word) or single.get(word.removeprefix("ال")) for word in lex.key.split()]
        for word in words:
            for name in word.classes if word is not None else ():
                if name not in ("general", "avoid"):
                    lex.add("classes", name)
        first = words[0]
        if first is not None and not lex.frames and not lex.lights:
            lex.frames, lex.lights = first.frames, first.lights


def _part_names_from_peoples(table: Table) -> None:
    """روسيا is the country, never روسي in the accusative or the dual."""
    for form, entries in table.phrases.items():
        if any(not rest and table.lexes[number].names for rest, number, _ in entries):
            entries[:] = [
                e
                for e in entries
                if not (
                    table.lexes[e[1]].demonyms
                    and not table.lexes[e[1]].names
                    and (e[2].endswith("a") or (e[2] and form.endswith("ا")))
                )
            ]


def _part_places_from_offices(table: Table) -> None:
    """محافظة is the province, not a woman who is محافظ."""
    for form, entries in table.phrases.items():
        own = [table.lexes[n] for rest, n, _ in entries if not rest and table.lexes[n].key == form]
        if any("place_noun" in lex.classes for lex in own):
            entries[:] = [e for e in entries if e[0] or table.lexes[e[1]].key == form or not table.lexes[e[1]].roles]


def encode(table: Table) -> bytes:
    """The bytes of a table; the same content gives the same bytes."""
    return msgspec.msgpack.encode(table, order="deterministic")


def main(arguments: list[str] | None = None) -> int:
    """Rebuild ``table.msgpack``; ``--check`` only compares; ``--lenient`` leaves broken entries out and says so."""
    arguments = sys.argv[1:] if arguments is None else arguments
    builder = Builder()
    builder.add_folder(DATA)
    for problem in builder.problems:
        print(problem, file=sys.stderr)
    if builder.problems and "--lenient" not in arguments:
        return 1
    data = encode(finish(builder.table))
    keep()
    if "--check" in arguments:
        same = TABLE.exists() and TABLE.read_bytes() == data
        print("table.msgpack is up to date" if same else "table.msgpack differs from the YAML: rebuild it")
        return 0 if same else 1
    temporary = TABLE.with_suffix(".tmp")
    temporary.write_bytes(data)
    temporary.replace(TABLE)
    table = builder.table
    print(
        f"{len(table.frames)} frames, {len(table.verbs)} verbs, {len(table.forms)} verb forms, {len(table.lexes)} phrases, {len(table.actors)} actors, {len(data) // 1024} kB"  # noqa: E501
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
