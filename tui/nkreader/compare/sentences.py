"""Which sentences answer which: order-keeping n:m alignment first, moved blocks among what is left over afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import nlargest
from typing import NamedTuple

from nkreader.compare.likeness import Likeness
from nkreader.compare.tokens import Sentence

THRESHOLD = 0.2
"""Weighted Dice likeness above which sentences answer each other where order agrees."""
SURPRISE = 0.5
MOVED_SURPRISE = 1.0
GAP_THRESHOLD = 0.15
LARGEST_GAP = 100
MOVED_THRESHOLD = 0.5
"""The same for sentences that stand elsewhere: chance has more places to strike."""
CANDIDATES = 6
"""Best counterparts kept for each sentence."""
COMMON = 40
"""Features in more sentences than this propose no counterpart."""
WIDEST = 4
"""Most sentences of one side in a row."""


class Bead(NamedTuple):
    """Runs of sentences that answer each other, and the likeness above the threshold, times their weight."""

    left: range
    right: range
    score: float


class Link(NamedTuple):
    """A row to be: sentence numbers of both sides, and whether it is a transposition."""

    left: range
    right: range
    moved: bool


def align_sentences(left: Sequence[Sentence], right: Sequence[Sentence]) -> list[Link]:
    """The links between two texts' sentences, in the left text's order. Every sentence is in at most one."""
    if not left or not right:
        return []
    likeness = Likeness(left, right)
    candidates = _candidates(likeness)
    chain = _chain(_beads(likeness, candidates, THRESHOLD, SURPRISE * likeness.chance), len(right))
    chain = _with_gaps_filled(chain, likeness)
    links = [Link(bead.left, bead.right, False) for bead in chain]
    free_left = set(range(len(left))).difference(*(link.left for link in links))
    free_right = set(range(len(right))).difference(*(link.right for link in links))
    while free_left and free_right:
        candidates = [(i, j) for i, j in candidates if i in free_left and j in free_right]
        beads = [
            bead
            for bead in _beads(likeness, candidates, MOVED_THRESHOLD, MOVED_SURPRISE * likeness.chance)
            if free_left.issuperset(bead.left) and free_right.issuperset(bead.right)
        ]
        chain = _chain(beads, len(right))
        if not chain:
            break
        links += [Link(bead.left, bead.right, True) for bead in chain]
        free_left.difference_update(*(bead.left for bead in chain))
        free_right.difference_update(*(bead.right for bead in chain))
    return sorted(links, key=lambda link: link.left.start)


def _with_gaps_filled(chain: Sequence[Bead], likeness: Likeness) -> list[Bead]:
    """The chain with weaker beads between neighbours: where both sides go on together, less likeness is enough."""
    filled: list[Bead] = []
    edge = Bead(range(len(likeness.left), len(likeness.left)), range(len(likeness.right), len(likeness.right)), 0.0)
    before = Bead(range(0, 0), range(0, 0), 0.0)
    for bead in (*chain, edge):
        ours, theirs = range(before.left.stop, bead.left.start), range(before.right.stop, bead.right.start)
        at_edge = before.left.stop == 0 or bead is edge
        if ours and theirs and len(ours) * len(theirs) <= LARGEST_GAP and not at_edge:
            pairs = [(i, j) for i in ours for j in theirs]
            beads = [
                weak
                for weak in _beads(likeness, pairs, GAP_THRESHOLD, 0.0)
                if ours.start <= weak.left.start
                and weak.left.stop <= ours.stop
                and theirs.start <= weak.right.start
                and weak.right.stop <= theirs.stop
            ]
            filled += _chain(beads, len(likeness.right))
        if bead is not edge:
            filled.append(bead)
        before = bead
    return filled


def _candidates(likeness: Likeness) -> list[tuple[int, int]]:
    postings: dict[str, list[int]] = {}
    for j, features in enumerate(likeness.right):
        for feature in features:
            postings.setdefault(feature, []).append(j)
    pairs: set[tuple[int, int]] = set()
    backward: dict[int, list[tuple[float, int]]] = {}
    for i, features in enumerate(likeness.left):
        shared: dict[int, float] = {}
        for feature, weight in features.items():
            found = postings.get(feature, ())
            if len(found) <= COMMON:
                for j in found:
                    shared[j] = shared.get(j, 0.0) + weight
        scored = [(weight / (likeness.left_totals[i] + likeness.right_totals[j]), j) for j, weight in shared.items()]
        for score, j in nlargest(CANDIDATES, scored, key=lambda item: (item[0], -item[1])):
            pairs.add((i, j))
            backward.setdefault(j, []).append((score, -i))
        for score, j in scored:
            backward.setdefault(j, []).append((score, -i))
    for j, scored in backward.items():
        pairs.update((-i, j) for _, i in nlargest(CANDIDATES, scored))
    return sorted(pairs)


def _beads(likeness: Likeness, candidates: Iterable[tuple[int, int]], threshold: float, cost: float) -> list[Bead]:
    beads: dict[tuple[int, int, int, int], Bead] = {}
    count_left, count_right = len(likeness.left), len(likeness.right)

    def add(left: range, right: range) -> Bead | None:
        key = (left.start, left.stop, right.start, right.stop)
        if key in beads:
            return beads[key]
        if left.start < 0 or right.start < 0 or left.stop > count_left or right.stop > count_right:
            return None
        score = 2 * likeness.shared(left, right) - threshold * likeness.total(left, right) - cost
        bead = beads[key] = Bead(left, right, score)
        return bead

    for i, j in candidates:
        single = add(range(i, i + 1), range(j, j + 1))
        best = single.score if single else 0.0
        for left, right in (
            (range(i - 1, i + 1), range(j, j + 1)),
            (range(i, i + 2), range(j, j + 1)),
            (range(i, i + 1), range(j - 1, j + 1)),
            (range(i, i + 1), range(j, j + 2)),
        ):
            grown = add(left, right)
            while grown and grown.score > best and len(grown.left) + len(grown.right) <= WIDEST:
                best = grown.score
                if len(left) > 1:
                    left = range(left.start, left.stop + 1)
                else:
                    right = range(right.start, right.stop + 1)
                grown = add(left, right)
    return sorted(
        (bead for bead in beads.values() if bead.score > 0), key=lambda bead: (bead.left.start, bead.right.start)
    )


def _chain(beads: Sequence[Bead], count_right: int) -> list[Bead]:
    """The heaviest chain of beads that keeps the order of both sides."""
    best: list[tuple[float, int]] = [(0.0, -1)] * (count_right + 1)

    def before(place: int) -> tuple[float, int]:
        result = (0.0, -1)
        while place > 0:
            result = max(result, best[place])
            place &= place - 1
        return result

    def record(place: int, entry: tuple[float, int]) -> None:
        while place <= count_right:
            best[place] = max(best[place], entry)
            place += place & -place

    by_end = sorted(range(len(beads)), key=lambda number: beads[number].left.stop)
    totals: list[float] = []
    previous: list[int] = []
    done = 0
    for bead in beads:
        while done < len(by_end) and beads[by_end[done]].left.stop <= bead.left.start:
            number = by_end[done]
            record(beads[number].right.stop, (totals[number], number))
            done += 1
        score, number = before(bead.right.start)
        totals.append(score + bead.score)
        previous.append(number)
    if not beads:
        return []
    place = max(range(len(beads)), key=lambda number: (totals[number], -number))
    chain: list[Bead] = []
    while place >= 0:
        chain.append(beads[place])
        place = previous[place]
    return chain[::-1]
