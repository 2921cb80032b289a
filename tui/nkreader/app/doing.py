"""What can be done to articles and to the reader itself, whatever the view."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from nkreader.app import themes
from nkreader.app.commands import View
from nkreader.app.deciding import Deciding
from nkreader.app.screens.base import ViewScreen

if TYPE_CHECKING:
    from nkreader.app.narrowing import Narrowing
    from nkreader.claims.model import Claim
    from nkreader.store.remarks import Remark

WORDS_TOLD = 40
"""Code points of a claim by which a mark on it is named."""


class Doing(Deciding):
    """The commands that are the same in all views."""

    def do_reload(self) -> None:
        """Read the files again."""
        raise NotImplementedError  # the app's, which does the reading

    def do_undo(self) -> None:
        from nkreader.store.overrides import KEYS

        undone = self.session.user.undo()
        if undone is None:
            self.say("nothing to undo")
            return
        if undone.key == "corrections":
            self._metadata_changed(undone.subject)
        self._marks_changed()
        words = f"taken back: {self.session.with_names(undone.what)}"
        if undone.key in KEYS.values():
            self.decision = words
            self.revise()
        self.say(words)

    def do_theme(self) -> None:
        names = themes.NAMES
        at = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(at + 1) % len(names)]
        self.say(f"theme: {self.theme.removeprefix('nk-')}")

    def do_help(self) -> None:
        from nkreader.app.screens.help import HelpScreen

        self.push_screen(HelpScreen(View(self.current_mode)))

    def do_origin(self) -> None:
        from nkreader.app.screens.origin import OriginScreen

        subject = self.subject
        if subject is None or not self.ready():
            return
        if self.session.family_of(subject) is None:
            self.say(f"{self.session.name(subject)} has no family here, so there is nothing to argue about")
        else:
            self.push_screen(OriginScreen(subject), self._jump)

    def _jump(self, place: tuple[str, int] | None) -> None:
        if place is not None:
            self.go(View.READ, article=place[0], at=place[1])

    def do_correct(self) -> None:
        from nkreader.app.screens.correct import CorrectScreen

        if self.subject is not None:
            self.push_screen(CorrectScreen(self.subject), self._corrected)

    def _corrected(self, digest: str | None) -> None:
        if digest is not None:
            self._metadata_changed(digest)
            self.say("corrected; the file itself is untouched")

    def _metadata_changed(self, digest: str) -> None:
        """Show the title, publisher and date that the articles of this content have now."""
        from nkreader.app.verdict import verdict_forms

        library = self.session.library
        if library is None:
            return
        library.correct(digest)
        for screen in self.views():
            screen.place_changed()
        self.show_verdicts(verdict_forms(library) if self.session.analysed else None)

    def do_remark(self) -> None:
        from nkreader.app.screens.remark import RemarkScreen

        screen = self.view_screen
        claim = screen.claim_here() if isinstance(screen, ViewScreen) else None
        if claim is not None:
            self.push_screen(RemarkScreen(claim), partial(self._remarked, claim))
        elif self.ready():
            self.say("there is no claim here to mark")

    def _remarked(self, claim: Claim, remark: Remark | None) -> None:
        from nkreader.app.signs import remark_words
        from nkreader.store.remarks import keep_remark

        library = self.session.library
        if remark is None or library is None:
            return
        words = " ".join(claim.span.of(library[claim.article].text).split())
        begins = words if len(words) <= WORDS_TOLD else words[:WORDS_TOLD].rstrip() + "…"
        said = remark_words(remark) or "no mark"
        keep_remark(self.session.user, self.session.digest(claim.article), claim, remark, f"{said} on “{begins}”")
        self._marks_changed()
        # The view below the menu says its own words first when it is looked at again.
        self.call_after_refresh(self.say, f"{said} ({self.keys.shown('undo')} takes it back)")

    def do_filter(self) -> None:
        from nkreader.app.narrowing import EVERYTHING, By

        if self.ready_to_choose():
            listed, _ = self.session.listed
            kinds = [choice for choice, _ in listed.choices(self.session.remarks()) if choice.by is not By.SPEAKER]
            now = self.session.narrowing
            self._narrow(kinds[(kinds.index(now) + 1) % len(kinds)] if now in kinds else EVERYTHING)

    def do_narrow(self) -> None:
        from nkreader.app.screens.narrow import NarrowScreen

        if self.ready_to_choose():
            self.push_screen(NarrowScreen(), self._narrow)

    def _narrow(self, choice: Narrowing | None) -> None:
        if choice is not None:
            self.session.narrowing = choice
            for screen in self.views():
                screen.narrowed()
            self.call_after_refresh(self.say, f"claims shown: {choice}")

    def do_copy(self) -> None:
        screen = self.view_screen
        self._copy(screen.get_selected_text() or (screen.text_to_copy() if isinstance(screen, ViewScreen) else ""))

    def do_cite(self) -> None:
        screen = self.view_screen
        self._copy(screen.text_to_cite() if isinstance(screen, ViewScreen) else "")

    def _copy(self, text: str) -> None:
        from nkreader.app.clipboard import copied

        self.say(copied(text, self.copy_to_clipboard) if text else "there is nothing here to copy")

    def do_editor(self) -> None:
        from nkreader.app.editor import edit, editor_command

        subject, library = self.subject, self.session.library
        if subject is None or library is None:
            return
        article = library[subject]
        if article.path is None or article.path == "-":
            self.say("this article came from no file")
            return
        screen = self.view_screen
        offset = screen.reading_offset() if isinstance(screen, ViewScreen) else 0
        command = editor_command(article.path, article.text.count("\n", 0, offset) + 1)
        if command is None:
            self.say("neither $VISUAL nor $EDITOR names an editor")
            return
        if not Path(article.path).is_file():
            self.say("this article is in an archive, or its file is gone")
            return
        with self.suspend():
            problem = edit(command)
        self.say(problem or "back from the editor; R reads the files again")
