"""Colour and measure for text on a terminal or in a pipe."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from typing import TextIO

from nkreader.text import cells
from nkreader.text.cells import is_narrow, wrapped
from nkreader.text.drawn import drawable

BOLD, DIM, ITALIC, UNDERLINE, REVERSE = "1", "2", "3", "4", "7"
RED, YELLOW, BLUE, MAGENTA, CYAN = "31", "33", "34", "35", "36"

LEFT_RICH, RIGHT_RICH = "38;5;32", "38;5;166"
"""Blue and orange that can be read on black and on white, for terminals of 256 colours; others have no orange."""

LEAST_WIDTH, PIPE_WIDTH = 40, 100
"""Cells: text is never set narrower than the first; where there is no terminal it is set to the second."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How wide the page is, in cells, and whether it takes colour."""

    width: int = PIPE_WIDTH
    colour: bool = False
    rich: bool = False
    """Whether there are 256 colours."""

    @classmethod
    def of(cls, stream: TextIO) -> Ink:
        """What a stream can show: no colour in a pipe, under NO_COLOR or on a dumb terminal."""
        terminal = stream.isatty()
        colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        width = shutil.get_terminal_size((PIPE_WIDTH, 24)).columns if terminal else PIPE_WIDTH
        rich = "256color" in os.environ.get("TERM", "") or bool(os.environ.get("COLORTERM"))
        return cls(max(LEAST_WIDTH, width), colour, rich)

    @property
    def left(self) -> str:
        """The left text's colour: blue."""
        return LEFT_RICH if self.rich else BLUE

    @property
    def right(self) -> str:
        """The right text's colour: orange."""
        return RIGHT_RICH if self.rich else YELLOW

    def __call__(self, text: str, *styles: str) -> str:
        """The text made harmless and, where there is colour, styled."""
        text = drawable(text)
        return f"\x1b[{';'.join(styles)}m{text}\x1b[0m" if self.colour and styles and text else text

    def paragraph(self, text: str, indent: str = "", first: str | None = None, *styles: str) -> list[str]:
        """The text wrapped at words, its lines indented; `first` indents the first line."""
        first = indent if first is None else first
        text = drawable(" ".join(text.split()))
        borders = wrapped(text, 0, len(text), max(20, self.width - len(indent)), is_narrow(text))
        lines = [text[start:end] for start, end in borders]
        return [(first if number == 0 else indent) + self(line, *styles) for number, line in enumerate(lines)]


def clipped(text: str, width: int) -> str:
    """The text on one line, cut to so many cells with an ellipsis."""
    return cells.clipped(drawable(" ".join(text.split())), width)


def columns(rows: list[list[str]], widths: list[int], numeric: frozenset[int] = frozenset()) -> list[list[str]]:
    """Cells of a table, clipped and padded; columns named in `numeric` are set flush right."""
    found = []
    for row in rows:
        cut = [clipped(cell, width) for cell, width in zip(row, widths, strict=True)]
        blanks = [" " * (width - cells.cells_of(cell)) for cell, width in zip(cut, widths, strict=True)]
        padded = enumerate(zip(cut, blanks, strict=True))
        found.append([blank + cell if n in numeric else cell + blank for n, (cell, blank) in padded])
    return found
