"""What a query asks of an article's metadata: title, source, dates, role, family, speakers, types of claim."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from nkreader.model import Article
from nkreader.search.query import Condition, Field, parsed
from nkreader.search.tokens import tokens

Facets = Mapping[str, Mapping[str, str | Collection[str] | None]]
"""Article id -> field name (`role`, `family`, `speaker`, `type`) -> value or values."""


_COMPUTED = frozenset({Field.ROLE, Field.FAMILY, Field.SPEAKER, Field.TYPE})


def asks_for_facets(query: str) -> bool:
    """Whether a query asks for something that no article states of itself."""
    return any(condition.field in _COMPUTED for condition in parsed(query).conditions)


def admitted(article: Article, conditions: Sequence[Condition], facets: Facets | None) -> bool:
    """Whether an article meets all conditions."""
    return all(_meets(article, condition, facets) is not condition.negated for condition in conditions)


def _meets(article: Article, condition: Condition, facets: Facets | None) -> bool:
    if condition.field is Field.AFTER:
        # 2023 is not after 2023, and 2023-05-03 is not before 2023-05.
        return bool(article.published) and article.published[: len(condition.value)] >= condition.value  # type: ignore[index]  # not None, see above
    if condition.field is Field.BEFORE:
        return bool(article.published) and article.published[: len(condition.value)] < condition.value  # type: ignore[index]  # not None, see above
    if condition.field is Field.TITLE:
        return _holds(article.title, condition.value)
    if condition.field is Field.SOURCE:
        return _holds(article.publisher, condition.value)
    value = (facets or {}).get(article.id, {}).get(condition.field)
    values = [value] if isinstance(value, str) else list(value or ())
    if condition.field is Field.SPEAKER:
        return any(_holds(name, condition.value) for name in values)
    return any(name.casefold() == condition.value.casefold() for name in values)


def _holds(stated: str | None, asked: str) -> bool:
    """Whether the words asked for stand in a row in what is stated, the last one perhaps only begun."""
    if not stated:
        return False
    return f" {' '.join(tokens(asked))}" in f" {' '.join(tokens(stated))}"
