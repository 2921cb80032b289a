"""The claims of a library in groups: one claim wherever it stands, with its conflicts and independent voices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from nkreader.claims.alignment import answering
from nkreader.claims.conflicts import read_off
from nkreader.claims.extraction import extract_claims
from nkreader.claims.meaning import same_claims
from nkreader.claims.model import Agreement, Claim, ClaimSet, Conflict, ConflictKind, Group, Nature
from nkreader.claims.voices import independent_voices, is_pronoun, named_source
from nkreader.compare.model import Comparison
from nkreader.families.model import Families, Family, Link, Role
from nkreader.mentions.names import name_words, same_name
from nkreader.model import Article


class _Sets:
    """Disjoint sets of claims, by place."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def find(self, place: int) -> int:
        while self._above[place] != place:
            self._above[place] = self._above[self._above[place]]
            place = self._above[place]
        return place

    def join(self, one: int, two: int) -> None:
        a, b = self.find(one), self.find(two)
        if a != b:
            self._above[max(a, b)] = min(a, b)


def claim_set(
    articles: Sequence[Article], families: Families, comparison: Callable[[str, str], Comparison]
) -> ClaimSet:
    """All claims of the articles, grouped along the alignments of families and, across them, by what they say."""
    of_article = {article.id: extract_claims(article) for article in articles}
    by_id = {article.id: article for article in articles}
    claims = [claim for article in articles for claim in of_article[article.id]]
    place = {claim.id: number for number, claim in enumerate(claims)}
    sets = _Sets(len(claims))
    linked: dict[str, set[str]] = defaultdict(set)
    conflicts: list[Conflict] = []
    for link in _links_to_read(families):
        if link.a not in by_id or link.b not in by_id:
            continue
        compared = comparison(link.a, link.b)
        pairs = answering(compared, of_article[link.a], of_article[link.b])
        for one, two in pairs:
            sets.join(place[one.id], place[two.id])
            linked[one.id].add(two.id)
            linked[two.id].add(one.id)
        roles = (families.roles.get(link.a, Role.SINGLE), families.roles.get(link.b, Role.SINGLE))
        conflicts += read_off(compared, by_id[link.a], by_id[link.b], pairs, link.kind, roles)
    claims = _named_by_kin(claims, linked, place)
    family_of = {member: family for family in families.families for member in family.members}
    texts = {article.id: article.text for article in articles}
    lines = {id: family_of[id].id if id in family_of else f"alone {id}" for id in by_id}
    met = same_claims(claims, texts, lines)
    for one_place, two_place in met.same:
        sets.join(one_place, two_place)
    for one_place, two_place, ours, theirs in met.contradicting:
        sets.join(one_place, two_place)
        ids = (claims[one_place].id, claims[two_place].id)
        spans = (ours.span, theirs.span)
        conflicts.append(Conflict(ConflictKind.NUMBER, Nature.CONTRADICTED, ids, (ours.text, theirs.text), spans))
    return ClaimSet(tuple(claims), tuple(_groups(claims, sets, place, conflicts, family_of, families, linked)))


def _named_by_kin(claims: list[Claim], linked: Mapping[str, set[str]], place: Mapping[str, int]) -> list[Claim]:
    """The claims, a speaker who is only "he" or a surname named in full where an answering claim of the family does."""
    named = list(claims)
    for number, claim in enumerate(claims):
        if claim.speaker is None:
            continue
        name = claim.speaker.name
        for other in sorted(linked.get(claim.id, ())):
            fuller = named_source(claims[place[other]].speaker)
            if fuller is None or named_source(claim.speaker) == fuller:
                continue
            unnamed = is_pronoun(name)
            if unnamed or (len(name_words(fuller)) > len(name_words(name)) and same_name(name, fuller)):
                name = fuller
        if name != claim.speaker.name:
            named[number] = replace(claim, speaker=replace(claim.speaker, name=name))
    return named


def _links_to_read(families: Families) -> list[Link]:
    """The links that tie each family together: those of its tree, then the closest that reach the rest."""
    by_pair = {frozenset((link.a, link.b)): link for link in families.links}
    of_family: dict[str, list[Link]] = defaultdict(list)
    home = {member: family.id for family in families.families for member in family.members}
    for link in families.links:
        if link.a in home and home.get(link.a) == home.get(link.b):
            of_family[home[link.a]].append(link)
    chosen: list[Link] = []
    for family in families.families:
        reached: dict[str, str] = {member: member for member in family.members}

        def root(member: str, reached: dict[str, str] = reached) -> str:
            while reached[member] != member:
                member = reached[member]
            return member

        edges = [by_pair.get(frozenset((item.article, item.of))) for item in family.tree if item.of is not None]
        rest = sorted(of_family[family.id], key=lambda link: (-(link.shared_a + link.shared_b), link.a, link.b))
        for link in [*(edge for edge in edges if edge is not None), *rest]:
            if link.a in reached and link.b in reached and root(link.a) != root(link.b):
                reached[root(link.b)] = root(link.a)
                chosen.append(link)
    return chosen


def _groups(
    claims: Sequence[Claim],
    sets: _Sets,
    place: dict[str, int],
    conflicts: Sequence[Conflict],
    family_of: dict[str, Family],
    families: Families,
    linked: dict[str, set[str]],
) -> list[Group]:
    members: dict[int, list[Claim]] = defaultdict(list)
    for number, claim in enumerate(claims):
        members[sets.find(number)].append(claim)
    at: dict[int, list[Conflict]] = defaultdict(list)
    for conflict in conflicts:
        at[sets.find(place[conflict.claims[0]])].append(conflict)
    groups = []
    for number, root in enumerate(sorted(members), 1):
        held = members[root]
        articles = tuple(dict.fromkeys(claim.article for claim in held))
        differing = tuple(at[root])
        agreement = Agreement.CONFLICT if differing else Agreement.AGREE if len(articles) > 1 else Agreement.UNCLEAR
        voices = independent_voices(held, family_of, families, linked)
        groups.append(Group(f"g{number}", tuple(claim.id for claim in held), articles, voices, agreement, differing))
    return groups
