"""Files whose name says nothing of what they are: a web page is known by its first tag, anything else is text."""

from __future__ import annotations

from collections.abc import Iterator

from nkreader.articles.draft import Draft
from nkreader.articles.encoding import decoded
from nkreader.articles.formats.html import draft_of_html, looks_like_html

SUFFIXES = ("",)


def drafts(data: bytes) -> Iterator[Draft]:
    """The article of a page, or the text."""
    text = decoded(data)
    yield draft_of_html(text) if looks_like_html(text) else Draft(text)
