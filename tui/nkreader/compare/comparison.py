"""Two articles side by side: rows, changes, summary. The sides are computed in one fixed order, so that they mirror."""

from __future__ import annotations

from collections.abc import Sequence

from nkreader.compare.differences import differences
from nkreader.compare.kinds import kind_of
from nkreader.compare.mirror import mirrored
from nkreader.compare.model import Change, Comparison, Row, RowKind, Summary
from nkreader.compare.rows import in_order, residue_rows
from nkreader.compare.sentences import align_sentences
from nkreader.compare.tokens import Sentence, sentences_of
from nkreader.model import Article


def compare(left: Article, right: Article) -> Comparison:
    """The comparison of two articles. `compare(b, a)` is `mirrored(compare(a, b))`."""
    if (right.text, right.boilerplate) < (left.text, left.boilerplate):
        return mirrored(_compared(right, left))
    return _compared(left, right)


def _compared(left: Article, right: Article) -> Comparison:
    first, second = sentences_of(left), sentences_of(right)
    rows = residue_rows(left, right)
    used_left: set[int] = set()
    used_right: set[int] = set()
    for link in align_sentences(first, second):
        used_left.update(link.left)
        used_right.update(link.right)
        parts = first[link.left.start : link.left.stop], second[link.right.start : link.right.stop]
        changes = _changes(left, right, *parts)
        rows.append(
            Row(
                RowKind.CHANGED if changes else RowKind.SAME,
                link.moved,
                tuple(part.span for part in parts[0]),
                tuple(part.span for part in parts[1]),
                changes,
            )
        )
    rows += [Row(RowKind.LEFT_ONLY, False, (part.span,), ()) for i, part in enumerate(first) if i not in used_left]
    rows += [Row(RowKind.RIGHT_ONLY, False, (), (part.span,)) for j, part in enumerate(second) if j not in used_right]
    ordered = in_order(rows)
    return Comparison(left.id, right.id, tuple(ordered), _summary(ordered, first, second))


def _changes(
    left: Article, right: Article, first: Sequence[Sentence], second: Sequence[Sentence]
) -> tuple[Change, ...]:
    changes: list[Change] = []
    for a, b in differences(first, second):
        kind, flags = kind_of(left.text, right.text, a, b)
        changes.append(Change(kind, a, b, flags))
    return tuple(changes)


def _summary(rows: Sequence[Row], first: Sequence[Sentence], second: Sequence[Sentence]) -> Summary:
    aligned = [row for row in rows if row.kind in (RowKind.SAME, RowKind.CHANGED)]
    changes = [change for row in aligned for change in row.changes]
    counts = [{part.span: len(part.words) for part in side} for side in (first, second)]
    totals = [sum(side.values()) for side in counts]
    shared = [
        sum(counts[0][span] for row in aligned for span in row.left),
        sum(counts[1][span] for row in aligned for span in row.right),
    ]
    starts = [sorted(word.start for part in side for word in part.words) for side in (first, second)]
    return Summary(
        sentences=(len(first), len(second)),
        aligned=len(aligned),
        moved=sum(row.moved for row in rows),
        words_changed=sum(max(_within(starts[0], change.left), _within(starts[1], change.right)) for change in changes),
        facts=sum(change.is_fact for change in changes),
        quotations_altered=0,
        shared_left=shared[0] / totals[0] if totals[0] else 0.0,
        shared_right=shared[1] / totals[1] if totals[1] else 0.0,
    )


def _within(starts: Sequence[int], span: tuple[int, int]) -> int:
    from bisect import bisect_left

    return bisect_left(starts, span[1]) - bisect_left(starts, span[0])
