"""What one version of a text has that the other versions lack: figures and names, with the places where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nkreader.model import Article, Span
from nkreader.text.sentences import sentences
from nkreader.text.words import folded, words

_NO_FIGURE = re.compile(r"[^\d.]")


@dataclass(frozen=True, slots=True)
class Material:
    """Figures and names of one article by their folded form, each with its first place, and all its words."""

    figures: dict[str, Span]
    names: dict[str, Span]
    vocabulary: frozenset[str]


def material_of(article: Article) -> Material:
    """The article's figures and the capitalised words inside its sentences; residue left out."""
    figures: dict[str, Span] = {}
    names: dict[str, Span] = {}
    vocabulary: set[str] = set()
    text = article.text
    for start, end in sentences(article):
        spans = words(text, start, end)
        headline = sum(text[span.start].isupper() for span in spans) > 0.6 * len(spans)
        before = None
        for span in spans:
            word = folded(span.of(text)).removesuffix("'s").replace(",", "")
            vocabulary.add(word)
            if any(character.isdigit() for character in word):
                # “9th” and “9”, “$63bn” and “63” are one figure.
                figure = _NO_FIGURE.sub("", word).strip(".") or word
                vocabulary.add(figure)
                figures.setdefault(figure, span)
            elif (
                before
                and not headline
                and text[span.start].isupper()
                and not set('"“”‘:') & set(text[before.end : span.start])
            ):
                names.setdefault(word, span)
            before = span
    return Material(figures, names, frozenset(vocabulary))


def lacking(own: dict[str, Span], others: Sequence[Material]) -> list[Span]:
    """Where those of the figures or names stand that no other version has anywhere, in order."""
    known = frozenset[str]().union(*(other.vocabulary for other in others))
    return sorted(span for word, span in own.items() if word not in known)
