"""Two articles side by side: rows, changes, summary. The sides are computed in one fixed order, so that they mirror."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress

from nkreader.compare.differences import differences
from nkreader.compare.kinds import changes_of
from nkreader.compare.mirror import mirrored
from nkreader.compare.model import Change, Comparison, Row, RowKind, Summary
from nkreader.compare.passage import Passage
from nkreader.compare.rows import in_order, residue_rows
from nkreader.compare.sentences import align_sentences
from nkreader.compare.tokens import Sentence, Side, side_of
from nkreader.model import Article


def compare(left: Article, right: Article) -> Comparison:
    """The comparison of two articles. `compare(b, a)` is `mirrored(compare(a, b))`."""
    if _rank(right) < _rank(left):
        return mirrored(_compared(right, left))
    return _compared(left, right)


def _rank(article: Article) -> tuple[str, list[tuple[int, int, str]]]:
    return article.text, [(item.start, item.end, item.kind) for item in article.boilerplate]


def _compared(left: Article, right: Article) -> Comparison:
    sides = side_of(left), side_of(right)
    first, second = sides[0].sentences, sides[1].sentences
    links = align_sentences(first, second)
    rows = residue_rows(left, right)
    free = [True] * len(first), [True] * len(second)
    for link in links:
        parts = first[link.left.start : link.left.stop], second[link.right.start : link.right.stop]
        for place in link.left:
            free[0][place] = False
        for place in link.right:
            free[1][place] = False
        changes = _changes(sides, parts)
        rows.append(
            Row(
                RowKind.CHANGED if changes else RowKind.SAME,
                link.moved,
                tuple([part.span for part in parts[0]]),
                tuple([part.span for part in parts[1]]),
                changes,
            )
        )
    rows += [Row(RowKind.LEFT_ONLY, False, (part.span,), ()) for part in compress(first, free[0])]
    rows += [Row(RowKind.RIGHT_ONLY, False, (), (part.span,)) for part in compress(second, free[1])]
    ordered = tuple(in_order(rows))
    lone = [
        sum(part.stop - part.first for part in compress(side, mask))
        for side, mask in zip((first, second), free, strict=True)
    ]
    return Comparison(left.id, right.id, ordered, _summary(ordered, len(links), lone, *sides))


def _changes(sides: tuple[Side, Side], parts: tuple[Sequence[Sentence], Sequence[Sentence]]) -> tuple[Change, ...]:
    """What differs between the sentences of a row."""
    if len(parts[0]) == len(parts[1]) == 1 and parts[0][0].keys == parts[1][0].keys:
        return ()
    passages = Passage(sides[0], parts[0]), Passage(sides[1], parts[1])
    found = differences(*passages)
    return changes_of(*passages, found) if found else ()


def _summary(rows: Sequence[Row], aligned: int, lone: Sequence[int], left: Side, right: Side) -> Summary:
    """The figures of a comparison; `lone` counts either side's words outside aligned sentences."""
    changes = [change for row in rows for change in row.changes]
    quoted = [change for change in changes if change.in_quotation]
    totals = len(left.starts), len(right.starts)
    return Summary(
        sentences=(len(left.sentences), len(right.sentences)),
        aligned=aligned,
        moved=sum(row.moved for row in rows),
        words_changed=sum(
            max(_within(left.starts, change.left), _within(right.starts, change.right)) for change in changes
        ),
        facts=sum(change.is_fact for change in changes),
        quotations_altered=max(
            len({left.quotation_of(change.left) for change in quoted} - {None}),
            len({right.quotation_of(change.right) for change in quoted} - {None}),
        ),
        shared_left=(totals[0] - lone[0]) / totals[0] if totals[0] else 0.0,
        shared_right=(totals[1] - lone[1]) / totals[1] if totals[1] else 0.0,
    )


def _within(starts: Sequence[int], span: tuple[int, int]) -> int:
    first = bisect_left(starts, span[0])
    return bisect_left(starts, span[1], first) - first
