"""Where two versions differ word for word: whose words go together as English puts them."""

from __future__ import annotations

from itertools import pairwise

from nkreader.compare.model import Comparison
from nkreader.lexicon.frequency import bigram
from nkreader.model import Article, Span
from nkreader.text.words import words

# A choice of words is better when the pairs it makes with its neighbours are so much more frequent (log10, added up).
BETTER = 1.0
# Longer swaps are rewriting, not substitution.
_LONGEST = 3


def fitting_words(left: Article, right: Article, comparison: Comparison) -> tuple[list[Span], list[Span]]:
    """Where the left's words go together better than those that the right has in their place, and where worse."""
    better: list[Span] = []
    worse: list[Span] = []
    for row in comparison.rows:
        if not row.changes or len(row.left) != 1 or len(row.right) != 1:
            continue
        for change in row.changes:
            here, there = words(left.text, *change.left), words(right.text, *change.right)
            if not here or not there or max(len(here), len(there)) > _LONGEST:
                continue
            lead = _fit(left.text, row.left[0], change.left) - _fit(right.text, row.right[0], change.right)
            if lead >= BETTER:
                better.append(change.left)
            elif lead <= -BETTER:
                worse.append(change.left)
    return better, worse


def _fit(text: str, sentence: Span, change: Span) -> float:
    """How frequent the pairs of words are that the changed words make among themselves and with their neighbours."""
    spans = words(text, sentence.start, sentence.end)
    places = [place for place, span in enumerate(spans) if span.overlaps(change)]
    if not places:
        return 0.0
    window = spans[max(0, places[0] - 1) : places[-1] + 2]
    pairs = [bigram(first.of(text), second.of(text)) for first, second in pairwise(window)]
    return sum(pairs) / len(pairs) * 2 if pairs else 0.0
