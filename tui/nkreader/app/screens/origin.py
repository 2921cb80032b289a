"""Why this one is the likely original: the family's argument as a page to read, each reason with what shows it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from nkreader.app.screens.base import OverPage, Pane, titled
from nkreader.app.telling import argument_told
from nkreader.app.widgets.told import Told


class OriginScreen(OverPage[tuple[str, int]]):
    """The argument. Gives back where to read on, or nothing.

    Whoever is not convinced can say so here: naming the original, splitting off and merging are about the article whose
    line or reason the cursor is on.
    """

    def __init__(self, article: str) -> None:
        super().__init__()
        self._article = article

    def compose(self) -> ComposeResult:
        yield titled(Told(id="over"), "Why")

    def on_mount(self) -> None:
        self.revised()
        told = self.query_one(Told)
        told.scroll_to(y=0, animate=False)
        told.focus()
        keys = self.reader.keys
        named, split = keys.shown("pin"), keys.shown("split")
        self.say(f"{keys.shown('open')} read  {named} name the original  {split} split off")

    def main_pane(self) -> Pane | None:
        return self.query_one(Told)

    @property
    def subject(self) -> str | None:
        target = self.query_one(Told).target
        return target[0] if target is not None else self._article

    def revised(self) -> None:
        family, told, here = self.session.family_of(self._article), self.query_one(Told), self.subject
        if family is None:
            self.dismiss(None)
            return
        told.border_title = f"Why, family {family.id}"
        told.tell(argument_told(self.session, self._article))
        if here is not None:
            told.go_to(here)

    @on(Told.Chosen)
    def jump(self) -> None:
        self.dismiss(self.query_one(Told).target)

    def do_origin(self) -> None:
        self.dismiss(None)

    def do_pin(self) -> None:
        self.reader.do_pin()

    def do_split(self) -> None:
        self.reader.do_split()

    def do_merge(self) -> None:
        self.reader.do_merge()

    def do_undo(self) -> None:
        self.reader.do_undo()
