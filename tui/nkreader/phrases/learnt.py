"""The library's own spinner dictionary: what aligned copies put for what, looked for where no original is at hand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from nkreader.lexicon.cues import is_function_word
from nkreader.lexicon.frequency import run_count
from nkreader.lexicon.inflection import ending, inflected, lemma
from nkreader.lexicon.synonyms import relatedness
from nkreader.phrases.aligned import RELATED, Substitution
from nkreader.phrases.tokens import Token

Words = tuple[str, ...]


class Learnt(NamedTuple):
    """A stretch of tokens whose words a copy of the library is known to put for others."""

    first: int
    last: int
    original: Words
    gain: float


class SpinnerDictionary:
    """What copies wrote -> what their originals have, with how often it was seen."""

    def __init__(self, seen: Iterable[tuple[Words, Words]]) -> None:
        self._seen: dict[Words, Counter[Words]] = defaultdict(Counter)
        for put, original in seen:
            self._seen[put][original] += 1
        self._lengths: Mapping[str, tuple[int, ...]] = _lengths(self._seen)

    def __bool__(self) -> bool:
        return bool(self._seen)

    def originals(self, words: Words) -> list[Words]:
        """What may have stood there, other inflections of single words included, the most often seen first."""
        found = dict.fromkeys(original for original, _ in self._seen.get(words, Counter()).most_common())
        if len(words) == 1:
            base, mark = lemma(words[0]), ending(words[0])
            for original, _ in self._seen.get((base,), Counter()).most_common():
                if len(original) == 1:
                    found[(inflected(lemma(original[0]), mark),)] = None
        found.pop(words, None)
        return list(found)

    def found_in(self, tokens: Sequence[Token], least: float) -> list[Learnt]:
        """Where the tokens have a copy's words and the original's would be `least` powers of ten more frequent."""
        found = []
        for place, token in enumerate(tokens):
            for length in self._lengths.get(token.stem, ()) or self._lengths.get(lemma(token.stem), ()):
                stop = place + length
                if stop > len(tokens) or any(item.opens for item in tokens[place + 1 : stop]):
                    continue
                words = tuple(item.stem for item in tokens[place:stop])
                before = [] if token.opens else [tokens[place - 1].word]
                after = [tokens[stop].word] if stop < len(tokens) and not tokens[stop].opens else []
                weighed = [
                    (run_count([*before, *original, *after]) - run_count([*before, *words, *after]), original)
                    for original in self.originals(words)
                ]
                if weighed and max(weighed)[0] >= least:
                    gain, original = max(weighed)
                    found.append(Learnt(place, stop, original, gain))
        return found


def _lengths(seen: Iterable[Words]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = defaultdict(set)
    for put in seen:
        found[put[0]].add(len(put))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


def lessons(substitutions: Iterable[Substitution], tokens: Sequence[Token]) -> list[tuple[Words, Words]]:
    """What a copy's substitutions teach: word for word where both sides have as many, else the whole for the whole."""
    found: list[tuple[Words, Words]] = []
    for item in substitutions:
        put = tuple(token.stem for token in tokens[item.first : item.last])
        if not item.words or "#" in put or "#" in item.words:
            continue
        if len(put) == len(item.words):
            steps = zip(put, item.words, strict=True)
            found += [((one,), (other,)) for one, other in steps if one != other and _teaches(one, other)]
        elif item.related and not all(map(is_function_word, put)):
            found.append((put, item.words))
    return [*found, *(((lemma(put[0]),), (lemma(own[0]),)) for put, own in found if len(put) == len(own) == 1)]


def _teaches(put: str, own: str) -> bool:
    """Function words change with the grammar around them ("this" for "that") and teach nothing of the spinner."""
    return relatedness(put, own) >= RELATED and not (is_function_word(put) and is_function_word(own))
