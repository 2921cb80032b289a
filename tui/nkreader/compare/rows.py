"""Rows from links: the order in which they stand, residue beside them, and the summary."""

from __future__ import annotations

from collections.abc import Sequence

from nkreader.compare.model import Row, RowKind
from nkreader.compare.tokens import keys_of
from nkreader.model import Article, Span


def in_order(rows: Sequence[Row]) -> list[Row]:
    """Rows in the left text's order; rows of the right side alone after the row that precedes them on the right."""
    rightward = sorted(((span, row) for row in rows for span in row.right), key=lambda item: item[0])
    following: dict[int, list[Row]] = {}
    anchor = 0
    for _, row in rightward:
        if row.left:
            anchor = id(row)
        else:
            following.setdefault(anchor, []).append(row)
    result = following.get(0, [])
    for row in sorted((row for row in rows if row.left), key=lambda row: row.left[0]):
        result.append(row)
        result += following.get(id(row), ())
    return result


def residue_rows(left: Article, right: Article) -> list[Row]:
    """Rows of boilerplate: two-sided where both sides have the same residue."""
    waiting: dict[tuple[str, tuple[str, ...]], list[Span]] = {}
    for item in right.boilerplate:
        key = (item.kind, keys_of(right.text, item.span))
        waiting.setdefault(key, []).append(item.span)
    rows: list[Row] = []
    for item in left.boilerplate:
        partners = waiting.get((item.kind, keys_of(left.text, item.span)))
        answer = (partners.pop(0),) if partners else ()
        rows.append(Row(RowKind.BOILERPLATE, False, (item.span,), answer))
    rows += [Row(RowKind.BOILERPLATE, False, (), (span,)) for spans in waiting.values() for span in spans]
    return rows
