"""Which words of a row differ, as a reader wants them shown: values whole, replaced words paired, no confetti."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import compress, pairwise
from operator import ne
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from nkreader.compare.chain import Bead, heaviest_chain
from nkreader.compare.closed_classes import VALUE_WORDS
from nkreader.compare.kinship import kinship
from nkreader.compare.passage import Passage, Run
from nkreader.compare.wording import align_words
from nkreader.lexicon.cues import is_function_word, is_hedge, is_negation

KIN = 0.4
"""Kinship from which a replaced word is shown beside its answer as a change of its own."""
UNLIKE = 0.05
"""What pairing two words without kinship is worth: order alone."""
NEAR_COPY = 0.5
"""Part of a row's words that must have stayed for the shortest edit script to be the one a reader would see."""
LARGEST_REGION = 10_000
"""Pairs of words up to which a replaced stretch is paired word by word; a larger one is one change."""
Region = tuple[int, int, int, int]
"""Two runs of words, left and right, that answer each other as a whole."""


class Difference(NamedTuple):
    """Runs of words that differ; either may be empty, not both."""

    left: Run
    right: Run


class Part(NamedTuple):
    """Units of a region that answer each other; a side may be empty."""

    left: Run
    right: Run
    kin: float
    """1 the same, 0 no kinship or no answer."""


def differences(left: Passage, right: Passage) -> list[Difference]:
    """The differences of a row, in order."""
    if left.keys == right.keys:
        return []
    swaps = _swaps(left, right)
    if swaps:
        return swaps
    regions = _changed(left, right)
    regions = _slid(regions, left, right)
    units: tuple[list[Run], list[Run]] = ([], [])
    if any(_tell(left.keys[i1:i2]) or _tell(right.keys[j1:j2]) for i1, i2, j1, j2 in regions):
        units = [run for run, _ in left.values], [run for run, _ in right.values]
        regions = _whole(regions, left, right, units)
    found: list[Difference] = []
    for region in regions:
        parts = _merged(_paired(left, right, region, units), left, right)
        found += [Difference(part.left, part.right) for part in parts if part.kin < 1.0]
    return _without_islands(found, left, right)


def _swaps(left: Passage, right: Passage) -> list[Difference]:
    """The differences of a row in which some words were put for words, here and there, and nothing else was done.

    Most rows of a spun text are such, and nothing need be searched for in them. None where there is more to it.
    """
    ours, theirs = left.keys, right.keys
    if len(ours) != len(theirs):
        return []
    places = list(compress(range(len(ours)), map(ne, ours, theirs)))
    if len(places) > (1 - NEAR_COPY) * len(ours):
        return []
    if any(tells_value(ours[place]) or tells_value(theirs[place]) for place in places):
        return []
    found = [Difference((place, place + 1), (place, place + 1)) for place in places]
    apart = min([after - place for place, after in pairwise(places)], default=3)
    if apart == 1 or (apart == 2 and len(_without_islands(found, left, right)) < len(found)):
        return []
    return found


def _changed(left: Passage, right: Passage) -> list[Region]:
    """What lies between the words that stayed."""
    opcodes = Levenshtein.opcodes(left.keys, right.keys)
    kept = sum(op.src_end - op.src_start for op in opcodes if op.tag == "equal")
    n, m = len(left.keys), len(right.keys)
    if kept >= NEAR_COPY * max(n, m) or n * m > LARGEST_REGION:
        return _fused((op.src_start, op.src_end, op.dest_start, op.dest_end) for op in opcodes if op.tag != "equal")
    # In a free rewriting the shortest edit script clings to stray commonplaces.
    same = [
        Bead(range(i, i + 1), range(j, j + 1), 1.0)
        for i, j in align_words(left.keys, right.keys)
        if left.keys[i] == right.keys[j]
    ]
    stayed = [(bead.left.start, bead.right.start) for bead in heaviest_chain(same, m)]
    places = [(-1, -1), *stayed, (n, m)]
    return [(i + 1, k, j + 1, p) for (i, j), (k, p) in pairwise(places) if k > i + 1 or p > j + 1]


def _slid(regions: Sequence[Region], left: Passage, right: Passage) -> list[Region]:
    """Additions and omissions moved to a phrase border, where the same words can be cut out at several places.

    Of "the tall man and the man", "the tall man and" was added rather than "tall man and the".
    """
    result: list[Region] = []
    for number, region in enumerate(regions):
        i1, i2, j1, j2 = region
        if (i1 == i2) == (j1 == j2):
            result.append(region)
            continue
        passage, start, end = (left, i1, i2) if i2 > i1 else (right, j1, j2)
        before = i1 - (result[-1][1] if result else 0)
        after = (regions[number + 1][0] if number + 1 < len(regions) else len(left.keys)) - i2
        slides = [0]
        while slides[0] > -before and passage.keys[start + slides[0] - 1] == passage.keys[end + slides[0] - 1]:
            slides.insert(0, slides[0] - 1)
        while slides[-1] < after and passage.keys[start + slides[-1]] == passage.keys[end + slides[-1]]:
            slides.append(slides[-1] + 1)
        best = max(slides, key=lambda slide: (passage.borders(start + slide, end + slide), -abs(slide), slide))
        result.append((i1 + best, i2 + best, j1 + best, j2 + best))
    return result


@lru_cache(maxsize=1 << 16)
def tells_value(key: str) -> bool:
    """Whether a folded word can make the difference between two numbers or dates."""
    return (
        key in VALUE_WORDS or any(char.isdigit() for char in key) or ("-" in key and key.split("-")[0] in VALUE_WORDS)
    )


def _tell(keys: Sequence[str]) -> bool:
    return any(map(tells_value, keys))


def _fused(regions: Iterable[Region]) -> list[Region]:
    """Regions in order, those that touch made one."""
    fused: list[Region] = []
    for region in regions:
        if fused and region[0] <= fused[-1][1] and region[2] <= fused[-1][3]:
            fused[-1] = (fused[-1][0], region[1], fused[-1][2], region[3])
        else:
            fused.append(region)
    return fused


def _whole(regions: list[Region], left: Passage, right: Passage, units: tuple[list[Run], list[Run]]) -> list[Region]:
    """Regions widened so that none cuts through a value. What lies between two regions is the same on both sides."""
    number = 0
    while number < len(regions):
        i1, i2, j1, j2 = regions[number]
        if not _tell(left.keys[i1:i2]) and not _tell(right.keys[j1:j2]):
            number += 1
            continue
        ours, theirs = _grown((i1, i2), units[0]), _grown((j1, j2), units[1])
        back, ahead = max(i1 - ours[0], j1 - theirs[0]), max(ours[1] - i2, theirs[1] - j2)
        first, last = number, number + 1
        if number and back >= i1 - regions[number - 1][1]:
            first, back = number - 1, 0
        if last < len(regions) and ahead >= regions[last][0] - i2:
            last, ahead = number + 2, 0
        back, ahead = min(back, i1, j1), min(ahead, len(left.keys) - i2, len(right.keys) - j2)
        start, end = regions[first], regions[last - 1]
        wider = (start[0] - back, end[1] + ahead, start[2] - back, end[3] + ahead)
        if wider == regions[number]:
            number += 1
        else:
            regions[first:last] = [wider]
            number = first
    return regions


def _grown(run: Run, units: Sequence[Run]) -> Run:
    start, end = run
    for first, stop in units:
        if (first < end and start < stop) or (start == end and first < start < stop):
            start, end = min(start, first), max(end, stop)
    return start, end


def _units(run: Run, values: Sequence[Run]) -> list[Run]:
    units: list[Run] = []
    place = run[0]
    for start, end in values:
        if place <= start and end <= run[1]:
            units += [(number, number + 1) for number in range(place, start)]
            units.append((start, end))
            place = end
    return units + [(number, number + 1) for number in range(place, run[1])]


def _paired(left: Passage, right: Passage, region: Region, values: tuple[Sequence[Run], Sequence[Run]]) -> list[Part]:
    """Units of a region in order: answered ones with their kinship, the others with an empty side."""
    i1, i2, j1, j2 = region
    if i2 == i1 + 1 and j2 == j1 + 1:
        return [Part((i1, i2), (j1, j2), _unit_kin(left, right, (i1, i2), (j1, j2), values))]
    first, second = _units((i1, i2), values[0]), _units((j1, j2), values[1])
    n, m = len(first), len(second)
    if not n or not m or n * m > LARGEST_REGION:
        return [Part((i1, i2), (j1, j2), 0.0)]
    kin = [[_unit_kin(left, right, a, b, values) for b in second] for a in first]
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            best[i][j] = max(best[i + 1][j + 1] + kin[i][j] + UNLIKE, best[i + 1][j], best[i][j + 1])
    parts: list[Part] = []
    i = j = 0
    while i < n or j < m:
        if i < n and j < m and best[i][j] == best[i + 1][j + 1] + kin[i][j] + UNLIKE:
            parts.append(Part(first[i], second[j], kin[i][j]))
            i, j = i + 1, j + 1
        elif i < n and best[i][j] == best[i + 1][j]:
            place = second[j][0] if j < m else j2
            parts.append(Part(first[i], (place, place), 0.0))
            i += 1
        else:
            place = first[i][0] if i < n else i2
            parts.append(Part((place, place), second[j], 0.0))
            j += 1
    return parts


def _unit_kin(left: Passage, right: Passage, a: Run, b: Run, values: tuple[Sequence[Run], Sequence[Run]]) -> float:
    ours, theirs = left.keys[a[0] : a[1]], right.keys[b[0] : b[1]]
    if ours == theirs:
        return 1.0
    if a in values[0] and b in values[1]:
        return 0.9
    if len(ours) == len(theirs) == 1:
        return min(0.95, kinship(ours[0], theirs[0]))
    return min(0.95, max([kinship(x, y) for x in ours for y in theirs]))


def _merged(parts: Sequence[Part], left: Passage, right: Passage) -> list[Part]:
    """Words without answer join a neighbour, words without kinship one another: one change, not two."""
    merged: list[Part] = []
    for part in parts:
        last = merged[-1] if merged else None
        if last is not None and _joins(last, part, left, right):
            kin = 0.0 if last.kin < KIN and part.kin < KIN else max(last.kin, part.kin)
            merged[-1] = Part((last.left[0], part.left[1]), (last.right[0], part.right[1]), kin)
        else:
            merged.append(part)
    return merged


def _joins(last: Part, part: Part, left: Passage, right: Passage) -> bool:
    if part.kin == 1.0 or last.kin == 1.0:
        return False
    for passage, before, after in ((left, last.left, part.left), (right, last.right, part.right)):
        if before[1] > before[0] and after[1] > after[0] and passage.parted(before[1], after[0]):
            return False
    if _one_sided(part):
        # A word without answer belongs to what stands before it, a function word to what it leads in.
        run, passage = (part.left, left) if part.left[1] > part.left[0] else (part.right, right)
        return _one_sided(last) or not all(_leads_in(passage, number) for number in range(*run))
    return _one_sided(last) or (part.kin < KIN and last.kin < KIN)


def _leads_in(passage: Passage, number: int) -> bool:
    """Whether a word is a function word; one with a capital ("9 Might") was put for another word."""
    return is_function_word(passage.keys[number]) and (number == 0 or not passage.word(number)[:1].isupper())


def _one_sided(part: Part) -> bool:
    return part.left[0] == part.left[1] or part.right[0] == part.right[1]


def _without_islands(found: Sequence[Difference], left: Passage, right: Passage) -> list[Difference]:
    """Differences with a lone function word between them become one, where neither is a word put for its kin."""
    result: list[Difference] = []
    for difference in found:
        if result:
            last = result[-1]
            gap = left.keys[last.left[1] : difference.left[0]]
            island = len(gap) == 1 and is_function_word(gap[0])
            if island and _is_loose(last, left, right) and _is_loose(difference, left, right):
                result[-1] = Difference((last.left[0], difference.left[1]), (last.right[0], difference.right[1]))
                continue
        result.append(difference)
    return result


def _is_loose(difference: Difference, left: Passage, right: Passage) -> bool:
    """Whether a difference is mere rephrasing: no word put for its kin, no value, nothing denied or doubted."""
    ours, theirs = left.keys[slice(*difference.left)], right.keys[slice(*difference.right)]
    if not ours or not theirs or (len(ours) == len(theirs) == 1 and kinship(ours[0], theirs[0]) >= KIN):
        return False
    return not any(tells_value(key) or is_negation(key) or is_hedge(key) for key in (*ours, *theirs))


def cut_at_breaks(found: Sequence[Difference], left: Passage, right: Passage) -> list[Difference]:
    """The differences, none of them reaching from a sentence into another one that stands elsewhere in the text.

    The longer part of one that did keeps what answers it on the other side.
    """
    result = list(found)
    for side, passage in enumerate((left, right)):
        for place in passage.breaks:
            for number, difference in enumerate(result):
                (start, stop), other = difference[side], difference[1 - side]
                if start < place < stop:
                    first = other[1] if place - start >= stop - place else other[0]
                    parts = ((start, place), (other[0], first)), ((place, stop), (first, other[1]))
                    result[number : number + 1] = [Difference(*(part[::-1] if side else part)) for part in parts]
                    break
    return result
