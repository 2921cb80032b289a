"""Tables, CSV and TSV: the first row names the columns, every other row is an article."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from nkreader.articles.draft import Draft, Flaw
from nkreader.articles.encoding import decoded
from nkreader.articles.own import refuse_own_sheet
from nkreader.articles.records import LONGEST_TEXT, NoArticle, draft_of_record, is_text_name

SUFFIXES = (".csv", ".tsv", ".tab")

_DELIMITERS = ",;\t|"
# A row that never ends is read anew from its second line; in a file that has so many of them, the rest is given up.
_MOST_RESTARTS = 50


def drafts(data: bytes) -> Iterator[Draft | Flaw]:
    """The articles of a table's rows. Raises ValueError where no column holds a text."""
    lines = list(StringIO(decoded(data).removeprefix("\ufeff"), newline=None))
    # The limit is the whole module's; larger than another user of it may want does no harm.
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_TEXT))
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    heading = lines[first] if lines else ""
    delimiter = max(_DELIMITERS, key=lambda mark: sum(map(is_text_name, _cells(heading, mark))))
    names = _cells(heading, delimiter)
    refuse_own_sheet(names)
    if not any(map(is_text_name, names)):
        raise ValueError("it holds no article: its first line names no column text, body or content")
    for number, row in _rows(lines, first + 1, delimiter):
        if isinstance(row, Flaw):
            yield row
        elif any(cell.strip() for cell in row):
            yield _of_row(names, row, f"line {number}")


def _cells(line: str, delimiter: str) -> list[str]:
    # A heading of a megabyte is no heading.
    try:
        return [cell.strip() for cell in next(csv.reader([line[:10_000]], delimiter=delimiter), [])]
    except csv.Error:
        return []


def _of_row(names: Sequence[str], row: Sequence[str], where: str) -> Draft | Flaw:
    if len(row) > len(names) and any(cell.strip() for cell in row[len(names) :]):
        return Flaw(where, f"it has {len(row)} fields where the first line names {len(names)}")
    try:
        return draft_of_record(dict(zip(names, row, strict=False)))
    except NoArticle as error:
        return Flaw(where, str(error))


def _rows(lines: Sequence[str], first: int, delimiter: str) -> Iterator[tuple[int, list[str] | Flaw]]:
    """The rows from a line on, each with the number of its first line (from 1), or with what is wrong with it."""
    place, restarts = first, 0
    while place < len(lines):
        start = place
        try:
            row, place = _row(lines, start, delimiter)
        except csv.Error as error:
            restarts += 1
            too_long = "field limit" in str(error)
            reason = f"a field of it is longer than {LONGEST_TEXT >> 20} million characters" if too_long else str(error)
            if "unexpected end" in reason:
                reason = "a quotation mark in it is not closed"
            yield start + 1, Flaw(f"line {start + 1}", reason)
            if restarts > _MOST_RESTARTS:
                yield start + 1, Flaw(f"line {start + 2} and all behind it", "too many rows before are broken")
                return
            place = start + 1
            continue
        yield start + 1, row


def _row(lines: Sequence[str], start: int, delimiter: str) -> tuple[list[str], int]:
    """The row that begins at a line, and the line behind it."""
    end = start

    def feed() -> Iterator[str]:
        nonlocal end
        while end < len(lines):
            end += 1
            yield lines[end - 1]

    try:
        row = next(csv.reader(feed(), delimiter=delimiter, strict=True), [])
    except csv.Error as error:
        if "expected after" not in str(error):
            raise
        # A quotation mark within a field, not doubled: many programs write it so.
        end = start
        row = next(csv.reader(feed(), delimiter=delimiter), [])
        if end - start > 1 and sum(line.count('"') for line in lines[start:end]) % 2:
            raise csv.Error("unexpected end of data") from None
    return row, end
