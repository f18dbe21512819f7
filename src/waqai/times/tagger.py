"""The tagger: text in, time mentions out."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence

from waqai.records import TimeMention
from waqai.text.fold import Folded, fold
from waqai.text.sentences import split as split_sentences
from waqai.times import words
from waqai.times.context import guess_tense, happening
from waqai.times.expression import Expression
from waqai.times.grammar import Sentence
from waqai.times.resolve import Resolver, Value
from waqai.times.rules import Rules, load

_DATELINE_SENTENCES = 4  # how far into a document a dateline may stand
_DATELINE_DAYS = 4  # how far from the publication date it may lie
_HEAD = 6  # tokens of a sentence that is nothing but a dateline


def tag(
    text: str,
    published: datetime.date | None,
    sentences: Sequence[tuple[int, int]] | None = None,
    tense: Callable[[int], str | None] | None = None,
) -> list[TimeMention]:
    """Every time expression of `text`, in order, resolved from the day of publication.

    `sentences` are the bounds of the sentences in `text` (by default they are found here). `tense` tells ``past``,
    ``future`` or ``present`` for the clause at an offset of `text`, or None where it does not know: it decides bare
    weekdays and months; without it a guess from the words before is used. Without `published`, expressions that need it
    get open values (``XXXX-06-10``, ``PAST_REF``) and no interval. Offsets are those of `text` as given; any
    string is accepted.
    """
    return read(text, published, sentences, tense)[0]


def read(
    text: str,
    published: datetime.date | None,
    sentences: Sequence[tuple[int, int]] | None = None,
    tense: Callable[[int], str | None] | None = None,
    folded: Folded | None = None,
) -> tuple[list[TimeMention], datetime.date | None]:
    """As `tag`, with the day of writing: the dateline's where there is one near the day of publication. `folded` is
    ``fold(text)`` where it is at hand.
    """
    rules = load()
    folded = folded or fold(text)
    stretches: list[tuple[Sentence, list[Expression]]] = []
    head: list[tuple[Sentence, list[Expression]]] = []
    for number, (start, end) in enumerate(_bounds(folded, sentences)):
        if rules.plain.issuperset(words.texts(folded.text, start, end)):
            continue  # nothing here has to do with time
        sentence = Sentence(rules, words.split(folded.text, start, end), lambda at: text[folded.origin[at]])
        found = sentence.read()
        if found:
            stretches.append((sentence, found))
            if number < _DATELINE_SENTENCES:
                head.append((sentence, found))
    if not stretches:
        return [], published
    reference = _dateline(head, published) or published
    resolver = Resolver(reference, rules.holidays, tense is not None)
    out: list[TimeMention] = []
    for sentence, found in stretches:
        resolver.start_sentence()
        _share_years(sentence, found)
        ask = _asker(sentence, folded, tense)
        values = [_resolved(e, sentence, resolver, rules, ask) for e in found]
        _order_ranges(sentence, found, values, resolver, ask)
        out.extend(
            _mention(text, folded, sentence, e, value)
            for e, value in zip(found, values, strict=True)
            if value is not None
        )
    return out, reference


def _bounds(folded: Folded, sentences: Sequence[tuple[int, int]] | None) -> Iterable[tuple[int, int]]:
    """Sentence bounds in the folded text."""
    if sentences is None:
        return split_sentences(folded.text)
    origin = folded.origin
    if isinstance(origin, range):
        return sentences
    return [(bisect_left(origin, start), bisect_left(origin, end)) for start, end in sentences]


def _asker(
    sentence: Sentence, folded: Folded, tense: Callable[[int], str | None] | None
) -> Callable[[Expression], str | None]:
    """Tense at an expression: the guess where the grammar is silent, and where only the guess hears an announcement."""
    if tense is None:
        return lambda e: guess_tense(sentence, e)
    told = tense

    def ask(e: Expression) -> str | None:
        got = told(folded.span(sentence.starts[e.i], sentence.ends[e.i])[0])
        return got if got in ("past", "future") else guess_tense(sentence, e)

    return ask


def _resolved(
    e: Expression, sentence: Sentence, resolver: Resolver, rules: Rules, ask: Callable[[Expression], str | None]
) -> Value | None:
    """The value, corrected where the words near name a dated happening and the year had to be guessed."""
    today = resolver.reference
    guessed = e.year is None and not e.year_mod and not e.hijri and e.mod in ("", "past") and e.shift is None
    if today is not None and guessed and e.month is not None and not e.dateline and e.weekday is None:
        fact = happening(sentence, e, rules.facts, today)
        if fact is not None and (e.mod or ask(e) != "future"):
            plain = resolver.resolve(e, ask)
            if plain is not None and plain.first is not None and plain.first.year != fact.year:
                mod, e.mod, e.year = e.mod, "", fact.year
                corrected = resolver.resolve(e, ask)
                e.mod = mod
                return corrected._replace(inferred=fact.name) if corrected else plain
            return plain
    resolver.aside = sentence.word(e.i - 1) in sentence.lists["bounds"] and not e.dateline
    return resolver.resolve(e, ask)


def _mention(text: str, folded: Folded, sentence: Sentence, e: Expression, value: Value) -> TimeMention:
    start, end = folded.span(sentence.starts[e.i] + e.skip, sentence.ends[e.j - 1])
    return TimeMention(
        text=text[start:end],
        start=start,
        end=end,
        type=value.type,  # type: ignore[arg-type]
        value=value.value,
        first=value.first.isoformat() if value.first else None,
        last=value.last.isoformat() if value.last else None,
        precision=value.precision,
        inferred=value.inferred,
    )


def _share_years(sentence: Sentence, found: list[Expression]) -> None:
    """``في يناير ومارس 2003``, ``من نوفمبر إلى فبراير الماضي``: the year said last holds for those joined before it."""
    for a, b in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if a.weekday and b.weekday and b.mod and not (a.mod or a.week_mod or a.month or a.shift is not None):
            gap = sentence.words[a.j : b.i]
            if (not gap and b.skip) or (len(gap) == 1 and gap[0] in sentence.lists["range_words"]):
                a.mod = b.mod
            continue
        if a.month is None or b.month is None or a.year or a.mod or a.year_mod or a.hijri != b.hijri:
            continue
        gap = sentence.words[a.j : b.i]
        joined = not gap and b.skip == 1 and sentence.clitic(b.i) == "و"
        if not (joined or (len(gap) == 1 and gap[0] in sentence.lists["range_words"])):
            continue
        if b.year:
            a.year = b.year - 1 if a.month > b.month and not joined and gap[0] not in ("و", "،", "او") else b.year
        elif b.mod:
            a.mod = b.mod
        elif b.year_mod:
            a.year_mod = b.year_mod


def _order_ranges(
    sentence: Sentence,
    found: list[Expression],
    values: list[Value | None],
    resolver: Resolver,
    ask: Callable[[Expression], str | None],
) -> None:
    """``من أول يناير إلى 30 يونيو``: where both years were guessed, the end of a range does not precede its start."""
    for n in range(len(found) - 1):
        a, b, first, last = found[n], found[n + 1], values[n], values[n + 1]
        if first is None or last is None or first.first is None or last.first is None or first.first <= last.first:
            continue
        if a.kind not in ("day", "month") or b.kind != a.kind or a.hijri or b.hijri:
            continue
        if any(e.month is None or e.year or e.mod or e.year_mod or e.weekday for e in (a, b)):
            continue
        if sentence.words[a.j : b.i] not in (["الي"], ["حتي"], ["وحتي"], ["والي"], ["-"]):
            continue
        turned = 1 if (b.month or 0) < (a.month or 0) else 0  # the range runs over the new year
        if ask(a) == "future":
            b.year = first.first.year + turned
            values[n + 1] = resolver.resolve(b, ask)
        else:
            a.year = last.first.year - turned
            values[n] = resolver.resolve(a, ask)


def _dateline(head: list[tuple[Sentence, list[Expression]]], published: datetime.date | None) -> datetime.date | None:
    """The day of the dateline, which "today" means, when it lies near the publication date (agencies' night desks)."""
    if published is None:
        return None
    for sentence, found in head:
        for e in found:
            if e.kind != "day" or e.month is None or e.day is None or e.hijri or e.mod or e.shift is not None:
                continue
            alone = sentence.n <= _HEAD + 3 and e.i <= _HEAD and e.j == sentence.n and e.i > 0
            if not (e.dateline or alone or (e.weekday is None and sentence.is_dateline_mark(e.j))):
                continue
            for year in (published.year, published.year - 1, published.year + 1):
                if e.year not in (None, year):
                    continue
                try:
                    day = datetime.date(year, e.month, e.day)
                except ValueError:
                    continue
                if abs((day - published).days) <= _DATELINE_DAYS:
                    return day
    return None
