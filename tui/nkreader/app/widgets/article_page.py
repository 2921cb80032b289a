"""One article to read: a column of text with its claims in the margin, residue dimmed, tortured phrases underlined."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip

from nkreader.app.widgets.article_layout import PageLayout
from nkreader.app.widgets.article_lines import (
    LABEL_FROM,
    WITH_TEXT,
    Ink,
    Kind,
    Page,
    PageLine,
    Stretches,
    blocks_of,
    margins,
)
from nkreader.app.widgets.inks import ink_style
from nkreader.app.widgets.paint import cell_offset, painted
from nkreader.app.widgets.painted import Painted
from nkreader.app.widgets.settling import Settling
from nkreader.model import Article, Span
from nkreader.phrases.model import TorturedPhrase
from nkreader.text.drawn import drawable


class ArticlePage(Painted, Settling, can_focus=True):
    """The text, with a cursor that moves by sentences."""

    ALLOW_SELECT: ClassVar[bool] = True

    cursor: reactive[int] = reactive(0, init=False)
    """Which sentence is being read."""

    @dataclass
    class Moved(Message):
        """The cursor stands on another sentence."""

        page: ArticlePage
        offset: int

        @property
        def control(self) -> ArticlePage:
            return self.page

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._page: Page | None = None
        self._text = ""
        self._blocks: list[tuple[int, int, bool, str]] = []
        self._layout: PageLayout | None = None
        self._glosses = False
        self._inks: Stretches[Ink] = Stretches(())
        self._phrases: Stretches[TorturedPhrase] = Stretches(())
        self._hits: Stretches[Span] = Stretches(())
        self._hit: Span | None = None
        self._strips: dict[int, Strip] = {}
        self._painting = False

    # What is shown

    def show(self, page: Page, offset: int = 0) -> None:
        """Draw an article, the cursor on the sentence at an offset."""
        same = self._page is not None and self._page.article.text == page.article.text
        self._page = page
        self._inks, self._phrases = Stretches(page.inks), Stretches(page.phrases)
        if not same:
            if self.text_selection is not None:
                self.screen.clear_selection()  # of what was shown before
            self._text = drawable(page.article.text)
            self._blocks = blocks_of(page.article)
        self._lay_out(force=True)
        self.go_to(offset)
        self.refresh()

    @property
    def article(self) -> Article | None:
        """The article that is shown."""
        return self._page.article if self._page else None

    @property
    def offset_read(self) -> int:
        """Where the sentence under the cursor begins."""
        if self._page is None or not self._page.sentences:
            return 0
        return self._page.sentences[min(self.cursor, len(self._page.sentences) - 1)].start

    @property
    def sentence(self) -> Span | None:
        """The sentence under the cursor."""
        if self._page is None or not self._page.sentences:
            return None
        return self._page.sentences[min(self.cursor, len(self._page.sentences) - 1)]

    def mark_hits(self, hits: Sequence[Span], current: Span | None = None) -> None:
        """Mark what was searched for, and one hit as the current one."""
        self._hits, self._hit = Stretches(hits), current
        self._strips.clear()
        self.refresh()

    def toggle_glosses(self) -> bool:
        """Show or hide what tortured phrases stand for under their lines; whether they are shown now."""
        self._glosses = not self._glosses
        self._lay_out(force=True)
        self.keep_in_view()
        self.refresh()
        return self._glosses

    # Layout

    @property
    def page_width(self) -> int:
        return self.scrollable_content_region.width or self.size.width

    def _lay_out(self, force: bool = False) -> None:
        width = self.page_width
        if not width or self._page is None or (self._layout and width == self._layout.width and not force):
            return
        self._strips.clear()
        self._layout = PageLayout(self._page, self._text, self._blocks, width, self._glosses)
        self.laid_out(self._layout.heights, self._layout.item_of(self.offset_read))

    def shifted(self) -> None:
        self._strips.clear()
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        self._lay_out()
        self.keep_in_view()

    def styles_changed(self) -> None:
        self._strips.clear()

    # The cursor

    def watch_cursor(self, before: int, now: int) -> None:
        for number in (before, now):
            for y in self._lines_of(number):
                self._strips.pop(y, None)
        self.refresh()
        self.post_message(self.Moved(self, self.offset_read))

    def _lines_of(self, sentence: int) -> range:
        if self._page is None or self._layout is None or not 0 <= sentence < len(self._page.sentences):
            return range(0)
        span = self._page.sentences[sentence]
        first = self._layout.line_of(span.start)
        return range(first, self._layout.line_of(max(span.start, span.end - 1)) + 1)

    def keep_in_view(self) -> None:
        """Scroll so that the sentence under the cursor is seen."""
        if self._layout is not None:
            self.settle(self._layout.item_of(self.offset_read))
        lines = self._lines_of(self.cursor)
        if lines:
            start = 0 if self.cursor == 0 else lines.start
            height = min(lines.stop - start, max(1, self.size.height))
            self.scroll_to_region(Region(0, start, 1, height), animate=False)

    def go_to(self, offset: int, centred: bool = False) -> None:
        """Put the cursor on the sentence at an offset."""
        if self._page is None:
            return
        starts = [span.start for span in self._page.sentences]
        self.cursor = max(0, bisect_right(starts, offset) - 1)
        if centred and self._layout is not None:
            self.settle(self._layout.item_of(offset))
            line = self._layout.line_of(offset)
            self.scroll_to(y=max(0, line - self.size.height // 3), animate=False)
        else:
            self.keep_in_view()

    def move(self, steps: int) -> None:
        """Move by sentences."""
        if self._page is None or not self._page.sentences:
            return
        target = self.cursor + steps
        if target >= len(self._page.sentences):
            self.scroll_to(y=self.max_scroll_y, animate=False)
        self.cursor = max(0, min(target, len(self._page.sentences) - 1))
        if target < len(self._page.sentences):
            self.keep_in_view()

    def page(self, pages: int) -> None:
        """Move by screenfuls; the cursor comes along."""
        height = max(1, self.size.height - 2)
        target = max(0, min(self.scroll_offset.y + pages * height, int(self.max_scroll_y)))
        if target == self.scroll_offset.y:
            self.cursor = len(self._page.sentences) - 1 if pages > 0 and self._page and self._page.sentences else 0
            return
        self.scroll_to(y=target, animate=False)
        found = self._layout.offset_from(target + (1 if pages > 0 else 0)) if self._layout is not None else None
        if found is not None:
            self._put_cursor(found)

    def _put_cursor(self, offset: int) -> None:
        assert self._page is not None
        starts = [span.start for span in self._page.sentences]
        self.cursor = max(0, min(bisect_left(starts, offset), len(starts) - 1))

    def move_paragraph(self, direction: int) -> None:
        """Go to the beginning of the next (1) or previous (-1) paragraph."""
        starts = [start for start, _, residue, _ in self._blocks if not residue]
        if starts:
            place = bisect_right(starts, self.offset_read) - 1 + direction
            self.go_to(starts[max(0, min(place, len(starts) - 1))])

    def go_to_percent(self, percent: float) -> None:
        """Go to the sentence at a share (0..100) of the text."""
        self.go_to(round(len(self._text) * percent / 100), centred=True)

    def home(self) -> None:
        self.cursor = 0
        self.scroll_to(y=0, animate=False)

    def end(self) -> None:
        if self._page is not None and self._page.sentences:
            self.cursor = len(self._page.sentences) - 1
            self.keep_in_view()
        self.scroll_to(y=self.max_scroll_y, animate=False)

    def choose(self) -> None:
        """Nothing opens inside an article; the screen decides what Enter means."""

    def on_click(self, event: events.Click) -> None:
        place = event.get_content_offset(self)
        if place is not None and self._layout is not None:
            self.go_to(self._text_offset(place.x, place.y + self.scroll_offset.y))

    # Drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        # Textual paints through this, and looks for what is under the pointer through `render_line` alone.
        self._painting = True
        self._lay_out()  # painting can precede the first resize
        try:
            return super().render_lines(crop)
        finally:
            self._painting = False

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        y += self.scroll_offset.y
        if self._layout is None or not 0 <= y < self._layout.heights.total:
            return Strip.blank(width, self.ink(""))
        if not self._painting:
            return self._hit_strip(y, width)
        strip = self._strips.get(y)
        if strip is None:
            strip = self._strips[y] = self._drawn(self._layout, y).adjust_cell_length(width, self.ink(""))
        return strip

    # Selecting with the pointer: a selection counts the characters of the text, so that it holds whatever is laid out

    def _hit_strip(self, y: int, width: int) -> Strip:
        offsets = [self._text_offset(cell, y) for cell in range(width)]
        return Strip([Segment(" ", Style.from_meta({"offset": (offset, 0)})) for offset in offsets], width)

    def _text_offset(self, cell: int, y: int) -> int:
        """The offset of the text under a cell, the nearest one where none is."""
        layout = self._layout
        if layout is None:
            return 0
        y = max(0, min(y, layout.heights.total - 1))
        line = layout.line(y)
        if line.kind is Kind.GAP and y > 0 and layout.line(y - 1).kind in WITH_TEXT:
            return layout.line(y - 1).end
        if line.start < 0:
            found = layout.offset_from(y)
            return len(self._text) if found is None else found
        return line.start + cell_offset(self._text[line.start : line.end], cell - margins(layout.width)[0])

    def _selected(self) -> tuple[int, int] | None:
        selection = self.text_selection
        if selection is None:
            return None
        start = 0 if selection.start is None else selection.start.x
        end = len(self._text) if selection.end is None else selection.end.x
        return start, end

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        span = self._selected()
        if span is None or self._page is None:
            return None
        return self._page.article.text[slice(*span)].strip("\n"), "\n"

    def text_select_all(self) -> None:
        """A double click selects the sentence that was clicked, not the whole article."""
        if (sentence := self.sentence) is not None:
            self.screen.selections = {self: Selection(Offset(sentence.start, 0), Offset(sentence.end, 0))}

    def selection_updated(self, selection: Selection | None) -> None:
        self._strips.clear()
        self.refresh()

    def _drawn(self, layout: PageLayout, y: int) -> Strip:
        line = layout.line(y)
        margin, cells = margins(layout.width)
        if line.kind is Kind.HEAD:
            ink, words = line.words.split("\n", 1)
            return self.strip([(" " * margin, ""), (words, ink)], layout.width)
        if line.kind is Kind.GLOSS:
            return self.strip([(" " * margin, ""), (line.words, "left italic")], layout.width)
        if line.kind is Kind.GAP:
            return Strip.blank(layout.width, self.ink(""))
        here = y in self._lines_of(self.cursor)
        sign = "" if line.kind is Kind.RESIDUE else self._sign(line)
        bar = ("▌", "left") if here else (" ", "")
        lead = " " * (margin - 3) if margin >= 3 else ""
        gutter = [(lead, ""), bar, (sign or " ", "muted"), (" " if margin >= 3 else "", "")]
        segments = [Segment(text, self.ink(ink)) for text, ink in gutter if text]
        residue = line.kind is Kind.RESIDUE
        base = self.ink("muted italic" if residue else "strong" if line.kind is Kind.HEADING else "")
        segments += painted(self._text, line.start, line.end, base, [] if residue else self._marks(line))
        strip = Strip(segments)
        if residue and line.words and cells >= LABEL_FROM:
            strip = strip.adjust_cell_length(margin + cells - 14, self.ink(""))
            strip = Strip([*strip, Segment(f"{line.words:>14}", self.ink("muted italic"))])
        return strip

    def _sign(self, line: PageLine) -> str:
        assert self._page is not None
        signs = self._page.signs
        at = bisect_left(signs, (line.start, ""))
        return signs[at][1] if at < len(signs) and signs[at][0] < line.end else ""

    def _marks(self, line: PageLine) -> list[tuple[int, int, Style]]:
        marks: list[tuple[int, int, Style]] = []
        sentence = self.sentence
        if sentence is not None:
            marks.append((*sentence, self._overlay("here")))
        at = line.start, line.end
        marks += [(ink.start, ink.end, self._overlay(ink.name)) for ink in self._inks.touching(*at)]
        tortured = self._overlay("tortured")
        marks += [(phrase.start, phrase.end, tortured) for phrase in self._phrases.touching(*at)]
        marks += [(hit.start, hit.end, self._overlay("claim")) for hit in self._hits.touching(*at)]
        if (selected := self._selected()) is not None:
            marks.append((*selected, self.screen.get_component_rich_style("screen--selection", partial=True)))
        if self._hit is not None:
            marks.append((*self._hit, self._overlay("hit")))
        return marks

    def _overlay(self, name: str) -> Style:
        return ink_style(self.app, name)
