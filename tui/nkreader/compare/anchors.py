"""Sentences that answer each other beyond doubt, found in linear time: the same words, or runs nobody else has."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from operator import eq
from typing import NamedTuple

from nkreader.compare.chain import Bead, heaviest_chain
from nkreader.compare.tokens import Sentence

ENOUGH = 0.25
"""Part of the shorter sentence's runs that must be shared; one word in three replaced leaves .3 of them."""
ASTRAY = 0.15
"""Part of the shared runs that may point to other sentences; more speaks of a sentence split or joined."""
LONGER = 1.25
"""How much longer one of the two may be; more speaks of a sentence split, joined or extended."""
FEWEST = 2
"""Shared runs without which nothing is beyond doubt."""
IN_STEP = 0.5
"""Part of its words that a sentence must share, place by place, with the one that stands in its place."""
WHOLE = 4
"""Words from which a sentence that stands once in either text is an anchor whole."""

Pair = tuple[int, int]
Keys = tuple[str, ...]
Run = tuple[str, str, str]


class Anchors(NamedTuple):
    """Pairs of sentence numbers beyond doubt."""

    chain: list[Pair]
    """Those that keep the order of both texts, ascending."""
    astray: list[Pair]
    """Sentences with the same words that stand elsewhere in the other text, in the left text's order."""


def anchors(left: Sequence[Sentence], right: Sequence[Sentence]) -> Anchors:
    """The sentences of two texts that are beyond doubt."""
    head, tail = _ends(left, right)
    ours, theirs = range(head, len(left) - tail), range(head, len(right) - tail)
    same = _same(left, right, ours, theirs)
    found = [Bead(range(i, i + 1), range(j, j + 1), float(2 * len(left[i].keys) - 4)) for i, j in same]
    ends = [(i, i) for i in range(head)], [(len(left) - n, len(right) - n) for n in range(tail, 0, -1)]

    def anchored(beads: Sequence[Bead]) -> Anchors:
        blocks = heaviest_chain(_blocks(beads), len(right))
        chain = [pair for block in blocks for pair in zip(block.left, block.right, strict=True)]
        astray = sorted(set(same).difference(chain))
        return Anchors(_with_neighbours([*ends[0], *chain, *ends[1]], left, right, astray), astray)

    first = anchored(found)
    if len(first.chain) == len(left) == len(right) or len(same) == min(len(ours), len(theirs)):
        return first
    known, taken = {i for i, _ in same}, {j for _, j in same}
    found += _by_runs(left, right, [i for i in ours if i not in known], [j for j in theirs if j not in taken])
    return anchored(found)


def _with_neighbours(
    chain: Sequence[Pair], left: Sequence[Sentence], right: Sequence[Sentence], astray: Sequence[Pair]
) -> list[Pair]:
    """The pairs, and the same sentences right behind and before them, however short and however often they stand.

    Where as many sentences stand between two pairs on either side, those most of whose words are in place as well,
    unless the very same sentence stands elsewhere: then that one answers, and not another one made from its mould.
    """
    result: list[Pair] = []
    elsewhere = {i for i, _ in astray}, {j for _, j in astray}

    def in_step(i: int, j: int) -> bool:
        return i not in elsewhere[0] and j not in elsewhere[1] and _is_in_step(left[i].keys, right[j].keys)

    def same(i: int, j: int) -> bool:
        return left[i].keys == right[j].keys

    before = (-1, -1)
    for after in [*chain, (len(left), len(right))]:
        (i, j), (k, m) = before, after
        behind: list[Pair] = []
        if i + 1 < k and j + 1 < m:
            answers = in_step if k - i == m - j else same
            while i + 1 < k and j + 1 < m and answers(i + 1, j + 1):
                i, j = i + 1, j + 1
                result.append((i, j))
            while i + 1 < k and j + 1 < m and answers(k - 1, m - 1):
                k, m = k - 1, m - 1
                behind.append((k, m))
        result += behind[::-1]
        result.append(after)
        before = after
    return result[:-1]


def _is_in_step(ours: Keys, theirs: Keys) -> bool:
    """Whether two sentences are the same but for words put for words."""
    return len(ours) == len(theirs) and sum(map(eq, ours, theirs)) >= IN_STEP * len(ours)


def _ends(left: Sequence[Sentence], right: Sequence[Sentence]) -> tuple[int, int]:
    """How many sentences are the same at the beginning, and how many of the others at the end."""
    shorter = min(len(left), len(right))
    head = 0
    while head < shorter and left[head].keys == right[head].keys:
        head += 1
    tail = 0
    while tail < shorter - head and left[-tail - 1].keys == right[-tail - 1].keys:
        tail += 1
    return head, tail


def _same(left: Sequence[Sentence], right: Sequence[Sentence], ours: range, theirs: range) -> list[Pair]:
    """Sentences of some length with the same words that stand once in either text."""
    # The sentences of the shorter text only are remembered: the other one may be thousands of times longer.
    if len(ours) > len(theirs):
        return sorted((i, j) for j, i in _same(right, left, theirs, ours))
    homes: dict[Keys, int] = {}
    for i in ours:
        keys = left[i].keys
        if len(keys) >= WHOLE:
            homes[keys] = -1 if keys in homes else i
    pairs: dict[int, int] = {}
    for j in theirs:
        i = homes.get(right[j].keys, -1)
        if i >= 0:
            pairs[i] = -1 if i in pairs else j
    return sorted((i, j) for i, j in pairs.items() if j >= 0)


def _by_runs(
    left: Sequence[Sentence], right: Sequence[Sentence], ours: Sequence[int], theirs: Sequence[int]
) -> list[Bead]:
    """Pairs of other sentences that share enough runs of three words which stand in no third one."""
    shorter_first = len(ours) <= len(theirs)
    homes = _homes(left, ours) if shorter_first else _homes(right, theirs)
    others = _homes(right, theirs, homes) if shorter_first else _homes(left, ours, homes)
    counts: dict[int, dict[int, int]] = {}
    received: dict[int, int] = {}
    for run, there in others.items():
        here = homes[run]
        i, j = (here, there) if shorter_first else (there, here)
        if i >= 0 and j >= 0:
            votes = counts.setdefault(i, {})
            votes[j] = votes.get(j, 0) + 1
            received[j] = received.get(j, 0) + 1
    beads: list[Bead] = []
    for i, votes in counts.items():
        j, count = max(votes.items(), key=lambda item: (item[1], -item[0]))
        shorter, longer = sorted((len(left[i].keys) - 2, len(right[j].keys) - 2))
        alike = count >= max(FEWEST, ENOUGH * shorter) and longer <= LONGER * shorter + 1
        if alike and max(sum(votes.values()), received[j]) - count <= ASTRAY * count:
            beads.append(Bead(range(i, i + 1), range(j, j + 1), float(count)))
    return beads


def _homes(
    sentences: Sequence[Sentence], numbers: Iterable[int], known: Container[Run] | None = None
) -> dict[Run, int]:
    """The sentence in which each run of three words stands, -1 where several have it; of known runs if some are."""
    homes: dict[Run, int] = {}
    for number in numbers:
        keys = sentences[number].keys
        for run in zip(keys, keys[1:], keys[2:], strict=False):
            if (known is None or run in known) and homes.setdefault(run, number) != number:
                homes[run] = -1
    return homes


def _blocks(beads: Iterable[Bead]) -> list[Bead]:
    """The beads, those that follow each other at once on both sides made one."""
    blocks: list[Bead] = []
    for bead in sorted(beads, key=lambda bead: (bead.left.start, bead.right.start)):
        if blocks:
            left, right, score = blocks[-1]
            if left.stop == bead.left.start and right.stop == bead.right.start:
                ours, theirs = range(left.start, bead.left.stop), range(right.start, bead.right.stop)
                blocks[-1] = Bead(ours, theirs, score + bead.score)
                continue
        blocks.append(bead)
    return blocks
