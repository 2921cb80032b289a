"""Stretches in quotation marks of every kind, nested, never closed, or going on over paragraphs."""

from __future__ import annotations

import re

from nkreader.model import Span
from nkreader.text.lines import blocks

# Opening marks and the marks that may close them. A low mark is closed by either high one (German, Polish).
_CLOSERS = {
    "“": "”",
    "„": "“”",
    "‟": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "「": "」",
    "『": "』",
    "＂": "＂",
    "”": "”",
    '"': '"',
    "``": "''",
    "‘": "’",
    "‚": "‘’",
    "'": "'",
}
_SINGLE = frozenset("‘‚'")
_MARK = re.compile(r"``|''|[“”„‟«»‹›「」『』＂\"‘’‚']")
# Words that begin with an apostrophe: 'em, 'til, '90s. They open no quotation.
_CLIPPED = re.compile(r"(?:\d0s|em|til|tis|twas|cause|bout|n|round|neath|cos|ere)\b", re.IGNORECASE)
# A quotation in single marks is short in news; a longer stretch is a lost apostrophe.
_LONGEST_SINGLE = 600


def quotation_spans(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The outermost quotations of a stretch of text, their marks included, in order.

    A quotation that goes on over several paragraphs, each opened anew and only the last one closed, is one span. One
    that is never closed ends with its paragraph.
    """
    end = len(text) if end is None else end
    marks = [(match.start(), match[0]) for match in _MARK.finditer(text, start, end)]
    if not marks:
        return []
    breaks = [block.end for block in blocks(text, start, end)]
    spans: list[Span] = []
    place = start
    paragraph = 0
    for index, (at, mark) in enumerate(marks):
        if at < place or not _opens(text, at, mark, start):
            continue
        while breaks[paragraph] < at:
            paragraph += 1
        stop = _close(text, marks, index, breaks, paragraph, start, end)
        if stop is None:
            continue
        spans.append(Span(at, stop))
        place = stop
    return spans


def _opens(text: str, at: int, mark: str, start: int) -> bool:
    if mark not in _CLOSERS:
        return False
    before = text[at - 1] if at > start else " "
    after = text[at + len(mark) : at + len(mark) + 1] or " "
    if before == "=":
        return False  # a stray tag's attribute
    if mark in "“„‟«‹「『``":
        return True
    if mark in "”»":  # Swedish and inverted angular marks; elsewhere these only close
        if before.isspace() and mark == "”" and not text[text.rfind("\n", start, at) + 1 : at].strip():
            # A mark that closes can only open where a paragraph begins and another one closes it.
            line = text.find("\n", at)
            return "”" in text[at + 1 : line if line >= 0 else len(text)] or not after.isspace()
        return not before.isalnum() and (before.isspace() or before in "([{—–-") and not after.isspace()
    if after.isspace():
        return mark in '"＂' and before.isspace()  # tokenised text: " so "
    if before.isalnum() or before in ".,!?;:…%)]”’\"'":
        return False
    if mark in _SINGLE:
        return after not in ".,;:!?)]" and not _CLIPPED.match(text, at + 1)
    return True


def _close(
    text: str, marks: list[tuple[int, str]], index: int, breaks: list[int], paragraph: int, start: int, end: int
) -> int | None:
    """Where the quotation opened by marks[index] ends, or None where the mark opens nothing after all."""
    at, opener = marks[index]
    if opener in _SINGLE:
        return _close_single(text, marks, index, breaks[paragraph])
    closers = _CLOSERS[opener]
    stop = breaks[paragraph]
    following = index + 1
    while True:
        first, depth = None, 0
        while following < len(marks) and marks[following][0] < stop:
            place, mark = marks[following]
            following += 1
            if mark in closers and (mark != opener or not _opens(text, place, mark, start) or depth == 0):
                if depth == 0:
                    return place + len(mark)
                first = place + len(mark) if first is None else first
                depth -= 1
            elif mark == opener:
                if _shuts(text, place, end):
                    return place + 1
                depth += 1
        if first is not None:
            return first
        # The paragraph ends with the quotation open. If the next one opens with the same mark, it goes on there.
        if following < len(marks) and marks[following][1] == opener and not text[stop : marks[following][0]].strip():
            paragraph = next(
                number for number in range(paragraph + 1, len(breaks)) if breaks[number] > marks[following][0]
            )
            stop = breaks[paragraph]
            following += 1
            continue
        stretch = text[at:stop].rstrip()
        return at + len(stretch) if len(stretch) > 1 and (opener not in '"”»' or len(stretch.split()) > 2) else None


def _shuts(text: str, at: int, end: int) -> bool:
    """Whether a second opening mark stands where only a closing one can: behind a word, before a blank."""
    before, after = text[at - 1], text[at + 1 : at + 2] if at + 1 < end else " "
    return not before.isspace() and before not in "([{—–-" and (after.isspace() or after in ".,;:!?)]")


def _close_single(text: str, marks: list[tuple[int, str]], index: int, stop: int) -> int | None:
    """The end of a quotation in single marks; apostrophes inside words and likely genitives are passed over."""
    at, opener = marks[index]
    likely = None
    for number in range(index + 1, len(marks)):
        place, mark = marks[number]
        if place >= min(stop, at + _LONGEST_SINGLE):
            break
        if mark == opener and mark != "'" and likely is not None:
            break
        if mark not in _CLOSERS[opener]:
            continue
        before, after = text[place - 1], text[place + 1 : place + 2] or " "
        if after.isalnum() or before.isspace():
            continue
        if before in ".,!?;:…":
            return place + 1
        if likely is None or text[likely - 2] in "sS":
            likely = place + 1
        if before not in "sS":
            break
    return likely
