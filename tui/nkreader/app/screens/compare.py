"""View 3: two articles side by side, the claims of what is being read at the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult

from nkreader.app.background import away
from nkreader.app.commands import View
from nkreader.app.comparing import claims_of_pair, role_words
from nkreader.app.loading import set_aside
from nkreader.app.screens.base import BREAKPOINTS, Pane, titled
from nkreader.app.screens.compare_commands import CompareCommands
from nkreader.app.widgets.claims_panel import ClaimsPanel
from nkreader.app.widgets.collation import Collation
from nkreader.app.widgets.source_list import SourceList
from nkreader.store import pair_subject

if TYPE_CHECKING:
    from nkreader.claims.model import Claim
    from nkreader.compare.model import Comparison
    from nkreader.model import Span


BESIDE_COLUMNS = 120
"""Terminal columns from which claims are shown beside the comparison: at 100, either text would have 36 cells."""

WIDTHS = [(BESIDE_COLUMNS if name == "-wide" else width, name) for width, name in BREAKPOINTS]


@dataclass(frozen=True, slots=True)
class KeptView:
    """Where the reader was in a pair: the digests left and right, what was folded, the side and offset read at."""

    pair: tuple[str, str] | None = None
    folded: tuple[int, ...] | None = None
    at: tuple[int, int] | None = None


class CompareScreen(CompareCommands):
    """Comparing."""

    VIEW: ClassVar[View] = View.COMPARE
    CSS_PATH = "../styles/compare.tcss"
    SIDEBARS_FROM: ClassVar[int] = BESIDE_COLUMNS
    HORIZONTAL_BREAKPOINTS = WIDTHS

    def compose_body(self) -> ComposeResult:
        yield titled(SourceList(self.session, id="sources", classes="sidebar"), "Sources")
        yield Collation(id="collation")
        yield titled(ClaimsPanel(self.session, id="claims"), "Claims")

    def main_pane(self) -> Pane | None:
        return None

    @property
    def subject(self) -> str | None:
        sources = self.query_one(SourceList)
        if sources.has_focus:
            return sources.article
        return self.session.pair[1] if self.session.pair else None

    # What is shown

    def refill(self) -> None:
        self.query_one(SourceList).fill()
        library = self.session.library
        if self._shown is not None and self._shown == self.session.pair and library is not None:
            left, right = self._shown
            if self.collation.shows(library[left], library[right]):
                # Only what is known of the two has changed: the place in them stays what it is.
                self.collation.set_roles(role_words(self.session, left), role_words(self.session, right))
                self.read_claims(left, right)
                self.claims_known()
                return
        self._comparison = None
        self.entered()

    def entered(self) -> None:
        self.query_one(SourceList).follow()
        pair = self.session.pair
        if pair is None or self.session.library is None:
            self.collation.clear()
            self._comparison = self._awaited = None
            self.say("no pair yet: c compares an article with its counterpart, x marks two")
            return
        self.session.article = pair[1]
        if pair != self._shown:
            self.place_changed()
            self._comparison = None
            self.say(f"comparing {self.session.name(pair[0])} with {self.session.name(pair[1])} …")
            self._awaited, self._held = pair, []
            self._compare(*pair)
        else:
            self._go_to_target()
        self.collation.focus()

    @work(exclusive=True, group="comparison")
    async def _compare(self, left: str, right: str) -> None:
        library = self.session.library
        assert library is not None
        try:
            comparison = await away(lambda _: library.comparison(left, right))
        except Exception as error:
            self._awaited = None
            self.collation.clear()
            names = f"{self.session.name(left)} and {self.session.name(right)}"
            self.say(f"{names} could not be compared: {type(error).__name__}: {error}")
            return
        if self._awaited != (left, right):
            return
        self._awaited = None
        self._show(left, right, comparison)
        held, self._held = self._held, []
        for name in held:
            await self.reader.action_command(name)

    def _show(self, left: str, right: str, comparison: Comparison) -> None:
        session = self.session
        if session.pair != (left, right) or session.library is None:
            return
        self._comparison = comparison
        roles = (role_words(session, left), role_words(session, right))
        kept = session.user.read(session.pair_subject(), "comparison", KeptView, KeptView())
        folded = kept.folded if kept.pair == (session.digest(left), session.digest(right)) else None
        self.collation.set_comparison(
            session.library[left],
            session.library[right],
            comparison,
            roles=roles,
            folded=set(folded) if folded is not None else None,
        )
        set_aside()
        for id in (left, right):
            session.user.put(session.digest(id), "read", True)
        self.query_one(ClaimsPanel).fill(claims_of_pair(session, comparison))
        self.read_claims(left, right)
        self.query_one(SourceList).redraw()
        if session.target is None and folded is not None:
            session.target = kept.at
        self._go_to_target()
        self._tell()

    def _go_to_target(self) -> None:
        session = self.session
        if session.target is not None and self._shown is not None:
            side, offset = session.target
            self.collation.go_to("right" if side else "left", offset)
        session.target = None
        if self._shown is not None:
            hits: list[list[Span]] = [[hit.span for hit in session.hits.of(id)] for id in self._shown]
            self.collation.set_hits(hits[0], hits[1])

    def place(self) -> tuple[int, int] | None:
        row, change = self._row, self.collation.current_change
        if change is not None:
            return (0, change.left.start) if change.left else (1, change.right.start)
        spans = (row.left or row.right) if row is not None else ()
        return (0 if row is not None and row.left else 1, spans[0].start) if spans else None

    def marks_changed(self) -> None:
        self.query_one(SourceList).redraw()
        self.query_one(ClaimsPanel).narrow()

    def claims_known(self) -> None:
        if self._comparison is not None and self._shown is not None:
            self.query_one(ClaimsPanel).fill(claims_of_pair(self.session, self._comparison))
            self._tell()

    def narrowed(self) -> None:
        self.query_one(ClaimsPanel).narrow()

    def claim_here(self) -> Claim | None:
        panel, row = self.query_one(ClaimsPanel), self._row
        followed = panel.current.claim if panel.current is not None else None
        if panel.has_focus or row is None or self._shown is None:
            return followed
        here = [
            claim
            for id, spans in zip(self._shown, (row.left, row.right), strict=True)
            for claim in self.session.claims_of(id)
            if any(span.overlaps(claim.span) for span in spans)
        ]
        return followed if followed in here else here[0] if here else None

    def place_changed(self) -> None:
        if self._shown is None:
            return
        session = self.session
        digests = [session.digest(id) for id in self._shown]
        kept = {"pair": digests, "folded": sorted(self.collation.folded), "at": self.place()}
        session.user.put(pair_subject(*digests), "comparison", kept)

    def reading_offset(self) -> int:
        row = self._row
        return row.right[0].start if row is not None and row.right else 0

    # The status line and the sidebar follow

    @on(Collation.Moved)
    def reading_moved(self, message: Collation.Moved) -> None:
        self._tell()
        span = message.left_span
        if span is not None:
            self.query_one(ClaimsPanel).follow(message.change.left.start if message.change else span.start)

    @on(Collation.Chosen)
    def open_row(self, message: Collation.Chosen) -> None:
        """Enter on a row: read it in its article, the copy's where the copy has it."""
        if self._comparison is None or self._shown is None:
            return
        row = self._comparison.rows[message.row_index]
        side = 1 if row.right else 0
        spans = row.right or row.left
        self.reader.go(View.READ, article=self._shown[side], at=spans[0].start)

    @on(SourceList.Chosen, "#sources")
    def open_other(self) -> None:
        from nkreader.app.pairing import pair_for

        chosen = self.query_one(SourceList).article
        if chosen is None:
            return
        pair = pair_for(self.session, chosen)
        if pair is None:
            self.reader.go(View.READ, article=chosen)
        else:
            self.reader.go(View.COMPARE, pair=pair)

    @on(ClaimsPanel.Moved, "#claims")
    def claim_moved(self) -> None:
        panel = self.query_one(ClaimsPanel)
        if panel.has_focus and panel.current is not None:
            self._go_to_claim()

    def _go_to_claim(self) -> None:
        shown = self.query_one(ClaimsPanel).current
        if shown is not None and self._shown is not None and shown.claim.article in self._shown:
            on_right = shown.claim.article == self._shown[1]
            self.collation.go_to("right" if on_right else "left", shown.claim.start)

    @on(ClaimsPanel.Chosen, "#claims")
    def open_claim(self) -> None:
        shown = self.query_one(ClaimsPanel).current
        if shown is not None:
            self.session.claim = shown.claim.id
            self.reader.go(View.CLAIMS)
