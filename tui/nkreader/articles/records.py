"""A record of named fields (a row of a table, an object of JSON) as an article's draft: which field is what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from nkreader.articles.draft import Draft
from nkreader.articles.formats.html import text_of_field
from nkreader.articles.metadata import edtf_date

# Names under which the fields go, the first one that says something counts. Compared without case, blanks, `_` and `-`.
_TEXT = (
    "text", "fulltext", "body", "articlebody", "bodytext", "maintext", "articletext", "content", "contenttext",
    "contenthtml", "articlecontent", "contents", "article", "story", "html",
)  # fmt: skip
_TITLE = ("title", "headline", "articletitle", "heading", "webtitle", "name")
_BYLINE = ("byline", "author", "authors", "authorname", "writer", "by", "creator", "reporter")
_PUBLISHER = (
    "publisher", "publication", "outlet", "newspaper", "sitename", "site", "source", "sourcename", "provider", "feed",
    "domain", "sourcedomain",
)  # fmt: skip
_PUBLISHED = (
    "published", "publishedat", "publishedon", "publisheddate", "publishedtime", "datepublished", "publicationdate",
    "webpublicationdate", "publishdate", "pubdate", "dategmt", "date", "datetime", "firstpublished", "timestamp",
    "time", "created", "createdat",
)  # fmt: skip
_URL = ("url", "link", "permalink", "canonicalurl", "canonical", "weburl", "sourceurl", "articleurl")
_NOTE = ("note", "notes")

# The longest text of one article: a record beyond it is a table or a book. 16 Mi code points.
LONGEST_TEXT = 16 << 20
# Metadata longer than this is something else under that name.
_LONGEST_FIELD = 500
# Seconds since 1970: from 1980 on, for smaller numbers are years or numbers of something; up to 2100.
_TIMES = range(315_532_800, 4_102_444_800)


class NoArticle(ValueError):
    """A record that gives no article; the message says why."""


def folded_name(name: str) -> str:
    """A field's name as names are compared."""
    return re.sub(r"[\W_]+", "", name).casefold()


def is_text_name(name: str) -> bool:
    """Whether a field of this name holds an article's text."""
    return folded_name(name) in _TEXT


def draft_of_record(record: Mapping[str, Any]) -> Draft:
    """The article of a record. Raises NoArticle."""
    fields: dict[str, Any] = {}
    for name, value in record.items():
        if value is not None and value != "":
            fields.setdefault(folded_name(str(name)), value)
    text = next((found for name in _TEXT if (found := _running_text(fields.get(name)))), None)
    if text is None:
        for name, inner in record.items():
            if isinstance(inner, Mapping) and any(is_text_name(str(key)) for key in inner):
                return draft_of_record({**{key: value for key, value in record.items() if key != name}, **inner})
        raise NoArticle("it has no text" if any(name in fields for name in _TEXT) else "it has no field text")
    if len(text) > LONGEST_TEXT:
        raise NoArticle(f"its text is longer than {LONGEST_TEXT >> 20} million characters")
    url = _first(fields, _URL)
    return Draft(
        text=text,
        title=_first(fields, _TITLE),
        byline=_first(fields, _BYLINE),
        publisher=_publisher(fields) or (_host(url) if url else None),
        published=next((date for name in _PUBLISHED if (date := stated_date(fields.get(name)))), None),
        note=_first(fields, _NOTE) or url,
    )


def stated_date(value: Any) -> str | None:
    """A date as records state it, as EDTF: ISO 8601, as pages write it, `20240305`, seconds since 1970; else None."""
    if isinstance(value, Mapping):
        return stated_date(value.get("date") or value.get("value") or value.get("$date"))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    written = str(value).strip()[:_LONGEST_FIELD]
    if re.fullmatch(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?", written):
        return written
    if match := re.fullmatch(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?", written):
        return edtf_date("-".join(match.groups()))
    if re.fullmatch(r"\d{9,13}(?:\.\d*)?", written):
        seconds = int(written.partition(".")[0])
        seconds = seconds // 1000 if seconds not in _TIMES else seconds
        return datetime.fromtimestamp(seconds, UTC).date().isoformat() if seconds in _TIMES else None
    return edtf_date(written)


def _first(fields: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    return next((found for name in names if (found := _short(fields.get(name)))), None)


def _short(value: Any) -> str | None:
    """A name or heading out of a field: a string, an object that has one, or several of them."""
    if isinstance(value, Mapping):
        return next((found for key in ("name", "title", "rendered", "text") if (found := _short(value.get(key)))), None)
    if isinstance(value, list):
        return ", ".join(filter(None, map(_short, value[:20])))[:_LONGEST_FIELD] or None
    if not isinstance(value, str) or len(value) > 4 * _LONGEST_FIELD:
        return None
    shown = " ".join(text_of_field(value).split())
    return shown if 0 < len(shown) <= _LONGEST_FIELD else None


def _running_text(value: Any) -> str | None:
    """A text out of a field: a string, an object that has one (`rendered`, as WordPress says), or paragraphs."""
    if isinstance(value, Mapping):
        return next(
            (found for key in ("rendered", "text", "html", "content") if (found := _running_text(value.get(key)))), None
        )
    if isinstance(value, list):
        parts = [part for part in map(_running_text, value) if part]
        return "\n\n".join(parts) or None
    if not isinstance(value, str) or not value.strip():
        return None
    if len(value) > LONGEST_TEXT:
        return value
    try:
        return text_of_field(value) or None
    except ValueError:
        return None


def _publisher(fields: Mapping[str, Any]) -> str | None:
    found = _first(fields, _PUBLISHER)
    return (_host(found) or found) if found and "://" in found else found


def _host(url: str) -> str | None:
    try:
        host = urlsplit(url if "://" in url else f"//{url}").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None
