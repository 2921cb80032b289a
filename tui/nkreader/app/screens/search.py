"""Search: live, in the article, its family or the library; hits in context with their count."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from enum import StrEnum
from pathlib import PurePath
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from nkreader.app.background import away
from nkreader.app.commands import View
from nkreader.app.loading import GATHERED_AT_MOST
from nkreader.app.screens.base import OverPage, Pane, titled
from nkreader.app.widgets.hit_list import HitList
from nkreader.search.copies import folded
from nkreader.search.model import Hit, SearchResults
from nkreader.search.query import parsed
from nkreader.search.walk import Walk
from nkreader.text.drawn import drawable

FIRST_HITS = 60
"""Hits listed at once: more than a screen shows."""

MOST_HITS = 1000
"""Hits listed once the query stands still; the count beside them is of all, and all are walked."""

SECONDS_STILL = 0.25
"""A query that has not changed for so long is taken to be whole."""

SECONDS_BETWEEN_LOOKS = 1.0
"""While articles are still being indexed and compared, it is looked this often whether the query may find more."""

SECONDS_BETWEEN_TRIES, TRIES = 0.01, 100
"""The worker that brings the index in step begins within some hundredths of a second; else the search does it."""

KEPT_QUERIES = 100
"""Queries kept for another day."""

HISTORY = "queries"

QUERIES = (
    'word  "in a row"  begin*  typo~  one OR other  -without  '
    "title:  source:  after:2023-05  before:  role:  family:  speaker:  type:"
)
"""What a query may have, said as long as there is none."""


class Scope(StrEnum):
    """Where is searched."""

    ARTICLE = "this article"
    FAMILY = "its family"
    LIBRARY = "the library"


class SearchScreen(OverPage[int]):
    """The search. Gives back the number of the hit to open, or nothing: then everything is where it was."""

    CSS_PATH: ClassVar[str | list[str | PurePath]] = ["../styles/over.tcss", "../styles/search.tcss"]

    def __init__(self) -> None:
        super().__init__()
        self._results: SearchResults | None = None
        self._groups: list[tuple[Hit, ...]] = []
        self.unfolded = False
        self._wanted = ""
        """The query whose first hit shall be opened as soon as it is found."""
        self.scope = Scope.LIBRARY
        self._earlier: list[str] = []
        self._at = 0
        """Which of the earlier queries is shown; behind the last: what was typed."""
        self._typed = ""

    def compose(self) -> ComposeResult:
        in_text = self.reader.current_mode in (View.READ, View.COMPARE)
        self.scope = Scope.ARTICLE if in_text and self.session.article else Scope.LIBRARY
        yield titled(HitList(self.session, id="hits"), "Search")
        with Vertical(id="foot"):
            with Horizontal(id="query-line"):
                yield Static(Content("/"), id="slash")
                yield Input(self.session.query, id="query", compact=True, select_on_focus=True)
                yield Static("", id="count", markup=False)
            yield Static("", id="told", markup=False)

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Input))  # at once: what is typed already goes there
        self._earlier = self.session.user.read("", HISTORY, list[str], [])
        self._at = len(self._earlier)
        self._search(self.query_one(Input).value)

    def main_pane(self) -> Pane | None:
        return self.query_one(HitList)

    def within(self) -> list[str] | None:
        """The articles that are searched, None for all."""
        article = self.session.article
        if self.scope is Scope.LIBRARY or article is None:
            return None
        family = self.session.family_of(article)
        return list(family.members) if self.scope is Scope.FAMILY and family is not None else [article]

    def do_widen(self) -> None:
        """Article, family, library, and from there the article again."""
        scopes = list(Scope)
        if self.session.article is None or self.session.family_of(self.session.article) is None:
            scopes.remove(Scope.FAMILY)
        at = scopes.index(self.scope) if self.scope in scopes else 0
        self.scope = scopes[(at + 1) % len(scopes)]
        self._search(self.query_one(Input).value)

    def do_copies(self) -> None:
        """Each copy of a hit on a line of its own, or only the first of them."""
        self.unfolded = not self.unfolded
        at = self._groups[self.query_one(HitList).cursor][0] if self._groups else None
        self._list(at)

    def do_earlier_query(self) -> None:
        self._recall(-1)

    def do_later_query(self) -> None:
        self._recall(1)

    def _recall(self, step: int) -> None:
        """Show the query before or after the one that is shown."""
        bar = self.query_one(Input)
        if self._at == len(self._earlier):
            self._typed = bar.value
        at = self._at + step
        while 0 <= at < len(self._earlier) and self._earlier[at] == bar.value:
            at += step  # nothing would change
        if not 0 <= at <= len(self._earlier):
            return
        self._at = at
        bar.value = self._earlier[at] if at < len(self._earlier) else self._typed
        bar.action_end()

    @on(Input.Changed)
    def query_changed(self, event: Input.Changed) -> None:
        self._search(event.value)

    @work(exclusive=True, group="search")
    async def _search(self, query: str) -> None:
        """Away from the screen; a newer query ends this one. First what the screen shows, then all."""
        library, within = self.session.library, self.within()
        if library is None:
            return
        if not query.strip():
            self._show(query, None)
            return
        searching = library.searching
        indexed = await away(lambda _: searching.index)
        if not (indexed.complete or indexed.updating):
            self.reader.index_words()
        tries = TRIES
        while tries and not (indexed.complete or indexed.updating):
            await asyncio.sleep(SECONDS_BETWEEN_TRIES)
            tries -= 1
        while True:
            complete, known = indexed.complete, await away(lambda _: searching.known_by_now())
            for most in (FIRST_HITS, MOST_HITS):
                try:
                    results = await away(lambda stopped: library.search(query, most, within, None, stopped, True))  # noqa: B023  # it is waited for
                except Exception as error:
                    results = SearchResults(query, 0, (), f"{type(error).__name__}: {error}")
                self._show(query, results)
                if len(results.hits) < most or results.total == len(results.hits):
                    break
                await asyncio.sleep(SECONDS_STILL)
            if complete and not (results.awaited or self.session.begun):
                return
            while await away(lambda _: searching.known_by_now()) == known:
                await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
                if self.session.library is not library:  # all of it is read, or read again
                    self.call_later(self._search, query)
                    return

    def _show(self, query: str, results: SearchResults | None) -> None:
        if len(self.query("#hits, #query, #count, #told")) < 4:
            return  # the page is being closed
        if query != self.query_one(Input).value:
            return
        same = self._results is not None and results is not None and self._results.query == query
        hits = self.query_one(HitList)
        at = self._groups[hits.cursor][0] if same and hits.cursor > 0 and self._groups else None
        self._results = results
        self._list(at)
        told = self._told(results)
        line = self.query_one("#told", Static)
        line.update(Content(told))
        line.display = bool(told)
        if query and query == self._wanted:
            self._take()

    def _told(self, results: SearchResults | None) -> str:
        """What there is to say of a query: what is wrong with it, else what may still come."""
        if results is None:
            return QUERIES
        awaited = results.awaited
        if "claims" in awaited and len(self.session.names) > GATHERED_AT_MOST and self.session.analysed:
            return f"the claims of more than {GATHERED_AT_MOST:,} articles are asked for on the command line only"
        if self.session.begun and parsed(results.query).problem is None:
            return "the other articles are still being read: more hits may come"
        more = f"{awaited} are still being found: more hits may come" if awaited else ""
        return drawable(results.problem) if results.problem else more

    def _list(self, at: Hit | None) -> None:
        """Fill the list, copies folded or not, with the cursor on a hit."""
        hits = self._results.hits if self._results is not None else ()
        self._groups = [(hit,) for hit in hits] if self.unfolded else folded(hits, self.session.family_of)
        cursor = next((place for place, group in enumerate(self._groups) if at in group), 0) if at else 0
        self.query_one(HitList).fill(self._groups, cursor)
        cut = self._results is not None and len(hits) == MOST_HITS < self._results.total
        self.query_one(HitList).border_title = f"Search {self.scope}{f': the {MOST_HITS:,} best' if cut else ''}"
        self.query_one("#count", Static).update(Content(self._counted(self._results)))

    def _counted(self, results: SearchResults | None) -> str:
        key = self.reader.keys.shown("widen")
        where = f"in {self.scope}"
        wide = self.size.width >= 60
        if results is None:
            return f"{where}  {key} widens" if wide else where
        hits = f"{'' if results.exact else 'about '}{results.total:,} hit{'s' * (results.total != 1)}"
        indexing = self._indexing()
        if not wide:
            return f"{hits} {indexing}".rstrip()
        if indexing:
            return f"{hits} {where}, {indexing}"
        folds = any(len(group) > 1 for group in self._groups) or self.unfolded
        copies = f"  {self.reader.keys.shown('copies')} {'folds' if self.unfolded else 'unfolds'}" if folds else ""
        return f"{hits} {where}  {key} widens" + (copies if self.size.width >= 80 else "")

    def _indexing(self) -> str:
        """How far the index is, where it is not whole yet."""
        library = self.session.library
        if library is None or library.searching.index.complete:
            return ""
        done, total = library.searching.index.progress
        return f"{100 * done // max(1, total)} % indexed"

    @on(Input.Submitted)
    def take(self) -> None:
        self._take()

    @on(HitList.Chosen)
    def take_chosen(self) -> None:
        self._take()

    def _take(self) -> None:
        results, at, query = self._results, self.query_one(HitList).cursor, self.query_one(Input).value
        if results is None or results.query != query:
            self._wanted = query
            return
        if not results.hits:
            return
        self._keep(query)
        self.session.query = results.query
        self.session.hits = self._walk(results)
        self.dismiss(sum(map(len, self._groups[: max(0, at)])))

    def _walk(self, results: SearchResults) -> Walk:
        """All hits, those that are listed first; copies right behind the place they are copies of."""
        library, within, query = self.session.library, self.within(), results.query
        assert library is not None
        searching = library.searching

        def hits_in(article: str) -> Sequence[Hit]:
            try:
                return searching.hits_in(article, query, now=True)
            except Exception:  # asked while a page is drawn: the next search says what is wrong with the index
                return ()

        return Walk(
            [hit for group in self._groups for hit in group],
            results.total,
            results.exact,
            lambda stopped: searching.counts(query, within, None, stopped, now=True),
            hits_in,
        )

    def _keep(self, query: str) -> None:
        """Put a query to those that can be called back, today and on another day."""
        kept = [*(other for other in self._earlier if other != query.strip()), query.strip()][-KEPT_QUERIES:]
        self.session.user.put("", HISTORY, kept)
