"""Search: live, in the article, its family or the library; hits in context with their count."""

from __future__ import annotations

from enum import StrEnum
from pathlib import PurePath
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from nkreader.app.background import away
from nkreader.app.commands import View
from nkreader.app.screens.base import OverPage, Pane, titled
from nkreader.app.widgets.hit_list import HitList
from nkreader.search.model import SearchResults
from nkreader.text.drawn import drawable

MOST_HITS = 500
"""Hits listed and walked; the count beside them is of all."""


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
        self._wanted = ""
        """The query whose first hit shall be opened as soon as it is found."""
        self.scope = Scope.LIBRARY

    def compose(self) -> ComposeResult:
        in_text = self.reader.current_mode in (View.READ, View.COMPARE)
        self.scope = Scope.ARTICLE if in_text and self.session.article else Scope.LIBRARY
        yield titled(HitList(self.session, id="hits"), "Search")
        with Horizontal(id="query-line"):
            yield Static(Content("/"), id="slash")
            yield Input(self.session.query, id="query", compact=True, select_on_focus=True)
            yield Static("", id="count", markup=False)

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Input))  # at once: what is typed already goes there
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

    @on(Input.Changed)
    def query_changed(self, event: Input.Changed) -> None:
        self._search(event.value)

    @work(exclusive=True, group="search")
    async def _search(self, query: str) -> None:
        """Away from the screen; a newer query makes this one worthless."""
        library, within = self.session.library, self.within()
        if library is None:
            return
        results = None
        if query.strip():
            try:
                results = await away(lambda _: library.search(query, MOST_HITS, within, self.session.analysed))
            except Exception as error:
                results = SearchResults(query, 0, (), f"{type(error).__name__}: {error}")
        self._show(query, results)

    def _show(self, query: str, results: SearchResults | None) -> None:
        if not self.is_mounted or query != self.query_one(Input).value:
            return
        self._results = results
        self.query_one(HitList).fill(results.hits if results is not None else ())
        self.query_one("#count", Static).update(Content(self._counted(results)))
        if query and query == self._wanted:
            self._take()

    def _counted(self, results: SearchResults | None) -> str:
        key = self.reader.keys.shown("widen")
        where = f"in {self.scope}"
        wide = self.size.width >= 60
        if results is None:
            return f"{where}  {key} widens" if wide else where
        if results.problem:
            return drawable(results.problem)
        hits = f"{results.total:,} hit{'s' * (results.total != 1)}"
        return f"{hits} {where}  {key} widens" if wide else hits

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
        self.session.query = results.query
        self.session.hits = results.hits
        self.dismiss(max(0, at))
