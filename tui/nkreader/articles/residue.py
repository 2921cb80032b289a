"""Residue: what a saved page carries besides its article. Found by where a block stands and by what it says.

Blocks are judged in this order: shortcodes anywhere; lines that only a page can hold; then the zones before the first
and after the last paragraph, where a date, a name or a short line means something else than inside the article.
"""

from __future__ import annotations

import re

from nkreader.articles.captions import CAPTION_LINE, IMAGE_SOURCE, mark_captions, pair_captions
from nkreader.articles.head import mark_head
from nkreader.articles.page import Page, ends, is_body
from nkreader.articles.residue_lines import LONGEST_LINE, line_kind
from nkreader.articles.tail import mark_tail
from nkreader.model import Boilerplate, BoilerplateKind
from nkreader.text.lines import blocks

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


def boilerplate_of(text: str) -> tuple[Boilerplate, ...]:
    """The residue spans of a text, in order, without overlap, visible text at both ends."""
    parts = [Boilerplate(*match.span(), BoilerplateKind.SHORTCODE) for match in _SHORTCODE.finditer(text)]
    # Blanked out with line ends, a shortcode parts its neighbours and every offset holds.
    masked = text
    if parts:
        masked = _SHORTCODE.sub(lambda match: "\n" * len(match[0]), text)
    units = blocks(masked)
    page = Page(masked, units, [None] * len(units), parts=parts)
    if units:
        _mark_lines(page)
        if _find_body(page):
            mark_head(page)
            mark_captions(page)
            mark_tail(page)
        else:
            mark_captions(page)
    whole = [
        Boilerplate(unit.start, unit.end, kind)
        for unit, kind in zip(page.blocks, page.kinds, strict=True)
        if kind is not None
    ]
    return tuple(sorted(whole + page.parts, key=lambda span: span.start))


def _mark_lines(page: Page) -> None:
    for index in ends(page):
        span = page.blocks[index]
        if span.end - span.start > LONGEST_LINE:
            continue
        line = page.line(index)
        if _SCRIPT.fullmatch(line):
            page.kinds[index] = BoilerplateKind.SHORTCODE
        elif IMAGE_SOURCE.fullmatch(line):
            page.kinds[index] = BoilerplateKind.CREDIT
        elif CAPTION_LINE.fullmatch(line):
            page.kinds[index] = BoilerplateKind.CAPTION
        else:
            page.kinds[index] = line_kind(line, "anywhere")


def _find_body(page: Page) -> bool:
    pair_captions(page)
    body = [index for index in ends(page) if page.kinds[index] is None and is_body(page.line(index))]
    if not body:
        return False
    page.first, page.last = body[0], body[-1]
    return True
