"""HTML pages: their article is extracted by trafilatura; title, author, site and date are what the page declares.

Declared means JSON-LD, OpenGraph, Dublin Core and the like, which trafilatura reads all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from nkreader.articles.draft import Draft
from nkreader.articles.encoding import decoded
from nkreader.articles.own import refuse_own_page

SUFFIXES = (".html", ".htm", ".xhtml", ".shtml", ".mhtml")

_BLOCK_NAMES = """
address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5
h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_FRAGMENT = re.compile(
    r"</(?:p|div|span|h[1-6]|li|ul|ol|a|b|i|em|strong|section|article|blockquote)\s*>|<br\s*/?>", re.IGNORECASE
)


def drafts(data: bytes) -> Iterator[Draft]:
    """The one article of a page."""
    yield draft_of_html(decoded(data))


def looks_like_html(text: str) -> bool:
    """Whether a text of unknown format is an HTML page."""
    return bool(
        re.match(
            r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", text, re.I | re.S
        )
    )


def draft_of_html(page: str) -> Draft:
    """The article of a page. Raises ValueError where the page has no text, or is a report of nkreader's own."""
    refuse_own_page(page)
    from trafilatura import bare_extraction

    found: Any = None
    if page.strip():
        found = bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            favor_recall=True,
            # Only dates the page declares: a search of its text finds those of other things.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    text = (found.text or "").strip() if found is not None else ""
    if not text:
        text = shown_text(page)
    if not text:
        raise ValueError("the page holds no text")
    if found is None:
        return Draft(text)
    return Draft(
        text=text,
        title=_cleaned(found.title),
        byline=_cleaned(found.author.replace(";", ",")) if found.author else None,
        publisher=_cleaned(found.sitename),
        published=_cleaned(found.date),
    )


def text_of_field(written: str) -> str:
    """The text in a field of a record: a page's article, a fragment's text, or what is written if it is no HTML."""
    if looks_like_html(written):
        return draft_of_html(written).text
    return shown_text(written) if _FRAGMENT.search(written) else written


def shown_text(page: str) -> str:
    """All text of a page or fragment, a line for each block."""
    from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types
    from lxml import html as lxml_html

    try:
        tree = lxml_html.document_fromstring(
            page.encode("utf-8", "replace"), parser=lxml_html.HTMLParser(encoding="utf-8")
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    pieces: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        name = element.tag if isinstance(element.tag, str) else ""
        if event in ("comment", "pi") or name in ("script", "style", "noscript", "template", "head"):
            hidden = event == "start"
        else:
            hidden = False
            if name in _BLOCKS or name == "br":
                pieces.append("\n")
            if event == "start":
                pieces.append(" ".join((element.text or "").splitlines()))
        if hidden:
            element.clear(keep_tail=True)
        if event != "start":
            pieces.append(" ".join((element.tail or "").splitlines()))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _cleaned(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None
