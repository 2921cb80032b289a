"""How near two words are in meaning: WordNet's synonyms and neighbours, and what synonym spinners put for what."""

from __future__ import annotations

from functools import lru_cache

from nkreader.lexicon import spinner
from nkreader.lexicon.inflection import lemmas, same_lemma
from nkreader.lexicon.wordnet import senses, synset
from nkreader.text.words import folded

SYNONYM, SPINNER, RARE_SYNONYM, NEAR, DERIVED, SISTER = 0.9, 0.8, 0.75, 0.6, 0.55, 0.45
USUAL_SENSES = 4
"""A sense beyond the fourth is one a reader rarely thinks of."""


@lru_cache(maxsize=1 << 17)
def relatedness(a: str, b: str) -> float:
    """0..1: 1 forms of one word, .75 and above synonyms, .45 to .6 neighbours, 0 where no relation is known."""
    if same_lemma(a, b):
        return 1.0
    best = max(_related(x, y) for x in lemmas(a) for y in lemmas(b))
    if best < SPINNER and _spun(a, b):
        return SPINNER
    return best


def _spun(a: str, b: str) -> bool:
    """Whether a spinner is known to put one for the other, as they stand or in their base forms."""
    pairs = spinner.pairs()
    ours, theirs = {folded(a), *lemmas(a)}, {folded(b), *lemmas(b)}
    return any((x, y) in pairs or (y, x) in pairs for x in ours for y in theirs)


def _related(a: str, b: str) -> float:
    ours, theirs = senses(a), senses(b)
    if not ours or not theirs:
        return 0.0
    shared = set(ours) & set(theirs)
    if shared:
        usual = any(ours.index(number) < USUAL_SENSES and theirs.index(number) < USUAL_SENSES for number in shared)
        return SYNONYM if usual else RARE_SYNONYM
    best = 0.0
    near_ours = {near for number in ours for near in synset(number).near}
    near_theirs = {near for number in theirs for near in synset(number).near}
    if near_ours & set(theirs) or near_theirs & set(ours):
        best = NEAR
    elif {d for number in ours for d in synset(number).derived} & set(theirs):
        best = DERIVED
    else:
        first_ours = {near for number in ours[:USUAL_SENSES] for near in synset(number).near}
        first_theirs = {near for number in theirs[:USUAL_SENSES] for near in synset(number).near}
        if first_ours & first_theirs:
            best = SISTER
    return best


@lru_cache(maxsize=1 << 15)
def synonyms(word: str) -> frozenset[str]:
    """Base forms of the other words that share a meaning with this one, in any of its senses."""
    own = lemmas(word)
    return frozenset(other for base in own for number in senses(base) for other in synset(number).words) - set(own)
