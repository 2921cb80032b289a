"""All claims by all articles: who agrees, who differs, who is silent, and how many voices that makes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import overload

from rich.cells import cell_len
from textual.reactive import reactive

from nkreader.app.claims_list import ClaimsList, MatrixRow, Order
from nkreader.app.narrowing import CONFLICTS, EVERYTHING
from nkreader.app.session import Session
from nkreader.app.signs import CLAIM_SIGN, remark_sign, remark_words
from nkreader.app.widgets.measure import filled, filled_left
from nkreader.app.widgets.paint import clipped
from nkreader.app.widgets.painted import Line
from nkreader.app.widgets.rows import Rows
from nkreader.claims.model import Claim
from nkreader.store.remarks import NOTHING, Remark
from nkreader.text.cells import is_narrow
from nkreader.text.drawn import drawable

WIDEST_CELL = 8
NARROWEST_CELL = 4
"""Cells of one article's column, as wide as the longest name asks for; names are cut to one less."""

VOICES = 7
LEAST_TEXT = 18
TYPE_CELLS = 12
TYPE_FROM = 96


class ClaimsMatrix(Rows):
    """Rows are groups of claims, columns articles in the order of their families; the last column counts voices."""

    column: reactive[int] = reactive(0, init=False)

    def __init__(self, session: Session, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._session = session
        self._list: ClaimsList | None = None
        self._numbers: list[int] = []
        self._articles: list[str] = []
        self._place: dict[str, int] = {}
        self._heads_cut: list[str] = []
        self._first = 0
        self.order = Order.CONFLICT

    def fill(self, claims: ClaimsList, articles: Sequence[str]) -> None:
        """Show these groups over these articles."""
        self._articles = list(articles)
        self._place = {id: at for at, id in enumerate(articles)}
        self._list = claims
        self._heads_cut = headings([self._session.name(id) for id in self._articles], WIDEST_CELL - 1)
        self._choose_rows(max(self.cursor, 1))

    def narrow(self) -> None:
        """Other claims are wanted than before."""
        self._choose_rows(1)

    @property
    def filter(self) -> str:
        """Which claims are shown, in words."""
        return str(self._session.narrowing)

    def _choose_rows(self, cursor: int) -> None:
        session = self._session
        if self._list is not None:
            self._numbers = self._list.listed(session.narrowing, self.order, session.remarks())
        self.show(len(self._numbers) + 1, cursor)
        self._follow_row()

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
        return len(self._numbers)

    @property
    def row(self) -> MatrixRow | None:
        """The group under the cursor."""
        return self._row_at(self.cursor) if 0 < self.cursor <= len(self._numbers) else None

    def _row_at(self, index: int) -> MatrixRow:
        assert self._list is not None
        return self._list.row(self._numbers[index - 1])

    @property
    def article(self) -> str | None:
        """The article of the cursor's column, None on the count of voices."""
        return self._articles[self.column] if self.column < len(self._articles) else None

    def go_to(self, claim_id: str, article: str) -> None:
        """Put the cursor on the cell of a claim."""
        number = self._list.of_claim(claim_id) if self._list is not None else None
        if number in self._numbers:
            self.cursor = self._numbers.index(number) + 1
        if article in self._place:
            self.column = self._place[article]

    def watch_cursor(self, before: int, now: int) -> None:
        super().watch_cursor(before, now)
        self._follow_row()

    def _follow_row(self) -> None:
        """Bring the articles that make the claim under the cursor into view, where none of them is."""
        row = self.row
        if row is None or not self._width or self._room >= len(self._articles):
            return
        shown = self._articles[self._first : self._first + self._room]
        if not any(id in row.claims for id in shown):
            at = self._place.get(row.lead.article, 0)
            self._first = max(0, min(at, len(self._articles) - self._room))
            if self.column < len(self._articles):
                self.set_reactive(ClaimsMatrix.column, at)
            self._strips.clear()
            self._lines.clear()
            self.refresh()

    def watch_column(self) -> None:
        self._keep_column()
        self.redraw()
        self.post_message(self.Moved(self, self.cursor))

    def _keep_column(self) -> None:
        room = self._room
        if self.column < len(self._articles):
            self._first = max(min(self._first, self.column), self.column - room + 1)

    def move_column(self, step: int) -> None:
        """To the next article, or to the count of voices behind the last.

        Of more articles than are seen at once, those that are silent on the claim are passed over.
        """
        row, end = self.row, len(self._articles)
        place = self.column + step
        if row is not None and self._room < end:
            speaking = sorted(self._place[id] for id in row.claims if id in self._place)
            if step > 0:
                place = next((at for at in speaking if at > self.column), end)
            else:
                place = next((at for at in reversed(speaking) if at < self.column), self.column)
        self.column = max(0, min(place, end))

    @property
    def _room(self) -> int:
        """How many articles' columns are seen at once."""
        return self._columns_shown(self._width)

    def entry_starts(self, width: int) -> Sequence[int]:
        return EvenStarts(self._count)

    def _columns_shown(self, width: int) -> int:
        return max(1, min(len(self._articles), (width - LEAST_TEXT - VOICES - 3) // self._cell_width))

    @property
    def _cell_width(self) -> int:
        longest = max((cell_len(head) for head in self._heads_cut), default=0)
        return max(NARROWEST_CELL, min(WIDEST_CELL, longest + (3 if self._width >= TYPE_FROM else 1)))

    def entry_lines(self, index: int, width: int) -> list[Line]:
        shown = self._columns_shown(width)
        articles = self._articles[self._first : self._first + shown]
        text = width - VOICES - self._cell_width * len(articles) - 3
        typed = TYPE_CELLS if width >= TYPE_FROM else 0
        if index == 0:
            return self._heads(articles, text)
        row = self._row_at(index)
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
        for number, id in enumerate(articles, self._first):
            details = self._session.details[id]
            family = details.family or ""
            shown = filled_left(family, cell - 2) if family != last else ""
            rule = bool(family) and family == last
            families.append(("─" * cell if rule else filled(shown, cell), "muted" if rule else "strong"))
            last = family
            ink = "left strong" if details.likely_original else ("right" if details.role.value == "spun" else "")
            names.append((filled_left(self._heads_cut[number], cell - 1) + " ", ink))
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


class EvenStarts(Sequence[int]):
    """The first lines of a heading of two lines and of entries of one line each, and the number of all lines."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __len__(self) -> int:
        return self._count + 1

    @overload
    def __getitem__(self, key: int) -> int: ...
    @overload
    def __getitem__(self, key: slice) -> Sequence[int]: ...
    def __getitem__(self, key: int | slice) -> int | Sequence[int]:
        if isinstance(key, slice):
            return [self[at] for at in range(*key.indices(len(self)))]
        at = range(len(self))[key]
        return at + 1 if at else 0


def headings(names: Sequence[str], cells: int) -> list[str]:
    """The names cut to so many cells: at a word's end where that names one article only, else in the middle."""
    first = [re.match(r"[^\W_]+", name) for name in names]
    words = [match[0] if match is not None else name for match, name in zip(first, names, strict=True)]
    taken = Counter(words)
    found = []
    for name, word in zip(names, words, strict=True):
        if cell_len(name) <= cells:
            found.append(name)
        elif cell_len(word) <= cells and taken[word] == 1:
            found.append(word)
        else:
            found.append(clipped(name, cells - 2) + name[-2:] if is_narrow(name) else clipped(name, cells))
    return found
