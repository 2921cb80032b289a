"""The top of every view: the four views, the verdict, and while it is being worked out, how far that is."""

from __future__ import annotations

from rich.cells import cell_len
from textual.reactive import reactive
from textual.strip import Strip

from nkreader.app.commands import Keys, View
from nkreader.app.widgets.paint import clipped
from nkreader.app.widgets.painted import Line, Painted

TWO_LINES_FROM = 20
"""Terminal rows from which a verdict too long for the first line gets one of its own."""

BAR_CELLS = 16

DIGITS_FROM = 56
"""Cells below which the other views' numbers give way to the verdict."""


_COMMANDS = {View.COMPARE: "compare_view"}
"""The commands that lead to views, where they are not called like the view."""


class VerdictBar(Painted, can_focus=False):
    """One line, or two where the verdict needs its own."""

    verdicts: reactive[tuple[str, ...]] = reactive((), init=False)
    """The verdict in words, the fullest form first."""
    progress: reactive[tuple[str, int, int] | None] = reactive(None, init=False)

    def __init__(self, view: View, keys: Keys) -> None:
        super().__init__(id="verdict")
        self._view = view
        self._keys = keys

    def watch_verdicts(self) -> None:
        self._fit()

    def watch_progress(self) -> None:
        self._fit()

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        needed = cell_len(self._text()) + self._tabs_width(full=True) + 3
        lines = 2 if needed > self.size.width and self.app.size.height >= TWO_LINES_FROM else 1
        self.styles.height = lines
        self.refresh()

    def _text(self) -> str:
        return self.verdicts[0] if self.verdicts else ""

    def _views(self) -> list[tuple[View, str]]:
        return [(view, self._keys.shown(_COMMANDS.get(view, view.value))) for view in View]

    def _tabs_width(self, full: bool) -> int:
        return sum(cell_len(piece[0]) for piece in self._tabs(full))

    def _tabs(self, full: bool) -> Line:
        line: Line = [(" nkreader ", "left strong")] if full else []
        for view, key in self._views():
            active = view is self._view
            if not full and not active:
                if self.size.width < DIGITS_FROM:
                    continue
                line.append((f" {key} ", f"muted click:{_COMMANDS.get(view, view.value)}"))
            else:
                ink = "tab-active" if active else "muted"
                line.append((f" {key} {view.value} ", f"{ink} click:{_COMMANDS.get(view, view.value)}"))
        return line

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        two = self.size.height > 1
        if y == 0:
            full = two or self._tabs_width(True) + 24 <= width
            tabs = self._tabs(full and self._tabs_width(True) <= width)
            if two:
                return self.strip(tabs, width, "raised")
            room = width - sum(cell_len(piece[0]) for piece in tabs) - 2
            said = self._said(room)
            gap = max(1, width - sum(cell_len(piece[0]) for piece in [*tabs, *said]) - 1)
            return self.strip([*tabs, (" " * gap, ""), *said], width, "raised")
        return self.strip([(" ", ""), *self._said(width - 2)], width, "raised")

    def _said(self, room: int) -> Line:
        if self.progress is not None:
            stage, done, total = self.progress
            cells = min(BAR_CELLS, max(0, room - cell_len(stage) - 14))
            if total:
                full = min(cells, done * cells // total)
                bar: Line = [("━" * full, "left"), ("╌" * (cells - full), "rule")]
                words = f" {stage} {done:,} of {total:,}"
                left = f", {total - done:,} to go"
                if cell_len(words) + cell_len(left) <= room - cells:
                    return [*bar, (words, ""), (left, "muted")]
                return [*bar, (clipped(words, room - cells), "")]
            return [(clipped(f"{stage} {done:,} …" if done else f"{stage} …", room), "")]
        for text in self.verdicts:
            if cell_len(text) <= room:
                return [(text, "strong")]
        return [(clipped(self.verdicts[-1], room), "strong")] if self.verdicts else []
