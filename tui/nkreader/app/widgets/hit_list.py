"""Search hits in context, each with the article it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from nkreader.app.session import Session
from nkreader.app.widgets.measure import filled
from nkreader.app.widgets.paint import clipped
from nkreader.app.widgets.painted import Line
from nkreader.app.widgets.rows import Rows
from nkreader.search.model import Hit, Via
from nkreader.text.drawn import drawable

LONGEST_NAME = 14
SHORT_NAME = 5
LABELS = {Via.FUZZY: "like it", Via.VARIANT: "other wording"}
"""How hits are marked that are not the query's words or forms of them."""
CONTEXT = 400
"""Code points taken from either side of a hit to fill a line with."""


class HitList(Rows):
    """The hits of a search, best first."""

    def __init__(self, session: Session, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._session = session
        self._groups: Sequence[Sequence[Hit]] = ()
        self._longest = 0

    def fill(self, groups: Sequence[Sequence[Hit]], cursor: int = 0) -> None:
        """Show a line for each group of hits: the first of them, and how many copies it stands for."""
        self._groups = groups
        self._longest = max((cell_len(self._session.name(group[0].article)) for group in groups), default=0)
        self.show(len(groups), cursor)

    def entry_starts(self, width: int) -> Sequence[int]:
        return range(len(self._groups) + 1)

    def entry_lines(self, index: int, width: int) -> list[Line]:
        hit, *copies = self._groups[index]
        library = self._session.library
        assert library is not None
        text = library[hit.article].text
        name = min(self._longest, LONGEST_NAME if width >= 60 else SHORT_NAME)
        via = f" ({LABELS[hit.via]})" if hit.via in LABELS else ""
        if copies:
            via += f" 1 of {len(copies) + 1} copies" if width >= 60 else f" +{len(copies)}"
        room = max(8, width - name - 3 - len(via))
        matched = clipped(drawable(" ".join(text[hit.start : hit.end].split())), room)
        rest = max(0, room - len(matched))
        before = drawable(" ".join(text[max(0, hit.start - CONTEXT) : hit.start].split()))
        before += " " if hit.start and text[hit.start - 1].isspace() else ""
        after = drawable(" ".join(text[hit.end : hit.end + CONTEXT].split()))
        after = (" " if text[hit.end : hit.end + 1].isspace() else "") + after
        lead = before[-(rest // 3) :] if rest // 3 else ""
        if len(before) > len(lead):
            lead = "…" + lead[1:]
        return [
            [
                (" " + filled(self._session.name(hit.article), name) + " ", "muted"),
                (lead, ""),
                (matched, "right strong"),
                (clipped(after, max(0, rest - len(lead))), ""),
                (via, "muted"),
            ]
        ]
