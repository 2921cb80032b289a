"""Other wordings of a name or expression, learnt from the library's aligned copies and tortured phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nkreader.compare.model import ChangeKind, Comparison, Flag
from nkreader.model import Article
from nkreader.phrases.model import ArticlePhrases, PhraseConfidence

_POSSESSIVE = re.compile(r"['’]s?$")

LONGEST = 6
"""Words: a longer change is a rewritten clause, and nobody searches for it as another wording of a name."""


def names_of(left: Article, right: Article, comparison: Comparison) -> list[tuple[str, str]]:
    """Names that two aligned sentences give differently: what is looked for, and the wording found for it.

    A name is found under either form, unless one of them is tortured: then under the sound one alone.
    """
    found: dict[tuple[str, str], None] = {}
    for change in (change for row in comparison.rows for change in row.changes):
        if change.kind is ChangeKind.NAME:
            before, after = change.left.of(left.text), change.right.of(right.text)
            if max(len(before.split()), len(after.split())) > LONGEST:
                continue
            if Flag.TORTURED_LEFT not in change.flags:
                found[before, after] = None
            if Flag.TORTURED_RIGHT not in change.flags:
                found[after, before] = None
    return list(found)


def variants_of(phrases: Iterable[ArticlePhrases], names: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Expression, case folded -> the wordings that stand for it, in the order met.

    `names`: what `names_of` says of the linked articles. A tortured phrase answers for what it stands for.
    """
    variants: dict[str, list[str]] = {}

    def add(expression: str, wording: str) -> None:
        expression, wording = _bare(expression), _bare(wording)
        if expression and wording and expression.casefold() != wording.casefold():
            wordings = variants.setdefault(expression.casefold(), [])
            if wording not in wordings:
                wordings.append(wording)

    for expression, wording in names:
        add(expression, wording)
    for found in phrases:
        for phrase in found.phrases:
            if phrase.confidence is not PhraseConfidence.POSSIBLE and phrase.expected:
                add(phrase.expected[0], phrase.text)
    return variants


def _bare(text: str) -> str:
    """The expression without the possessive and the punctuation that its sentence gave it."""
    return _POSSESSIVE.sub("", " ".join(text.split()).strip(" ,;:.!?()[]“”\"'’"))
