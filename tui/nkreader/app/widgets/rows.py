"""A list of entries of one or more lines each, with a cursor: what sources, claims, facts and hits are drawn by."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from nkreader.app.widgets.heights import Heights
from nkreader.app.widgets.painted import Line, Painted
from nkreader.app.widgets.settling import Settling


class Rows(Painted, Settling, can_focus=True):
    """Entries are laid out when first drawn at a width and kept until they change."""

    SLICE: ClassVar[int] = 40
    ABOUT: ClassVar[int] = 1
    """About how many lines an entry has, until it is laid out."""

    cursor: reactive[int] = reactive(-1, init=False)
    CURSOR_WHEN_BLURRED: ClassVar[bool] = True
    """Whether the cursor is shown, fainter, while another pane has the focus."""

    @dataclass
    class Moved(Message):
        """The cursor stands on another entry."""

        rows: Rows
        index: int

        @property
        def control(self) -> Rows:
            return self.rows

    @dataclass
    class Chosen(Message):
        """An entry was opened."""

        rows: Rows
        index: int

        @property
        def control(self) -> Rows:
            return self.rows

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._count = 0
        self._lines: dict[int, list[Line]] = {}
        self._known: Sequence[int] | None = None
        self._width = 0
        self._strips: dict[int, Strip] = {}

    def entry_lines(self, index: int, width: int) -> list[Line]:
        """The lines of an entry at a width in cells."""
        raise NotImplementedError  # each list draws its own; Textual's metaclass allows no ABC

    def entry_starts(self, width: int) -> Sequence[int] | None:
        """The first line of every entry, and behind them the number of all lines, where that is known without laying
        them out.

        Otherwise an entry has the lines it is laid out in. An empty line is a gap and is never drawn under the cursor.
        """
        return None

    def _laid_out(self, index: int) -> list[Line]:
        lines = self._lines.get(index)
        if lines is None:
            lines = self._lines[index] = self.entry_lines(index, self._width)
        return lines

    def selectable(self, index: int) -> bool:
        """Whether the cursor may stand on an entry."""
        return True

    def show(self, count: int, cursor: int = 0) -> None:
        """Draw so many entries afresh, the cursor on or after the one named."""
        self._count = count
        self._lay_out(force=True)
        self.set_reactive(Rows.cursor, self._nearest(cursor, 1))
        self.keep_in_view()
        self.refresh()

    def redraw(self) -> None:
        """The same entries say something else now."""
        self._lay_out(force=True)
        self.refresh()

    def _nearest(self, index: int, step: int) -> int:
        index = max(0, min(index, self._count - 1))
        onward = range(index, self._count) if step > 0 else range(index, -1, -1)
        back = range(index, -1, -1) if step > 0 else range(index, self._count)
        return next((place for place in chain(onward, back) if place < self._count and self.selectable(place)), -1)

    @property
    def page_width(self) -> int:
        return self.scrollable_content_region.width or self.size.width

    def _lay_out(self, force: bool = False) -> None:
        width = self.page_width
        if not width or (width == self._width and not force):
            return
        self._width = width
        self._strips.clear()
        self._lines.clear()
        self._known = self.entry_starts(width)
        if self._known is not None:
            self.heights = None
            self.virtual_size = Size(width, self._known[-1])
        else:
            heights = Heights([self.ABOUT] * self._count, lambda index: len(self._laid_out(index)))
            self.laid_out(heights, max(0, min(self.cursor, self._count - 1)))

    @property
    def _starts(self) -> Sequence[int]:
        """The first line of every entry, and behind them the number of all lines."""
        if self._known is not None:
            return self._known
        return self.heights.starts if self.heights is not None else (0,)

    def shifted(self) -> None:
        self._strips.clear()
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        self._lay_out()
        self.keep_in_view()

    def styles_changed(self) -> None:
        self._strips.clear()

    def watch_has_focus(self, _has_focus: bool) -> None:
        super().watch_has_focus(_has_focus)
        self._strips.clear()

    def watch_cursor(self, before: int, now: int) -> None:
        for index in (before, now):
            self._forget(index)
        self.keep_in_view()
        self.refresh()
        if now >= 0:
            self.post_message(self.Moved(self, now))

    def _forget(self, index: int) -> None:
        if 0 <= index < len(self._starts) - 1:
            self._lines.pop(index, None)
            for y in range(self._starts[index], self._starts[index + 1]):
                self._strips.pop(y, None)

    def keep_in_view(self) -> None:
        """Scroll so that the cursor's entry is seen."""
        self.settle(self.cursor)
        if 0 <= self.cursor < len(self._starts) - 1:
            start, end = self._starts[self.cursor], self._starts[self.cursor + 1]
            if self.cursor == self._nearest(0, 1):
                start = 0  # headings above the first entry are seen with it
            self.scroll_to_region(Region(0, start, 1, max(1, min(end - start, self.size.height))), animate=False)

    def move(self, steps: int) -> None:
        """Move the cursor by entries."""
        step = 1 if steps > 0 else -1
        for _ in range(abs(steps)):
            place = self.cursor + step
            while 0 <= place < self._count and not self.selectable(place):
                place += step
            if not 0 <= place < self._count:
                if self._starts and step < 0:
                    self.scroll_to(y=0, animate=False)
                break
            self.cursor = place

    def page(self, pages: int) -> None:
        """Move the cursor by screenfuls."""
        if self._count == 0:
            return
        height = max(1, self.size.height - 1)
        at = self._starts[max(0, self.cursor)] + pages * height
        index = bisect_right(self._starts, max(0, min(at, self._starts[-1] - 1))) - 1
        self.cursor = self._nearest(index, 1 if pages > 0 else -1)

    def home(self) -> None:
        self.cursor = self._nearest(0, 1)
        self.scroll_to(y=0, animate=False)

    def end(self) -> None:
        self.cursor = self._nearest(self._count - 1, -1)

    def choose(self) -> None:
        """Open the entry the cursor is on."""
        if self.cursor >= 0:
            self.post_message(self.Chosen(self, self.cursor))

    def line_of(self, index: int) -> int:
        """The first line of an entry."""
        self.settle(index)
        return self._starts[min(index, len(self._starts) - 1)]

    def entry_at(self, y: int) -> int:
        """The entry drawn in a line of the content, -1 where there is none."""
        return bisect_right(self._starts, y) - 1 if 0 <= y < self._starts[-1] else -1

    def on_click(self, event: events.Click) -> None:
        place = event.get_content_offset(self)
        index = self.entry_at(place.y + self.scroll_offset.y) if place is not None else -1
        if index >= 0 and self.selectable(index):
            again = index == self.cursor
            self.cursor = index
            if again or event.chain > 1:
                self.choose()

    def render_lines(self, crop: Region) -> list[Strip]:
        self._lay_out()  # painting can precede the first resize
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        y += self.scroll_offset.y
        if not 0 <= y < self._starts[-1]:
            return Strip.blank(width, self.ink(""))
        strip = self._strips.get(y)
        if strip is None:
            index = bisect_right(self._starts, y) - 1
            lines = self._laid_out(index)
            line = lines[min(y - self._starts[index], len(lines) - 1)]
            under = ""
            if line and index == self.cursor:
                under = "cursor" if self.has_focus else "cursor-blurred" if self.CURSOR_WHEN_BLURRED else ""
            strip = self._strips[y] = self.strip(line, width, under)
        return strip
