"""Articles as comparison sees them: sentences with folded words and offsets. Layout and quote style end here."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from nkreader.mentions.names import names_in
from nkreader.mentions.values import values_in
from nkreader.model import Article, Span, Value
from nkreader.text.quotes import quotation_spans
from nkreader.text.sentences import sentences
from nkreader.text.words import folded, words


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its words and the keys by which words are compared."""

    span: Span
    words: tuple[Span, ...]
    keys: tuple[str, ...]


def sentence_of(text: str, span: Span) -> Sentence:
    """The sentence of a span. One without a word (a row of asterisks) counts as a single word."""
    spans = tuple(words(text, span.start, span.end))
    if not spans:
        return Sentence(span, (span,), (_sign(text[span.start : span.end]),))
    return Sentence(span, spans, tuple([folded(text[start:end]) for start, end in spans]))


@lru_cache(maxsize=4096)
def _sign(text: str) -> str:
    return "".join(text.split())[:1]


class Side:
    """One of the two articles: its sentences, and what stands in them, looked up when a row needs it."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self.sentences = [sentence_of(article.text, span) for span in sentences(article)]

    @cached_property
    def quotations(self) -> list[Span]:
        """The article's quotations, in order."""
        return quotation_spans(self.text)

    def quotation_of(self, span: Span) -> int | None:
        """The number of the quotation that a stretch lies in or reaches into, None outside of any."""
        number = bisect_right(self.quotations, span.start, key=lambda quotation: quotation.start) - 1
        for place in (number, number + 1):
            if 0 <= place < len(self.quotations):
                start, end = self.quotations[place]
                if (start < span.end and span.start < end) or (span.start == span.end and start < span.start < end):
                    return place
        return None

    def values(self, parts: Sequence[Sentence]) -> list[Value]:
        """The values in some sentences, in order."""
        published = self.article.published
        return [value for part in parts for value in values_in(self.text, *part.span, published)]

    def names(self, parts: Sequence[Sentence]) -> list[Span]:
        """The proper names in some sentences, in order."""
        return names_in(self.text, [part.span for part in parts])
