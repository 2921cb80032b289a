"""The bottom line: what the cursor is on, in words, and the keys that help here."""

from __future__ import annotations

from rich.cells import cell_len
from textual.reactive import reactive
from textual.strip import Strip

from nkreader.app.widgets.paint import clipped
from nkreader.app.widgets.painted import Line, Painted
from nkreader.text.drawn import drawable

LEAST_ROOM = 24
"""Cells the message keeps before any key is shown beside it."""


class StatusLine(Painted):
    """A message at the left, counts in the middle, keys at the right: as many of them as fit."""

    message: reactive[str] = reactive("", init=False)
    counts: reactive[str] = reactive("", init=False)
    hints: reactive[tuple[tuple[str, str], ...]] = reactive((), init=False)
    """Key and word, the most useful first."""

    def __init__(self) -> None:
        super().__init__(id="status")

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        message = drawable(self.message)
        counts = f"  {self.counts}" if self.counts else ""
        wanted = min(cell_len(message), max(LEAST_ROOM, width - cell_len(counts) - 2))
        room = width - 2 - wanted - cell_len(counts) - 2
        hints: Line = []
        used = 0
        for key, word in self.hints:
            size = cell_len(key) + cell_len(word) + 3
            if used + size > room:
                continue
            hints += [(f"  {key}", "key"), (f" {word}", "muted")]
            used += size
        left = width - 2 - used - cell_len(counts)
        said = clipped(message, left)
        gap = max(0, left - cell_len(said))
        line: Line = [(" ", ""), (said, ""), (" " * gap, ""), (counts, "muted"), *hints]
        return self.strip(line, width, "raised")
