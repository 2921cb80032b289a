"""View 3: two articles side by side, the claims of what is being read at the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult

from nkreader.app.background import away
from nkreader.app.commands import View
from nkreader.app.comparing import citation, claims_of_pair, role_words
from nkreader.app.loading import set_aside
from nkreader.app.screens.base import Pane, ViewScreen, titled
from nkreader.app.widgets.claims_panel import ClaimsPanel
from nkreader.app.widgets.collation import Collation
from nkreader.app.widgets.source_list import SourceList
from nkreader.store import pair_subject

if TYPE_CHECKING:
    from nkreader.claims.model import Claim
    from nkreader.compare.model import Comparison, Row
    from nkreader.model import Span

SIDE_BY_SIDE_FROM = 100
"""Terminal columns from which the two texts stand beside each other."""

DIVIDER_STEP = 4
"""Cells by which a key moves the divider between the columns."""


@dataclass(frozen=True, slots=True)
class KeptView:
    """Where the reader was in a pair: the digests left and right, what was folded, the side and offset read at."""

    pair: tuple[str, str] | None = None
    folded: tuple[int, ...] | None = None
    at: tuple[int, int] | None = None


class CompareScreen(ViewScreen):
    """Comparing."""

    VIEW: ClassVar[View] = View.COMPARE
    CSS_PATH = "../styles/compare.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._comparison: Comparison | None = None
        self._awaited: tuple[str, str] | None = None
        """The pair that is being compared."""
        self._held: list[str] = []
        """Commands given meanwhile."""
        self._layout_chosen = False

    def compose_body(self) -> ComposeResult:
        yield titled(SourceList(self.session, id="sources", classes="sidebar"), "Sources")
        yield Collation(id="collation")
        yield titled(ClaimsPanel(self.session, id="claims"), "Claims")

    @property
    def collation(self) -> Collation:
        return self.query_one(Collation)

    def main_pane(self) -> Pane | None:
        return None

    @property
    def _shown(self) -> tuple[str, str] | None:
        """The pair that is on the screen."""
        return (self._comparison.left, self._comparison.right) if self._comparison is not None else None

    @property
    def _row(self) -> Row | None:
        """The row under the cursor."""
        rows = self._comparison.rows if self._comparison is not None else ()
        return rows[self.collation.cursor_row] if self.collation.cursor_row < len(rows) else None

    def _in_collation(self) -> bool:
        return not isinstance(self.focused, SourceList | ClaimsPanel)

    @property
    def subject(self) -> str | None:
        sources = self.query_one(SourceList)
        if sources.has_focus:
            return sources.article
        return self.session.pair[1] if self.session.pair else None

    # What is shown

    def holds(self, name: str) -> bool:
        """All that this view does itself needs the comparison."""
        if self._awaited is None or f"do_{name}" not in vars(CompareScreen):
            return False
        self._held.append(name)
        return True

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
        self._fit_layout()
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
            hits: list[list[Span]] = [[hit.span for hit in session.hits if hit.article == id] for id in self._shown]
            self.collation.set_hits(hits[0], hits[1])

    def on_resize(self) -> None:
        self._fit_layout()

    def _fit_layout(self) -> None:
        if not self._layout_chosen:
            self.collation.layout_mode = "side" if self.app.size.width >= SIDE_BY_SIDE_FROM else "stacked"

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

    def _tell(self) -> None:
        counts = self.collation.counts()
        self.say(self.collation.status().removesuffix(counts).rstrip(), counts)

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

    # Commands

    def do_down(self) -> None:
        if self._in_collation():
            self.collation.move_cursor(1)
        else:
            super().do_down()

    def do_up(self) -> None:
        if self._in_collation():
            self.collation.move_cursor(-1)
        else:
            super().do_up()

    def do_page_down(self) -> None:
        if self._in_collation():
            self.collation.page(1)
        else:
            super().do_page_down()

    def do_page_up(self) -> None:
        if self._in_collation():
            self.collation.page(-1)
        else:
            super().do_page_up()

    def do_home(self) -> None:
        if self._in_collation():
            self.collation.home()
        else:
            super().do_home()

    def do_end(self) -> None:
        if self._in_collation():
            self.collation.end()
        else:
            super().do_end()

    def do_open(self) -> None:
        if self._in_collation():
            self.collation.choose()
        else:
            super().do_open()

    def do_next_change(self) -> None:
        self._or_say(self.collation.next_change(), "no further change")

    def do_previous_change(self) -> None:
        self._or_say(self.collation.previous_change(), "no change before this")

    def do_next_fact(self) -> None:
        self._or_say(self.collation.next_fact(), "no further fact was changed")

    def do_previous_fact(self) -> None:
        self._or_say(self.collation.previous_fact(), "no fact was changed before this")

    def do_quotation(self) -> None:
        self._or_say(self.collation.next_quotation(), "no quotation was altered")

    def do_previous_quotation(self) -> None:
        self._or_say(self.collation.previous_quotation(), "no quotation was altered before this")

    def do_next_paragraph(self) -> None:
        self.collation.move_paragraph(1)

    def do_previous_paragraph(self) -> None:
        self.collation.move_paragraph(-1)

    def do_jump_back(self) -> None:
        self._or_say(self.collation.back(), "there is no jump to go back from")

    def do_partner(self) -> None:
        self._or_say(self.collation.moved_partner(), "nothing was moved between these two")

    def do_fold(self) -> None:
        self._or_say(self.collation.toggle_fold(), "there is nothing to fold here")

    def do_fold_all(self) -> None:
        self._or_say(self.collation.toggle_all_folds(), "there is nothing to fold here")

    def do_divider_left(self) -> None:
        self._or_say(self.collation.move_divider(-DIVIDER_STEP), "the divider stands as far left as it can")

    def do_divider_right(self) -> None:
        self._or_say(self.collation.move_divider(DIVIDER_STEP), "the divider stands as far right as it can")

    def do_select_down(self) -> None:
        self.collation.extend_selection(1)
        self._tell_selection()

    def do_select_up(self) -> None:
        self.collation.extend_selection(-1)
        self._tell_selection()

    def do_select_side(self) -> None:
        if self.collation.switch_side():
            self._tell_selection()
        else:
            keys = self.reader.keys
            self.say(f"nothing is selected: {keys.shown('select_down')} and {keys.shown('select_up')} select sentences")

    def _tell_selection(self) -> None:
        side, keys = self.collation.selected_side, self.reader.keys
        if side is None or self._shown is None:
            return
        count = len(self.collation.selected_text().split())
        name = self.session.name(self._shown[0] if side == "left" else self._shown[1])
        words = f"{count:,} word{'s' * (count != 1)} of {name} selected"
        self.say(f"{words}: {keys.shown('copy')} copies, {keys.shown('select_side')} the other column's")

    def do_layout(self) -> None:
        self._layout_chosen = True
        self.collation.toggle_layout()
        self._tell()

    def do_rank(self) -> None:
        self.collation.cycle_rank()
        self.say(f"showing {self.collation.rank}", self.collation.counts())

    def do_facts(self) -> None:
        from nkreader.app.screens.facts import FactsScreen

        if self._comparison is not None:
            self.app.push_screen(FactsScreen(self._comparison), self._go_to_fact)

    def _go_to_fact(self, place: tuple[str, int] | None) -> None:
        if place is not None:
            self.collation.go_to("left" if place[0] == "left" else "right", place[1])

    def _or_say(self, done: bool, otherwise: str) -> None:
        if not done:
            self.say(otherwise, self.collation.counts())

    def text_to_copy(self) -> str:
        if self._comparison is None or self._row is None:
            return ""
        if selected := self.collation.selected_text():
            return selected
        return citation(self.session, self._comparison, self._row)

    def text_to_cite(self) -> str:
        """The selection with its source, else both wordings of the row with theirs."""
        from nkreader.report.citing import cited

        library, shown, row = self.session.library, self._shown, self._row
        if library is None or shown is None or row is None:
            return ""
        left, right = library[shown[0]], library[shown[1]]
        if selected := self.collation.selected_text():
            return cited(selected, left if self.collation.selected_side == "left" else right)
        both = [
            cited(" ".join(span.of(article.text) for span in spans), article)
            for article, spans in ((left, row.left), (right, row.right))
            if spans
        ]
        return "\n\n".join(both)

    def do_percent(self) -> None:
        from nkreader.app.screens.percent import PercentScreen

        if self._comparison is not None:
            self.app.push_screen(PercentScreen(), self._go_to_percent)

    def _go_to_percent(self, percent: float | None) -> None:
        if percent is not None:
            self.collation.go_to_percent(percent)
