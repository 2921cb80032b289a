"""A row's text on one side, cut where its changes begin and end: what text and page colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nkreader.compare.model import Change, ChangeKind, Flag
from nkreader.report.collation.outline import Outline, span_of
from nkreader.report.collation.ranks import Side, sign_of, weight_of


class Piece(NamedTuple):
    """Some text, and the change it is one side of; without text where only the other side has something."""

    text: str
    change: Change | None = None


def pieces(outline: Outline, number: int, side: Side) -> Iterator[list[Piece]]:
    """The stretches of a row on one side, each as its pieces, harmless to draw, in order and without a gap."""
    text = outline.texts[side]
    changes = sorted(outline.rows[number].changes, key=lambda change: span_of(change, side))
    following = 0
    stretches = outline.stretches[side][number]
    for last, (start, end) in zip([*(n == len(stretches) - 1 for n in range(len(stretches)))], stretches, strict=True):
        found: list[Piece] = []
        place = start
        while following < len(changes):
            begin, stop = span_of(changes[following], side)
            if begin > end or (begin == end and not last and stop > end):
                break
            begin, stop = max(begin, place), min(max(stop, place), end)
            if begin > place:
                found.append(Piece(text[place:begin]))
            found.append(Piece(text[begin:stop], changes[following]))
            place = stop
            following += 1
        if place < end:
            found.append(Piece(text[place:end]))
        yield found


def mere_wording(change: Change) -> bool:
    """Whether only words differ: no fact, no quotation, nothing put in or left out, the same value in no other form."""
    plain = change.kind in (ChangeKind.WORDING, ChangeKind.GRAMMAR)
    return plain and Flag.FORM_ONLY not in change.flags and not change.in_quotation


def joined(stretch: Sequence[Piece], other: str, side: Side) -> list[Piece]:
    """The pieces with changes of mere wording that follow each other in both texts made one, as they are where marks
    cost characters; `other` is the other text, `side` its side."""
    found: list[Piece] = []
    end = -1
    for piece in stretch:
        before = found[-2] if len(found) > 1 else None
        if (
            before is not None
            and before.change is not None
            and before.text
            and piece.change is not None
            and piece.text
            and mere_wording(before.change)
            and mere_wording(piece.change)
            and not found[-1].text.strip()
            and 0 <= end < span_of(piece.change, side).start
            and not other[end : span_of(piece.change, side).start].strip()
        ):
            found[-2:] = [Piece(before.text + found[-1].text + piece.text, before.change)]
        else:
            found.append(piece)
        if piece.change is not None:
            end = span_of(piece.change, side).end
    return found


def signs(outline: Outline, number: int) -> list[tuple[str, Change]]:
    """The signs a row has in its margin, the weightiest first: those of its changed facts and of an altered quotation,
    each once; where there are none, the one of its weightiest change."""
    ordered = sorted(outline.rows[number].changes, key=weight_of)
    found: dict[str, Change] = {}
    for change in ordered:
        if not found or change.is_fact or change.in_quotation:
            found.setdefault(sign_of(change), change)
    return list(found.items())
