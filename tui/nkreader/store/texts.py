"""The articles' texts, kept by their digest in the cache and in memory only until they are written there."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Mapping

from nkreader.articles.cards import Card, article_of
from nkreader.articles.read import UnreadableArticle, read_file
from nkreader.model import Article
from nkreader.store.cache import Cache

LEVEL = 1
"""zlib's: news shrinks to .55 in 20 microseconds an article, and to .50 in four times that."""


def packed(text: str) -> bytes:
    """A text as it is kept."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), LEVEL)


class Texts:
    """Texts by digest. Without a cache, or where it cannot be written, they stay in memory."""

    def __init__(self, cache: Cache | None = None) -> None:
        self._cache = cache if cache is not None and cache.usable else None
        self._held: dict[str, bytes] = {}

    def put(self, texts: Mapping[str, bytes]) -> None:
        """Keep packed texts under their digests."""
        if self._cache is None or not self._cache.put_texts(texts):
            self._held.update(texts)

    def get(self, card: Card) -> Article:
        """The article of a card. Raises UnreadableArticle where its text is no longer there."""
        return next(iter(self.get_many([card])))

    def get_many(self, cards: Iterable[Card]) -> Iterable[Article]:
        """The articles of cards, in order."""
        cards = list(cards)
        wanted = {card.digest for card in cards if card.digest not in self._held}
        found = self._cache.get_texts(wanted) if self._cache is not None and wanted else {}
        for card in cards:
            text = _unpacked(found.get(card.digest) or self._held.get(card.digest), card.digest)
            if text is None:
                text = _read_again(card)
                self._held[card.digest] = packed(text)
            yield article_of(card, text)


def _unpacked(kept: bytes | None, digest: str) -> str | None:
    """The text, None where what is kept is not what was meant."""
    if kept is None:
        return None
    try:
        plain = zlib.decompress(kept)
    except zlib.error:
        return None
    return plain.decode("utf-8", "surrogatepass") if hashlib.sha256(plain).hexdigest() == digest else None


def _read_again(card: Card) -> str:
    """A text that the cache has lost (somebody deleted it meanwhile), out of its file."""
    path = (card.path or "").partition("!")[0]
    for found in read_file(path) if path else ():
        if isinstance(found, Article) and found.digest == card.digest:
            return found.text
    raise UnreadableArticle(card.path or card.id, "it has changed or gone since it was read; read the files again")
