"""The heaviest chain of weighted pairs that keeps the order of both sides."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

WIDE = 8
"""No bead holds more sentences of one side than this."""


class Bead(NamedTuple):
    """Runs of sentences, left and right, that may answer each other, and what that is worth."""

    left: range
    right: range
    score: float


def heaviest_chain(beads: Sequence[Bead], count_right: int) -> list[Bead]:
    """The beads of the heaviest chain, in order, each of some worth. O(n log n): prefix maxima over the right ends."""
    beads = sorted(beads, key=lambda bead: (bead.left.start, bead.right.start, bead.left.stop, bead.right.stop))
    if not beads:
        return []
    if all(a.left.stop <= b.left.start and a.right.stop <= b.right.start for a, b in pairwise(beads)):
        return beads
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
    place = max(range(len(beads)), key=lambda number: (totals[number], -number))
    chain: list[Bead] = []
    while place >= 0:
        chain.append(beads[place])
        place = previous[place]
    return chain[::-1]


def local_chains(beads: Sequence[Bead], gap: int) -> list[list[Bead]]:
    """Chains of beads at most `gap` sentences apart, none with another's beads, the heaviest first."""
    beads = sorted(beads, key=lambda bead: (bead.left.start, bead.right.start, bead.left.stop, bead.right.stop))
    totals: list[float] = []
    previous: list[int] = []
    by_right: dict[int, list[int]] = {}
    for number, bead in enumerate(beads):
        best, where = 0.0, -1
        for place in range(max(0, bead.right.start - gap), bead.right.start + 1):
            for other in reversed(by_right.get(place, ())):
                skipped = bead.left.start - beads[other].left.stop
                # Beads are at most a few sentences wide, so those that start earlier than this cannot reach it.
                if skipped > gap + WIDE:
                    break
                if 0 <= skipped <= gap and (totals[other], -other) > (best, -where):
                    best, where = totals[other], other
        totals.append(best + bead.score)
        previous.append(where)
        by_right.setdefault(bead.right.stop, []).append(number)
    used: set[int] = set()
    chains: list[tuple[float, int, list[Bead]]] = []
    for number in sorted(range(len(beads)), key=lambda number: (-totals[number], number)):
        chain: list[Bead] = []
        place = number
        while place >= 0 and place not in used:
            used.add(place)
            chain.append(beads[place])
            place = previous[place]
        if chain:
            chains.append((sum(bead.score for bead in chain), number, chain[::-1]))
    return [chain for _, _, chain in sorted(chains, key=lambda item: (-item[0], item[1]))]
