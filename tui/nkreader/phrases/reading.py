"""How English an article's wording reads: the measurements behind the spun score, and whether it is English at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import exp

from nkreader.lexicon.cues import is_function_word
from nkreader.lexicon.frequency import UNLISTED_PAIR, is_paired, pair_count, word_count, zipf
from nkreader.model import Article
from nkreader.phrases.choice import ill_chosen
from nkreader.phrases.grammar import breaks
from nkreader.phrases.inferred import tortures
from nkreader.phrases.tokens import Token, tokens
from nkreader.phrases.wording import Misfit, misfits

ENGLISH = 0.2
"""Least share of English function words; news has .35 to .5, telegraphic agency copy .3, other languages under .12."""
SHORT = 130
"""Words added to every article's length, so that one odd word in a note of twenty does not make it spun."""
WORTH_COUNTING, AT_MOST = 1.0, 3.0
"""A misfit counts from one power of ten on, for at most three."""
COMMON = 5.8
"""Mean Zipf value of running English."""
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

    wrecked: float
    """Powers of ten by which stretches are likelier wrecked expressions than English, per 100 words."""
    choice: float
    """Powers of ten by which commoner synonyms would fit better, per 100 words of meaning."""

    @property
    def spun(self) -> float:
        """0..1. See `spun`."""
        habit = max(0.0, self.wording - ORDINARY)
        evidence = habit**3 / (habit**2 + 1.0) + self.wrecked + ODDITY_WEIGHT / (1 + exp(-1.5 * (self.oddity - 4.6)))
        evidence += CHOICE_WEIGHT * self.choice + RARE_CHOICE_WEIGHT * max(0.0, self.choice - RARE_CHOICE)
        return evidence**2 / (evidence**2 + SPUN**2)


ORDINARY = 0.5
"""Weight of misfits that sound English has too: telegrams, phrases the tables lack. A little more counts little."""
ODDITY_WEIGHT = 1.2
"""Odd pairs of words alone never make an article spun: names, verse and telegrams are odd too."""
CHOICE_WEIGHT, RARE_CHOICE_WEIGHT, RARE_CHOICE = 0.04, 0.2, 6.0
"""What ill chosen words add, and what those beyond so many add besides: two clean articles in a hundred have more.

Reuters telegrams whose words were replaced by WordNet's synonyms in any sense, every third one: six in ten are called
spun so, one in fifteen without; of the telegrams as they were one in 250, of 1,000 BBC articles none.
"""
SUSPECT = 1.0
"""Weight of misfits from which wrecked expressions are looked for: one clean article in twenty."""
WRECKED_FROM, WRECKED_SURE, WRECKED_AT_MOST = 1.2, 3.5, 1.0
"""Odds from which a wrecked expression counts and from which more says no more; what all of them together can add."""
SPUN = 1.3
"""Evidence that makes an article spun. Clean news has .4, one article in a hundred .8; what spinners wrote .9 to 6."""


def is_english(words: Sequence[Token]) -> bool:
    """Whether the tables of English apply: by the share of its function words."""
    plain = Counter(token.word for token in words if token.word != "#")
    return bool(plain) and sum(plain[word] for word in plain if is_function_word(word)) >= ENGLISH * plain.total()


def reading(article: Article) -> Reading | None:
    """What was measured of the article; None where it is not English."""
    return _reading(article.text, article)


def spun(article: Article) -> float:
    """How much the article reads as a synonym spinner's work, 0..1: 0.5 and above is spun. 0 for other languages."""
    read = reading(article)
    return read.spun if read else 0.0


@lru_cache(maxsize=32)
def _reading(text: str, article: Article) -> Reading | None:
    words = tuple(tokens(article))
    if not is_english(words):
        return None
    found = tuple(misfits(words))
    wording = _wording(words, found)
    wrecked = _wrecked(words) if wording >= SUSPECT else 0.0
    return Reading(words, found, wording, _oddity(words), wrecked, ill_chosen(words))


def _wording(words: Sequence[Token], found: Sequence[Misfit]) -> float:
    put: Counter[str] = Counter()
    stood: Counter[tuple[str, ...]] = Counter()
    total = 0.0
    for misfit in found:
        word = words[misfit.first].word
        put[word] += 1
        stood[misfit.original] += 1
        # The same word again says less each time: it may be a habit of the author's, or the subject.
        weight = min(max(misfit.gain - WORTH_COUNTING, 0.0), AT_MOST)
        total += weight / max(put[word], stood[misfit.original])
    return 100 * total / (len(words) + SHORT)


def _wrecked(words: Sequence[Token]) -> float:
    best: dict[str, float] = {}
    said: dict[str, float] = {}
    for torture in tortures(words, WRECKED_FROM):
        weight = min(torture.odds, WRECKED_SURE) - WRECKED_FROM
        meant, written = " ".join(torture.expected), words[torture.first].word
        best[meant] = max(weight, best.get(meant, 0.0))
        said[written] = max(weight, said.get(written, 0.0))
    # "Crude" before whatever is one habit, not many wrecked expressions; so is whatever for one expression.
    return min(WRECKED_AT_MOST, 100 * min(sum(best.values()), sum(said.values())) / (len(words) + SHORT))


def _oddity(words: Sequence[Token]) -> float:
    """Mean improbability of a word after the one before it, and the share of pairs English hardly has."""
    weights = [
        weight
        for first, second in pairwise(words)
        if not second.opens and (weight := _pair_oddity(first.word, second.word)) is not None
    ]
    if not weights:
        return 0.0
    broken = 100 * len(breaks(words)) / (len(words) + 30)
    return sum(weights) / len(weights) + 0.25 * broken


@lru_cache(maxsize=1 << 15)
def _pair_oddity(first: str, second: str) -> float | None:
    """How improbable the second word is after the first, with a fine where English hardly has the pair."""
    if first == "#" or second == "#" or not is_paired(first) or not is_paired(second):
        return None
    if zipf(first) < KNOWN or zipf(second) < KNOWN:
        return None
    count = pair_count(first, second)
    return word_count(first) - count + 2 * (count <= UNLISTED_PAIR) + 0.1 * (COMMON - zipf(second))
