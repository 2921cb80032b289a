"""The claims of a library in groups: one claim wherever it stands, with its conflicts and independent voices."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from nkreader.claims.alignment import answering
from nkreader.claims.conflicts import read_off
from nkreader.claims.held import HeldClaims, HeldGroups
from nkreader.claims.kin_names import Garbled, garbled_names, names_by_kin
from nkreader.claims.meaning import Meanings
from nkreader.claims.meeting import has_in_common, meetings
from nkreader.claims.model import Agreement, Claim, ClaimSet, Conflict, Group, Grouping, Nature
from nkreader.claims.outline import Outline, OutlineMaker
from nkreader.claims.told import Told, tell
from nkreader.claims.voices import independent_voices
from nkreader.compare.model import Comparison
from nkreader.families.model import Families, Family, Link, LinkKind, Role
from nkreader.model import Article


class _Sets:
    """Disjoint sets of claims, by place."""

    def __init__(self, size: int) -> None:
        self._above = array("I", range(size))

    def find(self, place: int) -> int:
        while self._above[place] != place:
            self._above[place] = self._above[self._above[place]]
            place = self._above[place]
        return place

    def join(self, one: int, two: int) -> None:
        a, b = self.find(one), self.find(two)
        if a != b:
            self._above[max(a, b)] = min(a, b)

    def several(self) -> dict[int, list[int]]:
        """The sets of more than one, each by its first place."""
        found: dict[int, list[int]] = {}
        for place in range(len(self._above)):
            first = self.find(place)
            if first != place:
                found.setdefault(first, [first]).append(place)
        return found


def claim_set(
    articles: Sequence[Article],
    families: Families,
    comparison: Callable[[str, str], Comparison],
    told: Sequence[Told] | None = None,
) -> ClaimSet:
    """All claims of the articles, grouped along the alignments of families and, across them, by what they say.

    `told`: what each article tells, where that is there already.
    """
    told = tell(articles) if told is None else told
    ids = [article.id for article in articles]
    return claims_of(ids, told, grouping(articles, ids, families, comparison, told), families)


def claims_of(ids: Sequence[str], told: Sequence[Told], joined: Grouping, families: Families) -> ClaimSet:
    """The claims and groups of articles whose claims have been joined."""
    speakers: array[int] = array("I")
    speakers.frombytes(joined.speakers)
    outline = Outline(joined.weights, joined.types, speakers, joined.speaker_names)
    claims = HeldClaims(ids, told, joined.counts, outline)
    claims.name(joined.names)
    return ClaimSet(claims, _groups(claims, joined.several, families))


def grouping(
    articles: Sequence[Article],
    ids: Sequence[str],
    families: Families,
    comparison: Callable[[str, str], Comparison],
    told: Sequence[Told],
) -> Grouping:
    """Join what says the same. Only articles with a link of their own family are asked for by place."""
    meanings, listed = Meanings(), OutlineMaker()
    counts: list[int] = []
    owners: array[int] = array("I")
    for number, each in enumerate(told):
        packed = each.meanings(listed)
        meanings.add(packed)
        counts.append(len(packed.sizes))
        owners.extend([number] * len(packed.sizes))
    claims = HeldClaims(ids, told, counts)
    at = {id: number for number, id in enumerate(ids)}
    sets = _Sets(len(claims))
    linked: dict[str, set[str]] = defaultdict(set)
    conflicts: list[Conflict] = []
    garbled: Garbled = {}
    for link in _links_to_read(families):
        if link.a not in at or link.b not in at:
            continue
        compared = comparison(link.a, link.b)
        pairs = answering(compared, claims.of(link.a), claims.of(link.b))
        if link.kind is LinkKind.REWRITE:
            # A free rewriting may put another statement in a sentence's place.
            pairs = [pair for pair in pairs if has_in_common(*(meanings.of(_place(claims, each)) for each in pair))]
        for one, two in pairs:
            sets.join(_place(claims, one), _place(claims, two))
            linked[one.id].add(two.id)
            linked[two.id].add(one.id)
        roles = (families.roles.get(link.a, Role.SINGLE), families.roles.get(link.b, Role.SINGLE))
        garbled |= garbled_names(compared, pairs, roles)
        conflicts += read_off(compared, articles[at[link.a]], articles[at[link.b]], pairs, link.kind, roles)
    names = names_by_kin(claims, linked, garbled)
    claims.name(names)
    listed.rename((claims.place(id) or 0, name) for id, name in names.items())
    home = {member: number for number, family in enumerate(families.families) for member in family.members}
    lines = [home.get(id, len(families.families) + number) for number, id in enumerate(ids)]
    met = meetings(meanings, owners, lines, claims.__getitem__, lambda place: articles[owners[place]].text)
    for one_place, two_place in met.same:
        sets.join(one_place, two_place)
    for one_place, two_place, differing in met.contradicting:
        sets.join(one_place, two_place)
        texts = [
            span.of(articles[owners[place]].text)
            for place, span in zip((one_place, two_place), differing.spans, strict=True)
        ]
        pair = (claims.id(one_place), claims.id(two_place))
        conflicts.append(Conflict(differing.kind, Nature.CONTRADICTED, pair, (texts[0], texts[1]), differing.spans))
    outline = listed.outline()
    return Grouping(
        tuple(counts),
        _joined(claims, sets, conflicts, families, linked),
        names,
        outline.weights,
        outline.types,
        outline.speakers.tobytes(),
        outline.names,
    )


def _place(claims: HeldClaims, claim: Claim) -> int:
    place = claims.place(claim.id)
    assert place is not None
    return place


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


def _joined(
    claims: HeldClaims,
    sets: _Sets,
    conflicts: Sequence[Conflict],
    families: Families,
    linked: Mapping[str, set[str]],
) -> tuple[Group, ...]:
    """The groups of several claims. Their ids are given when all groups are counted."""
    family_of = _family_of(families)
    at: dict[int, list[Conflict]] = defaultdict(list)
    for conflict in conflicts:
        place = claims.place(conflict.claims[0])
        assert place is not None
        at[sets.find(place)].append(conflict)
    groups = []
    for first, places in sorted(sets.several().items()):
        held = [claims[place] for place in places]
        articles = tuple(dict.fromkeys(claim.article for claim in held))
        differing = tuple(at[first])
        agreement = Agreement.CONFLICT if differing else Agreement.AGREE if len(articles) > 1 else Agreement.UNCLEAR
        voices = independent_voices(held, family_of, families, linked)
        groups.append(Group("", tuple(claim.id for claim in held), articles, voices, agreement, differing))
    return tuple(groups)


def _groups(claims: HeldClaims, several: Sequence[Group], families: Families) -> HeldGroups:
    places = [[claims.place(id) or 0 for id in group.claims] for group in several]
    return HeldGroups(len(claims), several, places, partial(_alone, claims, _family_of(families), families))


def _alone(claims: HeldClaims, family_of: Mapping[str, Family], families: Families, id: str, place: int) -> Group:
    """A claim that nothing joins to another."""
    claim = claims[place]
    voices = independent_voices([claim], family_of, families, {})
    return Group(id, (claim.id,), (claim.article,), voices, Agreement.UNCLEAR, ())


def _family_of(families: Families) -> dict[str, Family]:
    return {member: family for family in families.families for member in family.members}
