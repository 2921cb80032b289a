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
    listed: bool
    """Whether a dictionary or our own list has it as an expression; else it is a frequent pair of words."""


@cache
def collocations() -> dict[str, dict[tuple[str, ...], Collocation]]:
    """First base form -> base forms of the rest -> the expression; of several with the same bases the most frequent."""
    found: dict[str, dict[tuple[str, ...], Collocation]] = {}
    for line in lines_of("expressions.z"):
        text, bases, tenths, kind = line.decode().split("\t")
        words = tuple(text.split(" "))
        keys = tuple(bases.split(" ")) if bases else words
        entry = Collocation(words, keys, int(tenths) / 10, kind == "s")
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
