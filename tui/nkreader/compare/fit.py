"""How much better English has the one side's wording of a change than the other's, neighbours included.

A synonym spinner replaces words without looking at their neighbours, so what it wrote goes worse with them than what
stood there, change after change. An editor's synonyms go as well as the words they replace.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import repeat
from math import sqrt
from typing import NamedTuple

from nkreader.compare.closed_classes import VALUE_WORDS
from nkreader.compare.differences import Difference
from nkreader.compare.kinship import is_content
from nkreader.compare.model import Change, ChangeKind, Flag, Row
from nkreader.compare.passage import Passage
from nkreader.lexicon.frequency import run_count, word_count
from nkreader.lexicon.inflection import same_lemma
from nkreader.lexicon.spelling import same_but_for_spelling
from nkreader.lexicon.synonyms import relatedness

RELATED = 0.45
"""Dictionary neighbours: from here on a spinner may have put one word for the other."""
WORSE, WORSE_UNRELATED, WORSE_ALONE = 0.75, 1.2, 2.7
"""Powers of ten by which one word goes worse with its neighbours than the other, from which it wrecks the wording.

The first two where the other changes show that side to be spun. Of what spinners put, half is found; of a hundred
changes by a careful editor one is taken for such.
"""
BROKEN = 0.4
"""The same, where an expression that dictionaries list is broken, and is no name: an editor may do that too."""
RARITY, RARITY_ALONE = 0.3, 0.9
"""Share of it that is laid to the word being rarer wherever it stands. An editor too may put a rarer word."""
EXTRA_WORD = 2.0
"""What a longer wording is granted for each word more: it is rarer by itself."""
MOST = 2.5
"""Powers of ten that one change says at most about which side is spun."""
SPUN, CLEARLY, RESERVE = 0.2, 1.3, 6
"""Mean from which one side is spun; the least that it must be times the root of how many changes say it, lest chance
decide; and how many changes that say nothing are added to those there are.

Means of spun texts are .25 to 1.1, of edited ones -.1 to .1; where every synonym was put by rule, -.3 to .3.
"""
REWRITTEN, REWRITTEN_SPUN = 0.5, 0.75
"""Part of a row's words beyond which it is rewritten, and no word of it answers one certain word; of a spun one's."""

MOST_OF_IT = 0.5
"""Share of the words of a longer wording that must be neighbours of the other's."""
STEM = 4
"""Letters that forms of one name share: "Korean", "Korea"."""

_SIDES = (Flag.TORTURED_LEFT, Flag.TORTURED_RIGHT)
_ORDER = list(Flag)
_WORDS = (ChangeKind.WORDING, ChangeKind.NAME, ChangeKind.GRAMMAR, ChangeKind.HEDGE)

Sides = tuple[Passage, Passage]


class Fit(NamedTuple):
    """Powers of ten by which the left wording of a change goes better with its neighbours than the right one."""

    gain: float
    rarity: float
    """How much of it would be so between any neighbours."""
    related: bool
    """Whether dictionaries have the words as neighbours."""

    def less(self, share: float) -> float:
        return self.gain - share * self.rarity


class Weighed(NamedTuple):
    """What the changes of a row show."""

    fits: Sequence[Fit | None]
    """One to a change; None where neither wording was put for the other."""
    share: float
    """The part of the row's words that is changed, on the side where it is the greater."""


def weighed(left: Passage, right: Passage, changes: Sequence[Change], found: Sequence[Difference]) -> Weighed:
    """How well the two wordings of each change of a row fit their places; `found` says which words they take up."""
    totals = sum([b - a for (a, b), _ in found]), sum([d - c for _, (c, d) in found])
    share = max(totals[0] / len(left.keys), totals[1] / len(right.keys))
    if share > REWRITTEN_SPUN:
        return Weighed([None] * len(found), share)
    return Weighed([_fit(change, both, (left, right)) for change, both in zip(changes, found, strict=True)], share)


def with_worse_sides(rows: list[Row], found: Mapping[int, Weighed]) -> list[Row]:
    """The rows, their changes flagged where one side's wording wrecks what the other has.

    `found` is what the changes of rows show, by the row's number.
    """
    said = [
        max(-MOST, min(MOST, fit.less(RARITY_ALONE)))
        for fits, share in found.values()
        if share <= REWRITTEN
        for fit in fits
        if fit is not None and fit.related
    ]
    lean = _lean(said)
    for number, (fits, share) in found.items():
        if share > REWRITTEN and abs(lean) < SPUN:
            fits = [None] * len(fits)
        row = rows[number]
        changes = tuple(map(_flagged, row.changes, fits, repeat(lean)))
        if changes != row.changes:
            rows[number] = Row(row.kind, row.moved, row.left, row.right, changes)
    return rows


def _lean(said: Sequence[float]) -> float:
    """How much the changes say that the right side is spun, negative for the left one; 0 where chance may say it."""
    mean = sum(said) / (len(said) + RESERVE)
    return mean if abs(mean) * sqrt(len(said)) >= CLEARLY else 0.0


def _fit(change: Change, words: Difference, sides: Sides) -> Fit | None:
    """How much better the left wording fits its place; None where neither was put for the other."""
    if change.kind == ChangeKind.DATE:
        return _garbled_date(words, sides)
    if change.kind not in _WORDS:
        return None
    (a, b), (c, d) = _differing(sides, words)
    if a == b or c == d:
        return None
    ours, theirs = tuple(sides[0].plain[a:b]), tuple(sides[1].plain[c:d])
    if change.kind == ChangeKind.NAME and [word[:STEM] for word in ours] == [word[:STEM] for word in theirs]:
        return None
    both = _both(ours, theirs)
    if both is None or not (both.related or change.kind == ChangeKind.WORDING):
        return None
    before = _neighbours(sides, a, c, -1)
    after = _neighbours(sides, b, d, 0)
    own, other = (*before[0], *ours, *after[0]), (*before[1], *theirs, *after[1])
    if len(own) < 2 or len(other) < 2:
        return Fit(0.0, 0.0, both.related)
    longer = len(ours) - len(theirs)
    return Fit(_gain(own, other) + EXTRA_WORD * longer, both.rarity, both.related)


@lru_cache(maxsize=1 << 15)
def _gain(own: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Powers of ten by which the one run of words is more usual: what one copy wrote there, others wrote too."""
    return run_count(own) - run_count(other)


def _garbled_date(words: Difference, sides: Sides) -> Fit | None:
    """The fit of a date whose other side is no date any more ("Might 9"); None for two dates."""
    ours, theirs = sides[0].keys[slice(*words.left)], sides[1].keys[slice(*words.right)]
    for sign, dated, other in ((1, ours, theirs), (-1, theirs, ours)):
        pairs = zip(dated, other, strict=False)
        if len(dated) == len(other) and any(
            a in VALUE_WORDS and b not in VALUE_WORDS and b.isalpha() for a, b in pairs
        ):
            return Fit(sign * MOST, 0.0, False)
    return None


def _differing(sides: Sides, words: Difference) -> Difference:
    """The runs without the words that both begin or end with: "House" and "Home" of "White House" and "White Home"."""
    (a, b), (c, d) = words
    ours, theirs = sides[0].keys, sides[1].keys
    if b - a == d - c == 1 and ours[a] != theirs[c]:
        return words
    while a < b and c < d and ours[a] == theirs[c]:
        a, c = a + 1, c + 1
    while a < b and c < d and ours[b - 1] == theirs[d - 1]:
        b, d = b - 1, d - 1
    return Difference((a, b), (c, d))


def _neighbours(sides: Sides, left: int, right: int, step: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words before these places (a step of -1) or at them (0), one a side; none where either side's clause ends
    there or either is a figure."""
    if not (sides[0].joined[left] and sides[1].joined[right]):
        return (), ()
    ours, theirs = sides[0].plain[left + step], sides[1].plain[right + step]
    return ((), ()) if "#" in (ours, theirs) else ((ours,), (theirs,))


class Both(NamedTuple):
    """What two wordings are to each other, wherever they stand."""

    related: bool
    rarity: float
    """Powers of ten by which the first one's words are the more usual, where there are as many."""


@lru_cache(maxsize=1 << 15)
def _both(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Both | None:
    """None where they are forms of the same words, or either tells of nothing."""
    if _are_forms(ours, theirs) or not (any(map(is_content, ours)) and any(map(is_content, theirs))):
        return None
    rarity = sum(map(word_count, ours)) - sum(map(word_count, theirs)) if len(ours) == len(theirs) else 0.0
    return Both(_are_related(ours, theirs), rarity)


def _are_forms(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether both are the same words, in other forms or spellings perhaps."""
    return len(ours) == len(theirs) and all(
        same_lemma(a, b) or same_but_for_spelling(a, b) for a, b in zip(ours, theirs, strict=True)
    )


def _are_related(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether most of the words of either side are dictionary neighbours of the other's."""
    for words, others in ((ours, theirs), (theirs, ours)):
        content = [word for word in words if is_content(word)]
        near = sum(any(relatedness(word, other) >= RELATED for other in others) for word in content)
        if near < MOST_OF_IT * len(content):
            return False
    return True


def _flagged(change: Change, fit: Fit | None, lean: float) -> Change:
    """The change with the flag of the side that is wrecked, as far as the other changes bear it out."""
    if fit is None and not change.flags:
        return change
    rest = tuple([flag for flag in change.flags if flag not in _SIDES])
    wrecked = None if change.kind == ChangeKind.NUMBER else _wrecked(change, fit, lean, bool(rest != change.flags))
    flags = _in_order((*rest, wrecked)) if wrecked else rest
    return Change(change.kind, change.left, change.right, flags) if flags != change.flags else change


def _wrecked(change: Change, fit: Fit | None, lean: float, flagged: bool) -> Flag | None:
    """The flag of the side that is wrecked; `flagged` says whether the change has such a flag so far."""
    for flag, sign in ((Flag.TORTURED_RIGHT, 1), (Flag.TORTURED_LEFT, -1)):
        if sign * lean <= -SPUN:
            continue
        spun = sign * lean >= SPUN
        if flag in change.flags:
            worse = fit is None or sign * fit.less(RARITY_ALONE) >= BROKEN
            wrecked = spun or worse or change.kind == ChangeKind.NAME
        elif fit is None or flagged:
            wrecked = False
        elif spun:
            least = WORSE if fit.related else WORSE_UNRELATED
            wrecked = change.kind == ChangeKind.NAME or sign * fit.less(RARITY) >= least
        else:
            wrecked = fit.related and sign * fit.less(RARITY_ALONE) >= WORSE_ALONE
        if wrecked:
            return flag
    return None


def _in_order(flags: Sequence[Flag]) -> tuple[Flag, ...]:
    return tuple(sorted(flags, key=_ORDER.index)) if len(flags) > 1 else tuple(flags)
