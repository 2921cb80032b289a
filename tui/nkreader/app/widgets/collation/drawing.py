"""How a comparison's lines become cells: colours, signs, carets and the pinned headings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from nkreader.app.widgets.collation.layout import GUTTER, OVERVIEW, Layout, Line, LineKind
from nkreader.app.widgets.paint import clipped, painted
from nkreader.compare.model import Change, ChangeKind, Flag, RowKind
from nkreader.report.collation.outline import span_of
from nkreader.report.collation.ranks import (
    LEFT_ONLY_SIGN,
    MOVED_SIGN,
    RIGHT_ONLY_SIGN,
    Rank,
    Side,
    sign_of,
    weight_of,
)
from nkreader.report.collation.wording import ghost_words, heading_words, move_words, run_words
from nkreader.text.drawn import drawable

CURSOR_BAR = "▌"
DIVIDER = "│"
CARET = "╷"
CLOSED, OPEN = "▸", "▾"
SIDE_SIGNS = {Side.LEFT: "<", Side.RIGHT: ">"}

StyleOf = Callable[..., Style]
"""The style of one or more component classes, as an overlay."""


@dataclass
class State:
    """What a drawing depends on beside the layout."""

    rank: Rank = Rank.EVERYTHING
    cursor: int = 0
    """The item under the cursor."""
    change: Change | None = None
    hits: dict[Side, Sequence[tuple[int, int]]] = field(default_factory=dict)
    """Search hits, in order."""
    selection: Callable[[int, Side], tuple[int, int] | None] = lambda row, side: None
    """The selected offsets of a row's side."""
    roles: dict[Side, str] = field(default_factory=dict)
    focused: bool = True


class Painter:
    """Draws the lines of one layout: `base` is the widget's own style, `style` what component classes lay over it."""

    def __init__(self, layout: Layout, state: State, base: Style, style: StyleOf) -> None:
        self.layout = layout
        self.state = state
        self.base = base
        self.style = style
        self.columns = layout.columns
        self.outline = layout.outline

    # -- one line ------------------------------------------------------------------------------------------------

    def segments(self, y: int) -> list[Segment]:
        """Line `y` of the whole drawing, without the overview bar: exactly `width - OVERVIEW` cells."""
        layout = self.layout
        width = self.columns.width - OVERVIEW
        head = [Segment(" " * self.columns.margin, self.base)] if self.columns.margin else []
        if not 0 <= y < layout.height:
            return _fitted([*head, Segment(" ", self.base), *self._blank(self.base)], width, self.base)
        index = layout.item_at(y)
        line = layout.line(y)
        at_cursor = index == self.state.cursor and line.kind is not LineKind.GAP
        ground = self.base + self.style("collation--cursor-row") if at_cursor else self.base
        cursor = "collation--cursor" if self.state.focused else "collation--cursor-blurred"
        bar = Segment(CURSOR_BAR, ground + self.style(cursor)) if at_cursor else Segment(" ", ground)
        if line.kind is LineKind.TEXT:
            body = self._stacked(line, ground) if self.columns.stacked else self._abreast(line, ground)
        elif line.kind is LineKind.GAP:
            body = self._blank(ground)
        else:
            body = self._note(line, index, ground)
        drawn = [*head, bar, *body]
        return _fitted(drawn, width, self.base if self.columns.margin else ground)

    def _blank(self, ground: Style) -> list[Segment]:
        if self.columns.stacked:
            return []
        before = self.columns.divider_at - self.columns.margin - 1
        return [Segment(" " * before, ground), self._divider(ground)]

    def _divider(self, ground: Style) -> Segment:
        return Segment(DIVIDER, ground + self.style("collation--rule"))

    def _abreast(self, line: Line, ground: Style) -> list[Segment]:
        columns = self.columns
        left = self._side(line, Side.LEFT, columns.left, ground)
        right = self._side(line, Side.RIGHT, columns.right, ground)
        return [*left, self._divider(ground), *right]

    def _stacked(self, line: Line, ground: Style) -> list[Segment]:
        side = Side.LEFT if line.left is not None else Side.RIGHT
        row = self.outline.rows[line.row]
        if self.layout.shared(line.row):
            sign = Segment(" ", ground)
        else:
            sign = Segment(SIDE_SIGNS[side] if line.first else " ", ground + self.style(f"collation--{side}"))
        if row.kind is RowKind.BOILERPLATE:
            sign = Segment(sign.text, ground + self.style("collation--muted"))
        width = self.columns.left if side is Side.LEFT else self.columns.right
        return [sign, *self._side(line, side, width, ground)]

    def _side(self, line: Line, side: Side, width: int, ground: Style) -> list[Segment]:
        """Sign, blank, `width` cells of text, blank."""
        piece = line.left if side is Side.LEFT else line.right
        if piece is None:
            return [Segment(" " * (width + GUTTER), ground)]
        start, end = piece
        text = self.outline.texts[side]
        body, marks, sign, sign_style = self._ground_of(line, side, ground)
        carets: list[tuple[int, Style]] = []
        strongest: Change | None = None
        for change in self.outline.changes_near(line.row, side, start, end):
            span = span_of(change, side)
            if not self.state.rank.admits(change):
                continue
            if (span.start >= end or span.end <= start) if span else not _holds(text, piece, span.start):
                continue
            style = self.change_style(change, side)
            if change is self.state.change:
                style = style + self.style("collation--current")
            if span:
                marks.append((span.start, span.end, style))
            else:
                carets.append((span.start, style + self.style("collation--caret")))
            if strongest is None or weight_of(change) < weight_of(strongest):
                strongest = change
        if strongest is not None:
            sign = sign_of(strongest)
            sign_style = ground + sign_style_of(strongest, side, self.style)
        marks += [(*hit, self.style("collation--hit")) for hit in _between(self.state.hits.get(side, ()), start, end)]
        if (selected := self.state.selection(line.row, side)) is not None:
            marks.append((*selected, self.style("collation--selected")))
        before, after = Segment(" ", ground), Segment(" ", ground)
        for place, style in carets:
            if place <= start:
                before = Segment(CARET, ground + style)
            elif place >= end:
                after = Segment(CARET, ground + style)
            else:
                spot = place if text[place] == " " else place - 1
                if text[spot] == " ":
                    text = text[:spot] + CARET + text[spot + 1 :]
                else:
                    # Between a word and its full stop there is no room for a caret: the stop is underlined.
                    spot = place
                    style = ground + self.style(f"collation--{side}", f"collation--{ChangeKind.DROPPED}")
                marks.append((spot, spot + 1, style))
        segments = list(painted(text, start, end, body, marks))
        used = end - start if self.outline.narrow[side] else sum(cell_len(segment.text) for segment in segments)
        label = self._label(line, side, width - used)
        room = width - used - len(label)
        if label:
            segments.append(Segment(" " * room + label, ground + self.style("collation--label")))
            segments.append(after)
        else:
            segments.append(after)
            if room > 0:
                segments.append(Segment(" " * room, ground))
        return [Segment(sign, sign_style), before, *segments]

    def _ground_of(
        self, line: Line, side: Side, ground: Style
    ) -> tuple[Style, list[tuple[int, int, Style]], str, Style]:
        """A row's own style on one side, before any change is marked: text style, marks, sign and sign style."""
        row = self.outline.rows[line.row]
        body, sign, sign_style = ground, " ", ground
        if row.kind is RowKind.BOILERPLATE:
            body = ground + self.style("collation--muted")
        elif row.kind in (RowKind.LEFT_ONLY, RowKind.RIGHT_ONLY):
            body = ground + self.style(f"collation--{side}")
            sign_style = body
            if line.first:
                sign = LEFT_ONLY_SIGN if side is Side.LEFT else RIGHT_ONLY_SIGN
        elif row.moved and line.first:
            sign, sign_style = MOVED_SIGN, ground + self.style("collation--moved")
        if self.outline.is_heading(line.row, side):
            body = body + self.style("collation--heading")
        return body, [], sign, sign_style

    def _label(self, line: Line, side: Side, room: int) -> str:
        if not line.first or self.outline.rows[line.row].kind is not RowKind.BOILERPLATE:
            return ""
        label = self.outline.residue_kinds(line.row, side)
        return label if len(label) + 2 <= room else ""

    def change_classes(self, change: Change, side: Side) -> tuple[str, ...]:
        """The component classes of a change on one side."""
        kind: tuple[str, ...] = (f"collation--{change.kind}",)
        if Flag.FORM_ONLY in change.flags:
            kind = ("collation--form-only",)
        elif change.is_fact:
            kind = ("collation--fact", f"collation--{change.kind}", f"collation--{side}-fact")
        quoted = ("collation--quotation",) if change.in_quotation else ()
        return (f"collation--{side}", *kind, *quoted)

    def change_style(self, change: Change, side: Side) -> Style:
        """How a change is painted on one side."""
        return self.style(*self.change_classes(change, side))

    # -- notes between rows ----------------------------------------------------------------------------------------

    def _note(self, line: Line, index: int, ground: Style) -> list[Segment]:
        """A fold, or a line about moved text: in the column it is about, the rule before it."""
        outline, columns = self.outline, self.columns
        side: Side | None = Side.RIGHT
        if line.kind is LineKind.FOLD:
            run = outline.run_of[line.row]
            side = run.side
            folded = self.layout.items[index].folded is not None
            words = f"{CLOSED if folded else OPEN} {run_words(run, outline)}"
            tone = "muted" if side is None or run.kind is RowKind.BOILERPLATE else side
            style = ground + self.style("collation--fold", f"collation--{tone}")
        elif line.kind is LineKind.MOVED:
            words = f"{MOVED_SIGN} {move_words(outline.move_of[line.row], outline)}"
            style = ground + self.style("collation--moved")
        else:
            words = f"{MOVED_SIGN} {ghost_words(outline.ghosts[line.row][line.which], outline)}"
            style = ground + self.style("collation--moved")
        if columns.stacked:
            lead = Segment(" ", ground)
            text = clipped(words, columns.left + 2)
            return [lead, Segment(text, style)]
        blank_left = Segment(" " * (columns.left + GUTTER), ground)
        if side is Side.RIGHT:
            return [blank_left, self._divider(ground), Segment(clipped(words, columns.right + 1), style)]
        text = clipped(words, columns.left + 1)
        rest = columns.left + GUTTER - cell_len(text)
        return [Segment(text, style), Segment(" " * rest, ground), self._divider(ground)]

    # -- pinned headings -------------------------------------------------------------------------------------------

    def heading(self, height: int) -> list[list[Segment]]:
        """The pinned headings in `height` lines."""
        columns, width = self.columns, self.columns.width
        ground = self.base + self.style("collation--header")
        if columns.stacked:
            if height == 1:
                half = max(8, (width - 2) // 2)
                return [
                    _fitted(
                        [*self._title(Side.LEFT, half, ground), *self._title(Side.RIGHT, width - half, ground)],
                        width,
                        ground,
                    )
                ]
            lines = [_fitted(self._title(side, width, ground), width, ground) for side in Side]
            return lines + [self._rule_line(ground)] * (height - 2)
        margin = Segment(" " * columns.margin, ground)
        left_room = columns.divider_at - columns.margin
        right_room = width - columns.divider_at - 1
        lines = [
            _fitted(
                [
                    margin,
                    *_fitted(self._title(Side.LEFT, left_room, ground), left_room, ground),
                    Segment(DIVIDER, ground + self.style("collation--rule")),
                    *_fitted(self._title(Side.RIGHT, right_room, ground), right_room, ground),
                ],
                width,
                ground,
            )
        ]
        if height > 1:
            lines.append(self._rule_line(ground))
        return lines

    def _title(self, side: Side, room: int, ground: Style) -> list[Segment]:
        title, known = (drawable(words) for words in heading_words(self.outline, side, self.state.roles.get(side, "")))
        colour = ground + self.style(f"collation--{side}", "collation--heading")
        name = f" {SIDE_SIGNS[side]} {self.outline.names[side]}"
        parts = [Segment(clipped(name, room), colour)]
        room -= cell_len(name)
        for words, style in ((title, ground), (known, ground + self.style("collation--muted"))):
            if words and room > 8:
                text = clipped(f"  {words}", room - 1)
                parts.append(Segment(text, style))
                room -= cell_len(text)
        return parts

    def _rule_line(self, ground: Style) -> list[Segment]:
        columns = self.columns
        left, right = (ground + self.style(f"collation--{side}") for side in Side)
        if columns.stacked:
            half = columns.width // 2
            return [Segment("━" * half, left), Segment("━" * (columns.width - half), right)]
        return [
            Segment("━" * columns.divider_at, left),
            Segment("┿", ground + self.style("collation--rule")),
            Segment("━" * (columns.width - columns.divider_at - 1), right),
        ]


def sign_style_of(change: Change, side: Side, style: StyleOf) -> Style:
    """How a change's sign is drawn: strong and in its kind's colour, or faint where only words differ."""
    if change.is_fact:
        return style(f"collation--{change.kind}", "collation--sign")
    if change.in_quotation:
        return style(f"collation--{side}", "collation--sign")
    return style("collation--muted")


def _holds(text: str, piece: tuple[int, int], place: int) -> bool:
    """Whether an empty place is on this line of its text: in it, at its end, or in the blanks before it."""
    start, end = piece
    return start <= place <= end or (0 < place < start and not text[place - 1 : start].strip())


def _between(spans: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Those of many spans in order that touch a stretch."""
    number = bisect_left(spans, (end, 0)) - 1
    while number >= 0 and spans[number][1] > start:
        yield spans[number]
        number -= 1


def _fitted(segments: list[Segment], width: int, style: Style) -> list[Segment]:
    """The segments in exactly `width` cells."""
    used = sum(cell_len(segment.text) for segment in segments)
    if used < width:
        return [*segments, Segment(" " * (width - used), style)]
    if used > width:
        return Segment.adjust_line_length(segments, width)
    return segments
