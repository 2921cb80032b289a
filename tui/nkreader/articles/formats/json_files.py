"""JSON: one article, a list of them, or a document that holds such a list; JSON Lines, one article a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from nkreader.articles.draft import Draft, Flaw
from nkreader.articles.encoding import decoded
from nkreader.articles.own import WRITTEN_HERE
from nkreader.articles.records import NoArticle, draft_of_record, is_text_name

SUFFIXES = (".json", ".jsonl", ".ndjson")

# How deep in a document the list of its articles may lie: a search engine's answer has `hits.hits`.
_DEEPEST_LIST = 3


def drafts(data: bytes) -> Iterator[Draft | Flaw]:
    """The articles of a JSON document, or of each line that is one."""
    text = decoded(data)
    try:
        document = _parsed(text)
    except ValueError as error:
        # One line that is whole JSON makes a file of many lines JSON Lines, whatever it is called.
        lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
        if len(lines) < 2 or not any(_is_object(line) for _, line in lines[:20]):
            raise ValueError(f"it is not valid JSON: {error}") from None
        for number, line in lines:
            yield _of_line(number, line)
        return
    if isinstance(document, dict) and {"nkreader", "schema"} <= document.keys():
        raise ValueError(WRITTEN_HERE)
    records = _records(document)
    if records is None:
        raise ValueError("it holds no article: no object in it has a field text, body or content")
    for number, record in enumerate(records, 1):
        yield _of_record(record, f"record {number}")


def _parsed(text: str) -> Any:
    """The value a text is JSON of. Raises ValueError with the reason in few words."""
    try:
        return json.loads(text, parse_int=_number, parse_float=_number)
    except json.JSONDecodeError as error:
        raise ValueError(f"{error.msg}, line {error.lineno}, column {error.colno}") from None
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def _number(written: str) -> str:
    # Numbers are looked at as dates only; a million digits need not become one.
    return written


def _is_object(line: str) -> bool:
    try:
        return isinstance(_parsed(line), dict)
    except ValueError:
        return False


def _of_line(number: int, line: str) -> Draft | Flaw:
    try:
        return _of_record(_parsed(line), f"line {number}")
    except ValueError as error:
        return Flaw(f"line {number}", f"it is not valid JSON: {error}")


def _of_record(record: Any, where: str) -> Draft | Flaw:
    if not isinstance(record, dict):
        return Flaw(where, "it is no object with named fields")
    try:
        return draft_of_record(record)
    except NoArticle as error:
        return Flaw(where, str(error))
    except RecursionError:
        return Flaw(where, "it is nested too deeply")


def _records(document: Any, depth: int = 0) -> list[Any] | None:
    """The records of a document: itself, or the list or table of articles in it; None where there is none."""
    if isinstance(document, list):
        return document if any(map(_holds_text, document)) else None
    if not isinstance(document, dict):
        return None
    if _is_record(document):
        return [document]
    inner = [value for value in document.values() if isinstance(value, dict) and _is_record(value)]
    if inner:
        # Articles by their ids; a single one may be wrapped, its date beside it.
        return inner if len(inner) > 1 else [document]
    if depth < _DEEPEST_LIST:
        for value in document.values():
            if found := _records(value, depth + 1):
                return found
    return None


def _is_record(item: dict[Any, Any]) -> bool:
    """Whether an object has a text in a field that is called so."""
    return any(
        is_text_name(str(key)) and (isinstance(value, str) or _is_text(value)) and value for key, value in item.items()
    )


def _is_text(value: Any) -> bool:
    """Whether a value that is no string is a text all the same: paragraphs, or what WordPress calls `rendered`."""
    if isinstance(value, list):
        return all(isinstance(part, str) for part in value)
    return isinstance(value, dict) and isinstance(value.get("rendered"), str)


def _holds_text(item: Any) -> bool:
    """Whether a member of a list is an article, be it wrapped in an object."""
    return isinstance(item, dict) and (
        _is_record(item) or any(isinstance(value, dict) and _is_record(value) for value in item.values())
    )
