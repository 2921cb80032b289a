"""The words an index knows: how often each stands in how many articles, and which ones a queried word may stand for."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate

from nkreader.lexicon.inflection import lemma
from nkreader.search.lines import RARE, character

# Letters that may differ: none in a word shorter than this, one, two from here on. One of three makes another word.
_ONE_EDIT = 4
_TWO_EDITS = 8
_MOST_TYPOS = 24
# Letters at the beginning and at the end of which one edit leaves either as they are.
_INTACT = 2
_MOST_STEMS = 24
_KEPT_STEMS = 1024
_LAST = "\U0010ffff"
_CODES = "utf-32-le" if sys.byteorder == "little" else "utf-32-be"


class Vocabulary:
    """All words of an index, sorted. `counted`: each word, its number, in how many articles it stands, and how often
    in all."""

    def __init__(self, counted: Iterable[tuple[str, int, int, int]]) -> None:
        rows = sorted(counted)
        self._words = [word for word, _, _, _ in rows]
        self._codes = array("I", (ord(character(number)) for _, number, _, _ in rows))
        # Sums up to each word: a word's figure, and that of all words with one beginning, is one subtraction.
        self._articles = array("q", accumulate((articles for _, _, articles, _ in rows), initial=0))
        self._stems: dict[str, list[str]] = {}
        self._places = array("q", accumulate((places for _, _, _, places in rows), initial=0))

    def __len__(self) -> int:
        return len(self._words)

    def __contains__(self, word: str) -> bool:
        place = bisect_left(self._words, word)
        return place < len(self._words) and self._words[place] == word

    def written(self, word: str) -> str | None:
        """The character that a word is in the lines of an index (see `lines`), None where it is in none."""
        first, last = self._range(word, prefix=False)
        return chr(self._codes[first]) if first < last else None

    def beginning(self, start: str) -> str:
        """The characters of all words that begin so."""
        first, last = self._range(start, prefix=True)
        return self._codes[first:last].tobytes().decode(_CODES)

    def spelt(self, start: str, written: str) -> str | None:
        """Which of the words that begin so a character stands for."""
        first, last = self._range(start, prefix=True)
        try:
            return self._words[self._codes.index(ord(written), first, last)]
        except ValueError:
            return None

    def rare(self, start: str) -> list[str]:
        """The words that begin so and have no character of their own."""
        first, last = self._range(start, prefix=True)
        return [self._words[place] for place in range(first, last) if self._codes[place] == ord(RARE)]

    def articles(self, word: str, prefix: bool = False) -> int:
        """In how many articles a word stands; for a beginning, at most so many."""
        first, last = self._range(word, prefix)
        return self._articles[last] - self._articles[first]

    def places(self, word: str, prefix: bool = False) -> int:
        """How often a word stands in all articles, or all that begin so."""
        first, last = self._range(word, prefix)
        return self._places[last] - self._places[first]

    @property
    def places_of_all(self) -> int:
        """How many words all articles have together."""
        return self._places[-1]

    def _range(self, word: str, prefix: bool) -> tuple[int, int]:
        first = bisect_left(self._words, word)
        if prefix:
            return first, bisect_left(self._words, word + _LAST, first)
        return first, first + (first < len(self._words) and self._words[first] == word)

    def begins(self, word: str) -> bool:
        """Whether a word that is none of these begins one of them."""
        first, last = self._range(word, prefix=True)
        return first < last and self._words[first] != word

    def stems(self, word: str) -> list[str]:
        """Other forms of a word."""
        if word not in self._stems:  # while a query is typed, its first words stay
            if len(self._stems) >= _KEPT_STEMS:
                self._stems.clear()
            self._stems[word] = self._other_forms(word)
        return self._stems[word]

    def _other_forms(self, word: str) -> list[str]:
        if len(word) < 3 or word.isdigit():
            return []
        base = lemma(word)
        found: list[str] = []
        for stem in dict.fromkeys((word[: max(3, len(word) - 3)], base[: max(3, len(base) - 1)])):
            for other in self._words[slice(*self._range(stem, prefix=True))]:
                if other != word and other not in found and len(other) <= len(base) + 5 and lemma(other) == base:
                    found.append(other)
        if base != word and base not in found and base in self:
            found.append(base)
        return found[:_MOST_STEMS]

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        lengths: dict[int, list[str]] = {}
        for word in self._words:
            lengths.setdefault(len(word), []).append(word)
        return lengths

    @cached_property
    def _by_ends(self) -> tuple[dict[tuple[int, str], list[str]], dict[tuple[int, str], list[str]]]:
        """The words that may have a typo, by their length and their first letters, and by that and their last ones."""
        first: dict[tuple[int, str], list[str]] = {}
        last: dict[tuple[int, str], list[str]] = {}
        for length, words in self._by_length.items():
            if length >= _ONE_EDIT - 1:
                for word in words:
                    first.setdefault((length, word[:_INTACT]), []).append(word)
                    last.setdefault((length, word[-_INTACT:]), []).append(word)
        return first, last

    def _one_edit_away(self, word: str) -> list[str]:
        """The words a letter away or two neighbouring letters exchanged, and some that are farther.

        One edit leaves the first or the last two letters as they are, but for two exchanged in the midst of four.
        """
        first, last = self._by_ends
        near = {}
        for length in range(len(word) - 1, len(word) + 2):
            near.update(dict.fromkeys(first.get((length, word[:_INTACT]), ())))
            near.update(dict.fromkeys(last.get((length, word[-_INTACT:]), ())))
        if len(word) == 2 * _INTACT:
            exchanged = word[0] + word[2] + word[1] + word[3]
            near.update(dict.fromkeys([exchanged] if exchanged in self else ()))
        return list(near)

    def typos(self, word: str) -> list[str]:
        """Words a letter away, or where there is none and the word is long, two; the nearest first."""
        edits = 0 if len(word) < _ONE_EDIT or word.isdigit() else 1 if len(word) < _TWO_EDITS else 2
        if not edits:
            return []
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        limit = 4 * _MOST_TYPOS
        close = extract(word, self._one_edit_away(word), scorer=OSA.distance, score_cutoff=1, limit=limit)
        if not close and edits > 1:
            # Two edits only where one does not do.
            for length in range(len(word) - edits, len(word) + edits + 1):
                near = self._by_length.get(length, ())
                close += extract(word, near, scorer=OSA.distance, score_cutoff=edits, limit=limit)
        ranked = sorted(close, key=lambda found: (found[1], found[0][:1] != word[:1], found[0]))
        return [other for other, _, _ in ranked if other != word][:_MOST_TYPOS]
