"""What each member of a family was made from, and what that makes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from nkreader.compare.model import Comparison
from nkreader.families.edits import edits_of
from nkreader.families.model import Derivation, Link, LinkKind, Role
from nkreader.model import Article

# A copy is another copy's child only where it keeps so much more of that one's words than of the original's.
NEARER = 0.15
# A text cannot be made from an excerpt when less than this of it stands in the excerpt.
CONTAINED = 0.7

_ROLES = {
    LinkKind.IDENTICAL: Role.COPY,
    LinkKind.BOILERPLATE: Role.COPY,
    LinkKind.EXCERPT: Role.EXCERPT,
    LinkKind.REVISION: Role.REVISION,
    LinkKind.SPUN: Role.SPUN,
    LinkKind.REWRITE: Role.REWRITE,
}


def tree_of(
    ranked: Sequence[Article],
    spun: frozenset[str],
    links: Mapping[tuple[str, str], Link],
    lost: bool,
    known: bool,
    comparison: Callable[[str, str], Comparison],
) -> tuple[Derivation, ...]:
    """The family tree, likely original first. `ranked`: the members in that order; `spun`: which of them read spun.

    `known`: the first is the origin; `lost`: its own original is not here, and what it does not contain is from there.
    """
    if known:
        role = Role.EXCERPT if lost else Role.ORIGINAL
        tree = [Derivation(ranked[0].id, None, role)]
        placed = [ranked[0]]
    else:
        tree, placed = [], []
    waiting = list(ranked[len(placed) :])
    for article in waiting:
        near = [
            (_nearness(article, other, links[article.id, other.id], comparison), other)
            for other in placed
            if (article.id, other.id) in links and _could(article, other, spun)
        ]
        parent = _parent(near, ranked[0] if known else None)
        of = parent
        if parent is not None and lost and parent.id == ranked[0].id:
            link = links[parent.id, article.id]
            contained = link.shared_b if link.b == article.id else link.shared_a
            if contained < CONTAINED:
                of = None
        tree.append(Derivation(article.id, of.id if of else None, _role(article, parent, ranked, links, spun)))
        placed.append(article)
    return tuple(tree)


def _could(article: Article, parent: Article, spun: frozenset[str]) -> bool:
    """What is spun has lost its words for good: no sound text is made from it."""
    return parent.id not in spun or article.id in spun


def _nearness(article: Article, other: Article, link: Link, comparison: Callable[[str, str], Comparison]) -> float:
    """How much of the article's words the other has, kept as they are (0..1)."""
    shared = link.shared_a if link.a == article.id else link.shared_b
    if link.kind in (LinkKind.IDENTICAL, LinkKind.BOILERPLATE):
        return 1.0
    left, right = (article, other) if link.a == article.id else (other, article)
    return shared * edits_of(left, right, comparison(left.id, right.id)).kept


def _parent(near: Sequence[tuple[float, Article]], origin: Article | None) -> Article | None:
    if not near:
        return None
    best = max(nearness for nearness, _ in near)
    for nearness, other in near:
        if origin is not None and other.id == origin.id and nearness >= best - NEARER:
            return other
    return next(other for nearness, other in near if nearness == best)


def _role(
    article: Article,
    parent: Article | None,
    ranked: Sequence[Article],
    links: Mapping[tuple[str, str], Link],
    spun: frozenset[str],
) -> Role:
    if article.id in spun:
        return Role.SPUN
    link = links.get((parent.id, article.id)) if parent else None
    if link is None:
        own = [links[article.id, other.id] for other in ranked if (article.id, other.id) in links]
        link = min(own, key=lambda link: list(LinkKind).index(link.kind), default=None)
    if link is None:
        return Role.REWRITE
    if link.kind is LinkKind.SPUN and not parent:
        return Role.REVISION
    return _ROLES[link.kind]
