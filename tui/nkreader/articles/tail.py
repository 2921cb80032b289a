"""What stands below an article: where it goes on, its author, readers' comments, lists of other articles."""

from __future__ import annotations

import re

from nkreader.articles.bios import is_biography
from nkreader.articles.page import FINISHED, Page, is_body
from nkreader.articles.residue_lines import line_kind
from nkreader.model import Boilerplate, BoilerplateKind, Span

# How far from the end the author's biography may begin.
_LAST_BLOCKS = 60

_COMMENTS_BEGIN = re.compile(
    r"(?:leave\s+a\s+(?:comment|reply)|\d+\s+(?:comments?|replies|responses)|comments?\s*\(\d+\)|comments|join\s+the\s+(?:conversation|discussion)"
    r"|post\s+a\s+comment|\d+\s+thoughts\s+on\b.*|reader\s+comments)\b.{0,30}",
    re.IGNORECASE,
)
_AUTHOR_HEADING = re.compile(r"about\s+(?:the\s+)?(?:author|writer|contributor)", re.IGNORECASE)
_LIST_HEADING = re.compile(
    r"(?:most|more|related|latest|recent|trending|popular|recommended|top|also|you\s+(?:may|might)|similar|other|featured|editor|must|read\s+next|up\s+next|in\s+other|tags?)\b",
    re.IGNORECASE,
)
_TAIL_SENTENCE = re.compile(
    r"(?<=[.!?…”\"’')\]])\s+(?=[A-Z\[(“©<])|(?<=[.!?…”\"’')\]])\s*(?=(?:Source link|Read [Mm]ore|Continue reading)\b)"
)


def mark_tail(page: Page) -> None:
    begin = _tail_begin(page)
    listed = introduced = False
    for index in range(begin, len(page.blocks)):
        line = page.line(index)
        if page.kinds[index] is None:
            page.kinds[index] = line_kind(line, "tail")
        if page.kinds[index] is None and introduced:
            page.kinds[index] = BoilerplateKind.BIO
        introduced = page.kinds[index] is BoilerplateKind.BIO and (
            introduced or _AUTHOR_HEADING.match(line) is not None
        )
        if page.kinds[index] is None and listed and not FINISHED.search(line) and len(line) <= 200:
            page.kinds[index] = BoilerplateKind.NAVIGATION
        if page.kinds[index] in (BoilerplateKind.NAVIGATION, BoilerplateKind.COMMENTS):
            listed = listed or bool(_LIST_HEADING.match(line))
    _split_last(page, begin - 1)


def _tail_begin(page: Page) -> int:
    """The first block behind the article, its author's biography taken for the page's."""
    count = len(page.blocks)
    discussion = _discussion(page)
    if discussion is not None:
        for index in range(discussion, count):
            page.kinds[index] = page.kinds[index] or BoilerplateKind.COMMENTS
    headed = _author_section(page)
    index = count - 1
    begin = count
    while index > page.first:
        line = page.line(index)
        kind = page.kinds[index] or line_kind(line, "tail")
        if kind is None and len(line) <= 1_200 and is_biography(line, page.text[: page.blocks[index].start]):
            kind = BoilerplateKind.BIO
        if kind is None and headed is not None and index > headed:
            kind = BoilerplateKind.BIO
        if kind is not None:
            page.kinds[index] = kind
            begin = index
        elif is_body(line):
            break
        index -= 1
    return max(begin, index + 1) if begin < count else count


def _author_section(page: Page) -> int | None:
    """The heading over the author's biography, if it stands in the last third and little follows."""
    end = page.blocks[-1].end
    for index in range(len(page.blocks) - 1, max(page.first, len(page.blocks) - _LAST_BLOCKS), -1):
        span = page.blocks[index]
        if _AUTHOR_HEADING.match(page.line(index)) and span.end - span.start <= 60:
            return index if span.start > 0.6 * end and end - span.end < 1_500 else None
    return None


def _discussion(page: Page) -> int | None:
    """Where readers' comments begin: a heading of theirs in the last third of the page."""
    end = page.blocks[-1].end
    for index in range(page.first + 1, len(page.blocks)):
        span = page.blocks[index]
        if span.end - span.start > 80 or span.start < 0.5 * end:
            continue
        if page.kinds[index] is BoilerplateKind.COMMENTS and _COMMENTS_BEGIN.fullmatch(page.line(index).strip(" :!*#")):
            return index
    return None


def _split_last(page: Page, index: int) -> None:
    """Residue that a scraper ran on behind the last paragraph's end, sentence by sentence from the back."""
    if index < 0 or page.kinds[index] is not None:
        return
    span = page.blocks[index]
    begin = max(span.start, span.end - 3_000)
    starts = [begin, *(match.end() for match in _TAIL_SENTENCE.finditer(page.text, begin, span.end))]
    stop = span.end
    marked: list[Boilerplate] = []
    while len(starts) > 1:
        start = starts.pop()
        sentence = page.text[start:stop].rstrip()
        kind = line_kind(sentence, "anywhere")
        if kind is None and re.fullmatch(r"Source link\W*", sentence):
            kind = BoilerplateKind.SOURCE_LINK
        if kind is None and marked and is_biography(sentence, page.text[:start]):
            kind = BoilerplateKind.BIO
        if kind is None and not marked and len(starts) > 1 and is_biography(sentence, page.text[:start]):
            above = page.text[starts[-1] : start].strip()
            if line_kind(above, "anywhere") is not None:
                kind = BoilerplateKind.BIO
        if kind is None:
            break
        marked.append(Boilerplate(start, start + len(sentence), kind))
        stop = start
    if marked:
        page.parts += marked
        page.blocks[index] = Span(span.start, span.start + len(page.text[span.start : stop].rstrip()))
