"""What kind of change a difference is."""

from __future__ import annotations

from nkreader.compare.model import ChangeKind, Flag
from nkreader.model import Span

MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
)
NEGATIONS = frozenset(
    ["no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "cannot", "without", "impossible", "unable"]
)
HEDGES = frozenset(
    [
        "may",
        "might",
        "could",
        "would",
        "should",
        "likely",
        "probably",
        "possibly",
        "perhaps",
        "reportedly",
        "allegedly",
        "apparently",
        "doubtless",
    ]
)


def kind_of(left_text: str, right_text: str, left: Span, right: Span) -> tuple[ChangeKind, tuple[Flag, ...]]:
    """Kind and flags of one difference."""
    first, second = left_text[left.start : left.end], right_text[right.start : right.end]
    words = set((first + " " + second).casefold().split())
    kind = ChangeKind.WORDING
    if any(c.isdigit() for c in first + second):
        kind = ChangeKind.NUMBER
    elif words & MONTHS:
        kind = ChangeKind.DATE
    elif _negated(first) != _negated(second):
        kind = ChangeKind.NEGATION
    elif words & HEDGES:
        kind = ChangeKind.HEDGE
    elif not first:
        kind = ChangeKind.ADDED
    elif not second:
        kind = ChangeKind.DROPPED
    elif first[:1].isupper() and second[:1].isupper():
        kind = ChangeKind.NAME
    return kind, ()


def _negated(text: str) -> bool:
    return any(word in NEGATIONS or word.endswith("n't") for word in text.casefold().replace("’", "'").split())
