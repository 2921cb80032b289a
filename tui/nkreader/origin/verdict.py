"""The verdict on a whole library in one line: the answer, before anything is opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from nkreader.families.model import BY_USER, Confidence, Families, Family, Role

if TYPE_CHECKING:
    from nkreader.articles.cards import Card
    from nkreader.model import Article

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def verdict(articles: Sequence[Card], families: Families) -> str:
    """One sentence: how many articles, which families, their likely source, and what else looks spun."""
    if not articles:
        return "no articles"
    by_id = {article.id: article for article in articles}
    total = f"{len(articles):,} article{'s' if len(articles) != 1 else ''}"
    parts = [_families(families.families, by_id)] if families.families else []
    in_families = {member for family in families.families for member in family.members}
    spun = sum(role is Role.SPUN and article not in in_families for article, role in families.roles.items())
    if spun:
        more = " more" if any(role is Role.SPUN for role in map(families.roles.get, in_families)) else ""
        parts.append(f"{spun:,}{more} {'looks' if spun == 1 else 'look'} spun")
    if not parts:
        parts.append("none copies another" if len(articles) > 1 else "nothing to compare it with")
    return f"{total}: {'; '.join(parts)}"


def source_name(article: Article | Card) -> str:
    """What to call an article's source: its publisher, else its title, else its id."""
    return article.publisher or article.title or article.id


def _families(families: Sequence[Family], by_id: Mapping[str, Card]) -> str:
    if len(families) > 1:
        members = sum(len(family.members) for family in families)
        named = sum(family.origin.article is not None for family in families)
        return f"{_count(len(families))} families of {members:,} in all, {_count(named)} with a likely source"
    family = families[0]
    size = f"one family of {len(family.members):,}"
    origin = family.origin
    if origin.article is None:
        return f"{size}, source unknown"
    if origin.by == BY_USER:
        return f"{size}, source {source_name(by_id[origin.article])} (you said so)"
    sure = {Confidence.CERTAIN: "source", Confidence.LIKELY: "source likely"}.get(origin.confidence, "source possibly")
    return f"{size}, {sure} {source_name(by_id[origin.article])}"


def _count(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"
