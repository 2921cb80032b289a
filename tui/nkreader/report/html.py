"""Self-contained HTML reports: one comparison, or a whole library."""

from __future__ import annotations

from collections.abc import Iterator

from nkreader.claims.naming import speaker_words
from nkreader.compare.model import Comparison
from nkreader.families.model import BY_USER, Family
from nkreader.library import Library
from nkreader.model import Article
from nkreader.origin.branches import branches_of, trunk_of
from nkreader.origin.verdict import source_name
from nkreader.report.citing import source_of
from nkreader.report.claims import groups_by_weight, voices_text
from nkreader.report.collated_page import collated
from nkreader.report.page import page, safe
from nkreader.report.sheet import told_of
from nkreader.report.signs import role_shown
from nkreader.report.text import shown_words
from nkreader.store import UserData
from nkreader.store.remarks import Remarks


def comparison_html(left: Article, right: Article, comparison: Comparison) -> str:
    """`nkreader compare --html`: level rows, changes marked by colour, weight and a word; readable in print."""
    return page(
        f"{left.id} beside {right.id}",
        f"<h1>{safe(left.id)} beside {safe(right.id)}</h1>\n" + "".join(collated(left, right, comparison)),
    )


def library_html(library: Library, user: UserData | None = None) -> str:
    """`nkreader export -o FILE.html`: verdict, sources, families, their comparisons, claims with marks and notes."""
    return page("nkreader report", "".join(_library(library, Remarks(user))))


def _library(library: Library, remarks: Remarks) -> Iterator[str]:
    yield f"<h1>{safe(library.verdict)}</h1>\n<h2>Sources</h2>\n<table><thead><tr>"
    yield "".join(
        f"<th>{head}</th>" for head in ("family", "id", "title", "publisher", "date", "words", "role", "spun")
    )
    yield "</tr></thead><tbody>\n"
    family_of = {member: family.id for family in library.families.families for member in family.members}
    for article in library.cards:
        cells = (
            family_of.get(article.id, ""),
            article.id,
            article.title or "",
            article.publisher or "",
            article.published or "",
            f"{article.words:,}",
            str(library.families.roles[article.id]),
            f"{100 * library.spun[article.id]:.0f} %",
        )
        yield "<tr>" + "".join(f"<td>{safe(cell)}</td>" for cell in cells) + "</tr>\n"
    yield "</tbody></table>\n"
    for family in library.families.families:
        yield from _family(library, family)
    if split := library.families.split:
        yield f"<p>Split off, you said so: {safe(', '.join(split))}.</p>\n"
    yield from _claims(library, remarks)


def _family(library: Library, family: Family) -> Iterator[str]:
    origin = family.origin
    yield f'<h2>Family {safe(family.id)}</h2>\n<pre class="tree">\n'
    if trunk := trunk_of(family):
        yield f'<span class="soft">({safe(trunk)})</span>\n'
    for branch in branches_of(family):
        node = branch.node
        of = f", made from {safe(node.of)}" if node.of else ""
        said = ", you said so" if node.by == BY_USER else ""
        yield (
            f"{branch.lead}{role_shown(node, family)[0]} <b>{safe(node.article)}</b> "
            f"{safe(source_name(library.card(node.article)))} "
            f'<span class="soft">{role_shown(node, family)[1]}{of}{said}</span>\n'
        )
    yield "</pre>\n"
    if origin.by == BY_USER and origin.article:
        yield f"<p>The original, you said so: <b>{safe(origin.article)}</b>.</p><ul>\n"
    elif origin.article:
        lost = "; the full original is not among these articles" if origin.root == "lost" else ""
        yield f"<p>Original, {origin.confidence}: <b>{safe(origin.article)}</b>{lost}.</p><ul>\n"
    else:
        yield "<p>Which one is the original cannot be told.</p><ul>\n"
    for item in origin.evidence:
        said = item.why + shown_words(item, library[item.article].text)
        yield f"<li>{'For' if item.speaks == 'for' else 'Against'} {safe(item.article)}: {safe(said)}</li>\n"
    yield "</ul>\n"
    first = origin.article or family.members[0]
    for member in family.members:
        if member != first:
            yield f"<h3>{safe(first)} beside {safe(member)}</h3>\n"
            yield from collated(library[first], library[member], library.comparison(first, member), f"{member}-")


def _claims(library: Library, remarks: Remarks) -> Iterator[str]:
    """The claims as a sheet: each group's lead with its voices, then every wording with its place and citation."""
    claims = {claim.id: claim for claim in library.claims.claims}
    yield "<h2>Claims</h2>\n<table><thead><tr>"
    yield "".join(
        f"<th>{head}</th>" for head in ("claim", "type", "speaker", "article", "offsets", "citation", "mark", "note")
    )
    yield "</tr></thead>\n"
    for group, lead in groups_by_weight(library):
        yield f'<tbody><tr><th colspan="8">{safe(voices_text(group))}'
        for item in group.conflicts:
            yield f"; {item.kind} {item.nature}: {safe(item.texts[0])} / {safe(item.texts[1])}"
        yield "</th></tr>\n"
        for id in (lead.id, *(id for id in group.claims if id != lead.id)):
            claim = claims[id]
            told = told_of(library, claim, remarks)
            cells = (
                told["text"],
                str(claim.type),
                speaker_words(claim.speaker) if claim.speaker else "",
                claim.article,
                f"{claim.start:,}-{claim.end:,}",
                source_of(library[claim.article]),
                told["mark"] or "",
                told["note"] or "",
            )
            yield "<tr>" + "".join(f"<td>{safe(cell)}</td>" for cell in cells) + "</tr>\n"
        yield "</tbody>\n"
    yield "</table>\n"
