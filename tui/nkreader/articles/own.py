"""How what nkreader wrote itself is told from articles: a report left in the folder it is about is no new copy."""

from __future__ import annotations

import re
from collections.abc import Sequence

GENERATOR = '<meta name="generator" content="nkreader">'
"""Stands in the head of every page that nkreader writes."""

SHEET = ("claim", "article", "publisher", "title", "date", "path", "start", "end", "text")
"""The first columns of the sheet of claims."""

WRITTEN_HERE = "it is a report that nkreader wrote, not an article"

_HEAD = 4_096
"""Code points of a page in which its generator is named."""

_NAMED = re.compile(r"""<meta\s+name=["']generator["']\s+content=["']nkreader\b""", re.IGNORECASE)


def refuse_own_page(page: str) -> None:
    """Raises ValueError where nkreader wrote the page."""
    if _NAMED.search(page[:_HEAD]):
        raise ValueError(WRITTEN_HERE)


def refuse_own_sheet(columns: Sequence[str]) -> None:
    """Raises ValueError where nkreader wrote the table with these columns."""
    if tuple(name.strip().lower() for name in columns[: len(SHEET)]) == SHEET:
        raise ValueError(WRITTEN_HERE)
