"""Searching a library: its index, and what else of a library a query may ask for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from nkreader.articles.cards import Card
    from nkreader.claims.model import ClaimSet
    from nkreader.compare.model import Comparison
    from nkreader.families.model import Families
    from nkreader.model import Article
    from nkreader.phrases.model import ArticlePhrases
    from nkreader.search import Index
    from nkreader.search.model import SearchResults
    from nkreader.store import Cache
    from nkreader.store.shelf import Shelf

Facets = dict[str, dict[str, list[str]]]
"""By article, then by field: what stands there."""

FEW_ARTICLES = 500
"""So many are compared in some five seconds: a search waits for that, to find names under their other wordings too."""


class Searched(Protocol):
    """What a search asks of the library."""

    def __len__(self) -> int: ...
    def __getitem__(self, key: str, /) -> Article: ...
    def card(self, name: str) -> Card: ...
    def comparison(self, left: str, right: str) -> Comparison: ...
    def knows_families(self) -> bool: ...

    @property
    def cards(self) -> Sequence[Card]: ...
    @property
    def families(self) -> Families: ...
    @property
    def claims(self) -> ClaimSet: ...
    @property
    def phrases_met(self) -> Mapping[str, ArticlePhrases]: ...


class Searching:
    """Queries answered from the index on words, from families and claims where a query asks for them."""

    def __init__(self, library: Searched, articles: Shelf, cache: Cache | None, places: Sequence[str]) -> None:
        """`places`: the paths that were opened, under which the index is kept in the cache."""
        self._library = library
        self._articles = articles
        self._cache = cache
        self._places = places
        self._indexing = threading.Lock()
        self._telling = threading.Lock()
        self._index: Index | None = None
        self._variants: dict[str, list[str]] | None = None
        self._facets: tuple[Families, ClaimSet, Facets] | None = None

    def search(
        self,
        query: str,
        limit: int = 20,
        within: Collection[str] | None = None,
        variants: bool | None = None,
        stopped: Callable[[], bool] | None = None,
    ) -> SearchResults:
        """Ranked hits in context; `within` names the articles to look in (None: all).

        With `variants`, other wordings known from aligned copies and tortured phrases are found too ("White House" as
        "White Home"); that needs the families, which are computed if they are not there yet. None: where they are known
        or soon are. `role:`, `family:`, `type:` and `speaker:` are answered unless `variants` is False, and wait for
        families and claims. `stopped`: see `Index.search`.
        """
        other, facets = self._knowledge_for(query, variants)
        return self.index.search(query, limit, within, other, facets, stopped)

    def counts(self, query: str, within: Collection[str] | None = None, variants: bool | None = None) -> dict[str, int]:
        """How many places answer a query in each article that does, by id, all of them counted."""
        other, facets = self._knowledge_for(query, variants)
        return self.index.counts(query, within=within, variants=other, facets=facets)

    def knows_variants(self) -> bool:
        """Whether a search finds other wordings without a wait for the families: they are known, or soon are."""
        return len(self._library) <= FEW_ARTICLES or self._library.knows_families()

    @property
    def index(self) -> Index:
        """The search index of all words."""
        from nkreader.search import Index
        from nkreader.store.indexes import index_file

        with self._indexing:
            if self._index is None:
                cards = self._library.cards
                file = index_file(self._cache, self._places, len(cards)) if self._cache is not None else None
                self._index = Index(self._articles, cards, file)
            return self._index

    @property
    def variants(self) -> dict[str, list[str]]:
        """Expression, case folded -> other wordings of it in this library."""
        from nkreader.search.variants import names_of, variants_of
        from nkreader.store.keep import Pairwise

        library = self._library
        links = library.families.links
        with self._telling:
            if self._variants is None:
                pairs = [(link.a, link.b) for link in links]
                known = Pairwise(self._cache).kept([(library.card(a), library.card(b)) for a, b in pairs])
                names = chain.from_iterable(
                    known[a, b].names if (a, b) in known else names_of(library[a], library[b], library.comparison(a, b))
                    for a, b in pairs
                )
                self._variants = variants_of(library.phrases_met.values(), names)
            return self._variants

    def titles_changed(self) -> None:
        """Titles, publishers and dates are not what they were: the index, which answers for them, is opened anew."""
        with self._indexing:
            self._index = None

    def _knowledge_for(self, query: str, variants: bool | None) -> tuple[dict[str, list[str]] | None, Facets | None]:
        """The other wordings, and what fields ask for, if the query does."""
        from nkreader.search.filters import asks_for_facets

        if variants is False:
            return None, None
        facets = self._known_facets() if asks_for_facets(query) else None
        return self.variants if variants or self.knows_variants() else None, facets

    def _known_facets(self) -> Facets:
        """What `role:`, `family:`, `type:` and `speaker:` ask for, of every article."""
        families, claims = self._library.families, self._library.claims
        if self._facets is not None and self._facets[0] is families and self._facets[1] is claims:
            return self._facets[2]
        facets: Facets = {
            id: {"role": [str(role)], "family": [], "type": [], "speaker": []} for id, role in families.roles.items()
        }
        for family in families.families:
            for member in family.members:
                facets[member]["family"].append(family.id)
        for claim in claims.claims:
            facets[claim.article]["type"].append(str(claim.type))
            if claim.speaker is not None:
                facets[claim.article]["speaker"].append(claim.speaker.name)
        self._facets = families, claims, facets
        return facets
