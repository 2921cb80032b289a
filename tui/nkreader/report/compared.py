"""A comparison as text: side by side or stacked, changes marked inside the text; or only the changed facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from nkreader.compare.model import Change, ChangeKind, Comparison, Flag, RowKind
from nkreader.model import Article
from nkreader.report.collation.outline import Outline
from nkreader.report.collation.pieces import Piece, joined, mere_wording, pieces
from nkreader.report.collation.ranks import (
    LEFT_ONLY_SIGN,
    LEGEND,
    MOVED_SIGN,
    RIGHT_ONLY_SIGN,
    Side,
    sign_of,
    weight_of,
)
from nkreader.report.collation.wording import (
    counted,
    ghost_words,
    heading_words,
    move_words,
    run_words,
)
from nkreader.report.ink import BOLD, DIM, ITALIC, UNDERLINE, Ink
from nkreader.text.cells import cells_of, clipped, is_narrow, wrapped

SIDE_BY_SIDE_FROM = 100
"""Cells from which the two texts stand beside each other, as on the screen."""
MEASURE = 88
"""Cells of a column at most: longer lines are hard to follow."""
GUTTER = 2
"""Cells before either text: a sign, a blank."""
BETWEEN = " │ "
FACT_INDENT = 11
"""Cells before the wordings of a changed fact: its sign and its kind."""
CARET = "╷"
SIDE_SIGNS = {Side.LEFT: "<", Side.RIGHT: ">"}
ONLY_SIGNS = {Side.LEFT: LEFT_ONLY_SIGN, Side.RIGHT: RIGHT_ONLY_SIGN}

_KEPT_TOGETHER = "\u00a0"

Line = tuple[str, str, int]
"""A sign, a styled line of text, and the cells it takes."""


def comparison_text(
    left: Article, right: Article, comparison: Comparison, ink: Ink, stacked: bool | None = None
) -> Iterator[str]:
    """`nkreader compare`: row by row, side by side where there is room; what only one side has is one line.

    In colour a change is blue on the left and orange on the right, a changed fact bold and underlined; without, it
    stands in brackets with its sign. The sign of a line's weightiest change stands before it.
    """
    outline = Outline(left, right, comparison)
    drawn = _Text(outline, ink, ink.width < SIDE_BY_SIDE_FROM if stacked is None else stacked)
    yield from drawn.heading()
    yield from _summary(comparison, ink)
    yield from drawn.legend()
    for number in range(len(outline.rows)):
        yield from drawn.row(number)


def facts_text(left: Article, right: Article, comparison: Comparison, ink: Ink) -> Iterator[str]:
    """`nkreader compare --facts`: the changed facts and altered quotations, one to a line."""
    outline = Outline(left, right, comparison)
    yield f"{ink(left.id, BOLD, ink.left)} > {ink(right.id, BOLD, ink.right)}"
    yield from _summary(comparison, ink)
    for _, change in outline.changes:
        if change.is_fact or change.in_quotation:
            yield from _told(change, outline, ink)


def _summary(comparison: Comparison, ink: Ink) -> Iterator[str]:
    summary = comparison.summary
    parts = [
        f"{counted(summary.aligned, 'row')} aligned of {summary.sentences[0]:,} and {summary.sentences[1]:,} sentences",
        f"{counted(summary.words_changed, 'word')} changed",
        counted(summary.facts, "fact"),
        f"{counted(summary.quotations_altered, 'quotation')} altered",
    ]
    yield from ink.paragraph(", ".join(parts), "", "", DIM)
    yield ""


def _told(change: Change, outline: Outline, ink: Ink) -> Iterator[str]:
    """A change in words: sign, kind, both wordings, what its flags mean; in more lines where one has no room."""
    before, after = (
        " ".join(span.of(outline.texts[side]).split()) or "(nothing)"
        for side, span in ((Side.LEFT, change.left), (Side.RIGHT, change.right))
    )
    notes = [
        said
        for flag, said in (
            (Flag.IN_QUOTATION, "inside a quotation"),
            (Flag.TORTURED_LEFT, "left: an expression English does not use"),
            (Flag.TORTURED_RIGHT, "right: an expression English does not use"),
        )
        if flag in change.flags
    ]
    strong = (BOLD, UNDERLINE) if change.is_fact else ()
    head = f"{ink(sign_of(change), BOLD)} {ink(f'{change.kind:<8}', *((BOLD,) if change.is_fact else ()))} "
    said, note = f"{before} > {after}", f"({'; '.join(notes)})" if notes else ""
    room, indent = ink.width - FACT_INDENT, " " * FACT_INDENT
    beside = cells_of(said) + 2 + cells_of(note) <= room
    if cells_of(said) <= room:
        line = f"{head}{ink(before, ink.left, *strong)} > {ink(after, ink.right, *strong)}"
        yield line + (f"  {ink(note, DIM)}" if note and beside else "")
    else:
        yield from ink.paragraph(before, indent, head, ink.left, *strong)
        yield from ink.paragraph(after, indent, f"{'>':>{FACT_INDENT - 1}} ", ink.right, *strong)
    if note and not beside:
        yield from ink.paragraph(note, indent, indent, DIM)


class _Text:
    """Draws the rows of one comparison at one width."""

    def __init__(self, outline: Outline, ink: Ink, stacked: bool) -> None:
        self.outline = outline
        self.ink = ink
        self.stacked = stacked
        room = ink.width - len(BETWEEN) - 2 * GUTTER
        self.width = min(MEASURE, ink.width - GUTTER - 2 if stacked else room // 2)
        self.colour = {Side.LEFT: ink.left, Side.RIGHT: ink.right}

    def heading(self) -> Iterator[str]:
        """What is compared: id, title, publisher and date of either text."""
        told = {}
        for side in Side:
            title, known = heading_words(self.outline, side, "")
            rest = " · ".join(part for part in (title, known) if part)
            name = f"{SIDE_SIGNS[side]} {self.outline.article(side).id}"
            told[side] = name, f"  {rest}" if rest else ""
        if self.stacked:
            for side, (name, rest) in told.items():
                room = max(0, self.ink.width - cells_of(name))
                yield self.ink(name, BOLD, self.colour[side]) + self.ink(clipped(rest, room))
            yield ""
            return
        column = self.width + GUTTER
        cells = []
        for side, (name, rest) in told.items():
            name = clipped(name, column)
            rest = clipped(rest, column - cells_of(name)) if rest else ""
            blank = " " * (column - cells_of(name) - cells_of(rest))
            cells.append(self.ink(name, BOLD, self.colour[side]) + self.ink(rest) + blank)
        yield self._beside(*cells)
        rules = ("━" * (column + 1), "━" * (column + 1))
        yield self.ink(rules[0], self.colour[Side.LEFT]) + "┿" + self.ink(rules[1], self.colour[Side.RIGHT])

    def legend(self) -> Iterator[str]:
        """The signs that this comparison uses."""
        used = {sign_of(change) for _, change in self.outline.changes}
        if self.outline.moves:
            used.add(MOVED_SIGN)
        for side, kind in ((Side.LEFT, RowKind.LEFT_ONLY), (Side.RIGHT, RowKind.RIGHT_ONLY)):
            if any(row.kind is kind and n not in self.outline.run_of for n, row in enumerate(self.outline.rows)):
                used.add(ONLY_SIGNS[side])
        told = [f"{sign}{_KEPT_TOGETHER}{name}" for sign, name, _ in LEGEND if sign in used]
        if told:
            text = "   ".join(told)
            for start, end in wrapped(text, 0, len(text), self.ink.width, is_narrow(text)):
                yield self.ink(text[start:end].replace(_KEPT_TOGETHER, " "), DIM)
            yield ""

    def row(self, number: int) -> Iterator[str]:
        """One row with the blank line and the notes that belong before and after it."""
        outline = self.outline
        row, run = outline.rows[number], outline.run_of.get(number)
        if outline.gaps[number] and (run is None or run.first == number):
            yield self._beside(" " * (self.width + GUTTER), "") if not self.stacked else ""
        if run is not None:
            if run.first == number:
                tone = DIM if run.side is None or run.kind is RowKind.BOILERPLATE else self.colour[run.side]
                beginning = outline.beginning(number, run.side or Side.LEFT)
                yield self._note(f"{run_words(run, outline)}: {beginning}", run.side or Side.RIGHT, tone, ITALIC)
        else:
            if (move := outline.move_of.get(number)) is not None and move.first == number:
                yield self._note(f"{MOVED_SIGN} {move_words(move, outline)}", Side.RIGHT, DIM)
            sides = {side: self._side(number, side) for side in Side}
            yield from self._stack(sides, row.kind is RowKind.SAME) if self.stacked else self._abreast(sides)
        for move in outline.ghosts.get(number, ()):
            yield self._note(f"{MOVED_SIGN} {ghost_words(move, outline)}", Side.RIGHT, DIM)

    def _stack(self, sides: dict[Side, list[Line]], same: bool) -> Iterator[str]:
        for side in Side:
            if same and side is Side.RIGHT and sides[Side.LEFT]:
                return
            for place, (sign, text, _) in enumerate(sides[side]):
                lead = " " if same or place else self.ink(SIDE_SIGNS[side], self.colour[side])
                yield f"{lead} {self.ink(sign, BOLD)} {text}".rstrip()

    def _abreast(self, sides: dict[Side, list[Line]]) -> Iterator[str]:
        nothing: Line = (" ", "", 0)
        for left, right in zip_longest(sides[Side.LEFT], sides[Side.RIGHT], fillvalue=nothing):
            cells = [f"{self.ink(sign, BOLD)} {text}{' ' * (self.width - used)}" for sign, text, used in (left, right)]
            yield self._beside(*cells)

    def _beside(self, left: str, right: str) -> str:
        return f"{left}{self.ink(BETWEEN, DIM)}{right}".rstrip()

    def _note(self, words: str, side: Side, *styles: str) -> str:
        if self.stacked:
            return f"    {self.ink(clipped(words, self.width - 2), *styles)}"
        text = clipped(words, self.width)
        cell = f"  {self.ink(text, *styles)}{' ' * (self.width - cells_of(text))}"
        blank = " " * (self.width + GUTTER)
        return self._beside(cell, blank) if side is Side.LEFT else self._beside(blank, cell)

    def _side(self, number: int, side: Side) -> list[Line]:
        """A row's lines on one side."""
        row = self.outline.rows[number]
        ground: tuple[str, ...] = ()
        sign = " "
        if row.kind is RowKind.BOILERPLATE:
            ground = (DIM,)
        elif row.kind in (RowKind.LEFT_ONLY, RowKind.RIGHT_ONLY):
            ground, sign = (self.colour[side],), ONLY_SIGNS[side]
        if self.outline.is_heading(number, side):
            ground = (*ground, BOLD)
        lines = [line for stretch in pieces(self.outline, number, side) for line in self._lines(stretch, side, ground)]
        if lines and sign != " ":
            lines[0] = (sign, *lines[0][1:])
        return lines

    def _lines(self, stretch: Sequence[Piece], side: Side, ground: tuple[str, ...]) -> Iterator[Line]:
        drawn_pieces = stretch if self.ink.colour else joined(stretch, self.outline.texts[side.other], side.other)
        marked = [part for piece in drawn_pieces for part in self._marked(piece, side, ground)]
        text = "".join(words for words, _, _ in marked)
        for start, end in wrapped(text, 0, len(text), self.width, is_narrow(text)):
            drawn, at = [], 0
            strongest: Change | None = None
            for words, styles, change in marked:
                begin, stop = max(start, at), min(end, at + len(words))
                at += len(words)
                if begin >= stop:
                    continue
                if change is not None and (strongest is None or weight_of(change) < weight_of(strongest)):
                    strongest = change
                drawn.append(self.ink(text[begin:stop].replace(_KEPT_TOGETHER, " "), *styles))
            sign = sign_of(strongest) if strongest is not None else " "
            yield sign, "".join(drawn), cells_of(text[start:end])

    def _marked(
        self, piece: Piece, side: Side, ground: tuple[str, ...]
    ) -> Iterator[tuple[str, tuple[str, ...], Change | None]]:
        """A piece as it is printed, with its styles: without colours, a change in brackets behind its sign."""
        change = piece.change
        if change is None:
            yield piece.text, ground, None
        elif not piece.text:
            if self.ink.colour:
                yield CARET, (*ground, BOLD, self.colour[side]), change
        elif self.ink.colour:
            look: tuple[str, ...] = ()
            if change.is_fact:
                look = (BOLD, UNDERLINE)
            elif change.in_quotation:
                look = (ITALIC, UNDERLINE)
            elif change.kind in (ChangeKind.ADDED, ChangeKind.DROPPED):
                look = (UNDERLINE,)
            elif change.kind is ChangeKind.GRAMMAR or Flag.FORM_ONLY in change.flags:
                look = (ITALIC,)
            yield piece.text, (*ground, self.colour[side], *look), change
        else:
            sign = "" if mere_wording(change) else sign_of(change)
            yield f"[{sign}{_KEPT_TOGETHER if sign else ''}{piece.text}]", ground, change
