"""A family as a tree to be drawn: its members, parents before children, each with the lines that lead to it."""

from __future__ import annotations

from dataclasses import dataclass

from nkreader.families.model import Derivation, Family, Role


@dataclass(frozen=True, slots=True)
class Branch:
    """One member in its place. `lead`: two cells for each step that it is away from the trunk, to be set before it."""

    node: Derivation
    lead: str

    @property
    def article(self) -> str:
        return self.node.article


PASSED, FORKED, LAST, CLEAR = "│ ", "├─", "└─", "  "


def branches_of(family: Family) -> list[Branch]:
    """All members in the order in which the tree is drawn, likely original first.

    Where the common original is lost, or which it is cannot be told, the first members are siblings: they hang from
    a trunk that is not among them (`trunk_of` says what it is).
    """
    members = {node.article: node for node in family.tree}
    members |= {id: Derivation(id, None, Role.COPY) for id in family.members if id not in members}
    place = {id: number for number, id in enumerate(family.members)}
    children: dict[str | None, list[str]] = {}
    for id in sorted(members, key=lambda id: place.get(id, len(place))):
        of = members[id].of
        children.setdefault(of if of in members and of != id else None, []).append(id)
    found: list[Branch] = []
    seen: set[str] = set()
    hangs = trunk_of(family) is not None
    # A circle has no root to start from: whoever was not reached from one stands by itself.
    for root in [*children.get(None, []), *members]:
        if root in seen:
            continue
        last = hangs and root == children[None][-1] if None in children else True
        waiting = [(root, "", (LAST if last else FORKED) if hangs else "")]
        while waiting:
            id, before, own = waiting.pop()
            if id in seen:
                continue
            seen.add(id)
            found.append(Branch(members[id], before + own))
            below = before + {"": "", LAST: CLEAR, FORKED: PASSED}[own]
            mine = children.get(id, [])
            waiting += [(child, below, LAST if child == mine[-1] else FORKED) for child in reversed(mine)]
    return found


def trunk_of(family: Family) -> str | None:
    """What the members hang from where it is none of them, None where it is the first of them."""
    origin = family.origin
    if origin.article is not None:
        return "the full original is not among these" if origin.root == "lost" else None
    return "the original is not among these" if origin.root == "lost" else "which is the original cannot be told"
