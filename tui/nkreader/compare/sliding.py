"""Additions and omissions moved to a phrase border, where the same words can be cut out at several places.

Of "the course of the ship" beside "the ship", "the course of" was added rather than "course of the".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from nkreader.lexicon.cues import is_function_word

ENDING = frozenset(".,;:!?")
"""Signs that end a clause or a phrase: next to one a run is best cut."""
BRACKETS = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}
CLEAN, TORN = 2, 4
"""What a border at punctuation or at an end is worth, and what brackets without their other half cost.

A function word that leads a run in is worth one; one left over at its end costs as much.
"""
Pair = tuple[int, int]


def slid(pairs: Set[Pair], left: Sequence[str], right: Sequence[str]) -> set[Pair]:
    """The pairs, each run that one side alone has moved along its equal neighbours to where it is best cut.

    The words are folded; signs may stand among them.
    """
    counts = Counter(i for i, _ in pairs), Counter(j for _, j in pairs)
    single = {(i, j) for i, j in pairs if counts[0][i] == counts[1][j] == 1}
    answers = dict(single), {j: i for i, j in single}
    sides = left, right
    runs = sorted(
        (start + answers[side].get(start - 1, -1), side, start, stop)
        for side in (0, 1)
        for start, stop in _runs(counts[side].keys(), len(sides[side]))
    )
    # From the start on: where two runs could move over the same words, the first one does.
    for _, side, start, stop in runs:
        ours, theirs, answer, back = sides[side], sides[1 - side], answers[side], answers[1 - side]
        slide = _best_slide(start, stop, ours, theirs, answer)
        # The words passed over change places with their likes at the run's other end.
        steps = range(slide) if slide > 0 else range(-1, slide - 1, -1)
        for step in steps:
            gone, come = (stop + step, start + step) if slide > 0 else (start + step, stop + step)
            other = answer.pop(gone)
            answer[come], back[other] = other, come
    return (set(pairs) - single) | set(answers[0].items())


def _runs(answered: Set[int], count: int) -> list[tuple[int, int]]:
    """The runs of words without an answer, ends exclusive."""
    places = [-1, *sorted(answered), count]
    return [(a + 1, b) for a, b in pairwise(places) if b > a + 1]


def _best_slide(start: int, stop: int, ours: Sequence[str], theirs: Sequence[str], answer: Mapping[int, int]) -> int:
    """By how many words a run is best moved; 0 where the other side has words in its place."""
    place = answer.get(start - 1) if start else -1
    after = answer.get(stop) if stop < len(ours) else len(theirs)
    if place is None or after != place + 1:
        return 0

    def keeps(number: int, other: int) -> bool:
        return answer.get(number) == other and ours[number] == theirs[other]

    slides = [0]
    while (last := stop + slides[-1]) < len(ours):
        if ours[start + slides[-1]] != ours[last] or not keeps(last, after + slides[-1]):
            break
        slides.append(slides[-1] + 1)
    while (first := start + slides[0] - 1) >= 0:
        if ours[first] != ours[stop + slides[0] - 1] or not keeps(first, place + slides[0]):
            break
        slides.insert(0, slides[0] - 1)
    if len(slides) == 1:
        return 0
    return max(slides, key=lambda slide: (_cut(ours, start + slide, stop + slide), -abs(slide), slide))


def _cut(words: Sequence[str], start: int, stop: int) -> int:
    """How well a run keeps to phrases: punctuation or an end around it, a function word first and none last."""
    opened = sum(BRACKETS.get(word, 0) for word in words[start:stop])
    return (
        CLEAN * (start == 0 or words[start - 1] in ENDING or words[start] in ENDING)
        + CLEAN * (stop == len(words) or words[stop] in ENDING or words[stop - 1] in ENDING)
        + is_function_word(words[start])
        - is_function_word(words[stop - 1])
        - TORN * (opened != 0)
    )
