"""An article's words as the spinner detector reads them: small letters, hyphens split, clause borders kept."""

from __future__ import annotations

import re
from typing import NamedTuple

from nkreader.model import Article

_TOKEN = re.compile(
    r"[^\W\d_]+(?:['’][^\W\d_]+)*|[$€£]?\d+(?:[.,]\d+)*(?:[^\W\d_]+|%)?|[^\w\s]|\n(?=\s*\n|[^\S\n]*[^\sa-z])"
)
"""Words, figures, signs, and line breaks that end something: in wrapped text a line goes on with a small letter."""

_JOINING = frozenset("-‐‑'’\"“”‘")
"""What may stand between two words of one expression. Quotation marks end none: "the so-called 'cold war'"."""


LONGEST = 1_000_000
"""Only so much of a text is read for wording: no news article is longer, and a database dump must not stop the rest."""


class Token(NamedTuple):
    """One word of the text, or one figure (its `word` is "#")."""

    start: int
    end: int
    word: str
    capital: bool
    """Begins with a capital letter."""
    opens: bool
    """First word of its clause: what stands before is no context."""
    first: bool
    """First word of its sentence: a capital says nothing."""

    @property
    def stem(self) -> str:
        """The word without a possessive ending."""
        return self.word.removesuffix("'s") if "'" in self.word else self.word


def tokens(article: Article) -> list[Token]:
    """The words outside residue, in order. The clause ends at punctuation, the sentence at . ! ? : and a line break."""
    found: list[Token] = []
    add, make = found.append, Token._make
    text = article.text[:LONGEST]
    place = 0
    opens = first = True
    for start, end in [*((span.start, span.end) for span in article.boilerplate), (len(text), len(text))]:
        for match in _TOKEN.finditer(text, place, start):
            piece = match[0]
            head = piece[0]
            if head.isalpha():
                add(make((*match.span(), piece.lower().replace("’", "'"), head.isupper(), opens, first)))
                opens = first = False
            elif head.isalnum() or head in "$€£":
                add(make((*match.span(), "#", False, opens, first)))
                opens = first = False
            elif piece not in _JOINING:
                opens = True
                first = first or piece in ".!?:\n"
        place = end
        opens = first = True
    return found
