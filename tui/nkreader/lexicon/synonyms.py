"""How near two words are in meaning: WordNet's synonyms and neighbours, and what synonym spinners put for what."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from nkreader.lexicon import spinner
from nkreader.lexicon.inflection import bare, lemmas, same_lemma
from nkreader.lexicon.wordnet import senses, synset
from nkreader.text.words import folded

SYNONYM, SPINNER, RARE_SYNONYM, NEAR, DERIVED, SISTER = 0.9, 0.8, 0.75, 0.6, 0.55, 0.45
USUAL_SENSES = 4
"""A sense beyond the fourth is one a reader rarely thinks of."""


@lru_cache(maxsize=1 << 15)
def relatedness(a: str, b: str) -> float:
    """0..1: 1 forms of one word, .75 and above synonyms, .45 to .6 neighbours, 0 where no relation is known."""
    if same_lemma(a, b):
        return 1.0
    best = 0.0
    others = _meanings(b)
    for ours in _meanings(a):
        for theirs in others:
            best = max(best, _related(ours, theirs))
    if best < SPINNER and _spun(a, b):
        return SPINNER
    return best


@lru_cache(maxsize=1 << 15)
def _forms(word: str) -> frozenset[str]:
    """The word as it stands and in its base forms."""
    return frozenset({folded(word), *lemmas(word)})


def _spun(a: str, b: str) -> bool:
    """Whether a spinner is known to put one for the other, as they stand or in their base forms."""
    pairs = spinner.pairs()
    theirs = _forms(b)
    for x in _forms(a):
        for y in theirs:
            if (x, y) in pairs or (y, x) in pairs:
                return True
    return False


@cache
def _spinner_pairs() -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for pair in spinner.pairs():
        for word in pair:
            found.setdefault(word, []).append(pair)
    return {word: tuple(pairs) for word, pairs in found.items()}


Trace = str | int | tuple[str, str]


@lru_cache(maxsize=1 << 14)
def traces(word: str) -> frozenset[Trace]:
    """What a word and any word related to it have at least one in common of: forms, meanings near it, substitutions.

    Words without a common trace have a relatedness of 0; so those of two sentences that may have any are soon found.
    """
    found: set[Trace] = {bare(word), *lemmas(word)}
    for meanings in _meanings(word):
        found.update(meanings.senses, meanings.near, meanings.near_usual, meanings.derived)
    pairs = _spinner_pairs()
    for form in _forms(word):
        found.update(pairs.get(form, ()))
    return frozenset(found)


class _Meanings(NamedTuple):
    """The meanings of a base form, by number, and those that stand near them."""

    senses: frozenset[int]
    usual: frozenset[int]
    near: frozenset[int]
    near_usual: frozenset[int]
    derived: frozenset[int]


@lru_cache(maxsize=1 << 15)
def _meanings(word: str) -> tuple[_Meanings, ...]:
    """The meanings of each base form that WordNet knows of the word."""
    found = []
    for base in lemmas(word):
        numbers = senses(base)
        if numbers:
            usual = numbers[:USUAL_SENSES]
            found.append(
                _Meanings(
                    frozenset(numbers),
                    frozenset(usual),
                    frozenset(near for number in numbers for near in synset(number).near),
                    frozenset(near for number in usual for near in synset(number).near),
                    frozenset(derived for number in numbers for derived in synset(number).derived),
                )
            )
    return tuple(found)


def _related(ours: _Meanings, theirs: _Meanings) -> float:
    if not ours.senses.isdisjoint(theirs.senses):
        return RARE_SYNONYM if ours.usual.isdisjoint(theirs.usual) else SYNONYM
    if not ours.near.isdisjoint(theirs.senses) or not theirs.near.isdisjoint(ours.senses):
        return NEAR
    if not ours.derived.isdisjoint(theirs.senses):
        return DERIVED
    return 0.0 if ours.near_usual.isdisjoint(theirs.near_usual) else SISTER


@lru_cache(maxsize=1 << 15)
def synonyms(word: str) -> frozenset[str]:
    """Base forms of the other words that share a meaning with this one, in any of its senses."""
    own = lemmas(word)
    return frozenset(other for base in own for number in senses(base) for other in synset(number).words) - set(own)
