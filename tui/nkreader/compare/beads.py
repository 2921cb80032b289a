"""Which sentences may answer which, one or several on either side, and what each such bead is worth."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set

from nkreader.compare.chain import Bead
from nkreader.compare.likeness import SCALE, Likeness

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


def candidates_of(likeness: Likeness, lefts: Set[int], rights: Set[int]) -> Pairs:
    """Pairs worth a look: each sentence's best counterparts by the rare features both have."""
    if likeness.fewer:
        return sorted((i, j) for j, i in _proposed(likeness, rights, lefts))
    return sorted(_proposed(likeness, lefts, rights))


def _proposed(likeness: Likeness, fewer: Set[int], more: Set[int]) -> set[tuple[int, int]]:
    """The candidates, the sentences of the side that has fewer first."""
    asked, cost = (1 - HOPELESS) * THRESHOLD, (1 - HOPELESS) * SURPRISE * likeness.chance * SCALE
    ours, theirs = likeness.totals[likeness.fewer], likeness.totals[1 - likeness.fewer]
    pairs: set[tuple[int, int]] = set()
    backward: dict[int, list[tuple[float, int]]] = {}
    for i in fewer:
        own, crowded = ours[i], likeness.crowded(i)
        scored: list[tuple[float, int]] = []
        for j, weight in likeness.rows[i].items():
            both = own + theirs[j]
            if 2 * (weight + crowded) >= asked * both + cost and j in more:
                scored.append((weight / both, -j))
        scored.sort(reverse=True)
        pairs.update([(i, -j) for _, j in scored[:CANDIDATES]])
        for score, j in scored:
            best = backward.setdefault(-j, [])
            best.append((score, -i))
            if len(best) > 4 * CANDIDATES:
                best.sort(reverse=True)
                del best[CANDIDATES:]
    for j, best in backward.items():
        best.sort(reverse=True)
        pairs.update([(-i, j) for _, i in best[:CANDIDATES]])
    return pairs


def beads_around(
    likeness: Likeness, pairs: Iterable[tuple[int, int]], threshold: float, cost: float, allowed: Allowed
) -> list[Bead]:
    """Beads of some worth around the pairs: grown by neighbours on one side as long as that makes them worth more."""
    beads: list[Bead] = []
    grown: dict[tuple[int, int, int, int], float] = {}
    lefts, rights = likeness.counts
    ours, theirs = likeness.totals

    def worth(left: range, right: range, least: float) -> float:
        """The score; where it is no higher than the least, any figure of which that is true."""
        if left.start < 0 or right.start < 0 or left.stop > lefts or right.stop > rights:
            return NEVER
        key = (left.start, left.stop, right.start, right.stop)
        score = grown.get(key)
        if score is None:
            if not allowed(left, right):
                return NEVER
            asked = threshold * likeness.both(left, right) / SCALE + cost
            at_most = 2 * likeness.shared_at_most(left, right) / SCALE - asked
            if at_most <= least:
                return at_most
            score = grown[key] = 2 * likeness.shared(left, right) / SCALE - asked
        return score

    for i, j in pairs:
        both = ours[i] + theirs[j]
        shared = likeness.shared_by_pair(i, j)
        asked = threshold * both / SCALE + cost
        if 2 * shared / SCALE < (1 - HOPELESS) * asked:
            continue
        one, other = range(i, i + 1), range(j, j + 1)
        if not allowed(one, other):
            continue
        single = 2 * shared / SCALE - asked
        if single > 0:
            beads.append(Bead(one, other, single))
        if 2 * shared == both:
            continue
        # A neighbour that shares too little for its own weight makes no bead worth more.
        wider = [
            (range(min(i, n), max(i, n) + 1), other)
            for n in (i - 1, i + 1)
            if 0 <= n < lefts and 2 * likeness.shared_by_pair(n, j) > threshold * ours[n]
        ]
        wider += [
            (one, range(min(j, n), max(j, n) + 1))
            for n in (j - 1, j + 1)
            if 0 <= n < rights and 2 * likeness.shared_by_pair(i, n) > threshold * theirs[n]
        ]
        for left, right in wider:
            best, score = single, worth(left, right, single)
            while score > best and len(left) + len(right) <= WIDEST:
                best = score
                if len(left) > 1:
                    left = range(left.start, left.stop + 1)
                else:
                    right = range(right.start, right.stop + 1)
                score = worth(left, right, best)
    return beads + [Bead(range(a, b), range(c, d), score) for (a, b, c, d), score in grown.items() if score > 0]
