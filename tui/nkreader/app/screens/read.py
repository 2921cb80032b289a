"""View 2: one article to read, its claims beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult

from nkreader.app.commands import View
from nkreader.app.reading import claims_beside, page_of, told_of_place
from nkreader.app.screens.base import Pane, ViewScreen, titled
from nkreader.app.widgets.article_page import ArticlePage
from nkreader.app.widgets.claims_panel import ClaimsPanel
from nkreader.app.widgets.source_list import SourceList

if TYPE_CHECKING:
    from nkreader.claims.model import Claim


class ReadScreen(ViewScreen):
    """Reading."""

    VIEW: ClassVar[View] = View.READ
    CSS_PATH = "../styles/read.tcss"

    def compose_body(self) -> ComposeResult:
        yield titled(SourceList(self.session, id="sources", classes="sidebar"), "Sources")
        yield ArticlePage(id="page")
        yield titled(ClaimsPanel(self.session, id="claims"), "Claims")

    @property
    def page(self) -> ArticlePage:
        return self.query_one(ArticlePage)

    def main_pane(self) -> Pane | None:
        return self.page

    @property
    def subject(self) -> str | None:
        sources = self.query_one(SourceList)
        return sources.article if sources.has_focus else self.session.article

    def reading_offset(self) -> int:
        return self.page.offset_read

    def place(self) -> tuple[int, int] | None:
        return (0, self.page.offset_read) if self.page.article is not None else None

    def refill(self) -> None:
        self.query_one(SourceList).fill()
        self._open(self.reading_offset() if self._is_shown() else None)
        self.page.focus()

    def entered(self) -> None:
        self.query_one(SourceList).follow()
        target = self.session.target
        self.session.target = None
        if target is not None:
            self._open(target[1])
        elif not self._is_shown():
            self._open(None)
        self.page.focus()

    def _is_shown(self) -> bool:
        shown, current = self.page.article, self.session.current
        return shown is not None and current is not None and shown.digest == current.digest and shown.id == current.id

    def _open(self, offset: int | None) -> None:
        """Show the session's article, at an offset or where it was left."""
        session = self.session
        article = session.current
        if article is None:
            return
        if self.page.article is not None and not self._is_shown():
            self.place_changed()
        if offset is None:
            offset = session.user.read(article.digest, "position", int, 0)
        session.user.put(article.digest, "read", True)
        self.page.show(page_of(session, article), min(int(offset), len(article.text)))
        self._mark_hits()
        self.query_one(ClaimsPanel).fill(claims_beside(session, article.id))
        self._tell()
        self.query_one(SourceList).redraw()
        self.read_claims(article.id)

    def claims_known(self) -> None:
        article = self.page.article
        if article is None or not self._is_shown():
            return
        self.page.show(page_of(self.session, article), self.page.offset_read)
        self._mark_hits()
        self.query_one(ClaimsPanel).fill(claims_beside(self.session, article.id))
        self.query_one(ClaimsPanel).follow(self.page.offset_read)

    def _mark_hits(self) -> None:
        session = self.session
        own = [hit.span for hit in session.hits.of(session.article)] if session.article is not None else []
        current = session.current_hit
        mine = current is not None and current.article == session.article
        self.page.mark_hits(own, current.span if current is not None and mine else None)

    def marks_changed(self) -> None:
        self.query_one(SourceList).redraw()
        self.query_one(ClaimsPanel).narrow()

    def narrowed(self) -> None:
        self.query_one(ClaimsPanel).narrow()
        self.query_one(ClaimsPanel).follow(self.page.offset_read)

    def claim_here(self) -> Claim | None:
        panel, sentence, article = self.query_one(ClaimsPanel), self.page.sentence, self.page.article
        followed = panel.current.claim if panel.current is not None else None
        if panel.has_focus or article is None or sentence is None:
            return followed
        here = [claim for claim in self.session.claims_of(article.id) if sentence.overlaps(claim.span)]
        return followed if followed in here else here[0] if here else None

    def place_changed(self) -> None:
        article = self.page.article
        if article is not None:
            self.session.user.put(article.digest, "position", self.page.offset_read)

    @on(ArticlePage.Moved)
    def reading_moved(self) -> None:
        self._tell()

    def _tell(self) -> None:
        article = self.page.article
        if article is None:
            return
        self.query_one(ClaimsPanel).follow(self.page.offset_read)
        message, counts = told_of_place(self.session, article, self.page.sentence, self.page.cursor)
        hit = self.session.hit_told(article.id, self.page.sentence)
        self.say("  ".join(filter(None, (hit, message))), counts)

    @on(SourceList.Chosen, "#sources")
    def open_other(self) -> None:
        chosen = self.query_one(SourceList).article
        if chosen is not None and chosen != self.session.article:
            self.reader.go(View.READ, article=chosen)
        self.page.focus()

    @on(ClaimsPanel.Moved, "#claims")
    def claim_moved(self) -> None:
        panel = self.query_one(ClaimsPanel)
        if panel.has_focus and panel.current is not None:
            self.page.go_to(panel.current.offset)

    @on(ClaimsPanel.Chosen, "#claims")
    def open_claim(self) -> None:
        shown = self.query_one(ClaimsPanel).current
        if shown is not None:
            self.session.claim = shown.claim.id
            self.reader.go(View.CLAIMS)

    def do_open(self) -> None:
        """Enter in the text: the claim that the sentence makes, among all claims."""
        if self.focused is not self.page:
            super().do_open()
            return
        if not self.reader.ready():
            return
        claim = self.claim_here()
        if claim is None:
            self.say("this sentence makes no claim that could be opened")
        else:
            self.session.claim = claim.id
            self.reader.go(View.CLAIMS)

    def do_next_paragraph(self) -> None:
        self.page.move_paragraph(1)

    def do_previous_paragraph(self) -> None:
        self.page.move_paragraph(-1)

    def do_percent(self) -> None:
        from nkreader.app.screens.percent import PercentScreen

        if self.page.article is not None:
            self.app.push_screen(PercentScreen(), self._go_to_percent)

    def _go_to_percent(self, percent: float | None) -> None:
        if percent is not None:
            self.page.go_to_percent(percent)

    def do_tortured(self) -> None:
        if not self.reader.ready():
            return
        count = len(self.session.phrases(self.session.article))
        if not count:
            self.say("no tortured phrase was found in this article")
            return
        shown = self.page.toggle_glosses()
        self.say(f"{count} tortured phrases, each with what it stands for" if shown else "only the text is shown")

    def text_to_copy(self) -> str:
        article, sentence = self.page.article, self.page.sentence
        return sentence.of(article.text) if article is not None and sentence is not None else ""

    def text_to_cite(self) -> str:
        from nkreader.report.citing import cited

        words = self.get_selected_text() or self.text_to_copy()
        return cited(words, self.page.article) if words and self.page.article is not None else ""
