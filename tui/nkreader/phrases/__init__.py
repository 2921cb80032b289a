"""Tortured phrases and how spun an article is."""

from __future__ import annotations

from nkreader.model import Article
from nkreader.phrases.alone import inferred_phrases
from nkreader.phrases.library import phrases_of
from nkreader.phrases.model import TorturedPhrase
from nkreader.phrases.reading import spun

__all__ = ["phrases_of", "spun", "tortured_phrases"]


def tortured_phrases(article: Article) -> list[TorturedPhrase]:
    """The article's tortured phrases in order, found without its original, each with what it stands for."""
    return inferred_phrases(article)
