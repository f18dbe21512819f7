"""Whether a mention can be of a happening, and how much speaks for it.

`score` compares a mention with what a cluster of mentions tells together. Evidence adds up: dates, parties, places,
counts, rounds, words. Some differences exclude: `VETO`. The weights were set by hand on the development half of the
annotated set (tests/record/data); docs/happenings.md tells them in words.
"""

from __future__ import annotations

from .cluster import Cluster
from .geography import apart
from .traits import ASSUMED, MUTUAL, OPEN, Quantity, Traits

VETO = float("-inf")
#: From this score a mention is of the happening.
THRESHOLD = 2.0

#: Types that coders, and newspapers, give one act: a signed accord is agreed, consented to, supported.
FAMILIES = {"AGREE": "accord", "SUPPORT": "accord", "CONCEDE": "accord", "COOPERATE": "accord"}
#: Kinds of assault that one report calls so and another so. What is not here stands alone.
_KINETIC = frozenset({None, "aerial", "heavy-weapons", "drone", "explosives", "destroy", "targeted"})
_HAND = frozenset({None, "firearms", "heavy-weapons", "explosives", "targeted", "suicide-attack", "crowd-control"})
_BODILY = frozenset({None, "abduct", "torture", "beat", "targeted", "primitive", "sexual", "firearms"})
_GAS = frozenset({None, "unconventional", "heavy-weapons", "aerial"})
_SUICIDE = frozenset({None, "suicide-attack", "explosives"})
_ASSAULTS = (_KINETIC, _HAND, _BODILY, _GAS, _SUICIDE)

#: Types whose modes are acts of different kinds: closing the roads and arresting people, freeing and withdrawing.
_APART = frozenset({"COERCE", "RETREAT", "SANCTION"})

_LONG = 45  # days: a date wider than about a month, and what lies further back than that
#: Modes that by themselves say which happening is meant.
_RARE = frozenset({"unconventional", "suicide-attack", "third-party", "hunger", "martial-law", "ceasefire"})
#: Against a visit, or a meeting of named persons, being a numbered round of talks of other persons.
_OTHER_KIND = 2.5
#: for an accord that is spoken of with both its sides (رحب باتفاق بغداد وواشنطن) in the days after it
_SPOKEN_OF = 0.5
_NEAR = 25.0  # km: the same place by another name
_FAR = 100.0  # km: another place


def family(event_type: str) -> str:
    """The group of types within which mentions may be one happening."""
    return FAMILIES.get(event_type, event_type)


def score(t: Traits, cluster: Cluster) -> float:
    """How much speaks for `t` being of the happening that `cluster` tells: compare with `THRESHOLD`; `VETO` excludes.
    """
    if t.round is not None and cluster.rounds and t.round not in cluster.rounds:
        return VETO
    total = _dates(t, cluster)
    if total == VETO:
        return VETO
    total += _modes(t, cluster)
    if total == VETO:
        return VETO
    if t.round is not None and cluster.rounds:
        total += 2.0
    elif _visit_and_round(t, cluster):
        total -= _OTHER_KIND
    if t.pledge != cluster.pledge and t.type == "AGREE" and cluster.types == {"AGREE"}:
        return VETO  # what one side promises on the day of an accord is not the accord
    if t.type in cluster.types:
        total += _mutual(t, cluster) if t.type in MUTUAL else _roles(t, cluster)
    elif not (t.accord and cluster.accord):
        return VETO
    elif len(t.countries) > 1 and t.countries == cluster.actor_countries | cluster.recipient_countries:
        total += _mutual(t, cluster) - 0.6  # one accord, coded otherwise
    elif len(t.actors) > 1 and t.actors == cluster.actors:
        total += 0.4
    else:
        return VETO
    if total == VETO:
        return VETO
    if t.type == "AGREE" and t.background and not t.told and cluster.told and len(t.actor_countries) > 1:
        if t.actor_countries == cluster.actor_countries:
            total += _SPOKEN_OF
    total += _places(t, cluster) + _counts(t, cluster) + _words(t, cluster)
    if t.planned != cluster.planned and not (t.background and not t.planned):
        if t.type in MUTUAL:
            return VETO
        total -= 0.8
    return total


def _visit_and_round(t: Traits, cluster: Cluster) -> bool:
    """Whether one tells a visit or a meeting of heads of state and the other a numbered round of talks of others: a
    guest may come, and presidents meet, on the day of a round.
    """
    if t.type != "CONSULT":
        return False
    if cluster.rounds:
        return t.mode == "visit" or (t.summit and not cluster.summit)
    if t.round is None:
        return False
    return (bool(cluster.modes) and cluster.modes <= {"visit"}) or (cluster.summit and not t.summit)


def _dates(t: Traits, cluster: Cluster) -> float:
    if t.start is None or t.end is None or cluster.start is None or cluster.end is None:
        return 0.0
    gap = max(t.start - cluster.end, cluster.start - t.end)
    span = max(t.end - t.start, cluster.end - cluster.start)
    if t.told and cluster.told:
        if gap > 0:
            if gap == 1 and span <= 1:
                # a night belongs to two days, a meeting to one
                return -0.8 if t.type == "ASSAULT" else -1.6
            if gap <= 3 and t.round is not None and cluster.rounds:
                return -0.6
            return -1.2 if span > _LONG else VETO
        if span <= 1:
            # a day named long after is seldom another's
            recalled = t.published is not None and t.published - t.end > _LONG
            return 1.9 if recalled else 1.5
        return 1.0 if span <= 7 else 0.6 if span <= _LONG else 0.2
    if gap <= 0:
        return 0.5
    # One of them has only its day of publication: an old happening may be spoken of, a coming one may not.
    later = t.start - cluster.end if not t.told else cluster.start - t.end
    if later < 0:
        return VETO
    if t.background or (not cluster.told and cluster.background):
        # what many tell is what is spoken of long after
        known = 0.3 if len(cluster.documents) > 2 else 0.0
        return known - (0.3 if later <= 7 else 0.6 if later <= 40 else 1.0)
    return -0.6 if later <= ASSUMED else VETO


def _modes(t: Traits, cluster: Cluster) -> float:
    if t.mode is None or not cluster.modes:
        if t.type == "SANCTION" and bool(t.mode) != bool(cluster.modes):
            return -1.0  # measures, and talks or relations broken off, are two acts
        return 0.0
    if t.mode in cluster.modes:
        return 0.9 if t.mode in _RARE else 0.4
    if t.type in _APART:
        return VETO
    if t.type != "ASSAULT":
        return -0.4
    for kinds in _ASSAULTS:
        if t.mode in kinds and cluster.modes <= kinds:
            return -0.1
    return VETO


def _mutual(t: Traits, cluster: Cluster) -> float:
    mine = t.countries
    theirs = cluster.actor_countries | cluster.recipient_countries
    if not mine or not theirs:
        return 0.0
    shared = mine & theirs
    if not shared:
        return VETO
    total = 1.4 if mine == theirs else 0.9 if mine <= theirs or theirs <= mine else 0.2
    if len(shared) == 1:
        total -= 0.5
    if t.state_visit != cluster.state_visit:
        total -= 0.8
    return total + _people(t, cluster)


def _people(t: Traits, cluster: Cluster) -> float:
    """The same persons and bodies speak for it; two of one country against it, for each has meetings of his own."""
    same = len(t.individuals & cluster.individuals)
    others = sum(
        1 for country, people in t.people.items() if country in cluster.people and not people & cluster.people[country]
    )
    return 0.5 * min(same, 2) - (1.8 if t.type in MUTUAL else 1.0) * others


def _roles(t: Traits, cluster: Cluster) -> float:
    total = 0.0
    if t.actors and cluster.actors:
        if t.actors & cluster.actors:
            total += 1.0
        elif t.actor_countries & cluster.actor_countries:
            total += 0.4
        elif t.type == "ASSAULT":
            total -= 0.8  # who attacked is what reports differ on
        else:
            return VETO
    if t.recipients and cluster.recipients:
        if t.recipients & cluster.recipients:
            total += 0.8
        elif t.recipient_countries & cluster.recipient_countries:
            total += 0.5
        else:
            total -= 0.7
    if t.type == "ASSAULT":
        if t.individuals & cluster.individuals:
            total += 0.7
        # who is struck by it did not strike
        if t.recipients & cluster.actors and not t.actors & cluster.actors:
            total -= 1.2
        return total
    return total + _people(t, cluster)


def _places(t: Traits, cluster: Cluster) -> float:
    if t.place is not None and cluster.places:
        if t.place in cluster.places:
            return 1.2
        nearest = min(
            (d for d in (apart(t.coordinates, c) for c in cluster.coordinates) if d is not None), default=None
        )
        if nearest is not None:
            vague = t.region or cluster.regions
            return 0.8 if nearest <= _NEAR else (0.0 if vague else -0.7) if nearest <= _FAR else -1.8
    if t.place is None and t.nearby & cluster.place_words:
        return 0.9
    if t.seat is not None and t.seat in cluster.seats:
        return 0.5
    if t.country and cluster.place_countries:
        return 0.2 if t.country in cluster.place_countries else -0.8
    return 0.0


def _counts(t: Traits, cluster: Cluster) -> float:
    best = 0.0
    for kind, mine in t.quantities.items():
        theirs = cluster.quantities.get(kind)
        if theirs:
            best += max(_neighbours(mine, other) for other in theirs)
    return max(-0.6, min(best, 1.2))


def _neighbours(left: Quantity, right: Quantity) -> float:
    """Equal counts speak much, neighbouring ones some; a toll grows, so that far ones speak little against."""
    if left == right:
        return 1.0 if left[0] not in (1.0, 2.0) else 0.5
    low, high = max(left[0], right[0]), min(left[1], right[1])
    if low <= high and OPEN not in (left[1], right[1]):
        return 0.5
    small, big = sorted((left[0] or left[1], right[0] or right[1]))
    return 0.3 if big <= 1.6 * small else 0.0 if big <= 4 * small else -0.5


def _words(t: Traits, cluster: Cluster) -> float:
    """Common content words: of the closest member's sentence, and next to the anchors, which often name the happening
    (انفجار المرفأ). A sentence is not compared with itself.
    """
    best = names = 0.0
    compared = False
    for other in cluster.samples:
        if other.sentence == t.sentence and other.doc == t.doc:
            continue
        compared = True
        size = min(len(t.words), len(other.words))
        if size:
            best = max(best, len(t.words & other.words) / max(size, 5))
        if t.nearby:
            names = max(names, len(t.nearby & other.nearby))
    if not compared:
        return 0.0
    total = max(-0.3, min(3.0 * (best - 0.2), 2.2)) + min(0.6 * names, 1.6)
    return total + (0.3 if t.anchor in cluster.anchors else 0.0)
