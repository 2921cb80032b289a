"""How likely two articles are one text: a figure from the words, runs and order they share, and nothing but the two."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from math import exp, sqrt

from nkreader.families.profile import Profile

# Below this many words a text is a stub: too little can be shared to tell a copy from a coincidence.
STUB_WORDS = 20

# A logistic over four measures, fitted on labelled pairs of originals, copies, spins and machine rewrites among
# thousands of pairs of unrelated reports of the same events (fourfold cross-validation: nothing is gained by more
# measures; without the order of shared words one link in twenty is lost).
CONSTANT = -9.35
OF_WORDS = 11.3
OF_TRIPLES = 19.9
OF_ORDER = 10.6
OF_NUMBERS = -3.1

# Words that stand more often than this (times in one text by times in the other) say little about order.
OFTEN = 12
# Fewer figures than this in the shorter text are weak evidence of two different events.
FEW_NUMBERS = 3


def kinship(left: Profile, right: Profile, least: float = 0.0) -> float:
    """The likelihood (0..1) that one text was made from the other, or both from a third; 0 where it is below `least`.

    What counts: the share of the poorer text's telling words and word triples that the other has, whether the shared
    words come in the same order, and whether the shorter text has figures that the longer has not.
    """
    if left.digest == right.digest and left.words:
        return 1.0
    shorter, longer = (left, right) if len(left.words) <= len(right.words) else (right, left)
    if len(shorter.words) < STUB_WORDS or not left.total or not right.total:
        return 0.0
    shared = shorter.telling.keys() & longer.telling.keys()
    weight = sum(shorter.telling[word] for word in shared)
    score = CONSTANT + OF_WORDS * weight / min(left.total, right.total)
    if _likelihood(score + OF_TRIPLES + OF_ORDER) < least:
        return 0.0
    triples = sum(shorter.triples[triple] for triple in shorter.triples.keys() & longer.triples.keys())
    score += OF_TRIPLES * triples / max(1.0, min(left.triples_total, right.triples_total))
    missing = len(shorter.numbers - longer.numbers)
    if missing:
        score += OF_NUMBERS * missing / len(shorter.numbers) * min(1.0, len(shorter.numbers) / FEW_NUMBERS)
    if _likelihood(score + OF_ORDER) < least:
        return 0.0
    likelihood = _likelihood(score + OF_ORDER * max(0.0, order_kept(shorter, longer, shared)) ** 2)
    return likelihood if likelihood >= least else 0.0


def order_kept(left: Profile, right: Profile, shared: Iterable[int]) -> float:
    """How much more of the shared words can be read in one order than in the reverse: 1 a copy, about 0 no relation.

    Weighted longest increasing subsequences of the places where shared words stand, forwards and backwards; what two
    texts on one subject share by chance reads as well either way.
    """
    points: list[tuple[int, int, float]] = []
    for word in shared:
        here, there = left.places[word], right.places[word]
        times = len(here) * len(there)
        weight = left.telling[word]
        if times <= OFTEN and weight > 1.0:
            points += [(x, y, weight / sqrt(times)) for x in here for y in there]
    forwards = _heaviest_rise(points)
    backwards = _heaviest_rise([(x, -y, weight) for x, y, weight in points])
    return (forwards - backwards) / max(10.0, forwards + backwards)


def _heaviest_rise(points: list[tuple[int, int, float]]) -> float:
    """The greatest weight of points that rise in both coordinates (a Fenwick tree of maxima over the second)."""
    heights = sorted({y for _, y, _ in points})
    best = [0.0] * (len(heights) + 1)
    for _, y, weight in sorted(points, key=lambda point: (point[0], -point[1])):
        place = bisect_left(heights, y) + 1
        below = place - 1
        rise = 0.0
        while below:
            rise = max(rise, best[below])
            below &= below - 1
        rise += weight
        while place <= len(heights):
            best[place] = max(best[place], rise)
            place += place & -place
    return max(best)


def _likelihood(score: float) -> float:
    return 1.0 / (1.0 + exp(-score)) if score > -700 else 0.0
