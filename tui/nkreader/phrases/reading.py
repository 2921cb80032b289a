"""How English an article's wording reads: the measurements behind the spun score, and whether it is English at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp

from nkreader.lexicon.cues import is_function_word
from nkreader.lexicon.frequency import bigram, is_paired, pair_count, word_count, zipf
from nkreader.model import Article
from nkreader.phrases.grammar import breaks
from nkreader.phrases.tokens import Token, tokens
from nkreader.phrases.wording import Misfit, misfits

ENGLISH = 0.2
"""Least share of English function words; news has .35 to .5, telegraphic agency copy .3, other languages under .12."""
SHORT = 80
"""Words added to every article's length, so that one odd word in a note of twenty does not make it spun."""
WORTH_COUNTING, AT_MOST = 1.0, 3.0
"""A misfit counts from one power of ten on, for at most three."""
REPEATS = 3
"""The same substitution counts thrice, however often it comes: a habit of its author, or his subject."""
KNOWN = 1.5
"""Zipf value below which a word is a name or a misspelling and says nothing about its neighbours."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was measured of one article."""

    tokens: tuple[Token, ...]
    misfits: tuple[Misfit, ...]
    wording: float
    """Powers of ten that a spinner's originals would fit better, per 100 words."""
    oddity: float
    """How improbable its pairs of words are, grammar included: 3.9 in news, spread .35."""

    @property
    def spun(self) -> float:
        """0..1. See `spun`."""
        habit = self.wording**3 / (self.wording**2 + ORDINARY)
        evidence = habit + ODDITY_WEIGHT / (1 + exp(-1.5 * (self.oddity - 4.6)))
        return evidence**2 / (evidence**2 + SPUN**2)


ORDINARY = 6.0
"""Keeps small weights small: sound English has misfits too (a telegram, a phrase the table does not know)."""
SPUN = 1.6
"""Evidence that makes an article spun. Clean news has .3, one article in a hundred .7; what spinners wrote 1 to 5."""
ODDITY_WEIGHT = 1.2
"""Odd pairs of words alone never make an article spun: names, verse and telegrams are odd too."""


def is_english(words: Sequence[Token]) -> bool:
    """Whether the tables of English apply: by the share of its function words."""
    plain = [token.word for token in words if token.word != "#"]
    return bool(plain) and sum(map(is_function_word, plain)) >= ENGLISH * len(plain)


def reading(article: Article) -> Reading | None:
    """What was measured of the article; None where it is not English."""
    return _reading(article.text, article)


@lru_cache(maxsize=256)
def _reading(text: str, article: Article) -> Reading | None:
    words = tuple(tokens(article))
    if not is_english(words):
        return None
    found = tuple(misfits(words))
    return Reading(words, found, _wording(words, found), _oddity(words))


def _wording(words: Sequence[Token], found: Sequence[Misfit]) -> float:
    seen: Counter[tuple[tuple[str, ...], str]] = Counter()
    total = 0.0
    for misfit in found:
        key = (misfit.original, words[misfit.first].word)
        seen[key] += 1
        if seen[key] <= REPEATS:
            total += min(max(misfit.gain - WORTH_COUNTING, 0.0), AT_MOST)
    return 100 * total / (len(words) + SHORT)


def _oddity(words: Sequence[Token]) -> float:
    """Mean improbability of a word after the one before it, and the share of pairs English hardly has."""
    pairs = unlisted = 0
    improbable = 0.0
    for place in range(1, len(words)):
        first, second = words[place - 1].word, words[place].word
        if words[place].opens or first == "#" or second == "#" or zipf(first) < KNOWN or zipf(second) < KNOWN:
            continue
        if not is_paired(first) or not is_paired(second):
            continue
        pairs += 1
        unlisted += bigram(first, second) == 0.0
        improbable += word_count(first) - pair_count(first, second)
    if not pairs:
        return 0.0
    broken = 100 * len(breaks(words)) / (len(words) + 30)
    return (improbable + 2 * unlisted) / pairs + 0.25 * broken
