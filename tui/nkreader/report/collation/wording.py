"""What the comparison says in words: the status line, notes between rows, column headings."""

from __future__ import annotations

from nkreader.compare.model import Change, ChangeKind, Flag, RowKind
from nkreader.report.collation.outline import Move, Outline, Run, span_of
from nkreader.report.collation.ranks import Side

SHOWN_WORDS = 48
"""Characters of either side that the status line quotes."""


def counted(number: int, noun: str) -> str:
    """`1 sentence`, `22 sentences`."""
    return f"{number:,} {noun if number == 1 else noun + 's'}"


def run_words(run: Run, outline: Outline) -> str:
    """What a fold's line says."""
    if run.kind is RowKind.BOILERPLATE:
        where = "both" if run.side is None else outline.names[run.side]
        return f"page residue in {where}, {counted(run.words, 'word')}"
    assert run.side is not None
    return f"{counted(run.rows, 'sentence')} only in {outline.names[run.side]}, {counted(run.words, 'word')}"


def move_words(move: Move, outline: Outline) -> str:
    """What the line above a moved block says."""
    size = "" if move.last - move.first == 1 else f"{counted(move.last - move.first, 'sentence')} "
    name = outline.names[Side.RIGHT]
    if move.after < 0:
        return f"{size}moved from the beginning of {name}"
    distance = abs(move.distance)
    direction = "below" if move.distance > 0 else "above"
    if not distance:
        return f"{size}moved within {name}"
    return f"{size}moved from {counted(distance, 'sentence')} {direction} in {name}"


def ghost_words(move: Move, outline: Outline) -> str:
    """What the line says that stands where a moved block stands in the right text."""
    direction = "above" if move.after >= move.first else "below"
    return f"here in {outline.names[Side.RIGHT]}: {outline.beginning(move.first, Side.RIGHT)} (shown {direction})"


def change_words(change: Change, outline: Outline, others: int) -> str:
    """A change explained: `date  May 9 > Might 9`, what its flags mean, and where else it was made."""
    left, right = (_shortened(span_of(change, side).of(outline.texts[side])) for side in Side)
    if change.kind is ChangeKind.ADDED or not left:
        what = f"added in {outline.names[Side.RIGHT]}  {right}"
    elif change.kind is ChangeKind.DROPPED or not right:
        what = f"dropped in {outline.names[Side.RIGHT]}  {left}"
    else:
        what = f"{change.kind}  {left} > {right}"
    notes = []
    if Flag.FORM_ONLY in change.flags:
        notes.append("same value in another form")
    tortured_left, tortured_right = Flag.TORTURED_LEFT in change.flags, Flag.TORTURED_RIGHT in change.flags
    if tortured_left and tortured_right:
        notes.append("neither is an expression English uses")
    elif tortured_right:
        notes.append("an expression English does not use")
    elif tortured_left:
        notes.append(f"{outline.names[Side.LEFT]} has an expression English does not use")
    if change.in_quotation:
        notes.append("inside a quotation")
    if others:
        notes.append(f"also at {counted(others, 'other place')}")
    return ", ".join([what, *notes])


def row_words(number: int, outline: Outline) -> str:
    """What there is to say about a row when no change of it is current."""
    row = outline.rows[number]
    if row.kind is RowKind.BOILERPLATE:
        side = Side.LEFT if row.left else Side.RIGHT
        where = "both" if row.left and row.right else outline.names[side]
        return f"page residue in {where}: {outline.residue_kinds(number, side)}"
    if row.kind is RowKind.LEFT_ONLY:
        return f"only in {outline.names[Side.LEFT]}"
    if row.kind is RowKind.RIGHT_ONLY:
        return f"only in {outline.names[Side.RIGHT]}"
    moved = ""
    if (move := outline.move_of.get(number)) is not None:
        moved = f", {move_words(move, outline).removeprefix(counted(move.last - move.first, 'sentence')).strip()}"
    if not row.changes:
        return f"same in both{moved}"
    facts = sum(change.is_fact for change in row.changes)
    said = counted(len(row.changes), "change")
    of_facts = f", {counted(facts, 'fact')}" if facts else ""
    return f"{said} in this sentence{of_facts}{moved}"


def heading_words(outline: Outline, side: Side, role: str) -> tuple[str, str]:
    """A column's heading: what the article is called, and what else is known of it."""
    article = outline.article(side)
    title = article.title or article.publisher or ""
    known = [role, article.publisher if article.title else None, article.published]
    return title, " · ".join(part for part in known if part)


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= SHOWN_WORDS else text[: SHOWN_WORDS - 1].rstrip() + "…"
