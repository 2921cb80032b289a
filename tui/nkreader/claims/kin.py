"""An article's nearest kin: those whose claims a reader wants beside its own before the whole library is read."""

from __future__ import annotations

from dataclasses import replace

from nkreader.compare.model import Comparison
from nkreader.families.links import link_of
from nkreader.families.model import Confidence, Derivation, Families, Family, Origin, Role
from nkreader.model import Article


def kin(families: Families | None, id: str, most: int) -> tuple[list[str], Families]:
    """At most so many articles, this one among them, and what is known of their family.

    Its likely original comes first, then what it was made from and what was made from it, then the closest by text.
    Where the families are not known yet, or the article has none, it stands alone.
    """
    family = families.of(id) if families is not None else None
    if families is None or family is None:
        role = families.roles.get(id, Role.SINGLE) if families is not None else Role.SINGLE
        return [id], Families((), (), {id: role})
    near = [link for link in families.links if id in (link.a, link.b)]
    near.sort(key=lambda link: -(link.shared_a + link.shared_b))
    related = [item.of for item in family.tree if item.article == id]
    related += [item.article for item in family.tree if item.of == id]
    wanted = [id, family.origin.article, *related, *(link.b if link.a == id else link.a for link in near)]
    members = set(list(dict.fromkeys(one for one in wanted if one in family.members))[:most])
    held = tuple(member for member in family.members if member in members)
    tree = tuple(item for item in family.tree if item.article in members)
    links = tuple(link for link in families.links if link.a in members and link.b in members)
    known = Families((replace(family, members=held, tree=tree),), links, {one: families.roles[one] for one in held})
    return list(held), known


def beside(
    families: Families | None, left: Article, right: Article, comparison: Comparison
) -> tuple[list[str], Families]:
    """Two articles and what is known of them together, were there no others: whether their texts are of one family."""
    roles = families.roles if families is not None else {}
    pair = [left.id, right.id]
    known = {id: roles.get(id, Role.SINGLE) for id in pair}
    link = link_of(left, right, comparison)
    if link is None:
        return pair, Families((), (), known)
    tree = tuple(Derivation(id, None, known[id]) for id in pair)
    family = Family("A", (left.id, right.id), tree, Origin(None, "lost", Confidence.UNKNOWN))
    return pair, Families((family,), (link,), known)
