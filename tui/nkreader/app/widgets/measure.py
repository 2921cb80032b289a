"""Text in columns of cells: cut or filled to an exact width."""

from __future__ import annotations

from rich.cells import cell_len

from nkreader.app.widgets.paint import clipped


def filled(text: str, width: int) -> str:
    """The text in exactly so many cells: cut, or followed by blanks."""
    short = clipped(text, width) if width > 0 else ""
    return short + " " * max(0, width - cell_len(short))


def filled_left(text: str, width: int) -> str:
    """The text at the right edge of exactly so many cells."""
    short = clipped(text, width) if width > 0 else ""
    return " " * max(0, width - cell_len(short)) + short
