"""The expressions a tortured phrase may stand for, found by the base forms of their words."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from nkreader.lexicon.wordnet import lines_of


class Collocation(NamedTuple):
    """An expression English has."""

    words: tuple[str, ...]
    """As it is usually written, in small letters."""
    bases: tuple[str, ...]
    often: float
    """log10 of its count on the web, as `bigram` gives it."""
    kind: str
    """n: a name, in our own list; o: another of our own list of the set expressions of news; s: in a dictionary; f: a
    frequent pair of words, no more.
    """

    @property
    def listed(self) -> bool:
        return self.kind != "f"


@cache
def collocations() -> dict[str, dict[tuple[str, ...], Collocation]]:
    """First base form -> base forms of the rest -> the expression; of several with the same bases the most frequent."""
    found: dict[str, dict[tuple[str, ...], Collocation]] = {}
    for line in lines_of("expressions.z"):
        text, bases, tenths, kind = line.decode().split("\t")
        words = tuple(text.split(" "))
        keys = tuple(bases.split(" ")) if bases else words
        entry = Collocation(words, keys, int(tenths) / 10, kind)
        others = found.setdefault(keys[0], {})
        known = others.get(keys[1:])
        if known is None or (entry.listed, entry.often) > (known.listed, known.often):
            others[keys[1:]] = entry
    return found


@cache
def set_expressions() -> frozenset[str]:
    """The listed expressions as texts in small letters, their words one blank apart."""
    return frozenset(
        " ".join(form)
        for others in collocations().values()
        for entry in others.values()
        if entry.listed
        for form in (entry.words, entry.bases)
    )


@cache
def long_collocations() -> dict[str, tuple[Collocation, ...]]:
    """First base form -> the expressions of three words and more that begin with it."""
    found = {}
    for base, others in collocations().items():
        long = tuple(entry for keys, entry in others.items() if len(keys) > 1)
        if long:
            found[base] = long
    return found


@cache
def collocated_pairs() -> dict[str, dict[str, Collocation]]:
    """First base form -> second base form -> the expression of these two words."""
    found = {}
    for base, others in collocations().items():
        pairs = {keys[0]: entry for keys, entry in others.items() if len(keys) == 1}
        if pairs:
            found[base] = pairs
    return found
