"""The surface of the comparison: lays it out, draws it and keeps the cursor in sight. Its moves are in `widget`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.reactive import var
from textual.strip import Strip

from nkreader.app.widgets.collation import selecting
from nkreader.app.widgets.collation.drawing import Painter, State
from nkreader.app.widgets.collation.layout import Columns, Folding, Layout
from nkreader.app.widgets.collation.overview import Overview
from nkreader.app.widgets.collation.styles import COMPONENTS
from nkreader.app.widgets.collation.tour import Place, Tour
from nkreader.app.widgets.settling import Settling
from nkreader.compare.model import Change, Comparison
from nkreader.model import Article, Span
from nkreader.report.collation.outline import Outline, spans_of
from nkreader.report.collation.ranks import Rank, Side

LayoutMode = Literal["auto", "side", "stacked"]

NARROW = 100
"""On a terminal of fewer columns the two texts are stacked, unless the user says otherwise."""
TALL_ENOUGH_FOR_RULE = 12
CONTEXT = 2
"""Lines kept visible around the cursor when it moves by a row, and lines two pages have in common."""
KEPT_LINES = 2_000
"""Drawn lines that are kept: some forty screens."""


class Surface(Settling, inherit_bindings=False):
    """Two articles beside each other, every change marked, and a place in them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = COMPONENTS

    layout_mode: var[LayoutMode] = var("auto")
    """`side`, `stacked`, or `auto`: stacked where the terminal is narrow."""
    rank: var[Rank] = var(Rank.EVERYTHING)

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        # The overview bar is the scrollbar, whatever an app's style sheet says of scrollbars in general.
        self.styles.scrollbar_size_vertical = self.styles.scrollbar_size_horizontal = 0
        self.tour: Tour | None = None
        self.folded: set[int] = set()
        """First rows of the folded runs."""
        self.share = 0.5
        """The left column's part of the room for text."""
        self._look = State()
        self._layout: Layout | None = None
        self._painter: Painter | None = None
        self._lines: LRUCache[int, list[Segment]] = LRUCache(KEPT_LINES)
        self._overlays: dict[tuple[str, ...], Style] = {}
        self._overview: Overview | None = None
        self._drag_side: Side | None = None
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
        """Show a comparison from its beginning.

        `roles` stand in the headings; `folded` names the first rows of the runs to fold, all of them if None.
        """
        if self.text_selection is not None:
            self.screen.clear_selection()  # of what was shown before
        outline = Outline(left, right, comparison)
        self.tour = Tour(outline, self.rank)
        self.folded = {run.first for run in outline.runs} if folded is None else set(folded)
        self._look = State(
            rank=self.rank,
            roles=dict(zip(Side, roles, strict=True)),
            selection=self._selected,
            focused=self.has_focus,
        )
        self._layout = None
        self._lay_out()
        self.scroll_to(y=0, animate=False)
        self.announce()

    def shows(self, left: Article, right: Article) -> bool:
        """Whether these two are shown, with what is known of them now."""
        return self.tour is not None and (self.tour.outline.left, self.tour.outline.right) == (left, right)

    def set_roles(self, left: str, right: str) -> None:
        """Put other roles in the headings."""
        self._look.roles = {Side.LEFT: left, Side.RIGHT: right}
        self._painter = None
        self._redraw()

    def clear(self) -> None:
        """Show nothing."""
        self.tour = self._layout = self._painter = self.heights = None
        self.virtual_size = Size(0, 0)
        self._redraw()

    @property
    def stacked(self) -> bool:
        """Whether the texts are stacked, at the present width and mode."""
        return self.layout_mode == "stacked" or (self.layout_mode == "auto" and self.app.size.width < NARROW)

    @property
    def cursor_row(self) -> int:
        """The row under the cursor; of a folded run, its first one."""
        return self.tour.row if self.tour is not None else 0

    @property
    def current_change(self) -> Change | None:
        """The change the cursor is on."""
        return self.tour.change if self.tour is not None else None

    @property
    def pinned(self) -> int:
        """Lines of the headings."""
        if self.tour is None:
            return 0
        if self.size.height < TALL_ENOUGH_FOR_RULE:
            return 1
        return 3 if self.stacked else 2

    def set_hits(self, left: Sequence[Span] = (), right: Sequence[Span] = ()) -> None:
        """Mark search hits in either text."""
        self._look.hits = {Side.LEFT: sorted(left), Side.RIGHT: sorted(right)}
        self._redraw()

    # -- layout ----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        """Lay out anew; the cursor's line, or else the first visible one, stays where it is on the screen."""
        if self.tour is None or not self.size.width:
            return
        anchor = self._anchor()
        columns = Columns.of(self.size.width, self.stacked, self.share)
        outline, layout = self.tour.outline, self._layout
        folding = layout.folding if layout is not None and layout.folding.folded == self.folded else None
        folding = folding or Folding.of(outline, self.folded)
        if layout is None or layout.columns != columns:
            self._layout = layout = Layout(outline, columns, folding)
        elif layout.folding is not folding:
            layout.fold(folding)
        self._painter = None
        self._follow_tour()
        self.laid_out(layout.heights, layout.item_of(anchor[0] if anchor is not None else self.cursor_row))
        if anchor is not None:
            row, side, offset, above = anchor
            above = min(above, self._page * 2 // 3)  # the screen may have become lower
            self.scroll_to(y=max(0, layout.line_of(row, side, offset) - above), animate=False)
        self._redraw()

    def _anchor(self) -> tuple[int, Side, int, int] | None:
        """A row, a side and offset of its text, and how many lines below the first visible one that stands."""
        layout = self._layout
        if layout is None or not layout.items:
            return None
        top = self.scroll_offset.y
        line = self._cursor_line(layout)
        if not top <= line < top + self._page:
            index = layout.item_at(top)
            line = max(layout.first_line(index), top)
        drawn = layout.line(line)
        row = layout.outline.rows[drawn.row]
        side = Side.LEFT if drawn.left is not None or not row.right else Side.RIGHT
        piece = drawn.left if side is Side.LEFT else drawn.right
        return drawn.row, side, piece[0] if piece else spans_of(row, side)[0].start, line - top

    @property
    def _page(self) -> int:
        """Lines of text that are visible at a time."""
        return max(1, self.size.height - self.pinned)

    def _cursor_line(self, layout: Layout) -> int:
        """The line of the current change, or the first of the row under the cursor."""
        if (change := self.current_change) is not None:
            return layout.change_line(self.cursor_row, change.left, change.right)
        return layout.first_line(layout.item_of(self.cursor_row))

    def _follow_tour(self) -> None:
        self._look.change = self.current_change
        if self._layout is not None:
            self._look.cursor = self._layout.item_of(self.cursor_row)

    def shifted(self) -> None:
        self._lines.clear()
        if self.heights is not None and self.heights.settled:
            self._overview = None
        self.refresh()

    def _redraw(self) -> None:
        self._lines.clear()
        self._overview = None
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        self._lay_out()

    def watch_layout_mode(self) -> None:
        self._lay_out()

    def watch_rank(self, rank: Rank) -> None:
        self._look.rank = rank
        if self.tour is None:
            return
        self.tour.rank = rank
        if (change := self.tour.change) is not None and not rank.admits(change):
            self.tour.stand(Place(self.tour.row))
        self._follow_tour()
        self._redraw()
        self.announce()

    def watch_has_focus(self, _has_focus: bool) -> None:
        super().watch_has_focus(_has_focus)
        self._look.focused = _has_focus
        if self._layout is not None:
            self._redraw_item(self._look.cursor)

    # -- drawing ---------------------------------------------------------------------------------------------------

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._overlays.clear()
        self._painter = None
        self._lines.clear()
        self._overview = None

    def _style_of(self, *names: str) -> Style:
        """What component classes set, one laid over the other; translucent colours blended with the widget's own."""
        if (found := self._overlays.get(names)) is not None:
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
        self._overlays[names] = style
        return style

    def render_lines(self, crop: Region) -> list[Strip]:
        # Textual paints through this, and looks for what is under the pointer through `render_line` alone: only then
        # is the offset of every cell needed, which would double the cost of painting.
        self._painting = True
        try:
            return super().render_lines(crop)
        finally:
            self._painting = False

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        layout = self._layout
        if layout is None or layout.columns.width != width:
            return Strip.blank(width, self.rich_style)
        if self._painter is None:
            self._painter = Painter(layout, self._look, self.rich_style, self._style_of)
        headings = self.pinned
        if y < headings:
            return Strip(self._painter.heading(headings)[y], width)
        line = self.scroll_offset.y + y - headings
        if not self._painting:
            return selecting.hit_strip(layout, line, self._drag_side)
        if line not in self._lines:
            self._lines[line] = self._painter.segments(line)
        bar = self.overview(layout).segments(y - headings, self.scroll_offset.y)
        return Strip([*self._lines[line], *bar], width)

    def overview(self, layout: Layout) -> Overview:
        """The bar at the right edge."""
        if self._overview is None or self._overview.height != self._page:
            self._overview = Overview(layout, self.rank, self._page, self.rich_style, self._style_of)
        return self._overview

    # -- the place ----------------------------------------------------------------------------------------------------

    def _jump(self, place: Place | None, remember: bool = True, unfold: bool = False) -> bool:
        """Go to a place that may be far away and show it; `unfold` even if the place is the fold's own line."""
        tour = self.tour
        if tour is None or place is None:
            return False
        run = tour.outline.run_of.get(place.row)
        if run is not None and run.first in self.folded and (unfold or place.row != run.first):
            self.folded.discard(run.first)
            self._lay_out()
        moved = self._stand(place, remember)
        if self._layout is not None:
            self.settle(self._layout.item_of(place.row))
            self._reveal(self._cursor_line(self._layout))
        return moved

    def _catch_up(self) -> None:
        """Where the wheel or the bar has scrolled the cursor out of sight, go on from what is visible."""
        layout = self._layout
        if layout is None or not layout.items:
            return
        top, index = self.scroll_offset.y, layout.item_of(self.cursor_row)
        if layout.bottom(index) <= top or layout.tops[index] >= top + self._page:
            visible = layout.item_at(top)
            if layout.first_line(visible) < top and visible + 1 < len(layout.items):
                visible += 1
            self._stand(Place(layout.items[visible].first))

    def _stand(self, place: Place, remember: bool = False) -> bool:
        """Put the cursor there without scrolling."""
        if self.tour is None or not self.tour.stand(place, remember):
            return False
        before = self._look.cursor
        self._follow_tour()
        for index in {before, self._look.cursor}:
            self._redraw_item(index)
        self.announce()
        return True

    def _redraw_item(self, index: int) -> None:
        layout = self._layout
        if layout is None or index >= len(layout.items):
            return
        top, bottom = layout.tops[index], layout.bottom(index)
        for line in range(top, bottom):
            self._lines.discard(line)
        self.refresh_lines(top + self.pinned, bottom - top)

    def _reveal(self, line: int) -> None:
        """Scroll so that a line is visible with some context; one from afar is put at a third of the height."""
        top, page = self.scroll_offset.y, self._page
        context = min(CONTEXT, page // 4)
        if not top + min(context, line) <= line < top + page - context:
            self.scroll_to(y=max(0, line - page // 3), animate=False)

    def _reveal_item(self, layout: Layout, index: int) -> None:
        """Scroll by as little as shows the whole item with some context."""
        self.settle(index)
        top, page = self.scroll_offset.y, self._page
        context = min(CONTEXT, page // 4)
        first, bottom = layout.tops[index], layout.bottom(index)
        if first - context < top or bottom - first > page:
            self.scroll_to(y=max(0, first - context), animate=False)
        elif bottom + context > top + page:
            self.scroll_to(y=bottom + context - page, animate=False)

    def announce(self) -> None:
        """Tell that the place has changed."""
        raise NotImplementedError  # the widget's, which has the messages

    def _selected(self, row: int, side: Side) -> tuple[int, int] | None:
        selection = self.text_selection
        if selection is None or self.tour is None:
            return None
        return selecting.selected_span(selection, self.tour.outline, row, side)
