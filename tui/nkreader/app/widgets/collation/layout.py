"""Where everything stands at a given width: columns, wrapped lines, heights. Nothing here knows colours."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum, auto
from itertools import zip_longest
from typing import NamedTuple

from textual.cache import LRUCache

from nkreader.app.widgets.heights import Heights
from nkreader.app.widgets.paint import line_borders
from nkreader.model import Span
from nkreader.report.collation.outline import Outline, Run
from nkreader.report.collation.ranks import Side

# Lines longer than this are hard to follow from their end to the next beginning.
MEASURE = 88
NARROWEST_COLUMN = 8
OVERVIEW = 2
"""Cells of the overview bar at the right edge."""
GUTTER = 3
"""Cells before either column: the cursor's bar (on the right the divider), a sign, a blank."""
STACKED_GUTTER = 4
"""Cells before stacked text: the cursor's bar, the side, a sign, a blank."""
LABEL = 14
"""Cells kept free at the right of residue for what kind of residue it is."""
ROOM_FOR_LABELS = 46

RAGGED = 3
"""Cells that wrapping at words leaves empty at the end of a line, on average."""

KEPT_ITEMS = 200
"""Items whose lines are kept: what some screens show."""

Piece = tuple[int, int]


class LineKind(Enum):
    GAP = auto()
    FOLD = auto()
    """A folded run, or the head of an unfolded one."""
    MOVED = auto()
    """Says where the row below stands in the right text."""
    TEXT = auto()
    GHOST = auto()
    """Says that something shown elsewhere stands here in the right text."""


class Line(NamedTuple):
    """One line of the screen: what either side draws, as offsets of its text; when stacked, one of them."""

    kind: LineKind
    row: int
    left: Piece | None = None
    right: Piece | None = None
    first: bool = False
    """Whether it is the first text line of its row (stacked: of its side)."""
    which: int = 0
    """Which of the row's notes a MOVED or GHOST line is."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns, in cells from the widget's left edge."""

    width: int
    stacked: bool
    margin: int
    left: int
    right: int
    left_at: int
    right_at: int

    @classmethod
    def of(cls, width: int, stacked: bool, share: float = 0.5) -> Columns:
        """The columns of a widget `width` cells wide; `share` is the left column's part of the room for text."""
        body = max(0, width - OVERVIEW)
        if stacked:
            text = max(NARROWEST_COLUMN, min(MEASURE, body - STACKED_GUTTER - 1))
            margin = max(0, (body - text - STACKED_GUTTER - 1) // 2)
            at = margin + STACKED_GUTTER
            return cls(width, True, margin, text, text, at, at)
        room = max(2 * NARROWEST_COLUMN, body - 2 * GUTTER - 2)
        left = max(NARROWEST_COLUMN, min(MEASURE, room - NARROWEST_COLUMN, round(room * share)))
        right = max(NARROWEST_COLUMN, min(MEASURE, room - left))
        margin = max(0, (room - left - right) // 2)
        left_at = margin + GUTTER
        return cls(width, False, margin, left, right, left_at, left_at + left + 1 + GUTTER)

    @property
    def divider_at(self) -> int:
        """The cell of the line between the columns."""
        return self.right_at - GUTTER


class Column:
    """One side at one width: its text, and the wrapped lines of each of its rows once somebody asked for them."""

    __slots__ = ("_labelled", "_narrow", "_stretches", "_text", "_width", "borders", "estimates")

    def __init__(self, outline: Outline, side: Side, width: int) -> None:
        self._text, self._narrow = outline.texts[side], outline.narrow[side]
        self._stretches = outline.stretches[side]
        self._width = width
        self._labelled = outline.residue if width >= ROOM_FOR_LABELS else frozenset()
        self.borders: list[list[int] | None] = [None] * len(outline.rows)
        filled = max(1, width - RAGGED)
        self.estimates = [-(-size // filled) for size in outline.sizes[side]]
        """About how many lines each row has."""

    def wrap(self, row: int) -> list[int]:
        """Start and end of each wrapped line of a row, in turn."""
        found = self.borders[row]
        if found is None:
            width = self._width - LABEL if row in self._labelled else self._width
            text, narrow = self._text, self._narrow
            stretches = self._stretches[row]
            if len(stretches) == 1:
                start, end = stretches[0]
                found = (
                    [start, end]
                    if narrow and 0 < end - start <= width
                    else line_borders(text, start, end, width, narrow)
                )
            else:
                found = []
                for start, end in stretches:
                    found += line_borders(text, start, end, width, narrow)
            self.borders[row] = found
        return found


class Item(NamedTuple):
    """What the cursor moves by: a row, or a folded run of rows."""

    first: int
    last: int
    folded: Run | None


@dataclass(frozen=True, slots=True)
class Folding:
    """What is folded, whatever the width: the items, and what of them does not hang on it."""

    folded: frozenset[int]
    """First rows of the runs that are folded."""
    items: list[Item]
    fixed: list[int]
    """Lines of each item that are not its text: the gap before it, a fold, what is said about a move."""
    item_of: list[int]
    """Row -> the item that shows it."""

    @classmethod
    def of(cls, outline: Outline, folded: Collection[int]) -> Folding:
        """The rows of an outline with these runs folded."""
        runs = {run.first: run for run in outline.runs if run.first in folded}
        heads = {run.first for run in outline.runs} | {move.first for move in outline.moves} | outline.ghosts.keys()
        gaps = outline.gaps
        items: list[Item] = []
        fixed: list[int] = []
        item_of: list[int] = []
        row, count = 0, len(outline.rows)
        while row < count:
            run = runs.get(row)
            last = run.last if run is not None else row + 1
            item_of += [len(items)] * (last - row)
            items.append(Item(row, last, run))
            notes = 1 if run is not None else _notes(outline, row) if row in heads else 0
            fixed.append(gaps[row] + notes)
            row = last
        return cls(frozenset(folded), items, fixed, item_of)


def _notes(outline: Outline, row: int) -> int:
    """Lines above and below a row that say something of it: the head of its run, where it was moved, ghosts."""
    run, move = outline.run_of.get(row), outline.move_of.get(row)
    heads = (run is not None and run.first == row) + (move is not None and move.first == row)
    return heads + len(outline.ghosts.get(row, ()))


class Layout:
    """A comparison's lines at one width.

    Of a long one only what is near the screen is measured, other line numbers are estimates (see `heights`). What
    `lines` returns of an item is always all of it.
    """

    def __init__(self, outline: Outline, columns: Columns, folding: Folding) -> None:
        self.outline = outline
        self.columns = columns
        widths = {Side.LEFT: columns.left, Side.RIGHT: columns.right}
        self._sides = {side: Column(outline, side, width) for side, width in widths.items()}
        self._lines: LRUCache[int, list[Line]] = LRUCache(KEPT_ITEMS)
        self.fold(folding)

    def fold(self, folding: Folding) -> None:
        """Lay out anew with other runs folded; what was wrapped stays wrapped."""
        self._lines.clear()
        self.folding = folding
        self.items = folding.items
        self.heights = Heights(self._estimates(), self._height)

    def _estimates(self) -> list[int]:
        """About how many lines each item has."""
        (left, here), (right, there) = ((column.borders, column.estimates) for column in self._sides.values())
        outline, fixed = self.outline, self.folding.fixed
        pairs = [
            (0, 0)
            if item.folded is not None
            else (
                len(at) // 2 if (at := left[item.first]) is not None else here[item.first],
                len(at) // 2 if (at := right[item.first]) is not None else there[item.first],
            )
            for item in self.items
        ]
        if not self.columns.stacked:
            return [lines + max(pair) for lines, pair in zip(fixed, pairs, strict=True)]
        alike = outline.alike
        return [
            lines + (pair[0] if item.first in alike else pair[0] + pair[1])
            for lines, pair, item in zip(fixed, pairs, self.items, strict=True)
        ]

    def _height(self, index: int) -> int:
        """How many lines an item has."""
        item = self.items[index]
        if item.folded is not None:
            return self.folding.fixed[index]
        row, (left, right) = item.first, self._sides.values()
        lines = len(left.borders[row] or left.wrap(row)) // 2
        if self.shared(row):
            return self.folding.fixed[index] + lines
        others = len(right.borders[row] or right.wrap(row)) // 2
        return self.folding.fixed[index] + (lines + others if self.columns.stacked else max(lines, others))

    @property
    def tops(self) -> list[int]:
        """First line of each item, and behind them the number of all lines."""
        return self.heights.starts

    @property
    def height(self) -> int:
        """Lines in all."""
        return self.heights.total

    def wraps(self, row: int, side: Side) -> list[Piece]:
        """The wrapped lines of one side of a row."""
        borders = self._sides[side].wrap(row)
        return list(zip(borders[::2], borders[1::2], strict=True))

    def shared(self, row: int) -> bool:
        """Whether stacked text is drawn once for both sides, because they say the same."""
        return self.columns.stacked and row in self.outline.alike

    def lines(self, index: int) -> list[Line]:
        """The lines of an item, as many as its height."""
        if (found := self._lines.get(index)) is None:
            self._lines[index] = found = self._lines_of(index)
        return found

    def _lines_of(self, index: int) -> list[Line]:
        outline, item = self.outline, self.items[index]
        row = item.first
        lines: list[Line] = [Line(LineKind.GAP, row)] if outline.gaps[row] else []
        run = outline.run_of.get(row)
        if run is not None and run.first == row:
            lines.append(Line(LineKind.FOLD, row))
        if item.folded is not None:
            return lines
        if (move := outline.move_of.get(row)) is not None and move.first == row:
            lines.append(Line(LineKind.MOVED, row))
        left = self.wraps(row, Side.LEFT)
        if not self.columns.stacked:
            right = self.wraps(row, Side.RIGHT)
            lines += [
                Line(LineKind.TEXT, row, *pieces, place == 0) for place, pieces in enumerate(zip_longest(left, right))
            ]
        else:
            lines += [Line(LineKind.TEXT, row, piece, None, place == 0) for place, piece in enumerate(left)]
            if not self.shared(row):
                right = self.wraps(row, Side.RIGHT)
                lines += [Line(LineKind.TEXT, row, None, piece, place == 0) for place, piece in enumerate(right)]
        lines += [Line(LineKind.GHOST, row, which=place) for place in range(len(outline.ghosts.get(row, ())))]
        return lines

    def line(self, y: int) -> Line:
        """Line `y`."""
        index = self.item_at(y)
        lines = self.lines(index)
        return lines[min(y - self.tops[index], len(lines) - 1)]

    def is_fold(self, y: int) -> bool:
        """Whether line `y` is a folded run or the head of an unfolded one."""
        return 0 <= y < self.height and self.line(y).kind is LineKind.FOLD

    def side_at(self, y: int, x: int) -> Side:
        """Whose column a cell of line `y` is in; of stacked text, who says the line."""
        if self.columns.stacked:
            return Side.RIGHT if 0 <= y < self.height and self.line(y).right is not None else Side.LEFT
        return Side.RIGHT if x >= self.columns.divider_at else Side.LEFT

    def item_at(self, y: int) -> int:
        """The item that line `y` belongs to."""
        return self.heights.at(y)

    def item_of(self, row: int) -> int:
        """The item that shows a row."""
        return self.folding.item_of[row] if row < len(self.folding.item_of) else 0

    def bottom(self, index: int) -> int:
        """The line after the item's last."""
        return self.heights.bottom(index)

    def first_line(self, index: int) -> int:
        """The item's first line that is not a blank before a paragraph."""
        return self.tops[index] + int(self.outline.gaps[self.items[index].first])

    def line_of(self, row: int, side: Side, offset: int) -> int:
        """The line on which an offset of a row's text stands (of a folded row, its fold's line)."""
        index = self.item_of(row)
        if self.items[index].folded is not None:
            return self.first_line(index)
        top = self.tops[index]
        shared = self.shared(row)
        found = None
        for place, line in enumerate(self.lines(index)):
            piece = line.left if side is Side.LEFT else line.right
            if line.kind is LineKind.TEXT and piece is None and shared:
                return top + place
            if piece is not None and (piece[0] <= offset or found is None):
                found = place
        return top + found if found is not None else self.first_line(index)

    def change_line(self, row: int, left: Span, right: Span) -> int:
        """The first line on which either side of a change stands."""
        lines = []
        outline = self.outline
        for side, span in ((Side.LEFT, left), (Side.RIGHT, right)):
            if outline.stretches[side][row]:
                lines.append(self.line_of(row, side, span.start))
        return min(lines, default=self.first_line(self.item_of(row)))
