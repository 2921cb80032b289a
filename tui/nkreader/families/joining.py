"""From links to families, without letting a chain of weak links join what has nothing in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from nkreader.families.model import Link, LinkKind

# Two articles that share this much of each other word for word, either way, are one; their families are one too.
MUTUAL = 0.5
VERBATIM = frozenset([LinkKind.IDENTICAL, LinkKind.BOILERPLATE, LinkKind.EXCERPT])
# Otherwise an article or family joins a larger one when more than this share of its own members is linked with the
# other's, two families by more than one link unless it is mutual,
BRIDGED = 1 / 4
# and when more than that share of the other's members is linked with it,
# or one of them that is itself linked with more than this share of its own: an original in the midst of its rewrites.
CENTRAL = 1 / 2
# In a crowd so many members count as all: an article is not paired with each of thousands.
CROWD = 24


def clusters(ids: Sequence[str], links: Iterable[Link]) -> list[tuple[str, ...]]:
    """Families of two or more, largest first, then by first article; members in the order of `ids`.

    The closest links join first. A weaker one counts only together with others, so that no family grows link by link
    over articles that have nothing in common, nor by way of a round-up that holds a part of each.
    """
    place = {id: n for n, id in enumerate(ids)}
    ordered = sorted(links, key=lambda link: (-min(link.shared_a, link.shared_b), _KINDS[link.kind], link.a, link.b))
    linked: dict[str, list[Link]] = defaultdict(list)
    for link in ordered:
        linked[link.a].append(link)
        linked[link.b].append(link)
    home = {id: id for id in ids}
    members = {id: [id] for id in ids}
    for link in ordered:
        first, second = home[link.a], home[link.b]
        if first == second:
            continue
        smaller, larger = sorted((first, second), key=lambda group: (len(members[group]), place[group]))
        mutual = min(link.shared_a, link.shared_b) >= MUTUAL
        if (mutual and link.kind in VERBATIM) or _are_one(members[smaller], members[larger], mutual, home, linked):
            for id in members.pop(smaller):
                home[id] = larger
                members[larger].append(id)
    families = [tuple(sorted(family, key=place.__getitem__)) for family in members.values() if len(family) > 1]
    return sorted(families, key=lambda family: (-len(family), place[family[0]]))


_KINDS = {kind: number for number, kind in enumerate(LinkKind)}


def _are_one(
    smaller: Sequence[str], larger: Sequence[str], mutual: bool, home: dict[str, str], linked: dict[str, list[Link]]
) -> bool:
    """Whether enough of two families is linked across. Of two articles alone, one link is enough."""
    if len(larger) == 1:
        return True
    own, group = home[smaller[0]], home[larger[0]]
    bridges = [link for id in smaller for link in linked[id] if group in (home[link.a], home[link.b])]
    ends = {end for link in bridges for end in (link.a, link.b)}
    here = [id for id in ends if home[id] == own]
    there = [id for id in ends if home[id] == group]
    if len(smaller) > 1 and len(bridges) == 1 and not mutual:
        return False
    if len(here) <= BRIDGED * min(len(smaller), CROWD):
        return False
    if len(there) <= BRIDGED * min(len(larger), CROWD) and not any(
        _is_central(id, larger, home, linked) for id in there
    ):
        return False
    return len(smaller) == 1 or not any(_is_round_up(end, bridges) for end in ends)


def _is_central(id: str, group: Sequence[str], home: dict[str, str], linked: dict[str, list[Link]]) -> bool:
    """Whether most of its own family is linked with this member."""
    kin = sum(home[link.b if link.a == id else link.a] == home[id] for link in linked[id])
    return kin > CENTRAL * min(len(group) - 1, CROWD)


def _is_round_up(id: str, bridges: Sequence[Link]) -> bool:
    """Whether all that joins two families is that this article holds a part of each."""
    for link in bridges:
        share = link.shared_a if link.a == id else link.shared_b
        if id not in (link.a, link.b) or link.kind is not LinkKind.EXCERPT or share >= MUTUAL:
            return False
    return True
