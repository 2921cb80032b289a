"""Whether what stands on the two sides of a changed fact answers each other, so that the two can contradict at all.

A free rewriting puts other words in the same place: "165,000 barrels" beside "12 months" is no other figure.
"""

from __future__ import annotations

import re

from nkreader.claims.model import Claim
from nkreader.compare.model import Change, ChangeKind, Flag
from nkreader.lexicon.capitals import stands_for
from nkreader.model import Span, Value, ValueKind

# A change of this many words on each side swaps a word for a word, even where one side's is no value any more
# ("May 9" > "Might 9").
_SWAPPED = 4
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_FOLK = re.compile(r"(?:['’]s|['’]|n|an|ian|ean|ese|ish|i|s)")
# Both say that it will probably be so: another word for the same, however a comparison must show it.
_PROBABLE = re.compile(r"\b(?:likely|likelihood|probabl[ey]|doubtless(?:ly)?|presumably)\b", re.IGNORECASE)
_WHETHER = re.compile(r"\bor\s+not\b", re.IGNORECASE)
_NEGATES = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|(?:un|im|in|ir|il)[a-z]{4,}(?:able|ible|likely))\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)


def answers(change: Change, one: Claim, two: Claim, left: str, right: str) -> bool:
    """Whether a changed fact of two answering claims is one and the same fact told differently."""
    if change.kind is ChangeKind.NUMBER:
        return _same_kind_of_figure(change, one, two, left, right)
    if change.kind is ChangeKind.DATE:
        return _dates_answer(change, one, two, left, right)
    if change.kind is ChangeKind.NAME:
        return not _same_body(change.left.of(left), change.right.of(right))
    if change.kind is ChangeKind.NEGATION:
        return not _negated_alike(change, left, right)
    if change.kind is ChangeKind.HEDGE:
        return not (_PROBABLE.search(change.left.of(left)) and _PROBABLE.search(change.right.of(right)))
    return True


def _same_kind_of_figure(change: Change, one: Claim, two: Claim, left: str, right: str) -> bool:
    ours, theirs = _values(one, change.left), _values(two, change.right)
    if not ours or not theirs:
        return _swapped(change, left, right)
    return any(_class(a) == _class(b) for a in ours for b in theirs)


def _class(value: Value) -> str:
    """Counts and quantities answer each other; money, shares, dates and durations only their own kind."""
    return "number" if value.kind in (ValueKind.COUNT, ValueKind.QUANTITY) else str(value.kind)


def _dates_answer(change: Change, one: Claim, two: Claim, left: str, right: str) -> bool:
    ours = [value for value in _values(one, change.left) if value.kind is ValueKind.DATE]
    theirs = [value for value in _values(two, change.right) if value.kind is ValueKind.DATE]
    if not ours or not theirs:
        return _swapped(change, left, right)
    # "One month later" may well be October.
    return any((a.value is None) == (b.value is None) for a in ours for b in theirs)


def _values(claim: Claim, span: Span) -> list[Value]:
    return [value for value in claim.values if value.span.overlaps(span)]


def _swapped(change: Change, left: str, right: str) -> bool:
    """Whether a few words stand for a few others, some of them the same or known to be garbled."""
    if Flag.TORTURED_LEFT in change.flags or Flag.TORTURED_RIGHT in change.flags:
        return True
    ours, theirs = (_WORD.findall(change.left.of(left).casefold()), _WORD.findall(change.right.of(right).casefold()))
    if len(ours) > _SWAPPED or len(theirs) > _SWAPPED:
        return False
    return not ours or not theirs or len(ours) == len(theirs) or bool(set(ours) & set(theirs))


def _same_body(one: str, two: str) -> bool:
    """Whether two names are forms of one ("Korean", "Korea's"), or a seat of government and its country."""
    if stands_for(one, two):
        return True
    # "the Board's spokesman" speaks for the Board: words in small letters are no part of the name.
    ours, theirs = ([word.casefold() for word in name.split() if word[0].isupper()] for name in (one, two))
    return bool(ours) and len(ours) == len(theirs) and all(_same_stem(a, b) for a, b in zip(ours, theirs, strict=True))


def _same_stem(one: str, two: str) -> bool:
    """Whether a name and its adjective or possessive stand beside each other."""
    shorter, longer = sorted((_bare(one), _bare(two)), key=len)
    if shorter == longer:
        return True
    rest = longer.removeprefix(shorter)
    return rest != longer and len(shorter) >= 4 and _FOLK.fullmatch(rest) is not None


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.strip('.,;:!?"“”‘()'))


def _negated_alike(change: Change, left: str, right: str) -> bool:
    """Whether both sides negate as often ("not possible" > "improbable"), or one only asks "whether or not"."""
    ours, theirs = _negations(change.left, left), _negations(change.right, right)
    return ours == theirs and (ours > 0 or any(_asks(change.left, left)) or any(_asks(change.right, right)))


def _negations(span: Span, text: str) -> int:
    """How often a stretch negates, "whether or not" aside."""
    told = _WHETHER.sub(" ", span.of(text))
    return len(_NEGATES.findall(told)) - sum(_asks(span, text)[1:])


def _asks(span: Span, text: str) -> tuple[bool, bool]:
    """Whether a stretch holds "or not", and whether it begins with the "not" of one."""
    begins = text[: span.start].rstrip().casefold().endswith(" or") and span.of(text).casefold().startswith("not")
    return _WHETHER.search(span.of(text)) is not None, begins
