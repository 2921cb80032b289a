"""The verdict in forms of different length, so that every terminal shows an answer and not the beginning of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nkreader.app.details import short_names
from nkreader.families.model import BY_USER, Confidence, Role
from nkreader.text.drawn import drawable

if TYPE_CHECKING:
    from nkreader.library import Library


def verdict_forms(library: Library) -> tuple[str, ...]:
    """The library's verdict, then shorter ways to say its main part."""
    if not len(library):
        return (library.verdict,)
    families = library.families.families
    count = f"{len(library):,} article{'s' * (len(library) != 1)}"
    related = {member for family in families for member in family.members}
    alone = sum(role is Role.SPUN and id not in related for id, role in library.families.roles.items())
    spun = f"; {alone} more looks spun" if alone == 1 else (f"; {alone} more look spun" if alone else "")
    forms = [drawable(library.verdict)]
    if not families:
        tail = f", {alone} look{'s' * (alone == 1)} spun" if alone else ""
        forms += [f"{count}, no family{tail}", f"{count}{tail}", count]
    elif len(families) == 1:
        source = _source(library)
        forms += [
            f"{count}: one family of {len(families[0].members):,}{source}{spun}",
            f"{count}: family of {len(families[0].members):,}{source}",
            f"{len(families[0].members):,} of {len(library):,} are one{source}",
            *_shortest(library),
            f"{count}, 1 family",
            count,
        ]
    else:
        forms += [f"{count}, {len(families):,} families{spun}", f"{count}, {len(families):,} families", count]
    return tuple(sorted(dict.fromkeys(forms), key=len, reverse=True))


def _source(library: Library) -> str:
    origin = library.families.families[0].origin
    if origin.article is None or origin.confidence is Confidence.UNKNOWN:
        return ", source unknown"
    article = library.card(origin.article)
    names = short_names(card.id for card in library.cards)
    if origin.by == BY_USER:
        return f", source {drawable(article.publisher or names[article.id])} (you said so)"
    doubt = {Confidence.LIKELY: "likely ", Confidence.POSSIBLE: "possibly "}.get(origin.confidence, "")
    return f", source {doubt}{drawable(article.publisher or names[article.id])}"


def _shortest(library: Library) -> list[str]:
    """Who the source is in as few words as that takes; a question mark where it is only possible."""
    family = library.families.families[0]
    if family.origin.article is None or family.origin.confidence is Confidence.UNKNOWN:
        return [f"{len(family.members):,} of {len(library):,} are one"]
    name = (
        _source(library)
        .removeprefix(", source ")
        .removeprefix("likely ")
        .removeprefix("possibly ")
        .removesuffix(" (you said so)")
    )
    doubt = "?" if family.origin.confidence is Confidence.POSSIBLE else ""
    return [f"{len(family.members):,} of {len(library):,} from {name}{doubt}", f"source {name}{doubt}"]
