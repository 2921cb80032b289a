"""A claim as a fact-checking sheet wants it: its words, where they stand, whom to cite, what the user said of it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from nkreader.claims.model import Claim, Group
from nkreader.claims.naming import speaker_words
from nkreader.library import Library
from nkreader.report.claims import groups_by_weight
from nkreader.store import UserData
from nkreader.store.remarks import Remarks
from nkreader.text.drawn import drawable

COLUMNS = (
    "claim", "article", "publisher", "title", "date", "path", "start", "end", "text", "quotation", "type", "weight",
    "speaker", "hedges", "values", "group", "articles", "voices", "agreement", "conflicts", "mark", "note",
)  # fmt: skip
"""The heads of the sheet."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def told_of(library: Library, claim: Claim, remarks: Remarks) -> dict[str, Any]:
    """What goes with a claim into a report: its words, its quotation's, whom to cite, mark and note."""
    article = library[claim.article]
    remark = remarks.of(article.digest, claim)
    return {
        "text": claim.span.of(article.text),
        "quoted": claim.quotation.of(article.text) if claim.quotation is not None else None,
        "citation": {"publisher": article.publisher, "title": article.title, "date": article.published},
        "mark": str(remark.mark) if remark.mark is not None else None,
        "note": remark.note or None,
    }


def claims_sheet(library: Library, user: UserData | None = None) -> str:
    """`nkreader export -o FILE.csv`: one row per claim, those of a group together, the weightiest group first."""
    remarks = Remarks(user)
    claims = {claim.id: claim for claim in library.claims.claims}
    out = io.StringIO(newline="")
    sheet = csv.writer(out)
    sheet.writerow(COLUMNS)
    for group, lead in groups_by_weight(library):
        for id in (lead.id, *(id for id in group.claims if id != lead.id)):
            sheet.writerow([_cell(value) for value in _row(library, group, claims[id], remarks)])
    return out.getvalue()


def _row(library: Library, group: Group, claim: Claim, remarks: Remarks) -> Iterator[object]:
    article = library[claim.article]
    told = told_of(library, claim, remarks)
    voices = group.independent
    yield from (claim.id, article.id, article.publisher, article.title, article.published, article.path)
    yield from (claim.start, claim.end, told["text"], told["quoted"], str(claim.type), claim.weight)
    yield speaker_words(claim.speaker) if claim.speaker is not None else None
    yield "; ".join(hedge.text for hedge in claim.hedges)
    yield "; ".join(value.text for value in claim.values)
    yield from (group.id, len(group.articles))
    # "1 to 2": a spreadsheet reads "1-2" as a day in February.
    yield voices.least if voices.least == voices.most else f"{voices.least} to {voices.most}"
    yield str(group.agreement)
    yield "; ".join(
        f"{conflict.kind} {conflict.nature}: {conflict.texts[0]} / {conflict.texts[1]}"
        for conflict in group.conflicts
        if claim.id in conflict.claims
    )
    yield from (told["mark"], told["note"])


def _cell(value: object) -> object:
    """Text of a file on one line and harmless: no spreadsheet takes it for a formula."""
    if not isinstance(value, str):
        return value
    shown = drawable(" ".join(value.split()))
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
