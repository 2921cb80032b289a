"""Which sentences may answer which, one or several on either side, and what each such bead is worth."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from nkreader.compare.chain import Bead
from nkreader.compare.likeness import COMMON, SCALE, Likeness

THRESHOLD, SURPRISE = 0.2, 0.5
"""Dice likeness that counts for nothing where order agrees, and the part of chance's information it must beat.

Pairs F1 on simplified news: .55 at a threshold of .25, .58 at .2; .58 at .15, but then unrelated articles share rows.
Without surprise one unrelated pair of long texts in ten shares a passage.
"""
CANDIDATES = 6
"""Best counterparts kept for each sentence."""
WIDEST = 4
"""Most sentences of one row, both sides together, beyond the first pair's partner."""

NEVER = float("-inf")
HOPELESS = 0.6
"""A pair that falls short by more than this part of what is asked gains nothing from its neighbours."""


Pairs = list[tuple[int, int]]
Allowed = Callable[[range, range], bool]


def candidates_of(likeness: Likeness, lefts: Sequence[int], rights: Sequence[int]) -> Pairs:
    """Pairs worth a look: each sentence's best counterparts by the rare features both have."""
    if len(lefts) > len(rights):
        return sorted((i, j) for j, i in _proposed(likeness, 1, rights, lefts))
    return sorted(_proposed(likeness, 0, lefts, rights))


def _proposed(likeness: Likeness, side: int, fewer: Sequence[int], more: Sequence[int]) -> set[tuple[int, int]]:
    """The candidates, the sentences of the side that has fewer first."""
    cost = SURPRISE * likeness.chance
    postings = likeness.postings(1 - side, more, {feature for i in fewer for feature in likeness.features(side, i)})
    totals: dict[int, int] = {}
    pairs: set[tuple[int, int]] = set()
    backward: dict[int, list[tuple[float, int, int]]] = {}
    for i in fewer:
        shared: dict[int, int] = {}
        crowded = 0
        for feature, weight in likeness.features(side, i).items():
            found = postings.get(feature, ())
            if len(found) <= COMMON:
                for j in found:
                    shared[j] = shared.get(j, 0) + weight
            else:
                crowded += weight
        own = likeness.total(side, i)
        for j in shared:
            if j not in totals:
                totals[j] = likeness.total(1 - side, j)
        scored = [(weight / (own + totals[j]), -j, weight) for j, weight in shared.items()]
        for _, j, weight in sorted(scored, reverse=True)[:CANDIDATES]:
            asked = THRESHOLD * (own + totals[-j]) / SCALE + cost
            if not _is_hopeless(2 * (weight + crowded) / SCALE, asked):
                pairs.add((i, -j))
        for score, j, weight in scored:
            best = backward.setdefault(-j, [])
            best.append((score, -i, weight + crowded))
            if len(best) > 4 * CANDIDATES:
                best.sort(reverse=True)
                del best[CANDIDATES:]
    for j, best in backward.items():
        for _, i, weight in sorted(best, reverse=True)[:CANDIDATES]:
            asked = THRESHOLD * (likeness.total(side, -i) + totals[j]) / SCALE + cost
            if not _is_hopeless(2 * weight / SCALE, asked):
                pairs.add((-i, j))
    return pairs


def _is_hopeless(shared: float, asked: float) -> bool:
    """Whether a pair falls so short of what is asked that no neighbour helps."""
    return shared < (1 - HOPELESS) * asked


def beads_around(
    likeness: Likeness, pairs: Iterable[tuple[int, int]], threshold: float, cost: float, allowed: Allowed
) -> list[Bead]:
    """Beads of some worth around the pairs: grown by neighbours on one side as long as that makes them worth more."""
    beads: list[Bead] = []
    grown: dict[tuple[int, int, int, int], float] = {}
    counts = likeness.counts

    def worth(left: range, right: range, least: float) -> float:
        """The score; where it is neither above zero nor above the least, any figure of which that is true."""
        if left.start < 0 or right.start < 0 or left.stop > counts[0] or right.stop > counts[1]:
            return NEVER
        key = (left.start, left.stop, right.start, right.stop)
        score = grown.get(key)
        if score is None:
            if not allowed(left, right):
                return NEVER
            asked = threshold * likeness.both(left, right) / SCALE + cost
            at_most = 2 * likeness.shared_at_most(left, right) / SCALE - asked
            if at_most <= 0 and at_most <= least:
                return at_most
            score = grown[key] = 2 * likeness.shared(left, right) / SCALE - asked
        return score

    for i, j in pairs:
        one, other = range(i, i + 1), range(j, j + 1)
        if not allowed(one, other):
            continue
        both = likeness.total(0, i) + likeness.total(1, j)
        shared = likeness.shared_by_pair(i, j)
        asked = threshold * both / SCALE + cost
        single = 2 * shared / SCALE - asked
        if single > 0:
            beads.append(Bead(one, other, single))
        if 2 * shared == both or _is_hopeless(2 * shared / SCALE, asked):
            continue
        for left, right in (
            (range(i - 1, i + 1), other),
            (range(i, i + 2), other),
            (one, range(j - 1, j + 1)),
            (one, range(j, j + 2)),
        ):
            best, score = single, worth(left, right, single)
            while score > best and len(left) + len(right) <= WIDEST:
                best = score
                if len(left) > 1:
                    left = range(left.start, left.stop + 1)
                else:
                    right = range(right.start, right.stop + 1)
                score = worth(left, right, best)
    return beads + [Bead(range(a, b), range(c, d), score) for (a, b, c, d), score in grown.items() if score > 0]
