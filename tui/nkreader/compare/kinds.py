"""What kind of change a difference is, and its flags."""

from __future__ import annotations

from collections.abc import Sequence

from nkreader.compare.certainty import hedge_differs, polarity_differs
from nkreader.compare.differences import Difference
from nkreader.compare.kinship import kinship, same_office
from nkreader.compare.model import Change, ChangeKind, Flag
from nkreader.compare.passage import Passage, Run
from nkreader.compare.torture import tortured_flags
from nkreader.lexicon.inflection import same_lemma
from nkreader.mentions.names import same_name
from nkreader.model import Value, ValueKind

ADDITION = 3
"""Words that stand on one side alone alter the fact around them up to this number; more of them are a fact of their own."""


def changes_of(left: Passage, right: Passage, found: Sequence[Difference]) -> tuple[Change, ...]:
    """The differences of a row with kind and flags."""
    changes: list[Change] = []
    tortured = tortured_flags(left, right, found)
    for difference, torture in zip(found, tortured, strict=True):
        kind, form_only = _kind(left, right, difference)
        ours, theirs = left.stretch(difference.left), right.stretch(difference.right)
        flags: list[Flag] = []
        if left.side.quotation_of(ours) is not None or right.side.quotation_of(theirs) is not None:
            flags.append(Flag.IN_QUOTATION)
        flags += torture
        if form_only:
            flags.append(Flag.FORM_ONLY)
        changes.append(Change(kind, ours, theirs, tuple(flags)))
    return tuple(changes)


def _kind(left: Passage, right: Passage, difference: Difference) -> tuple[ChangeKind, bool]:
    ours, theirs = left.words(difference.left), right.words(difference.right)
    figure = _figure(left, right, difference)
    if figure:
        return figure
    name = _name(left, right, difference)
    if name:
        return name
    if (len(ours) <= ADDITION and len(theirs) <= ADDITION) or (ours and theirs):
        if polarity_differs(ours, theirs):
            return ChangeKind.NEGATION, False
        if hedge_differs(ours, theirs):
            return ChangeKind.HEDGE, False
    if not ours:
        return ChangeKind.ADDED, False
    if not theirs:
        return ChangeKind.DROPPED, False
    if all(
        same_lemma(a, b) or same_office(a, b)
        for a, b in zip(left.keys[slice(*difference.left)], right.keys[slice(*difference.right)], strict=False)
    ) and len(ours) == len(theirs):
        return ChangeKind.GRAMMAR, False
    return ChangeKind.WORDING, False


def _figure(left: Passage, right: Passage, difference: Difference) -> tuple[ChangeKind, bool] | None:
    ours, theirs = _values_in(left, difference.left), _values_in(right, difference.right)
    if not ours and not theirs:
        return None
    date = any(value.kind == ValueKind.DATE for value in (*ours, *theirs))
    kind = ChangeKind.DATE if date else ChangeKind.NUMBER
    if ours and theirs:
        same = len(ours) == len(theirs) and all(_same_value(a, b) for a, b in zip(ours, theirs, strict=True))
        return kind, same
    alone = ours or theirs
    if not left.words(difference.left) or not right.words(difference.right):
        run, words = (difference.left, ours) if ours else (difference.right, theirs)
        if run[1] - run[0] > ADDITION:
            return None
        return kind, False
    if all(value.value == "1" for value in alone):
        return None
    return kind, False


def _values_in(passage: Passage, run: Run) -> list[Value]:
    if "values" not in passage.__dict__:
        return []
    return [value for (start, end), value in passage.values if start < run[1] and run[0] < end]


def _same_value(a: Value, b: Value) -> bool:
    if a.value is None or b.value is None or a.value != b.value:
        return False
    if ValueKind.MONEY in (a.kind, b.kind):
        return a.unit == b.unit
    return True


def _name(left: Passage, right: Passage, difference: Difference) -> tuple[ChangeKind, bool] | None:
    capital = _capital(left, difference.left), _capital(right, difference.right)
    if not any(capital):
        return None
    ours, theirs = _names_at(left, difference.left), _names_at(right, difference.right)
    if not ours and not theirs:
        return None
    words = left.words(difference.left), right.words(difference.right)
    if ours and theirs:
        whole = " ".join(left.words(ours)), " ".join(right.words(theirs))
        return ChangeKind.NAME, same_name(*whole)
    if not words[0] or not words[1]:
        return None
    if all(capital):
        return ChangeKind.NAME, False
    kin = max(kinship(a.casefold(), b.casefold()) for a in words[0] for b in words[1])
    return (ChangeKind.NAME, False) if kin >= 0.4 else None


def _capital(passage: Passage, run: Run) -> bool:
    return any(passage.word(number)[:1].isupper() for number in range(*run))


def _names_at(passage: Passage, run: Run) -> Run | None:
    for start, end in passage.names:
        if (start < run[1] and run[0] < end) or (run[0] == run[1] and start < run[0] < end):
            return start, end
    return None
