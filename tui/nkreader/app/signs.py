"""The signs and words the screens use for roles, kinds of claim and kinds of change: one vocabulary for all views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nkreader.claims.model import ClaimType
from nkreader.families.model import BY_USER, Confidence, Origin, Role
from nkreader.report.signs import JOINED
from nkreader.store.remarks import Mark, Remark
from nkreader.text.drawn import drawable

if TYPE_CHECKING:
    from nkreader.app.details import Details

ROLE_WORD = {
    Role.ORIGINAL: "original",
    Role.EXCERPT: "excerpt",
    Role.COPY: "copy",
    Role.REVISION: "revision",
    Role.SPUN: "spun",
    Role.REWRITE: "rewrite",
    Role.SINGLE: "single",
}


def role_word(details: Details) -> str:
    """What an article is, in a word."""
    return JOINED if details.joined else ROLE_WORD[details.role]


CONFIDENCE_WORD = {
    Confidence.CERTAIN: "certain original",
    Confidence.LIKELY: "likely original",
    Confidence.POSSIBLE: "possible original",
    Confidence.UNKNOWN: "cannot tell",
}


def origin_word(origin: Origin) -> str:
    """What a family's likely original is called, and who says so where it is the user."""
    return "named original" if origin.by == BY_USER else CONFIDENCE_WORD[origin.confidence]


CLAIM_SIGN = {
    ClaimType.FIGURE: "#",
    ClaimType.EVENT: "›",
    ClaimType.QUOTATION: "“",
    ClaimType.REPORTED: "‹",
    ClaimType.PREDICTION: "→",
    ClaimType.ASSESSMENT: "?",
}
"""Shown in the margin where a claim begins and in front of it in lists."""

MARK_SIGN = {Mark.CHECKED: "✓", Mark.DOUBTFUL: "≈", Mark.WRONG: "✗", Mark.TO_DO: "○"}
"""What the user said of a claim."""

NOTE_SIGN = "¶"
"""A claim with a note and no mark."""


def remark_sign(remark: Remark) -> str:
    """One cell for a remark, empty where there is none."""
    return MARK_SIGN[remark.mark] if remark.mark is not None else NOTE_SIGN if remark.note else ""


def remark_words(remark: Remark) -> str:
    """`✓ checked: the ministry confirms it`, safe to draw; empty where there is none."""
    if not remark:
        return ""
    word = str(remark.mark) if remark.mark is not None else "note"
    return f"{remark_sign(remark)} {word}{f': {drawable(remark.note)}' if remark.note else ''}"


METER_CELLS = 6


def meter(share: float, cells: int = METER_CELLS) -> tuple[str, str]:
    """A share (0..1) as a bar: the filled part and the rest, told apart without colour."""
    filled = min(cells, max(0, round(share * cells)))
    return "━" * filled, "╌" * (cells - filled)


def percent(share: float) -> str:
    """A share (0..1) as a whole per cent, never rounded up to all or down to nothing."""
    figure = round(share * 100)
    if share < 1 and figure == 100:
        figure = 99
    return f"{max(figure, 1) if share > 0 else 0} %"


def voices_text(articles: int, least: int, most: int) -> str:
    """`2 articles, 1 voice`, `3 articles, 1-2 voices`."""
    count = f"{least}" if least == most else f"{least}-{most}"
    return f"{articles} article{'s' * (articles != 1)}, {count} voice{'s' * (most != 1)}"
