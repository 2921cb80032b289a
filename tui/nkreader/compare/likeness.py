"""How alike sentences are: shared words, the rare ones heavier, inflections and compounds by their beginnings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from math import log
from typing import NamedTuple, TypeVar

from nkreader.compare.tokens import Side
from nkreader.lexicon.cues import is_function_word

STEM = 5
"""Words of more letters also share by their first five: inflection and compounds, in any language."""
STEM_SHARE = 0.4
"""Part of a word's weight that its beginning carries."""
FUNCTION_SHARE = 0.15
"""Part of its weight that a function word keeps: it stands everywhere."""

COMMON = 40
"""Features in more sentences than this propose no counterpart; they are looked at where a pair is asked about."""

RUNS_KEPT = 2_000
"""Runs of sentences whose features are kept: neighbours ask for them one after another. A kilobyte or two each."""

SCALE = 1_000_000
"""Weights are whole numbers of so many to the nat: sums come out the same in whatever order they are taken."""

Features = dict[str, int]

Asked = TypeVar("Asked")
Found = TypeVar("Found")


class Table(dict[Asked, Found]):
    """What a function says, worked out when it is first asked for."""

    def __init__(self, entry: Callable[[Asked], Found]) -> None:
        super().__init__()
        self._entry = entry

    def __missing__(self, asked: Asked) -> Found:
        found = self[asked] = self._entry(asked)
        return found


Weight = tuple[int, int, str]
"""What a word weighs as it is, what its beginning does, and that beginning as a feature."""


class Postings(NamedTuple):
    """Where the features of one side's sentences stand on the other side, with what they weigh there."""

    rare: dict[str, dict[int, int]]
    crowded: frozenset[str]
    """Those in more than `COMMON` sentences."""


class Likeness:
    """Sentences of two texts as weighted features. A word weighs the information, in nats, that it gives here.

    Only sentences that are `free`, by their numbers, are asked about. What they share is found for one of them and all
    those of the other side at once, by way of the places where its features stand.
    """

    def __init__(self, left: Side, right: Side, free: tuple[Sequence[int], Sequence[int]]) -> None:
        self._sides = left.sentences, right.sentences
        self._frequencies = left.frequency, right.frequency
        self._count = len(left.sentences) + len(right.sentences)
        self._free = free
        self.fewer = 0 if len(free[0]) <= len(free[1]) else 1
        """The side that has fewer free sentences. Side 0 is the left one."""
        self._weights = Table(self._weight)
        self._by_kind: dict[tuple[int, bool, bool], tuple[int, int]] = {}
        self._features = Table(self._features_of)
        self.totals: tuple[Table[int, int], Table[int, int]] = (
            Table(lambda number: self._total(0, number)),
            Table(lambda number: self._total(1, number)),
        )
        """What the sentences of either side weigh, by their numbers."""
        self.rows = Table(self._row)
        """What a sentence of the side that has fewer shares with those of the other side, crowded features aside."""
        self._runs: dict[tuple[int, int, int], Features] = {}
        self._pairs: dict[tuple[int, int], int] = {}
        self.chance = log(max(1, len(left.sentences) * len(right.sentences)))
        """Information, in nats, that it takes to single out one pair of sentences among all."""

    @property
    def counts(self) -> tuple[int, int]:
        """Sentences on either side."""
        return len(self._sides[0]), len(self._sides[1])

    def crowded(self, number: int) -> int:
        """What those features of a sentence of the side that has fewer weigh which the rows leave out."""
        crowded = self._postings.crowded
        if not crowded:
            return 0
        return sum([weight for feature, weight in self._features[self.fewer, number].items() if feature in crowded])

    def shared_by_pair(self, i: int, j: int) -> int:
        """Weight that a left sentence shares with a right one."""
        number, other = (j, i) if self.fewer else (i, j)
        shared = self.rows[number].get(other, 0)
        crowded = self._postings.crowded
        if not crowded:
            return shared
        more = self._pairs.get((i, j))
        if more is None:
            first, second = self._features[0, i], self._features[1, j]
            both = first.keys() & second.keys() & crowded
            more = self._pairs[i, j] = sum([min(first[feature], second[feature]) for feature in both])
        return shared + more

    def shared(self, left: range, right: range) -> int:
        """Weight that a run of left sentences shares with a run of right ones."""
        if len(left) == len(right) == 1:
            return self.shared_by_pair(left.start, right.start)
        first, second = self._sum(0, left), self._sum(1, right)
        return sum([min(first[feature], second[feature]) for feature in first.keys() & second.keys()])

    def shared_apart(self, left: Sequence[int], right: Sequence[int]) -> int:
        """Weight that some left sentences share with some right ones, wherever they stand."""
        sums: tuple[Features, Features] = ({}, {})
        for side, numbers in enumerate((left, right)):
            total = sums[side]
            for number in numbers:
                for feature, weight in self._features[side, number].items():
                    total[feature] = total.get(feature, 0) + weight
        first, second = sums
        return sum([min(first[feature], second[feature]) for feature in first.keys() & second.keys()])

    def shared_at_most(self, left: range, right: range) -> int:
        """What the runs share at most: all that their sentences share, pair by pair."""
        return sum([self.shared_by_pair(i, j) for i in left for j in right])

    def both(self, left: range, right: range) -> int:
        """Weight of a run of left sentences and a run of right ones together."""
        ours, theirs = self.totals
        return sum([ours[number] for number in left]) + sum([theirs[number] for number in right])

    @cached_property
    def _postings(self) -> Postings:
        fewer, more = self.fewer, 1 - self.fewer
        wanted = {feature for number in self._free[fewer] for feature in self._features[fewer, number]}
        found: dict[str, dict[int, int]] = {}
        of_key: dict[str, list[tuple[dict[int, int], int]]] = {}
        sentences = self._sides[more]
        for number in self._free[more]:
            for key in sentences[number].keys:
                places = of_key.get(key)
                if places is None:
                    own, of_stem, stem = self._weights[key]
                    places = of_key[key] = [(found.setdefault(key, {}), own)] if key in wanted else []
                    if of_stem and stem in wanted:
                        places.append((found.setdefault(stem, {}), of_stem))
                for place, weight in places:
                    place[number] = place.get(number, 0) + weight
        crowded = frozenset([feature for feature, place in found.items() if len(place) > COMMON])
        return Postings({feature: place for feature, place in found.items() if feature not in crowded}, crowded)

    def _row(self, number: int) -> dict[int, int]:
        shared: dict[int, int] = {}
        postings = self._postings.rare
        for feature, here in self._features[self.fewer, number].items():
            if feature in postings:
                for other, there in postings[feature].items():
                    shared[other] = shared.get(other, 0) + (here if here < there else there)
        return shared

    def _features_of(self, place: tuple[int, int]) -> Features:
        """The words of a side's sentence, and their beginnings, with their weights."""
        side, number = place
        found: Features = {}
        weights = self._weights
        for key in self._sides[side][number].keys:
            own, of_stem, stem = weights[key]
            found[key] = found.get(key, 0) + own
            if of_stem:
                found[stem] = found.get(stem, 0) + of_stem
        return found

    def _total(self, side: int, number: int) -> int:
        weights = self._weights
        found = [weights[key] for key in self._sides[side][number].keys]
        return sum([own + of_stem for own, of_stem, _ in found])

    def _weight(self, word: str) -> Weight:
        frequency = self._frequencies[0].get(word, 0) + self._frequencies[1].get(word, 0)
        kind = frequency, is_function_word(word), len(word) > STEM
        found = self._by_kind.get(kind)
        if found is None:
            weight = log(1 + self._count / frequency) * (FUNCTION_SHARE if kind[1] else 1.0)
            of_stem = STEM_SHARE * weight if kind[2] else 0.0
            found = self._by_kind[kind] = round(SCALE * (weight - of_stem)), round(SCALE * of_stem)
        return (*found, "~" + word[:STEM])

    def _sum(self, side: int, run: range) -> Features:
        if len(run) == 1:
            return self._features[side, run.start]
        key = side, run.start, run.stop
        result = self._runs.get(key)
        if result is None:
            result = dict(self._sum(side, run[:-1]))
            for feature, weight in self._features[side, run[-1]].items():
                result[feature] = result.get(feature, 0) + weight
            if len(self._runs) >= RUNS_KEPT:
                self._runs.clear()
            self._runs[key] = result
        return result
