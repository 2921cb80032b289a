"""Search results."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from nkreader.model import Record, Span


class Card(Protocol):
    """What is known of an article without its text; an article is one too."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str | None: ...
    @property
    def publisher(self) -> str | None: ...
    @property
    def published(self) -> str | None: ...
    @property
    def digest(self) -> str: ...


class Via(StrEnum):
    """How a hit answers its query. `variant`: another wording known from aligned copies or tortured phrases."""

    EXACT = "exact"
    STEM = "stem"
    FUZZY = "fuzzy"
    VARIANT = "variant"


@dataclass(frozen=True, slots=True)
class Hit(Record):
    """One place that answers a query: offsets of the matched words, and the text around them on one line."""

    article: str
    start: int
    end: int
    score: float
    snippet: str
    via: Via
    matched: str
    """The words of the text that matched."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class SearchResults(Record):
    """Hits, best first. `total` counts also those beyond the limit; `problem` says what is wrong with the query, or why
    nothing was found.

    `exact`: false where so many articles answer that places were counted in a sample of them and `total` is near.
    `awaited`: what is not known yet and may bring more hits; empty where all is known.
    """

    query: str
    total: int
    hits: tuple[Hit, ...]
    problem: str | None = None
    exact: bool = True
    awaited: str = ""

    def to_dict(self) -> dict[str, object]:
        return {"query": self.query, "total": self.total, "hits": [hit.to_dict() for hit in self.hits]}
