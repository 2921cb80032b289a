"""The comparison as a widget: what is shown, where the cursor stands, and every move it can make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar, Literal

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from nkreader.app.widgets.collation import selecting
from nkreader.app.widgets.collation.drawing import THUMB, TRACK, Painter, State
from nkreader.app.widgets.collation.layout import OVERVIEW, Columns, Layout
from nkreader.app.widgets.collation.outline import Outline, Run, span_of, spans_of
from nkreader.app.widgets.collation.quoted import altered_quotations
from nkreader.app.widgets.collation.ranks import Rank, Side
from nkreader.app.widgets.collation.styles import COLLATION_CSS
from nkreader.app.widgets.collation.wording import change_words, row_words, run_words
from nkreader.compare.model import Change, Comparison, RowKind
from nkreader.model import Article, Span

LayoutMode = Literal["auto", "side", "stacked"]

NARROW = 100
"""Below this width the two texts are stacked, unless the user says otherwise."""
TALL_ENOUGH_FOR_RULE = 12
CONTEXT = 2
"""Lines kept visible around the cursor when it moves by a row."""
STRIPS = 2_000
MOST_BACK = 100


class Collation(ScrollView, can_focus=True, inherit_bindings=False):
    """Two articles beside each other, every change marked. Keys are bound elsewhere; every method says whether it did anything."""

    ALLOW_MAXIMIZE = False

    DEFAULT_CSS = COLLATION_CSS

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"collation--{name}"
        for name in (
            *("left", "right", "left-fact", "right-fact", "fact", "quotation", "form-only", "current", "sign"),
            *("number", "date", "name", "negation", "hedge", "wording", "grammar", "added", "dropped"),
            *("muted", "label", "heading", "header", "rule", "fold", "moved", "hit", "selected"),
            *("cursor", "cursor-row", "thumb", "track"),
        )
    }

    layout_mode: var[LayoutMode] = var("auto")
    """`side`, `stacked`, or `auto`: stacked where the widget is narrow."""
    rank: var[Rank] = var(Rank.EVERYTHING)

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
        self.outline: Outline | None = None
        self.folded: set[int] = set()
        """First rows of the folded runs."""
        self.share = 0.5
        """The left column's part of the room for text."""
        self.cursor_row = 0
        self._change: int | None = None
        self._drawing_state = State()
        self._layout: Layout | None = None
        self._painter: Painter | None = None
        self._strips: LRUCache[int, list[Segment]] = LRUCache(STRIPS)
        self._styles_of: dict[tuple[str, ...], Style] = {}
        self._overview: list[tuple[str, Style]] = []
        self._places: list[tuple[int, int | None]] = []
        self._alike: Counter[tuple[str, str, str]] | None = None
        self._quotations: list[int] | None = None
        self._drag_side: Side | None = None
        self._dragged: Literal["overview", "divider"] | None = None
        self._painting = False

    # -- what is shown ---------------------------------------------------------------------------------------------

    def set_comparison(
        self,
        left: Article,
        right: Article,
        comparison: Comparison,
        *,
        roles: tuple[str, str] = ("", ""),
        folded: set[int] | None = None,
    ) -> None:
        """Show a comparison from its beginning; `roles` stand in the headings, `folded` names the first rows of folded runs."""
        self.outline = outline = Outline(left, right, comparison)
        self.folded = {run.first for run in outline.runs} if folded is None else set(folded)
        self._drawing_state = State(rank=self.rank, roles={Side.LEFT: roles[0], Side.RIGHT: roles[1]})
        self._drawing_state.selection = self._selected
        self.cursor_row = next((n for n, row in enumerate(outline.rows) if row.kind is not RowKind.BOILERPLATE), 0)
        self._change = None
        self._places.clear()
        self._alike = self._quotations = None
        self._lay_out(keep_place=False)
        self.scroll_to(y=0, animate=False)
        self._announce()

    def clear(self) -> None:
        """Show nothing."""
        self.outline = self._layout = self._painter = None
        self._strips.clear()
        self._overview = []
        self.virtual_size = Size(0, 0)
        self.refresh()

    @property
    def stacked(self) -> bool:
        """Whether the texts are stacked, at the present width and mode."""
        return self.layout_mode == "stacked" or (self.layout_mode == "auto" and self.size.width < NARROW)

    @property
    def heading_height(self) -> int:
        """Lines of the pinned headings."""
        if self.outline is None:
            return 0
        tall = self.size.height >= TALL_ENOUGH_FOR_RULE
        return (2 + tall if self.stacked else 2) if tall else 1

    @property
    def current_change(self) -> Change | None:
        """The change the cursor is on."""
        if self.outline is None or self._change is None:
            return None
        return self.outline.changes[self._change][1]

    def set_hits(self, left: Sequence[Span] = (), right: Sequence[Span] = ()) -> None:
        """Mark search hits in either text."""
        self._drawing_state.hits = {Side.LEFT: list(left), Side.RIGHT: list(right)}
        self._redraw()

    def _lay_out(self, keep_place: bool = True) -> None:
        if self.outline is None or not self.size.width:
            return
        anchor = self._anchor() if keep_place else None
        columns = Columns.of(self.size.width, self.stacked, self.share)
        if self._layout is not None and self._layout.outline is self.outline and self._layout.columns == columns:
            self._layout.fold(frozenset(self.folded))
        else:
            self._layout = Layout(self.outline, columns, frozenset(self.folded))
        self._drawing_state.cursor = self._layout.item_of(self.cursor_row)
        self._painter = None
        self.virtual_size = Size(self.size.width, self._layout.height + self.heading_height)
        if anchor is not None:
            row, side, offset, above = anchor
            line = self._layout.line_of(row, side, offset)
            self.scroll_to(y=max(0, line - above), animate=False)
        self._redraw()

    def _anchor(self) -> tuple[int, Side, int, int] | None:
        """A place in the text and how many lines below the first visible one it is: what stays put when the layout changes."""
        layout = self._layout
        if layout is None or not layout.items:
            return None
        top = self.scroll_offset.y
        item = layout.items[layout.item_of(self.cursor_row)]
        line = self._current_line()
        if not top <= line < top + self._page:
            index = layout.item_at(top)
            item = layout.items[index]
            line = max(layout.first_line(index), top)
        row = self.outline.rows[item.first] if self.outline else None
        if row is None:
            return None
        side = Side.LEFT if row.left else Side.RIGHT
        offset = spans_of(row, side)[0].start
        change = self.current_change
        if change is not None and item.first == self.cursor_row and span_of(change, side):
            offset = span_of(change, side).start
        else:
            lines = layout.lines(layout.item_of(item.first))
            drawn = lines[min(len(lines) - 1, line - layout.tops[layout.item_of(item.first)])]
            piece = drawn.left if side is Side.LEFT else drawn.right
            offset = piece[0] if piece is not None else offset
        return item.first, side, offset, line - top

    @property
    def _page(self) -> int:
        """Lines of text that are visible at a time."""
        return max(1, self.size.height - self.heading_height)

    def _current_line(self) -> int:
        layout = self._layout
        if layout is None or not layout.items:
            return 0
        change = self.current_change
        if change is not None:
            return layout.change_line(self.cursor_row, change.left, change.right)
        return layout.first_line(layout.item_of(self.cursor_row))

    def _redraw(self) -> None:
        self._strips.clear()
        self._overview = []
        self.refresh()

    # -- Textual's side of it --------------------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        self._lay_out()

    def watch_layout_mode(self) -> None:
        self._lay_out()

    def watch_rank(self, rank: Rank) -> None:
        self._drawing_state.rank = rank
        change = self.current_change
        if change is not None and not rank.admits(change):
            self._change = None
            self._drawing_state.change = None
        self._redraw()
        if self.outline is not None:
            self._announce()

    def on_focus(self) -> None:
        self._redraw()

    def on_blur(self) -> None:
        self._redraw()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._styles_of.clear()
        self._painter = None
        self._strips.clear()
        self._overview = []

    def _style_of(self, *names: str) -> Style:
        """The overlay of component classes: only what they set, half-transparent colours blended with the widget's own."""
        if (found := self._styles_of.get(names)) is not None:
            return found
        style = Style()
        background = self.background_colors[1]
        for name in names:
            component = self.get_component_styles(name)
            bgcolor = color = None
            if component.has_rule("background") and component.background.a > 0:
                shade = component.background
                background = shade if shade.ansi is not None else background + shade
                bgcolor = background.rich_color
            if component.has_rule("color") and component.color.a > 0:
                ink = component.color
                color = ink.rich_color if ink.ansi is not None or ink.a == 1 else (background + ink).rich_color
            style += Style(color=color, bgcolor=bgcolor) + component.text_style
        self._styles_of[names] = style
        return style

    def _draw(self) -> Painter | None:
        if self._painter is None and self._layout is not None:
            self._painter = Painter(self._layout, self._drawing_state, self.rich_style, self._style_of)
        return self._painter

    def render_lines(self, crop):  # type: ignore[no-untyped-def]  # as Textual has it
        # Textual paints through this and asks where the pointer is through `render_line`: only then are offsets needed.
        self._painting = True
        try:
            return super().render_lines(crop)
        finally:
            self._painting = False

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        painter = self._draw()
        if painter is None or self._layout is None or painter.columns.width != width:
            return Strip.blank(width, self.rich_style)
        pinned = self.heading_height
        if y < pinned:
            return Strip(painter.heading(pinned)[y], width)
        line = self.scroll_offset.y + y - pinned
        if not self._painting:
            return selecting.hit_strip(self._layout, line, self._drag_side)
        if line not in self._strips:
            self._strips[line] = painter.segments(line)
        return Strip([*self._strips[line], *self._bar(painter, y - pinned)], width)

    def _bar(self, painter: Painter, y: int) -> list[Segment]:
        """The overview bar's two cells on a visible line."""
        height = self._page
        if not self._overview:
            self._overview = painter.overview(height)
        sign, style = self._overview[y] if y < len(self._overview) else (" ", painter.base)
        total = max(1, painter.layout.height)
        top = self.scroll_offset.y * height // total
        size = max(1, height * height // total)
        inside = total > height and top <= y < top + size
        rail = self._style_of("collation--thumb" if inside else "collation--track")
        return [Segment(sign, style), Segment(THUMB if inside else TRACK, painter.base + rail)]

    # -- moving ----------------------------------------------------------------------------------------------------

    def next_change(self) -> bool:
        """Go to the next change of the present rank."""
        return self._step(1, lambda change: True)

    def previous_change(self) -> bool:
        return self._step(-1, lambda change: True)

    def next_fact(self) -> bool:
        """Go to the next changed fact."""
        return self._step(1, lambda change: change.is_fact)

    def previous_fact(self) -> bool:
        return self._step(-1, lambda change: change.is_fact)

    def next_quotation(self) -> bool:
        """Go to the next altered quotation, from the last one to the first."""
        return self._step_quotation(1)

    def previous_quotation(self) -> bool:
        return self._step_quotation(-1)

    def _step(self, direction: int, wanted) -> bool:  # type: ignore[no-untyped-def]
        outline = self.outline
        if outline is None:
            return False
        changes = outline.changes
        index = self._from_here(direction)
        while 0 <= index < len(changes):
            change = changes[index][1]
            if self.rank.admits(change) and wanted(change):
                return self._go(changes[index][0], index)
            index += direction
        return False

    def _from_here(self, direction: int) -> int:
        """The change to look at first when going on from the cursor."""
        assert self.outline is not None
        if self._change is not None:
            return self._change + direction
        changes = self.outline.changes
        following = next((i for i, (row, _) in enumerate(changes) if row >= self.cursor_row), len(changes))
        return following if direction > 0 else following - 1

    def _step_quotation(self, direction: int) -> bool:
        outline = self.outline
        if outline is None:
            return False
        numbers = self._quotation_numbers()
        present = numbers[self._change] if self._change is not None else 0
        index = self._from_here(direction)
        while 0 <= index < len(numbers):
            if numbers[index] and numbers[index] != present:
                first = numbers.index(numbers[index])
                return self._go(outline.changes[first][0], first)
            index += direction
        return False

    def _quotation_numbers(self) -> list[int]:
        """For each change the number of the altered quotation it belongs to, 0 outside of quotations."""
        if self._quotations is None:
            assert self.outline is not None
            self._quotations = altered_quotations(self.outline)
        return self._quotations

    def moved_partner(self) -> bool:
        """Go to where the moved text under the cursor stands in the other text, or from there to the text; else to the next moved text."""
        outline = self.outline
        if outline is None or not outline.moves:
            return False
        if (move := outline.move_of.get(self.cursor_row)) is not None:
            return self._go(max(0, move.after), None)
        if moves := outline.ghosts.get(self.cursor_row):
            return self._go(moves[0].first, None)
        following = next((move for move in outline.moves if move.first > self.cursor_row), outline.moves[0])
        return self._go(following.first, None)

    def move_cursor(self, rows: int) -> bool:
        """Move the cursor by rows (a fold counts as one); a row taller than the screen is scrolled through first."""
        layout = self._layout
        if layout is None or not layout.items:
            return False
        index = layout.item_of(self.cursor_row)
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self._page
        if rows > 0 and layout.bottom(index) > bottom and layout.tops[index] <= top + CONTEXT:
            self.scroll_to(y=top + max(1, self._page - CONTEXT), animate=False)
            return True
        if rows < 0 and layout.tops[index] < top and layout.bottom(index) >= bottom - CONTEXT:
            self.scroll_to(y=top - max(1, self._page - CONTEXT), animate=False)
            return True
        target = max(0, min(len(layout.items) - 1, index + rows))
        if target == index and self._change is None:
            return False
        self._set_cursor(layout.items[target].first, None)
        self._reveal_item(target)
        return target != index

    def move_paragraph(self, direction: int) -> bool:
        """Go to the next (1) or previous (-1) paragraph."""
        layout = self._layout
        if layout is None or not layout.items:
            return False
        index = layout.item_of(self.cursor_row) + direction
        while 0 < index < len(layout.items) - 1 and not layout.outline.gaps[layout.items[index].first]:
            index += direction
        index = max(0, min(len(layout.items) - 1, index))
        return self._go(layout.items[index].first, None, remember=False)

    def page(self, direction: int) -> bool:
        """Move by a screenful, the cursor staying where it is on the screen."""
        layout = self._layout
        if layout is None or not layout.items:
            return False
        top = self.scroll_offset.y
        limit = max(0, layout.height - self._page)
        target = max(0, min(limit, top + direction * max(1, self._page - CONTEXT)))
        if target == top:
            return self.end() if direction > 0 else self.home()
        line = layout.first_line(layout.item_of(self.cursor_row)) - top + target
        line = max(target, min(target + self._page - 1, line))
        self.scroll_to(y=target, animate=False)
        index = layout.item_at(line)
        if (
            layout.first_line(index) < target
            and index + 1 < len(layout.items)
            and layout.tops[index + 1] < target + self._page
        ):
            index += 1
        self._set_cursor(layout.items[index].first, None)
        return True

    def home(self) -> bool:
        """Go to the beginning."""
        return self._go(0, None) if self.outline is not None and self.outline.rows else False

    def end(self) -> bool:
        """Go to the end."""
        layout = self._layout
        if layout is None or not layout.items:
            return False
        moved = self._go(layout.items[-1].first, None)
        self.scroll_to(y=max(0, layout.height - self._page), animate=False)
        return moved

    def go_to_percent(self, percent: float) -> bool:
        """Go to a place by its share (0..100) of the whole."""
        layout = self._layout
        if layout is None or not layout.items:
            return False
        index = layout.item_at(round(layout.height * percent / 100))
        return self._go(layout.items[index].first, None)

    def go_to(self, side: Literal["left", "right"] | Side, offset: int) -> bool:
        """Go to an offset of one side's text, unfolding what hides it; the change there becomes the current one."""
        outline = self.outline
        if outline is None:
            return False
        side = Side(side)
        row = outline.row_at(side, offset)
        if row is None:
            return False
        run = outline.run_of.get(row)
        if run is not None and run.first in self.folded:
            self.folded.discard(run.first)
            self._lay_out()
        index = None
        for number, (place, change) in enumerate(outline.changes):
            if place == row:
                start, end = span_of(change, side)
                if start <= offset < max(end, start + 1):
                    index = number
        return self._go(row, index, offset=(side, offset))

    def back(self) -> bool:
        """Return to where the last jump came from."""
        while self._places:
            row, change = self._places.pop()
            if (row, change) != (self.cursor_row, self._change):
                return self._go(row, change, remember=False)
        return False

    def _go(
        self, row: int, change: int | None, *, remember: bool = True, offset: tuple[Side, int] | None = None
    ) -> bool:
        layout = self._layout
        here = self.cursor_row, self._change
        if remember and here != (row, change):
            self._places.append(here)
            del self._places[:-MOST_BACK]
        if layout is not None:
            row = layout.items[layout.item_of(row)].first if change is None and offset is None else row
        self._set_cursor(row, change)
        if layout is not None and layout.items:
            line = layout.line_of(row, *offset) if offset is not None else self._current_line()
            self._reveal(line)
        return here != (row, change) or offset is not None

    def _reveal(self, line: int) -> None:
        """Scroll so that a line is visible; from afar, to a third of the height."""
        top, page = self.scroll_offset.y, self._page
        margin = min(CONTEXT, page // 4)
        if not top + margin <= line < top + page - margin:
            self.scroll_to(y=max(0, line - page // 3), animate=False)

    def _reveal_item(self, index: int) -> None:
        """Scroll by as little as shows the whole item, with some context."""
        layout = self._layout
        assert layout is not None
        top, page = self.scroll_offset.y, self._page
        context = min(CONTEXT, page // 4)
        first, bottom = layout.tops[index], layout.bottom(index)
        if first - context < top or bottom - first > page:
            self.scroll_to(y=max(0, first - context), animate=False)
        elif bottom + context > top + page:
            self.scroll_to(y=bottom + context - page, animate=False)

    def _set_cursor(self, row: int, change: int | None) -> None:
        if (row, change) == (self.cursor_row, self._change):
            return
        state, layout = self._drawing_state, self._layout
        old = state.cursor
        self.cursor_row, self._change = row, change
        state.change = self.current_change
        if layout is not None:
            state.cursor = layout.item_of(row)
            for index in {old, state.cursor}:
                self._redraw_item(index)
        self._announce()

    def _redraw_item(self, index: int) -> None:
        layout = self._layout
        if layout is None or index >= len(layout.items):
            return
        top, bottom = layout.tops[index], layout.bottom(index)
        for line in range(top, bottom):
            self._strips.discard(line)
        self.refresh_lines(top + self.heading_height, bottom - top)

    def _announce(self) -> None:
        outline = self.outline
        if outline is None or not outline.rows:
            return
        row = outline.rows[self.cursor_row]
        spans = [Span(pieces[0].start, pieces[-1].end) if pieces else None for pieces in (row.left, row.right)]
        self.post_message(self.Moved(self, self.cursor_row, spans[0], spans[1], self.current_change))

    # -- folding, layout, rank -------------------------------------------------------------------------------------

    def choose(self) -> bool:
        """Enter: unfold or fold the run whose line the cursor is on, else say that the row was chosen."""
        if self.outline is None or not self.outline.rows:
            return False
        run = self._run_here()
        if run is not None and (run.first in self.folded or run.first == self.cursor_row):
            return self.toggle_fold()
        self.post_message(self.Chosen(self, self.cursor_row))
        return True

    def _run_here(self) -> Run | None:
        return self.outline.run_of.get(self.cursor_row) if self.outline is not None else None

    def toggle_fold(self) -> bool:
        """Fold or unfold the run under the cursor."""
        run = self._run_here()
        if run is None:
            return False
        self.folded ^= {run.first}
        if run.first in self.folded:
            self.cursor_row, self._change = run.first, None
            self._drawing_state.change = None
        self._lay_out()
        if self._layout is not None:
            self._reveal(self._current_line())
        self._announce()
        return True

    def toggle_all_folds(self) -> bool:
        """Unfold everything, or fold everything that can be where all is unfolded."""
        if self.outline is None or not self.outline.runs:
            return False
        self.folded = set() if self.folded else {run.first for run in self.outline.runs}
        if (run := self._run_here()) is not None and run.first in self.folded:
            self.cursor_row, self._change = run.first, None
            self._drawing_state.change = None
        self._lay_out()
        self._announce()
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
        """Give the left column more room (or less, with a negative number)."""
        if self.stacked or self._layout is None:
            return False
        columns = self._layout.columns
        room = columns.left + columns.right
        share = max(0.2, min(0.8, (columns.left + cells) / room))
        if share == self.share:
            return False
        self.share = share
        self._lay_out()
        return True

    # -- in words --------------------------------------------------------------------------------------------------

    def status(self) -> str:
        """What is under the cursor, in words, and how many changes, facts and quotations have been passed of how many."""
        outline = self.outline
        if outline is None or not outline.rows:
            return ""
        change = self.current_change
        run = self._run_here()
        if change is not None:
            words = change_words(change, outline, self._others(change))
        elif run is not None and run.first in self.folded:
            words = run_words(run, outline)
        else:
            words = row_words(self.cursor_row, outline)
        return f"{words}   {self.counts()}"

    def counts(self) -> str:
        """`change 1/97  fact 1/5  quotation 0/2`: passed, of all of this rank."""
        outline = self.outline
        if outline is None:
            return ""
        passed = self._change + 1 if self._change is not None else self._from_here(1)
        shown = [(number, change) for number, (_, change) in enumerate(outline.changes) if self.rank.admits(change)]
        facts = [number for number, change in shown if change.is_fact]
        parts = []
        if self.rank is Rank.EVERYTHING:
            parts.append(f"change {sum(number < passed for number, _ in shown)}/{len(shown)}")
        parts.append(f"fact {sum(number < passed for number in facts)}/{len(facts)}")
        if self.rank is not Rank.FACTS:
            numbers = self._quotation_numbers()
            parts.append(f"quotation {max(numbers[:passed], default=0)}/{max(numbers, default=0)}")
        return "  ".join(parts)

    def _others(self, change: Change) -> int:
        """At how many other places the same was made of the same."""
        assert self.outline is not None
        texts = self.outline.texts

        def key(change: Change) -> tuple[str, str, str]:
            return (
                change.kind,
                change.left.of(texts[Side.LEFT]).casefold(),
                change.right.of(texts[Side.RIGHT]).casefold(),
            )

        if self._alike is None:
            self._alike = Counter(key(each) for _, each in self.outline.changes)
        return self._alike[key(change)] - 1

    # -- the pointer -----------------------------------------------------------------------------------------------

    def on_mouse_down(self, event: events.MouseDown) -> None:
        layout = self._layout
        if layout is None or event.button != 1:
            return
        if event.x >= layout.columns.width - OVERVIEW:
            self._dragged = "overview"
            self.capture_mouse()
            self._scroll_to_bar(event.y)
            event.stop()
        elif not layout.columns.stacked and event.x == layout.columns.divider_at:
            self._dragged = "divider"
            self.capture_mouse()
            event.stop()
        else:
            self._drag_side = layout.columns.side_at(event.x)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._dragged == "overview":
            self._scroll_to_bar(event.y)
        elif self._dragged == "divider" and self._layout is not None:
            self.move_divider(event.x - self._layout.columns.divider_at)
        elif not event.button:
            self._drag_side = None

    def on_mouse_up(self, event: events.MouseUp) -> None:
        if self._dragged is not None:
            self._dragged = None
            self.release_mouse()
        self._drag_side = None

    def _scroll_to_bar(self, y: int) -> None:
        layout = self._layout
        if layout is None:
            return
        page = self._page
        line = (y - self.heading_height) * layout.height // page
        self.scroll_to(y=max(0, line - page // 3), animate=False)

    def on_click(self, event: events.Click) -> None:
        layout = self._layout
        line = self.scroll_offset.y + event.y - self.heading_height
        if layout is None or event.y < self.heading_height or not 0 <= line < layout.height:
            return
        if event.x >= layout.columns.width - OVERVIEW:
            return
        place = selecting.place_at(layout, line, event.x)
        if place is None:
            index = layout.item_at(line)
            self._set_cursor(layout.items[index].first, None)
            if layout.items[index].folded is not None:
                self.toggle_fold()
            return
        side, row, offset = place
        change = None
        if self.outline is not None:
            for number, (at, each) in enumerate(self.outline.changes):
                span = span_of(each, side)
                if at == row and span.start <= offset < span.end and self.rank.admits(each):
                    change = number
        self._set_cursor(layout.items[layout.item_of(row)].first if change is None else row, change)

    # -- selection -------------------------------------------------------------------------------------------------

    @property
    def allow_select(self) -> bool:
        return True

    def _selected(self, row: int, side: Side) -> tuple[int, int] | None:
        selection = self.text_selection
        if selection is None or self.outline is None:
            return None
        return selecting.selected_span(selection, self.outline, row, side)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        if self.outline is None:
            return None
        return selecting.selected_text(selection, self.outline), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        self._strips.clear()
        self.refresh()

    def text_select_all(self) -> None:
        """A double click selects the sentence, not the whole comparison."""
        outline = self.outline
        if outline is None or not outline.rows:
            return
        row = outline.rows[self.cursor_row]
        side = self._drag_side or (Side.LEFT if row.left else Side.RIGHT)
        if not spans_of(row, side):
            side = side.other
        y = selecting.logical_line(outline, self.cursor_row, side)
        spans = spans_of(row, side)
        self.screen.selections = {self: Selection(Offset(spans[0].start, y), Offset(spans[-1].end, y))}
