"""All changed facts and altered quotations of a pair on one page: the first thing a fact-checker wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult

from nkreader.app.screens.base import OverPage, Pane, titled
from nkreader.app.widgets.told import Paragraph, Told, Words
from nkreader.report.collation.ranks import sign_of
from nkreader.text.drawn import drawable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nkreader.compare.model import Change, Comparison, Row
    from nkreader.model import Span

SIDE_WORDS = 90
"""Code points of context shown of a sentence around what changed in it."""


class FactsScreen(OverPage[tuple[str, int]]):
    """The list, its cursor on the change one comes from. Gives back the side and offset to go to, or nothing."""

    def __init__(self, comparison: Comparison, current: Change | None = None) -> None:
        super().__init__()
        self._comparison = comparison
        self._current = current

    def compose(self) -> ComposeResult:
        yield titled(Told(id="over"), "Changed facts and quotations")

    def on_mount(self) -> None:
        shown = [(row, change) for row in self._comparison.rows for change in row.changes]
        listed = [(row, change) for row, change in shown if change.is_fact or change.in_quotation]
        paragraphs = [self._told(row, change) for row, change in listed]
        if not paragraphs:
            paragraphs = [Paragraph((Words("No fact and no quotation was changed between these two."),))]
        self.query_one(Told).tell(paragraphs)
        here = next((place for place, (_, change) in enumerate(listed) if change is self._current), None)
        if here is not None:
            self.query_one(Told).cursor = here
        self.query_one(Told).focus()

    def main_pane(self) -> Pane | None:
        return self.query_one(Told)

    def _told(self, row: Row, change: Change) -> Paragraph:
        library = self.session.library
        assert library is not None
        left, right = library[self._comparison.left].text, library[self._comparison.right].text
        before, after = short(change.left.of(left)), short(change.right.of(right))
        kind = f"{change.kind}{', in a quotation' if change.in_quotation else ''}"
        words = [
            Words(f"{kind}: {before or '(nothing)'} > {after or '(nothing)'}", "strong", f"{sign_of(change)} "),
            _context(left, change.left, row.left, "left", "< "),
            _context(right, change.right, row.right, "right", "> "),
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


def _context(text: str, span: Span, sentences: Sequence[Span], ink: str, lead: str) -> Words:
    before, changed, after = around(text, span, sentences)
    mark = (len(before), len(before) + len(changed), f"{ink} strong")
    return Words(before + changed + after, "", lead, lead_ink=ink, marks=(mark,))


def around(text: str, span: Span, sentences: Sequence[Span]) -> tuple[str, str, str]:
    """The sentence about a change, on one line: what is before it, the change, what is after it. Of a long sentence
    the words nearest to the change."""
    within = next((each for each in sentences if each.start <= span.start <= each.end), span)
    start, end = max(within.start, span.start - SIDE_WORDS), min(within.end, span.end + SIDE_WORDS)
    if start > within.start:
        start = text.find(" ", start, span.start) + 1 or start
    if end < within.end:
        end = text.rfind(" ", span.end, end) if " " in text[span.end : end] else end
    lead, tail = "…" if start > within.start else "", "…" if end < within.end else ""
    return (
        lead + _on_one_line(text[start : span.start]),
        _on_one_line(text[span.start : span.end]),
        (_on_one_line(text[span.end : end]) + tail),
    )


def _on_one_line(text: str) -> str:
    """The text without line breaks; blanks at its ends stay, one each."""
    words = " ".join(text.split())
    before, after = " " * (text[:1].isspace() and bool(words)), " " * text[-1:].isspace()
    return drawable(f"{before}{words}{after}")
