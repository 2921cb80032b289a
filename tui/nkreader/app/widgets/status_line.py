"""The bottom line: what the cursor is on, in words, and the keys that help here."""

from __future__ import annotations

from rich.cells import cell_len
from textual.reactive import reactive
from textual.strip import Strip

from nkreader.app.widgets.paint import clipped, wrapped
from nkreader.app.widgets.painted import Line, Painted
from nkreader.text.cells import is_narrow
from nkreader.text.drawn import drawable

LEAST_ROOM = 24
"""Cells the message keeps before any key is shown beside it."""

HELP_FROM = 60
"""Cells from which the key of the help is always shown, however long the message is."""


NARROW, HIGH = 120, 24
"""Below this width, in cells, and from this height, in rows, the message has a line of its own above counts and keys:
in 80 cells beside them half of what is said of a change would be cut off, in 110 the end of it."""


class StatusLine(Painted, can_focus=False):
    """A message at the left, counts in the middle, keys at the right: as many of them as fit."""

    message: reactive[str] = reactive("", init=False)
    counts: reactive[str] = reactive("", init=False)
    hints: reactive[tuple[tuple[str, str, str], ...]] = reactive((), init=False)
    """Key, word and command, the most useful first."""

    def __init__(self) -> None:
        super().__init__(id="status")

    def on_mount(self) -> None:
        self._fit()

    def on_resize(self) -> None:
        self._fit()

    def watch_message(self) -> None:
        self._fit()

    def watch_counts(self) -> None:
        self._fit()

    def _fit(self) -> None:
        width, height = self.app.size
        # The answer to a key is shown whole, in two lines where one does not hold it; what is told of each place that
        # the cursor comes by is not: a screen that grows and shrinks at every step cannot be read.
        answer = not self.counts and cell_len(self.message) > width - 2
        self.styles.height = 2 if width < NARROW and (height >= HIGH or answer) else 1
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        message = drawable(self.message)
        if self.size.height > 1:
            return self.strip(self._line_of_two(y, message, width), width, "raised")
        counts = self._counts(width - 2 - min(cell_len(message), max(LEAST_ROOM, width // 2)))
        help_cells = (
            sum(cell_len(text) + 1 for text in self.hints[-1][:2]) + 1 if self.hints and width >= HELP_FROM else 0
        )
        wanted = min(cell_len(message), max(LEAST_ROOM, width - cell_len(counts) - help_cells - 2))
        hints = self._fitting_hints(width - 2 - wanted - cell_len(counts))
        used = sum(cell_len(text) for text, _ in hints)
        left = width - 2 - used - cell_len(counts)
        said = clipped(message, left)
        line: Line = [(" ", ""), (said + " " * max(0, left - cell_len(said)), ""), (counts, "muted"), *hints]
        return self.strip(line, width, "raised")

    def _line_of_two(self, y: int, message: str, width: int) -> Line:
        if not self.counts and cell_len(message) > width - 2:
            lines = wrapped(message, 0, len(message), width - 2, is_narrow(message))
            start, end = lines[min(y, len(lines) - 1)]
            return [(" ", ""), (clipped(message[start : end if y == 0 else None], width - 2), "")]
        if y == 0:
            return [(" ", ""), (clipped(message, width - 2), "")]
        counts = self._counts(width - 2).strip()
        hints = self._fitting_hints(width - 2 - cell_len(counts))
        gap = width - 2 - cell_len(counts) - sum(cell_len(text) for text, _ in hints)
        return [(" ", ""), (counts + " " * max(0, gap), "muted"), *hints]

    def _counts(self, room: int) -> str:
        """The counts that fit, the first ones before the others; where there is hardly any room, figures only."""
        if self.size.width < HELP_FROM and self.counts:
            return "  " + self.counts.split("  ")[0].rsplit(" ", 1)[-1]
        shown = ""
        for count in self.counts.split("  "):
            if not count or cell_len(shown) + cell_len(count) + 2 > room:
                break
            shown += f"  {count}"
        return shown

    def _fitting_hints(self, room: int) -> Line:
        """The keys that fit; the last one, help, before all others."""
        kept: list[tuple[str, str, str]] = []
        for hint in [*self.hints[-1:], *self.hints[:-1]]:
            size = cell_len(hint[0]) + cell_len(hint[1]) + 3
            if size <= room:
                kept.append(hint)
                room -= size
        line: Line = []
        for key, word, command in self.hints:
            if (key, word, command) in kept:
                line += [("  ", ""), (key, f"key click:{command}"), (f" {word}", f"muted click:{command}")]
        return line
