"""What an article's page is made of: its paragraphs and residue, the marks in it, and the lines it is laid out in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Generic, NamedTuple, Protocol, TypeVar

from nkreader.model import Article, Span
from nkreader.phrases.model import TorturedPhrase
from nkreader.text.lines import blocks

MEASURE = 84
"""Cells of a line of text at most: longer lines are hard to follow from their end to the next beginning."""

MARGIN = 4
"""Cells before the text: the cursor's bar, a claim's sign, two blanks."""

NARROW_MARGIN = 3
NARROW_BELOW = 50

LABEL_FROM = 60
"""Cells from which residue says what kind it is."""


class Kind(Enum):
    """What a line of the page is."""

    TEXT = auto()
    HEADING = auto()
    RESIDUE = auto()
    GAP = auto()
    GLOSS = auto()
    HEAD = auto()


WITH_TEXT = frozenset({Kind.TEXT, Kind.HEADING, Kind.RESIDUE})
"""The kinds that draw a stretch of the article."""


class PageLine(NamedTuple):
    """A line of the page: a stretch of the article, or words about it."""

    kind: Kind
    start: int
    end: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Ink:
    """A stretch of the article drawn in an ink."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Page:
    """All the page shows of an article."""

    article: Article
    sentences: Sequence[Span]
    head: Sequence[tuple[str, str]] = ()
    """Lines above the text, each with its ink."""
    phrases: Sequence[TorturedPhrase] = ()
    signs: Sequence[tuple[int, str]] = ()
    """Offsets in order, each with the sign of the claim that begins there."""
    inks: Sequence[Ink] = ()


class HasSpan(Protocol):
    """Something that stands in the text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Found = TypeVar("Found", bound=HasSpan)


class Stretches(Generic[Found]):
    """Things that stand in a text, to be asked which of them a line has; there may be thousands."""

    def __init__(self, things: Iterable[Found]) -> None:
        self._things = sorted(things, key=lambda thing: thing.start)
        self._starts = [thing.start for thing in self._things]
        self._longest = max((thing.end - thing.start for thing in self._things), default=0)

    def touching(self, start: int, end: int) -> Iterator[Found]:
        """Those that have a character of `start` to `end`, in order."""
        for place in range(bisect_left(self._starts, start - self._longest), bisect_left(self._starts, end)):
            if self._things[place].end > start:
                yield self._things[place]


def margins(width: int) -> tuple[int, int]:
    """Cells before the text and of the text, in a page so many cells wide."""
    margin = NARROW_MARGIN if width < NARROW_BELOW else MARGIN
    text = max(8, min(MEASURE, width - margin - 1))
    return margin + max(0, (width - margin - text - 1) // 3 if width > MEASURE + 2 * MARGIN else 0), text


def blocks_of(article: Article) -> list[tuple[int, int, bool, str]]:
    """The article's paragraphs and residue in order: start, end, whether it is residue, and which kind."""
    found: list[tuple[int, int, bool, str]] = []
    place = 0
    for residue in article.boilerplate:
        found += [(*block, False, "") for block in blocks(article.text, place, residue.start)]
        found += [(*block, True, str(residue.kind)) for block in blocks(article.text, residue.start, residue.end)]
        place = residue.end
    found += [(*block, False, "") for block in blocks(article.text, place, len(article.text))]
    return found
