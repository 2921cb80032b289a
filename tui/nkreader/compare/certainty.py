"""Whether two wordings differ in what they deny or in how sure they are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from nkreader.compare.closed_classes import (
    ABLE,
    DENYING,
    NEARLY,
    NEGATIVE_PREFIXES,
    SHIFTING,
    SURE,
    UNSURE_BEFORE_TO,
)
from nkreader.compare.differences import Difference
from nkreader.compare.kinship import kinship
from nkreader.compare.passage import Passage, Run
from nkreader.lexicon.cues import is_hedge, is_negation
from nkreader.lexicon.inflection import lemma
from nkreader.mentions.numerals import worded_number
from nkreader.text.words import folded

SYNONYMS = 0.7
"""Kinship from which one word for another leaves what is said as sure as it was."""


def polarity_differs(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one wording denies what the other asserts."""
    return denials_more(left, right) % 2 == 1


def denials_more(left: Sequence[str], right: Sequence[str]) -> int:
    """How many denials the left wording has that the right one has not; negative for the other way round."""
    ours, theirs = [folded(word) for word in left], [folded(word) for word in right]
    return _denials(ours, theirs) - _denials(theirs, ours)


def _denials(words: Sequence[str], others: Sequence[str]) -> int:
    count = 0
    for word in words:
        if _denies(word):
            count += 1
        elif word.startswith(NEGATIVE_PREFIXES):
            count += any(
                word.startswith(prefix) and word.removeprefix(prefix) in others for prefix in NEGATIVE_PREFIXES
            )
    return count


@lru_cache(maxsize=1 << 14)
def _denies(word: str) -> bool:
    return is_negation(word) or lemma(word) in DENYING


def may_deny(key: str) -> bool:
    """Whether a folded word can make the difference between what is asserted and what is denied."""
    return _denies(key) or key.startswith(NEGATIVE_PREFIXES)


def may_hedge(key: str) -> bool:
    """Whether a folded word can make the difference in how sure a wording is."""
    return key in UNSURE_BEFORE_TO or key in NEARLY or is_hedge(key)


def hedge_differs(left: Passage, right: Passage, difference: Difference) -> bool:
    """Whether one wording is less sure than the other."""
    hedges = _hedges(left, difference.left), _hedges(right, difference.right)
    if bool(hedges[0]) == bool(hedges[1]):
        return False
    found, others = hedges[0] or hedges[1], right.keys[slice(*difference.right)]
    if hedges[1]:
        others = left.keys[slice(*difference.left)]
    if not SURE.isdisjoint(others):
        return True
    return any(
        not (hedge in ABLE and any(other in ABLE for other in others))
        and all(kinship(hedge, other) < SYNONYMS for other in others)
        for hedge in found
    )


def _hedges(passage: Passage, run: Run) -> list[str]:
    """The words of a run that hedge, alone or as the heart of a phrase ("is expected to", "about 300")."""
    return [
        key
        for number, key in enumerate(passage.keys[slice(*run)], run[0])
        if (is_hedge(passage.word(number)) and key not in SHIFTING)
        or (key in UNSURE_BEFORE_TO and passage.keys[number + 1 : number + 2] in (("to",), ("as",)))
        or (key in NEARLY and any(map(_is_figure, passage.keys[number + 1 : number + 2])))
    ]


def _is_figure(key: str) -> bool:
    return key[0].isdigit() or worded_number(key) is not None
