"""Facts that a row only says in another place: what one side has here and the other side there has not changed."""

from __future__ import annotations

from collections.abc import Sequence

from nkreader.compare.certainty import denials_in, hedges_in
from nkreader.compare.differences import Difference
from nkreader.compare.model import ChangeKind
from nkreader.compare.passage import Passage, Run
from nkreader.lexicon.cues import is_function_word

Verdict = tuple[ChangeKind, bool]
"""A kind, and whether only the form differs."""


def plain(difference: Difference) -> ChangeKind:
    """The kind of a change that says the same in other words, or has words on one side only."""
    (a, b), (c, d) = difference
    return ChangeKind.ADDED if a == b else ChangeKind.DROPPED if c == d else ChangeKind.WORDING


def without_moved_facts(
    left: Passage, right: Passage, found: Sequence[Difference], verdicts: Sequence[Verdict], free: bool
) -> list[Verdict]:
    """The verdicts, those facts being mere wording that the other side says elsewhere in the row.

    `free`: whether the row is rewritten freely. There, a figure or name of one side that stands anywhere in the other
    has moved; in any other row the two sides may have changed places, and that is a change.
    """
    result = list(verdicts)
    denials = [number for number, (kind, _) in enumerate(verdicts) if kind is ChangeKind.NEGATION]
    if denials and _denials_moved(left, right, [found[number] for number in denials], free):
        for number in denials:
            result[number] = plain(found[number]), False
    for number, (kind, form_only) in enumerate(verdicts):
        if form_only:
            continue
        ours, theirs = found[number]
        if kind is ChangeKind.HEDGE:
            moved = _stand_elsewhere(hedges_in(left, ours), left, right) or _stand_elsewhere(
                hedges_in(right, theirs), right, left
            )
        elif kind in (ChangeKind.NUMBER, ChangeKind.DATE) and free:
            moved = _values_elsewhere(left, ours, right, theirs) or _values_elsewhere(right, theirs, left, ours)
        elif kind is ChangeKind.NAME and free:
            moved = _name_elsewhere(left, ours, right, theirs) or _name_elsewhere(right, theirs, left, ours)
        else:
            continue
        if moved:
            result[number] = plain(found[number]), False
    return result


def _denials_moved(left: Passage, right: Passage, found: Sequence[Difference], free: bool) -> bool:
    """Whether denials only stand elsewhere in the other sentence ("does not mean", "doesn’t … mean").

    In a free rewriting they may be implied there, too ("is unacceptable" for "should not").
    """
    if free:
        more = denials_in(left, (0, len(left.keys))) - denials_in(right, (0, len(right.keys)))
        return more == 0
    here = sum(denials_in(left, ours) - denials_in(right, theirs) for ours, theirs in found)
    return len(found) > 1 and here == 0


def _stand_elsewhere(keys: Sequence[str], own: Passage, other: Passage) -> bool:
    """Whether words of one side are as often on the other."""
    return bool(keys) and all(other.keys.count(key) >= own.keys.count(key) for key in keys)


def _values_elsewhere(own: Passage, run: Run, other: Passage, answer: Run) -> bool:
    """Whether all values here stand outside the answer on the other side."""
    here = [value for (start, end), value in own.values if start < run[1] and run[0] < end]
    rest = [value for (start, end), value in other.values if end <= answer[0] or answer[1] <= start]
    known = {(value.kind, value.value or value.text.casefold(), value.unit) for value in rest}
    return bool(here) and all((value.kind, value.value or value.text.casefold(), value.unit) in known for value in here)


def _name_elsewhere(own: Passage, run: Run, other: Passage, answer: Run) -> bool:
    """Whether the words of the name here stand outside the answer on the other side."""
    keys = [
        key
        for key, word in zip(own.keys[slice(*run)], own.words(run), strict=True)
        if word[:1].isupper() and not is_function_word(key)
    ]
    rest = {key.removesuffix("'s") for key in (*other.keys[: answer[0]], *other.keys[answer[1] :])}
    return bool(keys) and all(key.removesuffix("'s") in rest for key in keys)
