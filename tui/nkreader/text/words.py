"""Words with exact offsets, and the folded form in which words are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from nkreader.model import Span

_WORD = re.compile(
    r"""
    [$€£¥₹]?\d+(?:[.,:]\d+)*(?:%|(?:st|nd|rd|th|s|bn|m|k|tn)\b)?    # figures: $63.1, 1,000, 12:30, 5%, 21st, 1990s, 63.1bn
    | (?:[^\W\d_]\.){2,}                                            # U.S., e.g.
    | [^\W_]+(?:['’ʼ\-‐‑&][^\W_]+)*                                 # don’t, full-scale, AT&T
    """,
    re.VERBOSE,
)


def words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words of a stretch of text, in code points of the whole text."""
    return [Span(*match.span()) for match in _WORD.finditer(text, start, len(text) if end is None else end)]


_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "‐": "-", "‑": "-"})


@lru_cache(maxsize=1 << 17)
def folded(word: str) -> str:
    """The word as it is compared: NFKC, case folded, typographic quotes and hyphens made plain."""
    return unicodedata.normalize("NFKC", word).translate(_QUOTES).casefold()
