"""Whether two wordings differ in what they deny or in how sure they are."""

from __future__ import annotations

from collections.abc import Sequence

from nkreader.compare.kinship import kinship
from nkreader.lexicon.cues import is_hedge, is_negation
from nkreader.lexicon.inflection import lemma
from nkreader.text.words import folded

PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non-", "non")
DENYING = frozenset({"fail", "refuse", "lack", "unable", "deny", "reject", "impossible", "never", "cease"})
"""Verbs and adjectives that deny what they govern."""
UNSURE_ONLY_BY_TENSE = frozenset({"would", "should"})
"""Hedges to a reader of claims, but between versions mostly a shift of tense."""
ABLE = frozenset({"can", "could", "may", "might"})
SYNONYMS = 0.7
"""Kinship from which one word for another leaves what is said as sure as it was."""


def polarity_differs(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one wording denies what the other asserts."""
    ours, theirs = [folded(word) for word in left], [folded(word) for word in right]
    return (_denials(ours, theirs) - _denials(theirs, ours)) % 2 == 1


def _denials(words: Sequence[str], others: Sequence[str]) -> int:
    count = 0
    for word in words:
        if is_negation(word) or lemma(word) in DENYING:
            count += 1
        else:
            count += any(word.startswith(prefix) and word.removeprefix(prefix) in others for prefix in PREFIXES)
    return count


def hedge_differs(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one wording is less sure than the other."""
    ours, theirs = _hedges(left), _hedges(right)
    if bool(ours) == bool(theirs):
        return False
    hedges, others = (ours, right) if ours else (theirs, left)
    for hedge in hedges:
        plain = folded(hedge)
        if plain in ABLE and any(folded(other) in ABLE for other in others):
            continue
        if all(kinship(plain, folded(other)) < SYNONYMS for other in others):
            return True
    return False


def _hedges(words: Sequence[str]) -> list[str]:
    return [word for word in words if is_hedge(word) and folded(word) not in UNSURE_ONLY_BY_TENSE]
