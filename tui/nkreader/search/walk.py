"""All hits of a query one after another, however many there are: those listed first, then what else the articles hold.

Only the listed hits are held; of the others it is known how many stand in each article, and they are looked up there.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import overload

from nkreader.search.model import Hit


class Walk(Sequence[Hit]):
    """The hits in the order in which they are walked: `listed` as they come, the rest in the order of the articles.

    `total`: how many there are in all, as far as is known; `exact`: whether that is no estimate. `counted` gives how
    many hits each article has, by its id, of all that have any, in the order of the articles; `hits_in` all hits of one
    article in their order. Until `find_others` was called, the walk ends with the listed ones.
    """

    def __init__(
        self,
        listed: Sequence[Hit] = (),
        total: int | None = None,
        exact: bool = True,
        counted: Callable[[Callable[[], bool]], Mapping[str, int]] | None = None,
        hits_in: Callable[[str], Sequence[Hit]] | None = None,
    ) -> None:
        self._listed = tuple(listed)
        self.total = max(len(self._listed), total or 0)
        self.exact = exact
        self._counted = counted
        self._hits_in = hits_in
        self._shown = Counter(hit.article for hit in self._listed)
        self._articles: list[str] = []
        self._ends = array("q")
        self._last: tuple[str, list[Hit]] = ("", [])
        self.complete = exact and self.total == len(self._listed)
        """Whether the end of the walk is the end of the hits."""

    def find_others(self, stopped: Callable[[], bool]) -> None:
        """Count the hits of all articles. `stopped` says whether nobody wants them any more."""
        counts = self._counted(stopped) if self._counted is not None else {}
        others = {id: count - self._shown[id] for id, count in counts.items() if count > self._shown[id]}
        self._articles = list(others)
        self._ends = array("q", accumulate(others.values()))
        self.total = len(self)
        self.exact = self.complete = True

    def __len__(self) -> int:
        return len(self._listed) + (self._ends[-1] if self._ends else 0)

    @overload
    def __getitem__(self, at: int) -> Hit: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Hit]: ...
    def __getitem__(self, at: int | slice) -> Hit | Sequence[Hit]:
        if isinstance(at, slice):
            return [self[number] for number in range(len(self))[at]]
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        at %= len(self)
        if at < len(self._listed):
            return self._listed[at]
        at -= len(self._listed)
        place = bisect_right(self._ends, at)
        others = self._others(self._articles[place])
        # Fewer than were counted: articles were indexed or compared meanwhile. The last one stands for those.
        return others[min(at - (self._ends[place - 1] if place else 0), len(others) - 1)]

    def __iter__(self) -> Iterator[Hit]:
        return (self[number] for number in range(len(self)))

    def of(self, article: str) -> Sequence[Hit]:
        """All hits in one article; while they were not counted, the listed ones."""
        if self._hits_in is not None and self.complete and self._ends:
            return self._hits_in(article)
        return [hit for hit in self._listed if hit.article == article] if self._shown[article] else ()

    def _others(self, article: str) -> list[Hit]:
        """The hits of an article that are not listed."""
        if self._last[0] != article:
            listed = {hit.span for hit in self._listed if hit.article == article}
            found = list(self._hits_in(article)) if self._hits_in is not None else []
            self._last = article, [hit for hit in found if hit.span not in listed] or found or list(self._listed[-1:])
        return self._last[1]
