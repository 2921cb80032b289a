"""How text becomes lines of cells: what is wide and what is not, and wrapping at words.

Works on offsets into one long string, so that nothing is copied and every cell can be traced back to its code point.
What it is given must already be harmless (`nkreader.text.drawn.drawable`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

Grapheme = tuple[int, int, int]
"""Start, end and cells of what a reader takes for one character."""

Split = Callable[[str], list[Grapheme]]

# Characters every terminal draws in one cell: Latin, Greek, Cyrillic, general punctuation, box drawing. An article made
# of these alone, and most are, is wrapped by `rfind`: 18 times faster than by measuring every character.
_NARROW = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038e-\u03a1\u03a3-\u0482"
    "\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2193\u2500-\u259f\ufffd]*"
)

# A line may end after these when no space comes late enough: a line shorter than half of its column looks torn.
_JOINTS = "-‐–—/…"
_LATE_ENOUGH = 0.5

# What must not stand at the beginning of a line in scripts without spaces.
_CLOSING = frozenset("、。，．：；？！）」』】〕》〉”’ー々…‥・)]}.,:;?!%")


def is_narrow(text: str) -> bool:
    """Whether every character is known to take exactly one cell."""
    return _NARROW.fullmatch(text) is not None


def graphemes(text: str) -> list[Grapheme]:
    """The text's graphemes with their width: two cells for what East Asian typography calls wide, none for marks that
    are drawn over the character before them."""
    found: list[Grapheme] = []
    joined = False
    for index, char in enumerate(text):
        zero = unicodedata.category(char) in {"Mn", "Me", "Cf"}
        if found and (zero or joined):
            start, _, cells = found[-1]
            found[-1] = start, index + 1, cells
        else:
            cells = 0 if zero else 2 if unicodedata.east_asian_width(char) in "WF" else 1
            found.append((index, index + 1, cells))
        joined = char == "\u200d"
    return found


def cells_of(text: str) -> int:
    """How many cells a terminal needs for the text."""
    return len(text) if is_narrow(text) else sum(cells for _, _, cells in graphemes(text))


def wrapped(
    text: str, start: int, end: int, width: int, narrow: bool, split: Split = graphemes
) -> list[tuple[int, int]]:
    """The lines of `text[start:end]` in a column of `width` cells, as offsets without the white space at their ends.

    `narrow` says that the stretch holds single-cell characters only. At least one line, empty for an empty stretch.
    """
    borders = line_borders(text, start, end, width, narrow, split)
    return list(zip(borders[::2], borders[1::2], strict=True))


def line_borders(text: str, start: int, end: int, width: int, narrow: bool, split: Split = graphemes) -> list[int]:
    """What `wrapped` returns, as one list of starts and ends in turn: a pair for each line of a long text is a lot to
    make and, for Python's garbage collection, to look through.
    """
    width = max(2, width)
    if not narrow:
        return _borders_by_cells(text, start, end, width, split)
    lines: list[int] = []
    find = text.rfind
    while end - start > width:
        limit = start + width
        cut = find(" ", start + 1, limit + 1)
        following = cut + 1
        if cut < start + width * _LATE_ENOUGH:
            joint = max(find(joint, start + 1, limit) for joint in _JOINTS)
            if joint > cut and joint >= start + width * _LATE_ENOUGH:
                cut = following = joint + 1
            elif cut < 0:
                cut = following = limit
        stop = cut
        while stop > start and text[stop - 1] == " ":
            stop -= 1
        if stop > start:
            lines += start, stop
        start = following
        while start < end and text[start] == " ":
            start += 1
    if end > start or not lines:
        lines += start, end
    return lines


def _borders_by_cells(text: str, start: int, end: int, width: int, split: Split) -> list[int]:
    """As `line_borders`, for text with wide, combining or joined characters: a grapheme is never cut in two."""
    found = split(text[start:end])
    lines: list[int] = []
    count = len(found)
    first = index = used = 0
    break_at = 0
    while index < count:
        begin, _, cells = found[index]
        is_space = text[start + begin] == " "
        if used + cells > width and not is_space and index > first:
            cut = break_at if break_at > first else index
            _append_trimmed(lines, text, start + found[first][0], start + found[cut][0])
            first = cut
            while first < count and text[start + found[first][0]] == " ":
                first += 1
            index = break_at = first
            used = 0
            continue
        used += cells
        index += 1
        if index < count:
            following = text[start + found[index][0]]
            wide = cells == 2 or found[index][2] == 2
            if is_space or (wide and following not in _CLOSING):
                break_at = index
    if first < count:
        _append_trimmed(lines, text, start + found[first][0], end)
    return lines or [start, start]


def _append_trimmed(lines: list[int], text: str, start: int, end: int) -> None:
    while end > start and text[end - 1] == " ":
        end -= 1
    if end > start:
        lines += start, end


def clipped(text: str, width: int, split: Split = graphemes) -> str:
    """The text in at most `width` cells, an ellipsis where something is left out."""
    if is_narrow(text):
        return text if len(text) <= width else text[: max(0, width - 1)].rstrip() + "…"[:width]
    found = split(text)
    if sum(cells for _, _, cells in found) <= width:
        return text
    used = 0
    for begin, _, size in found:
        if used + size > width - 1:
            return text[:begin].rstrip() + "…"[:width]
        used += size
    return text
