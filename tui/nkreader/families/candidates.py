"""Which pairs of articles are worth aligning: those that share word runs or rare words, found by an inverted index."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from nkreader.families.kinship import STUB_WORDS, kinship, worth_a_look
from nkreader.families.profile import Profile, learn_weights, read_profile, telling_triples, weights_of
from nkreader.model import Article
from nkreader.workers import Workers

# Kinship from which a pair is worth an alignment, which then decides.
CANDIDATE = 0.5
# What goes into the index: words this rare, and word triples that tell this much. Names, figures and rare words, which
# rewriters leave alone, carry the paraphrases; triples carry the rest.
RARE = 2.0
TELLING_TRIPLE = 2.5
# A feature of more articles than this leads to the first and to the latest of them only: what so many have is common,
# or they are copies of one another and found through the first.
CROWD = 16
# Closest partners of an article that are kept, so that thousands of near copies do not make millions of pairs.
PARTNERS = 32
# Of an article's copies nearly to the letter so many are kept: a thousand of them hang together by fewer.
NEAR = 0.9999
NEAR_PARTNERS = 8
# Of one that stands in a crowd of them only so many: five thousand copies would make forty thousand pairs.
CROWDED_PARTNERS = 3
# Copies to the letter beyond this many are each paired with the first of them only, and no others with them.
ALL_PAIRS = 12

# Articles whose profiles are read in one go.
AT_ONCE = 64

# A feature is a hash whose low bits tell what it is and weighs: 1 to 15 a word in halves, 16 to 31 a triple. Weights
# of words and triples are added up in one number, the triples' above this bit.
_SHIFT = 32
_BITS = 5
_WEIGHTS = (1 << _BITS) - 1
_WEIGHT_OF = [*range(16), *((weight << _SHIFT) for weight in range(16))]
_WORD_SUM = (1 << _SHIFT) - 1
_MASK = (1 << 64) - 1


class Entry(NamedTuple):
    """What the index asks of an article."""

    profile: Profile
    features: array[int]
    weights: dict[int, float]
    """Of the words of this article and of those read with it; with one of these only."""


def entries_of(articles: Sequence[Article]) -> list[Entry]:
    """What the index asks of each article."""
    entries = []
    for article in articles:
        profile = read_profile(article)
        entries.append(Entry(profile.anew(), _features(profile.words, profile.telling), {}))
    if entries:
        entries[0] = entries[0]._replace(weights=weights_of(entry.profile for entry in entries))
    return entries


def candidate_pairs(
    articles: Sequence[Article],
    progress: Callable[[str, int, int], None] | None = None,
    workers: Workers | None = None,
) -> list[tuple[int, int]]:
    """Pairs of positions (i < j, in order) that may be one article. `progress("candidates", done, total)` counts them.

    Time grows with the number of words, not of pairs. In a library where no article has more than 31 relatives a pair
    is found whatever else is there.
    """
    copies: dict[bytes, list[int]] = defaultdict(list)
    features: list[array[int]] = []
    profiles: list[Profile] = []
    for place, entry in enumerate((workers or Workers(1)).map(entries_of, articles, AT_ONCE)):
        if progress and place % AT_ONCE == 0:
            progress("candidates", place, 2 * len(articles))
        learn_weights(entry.weights)
        profiles.append(entry.profile)
        same = copies[entry.profile.digest]
        same.append(place)
        features.append(array("Q") if len(same) > 1 else entry.features)
    pairs = set(_exact(list(copies.values())))
    alike = {group[0]: group[:ALL_PAIRS] for group in copies.values()}
    for first, second in _near(profiles, features, progress):
        pairs.update((min(i, j), max(i, j)) for i in alike[first] for j in alike[second])
    if progress:
        progress("candidates", 2 * len(articles), 2 * len(articles))
    return sorted(pairs)


def _exact(groups: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Pairs of articles that are the same words."""
    pairs: list[tuple[int, int]] = []
    for group in groups:
        anchors = group if len(group) <= ALL_PAIRS else group[:1]
        pairs += [(i, j) for n, i in enumerate(anchors) for j in group[n + 1 :]]
    return pairs


def _near(
    profiles: Sequence[Profile], features: Sequence[array[int]], progress: Callable[[str, int, int], None] | None
) -> list[tuple[int, int]]:
    """Pairs of articles that share enough of what the index knows and, looked at, are likely one text."""
    totals = []
    for own in features:
        weight = sum(_WEIGHT_OF[feature & _WEIGHTS] for feature in own)
        totals.append((weight & _WORD_SUM or 1, weight >> _SHIFT or 1))
    known = lru_cache(maxsize=4096)(lambda place: profiles[place].anew())
    shared_by_any = _repeated(features)
    postings: dict[int, list[int]] = {}
    pairs: list[tuple[int, int]] = []
    for place, own in enumerate(features):
        if progress and place % 64 == 0:
            progress("candidates", len(profiles) + place, 2 * len(profiles))
        shared: dict[int, int] = defaultdict(int)
        for feature in own:
            if feature not in shared_by_any:
                continue
            posting = postings.get(feature)
            if posting is None:
                postings[feature] = [place]
                continue
            weight = _WEIGHT_OF[feature & _WEIGHTS]
            for other in posting:
                shared[other] += weight
            if len(posting) < CROWD:
                posting.append(place)
            else:
                posting[CROWD // 2 + place % (CROWD // 2)] = place
        found: list[tuple[float, int]] = []
        for other, weight in shared.items():
            words_of_all = min(totals[place][0], totals[other][0]) / 2
            triples_of_all = min(totals[place][1], totals[other][1])
            if worth_a_look((weight & _WORD_SUM) / 2, weight >> _SHIFT, words_of_all, triples_of_all):
                likelihood = kinship(known(other), known(place), CANDIDATE)
                if likelihood:
                    found.append((likelihood, other))
        found.sort(key=lambda item: (-item[0], item[1]))
        near = [item for item in found if item[0] >= NEAR]
        near = near[: NEAR_PARTNERS if len(near) < CROWD else CROWDED_PARTNERS]
        rest = [item for item in found if item[0] < NEAR]
        pairs += [(other, place) for _, other in (near + rest)[:PARTNERS]]
    return pairs


def _repeated(features: Sequence[array[int]]) -> set[int]:
    """The features that more than one article has: most have one owner only, and need no room in the index."""
    parts = [array("Q") for _ in range(16)]
    for own in features:
        for feature in own:
            parts[feature >> 60].append(feature)
    return {first for part in parts for first, second in pairwise(sorted(part)) if first == second}


def _features(codes: Sequence[int], telling: dict[int, float]) -> array[int]:
    """What the index knows of an article: rare words and telling triples, each once; the low bits hold its weight."""
    if len(codes) < STUB_WORDS:
        return array("Q")
    found = {(code << _BITS | min(15, round(2 * weight))) & _MASK for code, weight in telling.items() if weight >= RARE}
    found.update(
        (run << _BITS | 16 | min(15, round(weight))) & _MASK
        for run, weight in telling_triples(codes, telling)
        if weight >= TELLING_TRIPLE
    )
    return array("Q", sorted(found))
