"""Plain text and Markdown, as they stand."""

from __future__ import annotations

from collections.abc import Iterator

from nkreader.articles.draft import Draft
from nkreader.articles.encoding import decoded

SUFFIXES = (".txt", ".md", ".markdown", ".text")


def drafts(data: bytes) -> Iterator[Draft]:
    """The text of a file, decoded."""
    yield Draft(decoded(data))
