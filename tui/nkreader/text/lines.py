"""Blocks: what the line structure of a text holds together. A heading is a block, and so is a hard-wrapped paragraph."""

from __future__ import annotations

import re
from functools import lru_cache

from nkreader.model import Span

# Plain text is wrapped at 60 to 80 columns; nobody wraps beyond this or below that.
_WIDEST = 140
_NARROWEST = 40
# Of the line ends inside paragraphs: how many must stand where the next word no longer fitted, and how many must leave a
# sentence unfinished, for the text to count as wrapped. Lists and short paragraphs reach neither.
_FULL_SHARE = 0.75
_UNFINISHED_SHARE = 0.45
_FEWEST_BREAKS = 2
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
    """The paragraphs, headings and list items of a stretch of text, in order: lines, joined where the text was wrapped."""
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
    last = text.rfind("\n", block.start, block.end) + 1 or block.start
    return block.end - last + 1 + _first_word(text, line) > width


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
        if match[0].strip():
            sample.append(Span(*match.span()))
            if match.end() - match.start() > 4 * _WIDEST or len(sample) >= _SAMPLE:
                break
    if not sample or max(len(line.of(text).rstrip()) for line in sample) > _WIDEST:
        return None
    lengths = sorted(len(line.of(text).strip()) for line in sample)
    width = lengths[-1]
    if width < _NARROWEST:
        return None
    full = unfinished = breaks = 0
    for line, following in zip(sample, sample[1:], strict=False):
        if _blank_line(text, line.end, following.start) or _ITEM.match(following.of(text).strip()):
            continue
        breaks += 1
        shown = line.of(text).strip()
        bare = Span(following.start + len(following.of(text)) - len(following.of(text).lstrip()), following.end)
        full += len(shown) + 1 + _first_word(text, bare) > width
        unfinished += not _FINISHED.search(shown)
    if breaks < _FEWEST_BREAKS or full < _FULL_SHARE * breaks or unfinished < _UNFINISHED_SHARE * breaks:
        return None
    return width
