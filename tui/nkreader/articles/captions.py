"""Pictures' captions and credits: beside each other, run together, or a credit at the end of a paragraph."""

from __future__ import annotations

import re

from nkreader.articles.page import FINISHED, Page, ends, is_body, parted, sentence_count
from nkreader.model import Boilerplate, BoilerplateKind, Span

# Captions are one or two sentences.
_LONGEST_CAPTION = 360

PICTURE = r"(?:photo(?:graph)?s?|images?|pictures?|pics?|file\s+photo|video\s+grab|screengrab|illustration|graphic)"
# What a credit at the end of a caption begins with; looked for only where the block's end holds one of the hints.
_CREDIT_HINT = re.compile(
    r"photo|image|picture|pics?\b|credit|courtesy|getty|grab|illustration|graphic|/|\[|\bvia\b", re.IGNORECASE
)
_LONGEST_CREDIT = 130
_CREDIT_END = re.compile(
    rf"""(?P<credit>[\[(|/\s]*(?:
        \b{PICTURE}\s*(?:(?:credits?|source|courtesy(?:\s+of)?|copyright|by)\s*[:\-–|/]?\s*|:\s*|©\s*|/\s*)[^.!?\n\s][^.!?\n]{{1,90}}[\])]?\.?
        | \b(?:credits?|courtesy)\s*:\s*[^.!?\n]{{2,90}}[\])]?
        | \((?:AP|AFP|EPA|TASS|Xinhua|Reuters|Getty)\s?(?:Photo)?\s?/\s?[^()\n]{{2,80}}\)
        | [\[(][^\[\]()\n]{{0,80}}(?:/|\bvia\s)\s?
          (?-i:Reuters|REUTERS|AFP|AP|EPA|TASS|Xinhua|KCNA|Yonhap|Getty\ Images|Anadolu|Sputnik|Shutterstock)
          [^\[\]()\n]{{0,30}}[\])]
        | \[(?:file\s*:\s*[^\[\]\n]{{2,60}}|(?-i:Reuters|AFP|AP|EPA|Al\ Jazeera|Getty\ Images))\]
        | (?-i:REUTERS)/[^.!?\n]{{2,60}}
        | (?<=[.!?”"’)\s])(?:[\w'’.-]+[\s/|]+){{0,5}}Getty\ Images
    ))\s*\Z""",
    re.VERBOSE | re.IGNORECASE,
)
CAPTION_LINE = re.compile(
    r"(?:image\s+caption|caption|file\s+photo|file\s+image|media\s+caption)\s*[:,–—-]\s*\S.*", re.IGNORECASE
)
IMAGE_SOURCE = re.compile(r"(?:image|media|video)\s+source\s*[:,]\s*\S.{1,80}", re.IGNORECASE)


def pair_captions(page: Page) -> None:
    """A short block right above a picture credit is its caption."""
    bodies = [index for index in ends(page) if page.kinds[index] is None and is_body(page.line(index))]
    # Where blank lines part the paragraphs, a line without one above it belongs to the line before.
    blank_lines = sum(parted(page, index) for index in bodies if index) * 2 > len(bodies)
    for index in ends(page):
        if index == 0 or page.kinds[index] is not BoilerplateKind.CREDIT or page.kinds[index - 1] is not None:
            continue
        above, line, credit = page.blocks[index - 1], page.line(index - 1), page.line(index)
        if above.end - above.start > _LONGEST_CAPTION or sentence_count(line) > 2 or not _is_picture_credit(credit):
            continue
        if credit.startswith("|"):
            found = index > 1
        elif parted(page, index):
            found = False
        elif FINISHED.search(line):
            before = any(body < index - 1 for body in bodies)
            after = any(body > index for body in bodies)
            found = after and (blank_lines or not before)
        else:
            found = index > 1 or blank_lines
        if found:
            page.kinds[index - 1] = BoilerplateKind.CAPTION


def _is_picture_credit(line: str) -> bool:
    return bool(re.search(rf"{PICTURE}|getty|reuters|\bafp\b|\bap\b|credit", line, re.IGNORECASE))


def mark_captions(page: Page) -> None:
    """Captions that end in a credit: both are residue. A credit behind a whole paragraph is only itself."""
    for index in ends(page):
        span = page.blocks[index]
        if page.kinds[index] not in (None, BoilerplateKind.CAPTION) or span.end - span.start > 4 * _LONGEST_CAPTION:
            continue
        line = page.line(index)
        place = max(8, len(line) - _LONGEST_CREDIT)
        if not _CREDIT_HINT.search(line, place):
            continue
        match = _CREDIT_END.search(line, place)
        if not match:
            continue
        split = match.start("credit")
        while split < len(line) and line[split].isspace():
            split += 1
        if split <= _LONGEST_CAPTION and sentence_count(line[:split]) <= 2:
            caption = line[:split].rstrip()
            page.parts.append(Boilerplate(span.start, span.start + len(caption), BoilerplateKind.CAPTION))
        elif not re.match(rf"[\[(|]|{PICTURE}", line[split:], re.IGNORECASE):
            continue
        else:
            page.blocks[index] = Span(span.start, span.start + len(line[:split].rstrip()))
            page.parts.append(Boilerplate(span.start + split, span.end, BoilerplateKind.CREDIT))
            continue
        page.blocks[index] = Span(span.start + split, span.end)
        page.kinds[index] = BoilerplateKind.CREDIT
