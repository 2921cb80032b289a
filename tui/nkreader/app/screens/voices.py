"""Why a claim has so many voices: the lines of reporting behind it, and each article's own wording."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from nkreader.app.claims_list import MatrixRow
from nkreader.app.screens.base import OverPage, Pane, titled
from nkreader.app.telling import claim_told, voices_told
from nkreader.app.widgets.told import Told


class VoicesScreen(OverPage[tuple[str, int]]):
    """The reasoning. Gives back where to read on, or nothing."""

    def __init__(self, row: MatrixRow) -> None:
        super().__init__()
        self._row = row

    def compose(self) -> ComposeResult:
        yield titled(Told(id="over"), "How many voices")

    def on_mount(self) -> None:
        wordings = claim_told(self.session, self._row, None, roles=True)[:-1]
        self.query_one(Told).tell([voices_told(self.session, self._row), *wordings])
        self.query_one(Told).focus()

    def main_pane(self) -> Pane | None:
        return self.query_one(Told)

    @on(Told.Chosen)
    def jump(self) -> None:
        self.dismiss(self.query_one(Told).target)
