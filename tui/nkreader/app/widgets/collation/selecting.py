"""Selecting text in one column: what the pointer is on, and what a selection copies.

A selection's offsets are logical: x is a code point of the article's text, y its row, the right text's rows counted on
from the left one's. So a selection stays in its column and copies the text as it was before wrapping.
"""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset
from textual.selection import Selection
from textual.strip import Strip

from nkreader.app.widgets.collation.layout import Layout, LineKind
from nkreader.app.widgets.paint import cell_offset
from nkreader.report.collation.outline import Outline, spans_of
from nkreader.report.collation.ranks import Side


def logical_line(outline: Outline, row: int, side: Side) -> int:
    """The y of a row's side in a selection."""
    return row if side is Side.LEFT else len(outline.rows) + row


def whole_rows(outline: Outline, first: int, last: int, side: Side) -> Selection:
    """The selection of all that one side says from one row to another."""
    end = Offset(len(outline.texts[side]), logical_line(outline, max(first, last), side))
    return Selection(Offset(0, logical_line(outline, min(first, last), side)), end)


def place_at(layout: Layout, y: int, x: int) -> tuple[Side, int, int] | None:
    """Side, row and offset under a cell of line `y`; None where there is no text line."""
    line = layout.line(y)
    if line.kind is not LineKind.TEXT:
        return None
    columns = layout.columns
    side = layout.side_at(y, x)
    piece = line.left if side is Side.LEFT else line.right
    if piece is None:
        return None
    text_at = columns.left_at if side is Side.LEFT else columns.right_at
    start, end = piece
    return side, line.row, start + cell_offset(layout.outline.texts[side][start:end], x - text_at)


def hit_strip(layout: Layout, y: int, held: Side | None) -> Strip:
    """A line as Textual asks for it when it looks for what is under the pointer: every cell has its logical offset.

    While a selection is drawn out in one column (`held`), the cells of the other belong to the nearer end of its line.
    """
    columns = layout.columns
    width = columns.width
    if not layout.items or not 0 <= y < layout.height:
        return Strip.blank(width)
    line = layout.line(y)
    segments: list[Segment] = []
    for x in range(width):
        side = held or layout.side_at(y, x)
        piece = line.left if side is Side.LEFT else line.right
        if piece is None:
            row, offset = _nearest(layout.outline, line.row, side)
        else:
            row = line.row
            at = columns.left_at if side is Side.LEFT else columns.right_at
            start, end = piece
            offset = start + cell_offset(layout.outline.texts[side][start:end], x - at)
        meta = {"offset": (offset, logical_line(layout.outline, row, side))}
        segments.append(Segment(" ", Style.from_meta(meta)))
    return Strip(segments, width)


def _nearest(outline: Outline, row: int, side: Side) -> tuple[int, int]:
    """The end of what that side last said at or before a row."""
    for number in range(row, -1, -1):
        if spans := spans_of(outline.rows[number], side):
            return number, spans[-1].end
    return row, 0


def _bounds(selection: Selection, outline: Outline) -> tuple[Side, tuple[int, int], tuple[int, int]]:
    """The column of a selection and its two ends as (row, offset); an open end is that column's."""
    count = len(outline.rows)
    start, end = selection
    known = start if start is not None else end
    side = Side.RIGHT if known is not None and known.y >= count else Side.LEFT
    base = count if side is Side.RIGHT else 0
    first = (0, 0) if start is None else (max(0, start.y - base), start.x)
    last = (count - 1, len(outline.texts[side])) if end is None else (min(count - 1, end.y - base), end.x)
    return side, first, last


def side_of(selection: Selection, outline: Outline) -> Side:
    """The column a selection is in."""
    return _bounds(selection, outline)[0]


def selected_span(selection: Selection, outline: Outline, row: int, side: Side) -> tuple[int, int] | None:
    """The offsets of a row's side that are selected."""
    column, first, last = _bounds(selection, outline)
    spans = spans_of(outline.rows[row], side)
    if side is not column or not first[0] <= row <= last[0] or not spans:
        return None
    start = max(first[1], spans[0].start) if row == first[0] else spans[0].start
    end = min(last[1], spans[-1].end) if row == last[0] else spans[-1].end
    return (start, end) if start < end else None


def selected_text(selection: Selection, outline: Outline) -> str:
    """What a selection copies: one column's text, unwrapped, with its own paragraph breaks."""
    side, first, last = _bounds(selection, outline)
    text = outline.article(side).text
    parts: list[str] = []
    end_of_last: int | None = None
    for row in range(first[0], last[0] + 1):
        span = selected_span(selection, outline, row, side)
        if span is None:
            continue
        if end_of_last is not None:
            between = text[end_of_last : span[0]] if end_of_last <= span[0] else ""
            parts.append(between if between and not between.strip() else "\n")
        parts.append(text[span[0] : span[1]])
        end_of_last = span[1]
    return "".join(parts)
