"""Self-contained HTML reports: one comparison, or a whole library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nkreader.compare.model import Change, ChangeKind, Comparison, Flag, Row, RowKind
from nkreader.families.model import BY_USER, Family
from nkreader.library import Library
from nkreader.model import Article, Span
from nkreader.origin.branches import branches_of, trunk_of
from nkreader.origin.verdict import source_name
from nkreader.report.claims import groups_by_weight, voices_text
from nkreader.report.documents import article_words
from nkreader.report.page import page, safe
from nkreader.report.text import SIGNS


def comparison_html(left: Article, right: Article, comparison: Comparison) -> str:
    """`nkreader compare --html`: level rows, changes marked by colour, weight and a word; readable in print."""
    return page(
        f"{left.id} beside {right.id}",
        f"<h1>{safe(left.id)} beside {safe(right.id)}</h1>\n" + "".join(_comparison(left, right, comparison)),
    )


def library_html(library: Library) -> str:
    """`nkreader export -o FILE.html`: verdict, sources, families, their comparisons, claims."""
    return page("nkreader report", "".join(_library(library)))


def _comparison(left: Article, right: Article, comparison: Comparison) -> Iterator[str]:
    summary = comparison.summary
    yield (
        f'<p class="soft">{summary.aligned:,} rows aligned of {summary.sentences[0]:,} and {summary.sentences[1]:,} '
        f"sentences; {summary.words_changed:,} words changed, {summary.facts:,} facts, "
        f"{summary.quotations_altered:,} quotations altered. "
        '<mark class="fact">Changed facts</mark>, <mark class="quote">changes inside quotations</mark>, '
        '<mark>wording</mark>, <mark class="same-value">grammar and other forms of the same value</mark>.</p>\n'
    )
    facts = [change for row in comparison.rows for change in row.changes if change.is_fact or change.in_quotation]
    if facts:
        yield "<details open><summary>Changed facts and altered quotations</summary><ul>\n"
        for change in facts:
            where = " (inside a quotation)" if change.in_quotation else ""
            yield (
                f"<li><b>{change.kind}</b>{where}: {safe(change.left.of(left.text)) or '(nothing)'} &rarr; "
                f"{safe(change.right.of(right.text)) or '(nothing)'}</li>\n"
            )
        yield "</ul></details>\n"
    yield (f'<table class="side"><thead><tr><th>{_name(left)}</th><th>{_name(right)}</th></tr></thead><tbody>\n')
    before: Row | None = None
    for row in comparison.rows:
        yield _row(row, before, left, right)
        before = row
    yield "</tbody></table>\n"


def _name(article: Article) -> str:
    return " &middot; ".join(safe(part) for part in (article.id, article.title, article.publisher) if part)


def _row(row: Row, before: Row | None, left: Article, right: Article) -> str:
    gap = before is not None and any(
        old and new and "\n" in article.text[old[-1].end : new[0].start]
        for article, old, new in ((left, before.left, row.left), (right, before.right, row.right))
    )
    cells = []
    for side, article, spans in (("left", left, row.left), ("right", right, row.right)):
        if not spans:
            cells.append("<td></td>")
            continue
        text = " ".join(_marked(article, span, row.changes, side) for span in spans)
        if row.kind is RowKind.BOILERPLATE:
            text = f'<span class="residue">{text}</span>'
        if row.moved:
            text = f'<span class="soft">moved:</span> {text}'
        cells.append(f'<td class="{side}">{text}</td>')
    return f'<tr class="{row.kind}{" gap" if gap else ""}">{"".join(cells)}</tr>\n'


def _marked(article: Article, span: Span, changes: Sequence[Change], side: str) -> str:
    """The sentence with its changes marked."""
    out: list[str] = []
    place = span.start
    mine = sorted(((change.left if side == "left" else change.right), n) for n, change in enumerate(changes))
    for where, number in mine:
        change = changes[number]
        if where.start < place or where.end > span.end or where.start > span.end:
            continue
        out.append(safe(article.text[place : where.start]))
        out.append(_mark(change, where.of(article.text), side))
        place = where.end
    out.append(safe(article.text[place : span.end]))
    return "".join(out)


def _mark(change: Change, text: str, side: str) -> str:
    tortured = (Flag.TORTURED_LEFT if side == "left" else Flag.TORTURED_RIGHT) in change.flags
    inner = safe(text)
    if tortured:
        inner = f"<u>{inner}</u>"
    if change.is_fact:
        look = "fact"
    elif Flag.FORM_ONLY in change.flags:
        look = "same-value"
    elif change.in_quotation:
        look = "quote"
    else:
        look = "grammar" if change.kind is ChangeKind.GRAMMAR else "word"
    if not text:
        return f'<mark class="{look} empty" title="{change.kind}">&#8248;</mark>'
    label = f"<sup>{change.kind}</sup>" if change.is_fact else ""
    return f'<mark class="{look}" title="{change.kind}">{inner}{label}</mark>'


def _library(library: Library) -> Iterator[str]:
    yield f"<h1>{safe(library.verdict)}</h1>\n<h2>Sources</h2>\n<table><thead><tr>"
    yield "".join(
        f"<th>{head}</th>" for head in ("family", "id", "title", "publisher", "date", "words", "role", "spun")
    )
    yield "</tr></thead><tbody>\n"
    family_of = {member: family.id for family in library.families.families for member in family.members}
    for article in library:
        cells = (
            family_of.get(article.id, ""),
            article.id,
            article.title or "",
            article.publisher or "",
            article.published or "",
            f"{article_words(article):,}",
            str(library.families.roles[article.id]),
            f"{100 * library.phrases[article.id].spun:.0f} %",
        )
        yield "<tr>" + "".join(f"<td>{safe(cell)}</td>" for cell in cells) + "</tr>\n"
    yield "</tbody></table>\n"
    for family in library.families.families:
        yield from _family(library, family)
    if split := library.families.split:
        yield f"<p>Split off, you said so: {safe(', '.join(split))}.</p>\n"
    yield from _claims(library)


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
            f"{branch.lead}{SIGNS[node.role]} <b>{safe(node.article)}</b> {safe(source_name(library[node.article]))} "
            f'<span class="soft">{node.role}{of}{said}</span>\n'
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
        yield f"<li>{'For' if item.speaks == 'for' else 'Against'} {safe(item.article)}: {safe(item.why)}</li>\n"
    yield "</ul>\n"
    first = origin.article or family.members[0]
    for member in family.members:
        if member != first:
            yield f"<h3>{safe(first)} beside {safe(member)}</h3>\n"
            yield from _comparison(library[first], library[member], library.comparison(first, member))


def _claims(library: Library) -> Iterator[str]:
    claims = {claim.id: claim for claim in library.claims.claims}
    yield "<h2>Claims</h2>\n<table><thead><tr>"
    yield "".join(f"<th>{head}</th>" for head in ("claim", "type", "speaker", "voices", "where", "conflicts"))
    yield "</tr></thead><tbody>\n"
    for group, lead in groups_by_weight(library):
        where = ", ".join(f"{claims[id].article} {claims[id].start}-{claims[id].end}" for id in group.claims)
        conflicts = "; ".join(f"{item.kind}: {item.texts[0]} / {item.texts[1]}" for item in group.conflicts)
        cells = (
            library[lead.article].text[lead.start : lead.end],
            str(lead.type),
            lead.speaker.name if lead.speaker else "",
            voices_text(group),
            where,
            conflicts,
        )
        yield "<tr>" + "".join(f"<td>{safe(cell)}</td>" for cell in cells) + "</tr>\n"
    yield "</tbody></table>\n"
