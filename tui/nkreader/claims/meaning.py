"""What a claim is about, as words, names and values: to find it again in articles that did not copy each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from nkreader.claims.model import Claim
from nkreader.claims.voices import named_source
from nkreader.lexicon.cues import is_function_word
from nkreader.lexicon.frequency import zipf
from nkreader.lexicon.inflection import lemma
from nkreader.mentions.names import same_name
from nkreader.model import Value, ValueKind

# Two claims are one when they share this much of the lighter one's weight, and at least so much weight altogether.
# Chosen so that claims of unrelated news articles stay apart while the same figure told in other words is found.
_SHARED = 0.56
_LEAST = 11.5
# Where no figure is shared: so many words that are no names, and this much of the heavier one's weight.
_PLAIN = 3
_SHARED_PLAIN = 0.5
# Above this share of the heavier one's weight they are one whatever they are made of.
_IDENTICAL = 0.9
# Of a claim's heaviest keys, those are looked up that the fewest other claims have: a key that stands in more claims
# than this tells little and costs much, and near-linear time rests on it.
_KEYS = 9
_LOOKED_UP = 4
_COMMONEST = 24
# From this weight on a word is a name or a rare one.
_TELLING = 3.3
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
    """The keys of its figures: two claims with different ones are two."""
    names: frozenset[str]
    """Those of its words that are written with a capital."""
    dates: frozenset[str]
    """The keys of its dates that name a day."""


@lru_cache(maxsize=1 << 16)
def _key(word: str) -> tuple[str, float]:
    """A word's key, and its weight: how much rarer than everyday words it is in English."""
    low = word.casefold().replace("’", "'").removesuffix("'s")
    if is_function_word(low) or len(low) < 2:
        return "", 0.0
    base = lemma(low)
    if not low.endswith(("s", "ed", "ing")) and zipf(low) > zipf(base):
        base = low  # "rent" is no past of "rend"
    if is_function_word(base):
        return "", 0.0
    name = word[0].isupper()
    rarity = 7.4 - max(zipf(low), zipf(base), 2.6)
    return base, max(0.4, rarity) + (0.8 if name and rarity > 2.5 else 0.0)


def meaning(claim: Claim, text: str) -> Meaning:
    """What the claim says, without who says it."""
    said = text[claim.start : claim.end]
    for part in (claim.speaker, claim.cue, *claim.values):
        if part is not None and part.start >= claim.start and part.end <= claim.end:
            start, end = part.start - claim.start, part.end - claim.start
            said = said[:start] + " " * (end - start) + said[end:]
    weights: dict[str, float] = {}
    names = set()
    for word in _WORD.findall(said):
        key, weight = _key(word)
        if key and word[0].isupper():
            names.add(key)
        if key and key not in weights:
            weights[key] = weight
    figures = set()
    days = set()
    for value in claim.values:
        if value.value is None:
            continue
        key = value_key(value)
        weights[key] = _value_weight(value)
        if weights[key] >= 2.5 and value.kind is not ValueKind.DATE:
            figures.add(key)
        if value.kind is ValueKind.DATE and len(value.value) >= len("XXXX-05-09"):
            days.add(key)
    return Meaning(weights, sum(weights.values()), frozenset(figures), frozenset(names), frozenset(days))


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


@dataclass(frozen=True, slots=True)
class Met:
    """Pairs of claims (by place) of different articles: those that say the same, and those that contradict."""

    same: list[tuple[int, int]]
    contradicting: list[tuple[int, int, Value, Value]]
    """With the figure of each that the other does not have."""


def same_claims(claims: Sequence[Claim], texts: Mapping[str, str], lines: Mapping[str, str]) -> Met:
    """The claims that meet across articles, in time that grows with the claims alone.

    `lines`: article -> its line of reporting. Within one, where copies differ is read off their alignment instead.
    """
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
    found = Met([], [])
    for one in sorted(met):
        for two in sorted(met[one]):
            if claims[one].article == claims[two].article:
                continue
            if _same(meanings[one], meanings[two]):
                found.same.append((one, two))
            elif lines[claims[one].article] != lines[claims[two].article]:
                figures = contradicting_figures(claims[one], claims[two], meanings[one], meanings[two])
                if figures is not None:
                    found.contradicting.append((one, two, *figures))
    return found


def _heaviest(said: Meaning) -> list[str]:
    return sorted(said.weights, key=lambda key: (-said.weights[key], key))[:_KEYS]


def _same(one: Meaning, two: Meaning) -> bool:
    if one.figures and two.figures and not one.figures & two.figures:
        return False
    shared = one.weights.keys() & two.weights.keys()
    weight = sum(min(one.weights[key], two.weights[key]) for key in shared)
    if weight < _LEAST or weight < _SHARED * min(one.total, two.total) or weight < 0.36 * max(one.total, two.total):
        return False

    if weight >= _IDENTICAL * max(one.total, two.total):
        return True
    words = [key for key in shared if key[0] != "="]
    telling = sum(one.weights[key] >= _TELLING for key in words)
    if one.figures & two.figures or one.dates & two.dates:
        return len(words) >= 2 and telling >= 1
    # Without a figure in common the names alone say no more than that both are about the same people.
    plain = sum(key not in one.names and key not in two.names for key in words)
    return plain >= _PLAIN and telling >= 2 and weight >= _SHARED_PLAIN * max(one.total, two.total)


# Two independent claims contradict each other where all but one figure is the same: this much of the heavier one's
# other weight, and at least so much of it altogether. Series ("up 3 per cent", every quarter) are not to be mistaken
# for contradictions, so this asks for more than being the same claim does.
_SAME_BUT_FOR_FIGURE = 0.78
_LEAST_BUT_FOR_FIGURE = 16.0
# ... and so many names, none of which stands on one side only: "the bond is sold in denominations of" is any bond.
_NAMES = 2
# Figures this near, as a share of the larger, are one figure rounded.
_ROUNDED = 0.05


def contradicting_figures(one: Claim, two: Claim, ours: Meaning, theirs: Meaning) -> tuple[Value, Value] | None:
    """The one figure by which two claims of independent articles contradict each other, None where they do not."""
    mine = [value for value in one.values if value_key(value) in ours.figures]
    other = [value for value in two.values if value_key(value) in theirs.figures]
    if len(mine) != 1 or len(other) != 1 or ours.dates != theirs.dates:
        return None
    a, b = mine[0], other[0]
    if (a.kind, a.unit) != (b.kind, b.unit) or a.kind is ValueKind.DURATION or not _differ(a.value, b.value):
        return None
    left = {key: weight for key, weight in ours.weights.items() if key not in ours.figures}
    right = {key: weight for key, weight in theirs.weights.items() if key not in theirs.figures}
    shared = left.keys() & right.keys()
    weight = sum(min(left[key], right[key]) for key in shared)
    if weight < _LEAST_BUT_FOR_FIGURE or weight < _SAME_BUT_FOR_FIGURE * max(sum(left.values()), sum(right.values())):
        return None
    plain = sum(key not in ours.names and key not in theirs.names and key[0] != "=" for key in shared)
    named = ours.names == theirs.names and len(ours.names) >= _NAMES
    return (a, b) if plain >= _PLAIN and named and _same_word(one, two) else None


def _same_word(one: Claim, two: Claim) -> bool:
    """Whether two claims rest on the same word. Of two companies each "said it filed for" its own sum."""
    if one.speaker is None or two.speaker is None:
        return one.speaker is two.speaker
    mine, other = named_source(one.speaker), named_source(two.speaker)
    return mine is not None and other is not None and same_name(mine, other)


def _differ(one: str | None, two: str | None) -> bool:
    """Whether two figures are more than roundings of each other. Ranges say neither."""
    try:
        a, b = float(one or ""), float(two or "")
    except ValueError:
        return False
    return abs(a - b) > _ROUNDED * max(abs(a), abs(b))
