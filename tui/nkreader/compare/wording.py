"""Which word answers which, same or substituted, across small reorderings and inflection.

A hidden Markov alignment (Vogel et al. 1996) whose emissions are lexical kinship instead of learnt tables, decoded in
both directions; the two are symmetrised by growing their intersection (Och and Ney 2003).
"""

from __future__ import annotations

from collections.abc import Sequence

from nkreader.compare.kinship import is_content, kinship
from nkreader.text.words import folded

STEP = 0.15
SKIP = 0.8
BACK = 1.2
"""Cost of every word that a jump skips or goes back."""
JUMP = 2.2
"""Most that a jump costs, however far."""
NEVER = -9.0
END = 3.0
REACH = 2
SOLID = 0.0
SUM = 4
RUN = 4
STAY = 0.9
"""Cost of answering the same word again."""


def align_words(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Which word answers which, as pairs of word numbers, sorted. A word may answer several."""
    first, second = [*(folded(word) for word in left), "\0"], [*(folded(word) for word in right), "\0"]
    gains = [[_gain(a, b) for b in second[:-1]] + [NEVER] for a in first[:-1]]
    gains.append([NEVER] * (len(second) - 1) + [END])
    forward = set(_best_path(gains))
    backward = {(i, j) for j, i in _best_path([list(column) for column in zip(*gains, strict=True)])}
    pairs = _symmetrised(forward, backward, gains, first, second)
    pairs = _supported(pairs, first, second)
    pairs = _with_runs(pairs, first, second)
    return sorted(pair for pair in pairs if pair[0] < len(left) and pair[1] < len(right))


def _gain(a: str, b: str) -> float:
    likeness = kinship(a, b)
    content = is_content(a), is_content(b)
    if likeness == 1.0:
        return 4.0 if content[0] else 1.6
    if likeness >= 0.4:
        return 4.0 * likeness - 1.2
    if likeness > 0.0:
        return likeness - 0.3
    if content[0] and content[1]:
        return -0.15
    return -0.9


def _best_path(gains: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The best answer of each row's word among the columns, order and gains weighed together; some have none."""
    count = len(gains[0])
    # places 0..count: the column answered last plus one; 0 before the first
    scores = [0.0] + [float("-inf")] * count
    history: list[
        list[int]
    ] = []  # for every row and place: previous place, negative - 1 where the row's word has no answer
    for row in gains:
        ahead: list[tuple[float, int]] = [(NEVER * 9, 0)]
        best, where = float("-inf"), 0
        top, top_where = max((score, -place) for place, score in enumerate(scores))
        for place in range(count):
            best -= STEP
            if scores[place] - SKIP > best:
                best, where = scores[place] - SKIP, place
            ahead.append((best, where))
        behind: list[tuple[float, int]] = [(0.0, 0)] * (count + 2)
        best, where = float("-inf"), 0
        for place in range(count, 0, -1):
            behind[place] = (best, where)
            best -= STEP
            if scores[place] - BACK >= best:
                best, where = scores[place] - BACK, place
        new = list(scores)
        back = [-place - 1 for place in range(count + 1)]
        for column, gain in enumerate(row):
            place = column + 1
            options = [
                (scores[column], column),
                ahead[column],
                behind[place],
                (scores[place] - STAY, place),
                (top - JUMP, -top_where),
            ]
            value, previous = max(options, key=lambda option: option[0])
            if value + gain > new[place]:
                new[place] = value + gain
                back[place] = previous
        history.append(back)
        scores = new
    place = max(range(count + 1), key=lambda place: (scores[place], -place))
    pairs: list[tuple[int, int]] = []
    for number in range(len(gains) - 1, -1, -1):
        previous = history[number][place]
        if previous >= 0:
            pairs.append((number, place - 1))
            place = previous
    return pairs[::-1]


def _symmetrised(
    forward: set[tuple[int, int]], backward: set[tuple[int, int]], gains: Sequence[Sequence[float]], first, second
) -> set[tuple[int, int]]:
    pairs = forward & backward
    union = forward | backward
    grown = True
    while grown:
        grown = False
        lefts, rights = {i for i, _ in pairs}, {j for _, j in pairs}
        for i, j in sorted(union - pairs, key=lambda pair: (-gains[pair[0]][pair[1]], pair)):
            if i in lefts and j in rights:
                continue
            if first[i] == second[j] and (i in lefts or j in rights):
                continue
            near = any((i + a, j + b) in pairs for a in (-1, 0, 1) for b in (-1, 0, 1))
            if ((i not in lefts and j not in rights) and (near or gains[i][j] > 0.5)) or (near and gains[i][j] > 0.5):
                pairs.add((i, j))
                lefts.add(i)
                rights.add(j)
                grown = True
    return pairs


def _supported(pairs: set[tuple[int, int]], first: Sequence[str], second: Sequence[str]) -> set[tuple[int, int]]:
    """Function words and weak kin need company: a pair close by on both sides, in the same order."""
    end = (len(first) - 1, len(second) - 1)
    kept = set()
    for i, j in pairs:
        if (i, j) == end or (is_content(first[i]) and is_content(second[j]) and kinship(first[i], second[j]) >= 0.4):
            kept.add((i, j))
            continue
        reach = range(-REACH, REACH + 1)
        same = first[i] == second[j]
        if any(
            (
                (i + a, j + b) in pairs
                and (not same or (i + a, j + b) == end or kinship(first[i + a], second[j + b]) >= SOLID)
            )
            or (i + a, j + b) == (-1, -1)
            for a in reach
            for b in reach
            if a * b > 0 and (not same or abs(a) + abs(b) <= SUM)
        ):
            kept.add((i, j))
    return kept


def _with_runs(pairs: set[tuple[int, int]], first: Sequence[str], second: Sequence[str]) -> set[tuple[int, int]]:
    """Short runs without answer between two pairs that follow each other answer each other word for word."""
    lefts, rights = {}, {}
    for i, j in pairs:
        lefts.setdefault(i, []).append(j)
        rights.setdefault(j, []).append(i)
    added = set(pairs)
    spots = sorted(pairs | {(-1, -1)})
    for i, j in spots:
        a = i + 1
        while a < len(first) - 1 and a not in lefts:
            a += 1
        b = j + 1
        while b < len(second) - 1 and b not in rights:
            b += 1
        n, m = a - i - 1, b - j - 1
        if n and m and (a, b) in pairs and n + m <= RUN:
            added.update((x, y) for x in range(i + 1, a) for y in range(j + 1, b))
    return added
