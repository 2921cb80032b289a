"""Title, byline, publisher and date of publication, where the text itself states them; nothing is guessed.

A date at the top of a saved page is the day it was saved or the site's clock, not the date of publication, unless it
says that it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nkreader.articles.bios import authors_of
from nkreader.articles.residue_lines import expression
from nkreader.articles.wordings import DATE as DATE_WORDING
from nkreader.model import Boilerplate, BoilerplateKind, Span
from nkreader.text.lines import blocks

# Longer first lines are standfirsts or paragraphs. Headlines of the press end near 110.
_LONGEST_TITLE = 130
_LONGEST_NAME = 80
# Only so much is looked at for a heading: a text may be one very long line.
_BEGINNING = 4_000

_DATE = expression(DATE_WORDING)
_AT = re.compile(
    r"(?:\bat|\bon|\bin|\bby|\bfrom|\bvia|\bwith)\s+(?P<name>(?:the\s+|The\s+)?[A-Z0-9][\w.&'’-]*(?:\s+(?:of|for|and|the|&|on|in|[A-Z0-9][\w.&'’-]*)){0,6})"
)
_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))[\s©,]*(?:(?:19|20)\d\d)?[,\s]*(?:by\s+)?(?P<name>[A-Z][\w&'’-]*(?:\s+(?:of|for|and|the|&|[A-Z][\w&'’-]*)){0,5})",
    re.I,
)
_BY = re.compile(
    r"(?:by|written\s+by|author\s*:|posted\s+by|story\s+by|text\s+by)\s*:?\s+(?P<names>[^|•·\n]{3,100})", re.IGNORECASE
)
_PUBLISHED = re.compile(
    rf"(?:(?:first\s+)?(?:published|posted|issued|released)|publication\s+date|date)(?:\s+(?:on|at))?\s*[:|]?\s*(?P<date>{_DATE})",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TITLED = re.compile(r"(?:title|headline)\s*:\s*(?P<title>\S.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a text says of itself; None where it says nothing."""

    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: str | None = None


def metadata_of(text: str, boilerplate: Sequence[Boilerplate]) -> Metadata:
    """What the text and its residue state."""
    byline, publisher, published = None, None, None
    for span in boilerplate:
        line = text[span.start : span.end]
        if span.kind is BoilerplateKind.CONTINUATION or (
            span.kind is BoilerplateKind.SOURCE_LINK and "appeared" in line
        ):
            publisher = publisher or _publisher(line)
        elif span.kind is BoilerplateKind.NAVIGATION:
            publisher = publisher or _copyright_holder(line)
        elif span.kind is BoilerplateKind.CREDIT:
            byline = byline or _byline(line)
        elif span.kind is BoilerplateKind.BIO:
            byline = byline or " and ".join(authors_of(line)) or None
        if span.kind in (BoilerplateKind.PAGE_DATE, BoilerplateKind.CREDIT):
            published = published or _publication_date(line)
    return Metadata(_title(text, boilerplate), byline, publisher, published)


def _title(text: str, boilerplate: Sequence[Boilerplate]) -> str | None:
    """The heading over the article: its first block, when that is short, unfinished and stands over a longer one."""
    place = 0
    shown: list[Span] = []
    for start, end in [*((span.start, span.end) for span in boilerplate), (len(text), len(text))]:
        shown += blocks(text, place, min(start, _BEGINNING))
        if len(shown) > 3 or start >= _BEGINNING:
            break
        place = end
    if not shown:
        return None
    line = shown[0].of(text)
    line = re.sub(r"^#+\s+|\s+#+$|^\*+|\*+$", "", line)
    if titled := _TITLED.fullmatch(line):
        return titled["title"]
    if len(shown) < 2 or len(line) > _LONGEST_TITLE or "\n" in line or not any(map(str.isalpha, line)):
        return None
    if re.search(r"[.。:;,][\"'”’)]*$", line) or not any(span.end - span.start > len(line) for span in shown[1:4]):
        return None
    return line


def _publisher(line: str) -> str | None:
    matches = list(_AT.finditer(line))
    if not matches:
        return None
    name = matches[-1]["name"] if "appeared" in line else matches[0]["name"]
    name = re.sub(r"(?:\s+(?:of|for|and|the|&|on|in))+$", "", name.strip(" ."))
    if name.startswith("the "):
        name = name[4:]
    return name if 1 < len(name) <= _LONGEST_NAME and not name[0].isdigit() else None


def _copyright_holder(line: str) -> str | None:
    match = _COPYRIGHT.search(line)
    if not match or not match["name"][0].isupper():
        return None
    name = re.split(r"\s+All\b|\s+all\b", match["name"])[0].strip(" .")
    return name if 1 < len(name) <= _LONGEST_NAME and name.casefold() not in {"all", "copyright", "the"} else None


def _byline(line: str) -> str | None:
    match = _BY.match(line.strip())
    if not match or not match["names"][:1].isupper():
        return None
    names = re.split(rf"\s*(?:[,–—-]\s*)?(?=(?:{_DATE}))|\s+\d|\s+@", match["names"])[0].strip(" ,.;–—-")
    return names if 3 <= len(names) <= 100 else None


def _publication_date(line: str) -> str | None:
    match = _PUBLISHED.search(line) or (
        re.search(rf"(?P<date>{_DATE})", line, re.IGNORECASE) if _byline(line) else None
    )
    return edtf_date(match["date"]) if match else None


_YEAR_FIRST = re.compile(r"\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s-]+([A-Za-z]{3})[a-z]*\.?,?[\s-]+(\d{4})")
_FIGURES = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b")


def edtf_date(written: str) -> str | None:
    """A date as pages write it, as EDTF; None where day and month cannot be told apart."""
    if match := _YEAR_FIRST.search(written):
        return _edtf(match[1], int(match[2]), match[3])
    if (match := _MONTH_FIRST.search(written)) and (month := _month(match[1])):
        return _edtf(match[3], month, match[2])
    if (match := _DAY_FIRST.search(written)) and (month := _month(match[2])):
        return _edtf(match[3], month, match[1])
    if match := _FIGURES.search(written):
        first, second = int(match[1]), int(match[2])
        if first > 12:
            return _edtf(match[3], second, match[1])
        if second > 12 or first == second:
            return _edtf(match[3], first, match[2])
    return None


def _month(written: str) -> int | None:
    short = written.casefold()
    return _MONTHS.index(short) + 1 if short in _MONTHS else None


def _edtf(year: str, month: int, day: str) -> str | None:
    return f"{year}-{month:02}-{int(day):02}" if 1 <= month <= 12 and 1 <= int(day) <= 31 else None
