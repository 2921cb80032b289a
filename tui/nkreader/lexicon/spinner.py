"""What synonym spinners put in the place of a word: our own table, read in both directions."""

from __future__ import annotations

from functools import cache

from nkreader.data import data_path

Words = tuple[str, ...]
TABLES = ("spinner.txt", "spinner-fluent.txt")
"""What crude spinners put for a word, and what those of a more fluent make do."""


@cache
def _rows(names: tuple[str, ...] = TABLES) -> tuple[tuple[Words, tuple[Words, ...]], ...]:
    rows = []
    for line in (line for name in names for line in data_path("lexicon", name).read_text("utf-8").splitlines()):
        if line and not line.startswith("#"):
            original, spun = line.split(":")
            put = dict.fromkeys(tuple(item.replace("-", " ").split()) for item in spun.split(","))
            rows.append((tuple(original.split()), tuple(words for words in put if words != tuple(original.split()))))
    return tuple(rows)


@cache
def originals() -> dict[Words, tuple[Words, ...]]:
    """What a spinner wrote -> what may have stood there; base forms, hyphens read as blanks."""
    found: dict[Words, dict[Words, None]] = {}
    for original, put in _rows():
        for words in put:
            found.setdefault(words, {})[original] = None
    return {words: tuple(sources) for words, sources in found.items()}


@cache
def crude() -> frozenset[tuple[Words, Words]]:
    """What English has and what crude spinners write for it, in pairs."""
    return frozenset((original, words) for original, put in _rows(TABLES[:1]) for words in put)


@cache
def substitutes() -> dict[Words, tuple[Words, ...]]:
    """What English has there -> what crude spinners write for it; the fluent ones' table is not read backwards."""
    found: dict[Words, dict[Words, None]] = {}
    for original, put in _rows(TABLES[:1]):
        found.setdefault(original, {}).update(dict.fromkeys(put))
    return {original: tuple(put) for original, put in found.items()}


@cache
def long_substitutes() -> dict[Words, tuple[Words, ...]]:
    """First two words -> what spinners write in two words and more that begins with them, longest first."""
    found: dict[Words, list[Words]] = {}
    for words in originals():
        if len(words) > 1:
            found.setdefault(words[:2], []).append(words)
    return {first: tuple(sorted(items, key=len, reverse=True)) for first, items in found.items()}


@cache
def pairs() -> frozenset[tuple[str, str]]:
    """Single words of which a spinner puts the second for the first."""
    return frozenset(
        (original[0], words[0]) for original, put in _rows() if len(original) == 1 for words in put if len(words) == 1
    )
