"""The comparison's colours on screen and page: one palette for dark grounds, one for light ones.

Blue is the left text, orange the right one; every kind of changed fact has a hue of its own.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#rrggbb`."""

    back: str
    raised: str
    cursor: str
    ink: str
    muted: str
    rule: str
    left: str
    right: str
    number: str
    date: str
    name: str
    negation: str
    hedge: str


DARK = Palette(
    back="#14171b",
    raised="#1b1f25",
    cursor="#28303a",
    ink="#d5d7da",
    muted="#7d858f",
    rule="#343b44",
    left="#7aabdb",
    right="#e2a05f",
    number="#f4d35e",
    date="#7fdbca",
    name="#f0a6ca",
    negation="#ff9b85",
    hedge="#c3b1f7",
)

LIGHT = Palette(
    back="#fbfaf7",
    raised="#f1efea",
    cursor="#e0e6ec",
    ink="#24282d",
    muted="#6d747c",
    rule="#cfcdc6",
    left="#1f5f9e",
    right="#a2540a",
    number="#7a5b00",
    date="#00695c",
    name="#9c1c6b",
    negation="#a8261a",
    hedge="#5a3fb5",
)
