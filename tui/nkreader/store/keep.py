"""Results to bytes and back: which kinds are kept, and what each is kept by."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import msgspec

from nkreader.articles.cards import Card
from nkreader.claims.model import Grouping
from nkreader.families.model import Families, Family, Link, LinkKind
from nkreader.model import Article, plain
from nkreader.phrases.model import Alone, ArticlePhrases
from nkreader.store.cache import Cache

if TYPE_CHECKING:
    from nkreader.compare.model import Comparison

LINK, PHRASES, FAMILY, FAMILIES, CLAIMS = "link", "phrases", "family", "families", "claims"
CHANGED = "changed"

BROKEN = (msgspec.DecodeError, UnicodeDecodeError)
"""What a damaged value raises when it is decoded: the latter where the damage is within a string."""

LIBRARIES = 24
"""Libraries whose results are kept as a whole. Each is some megabytes, and made of pieces that are kept anyway."""

PAIRS_AT_ONCE = 256
"""Pairs written to the cache in one transaction: what an interrupted run loses at most."""


class Results(msgspec.Struct, frozen=True):
    """Families and what they rest on, of one library."""

    families: Families
    spun: dict[str, float]
    """How spun each article reads, by id."""
    phrases: dict[str, ArticlePhrases]
    """Of the articles that were asked for theirs: all that are spun, or that others show to be."""


def library_key(cards: Iterable[Card]) -> str:
    """What all results of a library depend on: every article's id, text and metadata, in order."""
    state = hashlib.sha256()
    for card in cards:
        fields = (card.id, card.digest, card.title, card.byline, card.publisher, card.published)
        state.update(repr((*fields, plain(card.boilerplate))).encode())  # a file's name may be no Unicode
    return state.hexdigest()


def kept(cache: Cache, kind: str, key: str, type: Any) -> Any:
    """A kept result as a record of its type, None where there is none."""
    found = cache.get(kind, key)
    if found is None:
        return None
    try:
        return msgspec.json.decode(found, type=type)
    except BROKEN:
        return None


def keep_last(cache: Cache, kind: str, key: str, result: Results | Grouping) -> None:
    """Keep the results of a whole library, and of earlier ones only the last."""
    with suppress(UnicodeEncodeError):
        cache.put(kind, key, msgspec.json.encode(result), LIBRARIES)


def keep(cache: Cache, kind: str, key: str, result: Family) -> None:
    """Keep one result."""
    with suppress(UnicodeEncodeError):
        cache.put(kind, key, msgspec.json.encode(result))


class Compared(msgspec.Struct, frozen=True, array_like=True):
    """What is kept of two articles that were compared, the one with the smaller digest first."""

    kind: LinkKind | None
    """None: the two are not linked, and nothing else is kept."""
    shared_first: float = 0.0
    shared_second: float = 0.0
    facts: int = 0
    names: list[tuple[str, str]] = []
    """Names that they give differently: what is looked for, and the wording found for it."""


class Changed(msgspec.Struct, frozen=True, array_like=True):
    """What a member of a family changed of its original, as the list of sources tells it."""

    facts: int
    shared: float
    """The share of the member's words that stand in sentences the original has too."""


def compared(left: Article, right: Article, link: Link | None, comparison: Comparison | None) -> Compared:
    """What is to be kept of a comparison."""
    from nkreader.search.variants import names_of

    if link is None or comparison is None:
        return Compared(None)
    shares = (link.shared_a, link.shared_b) if left.digest <= right.digest else (link.shared_b, link.shared_a)
    return Compared(link.kind, *shares, comparison.summary.facts, names_of(left, right, comparison))


def link_between(left: Card, right: Card, known: Compared) -> Link | None:
    """The link that is kept, under the ids of this library."""
    if known.kind is None:
        return None
    shares = (known.shared_first, known.shared_second)
    return Link(left.id, right.id, known.kind, *(shares if left.digest <= right.digest else shares[::-1]))


def article_key(card: Card) -> str:
    """What is found out about an article alone depends on: its text and its residue."""
    return f"{card.digest}{_residue_key(card)}"


def pair_key(one: Card, other: Card) -> str:
    """What is found out about two articles depends on, whichever comes first."""
    first, second = sorted((one, other), key=lambda card: card.digest)
    return f"{first.digest}{second.digest}{_residue_key(first)}{_residue_key(second)}"


def directed_key(first: Card, second: Card) -> str:
    """What the second article changed of the first depends on."""
    return f"{first.digest}{second.digest}{_residue_key(first)}+{_residue_key(second)}"


def _residue_key(card: Card) -> str:
    return hashlib.sha256(repr(card.boilerplate).encode()).hexdigest()[:16] if card.boilerplate else ""


class Pairwise:
    """What is known of the pairs of a library that were compared; new knowledge goes to the cache by and by."""

    def __init__(self, cache: Cache | None) -> None:
        self._cache = cache
        self._new: dict[str, bytes] = {}

    def kept(self, pairs: Sequence[tuple[Card, Card]]) -> dict[tuple[str, str], Compared]:
        """What is kept of these pairs, by their ids."""
        if self._cache is None:
            return {}
        keys = [pair_key(one, other) for one, other in pairs]
        found = self._cache.get_many(LINK, keys)
        known: dict[tuple[str, str], Compared] = {}
        for (one, other), key in zip(pairs, keys, strict=True):
            if key in found:
                with suppress(*BROKEN):
                    known[one.id, other.id] = _decoded_pair(found[key])
        return known

    def changed(self, pairs: Sequence[tuple[Card, Card]]) -> dict[tuple[str, str], Changed]:
        """What the second article of each of these pairs is known to have changed of the first, by their ids."""
        found: dict[tuple[str, str], Changed] = {}
        known = self.kept(pairs)
        for first, second in pairs:
            one = known.get((first.id, second.id))
            if one is not None and one.kind is not None:
                shared = one.shared_second if first.digest <= second.digest else one.shared_first
                found[first.id, second.id] = Changed(one.facts, shared)
        rest = [pair for pair in pairs if (pair[0].id, pair[1].id) not in found]
        if self._cache is None or not rest:
            return found
        keys = {directed_key(*pair): pair for pair in rest}
        for key, content in self._cache.get_many(CHANGED, keys).items():
            with suppress(*BROKEN):
                found[keys[key][0].id, keys[key][1].id] = _decoded_change(content)
        return found

    def put(self, one: Card, other: Card, known: Compared) -> None:
        """Keep what is known of a pair."""
        with suppress(UnicodeEncodeError):
            self._new[pair_key(one, other)] = msgspec.json.encode(known)
        if len(self._new) >= PAIRS_AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Write what is new."""
        if self._cache is not None:
            self._cache.put_many(LINK, self._new)
        self._new = {}


_decoded_pair: Callable[[bytes], Compared] = msgspec.json.Decoder(Compared).decode


_decoded_change: Callable[[bytes], Changed] = msgspec.json.Decoder(Changed).decode


def keep_changed(cache: Cache | None, found: Iterable[tuple[Card, Card, Changed]]) -> None:
    """Keep what the second article of each pair changed of the first."""
    if cache is not None:
        encoded = {directed_key(first, second): msgspec.json.encode(changed) for first, second, changed in found}
        cache.put_many(CHANGED, encoded)


def kept_alone(cache: Cache | None, cards: Sequence[Card]) -> dict[str, Alone]:
    """What is kept of articles read alone, by id."""
    if cache is None:
        return {}
    keys = [article_key(card) for card in cards]
    found = cache.get_many(PHRASES, keys)
    known: dict[str, Alone] = {}
    for card, key in zip(cards, keys, strict=True):
        if key in found:
            with suppress(*BROKEN):
                score, own = _decoded_alone(found[key])
                known[card.id] = (score, own and replace(own, id=card.id))
    return known


_decoded_alone: Callable[[bytes], Alone] = msgspec.json.Decoder(Alone).decode


def keep_alone(cache: Cache | None, found: Iterable[tuple[Card, Alone]]) -> None:
    """Keep what articles show, read alone."""
    if cache is not None:
        with suppress(UnicodeEncodeError):
            encoded = {
                article_key(card): msgspec.json.encode((score, own and replace(own, id="")))
                for card, (score, own) in found
            }
            cache.put_many(PHRASES, encoded)
