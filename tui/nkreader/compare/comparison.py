"""Two articles side by side: rows, changes, summary. The sides are computed in one fixed order, so that they mirror."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress

from nkreader.compare.differences import differences
from nkreader.compare.fit import Weighed, weighed, with_worse_sides
from nkreader.compare.kinds import changes_of
from nkreader.compare.mirror import mirrored_row
from nkreader.compare.model import Comparison, Row, RowKind, Summary
from nkreader.compare.passage import Passage
from nkreader.compare.rows import in_order, residue_rows
from nkreader.compare.sentences import align_sentences
from nkreader.compare.tokens import Side, side_of
from nkreader.model import Article


def compare(left: Article, right: Article) -> Comparison:
    """The comparison of two articles. `compare(b, a)` is `mirrored(compare(a, b))`."""
    swapped = left.text >= right.text and _rank(right) < _rank(left)
    rows, words_changed = _rows(right, left) if swapped else _rows(left, right)
    ordered = tuple(in_order([mirrored_row(row) for row in rows] if swapped else rows))
    return Comparison(left.id, right.id, ordered, _summary(ordered, words_changed, side_of(left), side_of(right)))


def _rank(article: Article) -> tuple[str, list[tuple[int, int, str]]]:
    return article.text, [(item.start, item.end, item.kind) for item in article.boilerplate]


def _rows(left: Article, right: Article) -> tuple[list[Row], int]:
    """The rows, in no order, and how many words changed in them."""
    sides = side_of(left), side_of(right)
    first, second = sides[0].sentences, sides[1].sentences
    rows = residue_rows(left, right)
    free = [True] * len(first), [True] * len(second)
    words_changed = 0
    shown: dict[int, Weighed] = {}
    for ours, theirs, moved in align_sentences(*sides):
        parts = [first[number] for number in ours], [second[number] for number in theirs]
        for one, run in zip(free, (ours, theirs), strict=True):
            for number in run:
                one[number] = False
        spans = tuple([part.span for part in parts[0]]), tuple([part.span for part in parts[1]])
        if len(spans[0]) == len(spans[1]) == 1 and parts[0][0].keys == parts[1][0].keys:
            rows.append(Row(RowKind.SAME, moved, *spans))
            continue
        passages = Passage.of(sides[0], parts[0]), Passage.of(sides[1], parts[1])
        found = differences(*passages)
        changes, found = changes_of(*passages, found) if found else ((), found)
        if changes:
            shown[len(rows)] = weighed(*passages, changes, found)
            words_changed += sum([b - a if b - a > d - c else d - c for (a, b), (c, d) in found])
        rows.append(Row(RowKind.CHANGED if changes else RowKind.SAME, moved, *spans, changes))
    rows += [Row(RowKind.LEFT_ONLY, False, (part.span,), ()) for part in compress(first, free[0])]
    rows += [Row(RowKind.RIGHT_ONLY, False, (), (part.span,)) for part in compress(second, free[1])]
    return with_worse_sides(rows, shown), words_changed


def _summary(rows: Sequence[Row], words_changed: int, left: Side, right: Side) -> Summary:
    """The figures of a comparison."""
    changes = [change for row in rows for change in row.changes]
    quoted = [change for change in changes if change.in_quotation]
    return Summary(
        sentences=(len(left.sentences), len(right.sentences)),
        aligned=sum([bool(row.left and row.right) and row.kind is not RowKind.BOILERPLATE for row in rows]),
        moved=sum([row.moved for row in rows]),
        words_changed=words_changed,
        facts=sum([change.is_fact for change in changes]),
        quotations_altered=max(
            len({left.quotation_of(change.left) for change in quoted} - {None}),
            len({right.quotation_of(change.right) for change in quoted} - {None}),
        ),
        shared_left=_shared(rows, left, 0),
        shared_right=_shared(rows, right, 1),
    )


def _shared(rows: Sequence[Row], side: Side, number: int) -> float:
    """The share of a side's words in aligned sentences."""
    alone = (RowKind.LEFT_ONLY, RowKind.RIGHT_ONLY)[number]
    lone = {(row.right if number else row.left)[0] for row in rows if row.kind is alone}
    if not side.count:
        return 0.0
    return (side.count - sum([len(part.keys) for part in side.sentences if part.span in lone])) / side.count
