"""The comparison as a widget: every move, what it says in words, the pointer, and what a selection copies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from textual import events
from textual.message import Message
from textual.selection import Selection

from nkreader.app.widgets.collation import selecting
from nkreader.app.widgets.collation.layout import OVERVIEW, Layout
from nkreader.app.widgets.collation.styles import COLLATION_CSS
from nkreader.app.widgets.collation.surface import CONTEXT, Surface
from nkreader.app.widgets.collation.tour import Place, Tour
from nkreader.compare.model import Change
from nkreader.model import Span
from nkreader.report.collation.outline import spans_of
from nkreader.report.collation.ranks import Side

SHARES = 0.2, 0.8
"""How far the divider can be moved, as the left column's share."""


class Collation(Surface, can_focus=True, inherit_bindings=False):
    """Two articles beside each other, every change marked.

    Keys are bound elsewhere; every method that moves or changes something says whether it did.
    """

    ALLOW_MAXIMIZE = False
    DEFAULT_CSS = COLLATION_CSS

    class Moved(Message):
        """The cursor stands elsewhere: a row, its place in either text, and the current change if there is one."""

        def __init__(
            self,
            collation: Collation,
            row_index: int,
            left_span: Span | None,
            right_span: Span | None,
            change: Change | None,
        ) -> None:
            super().__init__()
            self.collation = collation
            self.row_index = row_index
            self.left_span = left_span
            self.right_span = right_span
            self.change = change

        @property
        def control(self) -> Collation:
            return self.collation

    class Chosen(Message):
        """The row under the cursor was chosen, to open it elsewhere."""

        def __init__(self, collation: Collation, row_index: int) -> None:
            super().__init__()
            self.collation = collation
            self.row_index = row_index

        @property
        def control(self) -> Collation:
            return self.collation

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._dragged: Literal["overview", "divider"] | None = None
        self._selected_from: int | None = None
        """The row where a selection by keyboard began."""
        self._selected_by_keys: Selection | None = None
        self._selected_side = Side.LEFT

    # -- in words ----------------------------------------------------------------------------------------------------

    def status(self) -> str:
        """What is under the cursor, in words, and how many changes, facts and quotations are behind of how many."""
        if self.tour is None or not self.tour.outline.rows:
            return ""
        run = self.tour.run
        return f"{self.tour.words(run is not None and run.first in self.folded)}   {self.tour.counts()}"

    def counts(self) -> str:
        """The second half of `status`."""
        return self.tour.counts() if self.tour is not None else ""

    def row_text(self, side: Literal["left", "right"] | Side) -> str:
        """What one side says in the row under the cursor, unwrapped."""
        if self.tour is None or not self.tour.outline.rows:
            return ""
        outline, side = self.tour.outline, Side(side)
        spans = spans_of(outline.rows[self.tour.row], side)
        return " ".join(span.of(outline.article(side).text) for span in spans)

    # -- moving ----------------------------------------------------------------------------------------------------

    def next_change(self) -> bool:
        """Go to the next change of the present rank."""
        return self._jump_to(lambda tour: tour.next_change(1))

    def previous_change(self) -> bool:
        """Go to the previous change of the present rank."""
        return self._jump_to(lambda tour: tour.next_change(-1))

    def next_fact(self) -> bool:
        """Go to the next changed fact."""
        return self._jump_to(lambda tour: tour.next_change(1, lambda change: change.is_fact))

    def previous_fact(self) -> bool:
        """Go to the previous changed fact."""
        return self._jump_to(lambda tour: tour.next_change(-1, lambda change: change.is_fact))

    def next_quotation(self) -> bool:
        """Go to the next altered quotation."""
        return self._jump_to(lambda tour: tour.next_quotation(1))

    def previous_quotation(self) -> bool:
        """Go to the previous altered quotation."""
        return self._jump_to(lambda tour: tour.next_quotation(-1))

    def _jump_to(self, find: Callable[[Tour], Place | None]) -> bool:
        self._catch_up()
        return self.tour is not None and self._jump(find(self.tour))

    def moved_partner(self) -> bool:
        """From moved text to where it stands in the right text and back; from elsewhere to the next moved text."""
        return self._jump_to(lambda tour: tour.moved_partner())

    def back(self) -> bool:
        """Return to where the last jump came from."""
        return self.tour is not None and self._jump(self.tour.back(), remember=False)

    def go_to(self, side: Literal["left", "right"] | Side, offset: int, unfold: bool = True) -> bool:
        """Go to an offset of one side's text, unfolding what hides it; the change there becomes the current one."""
        side = Side(side)
        place = self.tour.at(side, offset) if self.tour is not None else None
        if place is None:
            return False
        self._jump(place if unfold else self._shown(place), unfold=unfold)
        if self._layout is not None:
            self._reveal(self._layout.line_of(place.row, side, offset))
        return True

    def _shown(self, place: Place) -> Place:
        """The place, or the line of the fold that hides it."""
        run = self.tour.outline.run_of.get(place.row) if self.tour is not None else None
        return Place(run.first) if run is not None and run.first in self.folded else place

    def home(self) -> bool:
        """Go to the beginning."""
        moved = self._jump(Place(0)) if self.tour is not None and self.tour.outline.rows else False
        self.scroll_to(y=0, animate=False)
        return moved

    def end(self) -> bool:
        """Go to the end."""
        layout = self._layout
        if layout is None or not layout.items:
            return False
        moved = self._jump(Place(layout.items[-1].first))
        self.scroll_to(y=max(0, layout.height - self._page), animate=False)
        return moved

    def go_to_percent(self, percent: float) -> bool:
        """Go to a place by its share (0..100) of the whole."""
        layout = self._layout
        if layout is None or not layout.items:
            return False
        return self._jump(Place(layout.items[layout.item_at(round(layout.height * percent / 100))].first))

    def move_cursor(self, rows: int) -> bool:
        """Move the cursor by rows, a fold counting as one; a row taller than the screen is scrolled through first."""
        layout = self._layout
        if layout is None or not layout.items:
            return False
        self._catch_up()
        index = layout.item_of(self.cursor_row)
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self._page
        step = max(1, self._page - CONTEXT)
        if rows > 0 and layout.bottom(index) > bottom and layout.tops[index] <= top + CONTEXT:
            self.scroll_to(y=top + step, animate=False)
            return True
        if rows < 0 and layout.tops[index] < top and layout.bottom(index) >= bottom - CONTEXT:
            self.scroll_to(y=max(0, top - step), animate=False)
            return True
        target = max(0, min(len(layout.items) - 1, index + rows))
        moved = self._stand(Place(layout.items[target].first))
        self._reveal_item(layout, target)
        return moved

    def move_paragraph(self, direction: int) -> bool:
        """Go to the beginning of the next (1) or previous (-1) paragraph."""
        layout = self._layout
        if layout is None or not layout.items:
            return False
        self._catch_up()
        last = len(layout.items) - 1
        index = layout.item_of(self.cursor_row) + direction
        while 0 < index < last and not layout.outline.gaps[layout.items[index].first]:
            index += direction
        index = max(0, min(last, index))
        moved = self._stand(Place(layout.items[index].first))
        self._reveal_item(layout, index)
        return moved

    def page(self, direction: int) -> bool:
        """Move by a screenful, the cursor staying where it is on the screen."""
        layout = self._layout
        if layout is None or not layout.items:
            return False
        top, page = self.scroll_offset.y, self._page
        target = max(0, min(layout.height - page, top + direction * max(1, page - CONTEXT)))
        if target == top:
            last = layout.items[-1].first if direction > 0 else 0
            return self._stand(Place(last))
        line = max(target, min(target + page - 1, self._cursor_line(layout) - top + target))
        self.scroll_to(y=target, animate=False)
        index = layout.item_at(line)
        if layout.first_line(index) < target and layout.bottom(index) < target + page and index + 1 < len(layout.items):
            index += 1
        self._stand(Place(layout.items[index].first))
        return True

    def announce(self) -> None:
        """Post `Moved`."""
        if self.tour is None or not self.tour.outline.rows:
            return
        row = self.tour.outline.rows[self.tour.row]
        left, right = (Span(spans[0].start, spans[-1].end) if spans else None for spans in (row.left, row.right))
        self.post_message(self.Moved(self, self.tour.row, left, right, self.tour.change))

    # -- folding, layout, rank -------------------------------------------------------------------------------------

    def choose(self) -> bool:
        """Unfold or fold the run whose line the cursor is on, else post `Chosen`."""
        if self.tour is None or not self.tour.outline.rows:
            return False
        run = self.tour.run
        if run is not None and self.tour.row == run.first:
            return self.toggle_fold()
        self.post_message(self.Chosen(self, self.tour.row))
        return True

    def toggle_fold(self) -> bool:
        """Fold or unfold the run under the cursor."""
        run = self.tour.run if self.tour is not None else None
        return run is not None and self._fold(self.folded ^ {run.first})

    def toggle_all_folds(self) -> bool:
        """Unfold everything, or fold everything where nothing is folded."""
        if self.tour is None or not self.tour.outline.runs:
            return False
        return self._fold(set() if self.folded else {run.first for run in self.tour.outline.runs})

    def _fold(self, folded: set[int]) -> bool:
        assert self.tour is not None
        self.folded = folded
        if (run := self.tour.run) is not None and run.first in folded:
            self.tour.stand(Place(run.first))
        self._lay_out()
        if self._layout is not None:
            self._reveal(self._cursor_line(self._layout))
        self.announce()
        return True

    def toggle_layout(self) -> bool:
        """Side by side if stacked, stacked if side by side."""
        self.layout_mode = "side" if self.stacked else "stacked"
        return True

    def cycle_rank(self) -> bool:
        """Everything, facts and quotations, facts only."""
        self.rank = self.rank.following
        return True

    def move_divider(self, cells: int) -> bool:
        """Give the left column so many cells more, or less."""
        if self.stacked or self._layout is None:
            return False
        columns = self._layout.columns
        least, most = SHARES
        share = max(least, min(most, (columns.left + cells) / (columns.left + columns.right)))
        if share == self.share:
            return False
        self.share = share
        self._lay_out()
        return True

    # -- the pointer -----------------------------------------------------------------------------------------------

    def on_mouse_down(self, event: events.MouseDown) -> None:
        layout = self._layout
        if layout is None or event.button != 1:
            return
        if event.x >= layout.columns.width - OVERVIEW:
            self._dragged = "overview"
            mark = self.overview(layout).mark(event.y - self.pinned)
            if mark is None or self.tour is None:
                self._scroll_to_bar(layout, event.y)
            else:
                self._jump(self.tour.of(*mark))
        elif not layout.columns.stacked and event.x == layout.columns.divider_at:
            self._dragged = "divider"
        else:
            self._drag_side = layout.side_at(self.scroll_offset.y + event.y - self.pinned, event.x)
            return
        self.capture_mouse()
        event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._layout is None:
            return
        if self._dragged == "overview":
            self._scroll_to_bar(self._layout, event.y)
        elif self._dragged == "divider":
            self.move_divider(event.x - self._layout.columns.divider_at)
        elif not event.button:
            self._drag_side = None

    def on_mouse_up(self, event: events.MouseUp) -> None:
        if self._dragged is not None:
            self._dragged = None
            self.release_mouse()

    def _scroll_to_bar(self, layout: Layout, y: int) -> None:
        line = self.overview(layout).line(y - self.pinned)
        self.scroll_to(y=max(0, line - self._page // 3), animate=False)

    def on_click(self, event: events.Click) -> None:
        layout, tour = self._layout, self.tour
        line = self.scroll_offset.y + event.y - self.pinned
        if layout is None or tour is None or event.y < self.pinned or not 0 <= line < layout.height:
            return
        if event.x >= layout.columns.width - OVERVIEW or self.text_selection is not None:
            return
        found = selecting.place_at(layout, line, event.x)
        if found is not None:
            side, row, offset = found
            self._stand(Place(row, tour.change_at(row, side, offset)))
            return
        item = layout.items[layout.item_at(line)]
        self._stand(Place(item.first))
        if layout.is_fold(line):
            self.toggle_fold()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        if self.tour is None:
            return None
        return selecting.selected_text(selection, self.tour.outline), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        if selection != self._selected_by_keys:
            # Any other selection, or none: the next one of the keyboard begins where the cursor is.
            self._selected_from = None
        self._lines.clear()
        self.refresh()

    def text_select_all(self) -> None:
        """A double click selects the sentence that was clicked, not the whole comparison."""
        if self.tour is None or not self.tour.outline.rows:
            return
        self._selected_side = self._drag_side or Side.LEFT
        if not spans_of(self.tour.outline.rows[self.tour.row], self._selected_side):
            self._selected_side = self._selected_side.other
        self._select_rows(self.tour.row)

    def extend_selection(self, rows: int) -> bool:
        """Select the sentence under the cursor in one column; once that is, move the cursor and select up to there."""
        if self.tour is None or not self.tour.outline.rows:
            return False
        if self._selected_from is None:
            self._select_rows(self.tour.row)
            return True
        moved = self.move_cursor(rows)
        self._select_rows(self._selected_from)
        return moved

    def switch_side(self) -> bool:
        """Select in the other column what is selected in this one."""
        if self.tour is None or self._selected_from is None:
            return False
        self._selected_side = self._selected_side.other
        self._select_rows(self._selected_from)
        return True

    def selected_text(self) -> str:
        """The selected text of one column, unwrapped; empty if nothing is selected."""
        selection = self.text_selection
        return selecting.selected_text(selection, self.tour.outline) if selection is not None and self.tour else ""

    @property
    def selected_side(self) -> Side | None:
        """The column the selection is in, None if nothing is selected."""
        selection = self.text_selection
        return selecting.side_of(selection, self.tour.outline) if selection is not None and self.tour else None

    def _select_rows(self, first: int) -> None:
        assert self.tour is not None
        outline, last = self.tour.outline, self.tour.row
        if (run := self.tour.run) is not None and run.first in self.folded and last >= first:
            last = run.last - 1
        selection = selecting.whole_rows(outline, first, last, self._selected_side)
        self._selected_from, self._selected_by_keys = first, selection
        self.screen.selections = {self: selection}
