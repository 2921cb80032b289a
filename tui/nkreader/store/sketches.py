"""A large library's candidate pairs and the sketches they were found by, so that only what joins it is looked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from nkreader.articles.cards import Card
from nkreader.families.candidates import Sketch
from nkreader.store.cache import Cache
from nkreader.store.keep import BROKEN, LIBRARIES, article_key

PAIRS, SKETCH = "pairs", "sketch"

FEWEST = 1000
"""Articles from which sketches are kept, a kilobyte each; the pairs of fewer are found in seconds."""

MOST_ADDED = 50
"""One article in so many may be new: with more, all pairs are looked for anew."""

AT_ONCE = 2048
"""Sketches written to the cache in one transaction."""

_DIGEST = 16


class Paired(msgspec.Struct, frozen=True, array_like=True):
    """The articles of a library by what is found out about each alone, and the pairs of their places."""

    articles: list[str]
    pairs: list[tuple[int, int]]


class Sketches:
    """What is kept of the candidates of one library, which goes by the name `key`."""

    def __init__(self, cache: Cache, key: str, cards: Sequence[Card]) -> None:
        self._cache = cache
        self._key = key
        self._articles = [article_key(card) for card in cards]
        self._new: dict[str, bytes] = {}

    def known(self) -> tuple[list[tuple[int, int]], dict[int, Sketch]] | None:
        """The pairs of the library's articles that were there before, and their sketches, by place; None where too
        many are new, or nothing is kept."""
        kept = self._cache.get(PAIRS, self._key)
        if kept is None:
            return None
        try:
            paired = msgspec.json.decode(kept, type=Paired)
        except BROKEN:
            return None
        places: dict[str, list[int]] = defaultdict(list)
        for place in reversed(range(len(self._articles))):
            places[self._articles[place]].append(place)
        now = {before: places[key].pop() for before, key in enumerate(paired.articles) if places.get(key)}
        if (len(self._articles) - len(now)) * MOST_ADDED > len(self._articles):
            return None
        found = self._cache.get_many(SKETCH, {self._articles[place] for place in now.values()})
        if any(self._articles[place] not in found for place in now.values()):
            return None
        pairs = [(now[a], now[b]) for a, b in paired.pairs if a in now and b in now]
        try:
            sketches = {place: _sketch(found[self._articles[place]]) for place in now.values()}
        except ValueError:
            return None
        return [(min(pair), max(pair)) for pair in pairs], sketches

    def put(self, place: int, sketch: Sketch) -> None:
        """Keep the sketch of an article."""
        self._new[self._articles[place]] = (
            sketch.digest + sketch.words.to_bytes(8, "little") + sketch.features.tobytes()
        )
        if len(self._new) >= AT_ONCE:
            self._flush()

    def put_all(self, sketches: Mapping[int, Sketch]) -> None:
        """Keep sketches by place."""
        for place, sketch in sketches.items():
            self.put(place, sketch)

    def finish(self, pairs: Sequence[tuple[int, int]]) -> None:
        """Keep the pairs: all sketches have been put."""
        self._flush()
        paired = msgspec.json.encode(Paired(self._articles, list(pairs)))
        self._cache.put(PAIRS, self._key, paired, LIBRARIES)

    def _flush(self) -> None:
        self._cache.put_many(SKETCH, self._new)
        self._new = {}


def _sketch(kept: bytes) -> Sketch:
    """Raises ValueError where bytes are missing."""
    import numpy

    features = numpy.frombuffer(kept[_DIGEST + 8 :], dtype=numpy.uint64)
    return Sketch(kept[:_DIGEST], int.from_bytes(kept[_DIGEST : _DIGEST + 8], "little"), features)
