"""Where versions of a claim differ in a fact or in a quotation's wording, and how that came about."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from nkreader.claims.model import Claim, Conflict, ConflictKind, Nature
from nkreader.compare.model import Change, ChangeKind, Comparison, Flag
from nkreader.families.model import LinkKind, Role
from nkreader.model import Article, Span, ValueKind
from nkreader.text.quotes import quotation_spans

_KINDS = {
    ChangeKind.NUMBER: ConflictKind.NUMBER,
    ChangeKind.DATE: ConflictKind.DATE,
    ChangeKind.NAME: ConflictKind.NAME,
    ChangeKind.NEGATION: ConflictKind.NEGATION,
    ChangeKind.HEDGE: ConflictKind.HEDGE,
}


def nature_of(kind: LinkKind | None, left: Role, right: Role, change: Change | None = None) -> Nature:
    """How two versions came to differ: a copy garbled it, a version revised it, or independent articles disagree."""
    if change is not None and (Flag.TORTURED_LEFT in change.flags or Flag.TORTURED_RIGHT in change.flags):
        return Nature.GARBLED
    if kind is None:
        return Nature.CONTRADICTED
    if Role.SPUN in (left, right) or Role.REWRITE in (left, right) or kind in (LinkKind.SPUN, LinkKind.REWRITE):
        return Nature.GARBLED
    if kind is LinkKind.REVISION or Role.REVISION in (left, right):
        return Nature.REVISED
    return Nature.GARBLED


def read_off(
    comparison: Comparison,
    left: Article,
    right: Article,
    pairs: Sequence[tuple[Claim, Claim]],
    kind: LinkKind | None,
    roles: tuple[Role, Role],
) -> list[Conflict]:
    """The conflicts between answering claims of two articles: every change of fact, and one per altered quotation."""
    ordered = sorted(pairs, key=lambda pair: pair[0].start)
    starts = [pair[0].start for pair in ordered]
    longest = max((one.end - one.start for one, _ in ordered), default=0)
    found: dict[tuple[str, str, ConflictKind, int], Conflict] = {}
    for row in comparison.rows:
        for change in row.changes:
            if not (change.is_fact or change.in_quotation) or Flag.FORM_ONLY in change.flags:
                continue
            holders = _holding(ordered, starts, longest, change)
            if holders is None:
                continue
            one, two = holders
            nature = nature_of(kind, *roles, change)
            if change.is_fact:
                conflict = _of(_KINDS[change.kind], nature, one, two, left, right, change.left, change.right)
                found.setdefault((one.id, two.id, conflict.kind, change.left.start), conflict)
            else:
                spans = (_quotation_at(left.text, one, change.left), _quotation_at(right.text, two, change.right))
                conflict = _of(ConflictKind.QUOTATION, nature, one, two, left, right, *spans)
                found.setdefault((one.id, two.id, conflict.kind, spans[0].start), conflict)
    return list(found.values())


def _of(
    kind: ConflictKind, nature: Nature, one: Claim, two: Claim, left: Article, right: Article, here: Span, there: Span
) -> Conflict:
    return Conflict(kind, nature, (one.id, two.id), (here.of(left.text), there.of(right.text)), (here, there))


def _holding(
    ordered: Sequence[tuple[Claim, Claim]], starts: Sequence[int], longest: int, change: Change
) -> tuple[Claim, Claim] | None:
    """The pair of claims that holds the change on both sides, the narrowest first."""
    best: tuple[int, int] | None = None
    last = bisect_right(starts, change.left.end)
    for place in range(last - 1, -1, -1):
        one, two = ordered[place]
        if one.start < change.left.start - longest:
            break
        inside = _touches(one, change.left) + _touches(two, change.right)
        if inside == 2:
            size = one.end - one.start
            if best is None or size < best[0]:
                best = (size, place)
    return ordered[best[1]] if best is not None else None


def _touches(claim: Claim, span: Span) -> bool:
    return (claim.start <= span.start and span.end <= claim.end + 1) or span.overlaps((claim.start, claim.end))


def _quotation_at(text: str, claim: Claim, change: Span) -> Span:
    """The quotation that holds the change, within the claim; the claim's own where its marks were lost."""
    for quote in quotation_spans(text, claim.start, claim.end):
        if quote.start <= change.start and change.end <= quote.end:
            return quote
    if claim.quotation is not None and change.overlaps(claim.quotation):
        return claim.quotation
    return change if change else Span(claim.start, claim.end)


def contradicting(one: Claim, two: Claim) -> bool:
    """Whether two claims of independent articles give different figures of one kind and unit."""
    kinds = (ValueKind.MONEY, ValueKind.PERCENT, ValueKind.QUANTITY)
    ours = {(value.kind, value.unit): value.value for value in one.values if value.kind in kinds}
    theirs = {(value.kind, value.unit): value.value for value in two.values if value.kind in kinds}
    shared = ours.keys() & theirs.keys()
    return len(ours) == len(theirs) == 1 and bool(shared) and all(ours[key] != theirs[key] for key in shared)
