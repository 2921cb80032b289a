"""Tortured phrases by alignment: a spun copy says "White Home" where its original says "White House"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nkreader.compare.model import Comparison, Row, RowKind
from nkreader.lexicon.cues import is_function_word
from nkreader.lexicon.expressions import breaks_expression, is_set_expression
from nkreader.lexicon.frequency import bigram, run_count
from nkreader.lexicon.inflection import same_lemma
from nkreader.lexicon.synonyms import relatedness
from nkreader.model import Article, Span
from nkreader.phrases.tokens import Token

CHANGED_AT_MOST, ROWS_AT_LEAST = 0.5, 0.6
"""A row of which more than half of the copy's words is changed is a rewrite, and so is a copy most of whose rows are.
Spun copies change .1 to .5 of a row's words, rewrites of a spun copy .6 in the middle."""
LONGEST = 6
"""A change of more words on either side is an edit."""
PLAIN = 0.9
"""Synonyms of one usual sense."""
_TITLES = frozenset((
    "president", "leader", "chief", "premier", "minister", "chancellor", "king", "queen", "prince", "princess",
    "pope", "general", "colonel", "captain", "mr", "mrs", "ms", "dr", "sir", "lord", "lady", "director",
    "professor", "judge", "senator", "governor", "mayor", "spokesman", "spokeswoman", "secretary", "head",
))  # fmt: skip
"""Before a person's name one title may stand for another; that wrecks no name."""
RELATED = 0.4
"""Dictionary neighbours: from here on one word may have been put for the other."""


@dataclass(frozen=True, slots=True)
class Substitution:
    """What the copy put for its original's words, and how much worse it goes with its neighbours."""

    first: int
    """Index of the copy's first token that differs."""
    last: int
    original: str
    """The original's words as it writes them."""
    words: tuple[str, ...]
    """The same, in small letters."""
    gain: float
    """By how many powers of ten English has the original's wording more often, neighbours included."""
    breaks: bool
    """Whether it breaks a set expression or name."""
    odd: bool
    """Whether the copy's words stand in a pair English hardly has, where the original's stand in one it has."""
    related: bool
    """Whether a dictionary or the spinner table has the words as neighbours."""
    name: bool
    """Whether it wrecks a name ("Yalu Stream" for "Yalu River"): the whole name then, its unchanged words included."""
    plain: bool
    """Whether it puts an everyday synonym, or one function word for another, which wrecks nothing by itself."""


def substitutions(
    original: tuple[Article, Sequence[Token]], copy: tuple[Article, Sequence[Token]], comparison: Comparison
) -> list[Substitution]:
    """Every place where the copy has other words than its original, in the copy's order; none for a rewrite.

    The articles come with their tokens; the comparison has the original on the left.
    """
    ours, theirs = _Index(original[1]), _Index(copy[1])
    found: list[Substitution] = []
    changed = [row for row in comparison.rows if row.kind is RowKind.CHANGED]
    light = [row for row in changed if _changed_share(row, theirs) <= CHANGED_AT_MOST]
    if len(light) < ROWS_AT_LEAST * len(changed):
        return found
    for row in light:
        for left, right in _runs(row, ours, theirs):
            if 0 < right.end - right.start <= LONGEST and left.end - left.start <= LONGEST:
                found.append(_weighed(original, copy, left, right))
    return sorted(found, key=lambda item: item.first)


class _Index:
    """Finds the tokens of a stretch of text."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.starts = [token.start for token in tokens]
        self.tokens = tokens

    def within(self, span: Span) -> Span:
        """Indices of the tokens that begin inside the span."""
        return Span(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))


def _changed_share(row: Row, theirs: _Index) -> float:
    total = sum(end - start for start, end in map(theirs.within, row.right))
    changed = sum(end - start for start, end in (theirs.within(change.right) for change in row.changes))
    return changed / total if total else 1.0


def _runs(row: Row, ours: _Index, theirs: _Index) -> Iterator[tuple[Span, Span]]:
    """The row's changes as token ranges of either side, those without an unchanged word between them taken together."""
    run: tuple[Span, Span] | None = None
    for change in sorted(row.changes, key=lambda item: (item.right, item.left)):
        left, right = ours.within(change.left), theirs.within(change.right)
        if run is None:
            run = (left, right)
        elif run[0].end == left.start and run[1].end == right.start:
            run = (Span(run[0].start, left.end), Span(run[1].start, right.end))
        else:
            yield run
            run = (left, right)
    if run is not None:
        yield run


def _weighed(
    original: tuple[Article, Sequence[Token]], copy: tuple[Article, Sequence[Token]], left: Span, right: Span
) -> Substitution:
    wrecked = _wrecked_name(original[1], copy[1], left, right)
    if wrecked:
        left, right = wrecked
    ours, theirs = _context(original[1], left), _context(copy[1], right)
    gain = run_count(ours) - run_count(theirs)
    own = [token.stem for token in original[1][left.start : left.end]]
    put = [token.stem for token in copy[1][right.start : right.end]]
    span = (original[1][left.start].start, original[1][left.end - 1].end) if own else (0, 0)
    listed = any(bigram(a, b) for a, b in pairwise(ours))
    unlisted = any(not bigram(a, b) and "#" not in (a, b) for a, b in pairwise(theirs))
    return Substitution(
        right.start,
        right.end,
        original[0].text[span[0] : span[1]],
        tuple(own),
        gain,
        len(ours) == len(theirs) and breaks_expression(ours, theirs),
        listed and unlisted,
        _related(own, put),
        wrecked is not None,
        len(own) == len(put) == 1 and (is_function_word(own[0]) or relatedness(own[0], put[0]) >= PLAIN),
    )


def _wrecked_name(ours: Sequence[Token], theirs: Sequence[Token], left: Span, right: Span) -> tuple[Span, Span] | None:
    """The whole name on either side, where neighbours of its words were put for them beside words that stayed."""
    while left.end > left.start and right.end > right.start and ours[left.start].word == theirs[right.start].word:
        left, right = Span(left.start + 1, left.end), Span(right.start + 1, right.end)
    while left.end > left.start and right.end > right.start and ours[left.end - 1].word == theirs[right.end - 1].word:
        left, right = Span(left.start, left.end - 1), Span(right.start, right.end - 1)
    own, put = ours[left.start : left.end], theirs[right.start : right.end]
    if not own or not put or not put[0].capital or own[0].first:
        return None
    if not all(token.capital and token.stem not in _TITLES and not is_function_word(token.stem) for token in own):
        return None
    if not _related([token.stem for token in own], [token.stem for token in put]):
        return None
    first = last = 0
    while not ours[left.start - first].opens and _shared_capital(ours, theirs, left.start - first, right.start - first):
        first += 1
    while (
        left.end + last < len(ours)
        and not ours[left.end + last].opens
        and _shared_capital(ours, theirs, left.end + last + 1, right.end + last + 1)
    ):
        last += 1
    if first == last == 0:
        # No word stayed: it is a wrecked name where dictionaries list the original's and not the copy's.
        listed = len(own) > 1 and is_set_expression([token.stem for token in own])
        if not listed or not all(token.capital for token in put) or is_set_expression([token.stem for token in put]):
            return None
    return Span(left.start - first, left.end + last), Span(right.start - first, right.end + last)


def _shared_capital(ours: Sequence[Token], theirs: Sequence[Token], one: int, other: int) -> bool:
    """Whether the tokens before these places are the same capitalised word on both sides."""
    if not (0 < one <= len(ours) and 0 < other <= len(theirs)):
        return False
    left, right = ours[one - 1], theirs[other - 1]
    return left.capital and right.capital and left.word == right.word and not is_function_word(left.stem)


def _context(tokens: Sequence[Token], span: Span) -> list[str]:
    """The words of the range with a neighbour on either side, where the clause has one."""
    start, end = span
    if start > 0 and start < len(tokens) and not tokens[start].opens:
        start -= 1
    if end < len(tokens) and not tokens[end].opens:
        end += 1
    return [token.stem for token in tokens[start:end]]


def _related(own: Sequence[str], put: Sequence[str]) -> bool:
    if not own or not put:
        return False
    content = [word for word in put if not is_function_word(word)] or list(put)
    near = sum(any(relatedness(word, other) >= RELATED for other in own) for word in content)
    return 2 * near >= len(content) and not all(any(same_lemma(a, b) for b in own) for a in put)
