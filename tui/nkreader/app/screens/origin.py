"""Why this one is the likely original: the family's argument as a page to read, each reason with what shows it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from nkreader.app.screens.base import OverPage, Pane, titled
from nkreader.app.telling import argument_told
from nkreader.app.widgets.told import Told


class OriginScreen(OverPage[tuple[str, int]]):
    """The argument. Gives back where to read on, or nothing."""

    def __init__(self, article: str) -> None:
        super().__init__()
        self._article = article

    def compose(self) -> ComposeResult:
        family = self.session.family_of(self._article)
        yield titled(Told(id="over"), f"Why, family {family.id}" if family else "Why")

    def on_mount(self) -> None:
        self.query_one(Told).tell(argument_told(self.session, self._article))
        self.query_one(Told).focus()

    def main_pane(self) -> Pane | None:
        return self.query_one(Told)

    @on(Told.Chosen)
    def jump(self) -> None:
        self.dismiss(self.query_one(Told).target)

    def do_origin(self) -> None:
        self.dismiss(None)
