"""Which sentences answer which: order-keeping n:m alignment first, moved blocks among what is left over afterwards.

A chain of beads, as in Gale and Church (1993), but sparse: only pairs that share something are looked at, so texts of
thousands of sentences need neither a square table nor its time. A pair is worth the information its sentences share,
less a share of all they hold and less the surprise that chance alone would find such a pair.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from nkreader.compare.anchors import anchors
from nkreader.compare.chain import Bead, heaviest_chain, local_chains
from nkreader.compare.likeness import COMMON, SCALE, Likeness
from nkreader.compare.tokens import Side

THRESHOLD, SURPRISE = 0.2, 0.5
"""Dice likeness that counts for nothing where order agrees, and the part of chance's information it must beat.

Pairs F1 on simplified news: .55 at a threshold of .25, .58 at .2; .58 at .15, but then unrelated articles share rows.
Without surprise one unrelated pair of long texts in ten shares a passage.
"""
GAP_THRESHOLD = 0.1
"""The likeness asked between sure neighbours on both sides: there, order speaks for the pair already.

F1 on simplified news: .55 without this step, .58 at .15, .59 at .1, .59 at .05.
"""
EDGE_THRESHOLD = 0.4
"""The same before the first row and after the last one, where only one neighbour speaks for the pair."""
LARGEST_GAP = 200
"""Pairs of sentences up to which a gap between two rows is small enough for that."""
BLOCK_SURPRISE, BLOCK_LEAST = 2.0, 3.0
"""What a block that stands elsewhere must be worth: chance's information so many times, and so many nats more.

Every planted move is found so, and no sentence is said to have moved that did not.
"""
BLOCK_GAP = 10
"""Most sentences that a block skips on either side."""
CANDIDATES = 6
"""Best counterparts kept for each sentence."""
WIDEST = 4
"""Most sentences of one row, both sides together, beyond the first pair's partner."""

NEVER = float("-inf")
HOPELESS = 0.6
"""A pair that falls short by more than this part of what is asked gains nothing from its neighbours."""


class Link(NamedTuple):
    """A row to be: sentence numbers of both sides, and whether it is a transposition."""

    left: range
    right: range
    moved: bool


Pairs = list[tuple[int, int]]
Allowed = Callable[[range, range], bool]


def align_sentences(first: Side, second: Side) -> list[Link]:
    """The links between two texts' sentences, in the left text's order. Every sentence is in at most one."""
    left, right = first.sentences, second.sentences
    if not left or not right:
        return []
    sure, astray = anchors(left, right)
    chain = [Bead(range(i, i + 1), range(j, j + 1), 0.0) for i, j in sure]
    free_left = sorted(set(range(len(left))).difference([i for i, _ in sure]))
    free_right = sorted(set(range(len(right))).difference([j for _, j in sure]))
    if not free_left or not free_right:
        return [Link(bead.left, bead.right, False) for bead in chain]
    likeness = Likeness(first, second)
    # A sentence that stands word for word elsewhere needs no other proposal.
    whole = {i for i, _ in astray}, {j for _, j in astray}
    candidates = _candidates(
        likeness, [i for i in free_left if i not in whole[0]], [j for j in free_right if j not in whole[1]]
    )
    chain = sorted(chain + _between(sure, candidates, likeness), key=lambda bead: bead.left.start)
    chain = _with_gaps_filled(chain, likeness)
    links = _moved(chain, sorted(candidates + astray), likeness)
    links += [Link(bead.left, bead.right, False) for bead in chain]
    return sorted(links, key=lambda link: link.left.start)


def _between(sure: Pairs, candidates: Pairs, likeness: Likeness) -> list[Bead]:
    """The heaviest chain between the anchors: both sides of a bead lie between the same two."""
    lefts, rights = [i for i, _ in sure], [j for _, j in sure]

    def allowed(left: range, right: range) -> bool:
        places = {
            bisect_left(lefts, left.start),
            bisect_right(lefts, left[-1]),
            bisect_left(rights, right.start),
            bisect_right(rights, right[-1]),
        }
        return len(places) == 1

    near = [(i, j) for i, j in candidates if bisect_right(lefts, i) == bisect_right(rights, j)]
    beads = _beads(likeness, near, THRESHOLD, SURPRISE * likeness.chance, allowed)
    return heaviest_chain(beads, likeness.counts[1])


def _with_gaps_filled(chain: Sequence[Bead], likeness: Likeness, free: Allowed | None = None) -> list[Bead]:
    """The chain with weaker beads between neighbours: where both sides go on together, less likeness is enough."""
    if not chain:
        return []
    lefts, rights = likeness.counts
    start, end = Bead(range(0), range(0), 0.0), Bead(range(lefts, lefts), range(rights, rights), 0.0)
    # A block that stands elsewhere has no edges: what surrounds it is something else.
    ends = [] if free else [start], [] if free else [end]
    filled: list[Bead] = list(chain[:1]) if free else []
    for before, after in pairwise([*ends[0], *chain, *ends[1]]):
        ours, theirs = range(before.left.stop, after.left.start), range(before.right.stop, after.right.start)
        if ours and theirs and len(ours) * len(theirs) <= LARGEST_GAP:
            pairs = [(i, j) for i in ours for j in theirs]

            def allowed(left: range, right: range, ours: range = ours, theirs: range = theirs) -> bool:
                inside = left.start in ours and left[-1] in ours and right.start in theirs and right[-1] in theirs
                return inside and (free is None or free(left, right))

            asked = EDGE_THRESHOLD if before is start or after is end else GAP_THRESHOLD
            filled += heaviest_chain(_beads(likeness, pairs, asked, 0.0, allowed), likeness.counts[1])
        if after is not end:
            filled.append(after)
    return filled


def _moved(chain: Sequence[Bead], candidates: Pairs, likeness: Likeness) -> list[Link]:
    """Links among what the chain left over: blocks of neighbouring beads, the weightiest first."""
    free_left = set(range(likeness.counts[0])).difference(*(bead.left for bead in chain))
    free_right = set(range(likeness.counts[1])).difference(*(bead.right for bead in chain))
    links: list[Link] = []

    def allowed(left: range, right: range) -> bool:
        return free_left.issuperset(left) and free_right.issuperset(right)

    candidates = [(i, j) for i, j in candidates if i in free_left and j in free_right]
    beads = _beads(likeness, candidates, THRESHOLD, SURPRISE * likeness.chance, allowed)
    while beads:
        blocks = local_chains(beads, BLOCK_GAP)
        found = False
        for block in blocks:
            if sum(bead.score for bead in block) < BLOCK_SURPRISE * likeness.chance + BLOCK_LEAST:
                break
            if not all(allowed(bead.left, bead.right) for bead in block):
                continue
            found = True
            for bead in _with_gaps_filled(block, likeness, allowed):
                links.append(Link(bead.left, bead.right, True))
                free_left.difference_update(bead.left)
                free_right.difference_update(bead.right)
        if not found:
            break
        beads = [bead for bead in beads if allowed(bead.left, bead.right)]
    return links


def _candidates(likeness: Likeness, lefts: Sequence[int], rights: Sequence[int]) -> Pairs:
    """Pairs worth a look: each sentence's best counterparts by the rare features both have."""
    if len(lefts) > len(rights):
        return sorted((i, j) for j, i in _proposed(likeness, 1, rights, lefts))
    return sorted(_proposed(likeness, 0, lefts, rights))


def _proposed(likeness: Likeness, side: int, fewer: Sequence[int], more: Sequence[int]) -> set[tuple[int, int]]:
    """The candidates, the sentences of the side that has fewer first."""
    cost = SURPRISE * likeness.chance
    postings = likeness.postings(1 - side, more, {feature for i in fewer for feature in likeness.features(side, i)})
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
        scored = [(weight / (own + likeness.total(1 - side, j)), -j, weight) for j, weight in shared.items()]
        for _, j, weight in sorted(scored, reverse=True)[:CANDIDATES]:
            asked = THRESHOLD * (own + likeness.total(1 - side, -j)) / SCALE + cost
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
            asked = THRESHOLD * (likeness.total(side, -i) + likeness.total(1 - side, j)) / SCALE + cost
            if not _is_hopeless(2 * weight / SCALE, asked):
                pairs.add((-i, j))
    return pairs


def _is_hopeless(shared: float, asked: float) -> bool:
    """Whether a pair falls so short of what is asked that no neighbour helps."""
    return shared < (1 - HOPELESS) * asked


def _beads(
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
