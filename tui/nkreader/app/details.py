"""What the reader says of an article in a list: its short name, a line that stands for it, its role and its figures."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nkreader.families.model import Confidence, Role
from nkreader.report.signs import is_joined
from nkreader.text.drawn import drawable

if TYPE_CHECKING:
    from nkreader.articles.cards import Card
    from nkreader.library import Library

COMPARED_AHEAD = 400
"""Families' members that are compared with their original only to count facts; others without a link show no count."""


@dataclass(frozen=True, slots=True)
class Details:
    """What the sources list says of one article. None: not known yet, or does not apply."""

    role: Role
    family: str | None = None
    likely_original: bool = False
    shared: float | None = None
    facts: int | None = None
    spun: float = 0.0
    words: int = 0
    joined: bool = False
    """Whether only the user's word makes it a member, and its text does not show what it was made from."""


def short_names(ids: Iterable[str]) -> dict[str, str]:
    """Every id with its beginning up to the first separator where that names one article only, else in full."""
    ids = list(ids)
    short = {id: re.split(r"[_\s]", id, maxsplit=1)[0] or id for id in ids}
    taken: dict[str, int] = {}
    for name in short.values():
        taken[name] = taken.get(name, 0) + 1
    return (
        {
            id: name if taken[name] == 1 and not any(other != id and other.startswith(name) for other in ids) else id
            for id, name in short.items()
        }
        if len(ids) <= 2000
        else {id: id for id in ids}
    )


def title_of(article: Card) -> tuple[str, bool]:
    """A line that stands for the article, safe to draw, and whether it is a title or only its beginning."""
    if article.title:
        return drawable(article.title), True
    return drawable(" ".join(article.beginning.split())), False


def details_of(library: Library) -> dict[str, Details]:
    """What the sources list says of every article. Compares family members with their likely original."""
    found: dict[str, Details] = {}
    shares = {(link.a, link.b): (link.shared_a, link.shared_b) for link in library.families.links}
    shares |= {(b, a): (of_b, of_a) for (a, b), (of_a, of_b) in shares.items()}
    family_of = {member: family for family in library.families.families for member in family.members}
    joined = {node.article for family in library.families.families for node in family.tree if is_joined(node, family)}
    pairs = [
        (family.origin.article, id)
        for family in library.families.families
        if family.origin.article is not None
        for id in family.members
        if id != family.origin.article
    ]
    changed = library.changed(pairs, COMPARED_AHEAD)
    for article in library.cards:
        family = family_of.get(article.id)
        shared, facts = None, None
        original = family.origin.article if family else None
        if original is not None and original != article.id:
            shared = shares.get((article.id, original), (None, None))[0]
            if (one := changed.get((original, article.id))) is not None:
                facts = one.facts
                shared = one.shared if shared is None else shared
        found[article.id] = Details(
            role=library.families.roles.get(article.id, Role.SINGLE),
            family=family.id if family else None,
            likely_original=original == article.id
            and family is not None
            and family.origin.confidence is not Confidence.UNKNOWN,
            shared=shared,
            facts=facts,
            spun=library.spun[article.id],
            words=article.all_words,
            joined=article.id in joined,
        )
    return found
