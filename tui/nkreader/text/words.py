"""Words with exact offsets, and the folded form in which words are compared.

Where a script writes no blanks between words (Han, kana), every character is a word.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from nkreader.model import Span

# Characters that Python does not count as letters but that never end a word: combining marks, the vowel signs of
# Indic and South-East Asian scripts, joiners, soft hyphens.
MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03"
    "\u0a3c-\u0a4d\u0a70\u0a71\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57\u0bbe-\u0bcd\u0c00-\u0c04\u0c3e-\u0c56\u0cbc-\u0cd6"
    "\u0d3b-\u0d4d\u0dca-\u0ddf\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u0f71-\u0f84\u102b-\u103e"
    "\u17b4-\u17d3\u1dc0-\u1dff\u200c\u200d\u20d0-\u20f0\ufe20-\ufe2f"
)
# Han, hiragana, katakana: each character a word of its own.
UNSPACED = (
    "\u3005\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)


def _compiled(start: str, letter: str, character: str, alone: str) -> re.Pattern[str]:
    return re.compile(
        rf"""
        [$€£¥₹₩₽]?\d+(?:[.,:]\d+)*(?:%|{letter}{character}*)?  # $63.1, 1,000, 12:30, 5%, 21st, 63.1bn, 3D
        | (?<![^\W_])(?:{letter}\.)+(?:{letter}\.|{letter}(?![^\W_]))  # U.S., e.g., and p.c without its last stop
        | {start}{character}*(?:['’ʼ\-‐‑&]{character}+)*             # don’t, full-scale, AT&T
        | {alone}
        """,
        re.VERBOSE,
    )


_WORD = _compiled(
    rf"(?:(?![{UNSPACED}])[^\W_])",
    rf"(?:(?![{UNSPACED}])[^\W\d_])",
    rf"(?:(?![{UNSPACED}])[^\W_]|[{MARKS}])",
    f"[{UNSPACED}]",
)

# The same words where a text has no marks and no script without blanks, found in half the time.
_SPECIAL = re.compile(f"[{MARKS}{UNSPACED}]")
_USUAL_WORD = _compiled(r"[^\W_]", r"[^\W\d_]", r"[^\W_]", r"(?!)")


@lru_cache(maxsize=64)
def _pattern(text: str) -> re.Pattern[str]:
    return _WORD if _SPECIAL.search(text) else _USUAL_WORD


def words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words of a stretch of text, in code points of the whole text."""
    found = _pattern(text).finditer(text, start, len(text) if end is None else end)
    return [tuple.__new__(Span, match.span()) for match in found]


def word_places(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The same as plain pairs of numbers, found twice as fast."""
    return list(map(re.Match.span, _pattern(text).finditer(text, start, len(text) if end is None else end)))


def word_forms(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """The words of a stretch of text as they are written: what `words` spans, where nobody asks for the places."""
    return _pattern(text).findall(text, start, len(text) if end is None else end)


def word_count(text: str, start: int = 0, end: int | None = None) -> int:
    """How many words a stretch of text has."""
    return sum(1 for _ in _pattern(text).finditer(text, start, len(text) if end is None else end))


_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "“": '"',
        "”": '"',
        "‐": "-",
        "‑": "-",
        "\u00ad": None,
        "\u200c": None,
        "\u200d": None,
    }
)


@lru_cache(maxsize=1 << 17)
def folded(word: str) -> str:
    """The word as it is compared: NFKC, case folded, typographic quotes and hyphens made plain."""
    return unicodedata.normalize("NFKC", word).translate(_PLAIN).casefold()
