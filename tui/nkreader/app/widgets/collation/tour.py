"""The way through a comparison: where the reader stands, which change comes next, how many are behind."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from nkreader.app.widgets.collation.quoted import altered_quotations
from nkreader.compare.model import Change, RowKind
from nkreader.report.collation.outline import Outline, Run, span_of
from nkreader.report.collation.ranks import Rank, Side
from nkreader.report.collation.wording import change_words, row_words, run_words

MOST_PLACES = 100
"""Jumps that can be taken back."""


class Place(NamedTuple):
    """A row, and one of the outline's changes by its number where one is current."""

    row: int
    change: int | None = None


class Tour:
    """The reader's place in a comparison. The `next_...` methods say where to go; `stand` goes there."""

    def __init__(self, outline: Outline, rank: Rank) -> None:
        self.outline = outline
        self.rank = rank
        self.trail: list[Place] = []
        first = next((n for n, row in enumerate(outline.rows) if row.kind is not RowKind.BOILERPLATE), 0)
        self.place = Place(first)

    @property
    def row(self) -> int:
        return self.place.row

    @property
    def change(self) -> Change | None:
        """The current change."""
        return self.outline.changes[self.place.change][1] if self.place.change is not None else None

    @property
    def run(self) -> Run | None:
        """The run that can fold and that the place is in."""
        return self.outline.run_of.get(self.row)

    def stand(self, place: Place, remember: bool = False) -> bool:
        """Go there; whether that is elsewhere. `remember` keeps the former place for `back`."""
        if place == self.place:
            return False
        if remember:
            self.trail.append(self.place)
            del self.trail[:-MOST_PLACES]
        self.place = place
        return True

    def back(self) -> Place | None:
        """Where the last jump came from, forgotten by asking."""
        while self.trail:
            if (place := self.trail.pop()) != self.place:
                return place
        return None

    @cached_property
    def _rows_of_changes(self) -> list[int]:
        return [row for row, _ in self.outline.changes]

    def _onward(self, direction: int) -> int:
        """The number of the change to look at first when going on from here."""
        if self.place.change is not None:
            return self.place.change + direction
        following = bisect_left(self._rows_of_changes, self.row)
        return following if direction > 0 else following - 1

    def next_change(self, direction: int, wanted: Callable[[Change], bool] = lambda change: True) -> Place | None:
        """The next (1) or previous (-1) change of this rank that is wanted."""
        changes = self.outline.changes
        number = self._onward(direction)
        while 0 <= number < len(changes):
            row, change = changes[number]
            if self.rank.admits(change) and wanted(change):
                return Place(row, number)
            number += direction
        return None

    def next_quotation(self, direction: int) -> Place | None:
        """The first change of the next or previous altered quotation."""
        numbers = self.quotation_of
        present = numbers[self.place.change] if self.place.change is not None else 0
        number = self._onward(direction)
        while 0 <= number < len(numbers):
            if numbers[number] and numbers[number] != present:
                first = numbers.index(numbers[number])
                return Place(self._rows_of_changes[first], first)
            number += direction
        return None

    def moved_partner(self) -> Place | None:
        """From moved text to where it stands in the right text and back; from elsewhere to the next moved text."""
        outline = self.outline
        if (move := outline.move_of.get(self.row)) is not None:
            return Place(max(0, move.after))
        if moves := outline.ghosts.get(self.row):
            return Place(moves[0].first)
        if not outline.moves:
            return None
        return Place(next((move for move in outline.moves if move.first > self.row), outline.moves[0]).first)

    def at(self, side: Side, offset: int) -> Place | None:
        """The row that holds an offset of one side's text, and the change there if there is one."""
        row = self.outline.row_at(side, offset)
        return None if row is None else Place(row, self.change_at(row, side, offset))

    def change_at(self, row: int, side: Side, offset: int) -> int | None:
        """The change of a row that holds an offset of one side's text."""
        rows, changes = self._rows_of_changes, self.outline.changes
        for number in range(bisect_left(rows, row), bisect_right(rows, row)):
            start, end = span_of(changes[number][1], side)
            if start <= offset < max(end, start + 1) and self.rank.admits(changes[number][1]):
                return number
        return None

    def of(self, row: int, change: Change | None) -> Place:
        """The place of a row, and of one of its changes."""
        if change is None:
            return Place(row)
        return Place(row, bisect_left(self._rows_of_changes, row) + self.outline.rows[row].changes.index(change))

    # -- in words --------------------------------------------------------------------------------------------------

    @cached_property
    def quotation_of(self) -> list[int]:
        """For each change the number of the altered quotation it stands in, 0 outside of quotations."""
        return altered_quotations(self.outline)

    def words(self, folded: bool) -> str:
        """What is here; `folded` says that the run here is shown as one line."""
        if (change := self.change) is not None:
            return change_words(change, self.outline, self._alike[self._key(change)] - 1)
        if folded and (run := self.run) is not None:
            return run_words(run, self.outline)
        return row_words(self.row, self.outline) if self.outline.rows else ""

    def counts(self) -> str:
        """`change 1/97  fact 1/5  quotation 0/2`: those up to here, of all that this rank admits."""
        passed = self.place.change + 1 if self.place.change is not None else self._onward(1)
        parts = []
        if self.rank is Rank.EVERYTHING:
            parts.append(f"change {passed}/{len(self.outline.changes)}")
        facts = self._facts
        parts.append(f"fact {bisect_left(facts, passed)}/{len(facts)}")
        if self.rank is not Rank.FACTS:
            parts.append(f"quotation {max(self.quotation_of[:passed], default=0)}/{max(self.quotation_of, default=0)}")
        return "  ".join(parts)

    @cached_property
    def _facts(self) -> list[int]:
        return [number for number, (_, change) in enumerate(self.outline.changes) if change.is_fact]

    @cached_property
    def _alike(self) -> Counter[tuple[str, str, str]]:
        return Counter(self._key(change) for _, change in self.outline.changes)

    def _key(self, change: Change) -> tuple[str, str, str]:
        """What makes two changes the same: kind and words of either side."""
        left, right = (span_of(change, side).of(self.outline.texts[side]).casefold() for side in Side)
        return change.kind, left, right
