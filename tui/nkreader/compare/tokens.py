"""Sentences as comparison sees them: their words, folded, with offsets. Layout and quote style end here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from nkreader.model import Article, Span
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
    return Sentence(span, spans, tuple(folded(text[start:end]) for start, end in spans))


def sentences_of(article: Article) -> list[Sentence]:
    """The article's sentences, in order."""
    return [sentence_of(article.text, span) for span in sentences(article)]


def joined(parts: Sequence[Sentence]) -> tuple[list[Span], list[str]]:
    """The words and keys of several sentences, one after the other."""
    return [span for part in parts for span in part.words], [key for part in parts for key in part.keys]


@lru_cache(maxsize=4096)
def _sign(text: str) -> str:
    return "".join(text.split())[:1]
