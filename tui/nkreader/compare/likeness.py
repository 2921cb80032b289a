"""How alike sentences are: shared words, the rare ones heavier, inflections and compounds by their beginnings."""

from __future__ import annotations

from collections.abc import Sequence, Set
from math import log

from nkreader.compare.tokens import Side
from nkreader.lexicon.cues import is_function_word

STEM = 5
"""Words of more letters also share by their first five: inflection and compounds, in any language."""
STEM_SHARE = 0.4
"""Part of a word's weight that its beginning carries."""
FUNCTION_SHARE = 0.15
"""Part of its weight that a function word keeps: it stands everywhere."""

COMMON = 40
"""Features in more sentences than this propose no counterpart."""

RUNS_KEPT = 2_000
"""Runs of sentences whose features are kept: neighbours ask for them one after another. A kilobyte or two each."""

SCALE = 1_000_000
"""Weights are whole numbers of so many to the nat: sums come out the same in whatever order they are taken."""

Features = dict[str, int]


class Likeness:
    """Sentences of two texts as weighted features. A word weighs the information, in nats, that it gives here."""

    def __init__(self, left: Side, right: Side) -> None:
        self._sides = left.sentences, right.sentences
        self._frequencies = left.frequency, right.frequency
        self._count = len(left.sentences) + len(right.sentences)
        self._weights: dict[str, tuple[int, int]] = {}
        self._by_kind: dict[tuple[int, bool, bool], tuple[int, int]] = {}
        self._features: tuple[dict[int, Features], dict[int, Features]] = ({}, {})
        self._totals: tuple[dict[int, int], dict[int, int]] = ({}, {})
        self._runs: dict[tuple[int, int, int], Features] = {}
        self._pairs: dict[tuple[int, int], int] = {}
        self.chance = log(max(1, len(left.sentences) * len(right.sentences)))
        """Information, in nats, that it takes to single out one pair of sentences among all."""

    @property
    def counts(self) -> tuple[int, int]:
        """Sentences on either side."""
        return len(self._sides[0]), len(self._sides[1])

    def features(self, side: int, number: int) -> Features:
        """The words of a sentence, and their beginnings, with their weights. Side 0 is the left one."""
        found = self._features[side].get(number)
        if found is None:
            found = {}
            weights = self._weights
            for key in self._sides[side][number].keys:
                weight, of_stem = weights.get(key) or self._weight(key)
                found[key] = found.get(key, 0) + weight
                if of_stem:
                    stem = "~" + key[:STEM]
                    found[stem] = found.get(stem, 0) + of_stem
            self._features[side][number] = found
        return found

    def total(self, side: int, number: int) -> int:
        """The weight of a sentence."""
        total = self._totals[side].get(number)
        if total is None:
            weights = self._weights
            total = sum([sum(weights.get(key) or self._weight(key)) for key in self._sides[side][number].keys])
            self._totals[side][number] = total
        return total

    def postings(self, side: int, numbers: Sequence[int], wanted: Set[str]) -> dict[str, list[int]]:
        """In which of some sentences each of some features stands; no more than one beyond `COMMON` of them."""
        found: dict[str, list[int]] = {}
        features_of: dict[str, list[list[int]]] = {}
        for number in numbers:
            for key in self._sides[side][number].keys:
                places = features_of.get(key)
                if places is None:
                    features = (key, "~" + key[:STEM]) if len(key) > STEM else (key,)
                    places = features_of[key] = [found.setdefault(one, []) for one in features if one in wanted]
                for place in places:
                    if len(place) <= COMMON and (not place or place[-1] != number):
                        place.append(number)
        return found

    def shared_by_pair(self, i: int, j: int) -> int:
        """Weight that a left sentence shares with a right one."""
        found = self._pairs.get((i, j))
        if found is None:
            found = self._pairs[i, j] = _shared(self.features(0, i), self.features(1, j))
        return found

    def shared(self, left: range, right: range) -> int:
        """Weight that a run of left sentences shares with a run of right ones."""
        if len(left) == len(right) == 1:
            return self.shared_by_pair(left.start, right.start)
        return _shared(self._sum(0, left), self._sum(1, right))

    def shared_at_most(self, left: range, right: range) -> int:
        """What the runs share at most: all that their sentences share, pair by pair."""
        return sum([self.shared_by_pair(i, j) for i in left for j in right])

    def both(self, left: range, right: range) -> int:
        """Weight of a run of left sentences and a run of right ones together."""
        return sum([self.total(0, number) for number in left]) + sum([self.total(1, number) for number in right])

    def _weight(self, word: str) -> tuple[int, int]:
        """What the word weighs as it is, and what its beginning does."""
        frequency = self._frequencies[0].get(word, 0) + self._frequencies[1].get(word, 0)
        kind = frequency, is_function_word(word), len(word) > STEM
        found = self._by_kind.get(kind)
        if found is None:
            weight = log(1 + self._count / frequency) * (FUNCTION_SHARE if kind[1] else 1.0)
            of_stem = STEM_SHARE * weight if kind[2] else 0.0
            found = self._by_kind[kind] = round(SCALE * (weight - of_stem)), round(SCALE * of_stem)
        self._weights[word] = found
        return found

    def _sum(self, side: int, run: range) -> Features:
        if len(run) == 1:
            return self.features(side, run.start)
        key = side, run.start, run.stop
        result = self._runs.get(key)
        if result is None:
            result = dict(self._sum(side, run[:-1]))
            for feature, weight in self.features(side, run[-1]).items():
                result[feature] = result.get(feature, 0) + weight
            if len(self._runs) >= RUNS_KEPT:
                self._runs.clear()
            self._runs[key] = result
        return result


def _shared(first: Features, second: Features) -> int:
    return sum([min(first[feature], second[feature]) for feature in first.keys() & second.keys()])
