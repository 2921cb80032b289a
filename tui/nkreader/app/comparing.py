"""What the Compare view shows beside the comparison and says of it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from nkreader.app.session import Session
from nkreader.app.signs import CONFIDENCE_WORD, ROLE_WORD, role_word
from nkreader.app.widgets.claims_panel import Shown
from nkreader.families.model import Role

if TYPE_CHECKING:
    from nkreader.claims.model import Group
    from nkreader.compare.model import Comparison, Row


def role_words(session: Session, id: str) -> str:
    """An article's role as its column's heading says it."""
    details = session.details[id]
    family = session.family_of(id)
    if details.likely_original and family is not None:
        kind = "" if details.role is Role.ORIGINAL else f"{ROLE_WORD[details.role]}, "
        return f"{kind}{CONFIDENCE_WORD[family.origin.confidence]}"
    if details.role is Role.SINGLE:
        return ""
    if details.joined:
        return role_word(details)
    return ROLE_WORD[details.role] if details.role is Role.COPY else f"copy, {ROLE_WORD[details.role]}"


def claims_of_pair(session: Session, comparison: Comparison) -> list[Shown]:
    """The claims of both articles in the left text's order; one that both make is listed once."""
    found: list[Shown] = []
    groups: set[str] = set()
    for claim in session.claims_of(comparison.left):
        group = session.group_of(claim.id)
        if group is not None:
            groups.add(group.id)
        found.append(Shown(claim.start, claim, group, _agrees(group, comparison.right, "<  only at the left")))
    places = _places(comparison)
    starts = [start for start, _ in places]
    for claim in session.claims_of(comparison.right):
        group = session.group_of(claim.id)
        if group is None or group.id not in groups:
            at = bisect_right(starts, claim.start) - 1
            found.append(Shown(places[at][1] if at >= 0 else 0, claim, group, ">  only at the right"))
    return sorted(found, key=lambda shown: shown.offset)


def _agrees(group: Group | None, other: str, otherwise: str) -> str:
    """What the other article has of a claim: says the same, says it differently (told elsewhere), or is silent."""
    if group is None or other not in group.articles:
        return otherwise
    return "" if group.conflicts else "=  both say so"


def _places(comparison: Comparison) -> list[tuple[int, int]]:
    """For each row with a right side where that starts, and where the reading of the left text is then."""
    places: list[tuple[int, int]] = []
    left = 0
    for row in comparison.rows:
        if row.left:
            left = row.left[0].start
        if row.right:
            places.append((row.right[0].start, left))
    return sorted(places)


def citation(session: Session, comparison: Comparison, row: Row) -> str:
    """A row in both wordings, each with the name of its article."""
    library = session.library
    assert library is not None
    parts = []
    for article, spans in ((library[comparison.left], row.left), (library[comparison.right], row.right)):
        if spans:
            words = " ".join(" ".join(span.of(article.text).split()) for span in spans)
            parts.append(f"{words} ({article.id})")
    return "\n".join(parts)
