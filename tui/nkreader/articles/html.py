"""HTML pages: their article is extracted by trafilatura, title, author, site and date from the page's metadata."""

from __future__ import annotations

import re
from typing import Any

from nkreader.articles.draft import Draft


def looks_like_html(text: str) -> bool:
    """Whether a text of unknown format is an HTML page."""
    return bool(
        re.match(
            r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", text, re.I | re.S
        )
    )


def draft_of_html(page: str) -> Draft:
    """The article of a page. Raises ValueError where the page has no text."""
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
        text = _all_text(page)
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


def _all_text(page: str) -> str:
    """All text of a page in which no article is recognised, a line for each block."""
    from lxml import etree  # type: ignore[import-untyped]  # lxml ships no types
    from lxml import html as lxml_html

    try:
        tree = lxml_html.document_fromstring(
            page.encode("utf-8", "replace"), parser=lxml_html.HTMLParser(encoding="utf-8")
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    for element in tree.xpath("//script|//style|//noscript|//template|//head"):
        element.drop_tree()
    shown = (" ".join(piece.split()) for piece in tree.itertext())
    return "\n".join(line for line in shown if line)


def _cleaned(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None
