"""One attribution: who is said to say what, as spans of the text."""

from __future__ import annotations

from dataclasses import dataclass

from nkreader.claims.units import Unit
from nkreader.lexicon.cues import Cue
from nkreader.model import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement handed over: by whom (None where no one is named), with which words, and what it is."""

    source: Span | None
    cue: Span
    content: Span
    quotes: tuple[Span, ...]
    kind: Cue
    base: str
    """The cue's base form, or its noun, or `according to`."""

    @property
    def span(self) -> Span:
        """From the first to the last of its parts."""
        parts = [self.cue, self.content, *([self.source] if self.source else [])]
        return Span(min(part.start for part in parts), max(part.end for part in parts))


def quotes_in(unit: Unit, span: Span) -> tuple[Span, ...]:
    return tuple(quote for quote in unit.quotes if quote.overlaps(span))
