"""The query language: words, "phrases", prefix*, OR, -not, typos~, field:value. No query raises; its mistake is named.

kremlin trade            both words, near each other first
"mutual defence"         these words in this order; any quotation marks
sanction*                words beginning so
pipline~                 words one or two letters away, also where the word itself is found
gas OR oil               either
-ferry                   articles without it
title:bridge source:post role:spun family:A after:2023-05 before:2024
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from nkreader.claims.model import ClaimType
from nkreader.families.model import Role
from nkreader.search.tokens import tokens

# A longer query is a pasted text; its first words find it.
_MOST_TERMS = 32
_MOST_CHARACTERS = 2_000


class Field(StrEnum):
    """What a query may ask of an article besides its words."""

    TITLE = "title"
    SOURCE = "source"
    ROLE = "role"
    FAMILY = "family"
    SPEAKER = "speaker"
    TYPE = "type"
    AFTER = "after"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Term:
    """Tokens that stand in this order. `phrase`: written in quotation marks, so found exactly so or not at all.
    `capitals`: written in capital letters, which may be initials.
    """

    tokens: tuple[str, ...]
    phrase: bool = False
    prefix: bool = False
    fuzzy: bool = False
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """What is asked of an article's metadata."""

    field: Field
    value: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """Clauses that must all be found, each by one of its terms; terms that must not be; conditions; what is wrong."""

    clauses: tuple[tuple[Term, ...], ...] = ()
    excluded: tuple[Term, ...] = ()
    conditions: tuple[Condition, ...] = ()
    problem: str | None = None


_OTHER_NAMES = {"publisher": "source", "from": "source", "since": "after", "until": "before"}
_NAMES = "|".join([*Field, *_OTHER_NAMES])
_OPEN = '"“”„«»‟＂'
_PIECE = re.compile(
    rf"""(?P<minus>[-–−](?=[\w{_OPEN}]))?
    (?:(?P<empty>{_NAMES}):(?=\s|$)
    |(?:(?P<field>[A-Za-z]+):(?=\S))?
    (?:[{_OPEN}](?P<quoted>[^{_OPEN}]*)(?P<closed>[{_OPEN}])?|(?P<word>[^\s{_OPEN}]+))(?P<mark>~\d?)?)""",
    re.VERBOSE | re.IGNORECASE,
)
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_STAR_WITHIN = re.compile(r"\*\W*\w")
_VALUES: dict[Field, tuple[str, ...]] = {Field.ROLE: tuple(Role), Field.TYPE: tuple(ClaimType)}
_EXAMPLES = {
    Field.TITLE: "title:bridge",
    Field.SOURCE: "source:post",
    Field.ROLE: "role:spun",
    Field.FAMILY: "family:A",
    Field.SPEAKER: "speaker:minister",
    Field.TYPE: "type:figure",
    Field.AFTER: "after:2023-05",
    Field.BEFORE: "before:2023-05",
}


@lru_cache(maxsize=64)  # each key of a query being typed asks several times
def parsed(query: str) -> Query:
    """What a query asks for. Understands as much of a malformed one as can be."""
    problem = None
    if len(query) > _MOST_CHARACTERS:
        query = query[:_MOST_CHARACTERS]
        problem = f"only the first {_MOST_CHARACTERS:,} characters were used"
    problem = problem or _bracketed(query)
    clauses: list[list[Term]] = []
    excluded: list[Term] = []
    conditions: list[Condition] = []
    either = False
    for piece in _PIECE.finditer(query):
        word, quoted = piece["word"], piece["quoted"]
        if word in ("OR", "|", "||") and not piece["minus"]:
            if not clauses:
                problem = problem or "OR needs a word before it"
            else:
                either = True
            continue
        if word in ("AND", "NOT", "&", "+") and not piece["minus"]:
            if word == "NOT":
                problem = problem or "write -word to leave a word out"
            continue
        if quoted is not None and not piece["closed"]:
            problem = problem or "a quotation mark is not closed"
        text = quoted if quoted is not None else word or ""
        if piece["empty"] or piece["field"]:
            field = _field(piece["empty"] or piece["field"])
            if field is not None:
                value = text.strip()
                mistake = _mistaken(field, value)
                if mistake is None:
                    conditions.append(Condition(field, value, bool(piece["minus"])))
                problem = problem or mistake
                continue
            text = f"{piece['field']}:{text}"
            if quoted is None and piece["field"].casefold() not in ("http", "https"):
                problem = problem or f"there is no field {piece['field']}: ({', '.join(Field)})"
        if quoted is None and _STAR_WITHIN.search(text):
            problem = problem or "* stands for what follows the beginning of a word: bridg*"
        term = _term(text, quoted is not None, bool(piece["mark"]))
        if term is None:
            continue
        if piece["minus"]:
            excluded.append(term)
        elif either:
            clauses[-1].append(term)
            either = False
        else:
            clauses.append([term])
    if either:
        problem = problem or "OR needs a word behind it"
    if len(clauses) > _MOST_TERMS:
        problem = problem or f"only the first {_MOST_TERMS} words were used"
    if excluded and not clauses and not conditions:
        problem = problem or "say also what to find, not only what to leave out"
    elif query.strip() and not clauses and not conditions and not excluded:
        problem = problem or "there is no word in this query: letters and digits are what can be searched for"
    return Query(tuple(map(tuple, clauses[:_MOST_TERMS])), tuple(excluded[:_MOST_TERMS]), tuple(conditions), problem)


def _field(name: str) -> Field | None:
    name = _OTHER_NAMES.get(name.casefold(), name.casefold())
    return Field(name) if name in Field._value2member_map_ else None


def _mistaken(field: Field, value: str) -> str | None:
    """What is wrong with what is asked of a field."""
    if field in (Field.AFTER, Field.BEFORE):
        written = _DATE.fullmatch(value)
        if written is None:
            return f"{field}: needs a date, such as {_EXAMPLES[field]}"
        try:
            date(*(int(part or 1) for part in written.groups()))
        except ValueError:
            return f"there is no date {value}"
    elif not tokens(value):
        return f"{field}: needs a word right behind it, such as {_EXAMPLES[field]}"
    elif field in _VALUES and not any(known.startswith(value.casefold()) for known in _VALUES[field]):
        return f"there is no {field} {value[:20]}: {', '.join(_VALUES[field])}"
    return None


def _bracketed(query: str) -> str | None:
    """What is said where brackets ask for what the language does not have; around words of which one will do they are
    right without being needed."""
    if re.search(r"(?:^|\s)[-–−]\(", query):
        return "each word that is to be left out has its own minus: -one -other"
    if "OR" in query:
        for inside in _BRACKETS.findall(query):
            words = re.sub(rf"[{_OPEN}][^{_OPEN}]*[{_OPEN}]", "phrase", inside).split()
            if len(words) > 1 and any(word != "OR" for word in words[1::2]):
                return "brackets are not understood: OR stands between two words or “phrases”"
    return None


def _term(text: str, quoted: bool, marked: bool) -> Term | None:
    fuzzy = marked
    if not quoted and (match := re.search(r"~\d?$", text)):
        fuzzy, text = True, text[: match.start()]
    prefix = text.rstrip(" ").endswith("*")
    found = tuple(tokens(text))[:_MOST_TERMS]
    return Term(found, quoted, prefix, fuzzy, text.isalpha() and text.isupper()) if found else None
