"""What a query asks of an article's metadata: title, source, dates, role, family, speakers, types of claim."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property, lru_cache

from nkreader.search.model import Card
from nkreader.search.query import Condition, Field, parsed
from nkreader.search.tokens import tokens

Facets = Mapping[str, Mapping[str, str | Collection[str] | None]]
"""Article id -> field name (`role`, `family`, `speaker`, `type`) -> value or values."""


OF_FAMILIES = frozenset({Field.ROLE, Field.FAMILY})
OF_CLAIMS = frozenset({Field.SPEAKER, Field.TYPE})
"""What no article states of itself, and what has to be found out before it can be asked for."""


def computed_fields(query: str) -> frozenset[Field]:
    """Which fields a query asks for that no article states of itself."""
    return (OF_FAMILIES | OF_CLAIMS) & {condition.field for condition in parsed(query).conditions}


class Metadata:
    """What a library's articles state of themselves, folded once, so that a condition on all of them is quick."""

    def __init__(self, articles: Sequence[Card]) -> None:
        self._articles = articles

    def meeting(self, conditions: Sequence[Condition], facets: Facets | None) -> list[int]:
        """Numbers of the articles that meet all conditions."""
        numbers = list(range(len(self._articles)))
        for condition in conditions:
            meets = self._test(condition, facets)
            numbers = [number for number in numbers if meets(number) is not condition.negated]
        return numbers

    @cached_property
    def _published(self) -> list[str]:
        return [article.published or "" for article in self._articles]

    @cached_property
    def _titles(self) -> list[str]:
        return [_folded(article.title) for article in self._articles]

    @cached_property
    def _publishers(self) -> list[str]:
        known: dict[str | None, str] = {}
        for article in self._articles:
            if article.publisher not in known:
                known[article.publisher] = _folded(article.publisher)
        return [known[article.publisher] for article in self._articles]

    def _test(self, condition: Condition, facets: Facets | None) -> Callable[[int], bool]:
        value, size = condition.value, len(condition.value)
        published = self._published
        if condition.field is Field.AFTER:
            # 2023 is not after 2023, and 2023-05-03 is not before 2023-05.
            return lambda number: published[number] != "" and published[number][:size] >= value
        if condition.field is Field.BEFORE:
            return lambda number: published[number] != "" and published[number][:size] < value
        if condition.field in (Field.TITLE, Field.SOURCE):
            # The words asked for stand in a row in what is stated, the last one perhaps only begun.
            lines, asked = self._titles if condition.field is Field.TITLE else self._publishers, _folded(value)
            return lambda number: asked in lines[number]
        known = {id: fields.get(condition.field) for id, fields in (facets or {}).items()}
        articles = self._articles
        return lambda number: _is_stated(known.get(articles[number].id), condition)


def _is_stated(stated: str | Collection[str] | None, condition: Condition) -> bool:
    values = [stated] if isinstance(stated, str) else list(stated or ())
    if condition.field is Field.SPEAKER:
        asked = _folded(condition.value)
        return any(asked in _folded(name) for name in values)
    asked = condition.value.casefold()
    if condition.field is Field.FAMILY:
        return any(name.casefold() == asked for name in values)
    return any(name.startswith(asked) for name in values)  # of a role or type the beginning will do


@lru_cache(maxsize=1 << 16)
def _folded(stated: str | None) -> str:
    return f" {' '.join(tokens(stated))}" if stated else ""
