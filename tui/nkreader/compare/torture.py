"""Which changes wreck a set expression or name by a dictionary neighbour: "White Home" for "White House"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from nkreader.compare.differences import Difference
from nkreader.compare.kinship import is_content, kinship
from nkreader.compare.model import Flag
from nkreader.compare.passage import Passage
from nkreader.lexicon.expressions import breaks_expression

WINDOWS = ((2, 0), (1, 1), (0, 2))
"""Words before and behind with which changed words may form an expression."""
DICTIONARY_STEP = 0.4
"""Kinship from which a spinner may have put one word for the other."""
UNANSWERED = (-1, -1)


def tortured_flags(left: Passage, right: Passage, found: Sequence[Difference]) -> list[tuple[Flag, ...]]:
    """For each difference, whether its left or right side is a tortured phrase. Only words put for words can be."""
    if all(len(range(*ours)) != len(range(*theirs)) for ours, theirs in found):
        return [()] * len(found)
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
            places.append(UNANSWERED)
        i, j = b, d
    return [_flags_of(difference, places, where, left, right) for difference in found]


def _flags_of(
    difference: Difference, places: Sequence[tuple[int, int]], where: dict[int, int], left: Passage, right: Passage
) -> tuple[Flag, ...]:
    (a, b), (c, d) = difference
    if b - a != d - c:
        return ()
    for x, y in zip(left.keys[a:b], right.keys[c:d], strict=True):
        if x != y and kinship(x, y) < DICTIONARY_STEP:
            return ()
    if not any(map(is_content, left.keys[a:b])):
        return ()
    start, stop = where[a], where[a] + b - a
    broken_left = broken_right = False
    for back, ahead in WINDOWS:
        window = places[max(0, start - back) : stop + ahead]
        if UNANSWERED in window or len(window) < 2:
            continue
        ours, theirs = tuple([left.word(i) for i, _ in window]), tuple([right.word(j) for _, j in window])
        broken_right = broken_right or _breaks(ours, theirs)
        broken_left = broken_left or _breaks(theirs, ours)
    if broken_right == broken_left:
        return ()
    return (Flag.TORTURED_RIGHT if broken_right else Flag.TORTURED_LEFT,)


@lru_cache(maxsize=1 << 14)
def _breaks(original: tuple[str, ...], copy: tuple[str, ...]) -> bool:
    """`breaks_expression`, remembered: the copies of one article break the same expressions."""
    return breaks_expression(original, copy)
