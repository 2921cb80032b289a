"""Which changes count at each rank, and the sign, name and meaning of every kind: the legend of the comparison."""

from __future__ import annotations

from enum import StrEnum

from nkreader.compare.model import Change, ChangeKind, Flag


class Rank(StrEnum):
    """Which changes are marked and visited."""

    EVERYTHING = "everything"
    FACTS_AND_QUOTATIONS = "facts and quotations"
    FACTS = "facts only"

    @property
    def following(self) -> Rank:
        """The next rank in the cycle."""
        ranks = list(Rank)
        return ranks[(ranks.index(self) + 1) % len(ranks)]

    def admits(self, change: Change) -> bool:
        """Whether a change is marked and visited at this rank."""
        if self is Rank.EVERYTHING or change.is_fact:
            return True
        return self is Rank.FACTS_AND_QUOTATIONS and change.in_quotation


class Side(StrEnum):
    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


# One cell each, so that a kind can be told without colour. A spun copy's wording differs in every line: a mere dot.
SIGNS: dict[ChangeKind, str] = {
    ChangeKind.NUMBER: "#",
    ChangeKind.DATE: "@",
    ChangeKind.NAME: "&",
    ChangeKind.NEGATION: "!",
    ChangeKind.HEDGE: "?",
    ChangeKind.WORDING: "·",
    ChangeKind.GRAMMAR: "'",
    ChangeKind.ADDED: "+",
    ChangeKind.DROPPED: "-",
}
QUOTATION_SIGN = '"'
MOVED_SIGN = "↕"
LEFT_ONLY_SIGN = "-"
RIGHT_ONLY_SIGN = "+"
FORM_ONLY_SIGN = "="

STRENGTH: dict[ChangeKind, int] = {kind: place for place, kind in enumerate(ChangeKind)}
_FACTS = STRENGTH[ChangeKind.WORDING]

LEGEND: tuple[tuple[str, str, str], ...] = (
    (SIGNS[ChangeKind.NUMBER], "number", "a figure says something else"),
    (SIGNS[ChangeKind.DATE], "date", "a date or time says something else"),
    (SIGNS[ChangeKind.NAME], "name", "a name or title was replaced, garbled or translated"),
    (SIGNS[ChangeKind.NEGATION], "negation", "a denial came in or went away"),
    (SIGNS[ChangeKind.HEDGE], "hedge", "it is said with more or with less certainty"),
    (QUOTATION_SIGN, "quotation", "words inside quotation marks were altered"),
    (SIGNS[ChangeKind.WORDING], "wording", "other words for the same thing"),
    (SIGNS[ChangeKind.GRAMMAR], "grammar", "only the form of the words differs"),
    (FORM_ONLY_SIGN, "form only", "the same value, written another way"),
    (SIGNS[ChangeKind.ADDED], "added", "only the right-hand text has it"),
    (SIGNS[ChangeKind.DROPPED], "dropped", "only the left-hand text has it"),
    (MOVED_SIGN, "moved", "it stands elsewhere in the other text"),
)
"""Sign, name and meaning of everything the comparison marks, for the help screen."""


def sign_of(change: Change) -> str:
    """The sign a change has in the gutter: its kind's, unless being in a quotation is what matters most about it."""
    if change.is_fact:
        return SIGNS[change.kind]
    if change.in_quotation:
        return QUOTATION_SIGN
    if Flag.FORM_ONLY in change.flags:
        return FORM_ONLY_SIGN
    return SIGNS[change.kind]


def weight_of(change: Change) -> int:
    """How much a change matters, smaller is more: facts by kind, altered quotations, the rest by kind."""
    strength = STRENGTH[change.kind]
    if strength < _FACTS and change.is_fact:
        return strength
    return len(STRENGTH) if change.in_quotation else len(STRENGTH) + 1 + strength
