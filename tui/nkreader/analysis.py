"""What is found out about the articles of a library together, in stages; what is known of another day is not redone.

Articles are taken from their shelf a few at a time and handed to processes, so that no stage holds all texts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from nkreader.families import candidate_pairs, links_of
from nkreader.origin import argument, families_of
from nkreader.phrases import phrases_alone, phrases_of, spun_alone
from nkreader.store.keep import (
    FAMILIES,
    Alone,
    Pairwise,
    Results,
    compared,
    keep_alone,
    keep_last,
    kept,
    kept_alone,
    kept_argument,
    library_key,
    link_between,
)
from nkreader.store.shelf import ById, Pairs, Shelf, Some
from nkreader.workers import Workers

if TYPE_CHECKING:
    from nkreader.compare.model import Comparison
    from nkreader.families.model import Link
    from nkreader.model import Article
    from nkreader.phrases.model import ArticlePhrases
    from nkreader.store.cache import Cache

Read = TypeVar("Read")

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, how much is done, and of how much (0 where that is not known yet)."""

ARTICLES_AT_ONCE, PAIRS_AT_ONCE, FEWEST_PAIRS = 64, 8, 100
"""Articles and pairs handed to a process at a time, and pairs from which it pays to do so."""

KEPT_AT_ONCE = 2048
"""Articles whose phrases are written to the cache in one transaction."""


class Analysis:
    """Families of a shelf of articles and what they rest on."""

    def __init__(
        self,
        shelf: Shelf,
        cache: Cache | None,
        comparison: Callable[[str, str], Comparison],
        compared: Callable[[tuple[str, str], Comparison], None],
    ) -> None:
        """`comparison` gives the comparison of two articles by their ids; `compared` is told of each that is made."""
        self._shelf = shelf
        self._cache = cache
        self._comparison = comparison
        self._compared = compared
        self._cards = {card.id: card for card in shelf.cards}
        self._by_id: Mapping[str, Article] = ById(shelf, {id: place for place, id in enumerate(shelf.ids)})

    def results(self, progress: Progress | None = None) -> Results:
        """The families; those of the last time these very articles were opened, else computed and kept."""
        known = self.kept_results()
        if known is not None:
            return known
        with Workers() as workers:
            links = self.links(workers, progress or _silent)
            pairs = [(link.a, link.b) for link in links]
            alone = self.read_alone(workers, progress or _silent, set(chain.from_iterable(pairs)))
        shown = {id: own for id, (_, own) in alone.items() if own is not None}
        phrases = phrases_of(self._by_id, pairs, self._comparison, shown)
        argue = argument(self._by_id, self._comparison, phrases)
        if self._cache is not None:
            argue = kept_argument(argue, self._cache, self._cards, phrases)
        spun = {id: alone[id][0] for id in self._cards}
        results = Results(families_of(list(self._cards), links, spun, argue), spun, phrases)
        if self._cache is not None:
            keep_last(self._cache, FAMILIES, library_key(self._shelf.cards), results)
        return results

    def kept_results(self) -> Results | None:
        """The families of the last time these very articles were opened, None where they are not kept."""
        if self._cache is None:
            return None
        known: Results | None = kept(self._cache, FAMILIES, library_key(self._shelf.cards), Results)
        return known

    def links(self, workers: Workers, progress: Progress) -> tuple[Link, ...]:
        """The links between candidates; a pair compared on another day is not compared again."""
        cards = self._shelf.cards
        found = candidate_pairs(self._shelf, progress, workers)
        pairs = [(cards[a], cards[b]) for a, b in found]
        keeping = Pairwise(self._cache)
        known = keeping.kept(pairs)
        links = {(a, b): link_between(self._cards[a], self._cards[b], one) for (a, b), one in known.items()}
        unknown = [places for places, (a, b) in zip(found, pairs, strict=True) if (a.id, b.id) not in links]
        progress("comparisons", len(known), len(pairs))
        results = workers.map(links_of, Pairs(self._shelf, unknown), PAIRS_AT_ONCE, FEWEST_PAIRS)
        for done, ((a, b), (link, comparison)) in enumerate(zip(unknown, results, strict=True), len(known) + 1):
            progress("comparisons", done, len(pairs))
            left, right = cards[a], cards[b]
            links[left.id, right.id] = link
            keeping.put(left, right, compared(self._shelf[a], self._shelf[b], link, comparison))
            if comparison is not None:
                self._compared((left.id, right.id), comparison)
        keeping.flush()
        return tuple(link for a, b in pairs if (link := links[a.id, b.id]) is not None)

    def read_alone(self, workers: Workers, progress: Progress, whole: Collection[str]) -> dict[str, Alone]:
        """What each article shows, read alone, by id.

        Phrases of articles that are not spun are looked for only in those named by `whole`.
        """
        alone = kept_alone(self._cache, self._shelf.cards)
        lacking = [
            place
            for place, card in enumerate(self._shelf.cards)
            if card.id not in alone or (alone[card.id][1] is None and card.id in whole)
        ]
        with_phrases = [place for place in lacking if self._shelf.cards[place].id in whole]
        others = [place for place in lacking if self._shelf.cards[place].id not in whole]
        found: Iterable[tuple[int, Alone]] = chain(
            ((place, (own.spun, own)) for place, own in self._read(phrases_alone, with_phrases, workers)),
            self._read(spun_alone, others, workers),
        )
        new: list[tuple[int, Alone]] = []
        for done, (place, own) in enumerate(found, len(self._shelf) - len(lacking)):
            if done % ARTICLES_AT_ONCE == 0:
                progress("phrases", done, len(self._shelf))
            alone[self._shelf.cards[place].id] = own
            new.append((place, own))
            if len(new) >= KEPT_AT_ONCE:
                keep_alone(self._cache, ((self._shelf.cards[place], own) for place, own in new))
                new = []
        keep_alone(self._cache, ((self._shelf.cards[place], own) for place, own in new))
        return alone

    def all_phrases(self, known: Mapping[str, ArticlePhrases]) -> dict[str, ArticlePhrases]:
        """Every article's phrases, in the articles' order; `known` are those that the families rest on."""
        lacking = [card.id for card in self._shelf.cards if card.id not in known]
        with Workers() as workers:
            alone = self.read_alone(workers, _silent, frozenset(lacking))
        found = {id: known.get(id) or alone[id][1] for id in self._cards}
        return {id: own for id, own in found.items() if own is not None}

    def _read(
        self, function: Callable[[Sequence[Article]], list[Read]], places: Sequence[int], workers: Workers
    ) -> Iterator[tuple[int, Read]]:
        return zip(places, workers.map(function, Some(self._shelf, places), ARTICLES_AT_ONCE), strict=True)


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Progress that nobody wants to hear of."""
