"""What attribution is read in: a sentence, or those one quotation holds together, as words, marks and quotations."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from enum import Enum

from nkreader.model import Article, Span
from nkreader.text.lines import blocks
from nkreader.text.quotes import quotation_spans
from nkreader.text.sentences import sentences

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|\b(?=[MDSRGCLPJHI])(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Sgt|Lt|Prof|St|Jr|Sr|Rev|Hon|Inc|Co|Corp|Ltd)\.|\b[A-Z]\.(?=\s[A-Z])"
    r"|[$€£¥]?\d+(?:[.,:]\d+)*%?\w*|[^\W_]+(?:[-‐‑'’&/][^\W_]+)*['’]?|&[lg]t;|[,;:()<>\[\]]|[-–—―…]+|[.!?]+"
)


# What saved pages often leave as it was: "Oslo Shipping &lt;OSHP.OL> said".
_ESCAPED = {"&lt;": "<", "&gt;": ">"}
_CLOSING_MARKS = "\"'”’»"


class TokenKind(Enum):
    WORD = "word"
    MARK = "mark"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a punctuation mark, or a whole quotation."""

    text: str
    low: str
    start: int
    end: int
    kind: TokenKind

    @property
    def is_word(self) -> bool:
        return self.kind is TokenKind.WORD

    @property
    def capital(self) -> bool:
        return self.kind is TokenKind.WORD and self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch read as one: start and end in the text, its tokens, and the quotations among them."""

    start: int
    end: int
    block: int
    """The number of its paragraph."""
    tokens: tuple[Token, ...]
    quotes: tuple[Span, ...]


def units(article: Article) -> list[Unit]:
    """The article's sentences, those joined that one quotation runs through, in order, with their tokens."""
    text = article.text
    paragraphs = blocks(text)
    starts = [paragraph.start for paragraph in paragraphs]
    quotes = _quotes(article)
    merged: list[Span] = []
    following = 0
    for sentence in sentences(article):
        while following < len(quotes) and quotes[following].end <= sentence.start:
            following += 1
        across = following < len(quotes) and quotes[following].start < sentence.start
        signed = (
            merged
            and text[sentence.start] in "—–―"
            and text[merged[-1].end - 1] in _CLOSING_MARKS
            and text.count("\n", merged[-1].end, sentence.start) < 2
        )
        if signed or (across and merged and merged[-1].end > quotes[following].start):
            merged[-1] = Span(merged[-1].start, sentence.end)
        else:
            merged.append(sentence)
    found = []
    place = 0
    for span in merged:
        while place < len(quotes) and quotes[place].end <= span.start:
            place += 1
        mine = []
        step = place
        while step < len(quotes) and quotes[step].start < span.end:
            mine.append(Span(max(quotes[step].start, span.start), min(quotes[step].end, span.end)))
            step += 1
        block = bisect_left(starts, span.start + 1) - 1
        found.append(Unit(span.start, span.end, block, tuple(_tokens(text, span, mine)), tuple(mine)))
    return found


def _quotes(article: Article) -> list[Span]:
    """The quotations outside the residue."""
    found: list[Span] = []
    place = 0
    for start, end in [*((span.start, span.end) for span in article.boilerplate), (len(article.text),) * 2]:
        if start > place:
            found += quotation_spans(article.text, place, start)
        place = end
    return found


def _tokens(text: str, span: Span, quotes: list[Span]) -> list[Token]:
    tokens: list[Token] = []
    place = span.start
    for quote in [*quotes, Span(span.end, span.end)]:
        for match in _TOKEN.finditer(text, place, quote.start):
            word = _ESCAPED.get(match[0], match[0])
            kind = TokenKind.WORD if word[0].isalnum() or word[0] in "$€£¥" else TokenKind.MARK
            tokens.append(Token(word, word.lower().replace("’", "'"), match.start(), match.end(), kind))
        if quote:
            tokens.append(Token(text[quote.start : quote.end], "", quote.start, quote.end, TokenKind.QUOTE))
        place = quote.end
    return tokens
