"""How text becomes lines of cells on the screen: wrapping as Rich measures, and laying styles over stretches of it.

What it is given must already be harmless (`nkreader.text.drawn.drawable`); nothing here reads markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from rich.cells import split_graphemes
from rich.segment import Segment
from rich.style import Style

from nkreader.text import cells
from nkreader.text.cells import Grapheme, is_narrow


def _split(text: str) -> list[Grapheme]:
    return split_graphemes(text)[0]


def wrapped(text: str, start: int, end: int, width: int, narrow: bool) -> list[tuple[int, int]]:
    """`nkreader.text.cells.wrapped`, as wide as Rich draws it."""
    return cells.wrapped(text, start, end, width, narrow, _split)


def line_borders(text: str, start: int, end: int, width: int, narrow: bool) -> list[int]:
    """`nkreader.text.cells.line_borders`, as wide as Rich draws it."""
    return cells.line_borders(text, start, end, width, narrow, _split)


def clipped(text: str, width: int) -> str:
    """`nkreader.text.cells.clipped`, as wide as Rich draws it."""
    return cells.clipped(text, width, _split)


def painted(text: str, start: int, end: int, base: Style, marks: Sequence[tuple[int, int, Style]]) -> Iterable[Segment]:
    """Segments of `text[start:end]` in `base`, with the style of each `(start, end, style)` laid over it in turn."""
    here = [mark for mark in marks if mark[0] < end and mark[1] > start]
    if not here:
        yield Segment(text[start:end], base)
        return
    cuts = {start, end}
    for begin, stop, _ in here:
        if begin > start:
            cuts.add(begin)
        if stop < end:
            cuts.add(stop)
    borders = sorted(cuts)
    for begin, stop in pairwise(borders):
        style = base
        for mark_start, mark_end, overlay in here:
            if mark_start <= begin and stop <= mark_end:
                style = style + overlay
        yield Segment(text[begin:stop], style)


def cell_offset(text: str, cells: int) -> int:
    """The code point of `text` that covers a cell, counted from its first; clamped to the text's ends."""
    if cells <= 0:
        return 0
    if is_narrow(text):
        return min(cells, len(text))
    used = 0
    for begin, _, size in split_graphemes(text)[0]:
        used += size
        if cells < used:
            return begin
    return len(text)
