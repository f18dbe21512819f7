"""Phrases: units -> noun phrases, prepositional phrases, verb groups and the marks between them.

Where a noun phrase ends is told by definiteness (after a definite noun an indefinite one begins a new phrase: اعتقل
الجيش | ثلاثة
فلسطينيين), by case endings (مسلحون | ضابطا), by offices and names. Coordinated phrases are kept as members of the
first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from waqai.grammar.units import OWN_DEATH, Unit, is_surname

_NOMINAL = frozenset(("N", "NUM", "Q", "DEM", "X"))


class Phrase:
    """A noun phrase (`prep` empty) or prepositional phrase; `units` in order, the preposition not among them.

    `members` are the phrases coordinated with it (itself not included). `head` is the first unit that is no
    quantifier, number, demonstrative.
    """

    __slots__ = ("agent", "apposition", "comma", "conj", "head", "members", "prep", "prep_unit", "units")

    def __init__(self, units: list[Unit], prep: str = "", prep_unit: Unit | None = None, conj: str = "") -> None:
        self.units = units
        self.prep = prep
        self.prep_unit = prep_unit
        self.conj = conj
        self.members: list[Phrase] = []
        self.agent = False
        self.comma = False
        self.apposition: Phrase | None = None
        self.head = units[0]
        for unit in units:
            if unit.tag in ("N", "X") and not unit.fn("quant"):
                self.head = unit
                break

    @property
    def all(self) -> list[Phrase]:
        """The phrase and those coordinated with it."""
        return [self, *self.members]

    @property
    def start(self) -> int:
        return self.units[0].start

    @property
    def end(self) -> int:
        return self.units[-1].end

    @property
    def preposition(self) -> str:
        """The preposition it stands behind, written apart or joined to its first word."""
        return self.prep or self.units[0].prep

    @property
    def plural(self) -> bool:
        return bool(self.members) or self.head.number in ("p", "d") or self.units[0].tag in ("NUM", "Q")

    def __repr__(self) -> str:
        return f"[{self.prep + ' ' if self.prep else ''}{' '.join(u.text for u in self.units)}{' + ' + repr(self.members) if self.members else ''}]"  # noqa: E501


class Chunk:
    """A step of the sentence: `kind` NP, PP, V, HAL (participle used as a verb), or the tag of a single unit (CMP,
    REL, T, ...).
    """

    __slots__ = ("kind", "phrase", "unit")

    def __init__(self, kind: str, unit: Unit | None = None, phrase: Phrase | None = None) -> None:
        self.kind = kind
        self.unit = unit
        self.phrase = phrase

    @property
    def start(self) -> int:
        return self.unit.start if self.unit else self.phrase.start if self.phrase else 0

    def __repr__(self) -> str:
        return f"{self.kind}:{self.phrase or self.unit}"


def chunk(units: Sequence[Unit]) -> list[Chunk]:
    """The chunks of a sentence, in order; brackets and name quotes are already set aside (`visible`)."""
    out: list[Chunk] = []
    i, n = 0, len(units)
    called: str | None = None  # the preposition before ما سماه, which governs what is called so
    while i < n:
        unit = units[i]
        if unit.tag == "NEG" or (unit.tag == "P" and i + 1 < n and units[i + 1].tag == "NEG"):
            _lack(units, i if unit.tag == "NEG" else i + 1)
        elif unit.text == "محل" and i and any(u.text.lstrip("وبفسل") in _REPLACING for u in units[max(0, i - 6) : i]):
            unit.tag = "P"  # إحلال الشرطة | محل الفصائل
        tag = unit.tag
        if tag == "RELF" and _calls(units, i):
            called = {"ب": "ب", "ل": "ل", "ع": "عن"}.get(unit.text.removeprefix("و")[0], "")
            i += 2
            continue
        if unit.text == "%" and i and units[i - 1].tag == "NUM":
            i += 1  # بنسبة 25 | % على الواردات
            continue
        if i and _manner(units[i - 1], unit):
            i += 2 if tag == "NEG" and i + 1 < n else 1
            continue
        if tag == "RELF" and unit.text in ("ما", "فيما") and i + 1 < n and units[i + 1].text == "بين":
            i += 1  # القتال ما بين الجيش والمتمردين
            continue
        if tag == "SUB" and unit.text.endswith("حتى") and i + 1 < n and units[i + 1].tag in ("N", "NUM", "T"):
            tag = "P"
        if tag == "P" and unit.enc and unit.last > unit.first + 1:
            out.append(Chunk("PP", None, Phrase([unit], _bare(unit), unit, unit.conj)))  # على هامشها
            i += 1
        elif tag in ("P", "AG"):
            if i + 1 < n and units[i + 1].tag in ("RELF",):
                out.append(Chunk("CMP", unit))
                i += 2
                continue
            j = i + 1
            while j < n and units[j].tag in ("P", "T", "ADV") and j < i + 3:
                j += 1  # بعد منتصف ليل ..., من على متن: the last preposition governs
            if i + 1 < n and units[i + 1].tag == "T":
                out.append(Chunk("T", units[i + 1]))
                i += 2
                continue
            if j < n and units[j].tag in _NOMINAL and not units[j].conj:
                phrase, i = _partitive(units, *_noun_phrase(units, j))
                phrase.prep, phrase.prep_unit, phrase.conj = _bare(unit), unit, unit.conj
                phrase.agent = tag == "AG"
                if units[j].prep and not phrase.prep:
                    phrase.prep = units[j].prep
                out.append(Chunk("PP", None, phrase))
            else:
                if unit.text.removeprefix("و") == "منذ" and i + 1 < n and units[i + 1].tag == "V":
                    out.append(Chunk("SUB", unit))  # منذ | احتل المتظاهرون المبنى
                    i += 1
                elif i + 1 < n and units[i + 1].tag == "CMP":
                    out.append(Chunk("SUB" if unit.text in ("بعد", "قبل", "منذ") else "CMP", units[i + 1]))
                    i += 2
                else:
                    i += 1
        elif tag == "PP":
            phrase = Phrase([unit], _pronoun_preposition(unit), unit, unit.conj)
            out.append(Chunk("PP", None, phrase))
            i += 1
        elif tag == "N" and unit.text in _OBJECT_PRONOUNS:
            unit.tag, unit.enc = "PRO", unit.text.removeprefix("ايا")
            out.append(Chunk("NP", None, Phrase([unit])))
            i += 1
        elif tag == "DEM" and _stands_alone(units, i):
            phrase = Phrase([unit], unit.prep)
            out.append(Chunk("PP" if unit.prep else "NP", None, phrase))
            i += 1
        elif tag in _NOMINAL and not (tag == "DEM" and not _nominal_next(units, i)):
            if tag == "Q" and i + 1 < n and units[i + 1].tag == "T":
                i += 1  # حوالي الساعة السادسة
                continue
            if _is_hal(units, i):
                out.append(Chunk("HAL", unit))
                i += 1
                continue
            phrase, i = _partitive(units, *_noun_phrase(units, i))
            phrase.conj = phrase.units[0].conj
            phrase.prep = phrase.units[0].prep if called is None else called
            called = None
            out.append(Chunk("PP" if phrase.prep else "NP", None, phrase))
        elif (
            tag == "NEG"
            and unit.text == "غير"
            and out
            and out[-1].phrase is not None
            and units[i - 1].tag == "N"
            and i + 1 < n
            and units[i + 1].tag == "N"
            and not units[i + 1].prep
        ):
            i += 2  # التصريحات | غير المؤسسة: an adjective
        else:
            out.append(Chunk(tag, unit))
            i += 1
            if tag == "AT" and unit.text.endswith("ما") and i + 1 < n and not units[i].art and not units[i].prep:
                i += 1  # وفق ما أفادت | شبكة أطباء: only who says it counts
    _adverbial(out)
    return _coordinate(out)


def _manner(before: Unit, here: Unit) -> bool:
    """Whether a word only says in what manner: استهدفت القوات بشكل | مباشر المنازل, بصورة | غير قانونية."""
    if before.tag != "ADV" or before.text.removeprefix("و") not in ("بشكل", "بصورة"):
        return False
    adjective = here.tag == "N" and not (here.art or here.prep or here.conj or here.enc or here.has("frames"))
    return adjective or (here.tag == "NEG" and here.text == "غير")


def _lack(units: Sequence[Unit], i: int) -> None:
    """Let عدم before a verbal noun head a noun phrase of both, which still denies the deed: دعا إلى | عدم التصعيد,
    طالب | بعدم التدخل.
    """
    unit = units[i]
    if unit.text.removeprefix("و").lstrip("بل") != "عدم" or i + 1 >= len(units):
        return
    behind = units[i + 1]
    if behind.tag == "N" and not behind.prep and not behind.conj:
        unit.tag = "N"
        unit.prep = unit.prep or unit.text.removeprefix("و")[0].replace("ع", "")


#: verbs and nouns of taking a place, folded
_REPLACING = frozenset("احلال حلول حل حلت تحل يحل احل احلت حلوا حالا".split())

#: places that missiles hit, where a name of the gazetteer hides the noun
_HIT = frozenset("قاعدة مطار سفارة محيط مقر معسكر ميناء حقل مجمع مبنى".split())

#: pronouns that stand apart as the object of a participle, folded: متهما إياها ب
_OBJECT_PRONOUNS = frozenset(("اياه", "اياها", "اياهم", "اياهن", "اياهما"))

#: directions that head an adverbial of place (folded)
_TOWARDS = frozenset(("شمال", "جنوب", "شرق", "غرب", "وسط", "شمالي", "جنوبي", "شرقي", "غربي"))


def _adverbial(chunks: Sequence[Chunk]) -> None:
    """A direction with a name behind a prepositional phrase says where: قتل جنود في كمين | شمال مالي."""
    for before, here in pairwise(chunks):
        phrase = here.phrase
        if here.kind != "NP" or phrase is None or before.kind not in ("PP", "T") or phrase.conj:
            continue
        words = phrase.units[0].text.split(" ")
        if words[0] in _TOWARDS and (len(words) > 1 or len(phrase.units) > 1):
            here.kind, phrase.prep = "PP", "في"


def _bare(unit: Unit) -> str:
    """The preposition without the conjunction before it."""
    text = unit.text
    return text[1:] if unit.conj and text.startswith(unit.conj) else text


def _pronoun_preposition(unit: Unit) -> str:
    """The preposition of عليه, لها, منهم; the pronoun becomes the enclitic of the unit."""
    text = _bare(unit)
    for enc in ("هما", "هم", "هن", "ها", "نا", "كم", "ه", "ك", "ي"):
        if text.endswith(enc):
            unit.enc = enc
            stem = text[: -len(enc)]
            return {"علي": "على", "الي": "الى", "لدي": "لدى"}.get(stem, stem)
    return text


#: demonstratives that stand for what was told before, folded
_THAT = frozenset(("ذلك", "بذلك", "هذا", "بهذا"))


def _stands_alone(units: Sequence[Unit], i: int) -> bool:
    """Whether a demonstrative is itself what somebody judges: رحبت السلطة | بذلك, اعتبر الوزير | ذلك خرقا للاتفاق."""
    unit, behind = units[i], units[i + 1] if i + 1 < len(units) else None
    if unit.text not in _THAT or (behind is not None and (behind.art or behind.tag == "DEM")):
        return False
    for before in reversed(units[max(0, i - 8) : i]):
        if before.tag == "V":
            return before.reading is not None and _JUDGING.match(before.text) is not None
        if before.tag not in ("N", "P", "T"):
            return False
    return False


#: verbs of judging something told before, folded, with what may stand before and behind their stem
_JUDGING = re.compile(r"[وف]?[يت]?(?:رحب|ندد|اشاد|اعتبر|وصف|دان|ادان|استنكر|رفض|نفي?|نفت|انتقد|ايد|شجب|عد)(?:ت|وا)?$")


def _nominal_next(units: Sequence[Unit], i: int) -> bool:
    return i + 1 < len(units) and units[i + 1].tag in ("N", "NUM") and not units[i + 1].conj


def _is_hal(units: Sequence[Unit], i: int) -> bool:
    """A participle that says something of the subject: ...، متهما إسرائيل ب."""
    unit = units[i]
    if (
        unit.art
        or unit.prep
        or unit.tag != "N"
        or not any(lex.active or "speech" in lex.classes for lex in unit.lexes if lex.pos in ("PART", "ADJ"))
    ):
        return False
    if not (unit.case == "a" or unit.text.endswith("ة")):
        return _is_predicate(units, i)
    if unit.has("generics") and unit.case == "a" and not unit.text.endswith("ا") and not _of_somebody(units, i):
        return False
    following = units[i + 1] if i + 1 < len(units) else None
    if following is None or following.tag not in ("N", "P", "CMP", "NUM", "Q", "«", '"', ":", "RELF", "DEM"):
        return False
    previous = units[i - 1] if i else None
    if unit.text.endswith("ة") and not unit.conj and (previous is None or previous.tag not in (",", "،", "»", '"')):
        return previous is not None and _goes_on(units, i)
    if previous is None or previous.tag in (",", "،", "»", '"', "T", ")", "-") or unit.conj:
        return True
    if "target_place" in unit.classes and following.text != "على":
        return False  # هاجمت إسرائيل | موقعا في الصحراء, but موقعا على الاتفاق
    if unit.text.endswith("ين") and ((previous.tag == "Q" and previous.art) or _one_of_many(units, i - 1)):
        return True  # خرج المئات | منددين بالعدوان, تجمع 300 عامل | مطالبين بأجورهم
    return (
        previous.tag == "N"
        and (previous.art or previous.named or not previous.known)
        and (following.art or following.named or bool(following.prep) or following.tag in ("P", "CMP"))
    )


def _one_of_many(units: Sequence[Unit], i: int) -> bool:
    """Whether a noun stands in the singular behind the number that counts it, so that no plural describes it."""
    return i > 0 and units[i].tag == "N" and units[i].number == "s" and units[i - 1].tag == "NUM"


def _goes_on(units: Sequence[Unit], i: int) -> bool:
    """Whether a feminine participle without a comma tells what its definite subject did besides: ردت بيونغ يانغ |
    متوعدة بإطلاق صواريخ. It has no article, so that it describes nothing.
    """
    unit, previous, following = units[i], units[i - 1], units[i + 1]
    if previous.tag != "N" or not (previous.named or previous.art) or previous.prep:
        return False
    if any(unit.has(field) for field in ("generics", "roles", "bodies", "frames")) or "place_noun" in unit.classes:
        return False
    last = next((u for u in reversed(units[max(0, i - 10) : i]) if u.tag in ("V", "CMP") or not u.tag.isalpha()), None)
    if last is None or last.tag != "V" or not any(lex.active for lex in unit.lexes):
        return False
    return following.prep == "ب" or following.tag in ("P", "CMP") or following.art or following.named


def _of_somebody(units: Sequence[Unit], i: int) -> bool:
    """Whether a plural participle that can name people has somebody as its object: أعلنوا استقالتهم متهمين | رئيس
    الحكومة بالتعنت, with what he is accused of behind ب.
    """
    if i + 1 >= len(units) or not units[i].text.endswith("ين") or not any(lex.active for lex in units[i].lexes):
        return False
    whom = units[i + 1]
    if whom.tag != "N" or whom.prep or whom.conj or whom.has("demonyms"):
        return False
    if not (whom.art or whom.named) or not (whom.named or whom.has("roles") or whom.has("bodies")):
        return False
    return any(u.prep == "ب" or u.text in ("ب", "بان") for u in units[i + 2 : i + 8])


def _is_predicate(units: Sequence[Unit], i: int) -> bool:
    """A participle that is the predicate of a sentence without a verb: الوزير مستعد ل."""
    unit = units[i]
    if (
        not i
        or unit.conj
        or unit.has("generics")
        or unit.has("roles")
        or not any(lex.active for lex in unit.lexes if lex.pos == "PART")
    ):
        return False
    previous, following = units[i - 1], units[i + 1] if i + 1 < len(units) else None
    if (
        previous.tag != "N"
        or not (previous.art or previous.named)
        or following is None
        or not (following.prep or following.tag == "P")
    ):
        return False
    return not any(u.tag in ("V", "HAL") for u in units[max(0, i - 12) : i])


#: what stands between an office and the name of who holds it for the time being, folded
_ACTING = frozenset(("بالوكالة", "بالانابة", "بالنيابة", "بالتكليف"))


def _bomber(unit: Unit) -> bool:
    """An attacker by himself, who has no genitive: انتحاري, مسلح."""
    return unit.tag == "N" and unit.number == "s" and any("suicide" in lex.classes for lex in unit.lexes)


def _noun_phrase(units: Sequence[Unit], i: int) -> tuple[Phrase, int]:
    taken = [units[i]]
    governed = bool(units[i].prep) or (i > 0 and units[i - 1].tag == "P")
    state = _State(governed)
    state.take(units[i])
    j = i + 1
    while j < len(units):
        unit = units[j]
        if unit.tag not in _NOMINAL:
            break
        if unit.text in _ACTING and state.person:
            taken.append(unit)  # وزير الدفاع الأميركي | بالوكالة | كريستوفر ميلر
            j += 1
            continue
        if unit.conj or unit.prep or (unit.tag == "N" and _is_hal(units, j)):
            break
        if OWN_DEATH.match(unit.text) and not taken[-1].prep:
            break  # لقي خمسة جنود | مصرعهم
        if unit.enc and len(taken) == 1 and not taken[0].art and not governed and _bomber(taken[0]):
            break  # فجر انتحاري | سيارته
        if governed and unit.enc and taken[-1].tag == "N" and unit.text.removesuffix(unit.enc) in _SELF:
            taken.append(unit)  # في الفترة نفسها | نحو مئتي شخص, but سلم الزعيم | نفسه
            j += 1
            continue
        if state.ends_before(taken[-1], unit, units[j + 1] if j + 1 < len(units) else None):
            break
        taken.append(unit)
        state.take(unit)
        j += 1
        if len(taken) > 14:
            break
    return Phrase(taken), j


#: verbs that only say how somebody calls a thing, folded: رفض ما سماه تدخلا, ندد بما وصفته بالعدوان
_CALLS = frozenset(
    "سماه سمته سموه سماها سمتها اسماه اسمته اسموه اسماها اسمتها وصفه وصفته وصفوه وصفها وصفتها وصفوها اعتبره اعتبرته "
    "اعتبروه اعتبرها اعتبرتها يسمى تسمى يسميه تسميه يسمونه يسميها تسميها يسمونها يعتبره تعتبره يعتبرونه يصفه تصفه "
    "يصفونه يصفها تصفها عده عدته عدوه راه راته يراه تراه".split()
)


def _calls(units: Sequence[Unit], i: int) -> bool:
    """Whether ما with a verb of calling stands at `i`, with what is meant right behind it and no subject between."""
    if i + 2 >= len(units) or units[i + 1].tag != "V" or units[i + 1].text not in _CALLS:
        return False
    if units[i].text.removeprefix("و") not in ("ما", "بما", "مما", "عما", "لما"):
        return False
    meant = units[i + 2]
    if meant.tag not in ("N", "X", "«", '"'):
        return False
    return meant.prep == "ب" or units[i + 1].text in ("يسمى", "تسمى") or meant.tag != "N" or not meant.art


#: nouns of amount, folded: what they count follows behind من (عددا كبيرا من المتظاهرين)
_AMOUNTS = frozenset(
    "عدد عددا اعداد اعدادا العشرات المئات الالاف الملايين عشرات مئات الاف العديد عديد الكثير كثير كثيرا المزيد مزيدا "
    "نفر نفرا قلة حفنة بضعة قسم قسما جزء جزءا اثنان اثنين اثنتان اثنتين واحد واحدا واحدة ايا اي احد احدا بعض بعضا "
    "حشد حشدا حشود جموع جمع لفيف ثلة جمهرة كوكبة "
    "مجموعة مجموعات فئة شريحة دفعة غالبية الغالبية اغلبية الاغلبية نسبة كمية كميات".split()
)
_MEASURED = frozenset(("مزيدا", "المزيد", "عددا", "جزءا", "قسما", "الكثير", "كثيرا", "العديد"))
_SELF = ("نفس", "ذات", "عين", "انفس")


def _partitive(units: Sequence[Unit], phrase: Phrase, i: int) -> tuple[Phrase, int]:
    """An amount with what it counts behind من as one phrase: ستة من المتظاهرين, عددا كبيرا من أنصاره.

    Only words of amount, and adjectives to them, may stand before من; what is counted is definite and no place
    (عاد ثلاثة من القاهرة).
    """
    if not (i + 1 < len(units) and units[i].tag == "P" and not units[i].conj and units[i].text == "من"):
        return phrase, i
    amount = phrase.units
    first = amount[0]
    if first.text.removeprefix("و") in ("اخر", "اول", "ثاني") and len(amount) > 1:
        amount = amount[1:]  # آخر دفعة من الجنود
        first = amount[0]
    word = first.text[len(first.conj) + len(first.prep) :]
    if first.tag == "NUM" or (first.tag == "Q" and len(amount) > 1):  # أكثر من 120 | من أعضاء الحزب
        if any(u.tag != "NUM" for u in amount[first.tag == "Q" :]):
            return phrase, i
    elif (
        not (word in _AMOUNTS or "partitive" in first.classes)
        or len(amount) > 3
        or any(not _adjective(u) for u in amount[1:])
    ):
        return phrase, i
    counted = units[i + 1]
    if counted.tag not in ("N", "DEM", "Q", "NUM", "X") or counted.conj or counted.prep:
        return phrase, i
    if counted.tag == "N" and (counted.named or not (counted.art or counted.enc or counted.number == "p")):
        return phrase, i
    rest, end = _noun_phrase(units, i + 1)
    for unit in phrase.units:
        if unit.tag != "NUM":
            unit.tag = "Q"
    return Phrase([*phrase.units, *rest.units]), end


#: what is counted behind those who come from it
_LANDS = frozenset(("دولة", "دول", "بلدا", "بلد", "بلدان"))
_ELATIVE = re.compile(r"[وف]?[بل]?ا\w{2,3}$")


#: parts of names that join others: حسن بن عبد الله is two names
_PARTICLES = frozenset(("بن", "ابن", "بنت", "عبد", "ال", "ابو", "ابي", "ام"))


#: what is opened on somebody, folded
_FIRE = frozenset(("النار", "الرصاص", "النيران"))

#: what may stand behind a dual, folded
_TWO = frozenset(("اثنين", "اثنان", "اثنتين", "اثنتان"))


#: what is told apart by numbers, folded: الفرقة 22, القرار 1701, القناة 12
_NUMBERED = frozenset("فرقة لواء كتيبة فوج سرية فيلق وحدة قناة قرار مادة بند مرسوم قانون قاعدة معبر".split())


def _numbered(noun: Unit, number: Unit, following: Unit | None) -> bool:
    """Whether digits are the name of the definite noun before them, and count nothing behind: الفرقة | 22 | التابعة."""
    if number.tag != "NUM" or not number.text.isdigit() or not noun.art or number.conj or number.prep:
        return False
    if _NUMBERED.isdisjoint(noun.text.removeprefix("ال").split(" ")[:1]) and _NUMBERED.isdisjoint(noun.keys):
        return False
    counted = following is not None and following.tag == "N" and not (following.art or following.prep or following.conj)
    return not counted


#: whom statements call upon, rather than who issues them, folded
_ADDRESSEES = frozenset(("الطرفين", "الجانبين", "الاطراف", "الفرقاء", "المجتمع"))


def _common(unit: Unit) -> bool:
    """A known feminine noun with the article, which is no surname."""
    plain = unit.known and unit.tag == "N" and not (unit.named or unit.name_part or _adjective(unit))
    return plain and unit.text.endswith("ة") and not unit.has("roles")


class _State:
    """What has been read of a noun phrase."""

    __slots__ = (
        "closed", "counted", "governed", "missile", "named", "names", "nouns", "people", "person", "started", "who",
    )  # fmt: skip

    def __init__(self, governed: bool) -> None:
        self.governed = governed  # by a preposition
        self.closed = False  # a definite noun, a name or a possessive ended the chain
        self.person = False  # an office, title or single person stands in it
        self.names = 0  # words of an unknown name
        self.named = False
        self.nouns = 0  # nouns and adjectives in all
        self.people = 0  # persons of the lexicon
        self.who: set[int] = set()  # the actors named
        self.started = False
        self.counted = False  # a number stands in it
        self.missile = False  # all of it is a missile and its adjectives, which no place stands in genitive to

    def take(self, unit: Unit) -> None:
        if unit.tag in ("Q", "DEM") or (unit.tag == "N" and unit.fn("quant")):
            return
        if unit.tag == "NUM":
            self.started = self.counted = True
            return
        again = self.missile and (_adjective(unit) or not unit.known or "heavy_weapon" in unit.classes)
        self.missile = again or "missile" in unit.classes
        self.nouns += 1
        if unit.has("roles") or (unit.has("generics") and unit.number != "p"):
            self.person = True
        if unit.named:
            self.named = True
        self.people += _personal(unit)
        self.who.update(_numbers(unit))
        name = not unit.known and not unit.art
        self.names += name and (not self.names or unit.text not in _PARTICLES)
        self.closed = (
            unit.art
            or unit.named
            or bool(unit.enc)
            or (self.closed and _adjective(unit))
            or (name and (self.person or self.names > 1))
            or (unit.name_part and self.person)
            or (_personal(unit) and not unit.art)
        )
        if _open_ended(unit):
            self.closed = False
        self.started = True

    def ends_before(self, previous: Unit, unit: Unit, following: Unit | None) -> bool:
        """Whether a new phrase begins at `unit`."""
        if not self.started:
            quantity = previous.tag == "Q" or previous.fn("quant")
            nunated = unit.case == "a" or (not unit.known and len(unit.text) > 3 and unit.text.endswith("ا"))
            alone = quantity and previous.art and not previous.text.endswith(" من") and not unit.art
            if alone and unit.text.endswith("ين") and any(lex.active for lex in unit.lexes):
                return True  # خرج المئات | منددين بالعدوان
            return quantity and previous.text.endswith(_OWNERS) and nunated and not unit.art  # ارتدى معظمهم | ثيابا
        if self.nouns == 1 and previous.text == "بيان" and unit.text in _ADDRESSEES:
            return True  # دعت الوزارة في بيان | الطرفين إلى الحوار
        if is_surname(previous) and self.nouns == 1 and unit.named and not _personal(unit):
            return True  # انتقد فيدان | إسرائيل
        if unit.apart or (unit.text in _MEASURED and previous.tag == "N"):
            return True  # طلب الرئيس زيلينسكي | مزيدا من الصواريخ
        if previous.tag == "NUM" or _open_ended(previous):
            return False
        if self.missile and not unit.conj and ("target_place" in unit.classes or unit.text.split()[0] in _HIT):
            return True  # استهدف صاروخ | قاعدة عين الأسد
        if unit.text == "بن" or previous.text in ("بن", "عبد", "مار"):
            return False  # محمد | بن | عبد | العزيز: one name, though each part could stand alone
        if unit.text == "عبد" and self.person and previous.has("roles"):
            return False  # الملك | عبد الله
        if following is not None and following.text.startswith("بن") and following.text[2:3] in ("", " "):
            if self.person and not self.people and previous.art:
                return False  # الأمير | سلطان بن سلمان: a name, whatever else it may be
        if unit.text in _SUICIDE and ((previous.has("frames") and previous.art) or previous.text.startswith("وراء ال")):
            return False  # الهجوم | الانتحاري
        if _qualifies(previous, unit, following) or (self.governed and _of_the_same(previous, unit)):
            return False  # المتظاهرين | المقربين من الحزب, بين الطلاب | المتظاهرين
        if self.counted and previous.number == "s" and not unit.art and unit.text.endswith("ين"):
            if any(lex.active for lex in unit.lexes):
                return True  # تجمع 300 عامل | مطالبين بأجورهم
        somebody = previous.art or previous.named or (previous.has("generics") and not previous.has("roles"))
        if unit.enc and unit.has("frames") and not unit.art and self.person and somebody:
            return True  # أعلن الرئيس | معارضته, أبدى ناشط | انتقاده: nobody is described with a pronoun
        if unit.tag == "DEM":  # رفضت أحزاب سياسية | هذه الأحكام
            return self.closed or (self.nouns > 1 and not previous.art and _adjective(previous))
        if unit.tag in ("NUM", "Q") or unit.fn("quant"):
            if _numbered(previous, unit, following):
                return False
            if unit.text in _TWO and previous.text.endswith(("ين", "ان")):
                return False  # قياديين | اثنين في حزب الله
            if unit.text in ("واحد", "واحدة") and previous.tag == "N" and not unit.conj:
                if following is None or following.text != "من":
                    return False  # عائلة | واحدة
            if unit.tag == "NUM" and previous.number == "p" and previous.has("roles") and not self.closed:
                if following is not None and following.text in _LANDS:
                    return False  # قادة 27 دولة, وزراء عشر دول
            if (
                previous.tag == "N"
                and not previous.art
                and not self.closed
                and (previous.has("frames") or previous.fn("light_head"))
                and previous.case != "a"
            ):
                return False  # مقتل ثلاثة جنود, اغتيال أحد القادة
            if previous.tag == "N" and not previous.art and not self.closed and not _adjective(previous) and previous.case != "a":  # noqa: E501
                if unit.art and unit.tag != "NUM":
                    return False  # هروب الآلاف
                if unit.tag == "NUM" and not (previous.has("generics") or previous.has("roles") or previous.has("bodies")):  # noqa: E501
                    return False  # سراح 33 محتجزا, منازل عشرة ناشطين
            return previous.tag == "N" and (self.closed or previous.known or unit.tag == "Q")
        if previous.tag == "Q" and previous.art and unit.case == "a" and not unit.art:
            return True  # تظاهر الآلاف | دعما لغزة
        if previous.tag in ("Q", "DEM", "X"):
            return False
        # سلمية الحراك, مماطلة إسرائيل: an abstract noun, though written like an adjective, opens the phrase
        # آخر دفعة, أبرز قادة: neither is a superlative
        # مطالب المحتجين: demands, before it is one who demands
        abstract = self.nouns == 1 and not previous.art and (
            previous.text.endswith("ة")
            or _ELATIVE.match(previous.text) is not None
            or any(lex.pos == "N" and "demands" in lex.classes for lex in previous.lexes)
            # واردات القمح: trade, before it is what has arrived
            or any(lex.pos == "N" and "trade_cut" in lex.classes for lex in previous.lexes)
        )
        # مجمع السفارة, مبنى القنصلية: a place, though written like an adjective
        place = self.nouns == 1 and not previous.art and _place_alone(previous)
        closing = (_adjective(previous) and not abstract and not place) or _qualified(previous)
        if (
            closing
            and unit.known
            and not _adjective(unit)
            and not unit.art
            and (not unit.named or not previous.art)
            and self.started
            and not previous.has("generics")
        ):
            return True  # nothing stands in genitive behind an adjective
        if unit.art and closing and not previous.art and not _adjective(unit):
            return True
        if self.people and _personal(unit) and " " in unit.text and self.who.isdisjoint(_numbers(unit)):
            return True  # استقبل الوزير سامح شكري | الأمير فيصل بن فرحان
        office = unit.has("roles")
        event = unit.has("frames")
        if not unit.art:
            if not self.closed:
                if (
                    previous.case
                    and previous.number in ("p", "d")
                    and previous.text.endswith(("ون", "ان", "ين"))
                    and not (_adjective(unit) and not _place_alone(unit))
                    and not (unit.text[-2:] == previous.text[-2:] and unit.text.endswith(("ون", "يين")))
                ):
                    # with its nun a plural takes no genitive (مسلحون | مقر الحزب), but adjectives (مستوطنون ملثمون)
                    return True
                if _place_alone(unit) and (_MISSILES & previous.classes):
                    return True  # استهدف صاروخ | مبنى القنصلية, هاجمت مسيرة | مجمع السفارة
                if previous.case == "n" and previous.number in ("p", "d") and unit.case == "a":
                    return True
                if event and unit.case == "a" and previous.case == "a" and previous.text.endswith("ا"):
                    return True  # قدم عشرون نائبا | طلبا
                return (
                    (unit.case == "a" or _two_accusatives(unit))
                    and (unit.text.endswith("ا") or (event and unit.text.partition(" ")[0].endswith("ا")))
                    and not previous.text.endswith("ا")
                    and previous.known
                    and not previous.fn("quant")
                )
            if (
                (previous.has("roles") or (previous.has("generics") and previous.number == "s"))
                and previous.art
                and unit.name_part
                and following is not None
                and following.tag == "N"
                and following.name_part
                and not (following.art or following.prep or following.conj)
            ):
                return False  # النائب | ياسين جابر: two first names behind an office, whatever else the first may be
            if unit.named:
                # بغداد | أنقرة, but الرئيس بشار الأسد, الوزير فؤاد حسين
                person = _personal(unit) and self.person
                return not (person or (self.names and not previous.art))
            if office or event or unit.has("generics") or unit.has("bodies"):
                return True
            if _adjective(unit) and not unit.art:
                if previous.named and _personal(previous) and any(lex.active for lex in unit.lexes):
                    return True  # إن بوتين | مستعد للقاء
                if previous.named and unit.number == "p" and any(lex.pos == "N" and lex.classes for lex in unit.lexes):
                    return True  # علقت ألمانيا | صادرات السلاح, though صادرات could describe
                if (
                    previous.name_part or (self.names and not previous.known and not previous.art)
                ) and unit.case != "a":
                    return self.names > 4  # أحمد نظيف
                return previous.art or not previous.named or unit.has("active")
            if not unit.known:
                if self.person or (self.names and not previous.art) or (previous.named and _personal(previous)):
                    return self.names > 4
                return True
            return True
        # unit has the article
        if self.person and self.names and following is not None and _of_his_fate(unit, following):
            return False  # الصحفي محمد سالم | المضرب عن الطعام
        if in_a_state(previous) and _name_next(following) and (unit.has("generics") or unit.has("roles")):
            return False  # الأسير | الصحفي محمد سالم
        if _force(previous) and unit.number == "s" and (unit.has("generics") or unit.has("roles")):
            return True  # اعتقلت قوات أمنية | الناشط فلان
        if unit.text in _FIRE and previous.has("generics") and not previous.art:
            return True  # فتح مسلح | النار على
        if self.person and self.names > 1 and not previous.known and _common(unit):
            return True  # وصف المندوب أليكسي غولتيايف | الوثيقة بأنها
        land = previous.named and not previous.has("demonyms")  # حملت مندوبة الإمارات | الحوثيين المسؤولية
        if self.person and ((self.names and not previous.art and not previous.known) or _personal(previous) or land):
            if unit.has("demonyms") and (unit.number == "p" or unit.text.endswith(("يين", "يون"))):
                return True  # اتهم الحاكم سيرغي غايداي | الروس
            if unit.named and unit.text.endswith(("يين", "يون")):
                return True  # دعا المبعوث هانس غروندبرغ | الحوثيين
        saying = following is not None and following.tag == "CMP" and previous.tag == "N"
        if saying and "reported_speech" in unit.classes:
            return not previous.known or previous.has("generics") or previous.has("roles")  # عن شهود | القول إن
        if not self.closed:
            if previous.case == "n" and previous.text.endswith(("ون", "ان")) and previous.number in ("p", "d"):
                return not _adjective(unit)
            return previous.case == "a" and previous.text.endswith("ا") and previous.number == "s" and previous.known
        if unit.text in _STANDS and previous.has("demonyms") and (following is None or following.tag != "N"):
            return False  # حزب الشعب التركي المعارض،
        if previous.named and unit.text in _STANDS and (previous.has("bodies") or " " in previous.text):
            return False  # حزب العدالة والتنمية المعارض | الحكومة
        proper = unit.named and (previous.named or previous.has("demonyms")) and not unit.has("demonyms")
        if _adjective(unit) and not proper:  # القوات العراقية | الموصل, though الموصل could describe
            return False
        if (
            unit.number == "s"
            and unit.gender == "f"
            and (unit.has("generics") or (unit.has("roles") and (unit.text.endswith("ية") or _works(unit))))
            and (
                (previous.art and previous.text.endswith(("ة", "ات")))
                or (previous.enc and previous.text.removesuffix(previous.enc).endswith(("ت", "ات")))
            )
        ):
            # الحكومة المؤيدة, علاقاتها الدبلوماسية, but السلطات المصرية | المحامية هدى عبد المنعم
            return previous.has("demonyms") and _name_next(following)
        if self.names and not previous.art and not unit.known:
            return False  # نوري المالكي
        if office and previous.art and previous.number == "p" and unit.text[-3:] == previous.text[-3:]:
            if unit.text.endswith(("يون", "يين")):
                return False  # الوطنيين الديمقراطيين
        relative = unit.text.endswith(("ي", "ية", "يين", "يون", "يات")) and " " not in unit.text
        relative = relative and "place_noun" not in unit.classes  # حررت القوات العراقية | الحي القديم
        if not unit.known:
            if previous.named and _personal(previous):
                return not relative  # دعا زيلينسكي | الحلفاء
            if (
                relative
                and previous.has("demonyms")
                and previous.text.endswith("ة")
                and not unit.text.endswith(("ة", "ات"))
            ):
                return True  # السلطات المصرية | الفرماوي
            return not (
                relative or unit.text[2:3] == "م" or (unit.text.endswith("ة") and previous.text.endswith(("ة", "ات")))
            )
        if (
            relative
            and not previous.named
            and not (office or event or unit.has("generics") or unit.has("bodies") or unit.named)
            and not (previous.number == "p" and previous.case == "n" and unit.number == "s")  # المسلحون | القرية
        ):
            return False
        if previous.named or office or unit.has("generics") or unit.has("bodies") or event or unit.named:
            return not (_personal(unit) and self.person and (previous.known or previous.name_part))
        if self.person and self.names > 1 and not previous.known and not _THINGS.isdisjoint(unit.classes):
            return True  # رفض المتحدث محمد باقر نوبخت | التقرير
        return previous.art or _personal(previous)


#: noun classes of what is judged, asked for or issued, which is no surname
_THINGS = frozenset(("document", "proposals", "resolutions", "demands", "agreements", "measures", "condemnable"))

#: classes of arms that are told of no place: صاروخ | مقر القيادة
_MISSILES = frozenset(("missile", "drone"))


def _place_alone(unit: Unit) -> bool:
    """A place that is struck or entered, written like an adjective or not: مبنى, مجمع, مقر."""
    return "target_place" in unit.classes and unit.number in ("s", "") and not unit.has("frames")


#: where a party stands, as an adjective behind its name, folded
_STANDS = frozenset(
    "المعارض المعارضة الحاكم الحاكمة المحظور المحظورة المنحل المنحلة المسلح المسلحة الحقوقية الانسانية الخيرية".split()
)


#: what befell somebody or how old he is, before the word for his calling, folded: الأسير الصحفي فلان
_STATES_OF_ONE = frozenset(
    "الاسير الاسيرة المعتقل المعتقلة الموقوف الموقوفة السجين السجينة المواطن المواطنة الشهيد الشهيدة الشاب الشابة"
    " الراحل الراحلة الزميل الزميلة الشيخ الطفل الطفلة الفتى الفتاة الجريح المناضل المغدور الفقيد المرحوم".split()
)


#: participles that tell behind a man's name what befell him, folded
_FATES = frozenset(
    "المضرب المضربة المتهم المتهمة المدان المدانة المحكوم المحكومة المطلوب المطلوبة المعتقل المعتقلة الموقوف الموقوفة"
    " المحتجز المحتجزة المسجون المسجونة الملاحق المختطف المختطفة المقيم المقيمة الهارب الفار المبعد المفرج".split()
)


def _of_his_fate(unit: Unit, following: Unit) -> bool:
    word = unit.text[len(unit.conj) + len(unit.prep) :]
    return word in _FATES and (following.tag in ("P", "T", "ADV") or following.prep in ("ب", "ل", "من"))


def _force(unit: Unit) -> bool:
    """A compound without an article that closes with an adjective and names a force: قوات أمنية, جماعة مسلحة."""
    words = unit.text.split()
    return len(words) > 1 and not unit.art and unit.has("bodies") and words[-1].endswith(("ية", "سلحة", "هولة"))


#: the pronouns of معظمهم, جميعها
_OWNERS = ("هم", "هن", "ها", "هما")


def in_a_state(unit: Unit) -> bool:
    """Whether a word tells of a person only what befell him, so that his calling can follow: الأسير | الصحفي فلان."""
    return unit.text[len(unit.conj) + len(unit.prep) :] in _STATES_OF_ONE and unit.number == "s"


def _name_next(unit: Unit | None) -> bool:
    """Whether a word can begin a personal name."""
    if unit is None or unit.tag != "N" or unit.art or unit.prep or unit.conj:
        return False
    return unit.name_part or not unit.known or _personal(unit)


def _two_accusatives(unit: Unit) -> bool:
    """A compound with the ending of the accusative on each word: هجوما إلكترونيا, عصيانا مدنيا."""
    words = unit.text.split()
    return len(words) == 2 and not unit.art and all(word.endswith("ا") for word in words)


def _open_ended(unit: Unit) -> bool:
    """المتحدث باسم, الناطق بلسان: the body for which somebody speaks follows."""
    return unit.text.endswith((" باسم", " بلسان"))


#: adjectives that close the names of bodies and groups, where other words in ـة may be nouns (وزارة خارجية)
_KINDS_OF_GROUP = frozenset(
    "مسلحة مجهولة متطرفة متشددة ارهابية متمردة انفصالية معارضة مسلحون مسلحين حقوقية انسانية خيرية حكومية اغاثية دولية "
    "محلية مدنية طلابية نقابية مهنية صحفية".split()
)


#: bodies that an adjective tells apart, folded
_SOME_BODIES = frozenset("محكمة لجنة هيئة قوة دورية خلية جهة سلطة منظمة شركة قاعدة".split())


def _qualified(unit: Unit) -> bool:
    """A compound that closes with an adjective, which takes no genitive: طائرة مسيرة, غارة جوية | مواقع."""
    first, _, last = unit.text.rpartition(" ")
    if first and not unit.art and last in _KINDS_OF_GROUP:
        return True
    if first in _SOME_BODIES and not unit.art and not unit.named and last.endswith("ية"):
        return True  # علقت محكمة فيدرالية | قرار الرئيس, but وزارة خارجية | البلاد
    if not first or unit.art or unit.named or unit.has("roles") or unit.has("bodies") or unit.has("generics"):
        return False
    return last.endswith("ي") if not first.endswith(("ة", "ات")) else last.endswith("ة")


#: who kills himself, and how an attack is called that he makes, folded
_SUICIDE = frozenset(("الانتحاري", "الانتحارية", "الارهابي", "الارهابية"))


def _works(unit: Unit) -> bool:
    """Whether a feminine office is also what describes bodies that work: المنظمات | العاملة في البلاد."""
    return any(lex.pos == "ADJ" for lex in unit.lexes)


def _qualifies(previous: Unit, unit: Unit, following: Unit | None) -> bool:
    """Whether a word for people only says more of those before, since it agrees with them and goes on with من."""
    return (
        previous.tag == unit.tag == "N"
        and previous.art
        and unit.art
        and not unit.conj
        and previous.number == unit.number == "p"
        and previous.text[-2:] == unit.text[-2:]
        and any("backed" in lex.classes for lex in unit.lexes)
        and following is not None
        and following.text in ("من", "ل", "على", "ب", "الى")
    )


def _of_the_same(previous: Unit, unit: Unit) -> bool:
    """Whether a plural participle describes the people before, behind a preposition where no object can follow."""
    both = previous.art and unit.art and not unit.conj and previous.number == unit.number == "p"
    return both and unit.text.endswith("ين") and previous.has("generics") and any(lex.active for lex in unit.lexes)


def _adjective(unit: Unit) -> bool:
    if unit.enc or "place_noun" in unit.classes:
        return False  # مدينة is a town before it is one in debt
    if unit.has("generics") or unit.has("roles") or unit.has("bodies"):
        return unit.has("demonyms")
    # مقتل is written like a participle of قتّل, but it is a noun.
    return any((lex.pos in ("ADJ", "PART") and not lex.frames) or lex.demonyms for lex in unit.lexes)


def _numbers(unit: Unit) -> Iterator[int]:
    """The actors of the lexicon that a unit names: المرشد الإيراني and علي خامنئي are one."""
    return (number for lex in unit.lexes for number in lex.names) if unit.named else iter(())


def _personal(unit: Unit) -> bool:
    """A name of a person whom the lexicon knows."""
    return "person_name" in unit.classes


def _second_side(out: list[Chunk]) -> bool:
    """Whether a comma stands behind the one party of بين, so that what "and" joins behind it is the other party."""
    if len(out) < 2 or out[-1].kind not in (",", "،"):
        return False
    first = out[-2].phrase
    return out[-2].kind == "PP" and first is not None and first.prep == "بين" and not first.members and (
        first.head.number != "d"
    )


def _coordinate(chunks: list[Chunk]) -> list[Chunk]:
    """Join noun phrases coordinated with و and أو to the phrase before; a verb after the second one parts them
    again.
    """
    out: list[Chunk] = []
    n = len(chunks)
    for k, item in enumerate(chunks):
        phrase = item.phrase
        if item.kind == "NP" and phrase is not None and phrase.conj == "و" and _second_side(out):
            out.pop()  # بين ممثلي الجيش، | وقوات الدعم السريع: who is between has another beside him
            phrase.comma = False
        elif item.kind == "NP" and phrase is not None and phrase.conj == "و" and _listed(out, chunks, k):
            out.pop()  # جمعت السيسي، | والملك عبد الله الثاني، ومحمود عباس
            phrase.comma = False
        if item.kind == "NP" and phrase is not None and phrase.conj == "و" and out and out[-1].phrase is not None:
            before = out[-1].phrase
            following_unit = chunks[k + 1].unit if k + 1 < n and chunks[k + 1].kind == "V" else None
            follows_verb = following_unit is not None and not following_unit.conj
            # a verb behind could take both as its subject, if nothing before is waiting for one
            # بين واشنطن | وطهران تناولت: between takes two
            two_sides = before.prep == "بين" and not before.members and not before.plural
            if two_sides or not (follows_verb and any(c.kind in ("V", "HAL") for c in out)):
                before.members.append(phrase)
                continue
        if item.kind == "PP" and phrase is not None and phrase.conj == "و" and out and out[-1].kind == "PP":
            before_pp = out[-1].phrase
            assert before_pp is not None
            if before_pp.prep == phrase.prep:
                before_pp.members.append(phrase)
                continue
        if item.kind == "C" and item.unit is not None and item.unit.text in ("او", "و", "أو") and k + 1 < n:
            following = chunks[k + 1]
            if following.phrase is not None and out and out[-1].phrase is not None and not following.phrase.conj:
                following.phrase.conj = "و"
                continue
        out.append(item)
    return out


def _listed(out: Sequence[Chunk], chunks: Sequence[Chunk], k: int) -> bool:
    """Whether somebody behind a comma goes on with a list of people: X، | وY، and no verb of his own follows."""
    if len(out) < 2 or out[-1].unit is None or out[-1].unit.text not in ("،", ",") or out[-2].phrase is None:
        return False
    before, phrase = out[-2].phrase, chunks[k].phrase
    assert phrase is not None
    if k + 1 < len(chunks) and chunks[k + 1].kind not in (",", "،", ".") and chunks[k + 1].unit is not None:
        return False
    return _somebody(before.head) and _somebody(phrase.head) and not before.head.enc


def _somebody(unit: Unit) -> bool:
    """A person of an office or a name."""
    return unit.has("roles") or _personal(unit)


def visible(units: Sequence[Unit]) -> Iterator[Unit]:
    """The units without short bracketed asides, save a number, and without the quotation marks around names."""
    i, n = 0, len(units)
    sides = False
    while i < n:
        text = units[i].text
        if text in ("(", "["):
            close = next((j for j in range(i + 1, min(n, i + 14)) if units[j].text in (")", "]")), None)
            if close == i + 2 and units[i + 1].tag == "NUM":
                yield units[i + 1]  # اعتقال (4) من قياداته
            if close is not None:
                i = close + 1
                continue
        elif text in ("«", '"'):
            end = "»" if text == "«" else '"'
            close = next((j for j in range(i + 1, min(n, i + 7)) if units[j].text == end), None)
            if close is not None and not any(u.tag in ("V", "CMP") for u in units[i + 1 : close]):
                if close > i + 1 and i and units[i + 1].conj == "":
                    units[i + 1].conj = ""
                yield from units[i + 1 : close]
                i = close + 1
                continue
        elif text in _HYPHENS and 0 < i < n - 1 and _nations(units[i - 1], units[i + 1]):
            i += 1  # محادثات روسية - أميركية
            continue
        elif i + 2 < n and units[i + 1].text in _HYPHENS and _model(units[i : i + 3]):
            if units[i].tag == "V":
                units[i].tag, units[i].reading = "N", None  # إف is no verb
            yield units[i]
            i += 3
            continue
        elif text == "بين":
            sides = True
        elif sides and (passed := _one_side(units, i)):
            i += passed
            continue
        yield units[i]
        i += 1


_HYPHENS = ("-", "–", "‑")


def _nations(one: Unit, other: Unit) -> bool:
    """Whether a hyphen joins two adjectives of nations: اتفاق قطري - سعودي, القمة المصرية - الأردنية."""
    alike = one.art == other.art and (one.gender == "f") == (other.gender == "f")
    return alike and one.has("demonyms") and other.has("demonyms") and not (other.conj or other.prep)


def _model(units: Sequence[Unit]) -> bool:
    """Whether a number behind a hyphen is of the name of a model: إف-16, F-35, سو-35."""
    name, hyphen, number = units
    joined = name.end == hyphen.start and hyphen.end == number.start
    return joined and number.tag == "NUM" and name.tag in ("N", "X", "V") and len(name.text) < 6


#: in "on the one side" and "on the other", folded: بين الجيش من جهة والمتمردين من جهة أخرى
_SIDE = frozenset(("جهة", "ناحية", "جانب", "طرف"))
_EACH_SIDE = frozenset(("اولى", "اخرى", "ثانية", "اول", "اخر", "ثان"))


def _one_side(units: Sequence[Unit], i: int) -> int:
    """How many units at `i` only say on which side of بين somebody stands, the comma behind them included; 0 for none.

    On the first side another one is joined behind it: من جهة | والمتمردين; on the last it is called the other.
    """
    words = units[i].text.split(" ")
    if words[0] != "من":
        return 0
    j = i + 1
    if len(words) == 1 and j < len(units):
        words, j = [*words, *units[j].text.split(" ")], j + 1
    if len(words) < 2 or words[1] not in _SIDE:
        return 0
    named = len(words) == 3 and words[2] in _EACH_SIDE
    if not named and j < len(units) and units[j].text in _EACH_SIDE:
        named, j = True, j + 1
    behind = j + 1 if j < len(units) and units[j].text in ("،", ",") else j
    joined = behind < len(units) and units[behind].conj == "و" and units[behind].tag in ("N", "NUM", "Q")
    if joined:
        return behind - i
    return j - i if named else 0
