"""Units: the words of a sentence grouped and tagged, the longest lexicon phrases first.

A unit covers one token, or several that form a name, an office, an event noun or a function phrase of the lexicon.
Its tag is
one of V (verb), N (noun, adjective, name), NUM, P (preposition), AG (agent preposition), AT (attribution), CMP (أن،
إن), REL, NEG, FUT, QAD,
SUB (subordinator), CON (contrast), C (conjunction), DEM, PRO, Q (quantifier), ADV, T (time expression), and the marks
themselves.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Sequence
from typing import Any

from waqai.grammar.entries import NONE, Entries
from waqai.grammar.lookup import Lookup, Start, VerbReading, WordInfo
from waqai.lexicon.table import Lex
from waqai.text.tokens import Token

_WORD = re.compile(r"[ء-غف-يٮ-ۓەۮۯۺ-ۿ]")
_FUNCTION_TAGS = (
    ("prep_pro", "PP"), ("agent", "AG"), ("attribution", "AT"), ("attribution_content", "AT"), ("qad", "QAD"), ("fut", "FUT"), ("rel", "REL"), ("copula", "COP"),  # noqa: E501
    ("time_sub", "SUB"), ("cause_sub", "SUB"), ("purpose_sub", "SUB"), ("cond_sub", "SUB"), ("contrast", "CON"), ("comp", "CMP"),  # noqa: E501
    ("neg", "NEG"), ("dem", "DEM"), ("pro", "PRO"), ("prep", "P"), ("adv", "ADV"), ("num", "NUM"), ("quant", "Q"), ("conj", "C"), ("rel_free", "RELF"),  # noqa: E501
)  # fmt: skip
_PRONOUNS = ("ه", "ها", "هم", "هما")
_IMPERFECT_GUESS = re.compile(r"^(?:[وف]?س?ي)[ء-ي]{3,}$")


class Unit:
    """One or more tokens taken together; `start` and `end` are offsets in the folded text."""

    __slots__ = (
        "apart",
        "art",
        "case",
        "conj",
        "enc",
        "end",
        "first",
        "gender",
        "guessed",
        "info",
        "last",
        "lexes",
        "number",
        "prep",
        "reading",
        "start",
        "tag",
        "text",
    )

    def __init__(self, first: int, last: int, text: str, start: int, end: int) -> None:
        self.first = first
        self.last = last
        self.text = text
        self.start = start
        self.end = end
        self.tag = "N"
        self.conj = self.prep = self.enc = ""
        self.art = False
        self.lexes = NONE
        self.reading: VerbReading | None = None
        self.info: WordInfo | None = None
        self.number = self.gender = self.case = ""
        self.guessed = False
        self.apart = False  # a person who is no part of the phrase that he stands behind

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}"

    def has(self, field: str) -> bool:
        """Whether some entry of the unit fills the given field."""
        return field in self.lexes.fields

    def fn(self, name: str) -> bool:
        """Whether the unit is a function word of that class."""
        return name in self.lexes.functions

    @property
    def classes(self) -> frozenset[str]:
        """The noun classes of the unit."""
        return self.lexes.classes

    @property
    def keys(self) -> frozenset[str]:
        """The words of the lexicon that the unit can be."""
        return self.lexes.keys

    @property
    def named(self) -> bool:
        """A name of the lexicon (of a country, group, person, place that stands for a state)."""
        return self.lexes.named

    @property
    def known(self) -> bool:
        """Whether the lexicon has the word, other than as part of personal names."""
        return self.lexes.known

    @property
    def name_part(self) -> bool:
        """Whether the word is a first name or the like."""
        return self.fn("name")


def group(
    tokens: Sequence[Token],
    lookup: Lookup,
    times: Sequence[tuple[int, int]],
    passive: Collection[int] = (),
    accusative: Collection[int] = (),
) -> list[Unit]:
    """The units of a sentence, tagged; `times` are bounds (folded) of time expressions, `passive` the starts of words
    that are written as passives (قُتل), `accusative` the ends of words written with fathatan (جمهورًا)."""
    units: list[Unit] = []
    i, n = 0, len(tokens)
    t = 0
    while i < n:
        token = tokens[i]
        while t < len(times) and times[t][1] <= token.start:
            t += 1
        if t < len(times) and times[t][0] < token.end and token.start < times[t][1]:
            j = i + 1
            while j < n and tokens[j].start < times[t][1]:
                j += 1
            unit = Unit(i, j, " ".join(x.text for x in tokens[i:j]), token.start, tokens[j - 1].end)
            unit.tag = "T"
            if (
                token.start < times[t][0]
            ):  # a clitic stands before the expression: في is a token of its own, و and ب are not
                unit.conj = token.text[0] if token.text[0] in "وف" else ""
            units.append(unit)
            i = j
            continue
        unit = _unit(tokens, i, lookup)
        units.append(unit)
        i = unit.last
    for k, unit in enumerate(units):
        if accusative and unit.end in accusative and unit.tag in ("N", "VN"):
            unit.case = "a"
            unit.tag = "N"  # no verb of the news ends so
        if unit.tag == "VN":
            _choose(units, k)
        if passive and unit.start in passive and unit.info is not None and unit.info.verbs:
            _passive(unit, unit.info)
        if unit.text in _DIRECTIONS and k and k + 1 < len(units):
            _direction(units, k)
    for k, unit in enumerate(units):
        if unit.text == "للقاء" and unit.art and k + 1 < len(units) and _met(units[k + 1]):
            unit.art = False  # للقاء الرئيس is "to meet the president", no "the meeting"
        if unit.text in _REPLIED:
            _reply(units, k, lookup)
        elif unit.tag == "N" and k > 1 and (unit.has("shorts") or unit.has("names")):
            of_another = _of_another_group if unit.has("demonyms") and unit.has("names") else _of_another_state
            unit.apart = of_another(units, k, lookup)
    _ceasefires(units, lookup)
    return units


def _met(unit: Unit) -> bool:
    """Whether a unit names somebody whom one can meet, and stands in the genitive."""
    return unit.tag == "N" and not unit.prep and not unit.conj and (unit.has("roles") or unit.has("names"))


def _of_another_state(units: Sequence[Unit], k: int, lookup: Lookup) -> bool:
    """Whether a person of the lexicon stands behind an office of a state that he never served (وصف الرئيس التركي |
    نتنياهو), or behind that of the head of his state, which he never was (كلف الرئيس اللبناني | نواف سلام).
    """
    actors = lookup.table.actors
    numbers = [number for lex in units[k].lexes for number in (*lex.names, *lex.shorts)]
    if not numbers or any(actors[number].kind != "person" for number in numbers) or units[k].conj or units[k].prep:
        return False
    if units[k - 1].name_part or not units[k - 1].known:
        return False  # محمد | الفكي: a surname
    states: set[str | None] = set()
    for unit in reversed(units[max(0, k - 4) : k]):
        if unit.tag != "N":
            return False
        told = [n for lex in unit.lexes for n in (*lex.demonyms, *lex.names)]
        stated = [n for n in told if actors[n].kind in ("country", "region")]
        states.update(code.country for n in stated for code in actors[n].codes)
        if unit.has("roles"):
            office = unit
            break
        if unit.prep or unit.conj:
            return False
    else:
        return False
    served = [{at.country for at in (*actors[n].terms, *actors[n].codes)} for n in numbers]
    if not states or not all(served):
        return False
    if all(lands.isdisjoint(states) for lands in served):
        return True
    kinds = lookup.table.kinds
    heads = {kinds[n].id for lex in office.lexes for n in lex.roles} & _HEADS
    held = {at.role for n in numbers for at in actors[n].terms}
    return bool(heads) and not office.enc and _HEADS.isdisjoint(held)


#: offices whose holders the lexicon knows so well that another's name is not the holder's
_HEADS = frozenset(("president", "king", "emir", "sultan"))


def _of_another_group(units: Sequence[Unit], k: int, lookup: Lookup) -> bool:
    """Whether a land whose name could be an adjective stands behind a group of another land: هددت جماعة الحوثي |
    السعودية.
    """
    if not k or units[k].conj or units[k].prep or not units[k].art or units[k - 1].tag != "N":
        return False
    actors = lookup.table.actors
    groups = [actors[n] for lex in units[k - 1].lexes for n in lex.names]
    lands = {code.country for lex in units[k].lexes for n in lex.names for code in actors[n].codes}
    if not groups or any(group.kind not in _GROUPS for group in groups):
        return False
    return lands.isdisjoint({code.country for group in groups for code in group.codes})


#: kinds of actors that are of one land by themselves
_GROUPS = frozenset(("armed_group", "party", "movement"))

#: شمالي العراق: north of or in the north of, where no noun waits for an adjective
_DIRECTIONS = frozenset(("شمالي", "جنوبي", "شرقي", "غربي", "وشمالي", "وجنوبي", "وشرقي", "وغربي"))


def _direction(units: list[Unit], k: int) -> None:
    """Read شرقي before a definite noun or a name as the preposition it is there."""
    following = units[k + 1]
    bare = following.tag in ("N", "VN") and not following.prep and not following.conj
    if bare and (following.art or following.named):
        unit = units[k]
        unit.tag, unit.lexes = "P", NONE
        unit.conj = "و" if unit.text[0] == "و" else ""


#: ورد (arrived, is mentioned) or و + رد (and replied)
_REPLIED = frozenset(("ورد", "وردت", "وردوا"))


def _reply(units: list[Unit], k: int, lookup: Lookup) -> None:
    """Read وردت إيران بقصف القاعدة as "and replied": what happens, behind ب before any other preposition, says so."""
    unit = units[k]
    for j, following in enumerate(units[k + 1 : k + 9], k + 2):
        happening = following.has("frames")
        if following.prep == "ب" and happening and not following.art:
            readings = tuple(r._replace(conj="و") for r in lookup.word(unit.text[1:]).verbs if not r.conj)
            if readings and unit.info is not None:
                unit.tag, unit.lexes, unit.conj = "V", NONE, "و"
                unit.info, unit.reading = unit.info._replace(verbs=readings), _merged(readings)
            return
        dated = j < len(units) and units[j].tag == "T"  # في 8 يناير
        if following.tag in ("V", "CMP", "REL", "SUB") or (following.text in ("في", "فى", "عن", "من") and not dated):
            return


def _ceasefires(units: list[Unit], lookup: Lookup) -> None:
    """Join وقف فوري ودائم لإطلاق النار to one unit: the adjectives stand inside the term."""
    for k, unit in enumerate(units):
        if unit.tag != "N" or "وقف" not in unit.keys:
            continue
        for j in range(k + 1, min(k + 5, len(units))):
            behind = units[j]
            if behind.prep == "ل" and "اطلاق نار" in behind.keys:
                term = next((lookup.table.lexes[n] for n in _entries(lookup, "وقف", "لاطلاق نار")), None)
                if term is not None:
                    unit.lexes, unit.last, unit.end = Entries((term,)), behind.last, behind.end
                    unit.text = " ".join(u.text for u in units[k : j + 1])
                    del units[k + 1 : j + 1]
                break
            if behind.tag != "N" or behind.art:
                break
            if not all(lex.pos in ("ADJ", "PART") or lex.demonyms for lex in behind.lexes):
                break


def _entries(lookup: Lookup, first: str, rest: str) -> list[int]:
    """The numbers of the phrases that start with a word and go on as given."""
    words = rest.split()
    return [number for start in lookup.word(first).starts for more, number, _ in start.entries if list(more) == words]


def _passive(unit: Unit, info: WordInfo) -> None:
    """Read a word with a written damma as the passive it is, if it can be one."""
    merged = _merged(info.verbs)
    features = tuple(f for f in merged.features if f[1] == "v")
    if features:
        unit.tag, unit.lexes, unit.prep, unit.enc = "V", NONE, "", ""
        unit.reading = merged._replace(features=features)
        unit.conj = merged.conj


def _unit(tokens: Sequence[Token], i: int, lookup: Lookup) -> Unit:
    token = tokens[i]
    text = token.text
    if not _WORD.match(text):
        unit = Unit(i, i + 1, text, token.start, token.end)
        unit.tag = "NUM" if text[0].isdigit() else "X" if text[0].isalpha() else text
        return unit
    info = lookup.word(text)
    if info.multi:
        quoted = _quoted(tokens, i)
        words = tokens if quoted is None else quoted
        first = i if quoted is None else 0
        length, chosen, best, features = _longest(words, first, info, lookup)
        if quoted is not None and not (length == len(quoted) and all(lex.names for lex in best)):
            length = 0
        if length > 1 and _opens_name(words, first + length - 1, best, lookup):
            # القيادي في | حركة النهضة, نائب رئيس | دولة فلسطين
            length, chosen, best, features = _longest(words[: first + length - 1], first, info, lookup)
        if length > 1:
            last = i + length + (0 if quoted is None else 2)
            named = words[first : first + length]
            unit = Unit(i, last, " ".join(x.text for x in named), token.start, tokens[last - 1].end)
            unit.info = info
            _dress(unit, info, chosen, lookup.entries(best), features, length)
            if not unit.art:
                unit.art = _has_article(named[-1].text, lookup) or _has_article(named[1].text, lookup)
            if not unit.enc and best and not unit.named:
                unit.enc = _owner(named[-1].text, best[0].key.rpartition(" ")[2])
                unit.art = unit.art or bool(unit.enc)
            unit.tag = _first_tag(unit, info, length)
            unit.gender = unit.gender or _of_land(unit, lookup)
            return unit
    template = lookup.templates.get(text)
    if template is None:
        template = lookup.templates[text] = _template(info, lookup)
    unit = Unit(i, i + 1, text, token.start, token.end)
    unit.info = info
    (
        unit.lexes,
        unit.conj,
        unit.prep,
        unit.art,
        unit.enc,
        unit.number,
        unit.gender,
        unit.case,
        unit.tag,
        unit.guessed,
    ) = template
    return unit


def _owner(word: str, listed: str) -> str:
    """The pronoun on the last word of a phrase that the lexicon lists without it: وزير خارجيته, رئيس وزرائها."""
    for pronoun in _PRONOUNS:
        if word.endswith(pronoun):
            stem = word[: -len(pronoun)]
            if stem == listed or (stem[:-1] == listed[:-1] and listed[-1:] + stem[-1:] in ("ةت", "ءئ", "ءؤ", "ىا")):
                return pronoun
    return ""


def _opens_name(tokens: Sequence[Token], last: int, best: Sequence[Lex], lookup: Lookup) -> bool:
    """Whether the last word of an office (قيادي في حركة) is the first of a name of several words."""
    if not any(lex.roles for lex in best) or any(lex.names for lex in best) or tokens[last].text.startswith("ال"):
        return False
    length, _, named, _ = _longest(tokens, last, lookup.word(tokens[last].text), lookup)
    return length > 1 and any(lex.names for lex in named)


_SURNAME = Entries((Lex(key="", pos="NAME", classes=["person_name"]),))


def note_surnames(units: Sequence[Unit], surnames: Container[str]) -> None:
    """Mark words that are no more than the surname of somebody mentioned before, so that nothing is taken for their
    genitive: انتقد مراشي | القضاء.
    """
    for k, unit in enumerate(units):
        if unit.tag == "V" and k and unit.text in surnames and len(unit.text) > 3 and _behind_verb(units[k - 1]):
            unit.tag, unit.conj, unit.enc, unit.reading, unit.lexes = "N", "", "", None, _SURNAME  # شدد | فيدان
            continue
        if unit.tag != "N" or unit.art or unit.enc or (unit.lexes and not (k and units[k - 1].tag == "V" and _plain(unit))):  # noqa: E501
            continue
        word = unit.text[len(unit.conj) + len(unit.prep) :]
        if len(word) > 2 and word in surnames:
            unit.lexes = _SURNAME


def is_surname(unit: Unit) -> bool:
    """Whether `note_surnames` marked the unit."""
    return unit.lexes is _SURNAME


def _behind_verb(before: Unit) -> bool:
    """Whether what stands behind a unit is its subject, though it may look like a verb: no auxiliary takes it."""
    return before.tag == "V" and not any(key in _AUXILIARIES for key in (before.text, before.text[len(before.conj) :]))


_AUXILIARIES = frozenset(
    "كان كانت كانوا يكون تكون يكونون كاد كادت يكاد تكاد بدا بدات يبدا تبدا عاد عادت يعود تعود ظل ظلت يظل تظل مازال"
    " لازال اخذ اخذت راح راحت صار صارت اصبح اصبحت بات باتت يبدو شرع شرعت".split()
)


#: the object of لقي, folded: it follows its subject and is nobody's genitive
OWN_DEATH = re.compile(r"(?:مصرع|حتف)(?:ه|ها|هم|هما|هن)$")


def _has_article(word: str, lookup: Lookup) -> bool:
    """Whether a word has the article; الكتروني, ألغام in old spelling only begin with its letters."""
    if not word.startswith("ال"):
        return False
    lexes = lookup.table.lexes
    own = [(start, lexes[n]) for start in lookup.word(word).starts for rest, n, _ in start.entries if not rest]
    return not own or any(start.art or lex.names or lex.shorts for start, lex in own)


def _plain(unit: Unit) -> bool:
    """A word that is nothing but a noun or part of a name: no event, office, body, people or class is called so."""
    return all(lex.pos in ("N", "NAME") and not (lex.frames or lex.classes or lex.lights or lex.names or lex.shorts) for lex in unit.lexes)  # noqa: E501


#: states whose names are masculine, folded; the names of all others are feminine, as those of cities are
_MASCULINE_LANDS = frozenset("عراق لبنان اردن مغرب سودان يمن صومال فاتيكان سنغال نيجر جبل".split())


def _of_land(unit: Unit, lookup: Lookup) -> str:
    """The gender of the name of a state or of its capital: إسرائيل, واشنطن are feminine, العراق is not. Empty for other
    words.
    """
    lexes = [lex for lex in unit.lexes if lex.names or lex.seats]
    if not lexes or len(lexes) < len(unit.lexes):
        return ""
    actors = lookup.table.actors
    if any(actors[number].kind != "country" for lex in lexes for number in lex.names):
        return ""
    first = lexes[0].key.split(" ")[0].removeprefix("ال")
    if first in _MASCULINE_LANDS:
        return "m"
    return "" if first in ("جنوب", "شمال", "ساحل", "اتحاد", "قطاع", "اقليم", "كيان", "كونغو") else "f"


def _template(info: WordInfo, lookup: Lookup) -> tuple[Any, ...]:
    """What a single word is on its own: computed once for each form."""
    unit = Unit(0, 1, info.form, 0, 0)
    chosen: Start | None = None
    best: list[Lex] = []
    features: list[str] = []
    for start in info.starts:
        for rest, number, feats in start.entries:
            lex = lookup.table.lexes[number]
            if rest or ((start.prep or start.enc or start.art) and lex.pos == "F" and not _open(lex)):
                continue  # function words take no clitic but a conjunction; those with pronouns are listed
            if chosen is not None and start is not chosen and (
                start.enc or (start.conj, start.prep) != (chosen.conj, chosen.prep)
            ):
                continue  # all entries of one reading count: موافقتها is موافقة, the noun and the participle
            chosen = chosen or start
            best.append(lex)
            features.append(feats)
    _dress(unit, info, chosen, lookup.entries(best), features, 1)
    if chosen is not None and not chosen.enc and "adv" not in unit.lexes.functions:  # بدوره is no role of anybody's
        own = next((s for s in info.starts if s.enc and any(not rest for rest, _, _ in s.entries)), None)
        if own is not None and info.form.endswith(
            _PRONOUNS
        ):  # قواتها stands in a class as it is, and is قوات with its owner
            more = [lookup.table.lexes[number] for rest, number, _ in own.entries if not rest]
            unit.lexes = Entries((*unit.lexes, *(lex for lex in more if lex.pos != "F")))
            unit.enc, unit.art, unit.case = own.enc, True, ""
    unit.tag = _first_tag(unit, info, 1 if chosen else 0)
    unit.gender = unit.gender or _of_land(unit, lookup)
    return (
        unit.lexes,
        unit.conj,
        unit.prep,
        unit.art,
        unit.enc,
        unit.number,
        unit.gender,
        unit.case,
        unit.tag,
        unit.guessed,
    )


#: opening quotation marks and what closes them
_QUOTES = {'"': '"', "«": "»"}


def _quoted(tokens: Sequence[Token], i: int) -> list[Token] | None:
    """The words of وكالة "رويترز" without the marks, where the second part of a name may stand in quotation marks."""
    if i + 3 >= len(tokens) or tokens[i + 1].text not in _QUOTES:
        return None
    closing = _QUOTES[tokens[i + 1].text]
    for j in range(i + 3, min(i + 7, len(tokens))):
        if tokens[j].text == closing:
            return [tokens[i], *tokens[i + 2 : j]]
    return None


def _longest(
    tokens: Sequence[Token], i: int, info: WordInfo, lookup: Lookup
) -> tuple[int, Start | None, list[Lex], list[str]]:
    """The longest phrase of several words that starts at token `i`: its length (0: none), clitics, entries and
    features.
    """
    length = 0
    chosen: Start | None = None
    best: list[Lex] = []
    features: list[str] = []
    if i + 1 >= len(tokens) or not _WORD.match(tokens[i + 1].text):
        return length, chosen, best, features
    table = lookup.table.lexes
    for key in lookup.word(tokens[i + 1].text).rest:
        for start, rest, number, feats in info.multi.get(key, ()):  # longest first
            if len(rest) + 1 < length:
                break
            lex = table[number]
            if (start.prep or start.enc or start.art) and lex.pos == "F" and not _open(lex):
                continue
            if len(rest) > 1 and not _continues(tokens, i + 2, rest[1:], lookup):
                continue
            definite = start.art and not start.enc and (lex.frames or lex.lights)
            if definite and not tokens[i + 1].text.startswith(_DEFINITE):
                continue  # البيان | إدانة: no genitive stands behind the article
            if len(rest) + 1 > length or (chosen is not None and start is not chosen and _cheaper(start, chosen)):
                length, chosen, best, features = len(rest) + 1, start, [], []
            elif chosen is not None and start is not chosen and (
                start.enc or (start.conj, start.prep) != (chosen.conj, chosen.prep)
            ):
                continue
            best.append(lex)
            features.append(feats)
    return length, chosen, best, features


#: how what stands behind a noun with the article begins: the article, a preposition, a negation
_DEFINITE = ("ال", "ب", "ل", "في", "من", "على", "غير", "عن", "الى", "مع", "ضد", "بين")


def _cheaper(one: Start, other: Start) -> bool:
    """Whether a reading takes fewer clitics off."""
    return len(one.conj) + len(one.prep) + 2 * len(one.enc) < len(other.conj) + len(other.prep) + 2 * len(other.enc)


def _open(lex: Lex) -> bool:
    """Function words that are nouns in their form and take prepositions: numbers, quantifiers, demonstratives, light
    heads (بشن هجوم).
    """
    return "num" in lex.fn or "light_head" in lex.fn or "quant" in lex.fn or "dem" in lex.fn


def _dress(
    unit: Unit, info: WordInfo, chosen: Start | None, best: Entries, features: Sequence[str], length: int
) -> None:
    if chosen is None:
        unit.conj, unit.prep, unit.art, unit.enc = info.conj, info.prep, info.art, info.tail
        return
    unit.lexes = best
    unit.conj, unit.prep, unit.art, unit.enc = chosen.conj, chosen.prep, chosen.art, chosen.enc
    told = [feats for feats in features if feats]
    if info.form.endswith(("ون", "ين")) and any(feats[0] == "p" for feats in told):
        told = [feats for feats in told if feats[0] == "p"]  # a plural that is also listed as a word is a plural
    if told:
        first = told[0]
        if len({feats[2:] for feats in told}) == 1:
            unit.number, unit.gender, unit.case = first[0], first[1], first[2:]
        else:  # قاضي is singular or the plural before a genitive; a final alef on a singular is the accusative
            accusative = info.form.endswith("ا") and any(feats == "sma" for feats in told)
            unit.number = "s" if any(feats[0] == "s" for feats in told) else first[0]
            unit.gender, unit.case = first[1], "a" if accusative else ""


def _continues(tokens: Sequence[Token], i: int, rest: Sequence[str], lookup: Lookup) -> bool:
    if i + len(rest) > len(tokens):
        return False
    for k, word in enumerate(rest):
        text = tokens[i + k].text
        if text != word and (not _WORD.match(text) or word not in lookup.word(text).rest):
            return False
    return True


def _first_tag(unit: Unit, info: WordInfo, length: int) -> str:
    functions = unit.lexes.functions
    if length > 1 and "adv" in functions and "agent" in functions:
        return "ADV"  # من جانبه، قال: nothing was done by him
    if "prep" in functions and unit.conj == "ف" and any(not r.conj for r in info.verbs):
        unit.lexes = NONE  # فتحت is opened before it is "and under"
        unit.conj = ""
        return "VN"
    if info.form.removeprefix("و") in ("هنا", "مثل") and info.verbs:
        return "VN"  # هنأ, مثل أمام المحكمة
    if info.form.removeprefix("و") == "عبر" and info.verbs:
        return "VN"  # عبر عن قلقه
    for name, tag in _FUNCTION_TAGS if functions else ():
        if name in functions:
            if unit.art and length == 1 and tag in ("P", "ADV", "SUB"):
                break
            return tag
    if length > 1 or not info.verbs:
        if length == 0 and not info.art and _IMPERFECT_GUESS.match(unit.text):
            unit.guessed = True
            return "VN"
        return "N"
    if unit.art and unit.known and not unit.enc:
        return "N"
    return "VN"


def _of_what_was_named(units: Sequence[Unit], k: int, readings: Sequence[VerbReading]) -> bool:
    """Whether a word that can be a noun with its owner is a verb that describes the indefinite noun before it: هجوم شنه
    مسلحون, جنديا قتلته إسرائيل. Nobody stands behind a noun and its owner, but the subject does behind a verb.
    """
    previous = units[k - 1] if k else None
    following = units[k + 1] if k + 1 < len(units) else None
    if previous is None or following is None or previous.tag not in ("N", "NUM", "Q"):
        return False
    if previous.art or previous.named or previous.enc or not all(r.object for r in readings):
        return False
    happening = previous.has("frames") and any("light_head" in lex.fn for lex in units[k].lexes)
    acting = any(following.has(field) for field in ("names", "seats", "bodies", "generics", "roles"))
    return happening or (previous.known and acting and following.tag == "N" and not following.prep and not following.conj)  # noqa: E501


_CARRIES = frozenset(("قام", "قامت", "قاموا", "تقدم", "تقدمت", "تقدموا"))
_BEFORE_NOUN = frozenset(("P", "AG", "AT", "Q", "DEM", "NUM", "V"))
_BEFORE_VERB = frozenset(("QAD", "FUT", "SUB", "REL"))


def _choose(units: list[Unit], k: int) -> None:
    """Decide between verb and noun for an ambiguous unit, from its neighbours."""
    unit = units[k]
    previous = _previous(units, k)
    following = units[k + 1] if k + 1 < len(units) else None
    if following is not None and following.text == "بن" and not unit.art:
        unit.tag = "N"  # سالم بن ناصر: what stands before "son of" is a name, whatever it may be elsewhere
        return
    if following is not None and following.tag == ":" and unit.info is not None and not unit.prep:
        told = [r for r in unit.info.verbs if r.conj]
        if told and previous is None:  # وتابع: nobody is named so before what he says
            unit.tag, unit.reading, unit.conj, unit.lexes = "V", _merged(told), told[0].conj, NONE
            return
    if unit.guessed:
        verbal = not _name_behind_title(units, k) and (
            previous is None
            or _of_crowd(unit, previous)
            or (previous.tag not in ("P", "AG", "AT", "Q", "DEM", "NUM")
            and not (previous.tag == "N" and _title(previous)))
        )
        unit.tag = "V" if verbal else "N"
        if verbal:
            unit.lexes = NONE
        return
    info = unit.info
    assert info is not None
    readings = info.verbs
    if previous is not None and previous.tag == "CMP" and unit.known and _laid_on(units, k):
        wished = tuple(r for r in readings if any(f[0] == "i" for f in r.features))
        readings = wished or readings  # على الحكومة أن توقف القصف: no noun "stop" there
    if any(r.ours for r in readings) and _speaking(units, k):
        readings = tuple(r._replace(object="", features=("pa1p",)) for r in readings if r.ours)
    if unit.lexes and info.form.removeprefix("و") in ("هنا", "مثل"):
        verbal = k == 0 and following is not None and following.tag in ("N", "VN") and (following.art or following.has("roles") or _surname(following))  # noqa: E501
        if not verbal:
            unit.tag = "ADV" if info.form.endswith("هنا") else "P"
            return
    if unit.lexes and info.form.removeprefix("و") == "عبر" and not _expresses(units, k):
        unit.tag = "P"
        return
    if not unit.conj and any(r.conj for r in readings) and not unit.known:
        unit.conj = next(r.conj for r in readings if r.conj)
    verbal = info.form.removeprefix("و") == "عبر" or _is_verb(units, k, unit, readings, previous)
    unit.tag = "V" if verbal else "N"
    if verbal:
        unit.reading = _merged(readings)
        unit.conj = readings[0].conj
        unit.prep = unit.enc = ""
        unit.lexes = NONE


def _expresses(units: Sequence[Unit], k: int) -> bool:
    """Whether عبر is the verb of عبّر الرئيس عن قلقه, عبر في مكالمة مع نظيره عن, and not "across"."""
    for j in range(k + 1, min(len(units), k + 16)):
        unit = units[j]
        if unit.tag in ("V", "CMP", "REL", "SUB", "."):
            return False
        if unit.text in ("عن", "عنه", "عنها"):
            return units[k - 1].tag not in ("P", "V") if k else True
    return False


def _speaking(units: Sequence[Unit], k: int) -> bool:
    """Whether somebody speaks of himself where a form can be of the first person: حزب الله: | قصفنا, ... واستهدفنا."""
    before = units[k - 1] if k else None
    while before is not None and before.tag in _QUOTES:
        k -= 1
        before = units[k - 1] if k else None
    if before is not None and (before.tag == ":" or before.text in ("نحن", "اننا", "لقد", "باننا", "لاننا")):
        return True
    return any(
        u.tag == "V" and u.reading is not None and all(f[2:4] == "1p" for f in u.reading.features) for u in units[:k]
    )


def _laid_on(units: Sequence[Unit], k: int) -> bool:
    """Whether أن before `k` tells what somebody must do: إن على الحكومة | أن توقف."""
    if units[k - 1].text != "ان":
        return False
    for j in range(k - 2, max(-1, k - 10), -1):
        if units[j].tag == "P":
            return units[j].text == "على" and (j == 0 or units[j - 1].tag in ("CMP", "CON"))
        if units[j].tag != "N":
            return False
    return False


def _merged(readings: Sequence[VerbReading]) -> VerbReading:
    """The first reading with the features of all that have the same clitics: قتل is active and passive, of one
    verb or of two.
    """
    first = readings[0]
    features = [
        f
        for r in readings
        if (r.conj, r.object, r.future) == (first.conj, first.object, first.future)
        for f in r.features
    ]
    return first._replace(features=tuple(dict.fromkeys(features)))


def _verb_before(units: list[Unit], k: int) -> bool:
    """Whether the clause has its verb already, so that a noun is awaited rather than another verb."""
    j = k - 1
    while j > max(-1, k - 14):
        tag = units[j].tag
        if tag == "V":
            return True
        if tag in _COMMAS and _timed_aside(units, j - 2):
            j -= 3
            continue
        if tag in ("CMP", "REL", "SUB", "CON", "C", "RELF") or (not tag.isalpha()):
            return False
        j -= 1
    return False


_COMMAS = frozenset((",", "،"))


def _behind_aside(units: Sequence[Unit], k: int) -> bool:
    """Whether a word stands behind an aside of its clause, whose verb still waits for it: دان المجلس، في بيان له، | قصف
    المطار.
    """
    if not k or units[k - 1].tag not in _COMMAS:
        return False
    opened = next((j for j in range(k - 2, max(-1, k - 14), -1) if not units[j].tag.isalpha()), -1)
    if opened < 1 or units[opened].tag not in _COMMAS or units[opened + 1].tag not in ("P", "PP"):
        return False
    if any(unit.tag in ("V", "VN") for unit in units[opened + 1 : k - 1]):
        return False
    for unit in reversed(units[max(0, opened - 8) : opened]):
        if unit.tag == "V":
            return True
        if unit.tag != "N" or unit.prep:
            return False
    return False


#: one's own land or government, folded
OWN_LAND = frozenset("بلاده بلادها بلادهم بلادهما حكومته حكومتها دولته دولتها".split())


def _announced(units: Sequence[Unit], k: int) -> bool:
    """Whether a word behind a comma is what a verb of announcing before still waits for, with nothing but names, times
    and places between: أكد رئيس البرلمان، فلان، أمس، | دعمه للحكومة.
    """
    if not k or units[k - 1].tag not in _COMMAS or k + 1 >= len(units):
        return False
    at = k + 1
    if units[at].tag == "N" and (units[at].art or units[at].named) and not units[at].prep and not units[k].enc:
        at += 1  # أعلن البرهان، رئيس المجلس، | رفض السودان التام لأي وساطة
        at += at < len(units) and units[at].tag == "N" and units[at].art and not units[at].prep
    if at >= len(units):
        return False
    behind = units[at]
    deed = behind.tag == "N" and behind.has("frames")  # أكد الوزيران، خلال اتصال، | رفضهما تهجير السكان
    if behind.prep not in ("ل", "ب") and behind.tag not in ("P", "PP") and not deed:
        return False
    for unit in reversed(units[max(0, k - 24) : k]):
        if unit.tag == "V":
            kinds = unit.info.verbs if unit.info is not None else ()
            return any(unit.text.removeprefix("و").startswith(word) for word in _ANNOUNCE) and bool(kinds)
        if unit.tag not in ("N", "P", "PP", "T", "NUM", "AG", "AT", "DEM", "ADV", ",", "،"):
            return False
    return False


#: verbs whose object is a verbal noun of the one who speaks, folded, in their third person and with ت
_ANNOUNCE = tuple("اكد اعلن جدد ابدي ابدت كرر واصل قدم سجل انهي انهت بدا يؤكد تؤكد يجدد تجدد".split())


def _timed_aside(units: Sequence[Unit], j: int) -> bool:
    """Whether a time between two commas begins at `j`: حكمت المحكمة | ، اليوم الأربعاء، | على ناشط."""
    return (
        0 <= j < len(units) - 2 and units[j].tag in _COMMAS and units[j + 1].tag == "T" and units[j + 2].tag in _COMMAS
    )


def _previous(units: list[Unit], k: int) -> Unit | None:
    last = k - 1
    while _timed_aside(units, last - 2):
        last -= 3
    for j in range(last, max(-1, last - 4), -1):
        if units[j].tag == "P" and j + 1 < k and (units[j + 1].tag == "T" or units[j + 1].text == "ذلك"):
            continue
        if units[j].text == "ذلك" and j and units[j - 1].tag == "P" and not units[k].art:
            continue  # بعد ذلك | شنت الطائرات غارات, ردا على ذلك | استدعت
        if units[j].tag not in ("T", "ADV", '"', "«", "»", "PRO"):
            return units[j]
    return None


def _of_crowd(unit: Unit, previous: Unit | None) -> bool:
    """Whether a word ends as only verbs do, behind a number that is its subject: المئات | تظاهروا."""
    return previous is not None and previous.tag in ("NUM", "Q") and previous.art and unit.text.endswith("وا")


def _name_behind_title(units: Sequence[Unit], k: int) -> bool:
    """Whether a word that is no more than verb-shaped ends a name begun behind an office: الحاكم أوليه سينيغوبوف."""
    if k < 2 or units[k].conj:
        return False
    first = units[k - 1]
    if first.tag == "N" and first.art and first.has("demonyms"):
        return units[k].guessed and _subject_office(units, k - 1)
    if first.tag != "N" or first.known or first.text.startswith("ال") or first.conj or first.prep:
        return False
    for unit in reversed(units[max(0, k - 4) : k - 1]):
        if unit.tag != "N":
            return False
        if unit.has("roles"):
            return True  # with its state or region between: حاكم خاركيف أوليغ سينيغوبوف
    return False


def _subject_office(units: Sequence[Unit], k: int) -> bool:
    """Whether the demonym at `k` ends an office that stands right behind a verb, as its subject: التقى وزير الخارجية
    الدنماركي | ييبي: what nobody knows as a verb is rather his name than a second verb.
    """
    for j in range(k - 1, max(-1, k - 4), -1):
        if units[j].tag != "N" or units[j].conj or units[j].prep:
            return False
        if units[j].has("roles"):
            return j > 0 and units[j - 1].tag == "V"
    return False


def _title(unit: Unit) -> bool:
    return any(lex.roles or lex.names for lex in unit.lexes)


#: the endings of two
_OF_TWO = ("ين", "ان")


def _in_two(unit: Unit) -> bool:
    """Whether a word may be a dual by its ending: جنديين, but not طهران."""
    return unit.text.endswith(_OF_TWO) and not unit.named


def _is_verb(units: list[Unit], k: int, unit: Unit, readings: Sequence[VerbReading], previous: Unit | None) -> bool:
    imperfect = all(f[0] == "i" for r in readings for f in r.features)
    tag = previous.tag if previous else ""
    if tag == "V" and not imperfect and all(f[3:] in ("fd", "md") for r in readings for f in r.features):
        return any(f[3:] in ("fd", "md") for f in (previous.reading.features if previous and previous.reading else ()))
    if not unit.conj and tag == "N" and previous is units[k - 1] and _in_two(previous):
        if not previous.art and all(f[0] == "p" and f[3:] in ("fd", "md") for r in readings for f in r.features):
            return True  # أن جنديين قتلا
    if any(r.future for r in readings):
        if unit.name_part:
            return False  # سالم is a man, not "I shall hurt"
        return tag not in ("P", "AG", "AT", "Q", "DEM", "NUM")
    if tag == "P" and previous is units[k - 1] and previous.text in _BEFORE_NAMES:
        return False  # نقل عن فليكس: no conjunction stands behind a preposition
    if tag == "Q" and previous is not None and previous.enc:
        tag = "PRO"
    if tag == "N" and previous is not None and _title(previous) and _name_shape(units, k, readings):
        return False
    if _of_crowd(unit, previous) and not imperfect:
        return True
    following = units[k + 1] if k + 1 < len(units) else None
    if unit.name_part and not any(r.conj or r.object for r in readings):
        if previous is not None and tag == "N" and (_title(previous) or previous.name_part or not previous.known):
            return False
        if (
            following is not None
            and following.tag in ("N", "VN")
            and not following.prep
            and not following.conj
            and (following.name_part or not following.known)
        ):
            return False
    if unit.known and all(r.object in ("ك", "كم") for r in readings):
        return False  # انتهاك: nobody is addressed in the news
    if unit.named and imperfect and all(f[2] == "1" for r in readings for f in r.features):
        return False  # واشنطن ولندن: nobody says "and let us condemn"
    if unit.named and imperfect and not unit.conj and tag == "N" and unit.text == "تشاد":
        return False  # طالبت السلطات السودانية | تشاد بالانسحاب: no verb of praise
    if unit.known and not unit.conj and tag == "N" and all(f[2:4] == "1p" for r in readings for f in r.features):
        return False  # أوقفت الشرطة نجل الوزير: his son, not "we reveal"
    if unit.named and all(f[3:] == "fp" for r in readings for f in r.features):
        return False  # موسكو وبكين: no women wept
    if _of_the_two(units, k, readings) or _of_two_joined(units, k, readings) or _joins(units, k):
        return True
    if k and units[k - 1].tag == "N" and not units[k - 1].known and all(r.conj == "ف" for r in readings):
        return False  # صحيفة صنداي | فيجان: a name goes on, no sentence
    if k and unit.conj and OWN_DEATH.match(units[k - 1].text) and not any(r.future for r in readings):
        return True  # لقي عشرة حتفهم | وجرح العشرات
    if unit.known and unit.text.endswith("ا") and unit.case == "a" and not imperfect:
        return False  # طلبا: an accusative, not a dual
    if previous is not None and tag == "NEG":
        if previous is units[k - 1] and previous.text.endswith(("لم", "لن")):
            return any(f[0] == "i" for r in readings for f in r.features) or not unit.known  # لن تسلم, لم توقف
        return any(previous.text.endswith(x) for x in ("لم", "لن", "لا")) and (imperfect or not unit.known)
    if tag in ("QAD", "FUT", "REL"):
        return True
    conj = next((r.conj for r in readings), "")
    if unit.known and not imperfect and not conj and previous is units[k - 1] and _goes_on_saying(previous):
        return False  # مؤكدا | رفض بلاده للخطة
    if not imperfect and not conj and unit.enc and _of_what_was_named(units, k, readings):
        return True
    if _issued(unit, following, tag == "N") and tag not in _BEFORE_NOUN:
        return True
    if unit.text in _CARRIES and following is not None and following.tag == "PP" and following.text[0] == "ب":
        return True  # محاولات قامت بها المخابرات
    spoken = all(r.object for r in readings) or (not imperfect and not unit.enc and unit.has("frames"))
    if spoken and not conj and unit.known and _announced(units, k):
        return False  # أكد الوزير، في بيان، | دعمه للاتفاق
    if all(r.object for r in readings) and not conj and tag == "N" and _verb_before(units, k):
        # قدم الوزير استقالته, جددت الصين دعوتها, أعلنت ليبيا تأييدها: the object, not a second verb
        if (unit.known and unit.text[:1] != "ي") or _VERBAL_NOUN.match(unit.text):
            return False
    if imperfect:
        if (
            unit.text.lstrip("وف")[:1] == "ن"
            and tag == "N"
            and previous is not None
            and not (previous.art or previous.named)
        ):
            return False
        if not unit.known or unit.text.lstrip("وف")[:1] == "ي":
            return not (tag in ("P", "AG", "AT", "NUM", "Q", "DEM") and not conj)
        if tag == "CMP":
            return True
        if unit.prep == "ل" and tag == "N" and k > 1 and any(map(_takes_a_stand, units[k - 2 : k])):
            return False  # رفضها التام | لتدخل الحلف, رفض الحكومة | لتوسع المستوطنات
        return (
            tag not in _BEFORE_NOUN
            and not (tag == "N" and previous is not None and not previous.art and not previous.named)
            and not _adjective_follows(units, k)
        )
    if (
        any(r.object for r in readings)
        and unit.enc
        and tag == "N"
        and not conj
        and unit.fn("light_head")
    ):
        return True  # غارة شنها الجيش
    if unit.known and unit.enc and conj == "و" and not imperfect and _of_one_owner(units, k):
        return False
    if unit.known and not conj and following is not None and following.tag == "COP":
        return False  # رد بلاده, ردنا | سيكون قاسيا: no verb stands before another
    if unit.known and not imperfect and following is not None and following.text in OWN_LAND:
        if _masculine(readings) and not (unit.art or unit.enc) and unit.has("frames"):
            return False  # أكد الملك، خلال لقائه الوزير، دعم | بلاده: his land would have its verb in the feminine
    if any(r.object for r in readings) and unit.known:
        return tag not in _BEFORE_NOUN or bool(conj)
    if unit.prep and unit.known and (unit.art or unit.prep == "ل" or tag == "N"):
        return False
    if tag == "P" and previous is units[k - 1] and previous.text.removeprefix("و") == "منذ":
        return not imperfect and not unit.known  # منذ | احتل المتظاهرون المبنى
    if tag in _BEFORE_NOUN and not conj:
        return False
    if tag == "SUB":
        return True
    if tag == "CMP" and not conj:
        if any(u.text.removeprefix("و") in ("سبق", "سبقت") for u in units[max(0, k - 8) : k]):
            return True  # سبق للرئيس أن | طلب ذلك
        return not unit.known or (previous is not None and previous.text.endswith(("ه", "ها", "هم", "هما")))
    bare = unit.known and not (conj or unit.art or unit.named or unit.prep)
    if bare and following is not None and _SELF.match(following.text):
        return True  # يرتدي حزاما ناسفا فجر | نفسه
    if tag == "N" and previous is not None and not conj:
        if k and _nunated(units[k - 1]) and not _adjective_follows(units, k) and any("3ms" in f for r in readings for f in r.features) and not _verb_before(units, k):  # noqa: E501
            return True  # أن شخصا قتل: nothing stands in genitive behind the accusative ending
        if not previous.known and _leads_to_content(units, k):
            return True  # فلان ذكر أن
        if unit.known and not (previous.art or previous.named or _looks_closed(units, k)):
            return False
        if _masculine(readings) and previous.text.endswith("ة") and not (previous.art or previous.named or previous.enc) and unit.text[:1] == "ت":  # noqa: E501
            return False  # مسؤولية تعثر عامهم: a verb of the noun before would have its gender
        if not unit.known and not previous.art and not previous.named and previous.known and not previous.enc:
            return not _person(previous)
    if unit.known and not conj and (_acts_on_itself(units, k) or _acts_on_somebody(units, k)):
        return True
    if unit.known and _adjective_follows(units, k):
        return False
    if unit.known and not conj and _awaited(units, k):
        return True
    if unit.known and not conj and not unit.text.endswith("ت") and (_verb_before(units, k) or _behind_aside(units, k)):
        return False
    if unit.known and conj == "و" and not unit.text.endswith("ت") and _beside_verbal_noun(units, k):
        return False
    if unit.known and tag == "N" and not conj and previous is units[k - 1] and not (previous.art or previous.named):
        if any(lex.pos == "ADJ" for lex in unit.lexes):
            return False  # ضابط سوري سابق في ألمانيا
    if unit.known:
        return _verb_context(units, k)
    return True


def _goes_on_saying(unit: Unit) -> bool:
    """Whether a word is the participle by which a speaker goes on: مؤكدا, معلنة, which waits for its object."""
    if unit.tag != "N" or unit.art or unit.enc or unit.prep or not unit.text.endswith(("ا", "ة")):
        return False
    return any(lex.pos in ("PART", "ADJ") and "speech" in lex.classes for lex in unit.lexes)


def _takes_a_stand(unit: Unit) -> bool:
    """Whether a noun tells of being for or against what stands behind ل: رفضه, معارضة."""
    return unit.has("frames") and (bool(unit.enc) or ("opposing" in unit.classes and not unit.art))


def _of_the_two(units: list[Unit], k: int, readings: Sequence[VerbReading]) -> bool:
    """Whether the two just named are the subject of a form that can be a dual: إن الرئيسين | عقدا جلسة."""
    before = units[k - 1] if k else None
    if before is None or before.tag != "N" or not before.art or not before.text.endswith(_OF_TWO) or units[k].conj:
        return False
    if before.number != "d" and "party_word" not in before.classes:
        return False
    dual = all(f[0] == "p" and f[3:] in ("fd", "md") for r in readings for f in r.features)
    return dual and not before.prep and not _verb_before(units, k)


def _of_two_joined(units: list[Unit], k: int, readings: Sequence[VerbReading]) -> bool:
    """Whether two joined behind أن are the subject of a form that can be a dual: أن الوزير ونظيره | بحثا العلاقات."""
    if units[k].conj or not all(f[0] == "p" and f[3:] in ("fd", "md") for r in readings for f in r.features):
        return False
    joined = 0
    for unit in reversed(units[max(0, k - 12) : k]):
        if unit.tag == "CMP":
            return joined == 1 and not (unit.enc and unit.text.endswith(unit.enc))
        if unit.tag not in ("N", "P", "X", "PP"):
            return False
        joined += unit.conj == "و" and unit.tag == "N"
    return False


def _joins(units: list[Unit], k: int) -> bool:
    """Whether a meeting is told to bring people together: لقاء | جمع الوزير بنظيره, اجتماع | ضم الوزيرين."""
    if not k or k + 1 >= len(units) or units[k].text not in ("جمع", "ضم"):
        return False
    meeting, guest = units[k - 1], units[k + 1]
    if k > 1 and not meeting.art and any(lex.pos == "ADJ" for lex in meeting.lexes):
        meeting = units[k - 2]  # لقاء ثلاثي | جمع الوزير بنظيريه
    if meeting.art or meeting.named or meeting.enc or "talks_event" not in meeting.classes:
        return False
    return guest.tag == "N" and not guest.prep and (guest.has("roles") or guest.has("names") or guest.has("bodies"))


def _awaited(units: Sequence[Unit], k: int) -> bool:
    """Whether كان waits for its verb behind the aside that a comma closes: وكان الوزير، زعيم الحزب، | طالب بكذا."""
    if not k or units[k - 1].tag not in ("،", ","):
        return False
    for before in reversed(units[max(0, k - 14) : k - 1]):
        if before.tag == "COP":
            return before.text.removeprefix("و") in ("كان", "كانت")
        if before.tag in ("V", "CMP", "REL", "."):
            return False
    return False


#: نفسه, نفسها, أنفسهم, نفسيهما, as folded
_SELF = re.compile(r"ا?نفس(?:ه|ها|هم|هن|هما|يهما)$")


def _acts_on_itself(units: list[Unit], k: int) -> bool:
    """Whether an indefinite noun and "himself" follow (فجر انتحاري نفسه): a verb with its subject and object, since
    "himself" as an emphasis needs a definite noun (فجر اليوم نفسه).
    """
    if k + 2 >= len(units):
        return False
    doer, self_ = units[k + 1], units[k + 2]
    if doer.tag not in ("N", "VN") or doer.art or doer.named or doer.enc or doer.prep or doer.conj:
        return False
    if self_.prep or self_.conj:
        return False
    if self_.enc and any("suicide" in lex.classes for lex in doer.lexes):
        return True  # فجر انتحاري سيارته
    return _SELF.match(self_.text) is not None


def _acts_on_somebody(units: list[Unit], k: int) -> bool:
    """Whether an indefinite somebody and somebody in the accusative follow (طعن شاب مستوطنا, قتل مسلح مجهول جنديا): a
    verb with its subject and object.
    """
    if k + 2 >= len(units) or (k and units[k - 1].tag in ("N", "P", "NUM", "Q", "DEM", "AG", "AT")):
        return False
    doer = units[k + 1]
    if not _bare_noun(doer) or doer.text.endswith("ا") or not (doer.has("generics") or doer.has("roles")):
        return False
    if any(lex.pos == "ADJ" and not lex.generics for lex in doer.lexes) and doer.number != "s":
        return False
    after = units[k + 2 : k + 4]
    if len(after) == 2 and _bare_noun(after[0]) and not after[0].text.endswith("ا"):
        after = after[1:] if any(lex.pos == "ADJ" or lex.demonyms for lex in after[0].lexes) else []
    return bool(after) and _nunated(after[0]) and _bare_noun(after[0]) and (
        after[0].has("generics") or after[0].has("roles")
    )


def _bare_noun(unit: Unit) -> bool:
    return unit.tag in ("N", "VN") and not (unit.art or unit.named or unit.enc or unit.prep or unit.conj)


def _masculine(readings: Sequence[VerbReading]) -> bool:
    """Whether a verb can only have a man or masculine noun as its subject, and takes no pronoun."""
    return all(not r.object and all(f[2:] == "3ms" for f in r.features) for r in readings)


def _nunated(unit: Unit) -> bool:
    """An indefinite noun with the ending of the accusative: شخصا, صاروخا."""
    return unit.tag == "N" and unit.case == "a" and unit.number == "s" and not unit.art and unit.text.endswith("ا")


#: تفعيل with its owner: تأييدها, ترحيبه
_VERBAL_NOUN = re.compile(r"ت\w\wي\w(?:ه|ها|هم|هما)$")


def _of_one_owner(units: list[Unit], k: int) -> bool:
    """Whether a noun with its owner goes on with a verbal noun of the same owner: تضامنها معه، | ودعمها له;
    دعمها له | ورفضها التدخل.
    """
    behind = units[k + 1] if k + 1 < len(units) else None
    if behind is None:
        return False
    thing = behind.tag == "N" and behind.art and behind.known and not (behind.has("roles") or behind.has("bodies"))
    if "ل" not in (behind.prep, behind.text) and not (thing and not behind.named and not behind.has("generics")):
        return False
    for unit in reversed(units[max(0, k - 12) : k]):
        if unit.tag in ("V", "CMP", "REL", "SUB"):
            return False
        if unit.tag == "N" and unit.enc == units[k].enc and (unit.has("frames") or "masdar" in unit.classes):
            return True
    return False


def _beside_verbal_noun(units: list[Unit], k: int) -> bool:
    """Whether a verbal noun with its genitive stands right before: قررت وقف إطلاق النار | وسحب القوات."""
    if not k:
        return False
    head = k - 1
    while head > 0 and units[head].tag == "N" and (units[head].art and " " not in units[head].text):
        head -= 1  # the genitive and its adjectives
    while head > 0 and not units[head].prep and not units[head].conj and units[head].tag == "N":
        before = units[head - 1]
        if before.tag != "N" or before.art or before.named or before.enc:
            break
        head -= 1
    if units[head].tag != "N" or units[head].text.startswith("ال"):
        return False
    noun, last = units[head], units[k - 1]
    if not (last.art or last.named or last.enc) or (head == k - 1 and not noun.enc and " " not in noun.text):
        return False
    verbal = any(lex.frames or "masdar" in lex.classes for lex in noun.lexes)
    return verbal or (noun.known and noun.info is not None and bool(noun.info.verbs) and not noun.named)


def _name_shape(units: list[Unit], k: int, readings: Sequence[VerbReading]) -> bool:
    """Whether a verb-like word behind an office is a first name: حسن, عمر before another unknown word."""
    if any(f not in ("pa3ms", "pv3ms") and f[0] == "p" for r in readings for f in r.features) or any(
        r.conj or r.object for r in readings
    ):
        return False
    following = units[k + 1] if k + 1 < len(units) else None
    return (
        following is not None
        and following.tag in ("N", "VN")
        and not following.prep
        and not following.conj
        and not following.known
    )


def _person(unit: Unit) -> bool:
    return unit.has("roles")


def _looks_closed(units: list[Unit], k: int) -> bool:
    """Whether the noun phrase before is complete: a definite word or name stands in it."""
    for j in range(k - 1, max(-1, k - 5), -1):
        if units[j].tag != "N":
            return False
        if units[j].art or units[j].named:
            return True
    return False


def _adjective_follows(units: list[Unit], k: int) -> bool:
    """An indefinite adjective right behind shows a noun: قصف إسرائيلي، طلب رسمي."""
    if k + 1 >= len(units):
        return False
    following = units[k + 1]
    if following.tag != "N" and following.tag != "VN":
        return False
    if k + 2 < len(units) and units[k + 2].tag == "NUM" and not units[k + 2].conj and following.has("generics"):
        return False  # قتل انتحاري 20 شخصا
    if "of_persons" in units[k].classes and following.has("demonyms") and following.gender != "f":
        return False  # قتل | فلسطيني
    return (
        not following.art
        and not following.prep
        and not following.conj
        and following.number in ("s", "")
        and not following.case
        and any(lex.demonyms or lex.pos == "ADJ" for lex in following.lexes)
        and not following.has("names")
    )


#: prepositions that follow a verb behind و rather than a noun there: وبحث مع نظيره
_PARTNER = frozenset(("مع", "عن", "الى", "ضد"))


#: prepositions behind which no clause can begin
_BEFORE_NAMES = frozenset(("عن", "الى", "على", "مع", "في"))
#: past verbs of saying that are written like a noun
_SAID = frozenset(("ذكر", "نقل", "زعم", "كشف", "وعد", "ظن"))


#: past verbs of asking and telling that are written like a noun, before فيه and فيها
_UTTERED = frozenset(("طالب", "حث", "حثا", "حض", "ذكر", "كشف", "وعد", "زعم", "طلب", "نفى", "رفض"))


def _surname(unit: Unit) -> bool:
    """Whether a word is known as the name of a person: هنأ | بايدن."""
    return any("person_name" in lex.classes for lex in unit.lexes)


def _issued(unit: Unit, following: Unit | None, behind_noun: bool) -> bool:
    """A statement, an order or a sentence that is out, told before what it is: صدر بحق الوزير | حكم, or of a noun: حكم
    صدر ضدهم. No chest has such words behind it.
    """
    if following is None or unit.text.lstrip("وف") != "صدر":
        return False
    against = following.tag == "PP" or following.text in ("ضد", "بحق")
    return against or (following.tag in ("P", "AG") and not behind_noun)


def _leads_to_content(units: list[Unit], k: int) -> bool:
    """A verb of saying right before أن, behind a name that nobody knows: فلان ذكر أن."""
    return k + 1 < len(units) and units[k + 1].tag == "CMP" and units[k].text in _SAID


def _ends_with_verb(units: Sequence[Unit], k: int) -> bool:
    """Whether the last word of a sentence is the verb of the person whom أن has named: أن هاشم صفي الدين | قتل."""
    j = k - 1
    while j > 0 and units[j].tag == "N" and not units[j].prep:
        j -= 1
    named = j < k - 1 and (units[k - 1].named or not units[k - 1].known)
    return named and units[j].tag == "CMP" and not units[k].conj


def _verb_context(units: list[Unit], k: int) -> bool:
    """For a word that is both noun and past verb: what follows decides."""
    if k + 1 >= len(units) or units[k + 1].tag == ".":
        return _ends_with_verb(units, k)
    following = units[k + 1]
    if _timed_aside(units, k + 1) and k + 4 < len(units):
        following = units[k + 4]
    if following.tag in ("NUM", "Q", "T", "CMP"):
        return True
    if following.tag == "P" and following.text == "على" and k == 0 and any(f[1] == "v" for r in units[k].info.verbs for f in r.features):  # type: ignore[union-attr]  # noqa: E501
        return True  # حكم على الرئيس بالإعدام
    if following.tag == "P" and following.text == "عن" and k == 0 and units[k].text.lstrip("وف") in ("نقل", "صدر"):
        return True  # ونقل عن شهود قولهم, صدر عن الحزب بيان
    if following.tag == "PP":
        if following.text in ("فيه", "فيها") and units[k].text in _UTTERED:
            return k > 0  # رسالة إلى المجلس طالب فيها ب, بيانا حثا فيه على
        return k > 0 and bool(units[k].conj)
    if following.tag in ("P", "AG"):
        if k == 0 and units[k].conj:
            return True  # وطلب من, وعاد إلى: the subject is who was told of before
        return k > 0 and (following.text in ("في", "من", "على") or (bool(units[k].conj) and following.text in _PARTNER))
    if following.tag == "DEM":  # عارض هذا المقترح نواب, at the start or behind a comma
        return k == 0 or not units[k - 1].tag.isalpha()
    if following.tag in ("N", "VN"):
        if following.prep:
            return following.prep == "ب" and (k > 0 or bool(units[k].conj))
        return True
    return False
