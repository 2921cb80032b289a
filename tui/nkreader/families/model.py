"""Links, families and the argument about their original."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from nkreader.model import Record, Span, plain

BY_TEXT, BY_USER = "text", "user"
"""Who says so: the texts of the articles, or the user."""


class LinkKind(StrEnum):
    """How two articles of one family differ, closest first."""

    IDENTICAL = "identical"
    BOILERPLATE = "boilerplate"
    EXCERPT = "excerpt"
    REVISION = "revision"
    SPUN = "spun"
    REWRITE = "rewrite"


class Role(StrEnum):
    """What an article is in its library."""

    ORIGINAL = "original"
    EXCERPT = "excerpt"
    COPY = "copy"
    REVISION = "revision"
    SPUN = "spun"
    REWRITE = "rewrite"
    SINGLE = "single"


class Confidence(StrEnum):
    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Link(Record):
    """Two articles that are one article: what their aligned text supports, and nothing else in the library."""

    a: str
    b: str
    kind: LinkKind
    shared_a: float
    """Share (0..1) of a's words in sentences aligned with b."""
    shared_b: float


@dataclass(frozen=True, slots=True)
class Evidence(Record):
    """One reason for or against an article being the original, with the spans of that article that show it."""

    article: str
    speaks: str
    """`for` or `against`."""
    why: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin(Record):
    """The likely original: the fullest intact witness. `article` is None where it cannot be told."""

    article: str | None
    root: str
    """`present`, or `lost` where the true original is not in the library."""
    confidence: Confidence
    evidence: tuple[Evidence, ...] = ()
    by: str = BY_TEXT
    """`text` where the articles argue it, `user` where the user named it."""


@dataclass(frozen=True, slots=True)
class Derivation(Record):
    """One member of the family tree: what it was made from (None where lost or unknown) and what that makes of it."""

    article: str
    of: str | None
    role: Role
    by: str = BY_TEXT
    """`text`, or `user` where only the user's word makes it a member, or the original."""


@dataclass(frozen=True, slots=True)
class Family(Record):
    """Articles that are one article, likely original first."""

    id: str
    """A letter: A, B, ... Z, AA."""
    members: tuple[str, ...]
    tree: tuple[Derivation, ...]
    origin: Origin


@dataclass(frozen=True)
class Families(Record):
    """All families of a library, the links behind them, and every article's role."""

    families: tuple[Family, ...]
    links: tuple[Link, ...]
    roles: dict[str, Role]
    """Article id -> role, singles too."""
    split: tuple[str, ...] = ()
    """Articles that the user took out of their families."""

    def of(self, article_id: str) -> Family | None:
        """The family of an article, None for a single."""
        return self._home.get(article_id)

    @cached_property
    def _home(self) -> dict[str, Family]:
        return {member: family for family in self.families for member in family.members}

    def to_dict(self) -> dict[str, Any]:
        return {"families": plain(self.families), "links": plain(self.links), "split": plain(self.split)}


class OverrideKind(StrEnum):
    ORIGINAL = "original"
    """This article is its family's original."""
    SPLIT = "split"
    """This article belongs to no family."""
    MERGE = "merge"
    """These two articles are of one family, and so are all the others of their two families."""


@dataclass(frozen=True, slots=True)
class Override(Record):
    """One thing the user said, about one article or (`merge`) two."""

    kind: OverrideKind
    articles: tuple[str, ...]
