"""How alike sentences are: shared words, the rare ones heavier, inflections and compounds by their beginnings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

from nkreader.compare.tokens import Sentence
from nkreader.lexicon.cues import is_function_word

STEM = 5
"""Words of more letters also share by their first five: inflection and compounds, in any language."""
STEM_SHARE = 0.4
"""Part of a word's weight that its beginning carries."""
FUNCTION_SHARE = 0.15
"""Part of its weight that a function word keeps: it stands everywhere."""

Features = dict[str, float]


class Likeness:
    """Sentences of two texts as weighted features. A word weighs the information, in nats, that it gives here."""

    def __init__(self, left: Sequence[Sentence], right: Sequence[Sentence]) -> None:
        frequency: Counter[str] = Counter()
        for sentence in (*left, *right):
            frequency.update(set(sentence.keys))
        self._count = len(left) + len(right)
        self._frequency = frequency
        self._weights: dict[str, float] = {}
        self._sides = left, right
        self._features: tuple[list[Features | None], list[Features | None]] = ([None] * len(left), [None] * len(right))
        self._totals: tuple[list[float], list[float]] = ([0.0] * len(left), [0.0] * len(right))
        self.chance = log(max(1, len(left) * len(right)))
        """Information, in nats, that it takes to single out one pair of sentences among all."""

    @property
    def counts(self) -> tuple[int, int]:
        """Sentences on either side."""
        return len(self._sides[0]), len(self._sides[1])

    def features(self, side: int, number: int) -> Features:
        """The words of a sentence, and their beginnings, with their weights. Side 0 is the left one."""
        found = self._features[side][number]
        if found is None:
            found = {}
            for key in self._sides[side][number].keys:
                weight = self._weight(key)
                if len(key) > STEM:
                    stem = "~" + key[:STEM]
                    found[key] = found.get(key, 0.0) + weight * (1 - STEM_SHARE)
                    found[stem] = found.get(stem, 0.0) + weight * STEM_SHARE
                else:
                    found[key] = found.get(key, 0.0) + weight
            self._features[side][number] = found
            self._totals[side][number] = sum(found.values())
        return found

    def total(self, side: int, number: int) -> float:
        """The weight of a sentence."""
        self.features(side, number)
        return self._totals[side][number]

    def shared(self, left: range, right: range) -> float:
        """Weight that a run of left sentences shares with a run of right ones."""
        first, second = self._sum(0, left), self._sum(1, right)
        if len(second) < len(first):
            first, second = second, first
        return sum([min(weight, second[feature]) for feature, weight in first.items() if feature in second])

    def both(self, left: range, right: range) -> float:
        """Weight of a run of left sentences and a run of right ones together."""
        return sum([self.total(0, number) for number in left]) + sum([self.total(1, number) for number in right])

    def _weight(self, word: str) -> float:
        weight = self._weights.get(word)
        if weight is None:
            weight = log(1 + self._count / self._frequency[word])
            if is_function_word(word):
                weight *= FUNCTION_SHARE
            self._weights[word] = weight
        return weight

    def _sum(self, side: int, run: range) -> Features:
        if len(run) == 1:
            return self.features(side, run.start)
        result = dict(self.features(side, run.start))
        for number in run[1:]:
            for feature, weight in self.features(side, number).items():
                result[feature] = result.get(feature, 0.0) + weight
        return result
