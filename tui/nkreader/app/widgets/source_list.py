"""The sources: families as trees, single articles below, what could not be read last. A list with a cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nkreader.app.widgets.painted import Line
from nkreader.app.widgets.rows import Rows

if TYPE_CHECKING:
    from nkreader.app.session import Session
    from nkreader.app.widgets.source_columns import Shape
    from nkreader.app.widgets.source_lines import Entry


class SourceList(Rows):
    """All articles of the session's library. What its lines say is imported when there is something to say."""

    def __init__(self, session: Session, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._session = session
        self._entries: list[Entry] = []
        self._place: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        self._shape: Shape | None = None

    @property
    def article(self) -> str | None:
        """The article under the cursor."""
        return self._entries[self.cursor].article if 0 <= self.cursor < len(self._entries) else None

    @property
    def number(self) -> int:
        """Which of the listed articles that is, counted from 1 in the order of the list."""
        return self._numbers.get(self.article or "", 0)

    def fill(self) -> None:
        """Draw the library as it is known now; the cursor goes to the session's article."""
        if self._session.library is None:
            return
        from nkreader.app.widgets.source_lines import entries_of, shape_of

        self._entries, self._shape = entries_of(self._session), shape_of(self._session)
        self._place = {entry.article: at for at, entry in enumerate(self._entries) if entry.article is not None}
        self._numbers = {id: number for number, id in enumerate(self._place, 1)}
        self.show(len(self._entries), self._place.get(self._session.article or "", 0))

    def follow(self) -> None:
        """Put the cursor on the session's article."""
        place = self._place.get(self._session.article or "")
        if place is not None and place != self.cursor:
            self.cursor = place
        else:
            self.redraw()

    def selectable(self, index: int) -> bool:
        return self._entries[index].article is not None

    def entry_starts(self, width: int) -> Sequence[int]:
        if not self._entries:
            return (0,)
        from nkreader.app.widgets.source_lines import COLUMNS_FROM

        if self._entries[0].kind == "head" and width < COLUMNS_FROM:
            return (0, *range(len(self._entries)))  # the heads of columns that are not there
        return range(len(self._entries) + 1)

    def entry_lines(self, index: int, width: int) -> list[Line]:
        from nkreader.app.widgets.source_lines import line_of

        assert self._shape is not None
        return [line_of(self._session, self._entries[index], self._shape, width)]
