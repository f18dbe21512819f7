"""Quantities: what is counted in a sentence, how many, and which event it belongs to.

`find` reads tagged units and gives every count of people, money, weapons, votes ...; `attach` shares them out among the
events of the sentence; `record` makes the record. The words stand in ``lexicon/data/quantities``.

A quantity has a kind, a unit, and two bounds. An exact number, or one told as about so many (نحو 20), has both alike;
at least (ما لا يقل عن) leaves the upper one open, at most the lower; a range (بين 20 و30) and vague words (عشرات, مئات)
give both. Not counted: parts of another count (بينهم ثلاثة أطفال), measures of time and space, ages, ordinals, names.

People are of the kind that the verb or verbal noun with them says: ten soldiers are ``troops``, ten soldiers killed are
``killed``.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from waqai.events.quantity_words import Bounds, Counted, Words, load
from waqai.records import Quantity, Span
from waqai.text.numbers import NUMBER_WORDS, ORDINAL_WORDS, parse_number

if TYPE_CHECKING:
    from waqai.events.matcher import Fired
    from waqai.grammar.phrases import Phrase
    from waqai.grammar.units import Unit

#: units looked at before a count for the word that says what became of the counted, and behind it
_BACK, _AHEAD = 14, 9
#: units between a crowd told vaguely and what it does: شارك الآلاف في تظاهرة
_CROWD_REACH = 5
#: tokens between عدد القتلى and its number
_COUNT_REACH = 9
_PROCLITIC = re.compile("(?:[وف]?[بلك]|[وف])(?=..)")
_STOPS = frozenset((".", "؛", ";", "؟", "!", ":", "CMP", "SUB", "CON"))
_NUMBERS = NUMBER_WORDS | {"احد", "احدى"}
_PERSON = Counted("people", "person", True, "sp")
_DUAL = Counted("people", "person", True, "d")
#: what is counted vaguely (عدد من) even where no verb says what became of it
_FEW = frozenset("killed injured casualties missing hostages displaced rounds protesters".split())
#: what a single person without a number may have become: قتل جندي; and how far from the word that says so
_SINGLE = frozenset("killed injured arrested hostages expelled released".split())
_SINGLE_REACH = 4
#: what is taken with ب by what kills, folded
#: between a number and that of all
_OUT_OF = frozenset((("من", "اصل"), ("من", "اجمالي"), ("من", "مجموع"), ("من", "بين")))
#: one more of those counted before: قتل اثنان وجرح | ثالث
_ONE_MORE = frozenset("ثان ثالث رابع خامس سادس سابع ثانيا ثالثا رابعا خامسا سادسا ثالثة رابعة خامسة".split())
_LIVES = frozenset(("بحياة", "بارواح"))
#: words before a noun that make it nobody, or anybody
_ANY = frozenset(("كل", "اي", "كم", "غير", "لا", "دون", "مثل", "لكل", "لاي"))
#: what may have a fraction; elsewhere 53.300 is fifty-three thousand
_FRACTIONS = frozenset(("money", "goods", "percent", "none"))
_THOUSANDS = re.compile(r"\d{1,3}\.\d{3}")
#: kinds that fit what an event of a type does; a count of another kind belongs to it only inside its own phrases
_FITTING = {
    "ASSAULT": frozenset(
        "killed injured casualties missing hostages displaced rounds strikes weapons buildings attacks vehicles".split()
    ),
    "CONSULT": frozenset(("talks",)),
    "COERCE": frozenset(
        "arrested hostages prisoners expelled tried displaced buildings missing money vehicles".split()
    ),
    "SANCTION": frozenset("tried expelled prisoners money entities vehicles".split()),
    "PROTEST": frozenset(("protesters",)),
    "MOBILIZE": frozenset("troops weapons force rounds vehicles".split()),
    "RETREAT": frozenset("troops released prisoners force weapons displaced".split()),
    "AID": frozenset("money goods displaced troops vehicles".split()),
    "AGREE": frozenset("money released troops weapons".split()),
    "COOPERATE": frozenset("money released weapons troops".split()),
    "SUPPORT": frozenset(("votes", "money", "signatures")),
    "REJECT": frozenset(("votes", "signatures")),
    "CONCEDE": frozenset("released troops prisoners money force".split()),
    "REQUEST": frozenset(("signatures", "money")),
    "ACCUSE": frozenset(("tried",)),
}
#: what rioters burn and break, besides
_RIOT = frozenset(("protesters", "vehicles", "buildings"))
#: the dead and the hurt
TOLL = frozenset(("killed", "injured", "casualties"))
#: what people counted in the phrases of an event are in it, by type and role
_ROLE_KIND = {("PROTEST", "actor"): "protesters", ("MOBILIZE", "actor"): "troops"}
_MODE_KIND = {"arrest": "arrested", "seize": "hostages", "abduct": "hostages", "deport": "expelled"}


class Found(NamedTuple):
    """A quantity with folded offsets.

    `cause` is the unit whose word gave its kind, if any; `soft` that an event may still give it another; `exact` that
    it was not told as about so many.
    """

    kind: str
    min: float | None
    max: float | None
    unit: str | None
    start: int
    end: int
    cause: Unit | None = None
    soft: bool = False
    exact: bool = True


def find(units: Sequence[Unit]) -> list[Found]:
    """The quantities of a sentence, in order; `units` as `waqai.grammar.units.group` gives them, times among them."""
    return _Finder(units).run()


def record(found: Found, span: Callable[[int, int], Span]) -> Quantity:
    """The record of a quantity; `span` makes the span in the given text of folded offsets."""
    words = span(found.start, found.end)
    low, high = (None if bound is None else float(bound) for bound in (found.min, found.max))
    return Quantity(found.kind, low, high, found.unit, words.text, words.start, words.end)


# -- finding ----------------------------------------------------------------------------------------------------------


#: lists of the words of approximation
_LEADS = ("at_most", "at_least", "about")


class _Amount(NamedTuple):
    low: float | None
    high: float | None
    end: int  # the token behind
    exact: bool = True
    few: bool = False  # counts only what somebody counts
    one_of: bool = False
    vague: bool = False


class _Finder:
    """One sentence. Tokens are the words of the units, so that units of several words can be read as numbers."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.words: Words = load()
        self.units = units
        self.tokens: list[str] = []
        self.owner: list[int] = []
        for number, unit in enumerate(units):
            parts = [""] if unit.tag == "T" else unit.text.split()
            self.tokens += parts
            self.owner += [number] * len(parts)
        self.last: Found | None = None  # the quantity before
        self.used: dict[int, int] = {}  # causes, with the last unit of what they have counted already
        self.first = [i == 0 or self.owner[i] != self.owner[i - 1] for i in range(len(self.owner))]

    def run(self) -> list[Found]:
        out: list[Found] = []
        i = 0
        while i < len(self.tokens):
            found, after = self._at(i)
            i = max(after, i + 1)
            if found is not None:
                out.append(found)
                self.last = found
                while i < len(self.tokens) and self.units[self.owner[i]].start < found.end:
                    i += 1
        return out

    # -- one place ---------------------------------------------------------------------------------------------

    def _at(self, i: int) -> tuple[Found | None, int]:
        """The quantity that begins at token `i`, if any, and the token to go on from."""
        if not self.tokens[i] or not self.tokens[i][0].isalnum():
            return None, i + 1
        if not _opens_amount(self.tokens[i]):
            return self._alone(i)
        bound, j = self._lead(i)
        amount = self._amount(j)
        if amount is None:
            return self._alone(i) if j == i else (None, i + 1)
        if self._list_before("not_behind", i) or self._inside_number(i):
            return None, amount.end
        low, high, exact = amount.low, amount.high, amount.exact
        if bound == "at_least":
            high = None
        elif bound == "at_most":
            low = None
        exact = exact and bound != "about"
        k, low, high, exact = self._behind(amount.end, low, high, exact)
        counted, end = self._noun(k)
        definite = self.tokens[k - 1].startswith("ال") and self.units[self.owner[k - 1]].art
        if amount.vague and definite and self.tokens[k : k + 1] != ["من"]:
            counted = None  # نظم الآلاف مسيرة: nothing is counted behind the article
        if counted is None:
            end = k
        elif counted.kind == "none":
            return None, end
        else:
            counted, end = self._both(counted, end)
            end, low, high, exact = self._behind(end, low, high, exact)
            if amount.one_of and "p" not in counted.numbers:
                return None, i + 1
            if not (amount.vague or amount.few or amount.one_of) and self.tokens[k] != "من" and self._definite(k):
                return None, i + 1  # ألف الكاتب: an exact number has no definite noun behind it
        part = self._list_before("parts", i)
        if part:
            return None, end
        found = self._made(i, end, counted, low, high, exact, amount)
        return found, end if found is not None else max(amount.end, i + 1)

    def _alone(self, i: int) -> tuple[Found | None, int]:
        """A dual without a number (قتيلان), a single casualty (قتيل), somebody and واحد."""
        if not self.first[i]:
            return None, i + 1
        unit = self.units[self.owner[i]]
        if unit.tag not in ("N", "VN") or unit.enc or unit.named:
            return None, i + 1
        if self._list_before("parts", i) or self._list_before("counts", i):
            return None, i + 1
        if i and "بين" in _bare_forms(self.tokens[i - 1]):
            return None, i + 1
        counted, end = self._noun(i, alone=True)
        if counted is None:
            somebody = unit.number == "s" and (unit.has("demonyms") or unit.has("generics"))
            somebody = somebody or unit.text in _ONE_MORE
            return self._single(i, _PERSON) if somebody else (None, i + 1)
        number: float | None = None
        following = self.tokens[end] if end < len(self.tokens) else ""
        if following in ("واحد", "واحدة", "واحدا") and "s" in counted.numbers and not unit.art:
            number, end = 1, end + 1
        elif counted.numbers == "d" and not (unit.art and self.tokens[i].endswith("ين")):
            number = 2
            if following in ("اثنان", "اثنين", "اثنتان", "اثنتين"):
                end += 1
        elif (
            counted.numbers == "s"
            and counted.kind in ("killed", "injured")
            and counted.unit == "person"
            and not unit.art
            and not self._proper(end)
        ):
            number = 1
        if counted.kind in ("none", "percent"):
            return None, i + 1
        if number is None and counted.soft and "s" in counted.numbers:
            return self._single(i, counted)
        if number is None and following in ("عدة", "عديدة", "كثيرة") and "p" in counted.numbers and not unit.art:
            several = _Amount(3, None, end, few=True)
            return self._made(i, end + 1, counted, 3, None, True, several), end + 1
        if number is None:
            return None, i + 1
        found = self._made(i, end, counted, number, number, True, _Amount(number, number, i))
        return found, end if found is not None else i + 1

    def _single(self, i: int, counted: Counted) -> tuple[Found | None, int]:
        """Somebody without a number of whom the clause says what became of him: قتل جندي, اعتقل الجيش فلسطينيا."""
        nothing = (None, i + 1)
        number = self.owner[i]
        unit = self.units[number]
        if unit.art or unit.prep or unit.enc or unit.number == "p" or (i and self.tokens[i - 1] in _ANY):
            return nothing
        end = i + 1
        following = self.units[number + 1] if number + 1 < len(self.units) else None
        if self._proper(end) or (following is not None and following.text.startswith("ال") and following.tag == "N"):
            return nothing  # a name, or definite by what follows: زعيم التنظيم
        joined = self._joined(number)
        if joined is not None:
            start = unit.start + _clitics(unit)
            return Found(joined.kind, 1, 1, counted.unit, start, self._end(end), joined.cause), end
        if self._adjective(number):
            return nothing  # قتل متعاقدا مدنيا
        lost = bool(number) and self.units[number - 1].text in _LIVES  # أودى الهجوم بحياة جندي
        for back in range(1 + lost, min(_SINGLE_REACH, number) + 1):
            cause = self.units[number - back]
            kind = self._says(cause, back == 1)
            if kind is not None:
                accusative = self.tokens[i].endswith("ا")
                near = back == 1 or lost or (cause.tag == "V" and accusative)
                break
            if cause.prep or cause.conj or cause.tag not in ("N", "NAME") or not (cause.art or cause.known):
                cause, near = unit, False
                break
            if counted is _PERSON and not cause.art:
                return nothing  # the adjective of the noun before it
        else:
            cause, kind, near = unit, None, False
        behind = following is not None and following.tag == "V" and not following.conj
        if kind is None and behind and following is not None and counted is not _PERSON:
            kind, cause, near = self._says(following, True), following, True  # شخصا قتل
        if kind not in _SINGLE or not near:
            return nothing
        start = unit.start + (_clitics(unit) if self.first[i] else 0)
        return Found(kind, 1, 1, counted.unit, start, self._end(end), cause), end

    def _adjective(self, number: int) -> bool:
        """Whether a unit is the adjective of somebody counted right before it: جنديان | أميركيان."""
        before = self.units[number - 1] if number else None
        return (
            before is not None
            and self.last is not None
            and self.last.end == before.end
            and not self.units[number].conj
        )

    def _joined(self, number: int) -> Found | None:
        """The count to which a single person is added by and: قتل جنديان أميركيان | وجندية, ثلاثة جنود | وشرطي."""
        unit, last = self.units[number], self.last
        if unit.conj != "و" or last is None or last.kind not in _SINGLE or last.cause is None:
            return None
        between = [u for u in self.units[:number] if u.start >= last.end]
        adjectives = all(u.tag == "N" and not (u.conj or u.prep or u.art or u.enc) for u in between)
        return last if adjectives and len(between) <= 2 else None

    def _made(
        self,
        i: int,
        end: int,
        counted: Counted | None,
        low: float | None,
        high: float | None,
        exact: bool,
        amount: _Amount,
    ) -> Found | None:
        first = self.units[self.owner[i]]
        start = first.start + (_clitics(first) if self.first[i] else 0)
        cause: Unit | None = None
        if counted is None:
            kind, cause, label, end = self._bare_number(i, end, amount)
            if kind is None:
                return None
            return Found(kind, low, high, label, start, self._end(end, bare=True), cause, False, exact)
        kind = counted.kind
        if kind not in _FRACTIONS and any(bound is not None and bound != int(bound) for bound in (low, high)):
            if not any(_THOUSANDS.fullmatch(token) for token in self.tokens[i:end]):
                return None
            low, high = (None if bound is None else round(bound * 1000) for bound in (low, high))
        if kind == "percent":
            rest = self.tokens[end : end + 2]
            if rest[:1] != ["من"] or not rest[1:]:
                return None
            whole = _look(rest[1])
            if whole is None or whole.kind not in ("votes", "seats"):
                return None
            return Found("votes", low, high, "percent", start, self._end(end + 2), None, False, exact)
        if counted.soft:
            became, cause = self._cause(self.owner[i], self.owner[end - 1])
            if not (kind == "hostages" and became == "arrested"):
                kind = became or kind
        elif kind in ("killed", "injured", "casualties", "hostages", "missing"):
            _, cause = self._cause(self.owner[i], self.owner[end - 1], kind)
        if amount.few and cause is None and kind not in _FEW:
            return None
        if cause is None and (amount.one_of or counted is _DUAL or (counted.numbers == "d" and first.art)):
            return None
        return Found(kind, low, high, counted.unit, start, self._end(end), cause, counted.soft and cause is None, exact)

    def _end(self, end: int, bare: bool = False) -> int:
        """The offset behind the last token before `end`.

        A unit of several words is taken whole, save where a bare number begins it (`bare`).
        """
        number = self.owner[end - 1]
        unit = self.units[number]
        if end >= len(self.tokens) or self.owner[end] != number:
            return unit.end
        if not bare and not unit.text.endswith(" من"):
            return unit.end
        first = self.owner.index(number)
        return unit.start + len(" ".join(self.tokens[first:end]))

    # -- numbers -----------------------------------------------------------------------------------------------

    def _lead(self, i: int) -> tuple[str, int]:
        """The word of approximation at `i` and the token behind it."""
        for name in _LEADS:
            length = self._phrase(name, i)
            if length:
                return name, i + length
        return "", i

    def _phrase(self, name: str, i: int) -> int:
        """The length of the longest phrase of a list that begins at `i`; the first word may carry proclitics."""
        table = self.words.lists[name]
        best = 0
        for form in _bare_forms(self.tokens[i]):
            for phrase in table.get(form, ()):
                if len(phrase) > best and list(phrase[1:]) == self.tokens[i + 1 : i + len(phrase)]:
                    best = len(phrase)
        return best

    def _list_before(self, name: str, i: int) -> bool:
        """Whether a phrase of a list stands right before token `i`."""
        if not i:
            return False
        table = self.words.endings[name]
        for form in _bare_forms(self.tokens[i - 1]):
            for phrase in table.get(form, ()):
                k = i - len(phrase)
                if k >= 0 and (
                    len(phrase) == 1
                    or (list(phrase[1:]) == self.tokens[k + 1 : i] and phrase[0] in _bare_forms(self.tokens[k]))
                ):
                    return True
        return False

    def _inside_number(self, i: int) -> bool:
        """Scores, dates, telephone numbers: digits beside a mark and other digits."""
        previous = self.tokens[i - 1] if i else ""
        if previous in ("/", ":", ".") and i > 1 and self.tokens[i - 2].isdigit():
            return True
        following = self.tokens[i + 1 : i + 3]
        marked = len(following) == 2 and following[0] in ("/", ":")
        return marked and self.tokens[i].isdigit() and following[1].isdigit()

    def _amount(self, i: int) -> _Amount | None:
        """The number, range or vague word at `i`."""
        if i >= len(self.tokens) or not self.tokens[i]:
            return None
        forms = _bare_forms(self.tokens[i])
        if "بين" in forms or ("من" in forms and self._to_range(i + 1)):
            both = self._range(i + 1)
            if both is not None:
                return both
        length, bounds = self._vague(self.words.vague, i)
        if length:
            return _Amount(*bounds, i + length, vague=True)
        number = self._number(i)
        if number is not None and self._really_number(i, number[1]):
            value, used = number
            end = i + used
            if end < len(self.tokens) and self.tokens[end] in ("او", "-", "الى"):
                second = self._number(end + 1)
                if second is not None and value < second[0] <= value * 20:
                    return _Amount(_scaled(value, second[0]), second[0], end + 1 + second[1])
            if tuple(self.tokens[end : end + 2]) in _OUT_OF:  # 13 من أصل 18 طائرة
                every = self._number(end + 2)
                if every is not None and every[0] >= value:
                    end += 2 + every[1]
            return _Amount(value, value, end)
        length, bounds = self._vague(self.words.few, i)
        if length:
            return _Amount(*bounds, i + length, few=True)
        length = self._phrase("one_of", i)
        if length:
            return _Amount(1, 1, i + length, one_of=True)
        return None

    def _to_range(self, i: int) -> bool:
        number = self._number(i)
        return number is not None and i + number[1] < len(self.tokens) and self.tokens[i + number[1]] == "الى"

    def _range(self, i: int) -> _Amount | None:
        """بين 20 و30, من 20 إلى 30: `i` is behind the preposition."""
        one = self._number(i)
        if one is None:
            return None
        j = i + one[1]
        if j < len(self.tokens) and self.tokens[j] in ("و", "الى"):
            j += 1
        elif not (j < len(self.tokens) and self.tokens[j].startswith("و")):
            return None
        two = self._number(j)
        if two is None:
            return None
        low, high = sorted((_scaled(one[0], two[0]), two[0]))
        if any(self._change(k) for k in range(max(0, i - 8), i)):
            return _Amount(two[0], two[0], j + two[1])
        return _Amount(low, high, j + two[1]) if low < high else None

    def _change(self, i: int) -> bool:
        """A verb of change: of ارتفع من 20 إلى 30 only the second number holds."""
        word = self.tokens[i]
        return bool(word) and any(form in self.words.changes for form in _bare_forms(word))

    def _vague(self, table: dict[str, list[tuple[tuple[str, ...], Bounds]]], i: int) -> tuple[int, Bounds]:
        for form in _bare_forms(self.tokens[i]):
            for phrase, bounds in table.get(_no_article(form), ()):
                length = len(phrase)
                if i + length <= len(self.tokens) and all(
                    _no_article(self.tokens[i + k]) == phrase[k] for k in range(1, length)
                ):
                    return length, bounds
        return 0, (None, None)

    def _number(self, i: int) -> tuple[float, int] | None:
        """The number at `i` in digits or words, and how many tokens it takes."""
        if i >= len(self.tokens) or not _may_be_number(self.tokens[i]):
            return None
        number = parse_number(self.tokens, i)
        if number is None and self.tokens[i].startswith("ال"):  # الخمسة عشر ألف لاجئ
            number = parse_number(self.tokens, i, definite=True)
            number = number if number is not None and number[1] > 1 else None
        return number

    def _really_number(self, i: int, used: int) -> bool:
        """Not a verb, a name or a noun that is spelled like a number (ألف, ست, عشر)."""
        unit = self.units[self.owner[i]]
        if self.tokens[i] in ("واحد", "واحدة"):
            return used > 1  # one follows its noun; before one it is "and one of"
        if self.tokens[i] in ("عشر", "عشرة") and i and _no_article(self.tokens[i - 1]) in ORDINAL_WORDS:
            return False
        return unit.tag != "V" and not (used == 1 and unit.art)

    def _behind(
        self, i: int, low: float | None, high: float | None, exact: bool
    ) -> tuple[int, float | None, float | None, bool]:
        """What stands behind a number or noun and changes it: على الأقل, أو أكثر, تقريبا."""
        for name in ("behind_at_least", "behind_at_most", "behind_about"):
            length = self._phrase(name, i) if i < len(self.tokens) else 0
            if length:
                if name == "behind_at_least":
                    return i + length, low, None, exact
                if name == "behind_at_most":
                    return i + length, None, high, exact
                return i + length, low, high, False
        return i, low, high, exact

    # -- nouns -------------------------------------------------------------------------------------------------

    def _noun(self, i: int, alone: bool = False) -> tuple[Counted | None, int]:
        """The counted noun at token `i` and the token behind it; من may stand before it (ثلاثة من الجنود)."""
        if i < len(self.tokens) and self.tokens[i] == "من" and not alone:
            i += 1
        if i >= len(self.tokens) or not self.tokens[i]:
            return None, i
        unit = self.units[self.owner[i]]
        if not alone and unit.conj and self.first[i]:
            return None, i
        word = self.tokens[i]
        if self.first[i] and (unit.conj or unit.prep):
            word = word[_clitics(unit) :]
        if i + 1 < len(self.tokens) and self.tokens[i + 1]:
            counted = _look(_no_article(word) + " " + _no_article(self.tokens[i + 1]))
            if counted is None:
                counted = self.words.nouns.get(word + " " + self.tokens[i + 1])
            if counted is not None:
                return counted, i + 2
        counted = _look(word)
        if counted is None and unit.enc and self.first[i] and word.endswith(unit.enc):
            counted = _look(word[: -len(unit.enc)])  # ثلاثة من جنودها
        end = i + 1
        if counted is not None and counted.unit in self.words.currencies:
            code, end = self._currency(counted.unit, end)
            counted = counted._replace(unit=code)
        person = any(lex.generics or lex.roles for lex in unit.lexes)
        if counted is None and not alone and unit.tag == "N" and (person or unit.has("demonyms")):
            while end < len(self.tokens) and self.owner[end] == self.owner[i]:
                end += 1
            return _PERSON, end
        if counted is None and alone and unit.number == "d" and self.first[i] and not unit.art:
            people = person or (unit.has("demonyms") and not self._adjective(self.owner[i]))
            return (_DUAL, end) if people and word.endswith("ان") else (None, end)
        return counted, end

    def _look_next(self, i: int) -> Counted | None:
        return _look(self.tokens[i]) if i < len(self.tokens) and self.tokens[i] else None

    def _currency(self, name: str, i: int) -> tuple[str, int]:
        if i < len(self.tokens) and self.tokens[i]:
            adjective = _no_article(self.tokens[i])
            adjective = adjective[:-1] if adjective.endswith(("ة", "ه")) else adjective.removesuffix("ا")
            code = self.words.currencies[name].get(adjective)
            if code is not None:
                return code, i + 1
        return name, i

    def _definite(self, i: int) -> bool:
        return self.first[i] and self.tokens[i].startswith("ال") and self.units[self.owner[i]].art

    def _proper(self, i: int) -> bool:
        """Whether a name follows: an unknown word without article or clitics."""
        if i >= len(self.tokens):
            return False
        unit = self.units[self.owner[i]]
        return unit.tag == "N" and not (unit.known or unit.art or unit.prep or unit.conj)

    # -- kinds -------------------------------------------------------------------------------------------------

    def _cause(self, first: int, last: int, kind: str | None = None) -> tuple[str | None, Unit | None]:
        """What became of people counted in the units `first` to `last`, and the word that says it.

        The nearest such word before them decides, else the verb behind. With `kind` only a word of that kind counts.
        """
        for number in range(first - 1, max(-1, first - 1 - _BACK), -1):
            unit = self.units[number]
            if unit.tag in _STOPS:
                break
            became = self._says(unit, number == first - 1)
            if became is not None:
                if (kind is None or became == kind) and self._reaches(number, first, last):
                    return became, unit
                break
            if unit.tag == "V" and not self._within_relative(number):
                break
        else:
            number = -1
        stopped = self.units[number].tag if number >= 0 else ""
        if stopped == "V" and kind is None:
            return None, None
        for unit in self.units[last + 1 : last + 1 + _AHEAD]:
            if unit.tag in (".", "؛", ";", "CMP", "SUB", "CON"):
                break
            if unit.tag == "V":
                became = self._says(unit)
                return (became, unit) if became is not None and (kind is None or became == kind) else (None, None)
        return None, None

    def _within_relative(self, number: int) -> bool:
        """Whether a verb only tells of the happening that brought it about: قتل في الهجوم الذي | شنته روسيا خمسة."""
        if number < 3 or self.units[number - 1].tag != "REL":
            return False
        event = self.units[number - 2]
        return bool(event.prep) or self.units[number - 3].tag == "P"

    def _reaches(self, cause: int, first: int, last: int) -> bool:
        """Whether a word that has counted others already goes on to these: no prepositional phrase stands between."""
        since = self.used.get(cause)
        if since is not None and any(u.prep or u.tag in ("P", "AG", "PP") for u in self.units[since + 1 : first]):
            return False
        self.used[cause] = last
        return True

    def _says(self, unit: Unit, beside: bool = False) -> str | None:
        """What a verb or verbal noun says of people counted after it; فقد is a verb only right `beside` them."""
        text = unit.text[_clitics(unit) :]
        if unit.tag == "V" or (beside and unit.tag == "QAD" and unit.text in self.words.verbs):
            verbs = self.words.verbs
            for form in (unit.text, unit.text[1:] if unit.text[:1] in "وفس" else ""):
                swap = form[:-1] + "ي" if form.endswith("ى") else form
                if form in verbs or swap in verbs:
                    return verbs.get(form) or verbs[swap]
            return None
        if unit.tag not in ("N", "VN"):
            return None
        head = text.split()[0]
        if unit.enc and head.endswith(unit.enc):
            head = head[: -len(unit.enc)]
        for form in (head, _no_article(head)):
            if form in self.words.causes:
                return self.words.causes[form]
            if form.endswith("ت") and form[:-1] + "ة" in self.words.causes:
                return self.words.causes[form[:-1] + "ة"]
        return None

    def _both(self, counted: Counted, end: int) -> tuple[Counted, int]:
        """عشرات القتلى والجرحى: one number for killed and injured together."""
        if counted.kind in ("killed", "injured") and end < len(self.tokens) and self.tokens[end].startswith("و"):
            other = _look(self.tokens[end][1:])
            fitting = other is not None and other.kind in ("killed", "injured") and other.kind != counted.kind
            if fitting and other is not None and "p" in other.numbers:
                return counted._replace(kind="casualties"), end + 1
        return counted, end

    def _bare_number(self, i: int, end: int, amount: _Amount) -> tuple[str | None, Unit | None, str | None, int]:
        """What a number without noun counts, with the word that says so, the unit and where it ends.

        The word right before it says it (قتل 12), or عدد القتلى before, or both kinds stand behind (بين قتيل وجريح).
        """
        nothing = (None, None, None, end)
        rest = self.tokens[end : end + 4]
        if rest[:1] == ["ما"]:
            rest, end = rest[1:], end + 1
        if len(rest) >= 3 and rest[0] == "بين" and rest[2].startswith("و"):
            one, two = _look(rest[1]), _look(rest[2][1:])
            if one is not None and two is not None and {one.kind, two.kind} <= {"killed", "injured", "missing"}:
                return "casualties", None, "person", end + 3
        if amount.few or amount.one_of:
            return nothing
        number = self.owner[i] - 1
        while number >= 0 and self.units[number].tag in ("Q", "ADV", "T"):
            number -= 1
        if number >= 0:
            unit = self.units[number]
            became = self._says(unit, beside=True)
            if became is not None and not unit.enc:
                self.used[number] = self.owner[end - 1]
                return became, unit, "person", end
        if amount.vague:  # نظم الآلاف مسيرة, العشرات يتظاهرون
            for unit in self.units[self.owner[end - 1] + 1 :][:_CROWD_REACH]:
                if unit.tag in _STOPS:
                    break
                if self._says(unit) == "protesters":
                    return "protesters", unit, "person", end
                if unit.tag == "V":
                    break
        low = max(0, i - _COUNT_REACH)
        for k in range(i - 1, low - 1, -1):
            if not self.tokens[k] or self.tokens[k] in (".", "؛"):
                break
            if any(form in self.words.lists["counts"] for form in _bare_forms(_no_article(self.tokens[k]))):
                counted = self._look_next(k + 1)
                if counted is not None and counted.kind != "none" and k + 2 <= i:
                    return counted.kind, None, counted.unit, end
        return nothing


def _scaled(low: float, high: float) -> float:
    """بين 20 و30 ألفا: the first shares the scale of the second."""
    if low < 1000:
        for scale in (1e9, 1e6, 1e3):
            if high >= scale and low * scale <= high * 100 and high / scale < 1000:
                return low * scale
    return low


def _clitics(unit: Unit) -> int:
    """How many letters of the unit are a conjunction or preposition before it."""
    count = 0
    for clitic in (unit.conj, unit.prep):
        if clitic and unit.text[count:].startswith(clitic):
            count += len(clitic)
    return count


@functools.lru_cache(16384)
def _may_be_number(word: str) -> bool:
    if word[:1].isdigit():
        return True
    return any(form in _NUMBERS or _no_article(form) in _NUMBERS for form in _bare_forms(word))


def _no_article(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 4 else "ال" + word[3:] if word.startswith("لال") else word


@functools.lru_cache(16384)
def _look(word: str) -> Counted | None:
    """What a noun, or two, counts, with or without the article."""
    nouns = load().nouns
    for form in (word, _no_article(word)):
        if form in nouns:
            return nouns[form]
        swap = {"ي": "ى", "ى": "ي", "ه": "ة", "ة": "ه"}.get(form[-1:])
        if swap and form[:-1] + swap in nouns:
            return nouns[form[:-1] + swap]
    return None


@functools.lru_cache(16384)
def _bare_forms(word: str) -> tuple[str, ...]:
    """The word as it stands and without what may be proclitics."""
    got = _PROCLITIC.match(word)
    if got is None:
        return (word,)
    return (word, word[got.end() :], word[1:]) if got.end() == 2 else (word, word[got.end() :])


@functools.lru_cache(16384)
def _opens_amount(word: str) -> bool:
    """Whether a number, or a word that stands for or before one, can begin so: most words need not be tried."""
    words = load()
    forms = _bare_forms(word)
    listed = (words.lists[name] for name in (*_LEADS, "one_of"))
    return (
        _may_be_number(word)
        or "بين" in forms
        or "من" in forms
        or any(form in table for table in listed for form in forms)
        or any(_no_article(form) in table for table in (words.vague, words.few) for form in forms)
    )


# -- sharing out ------------------------------------------------------------------------------------------------------


def attach(found: Sequence[Found], fired: Sequence[Fired]) -> list[list[Found]]:
    """For each event of the sentence its quantities, each quantity with one event at most.

    A count belongs to the event whose word gave it its kind; else to the one in whose actors' or recipients' phrases it
    stands; else to the nearest event of a type that it fits, in the same clause first (an explosion and its victims).
    People counted in an actor's or recipient's phrase are told by what the event does to them.
    """
    shares: list[list[Found]] = [[] for _ in fired]
    for quantity in found:
        best: tuple[tuple[int, int], int, str] | None = None
        for number, event in enumerate(fired):
            score = _fit(quantity, event)
            if score is None:
                continue
            rank, kind = score
            distance = abs(event.trigger.unit.start - quantity.start)
            if best is None or (rank, -distance) > best[0]:
                best = ((rank, -distance), number, kind)
        if best is not None and not (best[2] == "people" and quantity.max == 1):
            kind = best[2]
            if kind == "killed" and fired[best[1]].type == "SANCTION":
                kind = "tried"  # sentenced to death
            shares[best[1]].append(quantity._replace(kind=kind))
    return shares


def fits(kind: str, event_type: str) -> bool:
    """Whether a count of a kind is of what an event of a type does: the dead of an attack, not its hours."""
    return kind in _FITTING.get(event_type, ())


def _fit(quantity: Found, event: Fired) -> tuple[int, str] | None:
    """How well a quantity fits an event, and its kind there; None when it does not."""
    fitting = _RIOT if event.mode in ("riot", "vandalize") else _FITTING.get(event.type, frozenset())
    if quantity.cause is not None and quantity.cause is event.trigger.unit:
        if not _acts(quantity, event):
            return 5, quantity.kind
        return 4, "people"
    for role, mentions in (("recipient", event.recipients), ("actor", event.actors)):
        if any(m.phrase is not None and not m.implied and _within(quantity, m.phrase) for m in mentions):
            kind = quantity.kind
            if kind in fitting:
                return 4, kind
            if quantity.soft:
                if role == "recipient":
                    kind = _MODE_KIND.get(event.mode or "", kind)
                return 4, _ROLE_KIND.get((event.type, role), kind)
            return (3, kind) if quantity.cause is None else (1, kind)
    if quantity.kind not in fitting:
        return None
    clause = event.trigger.clause
    unit = event.trigger.unit
    same = _clause_holds(event, quantity)
    if quantity.cause is not None and event.type == "ASSAULT":
        return (3 if same or event.frame.casualty else 2), quantity.kind
    if same:
        return 3, quantity.kind
    if event.type in ("ASSAULT", "COERCE", "PROTEST") and clause.kind != "comp" and unit.start < quantity.start:
        return 1, quantity.kind
    return (1, quantity.kind) if event.type == "ASSAULT" else None


def _acts(quantity: Found, event: Fired) -> bool:
    """Whether the counted are those who act: قتل ثلاثة مسلحين ضابطا."""
    clause = event.trigger.clause
    if any(m.phrase is not None and _within(quantity, m.phrase) for m in event.recipients):
        return False
    if event.trigger.kind != "verb" or clause.voice == "v" or clause.subject is None or clause.object is None:
        return False
    return _within(quantity, clause.subject) and clause.object.start >= quantity.end


def _within(quantity: Found, phrase: Phrase) -> bool:
    return any(part.start < quantity.end and quantity.start < part.end for part in phrase.all)


def _clause_holds(event: Fired, quantity: Found) -> bool:
    """Whether the quantity stands in a phrase of the event's clause (or of the one that governs its noun)."""
    reading = event.trigger.reading
    wanted = [event.trigger.clause, event.trigger.governor]
    for item in reading.parse.chunks:
        if item.phrase is None:
            continue
        for part in item.phrase.all:
            if part.start < quantity.end and quantity.start < part.end:
                clause = reading.clause_of.get(id(part))
                return any(clause is other for other in wanted if other is not None)
    return False
