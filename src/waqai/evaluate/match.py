"""Pair the event mentions of two files.

A mention matches one of the same sentence and type; where several could, the pair whose anchors and
parties agree best is taken first. The rules are those of the scorer that the project's gold was made
with, so that both give the same figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import msgspec

from .read import EvaluationError, Mention, Mentions, Story

Unit = tuple[str, int]


class Pair(msgspec.Struct, frozen=True):
    """A gold mention and the coded one that tells the same."""

    gold: Mention
    coded: Mention


class Matching(msgspec.Struct, frozen=True):
    """What matched, what the coder missed, what it coded beyond the gold, and what it typed otherwise.

    `confused` pairs some of `missed` with some of `extra`: same sentence, overlapping anchors, another type.
    `documents` are all that were compared, those without any event included where the stories name them.
    """

    pairs: tuple[Pair, ...]
    missed: tuple[Mention, ...]
    extra: tuple[Mention, ...]
    confused: tuple[Pair, ...]
    documents: tuple[str, ...]
    warnings: tuple[str, ...] = ()


def agree(gold: Mention, coded: Mention) -> tuple[bool, bool]:
    """Whether the countries of the actors, and of the recipients, are the same."""
    return gold.actors == coded.actors, gold.recipients == coded.recipients


def anchors_overlap(gold: Mention, coded: Mention) -> bool:
    """Whether both speak of the same words: by offsets where both have them, else by one holding the other."""
    if gold.start is not None and coded.start is not None and gold.end is not None and coded.end is not None:
        return gold.start < coded.end and coded.start < gold.end
    return bool(gold.anchor and coded.anchor and (gold.anchor in coded.anchor or coded.anchor in gold.anchor))


def match(gold: Mentions, coded: Mentions, stories: Mapping[str, Story] | None = None) -> Matching:
    """Pair the mentions of `gold` and `coded`.

    `stories` are needed where one side counts sentences and the other gives offsets.
    Raises EvaluationError when they are missing.
    """
    stories = stories or {}
    if gold.annotated != coded.annotated and gold.mentions and coded.mentions and not stories:
        annotated = gold if gold.annotated else coded
        raise EvaluationError(
            f"{annotated.path} counts sentences, so the stories are needed to know where these begin and end. "
            "Give the file of the articles that were coded: --stories STORIES.jsonl"
        )
    place = _by_merged_sentences(gold, coded) if not gold.annotated and not coded.annotated else _by_stories(stories)
    wanted: dict[Unit, list[Mention]] = defaultdict(list)
    got: dict[Unit, list[Mention]] = defaultdict(list)
    warnings = _warnings(gold, coded, stories)
    extra: list[Mention] = []
    missed: list[Mention] = []
    for mention in gold.mentions:
        unit = place(mention)
        if unit is not None:
            wanted[unit].append(mention)
        elif gold.annotated and stories and mention.doc not in stories:
            continue  # an annotation of a story that was not given cannot be judged; the warning tells of it
        else:
            missed.append(mention)
    for mention in coded.mentions:
        unit = place(mention)
        (got[unit] if unit is not None else extra).append(mention)
    pairs: list[Pair] = []
    confused: list[Pair] = []
    for unit in sorted(set(wanted) | set(got)):
        matched, left, over = _match_unit(wanted.get(unit, []), got.get(unit, []))
        pairs += matched
        missed += left
        extra += over
        confused += _confuse(left, over)
    documents = dict.fromkeys(stories) if stories else {}
    documents |= dict.fromkeys(m.doc for m in (*gold.mentions, *coded.mentions))
    return Matching(tuple(pairs), tuple(missed), tuple(extra), tuple(confused), tuple(documents), tuple(warnings))


def _match_unit(gold: list[Mention], coded: list[Mention]) -> tuple[list[Pair], list[Mention], list[Mention]]:
    options = []
    for i, g in enumerate(gold):
        for j, c in enumerate(coded):
            if g.type == c.type:
                actor, recipient = agree(g, c)
                near = 1.0 if anchors_overlap(g, c) else 0.0
                options.append((near * 2 + actor + recipient + g.sure * 0.1, i, j))
    used_gold: set[int] = set()
    used_coded: set[int] = set()
    pairs = []
    for _, i, j in sorted(options, reverse=True):
        if i not in used_gold and j not in used_coded:
            used_gold.add(i)
            used_coded.add(j)
            pairs.append(Pair(gold[i], coded[j]))
    left = [g for i, g in enumerate(gold) if i not in used_gold]
    over = [c for j, c in enumerate(coded) if j not in used_coded]
    return pairs, left, over


def _confuse(missed: list[Mention], extra: list[Mention]) -> list[Pair]:
    """One coded mention at most for each missed one: another type on the same words."""
    free = list(extra)
    confused = []
    for g in missed:
        for c in free:
            if anchors_overlap(g, c):
                confused.append(Pair(g, c))
                free.remove(c)
                break
    return confused


class _by_stories:
    """Where a mention stands, by the numbered sentences of the stories."""

    def __init__(self, stories: Mapping[str, Story]) -> None:
        self.stories = stories

    def __call__(self, mention: Mention) -> Unit | None:
        if mention.number is not None:
            known = not self.stories or mention.doc in self.stories
            return (mention.doc, mention.number) if known else None
        story = self.stories.get(mention.doc)
        at = -1 if mention.start is None else mention.start
        for number, start, end in story.sentences if story else ():
            if start <= at < max(end, start + 1):
                return mention.doc, number
        return None


class _by_merged_sentences:
    """Where a mention stands when both sides give offsets: their sentences, merged where they overlap."""

    def __init__(self, gold: Mentions, coded: Mentions) -> None:
        spans: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for mention in (*gold.mentions, *coded.mentions):
            spans[mention.doc].add(_extent(mention))
        self.merged: dict[str, list[tuple[int, int]]] = {}
        for doc, found in spans.items():
            merged: list[tuple[int, int]] = []
            for start, end in sorted(found):
                if merged and start < merged[-1][1]:
                    merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
                else:
                    merged.append((start, end))
            self.merged[doc] = merged

    def __call__(self, mention: Mention) -> Unit | None:
        start, end = _extent(mention)
        for first, last in self.merged[mention.doc]:
            if first <= start and end <= last:
                return mention.doc, first
        return None


def _extent(mention: Mention) -> tuple[int, int]:
    if mention.sentence is not None:
        return mention.sentence
    return mention.start or 0, mention.end or 0


def _warnings(gold: Mentions, coded: Mentions, stories: Mapping[str, Story]) -> list[str]:
    """What makes the figures mean less than they seem to."""
    told: list[str] = []
    if not coded.mentions:
        told.append(f"{coded.path} holds no event")
    if not gold.mentions:
        told.append(f"{gold.path} holds no event")
    for file in (gold, coded):
        ids = [m.event_id for m in file.mentions if m.event_id]
        if len(ids) != len(set(ids)):
            told.append(
                f"{file.path}: {len(ids) - len(set(ids))} records repeat the event_id of another and count twice; "
                "was the file appended to itself?"
            )
    if not stories:
        return told
    for file, counts in ((gold, "left out"), (coded, "counted as wrong")):
        away = {m.doc for m in file.mentions if m.doc not in stories}
        if away:
            number = sum(m.doc in away for m in file.mentions)
            counted = counts if file.annotated or file is coded else "counted as missed"
            told.append(
                f"{file.path}: {number} mentions of {len(away)} documents that the stories lack are {counted} "
                f"(the first: {min(away)})"
            )
        strange = [m for m in file.mentions if m.doc in stories and not _words_there(m, stories[m.doc])]
        if strange:
            told.append(
                f"{file.path}: the anchors of {len(strange)} of {len(file.mentions)} mentions are not where they "
                f"should be in the stories (the first: line {strange[0].line}, {strange[0].anchor!r}); "
                "was another text coded? The text is the sentences joined with a newline."
            )
    return told


def _words_there(mention: Mention, story: Story) -> bool:
    if mention.start is not None and mention.end is not None:
        return story.text[mention.start : mention.end] == mention.anchor
    for number, start, end in story.sentences:
        if number == mention.number:
            return mention.anchor in story.text[start:end]
    return False


def sentence_of(mention: Mention, stories: Mapping[str, Story]) -> str:
    """The words of the sentence that a mention stands in, or '' where they are not known."""
    if mention.sentence_text:
        return mention.sentence_text
    story = stories.get(mention.doc)
    for number, start, end in story.sentences if story else ():
        at = mention.start
        if number == mention.number or (at is not None and start <= at < max(end, start + 1)):
            return story.text[start:end] if story else ""
    return ""
