"""Tortured expressions found without an original: not English, but synonyms of their words form one that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from nkreader.lexicon.collocations import Collocation, collocated_pairs, long_collocations
from nkreader.lexicon.cues import is_function_word
from nkreader.lexicon.expressions import is_set_expression
from nkreader.lexicon.frequency import bigram, is_paired, pair_count, run_count
from nkreader.lexicon.inflection import ending, inflected
from nkreader.phrases.channel import FLUENT, originals_of, unit_ends
from nkreader.phrases.tokens import Token

BONUS = {"n": 1.0, "o": 1.0, "s": 0.2, "f": -0.7}
"""log10: news has our own listed expressions more often than the web, which the frequencies come from."""
NEIGHBOURS_AT_MOST = 1.5
"""What the words before and after can speak for an expression; more would be chance."""
COMPANY = 1.0
"""Odds from which wrecked expressions are company to each other; those below are looked for where there is such."""
AS_A_NAME = {"n": 2.0, "o": 0.3}
"""Written as a name inside a sentence: names of news are far more frequent in it than on the web.

A name for a name above all: of 3,700 clean articles five have one that is so near another ("Paris Accord"), while an
expression that is none is capitalised in titles of whatever kind ("Trading Spouses" stands for no trading partners).
"""
DERIVED_IN_NAMES = ("ern", "ly")
"""What a derived word ends in that is never put into a name but by machines: "Southern Korea", "Newly York"."""


class Torture(NamedTuple):
    """A stretch of tokens and the expression it stands for."""

    first: int
    last: int
    expected: tuple[str, ...]
    """In small letters, inflected as the text is."""
    odds: float
    """log10 of how much likelier a spinner wrote it than somebody who meant it, prior aside."""
    kind: str
    """Of the expression: n, o, s or f."""


Words = tuple[str, ...]
Stops = tuple[int, ...]


def tortures(tokens: Sequence[Token], least: float = 0.0) -> list[Torture]:
    """Every stretch that is `least` powers of ten likelier a wrecked expression than English; they may overlap."""
    found: list[Torture] = []
    stems = tuple(token.stem for token in tokens)
    # Where the clause a token stands in ends.
    borders = [0] * len(tokens)
    for place in reversed(range(len(tokens))):
        last = place + 1 == len(tokens) or tokens[place + 1].opens
        borders[place] = place + 1 if last else borders[place + 1]
    ends = [unit_ends(stems, place, borders[place]) for place in range(len(tokens))]
    quick = least >= COMPANY
    border = 0
    for place, token in enumerate(tokens):
        if token.opens:
            border = borders[place]
        if place + 1 >= border or token.word == "#" or "'" in token.word:
            continue
        for stop in ends[place]:
            if stop >= border:
                continue
            first = stems[place:stop]
            if not _begins(first):
                continue
            for end in ends[stop]:
                matched = _matched(first, stems[stop:end], quick)
                if matched is None:
                    continue
                matches: list[tuple[Collocation, Stops, float]] = [
                    (entry, (end,), chance) for entry, chance in matched[0]
                ]
                if end < border:
                    for entry, chance in matched[1]:
                        continued = _continued(stems, ends, end, border, entry.bases[2:], chance)
                        matches += [(entry, (end, *stops), weight) for stops, weight in continued]
                for entry, stops, chance in matches:
                    torture = _weighed(tokens, place, (stop, *stops), entry, chance)
                    if torture is not None and torture.odds >= least:
                        found.append(torture)
    return found


Matches = tuple[tuple[Collocation, float], ...]


@lru_cache(maxsize=1 << 15)
def _begins(words: Words) -> bool:
    """Whether any expression begins with what these words may stand for."""
    pairs, long = collocated_pairs(), long_collocations()
    return any(base in pairs or base in long for base in originals_of(words))


@lru_cache(maxsize=1 << 16)
def _matched(first: Words, second: Words, quick: bool) -> tuple[Matches, Matches] | None:
    """The expressions of two words that two units may stand for, and the longer ones that may begin so; None for none.

    What English has as it stands is no wrecked expression of two words.
    """
    sound = len(first) == len(second) == 1 and bigram(first[0], second[0]) > 0.0
    pairs, beginnings = (
        () if sound else _pairs(first, second, COMPANY if quick else 0.0),
        _long_beginnings(first, second),
    )
    return (pairs, beginnings) if pairs or beginnings else None


@lru_cache(maxsize=1 << 14)
def _pair_beginnings(words: Words) -> tuple[tuple[float, float, dict[str, Collocation]], ...]:
    """What the first words of a pair may have been, the strongest first.

    Each with what its most frequent pair has, its own chance, and what can follow it.
    """
    pairs = collocated_pairs()
    found = [
        (chance + _strongest_pair()[base], chance, pairs[base])
        for base, chance in originals_of(words).items()
        if base in pairs
    ]
    return tuple(sorted(found, key=lambda item: -item[0]))


@cache
def _strongest_pair() -> dict[str, float]:
    """First base form -> what its most frequent expression of two words has, with the bonus of its kind."""
    return {
        base: max(entry.often + BONUS[entry.kind] for entry in others.values())
        for base, others in collocated_pairs().items()
    }


STEPS = (-1.0, -1.7, -2.2, -9.0)
"""Chances that divide what a word may have been: itself, a spinner's or near synonym's original, and the rest."""


@lru_cache(maxsize=1 << 13)
def _followings(words: Words) -> tuple[dict[str, float], ...]:
    """What the second words of a pair may have been, as far as its chance reaches each of the steps."""
    found = originals_of(words)
    return tuple({base: chance for base, chance in found.items() if chance >= step} for step in STEPS)


def _pairs(first: Words, second: Words, least: float) -> Matches:
    """The expressions of two words that these may stand for, with the chance of the two steps; no hopeless ones."""
    usual = pair_count(first[0], second[0]) if len(first) == len(second) == 1 else 0.0
    bar = usual - NEIGHBOURS_AT_MOST + least
    followings = _followings(second)
    found = []
    for strongest, chance, others in _pair_beginnings(first):
        need = bar - strongest
        if need > 0.0:
            break
        following = followings[0 if need > STEPS[0] else 1 if need > STEPS[1] else 2 if need > STEPS[2] else 3]
        for base in others.keys() & following.keys():
            entry = others[base]
            both = chance + following[base]
            if entry.often + BONUS[entry.kind] + both >= bar:
                found.append((entry, both))
    return tuple(found)


@lru_cache(maxsize=1 << 13)
def _long_starts(words: Words) -> dict[str, list[tuple[Collocation, float]]]:
    """What the first word of a longer expression may have been, by what has to follow it."""
    found: dict[str, list[tuple[Collocation, float]]] = {}
    long = long_collocations()
    for base, chance in originals_of(words).items():
        for entry in long.get(base, ()):
            found.setdefault(entry.bases[1], []).append((entry, chance))
    return found


def _long_beginnings(first: Words, second: Words) -> Matches:
    """The longer expressions whose first two words these may stand for, with the chance of the two steps."""
    starts = _long_starts(first)
    if not starts:
        return ()
    following = originals_of(second)
    return tuple(
        (entry, chance + following[base]) for base in starts.keys() & following.keys() for entry, chance in starts[base]
    )


def _continued(
    stems: Words, ends: Sequence[Stops], place: int, border: int, bases: Words, chance: float
) -> Iterator[tuple[Stops, float]]:
    """Where the words from `place` on end if they stand for these base forms, and the chance of it."""
    for end in ends[place]:
        step = originals_of(stems[place:end]).get(bases[0])
        if step is None:
            continue
        if len(bases) == 1:
            yield (end,), chance + step
        elif end < border:
            for stops, weight in _continued(stems, ends, end, border, bases[1:], chance + step):
                yield (end, *stops), weight


def _weighed(
    tokens: Sequence[Token], place: int, stops: tuple[int, ...], entry: Collocation, chance: float
) -> Torture | None:
    """The stretch from `place` to the last of `stops` as a wrecked `entry`, a unit to each of its words."""
    end = stops[-1]
    words = tuple(token.stem for token in tokens[place:end])
    if words == entry.words or any("'" in token.word for token in tokens[place : end - 1]):
        return None
    if is_set_expression(words) or (entry.kind == "f" and not all(map(is_paired, words))):
        return None
    expected: list[str] = []
    changed = 0
    # Of a name that begins a sentence the other words have their capitals for themselves.
    named = entry.kind == "n" or not tokens[place].first
    as_name = named and all(token.capital for token in tokens[place:end])
    starts = (place, *stops[:-1])
    for rank, (start, stop, form, base) in enumerate(zip(starts, stops, entry.words, entry.bases, strict=False)):
        own = tokens[stop - 1].stem
        put = _as_written(form, base, own, last=rank == len(entry.words) - 1)
        expected.append(put)
        if stop - start == 1 and own in (put, form, base):
            continue
        alike = _same_root(own, base) and not (as_name and entry.kind == "n" and own[len(base) :] in DERIVED_IN_NAMES)
        if stop - start == 1 and (alike or ending(own) in ("er", "est")):
            return None
        changed += 1
    if not changed:
        return None
    # Phrases of function words ("a run of" for "a range of") are left to what spinners are known for.
    if is_function_word(entry.words[0]) and (entry.kind not in "no" or chance < FLUENT * changed - 0.1):
        return None
    before = [] if tokens[place].opens else [tokens[place - 1].word]
    after = [] if end >= len(tokens) or tokens[end].opens or "'" in tokens[end - 1].word else [tokens[end].word]
    gain = run_count([*before, *expected, *after]) - run_count([*before, *words, *after])
    if len(expected) == 2:
        # The form in the text may be too rare for the list of pairs: the expression's usual form speaks for it.
        gain += max(0.0, entry.often - 1.0 - pair_count(expected[0], expected[1]))
    bonus = BONUS[entry.kind]
    if as_name:
        bonus += AS_A_NAME.get(entry.kind, 0.0)
    return Torture(place, end, tuple(expected), gain + chance + bonus, entry.kind)


def _as_written(form: str, base: str, own: str, last: bool) -> str:
    """The word of an expression in the number the text's own word has; only its last word changes."""
    if not last:
        return form
    if ending(own) == "s":
        return inflected(base, "s")
    return base if form == inflected(base, "s") and ending(own) == "" else form


def _same_root(first: str, second: str) -> bool:
    """Whether two words are derived from one: "ministerial" and "minister" wreck no expression."""
    shared = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        shared += 1
    return shared >= 4 or shared >= min(len(first), len(second)) - 1
