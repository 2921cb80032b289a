"""From links to argued families: origin, tree and the role of every article."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from nkreader.compare.model import Comparison
from nkreader.families import clusters
from nkreader.families.model import (
    Confidence,
    Derivation,
    Evidence,
    Families,
    Family,
    Link,
    LinkKind,
    Origin,
    Role,
)
from nkreader.model import Article, BoilerplateKind, Span
from nkreader.phrases.model import ArticlePhrases

SPUN = 0.5

_ROLE_OF_LINK = {
    LinkKind.IDENTICAL: Role.COPY,
    LinkKind.BOILERPLATE: Role.COPY,
    LinkKind.EXCERPT: Role.EXCERPT,
    LinkKind.REVISION: Role.REVISION,
    LinkKind.SPUN: Role.SPUN,
    LinkKind.REWRITE: Role.REWRITE,
}


def families_of(
    articles: Sequence[Article],
    links: Sequence[Link],
    comparison: Callable[[str, str], Comparison],
    phrases: Mapping[str, ArticlePhrases],
) -> Families:
    """The families that the links make, each with its argued origin and tree, and the role of every article."""
    by_id = {article.id: article for article in articles}
    roles = {
        article.id: Role.SPUN if article.id in phrases and phrases[article.id].spun >= SPUN else Role.SINGLE
        for article in articles
    }
    families = []
    for number, members in enumerate(clusters([article.id for article in articles], links)):
        family = _family(_letters(number), [by_id[id] for id in members], links, phrases)
        families.append(family)
        roles.update({derivation.article: derivation.role for derivation in family.tree})
    return Families(tuple(families), tuple(links), roles)


def _letters(number: int) -> str:
    """A, B, ... Z, AA, AB, ..."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _family(
    name: str, members: Sequence[Article], links: Sequence[Link], phrases: Mapping[str, ArticlePhrases]
) -> Family:
    evidence: list[Evidence] = []
    scores: dict[str, float] = {}
    lost = False
    for article in members:
        score = 0.0
        known = phrases.get(article.id)
        if known and known.phrases:
            score -= 1 + len(known.phrases)
            evidence.append(
                Evidence(
                    article.id,
                    "against",
                    f"{len(known.phrases)} expressions are replaced word by word, as a synonym spinner does.",
                    tuple(phrase.span for phrase in known.phrases[:5]),
                )
            )
        rest = _spans(article, BoilerplateKind.CONTINUATION)
        if rest:
            score += 1
            evidence.append(Evidence(article.id, "for", "It names where the rest of the article is to be read.", rest))
        residue = _spans(article, BoilerplateKind.SHORTCODE) + _spans(article, BoilerplateKind.SOURCE_LINK)
        if residue:
            score -= 1
            evidence.append(Evidence(article.id, "against", "It carries the residue of automatic scraping.", residue))
        scores[article.id] = score + len(article.text) / 1e7
    best = max(members, key=lambda article: scores[article.id])
    lost = bool(_spans(best, BoilerplateKind.CONTINUATION)) and len(best.text) < max(len(m.text) for m in members)
    tree = []
    for article in sorted(members, key=lambda article: article.id != best.id):
        if article.id == best.id:
            tree.append(Derivation(article.id, None, Role.EXCERPT if lost else Role.ORIGINAL))
            continue
        link = next((link for link in links if {link.a, link.b} == {article.id, best.id}), None)
        kind = link.kind if link else LinkKind.REWRITE
        tree.append(Derivation(article.id, None if lost else best.id, _ROLE_OF_LINK[kind]))
    return Family(
        name,
        tuple(derivation.article for derivation in tree),
        tuple(tree),
        Origin(best.id, "lost" if lost else "present", Confidence.POSSIBLE, tuple(evidence)),
    )


def _spans(article: Article, kind: BoilerplateKind) -> tuple[Span, ...]:
    return tuple(span.span for span in article.boilerplate if span.kind is kind)
