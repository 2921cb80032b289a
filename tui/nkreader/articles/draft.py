"""What a format's reader returns: a text and the metadata its file states, before it is an article of a library."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as a file holds it. None where the file states nothing."""

    text: str
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Flaw:
    """A part of a file that gave no article: where (`line 7`), and what is wrong with it."""

    where: str
    reason: str
