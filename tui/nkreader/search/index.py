"""The index of all words of all articles: SQLite FTS5 in memory says which articles, `places` says where in them.

FTS5 gets tokens, not text (see `tokens`), so that what it matches and what is shown agree to the code point. Stems
and typos are not its tokenizer's: a word is widened to the words of the vocabulary it may stand for, so that each hit
can say how it was found.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from threading import RLock

from nkreader.lexicon.inflection import lemma
from nkreader.model import Article, Span
from nkreader.search.filters import Facets, admitted
from nkreader.search.model import Hit, SearchResults, Via
from nkreader.search.places import WORTH, Finder, Pattern, Place, line_of
from nkreader.search.query import Query, Term, parsed
from nkreader.search.snippets import snippet
from nkreader.search.tokens import token_spans, tokens

# Letters that may differ: none in a word shorter than this, one, two from here on. One of three makes another word.
_ONE_EDIT = 4
_TWO_EDITS = 8
_MOST_TYPOS = 24
_MOST_STEMS = 24
# Articles whose places are counted one by one; beyond, their words are counted, which is a hundred times faster.
_COUNTED = 2_000
# Articles taken from FTS5 to rank places in, at least.
_RANKED = 40
# Beginnings of words shorter than this are too many to rank by.
_SHORTEST_RANKED = 3
# SQLite's limit on host parameters is far higher; beyond this a set is faster than SQL.
_MOST_IDS = 400
# Each further place of the same wording in the same article is worth this much of the one before.
_AGAIN = 0.75

# The best article's places are worth this much more than the worst one's: less than what parts a word from its variant,
# so that every article's own wording comes before other wordings, and those before the third time of the same.
_RANGE = 0.4

Variants = Mapping[str, Sequence[str]]


class Index:
    """All words of a library's articles. Built when first searched; may be searched from any thread."""

    def __init__(self, articles: Sequence[Article], variants: Variants | None = None) -> None:
        self._articles = articles
        self._variants = variants
        self._lock = RLock()
        self._connection: sqlite3.Connection | None = None
        self._joined: list[str] = []
        self._number: dict[str, int] = {}
        self._vocabulary: list[str] = []
        self._lengths: dict[int, list[str]] = {}
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
            counted = self._counted(asked, patterns, allowed)
            ranked = self._matching(asked, patterns, allowed, wanted if counted is not None else None)
            total = counted if counted is not None else self._total(patterns, finder, ranked)
            hits = self._best(finder, ranked[:wanted], max(0, limit))
        return SearchResults(query, max(total, len(hits)), tuple(hits), asked.problem)

    # The index

    def _build(self) -> None:
        if self._connection is not None:
            return
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        connection.execute("PRAGMA journal_mode = OFF")
        # Tokens come folded and parted by blanks; the ascii tokenizer leaves everything else as it is.
        connection.execute("CREATE VIRTUAL TABLE texts USING fts5(words, content='', tokenize='ascii')")
        connection.execute("CREATE VIRTUAL TABLE counts USING fts5vocab(texts, 'row')")
        for number, article in enumerate(self._articles):
            self._joined.append(line_of(tokens(article.text)))
            self._number[article.id] = number
        with connection:
            connection.executemany("INSERT INTO texts(rowid, words) VALUES (?, ?)", enumerate(self._joined))
        self._vocabulary = [term for (term,) in connection.execute("SELECT term FROM counts ORDER BY term")]
        for term in self._vocabulary:
            self._lengths.setdefault(len(term), []).append(term)
        self._connection = connection

    def _allowed(self, asked: Query, within: Collection[str] | None, facets: Facets | None) -> list[int] | None:
        """Numbers of the articles to look in; None: all."""
        if within is None and not asked.conditions:
            return None
        numbers: Iterable[int] = range(len(self._articles))
        if within is not None:
            numbers = sorted(self._number[id] for id in set(within) if id in self._number)
        return [number for number in numbers if admitted(self._articles[number], asked.conditions, facets)]

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
        stems = self._stems(word)
        found = [Pattern((other,), clauses, Via.STEM) for other in stems]
        if term.fuzzy or (not stems and not self._knows(word)):
            found += [Pattern((other,), clauses, Via.FUZZY) for other in self._typos(word) if other not in stems]
        return found

    def _is_begun(self, term: Term) -> bool:
        """Whether a word is in no article but begins one that is: the query is being typed."""
        if term.phrase or term.prefix or term.fuzzy or len(term.tokens) > 1:
            return False
        word = term.tokens[0]
        place = bisect_left(self._vocabulary, word)
        begins = place < len(self._vocabulary) and self._vocabulary[place].startswith(word)
        return begins and self._vocabulary[place] != word and not self._stems(word)

    def _knows(self, word: str) -> bool:
        place = bisect_left(self._vocabulary, word)
        return place < len(self._vocabulary) and self._vocabulary[place] == word

    def _stems(self, word: str) -> list[str]:
        if len(word) < 3 or word.isdigit():
            return []
        base = lemma(word)
        found: list[str] = []
        for stem in {word[: max(3, len(word) - 3)], base[: max(3, len(base) - 1)]}:
            place = bisect_left(self._vocabulary, stem)
            while place < len(self._vocabulary) and self._vocabulary[place].startswith(stem):
                other = self._vocabulary[place]
                place += 1
                if other != word and other not in found and len(other) <= len(base) + 5 and lemma(other) == base:
                    found.append(other)
        if base != word and base not in found and self._knows(base):
            found.append(base)
        return found[:_MOST_STEMS]

    def _typos(self, word: str) -> list[str]:
        edits = 0 if len(word) < _ONE_EDIT or word.isdigit() else 1 if len(word) < _TWO_EDITS else 2
        if not edits:
            return []
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        near = [
            other
            for length in range(len(word) - edits, len(word) + edits + 1)
            for other in self._lengths.get(length, ())
        ]
        close = extract(word, near, scorer=OSA.distance, score_cutoff=edits, limit=4 * _MOST_TYPOS)
        ranked = sorted(close, key=lambda found: (found[1], found[0][:1] != word[:1], found[0]))
        best = ranked[0][1] if ranked else 0
        # Two edits only where one does not do.
        return [other for other, distance, _ in ranked if other != word and distance <= max(1, best)][:_MOST_TYPOS]

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

    def _counted(self, asked: Query, patterns: Sequence[Pattern], allowed: Sequence[int] | None) -> int | None:
        """How many places answer a query of one word, as the vocabulary knows; None for other queries."""
        assert self._connection is not None
        if len(asked.clauses) > 1 or asked.excluded or allowed is not None:
            return None
        if any(len(pattern.tokens) > 1 for pattern in patterns):
            return None
        if all(not pattern.prefix for pattern in patterns):
            words = [pattern.tokens[0] for pattern in patterns]
            marks = ",".join("?" * len(words))
            row = self._connection.execute(f"SELECT SUM(cnt) FROM counts WHERE term IN ({marks})", words).fetchone()
            return int(row[0] or 0)
        if len(patterns) == 1:
            begin = patterns[0].tokens[0]
            row = self._connection.execute(
                "SELECT SUM(cnt) FROM counts WHERE term >= ? AND term < ?", (begin, begin + "\U0010ffff")
            ).fetchone()
            return int(row[0] or 0)
        return None

    def _matching(
        self, asked: Query, patterns: Sequence[Pattern], allowed: Sequence[int] | None, most: int | None
    ) -> list[tuple[int, float]]:
        """Articles that answer the whole query and their worth, best first; at most so many."""
        assert self._connection is not None
        # bm25 is negative, the better the lower. It reads every place of every word: with a letter or two typed, half
        # of all text, and to no use.
        vague = all(pattern.prefix and len(pattern.tokens[-1]) < _SHORTEST_RANKED for pattern in patterns)
        command = f"SELECT rowid, {'0.0' if vague else '-bm25(texts)'} FROM texts WHERE texts MATCH ?"
        values: list[str | int] = [_expression(asked, patterns)]
        if allowed is not None and len(allowed) <= _MOST_IDS:
            command += f" AND rowid IN ({','.join('?' * len(allowed))})"
            values += allowed
        if not vague:
            command += " ORDER BY rank"
        if most is not None and (allowed is None or len(allowed) <= _MOST_IDS):
            command += f" LIMIT {most:d}"
        rows = self._connection.execute(command, values).fetchall()
        if allowed is not None and len(allowed) > _MOST_IDS:
            admitted_ones = set(allowed)
            rows = [row for row in rows if row[0] in admitted_ones]
        return rows

    def _total(self, patterns: Sequence[Pattern], finder: Finder, ranked: Sequence[tuple[int, float]]) -> int:
        if len(ranked) <= _COUNTED:
            return sum(finder.count(self._joined[number]) for number, _ in ranked)
        wanted = {f" {'  '.join(pattern.tokens)}{'' if pattern.prefix else ' '}" for pattern in patterns}
        return sum(self._joined[number].count(words) for number, _ in ranked for words in wanted)

    # The best places

    def _best(self, finder: Finder, ranked: Sequence[tuple[int, float]], limit: int) -> list[Hit]:
        rated: list[tuple[float, int, Place]] = []
        top = max((worth for _, worth in ranked), default=0.0) or 1.0
        for number, worth in ranked:
            seen: dict[tuple[str, ...], float] = {}
            for place in finder.places(self._joined[number]):
                again = seen.get(place.tokens, 1.0)
                seen[place.tokens] = again * _AGAIN
                share = len(place.clauses) / finder.clauses
                rated.append(((1 + _RANGE * max(worth, 0.0) / top) * WORTH[place.via] * share * again, number, place))
        rated.sort(key=lambda rating: (-rating[0], rating[1], rating[2].first))
        best = rated[:limit]
        ends: dict[int, set[int]] = {}
        for _, number, place in best:
            ends.setdefault(number, set()).update((place.first, place.last - 1))
        spans = {number: token_spans(self._articles[number].text, wanted) for number, wanted in ends.items()}
        hits = []
        for score, number, place in best:
            start, end = spans[number][place.first].start, spans[number][place.last - 1].end
            hits.append(_hit(self._articles[number], start, end, score, place.via))
        return hits

    def _beginnings(self, query: str, asked: Query, numbers: Sequence[int], limit: int) -> SearchResults:
        """Articles asked for by conditions alone: the first word of each is its hit."""
        hits = []
        for number in numbers[: max(0, limit)]:
            article = self._articles[number]
            first = token_spans(article.text[:20_000], (0,)).get(0, Span(0, min(1, len(article.text))))
            hits.append(_hit(article, first.start, first.end, 1.0, Via.EXACT))
        return SearchResults(query, len(numbers), tuple(hits), asked.problem)


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


def _expression(asked: Query, patterns: Sequence[Pattern]) -> str:
    """The query in FTS5's language."""
    clauses = [
        " OR ".join(_quoted(pattern.tokens, pattern.prefix) for pattern in patterns if pattern.clauses == {number})
        for number in range(len(asked.clauses))
    ]
    ways = [" AND ".join(f"({clause})" for clause in clauses)]
    for pattern in patterns:
        if len(pattern.clauses) > 1:
            rest = [f"({clause})" for number, clause in enumerate(clauses) if number not in pattern.clauses]
            ways.append(" AND ".join([_quoted(pattern.tokens), *rest]))
    expression = " OR ".join(f"({way})" for way in ways)
    if asked.excluded:
        without = " OR ".join(_quoted(term.tokens, term.prefix) for term in asked.excluded)
        expression = f"({expression}) NOT ({without})"
    return expression
