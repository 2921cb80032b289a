"""One article to read: a column of text with its claims in the margin, residue dimmed, tortured phrases underlined."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip

from nkreader.app.widgets.article_lines import LABEL_FROM, WITH_TEXT, Kind, Page, PageLine, blocks_of, margins
from nkreader.app.widgets.inks import ink_style
from nkreader.app.widgets.paint import cell_offset, clipped, painted, wrapped
from nkreader.app.widgets.painted import Painted
from nkreader.model import Article, Span
from nkreader.text.cells import is_narrow
from nkreader.text.drawn import drawable
from nkreader.text.headings import is_heading


class ArticlePage(Painted, can_focus=True):
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
        self._narrow = True
        self._blocks: list[tuple[int, int, bool, str]] = []
        self._wraps: dict[tuple[int, int], list[tuple[int, int]]] = {}
        self._lines: list[PageLine] = []
        self._firsts: list[int] = []
        self._line_numbers: list[int] = []
        self._width = 0
        self._glosses = False
        self._hits: Sequence[Span] = ()
        self._hit: Span | None = None
        self._strips: dict[int, Strip] = {}

    # What is shown

    def show(self, page: Page, offset: int = 0) -> None:
        """Draw an article, the cursor on the sentence at an offset."""
        same = self._page is not None and self._page.article.text == page.article.text
        self._page = page
        if not same:
            self._text = drawable(page.article.text)
            self._narrow = is_narrow(self._text)
            self._blocks = blocks_of(page.article)
            self._wraps.clear()
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
        self._hits, self._hit = hits, current
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

    def _lay_out(self, force: bool = False) -> None:
        width = self.scrollable_content_region.width or self.size.width
        if not width or self._page is None or (width == self._width and not force):
            return
        self._width = width
        self._strips.clear()
        _, cells = margins(width)
        lines: list[PageLine] = []
        for words, ink in self._page.head:
            for start, end in wrapped(words, 0, len(words), cells, is_narrow(words)):
                lines.append(PageLine(Kind.HEAD, -1, -1, f"{ink}\n{words[start:end]}"))
        if self._page.head:
            lines.append(PageLine(Kind.GAP, -1, -1))
        for number, (start, end, residue, label) in enumerate(self._blocks):
            if number and not (residue and self._blocks[number - 1][2]):
                lines.append(PageLine(Kind.GAP, start, start))
            room = cells - 16 if residue and cells >= LABEL_FROM else cells
            wraps = self._wraps.get((number, room))
            if wraps is None:
                wraps = self._wraps[number, room] = wrapped(self._text, start, end, room, self._narrow)
            kind = Kind.RESIDUE if residue else Kind.TEXT
            if not residue and is_heading(self._text, start, end):
                kind = Kind.HEADING
            for at, (line_start, line_end) in enumerate(wraps):
                lines.append(PageLine(kind, line_start, line_end, label if residue and at == 0 else ""))
                if self._glosses and not residue:
                    lines += self._gloss_lines(line_start, line_end)
        lines.append(PageLine(Kind.GAP, len(self._text), len(self._text)))
        self._lines = lines
        numbered = [(line.start, number) for number, line in enumerate(lines) if line.kind in WITH_TEXT]
        self._firsts = [start for start, _ in numbered]
        self._line_numbers = [number for _, number in numbered]
        self.virtual_size = Size(width, len(lines))

    def _gloss_lines(self, start: int, end: int) -> list[PageLine]:
        assert self._page is not None
        _, cells = margins(self._width)
        lines: list[str] = []
        for phrase in self._page.phrases:
            if start <= phrase.start < end and phrase.expected:
                gloss = "^ " + drawable(phrase.expected[0])
                column = max(0, min(cell_len(self._text[start : phrase.start]), cells - cell_len(gloss)))
                # Under what it stands for, in the first line where there is room.
                for number, words in enumerate(lines):
                    used = cell_len(words)
                    if used < column:
                        lines[number] = words + " " * (column - used) + gloss
                        break
                else:
                    lines.append(" " * column + gloss)
        return [PageLine(Kind.GLOSS, -1, -1, words) for words in lines]

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
        if self._page is None or not 0 <= sentence < len(self._page.sentences) or not self._firsts:
            return range(0)
        span = self._page.sentences[sentence]
        first = self._line_of(span.start)
        return range(first, self._line_of(max(span.start, span.end - 1)) + 1)

    def _line_of(self, offset: int) -> int:
        return self._line_numbers[max(0, bisect_right(self._firsts, offset) - 1)] if self._firsts else 0

    def keep_in_view(self) -> None:
        """Scroll so that the sentence under the cursor is seen."""
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
        if centred:
            line = self._line_of(offset)
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
        line = bisect_left(self._line_numbers, target + (1 if pages > 0 else 0))
        if line < len(self._firsts):
            self._put_cursor(self._firsts[line])

    def _put_cursor(self, offset: int) -> None:
        assert self._page is not None
        starts = [span.start for span in self._page.sentences]
        self.cursor = max(0, min(bisect_left(starts, offset), len(starts) - 1))

    def home(self) -> None:
        self.cursor = 0
        self.scroll_to(y=0, animate=False)

    def end(self) -> None:
        if self._page is not None and self._page.sentences:
            self.cursor = len(self._page.sentences) - 1
        self.scroll_to(y=self.max_scroll_y, animate=False)

    def choose(self) -> None:
        """Nothing opens inside an article; the screen decides what Enter means."""

    def on_click(self, event: events.Click) -> None:
        place = event.get_content_offset(self)
        if place is not None and self._lines:
            self.go_to(self._text_offset(place.x, place.y + self.scroll_offset.y))

    # Drawing

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        self._lay_out()
        y += self.scroll_offset.y
        if not 0 <= y < len(self._lines):
            return Strip.blank(width, self.rich_style)
        strip = self._strips.get(y)
        if strip is None:
            strip = self._drawn(y).adjust_cell_length(width, self.rich_style).apply_offsets(0, y)
            self._strips[y] = strip
        return strip

    # Selecting with the pointer: Textual counts cells and lines, what is copied is the text as it was before wrapping

    def _text_offset(self, cell: int, y: int) -> int:
        """The offset of the text under a cell, the nearest one where none is."""
        y = max(0, min(y, len(self._lines) - 1))
        while y < len(self._lines) - 1 and self._lines[y].start < 0:
            y += 1
        line = self._lines[y]
        if line.start < 0:
            return len(self._text)
        return line.start + cell_offset(self._text[line.start : line.end], cell - margins(self._width)[0])

    def _selected(self) -> tuple[int, int] | None:
        selection = self.text_selection
        if selection is None or not self._lines:
            return None
        start = 0 if selection.start is None else self._text_offset(selection.start.x, selection.start.y)
        end = len(self._text) if selection.end is None else self._text_offset(selection.end.x, selection.end.y)
        return start, end

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        span = self._selected()
        return (self._page.article.text[slice(*span)], "\n") if span is not None and self._page is not None else None

    def selection_updated(self, selection: Selection | None) -> None:
        self._strips.clear()
        self.refresh()

    def _drawn(self, y: int) -> Strip:
        assert self._page is not None
        line = self._lines[y]
        margin, cells = margins(self._width)
        if line.kind is Kind.HEAD:
            ink, words = line.words.split("\n", 1)
            return self.strip([(" " * margin, ""), (words, ink)], self._width)
        if line.kind is Kind.GLOSS:
            return self.strip([(" " * margin, ""), (clipped(line.words, cells), "left italic")], self._width)
        if line.kind is Kind.GAP:
            return Strip.blank(self._width, self.rich_style)
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
            strip = strip.adjust_cell_length(margin + cells - 14, self.rich_style)
            strip = Strip([*strip, Segment(f"{line.words:>14}", self.ink("rule"))])
        return strip

    def _sign(self, line: PageLine) -> str:
        assert self._page is not None
        signs = self._page.signs
        at = bisect_left(signs, (line.start, ""))
        return signs[at][1] if at < len(signs) and signs[at][0] < line.end else ""

    def _marks(self, line: PageLine) -> list[tuple[int, int, Style]]:
        assert self._page is not None
        marks: list[tuple[int, int, Style]] = []
        sentence = self.sentence
        if sentence is not None:
            marks.append((*sentence, self._overlay("here")))
        marks += [
            (ink.start, ink.end, self._overlay(ink.name))
            for ink in self._page.inks
            if ink.start < line.end and ink.end > line.start
        ]
        marks += [
            (phrase.start, phrase.end, self._overlay("tortured"))
            for phrase in self._page.phrases
            if phrase.start < line.end and phrase.end > line.start
        ]
        marks += [(*hit, self._overlay("claim")) for hit in self._hits if hit.start < line.end and hit.end > line.start]
        if (selected := self._selected()) is not None:
            marks.append((*selected, self.screen.get_component_rich_style("screen--selection", partial=True)))
        if self._hit is not None:
            marks.append((*self._hit, self._overlay("hit")))
        return marks

    def _overlay(self, name: str) -> Style:
        return ink_style(self.app, name)
