"""Where versions of a claim differ in a fact or in a quotation's wording, and how that came about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from nkreader.claims.likeness import answers
from nkreader.claims.model import Claim, Conflict, ConflictKind, Nature
from nkreader.compare.model import Change, ChangeKind, Comparison, Flag
from nkreader.families.model import LinkKind, Role
from nkreader.model import Article, Span
from nkreader.text.quotes import quotation_spans

_KINDS = {
    ChangeKind.NUMBER: ConflictKind.NUMBER,
    ChangeKind.DATE: ConflictKind.DATE,
    ChangeKind.NAME: ConflictKind.NAME,
    ChangeKind.NEGATION: ConflictKind.NEGATION,
    ChangeKind.HEDGE: ConflictKind.HEDGE,
}


# Of the shorter quotation's words this many stand in the other one too where both are one quotation: spun ones keep
# their small words, two quotations of one speaker share fewer.
_SAME_QUOTATION = 0.3
# Of a quotation's words this many are still there where only its marks were lost.
_KEPT_QUOTATION = 0.5
# A quotation of fewer words proves nothing by standing in a longer one.
_FEWEST_CUT = 4
_WORD = re.compile(r"\w+(?:['’]\w+)?")


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
                if not answers(change, one, two, left.text, right.text):
                    continue
                conflict = _of(_KINDS[change.kind], nature, one, two, left, right, change.left, change.right)
                found.setdefault((one.id, two.id, conflict.kind, change.left.start), conflict)
            else:
                spans = _answering_quotations(left.text, one, right.text, two, change)
                if spans is not None:
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


def _answering_quotations(left: str, one: Claim, right: str, two: Claim, change: Change) -> tuple[Span, Span] | None:
    """The two wordings of one quotation that a change lies in. None where they are two quotations, or one is none."""
    here, there = _quotation_at(left, one, change.left), _quotation_at(right, two, change.right)
    if here is None and there is not None:
        here = _likest(left, one, there.of(right))
    elif there is None and here is not None:
        there = _likest(right, two, here.of(left))
    if here is not None and there is not None:
        if _cut_from(here.of(left), there.of(right)):
            return None
        ours, theirs = _words(here.of(left)), _words(there.of(right))
        return (here, there) if (ours & theirs).total() >= _SAME_QUOTATION * min(ours.total(), theirs.total()) else None
    # The marks were lost on one side: the words must still be there, else it was told in other words.
    if here is not None:
        quoted, told = _words(here.of(left)), _words(two.span.of(right))
    elif there is not None:
        quoted, told = _words(there.of(right)), _words(one.span.of(left))
    else:
        return None
    kept = (quoted & told).total() >= _KEPT_QUOTATION * quoted.total()
    return (here or one.span, there or two.span) if kept else None


def _cut_from(one: str, two: str) -> bool:
    """Whether the words of one quotation stand in the other just as they are: less is quoted, nothing is altered."""
    a, b = sorted((f" {' '.join(_WORD.findall(text.casefold()))} " for text in (one, two)), key=len)
    return len(a) < len(b) and a in b and a.count(" ") > _FEWEST_CUT


def _likest(text: str, claim: Claim, quoted: str) -> Span | None:
    """The quotation of a claim that shares most words with one of the other text."""
    words = _words(quoted)
    found = [*quotation_spans(text, claim.start, claim.end), *filter(None, [claim.quotation])]
    return max(found, key=lambda span: (_words(span.of(text)) & words).total(), default=None)


def _words(text: str) -> Counter[str]:
    return Counter(word.casefold() for word in _WORD.findall(text))


def _quotation_at(text: str, claim: Claim, change: Span) -> Span | None:
    """The quotation that holds the change, within the claim."""
    for quote in quotation_spans(text, claim.start, claim.end):
        if quote.start <= change.start and change.end <= quote.end:
            return quote
    if claim.quotation is not None and change.overlaps(claim.quotation):
        return claim.quotation
    return None
