"""One side of a row: its words in sequence, and which of them make up values and names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

from nkreader.compare.tokens import Sentence, Side
from nkreader.lexicon.cues import is_function_word
from nkreader.model import Span, Value

JOINING = " \n\t-‐‑'\"“”‘’"
"""What may stand between two words of one clause."""

Run = tuple[int, int]
"""Word numbers, start inclusive, end exclusive."""


@lru_cache(maxsize=1 << 16)
def _plain(key: str) -> str:
    word = key.removesuffix("'s")
    return "#" if any(map(str.isdigit, word)) else word


class Passage:
    """The sentences of one side of a row as one sequence of words."""

    def __init__(self, side: Side, parts: Sequence[Sentence]) -> None:
        self.side = side
        self.parts = parts
        self.keys = parts[0].keys if len(parts) == 1 else tuple([key for part in parts for key in part.keys])
        places = [place for part in parts for place in side.places(part)]
        self.starts = [start for start, _ in places]
        self.ends = [end for _, end in places]
        text = side.text
        self.written = [text[start:end] for start, end in places]
        """The words as the text writes them."""

    @cached_property
    def breaks(self) -> list[int]:
        """The words with which a sentence begins that does not stand next to the one before it."""
        found, count = [], 0
        for before, after in pairwise(self.parts):
            count += len(before.keys)
            if after.first != before.stop:
                found.append(count)
        return found

    @classmethod
    def of(cls, side: Side, parts: Sequence[Sentence]) -> Passage:
        """The passage of some sentences; that of a single one is kept with its side."""
        if len(parts) > 1:
            return cls(side, parts)
        found = side.passages.get(parts[0].first)
        if found is None:
            found = side.passages[parts[0].first] = cls(side, parts)
        return found

    def word(self, number: int) -> str:
        """A word as the text writes it."""
        return self.written[number]

    def words(self, run: Run) -> list[str]:
        """The words of a run as the text writes them."""
        return self.written[run[0] : run[1]]

    def stretch(self, run: Run) -> Span:
        """The span of a run of words. An empty one stands before the word it precedes, or after the last one."""
        start, end = run
        if end > start:
            place, stop = self.starts[start], self.ends[end - 1]
        else:
            place = stop = self.starts[start] if start < len(self.starts) else self.ends[-1]
        # Half of a span's time is spent in its constructor, and a comparison has two of them for every change.
        return tuple.__new__(Span, (place, stop))

    def parted(self, before: int, after: int) -> bool:
        """Whether more than blanks and hyphens stand between the word before one number and the word at the other."""
        if not 0 < before <= after < len(self.keys):
            return False
        return not self.side.text[self.ends[before - 1] : self.starts[after]].strip("-‐‑").isspace()

    def borders(self, start: int, end: int) -> int:
        """How well a run keeps to phrases: punctuation or an end around it, a function word first and none last."""
        return (
            2 * (start == 0 or self.parted(start, start))
            + 2 * (end == len(self.keys) or self.parted(end, end))
            + is_function_word(self.keys[start])
            - is_function_word(self.keys[end - 1])
        )

    @cached_property
    def plain(self) -> list[str]:
        """The folded words without a possessive ending, "#" for a figure."""
        return [_plain(key) for key in self.keys]

    @cached_property
    def joined(self) -> list[bool]:
        """For each word whether it stands in one clause with the word before it, and False behind the last."""
        text, gaps = self.side.text, zip(self.ends, self.starts[1:], strict=False)
        return [False, *[not text[end:start].strip(JOINING) for end, start in gaps], False]

    @cached_property
    def quoted(self) -> bool:
        """Whether a quotation reaches into it."""
        return any(self.side.quotation_of(part.span) is not None for part in self.parts)

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
        first = bisect_left(self.ends, span.start + 1)
        stop = bisect_left(self.starts, span.end)
        return first, max(first, stop)
