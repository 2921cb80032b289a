"""What of an article's text can show kinship: its running words without residue, and how much each of them tells."""

from __future__ import annotations

import hashlib
import re
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from nkreader.lexicon.frequency import zipf
from nkreader.lexicon.inflection import lemma
from nkreader.model import Article, Span
from nkreader.text.words import folded, words

# A word tells as much as it is rare: this less its Zipf value, nothing below the floor. Function words (Zipf 6 and
# above) say nothing about kinship; an unknown word counts as one of Zipf 1.5, or misspellings would outweigh names.
COMMON = 6.0
UNKNOWN = 1.5
TELLING = 0.5
# Weights are counted in steps this small, so that a byte holds one.
STEPS = 40

# Rosters and result tables are the same facts in every report of an event, whoever wrote it. A run of words of which
# so many begin with a capital or a figure is one, and is left out unless it is most of the article. Halves the number
# of unrelated reports taken for copies, at the same share of copies found.
ROSTER_WINDOW = 12
ROSTER_CAPITALS = 0.7
ROSTER_MOST = 0.7
# A line all in capitals is a headline, no roster, unless it goes on for longer than headlines do.
HEADLINE_WORDS = 16

# Names and figures longer than this are lists, and fill no slot of a sentence.
LONGEST_FILLER = 8

# What the words of a triple are multiplied with: odd numbers of 32 bits without a pattern.
TRIPLE_FACTORS = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D)

# A text of more characters is no article but a dump or an archive: it is kin to none but its own copies. A hundred
# thousand words are well beyond what news is; one file of 20 MB that held 300 of a folder's articles was compared with
# each of them for minutes.
LONGEST = 600_000

_CAPITALS = re.compile(r"^[^a-z\n]*[A-Z]{2}[^a-z\n]*$", re.MULTILINE)
_OPENS = re.compile(r"[.!?\n:\"“]")
# Where a sentence or paragraph begins; a line end inside one is a blank.
_BREAKS = re.compile(r"[.!?:\"“]|\n\s")
_CACHED_PROFILES = 1024
_MASK = (1 << 64) - 1


@dataclass(frozen=True)
class Profile:
    """An article's running words in their base forms, as numbers, with the weights of those that tell something."""

    words: array[int]
    """One number per word of running text, in order."""
    levels: bytes
    """What each word tells, in steps; 0 for one that is too common to tell anything."""
    numbers: array[int]
    """Words with a digit, each once."""
    names: array[int]
    """Words with a capital where no sentence, line or quotation begins: mostly parts of names. Each once."""
    slots: array[int]
    """What names and figures stand where: a number for the words around them, then 32 bits for a word of theirs."""
    digest: bytes
    """Of all words as they are written, rosters too: equal for texts that differ in layout and residue only."""

    @cached_property
    def telling(self) -> dict[int, float]:
        """Word -> weight, for words that are not too common to tell anything."""
        return {word: _WEIGHTS[level] for word, level in zip(self.words, self.levels, strict=True) if level}

    @cached_property
    def total(self) -> float:
        """The weights added up: what a perfect copy would share."""
        return sum(self.telling.values())

    @cached_property
    def triples(self) -> dict[int, float]:
        """Three words in a row -> their weights added up, where they tell something."""
        return dict(telling_triples(self.words, self.levels))

    @cached_property
    def triples_total(self) -> float:
        """The weights of the triples added up."""
        return sum(self.triples.values())

    @cached_property
    def vocabulary(self) -> frozenset[int]:
        """Every word once."""
        return frozenset(self.words)

    def forget(self) -> None:
        """Drop what has been worked out from the fields, so that thousands can be held at once."""
        for name in ("telling", "total", "triples", "triples_total", "vocabulary", "fillers", "places"):
            self.__dict__.pop(name, None)

    @cached_property
    def fillers(self) -> dict[int, set[int]]:
        """The words around a name or figure -> the words of those that stand there."""
        found: dict[int, set[int]] = {}
        for slot in self.slots:
            found.setdefault(slot >> 32, set()).add(slot)
        return found

    @cached_property
    def places(self) -> dict[int, list[int]]:
        """Telling word -> where it stands, counted in words."""
        found: dict[int, list[int]] = {}
        for place, word in enumerate(self.words):
            if self.levels[place]:
                found.setdefault(word, []).append(place)
        return found


_WEIGHTS = [level / STEPS for level in range(256)]


@lru_cache(maxsize=1 << 16)
def _known(word: str) -> tuple[int, bool, int]:
    """A folded word's number (the same in every process), whether it holds a digit, and what it tells, in steps."""
    base = lemma(word) if word[0].isalpha() else word
    weight = COMMON - max(zipf(base), UNKNOWN)
    code = zlib.crc32(base.encode("utf-8", "surrogatepass"))
    figure = any(character.isdigit() for character in word)
    return code, figure, round(STEPS * weight) if weight > TELLING else 0


@lru_cache(maxsize=_CACHED_PROFILES)
def profile_of(article: Article) -> Profile:
    """The article's profile. The latest are kept, since an article is asked about once per pair."""
    return read_profile(article)


def read_profile(article: Article) -> Profile:
    """The article's profile, read afresh; one without words where the text is no article."""
    text = article.text
    if len(text) > LONGEST:
        return Profile(array("I"), b"", array("I"), array("I"), array("Q"), running_words(article))
    spans = _running(article, text)
    found = [folded(text[start:end]) for start, end in spans]
    known = [_known(word) for word in found]
    capital = [text[start].isupper() for start, _ in spans]
    headline = _headline(text, spans)
    roster = _roster(
        [
            (upper or text[start].isdigit()) and not head
            for (start, _), upper, head in zip(spans, capital, headline, strict=True)
        ]
    )
    codes = array("I")
    levels = bytearray()
    numbers = set()
    names = set()
    place = 0
    for (start, end), (code, figure, level), upper, listed in zip(spans, known, capital, roster, strict=True):
        if not listed:
            codes.append(code)
            levels.append(level)
            if figure:
                numbers.add(code)
            elif upper and place and not _OPENS.search(text, place, start):
                names.add(code)
        place = end
    return Profile(
        codes,
        bytes(levels),
        array("I", sorted(numbers)),
        array("I", sorted(names)),
        _slots(text, spans, known, capital, headline),
        _digest(found),
    )


@lru_cache(maxsize=_CACHED_PROFILES)
def running_words(article: Article) -> bytes:
    """A digest of the article's words without residue: the one that its profile has."""
    text = article.text
    if len(text) > LONGEST:
        return _digest([text])
    return _digest([folded(text[start:end]) for start, end in _running(article, text)])


def _running(article: Article, text: str) -> list[Span]:
    spans: list[Span] = []
    place = 0
    for start, end in [*((span.start, span.end) for span in article.boilerplate), (len(text), len(text))]:
        spans += words(text, place, min(start, len(text)))
        place = end
    return spans


def _headline(text: str, spans: Sequence[tuple[int, int]]) -> list[bool]:
    """Which words stand in a line all in capitals."""
    headline = [False] * len(spans)
    for line in _CAPITALS.finditer(text):
        first, last = bisect_left(spans, line.span()), bisect_left(spans, (line.end(), 0))
        if 1 < last - first <= HEADLINE_WORDS:
            headline[first:last] = [True] * (last - first)
    return headline


def _slots(
    text: str,
    spans: Sequence[tuple[int, int]],
    known: Sequence[tuple[int, bool, int]],
    capital: Sequence[bool],
    headline: Sequence[bool],
) -> array[int]:
    """What names and figures stand between which words of their sentences."""
    found: set[int] = set()
    place = 0
    count = len(spans)
    fills = [
        (upper and not head) or figure for (_, figure, _), upper, head in zip(known, capital, headline, strict=True)
    ]
    while place < count:
        if not fills[place]:
            place += 1
            continue
        opens = not place or _opens(text, spans, place)
        stop = place + 1
        while stop < count and fills[stop] and not _opens(text, spans, stop):
            stop += 1
        # A capital alone where a sentence begins is any word's.
        if stop - place <= LONGEST_FILLER and (stop > place + 1 or known[place][1] or not opens):
            before = 0 if opens else known[place - 1][0]
            after = 0 if stop == count or _opens(text, spans, stop) else known[stop][0]
            if before or after:
                around = (before * 0x9E3779B1 ^ after * 0x85EBCA77) & 0xFFFFFFFF
                found.update(around << 32 | code for code, _, _ in known[place:stop])
        place = stop
    return array("Q", sorted(found))


def _opens(text: str, spans: Sequence[tuple[int, int]], place: int) -> bool:
    """Whether a sentence, paragraph or quotation begins with this word."""
    return _BREAKS.search(text, spans[place - 1][1], spans[place][0]) is not None


def telling_triples(codes: Sequence[int], levels: bytes) -> list[tuple[int, float]]:
    """Every three words in a row that tell something: their number and their weights added up."""
    x, y, z = TRIPLE_FACTORS
    return [
        ((a * x ^ b * y ^ c * z) & _MASK, (u + v + w) / STEPS)
        for a, b, c, u, v, w in zip(codes, codes[1:], codes[2:], levels, levels[1:], levels[2:], strict=False)
        if u or v or w
    ]


def _digest(found: Sequence[str]) -> bytes:
    return hashlib.blake2b("\n".join(found).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _roster(capital: Sequence[bool]) -> list[bool]:
    """Which words stand in a roster or table; none where that would be most of the text."""
    listed = [False] * len(capital)
    capitals = sum(capital[:ROSTER_WINDOW])
    for start in range(len(capital) - ROSTER_WINDOW + 1):
        if capitals >= ROSTER_CAPITALS * ROSTER_WINDOW:
            listed[start : start + ROSTER_WINDOW] = [True] * ROSTER_WINDOW
        if start + ROSTER_WINDOW < len(capital):
            capitals += capital[start + ROSTER_WINDOW] - capital[start]
    return [False] * len(capital) if sum(listed) > ROSTER_MOST * len(listed) else listed
