"""The likeliest original of a spun article's clauses, word for word: what most of its substitutions were put for.

A noisy channel over whole clauses (Shannon; Brill and Moore 2000): of all sequences of words that a spinner of the
table could have turned into this one, the most frequent English, pairs of words counted, less a price for every step.
Meant for articles that are known to be spun: in sound ones the price would have to be far higher.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import log10
from typing import NamedTuple

from nkreader.lexicon import spinner
from nkreader.lexicon.cues import word_list
from nkreader.lexicon.frequency import pair_count, word_count
from nkreader.lexicon.inflection import lemma
from nkreader.phrases.channel import long_price, unit_ends
from nkreader.phrases.tokens import Token
from nkreader.phrases.wording import LONG_PRICE, single_originals

EXTRA_WORD = 0.5
"""What a substitute pays for each word beyond its first, besides what its pairs of words tell."""
RARITY, COMMONER = 0.2, 0.3
"""Share of a gain that is laid to the word being rarer wherever it stands: a writer too may prefer a rarer word.

And what it costs that a spinner should have put a more frequent word, which they seldom do.
"""
CHOICE, FLUENT_CHOICE = 0.6, 4
"""Share of the log10 of how many substitutes a spinner has for a word that each of them costs: the expression named is
right in .61 rather than .55. How many those of a fluent make are taken to have.
"""
BEAM = 12
"""Likeliest words kept at each place."""

Words = tuple[str, ...]
_OF_TWO_COUNTRIES = frozenset(
    frozenset(pair.split("/"))
    for pair in word_list("""
        autumn/fall lorry/truck lorries/trucks film/movie films/movies shop/store shops/stores lawyer/attorney
        lawyers/attorneys railway/railroad railways/railroads theatre/theater theatres/theaters centre/center
        centres/centers petrol/gasoline holiday/vacation holidays/vacations football/soccer motorway/highway
        rubbish/garbage pavement/sidewalk flat/apartment flats/apartments lift/elevator about/approximately
        """)
)
"""Words for one thing, of which one country or hand prefers the one: neither was put for the other."""


class Decoded(NamedTuple):
    """A run of tokens and what it was put for."""

    first: int
    last: int
    original: Words
    gain: float
    """By how many powers of ten the original is likelier, the steps paid for."""


class _Step(NamedTuple):
    """One unit of the text and what stood there."""

    first: int
    last: int
    original: Words
    cost: float
    """0 for a unit left as it was."""


def decoded(tokens: Sequence[Token], price: float) -> list[Decoded]:
    """The runs of words that were probably put for others, in order. `price`: powers of ten that each step costs."""
    words = [token.word if "'" in token.word else token.stem for token in tokens]
    found: list[Decoded] = []
    start = 0
    for place in range(1, len(tokens) + 1):
        if place == len(tokens) or tokens[place].opens:
            if place - start > 1:
                found += _runs(words, _best_path(words, start, place, price))
            start = place
    return found


def _steps(words: Sequence[str], place: int, border: int, price: float) -> list[_Step]:
    """What may have stood where a unit begins."""
    word = words[place]
    found = [_Step(place, place + 1, (word,), 0.0)]
    if word == "#" or "'" in word or len(word) < 2:
        return found
    found += [_Step(place, place + 1, original, price + cost) for original, cost in _single_steps(word)]
    table = spinner.originals()
    for stop in unit_ends(words, place, border)[1:]:
        phrase = tuple(words[place:stop])
        cost = price + LONG_PRICE + long_price(phrase) + EXTRA_WORD * (stop - place - 1)
        originals = table.get(phrase) or table.get((*phrase[:-1], lemma(phrase[-1])), ())
        found += [_Step(place, stop, original, cost) for original in originals]
    return found


@lru_cache(maxsize=1 << 14)
def _single_steps(word: str) -> tuple[tuple[Words, float], ...]:
    """What may have stood for a single word, with what the step costs more than the price of any."""
    found: list[tuple[Words, float]] = []
    for original in single_originals(word):
        base = (*original[:-1], lemma(original[-1]))
        cost = CHOICE * log10(len(spinner.substitutes().get(base, ())) or FLUENT_CHOICE)
        if len(original) == 1:
            if frozenset((word, original[0])) in _OF_TWO_COUNTRIES:
                continue
            rarer = word_count(original[0]) - word_count(word)
            cost += RARITY * rarer if rarer > 0.0 else COMMONER * -rarer
        found.append((original, cost))
    return tuple(found)


def _best_path(words: Sequence[str], start: int, end: int, price: float) -> list[_Step]:
    """The likeliest steps that make up a clause."""
    # Place -> last word there -> score, the last word before, and the step between.
    best: dict[int, dict[str, tuple[float, str, _Step | None]]] = {start: {"": (0.0, "", None)}}
    for place in range(start, end):
        ahead = best.get(place)
        if ahead is None:
            continue
        kept = sorted(ahead.items(), key=lambda item: -item[1][0])[:BEAM]
        for step in _steps(words, place, end, price):
            value, before = max([(entry[0] + _likelihood(last, step.original), last) for last, entry in kept])
            value -= step.cost
            others = best.setdefault(step.last, {})
            word = step.original[-1]
            if word not in others or value > others[word][0]:
                others[word] = (value, before, step)
    path: list[_Step] = []
    place, word = end, max(best[end], key=lambda word: best[end][word][0])
    while place > start:
        _, before, taken = best[place][word]
        assert taken is not None
        path.append(taken)
        place, word = taken.first, before
    return path[::-1]


def _likelihood(before: str, words: Words) -> float:
    """log10 of how likely the words are after the one before them; "" where the clause begins."""
    total = 0.0
    for word in words:
        if before:
            total += pair_count(before, word) - word_count(before)
        before = word
    return total


def _runs(words: Sequence[str], path: Sequence[_Step]) -> list[Decoded]:
    """The runs of steps that changed something, with what each gains as a whole."""
    found: list[Decoded] = []
    number = 0
    while number < len(path):
        stop = number
        while stop < len(path) and path[stop].cost:
            stop += 1
        if stop > number:
            run = path[number:stop]
            before = path[number - 1].original[-1] if number else ""
            after = path[stop].original[:1] if stop < len(path) else ()
            original = tuple(word for step in run for word in step.original)
            own = tuple(words[run[0].first : run[-1].last])
            gain = _likelihood(before, original + after) - _likelihood(before, own + after)
            gain -= sum(step.cost for step in run)
            # A phrase that is a clause of its own ("in actual fact") has no neighbours to go badly with.
            if gain >= 0.0 and (len(run) > 1 or before or after):
                found.append(Decoded(run[0].first, run[-1].last, original, gain))
        number = stop + 1
    return found
