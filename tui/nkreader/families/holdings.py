"""What many articles' profiles hold, as arrays: words, triples, figures, names, and what an index asks of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nkreader.families.kinship import STUB_WORDS
from nkreader.families.profile import STEPS, TRIPLE_FACTORS, Profile

Numbers = NDArray[Any]

# What goes into the index: words this rare, and word triples that tell this much. Names, figures and rare words, which
# rewriters leave alone, carry the paraphrases; triples carry the rest.
RARE = 2.0
TELLING_TRIPLE = 2.5

# A feature is a hash whose low bits tell what it is and weighs: 1 to 15 a word in halves, 16 to 31 a triple. Weights
# of words and triples are added up in one number, the triples' above this bit.
SHIFT = 32
BITS = 5
WEIGHTS = (1 << BITS) - 1
WEIGHT_OF = np.array([*range(16), *((weight << SHIFT) for weight in range(16))], dtype=np.int64)
WORD_SUM = (1 << SHIFT) - 1

# Profiles turned into arrays in one go: what is needed on the way takes ten times their room.
AT_ONCE = 2048


class Rows(NamedTuple):
    """Lists of numbers, one of each article, in one array."""

    begin: Numbers
    """Where each article's begins, and the end of the last."""
    values: Numbers

    def of(self, place: int) -> Numbers:
        """One article's."""
        return self.values[self.begin[place] : self.begin[place + 1]]

    def only(self, wanted: Numbers) -> Rows:
        """The same with nothing in the lists of articles that are not wanted."""
        counts = np.diff(self.begin)
        return rows_of(np.where(wanted, counts, 0), self.values[np.repeat(wanted, counts)])

    def at(self, places: Numbers) -> tuple[Numbers, Numbers]:
        """Where the values of these articles stand, one after another, and where each article's end among them."""
        first = self.begin[places]
        counts = self.begin[places + 1] - first
        ends = np.cumsum(counts)
        return np.repeat(first - ends + counts, counts) + np.arange(ends[-1] if len(ends) else 0), ends


class Holdings(NamedTuple):
    """What articles hold. Words are numbered as in a profile, triples by 32 bits; weights are in steps of a profile."""

    lengths: Numbers
    """In words."""
    vocabulary: Rows
    """Every word once, in order."""
    levels: Numbers
    """What each of these tells."""
    triples: Rows
    triple_levels: Numbers
    numbers: Rows
    names: Rows
    features: Rows
    """In order; of articles that are no stubs."""


def holdings_of(profiles: Iterable[Profile]) -> Holdings:
    """What the articles of these profiles hold, in their order."""
    waiting = iter(profiles)
    parts: list[Holdings] = []
    while some := list(islice(waiting, AT_ONCE)):
        parts.append(_block(some))
    if not parts:
        parts = [_block([])]
    return Holdings(
        np.concatenate([part.lengths for part in parts]),
        _joined([part.vocabulary for part in parts]),
        np.concatenate([part.levels for part in parts]),
        _joined([part.triples for part in parts]),
        np.concatenate([part.triple_levels for part in parts]),
        _joined([part.numbers for part in parts]),
        _joined([part.names for part in parts]),
        _joined([part.features for part in parts]),
    )


def _joined(parts: Sequence[Rows]) -> Rows:
    counts = [np.diff(part.begin) for part in parts]
    return rows_of(np.concatenate(counts), np.concatenate([part.values for part in parts]))


def rows_of(counts: Numbers, values: Numbers) -> Rows:
    """Rows of so many values each."""
    return Rows(np.concatenate(([0], np.cumsum(counts))).astype(np.int64), values)


def joined_features(features: Sequence[Numbers]) -> Rows:
    """The features of several articles."""
    counts = np.array([len(own) for own in features], dtype=np.int64)
    return rows_of(counts, np.concatenate([np.empty(0, dtype=np.uint64), *features]))


def _block(profiles: Sequence[Profile]) -> Holdings:
    size = len(profiles)
    lengths = np.array([len(profile.words) for profile in profiles], dtype=np.int64)
    words = _flat([profile.words for profile in profiles], np.uint32)
    levels = np.frombuffer(b"".join(profile.levels for profile in profiles), dtype=np.uint8)
    owner = np.repeat(np.arange(size, dtype=np.uint64), lengths)
    keys, first = np.unique(owner << np.uint64(32) | words, return_index=True)
    vocabulary = rows_of(_counts(keys, size), keys.astype(np.uint32))
    own_levels = levels[first]
    triples, weights, triple_owner = _triples(words, levels, owner)
    keys, first = np.unique(triple_owner << np.uint64(32) | triples >> np.uint64(16) & _LOW, return_index=True)
    counts = _counts(keys, size)
    return Holdings(
        lengths,
        vocabulary,
        own_levels,
        rows_of(counts, keys.astype(np.uint32)),
        weights[first],
        _rows([profile.numbers for profile in profiles]),
        _rows([profile.names for profile in profiles]),
        _features(lengths, vocabulary, own_levels, triples[first], weights[first], counts),
    )


_LOW = np.uint64(0xFFFFFFFF)


def _triples(words: Numbers, levels: Numbers, owner: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Every three words in a row that tell something: their number, their weights added up and whose they are."""
    whole = owner[:-2] == owner[2:]
    a, b, c = (np.uint64(factor) for factor in TRIPLE_FACTORS)
    long = words.astype(np.uint64)
    triples = long[:-2] * a ^ long[1:-1] * b ^ long[2:] * c
    weights = levels[:-2].astype(np.uint16) + levels[1:-1] + levels[2:]
    telling = whole & (weights > 0)
    return triples[telling], weights[telling], owner[:-2][telling]


def _features(
    lengths: Numbers, vocabulary: Rows, levels: Numbers, triples: Numbers, weights: Numbers, counts: Numbers
) -> Rows:
    """Rare words and telling triples, each once; the low bits hold the weight."""
    places = np.arange(len(lengths))
    is_long = lengths >= STUB_WORDS
    own, theirs = np.repeat(places, np.diff(vocabulary.begin)), np.repeat(places, counts)
    rare = (levels >= RARE * STEPS) & is_long[own]
    telling = (weights >= TELLING_TRIPLE * STEPS) & is_long[theirs]
    found = np.concatenate(
        (
            vocabulary.values[rare].astype(np.uint64) << np.uint64(BITS) | _weighed(2 * levels[rare].astype(np.uint16)),
            triples[telling] << np.uint64(BITS) | np.uint64(16) | _weighed(weights[telling]),
        )
    )
    owner = np.concatenate((own[rare], theirs[telling]))
    return rows_of(np.bincount(owner, minlength=len(lengths)), found[np.lexsort((found, owner))])


def _weighed(steps: Numbers) -> Numbers:
    return np.minimum(15, np.rint(steps / STEPS)).astype(np.uint64)


def _counts(keys: Numbers, size: int) -> Numbers:
    """How many keys are of each article, whose place they hold above bit 32."""
    return np.bincount((keys >> np.uint64(32)).astype(np.int64), minlength=size)


def _rows(lists: Sequence[Sequence[int]]) -> Rows:
    return rows_of(np.array([len(some) for some in lists], dtype=np.int64), _flat(lists, np.uint32))


def _flat(lists: Sequence[Any], kind: Any) -> Numbers:
    """Arrays of the standard library, one after another."""
    return np.frombuffer(b"".join(map(bytes, lists)), dtype=kind)
