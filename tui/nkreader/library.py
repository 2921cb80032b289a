"""The one place where the parts meet: asks each part once, keeps the answers and hands them out."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, overload

from nkreader.articles.cards import Card
from nkreader.articles.read import UnreadableArticle
from nkreader.model import Article
from nkreader.workers import Workers

if TYPE_CHECKING:
    from nkreader.analysis import Analysis, Progress
    from nkreader.claims.model import ClaimSet
    from nkreader.compare.model import Comparison
    from nkreader.families.model import Families, Override
    from nkreader.phrases.model import ArticlePhrases
    from nkreader.search.model import SearchResults
    from nkreader.searching import Searching
    from nkreader.store import Cache, UserData
    from nkreader.store.keep import Changed, Results
    from nkreader.store.shelf import Shelf
    from nkreader.store.tellings import Tellings

KEPT_COMPARISONS = 4096
"""Comparisons of linked pairs kept at once; the least recently used is computed anew when it is asked for again."""

NEAREST = 12
"""Kin whose claims are read with an article's own while those of the library are not there, and such sets kept."""

CORRECTIONS = ("title", "publisher", "published")
"""What the user may correct by hand."""


class Library(Sequence[Article]):
    """Articles and everything that is known of them together. Results are computed once, when first asked for.

    `library["003"]` finds an article by its id or an unambiguous beginning of it. `problems` holds what could not be
    read, each with its path and reason. Safe to ask from several threads.
    """

    def __init__(
        self,
        articles: Iterable[Article],
        problems: Iterable[UnreadableArticle] = (),
        cache: Cache | None = None,
        user: UserData | None = None,
        places: Sequence[str] = (),
    ) -> None:
        """`places`: the paths that were opened, under which the search index is kept."""
        from nkreader.store.shelf import HeldShelf, Shelf

        self._articles: Shelf = articles if isinstance(articles, Shelf) else HeldShelf(articles)
        self._as_read: dict[int, Card] = {}  # the cards that the user corrected, as they were
        self._cache = cache
        self._user = user
        self._places = tuple(places)
        self.problems = tuple(problems)
        self._place = {id: number for number, id in enumerate(self._articles.ids)}
        self._keeping = threading.Lock()  # held for a moment: a screen never waits for the analysis
        self._computing = threading.RLock()
        self._gathering = threading.Lock()
        self._recounting = threading.Lock()
        self._comparisons: OrderedDict[tuple[str, str], Comparison] = OrderedDict()
        self._spun: dict[str, float] = {}
        self._phrases: dict[str, ArticlePhrases] = {}  # of those that were asked for theirs
        self._argued: Families | None = None  # as the texts have it
        self._families: Families | None = None  # as the user has it
        self._said: tuple[Override, ...] = ()
        self._claims: ClaimSet | None = None
        self._near: dict[tuple[str, str | None], tuple[Families | None, ClaimSet]] = {}
        self._counted: tuple[Override, ...] = ()  # what the user had said when voices were counted
        self._take_corrections()

    def __len__(self) -> int:
        return len(self._articles)

    @overload
    def __getitem__(self, key: int | str) -> Article: ...
    @overload
    def __getitem__(self, key: slice) -> Sequence[Article]: ...
    def __getitem__(self, key: int | str | slice) -> Article | Sequence[Article]:
        if isinstance(key, str):
            return self._articles[self._place[self.id_of(key)]]
        return self._articles[key]

    @property
    def cards(self) -> Sequence[Card]:
        """What is known of each article without its text, in the articles' order, with the user's corrections."""
        return self._articles.cards

    def card(self, name: str) -> Card:
        """The card of an article by its id or an unambiguous beginning of it. Raises KeyError with the reason."""
        return self._articles.cards[self._place[self.id_of(name)]]

    def id_of(self, name: str) -> str:
        """The id that a name or an unambiguous beginning of one stands for. Raises KeyError with the reason."""
        if name in self._place:
            return name
        found = [id for id in self._place if id.startswith(name)] if name else []
        if len(found) == 1:
            return found[0]
        few = ", ".join(found[:5]) + (", ..." if len(found) > 5 else "")
        raise KeyError(f"{name!r} could be {few}" if found else f"no article is called {name!r}")

    def correct(self, digest: str) -> None:
        """Take over what the user says now of the title, publisher and date of the articles of this content.

        Nothing else is computed anew.
        """
        self._take_corrections(digest)
        self.searching.titles_changed()

    def _take_corrections(self, digest: str | None = None) -> None:
        """Put the user's corrections on the cards: of one content, or all there are."""
        if self._user is None:
            return
        given = self._user.read_all("corrections", dict[str, str | None])
        if not given and not self._as_read:
            return
        for place, card in enumerate(self._articles.cards):
            if digest in (None, card.digest) and (place in self._as_read or card.digest in given):
                before = self._as_read.setdefault(place, card)
                self._articles.replace(place, corrected(before, given.get(before.digest, {})))

    def comparison(self, left: str, right: str) -> Comparison:
        """The two articles side by side. Raises KeyError where an id is unknown."""
        from nkreader.compare import compare, mirrored

        pair = (self.id_of(left), self.id_of(right))
        with self._keeping:
            if pair in self._comparisons:
                self._comparisons.move_to_end(pair)
                return self._comparisons[pair]
            if (pair[1], pair[0]) in self._comparisons:
                return mirrored(self._comparisons[pair[1], pair[0]])
        comparison = compare(self[pair[0]], self[pair[1]])
        self._keep(pair, comparison)
        return comparison

    def changed(self, pairs: Sequence[tuple[str, str]], most: int | None = None) -> dict[tuple[str, str], Changed]:
        """What the second article of each pair changes of the first, by pair.

        With `most`, so many pairs are compared at most; others that nobody has compared before are left out.
        """
        from nkreader.store.keep import Changed, Pairwise, keep_changed

        cards = [(self.card(first), self.card(second)) for first, second in pairs]
        known = Pairwise(self._cache).changed(cards)
        new = []
        for first, second in [pair for pair in cards if (pair[0].id, pair[1].id) not in known][:most]:
            summary = self.comparison(first.id, second.id).summary
            known[first.id, second.id] = changed = Changed(summary.facts, summary.shared_right)
            new.append((first, second, changed))
        keep_changed(self._cache, new)
        return known

    def _keep(self, pair: tuple[str, str], comparison: Comparison) -> None:
        with self._keeping:
            self._comparisons[pair] = comparison
            if len(self._comparisons) > KEPT_COMPARISONS:
                self._comparisons.popitem(last=False)

    def analyse(self, progress: Progress | None = None) -> None:
        """Compute everything the screens show. Progress comes in stages; an exception it raises ends the work."""
        self.analyse_families(progress)
        self.analyse_claims(progress)

    def analyse_families(self, progress: Progress | None = None) -> Families:
        """The families (and the phrases they rest on), computed once. Progress comes in stages."""
        if self._families is not None:
            return self._families
        with self._computing:
            if self._argued is None:
                self._take(self._analysis.results(progress))
            return self.revise_families() if self._families is None else self._families

    def _take(self, results: Results | None) -> None:
        if results is not None:
            self._argued, self._spun, self._phrases = results.families, results.spun, results.phrases

    def revise_families(self) -> Families:
        """The families with what the user says of them now; nothing is compared that need not be."""
        with self._computing:
            if self._argued is None:
                return self.analyse_families()
            self._said = self._overrides()
            self._families = self._argued
            if self._said:
                from nkreader.origin import overridden
                from nkreader.store.shelf import ById

                by_id = ById(self._articles, self._place)
                self._families = overridden(self._argued, self._said, by_id, self.comparison, self._phrases)
            return self._families

    def revise_claims(self) -> None:
        """Count the claims' voices anew over the families as they are now; the old ones are given out meanwhile."""
        with self._recounting:
            said = self._said
            if self._claims is not None and self._counted != said:
                self._claims = self._claim_set(self.families)
                self._counted = said

    def _overrides(self) -> tuple[Override, ...]:
        from nkreader.store.overrides import overrides_of

        return overrides_of(self._user, self.cards) if self._user is not None else ()

    @cached_property
    def _key(self) -> str:
        from nkreader.store.keep import library_key

        return library_key(self.cards)

    @cached_property
    def _analysis(self) -> Analysis:
        from nkreader.analysis import Analysis
        from nkreader.store.indexes import library_name

        name = library_name(self._places)
        return Analysis(self._articles, self._cache, self.comparison, name)

    @property
    def families(self) -> Families:
        """The families, their links, origins and every article's role."""
        return self.analyse_families()

    def knows_families(self) -> bool:
        """Whether the families are there, or kept from another day: then they take no time."""
        with self._computing:
            if self._argued is None:
                self._take(self._analysis.known())
            return self._argued is not None

    @property
    def spun(self) -> Mapping[str, float]:
        """How spun each article reads, 0..1, by id."""
        self.analyse_families()
        return self._spun

    @property
    def phrases(self) -> dict[str, ArticlePhrases]:
        """Every article's tortured phrases and how spun it is, by id."""
        self.analyse_families()
        with self._computing:
            if len(self._phrases) < len(self):
                self._phrases = self._analysis.all_phrases(self._phrases)
            return self._phrases

    @property
    def phrases_met(self) -> Mapping[str, ArticlePhrases]:
        """The phrases of those articles that were looked into, by id."""
        return self._phrases

    def met_so_far(self) -> tuple[Sequence[ArticlePhrases], Sequence[tuple[str, str]]]:
        """Phrases of articles, and names that two articles give differently, met while families are being found."""
        analysis = self._analysis
        return list(analysis.phrases_met.values()), analysis.names_met

    @property
    def families_by_now(self) -> Families | None:
        """The families if they are there; nothing is waited for."""
        return self._families

    @property
    def claims_by_now(self) -> ClaimSet | None:
        """The claims of the library if they are there; nothing is waited for."""
        return self._claims

    def phrases_in(self, id: str) -> ArticlePhrases:
        """One article's phrases, looked for now where nobody asked for them before."""
        from nkreader.phrases import phrases_alone

        self.analyse_families()
        if id not in self._phrases:
            self._phrases[id] = phrases_alone([self[id]])[0]
        return self._phrases[id]

    @property
    def claims(self) -> ClaimSet:
        """All claims, grouped, with their conflicts and independent voices."""
        return self.analyse_claims()

    def analyse_claims(self, progress: Progress | None = None) -> ClaimSet:
        """The claims, joined over the families, computed once. Progress comes in articles read."""
        if self._claims is not None:
            return self._claims
        with self._gathering:  # and not `_computing`: what the user decides of families need not wait
            if self._claims is None:
                with self._computing:
                    families, self._counted = self.families, self._said
                self._claims = self._claim_set(families, progress)
                self._near.clear()
            return self._claims

    def _claim_set(self, families: Families, progress: Progress | None = None) -> ClaimSet:
        from nkreader.claims.groups import claims_of, grouping
        from nkreader.claims.model import Grouping
        from nkreader.store.keep import CLAIMS, keep_last, kept

        # Rarely asked for again, and different each time: what the user's families lead to is not kept.
        cache = self._cache if families is self._argued else None
        ids = list(self._place)
        joined: Grouping | None = kept(cache, CLAIMS, self._key, Grouping) if cache is not None else None
        if joined is None:
            with Workers() as workers:
                self._told.fill(workers, lambda done: progress("claims", done, len(self)) if progress else None)
            joined = grouping(self._articles, ids, families, self.comparison, self._told)
            if cache is not None:
                keep_last(cache, CLAIMS, self._key, joined)
        return claims_of(ids, self._told, joined, families)

    @cached_property
    def _told(self) -> Tellings:
        from nkreader.store.tellings import Tellings

        return Tellings(self._articles, self._cache)

    def claims_near(self, id: str, other: str | None = None) -> ClaimSet:
        """The claims of an article and its nearest kin, or of two articles side by side, at once; all claims of the
        library where they are there.

        Kin is known as soon as the families are; until then the article's claims stand alone.
        """
        if self._claims is not None:
            return self._claims
        from nkreader.claims import claim_set
        from nkreader.claims.kin import beside, kin

        id, families = self.id_of(id), self._families
        pair = (id, None if other is None else self.id_of(other))
        with self._keeping:
            found = self._near.get(pair)
            if found is not None and found[0] is families:
                return found[1]
        if pair[1] is None:
            members, known = kin(families, id, NEAREST)
        else:
            left, right = self[id], self[pair[1]]
            members, known = beside(families, left, right, self.comparison(left.id, right.id))
        claims = claim_set([self[member] for member in members], known, self.comparison)
        with self._keeping:
            self._near[pair] = families, claims
            if len(self._near) > NEAREST:
                self._near.pop(next(iter(self._near)))
        return claims

    @property
    def verdict(self) -> str:
        """The answer in one line."""
        from nkreader.origin.verdict import verdict

        return verdict(self.cards, self.families)

    def counterpart(self, id: str) -> str | None:
        """Whom an article is best compared with: a copy with its family's likely original, the original with its
        closest copy: the one that has most of it, of several the one that has least else. None for an article without
        family."""
        family = self.families.of(id)
        if family is None:
            return None
        original = family.origin.article or family.members[0]
        if id != original:
            return original
        shared: dict[str, tuple[float, float]] = {}
        for link in self.families.links:
            if link.a == id:
                shared[link.b] = link.shared_a, link.shared_b
            elif link.b == id:
                shared[link.a] = link.shared_b, link.shared_a
        return max(shared, key=lambda other: shared[other], default=next(m for m in family.members if m != id))

    def search(
        self,
        query: str,
        limit: int = 20,
        within: Collection[str] | None = None,
        variants: bool | None = None,
        stopped: Callable[[], bool] | None = None,
        now: bool = False,
    ) -> SearchResults:
        """Ranked hits in context; `within` names the articles to look in (None: all). See `Searching.search`."""
        return self.searching.search(query, limit, within, variants, stopped, now)

    @cached_property
    def searching(self) -> Searching:
        """All that is asked of the search index."""
        from nkreader.searching import Searching

        return Searching(self, self._articles, self._cache, self._places)

    @property
    def analysed(self) -> bool:
        """Whether families and claims are there, so that asking for them takes no time."""
        return self._families is not None and self._claims is not None


def corrected(card: Card, given: Mapping[str, str | None]) -> Card:
    """The card with the title, publisher and date the user gave it."""
    fields: dict[str, Any] = {key: given[key] for key in CORRECTIONS if key in given}
    return replace(card, **fields) if fields else card
