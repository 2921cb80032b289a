"""What stands above an article: breadcrumbs, page dates, bylines, the title once more."""

from __future__ import annotations

import re

from nkreader.articles.page import Page
from nkreader.articles.residue_lines import line_kind
from nkreader.model import Boilerplate, BoilerplateKind, Span

# A title shorter than this may repeat by chance.
_SHORTEST_TITLE = 12
# How far from the top a title is repeated and a caption stands before the text begins.
_HEAD_BLOCKS = 14

_HOME = re.compile(r"(?:You are here:?\s*)?Home(?:page)?(?=[A-Z])")
_SECTION = re.compile(
    r"(?:News|World(?:\s?News)?|Opinions?|Op-?Ed|Politics|Business|Sports?|Cultures?|Views|Analysis|Editorials?|Comments?|Columns?"
    r"|Technology|Tech|Science|Health|Economy|Markets|Asia|Europe|Africa|Americas?|Middle East|International|National"
    r"|Latest(?:\s?News)?|Breaking(?:\s?News)?|Features?|Lifestyle|Entertainment|Military|Defen[cs]e|Security|Blogs?|Articles?|Posts?"
    r"|Uncategori[sz]ed|General|Local|Top\s?Stories|Headlines|Regional|Global|Finance|Education|Environment|Travel|Video|Top)"
    r"(?=[A-Z]|\s[A-Z]|$)"
)


def mark_head(page: Page) -> None:
    head = [index for index in range(page.first) if page.kinds[index] is None]
    for index in head:
        page.kinds[index] = line_kind(page.line(index), "head")
    lines = list(range(min(page.first, _HEAD_BLOCKS)))
    squeezed = {index: _squeezed(page.line(index)) for index in lines}
    for index in lines:
        if page.kinds[index] not in (None, BoilerplateKind.BREADCRUMB):
            continue
        for later in lines:
            if later <= index or page.kinds[later] is not None or len(squeezed[later]) < _SHORTEST_TITLE:
                continue
            if squeezed[index] == squeezed[later] or _titled_page(page.line(index), page.line(later)):
                page.kinds[index] = BoilerplateKind.TITLE_REPEAT
                break
            if _split_trail(page, index, page.line(later)):
                break
        else:
            if page.kinds[index] is None:
                _split_glued_trail(page, index)


def _squeezed(line: str) -> str:
    return " ".join(re.findall(r"\w+", line.casefold()))


def _titled_page(line: str, title: str) -> bool:
    """Whether a line is the title with the site's name behind it, as browsers show it."""
    if not line.startswith(title):
        return False
    rest = line[len(title) :]
    return bool(re.fullmatch(r"\s*[|–—:·•«»-]\s*[^|]{2,60}(?:\|[^|]{2,40})?", rest))


def _split_trail(page: Page, index: int, title: str) -> bool:
    """Breadcrumb and title run together, where the title stands again below. Whether that is what the line is."""
    span, line = page.blocks[index], page.line(index)
    if not line.endswith(title) or len(line) - len(title) > 120:
        return False
    trail = line[: -len(title)]
    if not (_HOME.match(line) or re.search(r"[>»›/→|]", trail) or _is_sections(trail)):
        return False
    page.kinds[index] = None
    shown = trail.rstrip()
    page.blocks[index] = Span(span.end - len(title), span.end)
    page.kinds[index] = BoilerplateKind.TITLE_REPEAT
    page.parts.append(Boilerplate(span.start, span.start + len(shown), BoilerplateKind.BREADCRUMB))
    return True


def _is_sections(trail: str) -> bool:
    place = 0
    trail = trail.strip()
    while place < len(trail):
        match = _SECTION.match(trail, place)
        if not match:
            return False
        place = match.end()
        while place < len(trail) and trail[place].isspace():
            place += 1
    return place > 0


def _split_glued_trail(page: Page, index: int) -> None:
    """`HomeNewsWorld` in front of a title that does not stand again: the trail goes as far as sections are known."""
    span, line = page.blocks[index], page.line(index)
    home = _HOME.match(line)
    if not home:
        return
    place = home.end()
    while match := _SECTION.match(line, place):
        place = match.end()
    if place == home.end() and place < len(line):
        return
    if not line[place:].strip():
        page.kinds[index] = BoilerplateKind.BREADCRUMB
        return
    page.parts.append(Boilerplate(span.start, span.start + place, BoilerplateKind.BREADCRUMB))
    rest = place + len(line[place:]) - len(line[place:].lstrip())
    page.blocks[index] = Span(span.start + rest, span.end)
