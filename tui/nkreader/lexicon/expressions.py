"""Set expressions of English: compounds, terms and names that no synonym may enter without breaking them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from nkreader.lexicon.collocations import set_expressions
from nkreader.lexicon.frequency import bigram
from nkreader.lexicon.inflection import lemma
from nkreader.lexicon.synonyms import relatedness
from nkreader.lexicon.wordnet import lines_of
from nkreader.text.words import folded

OFTEN = 5.6
"""log10 of the web's count from which two words in a row may be called an expression of their own."""
DICTIONARY_NEIGHBOUR = 0.4


@cache
def _listed() -> frozenset[str]:
    return frozenset(line.decode() for line in lines_of("wordnet-expressions.z")) | set_expressions()


@lru_cache(maxsize=1 << 15)
def _is_listed(text: str) -> bool:
    return text in _listed()


def is_set_expression(words: Sequence[str]) -> bool:
    """Whether these words, in this order, are an expression dictionaries list; plurals and inflected heads count."""
    return len(words) > 1 and _is_set(tuple(map(folded, words)))


@lru_cache(maxsize=1 << 16)
def _is_set(plain: tuple[str, ...]) -> bool:
    return (
        _is_listed(" ".join(plain))
        or _is_listed(" ".join([*plain[:-1], lemma(plain[-1])]))
        or _is_listed(" ".join([lemma(plain[0]), *plain[1:]]))
    )


def breaks_expression(original: Sequence[str], copy: Sequence[str]) -> bool:
    """Whether the original's words are a set expression or name and the copy has dictionary neighbours in its places.

    Both are the same stretch with its context, word for word. "White House" and "White Home" do; "big house" and
    "large home" do not.
    """
    if len(original) != len(copy) or not original:
        return False
    changed = [
        place for place, (ours, theirs) in enumerate(zip(original, copy, strict=True)) if folded(ours) != folded(theirs)
    ]
    if not changed or any(relatedness(original[place], copy[place]) < DICTIONARY_NEIGHBOUR for place in changed):
        return False
    for start in range(len(original) - 1):
        for end in range(start + 2, min(start + 5, len(original)) + 1):
            if any(start <= place < end for place in changed) and is_set_expression(original[start:end]):
                return not is_set_expression(copy[start:end])
    return any(
        bigram(original[place], original[place + 1]) >= OFTEN and bigram(copy[place], copy[place + 1]) == 0.0
        for place in range(len(original) - 1)
        if (place in changed or place + 1 in changed) and _is_name(original[place : place + 2])
    )


def _is_name(words: Sequence[str]) -> bool:
    return all(word[:1].isupper() for word in words)
