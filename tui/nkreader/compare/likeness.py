"""How alike sentences are: shared words, the rare ones heavier, inflections and compounds by their beginnings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log

from nkreader.compare.tokens import Sentence
from nkreader.lexicon.cues import is_function_word

STEM = 5
"""Words of more letters also share by their first five: inflection and compounds, in any language."""
FUNCTION_SHARE = 0.15
"""Part of its weight that a function word keeps: it stands everywhere."""
STEM_SHARE = 0.4
"""Part of a word's weight that its beginning carries."""


class Likeness:
    """Sentences of two texts as weighted features. Weights rest on the two texts and fixed tables only."""

    def __init__(self, left: Sequence[Sentence], right: Sequence[Sentence]) -> None:
        frequency: Counter[str] = Counter()
        for sentence in (*left, *right):
            frequency.update(set(sentence.keys))
        self._count = len(left) + len(right)
        self._frequency = frequency
        self.chance = log(max(1, len(left) * len(right)))
        """Information, in nats, that it takes to single out one pair of sentences among all."""
        self._weights: dict[str, float] = {}
        self.left = [self._features(sentence.keys) for sentence in left]
        self.right = [self._features(sentence.keys) for sentence in right]
        self.left_totals = [sum(features.values()) for features in self.left]
        self.right_totals = [sum(features.values()) for features in self.right]

    def _weight(self, word: str) -> float:
        weight = self._weights.get(word)
        if weight is None:
            weight = log(1 + self._count / self._frequency[word])
            if is_function_word(word):
                weight *= FUNCTION_SHARE
            self._weights[word] = weight
        return weight

    def _features(self, keys: Iterable[str]) -> dict[str, float]:
        features: dict[str, float] = {}
        for key in keys:
            weight = self._weight(key)
            if len(key) > STEM:
                stem = "~" + key[:STEM]
                features[key] = features.get(key, 0.0) + weight * (1 - STEM_SHARE)
                features[stem] = features.get(stem, 0.0) + weight * STEM_SHARE
            else:
                features[key] = features.get(key, 0.0) + weight
        return features

    def shared(self, left: range, right: range) -> float:
        """Weight that a run of left sentences shares with a run of right ones."""
        first = self.left[left.start] if len(left) == 1 else _sum(self.left[left.start : left.stop])
        second = self.right[right.start] if len(right) == 1 else _sum(self.right[right.start : right.stop])
        if len(second) < len(first):
            first, second = second, first
        return sum(min(weight, second[feature]) for feature, weight in first.items() if feature in second)

    def total(self, left: range, right: range) -> float:
        """Weight of both runs together."""
        return sum(self.left_totals[left.start : left.stop]) + sum(self.right_totals[right.start : right.stop])


def _sum(parts: Sequence[dict[str, float]]) -> dict[str, float]:
    result: dict[str, float] = {}
    for part in parts:
        for feature, weight in part.items():
            result[feature] = result.get(feature, 0.0) + weight
    return result
