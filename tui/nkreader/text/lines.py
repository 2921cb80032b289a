"""Blocks: what the line structure of a text holds together, be it a heading or a hard-wrapped paragraph."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from nkreader.model import Span

# Plain text is wrapped at 60 to 80 columns; nobody wraps beyond this or below that.
_WIDEST = 140
_NARROWEST = 40
# Of the lines that leave a sentence unfinished: how many must end where the next word no longer fitted, and how many
# must be followed by a small letter, for a text to count as wrapped. Lists, headings and verse reach neither.
_FULL_SHARE = 0.6
_SMALL_SHARE = 0.4
_FEWEST_BREAKS = 2
# A few columns of grace: editors break at the blank before, and some count the indentation.
_GRACE = 4
# Lines looked at to decide: enough for any article, and a bound for a file of a gigabyte.
_SAMPLE = 400

_LINE = re.compile(r"[^\n\v\f\x85\u2028\u2029]+")
_FINISHED = re.compile(r"""[.!?…:;。！？؟।۔][\"'”’»)\]」』]*$""")
_ITEM = re.compile(r"(?:[-*•·–—▪●◦>|#]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s|[-=*_~]{3,}$")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def lines(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The lines that show anything, without the blanks around them."""
    found = []
    for match in _LINE.finditer(text, start, len(text) if end is None else end):
        line = match[0]
        stripped = line.strip()
        if stripped:
            first = match.start() + len(line) - len(line.lstrip())
            found.append(Span(first, first + len(stripped)))
    return found


def blocks(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The paragraphs, headings and list items of a stretch of text: lines, joined where the text was wrapped."""
    width = _width(text)
    found: list[Span] = []
    for line in lines(text, start, end):
        if found and _goes_on(text, found[-1], line, width):
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
    return found


def _goes_on(text: str, block: Span, line: Span, width: int | None) -> bool:
    """Whether the line carries on the block's last line."""
    if width is None or _blank_line(text, block.end, line.start) or _ITEM.match(text, line.start, line.end):
        return False
    last = max(text.rfind("\n", block.start, block.end) + 1, block.start)
    if _is_full(text, Span(last, block.end), line, width):
        # Full and finished, then indented: the next paragraph.
        return _indent(text, line) <= _indent(text, Span(last, block.end)) or not _FINISHED.search(
            text, last, block.end
        )
    return text[line.start].islower() and not _FINISHED.search(text, last, block.end)


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    return line.end - line.start + 1 + _first_word(text, following) > width - _GRACE


def _indent(text: str, line: Span) -> int:
    return line.start - text.rfind("\n", 0, line.start) - 1


def _blank_line(text: str, start: int, end: int) -> bool:
    return text.count("\n", start, end) > 1


def _first_word(text: str, line: Span) -> int:
    """Length of the line's first word; where no blanks part words, one character."""
    if _UNSPACED.match(text, line.start):
        return 1
    blank = text.find(" ", line.start, line.end)
    return (blank if blank > 0 else line.end) - line.start


@lru_cache(maxsize=64)
def _width(text: str) -> int | None:
    """The column at which the text was wrapped, or None where its lines are paragraphs."""
    sample: list[Span] = []
    for match in _LINE.finditer(text):
        written = match[0]
        stripped = written.strip()
        # The first line that is a paragraph settles it, also where it is a gigabyte long.
        if len(stripped) > _WIDEST:
            return None
        if stripped:
            begin = match.start() + len(written) - len(written.lstrip())
            sample.append(Span(begin, begin + len(stripped)))
            if len(sample) >= _SAMPLE:
                break
    if not sample:
        return None
    lengths = sorted(line.end - line.start for line in sample)
    width = lengths[9 * len(lengths) // 10]
    if width < _NARROWEST:
        return None
    full = small = unfinished = 0
    for line, following in pairwise(sample):
        if _FINISHED.search(text, line.start, line.end) or _blank_line(text, line.end, following.start):
            continue
        unfinished += 1
        full += _is_full(text, line, following, width)
        first = text[following.start]
        small += first.islower() or not first.isupper() or _UNSPACED.match(first) is not None
    if unfinished < _FEWEST_BREAKS or full < _FULL_SHARE * unfinished or small < _SMALL_SHARE * unfinished:
        return None
    return width
