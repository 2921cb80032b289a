"""What of an article's text can show kinship: its words without residue, and how much each of them tells."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from nkreader.lexicon.frequency import zipf
from nkreader.model import Article
from nkreader.text.words import folded, words

# A word tells as much as it is rare: this less its Zipf value, nothing below the floor. Function words (Zipf 6 and
# above) say nothing about kinship; an unknown word counts as one of Zipf 1.5, or misspellings would outweigh names.
COMMON = 6.0
UNKNOWN = 1.5
TELLING = 0.5

_CACHED_PROFILES = 4096


@dataclass(frozen=True, slots=True)
class Profile:
    """An article's folded words in order, residue left out, and the weights of those that tell something."""

    words: tuple[str, ...]
    telling: dict[str, float]
    """Word -> weight, for words that are not too common to tell anything."""
    total: float
    """The weights added up: what a perfect copy would share."""
    pairs: frozenset[tuple[str, str]]
    triples: frozenset[tuple[str, str, str]]
    fives: frozenset[tuple[str, ...]]


@lru_cache(maxsize=1 << 18)
def weight_of(word: str) -> float:
    """How much sharing this folded word tells (0 where it tells nothing), from the fixed frequency table alone."""
    weight = COMMON - max(zipf(word), UNKNOWN)
    return weight if weight > TELLING else 0.0


@lru_cache(maxsize=1 << 18)
def word_code(word: str) -> int:
    """A number for a folded word, the same in every process."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def folded_words(article: Article) -> tuple[str, ...]:
    """The article's words as they are compared, residue left out."""
    text = article.text
    place = 0
    found: list[str] = []
    for start, end in [*((span.start, span.end) for span in article.boilerplate), (len(text), len(text))]:
        found += [folded(text[word.start : word.end]) for word in words(text, place, start)]
        place = end
    return tuple(found)


@lru_cache(maxsize=_CACHED_PROFILES)
def profile_of(article: Article) -> Profile:
    """The article's profile; kept for the most recent articles, since each is asked for once per pair."""
    found = folded_words(article)
    telling = {word: weight for word in set(found) if (weight := weight_of(word))}
    return Profile(
        found,
        telling,
        sum(telling.values()),
        frozenset(pairwise(found)),
        frozenset(zip(found, found[1:], found[2:], strict=False)),
        frozenset(zip(found, found[1:], found[2:], found[3:], found[4:], strict=False)),
    )
