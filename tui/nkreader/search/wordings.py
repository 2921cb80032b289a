"""What a query's words may be answered by: themselves, their other forms, words a typo away, other wordings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from nkreader.lexicon.cues import is_function_word
from nkreader.search.broken import broken_wordings
from nkreader.search.model import Via
from nkreader.search.places import Pattern
from nkreader.search.query import Query, Term
from nkreader.search.tokens import tokens
from nkreader.search.vocabulary import Vocabulary

LONGEST = 12
"""Tokens of an expression that is looked up: names and set phrases have fewer, and a pasted text has thousands."""

LONGEST_INITIALS = 5
"""Letters of a name that may be written with points; more are a word in capitals."""

CENTURIES = frozenset({"17", "18", "19", "20"})
"""How years begin, which nobody writes with a comma."""

Variants = Mapping[str, Sequence[str]]
"""Expression -> other wordings of it."""

Words = tuple[str, ...]


class Rewordings(Protocol):
    """The same in tokens."""

    def get(self, expression: Words, default: Sequence[Words], /) -> Sequence[Words]: ...


class Guessed:
    """The wordings that are known so far, and those that spinners are known to make of set expressions."""

    def __init__(self, known: Rewordings) -> None:
        self._known = known

    def get(self, expression: Words, default: Sequence[Words], /) -> Sequence[Words]:
        known = self._known.get(expression, ())
        return [*known, *(guess for guess in broken_wordings(expression) if guess not in known)] or default


def rewordings(variants: Variants) -> Rewordings:
    """The variants as an index looks for them."""
    found: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for expression, others in variants.items():
        key = tuple(tokens(expression))
        for other in others:
            wording = tuple(tokens(other))
            if key and wording and wording != key:
                found.setdefault(key, []).append(wording)
    return found


def patterns_of(asked: Query, words: Vocabulary, others: Rewordings) -> list[Pattern]:
    """All that answers a clause of the query or several."""
    patterns: list[Pattern] = []
    for number, clause in enumerate(asked.clauses):
        only = frozenset({number})
        for term in clause:
            if not (term.phrase or term.prefix):
                patterns += [Pattern(form, only, Via.STEM) for form in _respelt(term, words)]
            if number == len(asked.clauses) - 1 and _is_begun(term, words):
                patterns.append(Pattern(term.tokens, only, Via.STEM, prefix=True))
                continue
            patterns.append(Pattern(term.tokens, only, Via.EXACT, term.prefix))
            if len(term.tokens) == 1 and not term.prefix and not term.phrase:
                patterns += _widened(term, only, words)
    if others:
        patterns += _reworded(asked, others)
    return patterns


def _widened(term: Term, clauses: frozenset[int], words: Vocabulary) -> list[Pattern]:
    """Other forms of a word, and where there is none, words a typo away."""
    word = term.tokens[0]
    stems = words.stems(word)
    found = [Pattern((other,), clauses, Via.STEM) for other in stems]
    if term.fuzzy or (not stems and word not in words):
        found += [Pattern((other,), clauses, Via.FUZZY) for other in words.typos(word) if other not in stems]
    return found


def _respelt(term: Term, words: Vocabulary) -> list[Words]:
    """The same with other points, commas and hyphens: US as U.S., U.N. as UN, 15000 as 15,000 and the other way round,
    co-operate as cooperate."""
    word, whole = term.tokens[0], "".join(term.tokens)
    if len(term.tokens) > 1:
        return [(whole,)] if whole in words and not is_function_word(whole) else []
    if term.capitals and 2 <= len(word) <= LONGEST_INITIALS:
        return [tuple(word)]
    if word.isdecimal() and len(word) > 3 and not (len(word) == 4 and word[:2] in CENTURIES):
        first = len(word) % 3
        return [tuple(filter(None, (word[:first], *(word[at : at + 3] for at in range(first, len(word), 3)))))]
    return []


def _is_begun(term: Term, words: Vocabulary) -> bool:
    """Whether a word is in no article but begins one that is: the query is being typed."""
    if term.phrase or term.prefix or term.fuzzy or len(term.tokens) > 1:
        return False
    return words.begins(term.tokens[0]) and not words.stems(term.tokens[0])


def _reworded(asked: Query, others: Rewordings) -> list[Pattern]:
    """The wordings that stand for an expression of the query, be it in quotation marks or bare words in a row."""
    found: list[Pattern] = []
    words: list[tuple[int, str]] = []
    for number, clause in enumerate(asked.clauses):
        for term in clause:
            if len(term.tokens) > 1:
                wordings = _replaced(term.tokens, others)
                found += [Pattern(wording, frozenset({number}), Via.VARIANT) for wording in wordings]
        if len(clause) == 1 and not clause[0].phrase:
            words += [(number, token) for token in clause[0].tokens]
        else:
            words.append((number, "\n"))
    for start in range(len(words)):
        for stop in range(start + 1, min(start + LONGEST, len(words)) + 1):
            wordings = others.get(tuple(token for _, token in words[start:stop]), ())
            answered = frozenset(number for number, _ in words[start:stop])
            found += [Pattern(wording, answered, Via.VARIANT) for wording in wordings]
    return found


def _replaced(phrase: tuple[str, ...], others: Rewordings) -> Iterable[tuple[str, ...]]:
    for start in range(len(phrase)):
        for stop in range(start + 1, min(start + LONGEST, len(phrase)) + 1):
            for other in others.get(phrase[start:stop], ()):
                yield phrase[:start] + other + phrase[stop:]
