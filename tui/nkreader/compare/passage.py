"""One side of a row: its words in sequence, and which of them make up values and names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from nkreader.compare.tokens import Sentence, Side
from nkreader.lexicon.cues import is_function_word
from nkreader.model import Span, Value

Run = tuple[int, int]
"""Word numbers, start inclusive, end exclusive."""


class Passage:
    """The sentences of one side of a row as one sequence of words."""

    def __init__(self, side: Side, parts: Sequence[Sentence]) -> None:
        self.side = side
        self.parts = parts
        self.first = parts[0].first
        """The number, among all words of the side, of the first one here."""
        self.keys = parts[0].keys if len(parts) == 1 else tuple([key for part in parts for key in part.keys])

    def word(self, number: int) -> str:
        """A word as the text writes it."""
        number += self.first
        return self.side.text[self.side.starts[number] : self.side.ends[number]]

    def words(self, run: Run) -> list[str]:
        """The words of a run as the text writes them."""
        return [self.word(number) for number in range(*run)]

    def stretch(self, run: Run) -> Span:
        """The span of a run of words. An empty one stands before the word it precedes, or after the last one."""
        start, end = run
        side, first = self.side, self.first
        if end > start:
            return Span(side.starts[first + start], side.ends[first + end - 1])
        place = side.starts[first + start] if start < len(self.keys) else side.ends[first + len(self.keys) - 1]
        return Span(place, place)

    def parted(self, before: int, after: int) -> bool:
        """Whether more than blanks and hyphens stand between the word before one number and the word at the other."""
        if not 0 < before <= after < len(self.keys):
            return False
        side, first = self.side, self.first
        return not side.text[side.ends[first + before - 1] : side.starts[first + after]].strip("-‐‑").isspace()

    def borders(self, start: int, end: int) -> int:
        """How well a run keeps to phrases: punctuation or an end around it, a function word first and none last."""
        return (
            2 * (start == 0 or self.parted(start, start))
            + 2 * (end == len(self.keys) or self.parted(end, end))
            + is_function_word(self.keys[start])
            - is_function_word(self.keys[end - 1])
        )

    @cached_property
    def values(self) -> list[tuple[Run, Value]]:
        """The values with the words they take up."""
        found = [(self._run(value.span), value) for value in self.side.values(self.parts)]
        return [(run, value) for run, value in found if run[1] > run[0]]

    @cached_property
    def names(self) -> list[Run]:
        """The words each proper name takes up."""
        found = [self._run(span) for span in self.side.names(self.parts)]
        return [run for run in found if run[1] > run[0]]

    def _run(self, span: Span) -> Run:
        lowest, highest = self.first, self.first + len(self.keys)
        first = bisect_left(self.side.ends, span.start + 1, lowest, highest)
        stop = bisect_left(self.side.starts, span.end, lowest, highest)
        return first - lowest, max(first, stop) - lowest
