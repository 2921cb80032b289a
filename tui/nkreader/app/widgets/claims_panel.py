"""The claims of what is being read, in the text's order: who says it, in how many articles, with how many voices."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from nkreader.app.narrowing import EVERYTHING
from nkreader.app.session import Session
from nkreader.app.signs import CLAIM_SIGN, remark_words, voices_text
from nkreader.app.widgets.paint import clipped, wrapped
from nkreader.app.widgets.painted import Line
from nkreader.app.widgets.rows import Rows
from nkreader.claims.model import Claim, Group
from nkreader.claims.naming import speaker_words
from nkreader.text.cells import is_narrow
from nkreader.text.drawn import drawable

TEXT_LINES = 3
"""Lines of a claim's own words shown; the text itself is beside it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A claim as the panel lists it: where it stands in the text that leads, and its group."""

    offset: int
    claim: Claim
    group: Group | None
    agrees: str = ""
    """What the other text of a pair has of it, in words; empty where only one is read or they differ."""


class ClaimsPanel(Rows):
    """Claims, led by the reading position."""

    ABOUT: ClassVar[int] = 6
    SLICE: ClassVar[int] = 0
    """All claims of 50,000 words are 0.1 seconds of work, and whoever goes through them is led by the text."""

    def __init__(self, session: Session, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._session = session
        self._all: list[Shown] = []
        self._shown: list[Shown] = []

    def fill(self, claims: Sequence[Shown]) -> None:
        """Show these claims, which stand in the order of their offsets, as far as they are wanted."""
        self._all = list(claims)
        self._choose(0)

    def narrow(self) -> None:
        """Other claims are wanted than before; the cursor stays near its place."""
        here = self.current
        self._choose(0)
        if here is not None:
            self.cursor = max(0, bisect_right([shown.offset for shown in self._shown], here.offset) - 1)

    def _choose(self, cursor: int) -> None:
        self._shown = [shown for shown in self._all if self._session.admits(shown.claim, shown.group)]
        narrowing = self._session.narrowing
        self.border_title = "Claims" if narrowing == EVERYTHING else f"Claims: {narrowing}".replace("[", "(")
        self.show(len(self._shown), cursor)

    def follow(self, offset: int) -> None:
        """Bring the claim at a reading position, or the last one before it, to the cursor."""
        if self._shown and not self.has_focus:
            at = bisect_right([shown.offset for shown in self._shown], offset) - 1
            self.cursor = max(0, at)
            # A whole claim before it where that leaves enough room: the end of one looks like a part of the next.
            before = self.line_of(max(0, self.cursor - 1))
            first = self.line_of(self.cursor)
            self.scroll_to(y=before if first - before <= self.size.height // 3 else first, animate=False)

    @property
    def current(self) -> Shown | None:
        """The claim under the cursor."""
        return self._shown[self.cursor] if 0 <= self.cursor < len(self._shown) else None

    def entry_lines(self, index: int, width: int) -> list[Line]:
        shown = self._shown[index]
        claim, group = shown.claim, shown.group
        text = self._session.library[claim.article].text if self._session.library is not None else ""
        values = ", ".join(drawable(value.text) for value in claim.values)
        room = width - 3
        lines: list[Line] = [
            [
                (f"{CLAIM_SIGN[claim.type]} ", "left strong"),
                (str(claim.type), "muted"),
                (clipped(f"  {values}", max(0, room - len(claim.type))), "strong"),
            ]
        ]
        words = drawable(" ".join(text[claim.start : claim.end].split()))
        wraps = wrapped(words, 0, len(words), room, is_narrow(words))
        for at, (start, end) in enumerate(wraps[:TEXT_LINES]):
            more = at == TEXT_LINES - 1 and len(wraps) > TEXT_LINES
            piece = clipped(words[start : start + room + 1], room) if more else words[start:end]
            lines.append([("  ", ""), (piece, "")])
        if claim.speaker is not None:
            lines.append([("  ", ""), (clipped(f"says {drawable(speaker_words(claim.speaker))}", room), "italic")])
        if remark := remark_words(self._session.remark_of(claim)):
            lines.append([(clipped(remark, room + 2), "strong")])
        if group is not None and len(group.articles) > 1:
            voices = group.independent
            count = voices_text(len(group.articles), voices.least, voices.most)
            lines.append([("  ", ""), (clipped(count, room), "muted")])
            kinds = sorted({conflict.kind for conflict in group.conflicts})
            lines += [[("! ", "right strong"), (clipped(f"{kind} differs", room), "right")] for kind in kinds]
        if shown.agrees:
            lines.append([(clipped(shown.agrees, room + 2), "muted")])
        lines.append([])
        return lines
