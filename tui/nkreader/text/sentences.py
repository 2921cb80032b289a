"""Sentences with exact offsets. Sentences and residue together cover all visible text exactly once.

The boundaries inside a paragraph are nupunkt's (Punkt: Kiss and Strunk 2006), repaired where news differs from its
training text: quotations followed by who said them, sentences run together by a scraper, scripts with other full stops.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from nkreader.model import Article, Boilerplate, Span
from nkreader.text.lines import blocks

if TYPE_CHECKING:
    from nupunkt import PunktSentenceTokenizer

# A paragraph longer than this is split piece by piece, so that time grows with its length and not with its square.
_WINDOW = 8_000

# Full stops that need no blank behind them.
_OTHER_STOP = re.compile(r"[。！？｡．؟۔।॥։።]+[」』”’）»\"')\]]*")
# Two sentences a scraper ran together: "last week.The minister". Addresses and names such as "Node.js" are not.
_GLUED = re.compile(r"(?<=[a-z][a-z])[.!?][”\"’')\]]*(?=[A-Z“‘][a-z’]*[\s,])")
_ADDRESS = re.compile(r"[/@]|www\.|\.(?:com|org|net|gov|edu|co|io)\b", re.IGNORECASE)
# "Is it over?" Ms Lee asked: the mark inside the quotation ends no sentence when who asked follows.
_ASKED = re.compile(
    r"""[!?…][”"’'»]+\s*$""",
)
_WHO = re.compile(
    r"""(?:(?:the|a|an|his|her|their|one|another)\s+)?(?:[\w.’'-]+\s+){1,5}?
        (?:asked|asks|said|says|added|adds|wrote|writes|replied|replies|exclaimed|wondered|wonders|demanded|shouted|cried
        |told|tweeted|quipped|joked|responded|continued|recalled|declared|snapped|retorted|insisted|inquired)\b""",
    re.VERBOSE,
)


def sentences(article: Article) -> list[Span]:
    """The article's sentences, headings included, residue left out, in order."""
    return list(_sentences(article.text, article.boilerplate))


@lru_cache(maxsize=1024)
def _sentences(text: str, boilerplate: Sequence[Boilerplate]) -> tuple[Span, ...]:
    found: list[Span] = []
    place = 0
    for start, end in [*((span.start, span.end) for span in boilerplate), (len(text), len(text))]:
        for block in blocks(text, place, start):
            found += sentences_in(text, block.start, block.end)
        place = max(place, end)
    return tuple(found)


def sentences_in(text: str, start: int, end: int) -> list[Span]:
    """The sentences of one paragraph, line ends inside it taken for blanks."""
    stops = _stops(text, start, end)
    spans: list[Span] = []
    place = start
    for stop in [*stops, end]:
        piece = text[place:stop]
        shown = piece.strip()
        if shown:
            first = place + len(piece) - len(piece.lstrip())
            if spans and not any(character.isalnum() for character in shown):
                spans[-1] = Span(spans[-1].start, first + len(shown))
            else:
                spans.append(Span(first, first + len(shown)))
        place = stop
    return spans


def _stops(text: str, start: int, end: int) -> list[int]:
    """The places inside a paragraph where a sentence ends and another begins, in order."""
    found = {match.end() for match in _OTHER_STOP.finditer(text, start, end)}
    for match in _GLUED.finditer(text, start, end):
        if _runs_together(text, match, start, end):
            found.add(match.end())
    previous = start
    for stop in _punkt_stops(text, start, end):
        if not _asked_by(text, previous, stop, end):
            found.add(stop)
        previous = stop
    found.discard(end)
    return sorted(found)


def _punkt_stops(text: str, start: int, end: int) -> Iterator[int]:
    split = _punkt().span_tokenize
    place = start
    while place < end:
        limit = min(end, place + _WINDOW)
        if limit < end:
            blank = text.rfind(" ", place + 1, limit)
            limit = blank if blank > 0 else limit
        # Only the last line ends of a wrapped paragraph are in here; to Punkt they would be no different from blanks.
        stops = [place + stop for _, stop in split(text[place:limit].replace("\n", " "))][:-1]
        yield from stops
        # The last sentence of a window may go on in the next one: begin with it again, unless it fills the window.
        place = stops[-1] if stops and limit < end else limit


@cache
def _punkt() -> PunktSentenceTokenizer:
    import nupunkt

    return nupunkt.load("default")


def _runs_together(text: str, match: re.Match[str], start: int, end: int) -> bool:
    first = max(text.rfind(" ", start, match.start()) + 1, start)
    blank = text.find(" ", match.end(), end)
    token = text[first : blank if blank > 0 else end]
    if len(token) > 60 or _ADDRESS.search(token):
        return False
    return text[first : match.start()].casefold() not in _punkt().abbreviations


def _asked_by(text: str, start: int, stop: int, end: int) -> bool:
    """Whether what follows the stop only says who spoke the question or exclamation that ends there."""
    if not _ASKED.search(text, max(start, stop - 8), stop):
        return False
    blank = re.compile(r"\s*").match(text, stop, end)
    place = blank.end() if blank else stop
    return _WHO.match(text, place, min(end, place + 80)) is not None
