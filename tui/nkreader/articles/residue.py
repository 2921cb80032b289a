"""Residue: what a saved page carries besides its article. Found by where a block stands and by what it says.

Blocks are judged in this order: shortcodes anywhere; lines that only a page can hold; then the zones before the first
and after the last paragraph, where a date, a name or a short line means something else than inside the article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from nkreader.articles.bios import is_biography
from nkreader.articles.residue_lines import LONGEST_LINE, line_kind
from nkreader.model import Boilerplate, BoilerplateKind, Span
from nkreader.text.lines import blocks

# A block of running text: at least so many code points, or so many words and a full stop.
_BODY_LENGTH = 110
_BODY_WORDS = 9
# In a text of very many lines only so many at either end can be page furniture; bounds time for logs and tables.
_ENDS = 1_500
# Captions are one or two sentences.
_LONGEST_CAPTION = 360
# A title shorter than this may repeat by chance.
_SHORTEST_TITLE = 12
# How far from the top a title is repeated and a caption stands before the text begins.
_HEAD_BLOCKS = 14
# How far from the end the author's biography may begin.
_LAST_BLOCKS = 60

_SHORTCODE = re.compile(
    r"""
    \[/?\s*ads?[-_\s]?\w{0,4}\s*\]                                         # [ad_1] [ads]
    | \[/?[A-Za-z]+\w*_\w*(?:[\s/][^\[\]\n]{0,400})?\]                     # [vc_row], [smart_slider id=3]
    | \[/[A-Za-z][\w-]*\]                                                  # [/caption]
    | \[[A-Za-z][\w-]*\s[^\[\]\n]{0,400}?\w\s*=\s*["'“”’″&\w][^\[\]\n]{0,400}\]  # [caption id="x" width="300"]
    | \[(?:embed|embedyt|caption|gallery|video|audio|playlist|toc|adsense|advertisement|advert|contact-form-?\d*
        |divider|spacer|newsletter|subscribe|signup|button|row|column|clear|iframe|slider|dropcap|print-me|social-share)(?:\s[^\[\]\n]{0,300})?\]
    | <!--[^<>]{0,600}-->
    | </?(?:p|br|div|hr|section|figure|script|style|iframe|center|ins)(?:\s[^<>\n]{0,400})?/?>
    | \{\{[^{}\n]{1,200}\}\} | \{%[^{}\n]{1,200}%\}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SCRIPT = re.compile(
    r"\(?(?:adsbygoogle|window\.|googletag|document\.|var\s+\w+\s*=|function\s*\(|jQuery|\$\(|gtag\(|fbq\(|_taboola|Taboola).*[;})\]]",
    re.DOTALL,
)
_FINISHED = re.compile(r"""[.!?…。！？][\"'”’»)\]」』*_]*$""")
_HOME = re.compile(r"(?:You are here:?\s*)?Home(?:page)?(?=[A-Z])")
_SECTION = re.compile(
    r"(?:News|World(?:\s?News)?|Opinions?|Op-?Ed|Politics|Business|Sports?|Cultures?|Views|Analysis|Editorials?|Comments?|Columns?"
    r"|Technology|Tech|Science|Health|Economy|Markets|Asia|Europe|Africa|Americas?|Middle East|International|National"
    r"|Latest(?:\s?News)?|Breaking(?:\s?News)?|Features?|Lifestyle|Entertainment|Military|Defen[cs]e|Security|Blogs?|Articles?|Posts?"
    r"|Uncategori[sz]ed|General|Local|Top\s?Stories|Headlines|Regional|Global|Finance|Education|Environment|Travel|Video|Top)"
    r"(?=[A-Z]|\s[A-Z]|$)"
)
_PICTURE = r"(?:photo(?:graph)?s?|images?|pictures?|pics?|file\s+photo|video\s+grab|screengrab|illustration|graphic)"
# What a credit at the end of a caption begins with; looked for only where the block's end holds one of the hints.
_CREDIT_HINT = re.compile(
    r"photo|image|picture|pics?\b|credit|courtesy|getty|grab|illustration|graphic|/|\[|\bvia\b", re.IGNORECASE
)
_LONGEST_CREDIT = 130
_CREDIT_END = re.compile(
    rf"""(?P<credit>[\[(|/\s]*(?:
        \b{_PICTURE}\s*(?:(?:credits?|source|courtesy(?:\s+of)?|copyright|by)\s*[:\-–|/]?\s*|:\s*|©\s*|/\s*)[^.!?\n\s][^.!?\n]{{1,90}}[\])]?\.?
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
_CAPTION_LINE = re.compile(
    r"(?:image\s+caption|caption|file\s+photo|file\s+image|media\s+caption)\s*[:,–—-]\s*\S.*", re.IGNORECASE
)
_IMAGE_SOURCE = re.compile(r"(?:image|media|video)\s+source\s*[:,]\s*\S.{1,80}", re.IGNORECASE)
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


@dataclass(slots=True)
class _Page:
    """The blocks of a text and what is known of each while it is read."""

    text: str
    blocks: list[Span]
    kinds: list[BoilerplateKind | None]
    first: int = 0
    """The first block of running text."""
    last: int = 0
    """The last one."""
    parts: list[Boilerplate] = field(default_factory=list)
    """Residue smaller than a block."""

    def line(self, index: int) -> str:
        return self.blocks[index].of(self.text)


def boilerplate_of(text: str) -> tuple[Boilerplate, ...]:
    """The residue spans of a text, in order, without overlap, visible text at both ends."""
    parts = [Boilerplate(*match.span(), BoilerplateKind.SHORTCODE) for match in _SHORTCODE.finditer(text)]
    # Blanked out with line ends, a shortcode parts its neighbours and every offset holds.
    masked = text
    if parts:
        masked = _SHORTCODE.sub(lambda match: "\n" * len(match[0]), text)
    units = blocks(masked)
    page = _Page(masked, units, [None] * len(units), parts=parts)
    if units:
        _mark_lines(page)
        if _find_body(page):
            _mark_head(page)
            _mark_captions(page)
            _mark_tail(page)
        else:
            _mark_captions(page)
    whole = [
        Boilerplate(unit.start, unit.end, kind)
        for unit, kind in zip(page.blocks, page.kinds, strict=True)
        if kind is not None
    ]
    return tuple(sorted(whole + page.parts, key=lambda span: span.start))


def _ends(page: _Page) -> list[int]:
    count = len(page.blocks)
    if count <= 2 * _ENDS:
        return list(range(count))
    return [*range(_ENDS), *range(count - _ENDS, count)]


def _mark_lines(page: _Page) -> None:
    for index in _ends(page):
        span = page.blocks[index]
        if span.end - span.start > LONGEST_LINE:
            continue
        line = page.line(index)
        if _SCRIPT.fullmatch(line):
            page.kinds[index] = BoilerplateKind.SHORTCODE
        elif _IMAGE_SOURCE.fullmatch(line):
            page.kinds[index] = BoilerplateKind.CREDIT
        elif _CAPTION_LINE.fullmatch(line):
            page.kinds[index] = BoilerplateKind.CAPTION
        else:
            page.kinds[index] = line_kind(line, "anywhere")


def _is_body(line: str) -> bool:
    """Whether a block is running text rather than a heading, a label or a button."""
    if len(line) >= _BODY_LENGTH:
        return True
    return bool(_FINISHED.search(line)) and (len(line.split()) >= _BODY_WORDS or (len(line) > 30 and " " not in line))


def _find_body(page: _Page) -> bool:
    _pair_captions(page)
    body = [index for index in _ends(page) if page.kinds[index] is None and _is_body(page.line(index))]
    if not body:
        return False
    page.first, page.last = body[0], body[-1]
    return True


def _pair_captions(page: _Page) -> None:
    """A short block right above a picture credit is its caption."""
    bodies = [index for index in _ends(page) if page.kinds[index] is None and _is_body(page.line(index))]
    # Where blank lines part the paragraphs, a line without one above it belongs to the line before.
    parted = sum(_parted(page, index) for index in bodies if index) * 2 > len(bodies)
    for index in _ends(page):
        if index == 0 or page.kinds[index] is not BoilerplateKind.CREDIT or page.kinds[index - 1] is not None:
            continue
        above, line, credit = page.blocks[index - 1], page.line(index - 1), page.line(index)
        if above.end - above.start > _LONGEST_CAPTION or _sentence_count(line) > 2 or not _is_picture_credit(credit):
            continue
        if credit.startswith("|"):
            found = index > 1
        elif _parted(page, index):
            found = False
        elif _FINISHED.search(line):
            before = any(body < index - 1 for body in bodies)
            after = any(body > index for body in bodies)
            found = after and (parted or not before)
        else:
            found = index > 1 or parted
        if found:
            page.kinds[index - 1] = BoilerplateKind.CAPTION


def _parted(page: _Page, index: int) -> bool:
    """Whether a blank line stands above a block."""
    return page.text.count("\n", page.blocks[index - 1].end, page.blocks[index].start) > 1


def _is_picture_credit(line: str) -> bool:
    return bool(re.search(rf"{_PICTURE}|getty|reuters|\bafp\b|\bap\b|credit", line, re.IGNORECASE))


def _sentence_count(line: str) -> int:
    return len(re.findall(r"[.!?][”\"’')]*(?=\s+[A-Z“\"])", line)) + 1


def _squeezed(line: str) -> str:
    return " ".join(re.findall(r"\w+", line.casefold()))


def _mark_head(page: _Page) -> None:
    head = [index for index in range(min(page.first, _ENDS)) if page.kinds[index] is None]
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


def _titled_page(line: str, title: str) -> bool:
    """Whether a line is the title with the site's name behind it, as browsers show it."""
    if not line.startswith(title):
        return False
    rest = line[len(title) :]
    return bool(re.fullmatch(r"\s*[|–—:·•«»-]\s*[^|]{2,60}(?:\|[^|]{2,40})?", rest))


def _split_trail(page: _Page, index: int, title: str) -> bool:
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


def _split_glued_trail(page: _Page, index: int) -> None:
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


def _mark_captions(page: _Page) -> None:
    """Captions that end in a credit: both are residue. A credit behind a whole paragraph is only itself."""
    for index in _ends(page):
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
        if split <= _LONGEST_CAPTION and _sentence_count(line[:split]) <= 2:
            caption = line[:split].rstrip()
            page.parts.append(Boilerplate(span.start, span.start + len(caption), BoilerplateKind.CAPTION))
        elif not re.match(rf"[\[(|]|{_PICTURE}", line[split:], re.IGNORECASE):
            continue
        else:
            page.blocks[index] = Span(span.start, span.start + len(line[:split].rstrip()))
            page.parts.append(Boilerplate(span.start + split, span.end, BoilerplateKind.CREDIT))
            continue
        page.blocks[index] = Span(span.start + split, span.end)
        page.kinds[index] = BoilerplateKind.CREDIT


def _mark_tail(page: _Page) -> None:
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
        if page.kinds[index] is None and listed and not _FINISHED.search(line) and len(line) <= 200:
            page.kinds[index] = BoilerplateKind.NAVIGATION
        if page.kinds[index] in (BoilerplateKind.NAVIGATION, BoilerplateKind.COMMENTS):
            listed = listed or bool(_LIST_HEADING.match(line))
    _split_last(page, begin - 1)


def _tail_begin(page: _Page) -> int:
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
        elif _is_body(line):
            break
        index -= 1
    return max(begin, index + 1) if begin < count else count


def _author_section(page: _Page) -> int | None:
    """The heading over the author's biography, if it stands in the last third and little follows."""
    end = page.blocks[-1].end
    for index in range(len(page.blocks) - 1, max(page.first, len(page.blocks) - _LAST_BLOCKS), -1):
        span = page.blocks[index]
        if _AUTHOR_HEADING.match(page.line(index)) and span.end - span.start <= 60:
            return index if span.start > 0.6 * end and end - span.end < 1_500 else None
    return None


def _discussion(page: _Page) -> int | None:
    """Where readers' comments begin: a heading of theirs in the last third of the page."""
    end = page.blocks[-1].end
    for index in range(page.first + 1, len(page.blocks)):
        span = page.blocks[index]
        if span.end - span.start > 80 or span.start < 0.5 * end:
            continue
        if page.kinds[index] is BoilerplateKind.COMMENTS and _COMMENTS_BEGIN.fullmatch(page.line(index).strip(" :!*#")):
            return index
    return None


_TAIL_SENTENCE = re.compile(
    r"(?<=[.!?…”\"’')\]])\s+(?=[A-Z\[(“©<])|(?<=[.!?…”\"’')\]])\s*(?=(?:Source link|Read [Mm]ore|Continue reading)\b)"
)


def _split_last(page: _Page, index: int) -> None:
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
        if kind is None and marked and _SPLIT_BIO(sentence, page.text[:start]):
            kind = BoilerplateKind.BIO
        if kind is None and not marked and len(starts) > 1 and _SPLIT_BIO(sentence, page.text[:start]):
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


_SPLIT_BIO = is_biography
