"""What a claim is about, as words, names and values with weights: to find it again where nobody copied it.

Packed into numbers, so that the claims of a large library are compared without their texts.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from nkreader.claims.model import Claim
from nkreader.lexicon.cues import is_function_word
from nkreader.lexicon.frequency import zipf
from nkreader.lexicon.inflection import lemma
from nkreader.model import Span, Value, ValueKind

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_VALUE_WEIGHT = {
    ValueKind.MONEY: 4.5, ValueKind.PERCENT: 4.0, ValueKind.QUANTITY: 4.0, ValueKind.COUNT: 3.5, ValueKind.DATE: 3.0,
    ValueKind.DURATION: 2.5,
}  # fmt: skip
# Weights are packed in steps of a fortieth: the heaviest, that of a rare name, is 5.6.
_STEPS = 40
# So many keys of a claim are packed, the heaviest: a longer claim is a list.
_MOST_KEYS = 255
NAME, FIGURE, DAY, VALUE = 1, 2, 4, 8
"""What a key is: a word written with a capital, a telling figure, a date that names a day, a value of any kind."""


@dataclass(frozen=True, slots=True)
class Packed:
    """The meanings of one article's claims in order: per claim as many keys as `sizes` says, the heaviest first."""

    keys: array[int]
    weights: bytes
    kinds: bytes
    sizes: bytes


@dataclass(frozen=True, slots=True)
class Meaning:
    """The keys of a claim with their weights: lemmas, names, values."""

    weights: dict[int, float]
    total: float
    figures: frozenset[int]
    """The keys of its figures: two claims with different ones are two."""
    names: frozenset[int]
    """Those of its words that are written with a capital."""
    dates: frozenset[int]
    """The keys of its dates that name a day."""
    values: frozenset[int]
    """The keys of all its values."""


class Meanings:
    """The meanings of many claims, by place."""

    def __init__(self) -> None:
        self.keys: array[int] = array("I")
        self.weights = bytearray()
        self.kinds = bytearray()
        self.starts: array[int] = array("Q", [0])

    def __len__(self) -> int:
        return len(self.starts) - 1

    def add(self, packed: Packed) -> None:
        """Take those of another article's claims behind what is there."""
        self.keys.extend(packed.keys)
        self.weights += packed.weights
        self.kinds += packed.kinds
        start = self.starts[-1]
        for size in packed.sizes:
            start += size
            self.starts.append(start)

    def total(self, place: int) -> float:
        """The weight of a claim."""
        return sum(self.weights[self.starts[place] : self.starts[place + 1]]) / _STEPS

    def heaviest(self, place: int, most: int) -> array[int]:
        """So many keys of a claim, the heaviest first."""
        start = self.starts[place]
        return self.keys[start : min(start + most, self.starts[place + 1])]

    def of(self, place: int) -> Meaning:
        """What one claim says."""
        stretch = slice(self.starts[place], self.starts[place + 1])
        keys, kinds = self.keys[stretch], self.kinds[stretch]
        weights = {key: weight / _STEPS for key, weight in zip(keys, self.weights[stretch], strict=True)}
        by_kind = [
            frozenset(key for key, kind in zip(keys, kinds, strict=True) if kind & wanted)
            for wanted in (FIGURE, NAME, DAY, VALUE)
        ]
        figures, names, dates, values = by_kind
        return Meaning(weights, sum(weights.values()), figures, names, dates, values)


@lru_cache(maxsize=1 << 16)
def _key(word: str) -> tuple[int, float]:
    """A word's key, and its weight: how much rarer than everyday words it is in English. 0 for function words."""
    low = word.casefold().replace("’", "'").removesuffix("'s")
    if is_function_word(low) or len(low) < 2:
        return 0, 0.0
    base = lemma(low)
    if not low.endswith(("s", "ed", "ing")) and zipf(low) > zipf(base):
        base = low  # "rent" is no past of "rend"
    if is_function_word(base):
        return 0, 0.0
    name = word[0].isupper()
    rarity = 7.4 - max(zipf(low), zipf(base), 2.6)
    return _number(base), max(0.4, rarity) + (0.8 if name and rarity > 2.5 else 0.0)


def _number(key: str) -> int:
    return zlib.crc32(key.encode("utf-8", "surrogatepass"))


def packed(claims: Sequence[Claim], text: str) -> Packed:
    """What the claims of one article say, without who says it."""
    keys: array[int] = array("I")
    weights, kinds, sizes = bytearray(), bytearray(), bytearray()
    for claim in claims:
        found = _weighed(claim, text)
        ordered = sorted(found.items(), key=lambda item: (-item[1][0], item[0]))[:_MOST_KEYS]
        for key, (weight, kind) in ordered:
            keys.append(key)
            weights.append(min(255, round(weight * _STEPS)))
            kinds.append(kind)
        sizes.append(len(ordered))
    return Packed(keys, bytes(weights), bytes(kinds), bytes(sizes))


def _weighed(claim: Claim, text: str) -> dict[int, tuple[float, int]]:
    """Key -> weight and kinds."""
    said = text[claim.start : claim.end]
    for part in (claim.speaker, claim.cue, *claim.values):
        if part is not None and part.start >= claim.start and part.end <= claim.end:
            start, end = part.start - claim.start, part.end - claim.start
            said = said[:start] + " " * (end - start) + said[end:]
    found: dict[int, tuple[float, int]] = {}
    for word in _WORD.findall(said):
        key, weight = _key(word)
        if key:
            before, kind = found.get(key, (weight, 0))
            found[key] = (before, kind | (NAME if word[0].isupper() else 0))
    for value in claim.values:
        if value.value is None:
            continue
        weight, kind = _value_weight(value), VALUE
        if value.kind is not ValueKind.DATE:
            kind |= FIGURE if weight >= _TELLING_FIGURE else 0
        elif len(value.value) >= len("XXXX-05-09"):
            kind |= DAY
        found[value_key(value)] = (weight, kind)
    return found


def spans_of_keys(text: str, span: Span, keys: frozenset[int]) -> list[Span]:
    """Where words with one of these keys stand in a stretch of text."""
    found = _WORD.finditer(text, span.start, span.end)
    return [Span(*match.span()) for match in found if _key(match[0])[0] in keys]


# From this weight on a figure tells one claim from another.
_TELLING_FIGURE = 2.5


def value_key(value: Value) -> int:
    """A value's key: the same for every form of it."""
    return _number(f"={value.kind}:{value.value}:{value.unit or ''}")


def _value_weight(value: Value) -> float:
    weight = _VALUE_WEIGHT[value.kind]
    if value.kind is ValueKind.COUNT and len((value.value or "").strip("0.")) < 2 and len(value.value or "") < 3:
        return 1.0
    if value.kind is ValueKind.DATE and len(value.value or "") <= 4:
        return 1.5
    return weight
