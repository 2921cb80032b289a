"""How often English has a word (wordfreq) and two words in a row (the web's 242,000 most frequent pairs)."""

from __future__ import annotations

from functools import cache, lru_cache

from nkreader.lexicon.hashed import HashedTable
from nkreader.text.words import folded


@cache
def _unigrams() -> HashedTable:
    return HashedTable("unigrams.bin")


@cache
def _bigrams() -> HashedTable:
    return HashedTable("bigrams.bin")


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


@lru_cache(maxsize=1 << 18)
def bigram(first: str, second: str) -> float:
    """log10 of how often the web of 2006 had these two words in a row, case aside; 0.0 for an unlisted pair.

    Listed pairs begin at 5.0; a pair missing here may still be sound English.
    """
    return _bigrams().get(f"{folded(first)} {folded(second)}")
