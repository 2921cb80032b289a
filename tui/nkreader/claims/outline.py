"""What claims are sorted and chosen by, a few numbers for each: so that a million of them are listed unread."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

from nkreader.claims.model import ClaimType

TYPES = tuple(ClaimType)


@dataclass(frozen=True, slots=True)
class Outline:
    """Of every claim, by place: weight in hundredths, its type's place among types, its speaker's in `names`."""

    weights: bytes
    types: bytes
    speakers: array[int]
    names: tuple[str, ...]
    """The first is empty and stands for no speaker."""


class OutlineMaker:
    """Takes claims one after the other."""

    def __init__(self) -> None:
        self._weights = bytearray()
        self._types = bytearray()
        self._speakers: array[int] = array("I")
        self._names: dict[str, int] = {"": 0}

    def add(self, weight: float, type: ClaimType, name: str) -> None:
        """Take a claim: its weight, its type, its speaker's name or an empty one."""
        self._weights.append(round(weight * 100))
        self._types.append(TYPES.index(type))
        self._speakers.append(self._names.setdefault(name, len(self._names)))

    def rename(self, places: Iterable[tuple[int, str]]) -> None:
        """Other names for the speakers of claims at these places."""
        for place, name in places:
            self._speakers[place] = self._names.setdefault(name, len(self._names))

    def outline(self) -> Outline:
        """What was taken."""
        return Outline(bytes(self._weights), bytes(self._types), self._speakers, tuple(self._names))
