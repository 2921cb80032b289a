"""Which articles answer a query, the best first: SQLite's FTS5 is asked, and lines are read where it would be slow.

FTS5 gets tokens, not text (see `tokens`), so that what it matches and what is shown agree to the code point. Stems
and typos are not its tokenizer's: a word is widened to the words of the vocabulary it may stand for (see `wordings`),
so that each hit can say how it was found.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from math import log

from nkreader.search.places import Finder, Pattern, holds
from nkreader.search.query import Query
from nkreader.search.shelf import Shelf
from nkreader.search.vocabulary import Vocabulary

# Articles that are ranked where more are asked for; enough to find so many with all common words among them.
BEST = 400
# A word of more than this share of all articles, and of so many, tells none apart: bm25 gives it next to nothing, and
# reading all its places takes longer than looking for it in the articles that the other words leave.
COMMON_SHARE = 0.25
COMMON_LEAST = 300
# Words that begin alike are read off the lines from this share on: FTS5 would have to join the lists of all. So are
# phrases that are in this share of articles: it would look for the words of each in all articles three times.
COMMON_BEGUN = COMMON_PHRASE = 0.04
LOOKED_AT = 120
# Articles whose places are all counted, 0.005 to 0.02 ms each; of more, so many are counted, evenly spread, and the
# total is estimated from them. (The places of one word are known from the vocabulary, however many.)
COUNTED = 400
SAMPLE = 200
# Articles that are weighed by their lines, 0.01 ms each: of words, and of phrases, which FTS5 looks for three times.
FEW, FEW_PHRASES = 48, 200
# Of bm25, as FTS5 has them.
_K1, _B, _LEAST_WEIGHT = 1.2, 0.75, 1e-6
# SQLite's limit on host parameters is far higher; beyond this a set is faster than SQL.
MOST_ROWS = 400
# Lines read at a time while the best places are looked for: as many as the first screen wants articles.
AT_ONCE = 24
# Lines held for their next use: a screenful's many times over, and a hundredth of a large library's.
KEPT_LINES = 2_000
# Articles of one worth at the end of the ranking that are told apart by their order.
TIES = 64

Rated = tuple[int, float]
"""An article's number and its worth."""


class Unwanted(Exception):
    """Nobody waits for these results any more."""


class Look:
    """One look into an index, while nothing in it changes: the words of one query, and where articles stand in it.

    `rows`: the row of each article; `numbers`: the article in each row, -1 where it is none of this library's.
    """

    def __init__(
        self,
        shelf: Shelf,
        db: sqlite3.Connection,
        words: Vocabulary,
        rows: array[int],
        numbers: array[int],
        asked: Query,
        patterns: Sequence[Pattern],
        allowed: Sequence[int] | None,
        stopped: Callable[[], bool] | None = None,
    ) -> None:
        self._shelf = shelf
        self._db = db
        self.words = words
        self._rows = rows
        self._numbers = numbers
        self._asked = asked
        self.patterns = patterns
        self._allowed = allowed
        self._stopped = stopped
        self.finder = Finder(patterns, len(asked.clauses), words)
        self._lines: dict[int, str] = {}
        self.counts: dict[int, int] = {}
        """Places in those articles whose places were looked for already; none where one does not answer."""

    def lines(self, numbers: Iterable[int], at_once: int = AT_ONCE) -> Iterator[tuple[int, str]]:
        """Articles and their lines, in the order given; without those that are not in the index yet."""
        numbers, known, rows = iter(numbers), self._lines, self._rows
        while some := list(islice(numbers, at_once)):
            if self._stopped is not None and self._stopped():
                raise Unwanted
            missing = {rows[number]: number for number in some if number not in known}
            read = self._shelf.lines(list(missing)).items() if missing else ()
            fresh = {missing[row]: self.finder.line(line, rare) for row, (line, rare) in read}
            if len(known) < KEPT_LINES:
                known.update(fresh)
                fresh = known
            for number in some:
                line = fresh.get(number) or known.get(number)
                if line is not None:
                    yield number, line
            at_once = min(2 * at_once, MOST_ROWS)

    def known_total(self) -> int | None:
        """How many places answer a query of one word, as the vocabulary knows; None for other queries."""
        patterns = self.patterns
        if len(self._asked.clauses) > 1 or self._asked.excluded or self._allowed is not None:
            return None
        if any(len(pattern.tokens) > 1 for pattern in patterns) or (
            len(patterns) > 1 and any(pattern.prefix for pattern in patterns)
        ):
            return None
        return sum(self.words.places(*word) for word in {(pattern.tokens[0], pattern.prefix) for pattern in patterns})

    def candidates(self, wanted: int, everything: bool) -> tuple[Sequence[Rated], Callable[[str], bool]]:
        """Articles that may answer the query and their worth, best first, and what says of a line whether it does.

        FTS5 is asked for the clauses that tell articles apart, for the `wanted` best or for everything; common words
        are looked for in what it finds. Where all words are common, there is nothing to rank by.
        """
        clauses, finder = range(len(self._asked.clauses)), self.finder
        telling = frozenset(number for number in clauses if not self._is_common(number))
        rated = self._ranked(telling, wanted, everything) if telling else None
        if rated is None:
            without = [holds(self.words, term.tokens, term.prefix) for term in self._asked.excluded]
            numbers = range(len(self._rows)) if self._allowed is None else self._allowed
            return (
                _Alike(numbers),
                lambda line: finder.answers(line) and not any(found(line) for found in without),
            )
        if len(telling) < len(clauses):
            return rated, lambda line: finder.answers(line, telling)
        return rated, lambda line: True

    def total(self, rated: Sequence[Rated], answers: Callable[[str], bool]) -> tuple[int, bool]:
        """How many places there are in the articles that answer, and whether all were counted."""
        every = len(rated) <= COUNTED
        chosen = rated if every else [rated[place * len(rated) // SAMPLE] for place in range(SAMPLE)]
        count, counts = self.finder.count, self.counts
        lines = self.lines((number for number, _ in chosen if number not in counts), COUNTED)
        counted = sum(counts.get(number, 0) for number, _ in chosen)
        counted += sum(count(line) for _, line in lines if answers(line))
        return (counted, True) if every else (round(counted * len(rated) / SAMPLE), False)

    @property
    def _common(self) -> float:
        return max(COMMON_LEAST, COMMON_SHARE * len(self._rows))

    def _is_common(self, clause: int) -> bool:
        """Whether a clause is answered by words that so many articles have that it tells none apart."""
        words = [pattern for pattern in self.patterns if pattern.clauses == {clause}]
        if any(len(pattern.tokens) > 1 for pattern in words):
            return False
        return any(
            self.words.articles(pattern.tokens[0], pattern.prefix)
            > (max(COMMON_LEAST, COMMON_BEGUN * len(self._rows)) if pattern.prefix else self._common)
            for pattern in words
        )

    def _ranked(self, telling: frozenset[int], wanted: int, everything: bool) -> list[Rated] | None:
        """The articles that answer these clauses of the query, by bm25 (Robertson and Zaragoza 2009), best first.

        None where they are so many that there is nothing to rank by.
        """
        # bm25 is negative, the better the lower.
        command = "SELECT rowid, -rank FROM texts WHERE texts MATCH ?"
        expression = _expression(self._asked, self.patterns, telling)
        values: list[str | int] = [expression]
        allowed = self._allowed
        if allowed is not None:
            if len(allowed) <= MOST_ROWS:
                command += f" AND rowid IN ({','.join('?' * len(allowed))})"
                values += [self._rows[number] for number in allowed]
                return self._in_order(self._db.execute(command, values))
            inside = set(allowed)
            return [one for one in self._in_order(self._db.execute(command, values)) if one[0] in inside]
        phrases = any(len(pattern.tokens) > 1 for pattern in self.patterns)
        few = FEW_PHRASES if phrases else FEW
        if self._least() <= few:
            found = self._db.execute(f"SELECT rowid FROM texts WHERE texts MATCH ? LIMIT {few + 1}", values).fetchall()
            if len(found) <= few:
                numbers = self._numbers
                return self._weighed([numbers[row] for (row,) in found if numbers[row] >= 0])
        if phrases and self._is_frequent():
            return None
        most = max(BEST, wanted) if everything else wanted
        best = self._db.execute(f"{command} ORDER BY rank LIMIT {most + TIES:d}", values).fetchall()
        if len(best) == most + TIES and best[-1][1] == best[most - 1][1]:
            best = self._db.execute(command, values).fetchall()  # so many alike: which come first is told by all
        ranked = self._in_order(best)
        if len(ranked) <= most:
            return ranked
        del ranked[most:]
        if everything:
            # The rest is only counted: to sort it and hand it over with its worth would double the time.
            known = {number for number, _ in ranked}
            others = self._db.execute("SELECT rowid FROM texts WHERE texts MATCH ?", (expression,)).fetchall()
            numbers = self._numbers
            ranked += [(numbers[row], 0.0) for (row,) in others if numbers[row] not in known and numbers[row] >= 0]
        return ranked

    def _least(self) -> int:
        """How many articles answer at least, as far as the list of words tells."""
        if len(self._asked.clauses) > 1 or self._asked.excluded:
            return 0
        words = (pattern.tokens[0] for pattern in self.patterns if len(pattern.tokens) == 1 and not pattern.prefix)
        return max(map(self.words.articles, words), default=0)

    def _is_frequent(self) -> bool:
        """Whether so many articles answer the query, as a look at some of them tells."""
        every = max(1, len(self._rows) // LOOKED_AT)
        some = [line for _, line in self.lines(range(0, len(self._rows), every), MOST_ROWS)]
        return sum(map(self.finder.answers, some)) > COMMON_PHRASE * len(some)

    def _weighed(self, found: Sequence[int]) -> list[Rated]:
        """The same for few articles by their lines, which will be read anyway: to weigh a phrase FTS5 looks for it in
        all articles once more."""
        lines = list(self.lines(found, MOST_ROWS))
        tallies = [self.finder.tally(line) for _, line in lines]
        alone = len(self._asked.clauses) == 1 and not self._asked.excluded
        having = Counter(number for tally in tallies for number in tally) if alone else Counter()
        weights = [self._weight(pattern, having[number]) for number, pattern in enumerate(self.finder.patterns)]
        mean = self.words.places_of_all / max(1, len(self._rows))
        rated = []
        for (number, line), tally in zip(lines, tallies, strict=True):
            long = _K1 * (1 - _B + _B * len(line) / mean)
            worth = sum(weights[of] * count * (_K1 + 1) / (count + long) for of, count in tally.items())
            rated.append((number, worth))
        rated.sort(key=lambda one: (-one[1], one[0]))
        return rated

    def _weight(self, pattern: Pattern, having: int) -> float:
        """How much a word or phrase tells articles apart; `having`: how many have it, 0 where that is not known."""
        if len(pattern.tokens) == 1 or not having:
            last = len(pattern.tokens) - 1
            having = min(
                self.words.articles(word, pattern.prefix and place == last) for place, word in enumerate(pattern.tokens)
            )
        having = min(having, len(self._rows))
        return max(_LEAST_WEIGHT, log((len(self._rows) - having + 0.5) / (having + 0.5)))

    def _in_order(self, found: Iterable[tuple[int, float]]) -> list[Rated]:
        """The rows' articles, the best first, of several alike the first."""
        numbers = self._numbers
        rated = [(numbers[row], worth) for row, worth in found if numbers[row] >= 0]
        rated.sort(key=lambda one: (-one[1], one[0]))
        return rated


class _Alike(Sequence[Rated]):
    """Articles of which none is worth more than another."""

    def __init__(self, numbers: Sequence[int]) -> None:
        self._of = numbers

    def __len__(self) -> int:
        return len(self._of)

    def __getitem__(self, place: int) -> Rated:  # type: ignore[override]  # never asked for a slice
        return self._of[place], 0.0


def _quoted(words: tuple[str, ...], prefix: bool = False) -> str:
    # Tokens are letters and digits: nothing in them can end the quotation.
    return f'"{" ".join(words)}"' + (" *" if prefix else "")


def _expression(asked: Query, patterns: Sequence[Pattern], telling: frozenset[int]) -> str:
    """The query in FTS5's language, without the clauses that tell nothing."""
    clauses = {
        number: " OR ".join(
            _quoted(pattern.tokens, pattern.prefix) for pattern in patterns if pattern.clauses == {number}
        )
        for number in sorted(telling)
    }
    ways = [" AND ".join(f"({clause})" for clause in clauses.values())]
    for pattern in patterns:
        if len(pattern.clauses) > 1:
            rest = [f"({clause})" for number, clause in clauses.items() if number not in pattern.clauses]
            ways.append(" AND ".join([_quoted(pattern.tokens), *rest]))
    expression = " OR ".join(f"({way})" for way in ways)
    if asked.excluded:
        without = " OR ".join(_quoted(term.tokens, term.prefix) for term in asked.excluded)
        expression = f"({expression}) NOT ({without})"
    return expression
