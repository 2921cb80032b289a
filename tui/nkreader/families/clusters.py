"""From links to families, without letting a chain of weak links join what has nothing in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from nkreader.families.model import Link


def clusters(ids: Sequence[str], links: Iterable[Link]) -> list[tuple[str, ...]]:
    """Families of two or more, largest first, then by first article; members in the order of `ids`."""
    place = {id: n for n, id in enumerate(ids)}
    parent = {id: id for id in ids}

    def root(id: str) -> str:
        while parent[id] != id:
            parent[id] = parent[parent[id]]
            id = parent[id]
        return id

    for link in links:
        parent[root(link.a)] = root(link.b)
    found: dict[str, list[str]] = defaultdict(list)
    for id in ids:
        found[root(id)].append(id)
    families = [tuple(members) for members in found.values() if len(members) > 1]
    return sorted(families, key=lambda members: (-len(members), place[members[0]]))
