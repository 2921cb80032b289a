"""What a word of a spun text may have been: its possible originals, each with how readily a spinner makes that step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from types import MappingProxyType

from nkreader.lexicon import spinner
from nkreader.lexicon.frequency import bigram
from nkreader.lexicon.inflection import lemma, lemmas
from nkreader.lexicon.wordnet import senses, synset

KEPT = 0.0
"""log10 of the chance of each step, beside that of leaving the word alone."""
SPINNER, FLUENT, BACKWARDS = -1.1, -1.25, -1.9
"""What the table of crude spinners names, that of fluent ones, and a crude one's step taken backwards."""
SYNONYM, RARE_SYNONYM, NEAR, DERIVED = -1.6, -2.1, -2.6, -1.9
"""Another word of the same sense; a more general one; a derivation."""
USUAL_SENSES = 3


COMMON_LONG = 6.2
"""A stock phrase ("as soon as") is itself more frequent than its pairs of words tell; from this count on it pays."""
LONG_PRICE = 1.5


@lru_cache(maxsize=1 << 12)
def long_price(words: tuple[str, ...]) -> float:
    """What a substitute of several words that is sound English elsewhere must be outdone by, in powers of ten."""
    return max(0.0, min(bigram(first, second) for first, second in pairwise(words)) - COMMON_LONG) * LONG_PRICE


@lru_cache(maxsize=1 << 14)
def originals_of(words: tuple[str, ...]) -> Mapping[str, float]:
    """Base forms a spinner may have turned into these words, with the log10 of its chance; the word itself included."""
    found: dict[str, float] = {}

    def offer(word: str, chance: float) -> None:
        for base in (word, lemma(word)):
            if chance > found.get(base, -9.0):
                found[base] = chance

    table = spinner.originals()
    if len(words) > 1:
        chance = FLUENT - long_price(words)
        for last in lemmas(words[-1]):
            for original in table.get((*words[:-1], last), ()):
                if len(original) == 1:
                    offer(original[0], chance)
        for original in table.get(words, ()):
            if len(original) == 1:
                offer(original[0], chance)
        return MappingProxyType(found)
    for form in dict.fromkeys((words[0], *lemmas(words[0]))):
        offer(form, KEPT)
        crude = spinner.crude()
        for original in table.get((form,), ()):
            if len(original) == 1:
                offer(original[0], SPINNER if (original, (form,)) in crude else FLUENT)
        for put in spinner.substitutes().get((form,), ()):
            if len(put) == 1:
                offer(put[0], BACKWARDS)
        for rank, number in enumerate(senses(form)):
            meaning = synset(number)
            for other in meaning.words:
                usual = rank < USUAL_SENSES and number in senses(other)[:USUAL_SENSES]
                offer(other, SYNONYM if usual else RARE_SYNONYM)
            for others, chance in ((meaning.near, NEAR), (meaning.derived, DERIVED)):
                for near in others:
                    for base in _bases(near):
                        if chance > found.get(base, -9.0):
                            found[base] = chance
    return MappingProxyType(found)


@lru_cache(maxsize=1 << 15)
def _bases(number: int) -> tuple[str, ...]:
    """The words of a meaning and their base forms."""
    return tuple(dict.fromkeys(base for word in synset(number).words for base in (word, lemma(word))))


def unit_ends(stems: Sequence[str], place: int, border: int) -> tuple[int, ...]:
    """Where a unit that begins at this word may end, at the clause's border the latest.

    After the word itself, or after a longer substitute of the spinner table, whose last word may be inflected.
    """
    if place + 2 > border or stems[place] not in _long_firsts():
        return (place + 1,)
    phrases = _phrases_from(stems[place], stems[place + 1])
    if not phrases:
        return (place + 1,)
    found = [place + 1]
    for phrase in phrases:
        stop = place + len(phrase)
        if stop <= border and all(
            word == given for word, given in zip(phrase[1:-1], stems[place + 1 : stop - 1], strict=True)
        ):
            last = stems[stop - 1]
            if last == phrase[-1] or lemma(last) == phrase[-1]:
                found.append(stop)
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=1 << 14)
def _phrases_from(first: str, second: str) -> tuple[tuple[str, ...], ...]:
    """The longer substitutes that begin with these words; where they are both, the second may be inflected."""
    long = spinner.long_substitutes()
    phrases = long.get((first, second), ())
    base = lemma(second)
    if base != second:
        phrases += tuple(phrase for phrase in long.get((first, base), ()) if len(phrase) == 2)
    return phrases


@cache
def _long_firsts() -> frozenset[str]:
    return frozenset(first for first, _ in spinner.long_substitutes())
