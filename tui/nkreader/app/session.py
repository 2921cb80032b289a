"""What the reader is looking at, apart from any screen: the library, the article, the pair, the way back, the hits."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from nkreader.app.commands import View
from nkreader.store import UserData, pair_subject
from nkreader.text.drawn import drawable

if TYPE_CHECKING:
    from nkreader.app.claims_list import ClaimsList
    from nkreader.app.details import Details
    from nkreader.app.narrowing import Narrowing
    from nkreader.claims.model import Claim, ClaimSet, Group
    from nkreader.families.model import Family
    from nkreader.library import Library
    from nkreader.model import Article
    from nkreader.phrases.model import TorturedPhrase
    from nkreader.search.model import Hit
    from nkreader.search.walk import Walk
    from nkreader.store.remarks import Remark, Remarks


MARKED = "marked"
"""Under which key marks are kept."""


class Place(NamedTuple):
    """Somewhere to return to."""

    view: View
    article: str | None
    pair: tuple[str, str] | None
    at: tuple[int, int] | None = None
    """The side (0 left or only, 1 right) and the offset there."""


class Session:
    """The state all views share."""

    def __init__(self, user: UserData) -> None:
        self.user = user
        self.library: Library | None = None
        self.analysed = False
        """Whether families and phrases are known."""
        self.gathered = False
        """Whether the claims of the whole library are known."""
        self.begun = False
        """Whether the library is only the first part of what is being read."""
        self.failure = ""
        """Why nothing is known of the articles together, where that could not be found out."""
        self.article: str | None = None
        self.pair: tuple[str, str] | None = None
        self.details: dict[str, Details] = {}
        self.names: dict[str, str] = {}
        self.target: tuple[int, int] | None = None
        """Where the next view to be entered shall go: the side (0 left or only, 1 right) and the offset there."""
        self.trail: list[Place] = []
        self.wish: str | None = None
        """The article that shall be compared as soon as families are known."""
        self.claim: str | None = None
        """The claim the matrix shall show first."""
        self.query = ""
        self._hits: Walk | None = None
        self.hit = -1
        self._narrowing: Narrowing | None = None
        self._remarks: Remarks | None = None
        self._near: ClaimSet | None = None
        self._listed: tuple[ClaimsList, list[str]] | None = None

    @property
    def narrowing(self) -> Narrowing:
        """Which claims are shown."""
        if self._narrowing is None:
            from nkreader.app.narrowing import EVERYTHING

            self._narrowing = EVERYTHING
        return self._narrowing

    @narrowing.setter
    def narrowing(self, narrowing: Narrowing) -> None:
        self._narrowing = narrowing

    def opened(self, library: Library, begun: bool = False) -> list[str]:
        """Take a library whose articles are read, or with `begun` the first of them; nothing has been compared yet.

        What was open and is not there any more is given back by its name.
        """
        from nkreader.app.details import Details, short_names
        from nkreader.families.model import Role

        grown, self.begun = self.begun and not begun, begun
        were_open = {id: self.name(id) for id in (self.article, *(self.pair or ())) if id is not None}
        self.library = library
        self.analysed, self.gathered, self.failure = False, False, ""
        self._listed = None
        self.names = short_names(card.id for card in library.cards)
        self.details = {card.id: Details(Role.SINGLE) for card in library.cards}
        if not grown:  # what was done since is done on the same texts
            self._near = None
            self._hits, self.hit, self.query = None, -1, ""
            self.trail.clear()
        if self.article not in self.names:
            self.article = library.cards[0].id if len(library) else None
        if self.pair and not all(id in self.names for id in self.pair):
            self.pair = None
        return [name for id, name in were_open.items() if id not in self.names]

    def revised(self, details: dict[str, Details]) -> None:
        """Take what the user's word made of the families; claims are counted anew over them."""
        self.details = details

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
        return self.library.phrases_in(id).phrases

    @property
    def claims(self) -> ClaimSet | None:
        """The claims of the library; while they are not there, those of what is being read and its nearest kin."""
        if self.library is None:
            return None
        return self.library.claims if self.gathered else self._near

    def take_near(self, library: Library, near: ClaimSet) -> bool:
        """Take the claims of what is being read; whether they are still wanted."""
        wanted = library is self.library and not self.gathered
        if wanted:
            self._near = near
        return wanted

    def claims_of(self, id: str) -> tuple[Claim, ...]:
        """The claims of an article in its order, none while they are not known."""
        claims = self.claims
        return claims.of(id) if claims is not None else ()

    def claim_of(self, claim_id: str) -> Claim | None:
        """A claim by its id."""
        claims = self.claims
        return claims.claim(claim_id) if claims is not None else None

    def group_of(self, claim_id: str) -> Group | None:
        """The group a claim belongs to."""
        claims = self.claims
        return claims.group_of(claim_id) if claims is not None else None

    @property
    def listed(self) -> tuple[ClaimsList, list[str]]:
        """The claims as the matrix lists them, and the articles of its columns; they must be gathered."""
        from nkreader.app.claims_list import list_of

        assert self.library is not None
        claims = self.library.claims
        if self._listed is None or self._listed[0].claims is not claims:
            self._listed = list_of(self.library)
        return self._listed

    def remarks(self) -> dict[int, Remark]:
        """What the user said of claims of this library, by the claims' places."""
        found: dict[int, Remark] = {}
        if self.library is None or not self.gathered:
            return found
        remarked = self._all_remarks()
        if not remarked:
            return found
        claims = self.library.claims
        for card in self.library.cards:
            if remarked.on(card.digest):
                for claim in claims.of(card.id):
                    if remark := remarked.of(card.digest, claim):
                        found[claims.place(claim.id)] = remark
        return found

    def remark_of(self, claim: Claim) -> Remark:
        """What the user said of a claim."""
        return self._all_remarks().of(self.digest(claim.article), claim)

    def _all_remarks(self) -> Remarks:
        if self._remarks is None:
            from nkreader.store.remarks import Remarks

            self._remarks = Remarks(self.user)
        return self._remarks

    def remarks_changed(self) -> None:
        """Look at the remarks anew."""
        self._remarks = None

    def admits(self, claim: Claim, group: Group | None) -> bool:
        """Whether a claim is among those that are shown."""
        return self.narrowing.admits(self, claim, group)

    def marked(self) -> list[str]:
        """The marked articles of this library, first marked first."""
        found = [mark for digest, marks in self._marks().items() for mark in self._meant(digest, marks)]
        return [id for _, id in sorted(found)]

    def is_marked(self, id: str) -> bool:
        return any(id == other for _, other in self._own_marks(id))

    def mark(self, id: str, what: str) -> None:
        """Mark an article, undoable; `what` says what was done."""
        last = max((order for marks in self._marks().values() for order, _ in marks), default=0)
        self.user.put(self.digest(id), MARKED, [*self._own_marks(id), (last + 1, id)], what=what)

    def unmark(self, id: str, what: str | None = None) -> None:
        """Take an article's mark off."""
        rest = [mark for mark in self._own_marks(id) if mark[1] != id]
        self.user.put(self.digest(id), MARKED, rest or None, what=what)

    def _marks(self) -> dict[str, list[tuple[int, str]]]:
        """What is marked of each content: in which order, and under which id, which tells identical copies apart."""
        return self.user.read_all(MARKED, list[tuple[int, str]])

    def _own_marks(self, id: str) -> list[tuple[int, str]]:
        digest = self.digest(id)
        return self._meant(digest, self.user.read(digest, MARKED, list[tuple[int, str]], []))

    def _meant(self, digest: str, marks: list[tuple[int, str]]) -> list[tuple[int, str]]:
        """The marks under the ids of this library: an article marked elsewhere is the first here with its content."""
        if self.library is None or not marks:
            return []
        here = [card.id for card in self.library.cards if card.digest == digest]
        return [(order, id if id in here else here[0]) for order, id in marks if here]

    def with_names(self, words: str) -> str:
        """The words with every article called as it is on screen."""
        return " ".join(self.names.get(word, word) for word in words.split(" "))

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

    @property
    def hits(self) -> Walk:
        """What was found and is walked."""
        if self._hits is None:
            from nkreader.search.walk import Walk

            self._hits = Walk()
        return self._hits

    @hits.setter
    def hits(self, hits: Walk) -> None:
        self._hits = hits

    @property
    def current_hit(self) -> Hit | None:
        """The hit that was gone to last."""
        return self.hits[self.hit] if 0 <= self.hit < len(self.hits) else None

    def hit_told(self, article: str, place: tuple[int, int] | None = None) -> str:
        """Which hit of how many stands here (without a place: anywhere in the article), in words."""
        hit = self.current_hit
        if hit is None or hit.article != article or (place is not None and not hit.span.overlaps(place)):
            return ""
        about = "" if self.hits.exact else "about "
        return f"hit {self.hit + 1:,} of {about}{self.hits.total:,}: {drawable(self.query)}"

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
