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
        """Cells of each column at a width of the whole list; 0 leaves a column out.

        The title gets what is left; the columns that can be done without come one by one while it keeps enough.
        """
        name = min(max(self.name + 2, SHORTEST_NAME), 20 if width >= 110 else 14)
        cells = {"name": name, "publisher": 0, "date": 0, "role": 8, "facts": 7, "spun": 0}
        room = width - (2 + 2 + name + 1 + 2 + cells["role"] + 1 + 7 + cells["facts"] + 1)
        wishes = [("spun", 11, 14, 16)]
        wishes += [("publisher", 16, 18, 30)] if self.publisher else []
        wishes += [("date", 10, 12, 34)] if self.published else []
        wishes += [("role", WIDE_ROLE, WIDE_ROLE - 8, 34)]
        for column, size, taken, least_title in wishes:
            if room - taken >= least_title:
                cells[column] = size
                room -= taken
        cells["title"] = max(8, room)
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
