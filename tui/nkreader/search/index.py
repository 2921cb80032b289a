"""The index of all words of all articles: what is in it, kept in step with a library, and what a query finds there.

The tables are the shelf's (`shelf`), which articles answer is told by `candidates`, and where in them by `places`.
Nothing of the size of the library is held in memory but two numbers for each article and the list of words.
"""

from __future__ import annotations

import sqlite3
import threading
import weakref
from array import array
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from heapq import heappush, heappushpop
from itertools import islice
from pathlib import Path
from typing import TypeVar

from nkreader.model import Article, Span
from nkreader.search.candidates import BEST, Look, Rated, Unwanted
from nkreader.search.filters import Facets, Metadata
from nkreader.search.model import Card, Hit, SearchResults, Via
from nkreader.search.nothing import conditions_told, why_nothing
from nkreader.search.places import WORTH, Place
from nkreader.search.placing import Reading
from nkreader.search.query import Condition, Query, parsed
from nkreader.search.shelf import Entry, Shelf, shelf_of
from nkreader.search.snippets import snippet
from nkreader.search.tokens import token_spans, tokens
from nkreader.search.vocabulary import Vocabulary
from nkreader.search.wordings import Guessed, Rewordings, Variants, patterns_of, rewordings

BATCH = 1000
"""Articles added in one transaction: what a kill loses at most, half a second's work."""

THOROUGH = 0.2
"""Where more than this share of the articles is new, the index is put in one piece afterwards: words are found in
a third less of the time, and it takes a fifth of the time of building."""

# Articles taken to rank places in, at least.
_RANKED = 40
# While articles are being added, words are counted anew when there are so many times as many articles.
_GROWN = 1.3
# Each further place of the same wording in the same article is worth this much of the one before.
_AGAIN = 0.75

# The best article's places are worth this much more than the worst one's: less than what parts a word from its variant,
# so that every article's own wording comes before other wordings, and those before the third time of the same.
_RANGE = 0.4


Result = TypeVar("Result")


class Index:
    """All words of a library's articles; may be searched from any thread.

    `articles` may load each when it is asked for; `cards` say what is known of each without its text, in the same
    order (None: the articles do). With a `file` the index is kept there: articles whose text it knows already are not
    even loaded, those that are no more are taken out of it. A file is for one library; of several nkreaders at once the
    first has it and the others work on copies. A file that is damaged, of other code or that cannot be written is no
    reason to fail.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        cards: Sequence[Card] | None = None,
        file: Path | None = None,
        variants: Variants | None = None,
    ) -> None:
        self._articles = articles
        self._cards: Sequence[Card] = articles if cards is None else cards
        self._file = file
        self._variants = variants
        self._metadata = Metadata(self._cards)
        self._met: tuple[Sequence[Condition], Facets | None, array[int]] | None = None
        self._rewordings: tuple[Variants | None, Rewordings] = (None, {})
        self._starting = threading.Lock()
        self._ready = threading.Event()
        self._shelf: Shelf | None = None
        self._number: dict[str, int] = {}
        self._rows: array[int] = array("q")
        self._numbers: array[int] = array("q")
        self._waiting: list[int] = []
        self._begun = self._complete = False
        self._updates = 0
        self._words: tuple[int, Vocabulary] | None = None

    # Keeping it in step

    @property
    def progress(self) -> tuple[int, int]:
        """How many articles are in the index, of how many; none until it is opened."""
        return (len(self._cards) - len(self._waiting) if self._begun else 0), len(self._cards)

    @property
    def complete(self) -> bool:
        """Whether all articles are in the index."""
        return self._complete and self._is_ours(self._opened())

    @property
    def updating(self) -> bool:
        """Whether articles are being added, and searches answer from what is there by now."""
        return self._updates > 0

    def update(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Add the articles that are not in the index yet, and take out what is no article any more.

        Searches in other threads answer meanwhile from what is there. `progress` is told how many articles are in, of
        how many; what it raises ends the work, and what is in stays in.
        """
        with self._starting:
            self._updates += 1
        try:
            self._fill(progress)
        finally:
            with self._starting:
                self._updates -= 1

    def _opened(self) -> Shelf:
        with self._starting:
            if self._shelf is None:
                self._shelf = shelf_of(self._file)
            return self._shelf

    def _is_ours(self, shelf: Shelf) -> bool:
        """Whether the shelf holds this library, and not another one that uses the same file."""
        return shelf.holder is not None and shelf.holder() is self

    def _fill(self, progress: Callable[[int, int], None] | None = None, again: bool = True) -> None:
        shelf = self._opened()
        with shelf.filling:
            try:
                self._begin(shelf)
                new = len(self._waiting)
                while self._waiting:
                    self._add_some(shelf)
                    if progress:
                        progress(*self.progress)
                if not self._complete:
                    shelf.settle(thoroughly=new > THOROUGH * len(self._cards))
                    self._complete = True
            except sqlite3.Error:
                if not again:
                    raise
                self._renew(shelf)
                self._fill(progress, again=False)

    def _begin(self, shelf: Shelf) -> None:
        """Find out what of this library the shelf holds already, and clear away what is not of it."""
        if self._begun and self._is_ours(shelf):
            return
        self._begun = self._complete = False
        self._words = None
        cards = self._cards
        rows, waiting = array("q", bytes(8 * len(cards))), list(range(len(cards)))
        kept = shelf.digests()
        if kept:
            places: dict[str, list[int]] = {}
            for row, digest in reversed(kept):
                places.setdefault(digest, []).append(row)
            waiting = []
            for number, card in enumerate(cards):
                known = places.get(card.digest)
                if known:
                    rows[number] = known.pop()
                else:
                    waiting.append(number)
            vanished = sorted(row for known in places.values() for row in known)
            if len(vanished) > len(cards) - len(waiting):
                # More to forget than to keep: all anew is faster.
                shelf.renew()
                rows, waiting, kept = array("q", bytes(8 * len(cards))), list(range(len(cards))), []
            elif vanished:
                shelf.remove(vanished)
        first = kept[-1][0] + 1 if kept else 1
        for place, number in enumerate(waiting):
            rows[number] = first + place
        numbers = array("q", [-1]) * (first + len(waiting))
        for number, row in enumerate(rows):
            numbers[row] = number
        self._number = {card.id: number for number, card in enumerate(cards)}
        self._rows, self._numbers = rows, numbers
        waiting.reverse()
        self._waiting = waiting
        shelf.holder = weakref.ref(self)
        self._begun = True
        self._ready.set()

    def _add_some(self, shelf: Shelf) -> None:
        some = self._waiting[-BATCH:][::-1]
        entries = [
            Entry(
                self._rows[number],
                self._cards[number].digest if shelf.kept else "",
                tokens(self._articles[number].text),
            )
            for number in some
        ]
        shelf.add(entries)
        del self._waiting[-len(some) :]

    def _renew(self, shelf: Shelf) -> None:
        """What is on the shelf cannot be read: begin anew."""
        with shelf.filling:
            self._begun = self._complete = False
            self._ready.clear()
            shelf.renew()

    # Searching

    def search(
        self,
        query: str,
        limit: int = 20,
        within: Collection[str] | None = None,
        variants: Variants | None = None,
        facets: Facets | None = None,
        stopped: Callable[[], bool] | None = None,
        guess: bool = False,
    ) -> SearchResults:
        """The best `limit` places that answer a query, and how many there are.

        `within`: ids of the articles to look in. `variants`: expression -> other wordings of it, instead of those
        given at first; `guess`: and those spinners are known to make of set expressions. `facets`: what `role:`,
        `family:`, `speaker:` and `type:` ask for, by article id. Never raises for what the query says: `problem` tells
        what is wrong with it. While `update` runs, what is there by now answers. `stopped` says whether nobody wants
        the results any more; then `Unwanted` is raised soon.
        """
        asked = parsed(query)
        if not asked.clauses and not asked.conditions:
            return SearchResults(query, 0, (), asked.problem)

        def found() -> SearchResults:
            with self._look(asked, within, self._reworded(variants, guess), facets, stopped) as (look, allowed):
                if not asked.clauses:
                    return self._beginnings(query, asked, allowed or [], limit)
                wanted = max(_RANKED, limit)
                known = look.known_total()
                rated, answers = look.candidates(wanted, known is None)
                best = self._best(look, rated, answers, max(0, limit), wanted)
                total, exact = (known, True) if known is not None else look.total(rated, answers)
                hits = self._hits(look, best)
                problem = asked.problem
                if not total and problem is None and self._complete:
                    problem = why_nothing(
                        asked, look.patterns, look.words, allowed is None or len(allowed) > 0, within is None
                    )
            return SearchResults(query, max(total, len(hits)), tuple(hits), problem, exact and self._complete)

        return self._safely(found)

    def counts(
        self,
        query: str,
        within: Collection[str] | None = None,
        variants: Variants | None = None,
        facets: Facets | None = None,
        stopped: Callable[[], bool] | None = None,
        guess: bool = False,
    ) -> dict[str, int]:
        """How many places answer a query in each article that does, in the order of the articles; all are counted."""
        asked = parsed(query)
        if not asked.clauses and not asked.conditions:
            return {}

        def found() -> dict[str, int]:
            with self._look(asked, within, self._reworded(variants, guess), facets, stopped) as (look, allowed):
                if not asked.clauses:
                    return {self._cards[number].id: 1 for number in allowed or ()}
                rated, answers = look.candidates(_RANKED, everything=True)
                numbers = sorted(number for number, _ in rated)
                lines = ((number, line) for number, line in look.lines(numbers) if answers(line))
                return {self._cards[number].id: look.finder.count(line) for number, line in lines}

        return self._safely(found)

    def _safely(self, work: Callable[[], Result]) -> Result:
        """What the work gives; where the file turns out to be damaged, with an index that is built anew."""
        try:
            return work()
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            self._renew(self._opened())
            return work()

    @contextmanager
    def _look(
        self,
        asked: Query,
        within: Collection[str] | None,
        rewordings: Rewordings,
        facets: Facets | None,
        stopped: Callable[[], bool] | None,
    ) -> Iterator[tuple[Look, Sequence[int] | None]]:
        """A look into the index, and the articles to look in (None: all)."""
        shelf = self._opened()
        while self.updating and not self._begun:
            self._ready.wait(0.05)
        if not (self._complete and self._is_ours(shelf)) and not self.updating:
            self._fill()
        allowed = self._allowed(asked, within, facets)
        with shelf.snapshot() as db:
            if stopped is not None:
                if stopped():
                    raise Unwanted
                db.set_progress_handler(stopped, 20_000)
            try:
                words = self._words_of(shelf)
                patterns = patterns_of(asked, words, rewordings)
                yield Look(shelf, db, words, self._rows, self._numbers, asked, patterns, allowed, stopped), allowed
            except sqlite3.OperationalError:
                if stopped is not None and stopped():
                    raise Unwanted from None
                raise
            finally:
                if stopped is not None:
                    db.set_progress_handler(None, 0)

    def _words_of(self, shelf: Shelf) -> Vocabulary:
        done = self.progress[0]
        if self._words is None or (
            self._words[0] != done and (self._complete or not self._words[0] < done < _GROWN * self._words[0])
        ):
            self._words = done, shelf.vocabulary()
        return self._words[1]

    def _allowed(self, asked: Query, within: Collection[str] | None, facets: Facets | None) -> Sequence[int] | None:
        """Numbers of the articles to look in; None: all."""
        if within is None and not asked.conditions:
            return None
        if self._met is None or self._met[0] != asked.conditions or self._met[1] is not facets:
            # The same for every letter that is typed behind the conditions.
            self._met = asked.conditions, facets, array("l", self._metadata.meeting(asked.conditions, facets))
        numbers: Sequence[int] = self._met[2]
        if within is not None:
            inside = {self._number[id] for id in within if id in self._number}
            numbers = [number for number in numbers if number in inside] if asked.conditions else sorted(inside)
        return None if asked.clauses and len(numbers) == len(self._cards) else numbers

    def _reworded(self, variants: Variants | None, guess: bool) -> Rewordings:
        variants = self._variants if variants is None else variants
        if self._rewordings[0] is not variants:
            self._rewordings = variants, rewordings(variants or {})
        known = self._rewordings[1]
        return Guessed(known) if guess else known

    # The best places

    def _best(
        self, look: Look, rated: Sequence[Rated], answers: Callable[[str], bool], limit: int, wanted: int
    ) -> list[tuple[float, int, Place]]:
        """The best places of the `wanted` best articles; reads no further than any of the best can be."""
        if not limit:
            return []
        found: list[tuple[float, int, Place]] = []
        scores: list[float] = []
        finder, met = look.finder, 0
        worths = dict(islice(rated, max(BEST, wanted))) if rated and rated[0][1] else {}
        top = max(rated[0][1] if rated else 0.0, 0.0) or 1.0
        for number, line in look.lines(number for number, _ in rated):
            worth = 1 + _RANGE * max(worths.get(number, 0.0), 0.0) / top
            if met == wanted or (len(scores) == limit and worth * finder.best <= scores[0]):
                break
            if not answers(line):
                look.counts[number] = 0
                continue
            met += 1
            seen: dict[str, float] = {}
            places = finder.places(line)
            look.counts[number] = len(places)
            for place in places:
                again = seen.get(place.tokens, 1.0)
                seen[place.tokens] = again * _AGAIN
                score = worth * WORTH[place.via] * (place.clauses / finder.clauses) * again
                if len(scores) < limit:
                    heappush(scores, score)
                elif score < scores[0]:
                    continue
                else:
                    heappushpop(scores, score)
                found.append((score, number, place))
        found.sort(key=lambda rating: (-rating[0], rating[1], rating[2].first))
        return found[:limit]

    def _hits(self, look: Look, best: Sequence[tuple[float, int, Place]]) -> list[Hit]:
        known: dict[int, Reading] = {}
        lines = dict(look.lines(dict.fromkeys(number for _, number, _ in best)))
        hits = []
        for score, number, place in best:
            reading = known.get(number)
            if reading is None:
                reading = known[number] = Reading(self._articles[number].text, lines[number])
            text = reading.text
            start, end = reading.ends(place, look.finder)
            id, shown = self._cards[number].id, snippet(text, start, end)
            hits.append(Hit(id, start, end, round(score, 6), shown, place.via, text[start:end]))
        return hits

    def _beginnings(self, query: str, asked: Query, numbers: Sequence[int], limit: int) -> SearchResults:
        """Articles asked for by conditions alone: the first word of each is its hit."""
        hits = []
        for number in numbers[: max(0, limit)]:
            text = self._articles[number].text
            start, end = token_spans(text[:20_000], (0,)).get(0, Span(0, min(1, len(text))))
            shown = snippet(text, start, end)
            hits.append(Hit(self._cards[number].id, start, end, 1.0, shown, Via.EXACT, text[start:end]))
        problem = asked.problem or (None if numbers else f"no article has {conditions_told(asked.conditions)}")
        return SearchResults(query, len(numbers), tuple(hits), problem)
