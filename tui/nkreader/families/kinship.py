"""How likely two articles are one text: a figure from the words, runs and order they share, and nothing but the two."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from math import exp, log, log1p, sqrt
from typing import Any

from nkreader.families.profile import Profile

# Below this many words a text is a stub: too little can be shared to tell a copy from a coincidence.
STUB_WORDS = 20

# A logistic over what the two share, fitted on labelled pairs of originals, copies, spins and machine rewrites against
# thousands of pairs of unrelated reports of one event, and of reports made from one template (the same sentence with
# another company and other figures). In fourfold cross-validation each of them carries its weight; lengths, sentence
# matches, longer runs and cosine measures add nothing to them.
CONSTANT = -4.35
OF_WORDS = 5.44  # share of the poorer text's telling words that the other has
OF_TRIPLES = 2.36  # the same of three words in a row
OF_WORD_WEIGHT = -1.06  # log of the weight of shared words: a long text shares many words with any other of its subject
OF_TRIPLE_WEIGHT = 1.57  # log of the weight of shared triples: runs are hardly ever shared by chance
OF_ORDER = 5.76  # square of how well the order of shared words is kept
OF_NUMBERS = -2.39  # share of the shorter text's figures that the longer lacks
OF_NAMES = -4.19  # the same of names

# Where most figures are other ones, and names too, two reports were made from one template: no copy changes them all.
OF_TEMPLATE = -12.0
TEMPLATE = 0.6

# The same is shown by names and figures that stand between the same words in both texts and are other ones: half of
# these places are such in reports made from one template, hardly a tenth in machine rewrites of news, none in copies
# and spins. It counts by how much else they share word for word. Of 1,200 pairs of short agency notes that were taken
# for copies it keeps 600, those of one event mostly, and loses one rewrite in a hundred.
OF_SLOTS = -30.0
SLOTS_FREE, FEW_SLOTS = 0.25, 4
TEMPLATE_TRIPLES = 0.4

# In a short notice figures and names are most of what is said: where it has more than so many of its own (shares of
# both added up), it is another notice of that form. Full at this many words, fading out at that many.
OF_NOTICE, NOTICE = -10.0, 0.35
SHORT_NOTICE, LONG_NOTICE = 100, 130

# A second look at what passes, for reports that share their subject and its stock phrases and are no versions of each
# other: notices of one office, forecasts of one market. A logistic fitted on the same copies and rewrites against 675
# such pairs of agency reports; in fourfold cross-validation it gives up a third of these, hardly a machine rewrite and
# one revised short answer in seventy. What other words than shared runs, order and length say is in the first.
REPORT_CONSTANT, REPORT_LEAST = -11.1, -2.25
REPORT_TRIPLES, REPORT_ORDER, REPORT_LENGTH = 9.1, 1.7, 2.2
REPORT_FIGURES, REPORT_NAMES, REPORT_SLOTS = -6.0, -5.2, -6.0
REPORT_FEW_FIGURES = 6
REPORT_SHORT, REPORT_SHORTEST, REPORT_LONG = -4.1, 100, 180

# A text of few words has few chances to differ.
OF_SHORTNESS = -3.0
SHORT = 80

# Order counts for no more than this (squared): it confirms what words and triples suggest, alone it proves little.
ORDER_AT_BEST = 0.5
# Likelihood from which order has nothing to add: near copies are told without it, four times as fast.
CERTAIN = 0.999
# What order may add to a pair that an index has found. A greater hope finds no more kin, and takes twice the time.
HOPE = 1.4
# Share of the words without which a pair that has no triple in common is hopeless, whatever their weight.
WORDS_ALONE = -(CONSTANT + HOPE) / OF_WORDS
# Fewer figures or names than this in the shorter text are weak evidence of two different events.
FEW = 3

# Words that stand more often than this (times in one text by times in the other) say little about order.
OFTEN = 12


def kinship(left: Profile, right: Profile, least: float = 0.0) -> float:
    """The likelihood (0..1) that one text was made from the other, or both from a third; 0 where it is below `least`.

    What counts: how many of the poorer text's telling words and word triples the other has, whether the shared words
    come in the same order, and whether the shorter text has figures and names that the longer has not.
    """
    if left.digest == right.digest and left.words:
        return 1.0
    shorter, longer = (left, right) if len(left.words) <= len(right.words) else (right, left)
    if len(shorter.words) < STUB_WORDS or not left.total or not right.total:
        return 0.0
    shared = shorter.telling.keys() & longer.telling.keys()
    words = sum(shorter.telling[word] for word in shared)
    triples = sum(shorter.triples[triple] for triple in shorter.triples.keys() & longer.triples.keys())
    share = triples / max(1.0, min(left.triples_total, right.triples_total))
    total = score(words / min(left.total, right.total), share, log1p(words), log1p(triples))
    total += OF_SHORTNESS * max(0.0, log(SHORT / len(shorter.words)))
    figures, names = _lacking(shorter.numbers, longer), _lacking(shorter.names, longer)
    total += of_figures(figures, names, len(shorter.words))
    if _likelihood(total + OF_ORDER * ORDER_AT_BEST) < least:
        return 0.0
    refilled = _refilled(shorter, longer)
    total += OF_SLOTS * refilled * min(1.0, share / TEMPLATE_TRIPLES) ** 2
    if _likelihood(total + OF_ORDER * ORDER_AT_BEST) < least:
        return 0.0
    if _likelihood(total) >= CERTAIN:
        return _likelihood(total)
    order = max(0.0, order_kept(shorter, longer, shared)) ** 2
    likelihood = _likelihood(total + OF_ORDER * min(ORDER_AT_BEST, order))
    if likelihood < least or _is_another_report(shorter, share, order, figures, names, refilled):
        return 0.0
    return likelihood


def _is_another_report(
    shorter: Profile, triples: float, order: float, figures: float, names: float, refilled: float
) -> bool:
    """Whether the shorter text keeps too few runs of the other's words, and has too many figures and names of its own,
    for a version of it: another report on the same subject."""
    brevity = (REPORT_LONG - len(shorter.words)) / (REPORT_LONG - REPORT_SHORTEST)
    total = (
        REPORT_CONSTANT
        + REPORT_TRIPLES * triples
        + REPORT_ORDER * order
        + REPORT_LENGTH * log(len(shorter.words))
        + REPORT_FIGURES * figures * min(1.0, len(shorter.numbers) / REPORT_FEW_FIGURES)
        + REPORT_NAMES * names
        + REPORT_SLOTS * refilled
        + REPORT_SHORT * (figures + names) * min(1.0, max(0.0, brevity))
    )
    return total < REPORT_LEAST


def _refilled(left: Profile, right: Profile) -> float:
    """The share of the places where both texts have a name or figure between the same words, and not the same one.

    Only what goes beyond that in honest rewrites; less where there are few such places.
    """
    ours, theirs = left.fillers, right.fillers
    both = ours.keys() & theirs.keys()
    if not both:
        return 0.0
    other = sum(ours[around].isdisjoint(theirs[around]) for around in both)
    return max(0.0, other / len(both) - SLOTS_FREE) * min(1.0, len(both) / FEW_SLOTS)


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


def score(words: Any, triples: Any, word_weight: Any, triple_weight: Any) -> Any:
    """The log odds of kinship by what two articles share: shares of words and of triples, logs of their weights.

    One pair's or, as arrays, many pairs'.
    """
    return (
        CONSTANT
        + OF_WORDS * words
        + OF_TRIPLES * triples
        + OF_WORD_WEIGHT * word_weight
        + OF_TRIPLE_WEIGHT * triple_weight
    )


def of_figures(figures: Any, names: Any, length: Any, greater: Any = max, less: Any = min) -> Any:
    """What the shares of figures and names that the shorter text has alone, being so long, add to the log odds.

    Of many pairs, as arrays, with what gives the greater and the less of two.
    """
    brevity = less(1.0, greater(0.0, (LONG_NOTICE - length) / (LONG_NOTICE - SHORT_NOTICE)))
    return (
        OF_NUMBERS * figures
        + OF_NAMES * names
        + OF_TEMPLATE * greater(0.0, figures + names / 2 - TEMPLATE)
        + OF_NOTICE * greater(0.0, figures + names - NOTICE) * brevity
    )


def _lacking(of: Sequence[int], other: Profile) -> float:
    """The share of these words that the other text has nowhere, less where they are few."""
    if not of:
        return 0.0
    return sum(word not in other.vocabulary for word in of) / len(of) * min(1.0, len(of) / FEW)


def _likelihood(score: float) -> float:
    return 1.0 / (1.0 + exp(-score)) if score > -700 else 0.0
