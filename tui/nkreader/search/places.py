"""Where in an article a query is answered: runs of tokens, each answering one or more of the query's clauses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from nkreader.search.model import Via

# Words of one query this close together are one place: "Kim and Putin" answers kim putin.
_NEAR = 3
# What a place is worth by how it was found.
WORTH = {Via.EXACT: 1.0, Via.VARIANT: 0.7, Via.STEM: 0.6, Via.FUZZY: 0.4}


@dataclass(frozen=True, slots=True)
class Pattern:
    """Tokens to look for in this order, the clauses they answer, and how. `prefix`: the last is only a beginning."""

    tokens: tuple[str, ...]
    clauses: frozenset[int]
    via: Via
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Tokens [first, last) of an article that answer clauses of the query."""

    first: int
    last: int
    clauses: frozenset[int]
    via: Via
    tokens: tuple[str, ...]


@dataclass(slots=True)
class Finder:
    """Finds the places of one query in the tokens of any article."""

    patterns: Sequence[Pattern]
    clauses: int
    _by_first: dict[str, list[Pattern]] = field(init=False, default_factory=dict)
    _beginnings: list[Pattern] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        for pattern in self.patterns:
            if pattern.prefix and len(pattern.tokens) == 1:
                self._beginnings.append(pattern)
            else:
                self._by_first.setdefault(pattern.tokens[0], []).append(pattern)
        for patterns in self._by_first.values():
            patterns.sort(key=lambda pattern: (-len(pattern.tokens), -WORTH[pattern.via]))

    def places(self, tokens: Sequence[str]) -> list[Place]:
        """All places in an article's tokens, in order. Where some answer the whole query, only those."""
        found = list(self._matches(tokens))
        if self.clauses < 2:
            return found
        joined = _joined(found)
        whole = [place for place in joined if len(place.clauses) == self.clauses]
        return whole or joined

    def _matches(self, tokens: Sequence[str]) -> Iterable[Place]:
        by_first, beginnings = self._by_first, self._beginnings
        behind = 0
        for at, token in enumerate(tokens):
            if at < behind:
                continue
            for pattern in by_first.get(token, ()):
                if self._stands(pattern, tokens, at):
                    behind = at + len(pattern.tokens)
                    yield Place(at, behind, pattern.clauses, pattern.via, tuple(tokens[at:behind]))
                    break
            else:
                for pattern in beginnings:
                    if token.startswith(pattern.tokens[0]):
                        yield Place(at, at + 1, pattern.clauses, pattern.via, (token,))
                        break

    @staticmethod
    def _stands(pattern: Pattern, tokens: Sequence[str], at: int) -> bool:
        wanted = pattern.tokens
        if len(wanted) == 1:
            return True
        if at + len(wanted) > len(tokens):
            return False
        if not pattern.prefix:
            return tuple(tokens[at : at + len(wanted)]) == wanted
        last = at + len(wanted) - 1
        return tuple(tokens[at:last]) == wanted[:-1] and tokens[last].startswith(wanted[-1])


def _joined(places: Sequence[Place]) -> list[Place]:
    """Neighbouring places that answer different clauses, as one."""
    joined: list[Place] = []
    for place in places:
        if joined and place.first - joined[-1].last < _NEAR and not place.clauses & joined[-1].clauses:
            before = joined[-1]
            via = min(before.via, place.via, key=lambda via: WORTH[via])
            joined[-1] = Place(
                before.first, place.last, before.clauses | place.clauses, via, before.tokens + place.tokens
            )
        else:
            joined.append(place)
    return joined
