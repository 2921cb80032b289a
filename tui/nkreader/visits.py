"""Articles that may be one article, visited together: compared, linked, read for tortured phrases and argued.

All that is to be found out about them by comparison is found out in one go, in the process that has the comparisons at
hand, and only what came of it goes back.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import msgspec

from nkreader.compare import compare, mirrored
from nkreader.compare.model import Comparison
from nkreader.families import link_between_kin
from nkreader.families.model import Family, Link
from nkreader.model import Article
from nkreader.origin import argument, families_of
from nkreader.phrases import phrases_of, spun_alone
from nkreader.phrases.model import Alone, ArticlePhrases
from nkreader.store.keep import Compared, compared

AT_HAND = 256
"""Comparisons kept during a visit. Families of more than twenty compare some pairs twice."""

Lesson = tuple[tuple[str, ...], tuple[str, ...]]


class Group(NamedTuple):
    """Articles that hang together by pairs worth a comparison."""

    articles: Sequence[Article]
    pairs: Sequence[tuple[int, int]]
    """By their places among these articles."""


class Visited(msgspec.Struct, frozen=True, array_like=True):
    """What was found out about a group."""

    compared: list[Compared]
    """Of each pair."""
    alone: dict[str, Alone]
    """What each article shows, read alone, by id."""
    phrases: list[ArticlePhrases]
    """What those show that are spun, or that their relatives show to be."""
    lessons: list[Lesson]
    """What copies put for what."""
    families: list[Family]
    """Named from A on in each group."""


def components(size: int, pairs: Iterable[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The pairs (of numbers below `size`) in sets that have no number in common, each in order."""
    home = list(range(size))

    def root(number: int) -> int:
        while home[number] != number:
            home[number] = home[home[number]]
            number = home[number]
        return number

    pairs = list(pairs)
    for one, other in pairs:
        home[root(other)] = root(one)
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for pair in pairs:
        found[root(pair[0])].append(pair)
    return [sorted(some) for some in found.values()]


def visits(groups: Sequence[Group]) -> list[Visited]:
    """What is found out about each of the groups."""
    return [visit(group) for group in groups]


def visit(group: Group, comparison: Callable[[str, str], Comparison] | None = None) -> Visited:
    """What is found out about a group; `comparison` gives that of two articles by their ids, where somebody has it."""
    articles = {article.id: article for article in group.articles}
    twins = _twins(group.articles)
    comparison = comparison or _at_hand(articles, twins)
    found = []
    links: list[Link] = []
    known: dict[tuple[str, str], tuple[Link, Compared]] = {}
    for i, j in group.pairs:
        left, right = group.articles[i], group.articles[j]
        texts = twins[left.id], twins[right.id]
        if texts not in known:
            between = comparison(left.id, right.id)
            link = link_between_kin(left, right, between)
            known[texts] = link, compared(left, right, link, between)
        link, one = known[texts]
        links.append(replace(link, a=left.id, b=right.id))
        found.append(one)
    alone = dict(zip(articles, spun_alone(group.articles), strict=True))
    spun = {id: score for id, (score, _) in alone.items()}
    lessons: list[Lesson] = []
    together = phrases_of(articles, [(link.a, link.b) for link in links], comparison, alone, lessons)
    argue = argument(
        articles, comparison, {id: together.get(id) or ArticlePhrases(id, spun[id], ()) for id in articles}
    )
    families = families_of(list(articles), links, spun, argue).families
    return Visited(found, alone, list(together.values()), lessons, list(families))


def _twins(articles: Sequence[Article]) -> dict[str, str]:
    """Id -> the id of the first article with the same text: what is found out about one goes for the other."""
    first: dict[tuple[str, object, str | None], str] = {}
    return {item.id: first.setdefault((item.text, item.boilerplate, item.published), item.id) for item in articles}


def _at_hand(articles: Mapping[str, Article], twins: Mapping[str, str]) -> Callable[[str, str], Comparison]:
    known: OrderedDict[tuple[str, str], Comparison] = OrderedDict()

    def comparison(left: str, right: str) -> Comparison:
        pair = twins[left], twins[right]
        found = known.get(pair)
        if found is None:
            turned = known.get(pair[::-1])
            found = mirrored(turned) if turned else compare(articles[pair[0]], articles[pair[1]])
            known[pair] = found
            if len(known) > AT_HAND:
                known.popitem(last=False)
        return found if pair == (left, right) else replace(found, left=left, right=right)

    return comparison
