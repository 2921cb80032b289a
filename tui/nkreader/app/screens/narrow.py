"""Choosing which claims are shown: every kind, speaker and mark there is, each with its count."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from nkreader.app.narrowing import By, Narrowing
from nkreader.app.screens.base import OverPage, Pane, titled
from nkreader.app.widgets.told import Paragraph, Told, Words

HEADS = {By.TYPE: "Kinds", By.MARK: "Marks", By.SPEAKER: "Speakers"}


class NarrowScreen(OverPage[Narrowing]):
    """The list. Gives back what was chosen, or nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._choices: list[Narrowing] = []

    def compose(self) -> ComposeResult:
        yield titled(Told(id="over"), "Show which claims")

    def on_mount(self) -> None:
        told = self.query_one(Told)
        paragraphs: list[Paragraph] = []
        before, at = By.EVERYTHING, 0
        for choice, count in self.session.listed[0].choices(self.session.remarks()):
            if choice.by is not before and choice.by in HEADS:
                paragraphs.append(Paragraph((Words(""), Words(HEADS[choice.by], "muted")), gap=False))
            before = choice.by
            now = choice == self.session.narrowing
            if now:
                at = len(paragraphs)
            shown = f"{str(choice).removeprefix('said by ')}  {count:,}"
            target = (choice.value, len(self._choices))
            paragraphs.append(Paragraph((Words(shown, "strong" if now else ""),), target, gap=False))
            self._choices.append(choice)
        told.tell(paragraphs)
        told.cursor = at
        told.focus()

    def main_pane(self) -> Pane | None:
        return self.query_one(Told)

    @on(Told.Chosen)
    def choose(self) -> None:
        target = self.query_one(Told).target
        self.dismiss(self._choices[target[1]] if target is not None else None)
