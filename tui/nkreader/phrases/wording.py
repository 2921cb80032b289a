"""Words that fit their neighbours worse than what a synonym spinner may have put them for.

A noisy channel: of a stretch of text and of each wording a spinner could have made it from, which does English have
more often? Only the spinner table is asked, so this is fast enough for every article of a library.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from nkreader.lexicon import spinner
from nkreader.lexicon.frequency import pair_count, word_count, zipf
from nkreader.lexicon.inflection import ending, inflected, lemma
from nkreader.phrases.channel import long_price
from nkreader.phrases.tokens import Token

SOUND_PAIR = 1.3
"""Where both pairs of a word with its neighbours are this many powers of ten above chance, nothing else fits better."""
LONG_PRICE = 1.5
"""What any substitute of several words pays: its pairs of words tell less of it than those of one word."""


class Misfit(NamedTuple):
    """A word or phrase in whose place English would rather have another."""

    first: int
    """Index of its first token."""
    last: int
    """Index after its last token."""
    original: tuple[str, ...]
    """The wording that fits best, in small letters."""
    gain: float
    """By how many powers of ten it is more frequent there."""


@lru_cache(maxsize=1 << 15)
def _single_originals(word: str) -> tuple[tuple[str, ...], ...]:
    table = spinner.originals()
    found: dict[tuple[str, ...], None] = dict.fromkeys(table.get((word,), ()))
    base = lemma(word)
    if base != word:
        mark = ending(word)
        for original in table.get((base,), ()):
            found[(*original[:-1], inflected(original[-1], mark))] = None
    found.pop((word,), None)
    return tuple(found)


def _count(words: Sequence[str]) -> float:
    """log10 of how often English has these words in a row, by their pairs."""
    total = pair_count(words[0], words[1])
    for place in range(1, len(words) - 1):
        total += pair_count(words[place], words[place + 1]) - word_count(words[place])
    return total


def misfits(tokens: Sequence[Token], least: float = 0.5) -> list[Misfit]:
    """The stretches where a spinner's original would be `least` powers of ten more frequent; in order, apart."""
    found: list[Misfit] = []
    words = [token.word for token in tokens]
    long = spinner.long_substitutes()
    size = len(tokens)
    for place, token in enumerate(tokens):
        word = words[place]
        if word == "#" or "'" in word or len(word) < 2:
            continue
        before = [] if token.opens else [words[place - 1]]
        best: Misfit | None = None
        after = [words[place + 1]] if place + 1 < size and not tokens[place + 1].opens else []
        originals = _single_originals(word)
        if originals and (before or after):
            usual = _count([*before, word, *after])
            floor = word_count(word)
            sound = all(
                pair_count(*pair) - word_count(pair[0]) - word_count(pair[1]) + 12 > SOUND_PAIR
                for pair in zip([*before, word], [word, *after], strict=False)
                if len(set(pair)) == 2
            )
            if not sound and floor > 0:
                for original in originals:
                    gain = _count([*before, *original, *after]) - usual
                    if gain >= least and (best is None or gain > best.gain):
                        best = Misfit(place, place + 1, original, gain)
        for phrase in long.get(word, ()):
            stop = place + len(phrase)
            if tuple(words[place:stop]) != phrase or any(tokens[other].opens for other in range(place + 1, stop)):
                continue
            after = [words[stop]] if stop < size and not tokens[stop].opens else []
            if not before and not after:
                continue
            usual = _count([*before, *phrase, *after]) + LONG_PRICE + long_price(phrase)
            for original in spinner.originals()[phrase]:
                if len(before) + len(original) + len(after) < 2:
                    continue
                gain = _count([*before, *original, *after]) - usual
                if gain >= least and (best is None or gain > best.gain):
                    best = Misfit(place, stop, original, gain)
        if best is not None and zipf(best.original[0]) > 0:
            if found and found[-1].last > best.first:
                if found[-1].gain >= best.gain:
                    continue
                found.pop()
            found.append(best)
    return found
