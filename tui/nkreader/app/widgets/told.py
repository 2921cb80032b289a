"""Paragraphs of words with inks, wrapped to a reading measure; some lead somewhere, and the cursor stops at those."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from nkreader.app.widgets.paint import wrapped
from nkreader.app.widgets.painted import Line
from nkreader.app.widgets.rows import Rows
from nkreader.text.cells import is_narrow

MEASURE = 76
"""Cells of a line at most."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words in one ink, behind a lead (`- `, a heading's number) that hangs in front of them. They must be drawable."""

    text: str
    ink: str = ""
    lead: str = ""
    lead_ink: str = ""
    """The lead's ink, where it is another."""
    marks: tuple[tuple[int, int, str], ...] = ()
    """Stretches of the text, in order and apart, each in an ink of its own."""

    def pieces(self, start: int, end: int) -> Line:
        """A stretch of the text in its inks."""
        line: Line = []
        for begin, stop, ink in self.marks:
            if begin < end and stop > start:
                line += [
                    (self.text[start : max(start, begin)], self.ink),
                    (self.text[max(start, begin) : min(end, stop)], ink),
                ]
                start = min(end, stop)
        return [*line, (self.text[start:end], self.ink)]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that stand together. `target` is what opens on Enter, None where there is nothing to open."""

    words: tuple[Words, ...]
    target: tuple[str, int] | None = None
    gap: bool = True
    """Whether an empty line follows."""


class Told(Rows):
    """A page of paragraphs."""

    CURSOR_WHEN_BLURRED = False
    ABOUT: ClassVar[int] = 3

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.paragraphs: Sequence[Paragraph] = ()

    def tell(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show these paragraphs from the first."""
        self.paragraphs = paragraphs
        self.show(len(paragraphs))
        self.scroll_to(y=0, animate=False)

    @property
    def target(self) -> tuple[str, int] | None:
        """Where the paragraph under the cursor leads: an article and an offset."""
        return self.paragraphs[self.cursor].target if 0 <= self.cursor < len(self.paragraphs) else None

    def go_to(self, article: str) -> None:
        """Put the cursor on the first paragraph that leads to an article."""
        leading = (at for at, each in enumerate(self.paragraphs) if each.target and each.target[0] == article)
        if (at := next(leading, None)) is not None:
            self.cursor = at

    def selectable(self, index: int) -> bool:
        return self.paragraphs[index].target is not None

    def move(self, steps: int) -> None:
        before = self.cursor
        if before >= 0:
            super().move(steps)
        if self.cursor == before:
            self.scroll_relative(y=steps, animate=False)

    def page(self, pages: int) -> None:
        if self.cursor >= 0:
            super().page(pages)
        else:
            self.scroll_relative(y=pages * max(1, self.size.height - 1), animate=False)

    def home(self) -> None:
        super().home()
        self.scroll_to(y=0, animate=False)

    def end(self) -> None:
        super().end()
        self.scroll_to(y=self.max_scroll_y, animate=False)

    def entry_lines(self, index: int, width: int) -> list[Line]:
        paragraph = self.paragraphs[index]
        room = max(8, min(MEASURE, width - 2))
        lines: list[Line] = []
        for words in paragraph.words:
            cells = max(4, room - len(words.lead))
            wraps = wrapped(words.text, 0, len(words.text), cells, is_narrow(words.text))
            for at, (start, end) in enumerate(wraps):
                lead = words.lead if at == 0 else " " * len(words.lead)
                lines.append([(" ", ""), (lead, words.lead_ink or words.ink), *words.pieces(start, end)])
        return [*lines, []] if paragraph.gap else lines
