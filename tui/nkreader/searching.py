"""Searching a library: its index, and what else of a library a query may ask for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
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
    from nkreader.search.model import Hit, SearchResults
    from nkreader.search.query import Field
    from nkreader.store import Cache
    from nkreader.store.shelf import Shelf

Facets = dict[str, dict[str, list[str]]]
"""By article, then by field: what stands there."""

FEW_ARTICLES = 500
"""So many are compared in some five seconds: a search waits for that, to find names under their other wordings too."""


WORDINGS = "other wordings"
"""What is awaited until families are known."""

GROWN = 1.2
"""The wordings met so far are put in order anew when there are so many times as many."""

MOST_IN_ARTICLE = 1_000_000
"""Hits in one article; there is none with as many words."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a query is answered with besides the words: other wordings, and what fields ask for."""

    variants: dict[str, list[str]] | None = None
    facets: Facets | None = None
    guess: bool = False
    """Whether wordings are guessed from the tables, as the articles have not told theirs yet."""
    awaited: str = ""
    problem: str = ""


class Searched(Protocol):
    """What a search asks of the library."""

    def __len__(self) -> int: ...
    def __getitem__(self, key: str, /) -> Article: ...
    def card(self, name: str) -> Card: ...
    def comparison(self, left: str, right: str) -> Comparison: ...
    def knows_families(self) -> bool: ...
    def met_so_far(self) -> tuple[Sequence[ArticlePhrases], Sequence[tuple[str, str]]]: ...

    @property
    def cards(self) -> Sequence[Card]: ...
    @property
    def families(self) -> Families: ...
    @property
    def claims(self) -> ClaimSet: ...
    @property
    def families_by_now(self) -> Families | None: ...
    @property
    def claims_by_now(self) -> ClaimSet | None: ...
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
        self._so_far: tuple[int, dict[str, list[str]]] = (0, {})
        self._facets: tuple[Families | None, ClaimSet | None, Facets] | None = None

    def search(
        self,
        query: str,
        limit: int = 20,
        within: Collection[str] | None = None,
        variants: bool | None = None,
        stopped: Callable[[], bool] | None = None,
        now: bool = False,
    ) -> SearchResults:
        """Ranked hits in context; `within` names the articles to look in (None: all).

        With `variants`, other wordings known from aligned copies and tortured phrases are found too ("White House" as
        "White Home"); that needs the families, which are computed if they are not there yet. None: where they are known
        or soon are, and else those that spinners are known to make of set expressions. `role:`, `family:`, `type:` and
        `speaker:` are answered unless `variants` is False, and wait for families and claims. With `now` nothing is
        waited for: what is known by now answers, and `awaited` says what may bring more. `stopped`: see `Index.search`.
        """
        known = self._known_now(query) if now else self._known(query, variants)
        found = self.index.search(query, limit, within, known.variants, known.facets, stopped, known.guess)
        if known.awaited:
            problem = known.problem if known.problem and not found.hits else found.problem
            found = replace(found, problem=problem, awaited=known.awaited)
        return found

    def counts(
        self,
        query: str,
        within: Collection[str] | None = None,
        variants: bool | None = None,
        stopped: Callable[[], bool] | None = None,
        now: bool = False,
    ) -> dict[str, int]:
        """How many places answer a query in each article that does, by id, all of them counted; see `search`."""
        known = self._known_now(query) if now else self._known(query, variants)
        return self.index.counts(query, within, known.variants, known.facets, stopped, known.guess)

    def hits_in(self, article: str, query: str, now: bool = False) -> Sequence[Hit]:
        """All hits in one article, in its order."""
        found = self.search(query, MOST_IN_ARTICLE, {article}, now=now)
        return sorted(found.hits, key=lambda hit: hit.span)

    def make_ready(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Bring the index in step, and read what the first query needs: half a second in a large library."""
        index = self.index
        if not (index.complete or index.updating):
            index.update(progress)
        self.search("white house", 1, (), now=True)

    def known_by_now(self) -> tuple[object, ...]:
        """What has another value once a query may find more than before."""
        library, index = self._library, self.index
        self._variants_so_far()
        told = library.families_by_now is None, library.claims_by_now is None, self._so_far[0]
        return index.complete or index.progress, *told

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

    def _known(self, query: str, variants: bool | None) -> Knowledge:
        """What is known once all has been waited for that the query asks for."""
        from nkreader.search.filters import OF_CLAIMS, OF_FAMILIES, computed_fields

        if variants is False:
            return Knowledge()
        asked = computed_fields(query)
        facets = None
        if asked:
            families = self._library.families if asked & OF_FAMILIES else None
            facets = self._facets_of(families, self._library.claims if asked & OF_CLAIMS else None)
        if variants or self.knows_variants():
            return Knowledge(self.variants, facets)
        return Knowledge(None, facets, guess=True, awaited=WORDINGS)

    def _known_now(self, query: str) -> Knowledge:
        """What is known without a wait."""
        from nkreader.search.filters import OF_CLAIMS, OF_FAMILIES, computed_fields

        families, claims = self._library.families_by_now, self._library.claims_by_now
        asked = computed_fields(query)
        awaited, problem = [], ""
        if families is None:
            awaited.append(WORDINGS)
        if asked & OF_FAMILIES and families is None:
            problem = f"{_named(asked & OF_FAMILIES)} can be asked for once the articles are compared"
        if asked & OF_CLAIMS and claims is None:
            awaited.append("claims")
            problem = problem or f"{_named(asked & OF_CLAIMS)} can be asked for once all claims are gathered"
        facets = self._facets_of(families, claims) if asked else None
        variants = self._variants_so_far() if families is None else self.variants
        return Knowledge(variants, facets, families is None, " and ".join(awaited), problem)

    def _variants_so_far(self) -> dict[str, list[str]]:
        """The other wordings that were met while articles are still being compared."""
        from nkreader.search.variants import variants_of

        if self._library.families_by_now is not None:
            return {}
        phrases, names = self._library.met_so_far()
        met = len(phrases) + len(names)
        if met > GROWN * self._so_far[0]:
            self._so_far = met, variants_of(phrases, names)
        return self._so_far[1]

    def _facets_of(self, families: Families | None, claims: ClaimSet | None) -> Facets:
        """What `role:` and `family:`, `type:` and `speaker:` ask for, of every article, as far as they are given."""
        if self._facets is not None and self._facets[0] is families and self._facets[1] is claims:
            return self._facets[2]
        facets: Facets = {
            card.id: {"role": [], "family": [], "type": [], "speaker": []} for card in self._library.cards
        }
        if families is not None:
            for id, role in families.roles.items():
                facets[id]["role"].append(str(role))
            for family in families.families:
                for member in family.members:
                    facets[member]["family"].append(family.id)
        for claim in claims.claims if claims is not None else ():
            facets[claim.article]["type"].append(str(claim.type))
            if claim.speaker is not None:
                facets[claim.article]["speaker"].append(claim.speaker.name)
        self._facets = families, claims, facets
        return facets


def _named(fields: Collection[Field]) -> str:
    return " and ".join(f"{field}:" for field in sorted(fields))
