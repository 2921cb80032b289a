"""All claims by all articles: who agrees, who differs, who is silent, and how many voices that makes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rich.cells import cell_len
from textual.reactive import reactive

from nkreader.app.narrowing import CONFLICTS, EVERYTHING, By
from nkreader.app.session import Session
from nkreader.app.signs import CLAIM_SIGN, remark_sign, remark_words
from nkreader.app.widgets.measure import filled, filled_left
from nkreader.app.widgets.paint import clipped
from nkreader.app.widgets.painted import Line
from nkreader.app.widgets.rows import Rows
from nkreader.claims.model import Claim, ConflictKind, Group
from nkreader.store.remarks import NOTHING, Remark
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

    def fill(self, rows: Sequence[MatrixRow], articles: Sequence[str]) -> None:
        """Show these groups over these articles."""
        self._articles = list(articles)
        self._all = list(rows)
        self._choose_rows(max(self.cursor, 1))

    def narrow(self) -> None:
        """Other claims are wanted than before."""
        self._choose_rows(1)

    @property
    def filter(self) -> str:
        """Which claims are shown, in words."""
        return str(self._session.narrowing)

    def _choose_rows(self, cursor: int) -> None:
        self._rows = ordered([row for row in self._all if self._admits(row)], self.order)
        self.show(len(self._rows) + 1, cursor)

    def _admits(self, row: MatrixRow) -> bool:
        if self._session.narrowing.by is By.TYPE:
            return self._session.admits(row.lead, row.group)
        return any(self._session.admits(claim, row.group) for held in row.claims.values() for claim in held)

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
        room = text - typed - 1
        remark = self._remark(row)
        if remark:
            said = clipped(remark_words(remark).partition(":")[0] if typed else remark_sign(remark), max(0, room - 2))
            line.append((said + " ", "strong"))
            room -= cell_len(said) + 1
        line.append((filled(words, room) + " ", ""))
        for number, id in enumerate(articles, self._first):
            sign, ink = self._cell(row, id)
            here = at_cursor and number == self.column
            lead = " " * (self._cell_width - 4)
            line += [(lead, ""), (f"[{sign}]" if here else f" {sign} ", f"{ink} strong" if here else ink)]
            line.append((self._mark(row, id) or " ", "strong"))
        voices = row.group.independent
        count = f"{voices.least}" if voices.least == voices.most else f"{voices.least}-{voices.most}"
        here = at_cursor and self.column >= len(self._articles)
        line.append((filled_left(f"[{count}]" if here else f"{count} ", VOICES), "strong" if here else ""))
        return [line]

    def _remark(self, row: MatrixRow) -> Remark:
        """The first remark on any wording of a group."""
        remarks = (self._session.remark_of(claim) for held in row.claims.values() for claim in held)
        return next((remark for remark in remarks if remark), NOTHING)

    def _mark(self, row: MatrixRow, id: str) -> str:
        """The sign of the remark on an article's own wording."""
        signs = (remark_sign(self._session.remark_of(claim)) for claim in row.claims.get(id, ()))
        return next((sign for sign in signs if sign), "")

    def _title(self) -> str:
        narrowing = self._session.narrowing
        what = {EVERYTHING: "claims", CONFLICTS: "claims in conflict"}.get(narrowing, f"claims: {narrowing}")
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


def other_wording(session: Session, row: MatrixRow, claim: Claim) -> Claim | None:
    """The wording a claim is best compared with: one it is in conflict with, else the likely original's, else any."""
    others = [other for id, held in row.claims.items() if id != claim.article for other in held]
    against = {id for conflict in row.group.conflicts if claim.id in conflict.claims for id in conflict.claims}
    return min(
        others,
        key=lambda other: (
            other.id not in against,
            session.details[other.article].family != session.details[claim.article].family,
            not session.details[other.article].likely_original,
        ),
        default=None,
    )


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
