"""What every article of a library tells, kept by content: adding ten articles to ten thousand reads ten."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from typing import overload

from nkreader.articles.cards import Card
from nkreader.claims.told import Told, is_whole, tell
from nkreader.store.cache import Cache
from nkreader.store.shelf import Shelf, Some
from nkreader.workers import Workers

TOLD = "told"

AT_ONCE = 256
"""Articles looked up, and written, at a time."""

TO_A_PROCESS = 32
"""Articles handed to a process at a time."""


class Tellings(Sequence[Told]):
    """What each article tells, by its place. What the cache keeps is not held here."""

    def __init__(self, shelf: Shelf, cache: Cache | None) -> None:
        self._shelf = shelf
        self._cache = cache
        self._held: dict[int, Told] = {}

    def __len__(self) -> int:
        return len(self._shelf)

    @overload
    def __getitem__(self, key: int) -> Told: ...
    @overload
    def __getitem__(self, key: slice) -> Sequence[Told]: ...
    def __getitem__(self, key: int | slice) -> Told | Sequence[Told]:
        if isinstance(key, slice):
            return [self[place] for place in range(*key.indices(len(self)))]
        held = self._held.get(key)
        if held is not None:
            return held
        if self._cache is not None:
            kept = self._cache.get(TOLD, told_key(self._shelf.cards[key]))
            if kept is not None and is_whole(kept):
                return Told(kept)
        return tell([self._shelf[key]])[0]

    def __iter__(self) -> Iterator[Told]:
        cards = self._shelf.cards
        for start in range(0, len(self), AT_ONCE):
            places = range(start, min(start + AT_ONCE, len(self)))
            keys = {place: told_key(cards[place]) for place in places if place not in self._held}
            kept = self._cache.get_many(TOLD, keys.values()) if self._cache is not None else {}
            for place in places:
                content = kept.get(keys.get(place, ""))
                yield Told(content) if content is not None and is_whole(content) else self[place]

    def fill(self, workers: Workers, progress: Callable[[int], None] | None = None) -> None:
        """Read what was never read. Progress: how many articles are done."""
        missing = self._missing()
        done = len(self) - len(missing)
        new: dict[str, bytes] = {}
        for place, told in zip(missing, workers.map(tell, Some(self._shelf, missing), TO_A_PROCESS), strict=True):
            if self._cache is not None and isinstance(told.content, bytes):
                new[told_key(self._shelf.cards[place])] = told.content
                if len(new) >= AT_ONCE:
                    self._cache.put_many(TOLD, new)
                    new = {}
            else:
                self._held[place] = told
            done += 1
            if progress is not None:
                progress(done)
        if self._cache is not None:
            self._cache.put_many(TOLD, new)

    def _missing(self) -> list[int]:
        """The places of what neither this nor the cache holds."""
        if self._cache is None:
            return [place for place in range(len(self)) if place not in self._held]
        missing: list[int] = []
        for start in range(0, len(self), AT_ONCE):
            places = [place for place in range(start, min(start + AT_ONCE, len(self))) if place not in self._held]
            keys = [told_key(self._shelf.cards[place]) for place in places]
            known = self._cache.get_many(TOLD, keys)
            missing += [place for place, key in zip(places, keys, strict=True) if key not in known]
        return missing


def told_key(card: Card) -> str:
    """What an article tells depends on: its text, its residue, and its date, which relative dates are told from."""
    state = hashlib.sha256(repr((card.digest, card.boilerplate, card.published)).encode())
    return state.hexdigest()[:40]
