"""Text made harmless for a terminal or a page: what every screen, report and printed line passes through.

Offsets hold: the result has as many code points as the text.
"""

from __future__ import annotations

import unicodedata

_BLANK = " "
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
# Format characters that change nothing but the shape of their neighbours: Persian and emoji need them.
_KEPT = frozenset("\u200c\u200d")
# Invisible, and terminals disagree about their width.
_BLANKED = frozenset("\u200b\u2060\ufeff\u180e")


def drawable(text: str) -> str:
    """The text with each control, escape, bidirectional control and line break replaced by one harmless character.

    C0 controls become their pictures (`␛`), tabs and line breaks blanks, a soft hyphen a hyphen, anything else that
    could move the cursor, turn the reading direction or fail to encode the replacement character.
    """
    # Most texts hold nothing else but line breaks: seven times faster than a look at every character.
    text = text.replace("\n", _BLANK)
    return text if text.isprintable() else text.translate(_TABLE)


class _Table(dict[int, int | str]):
    """What each code point is drawn as, worked out when it is first met."""

    def __missing__(self, point: int) -> int | str:
        self[point] = drawn = _drawn(point)
        return drawn


def _drawn(point: int) -> int | str:
    character = chr(point)
    category = unicodedata.category(character)
    if character in "\t\n\v\f\r\x85" or character in _BLANKED or category in {"Zl", "Zp"}:
        return _BLANK
    if category == "Cc":
        if point < 0x20:
            return 0x2400 + point
        return "\N{SYMBOL FOR DELETE}" if point == 0x7F else _UNKNOWN
    if character == "\u00ad":
        return "-"
    if category in {"Cf", "Cs"} and character not in _KEPT:
        return _UNKNOWN
    if category == "Cn":
        return _UNKNOWN
    return point


_TABLE = _Table()
