"""Sentences with exact offsets. Sentences and residue together cover all visible text exactly once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from nkreader.model import Article, Boilerplate, Span

_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9])")


def sentences(article: Article) -> list[Span]:
    """The article's sentences, headings included, residue left out, in order."""
    return list(_sentences(article.text, article.boilerplate))


@lru_cache(maxsize=512)
def _sentences(text: str, boilerplate: Sequence[Boilerplate]) -> tuple[Span, ...]:
    found: list[Span] = []
    place = 0
    for start, end in [(span.start, span.end) for span in boilerplate] + [(len(text), len(text))]:
        found += _split(text, place, start)
        place = end
    return tuple(found)


def _split(text: str, start: int, end: int) -> list[Span]:
    spans: list[Span] = []
    for line in re.finditer(r"[^\n]+", text[start:end]):
        place = line.start()
        for stop in [*(match.end() for match in _END.finditer(line[0])), len(line[0])]:
            piece = text[start + place : start + line.start() + stop]
            stripped = piece.strip()
            if stripped:
                offset = start + place + piece.index(stripped[0])
                spans.append(Span(offset, offset + len(stripped)))
            place = line.start() + stop
    return spans
