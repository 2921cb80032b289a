"""What each word of a sentence gains by answering each word of another: kinship in the figures of an alignment."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Indel, JaroWinkler
from rapidfuzz.process import extract

from nkreader.compare.kinship import SHORTEST, SPELLING, WINKLER, is_content, is_lexical, is_office, kinship
from nkreader.lexicon.cues import is_negation
from nkreader.lexicon.synonyms import Trace, traces

CONTENT, FUNCTION = 5.0, 1.2
"""Gains of the same content word and the same function word: far enough apart that "the" never pulls a noun along."""
DENIAL = 2.5
"""Gain of the same word of denial: "not" is no filler, and answers "not" on the other side of a verb too."""
KIN = 0.4
"""Kinship from which two words suggest each other."""
KIN_GAIN, KIN_COST = 4.0, 0.9
"""Gain of kin: so much for each point of kinship, less a fixed cost."""
OFFICE_COST = 0.3
ROUNDING = 0.001
UNLIKE, UNEQUAL = -0.05, -0.9
"""Gains of two content words without kinship, and of a content word and a function word."""


class Others(NamedTuple):
    """The words of the other sentence, each once."""

    words: list[str]
    long: list[str]
    """Lexical ones whose spelling tells something."""
    special: list[str]
    """Figures, compounds, signs, function words: weighed one by one."""
    unlike: dict[str, float]
    """The gains of a content word that has nothing to do with any of them."""
    by_trace: dict[Trace, list[str]]


def gains_of(left: Sequence[str], right: Sequence[str]) -> list[list[float]]:
    """For each folded word on the left, its gain with each on the right.

    Most words of two sentences have nothing to do with each other. Those that may have are found by what related
    words have in common, and by their spelling; only these are weighed.
    """
    words = list(dict.fromkeys(right))
    lexical = [word for word in words if is_lexical(word)]
    by_trace: dict[Trace, list[str]] = {}
    for word in lexical:
        for trace in traces(word):
            by_trace.setdefault(trace, []).append(word)
    others = Others(
        words,
        [word for word in lexical if len(word) >= SHORTEST],
        [word for word in words if not is_lexical(word) and not is_office(word)],
        {word: UNLIKE if is_content(word) else UNEQUAL for word in words},
        by_trace,
    )
    rows = {word: _row(word, others) for word in dict.fromkeys(left)}
    return [list(map(rows[word].__getitem__, right)) for word in left]


def _row(word: str, others: Others) -> dict[str, float]:
    if not is_lexical(word):
        office = is_office(word)
        return {other: UNEQUAL if office and is_lexical(other) else gain(word, other) for other in others.words}
    row = dict(others.unlike) if is_content(word) else dict.fromkeys(others.words, UNEQUAL)
    near = set(others.special)
    for trace in traces(word) & others.by_trace.keys():
        near.update(others.by_trace[trace])
    near.update(_spelled_alike(word, others.long))
    for other in near:
        row[other] = gain(word, other)
    return row


def _spelled_alike(word: str, others: Sequence[str]) -> list[str]:
    """The others whose spelling may make them kin."""
    if len(word) < SHORTEST:
        return []
    alike = extract(word, others, scorer=Indel.normalized_similarity, score_cutoff=SPELLING, limit=None)
    # What lies on the bound must not be lost by rounding; what lies below it is weighed for nothing.
    least = WINKLER - ROUNDING
    alike += extract(word, others, scorer=JaroWinkler.normalized_similarity, score_cutoff=least, limit=None)
    return [found for found, _, _ in alike]


@lru_cache(maxsize=1 << 16)
def gain(a: str, b: str) -> float:
    """What it is worth that one folded word answers the other."""
    likeness = kinship(a, b)
    if likeness == 1.0:
        return CONTENT if is_content(a) else DENIAL if is_negation(a) else FUNCTION
    if likeness >= KIN:
        return KIN_GAIN * likeness - KIN_COST
    if likeness > 0.0:
        return likeness - OFFICE_COST
    return UNLIKE if is_content(a) and is_content(b) else UNEQUAL
