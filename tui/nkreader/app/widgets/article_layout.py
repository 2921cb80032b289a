"""Where an article's text stands on its page at one width: the lines of its head, its paragraphs and its residue."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from rich.cells import cell_len
from textual.cache import LRUCache

from nkreader.app.widgets.article_lines import LABEL_FROM, WITH_TEXT, Kind, Page, PageLine, margins
from nkreader.app.widgets.heights import Heights
from nkreader.app.widgets.paint import clipped, wrapped
from nkreader.phrases.model import TorturedPhrase
from nkreader.text.cells import is_narrow
from nkreader.text.drawn import drawable
from nkreader.text.headings import is_heading

KEPT_BLOCKS = 200
"""Paragraphs whose lines are kept: what some screens show."""

LABEL = 16
"""Cells kept free at the right of residue for what kind of residue it is."""

RAGGED = 3
"""Cells that wrapping at words leaves empty at the end of a line, on average."""

Block = tuple[int, int, bool, str]
"""Start, end, whether it is residue, and which kind."""


class PageLayout:
    """The lines of a page so many cells wide: its head, every block with the gap before it, a last empty line."""

    def __init__(self, page: Page, text: str, blocks: Sequence[Block], width: int, glosses: bool) -> None:
        self.width = width
        self._page, self._text, self._blocks, self._glosses = page, text, blocks, glosses
        self._narrow = is_narrow(text)
        self._cells = margins(width)[1]
        self._starts = [start for start, _, _, _ in blocks]
        self._head = self._head_lines()
        self._wraps: dict[int, list[tuple[int, int]]] = {}
        self._lines: LRUCache[int, list[PageLine]] = LRUCache(KEPT_BLOCKS)
        filled = max(1, self._cells - RAGGED)
        estimates = [1 - (start - end) // filled for start, end, _, _ in blocks]
        self.heights = Heights([len(self._head), *estimates, 1], self._height)

    def _head_lines(self) -> list[PageLine]:
        lines: list[PageLine] = []
        for words, ink in self._page.head:
            for start, end in wrapped(words, 0, len(words), self._cells, is_narrow(words)):
                lines.append(PageLine(Kind.HEAD, -1, -1, f"{ink}\n{words[start:end]}"))
        if lines:
            lines.append(PageLine(Kind.GAP, -1, -1))
        return lines

    def _height(self, item: int) -> int:
        number = item - 1
        if not 0 <= number < len(self._blocks):
            return len(self._head) if item == 0 else 1
        if self._glosses and not self._blocks[number][2]:
            return len(self.lines(item))
        return len(self._wrap(number)) + self._has_gap(number)

    def _has_gap(self, number: int) -> bool:
        return number > 0 and not (self._blocks[number][2] and self._blocks[number - 1][2])

    def _wrap(self, number: int) -> list[tuple[int, int]]:
        found = self._wraps.get(number)
        if found is None:
            start, end, residue, _ = self._blocks[number]
            room = self._cells - LABEL if residue and self._cells >= LABEL_FROM else self._cells
            found = self._wraps[number] = wrapped(self._text, start, end, room, self._narrow)
        return found

    def lines(self, item: int) -> list[PageLine]:
        """All lines of an item: 0 is the head, the last one an empty line, between them the blocks."""
        number = item - 1
        if number < 0:
            return self._head
        if number >= len(self._blocks):
            return [PageLine(Kind.GAP, len(self._text), len(self._text))]
        if (found := self._lines.get(item)) is None:
            self._lines[item] = found = self._lines_of(number)
        return found

    def _lines_of(self, number: int) -> list[PageLine]:
        start, end, residue, label = self._blocks[number]
        lines = [PageLine(Kind.GAP, start, start)] if self._has_gap(number) else []
        kind = Kind.RESIDUE if residue else Kind.HEADING if is_heading(self._text, start, end) else Kind.TEXT
        phrases = (
            [phrase for phrase in self._page.phrases if start <= phrase.start < end and phrase.expected]
            if self._glosses and not residue
            else []
        )
        for at, (first, last) in enumerate(self._wrap(number)):
            lines.append(PageLine(kind, first, last, label if residue and at == 0 else ""))
            lines += self._gloss_lines([phrase for phrase in phrases if first <= phrase.start < last], first)
        return lines

    def _gloss_lines(self, phrases: Sequence[TorturedPhrase], start: int) -> list[PageLine]:
        """What the phrases of a line that begins at `start` stand for."""
        lines: list[str] = []
        for phrase in phrases:
            gloss = "^ " + drawable(phrase.expected[0])
            column = max(0, min(cell_len(self._text[start : phrase.start]), self._cells - cell_len(gloss)))
            # Under what it stands for, in the first line where there is room.
            for number, words in enumerate(lines):
                used = cell_len(words)
                if used < column:
                    lines[number] = words + " " * (column - used) + gloss
                    break
            else:
                lines.append(" " * column + gloss)
        return [PageLine(Kind.GLOSS, -1, -1, clipped(words, self._cells)) for words in lines]

    def line(self, y: int) -> PageLine:
        """Line `y`."""
        item = self.heights.at(y)
        lines = self.lines(item)
        return lines[min(y - self.heights.starts[item], len(lines) - 1)]

    def item_of(self, offset: int) -> int:
        """The item that holds an offset of the text, the nearest one before it where none does."""
        return max(1, bisect_right(self._starts, offset)) if self._blocks else 0

    def line_of(self, offset: int) -> int:
        """The line on which an offset of the text stands, or the last one before it."""
        item = self.item_of(offset)
        places = [(line.start, place) for place, line in enumerate(self.lines(item)) if line.kind in WITH_TEXT]
        found = max((place for start, place in places if start <= offset), default=places[0][1] if places else 0)
        return self.heights.starts[item] + found

    def offset_from(self, y: int) -> int | None:
        """Where the first line of text begins that stands in line `y` or below; None where there is none."""
        for item in range(self.heights.at(y), len(self._blocks) + 1):
            top = self.heights.starts[item]
            for place, line in enumerate(self.lines(item)):
                if top + place >= y and line.kind in WITH_TEXT:
                    return line.start
        return None
