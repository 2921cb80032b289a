"""Quotations, claims, groups of claims, conflicts and independent voices as results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from nkreader.model import Record, Span, Value, plain

if TYPE_CHECKING:
    from nkreader.claims.outline import Outline


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
    weights: bytes
    types: bytes
    speakers: bytes
    speaker_names: tuple[str, ...]
    """What claims are listed by: see `Outline`."""


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

    @cached_property
    def outline(self) -> Outline:
        """What the claims are sorted and chosen by."""
        from nkreader.claims.held import HeldClaims
        from nkreader.claims.outline import OutlineMaker

        if isinstance(self.claims, HeldClaims):
            return self.claims.outline
        maker = OutlineMaker()
        for claim in self.claims:
            maker.add(claim.weight, claim.type, claim.speaker.name if claim.speaker is not None else "")
        return maker.outline()

    @cached_property
    def first(self) -> Sequence[int]:
        """Of every group the place of its first claim."""
        from nkreader.claims.held import HeldGroups

        if isinstance(self.groups, HeldGroups):
            return self.groups.first
        return [min(self.place(id) for id in group.claims) for group in self.groups]

    @cached_property
    def several(self) -> dict[int, Group]:
        """The groups of more than one claim, by their number."""
        from nkreader.claims.held import HeldGroups

        if isinstance(self.groups, HeldGroups):
            return self.groups.several()
        return {number: group for number, group in enumerate(self.groups) if len(group.claims) > 1}

    @cached_property
    def _places(self) -> dict[str, int]:
        return {claim.id: place for place, claim in enumerate(self.claims)}

    def place(self, id: str) -> int:
        """The place of a claim among all. Raises KeyError."""
        from nkreader.claims.held import HeldClaims

        if isinstance(self.claims, HeldClaims):
            place = self.claims.place(id)
            if place is None:
                raise KeyError(id)
            return place
        return self._places[id]

    def article_of(self, place: int) -> str:
        """The id of the article that makes the claim at a place."""
        from nkreader.claims.held import HeldClaims

        if isinstance(self.claims, HeldClaims):
            return self.claims.id(place).rpartition(":c")[0]
        return self.claims[place].article

    def number_of(self, place: int) -> int:
        """The number of the group that holds the claim at a place, counted from 0."""
        from nkreader.claims.held import HeldGroups

        if isinstance(self.groups, HeldGroups):
            return self.groups.number_of(place)
        id = self.claims[place].id
        return next(number for number, group in enumerate(self.groups) if id in group.claims)

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
