"""What a comparison looks like before any width is known: where paragraphs break, what folds, what stands elsewhere."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from nkreader.compare.model import Change, Comparison, Row, RowKind
from nkreader.model import Article, Span
from nkreader.report.collation.ranks import Rank, Side, weight_of
from nkreader.text.cells import cells_of, is_narrow
from nkreader.text.drawn import drawable
from nkreader.text.headings import is_heading
from nkreader.text.lines import blocks

# A run of rows that only one side has folds to a line from this many rows or characters on.
FOLD_ROWS = 2
FOLD_CHARACTERS = 400
# Beyond this many changes in one row, looking at all of them for each of its lines becomes slow.
MANY_CHANGES = 60
QUOTED_START = 28
# Characters by which the width of a text with wide ones is judged.
WIDTH_SAMPLE = 2_000


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive rows of one kind that fold together: rows `first` to `last`, `last` not included."""

    kind: RowKind
    first: int
    last: int
    side: Side | None
    """The side that has them; None for residue of both."""
    words: int

    @property
    def rows(self) -> int:
        return self.last - self.first


@dataclass(frozen=True, slots=True)
class Move:
    """Moved rows `first` to `last`, and the row after which they stand in the right text (-1: at its beginning)."""

    first: int
    last: int
    after: int
    distance: int
    """Rows between where they are shown and where they stand in the right text; positive: they stand later there."""


@dataclass
class Outline:
    """One comparison with its two texts, ready to be laid out at any width."""

    left: Article
    right: Article
    comparison: Comparison
    texts: dict[Side, str] = field(init=False)
    """What may be drawn of either text; offsets are those of `Article.text`."""
    narrow: dict[Side, bool] = field(init=False)
    _sorted: dict[tuple[int, Side], tuple[list[int], list[Change]]] = field(init=False, default_factory=dict)
    _strongest: dict[Rank, list[tuple[int, int, Change]]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.texts = {Side.LEFT: drawable(self.left.text), Side.RIGHT: drawable(self.right.text)}
        self.narrow = {side: is_narrow(text) for side, text in self.texts.items()}

    @property
    def rows(self) -> tuple[Row, ...]:
        return self.comparison.rows

    def article(self, side: Side) -> Article:
        return self.left if side is Side.LEFT else self.right

    @cached_property
    def names(self) -> dict[Side, str]:
        """How the two are called on screen: their ids up to the first underscore where that tells them apart."""
        left, right = self.left.id, self.right.id
        heads = left.split("_", 1)[0], right.split("_", 1)[0]
        if all(heads) and heads[0] != heads[1]:
            left, right = heads
        return {Side.LEFT: drawable(left), Side.RIGHT: drawable(right)}

    @cached_property
    def stretches(self) -> dict[Side, list[tuple[Span, ...]]]:
        """What each row draws on either side: its spans, those that follow each other on one line of thought joined."""
        return {side: [self._joined(side, spans_of(row, side)) for row in self.rows] for side in Side}

    def _joined(self, side: Side, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        if len(spans) < 2:
            return spans
        text = self.article(side).text
        joined = [spans[0]]
        for span in spans[1:]:
            last = joined[-1]
            if last.end <= span.start and not text[last.end : span.start].strip():
                joined[-1] = Span(last.start, span.end)
            else:
                joined.append(span)
        return tuple(joined)

    @cached_property
    def sizes(self) -> dict[Side, list[int]]:
        """About how many cells each row takes on either side."""
        found = {}
        for side, text in self.texts.items():
            sample = text[:WIDTH_SAMPLE]
            cells = 1.0 if self.narrow[side] else cells_of(sample) / max(1, len(sample))
            found[side] = [round(cells * sum(e - s for s, e in spans)) for spans in self.stretches[side]]
        return found

    @cached_property
    def residue(self) -> frozenset[int]:
        """The rows that are residue."""
        return frozenset(number for number, row in enumerate(self.rows) if row.kind is RowKind.BOILERPLATE)

    @cached_property
    def alike(self) -> frozenset[int]:
        """The rows whose sides say the same."""
        return frozenset(number for number, row in enumerate(self.rows) if self._alike(number, row))

    def _alike(self, number: int, row: Row) -> bool:
        if row.kind is not RowKind.BOILERPLATE:
            return bool(row.left and row.right and not row.changes)
        left, right = ([span.of(self.texts[side]) for span in self.stretches[side][number]] for side in Side)
        return left == right

    @cached_property
    def changes(self) -> list[tuple[int, Change]]:
        """Every change with its row, in the order of the screen."""
        return [(number, change) for number, row in enumerate(self.rows) for change in row.changes]

    def changes_near(self, number: int, side: Side, start: int, end: int) -> Sequence[Change]:
        """A row's changes, or of very many those that may stand between two offsets of one side."""
        changes = self.rows[number].changes
        if len(changes) <= MANY_CHANGES:
            return changes
        if (number, side) not in self._sorted:
            ordered = sorted(changes, key=lambda change: span_of(change, side).start)
            self._sorted[number, side] = [span_of(change, side).start for change in ordered], ordered
        starts, ordered = self._sorted[number, side]
        # One more before: the change may begin on an earlier line. One more after: blanks before a line belong to it.
        return ordered[max(0, bisect_right(starts, start) - 2) : bisect_right(starts, end) + 1]

    def strongest(self, rank: Rank) -> list[tuple[int, int, Change]]:
        """Every row with changes that the rank admits: its number, and the weightiest of them behind its weight."""
        if rank not in self._strongest:
            self._strongest[rank] = found = []
            for number, row in enumerate(self.rows):
                weighed = [
                    (weight_of(change), place) for place, change in enumerate(row.changes) if rank.admits(change)
                ]
                if weighed:
                    weight, place = min(weighed)
                    found.append((number, weight, row.changes[place]))
        return self._strongest[rank]

    @cached_property
    def gaps(self) -> list[bool]:
        """Whether a blank line stands before each row: where either text begins a paragraph."""
        ends = {Side.LEFT: 0, Side.RIGHT: 0}
        newlines = {side: 2 if "\n\n" in self.article(side).text else 1 for side in Side}
        found: list[bool] = []
        for row in self.rows:
            gap = False
            for side in Side:
                spans = spans_of(row, side)
                if not spans:
                    continue
                start, end = spans[0].start, ends[side]
                if 0 < end <= start and not gap:
                    gap = (
                        start in self._blocks[side]
                        and self.article(side).text.count("\n", end, start) >= newlines[side]
                    )
                # A sentence that the row takes in from elsewhere begins no paragraph here.
                ends[side] = self.stretches[side][len(found)][0].end
            found.append(gap)
        if found:
            found[0] = False
        return found

    @cached_property
    def runs(self) -> list[Run]:
        """What can fold: rows that only one side has, and residue."""
        found: list[Run] = []
        rows = self.rows
        first = 0
        while first < len(rows):
            key = _fold_key(rows[first])
            last = first + 1
            while last < len(rows) and _fold_key(rows[last]) == key:
                last += 1
            if key is not None:
                kind, side = key
                size = sum(_length(row) for row in rows[first:last])
                if last - first >= FOLD_ROWS or size >= FOLD_CHARACTERS:
                    found.append(Run(kind, first, last, side, self._words(first, last, side)))
            first = last
        return found

    def _words(self, first: int, last: int, side: Side | None) -> int:
        sides = [side] if side is not None else list(Side)
        return max(
            sum(
                len(span.of(self.article(s).text).split()) for row in self.rows[first:last] for span in spans_of(row, s)
            )
            for s in sides
        )

    @cached_property
    def run_of(self) -> dict[int, Run]:
        """Row -> the run it belongs to."""
        return {row: run for run in self.runs for row in range(run.first, run.last)}

    @cached_property
    def moves(self) -> list[Move]:
        """Blocks of moved rows, with where they stand in the right text."""
        rows = self.rows
        if not any(row.moved for row in rows):
            return []
        in_right_order = sorted((row.right[0].start, number) for number, row in enumerate(rows) if row.right)
        place = {number: index for index, (_, number) in enumerate(in_right_order)}
        # What keeps its order is the measure: how many such rows stand before a place, and which is the last of them.
        kept_before: dict[int, tuple[int, int]] = {}
        kept, last_kept = 0, -1
        for _, number in in_right_order:
            kept_before[number] = kept, last_kept
            if not rows[number].moved:
                kept, last_kept = kept + 1, number
        found: list[Move] = []
        shown = number = 0
        while number < len(rows):
            if number not in place or not rows[number].moved:
                shown += number in place
                number += 1
                continue
            last = number + 1
            while last < len(rows) and rows[last].moved and place.get(last) == place[last - 1] + 1:
                last += 1
            there, after = kept_before[number]
            found.append(Move(number, last, after, there - shown))
            number = last
        return found

    @cached_property
    def move_of(self) -> dict[int, Move]:
        return {row: move for move in self.moves for row in range(move.first, move.last)}

    @cached_property
    def ghosts(self) -> dict[int, list[Move]]:
        """Row -> the blocks that follow it in the right text but are shown elsewhere (-1: before the first row)."""
        found: dict[int, list[Move]] = {}
        for move in self.moves:
            found.setdefault(max(0, move.after), []).append(move)
        return found

    @cached_property
    def _blocks(self) -> dict[Side, dict[int, int]]:
        """Start -> end of the paragraphs and headings of either text."""
        return {side: {block.start: block.end for block in blocks(self.article(side).text)} for side in Side}

    def is_heading(self, number: int, side: Side) -> bool:
        """Whether a row is a heading on that side: a short line of its own without a full stop."""
        row = self.rows[number]
        spans = spans_of(row, side)
        if len(spans) != 1 or row.kind is RowKind.BOILERPLATE:
            return False
        (start, end) = spans[0]
        return self._blocks[side].get(start) == end and is_heading(self.texts[side], start, end)

    def residue_kinds(self, number: int, side: Side) -> str:
        """What a residue row is, in the words of the interface."""
        spans = spans_of(self.rows[number], side)
        kinds = [
            str(piece.kind)
            for piece in self.article(side).boilerplate
            if any(piece.span.overlaps(span) for span in spans)
        ]
        return ", ".join(dict.fromkeys(kinds)) or "residue"

    def beginning(self, number: int, side: Side) -> str:
        """The first words of a row, to recognise it by."""
        spans = spans_of(self.rows[number], side)
        text = spans[0].of(self.texts[side]) if spans else ""
        if len(text) <= QUOTED_START:
            return text
        return text[:QUOTED_START].rsplit(" ", 1)[0] + " …"

    def row_at(self, side: Side, offset: int) -> int | None:
        """The row that holds an offset of that side's text, or the nearest one before it; None without rows there."""
        starts = self._starts[side]
        index = bisect_right(starts, (offset, len(self.rows))) - 1
        if index < 0:
            return starts[0][1] if starts else None
        return starts[index][1]

    @cached_property
    def _starts(self) -> dict[Side, list[tuple[int, int]]]:
        return {
            side: sorted((span.start, number) for number, row in enumerate(self.rows) for span in spans_of(row, side))
            for side in Side
        }


def spans_of(row: Row, side: Side) -> tuple[Span, ...]:
    """A row's spans on one side."""
    return row.left if side is Side.LEFT else row.right


def span_of(change: Change, side: Side) -> Span:
    """Where a change stands on one side."""
    return change.left if side is Side.LEFT else change.right


def _length(row: Row) -> int:
    return max(sum(span.end - span.start for span in spans) for spans in (row.left, row.right))


def _fold_key(row: Row) -> tuple[RowKind, Side | None] | None:
    if row.kind in (RowKind.SAME, RowKind.CHANGED):
        return None
    side = None
    if not row.right:
        side = Side.LEFT
    elif not row.left:
        side = Side.RIGHT
    return row.kind, side
