"""Which claim of one article answers which of another, read off their comparison."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from nkreader.claims.model import Claim
from nkreader.compare.model import Comparison, Row, RowKind
from nkreader.model import Span

# Overlap over union of a claim's place, carried over to the other article, with the claim found there.
_LEAST_OVERLAP = 0.34


def answering(comparison: Comparison, left: Sequence[Claim], right: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """The pairs of claims that stand in answering places, each claim with at most one other, best pairs first."""
    found: list[tuple[float, int, int]] = []
    left_starts = [claim.start for claim in left]
    right_starts = [claim.start for claim in right]
    longest_left = max((claim.end - claim.start for claim in left), default=0)
    longest_right = max((claim.end - claim.start for claim in right), default=0)
    for row in comparison.rows:
        if row.kind not in (RowKind.SAME, RowKind.CHANGED) or not row.left or not row.right:
            continue
        ours = _within(left, left_starts, longest_left, row.left)
        theirs = _within(right, right_starts, longest_right, row.right)
        if not ours or not theirs:
            continue
        points = _points(row)
        alone = len(ours) == 1 and len(theirs) == 1
        for one in ours:
            carried = Span(_carry(points, left[one].start), _carry(points, left[one].end))
            for two in theirs:
                overlap = _overlap(carried, right[two])
                kindred = (left[one].speaker is None) == (right[two].speaker is None)
                if overlap >= _LEAST_OVERLAP or alone:
                    found.append((overlap + 0.05 * kindred, one, two))
    pairs = []
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    for _, one, two in sorted(found, key=lambda item: (-item[0], item[1], item[2])):
        if one not in taken_left and two not in taken_right:
            taken_left.add(one)
            taken_right.add(two)
            pairs.append((left[one], right[two]))
    return pairs


def _within(claims: Sequence[Claim], starts: Sequence[int], longest: int, spans: Sequence[Span]) -> list[int]:
    """The claims that lie at least half inside the row's sentences (those of several sentences: that touch them)."""
    first = bisect_left(starts, spans[0].start - longest)
    last = bisect_left(starts, spans[-1].end)
    found = []
    for place in range(first, last):
        claim = claims[place]
        inside = sum(max(0, min(claim.end, span.end) - max(claim.start, span.start)) for span in spans)
        covered = sum(span.end - span.start for span in spans)
        if inside * 2 >= claim.end - claim.start or inside * 2 >= covered:
            found.append(place)
    return found


def _points(row: Row) -> list[tuple[int, int]]:
    """Places that answer each other in a row: its ends and those of its changes, rising on both sides."""
    points = [(row.left[0].start, row.right[0].start), (row.left[-1].end, row.right[-1].end)]
    for change in row.changes:
        points.append((change.left.start, change.right.start))
        points.append((change.left.end, change.right.end))
    points.sort()
    rising: list[tuple[int, int]] = []
    for point in points:
        if not rising or point[1] >= rising[-1][1]:
            rising.append(point)
    return rising


def _carry(points: Sequence[tuple[int, int]], place: int) -> int:
    """A place of the left text, carried over to the right one between the nearest answering places."""
    following = bisect_left(points, (place, -1))
    if following == 0:
        return points[0][1]
    if following == len(points):
        return points[-1][1]
    (left_a, right_a), (left_b, right_b) = points[following - 1], points[following]
    if left_b == left_a:
        return right_b
    return right_a + (place - left_a) * (right_b - right_a) // (left_b - left_a)


def _overlap(span: Span, claim: Claim) -> float:
    shared = min(span.end, claim.end) - max(span.start, claim.start)
    return shared / (max(span.end, claim.end) - min(span.start, claim.start)) if shared > 0 else 0.0
