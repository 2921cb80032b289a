"""What spinners make of set expressions, before the library's own copies have told: "White House" as "White Home".

A guess from the tables alone: a word of an expression that English has is put as crude spinners put it, where English
does not have the outcome. What of that stands in the articles is found; the rest costs nothing.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise, product

from nkreader.lexicon.expressions import is_set_expression
from nkreader.lexicon.frequency import bigram, run_count
from nkreader.lexicon.inflection import lemma
from nkreader.lexicon.spinner import substitutes

Words = tuple[str, ...]

LONGEST = 4
"""Words of an expression that is looked at."""

BY_CHANCE = 3.7
"""log10 of how often 10^12 words have a wording; one that has none of the expression's words and is this frequent is
taken to be another thing: "cash offer" (4.5) is no money supply, "chilly struggle" (2.7) is a cold war."""

MOST = 24
"""Wordings of one expression."""


@lru_cache(maxsize=512)
def broken_wordings(expression: Words) -> tuple[Words, ...]:
    """The wordings that a spinner may have put for a set expression; none for anything else."""
    if not 2 <= len(expression) <= LONGEST or not is_set_expression(expression):
        return ()
    ways = [[(word,), *_substitutes(word)] for word in expression]
    found: dict[Words, int] = {}
    for choice in product(*ways):
        changed = sum(put != (word,) for put, word in zip(choice, expression, strict=True))
        wording = tuple(word for put in choice for word in put)
        by_chance = changed == len(expression) and run_count(wording) > BY_CHANCE
        if changed and wording not in found and not by_chance and not _is_english(wording):
            found[wording] = changed
    return tuple(sorted(found, key=lambda wording: found[wording]))[:MOST]


def _substitutes(word: str) -> list[Words]:
    """What stands for a word; for a plural, plurals."""
    put = list(substitutes().get((word,), ()))
    if not put and word.endswith("s") and (base := lemma(word)) != word:
        put = [(*other[:-1], other[-1] + "s") for other in substitutes().get((base,), ())]
    return put


def _is_english(wording: Words) -> bool:
    return is_set_expression(wording) or all(bigram(first, second) > 0 for first, second in pairwise(wording))
