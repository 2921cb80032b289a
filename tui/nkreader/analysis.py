"""What is found out about the articles of a library together, in stages; what is known of another day is not redone.

Articles are taken from their shelf a few at a time and handed to processes, so that no stage holds all texts.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING, TypeVar, overload

import msgspec

from nkreader.families import added_pairs, candidate_pairs
from nkreader.origin import gathered
from nkreader.phrases import phrases_alone, phrases_learnt, spun_alone
from nkreader.store.keep import (
    BROKEN,
    FAMILIES,
    FAMILY,
    Pairwise,
    Results,
    keep_alone,
    keep_last,
    kept,
    kept_alone,
    library_key,
    link_between,
)
from nkreader.store.shelf import Shelf, Some
from nkreader.store.sketches import FEWEST as SKETCHED_FROM
from nkreader.store.sketches import Sketches
from nkreader.visits import Group, Lesson, Visited, components, visit, visits
from nkreader.workers import Workers

if TYPE_CHECKING:
    from nkreader.compare.model import Comparison
    from nkreader.families.model import Family, Link
    from nkreader.model import Article
    from nkreader.phrases.model import Alone, ArticlePhrases
    from nkreader.store.cache import Cache

Read = TypeVar("Read")

Progress = Callable[[str, int, int], None]
"""Called with a stage's name, how much is done, and of how much (0 where that is not known yet)."""

ARTICLES_AT_ONCE, GROUPS_AT_ONCE, FEWEST_PAIRS = 64, 4, 100
"""Articles and groups of kin handed to a process at a time, and pairs from which it pays to do so."""

VISITS_AT_ONCE = 32
"""Groups whose results are written to the cache in one transaction: what an interrupted run loses at most."""

_decoded_visit: Callable[[bytes], Visited] = msgspec.json.Decoder(Visited).decode

KEPT_AT_ONCE = 2048
"""Articles whose phrases are written to the cache in one transaction."""


class Groups(Sequence[Group]):
    """Groups of a shelf's articles by their pairs, fetched when they are asked for."""

    def __init__(self, shelf: Shelf, pairs: Sequence[Sequence[tuple[int, int]]]) -> None:
        self._shelf = shelf
        self._pairs = pairs

    def __len__(self) -> int:
        return len(self._pairs)

    @overload
    def __getitem__(self, at: int) -> Group: ...
    @overload
    def __getitem__(self, at: slice) -> list[Group]: ...
    def __getitem__(self, at: int | slice) -> Group | list[Group]:
        if isinstance(at, slice):
            return [self[number] for number in range(len(self))[at]]
        members = members_of(self._pairs[at])
        place = {member: number for number, member in enumerate(members)}
        return Group(self._shelf.some(members), [(place[a], place[b]) for a, b in self._pairs[at]])


def members_of(pairs: Iterable[tuple[int, int]]) -> list[int]:
    """The places that are in a pair, in order."""
    return sorted(set(chain.from_iterable(pairs)))


class Analysis:
    """Families of a shelf of articles and what they rest on."""

    def __init__(
        self, shelf: Shelf, cache: Cache | None, comparison: Callable[[str, str], Comparison], name: str = ""
    ) -> None:
        """`comparison` gives the comparison of two articles by their ids; `name` is the library's, where it is opened
        again and again."""
        self._name = name
        self._shelf = shelf
        self._cache = cache
        self._comparison = comparison
        self._cards = {card.id: card for card in shelf.cards}
        # What a search may find other wordings by while the rest is still being found out.
        self.phrases_met: dict[str, ArticlePhrases] = {}
        self.names_met: list[tuple[str, str]] = []

    def known(self) -> Results | None:
        """The results of the last time these very articles were opened."""
        if self._cache is None:
            return None
        results: Results | None = kept(self._cache, FAMILIES, library_key(self._shelf.cards), Results)
        return results

    def results(self, progress: Progress | None = None) -> Results:
        """The families; those of the last time these very articles were opened, else computed and kept."""
        known = self.known()
        if known is not None:
            return known
        progress = progress or _silent
        links: dict[tuple[int, int], Link] = {}
        families: list[Family] = []
        phrases: dict[str, ArticlePhrases] = {}
        alone: dict[str, Alone] = {}
        lessons = Counter[Lesson]()
        with Workers() as workers:
            for pairs, found in self.visited(workers, progress):
                for (a, b), one in zip(pairs, found.compared, strict=True):
                    if (link := link_between(self._shelf.cards[a], self._shelf.cards[b], one)) is not None:
                        links[a, b] = link
                families += found.families
                phrases.update({own.id: own for own in found.phrases})
                self.phrases_met.update({own.id: own for own in found.phrases})
                self.names_met += chain.from_iterable(one.names for one in found.compared)
                alone.update(found.alone)
                lessons.update(found.lessons)
            alone = self.read_alone(workers, progress, (), alone)
        strangers = {id: own for id, (_, own) in alone.items() if own is not None and id not in phrases}
        phrases.update(self._learnt(strangers, lessons))
        spun = {id: alone[id][0] for id in self._cards}
        found_links = [links[pair] for pair in sorted(links)]
        results = Results(gathered(list(self._cards), found_links, spun, families), spun, phrases)
        if self._cache is not None:
            keep_last(self._cache, FAMILIES, library_key(self._shelf.cards), results)
        return results

    def visited(self, workers: Workers, progress: Progress) -> Iterator[tuple[Sequence[tuple[int, int]], Visited]]:
        """What was found out about each group of kin, by its pairs; a group visited on another day is not again."""
        cards = self._shelf.cards
        found = self._candidates(workers, progress)
        groups = sorted(components(len(cards), found), key=lambda pairs: (-len(pairs), pairs))
        keys = [self._visit_key(pairs) for pairs in groups]
        done = 0
        unknown: list[int] = []
        for number, (pairs, key) in enumerate(zip(groups, keys, strict=True)):
            known = self._cache.get(FAMILY, key) if self._cache is not None else None
            with suppress(*BROKEN):
                if known is not None:
                    done += len(pairs)
                    yield pairs, _decoded_visit(known)
                    continue
            unknown.append(number)
        progress("comparisons", done, len(found))
        lacking = Groups(self._shelf, [groups[number] for number in unknown])
        fresh: Iterable[Visited]
        if len(found) - done < FEWEST_PAIRS:
            fresh = (visit(group, self._comparison) for group in lacking)
        else:
            fresh = workers.map(visits, lacking, GROUPS_AT_ONCE, 2)
        keeping = Pairwise(self._cache)
        new: dict[str, bytes] = {}
        for number, one in zip(unknown, fresh, strict=True):
            done += len(groups[number])
            progress("comparisons", done, len(found))
            for (a, b), pair in zip(groups[number], one.compared, strict=True):
                keeping.put(cards[a], cards[b], pair)
            with suppress(UnicodeEncodeError):
                new[keys[number]] = msgspec.json.encode(one)
            if len(new) >= VISITS_AT_ONCE and self._cache is not None:
                self._cache.put_many(FAMILY, new)
                new = {}
            yield groups[number], one
        if self._cache is not None:
            self._cache.put_many(FAMILY, new)
        keeping.flush()

    def _candidates(self, workers: Workers, progress: Progress) -> list[tuple[int, int]]:
        """Pairs of places that may be one article; of a large library that has grown, only the new ones are sought."""
        if self._cache is None or not self._name or len(self._shelf) < SKETCHED_FROM:
            return candidate_pairs(self._shelf, progress, workers)
        sketches = Sketches(self._cache, self._name, self._shelf.cards)
        known = sketches.known()
        if known is None:
            pairs = candidate_pairs(self._shelf, progress, workers, sketches.put)
        else:
            added, new = added_pairs(self._shelf, known[1])
            pairs = sorted({*known[0], *added})
            sketches.put_all(new)
        sketches.finish(pairs)
        return pairs

    def _visit_key(self, pairs: Sequence[tuple[int, int]]) -> str:
        """What is found out about a group depends on: its articles, and which of them are paired."""
        members = members_of(pairs)
        first = {member: number for number, member in enumerate(members)}
        paired = repr([(first[a], first[b]) for a, b in pairs])
        cards = self._shelf.cards
        return hashlib.sha256(f"{library_key(cards[member] for member in members)}{paired}".encode()).hexdigest()

    def _learnt(self, strangers: Mapping[str, ArticlePhrases], lessons: Counter[Lesson]) -> dict[str, ArticlePhrases]:
        """The phrases of spun articles without relatives, with what the copies of others teach."""
        if not lessons or not strangers:
            return dict(strangers)
        places = [place for place, id in enumerate(self._shelf.ids) if id in strangers]
        articles = (self._shelf[place] for place in places)
        return {own.id: own for own in phrases_learnt(articles, [lesson for lesson, _ in lessons.most_common()])}

    def read_alone(
        self,
        workers: Workers,
        progress: Progress,
        whole: Collection[str],
        known: Mapping[str, Alone] | None = None,
    ) -> dict[str, Alone]:
        """What each article shows, read alone, by id; `known` is the same of articles that were read already.

        Phrases of articles that are not spun are looked for only in those named by `whole`.
        """
        alone = kept_alone(self._cache, self._shelf.cards) | dict(known or {})
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
