"""Going from view to view: to an article, a pair, a hit, and back to where one was."""

from __future__ import annotations

from typing import Any

from textual import work
from textual.screen import Screen

from nkreader.app.ahead import Ahead
from nkreader.app.background import away
from nkreader.app.commands import Keys, View
from nkreader.app.screens.base import OverPage, ViewScreen
from nkreader.app.session import Place, Session

COUNTING = "counting"
"""The worker that counts hits; only one is at work."""


class Going(Ahead):
    """The part of the app that knows where the reader is."""

    session: Session
    keys: Keys
    opened_views: list[ViewScreen]

    def views(self) -> list[ViewScreen]:
        """The views that have been opened so far."""
        return [screen for screen in self.opened_views if screen.is_mounted]

    @property
    def view_screen(self) -> Screen[Any]:
        """The view at the bottom of what is shown, under any page laid over it."""
        return self.screen_stack[0]

    def go(
        self,
        view: View,
        article: str | None = None,
        pair: tuple[str, str] | None = None,
        at: int | None = None,
        side: int = 0,
        leave: bool = True,
    ) -> None:
        """Show a view, with an article or a pair where one is named, at an offset of it."""
        session = self.session
        here = View(self.current_mode)
        if leave:
            self.remember()
        if article is not None:
            session.article = article
        if pair is not None:
            session.pair = pair
        session.target = (side, at) if at is not None else None
        if here is view:
            if isinstance(self.screen, ViewScreen):
                self.screen.entered()
        else:
            self.switch_mode(view)

    def remember(self) -> None:
        """Put the present place on the way back, so that Esc returns to it."""
        screen = self.view_screen
        at = screen.place() if isinstance(screen, ViewScreen) else None
        self.session.remember(View(self.current_mode), at)

    def do_sources(self) -> None:
        self.go(View.SOURCES)

    def do_read(self) -> None:
        self.go(View.READ, article=self.subject)

    def do_compare_view(self) -> None:
        if self.session.pair is None:
            self.do_compare()
        else:
            self.go(View.COMPARE)

    def do_claims(self) -> None:
        self.go(View.CLAIMS)

    def do_back(self) -> None:
        session = self.session
        if not session.trail:
            if self.current_mode != View.SOURCES:
                self.go(View.SOURCES, leave=False)
            return
        place: Place = session.trail.pop()
        side, at = place.at or (0, None)
        self.go(place.view, place.article, place.pair, at=at, side=side, leave=False)

    @property
    def subject(self) -> str | None:
        """The article that commands are about: what the cursor is on, else what is being read."""
        found = getattr(self.screen, "subject", None) or getattr(self.view_screen, "subject", None)
        return found or self.session.article

    def say(self, message: str) -> None:
        """Words for the status line of the view, and for the page laid over it."""
        screen = self.view_screen
        if isinstance(self.screen, OverPage):
            self.screen.say(message)
        if isinstance(screen, ViewScreen):
            screen.say(message)

    def ready(self) -> bool:
        """Whether families are known; says so where they are not."""
        if not self.session.analysed:
            waiting = "still comparing the articles; reading and searching work already"
            self.say(f"these articles {self.session.failure}" if self.session.failure else waiting)
        return self.session.analysed

    def ready_to_choose(self) -> bool:
        """Whether there are claims to choose from; says so where there are none yet."""
        if not self.session.gathered and self.ready():
            self.say("claims can be chosen from once all of them are gathered")
        return self.session.gathered

    def do_compare(self) -> None:
        from nkreader.app.pairing import pair_for

        session = self.session
        if session.library is None:
            self.say(f"the articles {session.failure}" if session.failure else "still reading the files")
            return
        if self.subject is None:
            return
        if not session.analysed and not session.failure:
            session.wish = self.subject
            key = self.keys.shown("mark")
            name = session.name(self.subject)
            self.say(f"{name} is compared as soon as its family is known; two marked with {key} at once")
            return
        if not self.ready():
            return
        pair = pair_for(self.session, self.subject)
        if pair is None:
            name = self.session.name(self.subject)
            key = self.keys.shown("mark")
            self.say(f"{name} has no counterpart here; mark two articles with {key} to compare them")
        else:
            self.go(View.COMPARE, pair=pair)

    def grant_wish(self) -> None:
        """Compare what was to be compared before families were known, if the reader is still there."""
        wish, self.session.wish = self.session.wish, None
        if wish is None or wish not in self.session.names:
            return
        if self.subject == wish and isinstance(self.screen, ViewScreen):
            self.do_compare()
        else:
            self.say(f"{self.session.name(wish)} can be compared now: {self.keys.shown('compare')} on it")

    def do_mark(self) -> None:
        from nkreader.app.pairing import marked_pair, toggle_mark

        if self.subject is None:
            return
        words = toggle_mark(self.session, self.subject)
        self._marks_changed()
        pair = marked_pair(self.session)
        if pair is None:
            self.call_after_refresh(self.say, words)  # a view may tell of its place first, as its marks have changed
        else:
            for id in pair:
                self.session.unmark(id, f"the mark of {self.session.name(id)} used up by the pair")
            self._marks_changed()
            self.go(View.COMPARE, pair=pair)

    def _marks_changed(self) -> None:
        self.session.remarks_changed()
        for screen in self.views():
            screen.marks_changed()

    def do_search(self) -> None:
        from nkreader.app.screens.search import SearchScreen

        self.workers.cancel_group(self, COUNTING)
        if self.session.library is None:
            self.say(f"the articles {self.session.failure}" if self.session.failure else "still reading the files")
        else:
            self.push_screen(SearchScreen(), self._found)

    def _found(self, chosen: int | None) -> None:
        if chosen is not None:
            self.remember()
            self._to_hit(chosen)

    def do_next_hit(self) -> None:
        self._to_hit(self.session.hit + 1)

    def do_previous_hit(self) -> None:
        self._to_hit(self.session.hit - 1)

    def _to_hit(self, number: int) -> None:
        session = self.session
        if not session.hits:
            self.say(f"nothing was searched for yet: {self.keys.shown('search')} searches")
            return
        if not (session.hits.complete or 0 <= number < len(session.hits)):
            self.say("counting the hits in all articles")
            self._to_far_hit(number)
            return
        session.hit = number % len(session.hits)
        hit = session.hits[session.hit]
        pair = session.pair
        if self.current_mode == View.COMPARE and pair is not None and hit.article in pair:
            self.go(View.COMPARE, at=hit.start, side=pair.index(hit.article), leave=False)
        else:
            self.go(View.READ, article=hit.article, at=hit.start, leave=False)
        self.call_after_refresh(self.say, session.hit_told(hit.article))

    @work(exclusive=True, group=COUNTING)
    async def _to_far_hit(self, number: int) -> None:
        """Go beyond the hits that were listed, once it is known where the others stand."""
        session, hits = self.session, self.session.hits
        try:
            await away(hits.find_others)
        except Exception as error:
            self.say(f"the other hits cannot be counted: {type(error).__name__}: {error}")
            return
        if session.hits is hits:
            self._to_hit(number)
