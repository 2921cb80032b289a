"""nkreader: reading a pile of news articles that copy each other. This module is the public interface and nothing else.

Offsets are code points of `Article.text`, start inclusive, end exclusive. Every result is a frozen record with
`to_dict()`. Parts load when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

# Loaded first, so that the function of the same name below is what `nkreader.compare` means ever after.
import nkreader.compare  # noqa: F401
from nkreader.lazily import exported
from nkreader.version import __version__

if TYPE_CHECKING:
    from nkreader.articles.read import UnreadableArticle, read_article
    from nkreader.claims import extract_claims, quotations
    from nkreader.compare import align_words
    from nkreader.compare.model import Comparison
    from nkreader.library import Library
    from nkreader.mentions.values import values
    from nkreader.model import Article, Span
    from nkreader.opening import open_library
    from nkreader.phrases import spun, tortured_phrases
    from nkreader.text.sentences import sentences

__all__ = [
    "Article",
    "Library",
    "Span",
    "UnreadableArticle",
    "__version__",
    "align_words",
    "compare",
    "extract_claims",
    "open_library",
    "quotations",
    "read_article",
    "sentences",
    "spun",
    "tortured_phrases",
    "values",
]


def compare(left: Article | str, right: Article | str) -> Comparison:
    """Two texts side by side: which sentence answers which, word by word, and what kind of change each difference is.

    A plain string is an article called `left` or `right`.
    """
    from nkreader.compare import compare as compare_articles
    from nkreader.model import Article

    first = Article.from_text(left, id="left") if isinstance(left, str) else left
    second = Article.from_text(right, id="right") if isinstance(right, str) else right
    return compare_articles(first, second)


__getattr__ = exported(
    __name__,
    {
        "Article": "model",
        "Library": "library",
        "Span": "model",
        "UnreadableArticle": "articles.read",
        "align_words": "compare",
        "extract_claims": "claims",
        "open_library": "opening",
        "quotations": "claims",
        "read_article": "articles.read",
        "sentences": "text.sentences",
        "spun": "phrases",
        "tortured_phrases": "phrases",
        "values": "mentions.values",
    },
)
