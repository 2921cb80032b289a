"""How many independent lines of reporting stand behind a group of claims, each with the reason it counts once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nkreader.claims.model import Claim, Line, Speaker, Voices
from nkreader.claims.naming import is_pronoun
from nkreader.families.model import Families, Family, Role
from nkreader.lexicon.cues import is_function_word, word_list
from nkreader.mentions.same_names import name_words, same_name

_COPIES = frozenset({Role.REWRITE, Role.SPUN, Role.COPY, Role.EXCERPT})
_NAMELESS = word_list(
    """
    source sources official officials analyst analysts expert experts report reports critic critics researcher
    researchers scientist scientists police authorities witness witnesses spokesman spokeswoman spokesperson
    people study survey observers minister government company
    """
)


@dataclass(frozen=True, slots=True)
class _Witness:
    """One line before sources are weighed: its articles, whom it credits, and why it is one line."""

    articles: tuple[str, ...]
    sources: tuple[str, ...]
    why: str
    counts: bool


def independent_voices(
    claims: Sequence[Claim],
    family_of: Mapping[str, Family],
    families: Families,
    linked: Mapping[str, set[str]],
) -> Voices:
    """The independent voices behind claims that say the same.

    `linked`: claim id -> the claims of its own family that answer it by alignment. A claim that stands only in copies,
    with no answer in what they were made from, is the copyist's own addition and counts for nothing.
    """
    witnesses = _witnesses(claims, family_of, families, linked)
    counting = [witness for witness in witnesses if witness.counts]
    lines: list[Line] = []
    merged: list[list[_Witness]] = []
    for witness in counting:
        home = next((group for group in merged if any(_credits_same(witness, other) for other in group)), None)
        if home is None:
            merged.append([witness])
        else:
            home.append(witness)
    for group in merged:
        articles = tuple(dict.fromkeys(article for witness in group for article in witness.articles))
        if len(group) == 1:
            lines.append(Line(articles, group[0].why))
        else:
            lines.append(Line(articles, f"all credit {group[0].sources[0]}: one voice for this claim"))
    lines += [Line(witness.articles, witness.why) for witness in witnesses if not witness.counts]
    named = [group for group in merged if any(witness.sources for witness in group)]
    most = len(merged)
    least = len(named) if named else min(1, most)
    if not merged:
        return Voices(0, 0, tuple(lines))
    return Voices(least, most, tuple(lines))


def _witnesses(
    claims: Sequence[Claim], family_of: Mapping[str, Family], families: Families, linked: Mapping[str, set[str]]
) -> list[_Witness]:
    by_line: dict[str, list[Claim]] = {}
    for claim in claims:
        family = family_of.get(claim.article)
        by_line.setdefault(f"family {family.id}" if family else claim.article, []).append(claim)
    found = []
    for held in by_line.values():
        family = family_of.get(held[0].article)
        articles = tuple(dict.fromkeys(claim.article for claim in held))
        sources = tuple(dict.fromkeys(name for claim in held if (name := named_source(claim.speaker)) is not None))
        credited = f", crediting {sources[0]}" if sources else ", no source named"
        if family is None:
            found.append(_Witness(articles, sources, f"reports it on its own{credited}", True))
            continue
        roles = {article: families.roles.get(article, Role.SINGLE) for article in articles}
        made_of = {item.article: item.of for item in family.tree}
        added = all(roles[article] in _COPIES and made_of.get(article) is not None for article in articles) and not any(
            linked.get(claim.id) for claim in held
        )
        if added:
            role = "spun copy" if roles[articles[0]] is Role.SPUN else roles[articles[0]]
            found.append(
                _Witness(
                    articles,
                    sources,
                    f"stands only in a {role} of {made_of[articles[0]]}: its own addition, no voice",
                    False,
                )
            )
        elif len(articles) == 1:
            found.append(_Witness(articles, sources, f"one article of family {family.id}{credited}", True))
        else:
            found.append(
                _Witness(articles, sources, f"family {family.id}: copies of one article are one voice{credited}", True)
            )
    return found


def named_source(speaker: Speaker | None) -> str | None:
    """The name a claim credits, None where it names no one ("officials", "he" without a name)."""
    if speaker is None:
        return None
    name = speaker.name.strip()
    words = name_words(name)
    if not words or is_pronoun(name):
        return None
    if not any(part[0].isupper() for part in name.split() if not is_function_word(part)):
        return None
    if words[-1] in _NAMELESS and len(words) < 2:
        return None
    return name


def _credits_same(one: _Witness, two: _Witness) -> bool:
    return any(same_name(a, b) for a in one.sources for b in two.sources)
