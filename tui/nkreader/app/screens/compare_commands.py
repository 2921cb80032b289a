"""What can be done in view 3, to the pair that is compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nkreader.app.comparing import citation
from nkreader.app.screens.base import ViewScreen
from nkreader.app.widgets.claims_panel import ClaimsPanel
from nkreader.app.widgets.collation import Collation
from nkreader.app.widgets.source_list import SourceList

if TYPE_CHECKING:
    from nkreader.compare.model import Comparison, Row

DIVIDER_STEP = 4
"""Cells by which a key moves the divider between the columns."""


class CompareCommands(ViewScreen):
    """The commands of comparing. Each works on the pair that is on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self._comparison: Comparison | None = None
        self._awaited: tuple[str, str] | None = None
        """The pair that is being compared."""
        self._held: list[str] = []
        """Commands given meanwhile."""

    @property
    def collation(self) -> Collation:
        return self.query_one(Collation)

    @property
    def _shown(self) -> tuple[str, str] | None:
        """The pair that is on the screen."""
        return (self._comparison.left, self._comparison.right) if self._comparison is not None else None

    @property
    def _row(self) -> Row | None:
        """The row under the cursor."""
        rows = self._comparison.rows if self._comparison is not None else ()
        return rows[self.collation.cursor_row] if self.collation.cursor_row < len(rows) else None

    def _in_collation(self) -> bool:
        return not isinstance(self.focused, SourceList | ClaimsPanel)

    def holds(self, name: str) -> bool:
        """All that this view does itself needs the comparison."""
        if self._awaited is None or f"do_{name}" not in vars(CompareCommands):
            return False
        self._held.append(name)
        return True

    def _tell(self) -> None:
        counts = self.collation.counts()
        self.say(self.collation.status().removesuffix(counts).rstrip(), counts)

    def do_down(self) -> None:
        if self._in_collation():
            self.collation.move_cursor(1)
        else:
            super().do_down()

    def do_up(self) -> None:
        if self._in_collation():
            self.collation.move_cursor(-1)
        else:
            super().do_up()

    def do_page_down(self) -> None:
        if self._in_collation():
            self.collation.page(1)
        else:
            super().do_page_down()

    def do_page_up(self) -> None:
        if self._in_collation():
            self.collation.page(-1)
        else:
            super().do_page_up()

    def do_home(self) -> None:
        if self._in_collation():
            self.collation.home()
        else:
            super().do_home()

    def do_end(self) -> None:
        if self._in_collation():
            self.collation.end()
        else:
            super().do_end()

    def do_open(self) -> None:
        if self._in_collation():
            self.collation.choose()
        else:
            super().do_open()

    def do_next_change(self) -> None:
        self._or_say(self.collation.next_change(), "no further change")

    def do_previous_change(self) -> None:
        self._or_say(self.collation.previous_change(), "no change before this")

    def do_next_fact(self) -> None:
        self._or_say(self.collation.next_fact(), "no further fact was changed")

    def do_previous_fact(self) -> None:
        self._or_say(self.collation.previous_fact(), "no fact was changed before this")

    def do_quotation(self) -> None:
        self._or_say(self.collation.next_quotation(), "no quotation was altered")

    def do_previous_quotation(self) -> None:
        self._or_say(self.collation.previous_quotation(), "no quotation was altered before this")

    def do_next_paragraph(self) -> None:
        self.collation.move_paragraph(1)

    def do_previous_paragraph(self) -> None:
        self.collation.move_paragraph(-1)

    def do_jump_back(self) -> None:
        self._or_say(self.collation.back(), "there is no jump to go back from")

    def do_partner(self) -> None:
        self._or_say(self.collation.moved_partner(), "nothing was moved between these two")

    def do_fold(self) -> None:
        self._or_say(self.collation.toggle_fold(), "there is nothing to fold here")

    def do_fold_all(self) -> None:
        self._or_say(self.collation.toggle_all_folds(), "there is nothing to fold here")

    def do_divider_left(self) -> None:
        self._or_say(self.collation.move_divider(-DIVIDER_STEP), "the divider stands as far left as it can")

    def do_divider_right(self) -> None:
        self._or_say(self.collation.move_divider(DIVIDER_STEP), "the divider stands as far right as it can")

    def do_select_down(self) -> None:
        self._select(1)

    def do_select_up(self) -> None:
        self._select(-1)

    def _select(self, rows: int) -> None:
        self.collation.extend_selection(rows)
        self.call_after_refresh(self._tell_selection)  # behind what is told of the place that the cursor came to

    def do_select_side(self) -> None:
        if self.collation.switch_side():
            self._tell_selection()
        else:
            keys = self.reader.keys
            self.say(f"nothing is selected: {keys.shown('select_down')} and {keys.shown('select_up')} select sentences")

    def _tell_selection(self) -> None:
        side, keys = self.collation.selected_side, self.reader.keys
        if side is None or self._shown is None:
            return
        count = len(self.collation.selected_text().split())
        name = self.session.name(self._shown[0] if side == "left" else self._shown[1])
        words = f"{count:,} word{'s' * (count != 1)} of {name} selected"
        self.say(f"{words}: {keys.shown('copy')} copies, {keys.shown('select_side')} the other column's")

    def do_layout(self) -> None:
        self.collation.toggle_layout()
        self._tell()

    def do_rank(self) -> None:
        self.collation.cycle_rank()
        self.say(f"showing {self.collation.rank}", self.collation.counts())

    def do_facts(self) -> None:
        from nkreader.app.screens.facts import FactsScreen

        if self._comparison is not None:
            self.app.push_screen(FactsScreen(self._comparison, self.collation.current_change), self._go_to_fact)

    def _go_to_fact(self, place: tuple[str, int] | None) -> None:
        if place is not None:
            self.collation.go_to("left" if place[0] == "left" else "right", place[1])

    def _or_say(self, done: bool, otherwise: str) -> None:
        if not done:
            self.say(otherwise, self.collation.counts())

    def text_to_copy(self) -> str:
        if self._comparison is None or self._row is None:
            return ""
        if selected := self.collation.selected_text():
            return selected
        return citation(self.session, self._comparison, self._row)

    def text_to_cite(self) -> str:
        """The selection with its source, else both wordings of the row with theirs."""
        from nkreader.report.citing import cited

        library, shown, row = self.session.library, self._shown, self._row
        if library is None or shown is None or row is None:
            return ""
        left, right = library[shown[0]], library[shown[1]]
        if selected := self.collation.selected_text():
            return cited(selected, left if self.collation.selected_side == "left" else right)
        both = [
            cited(" ".join(span.of(article.text) for span in spans), article)
            for article, spans in ((left, row.left), (right, row.right))
            if spans
        ]
        return "\n\n".join(both)

    def do_percent(self) -> None:
        from nkreader.app.screens.percent import PercentScreen

        if self._comparison is not None:
            self.app.push_screen(PercentScreen(), self._go_to_percent)

    def _go_to_percent(self, percent: float | None) -> None:
        if percent is not None:
            self.collation.go_to_percent(percent)
