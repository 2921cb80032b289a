"""Where in an article a query is answered: runs of tokens, each answering one or more of the query's clauses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nkreader.search.lines import RARE, with_rare
from nkreader.search.model import Via
from nkreader.search.vocabulary import Vocabulary

# Words of one query this close together are one place: "Kim and Putin" answers kim putin.
_NEAR = 3
# Up to so many words are looked for one by one, more of them by a look at every word of the line.
_ONE_BY_ONE = 12
# What a place is worth by how it was found.
WORTH = {Via.EXACT: 1.0, Via.VARIANT: 0.7, Via.STEM: 0.6, Via.FUZZY: 0.4}
# Where characters begin that only one query gives to words that have none of their own.
_LENT = 0xD800
_MOST_LENT = 0x800


@dataclass(frozen=True, slots=True)
class Pattern:
    """Tokens to look for in this order, the clauses they answer, and how. `prefix`: the last is only a beginning."""

    tokens: tuple[str, ...]
    clauses: frozenset[int]
    via: Via
    prefix: bool = False


class Place(NamedTuple):
    """Tokens [first, last) of an article that answer clauses of the query."""

    first: int
    last: int
    clauses: int
    """How many of them."""
    via: Via
    tokens: str
    """As they are written in the line."""


class Finder:
    """Finds the places of one query in any article's line (see `lines`)."""

    def __init__(self, patterns: Sequence[Pattern], clauses: int, words: Vocabulary) -> None:
        self.clauses = clauses
        self._everything = (1 << clauses) - 1
        self._words = words
        self._lent: dict[str, str] = {}
        self._spelt: dict[str, str] = {}
        self._begun: list[str] = []
        # Where two answer alike, the better: a word as it is before its beginning, and the best way of finding it.
        ordered = sorted(patterns, key=lambda pattern: (pattern.prefix, -len(pattern.tokens), -WORTH[pattern.via]))
        self.patterns: list[Pattern] = []
        self._masks: list[int] = []
        singles: dict[str, int] = {}
        self._runs: list[tuple[str, int]] = []
        self._begun_runs: list[tuple[str, frozenset[str], int]] = []
        runs: set[str] = set()
        # A word asked for twice answers both times.
        self._reach: dict[str, int] = {}
        self._begun_reach: list[tuple[str, frozenset[str], int]] = []
        for pattern in ordered:
            number, mask = len(self.patterns), sum(1 << clause for clause in pattern.clauses)
            self.patterns.append(pattern)
            self._masks.append(mask)
            head = self._written(pattern.tokens[:-1] if pattern.prefix else pattern.tokens)
            if head is None:
                continue
            if pattern.prefix:
                ends = self._ends(pattern.tokens[-1])
                self._begun_reach.append((head, ends, mask))
                self._begun.append(pattern.tokens[-1])
                if head:
                    self._begun_runs.append((head, ends, number))
                else:
                    singles = {**dict.fromkeys(ends, number), **singles}
                continue
            self._reach[head] = self._reach.get(head, 0) | mask
            if len(head) == 1:
                singles.setdefault(head, number)
            elif head not in runs:
                runs.add(head)
                self._runs.append((head, number))
        self._singles = singles
        self._few = list(singles.items()) if len(singles) <= _ONE_BY_ONE else []
        # Where no place of one can share a word with a place of another, counting each will do.
        self._apart = clauses < 2 and not self._begun_runs and (not self._runs or len(self._runs) + len(singles) == 1)

        self.best = max((WORTH[pattern.via] for pattern in patterns), default=0.0)

    def word(self, written: str) -> str:
        """The word of the query that a line has as this character."""
        if written not in self._spelt:
            begun = (self._words.spelt(start, written) for start in self._begun)
            self._spelt[written] = next(word for word in begun if word is not None)
        return self._spelt[written]

    def line(self, line: str, rare: str | None) -> str:
        """The line as this query is looked for in it."""
        return with_rare(line, rare, self._lent) if rare and self._lent else line

    def _lend(self, word: str) -> str:
        """A character for a word that has none of its own."""
        if word not in self._lent and len(self._lent) < _MOST_LENT:
            self._lent[word] = written = chr(_LENT + len(self._lent))
            self._spelt[written] = word
        return self._lent.get(word, "")

    def _ends(self, start: str) -> frozenset[str]:
        """The characters of all words that begin so."""
        written = self._words.beginning(start)
        if RARE in written:
            written = written.replace(RARE, "") + "".join(map(self._lend, self._words.rare(start)))
        return frozenset(written)

    def _written(self, tokens: Sequence[str]) -> str | None:
        """The tokens as a line has them, None where one is in no line."""
        found = []
        for token in tokens:
            written = self._words.written(token)
            if written is None:
                return None
            if written == RARE:
                written = self._lend(token)
            self._spelt[written] = token
            found.append(written)
        return "".join(found)

    def places(self, line: str) -> list[Place]:
        """All places in an article's line, in order. Where some answer the whole query, only those."""
        found: list[Place] = []
        masks, patterns = self._masks, self.patterns
        if self.clauses < 2:
            last = 0
            for at, negative_end, number in self._found(line):
                if at < last:
                    continue  # a shorter wording of the same place
                last = -negative_end
                found.append(Place(at, last, 1, patterns[number].via, line[at:last]))
            return found
        # Begin, end, clauses as bits, worst way of finding, where its words stand.
        joined: list[tuple[int, int, int, Via, str]] = []
        first = last = answered = 0
        via, written, whole = Via.EXACT, "", False
        for at, negative_end, number in self._found(line):
            if at < last:
                continue
            end, mask, found_by = -negative_end, masks[number], patterns[number].via
            if answered and not answered & mask and at - last < _NEAR:
                # Neighbours that answer different clauses are one place.
                answered |= mask
                via = via if WORTH[via] <= WORTH[found_by] else found_by
                written += line[at:end]
                joined[-1] = first, end, answered, via, written
            else:
                first, answered, via, written = at, mask, found_by, line[at:end]
                joined.append((first, end, answered, via, written))
            whole = whole or answered == self._everything
            last = end
        return [
            Place(begin, end, clauses.bit_count(), via, words)
            for begin, end, clauses, via, words in joined
            if not whole or clauses == self._everything
        ]

    def tally(self, line: str) -> Counter[int]:
        """How often each of `patterns` stands in a line, by its place among them, also within each other."""
        return Counter(number for _, _, number in self._found(line))

    def count(self, line: str) -> int:
        """How many places `places` finds, several times faster."""
        if self._apart:
            if self._runs:
                return line.count(self._runs[0][0])
            if self._few:
                return sum(line.count(single) for single, _ in self._few)
            singles = self._singles
            return sum(1 for word in line if word in singles)
        masks, everything, single = self._masks, self._everything, self.clauses < 2
        count = whole = answered = last = 0
        for at, negative_end, number in self._found(line):
            if at < last:
                continue
            clauses = masks[number]
            if answered and not single and not answered & clauses and at - last < _NEAR:
                answered |= clauses
            else:
                count += 1
                answered = clauses
            whole += answered == everything
            last = -negative_end
        return count if single else whole or count

    def answers(self, line: str, known: Collection[int] = ()) -> bool:
        """Whether an article answers every clause; those of the clauses `known` it is known to answer."""
        answered = sum(1 << clause for clause in known)
        for written, clauses in self._reach.items():
            if answered | clauses != answered and written in line:
                answered |= clauses
        for head, ends, clauses in self._begun_reach:
            if answered | clauses != answered and _has_begun(line, head, ends):
                answered |= clauses
        return answered == self._everything

    def _found(self, line: str) -> list[tuple[int, int, int]]:
        """Every pattern wherever it stands: begin, negative end, number; the longest first where two begin."""
        found: list[tuple[int, int, int]] = []
        for written, number in self._few:
            at = line.find(written)
            while at >= 0:
                found.append((at, -at - 1, number))
                at = line.find(written, at + 1)
        if not self._few and self._singles:
            singles = self._singles
            found += [(at, -at - 1, singles[word]) for at, word in enumerate(line) if word in singles]
        for written, number in self._runs:
            at, length = line.find(written), len(written)
            while at >= 0:
                found.append((at, -at - length, number))
                at = line.find(written, at + 1)
        for head, ends, number in self._begun_runs:
            at, length = line.find(head), len(head)
            while at >= 0:
                if line[at + length : at + length + 1] in ends:
                    found.append((at, -at - length - 1, number))
                at = line.find(head, at + 1)
        if len(self._few) + len(self._runs) + len(self._begun_runs) + (not self._few) > 1:
            found.sort()
        return found


def holds(words: Vocabulary, tokens: Sequence[str], prefix: bool) -> Callable[[str], bool]:
    """What says whether tokens stand in an article's line in this order."""
    finder = Finder([Pattern(tuple(tokens), frozenset({0}), Via.EXACT, prefix)], 1, words)
    return finder.answers


def _has_begun(line: str, head: str, ends: frozenset[str]) -> bool:
    if not head:
        return not ends.isdisjoint(line)
    at, length = line.find(head), len(head)
    while at >= 0:
        if line[at + length : at + length + 1] in ends:
            return True
        at = line.find(head, at + 1)
    return False
