"""Which mentions are one happening: the most telling found happenings, the others join the one that suits them best."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from .articles import reply_between
from .blocking import Blocks
from .cluster import Cluster
from .compatibility import THRESHOLD, VETO, score
from .decisions import Constraints
from .traits import Traits

#: What speaks for a definite noun (الهجوم) meaning what its article told last, less so the further it stands.
_ANAPHORA = 2.2
_PER_SENTENCE = 0.08
#: What speaks for an undated assault or protest being the one that the article is about.
_CONTINUED = 1.0
#: A denial is of what the article tells.
_DENIED = 1.2
_ANAPHORA_DATED = 1.0
_ALONE = 0.3
#: What is told as a reply to something, or as coming after it, in one sentence is not that thing.
_REPLY = 1.5
#: An article does not tell one saying twice.
_SAID = frozenset({"SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "CONCEDE", "AGREE"})
_SAID_AGAIN = 0.8
_CONTINUED_TYPES = frozenset({"ASSAULT", "PROTEST"})
_ANOTHER = frozenset({"منفصل", "منفصله", "مماثل", "مماثله", "مشابه", "مشابهه"})
#: The blow and its dead, or the visit and its talks, told in one sentence.
_ONE_SENTENCE = 0.8


def clusters(traits: Sequence[Traits], constraints: Constraints) -> list[list[Traits]]:
    """Groups of mentions, each in reading order, by their first; `traits` must be in reading order."""
    together = _united(len(traits), constraints.together)
    apart: dict[int, set[int]] = defaultdict(set)
    for left, right in constraints.apart:
        apart[left].add(right)
        apart[right].add(left)
    blocks = Blocks()
    found: list[Cluster] = []
    done = [False] * len(traits)
    for t in sorted(traits, key=lambda t: (-t.weight, t.order)):
        if done[t.at]:
            continue
        unit = [traits[at] for at in together.get(t.at, (t.at,))]
        forbidden = set().union(*(apart.get(u.at, ()) for u in unit)) if apart else set()
        cluster = _best(t, unit, forbidden, blocks)
        if cluster is None:
            cluster = Cluster(len(found))
            found.append(cluster)
        for u in unit:
            cluster.add(u)
            blocks.file(cluster, u)
            done[u.at] = True
        cluster.forbidden |= forbidden
    groups = [sorted(cluster.members, key=lambda t: t.at) for cluster in found]
    groups.sort(key=lambda members: members[0].at)
    return groups


def _best(t: Traits, unit: list[Traits], forbidden: set[int], blocks: Blocks) -> Cluster | None:
    """The cluster that `unit` (with `t` as its most telling mention) belongs to, or None."""
    best: Cluster | None = None
    highest = THRESHOLD
    tried: set[int] = set()
    own = blocks.in_document(t)
    for cluster in (*own, *blocks.candidates(t)):
        if cluster.number in tried:
            continue
        tried.add(cluster.number)
        if forbidden and any(member.at in forbidden for member in cluster.members):
            continue
        if any(u.at in cluster.forbidden for u in unit):
            continue
        got = score(t, cluster)
        if got == VETO:
            continue
        if t.doc in cluster.documents:
            got += _in_article(t, cluster, len(own) == 1)
        if got > highest or (got == highest and best is not None and cluster.number < best.number):
            best, highest = cluster, got
    return best


def _in_article(t: Traits, cluster: Cluster, alone: bool) -> float:
    """What the article itself says by where it tells both; `alone` when it tells no other happening of the kind."""
    bonus = penalty = 0.0
    for member in cluster.members:
        if member.doc != t.doc:
            continue
        if member.sentence == t.sentence:
            if reply_between(member, t):
                penalty = _REPLY
            else:
                bonus = max(bonus, _ONE_SENTENCE)
        elif t.type in _SAID and not t.background and not member.background:
            penalty = max(penalty, _SAID_AGAIN)
        if member.at >= t.at or t.nearby & _ANOTHER:
            continue
        far = _PER_SENTENCE * min(t.line - member.line, 10)
        if t.definite:
            bonus = max(bonus, (_ANAPHORA_DATED if t.told else _ANAPHORA) - far + (_ALONE if alone else 0.0))
        elif t.told:
            continue
        elif t.status == "negated":
            bonus = max(bonus, _DENIED - far)
        elif t.type in _CONTINUED_TYPES:
            bonus = max(bonus, _CONTINUED - far + (_ALONE if alone else 0.0))
    return bonus - penalty


def _united(count: int, pairs: Sequence[tuple[int, int]]) -> dict[int, tuple[int, ...]]:
    """For each position in a pair, all that must be with it."""
    if not pairs:
        return {}
    parents = list(range(count))

    def root(i: int) -> int:
        while parents[i] != i:
            parents[i] = parents[parents[i]]
            i = parents[i]
        return i

    for left, right in pairs:
        a, b = root(left), root(right)
        parents[max(a, b)] = min(a, b)
    members: dict[int, list[int]] = defaultdict(list)
    for i in sorted({i for pair in pairs for i in pair}):
        members[root(i)].append(i)
    return {i: tuple(group) for group in members.values() for i in group}
