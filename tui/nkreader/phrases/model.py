"""Tortured phrases as results."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nkreader.model import Record, Span


class PhraseConfidence(StrEnum):
    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


class PhraseEvidence(StrEnum):
    """Where the expected expression comes from: a list, an aligned article, the library's own pairs, or inference."""

    LIST = "list"
    ALIGNED = "aligned"
    LEARNT = "learnt"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class TorturedPhrase(Record):
    """An expression English does not use, standing where a synonym spinner put it for one that English does.

    Cabanac, Labbé and Magazinov, "Tortured phrases", arXiv 2107.06751.
    """

    start: int
    end: int
    text: str
    expected: tuple[str, ...]
    """The expressions it stands for, best first."""
    confidence: PhraseConfidence
    evidence: PhraseEvidence

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class ArticlePhrases(Record):
    """An article's tortured phrases and how spun it reads (0..1; 0.5 and above gives it the role `spun`)."""

    id: str
    spun: float
    phrases: tuple[TorturedPhrase, ...]


Alone = tuple[float, ArticlePhrases | None]
"""How spun an article reads by itself, and its tortured phrases where they were looked for."""
