"""Which altered quotation each change belongs to."""

from __future__ import annotations

from bisect import bisect_right

from nkreader.model import Span
from nkreader.report.collation.outline import Outline, span_of
from nkreader.report.collation.ranks import Side
from nkreader.text.quotes import quotation_spans


def altered_quotations(outline: Outline) -> list[int]:
    """For each change the number, from 1, of the altered quotation it stands in; 0 for one outside of quotations."""
    if not any(change.in_quotation for _, change in outline.changes):
        return [0] * len(outline.changes)
    quotations = {side: quotation_spans(outline.article(side).text) for side in Side}
    starts = {side: [span.start for span in spans] for side, spans in quotations.items()}
    numbers: dict[tuple[Side, int], int] = {}
    found: list[int] = []
    for row, change in outline.changes:
        if not change.in_quotation:
            found.append(0)
            continue
        keys = [
            (side, index)
            for side in Side
            if (index := _holding(quotations[side], starts[side], span_of(change, side))) is not None
        ] or [(Side.LEFT, -1 - row)]
        number = next((numbers[key] for key in keys if key in numbers), len(set(numbers.values())) + 1)
        for key in keys:
            numbers.setdefault(key, number)
        found.append(number)
    return found


def _holding(quotations: list[Span], starts: list[int], span: Span) -> int | None:
    index = bisect_right(starts, span.start) - 1
    if index >= 0 and span.start < quotations[index].end:
        return index
    index += 1
    return index if index < len(quotations) and span.overlaps(quotations[index]) else None
