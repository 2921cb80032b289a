"""What the aligned text of two articles supports: a link of one kind, or none."""

from __future__ import annotations

from nkreader.compare.model import ChangeKind, Comparison, Row, RowKind
from nkreader.families.kinship import kinship
from nkreader.families.model import Link, LinkKind
from nkreader.families.profile import profile_of
from nkreader.model import Article

# Kinship from which two articles are one.
LINKED = 0.55
# Share of a text's words in aligned sentences from which the text as a whole is taken over.
WHOLE = 0.8


def link_of(left: Article, right: Article, comparison: Comparison) -> Link | None:
    """The link between two articles, None where their text supports none. Depends on the two and fixed tables only."""
    mine, theirs = profile_of(left), profile_of(right)
    if kinship(mine, theirs) < LINKED:
        return None
    return Link(
        left.id,
        right.id,
        _kind(left, right, comparison),
        comparison.summary.shared_left,
        comparison.summary.shared_right,
    )


def _kind(left: Article, right: Article, comparison: Comparison) -> LinkKind:
    if left.text == right.text:
        return LinkKind.IDENTICAL
    if profile_of(left).digest == profile_of(right).digest:
        return LinkKind.BOILERPLATE
    summary = comparison.summary
    aligned = [row for row in comparison.rows if row.kind in (RowKind.SAME, RowKind.CHANGED)]
    kept = sum(len(span.of(left.text)) for row in aligned if row.kind is RowKind.SAME for span in row.left)
    total = sum(len(span.of(left.text)) for row in aligned for span in row.left) or 1
    if kept / total > 0.6:
        one_sided = (
            min(summary.shared_left, summary.shared_right) < WHOLE <= max(summary.shared_left, summary.shared_right)
        )
        return LinkKind.EXCERPT if one_sided else LinkKind.REVISION
    if _in_step(aligned):
        return LinkKind.SPUN
    return LinkKind.REWRITE


def _in_step(rows: list[Row]) -> bool:
    """Whether most changes put words in the place of others, as a synonym spinner does, and few add or drop."""
    swapped = moved = 0
    for row in rows:
        for change in row.changes:
            if change.kind in (ChangeKind.ADDED, ChangeKind.DROPPED):
                moved += 1
            else:
                swapped += 1
    one_to_one = sum(len(row.left) == 1 == len(row.right) for row in rows)
    return swapped >= 3 * moved and one_to_one >= 0.8 * len(rows)
