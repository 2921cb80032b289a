"""What is known of an article while its text stays where it is kept: enough for lists, families' trees and filters."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from nkreader.model import Article, Boilerplate
from nkreader.text.words import word_count

BEGINNING = 90
"""Code points of an article's beginning that stand in for a title."""


@dataclass(frozen=True, slots=True)
class Card:
    """An article without its text. The fields it shares with `Article` mean the same."""

    id: str
    digest: str
    words: int
    """Words of the article, residue left out."""
    all_words: int
    """Words of the whole text."""
    path: str | None = None
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: str | None = None
    note: str | None = None
    boilerplate: tuple[Boilerplate, ...] = ()
    beginning: str = ""
    """How the text begins after its residue, for an article without a title."""


_SHARED = tuple(field.name for field in fields(Article) if field.name != "text")


def card_of(article: Article) -> Card:
    """The card of an article."""
    words = word_count(article.text)
    residue = sum(word_count(article.text, span.start, span.end) for span in article.boilerplate)
    shared: dict[str, Any] = {name: getattr(article, name) for name in _SHARED}
    beginning = "" if article.title else _beginning(article)
    return Card(digest=article.digest, words=words - residue, all_words=words, beginning=beginning, **shared)


def article_of(card: Card, text: str) -> Article:
    """The article that a card stands for; `text` is what its digest was made of."""
    shared: dict[str, Any] = {name: getattr(card, name) for name in _SHARED}
    article = Article(text=text, **shared)
    article.__dict__["digest"] = card.digest  # known: it need not be computed again
    return article


def _beginning(article: Article) -> str:
    start = 0
    for span in article.boilerplate:
        if article.text[start : span.start].strip():
            break
        start = span.end
    return article.text[start : start + 4 * BEGINNING].strip()[:BEGINNING]
