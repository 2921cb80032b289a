"""What kind of change a difference is, and its flags."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from nkreader.compare.certainty import hedge_differs, polarity_differs
from nkreader.compare.closed_classes import VALUE_WORDS
from nkreader.compare.differences import Difference, tells_value
from nkreader.compare.kinship import is_grammar, kinship
from nkreader.compare.model import Change, ChangeKind, Flag
from nkreader.compare.passage import Passage, Run
from nkreader.compare.torture import tortured_flags
from nkreader.compare.whole_names import name_at, with_whole_names
from nkreader.lexicon.cues import is_function_word
from nkreader.lexicon.inflection import same_lemma
from nkreader.mentions.names import same_name
from nkreader.mentions.numerals import worded_number
from nkreader.model import Span, Value, ValueKind

ADDITION = 3
"""Words that one side alone has alter the fact around them up to this number; more are a fact of their own."""
REWRITTEN = 0.5
"""Part of a row's words beyond which it is rewritten freely: what stands in one place need not answer the other."""
INSERTED = 2
"""Words that may be put into a freely rewritten row as a denial or a hedge of their own."""
REPHRASED = 4
"""Words of a replaced run beyond which it is rephrased, and no single word of it answers another."""
KIN = 0.4
"""Kinship from which a word in small letters is a name's translation ("White House", "white home")."""

POSSESSIVE = ("’s", "'s")

Verdict = tuple[ChangeKind, bool]
"""A kind, and whether only the form differs."""


def changes_of(left: Passage, right: Passage, found: Sequence[Difference]) -> tuple[Change, ...]:
    """The differences of a row with kind and flags."""
    changes: list[Change] = []
    found = with_whole_names(found, left, right)
    changed = sum(max(run[1] - run[0] for run in difference) for difference in found)
    free = changed > REWRITTEN * max(len(left.keys), len(right.keys))
    for difference, tortured in zip(found, tortured_flags(left, right, found), strict=True):
        kind, form_only = _kind(left, right, difference, free)
        ours, theirs = left.stretch(difference.left), right.stretch(difference.right)
        if ours.of(left.side.text).endswith(POSSESSIVE) and theirs.of(right.side.text).endswith(POSSESSIVE):
            ours, theirs = Span(ours.start, ours.end - 2), Span(theirs.start, theirs.end - 2)
        quoted = left.side.quotation_of(ours) is not None or right.side.quotation_of(theirs) is not None
        flags = [Flag.IN_QUOTATION] if quoted else []
        flags += tortured
        flags += [Flag.FORM_ONLY] if form_only else []
        changes.append(Change(kind, ours, theirs, tuple(flags)))
    return tuple(changes)


def _kind(left: Passage, right: Passage, difference: Difference, free: bool) -> Verdict:
    verdict = _figure(left, right, difference, free) or _name(left, right, difference, free)
    if verdict:
        return verdict
    ours, theirs = left.words(difference.left), right.words(difference.right)
    keys = left.keys[slice(*difference.left)], right.keys[slice(*difference.right)]
    if _is_tight(difference) and (not free or _answer_each_other(*keys)):
        if polarity_differs(ours, theirs):
            return ChangeKind.NEGATION, False
        if hedge_differs(left, right, difference):
            return ChangeKind.HEDGE, False
    if not ours:
        return ChangeKind.ADDED, False
    if not theirs:
        return ChangeKind.DROPPED, False
    if len(ours) == len(theirs) and all(same_lemma(a, b) or is_grammar(a, b) for a, b in zip(*keys, strict=True)):
        return ChangeKind.GRAMMAR, False
    return ChangeKind.WORDING, False


def _answer_each_other(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether runs of a rewritten sentence still speak of one thing: kin among their words, or a word or two put in."""
    if not ours or not theirs:
        return len(ours or theirs) <= INSERTED
    return any(kinship(a, b) >= KIN or is_grammar(a, b) for a in ours for b in theirs)


def _is_tight(difference: Difference) -> bool:
    """Whether the runs are short enough for a word in them to be put for, or added to, what the other side says."""
    lengths = [run[1] - run[0] for run in difference]
    return max(lengths) <= (REPHRASED if min(lengths) else ADDITION)


def _figure(left: Passage, right: Passage, difference: Difference, free: bool) -> Verdict | None:
    """Number or date, where a figure, a month or the like makes the difference."""
    ours, theirs = left.keys[slice(*difference.left)], right.keys[slice(*difference.right)]
    if not (any(map(tells_value, ours)) or any(map(tells_value, theirs))):
        if sorted(ours) != sorted(theirs):
            return None
    elif not any(map(tells_value, set(ours) ^ set(theirs))) and sorted(ours) != sorted(theirs):
        return None
    values = _values_in(left, difference.left), _values_in(right, difference.right)
    numbers = _bare_numbers(ours), _bare_numbers(theirs)
    dated = any(value.kind == ValueKind.DATE and value.value is not None for side in values for value in side)
    kind = ChangeKind.DATE if dated else ChangeKind.NUMBER
    if values[0] and values[1]:
        same = len(values[0]) == len(values[1]) and all(_same_value(a, b) for a, b in zip(*values, strict=True))
        return kind, same or (not dated and bool(numbers[0]) and numbers[0] == numbers[1])
    if numbers[0] and numbers[1]:
        return kind, not dated and numbers[0] == numbers[1]
    if not (values[0] or values[1]) or free or not _is_tight(difference):
        return None
    if not ours or not theirs:
        return kind, False
    if all(value.value == "1" for value in values[0] or values[1]):
        return None
    # A value against words: garbled ("May", "might") or made vague ("five", "several"), else the place was rephrased.
    others = theirs if values[0] else ours
    vague = len(others) == 1 and is_function_word(others[0])
    return (kind, False) if vague or _bare_numbers(others) or _answer_each_other(ours, theirs) else None


def _values_in(passage: Passage, run: Run) -> list[Value]:
    return [value for (start, end), value in passage.values if start < run[1] and run[0] < end]


def _same_value(a: Value, b: Value) -> bool:
    if a.value is None or a.value != b.value:
        return False
    return a.unit == b.unit or ValueKind.MONEY not in (a.kind, b.kind)


def _bare_numbers(keys: Sequence[str]) -> list[Decimal | str]:
    """Numbers among folded words, in figures or in words, whether or not they count anything ("Radio 4")."""
    return [number for key in keys if (number := _bare_number(key)) is not None]


def _bare_number(key: str) -> Decimal | str | None:
    if any(char.isdigit() for char in key):
        figures = key.replace(",", "")
        return Decimal(figures) if figures.replace(".", "", 1).isdecimal() else key
    return worded_number(key) if key in VALUE_WORDS else None


def _name(left: Passage, right: Passage, difference: Difference, free: bool) -> Verdict | None:
    """A name that is another, garbled or translated; `form_only` where both can name the same."""
    ours, theirs = name_at(left, difference.left), name_at(right, difference.right)
    if ours and theirs and (_is_tight(difference) or (difference.left, difference.right) == (ours, theirs)):
        return ChangeKind.NAME, same_name(" ".join(left.words(ours)), " ".join(right.words(theirs)))
    words = left.words(difference.left), right.words(difference.right)
    if not (ours or theirs) or not words[0] or not words[1] or free or not _is_tight(difference):
        return None
    if all(any(word[:1].isupper() and not is_function_word(word) for word in side) for side in words):
        return ChangeKind.NAME, False
    kin = max(kinship(a.casefold(), b.casefold()) for a in words[0] for b in words[1])
    return (ChangeKind.NAME, False) if kin >= KIN else None
