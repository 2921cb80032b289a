"""How near each member of a family is to each other: how much of its words stand in the other as they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from nkreader.compare.model import Comparison
from nkreader.families.edits import edits_of
from nkreader.families.model import Link, LinkKind
from nkreader.model import Article

# In larger families a link's kind stands for what its alignment kept, so that thousands of copies stay quick.
COUNTED = 60
_KEPT = {
    LinkKind.IDENTICAL: 1.0,
    LinkKind.BOILERPLATE: 1.0,
    LinkKind.EXCERPT: 0.98,
    LinkKind.REVISION: 0.85,
    LinkKind.SPUN: 0.6,
    LinkKind.REWRITE: 0.3,
}


@dataclass(frozen=True, slots=True)
class Near:
    """One member seen from another."""

    link: Link
    shared: float
    """Share (0..1) of the member's words that stand in sentences the other answers."""
    kept: float
    """Share (0..1) of the words of these sentences that are the same in both."""

    @property
    def nearness(self) -> float:
        """Share (0..1) of the member's words that the other has as they are."""
        return self.shared * self.kept


def nearness_of(
    members: Sequence[Article], links: Sequence[Link], comparison: Callable[[str, str], Comparison]
) -> Mapping[str, Mapping[str, Near]]:
    """For every member, those it is linked with and how near they are to it."""
    by_id = {article.id: article for article in members}
    found: dict[str, dict[str, Near]] = {article.id: {} for article in members}
    for link in links:
        kept = _KEPT[link.kind]
        if len(members) <= COUNTED and kept < 1:
            kept = edits_of(by_id[link.a], by_id[link.b], comparison(link.a, link.b)).kept
        found[link.a][link.b] = Near(link, link.shared_a, kept)
        found[link.b][link.a] = Near(link, link.shared_b, kept)
    return found
