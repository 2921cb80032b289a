"""Which pairs of articles are worth aligning: those that share word runs or rare words, found by an inverted index."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Sequence

from nkreader.families.kinship import STUB_WORDS, kinship
from nkreader.families.profile import folded_words, profile_of, weight_of, word_code
from nkreader.model import Article

# Share of the smaller's features that the larger must have before the two are looked at more closely.
LOOK = 0.08
# Kinship from which a pair is worth an alignment; links ask for more.
CANDIDATE = 0.25
# A feature of more articles than this leads to the first and the latest of them only.
CROWD = 64
# Closest partners of an article that are kept, so that thousands of near copies do not make millions of pairs.
PARTNERS = 24
# Copies to the letter beyond this many are each paired with the first of them only.
ALL_PAIRS = 12
# Every so many of a long text's features is kept.
LONG_WORDS = 100_000
SAMPLE = 8
RARE_WEIGHT = 2.0


def candidate_pairs(
    articles: Sequence[Article], progress: Callable[[str, int, int], None] | None = None
) -> list[tuple[int, int]]:
    """Pairs of positions (i < j, in order) that may be one article. `progress(stage, done, total)` counts articles."""
    texts: dict[int, list[int]] = defaultdict(list)
    features: list[array[int]] = []
    for place, article in enumerate(articles):
        found = folded_words(article)
        texts[hash(found)].append(place)
        features.append(_features(found))
        if progress:
            progress("candidates", place + 1, 2 * len(articles))
    pairs: set[tuple[int, int]] = set()
    firsts = []
    for copies in texts.values():
        firsts.append(copies[0])
        if len(copies) <= ALL_PAIRS:
            pairs.update((i, j) for n, i in enumerate(copies) for j in copies[n + 1 :])
        else:
            pairs.update((copies[0], j) for j in copies[1:])
    firsts.sort()
    postings: dict[int, list[int]] = defaultdict(list)
    for done, place in enumerate(firsts):
        own = features[place]
        counts: dict[int, int] = defaultdict(int)
        for feature in own:
            posting = postings[feature]
            for other in posting:
                counts[other] += 1
            if len(posting) < CROWD:
                posting.append(place)
            else:
                posting[CROWD // 2 + place % (CROWD // 2)] = place
        close = []
        for other, count in counts.items():
            if count >= LOOK * min(len(own), len(features[other])):
                likeness = kinship(profile_of(articles[other]), profile_of(articles[place]))
                if likeness >= CANDIDATE:
                    close.append((-likeness, other))
        pairs.update((other, place) for _, other in sorted(close)[:PARTNERS])
        if progress:
            progress("candidates", len(articles) + done + 1, 2 * len(articles))
    return sorted(pairs)


def _features(found: Sequence[str]) -> array[int]:
    """Hashes of the text's word triples that hold a telling word, and of its rare words: 64-bit, sorted, each once."""
    if len(found) < STUB_WORDS:
        return array("Q")
    codes = [word_code(word) for word in found]
    weights = [weight_of(word) for word in found]
    runs = {
        (a * 0x9E3779B1 ^ b * 0x85EBCA77 ^ c * 0xC2B2AE3D) & 0xFFFFFFFFFFFFFFFF
        for a, b, c, u, v, w in zip(codes, codes[1:], codes[2:], weights, weights[1:], weights[2:], strict=False)
        if u + v + w > RARE_WEIGHT
    }
    runs.update(code for code, weight in zip(codes, weights, strict=True) if weight > RARE_WEIGHT)
    if len(found) > LONG_WORDS:
        runs = {code for code in runs if code % SAMPLE == 0}
    return array("Q", sorted(runs))
