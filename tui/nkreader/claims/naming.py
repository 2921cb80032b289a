"""How a speaker is called on screens and in reports, and whether anybody is named at all. Loads nothing else."""

from __future__ import annotations

import re

from nkreader.claims.model import Speaker


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PRONOUNS = _listed("he she they it we i who which that one some many others you")
_UNNAMED_HEADS = _listed(
    """
    source sources official officials analyst analysts expert experts report reports critic critics researcher
    researchers scientist scientists authorities witness witnesses people study studies survey surveys observers
    rumour rumours rumor rumors some many others someone
    """
)


def is_pronoun(name: str) -> bool:
    """Whether a speaker is known by a pronoun only: nobody the article names."""
    return re.split(r"['’]", name.strip().casefold())[0] in _PRONOUNS


def speaker_words(speaker: Speaker) -> str:
    """Who is said to say it, for people to read: the name, or that nobody is named and what stands there instead."""
    name = " ".join(speaker.name.split())
    if name == "I":
        return "the author (“I”)"
    words = name.split()
    unnamed = words and words[-1].casefold() in _UNNAMED_HEADS and not any(word[0].isupper() for word in words[1:])
    return f"no one named (“{name}”)" if unnamed or is_pronoun(name) else name
