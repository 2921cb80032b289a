"""Which changes wreck a set expression or name by a dictionary neighbour: "White Home" for "White House"."""

from __future__ import annotations

from collections.abc import Sequence

from nkreader.compare.differences import Difference
from nkreader.compare.model import Flag
from nkreader.compare.passage import Passage
from nkreader.lexicon.expressions import breaks_expression

WINDOWS = ((-1, 1), (0, 2), (-2, 1), (-1, 2), (0, 3))
"""Words before and after (exclusive end) with which a changed word may form an expression."""


def tortured_flags(left: Passage, right: Passage, found: Sequence[Difference]) -> list[tuple[Flag, ...]]:
    """For each difference, whether its left or right side is a tortured phrase. Only words put for words can be."""
    places: list[tuple[int, int]] = []
    where: dict[int, int] = {}
    i = j = 0
    for difference in (*found, None):
        (a, b), (c, d) = difference if difference else ((len(left.keys),) * 2, (len(right.keys),) * 2)
        places += zip(range(i, a), range(j, c), strict=False)
        if b - a == d - c:
            where[a] = len(places)
            places += zip(range(a, b), range(c, d), strict=True)
        else:
            places.append((-1, -1))
        i, j = b, d
    flags: list[tuple[Flag, ...]] = []
    for (a, b), (c, d) in found:
        if b - a != d - c:
            flags.append(())
            continue
        start = where[a]
        broken_right = broken_left = False
        for back, ahead in WINDOWS:
            window = places[max(0, start + back) : start + (b - a) - 1 + ahead]
            if (-1, -1) in window or len(window) < 2:
                continue
            ours, theirs = [left.word(x) for x, _ in window], [right.word(y) for _, y in window]
            broken_right = broken_right or breaks_expression(ours, theirs)
            broken_left = broken_left or breaks_expression(theirs, ours)
        if broken_right == broken_left:
            flags.append(())
        else:
            flags.append((Flag.TORTURED_RIGHT if broken_right else Flag.TORTURED_LEFT,))
    return flags
