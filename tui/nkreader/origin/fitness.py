"""Where two versions differ word for word: whose words go together as English puts them."""

from __future__ import annotations

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


def fitting_words(left: Article, right: Article, comparison: Comparison) -> list[Choice]:
    """Where the left's words go together clearly better or worse than those that the right has in their place."""
    found: list[Choice] = []
    for row in comparison.rows:
        if not row.changes or len(row.left) != 1 or len(row.right) != 1:
            continue
        for change in row.changes:
            here, there = words(left.text, *change.left), words(right.text, *change.right)
            if not here or not there or max(len(here), len(there)) > _LONGEST:
                continue
            lead = _fit(left.text, row.left[0], change.left) - _fit(right.text, row.right[0], change.right)
            if abs(lead) >= BETTER:
                own = _company(left.text, row.left[0], change.left)
                other = _company(right.text, row.right[0], change.right)
                found.append(Choice(change.left, lead, (own, other) if own and other else None))
    return found


def _company(text: str, sentence: Span, change: Span) -> str | None:
    """The changed words with the word they go with, None where one of them is a little word or a figure."""
    spans = words(text, sentence.start, sentence.end)
    places = [place for place, span in enumerate(spans) if span.overlaps(change)]
    changed = [spans[place].of(text) for place in places]
    if not changed or any(is_function_word(word) or not word[0].isalpha() for word in changed):
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


def _fit(text: str, sentence: Span, change: Span) -> float:
    """How frequent the pairs of words are that the changed words make among themselves and with their neighbours."""
    spans = words(text, sentence.start, sentence.end)
    places = [place for place, span in enumerate(spans) if span.overlaps(change)]
    if not places:
        return 0.0
    window = spans[max(0, places[0] - 1) : places[-1] + 2]
    pairs = [bigram(first.of(text), second.of(text)) for first, second in pairwise(window)]
    return sum(pairs) / len(pairs) * 2 if pairs else 0.0
