"""What everything speaks of: spans, articles, values. The results of each subject stand in that subject's folder.

Offsets are code points of `Article.text`, start inclusive, end exclusive.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple


class Span(NamedTuple):
    """A stretch of text, in code points: start inclusive, end exclusive."""

    start: int
    end: int

    def __bool__(self) -> bool:
        return self.end > self.start

    def overlaps(self, other: tuple[int, int]) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other[1] and other[0] < self.end

    def of(self, text: str) -> str:
        """The text of the span."""
        return text[self.start : self.end]


def plain(value: Any) -> Any:
    """The value as JSON knows it: records become dictionaries, spans and tuples lists, kinds strings."""
    if isinstance(value, Record):
        return value.to_dict()
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        raise TypeError(f"{type(value).__name__} is a dataclass but no Record")
    return value


class Record:
    """A result: a frozen dataclass whose `to_dict()` is what `--json` prints of it."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The fields under their own names, as plain JSON values."""
        return {field.name: plain(getattr(self, field.name)) for field in fields(self)}  # type: ignore[arg-type]  # every Record is a dataclass


class BoilerplateKind(StrEnum):
    """What a stretch of residue is. The names are those of the public interface."""

    SHORTCODE = "shortcode"
    SOURCE_LINK = "source-link"
    BREADCRUMB = "breadcrumb"
    PAGE_DATE = "page-date"
    TITLE_REPEAT = "title-repeat"
    CAPTION = "caption"
    CREDIT = "credit"
    CONTINUATION = "continuation"
    BIO = "bio"
    COMMENTS = "comments"
    NAVIGATION = "navigation"


@dataclass(frozen=True, slots=True)
class Boilerplate(Record):
    """A span of the text that is no part of the article: page residue, a credit, the author's biography."""

    start: int
    end: int
    kind: BoilerplateKind

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Article:
    """One text with what is known of it. Metadata the text or its file does not state is None, never guessed."""

    id: str
    text: str
    path: str | None = None
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: str | None = None
    """Publication date, EDTF (`2024-03-05`)."""
    note: str | None = None
    boilerplate: tuple[Boilerplate, ...] = ()
    """In order, without overlap; visible text at both ends."""

    @classmethod
    def from_text(cls, text: str, id: str = "text") -> Article:
        """An article of a string, its residue and metadata found just as when a `.txt` file is read."""
        from nkreader.articles.plain import article_from_text

        return article_from_text(text, id=id)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the text, in hex: the article's name wherever something about it is kept."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def __hash__(self) -> int:
        return hash((self.id, self.text))


class ValueKind(StrEnum):
    """What a value measures."""

    MONEY = "money"
    PERCENT = "percent"
    QUANTITY = "quantity"
    COUNT = "count"
    DATE = "date"
    DURATION = "duration"


@dataclass(frozen=True, slots=True)
class Value(Record):
    """A figure, date or duration as the text writes it, and what it comes to.

    `value`: a decimal string, `a/b` for a range, EDTF for dates (None where relative and unresolvable), ISO 8601 for
    durations. `unit`: ISO 4217 for money, `percent`, a unit or counted noun otherwise, None where there is none.
    """

    kind: ValueKind
    text: str
    start: int
    end: int
    value: str | None
    unit: str | None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)
