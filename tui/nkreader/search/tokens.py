"""The tokens an index holds: runs of letters and digits, folded so that case, accents and typography do not matter.

Not `text.words`: there "don't" and "full-scale" are one word each, here two tokens side by side, so that a query finds
them however they are joined.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from itertools import islice

from nkreader.model import Span
from nkreader.text.words import MARKS, UNSPACED

_SIMPLE = re.compile(r"[^\W_]+")
_SPECIAL = re.compile(f"[{MARKS}{UNSPACED}]")
_LETTER = rf"(?![{UNSPACED}])[^\W_]"
_FULL = re.compile(rf"[{UNSPACED}][{MARKS}]*|{_LETTER}(?:{_LETTER}|[{MARKS}])*")
# Combining accents, and the points of Hebrew and Arabic vowels, which most texts leave out.
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a\u064b-\u065f\u0670]")
# Letters with a stroke, and two in one, that Unicode does not take apart; keyboards without them write it so.
_STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d"})


class _Folded(dict[str, str]):
    """What each token is folded to, worked out when it is first met."""

    def __missing__(self, token: str) -> str:
        if len(self) > 1 << 17:
            self.clear()
        if token.isascii():
            self[token] = folded = token.lower()
            return folded
        bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", token)).casefold().translate(_STROKES)
        bare = "".join(character for character in bare if character.isalnum() or ord(character) > 0x2FF)
        self[token] = folded = unicodedata.normalize("NFC", bare).replace(" ", "") or token.casefold()
        return folded


_FOLDED = _Folded()


def pattern_of(text: str) -> re.Pattern[str]:
    """What finds the tokens of this text."""
    return _FULL if not text.isascii() and _SPECIAL.search(text) else _SIMPLE


def tokens(text: str) -> list[str]:
    """The folded tokens of a text, in order."""
    return [_FOLDED[token] for token in pattern_of(text).findall(text)]


def token_spans(text: str, wanted: Collection[int]) -> dict[int, Span]:
    """Where the tokens with these numbers stand; `tokens` counts the same."""
    found: dict[int, Span] = {}
    matches = pattern_of(text).finditer(text)
    next_one = 0
    for number in sorted(set(wanted)):
        match = next(islice(matches, number - next_one, None), None)
        if match is None:
            break
        found[number] = Span(*match.span())
        next_one = number + 1
    return found


def located(
    text: str, small: str, pattern: re.Pattern[str], token: str, number: int, counted: Callable[[], int]
) -> Span | None:
    """The place of a token of a text that is its `number`th of those that are folded to this, found without reading
    the text anew; None where that cannot be told. `small` is the text in small letters, of the same length; `pattern`
    what finds its tokens; `counted` says how many such tokens it has.
    """
    if pattern is not _SIMPLE:
        return None
    ascii = text.isascii()
    found, at, length = None, small.find(token), len(token)
    met = 0
    while at >= 0:
        end = at + length
        if not (small[at - 1 : at].isalnum() or small[end : end + 1].isalnum()):
            if met == number:
                found = Span(at, end)
                if ascii:
                    return found  # nothing but capital letters is folded in it
            met += 1
        at = small.find(token, end)
    # More or fewer: other letters are folded to these too, and which is which only a reading tells.
    return found if met == counted() else None
