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
from nkreader.text.abbreviations import ABBREVIATIONS, NUMBERED, is_abbreviation
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
# A full stop between a word and a capital, wherever Punkt sees none.
_CANDIDATE = re.compile(r"(?<=[^\W\d_])\.[”\"’')\]]*(?=\s+[“\"‘(]?(?P<next>[A-Z]\w*))")
# "Vitamin C. The doctor": an initial is followed by a name, never by one of these.
_NO_NAME = frozenset(
    [
        "He",
        "She",
        "It",
        "They",
        "We",
        "The",
        "This",
        "That",
        "These",
        "Those",
        "But",
        "And",
        "In",
        "On",
        "At",
        "If",
        "There",
    ]
)
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]+$")
_ANY_STOP = re.compile(r"[.!?…。！？｡．؟۔।॥։።]")
_UNBROKEN = re.compile(r"\S{300,}")
# "2." alone belongs to the item it counts.
_ENUMERATOR = re.compile(r"\(?\d{1,2}[.)]+")
_BLANKS = re.compile(r"\s*")
_CAPITAL = re.compile(r"[A-Z]")
# A short word, its full stop and a small letter: an abbreviation nobody listed ("3 in. tall").
_SHORT_WORD = re.compile(r"\b(?:[^\W\d_]{1,4}|\d{1,2})\.\s*$")
# "am 3. Mai": an ordinal and its month.
_ORDINAL = re.compile(r"\b\d{1,2}\.\s*$")
_MONTH = re.compile(
    r"(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert)\w*\b"
)
# Names and products that begin a sentence with a small letter.
_SMALL_NAME = re.compile(r"(?:al|el|as|an|de|von|van|bin)[\s-]|[a-z][A-Z]")
_DASH = re.compile(r"[-–—]\s*[a-z]")
# "Is it over?" Ms Lee asked: the mark inside the quotation ends no sentence when who asked follows.
_ASKED = re.compile(r"[!?…][”\"’'»)]+\s*$")
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
            if stop < end and _ENUMERATOR.fullmatch(shown):
                continue
            if spans and not any(character.isalnum() for character in shown):
                spans[-1] = Span(spans[-1].start, first + len(shown))
            else:
                spans.append(Span(first, first + len(shown)))
        place = stop
    return spans


def _stops(text: str, start: int, end: int) -> list[int]:
    """The places inside a paragraph where a sentence ends and another begins, in order."""
    if not _ANY_STOP.search(text, start, end):
        return []
    found = {match.end() for match in _OTHER_STOP.finditer(text, start, end)}
    for match in _GLUED.finditer(text, start, end):
        if _runs_together(text, match, start, end):
            found.add(match.end())
    punkt = list(_punkt_stops(text, start, end))
    cased = _CAPITAL.search(text, start, end) is not None
    previous = start
    for stop in punkt:
        if not _goes_on(text, previous, stop, end, cased):
            found.add(stop)
        previous = stop
    known = set(punkt)
    for match in _CANDIDATE.finditer(text, start, end):
        if match.end() not in known and _ends_after_all(text, match, start):
            found.add(match.end())
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
        # Line ends inside a wrapped paragraph are blanks. No sentence ends inside a word, however long: Punkt would
        # look at each full stop in it again and again.
        window = _UNBROKEN.sub(lambda match: "x" * len(match[0]), text[place:limit].replace("\n", " "))
        stops = [place + stop for _, stop in split(window)][:-1]
        yield from stops
        # The last sentence of a window may go on in the next one: begin with it again, unless it fills the window.
        place = stops[-1] if stops and limit < end else limit


def _ends_after_all(text: str, match: re.Match[str], start: int) -> bool:
    """Whether a full stop that Punkt takes for an abbreviation's ends a sentence, for the word behind it."""
    word = _LAST_WORD.search(text, max(start, match.start() - 12), match.start())
    if word is None or word.start() <= start:
        return False
    if len(word[0]) == 1:
        return word[0].isupper() and match["next"] in _NO_NAME
    return word[0] in NUMBERED


@cache
def _punkt() -> PunktSentenceTokenizer:
    from nupunkt.models import load_default_model

    punkt = load_default_model()
    known = punkt.parameters.abbrev_types
    known.intersection_update({type_ for type_ in known if is_abbreviation(type_)})
    known.update(ABBREVIATIONS)
    punkt.clear_decision_cache()
    return punkt


def _runs_together(text: str, match: re.Match[str], start: int, end: int) -> bool:
    first = max(text.rfind(" ", start, match.start()) + 1, start)
    blank = text.find(" ", match.end(), end)
    token = text[first : blank if blank > 0 else end]
    if len(token) > 60 or _ADDRESS.search(token):
        return False
    return text[first : match.start()].casefold() not in ABBREVIATIONS


def _goes_on(text: str, start: int, stop: int, end: int, cased: bool) -> bool:
    """Whether the sentence goes on behind a stop of Punkt's, for what stands on either side of it."""
    blank = _BLANKS.match(text, stop, end)
    place = blank.end() if blank else stop
    last = text[stop - 1]
    if cased and text[place : place + 1].islower() and not _SMALL_NAME.match(text, place, end):
        # In a text with capitals, a small letter begins no sentence behind "Yahoo!" or an abbreviation.
        return last in "!?" or _SHORT_WORD.search(text, max(start, stop - 8), stop) is not None
    if last == "." and _MONTH.match(text, place, end) and _ORDINAL.search(text, max(start, stop - 4), stop):
        return True
    if last in "”\"’'»":
        if _DASH.match(text, place, end):
            return True
        if _ASKED.search(text, max(start, stop - 8), stop):
            return _WHO.match(text, place, min(end, place + 80)) is not None
    return False
