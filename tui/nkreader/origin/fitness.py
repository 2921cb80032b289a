"""Where two versions differ word for word: whose words go together as English puts them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from nkreader.compare.model import Comparison
from nkreader.lexicon.cues import is_function_word
from nkreader.lexicon.frequency import bigram
from nkreader.model import Article, Span
from nkreader.text.words import words

# A choice of words is better when the pairs it makes with its neighbours are so much more frequent (log10, added up).
BETTER = 1.0
# Longer swaps are rewriting, not substitution.
_LONGEST = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of words where two versions differ."""

    span: Span
    lead: float
    """How many powers of ten more frequent the pairs of words are that it makes (below 0: less frequent)."""
    example: tuple[str, str] | None
    """It and the other's choice, each with the word it goes with, where a reader hears the difference too."""


def fitting_words(left: Article, right: Article, comparison: Comparison) -> tuple[list[Choice], list[Choice]]:
    """Where the left's words go together clearly better or worse than those that the right has in their place, and the
    same seen from the right."""
    found: tuple[list[Choice], list[Choice]] = [], []
    for row in comparison.rows:
        if not row.changes or len(row.left) != 1 or len(row.right) != 1:
            continue
        spans = words(left.text, *row.left[0]), words(right.text, *row.right[0])
        for change in row.changes:
            here, there = _within(spans[0], change.left), _within(spans[1], change.right)
            if not here or not there or max(len(here), len(there)) > _LONGEST:
                continue
            lead = _fit(left.text, spans[0], here) - _fit(right.text, spans[1], there)
            if abs(lead) >= BETTER:
                own = _company(left.text, spans[0], here)
                other = _company(right.text, spans[1], there)
                found[0].append(Choice(change.left, lead, (own, other) if own and other else None))
                found[1].append(Choice(change.right, -lead, (other, own) if own and other else None))
    return found


def _within(spans: Sequence[Span], change: Span) -> range:
    """The numbers of the sentence's words that a change takes up."""
    first = bisect_right(spans, change.start, key=lambda span: span.end)
    return range(first, max(first, bisect_left(spans, change.end, key=lambda span: span.start)))


def _company(text: str, spans: Sequence[Span], places: range) -> str | None:
    """The changed words with the word they go with, None where one of them is a little word or a figure."""
    changed = [spans[place].of(text) for place in places]
    if any(is_function_word(word) or not word[0].isalpha() for word in changed):
        return None
    first, last = places[0], places[-1]
    for start, end in ((first, last + 1), (first - 1, last)):
        if start < 0 or end >= len(spans):
            continue
        found = text[spans[start].start : spans[end].end]
        beside = spans[end if start == first else start].of(text)
        if not is_function_word(beside) and all(character.isalnum() or character in " -'’" for character in found):
            return found
    return None


def _fit(text: str, spans: Sequence[Span], places: range) -> float:
    """How frequent the pairs of words are that the changed words make among themselves and with their neighbours."""
    window = [span.of(text) for span in spans[max(0, places[0] - 1) : places[-1] + 2]]
    pairs = [bigram(first, second) for first, second in pairwise(window)]
    return sum(pairs) / len(pairs) * 2 if pairs else 0.0
