"""Plain text and Markdown: a string becomes an article, its residue and metadata found."""

from __future__ import annotations

from nkreader.articles.metadata import metadata_of
from nkreader.articles.residue import boilerplate_of
from nkreader.model import Article


def article_from_text(text: str, id: str = "text", path: str | None = None) -> Article:
    """An article of a decoded text: a leading BOM dropped, line ends made `\\n`, nothing else changed."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    boilerplate = boilerplate_of(text)
    known = metadata_of(text, boilerplate)
    return Article(
        id=id,
        text=text,
        path=path,
        title=known.title,
        byline=known.byline,
        publisher=known.publisher,
        published=known.published,
        boilerplate=boilerplate,
    )
