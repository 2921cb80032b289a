"""The columns of the list of sources: which there is room for, how wide each is, and their headings."""

from __future__ import annotations

from dataclasses import dataclass

from nkreader.app.widgets.measure import filled, filled_left
from nkreader.app.widgets.painted import Line

WIDE_ROLE = 17
"""Cells of the role's column where there is room to say "likely original" instead of a word."""

SHORTEST_NAME = 8
"""Cells of the column of names at least: its heading must fit."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What the columns depend on: the longest name in cells, and whether any article has a publisher or a date."""

    name: int = 0
    publisher: bool = False
    published: bool = False

    def widths(self, width: int) -> dict[str, int]:
        """Cells of each column at a width of the whole list; 0 leaves a column out."""
        cells = {
            "name": min(max(self.name + 2, SHORTEST_NAME), 20 if width >= 110 else 14),
            "publisher": (16 if width >= 108 else 14 if width >= 92 else 0) if self.publisher else 0,
            "date": 10 if width >= 112 and self.published else 0,
            "role": WIDE_ROLE if width >= 100 else 8,
            "facts": 7,
            "spun": 11 if width >= 76 else 0,
        }
        taken = 2 + 2 + cells["name"] + 1 + 2 + cells["role"] + 1 + 7 + cells["facts"]
        taken += sum(cells[name] + 2 for name in ("publisher", "date") if cells[name]) + (14 if cells["spun"] else 0)
        cells["title"] = max(8, width - taken - 1)
        return cells

    def heads(self, width: int) -> Line:
        """The headings, over their columns."""
        cells = self.widths(width)
        text = "    " + filled("source", cells["name"]) + " " + filled("title or beginning", cells["title"]) + "  "
        if cells["publisher"]:
            text += filled("publisher", cells["publisher"]) + "  "
        if cells["date"]:
            text += filled("date", cells["date"]) + "  "
        text += filled("role", cells["role"]) + " " + filled_left("common", 7) + filled_left("facts", cells["facts"])
        return [(text + ("   spun" if cells["spun"] else ""), "muted")]
