"""Quotations, claims, groups of claims, conflicts and independent voices as results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from nkreader.model import Record, Span, Value, plain


class ClaimType(StrEnum):
    FIGURE = "figure"
    EVENT = "event"
    QUOTATION = "quotation"
    REPORTED = "reported"
    PREDICTION = "prediction"
    ASSESSMENT = "assessment"


class ConflictKind(StrEnum):
    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    QUOTATION = "quotation"
    HEDGE = "hedge"


class Nature(StrEnum):
    """How two versions came to differ."""

    GARBLED = "garbled"
    REVISED = "revised"
    CONTRADICTED = "contradicted"


class Agreement(StrEnum):
    AGREE = "agree"
    CONFLICT = "conflict"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Marked(Record):
    """A stretch of text with its offsets: a cue or a hedge."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Speaker(Record):
    """Who says it. `name` is the fullest form of that name known in the article or its family."""

    text: str
    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Quotation(Record):
    """Text in quotation marks, the marks included, with its speaker and cue where the text gives them."""

    start: int
    end: int
    text: str
    speaker: Speaker | None
    cue: Marked | None
    is_speech: bool
    """False for a term or scare quotes."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Claim(Record):
    """A sentence or clause that can be checked."""

    id: str
    article: str
    start: int
    end: int
    type: ClaimType
    weight: float
    """0..1: how checkable and how weighty."""
    speaker: Speaker | None
    cue: Marked | None
    hedges: tuple[Marked, ...]
    values: tuple[Value, ...]
    quotation: Span | None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Line(Record):
    """One line of reporting: articles that count as one voice, and why."""

    articles: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Voices(Record):
    """How many independent voices stand behind a group: a range where it cannot be told."""

    least: int
    most: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Conflict(Record):
    """Two claims of one group that differ in a fact or in a quotation's wording."""

    kind: ConflictKind
    nature: Nature
    claims: tuple[str, str]
    texts: tuple[str, str]
    spans: tuple[Span, Span]
    """Where the two texts stand, each in its claim's article."""

    def to_dict(self) -> dict[str, Any]:
        return {
            "kind": str(self.kind),
            "nature": str(self.nature),
            "claims": list(self.claims),
            "texts": list(self.texts),
        }


@dataclass(frozen=True, slots=True)
class Group(Record):
    """The same claim in one or more articles. `agreement` is `conflict` exactly when there are conflicts."""

    id: str
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    independent: Voices
    agreement: Agreement
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True)
class Grouping(Record):
    """What joins the claims of a library: the groups of several claims, and what each claim alone does not tell."""

    counts: tuple[int, ...]
    """How many claims each article has."""
    several: tuple[Group, ...]
    names: dict[str, str]
    """Claim id -> the fuller name of its speaker that another article of the family gives."""


@dataclass(frozen=True)
class ClaimSet(Record):
    """All claims of a library and their groups (a claim alone is a group of one).

    Both are sequences, made to be looked at in part: those of a large library are unpacked where they are asked for.
    """

    claims: Sequence[Claim]
    groups: Sequence[Group]

    def of(self, article_id: str) -> tuple[Claim, ...]:
        """The claims of one article, in its text's order."""
        from nkreader.claims.held import HeldClaims

        if isinstance(self.claims, HeldClaims):
            return self.claims.of(article_id)
        return tuple(claim for claim in self.claims if claim.article == article_id)

    def claim(self, id: str) -> Claim | None:
        """A claim by its id."""
        from nkreader.claims.held import HeldClaims

        if isinstance(self.claims, HeldClaims):
            place = self.claims.place(id)
            return None if place is None else self.claims[place]
        return next((claim for claim in self.claims if claim.id == id), None)

    def group_of(self, claim_id: str) -> Group | None:
        """The group a claim belongs to."""
        from nkreader.claims.held import HeldClaims, HeldGroups

        if isinstance(self.claims, HeldClaims) and isinstance(self.groups, HeldGroups):
            place = self.claims.place(claim_id)
            return None if place is None else self.groups.of(place)
        return next((group for group in self.groups if claim_id in group.claims), None)

    def to_dict(self) -> dict[str, Any]:
        return {"claims": plain(list(self.claims)), "groups": plain(list(self.groups))}
