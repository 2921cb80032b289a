"""View 4: every claim against every article."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult

from nkreader.app.commands import View
from nkreader.app.pairing import sides
from nkreader.app.screens.base import Pane, ViewScreen
from nkreader.app.signs import voices_text
from nkreader.app.telling import claim_told, conflict_words
from nkreader.app.widgets.claims_matrix import ClaimsMatrix, other_wording
from nkreader.app.widgets.told import Told

if TYPE_CHECKING:
    from nkreader.claims.model import Claim


class ClaimsScreen(ViewScreen):
    """The matrix."""

    VIEW: ClassVar[View] = View.CLAIMS
    CSS_PATH = "../styles/claims.tcss"

    def compose_body(self) -> ComposeResult:
        yield ClaimsMatrix(self.session, id="matrix")
        yield Told(id="detail")

    @property
    def matrix(self) -> ClaimsMatrix:
        return self.query_one(ClaimsMatrix)

    def main_pane(self) -> Pane | None:
        return self.matrix

    @property
    def subject(self) -> str | None:
        row, article = self.matrix.row, self.matrix.article
        if row is None:
            return None
        return article if article is not None else row.lead.article

    def refill(self) -> None:
        session = self.session
        if session.library is None or not session.gathered:
            self.say(self._why_not())
            return
        self.matrix.fill(*session.listed)
        self.matrix.focus()
        self.entered()

    def claims_known(self) -> None:
        self.refill()

    def _why_not(self) -> str:
        """Why there is no claim to be seen."""
        from nkreader.app.loading import GATHERED_AT_MOST

        if self.session.failure:
            return f"these articles {self.session.failure}"
        if self.session.analysed and len(self.session.library or ()) > GATHERED_AT_MOST:
            return f"more than {GATHERED_AT_MOST:,} articles: their claims stand beside each article when it is read"
        return "the claims are being gathered …" if self.session.analysed else "still comparing the articles …"

    def entered(self) -> None:
        if self.session.claim is not None and self.matrix.row is not None:
            self.matrix.go_to(self.session.claim, self.session.article or "")
            self.session.claim = None
        self.matrix.focus()
        self._tell()

    @on(ClaimsMatrix.Moved, "#matrix")
    def _tell(self) -> None:
        row = self.matrix.row
        detail = self.query_one(Told)
        detail.tell(claim_told(self.session, row, self.matrix.article) if row is not None else [])
        if row is None:
            self.say("no claim was found in these articles" if self.session.gathered else self._why_not())
            return
        article = self.matrix.article
        name = self.session.name(article) if article is not None else ""
        if article is None:
            voices = row.group.independent
            said = f"{voices_text(len(row.group.articles), voices.least, voices.most)}; Enter shows why"
        elif article not in row.claims:
            said = f"{name} is silent on this"
        else:
            words = [
                conflict_words(self.session, row, conflict)
                for conflict in row.group.conflicts
                if any(claim.id in conflict.claims for claim in row.claims[article])
            ]
            said = f"{name}: " + ("; ".join(words) if words else "says so")
        self.say(said, f"{self.matrix.cursor}/{self.matrix.count}")

    @on(ClaimsMatrix.Chosen, "#matrix")
    def open_cell(self) -> None:
        """Enter: both wordings side by side where two articles make the claim, on the count the reasons for it."""
        row, article = self.matrix.row, self.matrix.article
        if row is None:
            return
        if article is None:
            from nkreader.app.screens.voices import VoicesScreen

            self.app.push_screen(VoicesScreen(row), self._jump)
            return
        if article not in row.claims:
            self.say(f"{self.session.name(article)} is silent on this: there is no sentence to show")
            return
        claim = row.claims[article][0]
        other = other_wording(self.session, row, claim)
        if other is None:
            self.reader.go(View.READ, article=article, at=claim.start)
        else:
            pair = sides(self.session, other.article, article)
            self.reader.go(View.COMPARE, pair=pair, at=claim.start, side=pair.index(article))

    def do_read(self) -> None:
        """The sentence of the cell in its article."""
        claim = self.claim_here()
        if claim is not None:
            self.reader.go(View.READ, article=claim.article, at=claim.start)
        else:
            self.reader.do_read()

    def claim_here(self) -> Claim | None:
        """The claim under the cursor: the cell's own, elsewhere in the row the one that speaks for it."""
        row, article = self.matrix.row, self.matrix.article
        detail = self.query_one(Told)
        if row is None:
            return None
        if detail.has_focus and detail.target is not None:
            told = [claim for claim in row.claims.get(detail.target[0], ()) if claim.start == detail.target[1]]
            if told:
                return told[0]
        return row.claims[article][0] if article in row.claims else row.lead

    def marks_changed(self) -> None:
        self.matrix.redraw()
        self._tell()

    def narrowed(self) -> None:
        self.matrix.narrow()
        self._tell()

    def _jump(self, place: tuple[str, int] | None) -> None:
        if place is not None:
            self.reader.go(View.READ, article=place[0], at=place[1])

    @on(Told.Chosen, "#detail")
    def open_wording(self) -> None:
        self._jump(self.query_one(Told).target)

    def do_left(self) -> None:
        self.matrix.move_column(-1)

    def do_right(self) -> None:
        self.matrix.move_column(1)

    def do_sort(self) -> None:
        order = self.matrix.sort_next()
        self._tell()
        self.say(f"claims in the order of {order}")

    def text_to_copy(self) -> str:
        row, article, library = self.matrix.row, self.matrix.article, self.session.library
        if row is None or library is None:
            return ""
        claim = row.claims[article][0] if article in row.claims else row.lead
        return f"{' '.join(claim.span.of(library[claim.article].text).split())} ({claim.article})"
