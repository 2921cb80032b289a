"""Why a query found nothing, in words that help to mend it."""

from __future__ import annotations

from collections.abc import Sequence

from nkreader.search.places import Pattern
from nkreader.search.query import Condition, Query, Term
from nkreader.search.vocabulary import Vocabulary

LONGEST = 24
"""Code points of a query's word that are said again."""


def why_nothing(
    asked: Query, patterns: Sequence[Pattern], words: Vocabulary, met: bool, everywhere: bool
) -> str | None:
    """What stands in the way of a query without hits; None where nothing more can be said.

    `met`: whether any article meets the conditions. `everywhere`: whether all articles were searched.
    """
    if asked.conditions and not met:
        return f"no article has {conditions_told(asked.conditions)}"
    for number, clause in enumerate(asked.clauses):
        ways = [pattern for pattern in patterns if number in pattern.clauses]
        if not any(_all_known(pattern, words) for pattern in ways):
            return f"no article has {' or '.join(map(_told, clause))}"
    if asked.excluded:
        return "no article has this without what is to be left out"
    if asked.conditions:
        return f"no article that has {conditions_told(asked.conditions)} has this"
    if not everywhere:
        return None
    if len(asked.clauses) > 1:
        return "no article has all of this together: OR finds either"
    phrase = next((term for term in asked.clauses[0] if len(term.tokens) > 1), None)
    if phrase is None:
        return None
    return f"no article has these words in a row{': without quotation marks they are found apart' * phrase.phrase}"


def conditions_told(conditions: Sequence[Condition]) -> str:
    """Conditions as they are written in a query."""
    return " and ".join(map(_written, conditions))


def _all_known(pattern: Pattern, words: Vocabulary) -> bool:
    last = len(pattern.tokens) - 1
    return all(words.articles(token, pattern.prefix and place == last) for place, token in enumerate(pattern.tokens))


def _told(term: Term) -> str:
    said = " ".join(term.tokens)
    said = said if len(said) <= LONGEST else said[: LONGEST - 1] + "…"
    return f"“{said}{'…' if term.prefix else ''}”"


def _written(condition: Condition) -> str:
    value = condition.value if len(condition.value) <= LONGEST else condition.value[: LONGEST - 1] + "…"
    return f"{'-' if condition.negated else ''}{condition.field}:{value}"
