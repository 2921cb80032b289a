"""Words that fit their neighbours worse than what a synonym spinner may have put them for.

A noisy channel: of a stretch of text and of each wording a spinner could have made it from, which does English have
more often? Only the spinner table is asked, so this is fast enough for every article of a library.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from nkreader.lexicon import spinner
from nkreader.lexicon.expressions import is_set_expression
from nkreader.lexicon.frequency import pair_count, run_count, word_count
from nkreader.lexicon.inflection import ending, inflected, lemma
from nkreader.phrases.channel import long_price
from nkreader.phrases.tokens import Token

SOUND_PAIR = 1.3
"""Where both pairs of a word with its neighbours are this many powers of ten above chance, nothing else fits better."""
WEB_WORDS = 12.0
"""log10 of the words the counts are of."""
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
def single_originals(word: str) -> tuple[tuple[str, ...], ...]:
    """What a spinner of the table may have put this word for, in the form that the text has."""
    table = spinner.originals()
    found: dict[tuple[str, ...], None] = dict.fromkeys(table.get((word,), ()))
    base = lemma(word)
    if base != word:
        mark = ending(word)
        for original in table.get((base,), ()):
            last = inflected(original[-1], mark)
            # A noun has no participle: "parting" was not put for "member", though "part" may have been.
            if last != original[-1] or not mark.endswith(("ed", "ing")):
                found[(*original[:-1], last)] = None
    found.pop((word,), None)
    return tuple(found)


def _best_single(before: str, word: str, after: str) -> tuple[float, tuple[str, ...]]:
    """The original that fits best between these neighbours ("" for none), and its gain; none for a sound word."""
    own = word_count(word)
    left = pair_count(before, word) if before else 0.0
    right = pair_count(word, after) if after else 0.0
    if (not before or left - word_count(before) - own > SOUND_PAIR - WEB_WORDS) and (
        not after or right - word_count(after) - own > SOUND_PAIR - WEB_WORDS
    ):
        return 0.0, ()
    inside = before != "" and after != ""
    usual = left + right - (own if inside else 0.0)
    best = 0.0
    fitting: tuple[str, ...] = ()
    for original in single_originals(word):
        if len(original) == 1:
            put = original[0]
            count = (pair_count(before, put) if before else 0.0) + (pair_count(put, after) if after else 0.0)
            gain = count - (word_count(put) if inside else 0.0) - usual
        else:
            gain = run_count([before, *original, after][not before : None if after else -1]) - usual
        if gain > best:
            best, fitting = gain, original
    return best, fitting


@lru_cache(maxsize=1 << 15)
def _is_expression(first: str, second: str) -> bool:
    """Whether dictionaries list the two as an expression; then neither was put for anything ("parting shot")."""
    return first != "" and second != "" and is_set_expression((first, second))


def _best_long(before: str, phrase: tuple[str, ...], after: str) -> tuple[float, tuple[str, ...]]:
    """The same for a longer substitute."""
    context_before, context_after = [before] if before else [], [after] if after else []
    usual = run_count([*context_before, *phrase, *context_after]) + LONG_PRICE + long_price(phrase)
    return max(
        (
            (run_count([*context_before, *original, *context_after]) - usual, original)
            for original in spinner.originals()[phrase]
            if len(original) + bool(before) + bool(after) > 1
        ),
        default=(0.0, ()),
    )


def misfits(tokens: Sequence[Token], least: float = 0.5) -> list[Misfit]:
    """The stretches where a spinner's original would be `least` powers of ten more frequent; in order, apart."""
    found: list[Misfit] = []
    words = [token.word for token in tokens]
    # The neighbour a word has in its clause, "" where the clause ends.
    befores = ["" if token.opens else words[place - 1] for place, token in enumerate(tokens)]
    afters = [*("" if token.opens else token.word for token in tokens[1:]), ""]
    long = spinner.long_substitutes()
    for place, word in enumerate(words):
        if word == "#" or "'" in word or len(word) < 2:
            continue
        before, after = befores[place], afters[place]
        best: Misfit | None = None
        if (before or after) and single_originals(word):
            gain, original = _best_single(before, word, after)
            if gain >= least and not _is_expression(before, word) and not _is_expression(word, after):
                best = Misfit(place, place + 1, original, gain)
        for phrase in long.get((word, after), ()) if after else ():
            stop = place + len(phrase)
            if tuple(words[place:stop]) != phrase or not all(afters[place : stop - 1]):
                continue
            if before or afters[stop - 1]:
                gain, original = _best_long(before, phrase, afters[stop - 1])
                if gain >= least and (best is None or gain > best.gain):
                    best = Misfit(place, stop, original, gain)
        if best is not None:
            if found and found[-1].last > best.first:
                if found[-1].gain >= best.gain:
                    continue
                found.pop()
            found.append(best)
    return found
