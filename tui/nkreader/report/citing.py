"""Words of an article with where they come from, as they are pasted into a note or a draft."""

from __future__ import annotations

from pathlib import PurePath

from nkreader.model import Article
from nkreader.text.drawn import drawable

MARKS = frozenset('“”„«»"')
"""Quotation marks that a passage may bring along: a second pair around them would only confuse."""


def cited(words: str, article: Article) -> str:
    """The words in quotation marks and below them the source: `(author, “title”, publisher, date, file)`.

    Paragraphs stay paragraphs; within them white space is one blank. What is not known of the source is left out.
    """
    paragraphs = [" ".join(part.split()) for part in words.split("\n")]
    text = "\n".join(drawable(part) for part in paragraphs if part)
    return f"{text if MARKS & set(text) else f'“{text}”'}\n({source_of(article)})"


def source_of(article: Article) -> str:
    """Author, title, publisher, date and file of an article on one line, those that are known."""
    title = f"“{article.title.strip('“”')}”" if article.title else None
    file = PurePath(article.path).name if article.path and article.path != "-" else article.id
    known = (article.byline, title, article.publisher, article.published, file)
    return ", ".join(" ".join(drawable(part).split()) for part in known if part)
