"""Which word of a replaced run answers which."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel, Levenshtein

Run = tuple[int, int]


def paired_run(left: Sequence[str], right: Sequence[str]) -> list[tuple[Run, Run]]:
    """The parts of a replaced run that answer each other, as word numbers; words without answer have an empty side."""
    n, m = len(left), len(right)
    if not n or not m:
        return [((0, n), (0, m))]
    if n == m:
        return [((k, k + 1), (k, k + 1)) for k in range(n)]
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            score = 0.1 + Indel.normalized_similarity(left[i], right[j])
            best[i][j] = max(best[i + 1][j + 1] + score, best[i + 1][j], best[i][j + 1])
    parts: list[tuple[Run, Run]] = []
    i = j = 0
    while i < n and j < m:
        score = 0.1 + Indel.normalized_similarity(left[i], right[j])
        if best[i][j] == best[i + 1][j + 1] + score:
            parts.append(((i, i + 1), (j, j + 1)))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return _with_leftovers(parts, n, m)


def _with_leftovers(parts: list[tuple[Run, Run]], n: int, m: int) -> list[tuple[Run, Run]]:
    """Words without answer join the pair before them (or after, at the front): one change, not two."""
    grown: list[tuple[Run, Run]] = []
    for number, ((a, _), (c, _)) in enumerate(parts):
        following = parts[number + 1] if number + 1 < len(parts) else ((n, n), (m, m))
        start = (0, 0) if number == 0 else (a, c)
        grown.append(((start[0], following[0][0]), (start[1], following[1][0])))
    return grown


def align_words(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Which word answers which, same or substituted, as pairs of word numbers in order."""
    pairs: list[tuple[int, int]] = []
    first, second = [word.casefold() for word in left], [word.casefold() for word in right]
    for tag, i1, i2, j1, j2 in Levenshtein.opcodes(first, second):
        if tag == "equal":
            pairs += zip(range(i1, i2), range(j1, j2), strict=True)
        elif tag == "replace":
            pairs += zip(range(i1, i2), range(j1, j2), strict=False)
    return pairs
