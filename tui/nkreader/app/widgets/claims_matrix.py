"""All claims by all articles: who agrees, who differs, who is silent, and how many voices that makes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rich.cells import cell_len
from textual.reactive import reactive

from nkreader.app.session import Session
from nkreader.app.signs import CLAIM_SIGN
from nkreader.app.widgets.measure import filled, filled_left
from nkreader.app.widgets.painted import Line
from nkreader.app.widgets.rows import Rows
from nkreader.claims.model import Claim, ClaimType, ConflictKind, Group
from nkreader.text.drawn import drawable

WIDEST_CELL = 8
NARROWEST_CELL = 4
"""Cells of one article's column, as wide as the longest name asks for; names are cut to one less."""

VOICES = 7
LEAST_TEXT = 18
TYPE_CELLS = 12
TYPE_FROM = 70


class Order(StrEnum):
    """How the matrix is sorted."""

    TEXT = "text"
    WEIGHT = "weight"
    CONFLICT = "conflict"
    VOICES = "voices"


EVERYTHING = "everything"
CONFLICTS = "conflicts"
FILTERS = (EVERYTHING, CONFLICTS, *(str(kind) for kind in ClaimType))
"""What the matrix can be narrowed to."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One group of claims, with the claim that speaks for it and each article's own."""

    group: Group
    lead: Claim
    claims: dict[str, tuple[Claim, ...]]
    """Article id -> its claims in this group."""


class ClaimsMatrix(Rows):
    """Rows are groups of claims, columns articles in the order of their families; the last column counts voices."""

    column: reactive[int] = reactive(0, init=False)

    def __init__(self, session: Session, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._session = session
        self._all: list[MatrixRow] = []
        self._rows: list[MatrixRow] = []
        self._articles: list[str] = []
        self._first = 0
        self.order = Order.CONFLICT
        self.filter = EVERYTHING

    def fill(self, rows: Sequence[MatrixRow], articles: Sequence[str]) -> None:
        """Show these groups over these articles."""
        self._articles = list(articles)
        self._all = list(rows)
        self._choose_rows(max(self.cursor, 1))

    def _choose_rows(self, cursor: int) -> None:
        self._rows = ordered([row for row in self._all if admits(self.filter, row)], self.order)
        self.show(len(self._rows) + 1, cursor)

    def filter_next(self) -> str:
        """Show the next kind of claims that there are; which."""
        kinds = [kind for kind in FILTERS if any(admits(kind, row) for row in self._all)] or [EVERYTHING]
        self.filter = kinds[(kinds.index(self.filter) + 1) % len(kinds)] if self.filter in kinds else kinds[0]
        self._choose_rows(1)
        return self.filter

    def sort_next(self) -> Order:
        """Take the next order; which one."""
        orders = list(Order)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        self._choose_rows(1)
        return self.order

    def selectable(self, index: int) -> bool:
        return index > 0

    @property
    def count(self) -> int:
        """How many groups there are."""
        return len(self._rows)

    @property
    def row(self) -> MatrixRow | None:
        """The group under the cursor."""
        return self._rows[self.cursor - 1] if 0 < self.cursor <= len(self._rows) else None

    @property
    def article(self) -> str | None:
        """The article of the cursor's column, None on the count of voices."""
        return self._articles[self.column] if self.column < len(self._articles) else None

    def go_to(self, claim_id: str, article: str) -> None:
        """Put the cursor on the cell of a claim."""
        for at, row in enumerate(self._rows):
            if claim_id in row.group.claims:
                self.cursor = at + 1
        if article in self._articles:
            self.column = self._articles.index(article)

    def watch_column(self) -> None:
        self._keep_column()
        self.redraw()
        self.post_message(self.Moved(self, self.cursor))

    def _keep_column(self) -> None:
        room = self._columns_shown(self._width)
        if self.column < len(self._articles):
            self._first = max(min(self._first, self.column), self.column - room + 1)

    def move_column(self, step: int) -> None:
        """To the next article, or to the count of voices behind the last."""
        self.column = max(0, min(self.column + step, len(self._articles)))

    def _columns_shown(self, width: int) -> int:
        return max(1, min(len(self._articles), (width - LEAST_TEXT - VOICES - 3) // self._cell_width))

    @property
    def _cell_width(self) -> int:
        longest = max((cell_len(self._session.name(id)) for id in self._articles), default=0)
        return max(NARROWEST_CELL, min(WIDEST_CELL, longest + (3 if self._width >= TYPE_FROM else 1)))

    def entry_height(self, index: int, width: int) -> int:
        return 2 if index == 0 else 1

    def entry_lines(self, index: int, width: int) -> list[Line]:
        shown = self._columns_shown(width)
        articles = self._articles[self._first : self._first + shown]
        text = width - VOICES - self._cell_width * len(articles) - 3
        typed = TYPE_CELLS if width >= TYPE_FROM else 0
        if index == 0:
            return self._heads(articles, text)
        row = self._rows[index - 1]
        at_cursor = index == self.cursor
        words = self._words(row.lead)
        line: Line = [(f" {CLAIM_SIGN[row.lead.type]} ", "left strong")]
        if typed:
            line.append((filled(str(row.lead.type), typed), "muted"))
        line.append((filled(words, text - typed - 1) + " ", ""))
        for number, id in enumerate(articles, self._first):
            sign, ink = self._cell(row, id)
            here = at_cursor and number == self.column
            lead = " " * (self._cell_width - 4)
            line += [(lead, ""), (f"[{sign}]" if here else f" {sign} ", f"{ink} strong" if here else ink), (" ", "")]
        voices = row.group.independent
        count = f"{voices.least}" if voices.least == voices.most else f"{voices.least}-{voices.most}"
        here = at_cursor and self.column >= len(self._articles)
        line.append((filled_left(f"[{count}]" if here else f"{count} ", VOICES), "strong" if here else ""))
        return [line]

    def _title(self) -> str:
        what = {EVERYTHING: "claims", CONFLICTS: "claims in conflict"}.get(self.filter, f"claims: {self.filter}")
        return f"{what}, by {self.order}"

    def _heads(self, articles: Sequence[str], text: int) -> list[Line]:
        families: Line = [(" " * (text + 3), "")]
        names: Line = [(filled(f"   {self._title()}", text + 3), "muted")]
        last, cell = "", self._cell_width
        for id in articles:
            details = self._session.details[id]
            family = details.family or ""
            shown = filled_left(family, cell - 2) if family != last else ""
            families.append((filled(shown, cell), "strong"))
            last = family
            ink = "left strong" if details.likely_original else ("right" if details.role.value == "spun" else "")
            names.append((filled_left(self._session.name(id)[: cell - 1], cell - 1) + " ", ink))
        names.append((filled_left("voices ", VOICES + 1), "muted"))
        return [families, names]

    def _cell(self, row: MatrixRow, id: str) -> tuple[str, str]:
        """The sign of an article in a group: `=` agrees, `!` differs, `.` silent."""
        if id not in row.claims:
            return ".", "muted"
        claims = {claim.id for claim in row.claims[id]}
        if any(claims & set(conflict.claims) for conflict in row.group.conflicts):
            return "!", "right strong"
        return "=", ""

    def _words(self, claim: Claim) -> str:
        text = self._session.library[claim.article].text if self._session.library is not None else ""
        return drawable(" ".join(text[claim.start : claim.end].split()))


def admits(filter: str, row: MatrixRow) -> bool:
    """Whether a group is shown."""
    if filter == CONFLICTS:
        return bool(row.group.conflicts)
    return filter == EVERYTHING or row.lead.type == filter


def ordered(rows: Sequence[MatrixRow], order: Order) -> list[MatrixRow]:
    """The rows in an order; ties stay in the text's order, and in each order conflicts and many articles come early."""
    by_text = sorted(rows, key=lambda row: (row.lead.article, row.lead.start))
    if order is Order.TEXT:
        return by_text
    if order is Order.WEIGHT:
        return sorted(by_text, key=lambda row: -row.lead.weight)
    if order is Order.VOICES:
        return sorted(by_text, key=lambda row: (-row.group.independent.most, -len(row.group.articles)))
    return sorted(by_text, key=lambda row: (_worst(row.group), -len(row.group.articles), -row.lead.weight))


def _worst(group: Group) -> int:
    """The place of a group's worst conflict among their kinds, behind them all where there is none."""
    kinds = list(ConflictKind)
    return min((kinds.index(conflict.kind) for conflict in group.conflicts), default=len(kinds))
