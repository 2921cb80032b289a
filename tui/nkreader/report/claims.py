"""Groups of claims in the order a reader wants them, each with the claim that speaks for it."""

from __future__ import annotations

from collections.abc import Iterator

from nkreader.claims.model import Claim, Conflict, Group
from nkreader.library import Library


def groups_by_weight(library: Library) -> Iterator[tuple[Group, Claim]]:
    """Every group with its soundest wording: first what stands in many articles, then what weighs most."""
    claims = {claim.id: claim for claim in library.claims.claims}
    weight = {group.id: max(claims[id].weight for id in group.claims) for group in library.claims.groups}
    for group in sorted(library.claims.groups, key=lambda group: (-len(group.articles), -weight[group.id], group.id)):
        yield group, soundest(library, [claims[id] for id in group.claims])


def soundest(library: Library, claims: list[Claim]) -> Claim:
    """The claim whose wording is best trusted: the likely original's, else that of the least spun article."""
    originals = {family.origin.article for family in library.families.families}
    return min(
        claims,
        key=lambda claim: (claim.article not in originals, library.spun[claim.article], -claim.weight),
    )


def voices_text(group: Group) -> str:
    """`1 voice (3 articles)`, `1-2 voices (4 articles)`."""
    least, most, articles = group.independent.least, group.independent.most, len(group.articles)
    voices = f"{least}" if least == most else f"{least}-{most}"
    return f"{voices} voice{'s' if most != 1 else ''} ({articles:,} article{'s' if articles != 1 else ''})"


def told_once(group: Group) -> list[Conflict]:
    """The conflicts of a group, of those that differ in the same words only the first."""
    once: dict[object, Conflict] = {}
    for conflict in group.conflicts:
        once.setdefault((conflict.kind, conflict.nature, conflict.texts), conflict)
    return list(once.values())
