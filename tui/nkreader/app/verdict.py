"""The verdict in forms of different length, so that every terminal shows an answer and not the beginning of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nkreader.app.session import short_names
from nkreader.families.model import Confidence, Role
from nkreader.text.drawn import drawable

if TYPE_CHECKING:
    from nkreader.library import Library


def verdict_forms(library: Library) -> tuple[str, ...]:
    """The library's verdict, then shorter ways to say its main part."""
    families = library.families.families
    count = f"{len(library)} article{'s' * (len(library) != 1)}"
    short = f"{len(library)} article{'s' * (len(library) != 1)}"
    alone = sum(
        library.families.roles.get(article.id) is Role.SPUN
        for article in library
        if library.families.of(article.id) is None
    )
    spun = f"; {alone} more looks spun" if alone == 1 else (f"; {alone} more look spun" if alone else "")
    forms = [drawable(library.verdict)]
    if not families:
        tail = f", {alone} look{'s' * (alone == 1)} spun" if alone else ""
        forms += [f"{count}, no family{tail}", f"{short}{tail}", short]
    elif len(families) == 1:
        source = _source(library)
        forms += [
            f"{count}: one family of {len(families[0].members)}{source}{spun}",
            f"{count}: family of {len(families[0].members)}{source}",
            f"{len(families[0].members)} of {len(library)} are one{source}",
            f"{short}, 1 family",
            short,
        ]
    else:
        forms += [f"{count}, {len(families)} families{spun}", f"{short}, {len(families)} families", short]
    return tuple(sorted(dict.fromkeys(forms), key=len, reverse=True))


def _source(library: Library) -> str:
    origin = library.families.families[0].origin
    if origin.article is None or origin.confidence is Confidence.UNKNOWN:
        return ", source unknown"
    article = library[origin.article]
    names = short_names(article.id for article in library)
    return f", source {drawable(article.publisher or names[article.id])}"
