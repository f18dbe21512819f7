"""Mentions: coded events with what the merging needs beside the record: near-copy group, round of talks, content
words.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from waqai.records import Event
from waqai.text.fold import fold
from waqai.text.numbers import parse_digits, parse_ordinal
from waqai.text.tokens import LETTERS

from .model import Mention

_WORD = re.compile(rf"[{LETTERS}]+|\d+(?:[.,]\d+)*")
#: proclitics before the article; ل with the article is لل
_BEFORE = re.compile("^(?:[وف]?(?:[بك]?ال|لل)|[وف](?=...))(?=..)")
_LAST = str.maketrans("ىةؤئ", "يهوي")
#: Types whose events can be a round of talks or speak of one.
_TALKS = frozenset({"CONSULT", "AGREE", "REQUEST", "REJECT", "COOPERATE", "SUPPORT", "CONCEDE"})
_ROUND = re.compile("^[وف]?(?:[بلك]?ال|لل|[بلك])?جول(?:ة|ه|ات|تها|ته|تهما)$")
_WORDS_BETWEEN = 3
#: What a happening is called by stands behind its noun (انفجار مرفأ بيروت) or verb, seldom before.
_BEFORE_ANCHOR, _AFTER_ANCHOR = 2, 5
#: The first "since" or "of its kind" is no first round.
_NO_COUNT = frozenset({"منذ", "عهد", "نوعها", "بعد", "ولاية"})
_LATER = frozenset({"بعد", "قبل", "عقب", "منذ", "غداة"})
_VOTES = ("انتخاب", "الانتخاب", "الاقتراع", "اقتراع", "التصويت", "الرياسي", "التشريعي")

#: Words that say nothing of what happened; spelled as `_content_word` leaves them.
_EMPTY = frozenset(
    """
    الذي التي الذين اللذين اللتين هذا هذه هذين ذلك تلك هولاء هناك على علي الى الي عن من في مع عند عبر نحو حتي حول ضد
    بين خلال منذ بعد قبل بعيد قبيل دون غير سوي عدا ايضا فقط كما كذلك حيث حين عندما لدي اذا لكن لان بان انه انها انهم
    ان كان كانت يكون تكون كانوا قد لقد لم لن ليس ليست ما لا هو هي هم نحن كل جميع بعض اي احد احدي عدد عدة كثير اكثر اقل
    تم جري يتم قال قالت قالوا اضاف اضافت اكد اكدت ذكر ذكرت اوضح اوضحت افاد افادت اشار اشارت صرح تابع نقل نقلت بحسب وفق
    وفقا نقلا اعلن اعلنت بيان تصريح موتمر صحفي صحافي وكاله مصدر مصادر تقرير يوم اليوم امس غدا الماضي الماضيه المقبل
    المقبله الجاري شهر عام سنه اسبوع ساعه ساعات صباح مساء ليل ليله فجر ظهر السبت الاحد الاثنين الثلاثاء الاربعاء
    الخميس الجمعه وقت لاحق سابق سابقا اثر اخر اخري اخرين بينهم بينها منها منهم فيها فيه عليه عليها له لها لهم به بها
    اليه اليها جانب الجانبان الطرفان طرف اطراف الاول الاولي الثاني الثانيه جديد جديده """.split()
)


def mentions_of(events: Iterable[Event], groups: Mapping[str, str] | None = None) -> Iterator[Mention]:
    """The mentions of coded events. `groups` gives for a document the id of its near-copy group (its own by default).
    """
    groups = groups or {}
    for event in events:
        tokens = _tokens(event.sentence.text)
        at = _place_of_anchor(event)
        number = round_of(tokens, at) if event.event_type in _TALKS else None
        last = at + len(_tokens(event.anchor.text))
        yield Mention(
            event,
            groups.get(event.doc_id, event.doc_id),
            number,
            content_words(tokens),
            content_words(tokens[max(0, at - _BEFORE_ANCHOR) : at] + tokens[last : last + _AFTER_ANCHOR]),
        )


@lru_cache(maxsize=256)
def _tokens(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text).text))


def _place_of_anchor(event: Event) -> int:
    """Which word of its sentence the anchor is, counted in tokens."""
    before = max(0, event.anchor.start - event.sentence.start)
    return len(_tokens(event.sentence.text[:before]))


def words_of(text: str) -> tuple[str, ...]:
    """The content words of a text."""
    return content_words(_tokens(text))


@lru_cache(maxsize=256)
def content_words(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The different content words among folded tokens, without article and conjunction; no numbers, no function
    words.
    """
    found: dict[str, None] = {}
    for token in tokens:
        word = _content_word(token)
        if len(word) > 2 and not word[0].isdigit() and word not in _EMPTY:
            found[sys.intern(word)] = None
    return tuple(found)


def _content_word(token: str) -> str:
    word = token.translate(_LAST)
    if word in _EMPTY:
        return word
    bare = _BEFORE.sub("", word)
    return bare if len(bare) > 2 else word


def round_of(tokens: tuple[str, ...], anchor: int) -> int | None:
    """The number of the round of talks that a sentence tells nearest to the word `anchor`, or None.

    الجولة الثالثة, جولة رابعة, جولة المحادثات الثانية, ثالث جولة, الجولة رقم 5. Not the rounds of a vote, nor a
    "first since".
    """
    best: tuple[int, int] | None = None
    for i, token in enumerate(tokens):
        if not _ROUND.match(token) or any(w.startswith(_VOTES) for w in tokens[i + 1 : i + 5]):
            continue
        if i < anchor and any(token in _LATER for token in tokens[i + 1 : anchor]):
            continue  # هذه الجولة الثانية بعد محادثات في يونيو: those talks were the round before
        number = _number_near(tokens, i)
        if number is not None and (best is None or abs(i - anchor) < best[0]):
            best = abs(i - anchor), number
    return best[1] if best else None


def _number_near(tokens: tuple[str, ...], i: int) -> int | None:
    if i and not tokens[i - 1].startswith("ال"):
        before = parse_ordinal(tokens, i - 1)
        if before is not None and before[1] == 1 and not tokens[i].startswith("ال"):
            return _counted(tokens, i + 1, before[0])
    for j in range(i + 1, min(i + 1 + _WORDS_BETWEEN, len(tokens))):
        if tokens[j] in ("رقم",):
            continue
        digits = parse_digits(tokens[j])
        if digits is not None:
            return int(digits) if j == i + 1 or tokens[j - 1] == "رقم" else None
        if not _may_be_ordinal(tokens[j]):
            continue
        got = parse_ordinal(tokens, j)
        if got is not None and _feminine(tokens[j]):
            return _counted(tokens, j + got[1], got[0])
    return None


def _may_be_ordinal(token: str) -> bool:
    """An ordinal after its noun: no conjunction or preposition before it ("الجولة وثانيا")."""
    return not token.startswith(("و", "ف", "ب", "ل")) or token.startswith("ل")


def _feminine(token: str) -> bool:
    """It agrees with جولة: ثالثة, الأولى, and the tens."""
    return token.endswith(("ة", "ه", "ى", "ي", "ون", "ين"))


def _counted(tokens: tuple[str, ...], after: int, number: int) -> int | None:
    if number == 1 and any(word in _NO_COUNT for word in tokens[after : after + 2]):
        return None
    return number
