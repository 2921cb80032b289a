"""Sentences that join what stands apart: one that says what two of the other text say answers both of them."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Sequence
from math import log

from nkreader.compare.beads import THRESHOLD, Pairs
from nkreader.compare.chain import Bead
from nkreader.compare.likeness import SCALE, Likeness

APART, LEAST = 4.0, 3.0
"""What a sentence must add to a row: so many times the information that singles it out among those of its text, unless
it is the row's neighbour, and so many nats more.

Of forty such rows read by eye, in passages cut up and put together anew and in rewritten news, four were wrong; no
edited article and no unrelated pair of news has one. Precision of reused passages is .91; at 2.0 .88, at 1.0 .78.
"""
WIDEST = 4
"""Most sentences of such a row, both sides together."""

Row = tuple[list[int], list[int]]
"""Sentence numbers, left and right."""
Splice = tuple[int, int, int]
"""The number of a row, a sentence that may belong to it too, and the side on which that stands."""


def with_splices(beads: Sequence[Bead], candidates: Pairs, likeness: Likeness) -> list[Row]:
    """The beads' sentences, and with them those left over that the other side of some bead says as well.

    A sentence that says nothing beyond what a new one does leaves the row to that one.
    """
    rows = [(list(bead.left), list(bead.right)) for bead in beads]
    owners = [{number: place for place, row in enumerate(rows) for number in row[side]} for side in (0, 1)]
    waiting = {(owners[1][j], i, 0) for i, j in candidates if i not in owners[0] and j in owners[1]}
    waiting |= {(owners[0][i], j, 1) for i, j in candidates if i in owners[0] and j not in owners[1]}
    while waiting:
        changed: set[int] = set()
        taken: set[tuple[int, int]] = set()
        for place, number, side in _worthwhile(waiting, rows, likeness):
            if place not in changed and (number, side) not in taken:
                own = rows[place][side]
                for one in [*own]:
                    if not _counts(one, number, rows[place], side, likeness):
                        own.remove(one)
                insort(own, number)
                taken.add((number, side))
                changed.add(place)
        # A row that has grown asks anew what others add to it.
        waiting = {splice for splice in waiting if splice[0] in changed and splice[1:] not in taken}
    return rows


def _counts(number: int, new: int, row: Row, side: int, likeness: Likeness) -> bool:
    """Whether a sentence of a row says something that neither a new one nor the others do."""
    rest = [new, *(one for one in row[side] if one != number)]
    return _added(rest, number, row[1 - side], side, likeness) > THRESHOLD * likeness.totals[side][number] / SCALE


def _worthwhile(splices: Iterable[Splice], rows: Sequence[Row], likeness: Likeness) -> list[Splice]:
    """Those that add enough to their rows, the weightiest first."""
    weighed = [(-_gain(splice, rows[splice[0]], likeness), splice) for splice in splices]
    return [splice for loss, splice in sorted(weighed) if loss < -LEAST]


def _gain(splice: Splice, row: Row, likeness: Likeness) -> float:
    """What a sentence adds to a row, in nats; where that is not enough, any figure of which this is true."""
    _, number, side = splice
    own, other = row[side], row[1 - side]
    if len(own) + len(other) >= WIDEST:
        return 0.0
    near = number + 1 in own or number - 1 in own
    asked = THRESHOLD * likeness.totals[side][number] / SCALE
    if not near:
        asked += APART * log(likeness.counts[side])
    pairs = [(one, number) if side else (number, one) for one in other]
    at_most = 2 * sum([likeness.shared_by_pair(i, j) for i, j in pairs]) / SCALE - asked
    if at_most <= LEAST:
        return at_most
    return _added(own, number, other, side, likeness) - asked


def _added(own: Sequence[int], number: int, other: Sequence[int], side: int, likeness: Likeness) -> float:
    """What a sentence of one side shares with the other side beyond what its neighbours share, in nats, twice."""
    grown = [*own, number]
    before, after = (likeness.shared_apart(*((other, ours) if side else (ours, other))) for ours in (own, grown))
    return 2 * (after - before) / SCALE
