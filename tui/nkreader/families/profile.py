"""What of an article's text can show kinship: its running words without residue, and how much each of them tells."""

from __future__ import annotations

import hashlib
import re
import zlib
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from nkreader.lexicon.frequency import zipf
from nkreader.lexicon.inflection import lemma
from nkreader.model import Article
from nkreader.text.words import folded, words

# A word tells as much as it is rare: this less its Zipf value, nothing below the floor. Function words (Zipf 6 and
# above) say nothing about kinship; an unknown word counts as one of Zipf 1.5, or misspellings would outweigh names.
COMMON = 6.0
UNKNOWN = 1.5
TELLING = 0.5

# Rosters and result tables are the same facts in every report of an event, whoever wrote it. A run of words of which
# so many begin with a capital or a figure is one, and is left out unless it is most of the article. Halves the number
# of unrelated reports taken for copies, at the same share of copies found.
ROSTER_WINDOW = 12
ROSTER_CAPITALS = 0.7
ROSTER_MOST = 0.7

# Only so much of a text is read for kinship: no news article is longer, and a database dump must not stop the rest.
LONGEST = 1_500_000

_OPENS = re.compile(r"[.!?\n:\"“]")
_CACHED_PROFILES = 1024
# Every word's weight, by its number: a function of the word alone, worked out when it is first met.
_WEIGHTS: dict[int, float] = {}
_MASK = (1 << 64) - 1


@dataclass(frozen=True)
class Profile:
    """An article's running words in their base forms, as numbers, with the weights of those that tell something."""

    words: array[int]
    """One number per word of running text, in order."""
    numbers: frozenset[int]
    """Words with a digit."""
    names: frozenset[int]
    """Words with a capital where no sentence, line or quotation begins: mostly parts of names."""
    digest: bytes
    """Of all words as they are written, rosters too: equal for texts that differ in layout and residue only."""

    @cached_property
    def telling(self) -> dict[int, float]:
        """Word -> weight, for words that are not too common to tell anything."""
        return {word: weight for word in set(self.words) if (weight := _WEIGHTS[word])}

    @cached_property
    def total(self) -> float:
        """The weights added up: what a perfect copy would share."""
        return sum(self.telling.values())

    @cached_property
    def triples(self) -> dict[int, float]:
        """Three words in a row -> their weights added up, where they tell something."""
        return dict(telling_triples(self.words, self.telling))

    @cached_property
    def triples_total(self) -> float:
        """The weights of the triples added up."""
        return sum(self.triples.values())

    @cached_property
    def vocabulary(self) -> frozenset[int]:
        """Every word once."""
        return frozenset(self.words)

    def anew(self) -> Profile:
        """The same profile without what has been worked out from it, so that thousands can be held at once."""
        return Profile(self.words, self.numbers, self.names, self.digest)

    @cached_property
    def places(self) -> dict[int, list[int]]:
        """Telling word -> where it stands, counted in words."""
        found: dict[int, list[int]] = {}
        for place, word in enumerate(self.words):
            if word in self.telling:
                found.setdefault(word, []).append(place)
        return found


@lru_cache(maxsize=1 << 17)
def _known(word: str) -> tuple[int, bool]:
    """A folded word's number (the same in every process), and whether it holds a digit; its weight is kept aside."""
    base = lemma(word) if word[0].isalpha() else word
    weight = COMMON - max(zipf(base), UNKNOWN)
    code = zlib.crc32(base.encode("utf-8", "surrogatepass"))
    _WEIGHTS[code] = weight if weight > TELLING else 0.0
    return code, any(character.isdigit() for character in word)


@lru_cache(maxsize=_CACHED_PROFILES)
def profile_of(article: Article) -> Profile:
    """The article's profile. The latest are kept, since an article is asked about once per pair."""
    return read_profile(article)


def read_profile(article: Article) -> Profile:
    """The article's profile, read afresh."""
    text = article.text[:LONGEST]
    spans = []
    place = 0
    for start, end in [*((span.start, span.end) for span in article.boilerplate), (len(text), len(text))]:
        spans += words(text, place, min(start, len(text)))
        place = end
    found = [folded(text[start:end]) for start, end in spans]
    roster = _roster([text[start].isupper() or text[start].isdigit() for start, _ in spans])
    codes = array("I")
    numbers = set()
    names = set()
    ends = [0, *(end for _, end in spans)]
    for (start, _), before, word, listed in zip(spans, ends, found, roster, strict=False):
        if listed:
            continue
        code, figure = _known(word)
        codes.append(code)
        if figure:
            numbers.add(code)
        elif text[start].isupper() and before and not _OPENS.search(text, before, start):
            names.add(code)
    return Profile(codes, frozenset(numbers), frozenset(names), _digest(found))


def weights_of(profiles: Iterable[Profile]) -> dict[int, float]:
    """The weights of all the profiles' words, for a process that has not met them."""
    codes = set[int]().union(*(profile.words for profile in profiles))
    return {code: _WEIGHTS[code] for code in codes}


def learn_weights(weights: dict[int, float]) -> None:
    """Take over the weights of words that another process met."""
    _WEIGHTS.update(weights)


def telling_triples(codes: Sequence[int], telling: dict[int, float]) -> list[tuple[int, float]]:
    """Every three words in a row that tell something: their number and their weights added up."""
    weights = [telling.get(code, 0.0) for code in codes]
    return [
        ((a * 0x9E3779B1 ^ b * 0x85EBCA77 ^ c * 0xC2B2AE3D) & _MASK, u + v + w)
        for a, b, c, u, v, w in zip(codes, codes[1:], codes[2:], weights, weights[1:], weights[2:], strict=False)
        if u or v or w
    ]


def _digest(found: Sequence[str]) -> bytes:
    return hashlib.blake2b("\n".join(found).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _roster(capital: Sequence[bool]) -> list[bool]:
    """Which words stand in a roster or table; none where that would be most of the text."""
    listed = [False] * len(capital)
    capitals = sum(capital[:ROSTER_WINDOW])
    for start in range(len(capital) - ROSTER_WINDOW + 1):
        if capitals >= ROSTER_CAPITALS * ROSTER_WINDOW:
            listed[start : start + ROSTER_WINDOW] = [True] * ROSTER_WINDOW
        if start + ROSTER_WINDOW < len(capital):
            capitals += capital[start + ROSTER_WINDOW] - capital[start]
    return [False] * len(capital) if sum(listed) > ROSTER_MOST * len(listed) else listed
