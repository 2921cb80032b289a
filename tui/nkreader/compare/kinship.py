"""How likely it is that one word answers another: a form of it, a synonym, a like spelling, a like office."""

from __future__ import annotations

from functools import cache, lru_cache

from rapidfuzz.distance import Indel, JaroWinkler

from nkreader.compare.closed_classes import JOINING, OFFICES
from nkreader.lexicon.cues import is_function_word
from nkreader.lexicon.synonyms import relatedness

SPELLING = 0.75
"""Likeness of spelling from which two words may be forms or garblings of one."""
WINKLER = 0.85
"""The same by Jaro and Winkler, who count what words begin with."""
SHORTEST = 4
"""Letters below which likeness of spelling says nothing."""
SAME_OFFICE = 0.35
"""Two function words of one class ("the" and "a", "in" and "at")."""


@cache
def _offices() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, names in enumerate(OFFICES):
        for word in names:
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@lru_cache(maxsize=1 << 17)
def is_content(word: str) -> bool:
    """Whether the word tells of something: no function word, no punctuation."""
    return any(char.isalnum() for char in word) and not is_function_word(word) and word not in _offices()


def is_office(word: str) -> bool:
    """Whether the word belongs to a class of function words, which no word outside of these classes is kin to."""
    return word in _offices()


@lru_cache(maxsize=1 << 17)
def is_lexical(word: str) -> bool:
    """Whether kinship of the word is a matter of `relatedness` and spelling alone: no figure, office or compound."""
    return (word[:1].isalpha() or word[:1] == "'") and "-" not in word and word not in _offices()


@lru_cache(maxsize=1 << 16)
def kinship(a: str, b: str) -> float:
    """0..1: how strongly two folded words suggest each other; 1 for the same word."""
    if a == b:
        return 1.0
    letters_a, letters_b = a[:1].isalnum() or a[:1] == "'", b[:1].isalnum() or b[:1] == "'"
    if not letters_a or not letters_b:
        return 0.3 if letters_a == letters_b else 0.0
    offices = _offices()
    if a in offices or b in offices:
        if a in offices and b in offices:
            return SAME_OFFICE if offices[a] & offices[b] else 0.1
        return 0.0
    return max(_meaning(a, b), _spelling(a, b))


def _meaning(a: str, b: str) -> float:
    best = relatedness(a, b)
    for whole, part in ((a, b), (b, a)):
        if "-" in whole and "-" not in part:
            best = max(best, 0.75 * max(relatedness(piece, part) for piece in whole.split("-") if piece))
    return best


def _spelling(a: str, b: str) -> float:
    if a[0].isdigit() and b[0].isdigit():
        return 0.5
    shorter = min(len(a), len(b))
    if shorter < SHORTEST:
        return 0.0
    likeness = max(Indel.normalized_similarity(a, b), JaroWinkler.normalized_similarity(a, b) - WINKLER + SPELLING)
    return likeness * 0.9 if likeness >= SPELLING else 0.0


def is_grammar(a: str, b: str) -> bool:
    """Whether one folded word for the other is grammar alone: articles, plain prepositions, pronouns, auxiliaries."""
    offices = _offices()
    if a in JOINING or b in JOINING:
        return False
    return a in offices and b in offices and bool(offices[a] & offices[b])
