"""Pairs that share enough to be looked at: an inverted index and sums over what two articles hold, in arrays."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from nkreader.families import kinship
from nkreader.families.holdings import SHIFT, WEIGHT_OF, WEIGHTS, WORD_SUM, Holdings, Numbers, Rows, rows_of
from nkreader.families.profile import STEPS

# A feature of more articles than this leads to the first and to the latest of them only: what so many have is common,
# or they are copies of one another and found through the first.
CROWD = 16
# Share of the poorer article's triples from which a pair is likely enough to be looked at together with others of the
# same articles: a profile is unpacked once for all of them.
LIKELY = 0.25
# Pairs of a feature and one who has it that are added up in one go: they bound the memory.
AT_ONCE = 1 << 18
# Places that an article's words and triples are marked in, and articles whose are marked at once. One word in so many
# is taken for another, which makes a look too many.
_PLACES, _AT_ONCE = 1 << 16, 32


class Shared(NamedTuple):
    """Pairs of places and what the two have in common by the index: weights of words and, above SHIFT, of triples."""

    left: Numbers
    right: Numbers
    weights: Numbers


def hopeful_pairs(
    features: Rows, lengths: Numbers, done: Callable[[int], None], joining: Numbers | None = None
) -> Iterator[Shared]:
    """Pairs that share enough of what the index knows, each once, the later place on the right, by that place.

    `joining`: only pairs with these places, on the right; and then a crowd is asked to the last. `done` is told how
    many places are behind us.
    """
    totals = _sums(WEIGHT_OF[(features.values & np.uint64(WEIGHTS)).astype(np.int64)], features.begin)
    for found in _shared(features, done, joining):
        left, right, weights = found
        one, other = totals[left], totals[right]
        hopeful = _worth_a_look(
            (weights & WORD_SUM) / 2,
            (weights >> SHIFT).astype(np.float64),
            np.maximum(1, np.minimum(one & WORD_SUM, other & WORD_SUM)) / 2,
            np.maximum(1, np.minimum(one >> SHIFT, other >> SHIFT)).astype(np.float64),
            np.minimum(lengths[left], lengths[right]),
        )
        yield Shared(left[hopeful], right[hopeful], weights[hopeful])


def _shared(features: Rows, done: Callable[[int], None], joining: Numbers | None) -> Iterator[Shared]:
    """Every pair that has a feature in common, with the weights of what the index tells of."""
    size = len(features.begin) - 1
    owner = np.repeat(np.arange(size, dtype=np.uint32), np.diff(features.begin))
    values = features.values
    if joining is not None:
        asked = np.zeros(size, dtype=bool)
        asked[joining] = True
        wanted = np.isin(values, np.unique(values[asked[owner]]))
        owner, values = owner[wanted], values[wanted]
    order = np.argsort(values, kind="stable")
    in_order = values[order]
    begins = np.flatnonzero(np.concatenate(([True], in_order[1:] != in_order[:-1]))) if len(values) else order
    counts = np.diff(np.concatenate((begins, [len(values)])))
    owners = owner[order]
    # Of each feature of each article, in the articles' order: where its owners begin and how many are asked.
    begin = np.empty(len(values), dtype=np.int64)
    begin[order] = np.repeat(begins, counts)
    rank = np.empty(len(values), dtype=np.int64)
    rank[order] = np.arange(len(values)) - np.repeat(begins, counts)
    if joining is None:
        chosen = rank > 0
        asking, begin, rank = owner[chosen], begin[chosen], rank[chosen]
        number = np.minimum(rank, CROWD)
    else:
        number = np.empty(len(values), dtype=np.int64)
        number[order] = np.repeat(counts, counts)
        chosen = asked[owner]
        asking, begin, rank, number = owner[chosen], begin[chosen], number[chosen], number[chosen]
    weight = WEIGHT_OF[(values[chosen] & np.uint64(WEIGHTS)).astype(np.int64)]
    del order, in_order, values
    ends = np.cumsum(number)
    first = 0
    while first < len(ends):
        behind = ends[first] - number[first]
        last = max(first + 1, int(np.searchsorted(ends, behind + AT_ONCE)))
        if last < len(ends):  # all features of an article together
            last = max(int(np.searchsorted(asking, asking[last])), first)
            last = last if last > first else int(np.searchsorted(asking, asking[first], side="right"))
        part = slice(first, last)
        times = number[part]
        step = np.arange(times.sum()) - np.repeat(ends[part] - times - behind, times)
        if joining is None:  # of a crowd the first and the latest
            step += np.where(step >= CROWD // 2, np.repeat(np.maximum(0, rank[part] - CROWD), times), 0)
        others = owners[np.repeat(begin[part], times) + step]
        mine = np.repeat(asking[part], times)
        weights = np.repeat(weight[part], times)
        if joining is not None:
            new = (others != mine) & ~(asked[others] & (others > mine))
            others, mine, weights = others[new], mine[new], weights[new]
        yield _added_up(others, mine, weights)
        done(int(asking[last - 1]))
        first = last


def _added_up(left: Numbers, right: Numbers, weights: Numbers) -> Shared:
    """Each pair once, with its weights added up."""
    keys = right.astype(np.int64) << 32 | left
    order = np.argsort(keys)
    keys = keys[order]
    begins = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else order
    total = np.add.reduceat(weights[order], begins) if len(keys) else weights
    keys = keys[begins]
    return Shared(keys & 0xFFFFFFFF, keys >> 32, total)


def _worth_a_look(words: Numbers, triples: Numbers, words_of_all: Numbers, of_all: Numbers, length: Numbers) -> Numbers:
    """Whether two articles that share telling words and triples of these weights, out of so much, may be kin.

    The weights are what an index knows, which leaves out what too many articles have, and common words. `length`: of
    the shorter article, in words.
    """
    score = kinship.score(words / words_of_all, triples / of_all, np.log1p(words), np.log1p(triples))
    score += _shortness(length)
    hopeful: Numbers = score + kinship.HOPE >= 0
    return hopeful & ((triples > 0) | (words >= kinship.WORDS_ALONE * words_of_all))


def worth_a_look(
    holdings: Holdings, asked: Sequence[int], least: float, done: Callable[[int], None]
) -> list[tuple[int, int]]:
    """Pairs of places (i < j) among those asked whose kinship may be `least`. Those of likely relatives stand together.

    `done` is told how many places are behind us.
    """
    likely: list[tuple[int, int]] = []
    others: list[tuple[int, int]] = []
    home = array("I", range(len(holdings.lengths)))
    hopes = Hopes(holdings)
    wanted = np.zeros(len(holdings.lengths), dtype=bool)
    wanted[list(asked)] = True
    for left, right, _ in hopeful_pairs(holdings.features.only(wanted), holdings.lengths, done):
        hopeful, shares = hopes.of(left, right, least)
        found = zip(left[hopeful].tolist(), right[hopeful].tolist(), shares[hopeful].tolist(), strict=True)
        for other, place, share in found:
            if share >= LIKELY:
                likely.append((other, place))
                home[_root(home, place)] = _root(home, other)
            else:
                others.append((other, place))
    likely.sort(key=lambda pair: (_root(home, pair[0]), pair))
    return likely + others


def hopeful_with(joining: Sequence[int], features: Rows, lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of any place and one that joins, each once, that share enough of what the index knows."""
    places = np.array(joining, dtype=np.int64)
    for left, right, _ in hopeful_pairs(features, np.array(lengths, dtype=np.int64), lambda _: None, places):
        yield from zip(left.tolist(), right.tolist(), strict=True)


def _root(home: array[int], place: int) -> int:
    while home[place] != place:
        home[place] = home[home[place]]
        place = home[place]
    return place


class Hopes:
    """Looks at pairs for what can be added up quickly, which spares most of them the whole look."""

    def __init__(self, holdings: Holdings) -> None:
        self._held = holdings
        words, triples = holdings.vocabulary, holdings.triples
        counts = np.diff(words.begin), np.diff(triples.begin)
        self._totals = _sums(holdings.levels.astype(np.int64), words.begin)
        self._triple_totals = _sums(holdings.triple_levels.astype(np.int64), triples.begin)
        # Words that tell something and triples of an article together, and what each weighs.
        telling = holdings.levels > 0
        of_words = _sums(telling, words.begin)
        owner = np.concatenate([np.repeat(np.arange(len(of_words)), some) for some in (of_words, counts[1])])
        order = np.argsort(owner, kind="stable")
        low, high = np.uint32(_PLACES - 1), np.uint32(_PLACES)
        slots = np.concatenate((words.values[telling] & low, triples.values & low | high))
        weights = np.concatenate((holdings.levels[telling], holdings.triple_levels.astype(np.int64) << SHIFT))
        self._telling = rows_of(of_words + counts[1], slots[order])
        self._weights = weights[order]
        self._marks = np.zeros(_AT_ONCE * 2 * _PLACES, dtype=np.int8)

    def of(self, left: Numbers, right: Numbers, least: float) -> tuple[Numbers, Numbers]:
        """Which of these pairs (those of one place on the right together) may have a kinship of `least`, and the share
        of the poorer one's triples that the other has. Says yes to some that have not."""
        held, lengths = self._held, self._held.lengths
        enough = np.log(least / (1 - least)) - kinship.OF_ORDER * kinship.ORDER_AT_BEST - _SLACK
        sums = self._shared(left, right, self._telling, self._telling, self._weights)
        words, triples = (sums & WORD_SUM) / STEPS, (sums >> SHIFT) / STEPS
        share = triples / np.maximum(1.0, np.minimum(self._triple_totals[left], self._triple_totals[right]) / STEPS)
        total = np.maximum(1, np.minimum(self._totals[left], self._totals[right])) / STEPS
        length = np.minimum(lengths[left], lengths[right])
        score = kinship.score(words / total, share, np.log1p(words), np.log1p(triples)) + _shortness(length)
        hopeful = score >= enough
        left, right, length = left[hopeful], right[hopeful], length[hopeful]
        turned = lengths[right] < lengths[left]  # the right is the shorter
        figures, names = (
            _lacking(
                np.where(turned, np.diff(rows.begin)[right], np.diff(rows.begin)[left]),
                np.where(
                    turned,
                    self._shared(left, right, rows, held.vocabulary),
                    self._shared(left, right, held.vocabulary, rows),
                ),
            )
            for rows in (held.numbers, held.names)
        )
        hopeful[hopeful] = score[hopeful] + kinship.of_figures(figures, names, length, np.maximum, np.minimum) >= enough
        return hopeful, share

    def _shared(
        self, left: Numbers, right: Numbers, known: Rows, asked: Rows, weights: Numbers | None = None
    ) -> Numbers:
        """How many of the values that are asked of each on the left are known of the one on the right, or how much
        they weigh together."""
        sums = np.empty(len(left), dtype=np.int64)
        if not len(left):
            return sums
        begins = np.concatenate((np.flatnonzero(np.diff(right, prepend=-1)), [len(right)]))
        for first in range(0, len(begins) - 1, _AT_ONCE):
            bounds = begins[first : first + _AT_ONCE + 1]
            pairs = slice(bounds[0], bounds[-1])
            room = np.arange(len(bounds) - 1) * 2 * _PLACES
            at, ends = known.at(right[bounds[:-1]])
            marked = (known.values[at] & _SLOT) + np.repeat(room, np.diff(ends, prepend=0))
            self._marks[marked] = 1
            at, ends = asked.at(left[pairs])
            rooms = np.repeat(np.repeat(room, np.diff(bounds)), np.diff(ends, prepend=0))
            found = self._marks[(asked.values[at] & _SLOT) + rooms]
            sums[pairs] = _segments(found if weights is None else weights[at] * found, ends)
            self._marks[marked] = 0
        return sums


# Words that are taken for others can lower the score of a long text by less than this.
_SLACK = 0.2
_SLOT = np.uint32(2 * _PLACES - 1)


def _lacking(of: Numbers, found: Numbers) -> Numbers:
    """The share of the shorter one's figures or names that the other lacks, less where they are few."""
    return (of - np.minimum(of, found)) / np.maximum(1, of) * np.minimum(1.0, of / kinship.FEW)


def _shortness(length: Numbers) -> Numbers:
    return kinship.OF_SHORTNESS * np.maximum(0.0, np.log(kinship.SHORT / np.maximum(1, length)))


def _sums(values: Numbers, begin: Numbers) -> Numbers:
    """The sum of each article's values."""
    return _segments(values, begin[1:])


def _segments(values: Numbers, ends: Numbers) -> Numbers:
    """Sums of stretches that end there, the first beginning at the first value."""
    run = np.concatenate(([0], np.cumsum(values, dtype=np.int64)))
    return np.diff(run[np.concatenate(([0], ends))])
