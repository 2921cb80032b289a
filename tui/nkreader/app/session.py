"""What the reader is looking at, apart from any screen: the library, the article, the pair, the way back, the hits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nkreader.app.commands import View
from nkreader.app.narrowing import EVERYTHING, Narrowing
from nkreader.families.model import Confidence, Family, Role
from nkreader.store import UserData, pair_subject
from nkreader.store.remarks import Remark, Remarks
from nkreader.text.drawn import drawable

if TYPE_CHECKING:
    from nkreader.articles.cards import Card
    from nkreader.claims.model import Claim, Group
    from nkreader.library import Library
    from nkreader.model import Article
    from nkreader.phrases.model import TorturedPhrase
    from nkreader.search.model import Hit

COMPARED_AHEAD = 400
"""Families' members whose facts are counted while loading; those beyond it show no count until they are compared."""


@dataclass(frozen=True, slots=True)
class Details:
    """What the sources list says of one article. None: not known yet, or does not apply."""

    role: Role
    family: str | None = None
    likely_original: bool = False
    shared: float | None = None
    facts: int | None = None
    spun: float = 0.0
    words: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to return to."""

    view: View
    article: str | None
    pair: tuple[str, str] | None
    at: tuple[int, int] | None = None
    """The side (0 left or only, 1 right) and the offset there."""


@dataclass
class Session:
    """The state all views share."""

    user: UserData
    library: Library | None = None
    analysed: bool = False
    failure: str = ""
    """Why nothing is known of the articles together, where that could not be found out."""
    article: str | None = None
    pair: tuple[str, str] | None = None
    details: dict[str, Details] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    target: tuple[int, int] | None = None
    """Where the next view to be entered shall go: the side (0 left or only, 1 right) and the offset there."""
    trail: list[Place] = field(default_factory=list)
    claim: str | None = None
    """The claim the matrix shall show first."""
    narrowing: Narrowing = EVERYTHING
    """Which claims are shown."""
    query: str = ""
    hits: tuple[Hit, ...] = ()
    hit: int = -1
    _remarks: Remarks | None = None
    _indexed: Library | None = None
    _claims: dict[str, tuple[Claim, ...]] = field(default_factory=dict)
    _claim_by_id: dict[str, Claim] = field(default_factory=dict)
    _groups: dict[str, Group] = field(default_factory=dict)

    def opened(self, library: Library) -> None:
        """Take a library whose articles are read; nothing has been compared yet."""
        self.library = library
        self.analysed, self.failure = False, ""
        self._claims, self._claim_by_id, self._groups, self._indexed = {}, {}, {}, None
        self.names = short_names(card.id for card in library.cards)
        self.details = {card.id: Details(Role.SINGLE) for card in library.cards}
        self.hits, self.hit, self.query = (), -1, ""
        self.trail.clear()
        if self.article not in self.names:
            self.article = library.cards[0].id if len(library) else None
        if self.pair and not all(id in self.names for id in self.pair):
            self.pair = None

    def revised(self, details: dict[str, Details]) -> None:
        """Take what the user's word made of the families; claims are counted anew over them."""
        self.details = details
        self._claims, self._claim_by_id, self._groups, self._indexed = {}, {}, {}, None

    @property
    def current(self) -> Article | None:
        """The article everything is about now."""
        return self.library[self.article] if self.library is not None and self.article is not None else None

    def name(self, id: str) -> str:
        """The shortest handle of an article, safe to draw."""
        return drawable(self.names.get(id, id))

    def family_of(self, id: str) -> Family | None:
        """The family of an article, None for a single or while families are not known."""
        return self.library.families.of(id) if self.library is not None and self.analysed else None

    def phrases(self, id: str | None) -> tuple[TorturedPhrase, ...]:
        """The tortured phrases of an article, none while they are not known."""
        if self.library is None or not self.analysed or id is None:
            return ()
        found = self.library.phrases.get(id)
        return found.phrases if found else ()

    def claims_of(self, id: str) -> tuple[Claim, ...]:
        """The claims of an article in its order, none while they are not known."""
        self._index_claims()
        return self._claims.get(id, ())

    def claim_of(self, claim_id: str) -> Claim | None:
        """A claim by its id."""
        self._index_claims()
        return self._claim_by_id.get(claim_id)

    def group_of(self, claim_id: str) -> Group | None:
        """The group a claim belongs to."""
        self._index_claims()
        return self._groups.get(claim_id)

    def groups(self) -> Iterator[tuple[Group, list[Claim]]]:
        """Every group with its claims, none while they are not known."""
        self._index_claims()
        if self.library is not None and self.analysed:
            for group in self.library.claims.groups:
                yield group, [self._claim_by_id[id] for id in group.claims if id in self._claim_by_id]

    def remark_of(self, claim: Claim) -> Remark:
        """What the user said of a claim."""
        if self._remarks is None:
            self._remarks = Remarks(self.user)
        return self._remarks.of(self.digest(claim.article), claim)

    def remarks_changed(self) -> None:
        """Look at the remarks anew."""
        self._remarks = None

    def admits(self, claim: Claim, group: Group | None) -> bool:
        """Whether a claim is among those that are shown."""
        return self.narrowing.admits(self, claim, group)

    def _index_claims(self) -> None:
        if self.library is None or not self.analysed or self._indexed is self.library:
            return
        self._indexed = self.library
        by_article: dict[str, list[Claim]] = {}
        for claim in self.library.claims.claims:
            by_article.setdefault(claim.article, []).append(claim)
        self._claim_by_id = {claim.id: claim for claim in self.library.claims.claims}
        self._claims = {id: tuple(sorted(found, key=lambda claim: claim.start)) for id, found in by_article.items()}
        self._groups = {claim: group for group in self.library.claims.groups for claim in group.claims}

    def marked(self) -> list[str]:
        """The marked articles of this library, first marked first."""
        if self.library is None:
            return []
        order = self.user.all("marked")
        if not order:
            return []
        found = [card.id for card in self.library.cards if card.digest in order]
        return sorted(found, key=lambda id: order[self.digest(id)])

    def is_marked(self, id: str) -> bool:
        return self.user.get(self.digest(id), "marked") is not None

    def is_read(self, id: str) -> bool:
        return bool(self.user.get(self.digest(id), "read"))

    def is_folded(self, family: Family) -> bool:
        """Whether the user folded a family in the list of sources."""
        return bool(self.user.get(self.digest(family.members[0]), "family folded"))

    def fold(self, family: Family) -> bool:
        """Fold or unfold a family; whether it is folded now."""
        folded = not self.is_folded(family)
        self.user.put(self.digest(family.members[0]), "family folded", True if folded else None)
        return folded

    def digest(self, id: str) -> str:
        assert self.library is not None
        return self.library.card(id).digest

    def pair_subject(self) -> str:
        """Under what the reading of this pair is kept."""
        assert self.pair is not None
        return pair_subject(self.digest(self.pair[0]), self.digest(self.pair[1]))

    def remember(self, view: View, at: tuple[int, int] | None) -> None:
        """Put the present place on the way back."""
        place = Place(view, self.article, self.pair, at)
        if not self.trail or self.trail[-1] != place:
            self.trail.append(place)


def short_names(ids: Iterable[str]) -> dict[str, str]:
    """Every id with its beginning up to the first separator where that names one article only, else in full."""
    ids = list(ids)
    short = {id: re.split(r"[_\s]", id, maxsplit=1)[0] or id for id in ids}
    taken: dict[str, int] = {}
    for name in short.values():
        taken[name] = taken.get(name, 0) + 1
    return (
        {
            id: name if taken[name] == 1 and not any(other != id and other.startswith(name) for other in ids) else id
            for id, name in short.items()
        }
        if len(ids) <= 2000
        else {id: id for id in ids}
    )


def title_of(article: Card) -> tuple[str, bool]:
    """A line that stands for the article, safe to draw, and whether it is a title or only its beginning."""
    if article.title:
        return drawable(article.title), True
    return drawable(" ".join(article.beginning.split())), False


def details_of(library: Library) -> dict[str, Details]:
    """What the sources list says of every article. Compares family members with their likely original."""
    found: dict[str, Details] = {}
    compared = 0
    shares = {(link.a, link.b): (link.shared_a, link.shared_b) for link in library.families.links}
    shares |= {(b, a): (of_b, of_a) for (a, b), (of_a, of_b) in shares.items()}
    family_of = {member: family for family in library.families.families for member in family.members}
    for article in library.cards:
        family = family_of.get(article.id)
        phrases = library.phrases.get(article.id)
        shared, facts = None, None
        original = family.origin.article if family else None
        if original is not None and original != article.id:
            shared = shares.get((article.id, original), (None, None))[0]
            if compared < COMPARED_AHEAD:
                compared += 1
                summary = library.comparison(original, article.id).summary
                facts = summary.facts
                shared = summary.shared_right if shared is None else shared
        found[article.id] = Details(
            role=library.families.roles.get(article.id, Role.SINGLE),
            family=family.id if family else None,
            likely_original=original == article.id
            and family is not None
            and family.origin.confidence is not Confidence.UNKNOWN,
            shared=shared,
            facts=facts,
            spun=phrases.spun if phrases else 0.0,
            words=article.all_words,
        )
    return found
