"""Colour and measure for text on a terminal or in a pipe."""

from __future__ import annotations

import os
import shutil
import textwrap
from dataclasses import dataclass
from typing import TextIO

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
        lines = textwrap.wrap(
            drawable(" ".join(text.split())), max(20, self.width - len(indent)), break_on_hyphens=False
        ) or [""]
        return [(first if number == 0 else indent) + self(line, *styles) for number, line in enumerate(lines)]


def clipped(text: str, cells: int) -> str:
    """The text on one line, cut to so many characters with an ellipsis."""
    text = " ".join(text.split())
    return text if len(text) <= cells else text[: max(0, cells - 1)].rstrip() + "…"


def columns(rows: list[list[str]], widths: list[int], numeric: frozenset[int] = frozenset()) -> list[list[str]]:
    """Cells of a table, clipped and padded; columns named in `numeric` are set flush right."""
    return [
        [
            clipped(cell, width).rjust(width) if n in numeric else clipped(cell, width).ljust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        for row in rows
    ]
