"""Which claims of different articles say the same or contradict each other, by what they are about.

Claims meet over their rarest heavy words: an inverted index, worked through a part at a time, in time that grows with
the claims alone and memory that holds a few numbers for each.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from nkreader.claims.contradictions import Differing, Side, contradiction
from nkreader.claims.meaning import Meaning, Meanings
from nkreader.claims.model import Claim

# Two claims are one when they share this much of the lighter one's weight, and at least so much weight altogether.
# Chosen so that claims of unrelated news articles stay apart while the same figure told in other words is found.
_SHARED = 0.56
_SHARED_HEAVIER = 0.36
_LEAST = 11.5
# Where no figure is shared: so many words that are no names, and this much of the heavier one's weight.
_PLAIN = 3
_SHARED_PLAIN = 0.5
# Above this share of the heavier one's weight they are one whatever they are made of.
_IDENTICAL = 0.9
# Of the lighter claim's weight, what it shares with the one in its place in a free rewriting: those that share less
# were, read one by one, other statements.
_IN_COMMON = 0.15
# From this weight on a word is a name or a rare one.
_TELLING = 3.3
# Of a claim's heaviest keys, those are looked up that the fewest other claims have: a key that stands in more claims
# than this tells little and costs much, and near-linear time rests on it. Claims that meet over one key are compared
# where they share a second one of their heaviest: what says the same shares more.
_KEYS = 9
_LOOKED_UP = 4
_COMMONEST = 24
_SHARED_KEYS = 2
# Keys are worked through in parts of about so many claims at once.
_PART = 500_000


@dataclass(frozen=True, slots=True)
class Met:
    """Pairs of claims (by place) of different articles: those that say the same, and those that contradict."""

    same: list[tuple[int, int]]
    contradicting: list[tuple[int, int, Differing]]


def meetings(
    meanings: Meanings,
    articles: Sequence[int],
    lines: Sequence[int],
    claim: Callable[[int], Claim],
    text: Callable[[int], str],
) -> Met:
    """The claims that meet across articles.

    `articles`: the number of each claim's article; `lines`: of each article its line of reporting. Within one, where
    copies differ is read off their alignment instead. `claim`: the claim at a place, `text`: its article's; asked for
    of few.
    """
    met = Met([], [])
    for one, two, ours, theirs in _candidates(meanings, articles):
        differing = None
        if lines[articles[one]] != lines[articles[two]]:
            sides = [Side(said, partial(claim, at), partial(text, at)) for at, said in ((one, ours), (two, theirs))]
            differing = contradiction(sides[0], sides[1])
        if differing is not None:
            met.contradicting.append((one, two, differing))
        elif _same(ours, theirs):
            met.same.append((one, two))
    met.same.sort()
    met.contradicting.sort(key=lambda item: item[:2])
    return met


def _candidates(meanings: Meanings, articles: Sequence[int]) -> Iterator[tuple[int, int, Meaning, Meaning]]:
    """Pairs that share a rare key and another heavy one, each once, the lower place first."""
    looked_up = _looked_up(meanings)
    parts = 1 + len(looked_up) // (_PART * _LOOKED_UP)
    for part in range(parts):
        held = sorted(
            key << 32 | number // _LOOKED_UP for number, key in enumerate(looked_up) if key and key % parts == part
        )
        for key, group in groupby(held, key=lambda entry: entry >> 32):
            places = [entry & 0xFFFFFFFF for entry in group]
            if not 1 < len(places) <= _COMMONEST:
                continue
            heaviest = [frozenset(meanings.heaviest(place, _KEYS)) for place in places]
            own = [frozenset(looked_up[place * _LOOKED_UP : (place + 1) * _LOOKED_UP]) - {0} for place in places]
            read: dict[int, Meaning] = {}
            for number, one in enumerate(places):
                for other in range(number + 1, len(places)):
                    two = places[other]
                    if articles[one] == articles[two] or len(heaviest[number] & heaviest[other]) < _SHARED_KEYS:
                        continue
                    if key != min(own[number] & own[other]):
                        continue  # met over another key
                    for place in (one, two):
                        if place not in read:
                            read[place] = meanings.of(place)
                    yield one, two, read[one], read[two]


def _looked_up(meanings: Meanings) -> array[int]:
    """Of every claim the keys it is looked up by, `_LOOKED_UP` for each, 0 where there are fewer."""
    # How many claims hold a key is counted in a table of single bytes; two keys seldom share one.
    size = 1 << max(16, (8 * _KEYS * len(meanings)).bit_length() - 1)
    spread, mask = bytearray(size), size - 1
    full = _COMMONEST + 1
    heavy = [meanings.total(place) >= _LEAST for place in range(len(meanings))]
    for place, telling in enumerate(heavy):
        if telling:
            for key in meanings.heaviest(place, _KEYS):
                if spread[key & mask] < full:
                    spread[key & mask] += 1
    found: array[int] = array("I", bytes(4 * _LOOKED_UP * len(meanings)))
    for place, telling in enumerate(heavy):
        if not telling:
            continue
        shared = [(spread[key & mask], key) for key in meanings.heaviest(place, _KEYS)]
        shared = sorted(entry for entry in shared if 1 < entry[0] <= _COMMONEST)[:_LOOKED_UP]
        for number, (_, key) in enumerate(shared):
            found[place * _LOOKED_UP + number] = key
    return found


def has_in_common(one: Meaning, two: Meaning) -> bool:
    """Whether two claims that stand in one place of an article and its rewriting are about one thing at all."""
    shared = one.weights.keys() & two.weights.keys()
    return sum(min(one.weights[key], two.weights[key]) for key in shared) >= _IN_COMMON * min(one.total, two.total)


def _same(one: Meaning, two: Meaning) -> bool:
    if one.figures and two.figures and not one.figures & two.figures:
        return False
    shared = one.weights.keys() & two.weights.keys()
    weight = sum(min(one.weights[key], two.weights[key]) for key in shared)
    lighter, heavier = sorted((one.total, two.total))
    if weight < _LEAST or weight < _SHARED * lighter or weight < _SHARED_HEAVIER * heavier:
        return False
    if weight >= _IDENTICAL * heavier:
        return True
    words = shared - one.values - two.values
    telling = sum(one.weights[key] >= _TELLING for key in words)
    if one.figures & two.figures or one.dates & two.dates:
        return len(words) >= 2 and telling >= 1
    # Without a figure in common the names alone say no more than that both are about the same people.
    plain = sum(key not in one.names and key not in two.names for key in words)
    return plain >= _PLAIN and telling >= 2 and weight >= _SHARED_PLAIN * heavier
