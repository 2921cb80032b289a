"""A long page whose line numbers are exact near the screen and estimates elsewhere, until there is time to measure."""

from __future__ import annotations

from typing import ClassVar

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.widget import Widget

from nkreader.app.widgets.heights import Heights

SECONDS_BEFORE = 0.1
"""How long a page is left alone after it was laid out: while a window is drawn larger, each size stays for less."""

SECONDS_BETWEEN = 0.005


class Settling(ScrollView, inherit_bindings=False):
    """What is seen stays where it is on the screen when the numbers of its lines turn out to be others."""

    SLICE: ClassVar[int] = 150
    """Items measured at a time while nothing else is to be done: 2 ms, so that no key waits for it. 0: only what comes
    near the screen is measured."""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.heights: Heights | None = None
        """The heights of what is laid out."""
        self._measuring = False

    @property
    def pinned(self) -> int:
        """Lines above the page that do not scroll."""
        return 0

    @property
    def page_width(self) -> int:
        """Cells of a line."""
        return self.size.width

    def shifted(self) -> None:
        """What was drawn is drawn under other line numbers now."""
        raise NotImplementedError  # each widget keeps its own lines; Textual's metaclass allows no ABC

    def laid_out(self, heights: Heights, index: int) -> None:
        """Scroll through this from now on; `index` is the item that is shown next."""
        self.heights = heights
        heights.settle(index, self._around)
        self._take_size(heights)
        if self.SLICE and not heights.settled and not self._measuring:
            self._measuring = True
            self.set_timer(SECONDS_BEFORE, self._measure)

    def settle(self, index: int) -> None:
        """Measure an item, if there is such a one, and what may be seen around it."""
        heights = self.heights
        if heights is None or heights.settled or index < 0:
            return
        top = self.scroll_offset.y
        first = heights.at(top)
        within = top - heights.starts[first]
        if not heights.settle(index, self._around):
            return
        self._take_size(heights)
        self.shifted()
        now = heights.starts[first] + max(0, min(within, heights.bottom(first) - heights.starts[first] - 1))
        if now != top:
            self.scroll_to(y=now, animate=False)

    def _take_size(self, heights: Heights) -> None:
        size = Size(self.page_width, heights.total + self.pinned)
        if self.styles.scrollbar_size_vertical:
            self.virtual_size = size
        else:
            # Nothing on the screen shows it, and telling Textual would have the whole screen laid out and drawn anew.
            self.set_reactive(Widget.virtual_size, size)

    @property
    def _around(self) -> int:
        """Lines measured to either side: the screen's, and a page in either direction."""
        return 2 * max(1, self.size.height)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if self.heights is not None and not self.heights.settled:
            self.settle(self.heights.at(self.scroll_offset.y))

    def _measure(self) -> None:
        heights = self.heights
        if heights is not None and not heights.measure_some(self.SLICE):
            self.set_timer(SECONDS_BETWEEN, self._measure)
            return
        self._measuring = False
        if heights is not None:
            self.settle(heights.at(self.scroll_offset.y))
