"""What a claim is about, as words, names and values: to find it again in articles that did not copy each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from nkreader.claims.model import Claim
from nkreader.lexicon.cues import is_function_word
from nkreader.lexicon.frequency import zipf
from nkreader.lexicon.inflection import lemma
from nkreader.model import Value, ValueKind

# Two claims are one when they share this much of the lighter one's weight, and at least so much weight altogether.
# Chosen so that claims of unrelated news articles stay apart while the same figure told in other words is found.
_SHARED = 0.56
_LEAST = 13.0
# Of a claim's heaviest keys, those are looked up that the fewest other claims have: a key that stands in more claims
# than this tells little and costs much, and near-linear time rests on it.
_KEYS = 9
_LOOKED_UP = 4
_COMMONEST = 40
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_VALUE_WEIGHT = {
    ValueKind.MONEY: 4.5, ValueKind.PERCENT: 4.0, ValueKind.QUANTITY: 4.0, ValueKind.COUNT: 3.5, ValueKind.DATE: 3.0,
    ValueKind.DURATION: 2.5,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meaning:
    """The keys of a claim with their weights: lemmas, names, values."""

    weights: dict[str, float]
    total: float
    figures: frozenset[str]
    telling: int
    """How many keys are names or rare words."""


@lru_cache(maxsize=1 << 16)
def _key(word: str) -> tuple[str, float]:
    """A word's key, and its weight: how much rarer than everyday words it is in English."""
    low = word.casefold().replace("’", "'").removesuffix("'s")
    if is_function_word(low) or len(low) < 2:
        return "", 0.0
    base = lemma(low)
    if is_function_word(base):
        return "", 0.0
    name = word[0].isupper()
    rarity = 7.4 - max(zipf(low), zipf(base), 2.6)
    return base, max(0.4, rarity) + (0.8 if name and rarity > 2.5 else 0.0)


def meaning(claim: Claim, text: str) -> Meaning:
    """What the claim says, without who says it."""
    left_out = [(part.start, part.end) for part in (claim.speaker, claim.cue) if part is not None]
    left_out += [value.span for value in claim.values]
    weights: dict[str, float] = {}
    telling = 0
    for match in _WORD.finditer(text, claim.start, claim.end):
        if any(start < match.end() and match.start() < end for start, end in left_out):
            continue
        key, weight = _key(match[0])
        if key and key not in weights:
            weights[key] = weight
            telling += weight >= 3.3
    figures = set()
    for value in claim.values:
        if value.value is None:
            continue
        key = value_key(value)
        weights[key] = _value_weight(value)
        if weights[key] >= 2.5 and value.kind is not ValueKind.DATE:
            figures.add(key)
    return Meaning(weights, sum(weights.values()), frozenset(figures), telling)


def value_key(value: Value) -> str:
    """A value's key: the same for every form of it."""
    return f"={value.kind}:{value.value}:{value.unit or ''}"


def _value_weight(value: Value) -> float:
    weight = _VALUE_WEIGHT[value.kind]
    if value.kind is ValueKind.COUNT and len((value.value or "").strip("0.")) < 2 and len(value.value or "") < 3:
        return 1.0
    if value.kind is ValueKind.DATE and len(value.value or "") <= 4:
        return 1.5
    return weight


def same_claims(claims: Sequence[Claim], texts: dict[str, str]) -> list[tuple[int, int]]:
    """Pairs of claims (by place) of different articles that say the same, in time that grows with the claims alone."""
    meanings = [meaning(claim, texts[claim.article]) for claim in claims]
    keys = [_heaviest(said) if said.total >= _LEAST else [] for said in meanings]
    spread: Counter[str] = Counter()
    for held in keys:
        spread.update(held)
    holders: dict[str, list[int]] = defaultdict(list)
    for place, held in enumerate(keys):
        shared = [key for key in held if 1 < spread[key] <= _COMMONEST]
        for key in sorted(shared, key=lambda key: (spread[key], key))[:_LOOKED_UP]:
            holders[key].append(place)
    met: dict[int, set[int]] = defaultdict(set)
    for places in holders.values():
        for number, one in enumerate(places):
            met[one].update(places[number + 1 :])
    pairs: list[tuple[int, int]] = []
    for one in sorted(met):
        pairs += [
            (one, two)
            for two in sorted(met[one])
            if claims[one].article != claims[two].article and _same(meanings[one], meanings[two])
        ]
    return pairs


def _heaviest(said: Meaning) -> list[str]:
    return sorted(said.weights, key=lambda key: (-said.weights[key], key))[:_KEYS]


def _same(one: Meaning, two: Meaning) -> bool:
    if one.figures and two.figures and not one.figures & two.figures:
        return False
    shared = one.weights.keys() & two.weights.keys()
    weight = sum(min(one.weights[key], two.weights[key]) for key in shared)
    if weight < _LEAST or weight < _SHARED * min(one.total, two.total) or weight < 0.36 * max(one.total, two.total):
        return False
    words = sum(1 for key in shared if key[0] != "=")
    figure = bool(one.figures & two.figures)
    telling = sum(1 for key in shared if key[0] != "=" and one.weights[key] >= 3.3)
    return (figure and words >= 2 and telling >= 1) or (words >= 4 and telling >= 2)
