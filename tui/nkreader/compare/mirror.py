"""A comparison seen from its other side."""

from __future__ import annotations

from dataclasses import replace

from nkreader.compare.model import Change, ChangeKind, Comparison, Flag, Row, RowKind
from nkreader.compare.rows import in_order

_ROWS = {RowKind.LEFT_ONLY: RowKind.RIGHT_ONLY, RowKind.RIGHT_ONLY: RowKind.LEFT_ONLY}
_KINDS = {ChangeKind.ADDED: ChangeKind.DROPPED, ChangeKind.DROPPED: ChangeKind.ADDED}
_FLAGS = {Flag.TORTURED_LEFT: Flag.TORTURED_RIGHT, Flag.TORTURED_RIGHT: Flag.TORTURED_LEFT}
_ORDER = list(Flag)


def mirrored(comparison: Comparison) -> Comparison:
    """The comparison with its sides swapped: rows in the other text's order, one-sided kinds and flags exchanged."""
    summary = comparison.summary
    return Comparison(
        comparison.right,
        comparison.left,
        tuple(in_order([mirrored_row(row) for row in comparison.rows])),
        replace(
            summary,
            sentences=(summary.sentences[1], summary.sentences[0]),
            shared_left=summary.shared_right,
            shared_right=summary.shared_left,
        ),
    )


def mirrored_row(row: Row) -> Row:
    """A row with its sides swapped."""
    if not row.changes:
        return Row(_ROWS.get(row.kind, row.kind), row.moved, row.right, row.left)
    changes = sorted((_change(change) for change in row.changes), key=lambda change: (change.left, change.right))
    return Row(_ROWS.get(row.kind, row.kind), row.moved, row.right, row.left, tuple(changes))


def _change(change: Change) -> Change:
    flags = sorted((_FLAGS.get(flag, flag) for flag in change.flags), key=_ORDER.index)
    return Change(_KINDS.get(change.kind, change.kind), change.right, change.left, tuple(flags))
