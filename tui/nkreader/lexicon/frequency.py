"""How often English has a word (wordfreq) and two words in a row (the web's 242,000 most frequent pairs)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from nkreader.lexicon.hashed import HashedTable
from nkreader.text.words import folded


@cache
def _unigrams() -> HashedTable:
    return HashedTable("unigrams.bin")


@cache
def _bigrams() -> HashedTable:
    return HashedTable("bigrams.bin")


@cache
def _unpaired() -> HashedTable:
    return HashedTable("unpaired.bin")


@lru_cache(maxsize=1 << 17)
def zipf(word: str) -> float:
    """log10 of the word's occurrences in 10^9 words of English, case aside; 0.0 for an unknown word.

    7.7 is "the", 5 a common noun, 3 rare; names and foreign words that English texts use are listed too. The possessive
    counts as its word.
    """
    key = folded(word)
    if key.endswith(("'s", "s'")):
        key = key.removesuffix("'s").removesuffix("'")
    return _unigrams().get(key)


@lru_cache(maxsize=1 << 16)
def bigram(first: str, second: str) -> float:
    """log10 of how often the web of 2006 had these two words in a row, case aside; 0.0 for an unlisted pair.

    Listed pairs begin at 5.0; a pair missing here may still be sound English.
    """
    return _bigrams().get(f"{folded(first)} {folded(second)}")


UNLISTED_PAIR = 4.7
"""A pair that is not listed had fewer than 10^5 occurrences; half of that is the most it is taken to have had."""
ATTRACTION = 0.5
"""Words that stand side by side do so about three times as often as chance would have it."""
UNKNOWN_WORD = 1.0
"""The Zipf value of a word no list has: a name, a misspelling."""
TRILLION = 3.0
"""log10 of the web table's words (10^12) to those Zipf values count by (10^9)."""


@lru_cache(maxsize=1 << 16)
def pair_count(first: str, second: str) -> float:
    """log10 of how often 10^12 words have the two in a row: as listed, else guessed from how often they have either.

    Words are given in small letters; a figure is "#".
    """
    listed = _bigrams().get(f"{first} {second}")
    if listed:
        return listed
    if first == "#" or second == "#":
        return DATE_PAIR if first in _MONTHS or second in _MONTHS else FIGURE_PAIR
    guess = max(0.0, zipf(first) + zipf(second) + TRILLION - 9 + ATTRACTION)
    return min(UNLISTED_PAIR, guess) if is_paired(first) and is_paired(second) else guess


FIGURE_PAIR, DATE_PAIR = 4.0, 6.5
"""A word beside a figure: the table has no figures, so every word but a month is taken to stand beside one as often."""
_MONTHS = frozenset(["january", "february", "march", "april", "may", "june", "july", "august"]) | frozenset(
    ["september", "october", "november", "december"]
)


@lru_cache(maxsize=1 << 17)
def is_paired(word: str) -> bool:
    """Whether the list of pairs knows the word (in small letters), so that a pair it does not list is a rare one."""
    return "'" not in word and not _unpaired().get(word)


@lru_cache(maxsize=1 << 17)
def word_count(word: str) -> float:
    """log10 of how often 10^12 words have this one; a rare word's floor for one no list has."""
    return max(zipf(word), UNKNOWN_WORD) + TRILLION


def run_count(words: Sequence[str]) -> float:
    """log10 of how often 10^12 words have these in a row, by their pairs; small letters, a figure is "#"."""
    total = 0.0
    for place in range(len(words) - 1):
        total += pair_count(words[place], words[place + 1])
        if place:
            total -= word_count(words[place])
    return total
