"""Articles as comparison sees them: sentences with folded words and offsets. Layout and quote style end here."""

from __future__ import annotations

import threading
from bisect import bisect_right
from collections import Counter, OrderedDict
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from nkreader.mentions.names import names_in
from nkreader.mentions.values import values_in
from nkreader.model import Article, Boilerplate, Span, Value
from nkreader.text.quotes import quotation_spans
from nkreader.text.sentences import sentences
from nkreader.text.words import folded, word_forms, word_places

if TYPE_CHECKING:
    from nkreader.compare.passage import Passage

KEPT = 1_000_000
"""Characters of the articles whose sides are kept: an article is compared with many, and cut into words once.

Sixty bytes a character where every sentence was asked about: 60 MB at most. A longer article is kept alone.
"""


class Sentence(NamedTuple):
    """A sentence: its words by number among the side's, and the keys by which words are compared."""

    span: Span
    first: int
    stop: int
    keys: tuple[str, ...]


def keys_of(text: str, span: Span) -> tuple[str, ...]:
    """The folded words of a stretch. One without a word (a row of asterisks) counts as a single word."""
    return tuple(map(folded, word_forms(text, *span))) or (_sign(text[span.start : span.end]),)


@lru_cache(maxsize=4096)
def _sign(text: str) -> str:
    return "".join(text.split())[:1]


class Side:
    """One of the two articles: its sentences, and what stands in them, looked up when a row needs it."""

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self._published = article.published
        self.sentences: list[Sentence] = []
        self._names: dict[tuple[int, ...], list[Span]] = {}
        self._values: dict[int, list[Value]] = {}
        self.passages: dict[int, Passage] = {}
        """What was worked out of a sentence, by its first word: its counterparts in other articles ask again."""
        first = 0
        for span in sentences(article):
            keys = keys_of(self.text, span)
            self.sentences.append(Sentence(span, first, first + len(keys), keys))
            first += len(keys)
        self.count = first
        """Words of all sentences; a sentence without a word counts as one word."""

    def places(self, part: Sentence) -> Sequence[tuple[int, int]]:
        """Where each word of a sentence stands."""
        return word_places(self.text, *part.span) or (part.span,)

    @cached_property
    def frequency(self) -> Counter[str]:
        """In how many sentences each word stands."""
        found: Counter[str] = Counter()
        for sentence in self.sentences:
            found.update(set(sentence.keys))
        return found

    @cached_property
    def _quotations(self) -> tuple[list[int], list[Span]]:
        """The article's quotations, in order, and where they begin."""
        found = quotation_spans(self.text)
        return [span.start for span in found], found

    def quotation_of(self, span: Span) -> int | None:
        """The number of the quotation that a stretch lies in or reaches into, None outside of any."""
        starts, found = self._quotations
        number = bisect_right(starts, span[0]) - 1
        for place in (number, number + 1):
            if 0 <= place < len(found):
                start, end = found[place]
                if (start < span[1] and span[0] < end) or (span[0] == span[1] and start < span[0] < end):
                    return place
        return None

    def values(self, parts: Sequence[Sentence]) -> list[Value]:
        """The values in some sentences, in order."""
        return [value for part in parts for value in self._values_of(part)]

    def _values_of(self, part: Sentence) -> list[Value]:
        found = self._values.get(part.first)
        if found is None:
            found = self._values[part.first] = values_in(self.text, *part.span, self._published)
        return found

    def names(self, parts: Sequence[Sentence]) -> list[Span]:
        """The proper names in some sentences, in order."""
        key = tuple([part.first for part in parts])
        found = self._names.get(key)
        if found is None:
            found = self._names[key] = names_in(self.text, [part.span for part in parts])
        return found


Key = tuple[str, tuple[Boilerplate, ...], str | None]
_sides: OrderedDict[Key, Side] = OrderedDict()
_keeping = threading.Lock()
_kept = 0


def side_of(article: Article) -> Side:
    """The article's side; those last asked for are kept."""
    global _kept
    key = article.text, article.boilerplate, article.published
    with _keeping:
        side = _sides.get(key)
        if side is not None:
            _sides.move_to_end(key)
            return side
    side = Side(article)
    with _keeping:
        if key not in _sides:
            _kept += len(article.text)
        _sides[key] = side
        while _kept > KEPT and len(_sides) > 2:
            _kept -= len(_sides.popitem(last=False)[0][0])
    return side
