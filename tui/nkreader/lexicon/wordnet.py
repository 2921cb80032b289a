"""WordNet 3.0 as tables of lines: which meanings a word has, and which words and meanings stand near a meaning."""

from __future__ import annotations

import zlib
from bisect import bisect_left
from functools import cache, lru_cache
from typing import NamedTuple

from nkreader.data import data_path


class Synset(NamedTuple):
    """One meaning: the words that have it, and the numbers of the meanings near it."""

    part: str
    """n, v, a or r: noun, verb, adjective, adverb."""
    words: tuple[str, ...]
    near: tuple[int, ...]
    """More general meanings, for adjectives similar ones."""
    derived: tuple[int, ...]
    """Meanings of words derived from these: "diplomatic" of "diplomacy"."""


def lines_of(name: str) -> list[bytes]:
    """The lines of a compressed table of `data/lexicon`."""
    return zlib.decompress(data_path("lexicon", name).read_bytes()).split(b"\n")


@cache
def _words() -> list[bytes]:
    return lines_of("wordnet-words.z")


@cache
def _synsets() -> list[bytes]:
    return lines_of("wordnet-synsets.z")


def find_line(lines: list[bytes], key: str) -> str | None:
    """What follows the key in a table of lines sorted as `key TAB rest`."""
    prefix = key.encode("utf-8", "surrogatepass") + b"\t"
    place = bisect_left(lines, prefix)
    if place < len(lines) and lines[place].startswith(prefix):
        return lines[place][len(prefix) :].decode()
    return None


@lru_cache(maxsize=1 << 15)
def senses(lemma: str) -> tuple[int, ...]:
    """The numbers of the word's meanings, the usual ones first; empty where WordNet does not know it."""
    found = find_line(_words(), lemma)
    return tuple(map(int, found.split())) if found else ()


@lru_cache(maxsize=1 << 15)
def synset(number: int) -> Synset:
    """The meaning of that number."""
    words, near, derived = _synsets()[number].decode().split("\t")
    part, *lemmas = words.split(" ")
    return Synset(part, tuple(lemmas), tuple(map(int, near.split())), tuple(map(int, derived.split())))


@lru_cache(maxsize=1 << 15)
def parts_of_speech(lemma: str) -> frozenset[str]:
    """Which of n, v, a, r the word can be."""
    return frozenset(synset(number).part for number in senses(lemma))
