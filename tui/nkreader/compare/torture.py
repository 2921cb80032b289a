"""Which changes wreck a set expression or name by a dictionary neighbour: "White Home" for "White House"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from nkreader.compare.differences import Difference
from nkreader.compare.kinship import is_content, kinship
from nkreader.compare.model import Flag
from nkreader.compare.passage import Passage
from nkreader.lexicon.expressions import broken_sides
from nkreader.lexicon.spelling import same_but_for_spelling

WINDOWS = ((2, 0), (1, 1), (0, 2))
"""Words before and behind with which changed words may form an expression."""
REACH = max(map(max, WINDOWS))
DICTIONARY_STEP = 0.4
"""Kinship from which a spinner may have put one word for the other."""


def tortured_flags(left: Passage, right: Passage, found: Sequence[Difference]) -> list[tuple[Flag, ...]]:
    """For each difference, whether its left or right side is a tortured phrase. Only words put for words can be."""
    flags: list[tuple[Flag, ...]] = [()] * len(found)
    # Between two differences of uneven length the words of both sides answer each other one by one.
    uneven = [number for number, ((a, b), (c, d)) in enumerate(found) if b - a != d - c]
    first, next_uneven = -len(WINDOWS), 0
    for number, difference in enumerate(found):
        if next_uneven < len(uneven) and uneven[next_uneven] == number:
            first, next_uneven = difference.left[1], next_uneven + 1
        elif _may_be_tortured(difference, left, right):
            more = next_uneven < len(uneven)
            stop = found[uneven[next_uneven]].left[0] if more else len(left.keys) + len(WINDOWS)
            flags[number] = _flags_of(difference, (first, stop), left, right)
    return flags


def _may_be_tortured(difference: Difference, left: Passage, right: Passage) -> bool:
    """Whether each word on either side is a dictionary neighbour of its answer."""
    (a, b), (c, d) = difference
    if b - a == d - c == 1:
        return _may_torture(left.keys[a], right.keys[c])
    ours, theirs = left.keys[a:b], right.keys[c:d]
    if not any(map(is_content, ours)):
        return False
    if all(map(same_but_for_spelling, ours, theirs)):
        return False
    return all(x == y or kinship(x, y) >= DICTIONARY_STEP for x, y in zip(ours, theirs, strict=True))


@lru_cache(maxsize=1 << 16)
def _may_torture(ours: str, theirs: str) -> bool:
    if same_but_for_spelling(ours, theirs):
        return False
    return kinship(ours, theirs) >= DICTIONARY_STEP and is_content(ours)


def _flags_of(difference: Difference, inside: tuple[int, int], left: Passage, right: Passage) -> tuple[Flag, ...]:
    (a, b), (c, _) = difference
    # What the windows need: so many words around the changed ones, as far as the stretch and the row go.
    start, stop = max(0, a - REACH, inside[0]), min(len(left.keys), b + REACH, inside[1])
    ends = inside[0] < 0, inside[1] > len(left.keys)
    ours, theirs = left.written[start:stop], right.written[start + c - a : stop + c - a]
    return _broken(tuple(ours), tuple(theirs), a - start, b - start, ends)


@lru_cache(maxsize=1 << 15)
def _broken(
    ours: tuple[str, ...], theirs: tuple[str, ...], first: int, stop: int, ends: tuple[bool, bool]
) -> tuple[Flag, ...]:
    """Which of two stretches breaks an expression of the other's with the words from one place up to another.

    `ends`: whether they may be cut short, at the beginning and at the end. Remembered: the copies of one article break
    the same expressions.
    """
    broken_left = broken_right = False
    for back, ahead in WINDOWS:
        start, end = first - back, stop + ahead
        if (start < 0 and not ends[0]) or (end > len(ours) and not ends[1]):
            continue
        mine, other = ours[max(start, 0) : end], theirs[max(start, 0) : end]
        if len(mine) > 1:
            broken = broken_sides(mine, other)
            broken_left, broken_right = broken_left or broken[0], broken_right or broken[1]
    if broken_right == broken_left:
        return ()
    return (Flag.TORTURED_RIGHT if broken_right else Flag.TORTURED_LEFT,)
