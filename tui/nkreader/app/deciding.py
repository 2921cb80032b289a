"""What the user decides about families: which article is the original, which one is none of it, which two are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from nkreader.app.commands import View
from nkreader.app.going import Going
from nkreader.app.screens.base import OverPage, ViewScreen

if TYPE_CHECKING:
    from nkreader.app.loading import Revised


class Deciding(Going):
    """The commands that overrule the texts."""

    def do_pin(self) -> None:
        """Name this article its family's original, or leave that to the texts again."""
        from nkreader.families.model import BY_USER, OverrideKind
        from nkreader.store.overrides import name_original, take_back

        session, subject = self.session, self.subject
        if session.library is None or subject is None or not self.ready():
            return
        name, family = session.name(subject), session.family_of(subject)
        if family is None:
            self.say(f"{name} has no family whose original it could be")
        elif family.origin.by == BY_USER and family.origin.article == subject:
            take_back(session.user, OverrideKind.ORIGINAL, session.library.card(subject))
            self._decided(f"the texts say again what the original of family {family.id} is")
        else:
            name_original(session.user, session.library.card(subject))
            self._decided(f"{name} is the original of family {family.id}, you said so")

    def do_split(self) -> None:
        """Take this article out of its family, or put it back where its text puts it."""
        from nkreader.families.model import OverrideKind
        from nkreader.store.overrides import split_off, take_back

        session, subject = self.session, self.subject
        if session.library is None or subject is None or not self.ready():
            return
        article, name, family = session.library.card(subject), session.name(subject), session.family_of(subject)
        if family is not None:
            split_off(session.user, article)
            self._decided(f"{name} is split off from family {family.id}")
        elif take_back(session.user, OverrideKind.SPLIT, article):
            self._decided(f"{name} is back where its text puts it")
        else:
            self.say(f"{name} has no family to be split off from")

    def do_merge(self) -> None:
        """Make one family of two articles' families: the two compared, or the marked one and this one."""
        from nkreader.store.overrides import merge

        session = self.session
        if session.library is None or not self.ready():
            return
        pair = self._two()
        if pair is None:
            key, plus = self.keys.shown("mark"), self.keys.shown("merge")
            self.say(f"mark an article with {key}, then press {plus} on one of another family")
            return
        first, second = pair
        family = session.family_of(first)
        if family is not None and second in family.members:
            self.say(f"{session.name(first)} and {session.name(second)} are one family already")
            return
        merge(session.user, session.library.card(first), session.library.card(second))
        for id in pair:
            session.unmark(id)
        self._decided(f"{session.name(first)} and {session.name(second)} are one family now")

    def _two(self) -> tuple[str, str] | None:
        if self.current_mode == View.COMPARE and isinstance(self.screen, ViewScreen):
            return self.session.pair
        marked = [id for id in self.session.marked() if id != self.subject]
        return (marked[-1], self.subject) if marked and self.subject is not None else None

    def _decided(self, words: str) -> None:
        self.decision = f"{words}; {self.keys.shown('undo')} takes it back"
        self.say(self.decision)
        self.revise()

    decision = ""
    """What was decided last: said again once the views show it."""

    @work(thread=True, group="revising")
    def revise(self) -> None:
        """Follow what the user decided: the families at once, the voices behind claims as soon as they are counted."""
        from nkreader.app.details import details_of
        from nkreader.app.loading import Gathered, Revised
        from nkreader.app.verdict import verdict_forms

        library = self.session.library
        if library is None:
            return
        library.revise_families()
        details, verdicts = details_of(library), verdict_forms(library)
        self.post_message(Revised(library, details, verdicts))
        if not self.session.gathered:
            return  # they will be counted over the families as they are by then
        claims = library.claims
        library.revise_claims()
        if library.claims is not claims:
            self.post_message(Gathered(library))

    def on_revised(self, message: Revised) -> None:
        session = self.session
        if message.library is not session.library:
            return
        session.revised(message.details)
        for screen in self.views():
            screen.place_changed()
        self.show_verdicts(message.verdicts)
        if isinstance(self.screen, OverPage):
            self.screen.revised()
        self.say(self.decision)

    def show_verdicts(self, verdicts: tuple[str, ...] | None) -> None:
        """Show what is known of the library now in every view; no verdicts: those known already."""
        raise NotImplementedError  # the app's, which has the views
