"""The JSON documents of the public interface."""

from __future__ import annotations

from typing import Any

from nkreader.compare.model import Comparison
from nkreader.library import Library
from nkreader.model import plain
from nkreader.report.sheet import told_of
from nkreader.store import UserData
from nkreader.store.remarks import Remarks
from nkreader.text.sentences import sentences
from nkreader.version import __version__

SCHEMA = 1


def document(content: dict[str, Any]) -> dict[str, Any]:
    """Any document with the head that all of them carry."""
    return {"nkreader": __version__, "schema": SCHEMA, **content}


def list_document(library: Library, with_sentences: bool = False) -> dict[str, Any]:
    """`nkreader list --json`."""
    return document({"articles": _entries(library, with_sentences)})


def families_document(library: Library) -> dict[str, Any]:
    """`nkreader families --json`."""
    return document({"articles": _entries(library), **library.families.to_dict()})


def comparison_document(comparison: Comparison) -> dict[str, Any]:
    """`nkreader compare --json`."""
    return document(comparison.to_dict())


def phrases_document(library: Library) -> dict[str, Any]:
    """`nkreader phrases --json`."""
    return document({"articles": [plain(library.phrases[card.id]) for card in library.cards]})


def claims_document(library: Library) -> dict[str, Any]:
    """`nkreader claims --json`."""
    return document(library.claims.to_dict())


def everything(library: Library, user: UserData | None = None) -> dict[str, Any]:
    """`nkreader export -o FILE.json`: all of the above, with the texts and the comparisons behind the links.

    Every claim has its words, its citation, and the mark and note the user gave it.
    """
    remarks = Remarks(user)
    texts = {article.id: article.text for article in library}
    return document(
        {
            "articles": [entry | {"text": texts[entry["id"]]} for entry in _entries(library, with_sentences=True)],
            **library.families.to_dict(),
            "comparisons": [library.comparison(link.a, link.b).to_dict() for link in library.families.links],
            "phrases": [plain(library.phrases[card.id]) for card in library.cards],
            "claims": [claim.to_dict() | told_of(library, claim, remarks) for claim in library.claims.claims],
            "groups": plain(list(library.claims.groups)),
        }
    )


def _entries(library: Library, with_sentences: bool = False) -> list[dict[str, Any]]:
    family_of = {member: family.id for family in library.families.families for member in family.members}
    entries = []
    for article in library.cards:
        entry = {
            "id": article.id,
            "path": article.path,
            "title": article.title,
            "byline": article.byline,
            "publisher": article.publisher,
            "published": article.published,
            "words": article.words,
            "family": family_of.get(article.id),
            "role": str(library.families.roles[article.id]),
            "spun": library.spun[article.id],
            "boilerplate": plain(article.boilerplate),
        }
        if with_sentences:
            entry["sentences"] = plain(sentences(library[article.id]))
        entries.append(entry)
    return entries
