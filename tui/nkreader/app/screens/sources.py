"""View 1: all articles, in their families, and what is known of the one under the cursor."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from nkreader.app.commands import View
from nkreader.app.screens.base import Pane, ViewScreen
from nkreader.app.widgets.source_list import SourceList
from nkreader.app.widgets.told import Told


class SourcesScreen(ViewScreen):
    """The sources."""

    VIEW: ClassVar[View] = View.SOURCES
    SIDEBARS_FROM: ClassVar[int] = 60
    CSS_PATH = "../styles/sources.tcss"

    def compose_body(self) -> ComposeResult:
        yield SourceList(self.session, id="sources")
        yield Told(id="detail")

    def main_pane(self) -> Pane | None:
        return self.query_one(SourceList)

    @property
    def subject(self) -> str | None:
        return self.query_one(SourceList).article

    def refill(self) -> None:
        self.query_one(SourceList).fill()
        self.query_one(SourceList).focus()
        self._tell()

    def entered(self) -> None:
        self.query_one(SourceList).follow()
        self._tell()

    def do_fold(self) -> None:
        """Fold the family of the article under the cursor to its first one, or unfold it."""
        from nkreader.origin.branches import branches_of

        subject = self.subject
        family = self.session.family_of(subject) if subject is not None else None
        if family is None:
            self.say("this article has no family to fold")
            return
        folded = self.session.fold(family)
        if folded:
            self.session.article = branches_of(family)[0].article
        self.query_one(SourceList).fill()
        self.say(f"family {family.id} is folded" if folded else f"family {family.id} is shown")

    def marks_changed(self) -> None:
        self.query_one(SourceList).redraw()

    @on(SourceList.Moved, "#sources")
    def cursor_moved(self) -> None:
        """The article under the cursor is what every other view would show."""
        self.session.article = self.subject or self.session.article
        self._tell()

    @on(SourceList.Chosen, "#sources")
    def open_article(self) -> None:
        if self.subject is not None:
            self.reader.go(View.READ, article=self.subject)

    def _tell(self) -> None:
        subject, library = self.subject, self.session.library
        if library is None:
            self.say("")
            return
        from nkreader.app.telling import article_told

        self.query_one(Told).tell(article_told(self.session, subject) if subject is not None else [])
        if subject is None:
            self.say("no article could be read" if library.problems else "there is no article here")
        else:
            self.say(self._words(subject), f"{self.query_one(SourceList).number:,}/{len(library):,}")

    def _words(self, id: str) -> str:
        from nkreader.app.signs import origin_word, role_word
        from nkreader.families.model import BY_USER

        details, library = self.session.details[id], self.session.library
        name = self.session.name(id)
        if not self.session.analysed:
            return f"{name}: not compared{'' if self.session.failure else ' yet'}"
        if details.likely_original:
            family = self.session.family_of(id)
            word = origin_word(family.origin) if family is not None else ""
            said = ": you said so" if family is not None and family.origin.by == BY_USER else ""
            return f"{name}: {word} of family {details.family}{said}"
        if details.family:
            facts = f", {details.facts} facts changed" if details.facts else ""
            said = ": you said so" if details.joined else ""
            return f"{name}: {role_word(details)}, family {details.family}{said}{facts}"
        if library is not None and id in library.families.split:
            return f"{name}: split off: you said so"
        if details.role.value == "spun":
            return f"{name}: looks spun, and its original is not here"
        return f"{name}: no copy of it here"

    def text_to_copy(self) -> str:
        from nkreader.app.details import title_of

        library = self.session.library
        if self.subject is None or library is None:
            return ""
        article = library.card(self.subject)
        parts = [title_of(article)[0], article.publisher, article.published, article.path]
        return ". ".join(part for part in parts if part)
