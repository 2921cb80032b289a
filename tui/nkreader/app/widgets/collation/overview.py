"""The bar at the right edge: where the changes are, the strongest of each stretch, and what is visible now."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style

from nkreader.app.widgets.collation.drawing import StyleOf, sign_style_of
from nkreader.app.widgets.collation.layout import Layout
from nkreader.compare.model import Change, RowKind
from nkreader.report.collation.ranks import (
    LEFT_ONLY_SIGN,
    MOVED_SIGN,
    RIGHT_ONLY_SIGN,
    Rank,
    Side,
    sign_of,
)

TRACK, THUMB = "│", "┃"
UNIMPORTANT = "·"
"""What stands for changes that are no facts and in no quotation."""
# Weaker than any change: a block that was moved, a run that only one side has, nothing.
_MOVED, _ONLY, _NOTHING = 80, 90, 99


class Overview:
    """The bar of one layout at one rank, `height` cells high; a comparison shorter than that is drawn line for line."""

    def __init__(self, layout: Layout, rank: Rank, height: int, base: Style, style: StyleOf) -> None:
        self.height = height
        self.total = max(1, height, layout.height)
        self.scrolls = layout.height > height
        self.base = base
        self.style = style
        self._strongest: list[tuple[int, int, Change | Side | None]] = [(_NOTHING, -1, None)] * height
        for run in layout.outline.runs:
            if run.kind is not RowKind.BOILERPLATE:
                first, last = layout.item_of(run.first), layout.item_of(run.last - 1)
                self._offer(layout.first_line(first), layout.bottom(last), _ONLY, run.first, run.side)
        for move in layout.outline.moves:
            line = layout.first_line(layout.item_of(move.first))
            self._offer(line, line + 1, _MOVED, move.first, None)
        # Thousands of rows whenever the width changes: nothing is called for a row that fits into one cell.
        item_of, tops, gaps, items = layout.folding.item_of, layout.tops, layout.outline.gaps, layout.items
        strongest, total = self._strongest, self.total
        for row, weight, change in layout.outline.strongest(rank):
            index = item_of[row]
            first, bottom = tops[index] + gaps[items[index].first], layout.bottom(index)
            cell = first * height // total
            if cell != (bottom - 1) * height // total:
                self._offer(first, bottom, weight, row, change)
            elif weight < strongest[cell][0]:
                strongest[cell] = weight, row, change

    def _offer(self, first: int, last: int, weight: int, row: int, what: Change | Side | None) -> None:
        height, total, strongest = self.height, self.total, self._strongest
        for cell in range(first * height // total, max(first, last - 1) * height // total + 1):
            if weight < strongest[cell][0]:
                strongest[cell] = weight, row, what

    def sign(self, y: int) -> tuple[str, Style]:
        """What stands in cell `y` of the bar."""
        weight, _, what = self._strongest[y]
        if isinstance(what, Change):
            important = what.is_fact or what.in_quotation
            return sign_of(what) if important else UNIMPORTANT, sign_style_of(what, Side.RIGHT, self.style)
        if isinstance(what, Side):
            return LEFT_ONLY_SIGN if what is Side.LEFT else RIGHT_ONLY_SIGN, self.style(f"collation--{what}")
        return (MOVED_SIGN, self.style("collation--moved")) if weight == _MOVED else (" ", self.base)

    def mark(self, y: int) -> tuple[int, Change | None] | None:
        """The row, and the change, that cell `y` shows; None for an empty cell."""
        if not 0 <= y < self.height:
            return None
        _, row, what = self._strongest[y]
        return None if row < 0 else (row, what if isinstance(what, Change) else None)

    def segments(self, y: int, top: int) -> list[Segment]:
        """The two cells of visible line `y` while line `top` is the first visible one: a sign, then rail or thumb."""
        sign, style = self.sign(y)
        first = top * self.height // self.total
        last = max(first, (top + self.height) * self.height // self.total - 1)
        inside = self.scrolls and first <= y <= last
        rail = self.style("collation--thumb" if inside else "collation--track")
        return [Segment(sign, self.base + style), Segment(THUMB if inside else TRACK, self.base + rail)]

    def line(self, y: int) -> int:
        """The line that cell `y` stands for."""
        return max(0, min(self.total - 1, y * self.total // max(1, self.height)))
