"""Where two claims of independent articles say the same but for one fact, and so contradict each other.

A figure, a day or a name. Two claims about one event are not one claim, and agencies fill the same sentence with other
companies every day: all else must agree, and there must be enough of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from nkreader.claims.meaning import Meaning, spans_of_keys, value_key
from nkreader.claims.model import Claim, ConflictKind
from nkreader.claims.naming import is_pronoun
from nkreader.claims.voices import named_source
from nkreader.lexicon.capitals import stands_for
from nkreader.lexicon.frequency import zipf
from nkreader.lexicon.synonyms import relatedness
from nkreader.mentions.names import is_title
from nkreader.mentions.same_names import name_words, same_name
from nkreader.model import Span, Value, ValueKind

# Two independent claims contradict each other where all but one fact is the same: this much of the heavier one's
# other weight, and at least so much of it altogether. Series ("up 3 per cent", every quarter) are not to be mistaken
# for contradictions, so this asks for more than being the same claim does.
_SAME_BUT_FOR_ONE = 0.78
_LEAST_BUT_FOR_ONE = 16.0
# ... so many words that are no names, and so many names, none of which stands on one side only: "the bond is sold in
# denominations of" is any bond.
_PLAIN = 3
_NAMES = 2
# Where neither a figure nor a day is the same, only what weighs this much besides is one event.
_LEAST_WITHOUT_FIGURE = 22.0
# Figures this near, as a share of the larger, are one figure rounded.
_ROUNDED = 0.05
# A word from this weight on tells one event from another, unless the other claim has one as much related to it.
_TELLING_WORD = 1.8
_RELATED = 0.4
# From this Zipf value on a word is one that everybody knows.
_KNOWN = 4.0
# Names with so few letters between them are two spellings of one place in the story.
_NEAR = 0.34


@dataclass(frozen=True, slots=True)
class Differing:
    """The fact by which two claims contradict each other: its kind, and where and how each puts it."""

    kind: ConflictKind
    spans: tuple[Span, Span]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two claims: what it is about, and how to ask for itself and its article's text, which few pairs need."""

    meaning: Meaning
    claim: Callable[[], Claim]
    text: Callable[[], str]


def contradiction(one: Side, two: Side) -> Differing | None:
    """What two claims of independent articles contradict each other in, None where they do not."""
    ours, theirs = one.meaning, two.meaning
    if ours.dates == theirs.dates and ours.figures and theirs.figures and not ours.figures & theirs.figures:
        return _by_figure(one, two)
    if ours.figures == theirs.figures and ours.dates and theirs.dates and not ours.dates & theirs.dates:
        return _by_day(one, two)
    if ours.figures == theirs.figures and ours.dates == theirs.dates and ours.names != theirs.names:
        return _by_name(one, two)
    return None


def _agree_but_for(
    ours: Meaning, theirs: Meaning, one: frozenset[int], two: frozenset[int], least: float, names: int = _NAMES
) -> bool:
    """Whether enough is left that agrees when the keys of the fact in question are set aside on each side."""
    left = {key: weight for key, weight in ours.weights.items() if key not in one}
    right = {key: weight for key, weight in theirs.weights.items() if key not in two}
    shared = left.keys() & right.keys()
    weight = sum(min(left[key], right[key]) for key in shared)
    if weight < least or weight < _SAME_BUT_FOR_ONE * max(sum(left.values()), sum(right.values())):
        return False
    plain = len(shared - ours.values - (ours.names & theirs.names))
    # A word that only opens a sentence is no name where the other claim has it inside.
    alone = (ours.names - one - theirs.weights.keys()) | (theirs.names - two - ours.weights.keys())
    return plain >= _PLAIN and not alone and len((ours.names | theirs.names) & shared) >= names


def _by_figure(one: Side, two: Side) -> Differing | None:
    ours, theirs = one.meaning, two.meaning
    if not _agree_but_for(ours, theirs, ours.figures, theirs.figures, _LEAST_BUT_FOR_ONE, 1):
        return None
    if len(ours.names & theirs.names) < _NAMES and not _named_alike(one.claim(), two.claim()):
        return None
    if _tell_of_two_things(one, two):
        return None
    mine = [value for value in one.claim().values if value_key(value) in ours.figures]
    other = [value for value in two.claim().values if value_key(value) in theirs.figures]
    if len(mine) != 1 or len(other) != 1 or not _same_word(one.claim(), two.claim()):
        return None
    a, b = mine[0], other[0]
    if (a.kind, a.unit) != (b.kind, b.unit) or a.kind is ValueKind.DURATION or not _differ(a.value, b.value):
        return None
    return Differing(ConflictKind.NUMBER, (a.span, b.span))


def _by_day(one: Side, two: Side) -> Differing | None:
    """Two days of one event. A year that only one of them gives is no difference."""
    ours, theirs = one.meaning, two.meaning
    least = _LEAST_BUT_FOR_ONE if ours.figures else _LEAST_WITHOUT_FIGURE
    if len(ours.dates) != 1 or len(theirs.dates) != 1:
        return None
    if not _agree_but_for(ours, theirs, _dated(one), _dated(two), least):
        return None
    if _tell_of_two_things(one, two):
        return None
    mine = [value for value in one.claim().values if value.kind is ValueKind.DATE]
    other = [value for value in two.claim().values if value.kind is ValueKind.DATE]
    if len(mine) != 1 or len(other) != 1 or not _same_word(one.claim(), two.claim()):
        return None
    if not _other_day(mine[0], other[0]):
        return None
    return Differing(ConflictKind.DATE, (mine[0].span, other[0].span))


def _tell_of_two_things(one: Side, two: Side) -> bool:
    """Whether a telling word of either, no name, has no counterpart in the other: "the inquiry into", "closed"."""
    mine, other = _words_left(one, two), _words_left(two, one)
    if not mine or not other:
        return bool(mine or other)
    return any(all(relatedness(word, theirs) < _RELATED for theirs in other) for word in mine) or any(
        all(relatedness(word, ours) < _RELATED for ours in mine) for word in other
    )


def _words_left(side: Side, other: Side) -> set[str]:
    """The telling words of one claim that are no names and that the other does not have."""
    own = side.meaning
    left = {key for key, weight in own.weights.items() if weight >= _TELLING_WORD and key not in other.meaning.weights}
    left -= own.names | own.values
    return {span.of(side.text()).casefold() for span in spans_of_keys(side.text(), side.claim().span, frozenset(left))}


def _dated(side: Side) -> frozenset[int]:
    return side.meaning.values - side.meaning.figures


def _other_day(one: Value, two: Value) -> bool:
    """Whether two dates name two days, as far as both name a year."""
    a, b = one.value or "", two.value or ""
    if len(a) != len("XXXX-05-09") or len(b) != len(a):
        return False
    return a[4:] != b[4:] and ("X" in a + b or a[:4] == b[:4])


def _by_name(one: Side, two: Side) -> Differing | None:
    """One word of a name is another: of a person whose other names are the same, or spelled nearly alike."""
    ours, theirs = one.meaning, two.meaning
    mine, other = ours.names - theirs.names, theirs.names - ours.names
    if len(mine) != 1 or len(other) != 1 or not (ours.figures or ours.dates):
        return None
    if not _agree_but_for(ours, theirs, mine, other, _LEAST_BUT_FOR_ONE):
        return None
    here, there = (spans_of_keys(side.text(), side.claim().span, keys) for side, keys in ((one, mine), (two, other)))
    if len(here) != 1 or len(there) != 1 or not _same_word(one.claim(), two.claim()):
        return None
    if _tell_of_two_things(one, two):
        return None
    a, b = here[0].of(one.text()), there[0].of(two.text())
    if stands_for(a, b) or same_name(a, b) or is_title(a) or is_title(b) or _misprinted(a, b):
        return None
    near = Levenshtein.normalized_distance(a.casefold(), b.casefold()) <= _NEAR
    beside = _neighbour(one.text(), here[0]) & _neighbour(two.text(), there[0])
    return Differing(ConflictKind.NAME, (here[0], there[0])) if near or beside else None


def _misprinted(one: str, two: str) -> bool:
    """Whether one is the other with a letter wrong, and no word or name by itself."""
    known, unknown = sorted((zipf(one), zipf(two)), reverse=True)
    return unknown == 0.0 and known >= _KNOWN and Levenshtein.distance(one.casefold(), two.casefold()) == 1


def _neighbour(text: str, span: Span) -> set[str]:
    """The capitalised words right before and behind a word of a name."""
    before = text[max(0, span.start - 40) : span.start].split(" ")[-2:-1]
    after = text[span.end : span.end + 40].split(" ")[1:2] if text[span.end : span.end + 1] == " " else []
    return {word.strip(".,;:’'\"”") for word in before + after if word[:1].isupper() and word[-1:] not in ".,;:"}


def _same_word(one: Claim, two: Claim) -> bool:
    """Whether two claims rest on the same word. Of two companies each "said it filed for" its own sum."""
    if one.speaker is None or two.speaker is None:
        return one.speaker is two.speaker
    body = name_words(one.speaker.name)
    called = body == name_words(two.speaker.name) and not is_pronoun(one.speaker.name)
    return called or _named_alike(one, two)


def _named_alike(one: Claim, two: Claim) -> bool:
    """Whether both credit one source by its name."""
    mine, other = named_source(one.speaker), named_source(two.speaker)
    return mine is not None and other is not None and same_name(mine, other)


def _differ(one: str | None, two: str | None) -> bool:
    """Whether two figures are more than roundings of each other. Ranges say neither."""
    try:
        a, b = float(one or ""), float(two or "")
    except ValueError:
        return False
    return abs(a - b) > _ROUNDED * max(abs(a), abs(b))
