"""Whether two wordings differ in what they deny or in how sure they are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from nkreader.compare.closed_classes import (
    ABLE,
    DENYING,
    DENYING_BEFORE_TO,
    LIKELY,
    NARROWLY,
    NEARLY,
    NEGATIVE_PREFIXES,
    NOT_BUT_MORE,
    OF_PLACE,
    SCARCELY,
    SHIFTING,
    SURE,
    UNLIKELY,
    UNSURE_BEFORE_TO,
)
from nkreader.compare.differences import Difference
from nkreader.compare.kinship import kinship
from nkreader.compare.passage import Passage, Run
from nkreader.lexicon.cues import is_function_word, is_hedge, is_negation
from nkreader.lexicon.inflection import lemma
from nkreader.lexicon.wordnet import parts_of_speech
from nkreader.mentions.numerals import worded_number

SYNONYMS = 0.7
"""Kinship from which one word for another leaves what is said as sure as it was."""


_BASES = frozenset({"be", "have", "do", "not"})
"""Function words that an infinitive begins with."""


def polarity_differs(left: Passage, right: Passage, difference: Difference) -> bool:
    """Whether one wording denies what the other asserts."""
    ours, theirs = _words_of(left, difference.left), _words_of(right, difference.right)
    return (_denials(ours, theirs) - _denials(theirs, ours)) % 2 == 1


def denials_in(passage: Passage, run: Run) -> int:
    """How many words of a run deny something, adjectives with a negative prefix included."""
    words = _words_of(passage, run)
    return _denials(words, ()) + sum(_is_negative_form(word) for word, _ in words)


def _words_of(passage: Passage, run: Run) -> list[tuple[str, str]]:
    """The folded words of a run, each with the one that follows it."""
    keys = (*passage.keys[run[0] : run[1] + 1], "")
    return [(keys[number], keys[number + 1]) for number in range(run[1] - run[0])]


def _denials(words: Sequence[tuple[str, str]], others: Sequence[tuple[str, str]]) -> int:
    count = 0
    answers = [word for word, _ in others]
    followers = [word for word, _ in words[1:]]
    for number, (word, after) in enumerate(words):
        if word in NARROWLY:
            count += SCARCELY.isdisjoint(answers) and word in SCARCELY
        elif word in UNLIKELY:
            count += any(_denies(other) or other in LIKELY for other in answers)
        elif _denies(word):
            # "Not only" put in as a whole adds to what is said; so does "not until".
            adds = number < len(followers) and after in NOT_BUT_MORE and word == "not"
            count += not adds and (after == "to" or lemma(word) not in DENYING_BEFORE_TO)
        elif word.startswith(NEGATIVE_PREFIXES):
            count += any(
                word.startswith(prefix) and word.removeprefix(prefix) in answers for prefix in NEGATIVE_PREFIXES
            )
    return count


@lru_cache(maxsize=1 << 14)
def _is_negative_form(word: str) -> bool:
    """Whether the word is an adjective or adverb that a prefix turned into its opposite ("unacceptable")."""
    if _denies(word) or not parts_of_speech(word) & {"a", "r"}:
        return False
    return any(
        word.startswith(prefix) and parts_of_speech(word.removeprefix(prefix)) & {"a", "r"}
        for prefix in NEGATIVE_PREFIXES
    )


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
    hedges = hedges_in(left, difference.left), hedges_in(right, difference.right)
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


def hedges_in(passage: Passage, run: Run) -> list[str]:
    """The words of a run that hedge, alone or as the heart of a phrase ("is expected to", "about 300")."""
    return [passage.keys[number] for number in range(*run) if _hedges(passage, number)]


def _hedges(passage: Passage, number: int) -> bool:
    key = passage.keys[number]
    after = (*passage.keys[number + 1 : number + 3], "", "")
    if key in UNSURE_BEFORE_TO:
        # "Reported to the police" names who was told.
        return after[0] == "as" or (after[0] == "to" and not (is_function_word(after[1]) and after[1] not in _BASES))
    if key in NEARLY:
        return bool(after[0]) and _is_figure(after[0])
    if not is_hedge(passage.word(number)) or key in SHIFTING:
        return False
    if key.startswith("appear"):
        return after[0] not in OF_PLACE
    # "Your potential" is no possibility of anything.
    return key != "potential" or (bool(after[0]) and not is_function_word(after[0]))


def _is_figure(key: str) -> bool:
    return key[0].isdigit() or worded_number(key) is not None
