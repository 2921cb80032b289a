"""Where two claims of independent articles say the same but for one fact, and so contradict each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nkreader.claims.meaning import Meaning, value_key
from nkreader.claims.model import Claim, ConflictKind
from nkreader.claims.voices import named_source
from nkreader.mentions.names import same_name
from nkreader.model import Span, Value, ValueKind

# Two independent claims contradict each other where all but one figure is the same: this much of the heavier one's
# other weight, and at least so much of it altogether. Series ("up 3 per cent", every quarter) are not to be mistaken
# for contradictions, so this asks for more than being the same claim does.
_SAME_BUT_FOR_FIGURE = 0.78
_LEAST_BUT_FOR_FIGURE = 16.0
# ... so many words that are no names, and so many names, none of which stands on one side only: "the bond is sold in
# denominations of" is any bond.
_PLAIN = 3
_NAMES = 2
# Figures this near, as a share of the larger, are one figure rounded.
_ROUNDED = 0.05


@dataclass(frozen=True, slots=True)
class Differing:
    """The fact by which two claims contradict each other: its kind, and where and how each puts it."""

    kind: ConflictKind
    spans: tuple[Span, Span]


def contradiction(
    ours: Meaning, theirs: Meaning, one: Callable[[], Claim], two: Callable[[], Claim]
) -> Differing | None:
    """What two claims of independent articles contradict each other in, None where they do not.

    `one`, `two`: the claims themselves, asked for only where their meanings leave it open.
    """
    if ours.dates != theirs.dates or not ours.figures or not theirs.figures or ours.figures & theirs.figures:
        return None
    left = {key: weight for key, weight in ours.weights.items() if key not in ours.figures}
    right = {key: weight for key, weight in theirs.weights.items() if key not in theirs.figures}
    shared = left.keys() & right.keys()
    weight = sum(min(left[key], right[key]) for key in shared)
    if weight < _LEAST_BUT_FOR_FIGURE or weight < _SAME_BUT_FOR_FIGURE * max(sum(left.values()), sum(right.values())):
        return None
    plain = sum(key not in ours.names and key not in theirs.names for key in shared - ours.values)
    if plain < _PLAIN or ours.names != theirs.names or len(ours.names) < _NAMES:
        return None
    figures = _figures(one(), two(), ours, theirs)
    if figures is None or not _same_word(one(), two()):
        return None
    return Differing(ConflictKind.NUMBER, (figures[0].span, figures[1].span))


def _figures(one: Claim, two: Claim, ours: Meaning, theirs: Meaning) -> tuple[Value, Value] | None:
    """The one figure of each, where they are of one kind and differ."""
    mine = [value for value in one.values if value_key(value) in ours.figures]
    other = [value for value in two.values if value_key(value) in theirs.figures]
    if len(mine) != 1 or len(other) != 1:
        return None
    a, b = mine[0], other[0]
    if (a.kind, a.unit) != (b.kind, b.unit) or a.kind is ValueKind.DURATION or not _differ(a.value, b.value):
        return None
    return a, b


def _same_word(one: Claim, two: Claim) -> bool:
    """Whether two claims rest on the same word. Of two companies each "said it filed for" its own sum."""
    if one.speaker is None or two.speaker is None:
        return one.speaker is two.speaker
    mine, other = named_source(one.speaker), named_source(two.speaker)
    return mine is not None and other is not None and same_name(mine, other)


def _differ(one: str | None, two: str | None) -> bool:
    """Whether two figures are more than roundings of each other. Ranges say neither."""
    try:
        a, b = float(one or ""), float(two or "")
    except ValueError:
        return False
    return abs(a - b) > _ROUNDED * max(abs(a), abs(b))
