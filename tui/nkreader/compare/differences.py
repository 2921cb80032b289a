"""Which words of a row differ, as a reader wants them shown: values whole, replaced words paired, no confetti."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from nkreader.compare.kinship import is_content, kinship
from nkreader.compare.passage import Passage, Run
from nkreader.lexicon.cues import is_function_word

KIN = 0.4
"""Kinship from which a replaced word is shown beside its answer as a change of its own."""
UNLIKE = 0.05
"""What pairing two words without kinship is worth: order alone."""
VALUE_HINT = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "yesterday",
        "today",
        "tomorrow",
        "percent",
        "cent",
        "hundred",
        "thousand",
        "million",
        "billion",
        "trillion",
        "dozen",
        "half",
        "third",
        "quarter",
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "year",
        "years",
        "hour",
        "hours",
        "minute",
        "minutes",
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
    ]  # reads as a list of words
)


class Difference(NamedTuple):
    """Runs of words that differ; either may be empty, not both."""

    left: Run
    right: Run


class Part(NamedTuple):
    left: Run
    right: Run
    kin: float
    """1 the same, 0 no kinship or no answer."""


def differences(left: Passage, right: Passage) -> list[Difference]:
    """The differences of a row, in order."""
    if left.keys == right.keys:
        return []
    regions = [(i1, i2, j1, j2) for tag, i1, i2, j1, j2 in Levenshtein.opcodes(left.keys, right.keys) if tag != "equal"]
    if _hints(left, ((i1, i2) for i1, i2, _, _ in regions)) or _hints(right, ((j1, j2) for _, _, j1, j2 in regions)):
        units = [run for run, _ in left.values], [run for run, _ in right.values]
        regions = _whole(regions, *units)
    else:
        units = [], []
    found: list[Difference] = []
    for region in regions:
        for part in _merged(_paired(left, right, region, units)):
            if part.kin < 1.0:
                found.append(Difference(part.left, part.right))
    return _without_islands(found, left, right)


def _hints(passage: Passage, runs: Iterable[Run]) -> bool:
    for start, end in runs:
        for key in passage.keys[max(0, start - 2) : end + 2]:
            if key in VALUE_HINT or any(char.isdigit() for char in key) or "-" in key:
                return True
    return False


Region = tuple[int, int, int, int]


def _whole(regions: Sequence[Region], left: Sequence[Run], right: Sequence[Run]) -> list[Region]:
    """Regions widened so that none cuts through a value; what is between two regions is the same on both sides."""
    regions = list(regions)
    changed = True
    while changed:
        changed = False
        for number, (i1, i2, j1, j2) in enumerate(regions):
            before = _grown((i1, i2), left), _grown((j1, j2), right)
            back = max(i1 - before[0][0], j1 - before[1][0])
            ahead = max(before[0][1] - i2, before[1][1] - j2)
            if back or ahead:
                regions[number] = (i1 - back, i2 + ahead, j1 - back, j2 + ahead)
                changed = True
        regions = _fused(regions)
    return regions


def _grown(run: Run, units: Sequence[Run]) -> Run:
    start, end = run
    for first, stop in units:
        if (first < end and start < stop) or (start == end and first < start < stop):
            start, end = min(start, first), max(end, stop)
    return start, end


def _fused(regions: Sequence[Region]) -> list[Region]:
    fused: list[Region] = []
    for region in sorted(regions):
        if fused and (region[0] < fused[-1][1] or region[2] < fused[-1][3]):
            last = fused[-1]
            fused[-1] = (
                min(last[0], region[0]),
                max(last[1], region[1]),
                min(last[2], region[2]),
                max(last[3], region[3]),
            )
        else:
            fused.append(region)
    return [(max(0, a), b, max(0, c), d) for a, b, c, d in fused]


def _units(run: Run, values: Sequence[Run]) -> list[Run]:
    units: list[Run] = []
    place = run[0]
    for start, end in values:
        if run[0] <= start and end <= run[1] and start >= place:
            units += [(number, number + 1) for number in range(place, start)]
            units.append((start, end))
            place = end
    return units + [(number, number + 1) for number in range(place, run[1])]


def _paired(left: Passage, right: Passage, region: Region, values: tuple[Sequence[Run], Sequence[Run]]) -> list[Part]:
    """Units of a region in order: answered ones with their kinship, the others with an empty side."""
    i1, i2, j1, j2 = region
    first, second = _units((i1, i2), values[0]), _units((j1, j2), values[1])
    if not first or not second or len(first) * len(second) > 10_000:
        return [Part((i1, i2), (j1, j2), 0.0)]
    whole = set(values[0]), set(values[1])
    kin = [[_unit_kin(left, right, a, b, whole) for b in second] for a in first]
    n, m = len(first), len(second)
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
            parts.append(Part(first[i], (second[j][0],) * 2 if j < m else (j2, j2), 0.0))
            i += 1
        else:
            parts.append(Part((first[i][0],) * 2 if i < n else (i2, i2), second[j], 0.0))
            j += 1
    return parts


def _unit_kin(left: Passage, right: Passage, a: Run, b: Run, values: tuple[set[Run], set[Run]]) -> float:
    keys = left.keys[a[0] : a[1]], right.keys[b[0] : b[1]]
    if keys[0] == keys[1]:
        return 1.0
    if a in values[0] and b in values[1]:
        return 0.9
    return min(0.95, max(kinship(x, y) for x in keys[0] for y in keys[1]))


def _merged(parts: Sequence[Part]) -> list[Part]:
    """Words without answer join a neighbour: one change, not two."""
    merged: list[Part] = []
    for part in parts:
        last = merged[-1] if merged else None
        if last is None or part.kin == 1.0 or last.kin == 1.0:
            merged.append(part)
        elif part.kin < KIN or (last.kin < KIN and (_empty(last) or part.kin < KIN)):
            merged[-1] = Part((last.left[0], part.left[1]), (last.right[0], part.right[1]), max(last.kin, part.kin))
        else:
            merged.append(part)
    return merged


def _empty(part: Part) -> bool:
    return part.left[0] == part.left[1] or part.right[0] == part.right[1]


def _without_islands(found: Sequence[Difference], left: Passage, right: Passage) -> list[Difference]:
    """Differences with a lone function word between them become one, where neither is a word put for its kin."""
    result: list[Difference] = []
    for difference in found:
        if result:
            last = result[-1]
            gap = left.keys[last.left[1] : difference.left[0]]
            if (
                len(gap) == 1
                and is_function_word(gap[0])
                and _loose(last, left, right)
                and _loose(difference, left, right)
            ):
                result[-1] = Difference((last.left[0], difference.left[1]), (last.right[0], difference.right[1]))
                continue
        result.append(difference)
    return result


def _loose(difference: Difference, left: Passage, right: Passage) -> bool:
    (a, b), (c, d) = difference
    if b - a == 1 and d - c == 1:
        return kinship(left.keys[a], right.keys[c]) < KIN and is_content(left.keys[a])
    return b - a > 0 and d - c > 0
