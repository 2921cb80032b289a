"""Families as the user has them: an original named, an article split off, two families made one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from nkreader.compare.model import Comparison
from nkreader.families.model import BY_USER, Families, Family, Override, OverrideKind, Role
from nkreader.model import Article
from nkreader.origin.cues import SPUN_SCORE, witness_of
from nkreader.origin.families import argued, letters
from nkreader.phrases.model import ArticlePhrases


def overridden(
    families: Families,
    overrides: Sequence[Override],
    articles: Mapping[str, Article],
    comparison: Callable[[str, str], Comparison],
    phrases: Mapping[str, ArticlePhrases],
) -> Families:
    """The families as the user has them; `overrides` in the order in which they were made, each upon those before.

    Families they do not touch stay as they are, the others are argued anew and keep their letter. What names an
    article that is not here says nothing.
    """
    said = [override for override in overrides if all(id in articles for id in override.articles)]
    if not said:
        return families
    membership = _Membership(families)
    named: dict[str, None] = {}
    for override in said:
        if override.kind is OverrideKind.ORIGINAL:
            named.pop(override.articles[0], None)
            named[override.articles[0]] = None
        elif override.kind is OverrideKind.SPLIT:
            membership.split(override.articles[0])
        else:
            membership.merge(*override.articles)

    place = {id: number for number, id in enumerate(articles)}
    before = {family.id: family for family in families.families}
    roles = dict(families.roles)
    for id in membership.touched:
        known = phrases.get(id)
        roles[id] = Role.SPUN if known is not None and known.spun >= SPUN_SCORE else Role.SINGLE
    found: list[Family] = []
    for letter, members in membership.members.items():
        old = before.get(letter)
        original = next((id for id in reversed(named) if id in members), None)
        if old is not None and original is None and set(old.members) == members:
            family = old
        elif len(members) < 2:
            continue
        else:
            witnesses = [witness_of(articles[id], phrases.get(id)) for id in sorted(members, key=place.__getitem__)]
            links = [link for link in families.links if link.a in members and link.b in members]
            family = _told(argued(letter, witnesses, links, comparison, original), families)
        found.append(family)
        roles.update({derivation.article: derivation.role for derivation in family.tree})
    split = tuple(sorted(membership.alone, key=place.__getitem__))
    return Families(tuple(found), families.links, roles, split)


class _Membership:
    """Who is in which family, letter by letter, while the user moves them about."""

    def __init__(self, families: Families) -> None:
        self.members = {family.id: set(family.members) for family in families.families}
        self.alone: dict[str, None] = {}
        self.touched: set[str] = set()
        self._home = {id: letter for letter, members in self.members.items() for id in members}

    def split(self, id: str) -> None:
        letter = self._home.pop(id, None)
        if letter is None:
            return
        self.touched |= self.members[letter]
        self.members[letter].discard(id)
        self.alone[id] = None
        if len(self.members[letter]) < 2:
            for rest in self.members.pop(letter):
                del self._home[rest]

    def merge(self, first: str, second: str) -> None:
        one, two = self._home.get(first), self._home.get(second)
        if first == second or (one is not None and one == two):
            return
        joined = {first, second}
        for letter in (one, two):
            if letter is not None:
                joined |= self.members[letter]
        # The family that is listed first keeps its letter.
        letter = next((letter for letter in self.members if letter in (one, two)), None) or self._free()
        for other in (one, two):
            if other is not None and other != letter:
                del self.members[other]
        self.members[letter] = joined
        self.touched |= joined
        for id in joined:
            self._home[id] = letter
            self.alone.pop(id, None)

    def _free(self) -> str:
        number = len(self.members)
        while letters(number) in self.members:
            number += 1
        return letters(number)


def _told(family: Family, before: Families) -> Family:
    """The family with those members marked that only the user's word joins to its first."""
    home = {id: old.id for old in before.families for id in old.members}
    first = family.members[0]
    return replace(
        family,
        tree=tuple(
            derivation
            if derivation.article == first or _one_before(derivation.article, first, home)
            else replace(derivation, by=BY_USER)
            for derivation in family.tree
        ),
    )


def _one_before(id: str, other: str, home: Mapping[str, str]) -> bool:
    return home.get(id) is not None and home.get(id) == home.get(other)
