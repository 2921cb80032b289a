"""The results of a comparison: rows, changes, summary."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from nkreader.model import Record, Span, plain


class RowKind(StrEnum):
    SAME = "same"
    CHANGED = "changed"
    LEFT_ONLY = "left-only"
    RIGHT_ONLY = "right-only"
    BOILERPLATE = "boilerplate"


class ChangeKind(StrEnum):
    """Kinds of change, strongest first."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    HEDGE = "hedge"
    WORDING = "wording"
    GRAMMAR = "grammar"
    ADDED = "added"
    DROPPED = "dropped"


class Flag(StrEnum):
    IN_QUOTATION = "in_quotation"
    TORTURED_LEFT = "tortured-left"
    TORTURED_RIGHT = "tortured-right"
    FORM_ONLY = "form_only"


FACT_KINDS = frozenset({ChangeKind.NUMBER, ChangeKind.DATE, ChangeKind.NAME, ChangeKind.NEGATION, ChangeKind.HEDGE})


@dataclass(frozen=True, slots=True)
class Change(Record):
    """One difference inside a row. The empty side of `added` and `dropped` is `[p, p]`."""

    kind: ChangeKind
    left: Span
    right: Span
    flags: tuple[Flag, ...] = ()

    @property
    def is_fact(self) -> bool:
        """Whether what is said differs, and not just how: a number, date, name, negation or hedge of another value."""
        return self.kind in FACT_KINDS and Flag.FORM_ONLY not in self.flags

    @property
    def in_quotation(self) -> bool:
        return Flag.IN_QUOTATION in self.flags


@dataclass(frozen=True, slots=True)
class Row(Record):
    """Sentences (or residue) that answer each other; an absent side is empty."""

    kind: RowKind
    moved: bool
    left: tuple[Span, ...]
    right: tuple[Span, ...]
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary(Record):
    """The comparison in figures."""

    sentences: tuple[int, int]
    """Sentences of either side, residue not counted."""
    aligned: int
    """Rows that have both sides, residue not counted."""
    moved: int
    words_changed: int
    """Words of the larger side of each change, added up."""
    facts: int
    quotations_altered: int
    """Quotations with at least one change inside."""
    shared_left: float
    """Share (0..1) of the left article's words that stand in aligned sentences."""
    shared_right: float


@dataclass(frozen=True, slots=True)
class Comparison(Record):
    """Two articles side by side. Rows stand in the left text's order and cover each side's visible text once."""

    left: str
    right: str
    rows: tuple[Row, ...]
    summary: Summary

    def to_dict(self) -> dict[str, Any]:
        return {
            "left": self.left,
            "right": self.right,
            "rows": plain(self.rows),
            "summary": self.summary.to_dict(),
        }
