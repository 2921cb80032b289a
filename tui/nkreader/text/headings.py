"""Which paragraphs are drawn as headings."""

from __future__ import annotations

HEADING_LENGTH = 110
"""Code points of a heading at most."""

_ENDS = ".!?…:;,\"”’')"


def is_heading(text: str, start: int, end: int) -> bool:
    """Whether a paragraph looks like a heading: a short line of its own without a full stop."""
    return 0 < end - start <= HEADING_LENGTH and text[end - 1] not in _ENDS
