"""What each member of a family was made from, and what that makes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nkreader.families.model import Derivation, LinkKind, Role
from nkreader.model import Article, BoilerplateKind
from nkreader.origin.nearness import Near

# A copy is another copy's child only where it keeps so much more of that one's words than of the original's.
NEARER = 0.15
# A text cannot be made from an excerpt when less than this of it stands in the excerpt.
CONTAINED = 0.7

ROLES = {
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
    near: Mapping[str, Mapping[str, Near]],
    lost: bool,
    known: bool,
    named: str | None = None,
) -> tuple[Derivation, ...]:
    """The family tree, likely original first. `ranked`: the members in that order; `spun`: which of them read spun.

    `known`: the first is the origin; else nothing is said of who was made from whom but what two texts show.
    `lost`: its own original is not here, and what it does not contain is from there. `named`: the original by the
    user's word, whatever its text looks like.
    """
    if known:
        role = Role.ORIGINAL
        if lost and ranked[0].id != named:
            goes_on = any(item.kind is BoilerplateKind.CONTINUATION for item in ranked[0].boilerplate)
            role = Role.EXCERPT if goes_on else _role(ranked[0], None, near[ranked[0].id], spun)
        tree = [Derivation(ranked[0].id, None, role)]
        placed = [ranked[0]]
    else:
        tree, placed = [], []
    waiting = list(ranked[len(placed) :])
    for article in waiting:
        own = near[article.id]
        possible = [
            (own[other.id].nearness, other)
            for other in placed
            if other.id in own and (known or _shows(article, other, near, spun))
        ]
        parent = _parent(
            [(n, other) for n, other in possible if other.id == named or _could(article, other, near, spun)],
            ranked[0] if known else None,
        )
        of = parent.id if parent else None
        if of is not None and lost and of == ranked[0].id and own[of].shared < CONTAINED:
            of = None
        tree.append(Derivation(article.id, of, _role(article, parent, own, spun)))
        placed.append(article)
    return tuple(tree)


def _could(article: Article, parent: Article, near: Mapping[str, Mapping[str, Near]], spun: frozenset[str]) -> bool:
    """Whether the one can have been made from the other.

    What is spun has lost its words for good: no sound text is made from it. And a spinner goes word by word: it makes
    nothing of a text that says the same in other sentences, so those two have an original in common.
    """
    if parent.id in spun:
        return article.id in spun
    return article.id not in spun or near[article.id][parent.id].link.kind is not LinkKind.REWRITE


def has_lost_parent(spun: frozenset[str], near: Mapping[str, Mapping[str, Near]]) -> bool:
    """Whether a member is spun from a text that is none of the others."""
    return any(
        all(other in spun or seen.link.kind is LinkKind.REWRITE for other, seen in near[id].items()) for id in spun
    )


def _shows(article: Article, parent: Article, near: Mapping[str, Mapping[str, Near]], spun: frozenset[str]) -> bool:
    """Whether two texts alone show which was made from which: one is spun, or part of the other, or has its residue."""
    if article.id in spun:
        return parent.id not in spun and _could(article, parent, near, spun)
    own, theirs = near[article.id][parent.id], near[parent.id][article.id]
    if own.link.kind is LinkKind.EXCERPT:
        return theirs.shared < own.shared
    return own.link.kind is LinkKind.BOILERPLATE and _is_copied(article) and not _is_copied(parent)


def _is_copied(article: Article) -> bool:
    return any(item.kind in (BoilerplateKind.SHORTCODE, BoilerplateKind.SOURCE_LINK) for item in article.boilerplate)


def _parent(near: Sequence[tuple[float, Article]], origin: Article | None) -> Article | None:
    if not near:
        return None
    best = max(nearness for nearness, _ in near)
    for nearness, other in near:
        if origin is not None and other.id == origin.id and nearness >= best - NEARER:
            return other
    return next(other for nearness, other in near if nearness == best)


def _kind_seen_from(article: Article, near: Near) -> LinkKind:
    """The link's kind as this side has it: what an excerpt was cut from is none, but a version that says more."""
    link = near.link
    longer = near.shared < (link.shared_b if link.a == article.id else link.shared_a)
    return LinkKind.REVISION if link.kind is LinkKind.EXCERPT and longer else link.kind


def _role(article: Article, parent: Article | None, near: Mapping[str, Near], spun: frozenset[str]) -> Role:
    if article.id in spun:
        return Role.SPUN
    if parent is not None and parent.id not in spun:
        return ROLES[near[parent.id].link.kind]
    links = near.values() if parent is None else [near[parent.id]]
    kinds = [_kind_seen_from(article, other) for other in links]
    kind = min(kinds, key=list(LinkKind).index, default=LinkKind.REWRITE)
    # Sound beside what was spun, from it or from a common original: it was not spun itself.
    return Role.REVISION if kind is LinkKind.SPUN else ROLES[kind]
