"""All changed facts and altered quotations of a pair on one page: the first thing a fact-checker wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult

from nkreader.app.screens.base import OverPage, Pane, titled
from nkreader.app.widgets.collation.ranks import sign_of
from nkreader.app.widgets.told import Paragraph, Told, Words
from nkreader.text.drawn import drawable

if TYPE_CHECKING:
    from nkreader.compare.model import Change, Comparison

SIDE_WORDS = 90
"""Code points of context shown of a sentence around what changed in it."""


class FactsScreen(OverPage[tuple[str, int]]):
    """The list. Gives back the side and offset to go to, or nothing."""

    CSS_PATH = "../styles/over.tcss"

    def __init__(self, comparison: Comparison) -> None:
        super().__init__()
        self._comparison = comparison

    def compose(self) -> ComposeResult:
        yield titled(Told(id="over"), "Changed facts and quotations")

    def on_mount(self) -> None:
        changes = [change for row in self._comparison.rows for change in row.changes]
        paragraphs = [self._told(change) for change in changes if change.is_fact or change.in_quotation]
        if not paragraphs:
            paragraphs = [Paragraph((Words("No fact and no quotation was changed between these two."),))]
        self.query_one(Told).tell(paragraphs)
        self.query_one(Told).focus()

    def main_pane(self) -> Pane | None:
        return self.query_one(Told)

    def _told(self, change: Change) -> Paragraph:
        library = self.session.library
        assert library is not None
        left, right = library[self._comparison.left].text, library[self._comparison.right].text
        before, after = change.left.of(left), change.right.of(right)
        what = f"{short(before) or '(nothing)'} > {short(after) or '(nothing)'}"
        kind = f"{change.kind}{', in a quotation' if change.in_quotation else ''}"
        words = [
            Words(f"{kind}: {what}", "right strong" if change.is_fact else "strong", f"{sign_of(change)} "),
            Words(around(left, change.left), "left", "  "),
            Words(around(right, change.right), "muted", "  "),
        ]
        target = ("left", change.left.start) if change.left or not change.right else ("right", change.right.start)
        return Paragraph(tuple(words), target)

    @on(Told.Chosen)
    def jump(self) -> None:
        self.dismiss(self.query_one(Told).target)

    def do_facts(self) -> None:
        self.dismiss(None)


def short(text: str) -> str:
    """A change's words on one line."""
    return drawable(" ".join(text.split())[:SIDE_WORDS])


def around(text: str, span: tuple[int, int]) -> str:
    """The words about a change, on one line."""
    start, end = max(0, span[0] - SIDE_WORDS // 2), min(len(text), span[1] + SIDE_WORDS // 2)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = text.find(" ", end) if end < len(text) and text.find(" ", end) > 0 else len(text)
    return drawable(f"{'…' if start else ''}{' '.join(text[start:end].split())}{'…' if end < len(text) else ''}")
