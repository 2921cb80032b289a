"""All claims and groups of a library as sequences that are unpacked where they are looked at.

A library of 100,000 articles has millions of claims, of which a screen shows fifty. A claim that stands alone is a
group of one; such groups are made when they are asked for.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from threading import Lock
from typing import overload

from nkreader.claims.model import Claim, Group
from nkreader.claims.outline import Outline
from nkreader.claims.told import Told

KEPT = 2048
"""Articles whose claims are held unpacked, the least recently asked for given up first."""


class HeldClaims(Sequence[Claim]):
    """The claims of articles, in their order. Safe to ask from several threads."""

    def __init__(
        self, ids: Sequence[str], told: Sequence[Told], counts: Sequence[int], outline: Outline | None = None
    ) -> None:
        self._ids = ids
        self._outline = outline
        self._told = told
        self._starts = [0, *accumulate(counts)]
        self._place = {id: number for number, id in enumerate(ids)}
        self._names: Mapping[str, str] = {}
        self._unpacked: OrderedDict[int, tuple[Claim, ...]] = OrderedDict()
        self._lock = Lock()

    @property
    def outline(self) -> Outline:
        """What the claims are listed by."""
        assert self._outline is not None
        return self._outline

    def name(self, names: Mapping[str, str]) -> None:
        """Take over the fuller names of speakers that other articles of their families give: claim id -> name."""
        with self._lock:
            self._names = names
            self._unpacked.clear()

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, key: int) -> Claim: ...
    @overload
    def __getitem__(self, key: slice) -> Sequence[Claim]: ...
    def __getitem__(self, key: int | slice) -> Claim | Sequence[Claim]:
        if isinstance(key, slice):
            return [self[place] for place in range(*key.indices(len(self)))]
        if key < 0:
            key += len(self)
        if not 0 <= key < len(self):
            raise IndexError(key)
        article = self.article(key)
        return self._of(article)[key - self._starts[article]]

    def __iter__(self) -> Iterator[Claim]:
        for article in range(len(self._ids)):
            yield from self._of(article)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # sequences of this size are compared, never keys

    def article(self, place: int) -> int:
        """The number of the article that holds the claim at a place."""
        return bisect_right(self._starts, place) - 1

    def id(self, place: int) -> str:
        """The id of the claim at a place, without unpacking it."""
        article = self.article(place)
        return f"{self._ids[article]}:c{place - self._starts[article] + 1}"

    def place(self, id: str) -> int | None:
        """The place of a claim, None for an id that is none."""
        article, _, number = id.rpartition(":c")
        at = self._place.get(article)
        if at is None or not number.isdecimal():
            return None
        place = self._starts[at] + int(number) - 1
        return place if self._starts[at] <= place < self._starts[at + 1] else None

    def claim(self, id: str) -> Claim:
        """A claim by its id. Raises KeyError."""
        place = self.place(id)
        if place is None:
            raise KeyError(id)
        return self[place]

    def of(self, article_id: str) -> tuple[Claim, ...]:
        """The claims of one article."""
        at = self._place.get(article_id)
        return () if at is None else self._of(at)

    def _of(self, article: int) -> tuple[Claim, ...]:
        with self._lock:
            found = self._unpacked.get(article)
            if found is not None:
                self._unpacked.move_to_end(article)
                return found
            names = self._names
        found = tuple(_named(claim, names) for claim in self._told[article].claims(self._ids[article]))
        with self._lock:
            if names is self._names:
                self._unpacked[article] = found
                if len(self._unpacked) > KEPT:
                    self._unpacked.popitem(last=False)
        return found


def _named(claim: Claim, names: Mapping[str, str]) -> Claim:
    name = names.get(claim.id)
    if name is None or claim.speaker is None:
        return claim
    return replace(claim, speaker=replace(claim.speaker, name=name))


class HeldGroups(Sequence[Group]):
    """Groups in the order of their first claims, numbered through."""

    def __init__(
        self,
        claims: int,
        several: Sequence[Group],
        places: Sequence[Sequence[int]],
        alone: Callable[[str, int], Group],
    ) -> None:
        """`places`: of each group of several its claims' places; `alone` makes the group of any other claim."""
        joined = bytearray(claims)
        self._first_of: dict[int, int] = {}
        for held in places:
            for place in held[1:]:
                joined[place] = 1
            self._first_of.update(dict.fromkeys(held, held[0]))
        self._first = array("I", (place for place in range(claims) if not joined[place]))
        self._several = {held[0]: group for held, group in zip(places, several, strict=True)}
        self._alone = alone

    def __len__(self) -> int:
        return len(self._first)

    @overload
    def __getitem__(self, key: int) -> Group: ...
    @overload
    def __getitem__(self, key: slice) -> Sequence[Group]: ...
    def __getitem__(self, key: int | slice) -> Group | Sequence[Group]:
        if isinstance(key, slice):
            return [self[number] for number in range(*key.indices(len(self)))]
        if key < 0:
            key += len(self)
        return self._made(key, self._first[key])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # as above

    @property
    def first(self) -> Sequence[int]:
        """Of every group the place of its first claim."""
        return self._first

    def number_of(self, place: int) -> int:
        """The number of the group of the claim at a place, counted from 0."""
        return bisect_left(self._first, self._first_of.get(place, place))

    def of(self, place: int) -> Group:
        """The group of the claim at a place."""
        return self._made(self.number_of(place), self._first_of.get(place, place))

    def several(self) -> dict[int, Group]:
        """The groups of more than one claim, by their number."""
        found = ((bisect_left(self._first, first), first) for first in sorted(self._several))
        return {number: self._made(number, first) for number, first in found}

    def _made(self, number: int, first: int) -> Group:
        id = f"g{number + 1}"
        group = self._several.get(first)
        return self._alone(id, first) if group is None else replace(group, id=id)
