"""Where in an article a query is answered: runs of tokens, each answering one or more of the query's clauses."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from os.path import commonprefix

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
    begin: int
    """Where the first of them begins and the last ends in the article's line of tokens."""
    end: int


def line_of(tokens: Sequence[str]) -> str:
    """Tokens as the one line in which places are looked for: two blanks between them, so that none is shared."""
    return f" {'  '.join(tokens)} "


class Finder:
    """Finds the places of one query in any article, by one regular expression over its line of tokens."""

    def __init__(self, patterns: Sequence[Pattern], clauses: int) -> None:
        self.clauses = clauses
        ordered = sorted(patterns, key=lambda pattern: (pattern.prefix, -len(pattern.tokens), -WORTH[pattern.via]))
        self._whole: dict[str, Pattern] = {}
        self._begun: list[tuple[str, Pattern]] = []
        for pattern in ordered:
            written = "  ".join(pattern.tokens)
            if pattern.prefix:
                self._begun.append((written, pattern))
            else:
                self._whole.setdefault(written, pattern)
        known = [*self._whole.items(), *self._begun]
        self._needles = [f" {words}" if pattern.prefix else f" {words} " for words, pattern in known]
        self._begins = [pattern.prefix for _, pattern in known]
        self._masks = [sum(1 << clause for clause in pattern.clauses) for _, pattern in known]
        # A word asked for twice answers both times.
        self._reach: dict[str, int] = {}
        for pattern in patterns:
            needle = f" {'  '.join(pattern.tokens)}{'' if pattern.prefix else ' '}"
            self._reach[needle] = self._reach.get(needle, 0) | sum(1 << clause for clause in pattern.clauses)
        # Where no place of one can share a word with a place of another, counting each will do.
        single = all(len(pattern.tokens) == 1 for _, pattern in known) or len(known) == 1
        self._apart = single and not any(
            one is not other and one in other for one in self._needles for other in self._needles
        )
        # What all begin with stands in front, so that the search is one for a plain string; the longest first, so that
        # "white house staff" is found before "white".
        whole = sorted(self._whole, key=len, reverse=True)
        shared = commonprefix([*whole, *(words for words, _ in self._begun)])  # noqa: RUF071  # character by character is meant
        ways = [re.escape(words[len(shared) :]) for words in whole]
        ways += [f"{re.escape(words[len(shared) :])}[^ ]*" for words, _ in self._begun]
        self._expression = re.compile(f" {re.escape(shared)}(?:{'|'.join(ways)})(?= )")

    def places(self, line: str) -> list[Place]:
        """All places in an article's line of tokens, in order. Where some answer the whole query, only those."""
        found: list[Place] = []
        at = behind = 0
        for match in self._expression.finditer(line):
            begin = match.start() + 1
            at += line.count("  ", behind, begin)
            behind = begin
            words = tuple(match[0].split())
            pattern = self._pattern(match[0][1:])
            found.append(Place(at, at + len(words), pattern.clauses, pattern.via, words, begin, match.end()))
        if self.clauses < 2:
            return found
        joined = _joined(found)
        return [place for place in joined if len(place.clauses) == self.clauses] or joined

    def count(self, line: str) -> int:
        """How many places `places` finds, several times faster."""
        if self.clauses < 2 and self._apart:
            return sum(map(line.count, self._needles))
        found: list[tuple[int, int, int]] = []
        for number, (needle, begun) in enumerate(zip(self._needles, self._begins, strict=True)):
            at = line.find(needle)
            while at >= 0:
                end = line.index(" ", at + len(needle)) if begun else at + len(needle) - 1
                found.append((at, -end, number))
                at = line.find(needle, end)
        if len(self._needles) > 1:
            found.sort()
        return self._joined_count(line, found)

    def answers(self, line: str, known: Collection[int] = ()) -> bool:
        """Whether an article answers every clause; those of the clauses `known` it is known to answer."""
        answered = sum(1 << clause for clause in known)
        for needle, clauses in self._reach.items():
            if answered | clauses != answered and needle in line:
                answered |= clauses
        return answered == (1 << self.clauses) - 1

    def _joined_count(self, line: str, found: Sequence[tuple[int, int, int]]) -> int:
        """How many places are left of those found (begin, negative end, wording) where neighbours are joined."""
        everything = (1 << self.clauses) - 1
        count = whole = answered = last = 0
        for at, negative_end, number in found:
            if at < last:
                continue  # a shorter wording of the same place
            clauses = self._masks[number]
            # One pair of blanks more than there are tokens between.
            if answered and not answered & clauses and self.clauses > 1 and line.count("  ", last, at + 1) <= _NEAR:
                answered |= clauses
            else:
                count += 1
                answered = clauses
            whole += answered == everything
            last = -negative_end
        return whole or count

    def _pattern(self, words: str) -> Pattern:
        known = self._whole.get(words)
        if known is not None:
            return known
        return next(pattern for begin, pattern in self._begun if words.startswith(begin))


def _joined(places: Sequence[Place]) -> list[Place]:
    """Neighbouring places that answer different clauses, as one."""
    joined: list[Place] = []
    for place in places:
        if joined and place.first - joined[-1].last < _NEAR and not place.clauses & joined[-1].clauses:
            before = joined[-1]
            via = min(before.via, place.via, key=lambda via: WORTH[via])
            clauses, tokens = before.clauses | place.clauses, before.tokens + place.tokens
            joined[-1] = Place(before.first, place.last, clauses, via, tokens, before.begin, place.end)
        else:
            joined.append(place)
    return joined
