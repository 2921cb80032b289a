"""How many lines each of very many items takes: measured near what is seen, estimated elsewhere until there is time.

Wrapping 50,000 words a side takes 40 ms of a processor, a screenful of them half of one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

AT_ONCE = 400
"""Up to so many items are measured when they are laid out: 4 ms of wrapping, and no place is ever an estimate."""


class Heights:
    """The first line of each item. `measure` says how many lines an item has; `estimates` about how many."""

    __slots__ = ("_heights", "_measure", "_measured", "_next", "_stale", "starts")

    def __init__(self, estimates: Sequence[int], measure: Callable[[int], int]) -> None:
        count = len(estimates)
        self._measure = measure
        self._stale = False
        self._next = 0
        if count <= AT_ONCE:
            self._heights = [measure(index) for index in range(count)]
            self._measured = bytearray(b"\1" * count)
            self._next = count
        else:
            self._heights = list(estimates)
            self._measured = bytearray(count)
        self.starts: list[int] = []
        """First line of each item, and behind them the number of all lines."""
        self._sum()

    def _sum(self) -> None:
        self.starts = list(accumulate(self._heights, initial=0))
        self._stale = False

    @property
    def total(self) -> int:
        """How many lines there are."""
        return self.starts[-1]

    @property
    def settled(self) -> bool:
        """Whether every item has been measured, and its measure counts."""
        return self._next >= len(self._heights) and not self._stale

    def at(self, line: int) -> int:
        """The item that a line belongs to, the nearest one where it belongs to none."""
        return max(0, min(len(self._heights), bisect_right(self.starts, line)) - 1)

    def bottom(self, index: int) -> int:
        """The line after an item's last."""
        return self.starts[index + 1]

    def settle(self, index: int, lines: int) -> bool:
        """Measure an item and those around it, so many lines to either side; whether any line number may be another."""
        for ahead in (range(index, len(self._heights)), range(index - 1, -1, -1)):
            found = 0
            for place in ahead:
                if not self._measured[place]:
                    self._take(place)
                found += self._heights[place]
                if found >= lines:
                    break
        stale = self._stale
        if stale:
            self._sum()
        return stale

    def measure_some(self, count: int) -> bool:
        """Measure some more items and keep what was found for `settle`; whether all have been measured."""
        last = min(self._next + count, len(self._heights))
        for place in range(self._next, last):
            if not self._measured[place]:
                self._take(place)
        self._next = last
        return last == len(self._heights)

    def _take(self, place: int) -> None:
        self._measured[place] = 1
        height = self._measure(place)
        if height != self._heights[place]:
            self._heights[place] = height
            self._stale = True
