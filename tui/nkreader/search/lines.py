"""An article's tokens as one line in which each word is one character: its number in the index's list of words.

A line takes a sixth of the memory of the words, and places in it are found by looking for characters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

MOST = 0x10FFFF - 0x800 - 1
"""Words that have a character of their own. All further words share one, and are written out beside the line."""

_SURROGATES, _AFTER_SURROGATES = 0xD800, 0x800
RARE = "\U0010ffff"

ENCODING = "utf-16-le"
"""Of lines on disk: no larger than UTF-8, as few words have a number below 128, and read four times faster."""


def character(number: int) -> str:
    """The character a word with this number is written as. No surrogates: they cannot be encoded."""
    if number >= MOST:
        return RARE
    return chr(number + 1 if number + 1 < _SURROGATES else number + 1 + _AFTER_SURROGATES)


def number_of(written: str) -> int:
    """The number of the word that a character stands for."""
    code = ord(written)
    return code - 1 if code < _SURROGATES else code - 1 - _AFTER_SURROGATES


class Writing(dict[str, str]):
    """Writes lines; each word met for the first time gets the next number. `words`: the known ones, by number."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        super().__init__()
        self.new: list[tuple[int, str]] = []
        self._rare: dict[str, int] = {}
        for word in words:
            self[word]
        self.new.clear()

    def __missing__(self, word: str) -> str:
        number = len(self)
        self.new.append((number, word))
        self[word] = written = character(number)
        if written == RARE:
            self._rare[word] = number
        return written

    def number(self, word: str) -> int:
        """The number of a word."""
        written = self[word]
        return self._rare[word] if written == RARE else number_of(written)

    def line(self, tokens: Sequence[str]) -> tuple[str, str | None]:
        """The line of these tokens, and those of them that share a character."""
        line = "".join(map(self.__getitem__, tokens))
        if not self._rare or RARE not in line:
            return line, None
        return line, " ".join(token for token, written in zip(tokens, line, strict=True) if written == RARE)


def with_rare(line: str, rare: str, wanted: dict[str, str]) -> str:
    """The line with some of the words that share a character written as characters of their own."""
    words = iter(rare.split(" "))
    return "".join(wanted.get(next(words), RARE) if written == RARE else written for written in line)
