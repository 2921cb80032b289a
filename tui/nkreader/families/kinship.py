"""How much of two articles is one text: one figure from shared words and word runs, and nothing but the two."""

from __future__ import annotations

from math import exp, log, sqrt
from typing import Any

from nkreader.families.profile import Profile

# Below this many words a text is a stub: too little of it can be shared to tell a copy from a coincidence.
STUB_WORDS = 20


def kinship(left: Profile, right: Profile) -> float:
    """The likelihood (0..1) that one of the two was made from the other, or both from a third.

    A logistic of what the smaller shares with the larger: telling words, words in pairs, in threes and in fives.
    """
    short, long = sorted((len(left.words), len(right.words)))
    if short < STUB_WORDS or not left.total or not right.total:
        return 1.0 if short and left.words == right.words else 0.0
    shared = sum(left.telling[word] for word in left.telling.keys() & right.telling.keys())
    score = (
        5.3 * sqrt(shared / min(left.total, right.total))
        + 4.4 * sqrt(shared / sqrt(left.total * right.total))
        + 6.1 * sqrt(_containment(left.pairs, right.pairs))
        + 6.9 * sqrt(_containment(left.triples, right.triples))
        + 4.4 * sqrt(_containment(left.fives, right.fives))
        - 7.0 * log(short) / 5
        - 0.55 * log(long / short)
        - 3.9
    )
    return 1.0 / (1.0 + exp(-score))


def _containment(left: frozenset[Any], right: frozenset[Any]) -> float:
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0
