"""The index of all words of all articles: SQLite FTS5 in memory says which articles, `places` says where in them.

FTS5 gets tokens, not text (see `tokens`), so that what it matches and what is shown agree to the code point. Stems
and typos are not its tokenizer's: a word is widened to the words of the vocabulary it may stand for, so that each hit
can say how it was found.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from threading import RLock

from nkreader.model import Article, Span
from nkreader.search.filters import Facets, Metadata
from nkreader.search.model import Card, Hit, SearchResults, Via
from nkreader.search.places import WORTH, Finder, Pattern, Place, line_of
from nkreader.search.query import Query, Term, parsed
from nkreader.search.snippets import snippet
from nkreader.search.tokens import located, token_spans, tokens
from nkreader.search.vocabulary import Vocabulary

# Articles taken to rank places in, at least.
_RANKED = 40
# Articles that are ranked where more are asked for; enough to find so many with all common words among them.
_BEST = 400
# A word of more than this share of all articles, and of so many, tells none apart: bm25 gives it next to nothing, and
# reading all its places takes longer than looking for it in the articles that the other words leave.
_COMMON_SHARE = 0.25
_COMMON_LEAST = 300
# Articles whose places are all counted, 0.01 to 0.04 ms each; of more, so many are counted, evenly spread, and the
# total is estimated from them. (The places of one word are known from the vocabulary, however many.)
_COUNTED = 400
_SAMPLE = 200
# SQLite's limit on host parameters is far higher; beyond this a set is faster than SQL.
_MOST_IDS = 400
# Each further place of the same wording in the same article is worth this much of the one before.
_AGAIN = 0.75

# The best article's places are worth this much more than the worst one's: less than what parts a word from its variant,
# so that every article's own wording comes before other wordings, and those before the third time of the same.
_RANGE = 0.4

Variants = Mapping[str, Sequence[str]]
Rated = tuple[int, float]
"""An article's number and its worth."""


class Index:
    """All words of a library's articles. Built when first searched; may be searched from any thread."""

    def __init__(
        self,
        articles: Sequence[Article],
        cards: Sequence[Card] | None = None,
        file: Path | None = None,
        variants: Variants | None = None,
    ) -> None:
        self._articles = articles
        self._cards: Sequence[Card] = articles if cards is None else cards
        self._variants = variants
        self._lock = RLock()
        self._connection: sqlite3.Connection | None = None
        self._lines: list[str] = []
        self._number: dict[str, int] = {}
        self._words = Vocabulary(())
        self._metadata = Metadata(self._cards)
        self._rewordings: tuple[Variants | None, dict[tuple[str, ...], list[tuple[str, ...]]]] = (None, {})

    def search(
        self,
        query: str,
        limit: int = 20,
        within: Collection[str] | None = None,
        variants: Variants | None = None,
        facets: Facets | None = None,
    ) -> SearchResults:
        """The best `limit` places that answer a query, and how many there are.

        `within`: ids of the articles to look in. `variants`: expression -> other wordings of it, instead of those
        given at first. `facets`: what `role:`, `family:`, `speaker:` and `type:` ask for, by article id. Never raises
        for what the query says: `problem` tells what is wrong with it.
        """
        asked = parsed(query)
        if not asked.clauses and not asked.conditions:
            return SearchResults(query, 0, (), asked.problem)
        with self._lock:
            self._build()
            allowed = self._allowed(asked, within, facets)
            if not asked.clauses:
                return self._beginnings(query, asked, allowed or [], limit)
            patterns = self._patterns(asked, variants if variants is not None else self._variants)
            finder = Finder(patterns, len(asked.clauses))
            wanted = max(_RANKED, limit)
            known = self._known_total(asked, patterns, allowed)
            rated, answers = self._candidates(asked, patterns, finder, allowed, wanted, known is None)
            ranked = list(islice((one for one in rated if answers(one[0])), wanted))
            total, exact = (known, True) if known is not None else self._total(finder, rated, answers)
            hits = self._best(finder, ranked, max(0, limit))
        return SearchResults(query, max(total, len(hits)), tuple(hits), asked.problem, exact)

    def counts(
        self,
        query: str,
        within: Collection[str] | None = None,
        variants: Variants | None = None,
        facets: Facets | None = None,
    ) -> dict[str, int]:
        """How many places answer a query in each article that does, in the order of the articles; all are counted."""
        asked = parsed(query)
        with self._lock:
            self._build()
            allowed = self._allowed(asked, within, facets)
            if not asked.clauses:
                return {self._cards[number].id: 1 for number in allowed or ()}
            patterns = self._patterns(asked, variants if variants is not None else self._variants)
            finder = Finder(patterns, len(asked.clauses))
            rated, answers = self._candidates(asked, patterns, finder, allowed, _RANKED, True)
            numbers = sorted(number for number, _ in rated if answers(number))
            return {self._cards[number].id: finder.count(self._lines[number]) for number in numbers}

    # The index

    def _build(self) -> None:
        if self._connection is not None:
            return
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        connection.execute("PRAGMA journal_mode = OFF")
        # Tokens come folded and parted by blanks; the ascii tokenizer leaves everything else as it is.
        connection.execute("CREATE VIRTUAL TABLE texts USING fts5(words, content='', tokenize='ascii')")
        connection.execute("CREATE VIRTUAL TABLE counts USING fts5vocab(texts, 'row')")
        for number, (article, card) in enumerate(zip(self._articles, self._cards, strict=True)):
            self._lines.append(line_of(tokens(article.text)))
            self._number[card.id] = number
        with connection:
            connection.executemany("INSERT INTO texts(rowid, words) VALUES (?, ?)", enumerate(self._lines))
        self._words = Vocabulary(connection.execute("SELECT term, doc, cnt FROM counts"))
        self._connection = connection

    def _allowed(self, asked: Query, within: Collection[str] | None, facets: Facets | None) -> list[int] | None:
        """Numbers of the articles to look in; None: all."""
        if within is None and not asked.conditions:
            return None
        numbers = self._metadata.meeting(asked.conditions, facets)
        if within is not None:
            inside = {self._number[id] for id in within if id in self._number}
            numbers = [number for number in numbers if number in inside]
        return numbers

    # What a query may be answered by

    def _patterns(self, asked: Query, variants: Variants | None) -> list[Pattern]:
        patterns: list[Pattern] = []
        for number, clause in enumerate(asked.clauses):
            only = frozenset({number})
            for term in clause:
                if number == len(asked.clauses) - 1 and self._is_begun(term):
                    patterns.append(Pattern(term.tokens, only, Via.STEM, prefix=True))
                    continue
                patterns.append(Pattern(term.tokens, only, Via.EXACT, term.prefix))
                if len(term.tokens) == 1 and not term.prefix and not term.phrase:
                    patterns += self._widened(term, only)
        if variants:
            patterns += self._reworded(asked, self._wordings(variants))
        return patterns

    def _widened(self, term: Term, clauses: frozenset[int]) -> list[Pattern]:
        """Other forms of a word, and where there is none, words a typo away."""
        word = term.tokens[0]
        stems = self._words.stems(word)
        found = [Pattern((other,), clauses, Via.STEM) for other in stems]
        if term.fuzzy or (not stems and word not in self._words):
            found += [Pattern((other,), clauses, Via.FUZZY) for other in self._words.typos(word) if other not in stems]
        return found

    def _is_begun(self, term: Term) -> bool:
        """Whether a word is in no article but begins one that is: the query is being typed."""
        if term.phrase or term.prefix or term.fuzzy or len(term.tokens) > 1:
            return False
        return self._words.begins(term.tokens[0]) and not self._words.stems(term.tokens[0])

    def _wordings(self, variants: Variants) -> dict[tuple[str, ...], list[tuple[str, ...]]]:
        known, wordings = self._rewordings
        if known is not variants:
            wordings = {}
            for expression, others in variants.items():
                key = tuple(tokens(expression))
                for other in others:
                    wording = tuple(tokens(other))
                    if key and wording and wording != key:
                        wordings.setdefault(key, []).append(wording)
            self._rewordings = (variants, wordings)
        return wordings

    def _reworded(self, asked: Query, wordings: Mapping[tuple[str, ...], Sequence[tuple[str, ...]]]) -> list[Pattern]:
        """The wordings that stand for an expression of the query, be it in quotation marks or bare words in a row."""
        found: list[Pattern] = []
        words: list[tuple[int, str]] = []
        for number, clause in enumerate(asked.clauses):
            for term in clause:
                if len(term.tokens) > 1:
                    others = _replaced(term.tokens, wordings)
                    found += [Pattern(other, frozenset({number}), Via.VARIANT) for other in others]
            if len(clause) == 1 and not clause[0].phrase:
                words += [(number, token) for token in clause[0].tokens]
            else:
                words.append((number, "\n"))
        for start in range(len(words)):
            for stop in range(start + 1, len(words) + 1):
                others = wordings.get(tuple(token for _, token in words[start:stop]), ())
                answered = frozenset(number for number, _ in words[start:stop])
                found += [Pattern(other, answered, Via.VARIANT) for other in others]
        return found

    # Which articles, and how many places

    def _known_total(self, asked: Query, patterns: Sequence[Pattern], allowed: Sequence[int] | None) -> int | None:
        """How many places answer a query of one word, as the vocabulary knows; None for other queries."""
        if len(asked.clauses) > 1 or asked.excluded or allowed is not None:
            return None
        if any(len(pattern.tokens) > 1 for pattern in patterns) or (
            len(patterns) > 1 and any(pattern.prefix for pattern in patterns)
        ):
            return None
        return sum(self._words.places(*word) for word in {(pattern.tokens[0], pattern.prefix) for pattern in patterns})

    def _candidates(
        self,
        asked: Query,
        patterns: Sequence[Pattern],
        finder: Finder,
        allowed: Sequence[int] | None,
        wanted: int,
        everything: bool,
    ) -> tuple[Sequence[Rated], Callable[[int], bool]]:
        """Articles that may answer the query and their worth, best first, and what says whether one does.

        FTS5 is asked for the clauses that tell articles apart, for the `wanted` best or for everything; common words
        are looked for in what it finds. Where all words are common, there is nothing to rank by.
        """
        clauses = range(len(asked.clauses))
        telling = frozenset(number for number in clauses if not self._is_common(number, patterns))
        lines = self._lines
        if not telling:
            without = [f" {'  '.join(term.tokens)}{'' if term.prefix else ' '}" for term in asked.excluded]
            numbers = range(len(lines)) if allowed is None else allowed
            return (
                [(number, 0.0) for number in numbers],
                lambda number: finder.answers(lines[number]) and not any(word in lines[number] for word in without),
            )
        rated = self._asked_of_fts(asked, patterns, telling, allowed, wanted, everything)
        if len(telling) < len(clauses):
            return rated, lambda number: finder.answers(lines[number], telling)
        return rated, lambda number: True

    def _is_common(self, clause: int, patterns: Sequence[Pattern]) -> bool:
        """Whether a clause is answered by words that so many articles have that it tells none apart."""
        words = [pattern for pattern in patterns if pattern.clauses == {clause}]
        if any(len(pattern.tokens) > 1 for pattern in words):
            return False
        articles = (self._words.articles(pattern.tokens[0], pattern.prefix) for pattern in words)
        return max(articles, default=0) > self._common

    @property
    def _common(self) -> float:
        return max(_COMMON_LEAST, _COMMON_SHARE * len(self._articles))

    def _has_frequent_phrase(self, patterns: Sequence[Pattern]) -> bool:
        """Whether a phrase is of common words alone, so that it may be in very many articles itself."""
        return any(
            len(pattern.tokens) > 1 and min(map(self._words.articles, pattern.tokens)) > self._common
            for pattern in patterns
        )

    def _asked_of_fts(
        self,
        asked: Query,
        patterns: Sequence[Pattern],
        telling: frozenset[int],
        allowed: Sequence[int] | None,
        wanted: int,
        everything: bool,
    ) -> list[Rated]:
        """The articles that answer these clauses of the query, by bm25 (Robertson and Zaragoza 2009), best first."""
        assert self._connection is not None
        # bm25 is negative, the better the lower.
        command = "SELECT rowid, -rank FROM texts WHERE texts MATCH ?"
        expression = _expression(asked, patterns, telling)
        values: list[str | int] = [expression]
        few = allowed is not None and len(allowed) <= _MOST_IDS
        if allowed is not None and few:
            command += f" AND rowid IN ({','.join('?' * len(allowed))})"
            values += allowed
        if allowed is None and everything and self._has_frequent_phrase(patterns):
            found = self._connection.execute(command.replace("-rank", "0.0"), values).fetchall()
            if len(found) > self._common:
                return found  # again nothing to rank by
        command += " ORDER BY rank"
        if allowed is None:
            most = max(_BEST, wanted) if everything else wanted
            command += f" LIMIT {most:d}"
        rows: list[Rated] = self._connection.execute(command, values).fetchall()
        if allowed is not None and not few:
            inside = set(allowed)
            rows = [row for row in rows if row[0] in inside]
        if allowed is None and everything and len(rows) == most:
            # The rest is only counted: to sort it and hand it over with its worth would double the time.
            best = {number for number, _ in rows}
            others = self._connection.execute("SELECT rowid FROM texts WHERE texts MATCH ?", (expression,))
            rows += [(number, 0.0) for (number,) in others if number not in best]
        return rows

    def _total(self, finder: Finder, rated: Sequence[Rated], answers: Callable[[int], bool]) -> tuple[int, bool]:
        """How many places there are in the articles that answer, and whether all were counted."""
        every = len(rated) <= _COUNTED
        chosen = rated if every else [rated[place * len(rated) // _SAMPLE] for place in range(_SAMPLE)]
        counted = sum(finder.count(self._lines[number]) for number, _ in chosen if answers(number))
        return (counted, True) if every else (round(counted * len(rated) / _SAMPLE), False)

    # The best places

    def _best(self, finder: Finder, ranked: Sequence[tuple[int, float]], limit: int) -> list[Hit]:
        rated: list[tuple[float, int, Place]] = []
        top = max((worth for _, worth in ranked), default=0.0) or 1.0
        for number, worth in ranked:
            seen: dict[tuple[str, ...], float] = {}
            for place in finder.places(self._lines[number]):
                again = seen.get(place.tokens, 1.0)
                seen[place.tokens] = again * _AGAIN
                share = len(place.clauses) / finder.clauses
                rated.append(((1 + _RANGE * max(worth, 0.0) / top) * WORTH[place.via] * share * again, number, place))
        rated.sort(key=lambda rating: (-rating[0], rating[1], rating[2].first))
        best = rated[:limit]
        small: dict[int, str] = {}
        hits = []
        for score, number, place in best:
            article = self._articles[number]
            if number not in small:
                small[number] = article.text.lower()
            start, end = _ends(article.text, small[number], self._lines[number], place)
            hits.append(_hit(article, start, end, score, place.via))
        return hits

    def _beginnings(self, query: str, asked: Query, numbers: Sequence[int], limit: int) -> SearchResults:
        """Articles asked for by conditions alone: the first word of each is its hit."""
        hits = []
        for number in numbers[: max(0, limit)]:
            article = self._articles[number]
            first = token_spans(article.text[:20_000], (0,)).get(0, Span(0, min(1, len(article.text))))
            hits.append(_hit(article, first.start, first.end, 1.0, Via.EXACT))
        return SearchResults(query, len(numbers), tuple(hits), asked.problem)


def _ends(text: str, small: str, line: str, place: Place) -> tuple[int, int]:
    """Where a place begins and ends in its article's text."""
    first, last = place.tokens[0], place.tokens[-1]
    ends = []
    for token, at in ((first, place.begin), (last, place.end - len(last))):
        needle = f" {token} "
        span = located(text, small, token, line.count(needle, 0, at), line.count(needle))
        if span is None:
            spans = token_spans(text, (place.first, place.last - 1))
            return spans[place.first].start, spans[place.last - 1].end
        ends.append(span)
    return ends[0].start, ends[1].end


def _hit(article: Article, start: int, end: int, score: float, via: Via) -> Hit:
    shown = snippet(article.text, start, end)
    return Hit(article.id, start, end, round(score, 6), shown, via, article.text[start:end])


def _replaced(
    phrase: tuple[str, ...], wordings: Mapping[tuple[str, ...], Sequence[tuple[str, ...]]]
) -> Iterable[tuple[str, ...]]:
    for start in range(len(phrase)):
        for stop in range(start + 1, len(phrase) + 1):
            for other in wordings.get(phrase[start:stop], ()):
                yield phrase[:start] + other + phrase[stop:]


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
