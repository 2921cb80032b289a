"""Set expressions of English: compounds, terms and names that no synonym may enter without breaking them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import compress
from operator import ne
from typing import NamedTuple

from nkreader.lexicon.collocations import set_expressions
from nkreader.lexicon.frequency import bigram
from nkreader.lexicon.inflection import lemma
from nkreader.lexicon.synonyms import relatedness
from nkreader.lexicon.wordnet import lines_of
from nkreader.text.words import folded

OFTEN = 5.6
"""log10 of the web's count from which two words in a row may be called an expression of their own."""
DICTIONARY_NEIGHBOUR = 0.4
LONGEST = 5
"""Words of an expression that is looked for."""


@cache
def _listed() -> frozenset[str]:
    return frozenset(line.decode() for line in lines_of("wordnet-expressions.z")) | set_expressions()


def is_set_expression(words: Sequence[str]) -> bool:
    """Whether these words, in this order, are an expression dictionaries list; plurals and inflected heads count."""
    return len(words) > 1 and _is_set(tuple(map(folded, words)))


@lru_cache(maxsize=1 << 16)
def _is_set(plain: tuple[str, ...]) -> bool:
    listed = _listed()
    if " ".join(plain) in listed:
        return True
    first, last = lemma(plain[0]), lemma(plain[-1])
    return (last != plain[-1] and " ".join((*plain[:-1], last)) in listed) or (
        first != plain[0] and " ".join((first, *plain[1:])) in listed
    )


def breaks_expression(original: Sequence[str], copy: Sequence[str]) -> bool:
    """Whether the original's words are a set expression or name and the copy has dictionary neighbours in its places.

    Both are the same stretch with its context, word for word. "White House" and "White Home" do; "big house" and
    "large home" do not.
    """
    answers = _answers(original, copy)
    return bool(answers.changed) and _is_broken(original, copy, answers)


def broken_sides(ours: Sequence[str], theirs: Sequence[str]) -> tuple[bool, bool]:
    """Whether our stretch breaks an expression of theirs, and theirs one of ours."""
    answers = _answers(ours, theirs)
    if not answers.changed:
        return False, False
    return _is_broken(theirs, ours, answers._replace(plain=answers.plain[::-1])), _is_broken(ours, theirs, answers)


class Answers(NamedTuple):
    """Two stretches, word for word."""

    plain: tuple[tuple[str, ...], ...]
    """The folded words of the first, and of the second."""
    changed: tuple[int, ...]
    """The places of dictionary neighbours, where no other words differ; none where some do."""


def _answers(ours: Sequence[str], theirs: Sequence[str]) -> Answers:
    if len(ours) != len(theirs):
        return Answers((), ())
    first, second = tuple(map(folded, ours)), tuple(map(folded, theirs))
    changed = tuple(compress(range(len(first)), map(ne, first, second)))
    if any(relatedness(ours[place], theirs[place]) < DICTIONARY_NEIGHBOUR for place in changed):
        return Answers((), ())
    return Answers((first, second), changed)


def _is_broken(original: Sequence[str], copy: Sequence[str], answers: Answers) -> bool:
    changed, (plain, other) = answers.changed, answers.plain
    for start, end in _spans(len(plain), changed):
        if _is_set(plain[start:end]):
            return not _is_set(other[start:end])
    if not any(original[place][:1].isupper() for place in changed):
        return False
    return any(
        bigram(original[place], original[place + 1]) >= OFTEN and bigram(copy[place], copy[place + 1]) == 0.0
        for place in range(len(original) - 1)
        if (place in changed or place + 1 in changed) and _is_name(original[place : place + 2])
    )


@lru_cache(maxsize=1 << 10)
def _spans(count: int, changed: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """The stretches of so many words that may be expressions and hold one of the changed places."""
    return tuple(
        (start, end)
        for start in range(count - 1)
        for end in range(start + 2, min(start + LONGEST, count) + 1)
        if any(start <= place < end for place in changed)
    )


def _is_name(words: Sequence[str]) -> bool:
    return all(word[:1].isupper() for word in words)
