"""From links to argued families: origin, tree and the role of every article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from math import exp

from nkreader.compare.model import Comparison
from nkreader.families import clusters
from nkreader.families.model import (
    BY_TEXT,
    BY_USER,
    Confidence,
    Derivation,
    Evidence,
    Families,
    Family,
    Link,
    Origin,
    Role,
)
from nkreader.model import Article, BoilerplateKind
from nkreader.origin.cues import SPUN_SCORE, Cue, Witness, cues_of, spans_of, witness_of
from nkreader.origin.descent import fitness_cues, fittings, text_cues
from nkreader.origin.nearness import COUNTED, nearness_of
from nkreader.origin.tree import ROLES, has_lost_parent, tree_of
from nkreader.phrases.model import ArticlePhrases

# Odds of the likeliest original against all others together. On news with machine rewrites nobody called certain or
# likely was wrong in cross-validation; the steps leave room for other kinds of text.
CERTAIN = 0.97
LIKELY = 0.85
# Told at all: so likely, and so many times likelier than the next.
TOLD = 0.25
AHEAD = 1.3
# Cues that move the odds by less are counted but not shown.
WORTH_SAYING = 0.25
# So many pieces of evidence are shown for the likely original, and for each of so many others.
OWN_SHOWN, OTHERS_SHOWN, OTHERS = 6, 4, 12
# In a crowd of copies to the letter at least so many are heard.
FEWEST_HEARD = 12

SMALL_SIGNS = (
    "No single sign is strong, but all together (quotations, plain attribution, figures, names, sentences of unlike"
    " length) it is closest to a reporter's own text."
)
YOU_SAID_SO = "You named it the original."
"""The one reason that is the user's."""


Argue = Callable[[str, Sequence[str], Sequence[Link]], Family]
"""Gives the family of a name, the ids of its members and the links between them."""


def families_of(ids: Sequence[str], links: Sequence[Link], spun: Mapping[str, float], argue: Argue) -> Families:
    """The families that the links make of all articles, each argued, and the role of every article.

    `spun`: how spun articles read, by id.
    """
    inner: dict[int, list[Link]] = defaultdict(list)
    groups = clusters(ids, links)
    family_of = {id: number for number, members in enumerate(groups) for id in members}
    for link in links:
        if link.a in family_of and family_of.get(link.a) == family_of.get(link.b):
            inner[family_of[link.a]].append(link)
    families = [argue(letters(number), members, inner[number]) for number, members in enumerate(groups)]
    return gathered(ids, links, spun, families)


def gathered(
    ids: Sequence[str], links: Sequence[Link], spun: Mapping[str, float], families: Iterable[Family]
) -> Families:
    """All families of a library, the largest first, named in that order, and the role of every article."""
    place = {id: number for number, id in enumerate(ids)}
    ordered = sorted(families, key=lambda family: (-len(family.members), min(place[id] for id in family.members)))
    roles = dict.fromkeys(ids, Role.SINGLE)
    roles.update({id: Role.SPUN for id, score in spun.items() if score >= SPUN_SCORE})
    for family in ordered:
        roles.update({derivation.article: derivation.role for derivation in family.tree})
    named = [replace(family, id=letters(number)) for number, family in enumerate(ordered)]
    return Families(tuple(named), tuple(links), roles)


def argument(
    articles: Mapping[str, Article],
    comparison: Callable[[str, str], Comparison],
    phrases: Mapping[str, ArticlePhrases],
) -> Argue:
    """How families are argued from their articles' texts."""

    def argue(name: str, members: Sequence[str], links: Sequence[Link]) -> Family:
        heard = _heard(members, articles, phrases)
        known = set(heard)
        witnesses = [witness_of(articles[id], phrases.get(id)) for id in heard]
        family = argued(name, witnesses, [link for link in links if link.a in known and link.b in known], comparison)
        if len(heard) == len(members):
            return family
        rest = _placed([id for id in members if id not in known], heard, links, articles, phrases)
        tree = (*family.tree, *rest)
        return replace(family, members=tuple(derivation.article for derivation in tree), tree=tree)

    return argue


def _heard(members: Sequence[str], articles: Mapping[str, Article], phrases: Mapping[str, ArticlePhrases]) -> list[str]:
    """The members that the argument is about: all, or in a crowd those that can have something of their own to say.

    Of copies to the letter one has, and the longest of those that do not read as spun.
    """
    if len(members) <= COUNTED:
        return list(members)
    first: dict[str, str] = {}
    for id in members:
        first.setdefault(articles[id].text, id)
    singular = set(first.values())

    def rank(id: str) -> tuple[bool, bool, int]:
        known = phrases.get(id)
        return id not in singular, known is not None and known.spun >= SPUN_SCORE, -len(articles[id].text)

    chosen = set(sorted(members, key=rank)[: max(FEWEST_HEARD, min(COUNTED, len(singular)))])
    return [id for id in members if id in chosen]


def _placed(
    ids: Sequence[str],
    heard: Sequence[str],
    links: Sequence[Link],
    articles: Mapping[str, Article],
    phrases: Mapping[str, ArticlePhrases],
) -> list[Derivation]:
    """The other members of a crowd: each made from the one it has the most in common with, of those that were heard."""
    same = {articles[id].text: id for id in reversed(heard)}
    known = set(heard)
    near: dict[str, Link] = {}
    for link in links:
        for id, other in ((link.a, link.b), (link.b, link.a)):
            if id not in known and other in known:
                before = near.get(id)
                if before is None or link.shared_a + link.shared_b > before.shared_a + before.shared_b:
                    near[id] = link
    found = []
    for id in ids:
        spun = phrases.get(id)
        own = near.get(id)
        twin = same.get(articles[id].text)
        of = twin
        if of is None and own is not None:
            of = own.b if own.a == id else own.a
        role = Role.COPY if twin or own is None else ROLES[own.kind]
        found.append(Derivation(id, of, Role.SPUN if spun is not None and spun.spun >= SPUN_SCORE else role))
    return found


def letters(number: int) -> str:
    """A, B, ... Z, AA, AB, ..."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def argued(
    name: str,
    witnesses: Sequence[Witness],
    links: Sequence[Link],
    comparison: Callable[[str, str], Comparison],
    named: str | None = None,
) -> Family:
    """The family of these members (two or more) with its argued origin and tree; `named`: the user's original."""
    cues = [cues_of(witness, [other for other in witnesses if other is not witness]) for witness in witnesses]
    by_id = {witness.article.id: witness.article for witness in witnesses}
    near = nearness_of([witness.article for witness in witnesses], links, comparison)
    fitting = fittings(by_id, comparison)
    for witness, own in zip(witnesses, cues, strict=True):
        own += text_cues(witness, near, comparison) + fitness_cues(witness, near, fitting)
    scores = [sum(cue.weight for cue in own) for own in cues]
    ranking = sorted(range(len(witnesses)), key=lambda place: (witnesses[place].article.id != named, -scores[place]))
    first = witnesses[ranking[0]]
    is_named = first.article.id == named
    sure = 1 / sum(exp(score - scores[ranking[0]]) for score in scores)
    ahead = exp(scores[ranking[0]] - scores[ranking[1]])
    told = is_named or (not first.spun and sure >= TOLD and ahead >= AHEAD)
    spun = frozenset(witness.article.id for witness in witnesses if witness.spun)
    derived = (first.spun or has_lost_parent(spun, near)) and not is_named
    lost = derived or _is_excerpt(first, witnesses)
    tree = tree_of([witnesses[place].article for place in ranking], spun, near, lost, told, named)
    evidence = _evidence(witnesses, cues, ranking)
    if told and not any(item.article == first.article.id and item.speaks == "for" for item in evidence):
        evidence = (_small_signs(first), *evidence)
    if is_named:
        confidence = Confidence.CERTAIN
        evidence = (Evidence(first.article.id, "for", YOU_SAID_SO, first.style.sentences[:1]), *evidence)
        tree = (replace(tree[0], by=BY_USER), *tree[1:])
    else:
        confidence = _confidence(sure, lost) if told else Confidence.UNKNOWN
    origin = Origin(
        first.article.id if told else None,
        "lost" if lost else "present",
        confidence,
        evidence,
        BY_USER if is_named else BY_TEXT,
    )
    return Family(name, tuple(derivation.article for derivation in tree), tree, origin)


def _small_signs(witness: Witness) -> Evidence:
    """What is to be said for an original where no single cue is worth a sentence."""
    style = witness.style
    spans = tuple(sorted({*style.quotations[:2], *style.plain[:3]})) or style.sentences[:1]
    return Evidence(witness.article.id, "for", SMALL_SIGNS, spans)


def _is_excerpt(witness: Witness, family: Sequence[Witness]) -> bool:
    """Whether the article says that it goes on elsewhere, and a copy of it does go on."""
    if not spans_of(witness.article, BoilerplateKind.CONTINUATION):
        return False
    return any(other.style.words > witness.style.words for other in family)


def _confidence(sure: float, lost: bool) -> Confidence:
    if sure >= CERTAIN and not lost:
        return Confidence.CERTAIN
    return Confidence.LIKELY if sure >= LIKELY else Confidence.POSSIBLE


def _evidence(
    witnesses: Sequence[Witness], cues: Sequence[Sequence[Cue]], ranking: Sequence[int]
) -> tuple[Evidence, ...]:
    """The cues worth saying, the likely original's first, the weightiest first."""
    found: list[Evidence] = []
    for number, place in enumerate(ranking[: OTHERS + 1]):
        own = [cue for cue in cues[place] if cue.why and cue.spans and abs(cue.weight) >= WORTH_SAYING]
        own.sort(key=lambda cue: -abs(cue.weight))
        for cue in own[: OTHERS_SHOWN if number else OWN_SHOWN]:
            speaks = "for" if cue.weight > 0 else "against"
            found.append(Evidence(witnesses[place].article.id, speaks, cue.why, cue.spans))
    return tuple(found)
