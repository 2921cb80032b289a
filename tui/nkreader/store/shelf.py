"""The articles of a library in their order: cards in memory, texts fetched when an article is asked for."""

from __future__ import annotations

import threading
from abc import abstractmethod
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import overload

from nkreader.articles.cards import Card, article_of, card_of
from nkreader.model import Article
from nkreader.store.texts import Texts

AT_HAND = 512
"""Articles kept whole after they were asked for: some families and all that a screen shows, 3 MiB."""

AT_ONCE = 256
"""Articles fetched together when all are gone through."""


class Shelf(Sequence[Article]):
    """Articles by their place, counted from 0."""

    @property
    @abstractmethod
    def cards(self) -> Sequence[Card]:
        """What is known of the articles without their texts."""

    @property
    @abstractmethod
    def ids(self) -> list[str]:
        """The articles' ids."""

    @abstractmethod
    def replace(self, place: int, card: Card) -> None:
        """Another card for the same text: its title, publisher or date was corrected."""

    @abstractmethod
    def some(self, places: Sequence[int]) -> list[Article]:
        """The articles at these places. Raises UnreadableArticle where a text has been lost."""

    @overload
    def __getitem__(self, place: int) -> Article: ...
    @overload
    def __getitem__(self, place: slice) -> list[Article]: ...
    def __getitem__(self, place: int | slice) -> Article | list[Article]:
        if isinstance(place, slice):
            return self.some(range(len(self))[place])
        return self.some([range(len(self))[place]])[0]

    def __iter__(self) -> Iterator[Article]:
        for start in range(0, len(self), AT_ONCE):
            yield from self[start : start + AT_ONCE]


class HeldShelf(Shelf):
    """Articles that are in memory."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = list(articles)

    def __len__(self) -> int:
        return len(self._articles)

    @cached_property
    def _cards(self) -> list[Card]:
        return [card_of(article) for article in self._articles]

    @property
    def cards(self) -> Sequence[Card]:
        return self._cards

    @property
    def ids(self) -> list[str]:
        return [article.id for article in self._articles]

    def replace(self, place: int, card: Card) -> None:
        self._articles[place] = article_of(card, self._articles[place].text)
        self._cards[place] = card

    def some(self, places: Sequence[int]) -> list[Article]:
        return [self._articles[place] for place in places]


class KeptShelf(Shelf):
    """Articles whose texts are in the cache. One asked for twice is the same object as long as it is at hand."""

    def __init__(self, cards: Iterable[Card], texts: Texts) -> None:
        self._cards = list(cards)
        self._texts = texts
        self._at_hand: OrderedDict[int, Article] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._cards)

    @property
    def cards(self) -> Sequence[Card]:
        return self._cards

    @property
    def ids(self) -> list[str]:
        return [card.id for card in self._cards]

    def replace(self, place: int, card: Card) -> None:
        with self._lock:
            self._cards[place] = card
            self._at_hand.pop(place, None)

    def some(self, places: Sequence[int]) -> list[Article]:
        with self._lock:
            found = {place: self._at_hand[place] for place in places if place in self._at_hand}
            for place in found:
                self._at_hand.move_to_end(place)
            missing = [place for place in dict.fromkeys(places) if place not in found]
            cards = [self._cards[place] for place in missing]
        found.update(zip(missing, self._texts.get_many(cards), strict=True))
        if missing and len(places) < AT_ONCE:  # whoever goes through all of them does not come back to one
            with self._lock:
                for place in missing:
                    found[place] = self._at_hand.setdefault(place, found[place])
                while len(self._at_hand) > AT_HAND:
                    self._at_hand.popitem(last=False)
        return [found[place] for place in places]


class Some(Sequence[Article]):
    """Some of a shelf's articles by their places, fetched when they are asked for."""

    def __init__(self, shelf: Shelf, places: Sequence[int]) -> None:
        self._shelf = shelf
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> Article: ...
    @overload
    def __getitem__(self, at: slice) -> list[Article]: ...
    def __getitem__(self, at: int | slice) -> Article | list[Article]:
        return self._shelf.some(self._places[at]) if isinstance(at, slice) else self._shelf[self._places[at]]


class ById(Mapping[str, Article]):
    """A shelf's articles by their ids, in their order."""

    def __init__(self, shelf: Shelf, places: Mapping[str, int]) -> None:
        self._shelf = shelf
        self._places = places

    def __getitem__(self, id: str) -> Article:
        return self._shelf[self._places[id]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __contains__(self, id: object) -> bool:
        return id in self._places

    def __len__(self) -> int:
        return len(self._places)
