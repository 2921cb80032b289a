"""Hits that are copies of one place: folded into the first, as every copy of an article says the same again."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from nkreader.families.model import Family
from nkreader.search.model import Hit
from nkreader.search.tokens import tokens

SAME_PLACE = 0.7
"""Two lines of one family with this share of their words in common are one place, copied: a spun copy's line shares
about half, so it is shown."""


def folded(hits: Iterable[Hit], family_of: Callable[[str], Family | None]) -> list[tuple[Hit, ...]]:
    """The hits in their order, each with those behind it that are copies of it in other articles of its family.

    Of several, the hit in the family's likely original comes first, wherever it stood.
    """
    groups: list[list[Hit]] = []
    of_family: dict[str, list[tuple[list[Hit], frozenset[str]]]] = {}
    for hit in hits:
        family = family_of(hit.article)
        if family is None:
            groups.append([hit])
            continue
        known, words = of_family.setdefault(family.id, []), frozenset(tokens(hit.snippet))
        for group, first_words in known:
            if len(words & first_words) >= SAME_PLACE * len(words | first_words) and hit.article != group[0].article:
                if hit.article == family.origin.article:
                    group.insert(0, hit)
                else:
                    group.append(hit)
                break
        else:
            groups.append([hit])
            known.append((groups[-1], words))
    return [tuple(group) for group in groups]
