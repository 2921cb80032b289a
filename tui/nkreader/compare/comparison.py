"""Two articles side by side: rows, changes, summary. The sides are computed in one fixed order, so that they mirror."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from nkreader.compare.differences import differences
from nkreader.compare.kinds import changes_of
from nkreader.compare.mirror import mirrored
from nkreader.compare.model import Comparison, Row, RowKind, Summary
from nkreader.compare.passage import Passage
from nkreader.compare.rows import in_order, residue_rows
from nkreader.compare.sentences import align_sentences
from nkreader.compare.tokens import Side
from nkreader.model import Article


def compare(left: Article, right: Article) -> Comparison:
    """The comparison of two articles. `compare(b, a)` is `mirrored(compare(a, b))`."""
    if _rank(right) < _rank(left):
        return mirrored(_compared(right, left))
    return _compared(left, right)


def _rank(article: Article) -> tuple[str, list[tuple[int, int, str]]]:
    return article.text, [(item.start, item.end, item.kind) for item in article.boilerplate]


def _compared(left: Article, right: Article) -> Comparison:
    sides = Side(left), Side(right)
    first, second = sides[0].sentences, sides[1].sentences
    rows = residue_rows(left, right)
    used_left: set[int] = set()
    used_right: set[int] = set()
    for link in align_sentences(first, second):
        used_left.update(link.left)
        used_right.update(link.right)
        parts = first[link.left.start : link.left.stop], second[link.right.start : link.right.stop]
        passages = Passage(sides[0], parts[0]), Passage(sides[1], parts[1])
        found = differences(*passages)
        changes = changes_of(*passages, found) if found else ()
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
    return Comparison(left.id, right.id, tuple(ordered), _summary(ordered, *sides))


def _summary(rows: Sequence[Row], left: Side, right: Side) -> Summary:
    first, second = left.sentences, right.sentences
    aligned = [row for row in rows if row.kind in (RowKind.SAME, RowKind.CHANGED)]
    changes = [change for row in aligned for change in row.changes]
    quoted = [change for change in changes if change.in_quotation]
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
        quotations_altered=max(
            len({left.quotation_of(change.left) for change in quoted} - {None}),
            len({right.quotation_of(change.right) for change in quoted} - {None}),
        ),
        shared_left=shared[0] / totals[0] if totals[0] else 0.0,
        shared_right=shared[1] / totals[1] if totals[1] else 0.0,
    )


def _within(starts: Sequence[int], span: tuple[int, int]) -> int:
    return bisect_left(starts, span[1]) - bisect_left(starts, span[0])
